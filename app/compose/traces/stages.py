"""Stages: what may become a step of a trace - limbs of rulings, limbs of recommendations, sentences of the papers
found.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import NamedTuple, TypeVar

from app.compose.evidence import FEWEST_WORDS, NUMBERING, Evidence
from app.compose.forms import MONTH_NAMES, form_of, has_form
from app.compose.records import Records
from app.compose.traces.matter import Matter
from app.matters.steps import StepKind, kind_of_ruling
from corpus.papers import Meeting
from indexer.findings.actions import Action
from indexer.findings.minutes import Decision
from indexer.findings.recommendations import Recommendation
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind
from retriever.question_forms import Ask
from retriever.questions import Question
from retriever.register import ROUTINE, Proposal, Ruling, elsewhere, settles
from retriever.search import Hit

Entry = TypeVar("Entry", Ruling, Proposal)


class _Weights(NamedTuple):
    """What speaks for a stage, in log-odds beside the best of its sort.

    Tried over the gold and the sample questions.
    """

    fit: float = 5.0  # how much an item of the register is of the matter
    fit_of_course: float = 1.5  # the same where every step is asked for: then what only bears the name is one as well
    ruling: float = -0.3  # the best of the register beside the best sentence
    ruling_of_course: float = 0.5
    recommended: float = -0.5  # what was only asked for
    recommended_asked: float = 0.5  # the same where the question is what a body is asked to do
    recommended_of_course: float = -1.0
    main: float = 0.5  # a limb that does what its ruling is named after
    motion: float = -1.0  # that a motion was carried or lost, without its words
    inside: float = 1.2  # share of the matter's words in a limb
    figure: float = 0.4
    short: float = -1.2
    formless: float = -1.0  # a limb without the form - a sum, a share, a count - that is asked for
    dated: float = 1.0  # a sentence that names a day or a month of a year
    off: float = -3.0  # a sentence of a passage that is not of the matter
    silent: float = -1.5  # a sentence without a word of the matter; a limb without one, nor in its title
    appendix: float = -0.7  # the report in front of it says the same in fewer words
    limb: float = 0.2  # for each further limb of a ruling, up to four: what took more resolving was the greater step


WEIGHTS = _Weights()

NAMED = 0.35  # shares of the matter's words that an item gains for bearing its name
FOUND = 0.35  # for an item that the search put first, falling to nothing at its last hit
OF_THE_MATTER = 0.5  # an item is of a matter if it has at least this share of its words, with what it gains
AMONG_THE_BEST = 10  # hits whose item is of the matter where their passage is, whatever its rulings say
FLOOR = 3.0  # log-odds of a limb that is plainly of the matter: where the best is less, the register counts for less
LEADING = 5  # best hits whose organisations a trace stays with
AROUND_PERIODS = timedelta(days=31)  # a report goes out, and minutes are confirmed, a month before or after
SAYS_ALONE = 10  # a line that opens a list is a step if it has at least this many words
OPENED = 420  # characters of such a line with the beginning of its list
SHORT_LIMB = 6  # words; "the report be noted"
OPENING = 50  # characters by which two quotes are known for the same
NUMBERED = re.compile(r"^\W*\d+(?:\.\d+)*[.)]?\s+")
NO_LIMB = 3
MANY_LIMBS = 4

DATED = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{MONTH_NAMES})\b|\b(?:{MONTH_NAMES})\s+\d{{4}}", re.IGNORECASE)
NO_STEP = re.compile(r"\W*(?:apolog|declaration|disclosure|minutes\b|any other|exclusion|urgent)", re.IGNORECASE)
"""Titles of items with which meetings open and close."""
OPENS_AS_A_SENTENCE = re.compile(r"^[\W\d]*(?:\(?[a-z]{1,3}\)\s*)?[\"“‘'(]?[A-Z0-9£]")
ENDS_AS_A_SENTENCE = re.compile(r"[.;:?!]\W*$")
LISTS = (SectionKind.FRONT_SHEET, SectionKind.FORWARD_PLAN)
LONGEST_ENTRY = 160  # characters of an entry in a list; longer ones are several that ran together
COUNTS = re.compile(r"£\d|\d{2}")


@dataclass(frozen=True, slots=True)
class Stage:
    """A quote that may become a step, or part of one.

    `kind` is that of its ruling or its report, None for a sentence.
    """

    evidence: Evidence
    kind: StepKind | None = None

    @property
    def place(self) -> tuple[object, ...]:
        """What quotes of one step have in common: the minute, or the paper and its item."""
        section, item = self.evidence.passage.section, self.evidence.passage.item
        if section.kind is SectionKind.MINUTES:
            return *section.meeting.sitting, item
        return *section.meeting.sitting, section.kind, section.paper.file, item


def stages_of(
    question: Question, evidence: Sequence[Evidence], *, matter: Matter, hits: Sequence[Hit], records: Records
) -> list[Stage]:
    """All that may become a step, scored against each other: 0 for the best sentence."""
    ruled = list(_of_register(question, matter, hits, records))
    asked = {(proposal.section, limb.text[:OPENING]) for proposal in records.proposals for limb in proposal.limbs}
    leading = _leading(hits)
    near = [piece for piece in evidence if piece.passage.section.meeting.organisation in leading]
    whole_rows = [_row(piece, records.actions) for piece in _opened(near)]
    told = [_told(piece, matter, asked) for piece in whole_rows if _can_be_read(piece, matter)]
    whole = Ask.EVERY_STEP in question.reading.asks
    ruled = _beside_the_best(ruled, WEIGHTS.ruling_of_course if whole else WEIGHTS.ruling, floor=FLOOR)
    openings = {stage.evidence.sentence[:OPENING] for stage in ruled}
    fresh = [stage for stage in told if not any(opening in stage.evidence.sentence for opening in openings)]
    return [*ruled, *_beside_the_best(fresh, 0.0)]


def _opened(evidence: Sequence[Evidence]) -> Iterator[Evidence]:
    """The sentences, each that opens a list with as much of the list as there is room for: "approved:" what?"""
    at = {(id(piece.passage), piece.order): piece for piece in evidence}
    for piece in evidence:
        if not (piece.opens and piece.sentence.endswith(":") and len(piece.sentence.split()) >= SAYS_ALONE):
            yield piece
            continue
        lines, order = [piece.sentence], piece.order + 1
        while (more := at.get((id(piece.passage), order))) and not more.opens:
            if sum(map(len, lines)) + len(more.sentence) > OPENED:
                break
            lines.append(more.sentence)
            order += 1
        yield replace(piece, sentence="\n".join(lines), opens=False)


def _row(piece: Evidence, actions: Sequence[Action]) -> Evidence:
    """The sentence, or the whole row of an action log that it opens: to whom it was given, and what has come of it."""
    passage = piece.passage
    if passage.section.kind is not SectionKind.ACTION_LOG:
        return piece
    start = passage.text.find(piece.sentence)
    for action in actions:
        last = action.status or action.owner
        if action.section == passage.section and start >= 0 and last and action.text in piece.sentence:
            found = passage.text.find(last, start)
            end = passage.text.find("\n", found + len(last))
            row = passage.text[start : end if end >= 0 else None]
            if found >= 0 and len(row) <= OPENED:
                return replace(piece, sentence=row)
    return piece


def _beside_the_best(stages: Sequence[Stage], best: float, floor: float = -math.inf) -> list[Stage]:
    top = max((stage.evidence.score for stage in stages), default=0.0)
    top = max(top, floor)
    return [
        replace(stage, evidence=replace(stage.evidence, score=stage.evidence.score - top + best)) for stage in stages
    ]


def _told(piece: Evidence, matter: Matter, asked: Collection[tuple[Section, str]]) -> Stage:
    """A sentence with what it gains for a date, and loses where its passage is of something else.

    `asked` are the openings of what reports recommend, with their sections.
    """
    passage = piece.passage
    about = _of(matter, passage)
    gain = WEIGHTS.dated if DATED.search(piece.sentence) else 0.0
    gain += 0.0 if matter.share(piece.sentence) else WEIGHTS.silent
    gain += WEIGHTS.appendix if passage.section.kind is SectionKind.APPENDIX else 0.0
    recommends = (passage.section, NUMBERED.sub("", piece.sentence)[:OPENING]) in asked
    return Stage(
        replace(piece, score=piece.score + gain + (0.0 if about else WEIGHTS.off)),
        StepKind.RECOMMENDED if recommends else None,
    )


def _of(matter: Matter, passage: Passage) -> bool:
    names = f"{passage.title}. {passage.heading}"
    return matter.named_in(names) or matter.named_in(passage.text) or matter.share(names, passage.text) >= OF_THE_MATTER


def _can_be_read(piece: Evidence, matter: Matter) -> bool:
    """True for a sentence that is whole and says something by itself, and is of no item that every meeting has."""
    length = len(re.findall(r"[A-Za-z]{2,}", piece.sentence))
    says = length > FEWEST_WORDS or (length >= NO_LIMB and COUNTS.search(NUMBERING.sub("", piece.sentence)))
    if piece.passage.section.kind in LISTS:
        return matter.named_in(piece.sentence) and len(piece.sentence) <= LONGEST_ENTRY
    says = says and bool(
        ENDS_AS_A_SENTENCE.search(piece.sentence) or re.search(r"\d", NUMBERING.sub("", piece.sentence))
    )
    opening = piece.passage.section.kind is SectionKind.MINUTES and NO_STEP.match(piece.passage.title)
    return bool(says and OPENS_AS_A_SENTENCE.match(piece.sentence) and not opening)


def _of_register(question: Question, matter: Matter, hits: Sequence[Hit], records: Records) -> Iterator[Stage]:
    """The limbs of the rulings on the matter, and of the recommendations to meetings whose rulings we do not have."""
    asked = list(_on_the_matter(question, matter, hits, records.proposals))
    ruled = dict(_on_the_matter(question, matter, hits, records.rulings))
    if Ask.ASKED_TO in question.reading.asks and (meant := _first_found(records.proposals, hits)):
        most = max([fit for _, fit in asked] + [*ruled.values(), OF_THE_MATTER])
        asked = [(meant, most), *((proposal, fit) for proposal, fit in asked if proposal is not meant)]
    # A minute may have another title, and fewer words, than the report that was laid before it.
    for ruling in records.rulings:
        fit = max((fit for proposal, fit in asked if settles(ruling, proposal)), default=0.0)
        if fit > ruled.get(ruling, 0.0):
            ruled[ruling] = fit
    for ruling, fit in ruled.items():
        yield from _limbs(question, matter, ruling, fit)
    for proposal, fit in asked:
        if proposal.section not in records.superseded and not any(settles(ruling, proposal) for ruling in ruled):
            yield from _limbs(question, matter, proposal, fit)


def _first_found(proposals: Iterable[Proposal], hits: Sequence[Hit]) -> Proposal | None:
    """The proposal of the report that the search put first: whoever asks what a body is asked to do means that one."""
    by_section = {proposal.section: proposal for proposal in proposals}
    return next((by_section[hit.passage.section] for hit in hits if hit.passage.section in by_section), None)


def _on_the_matter(
    question: Question, matter: Matter, hits: Sequence[Hit], entries: Iterable[Entry]
) -> Iterator[tuple[Entry, float]]:
    """The entries on the matter in their order, each with how well it fits."""
    ranks = {
        (h.passage.section.meeting.sitting, h.passage.item): 1 - n / len(hits)
        for n, h in reversed(list(enumerate(hits)))
    }
    about = {
        (hit.passage.section.meeting.sitting, hit.passage.item)
        for hit in hits[:AMONG_THE_BEST]
        if hit.passage.item and _of(matter, hit.passage)
    }
    leading = _leading(hits)
    for entry in entries:
        meeting, place = entry.section.meeting, (entry.section.meeting.sitting, entry.item)
        if meeting.organisation not in leading or elsewhere(question, entry.section) or _routine(entry):
            continue
        fit = _fit(matter, entry, place in ranks) + FOUND * ranks.get(place, 0.0)
        if (fit >= OF_THE_MATTER or place in about) and _in_time(question, meeting):
            yield entry, fit


def _leading(hits: Sequence[Hit]) -> set[str]:
    """The organisations that a trace stays with."""
    return {hit.passage.section.meeting.organisation for hit in hits[:LEADING]}


def _limbs(question: Question, matter: Matter, entry: Ruling | Proposal, fit: float) -> Iterator[Stage]:
    whole, form = Ask.EVERY_STEP in question.reading.asks, form_of(question)
    kind = kind_of_ruling(entry.limbs) if isinstance(entry, Ruling) else StepKind.RECOMMENDED
    of_all = (WEIGHTS.fit_of_course if whole else WEIGHTS.fit) * fit
    if kind is StepKind.RECOMMENDED:
        asked = WEIGHTS.recommended_asked if Ask.ASKED_TO in question.reading.asks else WEIGHTS.recommended
        of_all += WEIGHTS.recommended_of_course if whole else asked
    else:
        of_all += WEIGHTS.limb * min(MANY_LIMBS, len(entry.limbs) - 1)
    limbs: Sequence[Decision | Recommendation] = entry.limbs
    for order, limb in enumerate(limbs):
        length = len(re.findall(r"[A-Za-z]{2,}", limb.text))
        if length < NO_LIMB:
            continue
        score = of_all + WEIGHTS.inside * matter.share(limb.text)
        score += WEIGHTS.figure if re.search(r"\d", limb.text) else 0.0
        score += WEIGHTS.silent if not matter.share(entry.title, limb.text) else 0.0
        score += WEIGHTS.formless if form is not None and not has_form(form, limb.text) else 0.0
        score += WEIGHTS.short if length < SHORT_LIMB else 0.0
        if isinstance(limb, Decision):
            score += WEIGHTS.main if kind_of_ruling([limb]) is kind else 0.0
            score += WEIGHTS.motion if limb.outcome in ("carried", "lost") else 0.0
        piece = Evidence.of(limb.section, limb.text, limb.page, entry.item, entry.title)
        yield Stage(replace(piece, score=score, order=2 * order), kind)


def _fit(matter: Matter, entry: Ruling | Proposal, found: bool) -> float:
    """How much of the matter an item holds; what the search did not find has to bear its name in the title."""
    limbs: Sequence[Decision | Recommendation] = entry.limbs
    texts = [limb.text for limb in limbs]
    named = any(matter.named_in(text) for text in (entry.title, *(texts if found else ())))
    return matter.share(entry.title, *texts) + (NAMED if named else 0.0)


def _routine(entry: Ruling | Proposal) -> bool:
    return bool(NO_STEP.match(entry.title) or ROUTINE.search(entry.title) or ROUTINE.search(entry.limbs[0].text))


def _in_time(question: Question, meeting: Meeting) -> bool:
    """False for a meeting outside of the time that the question spans, where it says from when to when."""
    if meeting.held_on is None or not question.periods:
        return True
    first, last = min(one.start for one in question.periods), max(one.end for one in question.periods)
    if Ask.SINCE in question.reading.asks:
        return meeting.held_on >= first
    return len(question.periods) < 2 or first - AROUND_PERIODS <= meeting.held_on <= last + AROUND_PERIODS
