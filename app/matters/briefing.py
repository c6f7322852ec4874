"""Briefing: what a newcomer needs to know about a committee or a topic, on one page; every statement is proved."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from app.answers.answer import Citation
from app.answers.citations import bare
from app.answers.documents import Document, Heading, Item
from app.answers.escaping import shorten
from app.answers.phrases import counted, in_a_sentence
from app.answers.sources import Sources
from app.matters.chronology import Chronology, step_of
from app.matters.promises import Promise, promised_at, promises_of
from app.matters.register import is_routine
from app.matters.steps import Step, StepKind, day, sitting, step_lead, step_text
from app.matters.topics import Topic, quotable
from app.matters.undertakings import LaterPapers, undertakings
from app.matters.undertakings.own_words import own_words
from corpus.papers import Meeting
from indexer.findings.acronyms import Acronym
from indexer.findings.actions import Action
from indexer.findings.attendance import Attendance, Capacity
from indexer.passages.passage import Passage
from retriever.register import Ruling

YEAR = timedelta(days=365)
LONGEST_PROMISE = 160
SUBJECT = 10  # words at the beginning of a sentence, among which is what it is about
NO_PURPOSE = "The papers do not describe what this committee does."
NO_DEFINITION = "The papers do not describe this in one sentence."
NO_DATES = "The papers do not give the date of any meeting."
MOST_SENTENCES, MOST_STEPS, MOST_ACRONYMS, MOST_QUOTES, MOST_MATTERS = 2, 10, 24, 2, 6

DECISIONS = (StepKind.DECIDED, StepKind.AMENDED, StepKind.REJECTED, StepKind.CALLED_IN, StepKind.RECOMMENDED)
PUT_OFF = (StepKind.DEFERRED, StepKind.REFERRED)

PURPOSE = re.compile(
    r"\b(?:terms of reference|remit|purpose|role of|responsib(?:le|ility|ilities) for|(?:was|is|been) (?:set up|"
    r"established|created)|"
    r"duty to|statutory|exists to|works? to)\b",
    re.IGNORECASE,
)
"""How papers say what a body is for."""

OF_A_PAPER = re.compile(r"\b(?:purpose|aim) of (?:this|the) (?:report|paper|item|presentation)\b", re.IGNORECASE)

DEFINES = re.compile(
    r"\b(?:is|are|means|aims to|was (?:set up|established|created)|pays for|consists of)\b", re.IGNORECASE
)
"""How papers say what a thing is."""

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

    `actions` are those of the whole organisation: the log of another body may say what became of one.

    `standing` has a line on each of its matters that go on.
    """

    meetings: Sequence[Meeting]
    attendance: Sequence[Attendance]
    rulings: Sequence[Ruling]
    actions: Sequence[Action]
    acronyms: Sequence[Acronym]
    passages: Sequence[Passage]
    standing: Sequence[Item] = ()
    later: LaterPapers = field(default_factory=LaterPapers)


def briefing_on_body(organisation: str, body: str, known: Known, sources: Sources) -> Document:
    """The briefing on a committee; "the last year" is the year before the latest meeting that we have papers from."""
    days = sorted({meeting.held_on for meeting in known.meetings if meeting.held_on})
    since = days[-1] - YEAR if days else date.min
    steps = [step for ruling in known.rulings if (step := _step(ruling, sources))]
    recent = [step for step in steps if step.held_on and step.held_on > since]
    sittings = {meeting.sitting for meeting in known.meetings if meeting.held_on and meeting.held_on > since}
    requests = [limb for ruling in known.rulings for limb in ruling.limbs if limb.outcome == "requested"]
    requests = [limb for limb in requests if limb.section.meeting.sitting in sittings]
    tracked = undertakings(
        known.actions, requests, known.later, wanted=lambda one: one.section.meeting.sitting in sittings
    )
    promises = promises_of(tracked, sources)
    named = body or organisation
    parts = [
        Heading("What it is"),
        *_sentences(known.passages, sources, lambda one: _says_what_it_is(one, named), without=NO_PURPOSE),
        Heading("Who attended last"),
        *_people(known.attendance, sources),
        *_decided(recent),
        *_standing(known.standing),
        *_live(steps, recent, promises),
        *_acronyms(known.acronyms, sources),
        Heading("Recent meetings"),
        Item(text=_coverage(days, known.rulings)),
        Item(text=", ".join(day(one) for one in days if one > since) or NO_DATES),
    ]
    name = ", ".join(dict.fromkeys(part for part in (organisation, body) if part))
    return Document(f"Briefing: {name}", tuple(parts))


def briefing_on_topic(
    chronology: Chronology, topic: Topic, passages: Sequence[Passage], acronyms: Iterable[Acronym], sources: Sources
) -> Document:
    """The briefing on a topic; "the last year" is the year before its latest step."""
    days = [step.held_on for step in chronology.steps if step.held_on]
    since = max(days) - YEAR if days else date.min
    recent = [step for step in chronology.steps if step.held_on and step.held_on > since]
    bodies = Counter(", ".join(filter(None, (s.meeting.organisation, s.meeting.body))) for s in chronology.steps)
    sections = {citation.passage.section for step in chronology.steps for citation in step.citations}
    parts = [
        Heading("What it is"),
        *_sentences(
            passages,
            sources,
            lambda one: bool(DEFINES.search(one)) and topic.names(*one.split()[:SUBJECT]),
            without=NO_DEFINITION,
        ),
        Heading("Who has dealt with it"),
        *(Item(name, counted(count, "item")) for name, count in bodies.most_common()),
        *_decided(recent),
        *_live(chronology.steps, recent, chronology.promises),
        *_acronyms((one for one in acronyms if one.section in sections), sources),
    ]
    return Document(f"Briefing: {chronology.topic}", tuple(parts))


