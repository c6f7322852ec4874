"""The matters of a store: what tells those of one title apart."""

from __future__ import annotations

from datetime import date

from app.matters.standing import told_apart
from corpus.papers import Meeting, Paper
from indexer.linking.matters import ItemKind, Matter, MatterItem
from indexer.sections.section import Section, SectionKind


def matter(address: str, title: str, council: str, day: date) -> Matter:
    of = Section(Paper("a.pdf", "0", 1, 1), SectionKind.MINUTES, Meeting(council, "Cabinet", day))
    return Matter(address, title, (), (MatterItem(of, ItemKind.MINUTES, "1", title, 1, address),))


def test_a_title_that_one_matter_has_stays_as_it_is() -> None:
    assert told_apart([matter("a", "Tide Mill", "Saltby", date(2031, 3, 4))]) == {"a": "Tide Mill"}


def test_matters_of_one_title_are_told_apart_by_their_council_and_within_it_by_their_day() -> None:
    found = told_apart(
        [
            matter("a", "Ferry fund", "Saltby", date(2031, 3, 4)),
            matter("b", "FERRY FUND", "Otherham", date(2031, 3, 4)),
            matter("c", "Ferry fund", "Saltby", date(2030, 1, 7)),
        ]
    )
    assert found == {
        "a": "Ferry fund (Saltby, last on 4 March 2031)",
        "b": "FERRY FUND (Otherham)",
        "c": "Ferry fund (Saltby, last on 7 January 2030)",
    }
