"""Secrets planted in every kind of place, looked for at every door as every role; and twin indexes that answer alike.

BOARD_PAPERS_SECRET_QUESTIONS and BOARD_PAPERS_TWIN_QUESTIONS say how many questions are asked.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from test_access_matrix import ASSISTANT, PUBLIC_MINUTES, files, leaks, pdf, secret
from word_embedder import WordEmbedder

from app.answers.answer import Answer
from app.answers.filters import Filters
from app.assistant import Assistant
from app.exports import monitor_to_csv, to_csv
from app.people.seeing import Person, Role, right_of
from corpus.errors import BoardPapersError
from indexer.build import build_index, stamp_of
from indexer.store import Store

QUESTIONS = int(os.environ.get("BOARD_PAPERS_SECRET_QUESTIONS", "100"))
TWINS = int(os.environ.get("BOARD_PAPERS_TWIN_QUESTIONS", "60"))

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
    "What did {body} decide about {thing}{when}?",
    "What did {body} decide{when}?",
    "Who moved {thing}?",
    "Who voted against {thing}{when}?",
    "Did {body} agree to {thing}?",
    "How much was paid for {thing}{when}?",
    "{word}",
    "{thing}",
    "What is {short}?",
    "What does {short} stand for?",
    "Who is Rex {word}?",
    "What has Councillor Ivo Kerr to do with {thing}?",
    "What were the dues at {word} Quay in 2018-19?",
    "Which members declared an interest in {thing}{when}?",
    "What happened to {thing}{when}?",
    "Trace {thing}.",
    "What actions are open about {thing}?",
    "Who is to send the deeds{when}?",
    "Who was present{when} at {body}?",
    "Which papers mention {thing}?",
    "How many papers are there of {body}?",
    "List the decisions of {body}{when}.",
    "When does {body} meet next?",
    "Tell me about {thing} and the lamp.",
    "Summarise the minutes of {body}{when}.",
    "Is there anything exempt about {thing}?",
)
THINGS = (
    *("the {0} tender", "{0} Quay", "the sale of {0} Quay", "{0} Mole", "the dues at {0} Mole", "the deeds"),
    *("the {0} Improvement Society", "the lamp", "a tender", "the lamp on {0} Mole", "{0}.pdf"),
)
BODIES = ("the {0} Panel", "Port {0} Town Council", "the Harbour Committee", "the Cabinet", "Wharfside Town Council")
TIMES = ("", "", " on 4 March 2019", " in 2019", " in March 2019", " before June 2019", " at the last meeting")
FILTERS = (
    *[Filters()] * 5,
    Filters(organisation="Wharfside Town Council"),
    Filters(body="Zanzibar Panel"),
    Filters(organisation="Port Marzipan Town Council"),
    Filters(since=date(2019, 3, 4), until=date(2019, 3, 4)),
)


@dataclass(frozen=True)
class Asked:
    """A question, what was asked before it, and the filters that were chosen."""

    question: str
    history: tuple[str, ...]
    filters: Filters

    def typed(self) -> list[str]:
        """The secrets that whoever asks has named, and may be told back."""
        said = repr(self).casefold()
        return [word for word in LABELS if word in said]


def write(folder: Path, *, restricted: bool = True) -> None:
    pdf(folder / "minutes.pdf", PUBLIC_MINUTES)
    if restricted:
        for word in LABELS:
            pdf(folder / f"{word}.pdf", secret(word))
        lines = "".join(f"{word}.pdf,{label}\n" for word, label in LABELS.items())
        (folder / "access.csv").write_text(f"file,label\n{lines}", encoding="utf-8")


def spelt(rule: random.Random) -> str:
    """A secret, or a near miss of it: a letter left out, doubled, changed or swapped, an ending, a beginning."""
    word = rule.choice(list(LABELS))
    at, letter = rule.randrange(1, len(word) - 1), rule.choice("aeiourstn")
    forms = (
        *(word, word, word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:]),
        *(word[:at] + letter + word[at + 1 :], word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]),
        *(f"{word}s", word[: max(3, at)]),
    )
    return rule.choice((str.capitalize, str.capitalize, str.upper, str.lower))(rule.choice(forms))


def questions(count: int) -> list[Asked]:
    """So many questions, none of them twice."""
    rule, made = random.Random(count), dict[Asked, None]()
    while len(made) < count:
        word = spelt(rule)
        given = {
            "word": word,
            "short": f"{word[0].upper()}IS",
            "thing": rule.choice(THINGS).format(word),
            "body": rule.choice(BODIES).format(word),
            "when": rule.choice(TIMES),
        }
        said = [rule.choice(ASKED).format(**given) for _ in range(3)]
        made[Asked(said[0], tuple(said[1 : rule.choice((1, 1, 2, 3))]), rule.choice(FILTERS))] = None
    return list(made)


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


def asked_of(assistant: Assistant, asked: Asked) -> Answer | str:
    """The answer, or the sentence that refuses the filters."""
    try:
        return assistant.ask(asked.question, asked.history, filters=asked.filters)
    except BoardPapersError as refused:
        return str(refused)


@pytest.mark.parametrize("who", PEOPLE)
def test_no_answer_gives_a_role_the_secret_of_another(store: Store, folder: Path, who: str) -> None:
    person, theirs = PEOPLE[who]
    assistant = assistant_of(store, folder, person)
    for asked in questions(QUESTIONS):
        answer = asked_of(assistant, asked)
        if isinstance(answer, str):
            assert set(leaks(answer, asked=asked.typed())) - theirs == set(), asked
            continue
        said = set(leaks((answer.citations, answer.more, answer.passages))) - theirs
        assert said == set(), asked
        worded = (answer.text, answer.notes, answer.alternatives, answer.suggestions)
        assert set(leaks(worded, asked=asked.typed())) - theirs == set(), asked


def test_two_indexes_that_differ_in_the_secrets_alone_answer_everybody_alike(folder: Path) -> None:
    """In all that is shown; not in the scores, since how rare a word is is counted over all passages."""
    with ExitStack() as opened:
        one, other = (
            Assistant(
                opened.enter_context(Store(folder / f"{name}-index", stamp_of(WordEmbedder()))),
                WordEmbedder(),
                corpus=folder / name,
            )
            for name in ("with", "without")
        )
        for asked in questions(TWINS):
            said = []
            for assistant in (one, other):
                answer = asked_of(assistant, asked)
                if isinstance(answer, str):
                    said.append(answer)
                else:
                    quoted = [(one.number, one.quote, one.page) for one in (*answer.citations, *answer.more)]
                    texts = [passage.text for passage in answer.passages]
                    shown = (answer.text, quoted, answer.notes, answer.suggestions, answer.alternatives, texts)
                    said.append(repr(shown))
            assert said[0] == said[1], asked
