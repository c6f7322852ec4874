"""Text from outside shows as it stands in a label, and does nothing there."""

from __future__ import annotations

import re

import pytest
from fake_papers import HOSTILE
from hypothesis import given
from hypothesis import strategies as st

from app.answers.escaping import JOINER, MARKDOWN, plain, readable, shorten, visible

UNESCAPED = re.compile(r"(?<!\\)(?:\\\\)*[`*_{}\[\]()<>#+.!|~$:@/&^=-]")


def shown(markdown: str) -> str:
    """What CommonMark shows of backslash-escaped text."""
    return re.sub(r"\\(.)", r"\1", markdown).replace(JOINER, "")


@pytest.mark.parametrize(
    "text",
    [
        "![x](https://example.org/a.png)",
        "[y](javascript:alert(1))",
        '<img src=x onerror="alert(1)">',
        "$5.2m and $6m",
        ":red[stop] :material/home: :smile:",
        "**bold** _it_ `code` ~~gone~~ # title > quote | a | b |",
        "1. a list - another",
        "[a][b] [b]: https://example.org",
        "&lt;b&gt; &#60;",
        HOSTILE,
    ],
)
def test_a_hostile_label_shows_its_own_characters(text: str) -> None:
    assert shown(plain(text)) == visible(text)
    assert not UNESCAPED.search(plain(text).replace(JOINER, ""))


@given(st.text(max_size=200))
def test_any_text_shows_its_own_characters_on_one_line(text: str) -> None:
    label = plain(text)
    assert shown(label) == visible(text).replace(JOINER, "")
    assert "\n" not in label


@given(st.text(alphabet="".join(sorted(MARKDOWN)) + "ab w.", max_size=60))
def test_every_mark_is_escaped(text: str) -> None:
    marks = sum(character in MARKDOWN for character in visible(text))
    assert len(re.findall(r"\\(?:[^\w\s]|_)", plain(text))) == marks


@pytest.mark.parametrize("text", ["http://a.b/c", "https://a.b", "www.a.b", "me@a.org", "ftp://a.b", "mailto:me@a.org"])
def test_no_address_is_left_to_be_found(text: str) -> None:
    seen = re.sub(r"\\(.)", r"\1", plain(text))
    assert not re.search(r"(?:https?|ftp)://|www\.|@\w|mailto:\w", seen)


def test_words_that_are_not_addresses_are_left_alone() -> None:
    assert plain("Health and Wellbeing Board, item 51") == "Health and Wellbeing Board\\, item 51"


def test_direction_and_control_characters_are_dropped() -> None:
    assert visible("pay\u202e \x00\x1b[31mnow\u2066\u200b") == "pay [31mnow"
    assert readable("a\r\nb\u202ec\td") == "a\nbc    d"


def test_a_long_label_ends_at_a_word() -> None:
    assert shorten("one two three four", 12) == "one two\u2026"
    assert plain("one two three four", most=12) == "one two\u2026"
    assert shorten("short", 12) == "short"
