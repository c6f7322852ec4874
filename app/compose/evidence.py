"""Evidence: the sentences of the found passages that bear on a question, and the quotes chosen from them."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from app.compose.forms import form_of, has_form
from app.compose.tables import table_heads
from indexer.items.paragraphs import is_heading
from indexer.items.sentences import sentences
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind
from retriever.coverage import Rarity, covered, wanted
from retriever.questions import Question, QuestionKind
from retriever.search import Hit
from retriever.words import stems

PASSAGES_READ = 20  # the best hits whose sentences are weighed
FEWEST_WORDS = 5  # a shorter piece says little by itself, unless it is a label with its figure
NUMBERING = re.compile(r"^\W*(?:\d{1,3}(?:\.\d{1,3})*|[ivx]{1,5}|[A-Za-z])[.)]\s*")  # "4.3 ", "(ii) "


class _Weights(NamedTuple):
    """What speaks for a sentence, as log-odds of a logistic regression over the gold and the sample questions
    (rounded).

    The passage's place among the hits says most; a word of the question says more in the sentence than around it, and
    less where all of its passage is full of them.
    """

    passage: float = 5.0  # score of the hit, in shares of the best hit's
    first: float = 1.0  # 1 / rank of the hit
    inside: float = 1.2  # share of the question's words in the sentence
    around: float = 3.5  # the same with title, heading and the sentence before counting half
    crowded: float = -3.0  # the same of the whole passage
    fits: float = 0.5  # has the form asked for: a sum, a share, a date
    unfit: float = -1.2  # has not
    short: float = -1.2
    minutes: float = 0.9
    figure: float = 0.4
    closes: float = -2.5  # that the meeting was over; not fitted
    kind: float = 0.9  # the wording of a decision or a definition where one is asked for; not fitted
    least: float = -9.3


WEIGHTS = _Weights()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stretch of a passage with how well it answers.

    `score` is the log-odds that it bears on the question; `coverage` the share of the question's terms, the rare ones
    counting more, in it and around it. `fits` is False where the question asks for a form - a sum, a share, a date -
    that it does not have. `order` is its place among the sentences of its passage; `opens` is True for a heading or an
    opening line, which says nothing alone; `head` is the places of the lines that say what the figures of a table's row
    are.
    """

    sentence: str
    passage: Passage
    score: float
    coverage: float
    fits: bool = True
    order: int = 0
    opens: bool = False
    head: tuple[int, ...] = ()

    @classmethod
    def of(cls, section: Section, text: str, page: int | None, item: str = "", title: str = "") -> Evidence:
        """What a record says in its own words; it may run on to the page after the one it begins on.

        `title` is that of the item it stands under, where it has one.
        """
        passage = Passage(
            section, text, text, page, page + 1 if page else None, item=item, title=title or section.title
        )
        return cls(text, passage, score=0.0, coverage=1.0)


def weigh(question: Question, hits: Sequence[Hit], *, rarity: Rarity) -> list[Evidence]:
    """The sentences of the best hits, best first; `rarity` gives the weight of a stem."""
    weights = wanted(question, rarity)
    top = hits[0].score if hits else 1.0
    found: list[Evidence] = []
    for rank, hit in enumerate(hits[:PASSAGES_READ], 1):
        passage = hit.passage
        crowded = covered(weights, passage.text, (passage.title, passage.heading))
        place = WEIGHTS.least + WEIGHTS.passage * hit.score / top + WEIGHTS.first / rank + WEIGHTS.crowded * crowded
        found += _of_passage(question, passage, place, weights)
    return sorted(found, key=lambda evidence: -evidence.score)


