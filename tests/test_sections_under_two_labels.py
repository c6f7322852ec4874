"""A section whose pages are for different people: each sees what stands on their pages, and nothing that is for others."""

from __future__ import annotations

import os
import random
from itertools import pairwise
from pathlib import Path

import pytest
from test_access_matrix import ALL, pdf, texts_seen
from word_embedder import WordEmbedder

from app.people.seeing import Person, Role, may_see, right_of
from indexer.build import build_index
from indexer.store import Right, Store

ROUNDS = int(os.environ.get("BOARD_PAPERS_CUT_SECTIONS", "6"))

LABELS = ("public", "exempt", "exempt:Cabinet", "exempt:Licensing", "internal:Cabinet", "internal:Licensing", "secret")
PEOPLE = (
    Person(),
    Person(Role.READER, frozenset({"Cabinet"}), "1"),
    Person(Role.MEMBER, frozenset({"Cabinet"}), "2"),
    Person(Role.MEMBER, frozenset({"Licensing"}), "3"),
    Person(Role.MEMBER, frozenset({"Cabinet", "Licensing"}), "4"),
    Person(Role.OFFICER, frozenset(), "5"),
    Person(Role.ADMINISTRATOR, frozenset(), "6"),
)

WORDS = ("Ashwell", "Birchcroft", "Cedarholm", "Damsonby", "Elderbeck")
"""One for each page, printed on no other."""


def page(number: int) -> str:
    """A page whose last paragraph goes on upon the next one."""
    word, following = WORDS[number], WORDS[number + 1 : number + 2]
    head = (
        "WHARFSIDE TOWN COUNCIL\nHARBOUR COMMITTEE\nMinutes of a meeting of the Harbour Committee held on Monday, "
        "4 March 2019.\nPresent: Councillor Una Thole (Chair)\n"
    )
    lines = [
        f"which the owners of {word} had sent in April, and so the talk came to an end."
        if number
        else head.rstrip("\n"),
        f"{20 + number}. Lease of {word} Yard",
        f"The {word} Yard Trust ({word[0]}YT) asked for a lease. Councillor Ivo {word} declared an interest in it.",
        f"ACTION: Rex {word} to send the deeds by 1 June.",
        f"RESOLVED that the {word} lease be let for seven years at {word} prices.",
        f"{40 + number}. Prices at {word} Quay",
        f"The talk of the prices at {word} Quay went on for an hour, and nobody was agreed about the letter",
    ]
    return "\n".join(lines if following else lines[:-1])


def seen_of(index: Path, right: Right) -> set[str]:
    """The words of the pages that show in anything that may be seen."""
    with Store(index, None) as store:
        pages = [
            store.page_text("minutes.pdf", one.number, right=right) for one in store.pages("minutes.pdf", right=right)
        ]
        kinds = (store.matters, store.all_table_rows, store.events, store.bodies, store.meetings, store.fates)
        shown = texts_seen(index, right) + repr((pages, *(kind(right=right) for kind in kinds)))
    return {word for word in WORDS if word in shown}


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cut")
    pdf(folder / "papers" / "minutes.pdf", *map(page, range(len(WORDS))))
    build_index(folder / "papers", folder / "index", embedder=WordEmbedder())
    return folder


def test_a_passage_goes_over_the_turn_of_each_page(papers: Path) -> None:
    with Store(papers / "index", None) as store:
        held = store.passages_of_paper("minutes.pdf", right=ALL)
    assert {(one.page, one.page_end) for one in held} >= set(pairwise(range(1, len(WORDS) + 1)))


def test_nobody_sees_a_word_of_a_page_that_is_for_others(papers: Path) -> None:
    rule = random.Random(1)
    for number in range(ROUNDS):
        labels = [rule.choice(LABELS) for _ in WORDS]
        lines = "".join(f"minutes.pdf,{at},{label},round {number}\n" for at, label in enumerate(labels, 1))
        (papers / "papers" / "access.csv").write_text(f"file,pages,label,reason\n{lines}", encoding="utf-8")
        build_index(papers / "papers", papers / "index", embedder=WordEmbedder())
        for person in PEOPLE:
            theirs = {word for word, label in zip(WORDS, labels, strict=True) if may_see(person, label)}
            shown = seen_of(papers / "index", right_of(person, LABELS))
            assert shown <= theirs, (labels, person)
            assert theirs < set(WORDS) or shown == theirs, (labels, person)
