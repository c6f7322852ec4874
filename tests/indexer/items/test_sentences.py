import pytest

from indexer.items.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pumps failed. They were replaced.", ["The pumps failed.", "They were replaced."]),
        ("Cllr. A. Marlow asked why. Nobody knew.", ["Cllr. A. Marlow asked why.", "Nobody knew."]),
        ("It cost approx. £2.5m, i.e. 3.4% more.", ["It cost approx. £2.5m, i.e. 3.4% more."]),
        ("See para. 4.3 of the report.", ["See para. 4.3 of the report."]),
        ("At a rate of 3.25%.² It fell.¹⁰", ["At a rate of 3.25%.²", "It fell.¹⁰"]),
        ("Of the 46¹ wards two voted.", ["Of the 46¹ wards two voted."]),
        ("Row one\nRow two", ["Row one", "Row two"]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_limbs_are_statements_of_their_own() -> None:
    text = "(i) The report be noted. (ii) A further report be brought."
    assert sentences(text) == ["(i) The report be noted.", "(ii) A further report be brought."]