def _of_passage(question: Question, passage: Passage, place: float, weights: dict[str, float]) -> Iterator[Evidence]:
    """The sentences of a passage in order; `place` is what all of them gain from it."""
    form = form_of(question)
    before = ""
    lines = sentences(passage.text)
    heads = table_heads(lines)
    for order, sentence in enumerate(lines):
        head = " ".join(lines[n] for n in heads[order])
        fits = form is None or has_form(form, sentence, head)
        around = covered(weights, sentence, (passage.title, passage.heading, head or before))
        score = place + WEIGHTS.inside * covered(weights, sentence) + WEIGHTS.around * around
        if form is not None:
            score += WEIGHTS.fits if fits else WEIGHTS.unfit
        score += _for_its_wording(question, sentence, passage)
        yield Evidence(sentence, passage, score, around, fits, order, _only_opens(sentence), heads[order])
        before = sentence


def _for_its_wording(question: Question, sentence: str, passage: Passage) -> float:
    gain = WEIGHTS.minutes if passage.section.kind is SectionKind.MINUTES else 0.0
    if re.search(r"\d", NUMBERING.sub("", sentence)):
        gain += WEIGHTS.figure
    if len(re.findall(r"[A-Za-z]{2,}", sentence)) < FEWEST_WORDS:
        gain += WEIGHTS.short
    if CLOSES.search(sentence):
        gain += WEIGHTS.closes
    asked_for = {QuestionKind.DECISION: DECIDED, QuestionKind.OVERVIEW: DEFINES}.get(question.kind)
    return gain + (WEIGHTS.kind if asked_for and asked_for.search(sentence) else 0.0)


def _only_opens(sentence: str) -> bool:
    """True for a heading, and for the line that opens a list: they are quoted with what follows only."""
    length = len(re.findall(r"[A-Za-z]{2,}", sentence))
    figure = re.search(r"\d", NUMBERING.sub("", sentence))
    if sentence.endswith(":") or is_heading(sentence) or (sentence.endswith(",") and length < FEWEST_WORDS):
        return True
    return not (length >= FEWEST_WORDS or (figure and length >= 1))


DECIDED = re.compile(
    r"\b(?:resolved|agreed|approved|noted|ordered|endorsed|adopted|deferred|referred|confirmed|delegat\w+|supported|"
    r"recommend\w*)\b",
    re.IGNORECASE,
)

CLOSES = re.compile(
    r"^\W*the (?:\w+ ){1,2}(?:(?:was )?(?:ended|closed|concluded|finished|rose|adjourned) at\b|then (?:closed|"
    r"concluded)\b)|"
    r"\bno (?:further|other) business\b.{0,60}\b(?:clos|adjourn|conclu|declar)|\bdeclared the meeting closed\b|"
    r"\bdo (?:now )?adjourn at\b",
    re.IGNORECASE,
)

# "The Fund is a ...", "aims to ...": how a paper says what something is.
DEFINES = re.compile(
    r"\b(?:is|are|was) (?:an?|the|one of|made up|used|designed|responsible)\b|\b(?:aims?|purpose|set up|established|"
    r"launched) (?:to|of|in|by|is)\b|\bformerly\b",
    re.IGNORECASE,
)

# How many characters a quote costs beside its own: naming the place of the first from a passage, the marks of another.
NAMING, MARKING = 50, 8
EVEN = 100  # characters added to every length, so that the shortest sentences do not win by being short
WORTH = 4.5  # a sentence whose log-odds are this much below the best is not worth its room
SAID_BEFORE = 0.75  # a sentence says nothing new if another has at least this share of its words
TAKEN = math.inf  # what stands for that share of a sentence that is quoted itself


@dataclass(frozen=True, slots=True)
class Manner:
    """How quotes are put together: `near` is what a sentence gains beside a chosen one."""

    near: float = 1.5


USUAL = Manner()


