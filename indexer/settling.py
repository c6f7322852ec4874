"""What one paper does not say about its meeting, the papers beside it do: a vote folder by folder."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath
from typing import TypeVar

from corpus.access import PUBLIC_LABEL
from corpus.papers import Meeting
from indexer.agenda import AgendaItem, agenda_items
from indexer.dates import first_date
from indexer.heads import SectionKind
from indexer.names import tidy_body
from indexer.sections import Section, SectionText
from indexer.titles import LIKE_FROM, likeness

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
# "24/00108": the number under which a decision is filed stands in the agenda and in the names of its papers
_DECISION_NUMBER = re.compile(r"\bdecision (?:no|number|ref\w*)\W{1,4}(\d[\w/-]+)", re.I)
_REFERENCE = re.compile(r"\b\d{2}/\d{3,5}\b")


def settle(
    papers: Sequence[tuple[SectionText, ...]], beside: Iterable[Section] = ()
) -> tuple[tuple[SectionText, ...], ...]:
    """The papers with the gaps in their meetings filled from the other papers of their folder, in the order given.

    An organisation is also taken from the folders above; a date and a body only from a folder whose papers agree.
    The date in a folder's or file's name is the last resort. Nothing that a text says itself is changed, and nothing
    that is not for the public is carried into what is. `beside` are the sections of papers that were settled before:
    they vote too, so that a late paper takes from its folder what it would have taken had it come with the others.
    """
    voters = [*papers, tuple(SectionText(section, ()) for section in beside)]
    votes, public_votes = _votes(voters), _votes([tuple(filter(_is_public, parts)) for parts in voters])
    return tuple(
        tuple(_filled(part, public_votes if _is_public(part) else votes) for part in parts) for parts in papers
    )


def _is_public(part: SectionText) -> bool:
    return part.section.access == part.section.paper.access == PUBLIC_LABEL


class _Votes:
    """The votes of one folder on its organisation, body and date."""

    def __init__(self) -> None:
        self.organisation: Counter[str] = Counter()
        self.body: Counter[str] = Counter()
        self.held_on: Counter[date] = Counter()
        self.agenda: list[AgendaItem] = []


def _votes(papers: Iterable[tuple[SectionText, ...]]) -> dict[str, _Votes]:
    """The votes of every folder, those of the folders in it included."""
    votes: dict[str, _Votes] = defaultdict(_Votes)
    for parts in papers:
        for part in parts:
            meeting, weight = part.section.meeting, _WEIGHT.get(part.section.kind, 0)
            for folder in _folders(part.section.paper.file):
                if meeting.organisation:
                    votes[folder].organisation[meeting.organisation] += max(weight, 1)
                if meeting.body and weight:
                    votes[folder].body[meeting.body] += weight
                if part.section.kind is SectionKind.FRONT_SHEET:
                    votes[folder].agenda += agenda_items(part.lines)
                if meeting.held_on and weight and part.section.kind is not SectionKind.MINUTES:
                    votes[folder].held_on[meeting.held_on] += weight
    return votes


def _folders(file: str) -> Iterator[str]:
    """The folder of a file and those above it, nearest first, the corpus itself last."""
    for folder in PurePosixPath(file).parents:
        yield str(folder)


def _filled(part: SectionText, votes: dict[str, _Votes]) -> SectionText:
    """A section with the empty fields of its meeting filled."""
    section = part.section
    meeting = section.meeting
    folders = [votes[folder] for folder in _folders(section.paper.file) if folder in votes]
    # A neighbour of another council says nothing about this paper's meeting.
    near = [
        f for f in folders[:2] if not meeting.organisation or _winner([f.organisation]) in (None, meeting.organisation)
    ]
    held_on = meeting.held_on
    if held_on is None and section.kind is not SectionKind.MINUTES:
        held_on = _winner(folder.held_on for folder in near) or _date_in_name(section.paper.file)
    organisation = meeting.organisation or _winner(folder.organisation for folder in folders) or ""
    full = Meeting(
        organisation=organisation,
        body=tidy_body(meeting.body or _winner(folder.body for folder in near) or "", organisation),
        held_on=held_on,
        time=meeting.time,
        venue=meeting.venue,
        chair=meeting.chair,
    )
    item = section.item or _item(part, near)
    if full == meeting and item == section.item:
        return part
    return replace(part, section=replace(section, meeting=full, item=item))


def _item(part: SectionText, folders: Sequence[_Votes]) -> str:
    """The item that a front sheet of the same folder gives a paper: by its reference number, or by its title."""
    section = part.section
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
    if section.kind in (SectionKind.DECISION_RECORD, SectionKind.PROPOSED_DECISION_RECORD):
        return next((match[1] for line in part.lines[:15] if (match := _DECISION_NUMBER.search(line.text))), "")
    return named[1] if named else ""


def _winner(counts: Iterable[Counter[T]]) -> T | None:
    """What the nearest folder with a clear majority says; None where none has one."""
    for count in counts:
        if count and (top := count.most_common(1)[0])[1] >= MAJORITY * sum(count.values()):
            return top[0]
    return None


def _date_in_name(file: str) -> date | None:
    """The date in the name of a file's folders, nearest first, or of the file itself."""
    parts = PurePosixPath(file).parts
    return next((found for part in (*parts[-2::-1], parts[-1]) if (found := first_date(part))), None)
