"""Version: which section took the place of another, and which meeting confirmed minutes.

versions_of(sections, decisions, text_of)   -> Version   only where the papers show it; else both stand
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from urllib.parse import unquote

from corpus.papers import Paper
from indexer.findings.minutes import Decision
from indexer.forms.dates import find_dates
from indexer.forms.linked import CONFIRMS, DRAFT, FINAL, LATER_VERSION, NOT_A_WORD, SUPPLEMENT, VERSION_NUMBER
from indexer.forms.words import MINUTES_WORD
from indexer.linking.same_text import alike, letters
from indexer.sections.section import Section, SectionKind
from indexer.sections.titles import LIKE_FROM, likeness, same_title

VERSIONED = (SectionKind.REPORT, SectionKind.APPENDIX, SectionKind.MINUTES)
HEAD = 400  # characters at the beginning of a section in which it says which version it is
# Two texts of one title are versions of each other if at least this share of their words is common, in a row.
SAME_MATTER = 0.5

_REFUSED = frozenset({"deferred", "referred", "rejected", "lost", "withdrawn"})


@dataclass(frozen=True, slots=True)
class Version:
    """A section with the later version of itself, and the decision that confirmed it as minutes.

    None where there is none.
    """

    section: Section
    successor: Section | None = None
    confirmed_by: Decision | None = None


def versions_of(
    sections: Sequence[Section], decisions: Iterable[Decision], text_of: Callable[[Section], str]
) -> Iterator[Version]:
    """The sections that have a successor or were confirmed, in their order; `text_of` gives the words of a section."""
    successors = dict(_successors(sections, text_of))
    confirming = _confirming(decisions)
    # "The minutes were agreed" names no day: they are those that lie in the same pack.
    laid_before = {(one.paper, _meeting(one)) for one in sections if one.kind is not SectionKind.MINUTES}
    for section in sections:
        confirmed = None
        if section.kind is SectionKind.MINUTES and section.meeting.held_on:
            confirmed = _confirmed(section, confirming.get(_meeting(section)[:2], ()), laid_before)
        if section in successors or confirmed:
            yield Version(section, successors.get(section), confirmed)


_Meeting = tuple[str, str, date | None]


def _meeting(section: Section) -> _Meeting:
    return section.meeting.organisation, section.meeting.body, section.meeting.held_on


def _successors(sections: Sequence[Section], text_of: Callable[[Section], str]) -> Iterator[tuple[Section, Section]]:
    """Each section that was replaced, with the last of its versions."""
    sheets = {one.paper: one for one in reversed(sections) if one.kind is SectionKind.FRONT_SHEET}
    words = cache(text_of)

    def rank(one: Section) -> tuple[float, ...]:
        sheet = sheets.get(one.paper)
        return _rank(one, words(one)[:HEAD], words(sheet)[:HEAD] if sheet else "")

    def replaces(other: Section, one: Section) -> bool:
        return _may_replace(other, one) and rank(other) > rank(one) and _is_version(words(other), words(one))

    for group in _of_one_meeting(sections):
        for one in group:
            later = [other for other in group if replaces(other, one)]
            if later:
                yield one, max(later, key=rank)


def _of_one_meeting(sections: Iterable[Section]) -> Iterable[list[Section]]:
    """The sections of a kind that meetings have in versions, meeting by meeting; of a meeting without a day none."""
    groups: dict[tuple[SectionKind, _Meeting], list[Section]] = defaultdict(list)
    for one in sections:
        # Two reports without a day may be of two meetings, and then neither replaces the other.
        if one.kind in VERSIONED and one.meeting.held_on and one.meeting.body:
            groups[one.kind, _meeting(one)].append(one)
    return groups.values()


def _may_replace(other: Section, one: Section) -> bool:
    """True for two sections of one meeting in different papers that are minutes, or have one item and one title."""
    if other.paper == one.paper:
        return False
    if one.kind is SectionKind.MINUTES:
        return True
    # Two reports under one item, "Budget: capital" and "Budget: revenue", are two papers; a new title is a new paper.
    if one.item and other.item:
        return one.item == other.item and likeness(one.title, other.title) >= LIKE_FROM
    return same_title(one.title, other.title)


def _is_version(later: str, earlier: str) -> bool:
    """True where a text is mostly another one, and not that very one printed again."""
    # The same words again are a copy, few of the same words another paper under the same title.
    return letters(later) != letters(earlier) and alike(later, earlier) >= SAME_MATTER


def _rank(section: Section, head: str, front: str) -> tuple[float, ...]:
    """How late a version is by what its file's name, its title, its first words and its front sheet say of it."""
    name = NOT_A_WORD.sub(" ", unquote(section.paper.file.rsplit("/", 1)[-1]))
    said = f"{name}\n{section.title}\n{head}"
    supplement = SUPPLEMENT.search(name) or SUPPLEMENT.search(front)
    numbers = [float(number) for number in VERSION_NUMBER.findall(said)]
    return (
        # "Draft minutes" that are titled "final" in the file's name are the final ones that kept their heading.
        bool(FINAL.search(name)) - bool(DRAFT.search(said)),
        max(numbers, default=1.0),
        bool(LATER_VERSION.search(said)),
        int(supplement[1] or 1) if supplement else 0,
    )


def _confirming(decisions: Iterable[Decision]) -> dict[tuple[str, str], list[Decision]]:
    """The decisions that confirm minutes, by organisation and body, the earliest first."""
    found: dict[tuple[str, str], list[Decision]] = defaultdict(list)
    for one in decisions:
        words = f"{one.text} {one.motion}"
        # "That the minutes be confirmed" that was put off confirms nothing yet.
        said = one.outcome not in _REFUSED and CONFIRMS.search(words) and MINUTES_WORD.search(f"{one.title} {words}")
        if said and one.section.meeting.held_on:
            found[_meeting(one.section)[:2]].append(one)
    for own in found.values():
        own.sort(key=lambda one: one.section.meeting.held_on or date.min)
    return found


def _confirmed(
    section: Section, confirming: Iterable[Decision], laid_before: set[tuple[Paper, _Meeting]]
) -> Decision | None:
    """The first later decision of the body that names the day of these minutes, or names none where they were laid
    before it.
    """
    held_on = section.meeting.held_on
    for one in confirming:
        then = one.section.meeting.held_on
        if held_on is None or then is None or then <= held_on:
            continue
        days = {found.day for found in find_dates(f"{one.text} {one.motion}") or find_dates(one.title)} - {then}
        if held_on in days or (not days and (section.paper, _meeting(one.section)) in laid_before):
            return one
    return None
