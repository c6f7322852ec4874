"""Undertakings: actions, promises and requests, each with what later papers surely say became of it.

Nobody is said to be done, or late, by a guess: "done" stands only where a later log or minute says so, "overdue" only
where a printed day has passed and no later paper speaks of it. All else is "no trace".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from app.answers.citations import bare
from app.matters.ledger import Quote
from app.matters.promises import own_words
from corpus.papers import Meeting
from indexer.findings.actions import Action
from indexer.findings.minutes import Decision
from indexer.forms.minutes.actions import BROUGHT_BACK, FINISHED, FINISHED_LATE, REPORT_DUE, SAID_FINISHED
from indexer.items.sentences import sentences
from indexer.linking.due import due_day, due_in
from indexer.linking.followed_actions import Followed, followed
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind

SAME_ACTION = 0.75
"""Share of telling words from which on a later mention is of the same action, and not of one much like it."""

SPEAKS, REPORTS = 0.5, 0.6
"""Shares of an action's own words in a later passage: from the first on it may speak of it, from the second on a report
of the same matter reports back."""

FEW = 2
"""With fewer own words, "a report will come" and the like, nothing later can be known to be silent on it."""

REPORTING = (SectionKind.REPORT, SectionKind.PRESENTATION)


class Sort(StrEnum):
    """What is followed."""

    RECOMMENDATION = "recommendation"
    MOTION = "motion"
    AMENDMENT = "amendment"
    REQUEST = "request"
    ACTION = "action"
    PROMISE = "promise"


class Status(StrEnum):
    """What the papers surely say became of it."""

    ACCEPTED = "accepted"
    AMENDED = "accepted with changes"
    REJECTED = "rejected"
    DEFERRED = "deferred"
    REFERRED = "referred"
    NOTED = "noted"
    WITHDRAWN = "withdrawn"
    DONE = "done"
    REPORTED = "reported back"
    RAISED = "still open"
    OVERDUE = "overdue"
    NO_TRACE = "no trace"


@dataclass(frozen=True, slots=True)
class Tracked:
    """Something that was asked for, moved or promised: `asked` are its words, `evidence` the last that we have on it.

    `owner` and `due` as printed, "" where not said; `due_on` is the last day that `due` allows.
    """

    sort: Sort
    asked: Quote
    status: Status
    evidence: Quote
    owner: str = ""
    due: str = ""
    due_on: date | None = None

    @property
    def meeting(self) -> Meeting:
        """The meeting whose papers first have it."""
        return self.asked.section.meeting

    @property
    def asked_on(self) -> date | None:
        """The day on which it was asked for; None where only a later log has it."""
        return None if self.asked.section.kind is SectionKind.ACTION_LOG else self.meeting.held_on


@dataclass(frozen=True, slots=True)
class LaterPapers:
    """What is known of the papers behind a meeting, for one right to see.

    `find` gives the passages of an organisation after a day that hold any of some words, `last` the day of the last
    paper of a body, `matters` the matter of an item, by its section and number, and of a report, by its section and "".
    """

    find: Callable[[str, date, Sequence[str]], Sequence[Passage]] = lambda organisation, after, words: ()
    last: Mapping[tuple[str, str], date] = field(default_factory=dict)
    matters: Mapping[tuple[Section, str], str] = field(default_factory=dict)

    def matter_of(self, section: Section, item: str) -> str:
        """The address of the matter of an item or report, "" for none."""
        return self.matters.get((section, item)) or self.matters.get((section, ""), "")


def undertakings(actions: Iterable[Action], requests: Iterable[Decision], later: LaterPapers) -> Iterator[Tracked]:
    """Each action, promise and request once, with what became of it."""
    held = list(actions)
    seen: list[tuple[object, str]] = []
    for one in (
        *(_of_chain(chain, later) for chain in _chains(one for one in held if not one.promise)),
        *(_of_papers(Sort.REQUEST, _quote(one), _Said(due_in(one.text)), later) for one in requests),
        *(_of_papers(Sort.PROMISE, _quote(one), _said(one), later) for one in held if one.promise),
    ):
        # "That a report be brought back" is a request of the minutes, and a promise in the same words.
        mine = one.meeting.sitting, bare(one.asked.text)
        if not _is_among(mine, seen):
            seen.append(mine)
            yield one


@dataclass(frozen=True, slots=True)
class _Said:
    """What is printed beside the words of an undertaking."""

    due: str = ""
    owner: str = ""


def _said(action: Action) -> _Said:
    """The owner, and the deadline: a cell of a log in full, of a sentence only what surely is one."""
    logged = action.section.kind is SectionKind.ACTION_LOG
    return _Said(action.deadline if logged else due_in(action.text), action.owner)


def _quote(one: Action | Decision) -> Quote:
    return Quote(one.section, one.text, one.page, one.item, one.title if isinstance(one, Decision) else "")


def _is_among(one: tuple[object, str], seen: Iterable[tuple[object, str]]) -> bool:
    """True where the same meeting has said it already, in the same words or in more or fewer of them."""
    return any(one[0] == sitting and (one[1] in said or said in one[1]) for sitting, said in seen)


def _chains(actions: Iterable[Action]) -> Iterator[Followed]:
    """Each action with the later mentions that are surely of it; those that are only like it follow by themselves."""
    for chain in followed(actions):
        same = [one for one in chain.later if _same(chain.action, one)]
        yield Followed(chain.action, tuple(same))
        if rest := [one for one in chain.later if one not in same]:
            yield from _chains(rest)


def _same(first: Action, later: Action) -> bool:
    """True for nearly the same own words, and no other owner."""
    mine, theirs = own_words(first.text), own_words(later.text)
    owners = own_words(first.owner), own_words(later.owner)
    alike = 2 * len(mine & theirs) >= SAME_ACTION * (len(mine) + len(theirs)) > 0
    return alike and (not all(owners) or bool(owners[0] & owners[1]))


def _of_chain(chain: Followed, later: LaterPapers) -> Tracked:
    """What the mentions of an action say became of it; where they say nothing, what the other papers do."""
    first, mentions = chain.action, (chain.action, *chain.later)
    became = _said_of(mentions)
    if became is None:
        return _of_papers(Sort.ACTION, _quote(first), _said(first), later)
    printed = [_said(one) for one in mentions]
    owner, due = (
        next(filter(None, cells), "") for cells in zip(*((one.owner, one.due) for one in printed), strict=True)
    )
    return Tracked(Sort.ACTION, _quote(first), *became, owner, due, due_day(due, first.section.meeting.held_on))


def _said_of(mentions: Sequence[Action]) -> tuple[Status, Quote] | None:
    """What the last mention that says something makes of an action, with its words; None where none does."""
    first = mentions[0]
    after = [one for one in mentions[::-1] if _day(one) > _day(first)]
    for one in after:
        if SAID_FINISHED.search(one.text):
            return Status.DONE, _quote(one)
    for one in mentions[::-1]:
        if one.status:
            return _status_of(one.status), replace(_quote(one), text=one.status)
    return (Status.RAISED, _quote(after[0])) if after else None


def _status_of(status: str) -> Status:
    """What the words of a log say of an action; whatever does not surely say that it is finished leaves it open."""
    if FINISHED.search(status) or FINISHED_LATE.search(status):
        return Status.DONE
    return Status.REPORTED if BROUGHT_BACK.search(status) else Status.RAISED


def _day(one: Action) -> date:
    return one.section.meeting.held_on or date.min


def _of_papers(sort: Sort, asked: Quote, said: _Said, later: LaterPapers) -> Tracked:
    """What later papers say of an undertaking that no log follows."""
    meeting = asked.section.meeting
    due_on = due_day(said.due, meeting.held_on)
    # Who is to do it, for whom and by when does not tell this undertaking from another.
    own = own_words(asked.text) - own_words(f"{said.owner} {said.due} {meeting.body}")
    behind = _behind(asked, own, later)
    status, evidence = Status.NO_TRACE, asked
    if report := _report(asked, behind, own, due_on, later):
        status, evidence = Status.REPORTED, _best_sentence(report, own)
    elif (
        len(own) >= FEW
        and _has_passed(due_on, meeting, later)
        and not any(_share(one, own) >= SPEAKS for one in behind)
    ):
        status = Status.OVERDUE
    return Tracked(sort, asked, status, evidence, said.owner, said.due, due_on)


def _report(
    asked: Quote, behind: Iterable[Passage], own: set[str], due_on: date | None, later: LaterPapers
) -> Passage | None:
    """The first report by which something reports back, None where none does, or where no report was to come."""
    brought = behind if REPORT_DUE.search(asked.text) else ()
    return next((one for one in brought if _reports_back(asked, one, own, due_on, later)), None)


def _behind(asked: Quote, own: set[str], later: LaterPapers) -> list[Passage]:
    """The passages of later meetings that hold its words or those of its title, the earliest first."""
    meeting = asked.section.meeting
    words = sorted(own) + sorted(own_words(asked.title) - own)
    if meeting.held_on is None or not words:
        return []
    found = later.find(meeting.organisation, meeting.held_on, words)
    return sorted(found, key=lambda one: str(one.section.meeting.held_on))


def _reports_back(asked: Quote, passage: Passage, own: set[str], due_on: date | None, later: LaterPapers) -> bool:
    """True for a report of the matter to the body that was to have it, with most of its words or in its month."""
    matter, day = later.matter_of(asked.section, asked.item), passage.section.meeting.held_on
    if passage.section.kind not in REPORTING or not matter or matter != later.matter_of(passage.section, ""):
        return False
    in_time = bool(due_on and day and (day.year, day.month) == (due_on.year, due_on.month))
    return _is_for(asked, passage.section.meeting) and (in_time or (bool(own) and _share(passage, own) >= REPORTS))


def _is_for(asked: Quote, meeting: Meeting) -> bool:
    """True for the body that an undertaking names, or for its own where it names none of those that may hear it."""
    own = asked.section.meeting.body
    return bool(meeting.body) and (meeting.body.casefold() in asked.text.casefold() or meeting.body == own)


def _has_passed(due_on: date | None, meeting: Meeting, later: LaterPapers) -> bool:
    """True where a day after the meeting is over by the last paper of the body."""
    last = later.last.get((meeting.organisation, meeting.body))
    # A column "date" of a log may be the day on which an action was raised.
    return bool(due_on and last and meeting.held_on and meeting.held_on < due_on < last)


def _share(passage: Passage, own: set[str]) -> float:
    words = own_words(f"{passage.title} {passage.heading} {passage.text}")
    return len(own & words) / (len(own) or 1)


def _best_sentence(passage: Passage, own: set[str]) -> Quote:
    best = max(sentences(passage.text), key=lambda one: len(own_words(one) & own), default=passage.text)
    return Quote(passage.section, best, passage.page, passage.item, passage.title or passage.section.title)
