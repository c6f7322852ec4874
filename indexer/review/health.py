"""Health: what an index did not understand, known without any register made by hand to compare it with.

doubts_of(sections, decisions, passages)  -> Doubts   what a keeper should look at, and a council can add a form for
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import PurePosixPath

from corpus.papers import date_in_words
from indexer.findings.minutes import Decision
from indexer.forms.dates import first_date
from indexer.passages.passage import Passage
from indexer.sections.boundaries import SectionKind
from indexer.sections.section import Section

# What has its own meeting and must name it
_OF_A_MEETING = (SectionKind.FRONT_SHEET, SectionKind.MINUTES, SectionKind.DECISION_RECORD)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A place in a paper that was not understood.

    `why` is a sentence, "" where the list that it stands in says it all.
    """

    file: str
    page: int | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Doubts:
    """The places that were not understood, by what is missing there."""

    minutes_without_decision: tuple[Doubt, ...]
    sections_of_no_known_kind: tuple[Doubt, ...]
    meetings_without_date: tuple[Doubt, ...]
    meetings_without_body: tuple[Doubt, ...]
    meetings_with_two_dates: tuple[Doubt, ...]
    items_without_title: tuple[Doubt, ...]

    def lists(self) -> Iterator[tuple[str, tuple[Doubt, ...]]]:
        """Each list with its name in words, those with nothing in them as well."""
        for field in fields(self):
            yield field.name.replace("_", " "), getattr(self, field.name)

    @property
    def count(self) -> int:
        """How many places there are in all."""
        return sum(len(found) for _, found in self.lists())


def doubts_of(sections: Sequence[Section], decisions: Iterable[Decision], passages: Iterable[Passage]) -> Doubts:
    """The doubts about these sections, with what was found in them; only what the caller may see is handed in."""
    deciding = {one.section for one in decisions}
    minutes = [one for one in sections if one.kind is SectionKind.MINUTES]
    met = [one for one in sections if one.kind in _OF_A_MEETING]
    return Doubts(
        minutes_without_decision=tuple(_doubt(one) for one in minutes if one not in deciding),
        sections_of_no_known_kind=tuple(_doubt(one) for one in sections if one.kind is SectionKind.UNKNOWN),
        meetings_without_date=tuple(_doubt(one) for one in met if one.meeting.held_on is None),
        meetings_without_body=tuple(_doubt(one) for one in met if not one.meeting.body),
        meetings_with_two_dates=tuple(_two_dates(minutes)),
        items_without_title=tuple(_untitled(passages)),
    )


def _doubt(section: Section) -> Doubt:
    return Doubt(section.paper.file, section.page)


def _two_dates(minutes: Sequence[Section]) -> Iterator[Doubt]:
    """Minutes published alone whose heading names another day than their file does."""
    for section in minutes:
        named, held_on = first_date(PurePosixPath(section.paper.file).name), section.meeting.held_on
        alone = sum(one.paper == section.paper for one in minutes) == 1
        if alone and named and held_on and named != held_on:
            why = f"The file is named for {date_in_words(named)}, the minutes say {date_in_words(held_on)}."
            yield Doubt(section.paper.file, section.page, why)


def _untitled(passages: Iterable[Passage]) -> Iterator[Doubt]:
    """The items of minutes that have a number and no title, each once."""
    said = set()
    for passage in passages:
        place = passage.section, passage.item
        if passage.section.kind is SectionKind.MINUTES and passage.item and not passage.title and place not in said:
            said.add(place)
            yield Doubt(passage.section.paper.file, passage.page, f"Item {passage.item}.")