def chosen(evidence: Sequence[Evidence], *, budget: int, manner: Manner = USUAL) -> list[Evidence]:
    """The quotes that say most within `budget` characters, the best first; neighbouring sentences are one quote.

    Greedy by the chance that a sentence bears on the question for each character that it takes (Lin and Bilmes, 2010),
    less where another has said it. A sentence beside a chosen one costs no new place, so quotes grow to windows.
    """
    taken: list[Evidence] = []
    least = max((e.score for e in evidence), default=0.0) - WORTH
    # Kept as objects: two papers may print the same sentence, and each has its own page. What of a piece the quotes
    # taken have said already only grows, so each new quote is compared once.
    open_to_choice = [(e, stems(e.sentence), 1 + math.exp(-e.score)) for e in evidence if e.score >= least]
    said = [0.0] * len(open_to_choice)
    left = budget
    while True:
        rated = [
            (value, cost, n)
            for n, (e, _, against) in enumerate(open_to_choice)
            if said[n] <= SAID_BEFORE
            if (cost := _cost(e, taken)) is not None and cost <= left
            if (value := _value(e, taken, manner, said[n], against) / (cost + EVEN)) > 0
        ]
        if not rated:
            return _windows([*taken, *_heads(taken, evidence)])
        _, cost, best = max(rated, key=lambda r: r[0])
        piece, words, _ = open_to_choice[best]
        taken.append(piece)
        left -= cost
        said = [max(before, _said_in(own, words)) for before, (_, own, _) in zip(said, open_to_choice, strict=True)]
        said[best] = TAKEN


def _heads(taken: Sequence[Evidence], evidence: Sequence[Evidence]) -> list[Evidence]:
    """The lines at the head of the tables whose rows were taken, where they were not taken themselves."""
    wanted_lines = {(id(row.passage), order) for row in taken for order in row.head}
    had = {(id(piece.passage), piece.order) for piece in taken}
    return [e for e in evidence if (id(e.passage), e.order) in wanted_lines - had]


def _cost(piece: Evidence, taken: Sequence[Evidence]) -> int | None:
    """The characters that a piece takes beside those taken already; None for an opening line without what it opens."""
    same = [t for t in taken if t.passage is piece.passage]
    if any(abs(t.order - piece.order) == 1 for t in same):
        return None if piece.opens and not any(t.order == piece.order + 1 for t in same) else len(piece.sentence) + 1
    return None if piece.opens else len(piece.sentence) + (MARKING if same else NAMING)


def _value(piece: Evidence, taken: Sequence[Evidence], manner: Manner, said: float, against: float) -> float:
    """The chance that a piece bears on the question (1 in `against`), less for the share of it that was `said`."""
    near = any(t.passage is piece.passage and abs(t.order - piece.order) == 1 for t in taken)
    return (manner.near if near else 1.0) * (1 - said / 2) / against


def _said_in(new: frozenset[str], old: frozenset[str]) -> float:
    """The share of a sentence's words that another has said; none where it brings another figure."""
    fresh = new - old
    if any(word[-1:].isdigit() for word in fresh):
        return 0.0
    return (len(new) - len(fresh)) / max(1, len(new))


def _windows(taken: Sequence[Evidence]) -> list[Evidence]:
    """The chosen sentences with neighbours of one passage joined, in the order in which the best of each was chosen."""
    runs: list[list[Evidence]] = []
    for piece in sorted(taken, key=lambda e: (id(e.passage), e.order)):
        last = runs[-1][-1] if runs else None
        if last and last.passage is piece.passage and piece.order == last.order + 1:
            runs[-1].append(piece)
        else:
            runs.append([piece])
    rank = {id(piece): n for n, piece in enumerate(taken)}
    runs.sort(key=lambda run: min(rank[id(piece)] for piece in run))
    return [replace(max(run, key=lambda e: e.score), sentence="\n".join(e.sentence for e in run)) for run in runs]


def stretch(
    passage: Passage, keep: Callable[[str], bool], *, split: Callable[[str], list[str]] = str.splitlines
) -> Evidence | None:
    """The stretch of a passage from its first line to keep to its last, with the line that opens it; None for none."""
    lines = split(passage.text)
    kept = [n for n, line in enumerate(lines) if keep(line)]
    if not kept:
        return None
    first = kept[0] - 1 if kept[0] and lines[kept[0] - 1].rstrip().endswith(":") else kept[0]
    return Evidence("\n".join(lines[first : kept[-1] + 1]), passage, score=0.0, coverage=1.0, order=first)
