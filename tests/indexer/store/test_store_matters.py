"""Matters in the store: kept in step with the papers, and never more of them than the right allows."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

from made_up_papers import STAMP, indexed

from corpus.access import PageLabel
from corpus.papers import Meeting
from indexer.store import PUBLIC, Index, IndexedPaper, LocalIndex, Right, Store

ALL = Right.of("public", "exempt")


def minutes(file: str, day: date, *titles: str, access: str = "public") -> IndexedPaper:
    """Minutes with an item under each title, on a page of its own."""
    meeting = Meeting("Saltby Town Council", "Harbour Committee", day)
    texts = [f"It was resolved of {title} that it be done." for title in titles]
    made = indexed(file, texts, meeting=meeting, section_access=access)
    passages = tuple(replace(one, title=title) for one, title in zip(made.passages, titles, strict=True))
    return replace(made, passages=passages)


FIRST = minutes("a.pdf", date(2031, 1, 7), "Tide Mill", "Mooring dues")
THEN = minutes("b.pdf", date(2031, 2, 4), "Tide Mill: lease", "Apologies")
SECRET = minutes("c.pdf", date(2031, 3, 4), "Tide Mill: price", "Zanzibar quay", access="exempt")


def titles(place: Index, right: Right = PUBLIC) -> dict[str, list[str]]:
    """The titles of the items of each matter, by its own title."""
    with place.open(STAMP) as store:
        return {one.title: [item.title for item in one.items] for one in store.matters(right=right)}


def written(place: Index, *papers: IndexedPaper) -> None:
    with place.writer(STAMP) as writer:
        for paper in papers:
            writer.replace(paper)
        writer.link_matters()


def test_items_of_several_papers_are_one_matter(place: Index) -> None:
    written(place, FIRST, THEN)
    assert titles(place) == {"Tide Mill": ["Tide Mill", "Tide Mill: lease"], "Mooring dues": ["Mooring dues"]}


def test_papers_that_come_one_by_one_are_linked_as_those_that_come_together(place: Index, tmp_path: Path) -> None:
    papers = [FIRST, THEN, SECRET]
    random.Random(1).shuffle(papers)
    for paper in papers:
        written(place, paper)
    written(LocalIndex(tmp_path / "other"), FIRST, THEN, SECRET)
    assert titles(place, ALL) == titles(LocalIndex(tmp_path / "other"), ALL)


def test_a_paper_that_goes_takes_its_items_with_it(place: Index) -> None:
    written(place, FIRST, THEN)
    with place.writer(STAMP) as writer:
        writer.remove("b.pdf")
        writer.link_matters()
    assert titles(place)["Tide Mill"] == ["Tide Mill"]


def test_a_sync_without_a_change_writes_nothing(place: Index) -> None:
    written(place, FIRST, THEN)
    with place.writer(STAMP) as writer:
        before = writer.revision
        writer.link_matters()
        assert writer.revision == before


def test_titles_and_items_come_only_from_what_may_be_seen(place: Index) -> None:
    written(place, FIRST, SECRET)
    assert titles(place) == {"Tide Mill": ["Tide Mill"], "Mooring dues": ["Mooring dues"]}
    assert titles(place, ALL)["Tide Mill"] == ["Tide Mill", "Tide Mill: price"]
    assert "Zanzibar quay" in titles(place, ALL)


def test_the_address_of_a_restricted_item_leads_nobody_to_a_matter(place: Index) -> None:
    written(place, FIRST, SECRET)
    with place.open(STAMP) as store:
        secret = [item for one in store.matters(right=ALL) for item in one.items if item.section.access == "exempt"]
        assert [store.matter(item.address, right=PUBLIC) for item in secret] == [None, None]


def test_a_label_that_people_give_later_takes_an_item_out_of_sight(place: Index) -> None:
    written(place, FIRST, THEN)
    with place.writer(STAMP) as writer:
        writer.relabel(THEN.paper, [PageLabel(1, 1, "exempt")])
        assert titles(place)["Tide Mill"] == ["Tide Mill"]  # at once, before anything is linked again
        writer.link_matters()
    assert titles(place)["Tide Mill"] == ["Tide Mill"]
    assert titles(place, ALL)["Tide Mill"] == ["Tide Mill", "Tide Mill: lease"]


def test_a_matter_is_found_by_the_address_of_each_of_its_items(place: Index) -> None:
    written(place, FIRST, THEN)
    with place.open(STAMP) as store:
        mill = next(one for one in store.matters(right=PUBLIC) if one.title == "Tide Mill")
        assert [store.matter(item.address, right=PUBLIC) for item in mill.items] == [mill, mill]


def test_an_address_outlives_a_rebuild_and_an_earlier_paper(place: Index, tmp_path: Path) -> None:
    written(place, THEN)
    with place.open(STAMP) as store:
        address = store.matters(right=PUBLIC)[0].address
    written(LocalIndex(tmp_path / "other"), FIRST, THEN)
    with Store(tmp_path / "other", STAMP) as store:
        found = store.matter(address, right=PUBLIC)
        assert found
        assert [item.title for item in found.items] == ["Tide Mill", "Tide Mill: lease"]
