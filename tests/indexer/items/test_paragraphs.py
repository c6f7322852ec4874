import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.items.paragraphs import BlockKind, is_heading, join, paragraphs
from indexer.sections.section import Line


def blocks(*texts: str) -> list[str]:
    return [block.text for block in paragraphs([Line(text) for text in texts])]


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = [
        "The Committee heard that the pumps at Otter Brook had failed twice during the winter",
        "and that the contractor had been asked to replace both of them before the autumn of",
        "next year. A report would come back in March.",
        "The Chair thanked the officers for the speed with which the road had been reopened to",
        "traffic after the flood.",
    ]
    assert blocks(*wrapped) == [" ".join(wrapped[:3]), " ".join(wrapped[3:])]


def test_a_sentence_goes_on_over_a_page_turn() -> None:
    found = list(paragraphs([Line("The pumps failed because the", 1), Line("", 1), Line("grille was blocked.", 2)]))
    assert [(b.text, b.page, b.page_end) for b in found] == [("The pumps failed because the grille was blocked.", 1, 2)]


def test_limbs_and_bullets_stand_alone() -> None:
    limbs = ["RESOLVED that", "(i) the report be noted; and", "(ii) a further report be brought.", "• in March"]
    assert blocks(*limbs) == limbs


def test_table_rows_stay_rows() -> None:
    found = list(paragraphs([Line("Ward\tHomes"), Line("Castle\t412"), Line("Mill\t398")]))
    assert [b.kind for b in found] == [BlockKind.ROW] * 3


def test_a_hyphen_at_the_end_of_a_line_keeps_its_word_together() -> None:
    assert join(["a long-", "term plan"]) == "a long-term plan"


@pytest.mark.parametrize(
    "text", ["2. BACKGROUND", "Financial Implications", "**Decision**", "Legal and Equality Matters"]
)
def test_a_heading_is_known(text: str) -> None:
    assert is_heading(text)


@pytest.mark.parametrize(
    "text", ["The report was noted.", "1,204 1,310 1,407", "", "- the first of the pumps", "which had failed"]
)
def test_text_is_no_heading(text: str) -> None:
    assert not is_heading(text)


@given(st.lists(st.text(alphabet="abc DE.\t•1(", max_size=30), max_size=20))
def test_no_word_is_lost_or_doubled(texts: list[str]) -> None:
    before = "".join("".join(texts).split())
    after = "".join("".join(b.text for b in paragraphs([Line(t) for t in texts])).split())
    assert after == before
