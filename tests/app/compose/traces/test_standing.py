"""Whether a question asks how a matter stands, and what is said then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.compose.records import Records
from app.compose.traces.standing import standing
from app.matters.ledger import Ledger
from corpus.papers import Meeting, Paper
from indexer.findings.minutes import Decision
from indexer.linking.matters import ItemKind, MatterItem, matter_of
from indexer.sections.section import Section, SectionKind
from indexer.store import Where
from retriever.questions import Question, understand
from retriever.register import rulings
from retriever.vocabulary import Vocabulary

NOBODY = Vocabulary((), {})


def section(day: date) -> Section:
    meeting = Meeting("Saltby Town Council", "Cabinet", day)
    return Section(Paper(f"{day}.pdf", "0", 1, 1), SectionKind.MINUTES, meeting, "Minutes", "7")


OPEN, LEASED = section(date(2031, 1, 7)), section(date(2031, 3, 4))
MILL = matter_of(MatterItem(one, ItemKind.MINUTES, "7", "Tide Mill", 1, one.paper.file) for one in (OPEN, LEASED))
DECISIONS = [
    Decision(OPEN, 1, "7", "Tide Mill", "that the mill be kept open.", "noted"),
    Decision(LEASED, 1, "7", "Tide Mill", "that the mill be leased for ten years.", "approved"),
]
RECORDS = Records(matters=(MILL,), ledger=Ledger(rulings(DECISIONS)))


def asked(text: str) -> Question:
    return understand(text, vocabulary=NOBODY, today=date(2031, 9, 1))


@pytest.mark.parametrize(
    "text",
    [
        "Tide Mill",
        "tide mill?",
        "What about the Tide Mill?",
        "What's happening with the tide mill?",
        "Is the Tide Mill closing?",
        "Is the Tide Mill going ahead?",
        "Has the Tide Mill been approved?",
        "What was decided about the Tide Mill?",
        "latest on the tide mill",
        "Who is dealing with the Tide Mill?",
        "When is the Tide Mill next discussed?",
    ],
)
def test_a_question_for_a_matter_begins_with_where_it_stands(text: str) -> None:
    draft = standing(asked(text), RECORDS)
    assert draft is not None
    said = [(one.text, one.evidence.sentence if one.evidence else "") for one in draft.statements]
    leased = [text for text, quote in said if quote == "that the mill be leased for ten years."]
    assert leased[0].endswith("On 4 March 2031 the Cabinet agreed:")
    assert said[-1] == ("7 January 2031, Cabinet: noted:", "that the mill be kept open.")


@pytest.mark.parametrize(
    "text",
    [
        "How much does the Tide Mill cost to heat?",
        "What was decided about the herring market?",
        "Who moved the motion on the Tide Mill?",
    ],
)
def test_a_question_for_something_else_is_left_to_the_other_composers(text: str) -> None:
    assert standing(asked(text), RECORDS) is None


def told(question: Question) -> list[tuple[str, str]]:
    draft = standing(question, RECORDS)
    assert draft is not None
    return [(one.text, one.evidence.sentence if one.evidence else "") for one in draft.statements]


def test_a_question_how_it_went_on_begins_with_where_it_stands_and_goes_on_in_order_of_date() -> None:
    quotes = [quote for _, quote in told(asked("How did the Tide Mill develop?"))]
    assert quotes[0] == "that the mill be leased for ten years."
    assert quotes[-1] == "that the mill be kept open."


@pytest.mark.parametrize("text", ["How did the Tide Mill change?", "How did the fees of the Tide Mill develop?"])
def test_a_question_how_something_of_it_changed_is_left_to_the_other_composers(text: str) -> None:
    assert standing(asked(text), RECORDS) is None


def test_a_body_that_never_dealt_with_it_is_left_to_the_other_composers() -> None:
    assert standing(replace(asked("Tide Mill"), bodies=("Harbour Board",)), RECORDS) is None


def test_a_time_is_answered_for_that_time_with_one_line_on_what_came_later() -> None:
    assert told(asked("What happened to the Tide Mill in January 2031?")) == [
        ("On 7 January 2031 the Cabinet noted:", "that the mill be kept open."),
        ("What came later: on 4 March 2031 the Cabinet agreed:", "that the mill be leased for ten years."),
    ]


def test_a_body_is_answered_with_what_it_did() -> None:
    said = told(replace(asked("Tide Mill at the Cabinet"), bodies=("Cabinet",)))
    assert said[0] == ("On 4 March 2031 the Cabinet agreed:", "that the mill be leased for ten years.")


def test_what_a_named_body_decided_is_left_to_who_tells_rulings() -> None:
    assert (
        standing(replace(asked("What did the Cabinet decide on the Tide Mill?"), bodies=("Cabinet",)), RECORDS) is None
    )


def test_the_council_alone_means_the_whole_authority() -> None:
    said = told(replace(asked("What did the Council decide on the Tide Mill?"), bodies=("Council",)))
    assert said[0][0] == "On 4 March 2031 the Cabinet agreed:"


def test_yes_or_no_stands_in_front_of_the_words_that_prove_it() -> None:
    assert told(asked("Is the Tide Mill being leased?"))[0] == (
        "Yes. On 4 March 2031 the Cabinet agreed:",
        "that the mill be leased for ten years.",
    )


def test_who_deals_with_it_begins_with_the_body_that_did_last() -> None:
    assert told(asked("Who is dealing with the Tide Mill?"))[0][0].startswith(
        "The Cabinet dealt with it last. On 4 March"
    )


def test_who_deals_with_it_is_whoever_it_was_left_to() -> None:
    text = "that the Director of Shores be authorised to sign the lease of the mill."
    left = Decision(LEASED, 1, "7", "Tide Mill", text, "delegated", delegated_to="Director of Shores")
    records = replace(RECORDS, ledger=Ledger(rulings([*DECISIONS, left])))
    draft = standing(asked("Who is dealing with the Tide Mill?"), records)
    assert draft is not None
    assert draft.statements[0].text == "To act: Director of Shores. On 4 March 2031 the Cabinet agreed:"
    assert draft.statements[0].evidence is not None
    assert draft.statements[0].evidence.sentence == text


def test_what_comes_next_is_said_first_or_that_no_agenda_has_it() -> None:
    draft = standing(asked("When is the Tide Mill next discussed?"), RECORDS)
    assert draft is not None
    assert draft.statements[0].text == "We found no agenda or plan that has it after its last meeting."


def test_a_search_limited_to_another_council_knows_no_matter_of_this_one() -> None:
    assert standing(asked("Tide Mill"), RECORDS.within(Where(("Eelham Parish Council",)))) is None


def with_limbs(*limbs: Decision) -> Records:
    return replace(RECORDS, ledger=Ledger(rulings(limbs)))


def test_a_day_that_a_later_decision_may_have_moved_does_not_come_first() -> None:
    open_until = Decision(OPEN, 1, "7", "Tide Mill", "that the mill remain open until 31 May 2031.", "agreed")
    moved = Decision(
        LEASED, 1, "7", "Tide Mill", "that the day be altered from 31 May 2031 to 30 June 2031.", "approved"
    )
    draft = standing(asked("Is the Tide Mill closing?"), with_limbs(open_until, moved))
    assert draft is not None
    assert [one.text for one in draft.statements[:2]] == [
        "No, by the decisions we have. On 4 March 2031 the Cabinet agreed:",
        "This goes back to an earlier decision: on 7 January 2031 the Cabinet agreed:",
    ]


def test_a_day_is_that_of_the_newest_decision_which_gives_one_for_the_part_asked_about() -> None:
    first = Decision(OPEN, 1, "7", "Tide Mill", "that the mill be transferred on 31 May 2031.", "agreed")
    moved = Decision(LEASED, 1, "7", "Tide Mill", "that the date of transfer be altered to 30 June 2031.", "approved")
    draft = standing(asked("When will the Tide Mill be transferred?"), with_limbs(first, moved))
    assert draft is not None
    assert draft.statements[0].evidence is not None
    assert draft.statements[0].evidence.sentence == "that the date of transfer be altered to 30 June 2031."


def test_on_what_day_it_was_decided_is_left_to_who_tells_rulings() -> None:
    assert standing(asked("When was the Tide Mill approved?"), RECORDS) is None
