"""Nothing that a paper or the name of a file holds steers the terminal on which it is printed."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.terminal import json_text, on_one_line, printable

ATTACKS = [
    "\x1b]0;another title\x07",
    "\x1b[2J\x1b[H",
    "\x9b31m",
    "a\rb",
    "a\x08b",
    "a\u202eb",
    "a\u2028b",
    "a\x7fb",
]


def steers(text: str) -> bool:
    return any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") and c not in "\n\t" for c in text)


@pytest.mark.parametrize("text", ATTACKS)
def test_what_steers_a_terminal_is_written_out(text: str) -> None:
    assert not steers(printable(text))
    assert not steers(on_one_line(text))
    assert not steers(json_text({"text": text}))


def test_lines_stay_lines_where_they_are_ours_alone() -> None:
    assert printable("one\n\ttwo \x1b[1m") == "one\n\ttwo \\x1b[1m"
    assert on_one_line("a name\nwith a line") == "a name\\nwith a line"


def test_honest_text_is_left_as_it_is() -> None:
    text = "“£1.2m – naïve café” Llŷr ½ 中文 😀"
    assert (printable(text), json.loads(json_text(text))) == (text, text)
    assert json_text(text) == f'"{text}"'


@given(st.text())
def test_json_says_the_same_whatever_stands_in_it(text: str) -> None:
    written = json_text({"text": text}, indent=1)
    assert json.loads(written) == {"text": text}
    assert not steers(written)
