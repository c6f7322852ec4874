"""What one paper does not say about its meeting, the papers beside it do: a vote folder by folder."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath
from typing import TypeVar

from corpus.access import PUBLIC_LABEL, PageLabel
from corpus.papers import Meeting
from indexer.forms.dates import first_date
from indexer.forms.names import tidy_body
from indexer.sections.agenda import AgendaItem, agenda_items
from indexer.sections.boundaries import SectionKind
from indexer.sections.section import Section, SectionText
from indexer.sections.titles import LIKE_FROM, likeness

T = TypeVar("T")

# A front sheet knows its meeting best; an appendix hardly.
_WEIGHT = {
    SectionKind.FRONT_SHEET: 5,
    SectionKind.REPORT: 2,
    SectionKind.PROPOSED_DECISION_RECORD: 2,
    SectionKind.MINUTES: 2,
}
# The winner of a vote must have this share of it.
MAJORITY = 0.9
# One paper alone lends no date and no body to the others of its folder, unless it is a front sheet: these are the votes
# of two papers. A report that speaks of a day would give it to whatever lies beside it.
LEAST = 4
# "24/00108": the number under which a decision is filed stands in the agenda and in the names of its papers
_DECISION_NUMBER = re.compile(r"\bdecision (?:no|number|ref\w*)\W{1,4}(\d[\w/-]+)", re.I)
_FILED = (SectionKind.DECISION_RECORD, SectionKind.PROPOSED_DECISION_RECORD)
_REFERENCE = re.compile(r"\b\d{2}/\d{3,5}\b")


@dataclass(frozen=True, slots=True)
class Said:
    """A section as its own text words it, with what the others of its folder may take from it: the items that an agenda
    lists, the number under which a decision is filed. `public` is False where people or a mark restrict any of it."""

    section: Section
    agenda: tuple[AgendaItem, ...] = ()
    filed: str = ""
    public: bool = True


def said_of(part: SectionText, labels: Iterable[PageLabel] = ()) -> Said:
    """What a section says, under what people said of the pages of its paper."""
    section, filed = part.section, ""
    if section.kind in _FILED:
        filed = next((match[1] for line in part.lines[:15] if (match := _DECISION_NUMBER.search(line.text))), "")
    agenda = agenda_items(part.lines) if section.kind is SectionKind.FRONT_SHEET else ()
    return Said(section, agenda, filed, is_public(section, labels))


def is_public(section: Section, labels: Iterable[PageLabel]) -> bool:
    """True where nothing restricts a section: not its paper, not a mark, and no label on one of its pages."""
    if not section.access == section.paper.access == PUBLIC_LABEL:
        return False
    first, last = section.page, section.page_end
    return not any(
        label.label != PUBLIC_LABEL and (first is None or last is None or (label.first <= last and first <= label.last))
        for label in labels
    )


def settle(papers: Sequence[Sequence[Said]]) -> tuple[tuple[Section, ...], ...]:
    """The sections of papers with the gaps in their meetings filled from the other papers of their folder, in the order given.

    An organisation is also taken from the folders above; a date and a body only from a folder whose papers agree.
    The date in a file's own name comes before what its
    folder says, the date in a folder's name is the last resort. Nothing that a text says itself is changed, and nothing
    that is not for the public is carried into what is.
    """
    votes = _votes(said for paper in papers for said in paper)
    public_votes = _votes(said for paper in papers for said in paper if said.public)
    return tuple(tuple(_filled(said, public_votes if said.public else votes) for said in paper) for paper in papers)


class _Votes:
    """The votes of one folder on its organisation, body and date."""

    def __init__(self) -> None:
        self.organisation: Counter[str] = Counter()
        self.body: Counter[str] = Counter()
        self.held_on: Counter[date] = Counter()
        self.agenda: list[AgendaItem] = []


def _votes(sections: Iterable[Said]) -> dict[str, _Votes]:
    """The votes of every folder, those of the folders in it included."""
    votes: dict[str, _Votes] = defaultdict(_Votes)
    for said in sorted(sections, key=lambda one: one.section.paper.file):  # whenever each of them came
        section, meeting = said.section, said.section.meeting
        weight = _WEIGHT.get(section.kind, 0)
        for folder in _folders(section.paper.file):
            if meeting.organisation:
                votes[folder].organisation[meeting.organisation] += max(weight, 1)
            if meeting.body and weight:
                votes[folder].body[meeting.body] += weight
            votes[folder].agenda += said.agenda
            if meeting.held_on and weight and section.kind is not SectionKind.MINUTES:
                votes[folder].held_on[meeting.held_on] += weight
    return votes


def _folders(file: str) -> Iterator[str]:
    """The folder of a file and those above it, nearest first, the corpus itself last."""
    for folder in PurePosixPath(file).parents:
        yield str(folder)


def _filled(said: Said, votes: dict[str, _Votes]) -> Section:
    """A section with the empty fields of its meeting filled."""
    section = said.section
    meeting = section.meeting
    folders = [votes[folder] for folder in _folders(section.paper.file) if folder in votes]
    # A neighbour of another council says nothing about this paper's meeting.
    near = [
        f for f in folders[:2] if not meeting.organisation or _winner([f.organisation]) in (None, meeting.organisation)
    ]
    held_on = meeting.held_on
    if held_on is None and section.kind is not SectionKind.MINUTES:
        file = PurePosixPath(section.paper.file)
        lent = _winner((folder.held_on for folder in near), least=LEAST)
        held_on = first_date(file.name) or lent or _date_in_folders(file)
    organisation = meeting.organisation or _winner(folder.organisation for folder in folders) or ""
    full = Meeting(
        organisation=organisation,
        body=tidy_body(meeting.body or _winner((folder.body for folder in near), least=LEAST) or "", organisation),
        held_on=held_on,
        time=meeting.time,
        venue=meeting.venue,
        chair=meeting.chair,
    )
    return replace(section, meeting=full, item=section.item or _item(said, near))


def _item(said: Said, folders: Sequence[_Votes]) -> str:
    """The item that a front sheet of the same folder gives a paper: by its reference number, or by its title."""
    section = said.section
    if section.kind in (SectionKind.FRONT_SHEET, SectionKind.MINUTES):
        return ""
    name = PurePosixPath(section.paper.file).name
    references = set(_REFERENCE.findall(name.replace("-", "/")))
    named = re.search(r"\bitem[\W_]*(?:no\.?[\W_]*)?(\d{1,2})\b", name.replace("%20", " "), re.I)
    for folder in folders:
        for entry in folder.agenda:
            if references & set(_REFERENCE.findall(entry.title)):
                return entry.number
        if named and section.kind is SectionKind.EXEMPT:
            continue  # an exempt minute has the title of the minutes
        ranked = sorted(((likeness(entry.title, section.title), entry.number) for entry in folder.agenda), reverse=True)
        if ranked and ranked[0][0] >= LIKE_FROM and section.title:
            return ranked[0][1]
    if section.kind in _FILED:
        return said.filed
    return named[1] if named else ""


def _winner(counts: Iterable[Counter[T]], *, least: int = 1) -> T | None:
    """What the nearest folder with a clear majority of at least `least` votes says; None where none has one."""
    for count in counts:
        if sum(count.values()) >= least and (top := count.most_common(1)[0])[1] >= MAJORITY * sum(count.values()):
            return top[0]
    return None


def _date_in_folders(file: PurePosixPath) -> date | None:
    """The date in the name of a file's folders, nearest first."""
    return next((found for part in file.parts[-2::-1] if (found := first_date(part))), None)
