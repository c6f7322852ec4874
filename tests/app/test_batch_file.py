"""What the lines of a file of questions ask."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.answers.filters import Filters
from app.batch_file import Asked, BadLine, asked_in
from corpus.errors import WrongInput


def only(tmp_path: Path, line: str) -> Asked | BadLine:
    path = tmp_path / "q.jsonl"
    path.write_text(line + "\n\n", encoding="utf-8")
    ((_, found),) = asked_in(path)
    return found


def test_a_line_has_its_question_its_history_and_its_limits(tmp_path: Path) -> None:
    line = '{"id": 7, "question": "Bins?", "history": ["Trees?"], "body": "Cabinet", "since": "2031-05-03"}'
    assert only(tmp_path, line) == Asked(7, "Bins?", ("Trees?",), Filters("", "Cabinet", date(2031, 5, 3)))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("nonsense", "not JSON"),
        ("[1]", "an object"),
        ('{"question": "Bins?"}', "an object"),
        ('{"id": 1, "question": 4}', '"question" needs to be a text'),
        ('{"id": 1, "question": " "}', "is empty"),
        ('{"id": 1, "question": "Bins?", "history": "Trees?"}', "a list"),
        ('{"id": 1, "question": "Bins?", "since": "May"}', "YYYY-MM-DD"),
        ('{"id": 1, "question": "Bins?", "since": "2031-05-03", "until": "2030-05-03"}', "lies after"),
    ],
)
def test_what_is_wrong_with_a_line_is_said_in_a_sentence(tmp_path: Path, line: str, why: str) -> None:
    found = only(tmp_path, line)
    assert isinstance(found, BadLine)
    assert why in found.why


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(WrongInput):
        list(asked_in(tmp_path / "none.jsonl"))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("nonsense", "It cannot be used: it is not JSON from character 1 on."),
        ('{"id": 1, "question": ', "It cannot be used: it ends before it is complete."),
        ('{"id": 1} {"id": 2}', "It cannot be used: more text follows from character 11 on."),
        ("[" * 200_000, "It cannot be used: it is nested too deeply."),
    ],
)
def test_a_line_that_is_no_json_is_told_in_words_for_people(tmp_path: Path, line: str, why: str) -> None:
    found = only(tmp_path, line)
    assert isinstance(found, BadLine)
    assert found.why == why


def test_a_file_that_is_not_text_is_told_in_words_for_people(tmp_path: Path) -> None:
    path = tmp_path / "q.jsonl"
    path.write_bytes(b"\xff\xfe\xe9")
    with pytest.raises(WrongInput, match=r"cannot be read: it is not text in UTF-8\.$"):
        list(asked_in(path))
