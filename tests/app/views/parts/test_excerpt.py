"""A quote is found in its text by its words, and shown between what stands before and after."""

from __future__ import annotations

from app.views.parts.excerpt import AROUND, Excerpt, excerpt, locate

TEXT = "First item.\n\nThe Board noted\nthe report. It asked for figures.\n\nLast item."


def test_a_quote_is_found_across_line_ends() -> None:
    assert excerpt(TEXT, "The Board noted the report.", TEXT) == Excerpt(
        "First item.", "The Board noted\nthe report.", "It asked for figures.\n\nLast item."
    )


def test_the_occurrence_inside_the_passage_is_taken() -> None:
    text = "Noted. A first matter.\nNoted. A second matter."
    found = excerpt(text, "Noted.", "Noted. A second matter.")
    assert found.before == "Noted. A first matter."


def test_a_quote_that_is_not_there_is_shown_alone() -> None:
    assert excerpt(TEXT, "Something else", TEXT) == Excerpt("", "Something else", "")


def test_far_text_is_cut_at_a_word() -> None:
    found = excerpt("word " * 1000 + "the quote" + " word" * 1000, "the quote", "the quote")
    assert found.before.startswith("\u2026 word")
    assert found.after.endswith("word\u2026")
    assert max(len(found.before), len(found.after)) <= AROUND + 1


def test_nothing_is_found_for_a_quote_without_words() -> None:
    assert locate(TEXT, " - ") is None
