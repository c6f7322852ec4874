"""A chronology: the steps of a matter and nothing else, each proved, and what became of what was promised."""

from __future__ import annotations

from dataclasses import replace

import pytest
from papers_of_a_matter import ASKED, COUNCIL, LATER, PAGES, RENEWED, REPORT, TOPIC, found, held, passage, sources

from app.answers.documents import Item
from app.answers.sources import source_label
from app.exports import chronology_document
from app.matters.chronology import Chronology, chronology_of
from app.matters.promises import Promise, PromiseState
from app.matters.steps import StepKind, kind_of_ruling
from app.matters.topics import Topic, quotable
from indexer.findings.actions import Action
from indexer.findings.recommendations import Recommendation
from indexer.linking.fates import Fate, FateKind
from retriever.register import rulings


def chronology(**changes: object) -> Chronology:
    return chronology_of("Ferry House", TOPIC, found(**changes), sources())


def test_the_steps_are_in_the_order_of_their_dates_what_was_asked_before_what_was_decided() -> None:
    assert [step.kind for step in chronology().steps] == [StepKind.RECOMMENDED, StepKind.DECIDED, StepKind.REPORTED]


def test_what_is_about_another_matter_is_no_step() -> None:
    assert "PARKING" not in [step.title for step in chronology().steps]


def test_a_step_names_page_minute_and_printed_page() -> None:
    labels = [source_label(citation) for step in chronology().steps for citation in step.citations]
    assert labels == [
        f"{COUNCIL}, Cabinet, 4 March 2024, PDF page 4",
        f"{COUNCIL}, Cabinet, 4 March 2024, minute 12, PDF page 2",
        f"{COUNCIL}, Cabinet, 4 March 2024, minute 12, PDF page 2",
        f"{COUNCIL}, Cabinet, 2 September 2024, PDF page 1, printed page 17",
    ]


def test_what_does_not_stand_on_its_page_is_left_out() -> None:
    invented = Recommendation(REPORT, "2", "Ferry House be sold to the highest bidder.", 4)
    quotes = [c.quote for step in chronology(recommendations=[invented]).steps for c in step.citations]
    assert not any("sold" in quote for quote in quotes)


def test_a_decision_that_departs_from_what_was_recommended_is_amended() -> None:
    fate = Fate(
        Recommendation(REPORT, "1", "the lease of Ferry House be renewed for ten years.", 4), FateKind.AMENDED, RENEWED
    )
    assert [step.kind for step in chronology(fates=[fate]).steps][1] is StepKind.AMENDED


def test_a_report_that_was_replaced_is_no_step() -> None:
    assert StepKind.REPORTED not in [step.kind for step in chronology(superseded=frozenset({LATER})).steps]


def test_a_topic_of_another_council_finds_nothing() -> None:
    elsewhere = replace(TOPIC, organisations=("Otherham City Council",))
    assert chronology_of("Ferry House", elsewhere, found(), sources()).steps == ()


def test_a_request_is_taken_up_by_a_later_report_with_its_words() -> None:
    (promise,) = chronology().kept
    assert promise.citation.quote == ASKED.text
    assert promise.later is not None
    assert promise.later.held_on == LATER.meeting.held_on


def test_a_request_that_no_later_paper_takes_up_is_open() -> None:
    assert [promise.citation.quote for promise in chronology(passages=[]).open] == [ASKED.text]


def asked_by(text: str, pages: dict[tuple[str, int], str], monkeypatch: pytest.MonkeyPatch) -> Promise:
    """A promise of 4 March 2024 in these words, beside the report of 2 September 2024."""
    monkeypatch.setitem(pages, ("minutes.pdf", 2), f"12. FERRY HOUSE {RENEWED.text} {text}")
    limbs = rulings([RENEWED, replace(ASKED, text=text)])
    (promise,) = chronology(rulings=limbs).promises
    return promise


def test_a_promise_whose_day_has_passed_without_a_later_paper_is_late(monkeypatch: pytest.MonkeyPatch) -> None:
    promise = asked_by("that a plan of the moorings and pontoons be brought by May 2024.", PAGES, monkeypatch)
    assert promise.state is PromiseState.LATE
    assert promise.is_open


