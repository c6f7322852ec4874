"""The matter that a question names in so many words at its end, and whether any paper found speaks of it."""

from __future__ import annotations

from collections.abc import Sequence

from app.compose.sought import ALIKE
from indexer.items.sentences import sentences
from indexer.passages.embedding import Embedder
from indexer.passages.passage import Passage
from indexer.sections.section import SectionKind
from retriever.coverage import Rarity
from retriever.questions import Question, QuestionKind
from retriever.search import Hit
from retriever.words import content_words, stem, stems

COMPARED = 3  # passages whose words are compared by meaning: the best
LEAST_ALIKE = 0.55  # cosine that each word of a topic must reach, beside ALIKE on the mean
USUAL = 1.5  # rarity of a word, up to which it stands in so many passages that it names no matter: "plan", "service"
# Kinds of paper in which a decision is asked for, or made; an appendix may speak of anything.
DECIDING = frozenset(
    {
        SectionKind.FRONT_SHEET,
        SectionKind.MINUTES,
        SectionKind.REPORT,
        SectionKind.DECISION_RECORD,
        SectionKind.PROPOSED_DECISION_RECORD,
    }
)


def unspoken(question: Question, hits: Sequence[Hit]) -> str:
    """The topic of a question for a decision or a fact that no passage found has in its words; "" for none.

    A decision is looked for where decisions are made or asked for.
    """
    named, one = question.reading.topic, question.reading.topic_is_one
    decision = question.kind is QuestionKind.DECISION
    # "And what did it cost?" takes its topic from the question before.
    if not named or question.context_terms:
        return ""
    if not (decision or (question.kind is QuestionKind.FACT and not one)):
        return ""
    slips = dict(question.corrections)
    topic = [slips.get(word, word) for word in content_words(named)]
    if not topic or any(stems(" ".join(topic)) <= stems(_said(passage)) for passage in _read(question, hits)):
        return ""
    return named


def spoken_alike(question: Question, hits: Sequence[Hit], *, rarity: Rarity, embedder: Embedder) -> bool:
    """True where a sentence found speaks of the topic in words that mean much the same."""
    topic = content_words(question.reading.topic)
    # "mooring plan": every paper has a plan, so that "plan" alone would count as found.
    topic = [word for word in topic if rarity(stem(word)) > USUAL] or topic
    return _alike(topic, _read(question, hits)[:COMPARED], embedder)


def _read(question: Question, hits: Sequence[Hit]) -> list[Passage]:
    decision = question.kind is QuestionKind.DECISION
    return [hit.passage for hit in hits if not decision or hit.passage.section.kind in DECIDING]


def _alike(topic: Sequence[str], read: Sequence[Passage], embedder: Embedder) -> bool:
    """True where one sentence has a word of much the same meaning for each of the topic."""
    lines = [content_words(line) for passage in read for line in _lines(passage)]
    there = list(dict.fromkeys(word for line in lines for word in line if word[0].isalpha()))
    if not there:
        return False
    vectors = embedder.embed([*topic, *there])
    cosines = vectors[: len(topic)] @ vectors[len(topic) :].T
    at = {word: n for n, word in enumerate(there)}
    columns = [[at[word] for word in line if word in at] for line in lines]
    # "boat" in one sentence and "tax" in the next are no "vessel levy".
    nearest = [cosines[:, some].max(axis=1) for some in columns if some]
    return any(near.mean() >= ALIKE and near.min() >= LEAST_ALIKE for near in nearest)


def _lines(passage: Passage) -> list[str]:
    """The title of a passage and its sentences: words of one matter stand together."""
    return [f"{passage.title} {passage.heading}", *sentences(passage.text)]


def _said(passage: Passage) -> str:
    return f"{passage.title} {passage.heading} {passage.text}"
