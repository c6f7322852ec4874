"""Declining: whether a draft is shown, or that the papers do not answer; one score from signs, with fitted weights.

`python -m bench.fit_declining` fits the weights that lie beside this file, over questions of many bodies and made-up
ones that their papers do not answer.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from app.compose.declining.doubts import CERTAIN, Doubt
from app.compose.evidence import PASSAGES_READ, Evidence
from app.compose.forms import Form, form_of, has_form
from app.compose.tries import FRONT, Try, of_another_time, said_in
from indexer.forms.reasons import CAME_IN, GIVES_A_REASON
from indexer.items.sentences import sentences
from retriever.coverage import Rarity, covered
from retriever.periods import MONTHS
from retriever.question_forms import Ask
from retriever.questions import Question, QuestionKind
from retriever.register import elsewhere, matter
from retriever.search import Hit
from retriever.words import stem, stems

WEIGHTS = Path(__file__).with_name("weights.json")
DOUBTS = ("unknown name", "no list", "unspoken", "not given", "far")
ABOUT = 0.4  # a sentence is about a question if it has at least this share of its words; those in headings count half
APART = 0.25  # of that share between matter and sum, from which on it is said that the papers do not give the sum
FREE = frozenset({"blocks", "overview", "trace"})  # composers that have no record to go by
SAYS_ENOUGH = 0.8  # share of the matter in front, below which an answer of theirs is shown as no more than the closest
FOUND_WELL = 2.4  # score of the best hit, below which they are as well
RAREST = 3  # words of a question that say best what it is about


def signs_of(
    question: Question,
    hits: Sequence[Hit],
    evidence: Sequence[Evidence],
    best: Try,
    against: Sequence[Doubt],
    rarity: Rarity,
) -> dict[str, float]:
    """The signs by which a draft is shown or not, each from about -1 to 1; the words of place and time are left out."""
    weights = _matter(question, rarity)
    there = [hit for hit in hits if not elsewhere(question, hit.passage.section)]
    first = best.draft.first_quote
    return {
        **_of_words(weights, hits, evidence, best),
        **_of_form(question, evidence, best, weights),
        **_beside_it(question, hits, weights),
        **_of_place_and_time(question, there, weights),
        **_of_reasons(question, evidence),
        "worth": best.worth / 4,
        "found": hits[0].score / 3 if hits else 0.0,
        "another's": float(first is not None and elsewhere(question, first.passage.section)),
        **_of_another_time(question, best),
        "from records": float(best.composer == "list"),
        "a ruling": float(best.composer == "decision"),
        "decision without one": float(question.kind is QuestionKind.DECISION and best.composer != "decision"),
        "leans": float(bool(question.context_terms)),
        **{name: float(any(doubt.name == name for doubt in against)) for name in DOUBTS},
    }


def _matter(question: Question, rarity: Rarity) -> dict[str, float]:
    """The weights of the question's words, without those of place, time and number."""
    return {
        word: weight
        for word, weight in matter(question, rarity).items()
        if not word[:1].isdigit() and word not in MONTH_STEMS
    }


def _rarest(weights: Mapping[str, float]) -> dict[str, float]:
    return dict(sorted(weights.items(), key=lambda pair: -pair[1])[:RAREST])


def _of_words(
    weights: Mapping[str, float], hits: Sequence[Hit], evidence: Sequence[Evidence], best: Try
) -> dict[str, float]:
    """How many of the question's words stand in the draft, in one sentence, and in anything that was found."""
    rarest, text = _rarest(weights), "\n".join(said_in(best.draft))
    quoted = [s.evidence.passage for s in best.draft.statements if s.evidence]
    around = [f"{passage.title} {passage.heading}" for passage in quoted]
    read = stems(" ".join(f"{hit.passage.text} {hit.passage.title} {hit.passage.heading}" for hit in hits))
    nowhere = sum(weight for word, weight in weights.items() if word not in read)
    return {
        "said": covered(weights, text, around),
        "said in front": covered(weights, text[:FRONT], around[:1]),
        "rarest said": covered(rarest, text, around),
        "best sentence": max((piece.coverage for piece in evidence), default=0.0),
        "read nowhere": nowhere / (sum(weights.values()) or 1.0),
        "rarest read nowhere": float(any(word not in read for word in rarest)),
        "few words": 1 / max(1, len(weights)),
    }


def _of_place_and_time(question: Question, there: Sequence[Hit], weights: Mapping[str, float]) -> dict[str, float]:
    """How much of the matter one passage of the place asked about has, and whether any passage is of the time."""
    rarest = _rarest(weights)
    read = [(hit.passage.text, (hit.passage.title, hit.passage.heading)) for hit in there]
    in_time = any(question.in_time(hit.passage.section.meeting.held_on) for hit in there)
    return {
        "together": max((covered(weights, *one) for one in read), default=0.0),
        "rarest together": max((covered(rarest, *one) for one in read), default=0.0),
        "nothing there": float(not there),
        "nothing then": float(not in_time),
    }


def _of_reasons(question: Question, evidence: Sequence[Evidence]) -> dict[str, float]:
    """Whether a reason is asked for, and stands in no sentence that has the matter about it."""
    if Ask.WHY not in question.reading.asks:
        return {}
    about = (piece.sentence for piece in evidence if piece.coverage >= ABOUT)
    return {"asks why": 1.0, "no reason": float(not any(map(GIVES_A_REASON.pattern.search, about)))}


