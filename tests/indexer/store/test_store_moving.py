"""Papers moved from SQLite to PostgreSQL and back: the same papers, found and ranked the same."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest
from made_up_papers import HARBOUR, SCRUTINY, STAMP, axis, indexed
from postgresql import Server

from corpus.access import PageLabel
from indexer.store import PUBLIC, AnyStore, LocalIndex, Right, verify
from indexer.store.restrictions import Restrictions
from indexer.store.served.index import ServedIndex
from indexer.store.served.moving import move_in, move_out

NUMBERS = count(1)
ALL = Right.of("public", "exempt")


@pytest.fixture
def local(index: Path) -> LocalIndex:
    """Three papers in SQLite, one of them restricted later."""
    index = LocalIndex(index)
    with index.writer(STAMP) as writer:
        writer.replace(indexed("a/cabinet.pdf", ["The dyke is repaired.", "The mill is sold, the dyke too."]))
        writer.replace(indexed("b/scrutiny.pdf", ["The dyke leaks again."], meeting=SCRUTINY, axes=[3]))
        writer.replace(indexed("c/harbour.pdf", ["The harbour wall is painted."], meeting=HARBOUR, axes=[4]))
        writer.relabel(indexed("b/scrutiny.pdf", ["The dyke leaks again."]).paper, [PageLabel(1, 1, "exempt")])
        writer.link_matters()
        writer.note("own forms", "kept")
    index.remember(Restrictions(frozenset({"private"})))
    return index


@pytest.fixture
def served(index: Path, database: Server) -> ServedIndex:
    """A council in the database of which nothing is stored yet."""
    return ServedIndex(index.parent / "beside", database.url, f"moved{next(NUMBERS)}")


def contents(store: AnyStore, right: Right) -> list[object]:
    """Everything that a store says to this right."""
    kinds = ("decisions", "events", "attendance", "interests", "actions", "recommendations", "acronyms", "matters")
    found: list[object] = [getattr(store, kind)(right=right) for kind in (*kinds, "papers", "sections", "fates")]
    words = store.search_text(["dyke", "mill sold", "harbour"], limit=9, right=right)
    return [
        *found,
        [store.pages(one.paper.file, right=right) for one in store.papers(right=right)],
        [(number, round(score, 6)) for number, score in words],
        [(number, round(score, 6)) for number, score in store.nearest(axis(0) + axis(3), 9, right=right)],
        store.passages([number for number, _ in words], right=right),
        store.signs([number for number, _ in words], right=right),
        store.table_rows(["dyke", "dues"], right=right),
        store.status(right=right),
    ]


@pytest.mark.parametrize("right", [PUBLIC, ALL], ids=["public", "all"])
def test_what_was_moved_is_the_same_there_and_back(
    local: LocalIndex, served: ServedIndex, tmp_path: Path, right: Right
) -> None:
    back = LocalIndex(tmp_path / "back")
    assert move_in(local, served) == 3
    assert move_out(served, back) == 3
    with local.open(STAMP) as first, served.open(STAMP) as second, back.open(STAMP) as third:
        assert contents(second, right) == contents(first, right)
        assert contents(third, right) == contents(first, right)
    assert verify(back.folder) == []
    assert back.remembered() == served.remembered() == local.remembered()
    with back.writer(STAMP) as writer:
        assert writer.noted("own forms") == "kept"


def test_a_move_takes_the_place_of_what_was_there(local: LocalIndex, served: ServedIndex) -> None:
    with served.writer(STAMP) as writer:
        writer.replace(indexed("old.pdf", ["An old paper."]))
    move_in(local, served)
    with served.open(STAMP) as store:
        assert [one.paper.file for one in store.papers(right=ALL)] == [
            "a/cabinet.pdf",
            "b/scrutiny.pdf",
            "c/harbour.pdf",
        ]
