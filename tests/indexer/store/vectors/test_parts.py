"""One council's passages in memory: the same answers as the whole store gives, and nothing that may not be seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from made_up_papers import CABINET, HARBOUR, axis, indexed

from indexer.store import PUBLIC, AnyStore, AnyWriter, Right, Where
from indexer.store.vectors import parts

FENMOOR = Where(organisations=("Fenmoor District Council",))


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every store counts as one of many councils."""
    monkeypatch.setattr(parts, "LARGE", 1)


def said(store: AnyStore, where: Where, right: Right = PUBLIC) -> list[str]:
    """The passages that a search for a dyke finds, and those nearest to the first axis."""
    scored = store.search_text(["dyke", "mill"], limit=9, right=right, where=where)
    near = store.nearest(axis(0), 9, right=right, where=where)
    assert {one.id for one in scored} <= {one.id for one in near}
    return [passage.text for passage in store.passages([one.id for one in scored], right=right)]


def test_a_part_finds_what_the_whole_store_finds(
    three: AnyWriter, store: AnyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    for where in (FENMOOR, replace(FENMOOR, bodies=("Cabinet",)), replace(FENMOOR, since=date(2024, 1, 1))):
        in_part = said(store, where), store.nearest(axis(1), 9, right=PUBLIC, where=where)
        monkeypatch.setattr(parts, "LARGE", 50_000)
        assert sorted(in_part[0]) == sorted(said(store, where))
        assert in_part[1] == store.nearest(axis(1), 9, right=PUBLIC, where=where)
        monkeypatch.setattr(parts, "LARGE", 1)


def test_how_rare_a_word_is_is_counted_in_the_part(three: AnyWriter, store: AnyStore) -> None:
    before = store.search_text(["dyke"], limit=1, right=PUBLIC, where=FENMOOR)
    three.replace(indexed("d/harbour.pdf", ["A dyke."] * 20, meeting=HARBOUR))
    assert store.search_text(["dyke"], limit=1, right=PUBLIC, where=FENMOOR) == before


def test_what_comes_and_what_is_restricted_is_known_at_the_next_question(three: AnyWriter, store: AnyStore) -> None:
    assert said(store, FENMOOR) == ["The mill is sold.", "The dyke is repaired.", "The dyke leaks again."]
    three.replace(indexed("e.pdf", ["The mill burns."], meeting=CABINET))
    assert "The mill burns." in said(store, FENMOOR)
    three.relabel(replace(indexed("e.pdf", ["The mill burns."]).paper, access="exempt"), ())
    assert "The mill burns." not in said(store, FENMOOR)
    assert "The mill burns." in said(store, FENMOOR, Right.of("public", "exempt"))
    assert said(store, FENMOOR, Right(frozenset())) == []


def test_a_part_that_is_too_large_is_searched_in_the_whole_store(
    three: AnyWriter, store: AnyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "MOST", 3)
    assert len(said(store, FENMOOR)) == 3


def test_only_the_parts_that_were_asked_last_are_kept(
    three: AnyWriter, store: AnyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "KEPT", 1)
    other = Where(organisations=("Saltby Town Council",))
    assert [len(said(store, where)) for where in (FENMOOR, other, FENMOOR)] == [3, 0, 3]
