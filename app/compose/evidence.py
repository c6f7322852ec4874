"""Evidence: the sentences of the found passages that bear on a question, best first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.compose.forms import form_of, has_form
from indexer.embedding import Embedder
from indexer.paragraphs import is_heading
from indexer.passages import Passage
from indexer.sections import SectionKind
from indexer.sentences import sentences
from retriever.coverage import Rarity, covered, wanted
from retriever.questions import Question, QuestionKind
from retriever.search import Hit
from retriever.words import content_words, stem

PASSAGES_READ = 16  # the best hits whose sentences are weighed
MEANT = 16  # sentences whose meaning is compared: the best by words and rank, since comparing costs most of the time
LONGEST_QUOTE = 420  # characters of one quoted sentence
SAID_BEFORE = 0.75  # share of a sentence's words that another has said, from which on it says nothing new
FEWEST_WORDS = 6  # a shorter piece says nothing by itself, unless it is a label with its figure
NUMBERING = re.compile(r"^\W*(?:\d{1,3}(?:\.\d{1,3})*|[ivx]{1,5}|[A-Za-z])[.)]\s*")  # "4.3 ", "(ii) "


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence of a passage with how well it answers.

    `score` (higher is better) takes together `meaning` (cosine to the question), `coverage` (share of the question's
    terms, the rare ones counting more, in the sentence and around it) and the rank of its passage; `fits` is False
    where the question asks for a form - a sum, a share, a date - that the sentence does not have.
    """

    sentence: str
    passage: Passage
    score: float
    meaning: float
    coverage: float
    fits: bool = True


def weigh(question: Question, hits: Sequence[Hit], *, embedder: Embedder, rarity: Rarity) -> list[Evidence]:
    """The sentences of the best hits, best first; `rarity` gives the weight of a stem."""
    form = form_of(question.text)
    weights = wanted(question, rarity)
    top = hits[0].score if hits else 1.0
    found = []
    for hit in hits[:PASSAGES_READ]:
        for sentence, before in _quotable(hit.passage.text):
            coverage = covered(weights, sentence, (hit.passage.title, hit.passage.heading, before))
            fits = form is None or has_form(form, sentence)
            score = 0.35 * coverage + 0.25 * hit.score / top + _fits_kind(question, sentence, hit.passage)
            found.append(Evidence(sentence, hit.passage, score + (0.08 if fits else 0.0), 0.0, coverage, fits))
    found.sort(key=lambda evidence: -evidence.score)
    found = [*_with_meaning(question, found[:MEANT], embedder), *found[MEANT:]]
    return sorted(found, key=lambda evidence: -evidence.score)


def _with_meaning(question: Question, found: Sequence[Evidence], embedder: Embedder) -> list[Evidence]:
    vectors = embedder.embed([question.search_text, *(evidence.sentence for evidence in found)])
    meanings = (vectors[1:] @ vectors[0]).tolist()
    return [replace(e, meaning=m, score=e.score + 0.45 * m) for e, m in zip(found, meanings, strict=True)]


def _quotable(text: str) -> Iterator[tuple[str, str]]:
    """The sentences that say something by themselves, each with the one before it; headings and labels do not."""
    before = ""
    for sentence in sentences(text):
        length = len(re.findall(r"[A-Za-z]{2,}", sentence))
        figure = re.search(r"\d", NUMBERING.sub("", sentence))
        if (
            not sentence.endswith(":")
            and (length >= FEWEST_WORDS or (figure and length >= 1))
            and not is_heading(sentence)
        ):
            yield sentence, before
        before = sentence


DECIDED = re.compile(
    r"\b(?:resolved|agreed|approved|noted|ordered|endorsed|adopted|deferred|referred|confirmed|delegat\w+|supported|"
    r"recommend\w*)\b",
    re.IGNORECASE,
)


# "The Fund is a ...", "aims to ...": how a paper says what something is.
DEFINES = re.compile(
    r"\b(?:is|are|was) (?:an?|the|one of|made up|used|designed|responsible)\b|\b(?:aims?|purpose|set up|established|launched) (?:to|of|in|by|is)\b|\bformerly\b",
    re.IGNORECASE,
)


def _fits_kind(question: Question, sentence: str, passage: Passage) -> float:
    """A small gain for the wording of a decision or a definition where one is asked for; a decision's more in minutes."""
    if question.kind is QuestionKind.OVERVIEW and DEFINES.search(sentence):
        return 0.08
    if question.kind is not QuestionKind.DECISION or not DECIDED.search(sentence):
        return 0.0
    return 0.08 if passage.section.kind in (SectionKind.MINUTES, SectionKind.DECISION_RECORD) else 0.04


def varied(evidence: Sequence[Evidence], *, most: int, budget: int) -> list[Evidence]:
    """Up to `most` sentences within `budget` characters, each saying something the ones before did not."""
    chosen: list[Evidence] = []
    said: list[set[str]] = []
    left = budget
    for piece in evidence:
        if len(chosen) == most:
            break
        stems = {stem(word) for word in content_words(piece.sentence)}
        if len(piece.sentence) > min(left, LONGEST_QUOTE * 2) or any(
            _said_in(stems, other) > SAID_BEFORE for other in said
        ):
            continue
        chosen.append(piece)
        said.append(stems)
        left -= len(piece.sentence)
    return chosen


def _said_in(new: set[str], old: set[str]) -> float:
    """The share of a sentence's words that another has said."""
    return len(new & old) / max(1, len(new))
