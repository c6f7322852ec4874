"""Blocks: contiguous stretches of the passages found, the one in front small enough to be read as the answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from app.compose.evidence import CLOSES, DECIDED, DEFINES, Evidence
from app.compose.forms import form_of, has_form
from app.compose.wording import KIND_IN_WORDS, Draft, Statement, placed, sentence, whose
from corpus.papers import date_in_words
from indexer.items.sentences import sentences
from indexer.passages.passage import Passage
from indexer.sections.section import SectionKind
from retriever.coverage import Rarity, covered, wanted
from retriever.question_forms import Ask
from retriever.questions import Question, QuestionKind
from retriever.register import elsewhere, matter
from retriever.search import Hit
from retriever.words import stems, words

READ = 8  # passages that the stretch in front is looked for in
IN_FRONT = 290  # characters of it: with its label, what a person reads who has two minutes
CLOSEST = 520  # characters of a passage that is only shown as one of the closest
WHOLE = 1300  # characters of a passage that is shown whole
BROAD = frozenset({QuestionKind.OVERVIEW, QuestionKind.TRACE})
SAID_BEFORE = 0.3  # share of new words, below which a stretch only says again what another has said
SPEAKS_OF_IT = 0.5  # share of the words of a matter, from which on a stretch speaks of it
STEPS = 3  # passages on, to what a heading or an announcement announces
ANNOUNCES = 20  # words of a passage that ends in a colon, below which it only announces the next one
SAYS_LITTLE = 5  # words of a stretch, below which it says little alone


Following = Callable[[Passage], Sequence[Passage]]
"""The passage that follows one under the same item of its paper, if there is one."""


class _Weights(NamedTuple):
    """What speaks for a stretch; see docs/measurements.md for where they come from."""

    inside: float = 2.0  # share of the question's words in it, the rare ones counting more
    slot: float = 1.0  # the same in the one sentence that has most of them and the sum, share or date asked for
    around: float = 1.5  # the same with title and heading counting half
    place: float = 3.0  # score of its passage, in shares of the best one's
    first: float = 0.5  # 1 / rank of its passage
    form: float = 0.8  # has the sum, share or date asked for
    formless: float = -0.6  # has not
    kind: float = 0.5  # the wording of a decision or a definition where one is asked for
    opens: float = -1.0  # begins in the middle of a sentence, or is a bare heading
    closes: float = -2.0  # says that the meeting was over
    length: float = 0.4  # share of the room that it fills: a longer one says more
    latest: float = 1.0  # how late its paper is among those read, where it is asked how things stand


WEIGHTS = _Weights()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring sentences of one passage, from `start` to `end`, and how well they answer (higher is better)."""

    passage: Passage
    start: int
    end: int
    text: str
    score: float


def stretches(question: Question, hits: Sequence[Hit], *, rarity: Rarity, room: int = IN_FRONT) -> list[Stretch]:
    """All stretches of up to `room` characters of the best passages, the best first."""
    weights = wanted(question, rarity)
    top = hits[0].score if hits else 1.0
    late = lateness(hits[:READ]) if _asks_how_it_stands(question) else {}
    there = _after_the_meeting(question, _of_the_time(question, hits[:READ]))
    found = [
        Stretch(hit.passage, start, end, text, sum(w * f for w, f in zip(WEIGHTS, features, strict=True)))
        for rank, hit in enumerate(there, 1)
        for start, end, text in _runs(hit.passage, room)
        for latest in [late.get(hit.passage.section.meeting.held_on, 0.0)]
        for features in [(*features_of(question, weights, hit, rank, top, text, room), latest)]
    ]
    return sorted(found, key=lambda one: -one.score)


def _asks_how_it_stands(question: Question) -> bool:
    """True where the latest paper answers; what something is was often said first."""
    return Ask.NOW in question.reading.asks and not question.periods and question.kind is not QuestionKind.OVERVIEW


def _of_the_time(question: Question, hits: Sequence[Hit]) -> Sequence[Hit]:
    """The passages of the time that a question names; all where none is. A body rules on the day that it meets."""
    if question.kind is QuestionKind.DECISION and (
        then := [hit for hit in hits if question.in_time(hit.passage.section.meeting.held_on)]
    ):
        return then
    return [hit for hit in hits if of_its_time(question, hit.passage)] or hits


