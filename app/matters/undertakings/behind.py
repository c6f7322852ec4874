"""Behind: what the papers behind a meeting say of an undertaking that no log follows."""

from __future__ import annotations

from collections.abc import Iterable, Set
from datetime import date
from itertools import filterfalse

from app.matters.ledger import Quote
from app.matters.undertakings.own_words import FEW, own_words
from app.matters.undertakings.tracked import LaterPapers, Status
from corpus.papers import Meeting
from indexer.forms.minutes.actions import REPORT_DUE
from indexer.forms.subjects import OF_THE_PAPER
from indexer.items.sentences import sentences
from indexer.passages.passage import Passage
from indexer.sections.section import SectionKind

SPEAKS, REPORTS = 0.5, 0.6
"""Shares of an undertaking's own words in a later passage: from the first on it may speak of it, from the second on it
mentions it, or reports back where it is a report of the same matter."""

SPAN = own_words("one two three four six twelve day week month year time course")
"""Words of a deadline such as "in six months"."""

REPORTING = (SectionKind.REPORT, SectionKind.PRESENTATION)


def became_behind(asked: Quote, beside: str, due_on: date | None, later: LaterPapers) -> tuple[Status, Quote]:
    """The status that later papers give an undertaking, and the words that do.

    `beside` is what is printed beside its words: who is to do it, and by when.
    """
    meeting = asked.section.meeting
    # Who is to do it, for whom and by when does not tell this undertaking from another.
    own = own_words(asked.text) - own_words(f"{beside} {meeting.body}") - SPAN
    behind = _behind(asked, own, later)
    if report := _report(asked, behind, own, due_on, later):
        return Status.REPORTED, _best_sentence(report, own)
    mentions = [one for one in behind if _mentions(asked, one, own, due_on, later)]
    if mention := max(mentions, key=lambda one: _share(one, own), default=None):
        return Status.MENTIONED, _best_sentence(mention, own or own_words(asked.title))
    silent = len(own) >= FEW and not any(_share(one, own) >= SPEAKS for one in behind)
    return Status.OVERDUE if silent and _has_passed(due_on, meeting, later) else Status.NO_TRACE, asked


def _behind(asked: Quote, own: set[str], later: LaterPapers) -> list[Passage]:
    """The passages of later meetings that hold its words or those of its title, the earliest first."""
    meeting = asked.section.meeting
    words = sorted(own) + sorted(own_words(asked.title) - own)
    if meeting.held_on is None or not words:
        return []
    found = later.find(meeting.organisation, meeting.held_on, words)
    return sorted(found, key=lambda one: str(one.section.meeting.held_on))


def _report(
    asked: Quote, behind: Iterable[Passage], own: Set[str], due_on: date | None, later: LaterPapers
) -> Passage | None:
    """The first report by which something reports back, None where none does, or where no report was to come."""
    brought = behind if REPORT_DUE.search(asked.text) else ()
    return next((one for one in brought if _reports_back(asked, one, own, due_on, later)), None)


def _reports_back(asked: Quote, passage: Passage, own: Set[str], due_on: date | None, later: LaterPapers) -> bool:
    """True for a report to the body that was to have it: of the matter in most of its words, or in its month.

    In its month it may also be of another matter, whose whole name the undertaking has.
    """
    if passage.section.kind not in REPORTING or not _is_for(asked, passage.section.meeting):
        return False
    in_time = _in_its_month(passage, due_on)
    if not _is_of_its_matter(asked, passage, later):
        return in_time and _is_named_in(asked, passage.section.title)
    return in_time or (bool(own) and _share(passage, own) >= REPORTS)


def _is_named_in(asked: Quote, title: str) -> bool:
    """True where an undertaking has all the telling words of a title: "a report on school boats", "School boats"."""
    named = own_words(title)
    return len(named) >= FEW and named <= own_words(asked.text)


def _mentions(asked: Quote, passage: Passage, own: Set[str], due_on: date | None, later: LaterPapers) -> bool:
    """True for a passage with most of its words, or on its matter and before its body in the month that was set.

    Where no words tell it from another, "that a further report be brought", it is known by its title.
    """
    title, said = own_words(asked.title), _words(passage)
    alike = _is_of_its_matter(asked, passage, later) or (title and len(title & said) >= SPEAKS * len(title))
    telling = own - title
    if len(telling) >= FEW and alike and len(telling & said) >= max(FEW, REPORTS * len(telling)):
        return True
    if len(own) < FEW <= len(title) and title <= said:
        return True
    in_time = _in_its_month(passage, due_on) and _is_for(asked, passage.section.meeting)
    return in_time and _is_of_its_matter(asked, passage, later)


def _is_of_its_matter(asked: Quote, passage: Passage, later: LaterPapers) -> bool:
    matter = later.matter_of(asked.section, asked.item)
    # Each item of minutes may be of another matter; a report has one.
    return bool(matter) and matter in (later.matter_of(passage.section, passage.item), _of_report(passage, later))


def _of_report(passage: Passage, later: LaterPapers) -> str:
    return later.matter_of(passage.section, "") if passage.section.kind in REPORTING else ""


def _in_its_month(passage: Passage, due_on: date | None) -> bool:
    day = passage.section.meeting.held_on
    return bool(due_on and day and (day.year, day.month) == (due_on.year, due_on.month))


def _is_for(asked: Quote, meeting: Meeting) -> bool:
    """True for the body that an undertaking names, or for its own where it names none of those that may hear it."""
    own = asked.section.meeting.body
    return bool(meeting.body) and (meeting.body.casefold() in asked.text.casefold() or meeting.body == own)


def _has_passed(due_on: date | None, meeting: Meeting, later: LaterPapers) -> bool:
    """True where a day after the meeting is over by the last paper of the body."""
    last = later.last.get((meeting.organisation, meeting.body))
    # A column "date" of a log may be the day on which an action was raised.
    return bool(due_on and last and meeting.held_on and meeting.held_on < due_on < last)


def _share(passage: Passage, own: Set[str]) -> float:
    return len(own & _words(passage)) / (len(own) or 1)


def _words(passage: Passage) -> set[str]:
    return own_words(f"{passage.title} {passage.heading} {passage.text}")


def _best_sentence(passage: Passage, own: Set[str]) -> Quote:
    """The sentence with most of these words; the title of the paper where none has any."""
    section = passage.section
    told = filterfalse(OF_THE_PAPER.match, sentences(passage.text))
    best = max(told, key=lambda one: len(own_words(one) & own), default=passage.text)
    if section.title and not own & own_words(best):
        return Quote(section, section.title, section.page, section.item, section.title)
    return Quote(section, best, passage.page, passage.item, passage.title or section.title)
