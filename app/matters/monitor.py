"""Monitor: every recommendation, motion, request, action and promise of a committee, with what became of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.answers.citations import bare
from app.matters.ledger import Quote
from app.matters.undertakings import LaterPapers, Sort, Status, Tracked, undertakings
from indexer.findings.actions import Action
from indexer.findings.minutes import Decision, VoteEvent
from indexer.forms.grammar import LOST
from indexer.forms.linked import ASKS_TO_REJECT
from indexer.forms.subjects import PASSES_ON
from indexer.linking.fates import Fate, FateKind
from indexer.sections.section import Section

OF_FATES = {
    FateKind.APPROVED: Status.ACCEPTED,
    FateKind.AMENDED: Status.AMENDED,
    FateKind.DEFERRED: Status.DEFERRED,
    FateKind.REFERRED: Status.REFERRED,
    FateKind.NOTED: Status.NOTED,
    FateKind.REJECTED: Status.REJECTED,
    FateKind.NOT_FOUND: Status.NO_TRACE,
}

MOVED = {"motion": Sort.MOTION, "amendment": Sort.AMENDMENT}
"""The kinds of vote events that are motions."""

OF_MOTIONS = {
    "lost": Status.REJECTED,
    "withdrawn": Status.WITHDRAWN,
    "deferred": Status.DEFERRED,
    "referred": Status.REFERRED,
    "rejected": Status.REJECTED,
    "other": Status.NO_TRACE,
    "": Status.NO_TRACE,
}
"""What an outcome says of a motion; every other one is that of a motion that was carried."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """The records that a monitor is made from, for one right to see."""

    fates: Sequence[Fate] = ()
    events: Sequence[VoteEvent] = ()
    actions: Sequence[Action] = ()
    decisions: Sequence[Decision] = ()
    superseded: frozenset[Section] = frozenset()

    def stands(self, section: Section) -> bool:
        """Whether no later version has taken the place of a section."""
        return section not in self.superseded


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; empty fields limit nothing."""

    sort: str = ""
    status: str = ""
    since: date | None = None


def monitor_of(recorded: Recorded, later: LaterPapers) -> list[Tracked]:
    """Everything that is followed, each once, the newest meeting first; those without a date last."""
    requests = [one for one in recorded.decisions if one.outcome == "requested" and recorded.stands(one.section)]
    actions = [one for one in recorded.actions if recorded.stands(one.section)]
    found = [*_of_reports(recorded), *_of_votes(recorded), *undertakings(actions, requests, later)]
    return sorted(_once(found), key=lambda one: one.meeting.held_on or date.min, reverse=True)


def _of_reports(recorded: Recorded) -> Iterator[Tracked]:
    return (_of_fate(one) for one in recorded.fates if recorded.stands(one.recommendation.section))


def _of_votes(recorded: Recorded) -> Iterator[Tracked]:
    return (_of_motion(one) for one in recorded.events if one.kind.value in MOVED and recorded.stands(one.section))


def selected_of(tracked: Iterable[Tracked], wanted: Wanted) -> list[Tracked]:
    """Those that fit, in their order; what has no date is in no time that is asked for."""
    return [
        one
        for one in tracked
        if wanted.sort in ("", one.sort)
        and wanted.status in ("", one.status)
        and (wanted.since is None or (one.meeting.held_on or date.min) >= wanted.since)
    ]


def _of_fate(fate: Fate) -> Tracked:
    """A recommendation of a report; whoever it was put to has to decide it."""
    asked = fate.recommendation
    section, decided = asked.section, fate.decision
    quote = Quote(section, asked.text, asked.page, section.item, section.title)
    evidence = quote
    if decided:
        evidence = Quote(decided.section, decided.text, decided.page, decided.item, decided.title)
    return Tracked(Sort.RECOMMENDATION, quote, OF_FATES[fate.kind], evidence, section.meeting.body)


def _of_motion(event: VoteEvent) -> Tracked:
    """A motion or amendment, under the name of its mover."""
    asked = Quote(event.section, event.proposal or event.result, event.page, event.item, event.title)
    evidence = Quote(event.section, event.result, event.page, event.item, event.title) if event.result else asked
    status = OF_MOTIONS.get(event.outcome, Status.ACCEPTED)
    if _was_carried(event):
        status = Status.ACCEPTED
    return Tracked(MOVED[event.kind.value], asked, status, evidence, event.mover)


def _was_carried(event: VoteEvent) -> bool:
    """True for a motion to refuse, or to recommend, that was carried: its outcome is that of the thing, not its own."""
    if event.outcome == "rejected":
        return bool(ASKS_TO_REJECT.search(event.proposal)) and not LOST.search(event.result)
    return event.outcome == "other" and bool(PASSES_ON.search(event.proposal))


def _once(found: Iterable[Tracked]) -> Iterator[Tracked]:
    """Each once where two files print the same paper."""
    seen: set[tuple[object, ...]] = set()
    for one in found:
        key = (one.sort, one.meeting.sitting, one.asked.item, bare(one.asked.text))
        if key not in seen:
            seen.add(key)
            yield one
