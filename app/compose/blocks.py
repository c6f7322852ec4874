"""Blocks: contiguous stretches of the passages found, the one in front small enough to be read as the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from app.compose.evidence import CLOSES, DECIDED, DEFINES, Evidence
from app.compose.forms import form_of, has_form
from app.compose.wording import KIND_IN_WORDS, Draft, Statement, placed, sentence, whose
from corpus.papers import date_in_words
from indexer.items.sentences import sentences
from indexer.passages.passage import Passage
from retriever.coverage import Rarity, covered, wanted
from retriever.questions import Question, QuestionKind
from retriever.register import elsewhere
from retriever.search import Hit
from retriever.words import stems

READ = 8  # passages that the stretch in front is looked for in
IN_FRONT = 290  # characters of it: with its label, what a person reads who has two minutes
CLOSEST = 520  # characters of a passage that is only shown as one of the closest
BEHIND = 200  # characters of a stretch that stands behind the one in front
WHOLE = 700  # characters of a passage that is shown whole, because no short stretch is sure to answer
BROAD = frozenset({QuestionKind.OVERVIEW, QuestionKind.TRACE})
SURE = 0.5  # share of the question's words that a stretch must have to be shown as the short answer
SAID_BEFORE = 0.3  # share of new words, below which a stretch only says again what another has said
SAYS_LITTLE = 5  # words of a stretch, below which it says little alone


class _Weights(NamedTuple):
    """What speaks for a stretch; see docs/measurements.md for where they come from."""

    inside: float = 4.0  # share of the question's words in it, the rare ones counting more
    around: float = 1.5  # the same with title and heading counting half
    place: float = 3.0  # score of its passage, in shares of the best one's
    first: float = 0.5  # 1 / rank of its passage
    form: float = 0.8  # has the sum, share or date asked for
    formless: float = -0.6  # has not
    kind: float = 0.5  # the wording of a decision or a definition where one is asked for
    opens: float = -1.0  # begins in the middle of a sentence, or is a bare heading
    closes: float = -2.0  # says that the meeting was over
    length: float = 0.4  # share of the room that it fills: a longer one says more


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
    found = [
        Stretch(hit.passage, start, end, text, sum(w * f for w, f in zip(WEIGHTS, features, strict=True)))
        for rank, hit in enumerate(hits[:READ], 1)
        for start, end, text in _runs(hit.passage, room)
        for features in [features_of(question, weights, hit, rank, top, text, room)]
    ]
    return sorted(found, key=lambda one: -one.score)


def features_of(
    question: Question, weights: dict[str, float], hit: Hit, rank: int, top: float, text: str, room: int
) -> tuple[float, ...]:
    """What the weights weigh, in their order."""
    passage, form = hit.passage, form_of(question)
    fits = form is not None and has_form(form, text)
    wording = {QuestionKind.DECISION: DECIDED, QuestionKind.OVERVIEW: DEFINES}.get(question.kind)
    return (
        covered(weights, text),
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
        yield start, end, "\n".join(lines[start:end])


def blocks(question: Question, hits: Sequence[Hit], *, rarity: Rarity) -> Draft | None:
    """The stretch that answers best, then what else of the papers bears on it; None where nothing was found."""
    front = next(iter(stretches(question, hits, rarity=rarity)), None)
    if front is None:
        return None
    found = _whole(question, hits, front, rarity) or [front, *_behind(question, hits, front, rarity)]
    several = len({hit.passage.section.meeting.organisation for hit in hits[:READ]}) > 1
    whole = several or elsewhere(question, front.passage.section)
    statements: list[Statement] = []
    before: Passage | None = None
    for one in found:
        quote = Evidence(one.text, one.passage, one.score, coverage=1.0, order=one.start)
        same = before is not None and before.section == one.passage.section
        statements.append(Statement("Also there:" if same else f"{label(one.passage, whole=whole)}:", quote))
        before = one.passage
    return Draft(question.kind.value, answered=True, statements=tuple(statements))


def _whole(question: Question, hits: Sequence[Hit], front: Stretch, rarity: Rarity) -> list[Stretch]:
    """The best passages whole, where no stretch is sure to answer alone; none where one is.

    What something is, how it went on, and what leans on an earlier question is seldom said in a few lines.
    """
    leans = bool(question.context_terms) or question.kind in BROAD
    if not leans and (question.kind is QuestionKind.DECISION or _is_sure(question, front, rarity)):
        return []  # of a decision the ruling is the answer: long passages would only be taken for one
    whole = [Stretch(h.passage, *next(_runs(h.passage, WHOLE)), score=h.score) for h in hits[:READ]]
    return whole if leans else [_from(front), *(one for one in whole if one.passage is not front.passage)]


def _from(front: Stretch) -> Stretch:
    """The stretch that begins where this one does and runs on as far as a whole passage may."""
    runs = (run for run in _runs(front.passage, WHOLE) if run[0] == front.start)
    return Stretch(front.passage, *next(runs), score=front.score)


def _is_sure(question: Question, front: Stretch, rarity: Rarity) -> bool:
    """True where a stretch, with the headings over it, has so many of the question's words that it will answer."""
    around = (front.passage.title, front.passage.heading)
    return covered(wanted(question, rarity), front.text, around) >= SURE


def _behind(question: Question, hits: Sequence[Hit], front: Stretch, rarity: Rarity) -> list[Stretch]:
    """The best stretch of every other passage, the best first; none that says what another has said."""
    best: dict[int, Stretch] = {}
    for one in stretches(question, hits, rarity=rarity, room=BEHIND):
        if one.passage is not front.passage:
            best.setdefault(id(one.passage), one)
    said, found = stems(front.text), list[Stretch]()
    for one in best.values():
        says = stems(one.text)
        if len(says - said) > SAID_BEFORE * len(says):
            found.append(one)
            said |= says
    return found


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
