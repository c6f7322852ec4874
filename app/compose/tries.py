"""Tries: what each composer makes of a question, and how well each draft answers it; the best one is shown.

No word of a question settles alone which composer is heard: a draft is judged by what it covers and fills.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from app.compose.blocks import BROAD, blocks, of_its_time
from app.compose.decisions.decision import decision
from app.compose.evidence import Evidence
from app.compose.fact import differing
from app.compose.forms import form_of, has_form
from app.compose.lists.listing import listing
from app.compose.lists.people import asks_who_was_there
from app.compose.overview import overview
from app.compose.records import Records
from app.compose.shape import shaped, supported
from app.compose.traces.matter import ASKS
from app.compose.traces.standing import standing
from app.compose.traces.trace import trace
from app.compose.wording import Draft
from retriever.coverage import Rarity, covered, wanted
from retriever.question_forms import Ask
from retriever.question_forms.numbers import reference
from retriever.questions import Question, QuestionKind
from retriever.register import OF_ANY_DECISION
from retriever.search import Hit
from retriever.vocabulary import Vocabulary
from retriever.words import stem

OF_ANY_COURSE = frozenset(map(stem, "happening happened happens become became".split()))
"""Words that ask how anything at all went on, and so tell nothing apart."""

FRONT = 330  # characters that a person with two minutes reads
HEARD = ("list", "decision", "fact", "trace", "overview", "standing", "blocks")  # which of two equal drafts is shown
TOLD = 0.99  # share of a question's words in a course that needs no passages behind it
SAYS_LITTLE = 80  # characters of a ruling that may only point back: "the Board agreed with this proposal"
DEAR = frozenset({"trace", "overview"})


@dataclass(frozen=True, slots=True)
class Try:
    """What one composer made, and its worth (the log-odds that it answers the question)."""

    composer: str
    draft: Draft
    worth: float


def tries(
    question: Question,
    hits: Sequence[Hit],
    evidence: Sequence[Evidence],
    more: Sequence[Evidence],
    *,
    records: Records,
    vocabulary: Vocabulary,
) -> list[Try]:
    """The drafts of the composers that have something to say, the best first.

    The courses and overviews take longest; they are drafted only where they could be better than what is there.
    """
    rarity = vocabulary.rarity
    makers: Mapping[str, Callable[[], Draft | None]] = {
        "list": lambda: listing(question, hits, evidence, records, rarity),
        "decision": lambda: decision(question, evidence, hits=hits, records=records, vocabulary=vocabulary),
        "fact": lambda: differing(question, evidence, rarity=rarity),
        "standing": lambda: None if _asks_for_more(question) else standing(question, records),
        "blocks": lambda: blocks(question, hits, rarity=rarity, following=records.following),
        "overview": lambda: overview(question, evidence, more, hits=hits, records=records, vocabulary=vocabulary),
        "trace": lambda: trace(question, evidence, hits=hits, records=records, rarity=rarity),
    }
    weights = asked_for(question, rarity)
    broad = question.kind in BROAD or bool(question.context_terms)
    found: list[Try] = []
    for name, make in makers.items():
        if name in DEAR and most_worth(name, question) < max((one.worth for one in found), default=-math.inf):
            continue
        if draft := make():
            worth_of_it = _worth(name, draft, question, weights, hits)
            found.append(Try(name, shaped(name, draft, broad=broad), worth_of_it))
    best, *others = sorted(found, key=lambda one: (-one.worth, HEARD.index(one.composer)))
    return [_with_passages(best, others, question, weights), *others]


def _asks_for_more(question: Question) -> bool:
    """True where it is asked why, or who came: "Why was the lease put off?" is not answered by where it stands."""
    return Ask.WHY in question.reading.asks or asks_who_was_there(question)


def _with_passages(best: Try, others: Sequence[Try], question: Question, weights: Mapping[str, float]) -> Try:
    """The best draft; where it tells how a matter stands, with the passages found behind it.

    A course that has the words of its question already needs none.
    """
    behind = next((one.draft for one in others if one.composer == "blocks"), None)
    if best.composer != "standing" or behind is None or _is_told(best.draft, question, weights):
        return best
    return replace(best, draft=supported(best.draft, behind))


def _is_told(draft: Draft, question: Question, weights: Mapping[str, float]) -> bool:
    """Whether a course has all the words that its question asks for, beside those that ask for a course."""
    own = {stem: weight for stem, weight in weights.items() if stem not in ASKS}
    around = [
        f"{said.evidence.passage.title} {said.evidence.passage.heading}" for said in draft.statements if said.evidence
    ]
    text = "\n".join(said_in(draft))
    return question.kind is QuestionKind.TRACE and covered(own, text, around) >= TOLD


def asked_for(question: Question, rarity: Rarity) -> dict[str, float]:
    """The weight of each stem asked for; every ruling says in its own words that a body decided."""
    weights = wanted(question, rarity)
    if Ask.ATTENDANCE in question.reading.asks and not question.reading.besides(Ask.ATTENDANCE):
        return {}  # a list of names has none of the words that ask for it
    if kind_sought(question) is not QuestionKind.DECISION:
        return weights
    named = {one: weight for one, weight in weights.items() if one not in OF_ANY_DECISION | OF_ANY_COURSE}
    return named or weights


def kind_sought(question: Question) -> QuestionKind:
    """The kind of a question; a ruling is sought where it asks what becomes of a thing: "is the mill closing?"."""
    ends = question.end is not None and Ask.YES_OR_NO in question.reading.asks
    becomes = ends or not OF_ANY_COURSE.isdisjoint(map(stem, question.terms))
    asks = becomes and question.kind in (QuestionKind.FACT, QuestionKind.OVERVIEW)
    return QuestionKind.DECISION if asks else question.kind


def _worth(name: str, draft: Draft, question: Question, weights: Mapping[str, float], hits: Sequence[Hit]) -> float:
    """The worth of all that a composer has to say; of blocks only of what is shown: they go on and on."""
    shown = shaped(name, draft, broad=question.kind in BROAD) if name == "blocks" else draft
    return worth(name, shown, question, weights, hits)


def features_of(
    draft: Draft, question: Question, weights: Mapping[str, float], hits: Sequence[Hit]
) -> tuple[float, ...]:
    """What of the question stands in a draft and at its front, in the order of the last weights."""
    pieces = list(said_in(draft))
    text = "\n".join(pieces)
    front, form = text[:FRONT], form_of(question)
    first = _first_rank(draft, hits)
    around = [f"{s.evidence.passage.title} {s.evidence.passage.heading}" for s in draft.statements[:4] if s.evidence]
    return (
        covered(weights, text, around),
        covered(weights, front, around[:1]),
        float(form is not None and has_form(form, front)),
        float(form is not None and not any(has_form(form, piece) for piece in pieces)),
        1 / first if first else 0.0,
        float(of_another_time(question, draft)),
    )


def _first_rank(draft: Draft, hits: Sequence[Hit]) -> int:
    """The place of the best hit that a draft quotes; 0 where it quotes none."""
    ranks = {id(hit.passage): rank for rank, hit in enumerate(hits, 1)}
    quoted = (ranks.get(id(said.evidence.passage), 0) for said in draft.statements if said.evidence)
    return min(filter(None, quoted), default=0)


def of_another_time(question: Question, draft: Draft) -> bool:
    """True where the question names a time and the draft opens with what stands outside it and does not speak of it."""
    first = draft.first_quote
    return first is not None and not of_its_time(question, first.passage)


class _Weights(NamedTuple):
    """Log-odds that a draft answers well, fitted over 200 questions of many bodies and judged on those left out; the
    sum for having anything to say keeps the mean worth where the doubts of `declining` were fitted.
    """

    any: float = -5.15
    own_kind: float = 1.5  # a composer heard on the kind of question that it is made for
    course: float = 2.5  # the same of a course: its front says how far it has come, and need not say what was asked
    other_kind: float = -1.0
    list: float = 6.0  # a list out of records is complete, and made only where one is asked for
    standing: float = 9.0  # before all others: made only where nothing but how a stored matter stands is asked
    numbered: float = 9.0  # the ruling under the very number that is asked for: "CAB 17"
    blocks: float = 0.6
    blocks_of_decision: float = 0.0  # a paper that has the same words is no match for a ruling
    blocks_of_subject: float = 1.5
    points_back: float = -3.0
    covered: float = 2.0
    in_front: float = 3.0
    form_in_front: float = 0.3
    no_form: float = -0.66
    found_first: float = 1.5
    another_time: float = -2.0


WEIGHTS = _Weights()


def most_worth(composer: str, question: Question) -> float:
    """The worth of the best draft that a composer of courses or overviews could make of a question."""
    of_a_kind = _of_a_kind(composer, question)
    form = WEIGHTS.form_in_front if form_of(question) else 0.0
    return WEIGHTS.any + of_a_kind + WEIGHTS.covered + WEIGHTS.in_front + form + WEIGHTS.found_first


def worth(composer: str, draft: Draft, question: Question, weights: Mapping[str, float], hits: Sequence[Hit]) -> float:
    """The log-odds that a draft answers its question well."""
    of_a_kind = _of_a_kind(composer, question)
    of_blocks = {
        QuestionKind.DECISION: WEIGHTS.blocks_of_decision,
        QuestionKind.OVERVIEW: WEIGHTS.blocks_of_subject,
    }.get(kind_sought(question), WEIGHTS.blocks)
    if composer == "decision" and question.references and names_a_ruling(question, draft):
        of_a_kind = WEIGHTS.numbered
    start = {"list": WEIGHTS.list, "standing": WEIGHTS.standing, "blocks": of_blocks}.get(composer, of_a_kind)
    if composer == "decision" and start < WEIGHTS.numbered and _only_points_back(draft, weights):
        start += WEIGHTS.points_back
    found = features_of(draft, question, weights, hits)
    return WEIGHTS.any + start + sum(w * f for w, f in zip(WEIGHTS[-len(found) :], found, strict=True))


def _only_points_back(draft: Draft, weights: Mapping[str, float]) -> bool:
    """True where the ruling in front is short and has no word of what is asked about, nor has the title over it.

    "The Board agreed with this proposal" reads as a yes to whatever was asked.
    """
    first = draft.first_quote
    if first is None or len(first.sentence) >= SAYS_LITTLE:
        return False
    return not covered(weights, f"{first.passage.title} {first.sentence}")


def _of_a_kind(composer: str, question: Question) -> float:
    """What a composer of a sort of question is worth on this one, before its draft is read."""
    if composer != kind_sought(question).value:
        return WEIGHTS.other_kind
    return WEIGHTS.course if composer == "trace" else WEIGHTS.own_kind


def names_a_ruling(question: Question, draft: Draft) -> bool:
    """True where a draft opens with what stands under a number that the question names."""
    first = draft.first_quote
    return first is not None and reference(first.passage.item) in question.references


def said_in(draft: Draft) -> Iterator[str]:
    """What a reader reads, piece by piece."""
    for statement in draft.statements:
        yield f"{statement.text} {statement.evidence.sentence if statement.evidence else ''}".strip()
