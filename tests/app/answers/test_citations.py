from hypothesis import given
from hypothesis import strategies as st

from app.answers.citations import Standing, locate, stands_on

PAGES = {
    1: "The Board agreed to keep the\nbaths open until March 2025. The cost would be £1.2m a",
    2: "ALDERMERE\nyear, of which half was held in re-\nserve.",
}


def page_text(_: str, page: int | None) -> str:
    return PAGES[page or 1]


def test_a_quote_is_found_across_line_ends_and_hyphens() -> None:
    assert stands_on("The Board agreed to keep the baths open", PAGES[1])
    assert stands_on("half was held in reserve.", PAGES[2])


def test_a_quote_with_one_other_figure_is_not_found() -> None:
    assert not stands_on("The cost would be £1.3m a", PAGES[1])


def test_an_empty_quote_proves_nothing() -> None:
    assert not stands_on("...", PAGES[1])


def test_the_page_of_a_quote_is_the_one_it_stands_on() -> None:
    assert locate("of which half was held in reserve.", "x.pdf", 1, 2, page_text) == Standing(
        "of which half was held in reserve.", 2, 2
    )


def test_a_quote_over_a_page_turn_is_whole_and_names_both_pages() -> None:
    quote = "The cost would be £1.2m a year, of which half"
    assert locate(quote, "x.pdf", 1, 2, page_text) == Standing(quote, 1, 2)


def test_a_quote_whose_second_half_is_on_no_page_is_not_located() -> None:
    assert locate("The cost would be £1.2m a year, of which most", "x.pdf", 1, 2, page_text) is None


def test_a_figure_that_lost_its_point_is_not_found() -> None:
    assert not stands_on("The cost would be £12m a", PAGES[1])


def test_a_quote_that_stands_nowhere_is_not_located() -> None:
    assert locate("The Board refused to keep the baths open", "x.pdf", 1, 2, page_text) is None


@given(st.integers(0, 9), st.integers(0, 9))
def test_no_other_digit_passes(tens: int, units: int) -> None:
    assert stands_on(f"The cost would be £{tens}.{units}m a", PAGES[1]) == ((tens, units) == (1, 2))