def test_a_promise_that_is_due_after_the_last_paper_is_not_late(monkeypatch: pytest.MonkeyPatch) -> None:
    promise = asked_by("that a plan of the moorings and pontoons be brought by May 2025.", PAGES, monkeypatch)
    assert promise.state is PromiseState.NOTHING_FOUND


def test_what_came_to_the_same_body_by_the_day_that_was_set_takes_a_promise_up(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "that the survey, the moorings, the pontoons and their owners be reported by October 2024."
    assert asked_by(text, PAGES, monkeypatch).state is PromiseState.TAKEN_UP


def test_a_step_says_what_it_did_to_the_matter() -> None:
    said = [step.did for step in chronology().steps]
    assert said == ["recommended", "approved", "reported"]


def test_a_promise_that_is_minuted_and_resolved_counts_once() -> None:
    again = Action(ASKED.section, ASKED.text, item="12", page=2, promise=True)
    assert len(chronology(actions=[again]).promises) == 1


@pytest.mark.parametrize(
    ("status", "is_open"),
    [
        ("Complete", False),
        ("Closed - May", False),
        ("Action completed", False),
        ("Not complete", True),
        ("Chased", True),
        ("", True),
    ],
)
def test_only_an_action_log_that_says_so_closes_an_action(status: str, is_open: bool) -> None:
    citation = sources().of_decision(ASKED)
    assert citation is not None
    assert Promise(ASKED.section.meeting, citation, status=status).is_open is is_open


def test_an_action_whose_own_words_say_that_it_was_done_is_not_open() -> None:
    citation = sources().of_decision(ASKED)
    assert citation is not None
    done = replace(citation, quote="Jo Ash to send the survey. This had been completed.")
    assert not Promise(ASKED.section.meeting, done).is_open


def test_a_line_of_a_table_that_only_names_the_matter_tells_no_step() -> None:
    row = "Repairs to Ferry House and the other buildings 332.0 14.5 0.0"
    PAGES["later.pdf", 2] = row
    other = replace(LATER, title="Budget")
    told = replace(passage(other), text=row, page=2, page_end=2, title="Budget")
    assert [step.kind for step in chronology(passages=[told]).steps] == [StepKind.RECOMMENDED, StepKind.DECIDED]


def test_a_decision_is_known_by_its_first_limb_that_does_more_than_note_or_ask() -> None:
    assert kind_of_ruling([replace(ASKED, outcome="noted"), ASKED, RENEWED]) is StepKind.DECIDED
    assert kind_of_ruling([replace(RENEWED, outcome="lost"), replace(RENEWED, outcome="referred")]) is StepKind.REFERRED
    assert kind_of_ruling([replace(RENEWED, title="Call-in: Ferry House")]) is StepKind.CALLED_IN
    assert kind_of_ruling([replace(RENEWED, outcome="carried", amendment=True)]) is StepKind.AMENDED


def test_a_topic_is_named_by_its_rare_words_or_by_another_name() -> None:
    assert TOPIC.names("the ferry")
    assert not TOPIC.names("the house")
    assert Topic({"bcf": 1.0}, ("better care fund",)).names("The Better Care Fund was pooled.")
    assert not Topic({"bcf": 1.0}, ("better care fund",)).names("A fund for better care")


def test_only_sentences_that_stand_by_themselves_are_quoted() -> None:
    assert quotable("Table 2\nThe roof of the house was mended in May.") == ["The roof of the house was mended in May."]


def test_the_fixture_is_about_what_it_says() -> None:
    assert passage(LATER).text == PAGES["later.pdf", 1]
    assert len(held()) == 2


def test_where_several_councils_are_told_of_each_step_names_its_own() -> None:
    elsewhere = replace(LATER, meeting=replace(LATER.meeting, organisation="Otherham City Council"))
    mixed = chronology(passages=[passage(elsewhere)])
    assert mixed.mixed
    leads = [part.lead for part in chronology_document(mixed).parts if isinstance(part, Item)]
    assert leads[0] == f"4 March 2024, {COUNCIL}, Cabinet: recommended"
    assert leads[2] == "2 September 2024, Otherham City Council, Cabinet: reported"
