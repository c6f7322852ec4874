"""Line numbers in the margin, and empty lines between all lines."""

from __future__ import annotations

from indexer.reading.looks import Looks
from indexer.reading.pages import Page, PageState
from indexer.reading.spacing import without_setting

PROSE = [
    "The keeper said that the gates of the",
    "lock had been struck by a barge and that",
    "the piles were loose in three places.",
    "RESOLVED that the gates be hung anew",
    "before the winter at a cost of £4,200,",
    "to be met from the dues, and that the",
    "keeper report on the work each month",
    "until it is done.",
    "The clerk spoke of the tolls, which had",
    "fallen by a fifth since the summer.",
]


def read(text: str) -> str:
    return without_setting(Page(1, text, PageState.TEXT)).text


def test_numbers_that_count_the_lines_are_taken_out() -> None:
    assert read("\n".join(f"{at} {line}" for at, line in enumerate(PROSE, 41))) == "\n".join(PROSE)


def test_numbers_at_every_fifth_line_are_taken_out() -> None:
    lines = PROSE * 2
    numbered = [f"{at} {line}" if at % 5 == 0 else line for at, line in enumerate(lines, 1)]
    assert read("\n".join(numbered)) == "\n".join(lines)


def test_numbers_at_the_right_edge_are_taken_out() -> None:
    assert read("\n".join(f"{line} {at}" for at, line in enumerate(PROSE, 41))) == "\n".join(PROSE)


def test_a_heading_above_the_first_counted_line_changes_nothing() -> None:
    lines = PROSE * 2
    numbered = [f"{line} {at}" if at % 5 == 0 else line for at, line in enumerate(lines, 1)]
    assert read("\n".join(["MARROW HARBOUR BOARD", "Minutes", *numbered])) == "\n".join(
        ["MARROW HARBOUR BOARD", "Minutes", *lines]
    )


def test_numbers_that_were_drawn_after_the_text_are_taken_out_where_they_stand_beside_their_lines() -> None:
    lines = [*PROSE, "5", "10"]
    tops = [*(at / 20 for at in range(1, 11)), 5 / 20, 10 / 20]
    page = Page(1, "\n".join(lines), PageState.TEXT, looks=tuple(Looks(1.0, top=top) for top in tops))
    assert without_setting(page).text == "\n".join(PROSE)


def test_numbers_below_the_text_are_no_margin() -> None:
    lines = [*PROSE, "5", "10"]
    looks = tuple(Looks(1.0, top=at / 20) for at in range(1, 13))
    assert without_setting(Page(1, "\n".join(lines), PageState.TEXT, looks=looks)).text == "\n".join(lines)


def test_a_margin_that_was_drawn_on_its_own_is_taken_out() -> None:
    assert read("\n".join([*map(str, range(1, 11)), *PROSE])) == "\n".join(PROSE)


def test_a_numbered_list_keeps_its_numbers() -> None:
    listed = "\n".join(
        f"{at} {name}" for at, name in enumerate(["Apologies", "Minutes", "Gates", "Tolls", "Ferry"] * 2, 1)
    )
    assert read(listed) == listed


def test_figures_in_front_of_lines_stay_where_they_count_nothing() -> None:
    text = "\n".join(f"{at * at} {line}" for at, line in enumerate(PROSE, 1))
    assert read(text) == text


def test_a_double_spaced_text_loses_the_lines_between_and_keeps_its_paragraphs() -> None:
    text = "\n\n".join(PROSE[:8]) + "\n\n\n" + "\n\n".join(PROSE[8:])
    assert read(text) == "\n".join(PROSE[:8]) + "\n\n" + "\n".join(PROSE[8:])


def test_paragraphs_of_one_line_each_stay_apart() -> None:
    text = "\n\n".join(f"The keeper spoke of gate {at}." for at in range(10))
    assert read(text) == text


def test_numbers_at_the_ends_of_the_lines_are_taken_out() -> None:
    assert read("\n".join(f"{line} {at}" for at, line in enumerate(PROSE, 1))) == "\n".join(PROSE)


def test_two_empty_lines_after_every_line_are_taken_out() -> None:
    assert read("\n\n\n".join(PROSE)) == "\n".join(PROSE)


def test_letters_set_apart_are_words_and_wider_gaps_part_them() -> None:
    assert read("M I N U T E S  O F  M A Y  2 0 3 1") == "MINUTES OF MAY 2031"


def test_marks_and_letters_in_the_order_of_the_alphabet_stay_apart() -> None:
    for line in ("A B C D E F G H", "Y N N Y A Y", "A 1 2 3 4 5", "W x y z"):
        assert read(line) == line


def test_a_raised_figure_alone_on_its_line_is_no_number_of_a_line() -> None:
    text = "\n".join([*PROSE, "\u00b9", "\u00b2"])
    assert read(text) == text
