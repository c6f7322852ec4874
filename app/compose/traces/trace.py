"""How a matter went on: how far it has come, then dated steps over the meetings and papers that speak of it."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from app.compose.evidence import DECIDED, SAID_BEFORE, Evidence
from app.compose.forms import form_of
from app.compose.records import Records
from app.compose.traces.asks import bringing
from app.compose.traces.figures import Said, figure_that_moved, said_by, same_thing
from app.compose.traces.gaps import not_held
from app.compose.traces.latest import latest, unheard
from app.compose.traces.matter import Matter, matter_of
from app.compose.traces.stages import Stage, stages_of
from app.compose.traces.windows import shortened
from app.compose.wording import KIND_IN_WORDS, Draft, Statement, length, whose
from app.holdings.library import Missing, unheld_minutes
from app.matters.steps import CALL_IN, StepKind
from corpus.papers import date_in_words
from indexer.sections.section import Section, SectionKind
from retriever.coverage import Rarity
from retriever.questions import Question
from retriever.search import Hit

BUDGET = 1450  # characters of quotes and, about, of the names of their steps
ROOM = 1490  # characters of the whole answer, counted exactly: what does not fit makes way for what was chosen next
A_LEAD = 30  # characters of the name of a step, at the least
SHORTEST, LONGEST = 200, 900  # characters of a quote: with many steps each has less room
WORTH = 5.0  # a quote whose log-odds are this much below the best is not worth its room
A_STEP = 2.5  # log-odds below the best down to which an item of the register counts as a step that needs room
ANOTHER = 0.35  # share of its worth that is left to each further quote of one step
MOVED = 1.0  # log-odds that a quote gains where one of another step gives another figure for the same thing
EVEN = 100  # characters added to every length, so that the shortest quotes do not win by being short

# How many characters a quote costs beside its own, by what of its step the answer has named already.
JOINED, SAME_STEP, SAME_MEETING, SAME_BODY, ANOTHER_BODY = 1, 8, 40, 50, 80

PARTED = 2  # characters between two statements

# At one meeting a report is read before it is minuted.
ORDER = {SectionKind.FRONT_SHEET: 0, SectionKind.REPORT: 1, SectionKind.APPENDIX: 2, SectionKind.MINUTES: 4}

REPORTED_BACK = "reported back"
LATEST = "Latest: "

DEFERRED = re.compile(r"\b(?:deferred|postponed|held over)\b", re.IGNORECASE)
AMENDED = re.compile(r"\bamend(?:ed|ment)\b", re.IGNORECASE)
REPORTED = re.compile(
    r"\b(?:reported|explained|informed|advised|updated?|presented|introduced|outlined|told|noted)\b", re.IGNORECASE
)
RECOMMENDS = re.compile(r"\brecommend(?:ed|s|ation)?\b|\bis asked to\b", re.IGNORECASE)


def trace(
    question: Question, evidence: Sequence[Evidence], *, hits: Sequence[Hit], records: Records, rarity: Rarity
) -> Draft | None:
    """The steps as a draft, each with its day, its body and what kind of step it is; None where there is no course.

    Nothing to quote makes none, nor does a single paper where a figure is asked for.
    """
    bodies = {section.meeting.body for section in records.sections}
    matter = matter_of(question, rarity=rarity, bodies=bodies, found=[hit.passage for hit in hits])
    stages = stages_of(question, evidence, matter=matter, hits=hits, records=records)
    told = _chosen(stages, matter)
    chosen = [*unheard(question, told, hits, matter, rarity), *told]
    papers = {stage.evidence.passage.section.paper.file for stage in chosen}
    if not papers or (len(papers) == 1 and form_of(question)):
        return None
    return Draft(question.kind.value, answered=True, statements=_that_fit(chosen, matter, records))


def _that_fit(chosen: Sequence[Stage], matter: Matter, records: Records) -> tuple[Statement, ...]:
    """The statements of as many of the quotes, the best first, as there is room for."""
    approved = list(unheld_minutes(records.sections, (limb for ruling in records.rulings for limb in ruling.limbs)))
    kept: list[Stage] = []
    statements: tuple[Statement, ...] = ()
    for stage in chosen:
        told = _told(sorted([*kept, stage], key=_when), matter, records, approved)
        if not kept or sum(map(length, told)) + PARTED * len(told) <= ROOM:
            kept, statements = [*kept, stage], told
    return statements


def _told(
    course: Sequence[Stage], matter: Matter, records: Records, approved: Sequence[Missing]
) -> tuple[Statement, ...]:
    """How far it has come, its steps by their days, the figures that moved, and what minutes we do not have."""
    steps = [list(quotes) for _, quotes in groupby(course, key=lambda one: one.place)]
    gap = not_held([step[0].evidence.passage.section for step in steps], records.sections, approved)
    back = bringing(steps, matter)
    last = latest(course, matter)
    told = (*_in_front(last, steps, back), *_statements(steps, back, last))
    return (*told, *_moved(steps), *([Statement(gap)] if gap else ()))


def _in_front(last: Stage | None, steps: Sequence[Sequence[Stage]], brought: Collection[int]) -> Iterator[Statement]:
    """How far it has come, under the day and the body of its step."""
    for n, step in enumerate(steps):
        for stage in (one for one in step if one is last):
            yield Statement(f"{LATEST}{_lead([stage], None, back=n in brought)}:", stage.evidence)


def _statements(steps: Sequence[Sequence[Stage]], brought: Collection[int], told: Stage | None) -> Iterator[Statement]:
    """The steps in their order, each under its lead, without the quote that has been told in front."""
    before: Stage | None = None
    for n, every in enumerate(steps):
        if not (step := [stage for stage in every if stage is not told]):
            continue
        lead = _lead(step, before, back=n in brought)
        for m, piece in enumerate(_joined(step)):
            yield Statement("" if m else f"{lead}:", piece)
        before = step[-1]


def _moved(steps: Sequence[Sequence[Stage]]) -> tuple[Statement, ...]:
    """The figure that two of the quotes give differently, with the days of both and the difference.

    None where none does.
    """
    if not (found := figure_that_moved([stage.evidence for step in steps for stage in step])):
        return ()
    opening = f"Figures that differ – {_day(found.first)}:"
    then = f"{_day(found.then)} ({found.by})" if found.by else _day(found.then)
    return Statement(opening, found.first), Statement(f"{then}:", found.then, joins=True)


def _day(piece: Evidence) -> str:
    section = piece.passage.section
    return f"{KIND_IN_WORDS.get(section.kind, 'paper')} of {date_in_words(section.meeting.held_on, 'date not stated')}"


def _lead(step: Sequence[Stage], before: Stage | None, *, back: bool) -> str:
    """12 September 2023, Cabinet – deferred (minute 17); of day and body only what is new after the step before.

    `back` says that it takes up what was asked for before.
    """
    section, item = step[0].evidence.passage.section, step[0].evidence.passage.item
    when = _day_and_body(section, before.evidence.passage.section if before else None)
    part = KIND_IN_WORDS.get(section.kind, "paper")
    if item:
        part = f"minute {item}" if section.kind is SectionKind.MINUTES else f"{part}, item {item}"
    kind = _kind(step)
    if back and kind in (StepKind.REPORTED, StepKind.RECOMMENDED):
        kind = REPORTED_BACK if kind == StepKind.REPORTED else f"{REPORTED_BACK}, {kind}"
    return f"{when} – {kind} ({part})" if kind else f"{when} ({part})"


def _day_and_body(section: Section, before: Section | None) -> str:
    """The day of a section's meeting, and its body where that is another than the one before."""
    meeting = section.meeting
    day = date_in_words(meeting.held_on, "Date not stated")
    if before is None or before.meeting.organisation != meeting.organisation:
        return f"{day}, {whose(section)}"
    # Two steps of one evening read as two meetings where the day is printed twice.
    if before.meeting.sitting == meeting.sitting:
        return "Same meeting"
    return day if before.meeting.body == meeting.body else f"{day}, {meeting.body}"