def _of_form(
    question: Question, evidence: Sequence[Evidence], best: Try, weights: Mapping[str, float]
) -> dict[str, float]:
    """Whether the sum, share or date asked for stands in the draft, and beside the words of the question."""
    form = form_of(question)
    if form is None:
        return {"slot with its matter": 1.0, "slot with all": 1.0}
    return {
        "asks for a form": 1.0,
        "no form": float(not any(has_form(form, piece) for piece in said_in(best.draft))),
        **_of_front(question, form, best),
        "slot with its matter": _slot(evidence, _rarest(weights)),
        "slot with all": _slot(evidence, weights),
    }


def _of_front(question: Question, form: Form, best: Try) -> dict[str, float]:
    """Whether the quote in front lacks the figure asked for, or has only a sum that was given where a cost is asked."""
    front = best.draft.first_quote
    fitting = [line for line in sentences(front.sentence) if has_form(form, line)] if front else []
    given = form.name == "money" and bool(fitting) and all(map(CAME_IN.pattern.search, fitting))
    return {
        "no figure in front": float(form.gives == "figure" and not fitting),
        "only what came in": float(given and not CAME_IN.pattern.search(question.reading.folded)),
    }


def _beside_it(question: Question, hits: Sequence[Hit], weights: Mapping[str, float]) -> dict[str, float]:
    """How much more of the matter stands in three sentences without what is asked for than in any three with it.

    Papers that speak of a thing at length and never beside a sum do not say what it cost.
    """
    form = form_of(question)
    if form is None and Ask.WHY not in question.reading.asks:
        return {}
    best = given = 0.0
    for passage in (hit.passage for hit in hits[:PASSAGES_READ]):
        lines = sentences(passage.text)
        for n in range(len(lines)):
            near = "\n".join(lines[max(0, n - 1) : n + 2])
            share = covered(weights, near, (passage.title, passage.heading))
            best = max(best, share)
            if share > given and (has_form(form, near) if form else GIVES_A_REASON.pattern.search(near)):
                given = share
    return {"stands apart": best - given}


def _of_another_time(question: Question, best: Try) -> dict[str, float]:
    """Whether the draft is of another time than the question; where a figure is asked for, that says more."""
    form, other = form_of(question), float(of_another_time(question, best.draft))
    asks_figure = form is not None and form.gives == "figure"
    return {"another time": other, "another time's figure": other * asks_figure}


def _slot(evidence: Sequence[Evidence], weights: Mapping[str, float]) -> float:
    """The largest share of these words in one sentence, and the title over it, that has the form asked for."""
    fitting = (piece for piece in evidence if piece.fits)
    return max((covered(weights, piece.sentence, (piece.passage.title,)) for piece in fitting), default=0.0)


MONTH_STEMS = frozenset(map(stem, MONTHS))


def declined(
    question: Question,
    hits: Sequence[Hit],
    evidence: Sequence[Evidence],
    best: Try,
    against: Sequence[Doubt],
    rarity: Rarity,
) -> Doubt | None:
    """Why the best draft is not shown, the doubt that weighs most first of all; None where it is shown."""
    if certain := next((doubt for doubt in against if doubt.name in CERTAIN), None):
        return certain
    weights = _weights()
    sure = [doubt for doubt in against if doubt.unfounded is None]
    signs = signs_of(question, hits, evidence, best, sure, rarity)
    standing = _standing(signs, sure, [doubt for doubt in against if doubt.unfounded], weights)
    if score({**signs, **{doubt.name: 1.0 for doubt in standing}}, weights) >= 0:
        return None
    return _reason(question, signs, standing, weights)


def unsure(question: Question, hits: Sequence[Hit], best: Try, rarity: Rarity) -> bool:
    """True for passages and steps that may well be beside the point: six in ten of such answers were right, of others
    three in four.
    """
    first = best.draft.first_quote
    if best.composer not in FREE or first is None:
        return False
    around = f"{first.passage.title} {first.passage.heading}"
    in_front = covered(_matter(question, rarity), first.sentence[:FRONT], (around,))
    return in_front < SAYS_ENOUGH or hits[0].score < FOUND_WELL


def _reason(
    question: Question, signs: Mapping[str, float], standing: Sequence[Doubt], weights: Mapping[str, float]
) -> Doubt:
    """The doubt that says why: what the papers do not give though they speak of the matter, else what weighs most."""
    if signs.get("stands apart", 0.0) < APART:
        return _told(standing, weights)
    form = form_of(question)
    said = next((doubt for doubt in standing if doubt.name == "not given"), None)
    return said or Doubt("not given", f"We could not find the {form.gives if form else 'reason'}.")


def _told(standing: Sequence[Doubt], weights: Mapping[str, float]) -> Doubt:
    """The doubt that weighs most of those that can say why."""
    telling = sorted(standing, key=lambda doubt: weights.get(doubt.name, 0.0))
    return next((doubt for doubt in telling if doubt.why), Doubt("far"))


def _standing(
    signs: Mapping[str, float], sure: Sequence[Doubt], unsure: Sequence[Doubt], weights: Mapping[str, float]
) -> list[Doubt]:
    """The doubts that stand; meanings are compared only as long as a doubt can still settle something."""
    standing = list(sure)
    for n, doubt in enumerate(unsure):
        said = score({**signs, **{one.name: 1.0 for one in standing}}, weights)
        at_worst = said + sum(min(0.0, weights.get(one.name, 0.0)) for one in unsure[n:])
        if at_worst >= 0 or (said < 0 and not any(one.why for one in unsure[n:])):
            break
        if doubt.stands:
            standing.append(doubt)
    return standing


def score(signs: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The log-odds that a draft with these signs answers its question, less what they must be."""
    return weights[""] + sum(weights.get(name, 0.0) * value for name, value in signs.items())


@cache
def _weights() -> dict[str, float]:
    found: dict[str, float] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return found