def _step(ruling: Ruling, sources: Sources) -> Step | None:
    """The step that a ruling is, None for the business that every meeting has."""
    if USUAL.search(ruling.title) or is_routine(ruling.limbs[0]):
        return None
    return step_of(ruling, ruling.limbs, sources)


def _sentences(
    passages: Iterable[Passage], sources: Sources, says: Callable[[str], bool], *, without: str
) -> Iterator[Item]:
    """The first sentences that say what is asked, best passage first."""
    told: set[str] = set()
    for passage in passages:
        for sentence in quotable(passage.text):
            fits = len(told) < MOST_SENTENCES and says(sentence) and bare(sentence) not in told
            if fits and (citation := sources.of_sentence(passage, sentence)):
                told.add(bare(sentence))
                yield Item(citations=(citation,))
    if not told:
        yield Item(text=without)


def _says_what_it_is(sentence: str, body: str) -> bool:
    """Whether a sentence is about a body and says what it is for; what a report is for is another matter."""
    opening = " ".join(sentence.split()[:SUBJECT])
    return bool(PURPOSE.search(sentence)) and _names(opening, body) and not OF_A_PAPER.search(opening)


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


def _names(sentence: str, body: str) -> bool:
    """Whether a sentence names a body, by its name or by the noun at its end: the Board, the Committee."""
    return bool(
        re.search(rf"\b(?:{re.escape(body)}s?|[Tt]he {re.escape(body.split()[-1] if body else '')})\b", sentence)
    )


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
    decided = sorted((one for one in recent if one.kind in DECISIONS and one.said), key=_newest_first)
    several = len({step.meeting.body for step in decided}) > 1
    yield from (_row(step, whose=several) for step in decided[:MOST_STEPS])
    if len(decided) > MOST_STEPS:
        yield Item(text=f"And {len(decided) - MOST_STEPS} more on the Decisions page.")
    if not decided:
        yield Item(text="We have no decisions from that year, except to note or postpone something.")


def _live(steps: Sequence[Step], recent: Sequence[Step], promises: Iterable[Promise]) -> Iterator[Heading | Item]:
    """What was postponed and has not come back under the same title, and promises that are still open."""
    yield Heading("Still to come")
    # "Deferred in March" and "agreed in May" under one title: nothing is left to come.
    put_off = [one for one in recent if one.kind in PUT_OFF and not any(_settles(later, one) for later in steps)]
    since = min((one.held_on for one in recent if one.held_on), default=date.min)
    still = [one for one in promises if one.is_open and one.meeting.held_on and one.meeting.held_on >= since]
    yield from map(_told, sorted(put_off, key=_newest_first))
    yield from map(_to_come, reversed(still))
    if not put_off and not still:
        yield Item(text="We found nothing that is still to come.")


def _settles(later: Step, step: Step) -> bool:
    """Whether a later step decides what stood under the same title."""
    if later.kind not in DECISIONS or not later.held_on or not step.held_on or later.held_on <= step.held_on:
        return False
    one, other = bare(later.title), bare(step.title)
    # "Tide Mill working group" comes back as "Tide Mill: report of the working group".
    return one in other or other in one or own_words(step.title) <= own_words(later.title)


def _to_come(promise: Promise) -> Item:
    """A promise that is open, in its words, and by when."""
    due = f" Due: {promise.deadline}." if promise.deadline else ""
    said = f"A log says: \u201c{promise.later.quote}\u201d" if promise.later else f"{promise.state.value}."
    words = f"\u201c{shorten(promise.citation.quote, LONGEST_PROMISE)}\u201d{due} {said}"
    later = (promise.later,) if promise.later else ()
    return Item(promised_at(promise), words, (promise.citation, *later))


def _acronyms(acronyms: Iterable[Acronym], sources: Sources) -> Iterator[Heading | Item]:
    """The acronyms spelt out most often, each with its most frequent long form."""
    spelt: dict[str, Counter[str]] = {}
    where: dict[tuple[str, str], Citation] = {}
    for one in acronyms:
        spelt.setdefault(one.short, Counter())[one.long] += 1
        if (one.short, one.long) not in where and (citation := _spelt_out(one, sources)):
            where[one.short, one.long] = citation
    found = [(short, longs.most_common(1)[0][0]) for short, longs in spelt.items()]
    # "HRA" is a housing account in ninety papers and a human resources agency in one.
    most = sorted(found, key=lambda pair: -spelt[pair[0]][pair[1]])[:MOST_ACRONYMS]
    proved = sorted(pair for pair in most if pair in where)
    if proved:
        yield Heading("Acronyms")
    for short, long in proved:
        yield Item(short, long, (where[short, long],))


def _spelt_out(one: Acronym, sources: Sources) -> Citation | None:
    """The place where an acronym is spelt out: on its page, or on the one before, where its passage begins."""
    # A passage that begins on page 3 may spell a name out there and have its bracket on page 4.
    before = one.page - 1 if one.page and one.page > 1 else one.page
    return sources.cited(one.section, one.long, one.page) or sources.cited(one.section, one.long, before)


def _row(step: Step, *, whose: bool) -> Item:
    """A decision in one row: when, what about, what became of it; with `whose` also who decided."""
    when = sitting(step.meeting) if whose else day(step.held_on)
    return Item(when, f"{in_a_sentence(step.title)}: {step.did}", step.citations[:MOST_QUOTES])


def _told(step: Step) -> Item:
    return Item(step_lead(step), in_a_sentence(step_text(step)), step.citations[:MOST_QUOTES])


def _newest_first(step: Step) -> int:
    return -step.held_on.toordinal() if step.held_on else 0