def _kind(step: Sequence[Stage]) -> str:
    """What kind of step it is: that of its ruling or report, else by its first telling words; "" for neither."""
    kinds = [stage.kind for stage in step if stage.kind]
    if kinds:
        return kinds[0].value
    if CALL_IN.match(step[0].evidence.passage.title):
        return StepKind.CALLED_IN.value
    kind = step[0].evidence.passage.section.kind
    said = " ".join(stage.evidence.sentence for stage in step)
    if kind is SectionKind.MINUTES:
        return _told_in_minutes(said).value
    if kind in (SectionKind.REPORT, SectionKind.APPENDIX, SectionKind.PRESENTATION):
        return (StepKind.RECOMMENDED if RECOMMENDS.search(said) else StepKind.REPORTED).value
    return ""


def _told_in_minutes(said: str) -> StepKind:
    """What minutes say was done, by their first telling words; RAISED where they say nothing of the sort."""
    told = (
        (DEFERRED, StepKind.DEFERRED),
        (AMENDED, StepKind.AMENDED),
        (DECIDED, StepKind.DECIDED),
        (REPORTED, StepKind.REPORTED),
    )
    return next((kind for words, kind in told if words.search(said)), StepKind.RAISED)


def _joined(step: Sequence[Stage]) -> list[Evidence]:
    """The quotes of a step; sentences that follow each other in the paper are one."""
    joined: list[Evidence] = []
    for stage in step:
        piece = stage.evidence
        last = joined[-1] if joined else None
        if last is not None and last.passage is piece.passage and piece.order == last.order + 1:
            joined[-1] = replace(piece, sentence=f"{last.sentence}\n{piece.sentence}")
        else:
            joined.append(piece)
    return joined