def _after_the_meeting(question: Question, hits: Sequence[Hit]) -> Sequence[Hit]:
    """Where a decision is asked for: no paper that was written for a meeting whose minutes were found as well.

    An agenda may call the body by another name than its minutes: the council and the day are enough.
    """
    if question.kind is not QuestionKind.DECISION:
        return hits
    told = (SectionKind.MINUTES, SectionKind.DECISION_RECORD)
    minuted = {_council_and_day(hit) for hit in hits if hit.passage.section.kind is SectionKind.MINUTES}
    return [hit for hit in hits if hit.passage.section.kind in told or _council_and_day(hit) not in minuted]


def _council_and_day(hit: Hit) -> tuple[str, date | None]:
    meeting = hit.passage.section.meeting
    return meeting.organisation, meeting.held_on


def of_its_time(question: Question, passage: Passage) -> bool:
    """True where a passage is of the time that a question names or speaks of it, or the question names none.

    A report of January tells of the debt at the end of November.
    """
    times, in_time = question.reading.times, question.in_time(passage.section.meeting.held_on)
    if in_time or not times:
        return in_time
    return times <= set(words(f"{passage.text} {passage.title} {passage.heading}"))


def lateness(hits: Sequence[Hit]) -> dict[date | None, float]:
    """How late each day is among the days of the passages found: 0 for the first, 1 for the last."""
    days = sorted({day for hit in hits if (day := hit.passage.section.meeting.held_on)})
    return {day: place / max(1, len(days) - 1) for place, day in enumerate(days)}


def features_of(
    question: Question, weights: dict[str, float], hit: Hit, rank: int, top: float, text: str, room: int
) -> tuple[float, ...]:
    """What the weights weigh, in their order, but for how late it is."""
    passage, form = hit.passage, form_of(question)
    fits, lines = form is not None and has_form(form, text), text.split("\n")
    wording = {QuestionKind.DECISION: DECIDED, QuestionKind.OVERVIEW: DEFINES}.get(question.kind)
    return (
        covered(weights, text),
        max((covered(weights, one) for one in lines if form is None or has_form(form, one)), default=0.0),
        covered(weights, text, (passage.title, passage.heading)),
        hit.score / top if top else 0.0,
        1 / rank,
        float(fits),
        float(form is not None and not fits),
        float(bool(wording and wording.search(text))),
        float(not re.match(r"\W*[A-Z0-9£]", text) or len(text.split()) < SAYS_LITTLE),
        float(bool(CLOSES.search(text))),
        len(text) / room,
    )


def _runs(passage: Passage, room: int) -> Iterator[tuple[int, int, str]]:
    """Every run of neighbouring sentences that fits into the room and cannot be longer at its end."""
    lines = sentences(passage.text)
    for start in range(len(lines)):
        end, length = start, 0
        while end < len(lines) and (end == start or length + len(lines[end]) + 1 <= room):
            length += len(lines[end]) + 1
            end += 1
        while end - start > 1 and end < len(lines) and lines[end - 1].rstrip().endswith(":"):
            end -= 1  # what a line announces follows it; alone it says nothing
        yield start, end, "\n".join(lines[start:end])


def blocks(question: Question, hits: Sequence[Hit], *, rarity: Rarity, following: Following) -> Draft | None:
    """The stretch that answers best, then what else of the papers bears on it; None where nothing was found."""
    hits = [_with_its_text(hit, following) for hit in hits[:READ]]
    front = next(iter(stretches(question, hits, rarity=rarity)), None)
    if front is None:
        return None
    whole = _several(hits) or elsewhere(question, front.passage.section)
    # what is discussed under an item is decided at its end
    after = following(front.passage) if question.kind is QuestionKind.DECISION else ()
    found = [_from(front), *_behind(hits, front, after)]
    statements: list[Statement] = []
    before: Passage | None = None
    for one in found:
        quote = Evidence(one.text, one.passage, one.score, coverage=1.0, order=one.start)
        statements.append(Statement(f"{_over(one, before, whole=whole)}:", quote))
        before = one.passage
    opening = "\n".join(sentences(front.passage.text)[: front.start])
    if len(opening.split()) >= SAYS_LITTLE:
        quote = Evidence(opening, front.passage, front.score, coverage=1.0)
        statements.insert(1, Statement("Just before that:", quote))
    return Draft(question.kind.value, answered=True, statements=tuple(statements))


