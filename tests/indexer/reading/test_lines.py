"""Headers, footers and page numbers leave the running text; the words between them do not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from indexer.reading.lines import Line, clean
from indexer.reading.looks import Looks
from indexer.reading.pages import Page, PageState, Reading


def pdf(*pages: str) -> Reading:
    return Reading(tuple(Page(number, text, PageState.TEXT) for number, text in enumerate(pages, 1)))


def text_file(text: str) -> Reading:
    return Reading((Page(None, text, PageState.TEXT),))


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


def test_a_header_that_every_page_repeats_is_taken_out_of_the_sentence_it_cuts() -> None:
    reading = pdf(
        "Marrowdale Council, 3 May 2021\nThe tower is",
        "Marrowdale Council, 3 May 2021\nto be mended and",
        "Marrowdale Council, 3 May 2021\nthe bell hung again.",
    )
    assert texts(clean(reading)) == [
        "Marrowdale Council, 3 May 2021",
        "The tower is",
        "to be mended and",
        "the bell hung again.",
    ]


def test_the_first_of_a_running_header_stays_where_it_is_a_heading() -> None:
    reading = pdf("It ends.", "Appendix K\nThe first page.", "Appendix K\nThe second page", "Appendix K\nand the last.")
    assert texts(clean(reading)).count("Appendix K") == 1


def test_numbers_that_run_in_step_with_the_pages_are_printed_numbers() -> None:
    lines = clean(pdf("The first page\n174", "The second page\n175", "The third page\n176"))
    assert [(line.text, line.page, line.printed) for line in lines] == [
        ("The first page", 1, "174"),
        ("The second page", 2, "175"),
        ("The third page", 3, "176"),
    ]


def test_a_stamp_outweighs_the_numbering_of_the_document_itself() -> None:
    lines = clean(pdf("Page 2 of 9\nThe first\nPage 61", "Page 3 of 9\nThe second\nPage 62"))
    assert [(line.text, line.printed) for line in lines] == [("The first", "61"), ("The second", "62")]


def test_the_item_in_a_stamp_is_kept() -> None:
    assert texts(clean(pdf("Page 7 Agenda Item 4\nThe roof of the market hall."))) == [
        "Agenda Item 4",
        "The roof of the market hall.",
    ]


def test_a_year_at_the_foot_of_a_page_is_no_page_number() -> None:
    assert "2019" in texts(clean(pdf("Opened in\n2019", "Closed in\n2024")))


def test_rows_of_figures_may_repeat() -> None:
    reading = pdf("1 22.0 3\nOne", "4 18.5 2\nTwo", "7 11.0 9\nThree")
    assert texts(clean(reading)) == ["1 22.0 3", "One", "4 18.5 2", "Two", "7 11.0 9", "Three"]


def test_pages_left_blank_are_dropped() -> None:
    assert texts(clean(pdf("Words.", "This page is intentionally left blank", "More."))) == ["Words.", "More."]


def test_stamps_leave_a_text_without_pages() -> None:
    lines = clean(text_file("The ferry\n\nPage 47\n\nruns twice a day.\nPage 48\tFares\t12"))
    assert texts(lines) == ["The ferry", "", "runs twice a day.", "Fares\t12"]


words = st.lists(st.sampled_from("ferry tower lamp roof bell mill quay lane".split()), min_size=3, max_size=9)


@given(st.lists(words, min_size=3, max_size=8), st.integers(1, 400))
def test_what_is_not_furniture_survives_in_order(bodies: list[list[str]], first: int) -> None:
    sentences = [f"{number}th {' '.join(body)}." for number, body in enumerate(bodies)]
    reading = pdf(*(f"A Running Header\n{body}\nPage {first + at}" for at, body in enumerate(sentences)))
    lines = clean(reading)
    assert [line.text for line in lines if line.text != "A Running Header"] == sentences
    assert [line.printed for line in lines if line.text in sentences] == [
        str(first + at) for at in range(len(sentences))
    ]


def test_a_footer_with_the_papers_name_and_its_numbering_is_left_out_even_of_one_page() -> None:
    page = Page(1, "The ferry is laid up.\nHarbour Board     Page 1 of 1", PageState.TEXT)
    assert [line.text for line in clean(Reading((page,)))] == ["The ferry is laid up."]


def test_a_footer_of_two_pages_does_not_cut_the_sentence_that_runs_over() -> None:
    foot = Looks(1.0, top=0.95)
    pages = [
        Page(
            1, "The ferry is laid up for\nHarbour Board at Fen Gate", PageState.TEXT, looks=(Looks(1.0, top=0.5), foot)
        ),
        Page(2, "three weeks.\nHarbour Board at Fen Gate", PageState.TEXT, looks=(Looks(1.0, top=0.5), foot)),
    ]
    assert [line.text for line in clean(Reading(tuple(pages)))] == ["The ferry is laid up for", "three weeks."]


def test_a_line_keeps_its_looks() -> None:
    bold = Looks(1.5, bold=True, top=0.4)
    page = Page(1, "Lock gates\nThe keeper spoke.", PageState.TEXT, looks=(bold, Looks(1.0, top=0.5)))
    assert [line.looks.bold for line in clean(Reading((page,)))] == [True, False]