def _when(stage: Stage) -> tuple[object, ...]:
    """Where a quote comes in: by day, body and part of the papers; what was said before what was ruled."""
    passage = stage.evidence.passage
    section = passage.section
    held, body = section.meeting.held_on or date.max, whose(section)
    part = ORDER.get(section.kind, 3)
    file = "" if section.kind is SectionKind.MINUTES else section.paper.file
    return held, body, part, file, passage.item, stage.kind is not None, passage.ordinal, stage.evidence.order


def _chosen(stages: Sequence[Stage], matter: Matter) -> list[Stage]:
    """The quotes that tell most of the course within the budget.

    Greedy by worth for each character, as in `evidence.chosen`. A step may say more than once, but gains less by it;
    of a ruling its best limb comes before the others.
    """
    found = _within_room(stages, matter)
    firsts = {id(stage) for stage in _first_limbs(found)}
    said = {id(stage): said_by(stage.evidence.sentence) for stage in found}
    taken: list[Stage] = []
    left = BUDGET
    while True:
        rated = [
            (worth / (cost + EVEN), cost, stage)
            for stage in found
            if not any(stage is one for one in taken)
            if stage.kind is None or id(stage) in firsts or any(one.place == stage.place and one.kind for one in taken)
            if (cost := _cost(stage, taken)) <= left
            if (worth := _worth(stage, taken, said)) > 0
        ]
        if not rated:
            return taken
        _, cost, best = max(rated, key=lambda one: one[0])
        taken.append(best)
        left -= cost


def _within_room(stages: Sequence[Stage], matter: Matter) -> list[Stage]:
    """The stages that are worth it, with quotes no longer than the number of steps leaves room for."""
    least = max((stage.evidence.score for stage in stages), default=0.0) - WORTH
    steps = {stage.place for stage in stages if stage.kind and stage.evidence.score >= -A_STEP}
    room = max(SHORTEST, min(LONGEST, BUDGET // max(1, len(steps)) - A_LEAD))
    fitting = []
    for stage in stages:
        said = shortened(stage.evidence.sentence, room, matter)
        if said and stage.evidence.score >= least and not stage.evidence.opens:
            fitting.append(replace(stage, evidence=replace(stage.evidence, sentence=said)))
    return fitting


def _first_limbs(stages: Sequence[Stage]) -> list[Stage]:
    """The best limb of each ruling and of each report."""
    best: dict[tuple[object, ...], Stage] = {}
    for stage in stages:
        if stage.kind and (stage.place not in best or stage.evidence.score > best[stage.place].evidence.score):
            best[stage.place] = stage
    return list(best.values())


def _cost(stage: Stage, taken: Sequence[Stage]) -> int:
    """The characters that a quote takes beside those taken already, with the name of its step."""
    piece = stage.evidence
    section, length = piece.passage.section, len(piece.sentence)
    if any(t.evidence.passage is piece.passage and abs(t.evidence.order - piece.order) == 1 for t in taken):
        return length + JOINED
    if any(t.place == stage.place for t in taken):
        return length + SAME_STEP
    if any(t.evidence.passage.section.meeting.sitting == section.meeting.sitting for t in taken):
        return length + SAME_MEETING
    named = any(whose(t.evidence.passage.section) == whose(section) for t in taken)
    return length + (SAME_BODY if named else ANOTHER_BODY)


def _worth(stage: Stage, taken: Sequence[Stage], said: dict[int, Said]) -> float:
    """What a quote adds to the course.

    0 where it was said already, more where it gives another figure for the same thing.
    """
    own, others = said[id(stage)], [said[id(one)] for one in taken]
    known = max((_known(own, other) for other in others), default=0.0)
    if known > SAID_BEFORE:
        return 0.0
    moved = any(
        same_thing(own, said[id(one)]) and own.figures != said[id(one)].figures and one.place != stage.place
        for one in taken
    )
    same = sum(one.place == stage.place for one in taken)
    score = stage.evidence.score + (MOVED if moved else 0.0)
    return float(ANOTHER**same * (1 - known / 2) * math.exp(min(score, 1.0)))


def _known(new: Said, old: Said) -> float:
    """The share of a quote's words that another has said; none where it brings another number."""
    return 0.0 if new.numbers - old.numbers else len(new.words & old.words) / max(1, len(new.words))
