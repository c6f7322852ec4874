"""Movers and seconders, in paragraphs of usual and of hostile length."""

import time

import pytest

from indexer.findings.votes import is_moved
from indexer.items.run_in import title_and_text

LONG = 50_000


@pytest.mark.parametrize(
    "text",
    [
        "It was moved by Councillor Ash, seconded by Councillor Elm, that the wall be rebuilt.",
        "Councillor Ash moved, and Councillor Elm seconded, the report.",
        "Councillor Ash, seconded by Councillor Elm, moved that the wall be rebuilt.",
        "Talk. " * 400 + "It was moved by Councillor Ash, seconded by Councillor Elm, that the wall be rebuilt.",
    ],
)
def test_a_mover_and_a_seconder_are_found_wherever_they_stand_in_a_paragraph(text: str) -> None:
    assert is_moved(text)


@pytest.mark.parametrize("text", ["Talk of many things.", "The second item was noted.", "Talk. " * 400])
def test_a_paragraph_that_names_nobody_is_moved_by_nobody(text: str) -> None:
    assert not is_moved(text)


@pytest.mark.parametrize("piece", ["Ab", "O'", "A. B. ", "A & B "])
def test_a_line_of_one_hostile_piece_costs_less_than_a_second(piece: str) -> None:
    line = (piece * LONG)[:LONG]
    started = time.process_time()
    assert not is_moved(line)
    assert title_and_text(line) == (line, "")
    assert time.process_time() - started < 1
