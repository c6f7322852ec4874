"""Decisions told in prose, debates with their amendments, and items inside items, in minutes without a marker."""

from __future__ import annotations

import pytest
from made_up import minutes_of

from indexer.findings.minutes import decisions_of
from indexer.findings.register import rows_of
from indexer.forms.form import Form
from indexer.forms.prose import NOT_TOLD, TOLD, told
from indexer.items.item import items_of


def texts(minutes: str) -> list[tuple[str, str]]:
    """Item and words of each decision."""
    return [(one.item, one.put) for one in decisions_of(minutes_of(minutes))]


def about(text: str) -> str:
    return f"1. Apologies\nNone.\n2. The village pump\n{text}\n3. Any other business\nThere was none."


@pytest.mark.parametrize("form", TOLD, ids=lambda form: form.name)
def test_every_form_of_prose_matches_its_example(form: Form) -> None:
    assert told(form.example)[0] == form.name
    assert not NOT_TOLD.search(form.example)


@pytest.mark.parametrize(
    "sentence",
    [
        "All agreed this was a true record and it was signed.",
        "After discussion, the Councillors resolved to mend the handle.",
        "The Board were all in agreement with this proposal.",
        "It was agreed the handle would be painted green.",
        "Decision made that the pump be listed.",
        "The following were passed for payment by the Councillors:",
    ],
)
def test_a_sentence_that_says_what_was_agreed_decides(sentence: str) -> None:
    assert len(texts(about(sentence))) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "The Clerk agreed to write to the water company.",
        "It had already been agreed that the pump was old.",
        "The Council noted that the pump had been built in 1841.",
        "Miss Ash asked whether it was agreed that the pump leaks?",
        "The pump was discussed at the last meeting of the Trust.",
    ],
)
def test_what_others_did_and_what_is_past_decides_nothing(sentence: str) -> None:
    assert texts(about(sentence)) == []


def test_a_line_that_points_back_is_the_result_of_the_sentence_before() -> None:
    minutes = minutes_of(about("Miss Ash offered to paint the pump in the spring. This was agreed."))
    (row,) = rows_of(decisions_of(minutes))
    assert row["text"] == "Miss Ash offered to paint the pump in the spring."
    assert row["result"] == "This was agreed."


DEBATE = """4. Bus pledge
Mr Larch moved and Mrs Oram seconded the following motion:
"That no village lose its last bus."
Mr Tarrow proposed and Ms Yew seconded the following amendment:
"That the pledge last one year."
The amendment was put to the vote. For (19) Against (44)
Amendment lost.
Mr Tarrow proposed and Mr Ivy seconded a further amendment:
"That the Cabinet report each quarter."
Amendment lost.
The motion was put to the vote and carried.
5. Other business
None."""


def test_each_result_is_paired_with_the_proposal_that_it_settles() -> None:
    rows = rows_of(decisions_of(minutes_of(DEBATE)))
    assert [(row["text"], row["outcome"], row["mover"], row["seconder"]) for row in rows] == [
        ("That the pledge last one year.", "lost", "Mr Tarrow", "Ms Yew"),
        ("That the Cabinet report each quarter.", "lost", "Mr Tarrow", "Mr Ivy"),
        ("That no village lose its last bus.", "carried", "Mr Larch", "Mrs Oram"),
    ]


def test_amendments_lost_in_the_same_words_are_rows_of_their_own() -> None:
    same = "7. Rents\nAmendment lost.\n\nAmendment lost.\n8. Close\nThe end."
    assert [row["outcome"] for row in rows_of(decisions_of(minutes_of(same)))] == ["lost", "lost"]


def test_items_that_count_anew_under_a_heading_are_items() -> None:
    minutes = minutes_of(
        "1. Welcome\nMrs Fir was welcomed by the chair to the meeting.\n2. Apologies\nNone.\n3. Decisions\n"
        "1. Opening hours\nThe Board agreed to open the hall on Sundays from the spring.\n"
        "2. Review of fees\nThe Board agreed to leave the fees as they were until autumn.\n"
        "4. Reports\nThe manager gave a report on the winter and the boiler in the hall.\n5. Close\nAt nine."
    )
    assert [(item.number, item.title) for item in items_of(minutes)] == [
        ("1", "Welcome"),
        ("2", "Apologies"),
        ("3", "Decisions"),
        ("1", "Opening hours"),
        ("2", "Review of fees"),
        ("4", "Reports"),
        ("5", "Close"),
    ]


def test_minutes_that_came_as_one_paragraph_are_cut_at_their_numbers() -> None:
    minutes = minutes_of(
        "Minutes of the meeting. 1. Apologies There were none from any member of the council this month, for once. "
        "2. Minutes The minutes of the last meeting were agreed as a true record and signed by the chairman. "
        "3. Pump It was agreed by all that the pump would be painted green once the frost has gone from the wall."
    )
    assert [(item.number, item.title) for item in items_of(minutes)][-3:] == [
        ("1", "Apologies"),
        ("2", "Minutes"),
        ("3", "Pump"),
    ]
