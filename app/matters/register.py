"""Register: the decisions of the register, each once, and those of them that somebody looks for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.answers.filters import Filters
from corpus.papers import Meeting
from indexer.findings.minutes import Decision
from retriever.question_forms.decisions import ROUTINE
from retriever.words import stem, stems, words

ANY = Filters()

ADDRESS = frozenset("councillor councillors cllr cllrs mr mrs ms miss dr sir the".split())
"""How a person is addressed; it tells nobody from anybody."""


class Result(StrEnum):
    """What became of something, in the few words of a chart."""

    AGREED = "agreed"
    LATER = "put off or sent on"
    REFUSED = "not agreed"
    NOTED = "noted or not stated"


RESULTS = {
    **dict.fromkeys(
        (
            *("approved", "agreed", "adopted", "endorsed", "carried", "confirmed", "delegated", "appointed"),
            *("established", "requested", "granted", "elected", "resolved", "recommended"),
        ),
        Result.AGREED,
    ),
    **dict.fromkeys(("deferred", "referred"), Result.LATER),
    **dict.fromkeys(("lost", "rejected", "refused", "withdrawn"), Result.REFUSED),
}
"""The result by the outcome of a decision; every other outcome is NOTED."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision of the register; `copies` are the files in which the same minutes lie again."""

    decision: Decision
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Criteria:
    """What is looked for; empty fields limit nothing. `text` are words that all must stand in title or wording, in any
    of their forms; `person` the name of a member or officer that the record of the decision names."""

    filters: Filters = ANY
    text: str = ""
    outcome: str = ""
    person: str = ""


def entries(decisions: Iterable[Decision]) -> list[Entry]:
    """The decisions in their order, those of minutes printed again put together with the first."""
    kept: dict[tuple[object, ...], Entry] = {}
    for decision in decisions:
        meeting, paper = decision.section.meeting, decision.section.paper
        said = " ".join(decision.text.lower().split())
        # Draft and signed minutes print one decision twice, in two files.
        key = (meeting.organisation, meeting.body, meeting.held_on, decision.item, said)
        first = kept.setdefault(key, Entry(decision, paper.copies))
        known = (first.decision.section.paper.file, *first.copies)
        if paper.file not in known:
            kept[key] = replace(first, copies=(*first.copies, paper.file, *paper.copies))
    return list(kept.values())


def selected(held: Iterable[Entry], criteria: Criteria) -> list[Entry]:
    """The entries that fit, the newest meeting first; those without a date last."""
    wanted = stems(criteria.text)
    person = _name(criteria.person)
    fitting = [entry for entry in held if _fits(entry.decision, criteria, wanted, person)]
    return sorted(fitting, key=lambda entry: -_day(entry.decision))


def outcomes_of(held: Iterable[Entry]) -> list[str]:
    """The outcomes that occur, the most frequent first."""
    return [outcome for outcome, _ in Counter(entry.decision.outcome for entry in held).most_common()]


def is_routine(decision: Decision) -> bool:
    """True for what every meeting does: it confirms the minutes of the last one, and orders its own business."""
    said = (decision.text, decision.title)
    return decision.outcome == "confirmed" or decision.procedural or any(ROUTINE.search(one) for one in said)


def results_a_year(held: Iterable[Entry]) -> dict[int, Counter[Result]]:
    """How many dated decisions each calendar year saw by their results, the earliest first."""
    found: dict[int, Counter[Result]] = {}
    for entry in held:
        held_on = entry.decision.section.meeting.held_on
        if held_on:
            result = RESULTS.get(entry.decision.outcome, Result.NOTED)
            found.setdefault(held_on.year, Counter())[result] += 1
    return dict(sorted(found.items()))


def _fits(decision: Decision, criteria: Criteria, wanted: frozenset[str], person: Sequence[str]) -> bool:
    return (
        _meets(decision.section.meeting, criteria.filters)
        and criteria.outcome in ("", decision.outcome)
        and wanted <= _stems_in(decision, wanted)
        and (not person or _names(decision, person))
    )


def _meets(meeting: Meeting, filters: Filters) -> bool:
    """True for a meeting of the organisation and body that are asked for, within the time."""
    if filters.organisation not in ("", meeting.organisation) or filters.body not in ("", meeting.body):
        return False
    day = meeting.held_on
    # a meeting without a day is in no time that is asked for
    if day is None:
        return not (filters.since or filters.until)
    return (filters.since or day) <= day <= (filters.until or day)


def _stems_in(decision: Decision, wanted: frozenset[str]) -> set[str]:
    """The stems of the words of a decision; none where no word is wanted, because finding them takes time."""
    said = f"{decision.item} {decision.title} {decision.text} {decision.motion}" if wanted else ""
    return set(map(stem, words(said)))


def _names(decision: Decision, person: Sequence[str]) -> bool:
    """Whether one of the places that name people holds the whole name, in one stretch."""
    name = r"(?<!\w)" + r"\W+".join(map(re.escape, person)) + r"(?!\w)"
    places = (decision.mover, decision.seconder, decision.delegated_to, decision.votes, decision.text, decision.motion)
    return any(re.search(name, place, re.IGNORECASE) for place in places)


def _name(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+", text) if word.lower() not in ADDRESS]


def _day(decision: Decision) -> int:
    held_on = decision.section.meeting.held_on
    return held_on.toordinal() if held_on else 0
