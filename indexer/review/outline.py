"""Outline: a paper as it was understood, line by line, for whoever keeps the index to check by eye.

Of what is not for the public only the pages are named, and why; never a title, a meeting or a word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.access import PUBLIC_LABEL
from corpus.papers import Paper, date_in_words
from indexer.findings.actions import Action
from indexer.findings.attendance import Attendance
from indexer.findings.minutes import Decision
from indexer.linking.fates import Fate
from indexer.linking.versions import Version
from indexer.passages.passage import Passage
from indexer.reading.pages import PageState
from indexer.review.misprints import misprints_in
from indexer.sections.section import Section, SectionKind

FIRST_WORDS = 90  # characters of a decision or a recommendation: enough to know it again


@dataclass(frozen=True, slots=True)
class Understood:
    """What the store holds of one paper; all but the sections and the states of pages only as the public may see it."""

    paper: Paper
    problem: str
    pages: Sequence[PageState]
    sections: Sequence[Section]
    passages: Sequence[Passage] = ()
    decisions: Sequence[Decision] = ()
    attendance: Sequence[Attendance] = ()
    actions: Sequence[Action] = ()
    fates: Sequence[Fate] = ()
    versions: Sequence[Version] = ()


def named(papers: Sequence[Paper], name: str) -> list[Paper]:
    """The papers that a name can mean: the one that lies in that very file, else all whose file holds it."""
    exact = [paper for paper in papers if name in (paper.file, *paper.copies)]
    part = name.casefold()
    return exact or [paper for paper in papers if any(part in file.casefold() for file in (paper.file, *paper.copies))]


def outline(held: Understood) -> Iterator[str]:
    """The lines of an outline: the file, its pages and copies, then each section with what was found in it."""
    yield held.paper.file
    states = Counter(state.value for state in held.pages)
    how = ", ".join(f"{count} {state}" for state, count in states.most_common())
    yield f"pages: {len(held.pages)} ({how})" if held.pages else "pages: none"
    if held.problem:
        yield f"not read in full: {held.problem}"
    for copy in held.paper.copies:
        yield f"copy: {copy}"
    for section in sorted(held.sections, key=lambda one: one.page or 0):  # the store gives them by their meetings
        yield ""
        if PUBLIC_LABEL == section.access == held.paper.access:
            yield from _public(held, section)
        else:
            yield _restricted(held.paper, section)


def _restricted(paper: Paper, section: Section) -> str:
    """That there is a section which is not for the public, where, and why."""
    label = section.access if section.access != PUBLIC_LABEL else paper.access
    why = f" ({section.mark})" if section.mark else ""
    return f"not for the public, {_pages(section.page, section.page_end)}: {label}{why}"


def _public(held: Understood, section: Section) -> Iterator[str]:
    """A section that everybody may see: kind, pages, meeting, item, title; and what was found in it."""
    meeting = section.meeting
    day = meeting.held_on.isoformat() if meeting.held_on else "no date"
    yield f"{section.kind.replace('_', ' ')}, {_pages(section.page, section.page_end)}, {section.access}"
    yield f"  meeting: {meeting.organisation or 'no organisation'} | {meeting.body or 'no body'} | {day}"
    if section.item or section.title:
        yield f"  {f'item {section.item}: ' if section.item else ''}{section.title}"
    for version in held.versions:
        if version.section == section:
            yield from _version(version)
    if section.kind in (SectionKind.MINUTES, SectionKind.DECISION_RECORD):
        yield from _items(held, section)
    for misprint in misprints_in(one for one in held.passages if one.section == section):
        yield f"  misprint{_on(misprint.page)}: {misprint.note}"
    people = sum(one.section == section for one in held.attendance)
    actions = sum(one.section == section for one in held.actions)
    if people or actions:
        yield f"  people: {people}, actions: {actions}"
    for fate in held.fates:
        asked = fate.recommendation
        if asked.section == section:
            yield f"  recommendation {asked.number}".rstrip() + f"{_on(asked.page)}: {_first(asked.text)}"
            yield f"    {fate.kind}{_by(fate.decision)}"


def _version(version: Version) -> Iterator[str]:
    """What took the place of a section, and where its minutes were confirmed."""
    if version.successor:
        yield f"  superseded by {version.successor.paper.file} {_pages(version.successor.page, None)}"
    if version.confirmed_by:
        yield f"  confirmed{_by(version.confirmed_by)}"


def _by(decision: Decision | None) -> str:
    """The day, the minute and the place of a decision; "" for none."""
    if decision is None:
        return ""
    day = decision.section.meeting.held_on
    on = f" on {date_in_words(day)}" if day else ""
    return f"{on}, minute {decision.item or '-'} ({decision.section.paper.file}, {_pages(decision.page, None)})"


def _items(held: Understood, section: Section) -> Iterator[str]:
    """The items of minutes in order, each with its decisions."""
    decisions = [one for one in held.decisions if one.section == section]
    whole = (section.item, section.title)
    passages = [(one.item, one.title) for one in held.passages if one.section == section]
    for item in dict.fromkeys([*passages, *((one.item, one.title) for one in decisions)]):
        if item != whole:
            yield f"  {' '.join(filter(None, item))}"
        for one in decisions:
            if (one.item, one.title) == item:
                yield f"    {one.outcome}{_on(one.page)}: {_first(one.text)}"


def _on(page: int | None) -> str:
    """The page in brackets; "" for a paper without pages."""
    return f" (p. {page})" if page else ""


def _pages(first: int | None, last: int | None) -> str:
    if first is None:
        return "no pages"
    return f"page {first}" if last in (None, first) else f"pages {first}-{last}"


def _first(text: str) -> str:
    """The first words of a text in one line."""
    flat = " ".join(text.split())
    return flat if len(flat) <= FIRST_WORDS else f"{flat[:FIRST_WORDS].rsplit(' ', 1)[0]} ..."
