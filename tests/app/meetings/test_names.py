"""The names that are offered while somebody types: each once, none too long."""

from __future__ import annotations

from app.meetings import Name, NameKind, names_of
from corpus.papers import Meeting, Paper
from indexer.findings.acronyms import Acronym
from indexer.linking.matters import ItemKind, Matter, MatterItem
from indexer.sections.section import Section, SectionKind

SECTION = Section(Paper("a.pdf", "0", 1, 1), SectionKind.MINUTES, Meeting("Saltby", "Council"))


def matter(title: str) -> Matter:
    return Matter("a", title, (), (MatterItem(SECTION, ItemKind.MINUTES, "1", title, 1, "a"),))


def test_each_name_comes_once_and_an_acronym_with_its_commonest_meaning() -> None:
    acronyms = [Acronym(SECTION, "TM", long) for long in ("Tide Mill", "Tidal Marsh", "Tide Mill")]
    found = names_of([matter("Tide mill"), matter("TIDE MILL")], ["Council"], ["Councillor Elm"], acronyms)
    assert found == (
        Name("Tide mill", NameKind.MATTER),
        Name("Council", NameKind.COMMITTEE),
        Name("Councillor Elm", NameKind.MEMBER),
        Name("TM", NameKind.ACRONYM, "Tide Mill"),
    )


def test_a_title_that_nobody_would_type_is_left_out() -> None:
    assert names_of([matter("a very long title " * 6)], [], [], []) == ()
