from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answers.citations import bare
from app.compose.evidence import Evidence
from app.compose.wording import Draft, Statement, plainly
from corpus.papers import Meeting, Paper
from indexer.sections.section import Section, SectionKind

PAPER, MEETING = Paper("a.pdf", "0" * 64, 1, 1), Meeting("Wexbridge District Council", "Cabinet", date(2024, 3, 4))


def shown(quote: str, kind: SectionKind = SectionKind.REPORT) -> list[str]:
    evidence = Evidence.of(Section(PAPER, kind, MEETING), quote, 1)
    draft = plainly(Draft("fact", answered=True, statements=(Statement("Report:", evidence),)))
    return [said.evidence.sentence for said in draft.statements if said.evidence]


@pytest.mark.parametrize(
    ("quote", "plain"),
    [
        ("2.1 In December the wall fell.", "In December the wall fell."),
        ("- 4.12 The wall fell.", "The wall fell."),
        ("(b) approves the wall; and", "approves the wall"),
        ("3. a new wall be built;", "a new wall be built"),
        ("the wall be high; R4.", "the wall be high"),
        ("the wall be high; and (c)", "the wall be high"),
        ("the wall fell,", "the wall fell"),
        ("The wall fell.", "The wall fell."),
    ],
)
def test_numbers_and_joints_of_a_list_are_left_out(quote: str, plain: str) -> None:
    assert shown(quote) == [plain]


@pytest.mark.parametrize(
    "figure", ["2.5 million bricks fell.", "8.15 am is too early.", "12.5 per cent fell.", "12 March was dry."]
)
def test_a_figure_that_opens_a_sentence_stays(figure: str) -> None:
    assert shown(figure) == [figure]


def test_each_numbered_paragraph_is_a_quote_of_its_own() -> None:
    assert shown("2. Background\n2.1 The wall fell.\nNobody was hurt.\n2.2 It is to be built.\n3. Money") == [
        "The wall fell.\nNobody was hurt.",
        "It is to be built.",
    ]


def test_a_paragraph_that_names_another_is_not_parted_there() -> None:
    assert shown("It is set out in paragraph\n4.2 Above that it is not.") == [
        "It is set out in paragraph\n4.2 Above that it is not."
    ]


def test_several_limbs_in_one_quote_keep_their_letters() -> None:
    assert shown("(a) notes the wall;\n(b) approves the wall; and") == ["(a) notes the wall;\n(b) approves the wall"]


def test_an_agenda_keeps_its_numbers() -> None:
    assert shown("5.1 The wall", SectionKind.FRONT_SHEET) == ["5.1 The wall"]


def test_a_quote_of_nothing_but_debris_stays_as_it_is() -> None:
    assert shown("; and") == ["; and"]


@given(st.text(alphabet="aB1. ;,()\nR", max_size=60))
def test_what_is_left_stands_word_for_word_in_the_quote(quote: str) -> None:
    for plain in shown(quote):
        assert bare(plain) in bare(quote)