def _with_its_text(hit: Hit, following: Following) -> Hit:
    """The hit; where a passage is only a heading, or announces a list, what stands under it."""
    passage = hit.passage
    for _ in range(STEPS):
        text = passage.text.strip()
        if len(text.split()) >= (ANNOUNCES if text.endswith(":") else SAYS_LITTLE):
            break
        passage = next(iter(following(passage)), passage)
    return hit if passage is hit.passage else replace(hit, passage=passage)


def _several(hits: Sequence[Hit]) -> bool:
    """Whether the best passages are of more than one council."""
    return len({hit.passage.section.meeting.organisation for hit in hits[:READ]}) > 1


def _over(one: Stretch, before: Passage | None, *, whole: bool) -> str:
    """The words over a stretch: its paper, or that it stands in the paper of the stretch before."""
    same = before is not None and before.section == one.passage.section
    return "Also there" if same else label(one.passage, whole=whole)


def _behind(hits: Sequence[Hit], front: Stretch, following: Sequence[Passage]) -> list[Stretch]:
    """What follows under the same item, then every other passage that says something new, whole, in the order found."""
    said, found = stems(front.passage.text), list[Stretch]()
    for passage in (*following, *(hit.passage for hit in hits[:READ])):
        if passage is front.passage or any(passage is one.passage for one in found):
            continue
        one = Stretch(passage, *next(_runs(passage, WHOLE)), score=front.score)
        says = stems(one.text)
        if len(says - said) > SAID_BEFORE * len(says):
            found.append(one)
            said |= says
    return found


def _from(front: Stretch) -> Stretch:
    """The stretch that begins where this one does and runs on as far as a whole passage may."""
    runs = (run for run in _runs(front.passage, WHOLE) if run[0] == front.start)
    return Stretch(front.passage, *next(runs), score=front.score)


def all_that_is_said(question: Question, hits: Sequence[Hit], rarity: Rarity) -> Evidence | None:
    """The stretch that says most of the matter of a question, whatever is asked of it; None where none says much."""
    weights = matter(question, rarity)
    runs = ((hit.passage, run) for hit in hits[:READ] for run in _runs(hit.passage, IN_FRONT))
    said = ((covered(weights, run[2], (passage.title,)), passage, run) for passage, run in runs)
    share, passage, (start, _, text) = max(said, key=lambda one: one[0], default=(0.0, None, (0, 0, "")))
    return Evidence(text, passage, share, share, order=start) if passage and share >= SPEAKS_OF_IT else None


def as_closest(draft: Draft, *, alone: bool) -> Draft:
    """A draft that says of itself that it may not be the answer: in a line above it, or, where the paper stands
    `alone` over the quote in front, beside it.
    """
    first, *rest = draft.statements
    if not alone:
        return replace(draft, statements=(Statement("The closest we found:"), *draft.statements))
    named = first.text.removesuffix(":")
    return replace(draft, statements=(replace(first, text=f"Closest we found ({named}):"), *rest))


def in_front(question: Question, quote: Evidence) -> Draft:
    """A draft of one quote under the name of its paper."""
    return Draft(
        question.kind.value, answered=True, statements=(Statement(f"{label(quote.passage, whole=True)}:", quote),)
    )


def label(passage: Passage, *, whole: bool) -> str:
    """The paper of a passage in few words: "Cabinet minutes, 30 April 2024"; `whole` puts the council in front."""
    meeting = passage.section.meeting
    body = whose(passage.section) if whole else meeting.body or meeting.organisation
    kind = KIND_IN_WORDS.get(passage.section.kind, "paper")
    day = f", {date_in_words(meeting.held_on)}" if meeting.held_on else ""
    return sentence(f"{body} {kind}{day}".strip())


def closest(question: Question, hits: Sequence[Hit]) -> Draft:
    """The opening of the passages found, shown as no more than that: for where nothing else could be proved."""
    pieces = [
        Evidence(next(_runs(hit.passage, CLOSEST))[2], hit.passage, hit.score, coverage=0.0) for hit in hits[:READ]
    ]
    first, *rest = placed(pieces)
    opening = replace(first, text=f"The passages closest to your question. {first.text}")
    return Draft(question.kind.value, answered=True, statements=(opening, *rest))
