"""A chronology: the steps of a matter and nothing else, each proved, and what became of what was promised."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from papers_of_a_matter import (
    ASKED,
    COUNCIL,
    LATER,
    PAGES,
    RENEWED,
    REPORT,
    TOPIC,
    found,
    held,
    passage,
    section,
    sources,
)

from app.answers.documents import Item
from app.answers.sources import source_label
from app.exports import chronology_document
from app.matters.chronology import Chronology, chronology_of
from app.matters.promises import Promise, PromiseState, promise_text, promises_in_words
from app.matters.steps import StepKind, kind_of_ruling, most_telling_first, ruling_of
from app.matters.topics import Topic, quotable
from app.matters.undertakings import LaterPapers
from indexer.findings.actions import Action
from indexer.findings.minutes import Decision
from indexer.findings.recommendations import Recommendation
from indexer.linking.fates import Fate, FateKind
from indexer.linking.followed_actions import LogRow
from indexer.sections.section import SectionKind
from retriever.register import rulings

LOG = section("log.pdf", SectionKind.ACTION_LOG, date(2024, 9, 2), title="Action log: Ferry House")
BEHIND = LaterPapers(
    lambda organisation, after, words: [passage(LATER)],
    {(COUNCIL, "Cabinet"): date(2024, 9, 2)},
    {(ASKED.section, "12"): "ferry", (LATER, ""): "ferry"},
)
"""What is known of the papers behind 4 March 2024."""


def chronology(**changes: object) -> Chronology:
    return chronology_of("Ferry House", TOPIC, found(**{"later": BEHIND, **changes}), sources())


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


def promises(*limbs: Decision, **changes: object) -> list[Promise]:
    """What is promised in the minutes of 4 March 2024, beside the report of 2 September 2024."""
    return list(chronology(rulings=rulings([RENEWED, *limbs]), later=BEHIND, **changes).promises)


def said(text: str, pages: pytest.MonkeyPatch) -> Promise:
    """The promise of 4 March 2024 in these words."""
    pages.setitem(PAGES, ("minutes.pdf", 2), f"12. FERRY HOUSE {RENEWED.text} {text}")
    (promise,) = promises(replace(ASKED, text=text))
    return promise


def test_a_request_is_taken_up_by_a_later_report_with_its_words() -> None:
    (promise,) = promises(ASKED)
    assert promise.citation.quote == ASKED.text
    assert promise.state is PromiseState.TAKEN_UP
    assert not promise.is_open
    assert promise.later is not None
    assert promise.later.passage.section == LATER


def test_a_request_that_no_later_paper_takes_up_is_open() -> None:
    (promise,) = chronology(later=LaterPapers()).promises
    assert (promise.state, promise.is_open) == (PromiseState.NOTHING_FOUND, True)


def test_a_promise_whose_day_has_passed_without_a_later_paper_is_late(monkeypatch: pytest.MonkeyPatch) -> None:
    promise = said("that a plan of the moorings and pontoons be brought by May 2024.", monkeypatch)
    assert promise.state is PromiseState.LATE
    assert promise.is_open


def test_a_promise_that_is_due_after_the_last_paper_is_not_late(monkeypatch: pytest.MonkeyPatch) -> None:
    promise = said("that a plan of the moorings and pontoons be brought by May 2025.", monkeypatch)
    assert promise.state is PromiseState.NOTHING_FOUND


def test_a_promise_that_a_later_log_calls_kept_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PAGES, ("log.pdf", 1), "ACTION LOG Roof survey 4 March 2024 Kept: 2 September 2024")
    row = LogRow(LOG, "Roof survey", page=1, status="Kept: 2 September 2024", raised="Cabinet, 4 March 2024")
    (promise,) = promises(ASKED, actions=[row])
    assert (promise.state, promise.outstanding) == (PromiseState.DONE, False)
    assert promise_text(promise) == "The log of 2 September 2024, Cabinet: \u201cKept: 2 September 2024\u201d"


def test_a_promise_that_a_later_log_calls_not_kept_is_so_and_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PAGES, ("log.pdf", 1), "ACTION LOG Roof survey 4 March 2024 Not kept: no survey made")
    row = LogRow(LOG, "Roof survey", page=1, status="Not kept: no survey made", raised="Cabinet, 4 March 2024")
    (promise,) = promises(ASKED, actions=[row])
    assert (promise.state, promise.is_open) == (PromiseState.NOT_KEPT, True)


def test_promises_are_counted_by_their_state() -> None:
    assert promises_in_words(promises(ASKED)) == "1 promise: 1 taken up again"
    assert promises_in_words([]) == ""


def test_a_step_says_what_it_did_to_the_matter() -> None:
    said = [step.did for step in chronology().steps]
    assert said == ["recommended in a report", "approved", "reported"]


def test_a_promise_that_is_minuted_and_resolved_counts_once() -> None:
    again = Action(ASKED.section, ASKED.text, item="12", page=2, promise=True)
    assert len(chronology(actions=[again]).promises) == 1


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


def ruled(*limbs: Decision, **how: bool) -> str:
    kind, said_, further = ruling_of(limbs, **how)
    return f"{kind.value}: {said_}{f' ({chr(59).join(further)})' if further else ''}"


def test_the_label_of_a_step_is_what_it_did_to_the_matter_and_never_what_became_of_an_amendment() -> None:
    carried = replace(RENEWED, outcome="carried", amendment=True)
    assert ruled(carried, RENEWED) == "amended: approved, not as recommended (carried an amendment)"
    assert ruled(replace(carried, outcome="lost"), RENEWED) == "decided: approved (rejected an amendment)"
    assert ruled(replace(carried, outcome="lost")) == "raised: rejected an amendment"
    assert ruled(replace(RENEWED, outcome="withdrawn")) == "deferred: withdrawn"
    assert ruled(replace(RENEWED, outcome="lost"), replace(RENEWED, outcome="referred")) == (
        "referred: referred (a motion was lost)"
    )
    called = replace(RENEWED, title="Call-in: Ferry House", outcome="referred")
    assert ruled(called) == "called in: called in and referred"


def test_that_the_public_withdrew_is_no_decision_on_the_item() -> None:
    private = replace(RENEWED, text="that the public be excluded")
    assert ruled(private) == "raised: "
    assert ruled(private, RENEWED) == "decided: approved"


def test_the_words_of_what_a_step_did_come_before_those_of_what_fell_on_the_way() -> None:
    lost, noted = replace(RENEWED, outcome="lost"), replace(RENEWED, outcome="noted")
    sent, changed = replace(RENEWED, outcome="referred"), replace(RENEWED, outcome="carried", amendment=True)
    ordered = most_telling_first([changed, lost, noted, sent], StepKind.CALLED_IN)
    assert [one.outcome for one in ordered] == ["referred", "noted", "lost", "carried"]
    assert most_telling_first([noted, sent], StepKind.NOTED) == [noted, sent]


def test_what_a_body_asks_another_to_decide_is_recommended_and_not_decided() -> None:
    asked = replace(RENEWED, text="that the Council be recommended to renew the lease", outcome="other")
    assert ruled(asked) == "recommended: recommended"
    assert ruled(RENEWED, asks=True) == "recommended: recommended"


def test_a_choice_that_a_report_leaves_open_is_not_decided_otherwise_than_recommended() -> None:
    left = Recommendation(REPORT, "1", "confirm, amend or rescind the lease of Ferry House", 4)
    fate = Fate(left, FateKind.AMENDED, RENEWED)
    assert [step.kind for step in chronology(fates=[fate]).steps][1] is StepKind.DECIDED


def test_a_short_sentence_is_quoted_with_the_next_one() -> None:
    text = "Ferry House remains open. Talks about its lease go on in good temper."
    assert quotable(text) == ["Talks about its lease go on in good temper.", text]


def test_a_topic_is_named_by_its_rare_words_or_by_another_name() -> None:
    assert TOPIC.names("the ferry")
    assert not TOPIC.names("the house")
    assert Topic({"bcf": 1.0}, ("better care fund",)).names("The Better Care Fund was pooled.")
    assert not Topic({"bcf": 1.0}, ("better care fund",)).names("A fund for better care")


def test_only_sentences_that_stand_by_themselves_are_quoted() -> None:
    assert quotable("Table 2\nThe roof of the house was mended in May.") == ["The roof of the house was mended in May."]


@pytest.mark.parametrize(
    "line",
    [
        "Contact officer: Ada Birch, Head of Ferries and Slipways, extension 4417.",
        "9. Report author: Ada Birch, who has looked after the ferry for ten years.",
        "Wards affected: all those of the borough that lie on the river.",
    ],
)
def test_whom_to_ask_about_a_paper_is_no_quote(line: str) -> None:
    assert quotable(f"{line}\nThe roof of the house was mended in May.") == ["The roof of the house was mended in May."]


def test_the_fixture_is_about_what_it_says() -> None:
    assert passage(LATER).text == PAGES["later.pdf", 1]
    assert len(held()) == 2


def test_where_several_councils_are_told_of_each_step_names_its_own() -> None:
    elsewhere = replace(LATER, meeting=replace(LATER.meeting, organisation="Otherham City Council"))
    mixed = chronology(passages=[passage(elsewhere)])
    assert mixed.mixed
    leads = [part.lead for part in chronology_document(mixed).parts if isinstance(part, Item)]
    assert leads[0] == f"4 March 2024, {COUNCIL}, Cabinet: recommended in a report"
    assert leads[2] == "2 September 2024, Otherham City Council, Cabinet: reported"
