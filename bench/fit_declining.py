"""Fit the weights by which the program says that the papers do not answer, over gold questions and made-up ones.

    python -m bench.fit_declining INDEX QUESTIONS.jsonl [QUESTIONS.jsonl ...] [--write]

Of each question that the papers answer, others are made that they do not: its answer is taken out of what was found,
its year is changed to one before all papers, its council to one that has none. Printed is, for each body left out of
the fit, how many are declined of both sorts; `--write` puts the weights of all bodies in use.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from app.compose.declining.doubts import CERTAIN, doubts
from app.compose.declining.score import WEIGHTS, score, signs_of
from app.compose.evidence import weigh
from app.compose.lists.listing import held_list
from app.compose.records import Records, records_of
from app.compose.tries import tries
from indexer.build import stamp_of
from indexer.passages.embedding import Embedder, MiniLM
from indexer.store import PUBLIC, Store
from retriever.register import Ruling
from retriever.search import Retriever

Row = dict[str, Any]
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
LONG_AGO = 1987  # before all papers
FEW = 4  # one question in so many is asked of a council that has no papers: a name that stands nowhere says enough
NOWHERE = ("Thornby Parish Council", "Oxmere Borough Council", "Wendlebury District Council")
STRENGTH = 0.3
REAL, MADE_UP = 4.0, 0.5  # what a question without an answer counts that a person wrote, and that was made up
MOST_OVER = 0.03  # share of the answerable questions that may be declined


@dataclass(frozen=True, slots=True)
class Example:
    """The signs of one question, whether the papers answer it, what it counts, and its body."""

    signs: dict[str, float]
    answerable: bool
    weight: float
    body: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What is needed to ask: the search, the records and the model."""

    retriever: Retriever
    records: Records
    embedder: Embedder

    def signs(self, text: str, history: Sequence[str], without: Sequence[str] = ()) -> dict[str, float] | None:
        """The signs of a question, None where they settle nothing; what says one of the words `without` is left out."""
        vocabulary = self.retriever.vocabulary()
        question = self.retriever.understand(text, history)
        hits = [hit for hit in self.retriever.search(question) if not _says(hit.passage.text, without)]
        records = self._without(without) if without else self.records
        evidence = weigh(question, hits, rarity=vocabulary.rarity)
        if not evidence or held_list(question, records, vocabulary.rarity):
            return None
        found = tries(question, hits, evidence, [], records=records, vocabulary=vocabulary)
        against = doubts(question, hits, evidence, records=records, vocabulary=vocabulary, embedder=self.embedder)
        if not found or any(doubt.name in CERTAIN for doubt in against):
            return None
        return signs_of(question, hits, evidence, found[0], against, vocabulary.rarity)

    def _without(self, words: Sequence[str]) -> Records:
        """The records without the rulings that say the words."""
        kept = [one for one in self.records.rulings if not _says(_all_of(one), words)]
        return replace(self.records, rulings=tuple(kept))


def main() -> None:
    """Ask, fit, print, and write what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("index", type=Path)
    parser.add_argument("questions", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true", help="put the weights of all bodies in use")
    options = parser.parse_args()
    embedder = MiniLM()
    store = Store(options.index, stamp_of(embedder))
    asked = Asked(Retriever(store, embedder, right=PUBLIC), records_of(store, PUBLIC), embedder)
    rows = [json.loads(line) for path in options.questions for line in path.read_text("utf-8").splitlines() if line]
    found = list(examples(rows, asked))
    report(found)
    if options.write:
        WEIGHTS.write_text(json.dumps(fit(found), indent=0, sort_keys=True) + "\n", encoding="utf-8")


def examples(rows: Iterable[Row], asked: Asked, *, start: int = 0) -> Iterator[Example]:
    """Each question, and those made of it that the papers do not answer; `start` is the number of the first."""
    for number, row in enumerate(rows, start):
        answerable = bool(row["evidence"])
        body = str(row.get("place") or row["id"].partition("-")[0])
        said = asked.signs(row["question"], row.get("history") or [])
        if said:
            yield Example(said, answerable, 1.0 if answerable else REAL, body)
        for text, history, without in made_up(row, number) if answerable else ():
            if said := asked.signs(text, history, without):
                yield Example(said, False, MADE_UP, body)


def made_up(row: Row, number: int) -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
    """Questions like one that is answered, which are not, with the words that are taken out of what is found."""
    text, history = row["question"], row.get("history") or []
    facts = [words for group in row["must"] for words in group]
    if facts:
        yield text, history, facts
    if YEAR.search(text):
        yield YEAR.sub(str(LONG_AGO), text), history, ()
    if not history and number % FEW == 0:
        yield f"{text.rstrip('?. ')} at {NOWHERE[number % len(NOWHERE)]}?", (), ()


def _says(text: str, words: Sequence[str]) -> bool:
    folded = text.lower()
    return any(word.lower() in folded for word in words)


def _all_of(ruling: Ruling) -> str:
    return " ".join((ruling.title, *(f"{limb.text} {limb.motion}" for limb in ruling.limbs)))


def fit(found: Sequence[Example]) -> dict[str, float]:
    """The weights of the signs; "" is the constant, put so that hardly any answerable question is declined."""
    names = sorted({name for one in found for name in one.signs})
    signs = np.array([[one.signs.get(name, 0.0) for name in names] for one in found])
    model = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=1000)
    model.fit(signs, [one.answerable for one in found], sample_weight=[one.weight for one in found])
    weights = {name: round(float(w), 3) for name, w in zip(names, model.coef_[0], strict=True)} | {"": 0.0}
    answerable = [score(one.signs, weights) for one in found if one.answerable]
    weights[""] = round(-float(np.quantile(answerable, MOST_OVER)), 3)
    return weights


def report(found: Sequence[Example]) -> None:
    """Nothing; prints how many are declined of each body's questions by weights fitted without it."""
    declined: dict[tuple[bool, bool], list[bool]] = {}
    for body in sorted({one.body for one in found}):
        weights = fit([one for one in found if one.body != body])
        for one in found:
            if one.body == body:
                real = one.weight != MADE_UP
                declined.setdefault((one.answerable, real), []).append(score(one.signs, weights) < 0)
    for (answerable, real), which in sorted(declined.items()):
        sort = "answerable" if answerable else "not answerable" if real else "made up"
        print(f"{sort:15s} {len(which):4d} declined {np.mean(which):.2f}")


if __name__ == "__main__":
    main()
