"""What is cleaned from the text of a PDF page, and what stays."""

from __future__ import annotations

from io import BytesIO

import pytest
from crafted_files import page_pdf, said
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen import canvas

from indexer.reading.formats.pdf import cleaned, read_pdf
from indexer.reading.messages import FileSeen, ReadTask
from indexer.reading.pages import Limits, Page, PageState


def pages_of(pdf: bytes, *second: int) -> list[Page]:
    """Return the pages that are read, those in `second` by the second library."""
    answers = read_pdf(pdf, ReadTask("", Limits(), second=second))
    return [answer for answer in answers if isinstance(answer, Page)]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        ("the take\x02up of places", "the take-\nup of places"),
        ("the take\ufffe\nup of places", "the take-\nup of places"),
        ("decision\x02 \nmaking", "decision-\nmaking"),
        ("a\x00b\u200bc\ufeffd\u202ee", "abcde"),
        ("co\u00adoperate", "co-operate"),
        ("a\tb", "a\tb"),
        ("\uf0d8 Full details – £3.5m “as is”", "\uf0d8 Full details – £3.5m “as is”"),
        ("\ufb01nance\u00a0report", "\ufb01nance\u00a0report"),
    ],
)
def test_only_what_no_reader_sees_is_cleaned(raw: str, text: str) -> None:
    assert cleaned(raw) == text


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)


@given(st.text(st.characters(categories=["L", "N", "P", "S"])))
def test_letters_digits_and_signs_are_never_lost(text: str) -> None:
    assert cleaned(text) == text


@pytest.mark.parametrize("way", [0, 90, 180, 270])
@pytest.mark.parametrize("page_turned", [0, 90, 180, 270])
def test_lines_that_run_any_way_on_the_sheet_come_in_their_order(way: int, page_turned: int) -> None:
    made = BytesIO()
    sheet = canvas.Canvas(made, pagesize=(600, 800))
    sheet.translate(300, 400)
    sheet.rotate(way)
    for number in range(3):
        sheet.drawString(-100, 50 - 14 * number, f"This is line {number}")
    sheet.setPageRotation(page_turned)
    sheet.save()
    assert pages_of(made.getvalue())[0].text == "This is line 0\nThis is line 1\nThis is line 2"


def test_the_second_library_reads_the_same_page() -> None:
    pdf = page_pdf([said(b"first page"), said(b"second page")])
    assert pages_of(pdf, 2) == pages_of(pdf)


def test_the_second_library_reads_the_whole_file() -> None:
    pdf = page_pdf([said(b"first page"), said(b"second page")])
    assert pages_of(pdf, 0) == [
        Page(1, "first page", PageState.TEXT),
        Page(2, "second page", PageState.TEXT),
    ]


def test_reading_goes_on_from_a_page_in_the_middle() -> None:
    pdf = page_pdf([said(b"one"), said(b"two"), said(b"three")])
    answers = list(read_pdf(pdf, ReadTask("", Limits(), first=3)))
    assert answers == [FileSeen(3, True, ""), Page(3, "three", PageState.TEXT)]


def test_a_page_that_neither_library_finds_is_unreadable_and_the_others_are_read() -> None:
    pdf = page_pdf([said(b"one"), said(b"two")]).replace(b"12 0 R]", b"99 0 R]")
    assert pages_of(pdf) == [
        Page(1, "one", PageState.TEXT),
        Page(2, "", PageState.UNREADABLE, "damaged beyond decoding"),
    ]
