"""A briefing: what the papers say about a committee or a topic, each statement proved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from papers_of_a_matter import (
    ASKED,
    COUNCIL,
    LATER,
    MINUTES,
    PAGES,
    PARKING,
    RENEWED,
    TOPIC,
    found,
    held,
    passage,
    section,
    sources,
)

from app.answers.documents import Document, Heading, Item
from app.matters.briefings import Known, briefing_on_body, briefing_on_topic
from app.matters.chronology import chronology_of
from indexer.findings.acronyms import Acronym
from indexer.findings.attendance import Attendance, Capacity
from indexer.linking.followed_actions import LogRow
from indexer.sections.section import SectionKind
from retriever.register import rulings


def on_body(**changes: object) -> Document:
    known = Known(meetings=[MINUTES.meeting], attendance=[], rulings=held(), actions=[], acronyms=[], passages=[])
    return briefing_on_body(COUNCIL, "Cabinet", replace(known, **changes), sources())  # type: ignore[arg-type]


def under(document: Document, heading: str) -> list[Item]:
    """The items below a heading."""
    at = next(n for n, part in enumerate(document.parts) if part == Heading(heading))
    rest = document.parts[at + 1 :]
    end = next((n for n, part in enumerate(rest) if isinstance(part, Heading)), len(rest))
    return [part for part in rest[:end] if isinstance(part, Item)]


def test_decisions_of_the_last_year_are_quoted_and_what_was_only_noted_is_not() -> None:
    (item,) = under(on_body(), "Recent decisions")
    assert (item.lead, item.text) == ("4 March 2024", f"{RENEWED.title.capitalize()}: approved")
    assert [citation.quote for citation in item.citations] == [RENEWED.text.rstrip(";"), ASKED.text]


def test_decisions_of_more_than_a_year_before_the_last_meeting_are_left_out() -> None:
    later = replace(MINUTES.meeting, held_on=date(2026, 1, 1))
    (item,) = under(on_body(meetings=[MINUTES.meeting, later]), "Recent decisions")
    assert item.citations == ()


def test_what_was_asked_for_and_not_taken_up_is_live() -> None:
    (item,) = under(on_body(), "Still to come")
    assert item.citations[0].quote == ASKED.text


def test_what_was_put_off_is_live_until_it_is_decided_under_its_title() -> None:
    put_off = replace(PARKING, outcome="deferred")
    live = under(on_body(rulings=rulings([put_off])), "Still to come")
    assert [item.lead for item in live] == ["4 March 2024, Cabinet: deferred"]
    meeting = replace(MINUTES.meeting, held_on=date(2024, 5, 1))
    decided = replace(PARKING, outcome="approved", section=replace(MINUTES, meeting=meeting))
    live = under(on_body(rulings=rulings([put_off, decided])), "Still to come")
    assert [item.lead for item in live] == [""]


def test_a_motion_that_was_withdrawn_is_not_to_come() -> None:
    withdrawn = replace(PARKING, outcome="withdrawn")
    live = under(on_body(rulings=rulings([withdrawn])), "Still to come")
    assert [item.text for item in live] == ["We found nothing that is still to come."]


def test_only_people_whose_names_stand_on_the_page_are_named() -> None:
    PAGES["minutes.pdf", 1] = "Present: Councillor Ash (Chair), Councillor Birch"
    people = [
        Attendance(MINUTES, "Councillor Ash", Capacity.PRESENT, chair=True, page=1),
        Attendance(MINUTES, "Councillor Nobody", Capacity.PRESENT, page=1),
    ]
    _, present = under(on_body(attendance=people), "Who attended last")
    assert present.text == "Councillor Ash, in the chair"
    assert present.says(present.citations[0])


def test_an_acronym_comes_with_the_page_that_spells_it_out() -> None:
    PAGES["minutes.pdf", 5] = "the Joint Strategic Needs Assessment (JSNA)"
    acronyms = [
        Acronym(MINUTES, "JSNA", "Joint Strategic Needs Assessment", 5),
        Acronym(MINUTES, "XYZ", "Not There", 5),
    ]
    (item,) = under(on_body(acronyms=acronyms), "Acronyms")
    assert (item.lead, item.text, item.citations[0].page) == ("JSNA", "Joint Strategic Needs Assessment", 5)


def test_what_a_committee_is_for_is_quoted_or_reported_as_missing() -> None:
    (said,) = under(on_body(), "What it is")
    assert said == Item(text="The papers do not describe what this committee does.")
    coverage = under(on_body(), "Recent meetings")[0]
    assert coverage.text.startswith("We have papers from one meeting, on 4 March 2024, with ")
    purpose = "The Cabinet is responsible for everything that the law does not leave to the Council."
    PAGES["minutes.pdf", 1] = purpose
    (said,) = under(on_body(passages=[replace(passage(MINUTES), text=purpose)]), "What it is")
    assert [citation.quote for citation in said.citations] == [purpose]


def test_what_all_bodies_of_its_name_are_for_says_what_a_body_is_for() -> None:
    purpose = "Cabinets have a duty to take the decisions that the law does not leave to the Council."
    PAGES["minutes.pdf", 1] = purpose
    (said,) = under(on_body(passages=[replace(passage(MINUTES), text=purpose)]), "What it is")
    assert [citation.quote for citation in said.citations] == [purpose]


def test_what_a_report_is_for_is_not_taken_for_what_a_body_is_for() -> None:
    purpose = "The purpose of this report is to ask the Cabinet for its view."
    PAGES["minutes.pdf", 1] = purpose
    (said,) = under(on_body(passages=[replace(passage(MINUTES), text=purpose)]), "What it is")
    assert said.citations == ()


def test_what_is_to_come_is_told_in_its_words_and_not_where_another_body_s_log_calls_it_done() -> None:
    (item,) = under(on_body(), "Still to come")
    assert (item.lead, item.text) == ("4 March 2024, Cabinet", f"\u201c{ASKED.text}\u201d No later paper found.")
    PAGES["log.pdf", 1] = "Roof survey Cabinet, 4 March 2024 Done"
    log = section("log.pdf", SectionKind.ACTION_LOG, date(2024, 9, 2), body="Scrutiny Committee")
    row = LogRow(log, "Roof survey", page=1, status="Done", raised="Cabinet, 4 March 2024")
    (item,) = under(on_body(actions=[row]), "Still to come")
    assert item.text == "We found nothing that is still to come."


def test_what_was_put_off_is_settled_under_a_longer_title_too() -> None:
    put_off = replace(PARKING, outcome="deferred", title="MILL WORKING GROUP")
    later = replace(MINUTES, meeting=replace(MINUTES.meeting, held_on=date(2024, 5, 1)))
    settled = replace(PARKING, outcome="agreed", title="MILL: REPORT OF THE WORKING GROUP", section=later)
    assert under(on_body(rulings=rulings([put_off, settled])), "Still to come")[0].lead == ""


def test_a_briefing_on_a_topic_names_who_has_dealt_with_it() -> None:
    chronology = chronology_of("Ferry House", TOPIC, found(), sources())
    document = briefing_on_topic(chronology, TOPIC, [passage(LATER)], [], sources())
    assert under(document, "Who has dealt with it") == [Item(f"{COUNCIL}, Cabinet", "3 items")]
