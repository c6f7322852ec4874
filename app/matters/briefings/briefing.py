"""Briefing: what a newcomer needs to know about a committee or a topic, on one page; every statement is proved."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from app.answers.documents import Document, Heading, Item
from app.answers.phrases import calmed, counted, in_a_sentence
from app.answers.sources import Sources
from app.matters.briefings.acronyms import acronyms_of
from app.matters.briefings.purpose import DEFINES, SUBJECT, remit_of, sentences_that
from app.matters.briefings.to_come import to_come
from app.matters.chronology import Chronology, step_of
from app.matters.promises import promises_of
from app.matters.register import is_routine
from app.matters.steps import DECISIONS, Step, day, newest_first, sitting
from app.matters.topics import Topic
from app.matters.undertakings import LaterPapers, undertakings
from app.meetings.planned import Planned, planned_quote
from corpus.papers import Meeting
from indexer.findings.acronyms import Acronym
from indexer.findings.actions import Action
from indexer.findings.attendance import Attendance, Capacity
from indexer.passages.passage import Passage
from retriever.register import Ruling

YEAR = timedelta(days=365)
NO_PURPOSE = "The papers do not describe what this committee does."
NO_DEFINITION = "The papers do not describe this in one sentence."
NO_DATES = "The papers do not give the date of any meeting."
MOST_STEPS, MOST_QUOTES = 10, 2

USUAL = re.compile(
    r"\b(?:apolog\w+|declarations? of|disclosures? of|minutes|welcome|urgent (?:items?|business)|any other|"
    r"exclusion of|announcements?|forward plan|work programme|action log|date of (?:the )?next)\b",
    re.IGNORECASE,
)
"""Titles of the business that every meeting has; no newcomer has to know of it."""

GROUPS = (
    (Capacity.PRESENT, "Present"),
    (Capacity.SUBSTITUTE, "Substitutes"),
    (Capacity.APOLOGIES, "Apologies"),
    (Capacity.IN_ATTENDANCE, "In attendance"),
)


@dataclass(frozen=True, slots=True)
class Known:
    """What the papers of one body hold; `passages` are those that come nearest to saying what it is for.

    `actions`, `acronyms` and `elsewhere`, where another paper may say what it is for, are of the whole organisation.
    `standing` has a line on each of its matters that go on, `subjects` the names of those that came up most often, and
    `planned` the rows of its work programme.
    """

    acronyms: Sequence[Acronym]
    passages: Sequence[Passage]
    meetings: Sequence[Meeting] = ()
    attendance: Sequence[Attendance] = ()
    rulings: Sequence[Ruling] = ()
    actions: Sequence[Action] = ()
    elsewhere: Sequence[Passage] = ()
    standing: Sequence[Item] = ()
    subjects: Sequence[str] = ()
    planned: Sequence[Planned] = ()
    later: LaterPapers = field(default_factory=LaterPapers)
    capitals: str = ""


def briefing_on_body(organisation: str, body: str, known: Known, sources: Sources) -> Document:
    """The briefing on a committee; "the last year" is the year before the latest meeting that we have papers from."""
    days = sorted({meeting.held_on for meeting in known.meetings if meeting.held_on})
    since = days[-1] - YEAR if days else date.min
    steps = [step for ruling in known.rulings if (step := _step(ruling, known.capitals, sources))]
    recent = [step for step in steps if step.held_on and step.held_on > since]
    sittings = {meeting.sitting for meeting in known.meetings if meeting.held_on and meeting.held_on > since}
    requests = [limb for ruling in known.rulings for limb in ruling.limbs if limb.outcome == "requested"]
    requests = [limb for limb in requests if limb.section.meeting.sitting in sittings]
    tracked = undertakings(
        known.actions, requests, known.later, wanted=lambda one: one.section.meeting.sitting in sittings
    )
    promises = promises_of(tracked, sources)
    parts = [
        Heading("What it is"),
        *_purpose(body or organisation, known, sources),
        Heading("Who attended last"),
        *_people(known.attendance, sources),
        *_decided(recent),
        *_standing(known.standing),
        *to_come(steps, recent, promises, _ahead(known.planned, days, sources)),
        *acronyms_of(known.acronyms, lambda one: one.meeting.body == body or not body, sources),
        Heading("Recent meetings"),
        Item(text=_coverage(days, known.rulings)),
        Item(text=", ".join(day(one) for one in days if one > since) or NO_DATES),
    ]
    name = ", ".join(dict.fromkeys(part for part in (organisation, body) if part))
    return Document(f"Briefing: {name}", tuple(parts))


def briefing_on_topic(chronology: Chronology, topic: Topic, known: Known, sources: Sources) -> Document:
    """The briefing on a topic, of the papers of all committees; "the last year" is the year before its latest step."""
    days = sorted(step.held_on for step in chronology.steps if step.held_on)
    since = days[-1] - YEAR if days else date.min
    on_it = [one for one in known.planned if topic.names(one.what)]
    recent = [step for step in chronology.steps if step.held_on and step.held_on > since]
    bodies = Counter(", ".join(filter(None, (s.meeting.organisation, s.meeting.body))) for s in chronology.steps)
    sections = {citation.passage.section for step in chronology.steps for citation in step.citations}
    parts = [
        Heading("What it is"),
        *sentences_that(
            known.passages,
            sources,
            lambda one: bool(DEFINES.search(one)) and topic.names(*one.split()[:SUBJECT]),
            without=NO_DEFINITION,
        ),
        Heading("Who has dealt with it"),
        *(Item(name, counted(count, "item")) for name, count in bodies.most_common()),
        *_decided(recent),
        *to_come(chronology.steps, recent, chronology.promises, _ahead(on_it, days, sources)),
        *acronyms_of(known.acronyms, lambda one: one in sections, sources),
    ]
    return Document(f"Briefing: {chronology.topic}", tuple(parts))


def _purpose(named: str, known: Known, sources: Sources) -> Iterator[Item]:
    """What a committee is for; where no paper says it, what came before it most often."""
    said = list(remit_of(named, known.passages, known.elsewhere, sources))
    yield from said or [Item(text=NO_PURPOSE)]
    if known.subjects and not said:
        yield Item("It dealt most often with:", "; ".join(known.subjects))


def _ahead(planned: Iterable[Planned], days: Sequence[date], sources: Sources) -> list[Item]:
    """The rows of work programmes for days after the last one that we have papers of."""
    after = (one for one in planned if not days or one.day > days[-1])
    cited = ((one, planned_quote(one, sources)) for one in after)
    return [Item(f"{one.when} (planned)", one.what, (quote,)) for one, quote in cited if quote]


def _step(ruling: Ruling, capitals: str, sources: Sources) -> Step | None:
    """The step that a ruling is, None for the business that every meeting has."""
    if USUAL.search(ruling.title) or is_routine(ruling.limbs[0]):
        return None
    step = step_of(ruling, ruling.limbs, sources)
    return replace(step, title=calmed(step.title, capitals)) if step else None


def _coverage(days: Sequence[date], rulings: Sequence[Ruling]) -> str:
    """How many meetings and decisions of a committee we have papers from."""
    if not days:
        return NO_DATES
    period = f"from {day(days[0])} to {day(days[-1])}" if len(days) > 1 else f"on {day(days[0])}"
    return f"We have papers from {counted(len(days), 'meeting')}, {period}, with {counted(len(rulings), 'decision')}."


def _standing(lines: Sequence[Item]) -> Iterator[Heading | Item]:
    """The matters that go on, each with what its last meeting did."""
    if lines:
        yield Heading("Live issues")
    yield from lines


def _people(attendance: Sequence[Attendance], sources: Sources) -> Iterator[Item]:
    """The people named in the minutes of the latest meeting; only names that we find on the page."""
    dated = [one for one in attendance if one.section.meeting.held_on]
    if not dated:
        yield Item(text="We have no minutes that name who attended.")
        return
    last = max(dated, key=lambda one: str(one.section.meeting.held_on)).section
    yield Item(text=f"From the minutes of {day(last.meeting.held_on)}. Membership may have changed.")
    for capacity, lead in GROUPS:
        people = [one for one in dated if one.section == last and one.capacity is capacity]
        proved = [(one, found) for one in people if (found := sources.cited(last, one.name, one.page))]
        if proved:
            pages = {found.page: found for _, found in reversed(proved)}
            yield Item(f"{lead}:", "; ".join(_person(one) for one, _ in proved), tuple(pages.values())[::-1])


def _person(one: Attendance) -> str:
    described = [one.role, "in the chair" if one.chair and "chair" not in one.role.lower() else ""]
    return ", ".join(part for part in (one.name, *described) if part)


def _decided(recent: Sequence[Step]) -> Iterator[Heading | Item]:
    yield Heading("Recent decisions")
    decided = sorted((one for one in recent if one.kind in DECISIONS and one.said), key=newest_first)
    several = len({step.meeting.body for step in decided}) > 1
    yield from (_row(step, whose=several) for step in decided[:MOST_STEPS])
    if len(decided) > MOST_STEPS:
        yield Item(text=f"And {len(decided) - MOST_STEPS} more on the Decisions page.")
    if not decided:
        yield Item(text="We have no decisions from that year, except to note or postpone something.")


def _row(step: Step, *, whose: bool) -> Item:
    """A decision in one row: when, what about, what became of it; with `whose` also who decided."""
    when = sitting(step.meeting) if whose else day(step.held_on)
    return Item(when, f"{in_a_sentence(step.title)}: {step.did}", step.citations[:MOST_QUOTES])
