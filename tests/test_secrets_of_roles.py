"""Secrets planted in every kind of place, looked for at every door as every role; and twin indexes that answer alike.

BOARD_PAPERS_SECRET_QUESTIONS and BOARD_PAPERS_TWIN_QUESTIONS say how many questions are asked.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from test_access_matrix import ASSISTANT, PUBLIC_MINUTES, files, leaks, pdf, secret
from word_embedder import WordEmbedder

from app.assistant import Assistant
from app.exports import monitor_to_csv, to_csv
from app.people.seeing import Person, Role, right_of
from corpus.errors import BoardPapersError
from indexer.build import build_index, stamp_of
from indexer.store import Store

QUESTIONS = int(os.environ.get("BOARD_PAPERS_SECRET_QUESTIONS", "24"))
TWINS = int(os.environ.get("BOARD_PAPERS_TWIN_QUESTIONS", "20"))

LABELS = {
    "zanzibar": "exempt:Cabinet",
    "marzipan": "internal:Licensing Committee",
    "xylophone": "exempt",
    "quillfeather": "confidential",
}
"""The secrets by their labels; each stands in a file name, title, heading, text, name, table, acronym, decision,
attendance, action and matter."""

PEOPLE = {
    "visitor": (Person(), set()),
    "reader": (Person(Role.READER, frozenset({"Cabinet"}), "1"), set()),
    "member of the Cabinet": (Person(Role.MEMBER, frozenset({"Cabinet"}), "2"), {"zanzibar"}),
    "member of Licensing": (Person(Role.MEMBER, frozenset({"licensing committee"}), "3"), {"marzipan"}),
    "officer": (Person(Role.OFFICER, frozenset(), "4"), {"zanzibar", "marzipan", "xylophone"}),
    "administrator": (Person(Role.ADMINISTRATOR, frozenset(), "5"), set(LABELS)),
}

ASKED = (
    "What did the {0} Panel decide about {0} Quay?",
    "Who moved the {0} tender?",
    "{0}",
    "What is {1}IS?",
    "Who is Rex {0}?",
    "What were the dues at {0} Quay in 2018-19?",
    "Which members declared an interest in the {0} tender?",
    "What happened to the sale of {0} Quay?",
    "Trace the {0} tender.",
    "What actions are open about {0}?",
    "Who was present on 4 March 2019 at the {0} Panel?",
    "What was decided on 4 March 2019?",
    "Which papers mention a tender?",
    "What is {2}?",
    "Tell me about the {2} tender and the lamp.",
)
"""With a secret, its first letter, and a near miss of it: a letter left out, doubled or changed for another."""


def write(folder: Path, *, restricted: bool = True) -> None:
    pdf(folder / "minutes.pdf", PUBLIC_MINUTES)
    if restricted:
        for word in LABELS:
            pdf(folder / f"{word}.pdf", secret(word))
        lines = "".join(f"{word}.pdf,{label}\n" for word, label in LABELS.items())
        (folder / "access.csv").write_text(f"file,label\n{lines}", encoding="utf-8")


def questions(count: int) -> Iterator[str]:
    rule = random.Random(count)
    for number in range(count):
        word = rule.choice(list(LABELS))
        at = rule.randrange(1, len(word) - 1)
        near = rule.choice(
            (word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:], f"{word[:at]}e{word[at + 1 :]}")
        )
        yield ASKED[number % len(ASKED)].format(word.capitalize(), word[0].upper(), near.capitalize())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("secrets")
    for name in ("with", "without"):
        write(folder / name, restricted=name == "with")
        build_index(folder / name, folder / f"{name}-index", embedder=WordEmbedder())
    return folder


@pytest.fixture(scope="module")
def store(folder: Path) -> Iterator[Store]:
    with Store(folder / "with-index", stamp_of(WordEmbedder())) as opened:
        yield opened


def assistant_of(store: Store, folder: Path, person: Person) -> Assistant:
    public = Assistant(store, WordEmbedder(), corpus=folder / "with")
    return public.seen_by(right_of(person, store.labels()))


@pytest.mark.parametrize("who", PEOPLE)
def test_every_door_shows_a_role_its_own_secrets_alone(store: Store, folder: Path, who: str) -> None:
    person, theirs = PEOPLE[who]
    assistant = assistant_of(store, folder, person)
    found = {
        way: set(leaks(ASSISTANT[way](assistant, files(folder / "with")))) for way in set(ASSISTANT) - {"ask", "recall"}
    }
    assert {way: words - theirs for way, words in found.items() if words - theirs} == {}
    research = assistant.research
    tables = (to_csv(research.register(), research.sources), monitor_to_csv(research.monitor(), research.sources))
    assert set(leaks(tables)) == theirs, "the files hold what is theirs, and nothing else"
    assert repr(tables).count("NOT FOR PUBLICATION") >= len(theirs)


@pytest.mark.parametrize("who", PEOPLE)
def test_no_answer_gives_a_role_the_secret_of_another(store: Store, folder: Path, who: str) -> None:
    person, theirs = PEOPLE[who]
    assistant = assistant_of(store, folder, person)
    for question in questions(QUESTIONS):
        answer = assistant.ask(question)
        typed = [word for word in LABELS if word in question.casefold()]
        said = set(leaks((answer.citations, answer.more, answer.passages, answer.suggestions))) - theirs
        assert said == set(), question
        assert set(leaks((answer.text, answer.notes, answer.alternatives), asked=typed)) - theirs == set(), question


def test_two_indexes_that_differ_in_the_secrets_alone_answer_everybody_alike(folder: Path) -> None:
    with ExitStack() as opened:
        one, other = (
            Assistant(
                opened.enter_context(Store(folder / f"{name}-index", stamp_of(WordEmbedder()))),
                WordEmbedder(),
                corpus=folder / name,
            )
            for name in ("with", "without")
        )
        for question in questions(TWINS):
            said = []
            for assistant in (one, other):
                try:
                    answer = assistant.ask(question)
                except BoardPapersError as refused:
                    said.append(str(refused))
                else:
                    texts = [passage.text for passage in answer.passages]
                    said.append(repr((answer.text, answer.notes, answer.suggestions, answer.scores, texts)))
            assert said[0] == said[1], question
