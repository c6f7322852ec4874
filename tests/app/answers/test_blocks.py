"""The text of an answer falls into our words and the quotes, whatever stands around them."""

from __future__ import annotations

from app.answers.blocks import Block, blocks_of

RULED = (
    "On 4 May 2031 the Board agreed: “the lease of the mill be granted for ten years.” [1] [2]\n\n"
    "“a report be brought back to the Board in June.” [3]"
)


def test_a_quote_stands_apart_from_the_words_that_lead_to_it() -> None:
    assert blocks_of(RULED) == [
        Block("On 4 May 2031 the Board agreed:"),
        Block("the lease of the mill be granted for ten years.", is_quote=True, numbers=(1, 2)),
        Block("a report be brought back to the Board in June.", is_quote=True, numbers=(3,)),
    ]


def test_a_short_quote_stays_in_its_sentence() -> None:
    assert blocks_of("The item was “noted” [1]") == [Block("The item was “noted” [1]", numbers=(1,))]


def test_a_quote_inside_a_quote_stays_whole() -> None:
    (block,) = blocks_of("“the policy called “Homes for all” be adopted” [1]")
    assert block == Block("the policy called “Homes for all” be adopted", is_quote=True, numbers=(1,))


def test_a_sentence_with_sources_in_its_middle_gives_its_words_and_numbers_in_order() -> None:
    (block,) = blocks_of("The plan was approved. [1] It was noted. [2]")
    assert block.pieces == ["The plan was approved. ", 1, " It was noted. ", 2]


def test_an_empty_line_makes_no_block() -> None:
    assert blocks_of("\n\n  \n") == []
