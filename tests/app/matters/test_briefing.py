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
from app.meetings.planned import planned_in
from indexer.findings.acronyms import Acronym
from indexer.findings.attendance import Attendance, Capacity
from indexer.items.table_rows import TableRow
from indexer.linking.followed_actions import LogRow
from indexer.passages.passage import Passage
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


def test_a_title_in_capitals_keeps_those_of_names() -> None:
    (item,) = under(on_body(capitals="Ferry House"), "Recent decisions")
    assert item.text == "Ferry House: approved"


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


def remit(body: str = "Cabinet", kind: SectionKind = SectionKind.REPORT, title: str = "Constitution") -> Passage:
    """Terms of reference as a report to a committee prints them."""
    text = "It scrutinises what the Cabinet decides. It meets six times a year in the Net Loft."
    PAGES["constitution.pdf", 1] = text
    of = section("constitution.pdf", kind, date(2024, 1, 8), body=body, title=title)
    return Passage(of, text, text, 1, 1, title=title, heading=f"Terms of reference of the {body}")


def test_the_terms_of_reference_say_what_a_committee_is_for_before_any_sentence() -> None:
    said = under(on_body(elsewhere=[remit()]), "What it is")
    assert [one.citations[0].quote for one in said] == [
        "It scrutinises what the Cabinet decides.",
        "It meets six times a year in the Net Loft.",
    ]


def test_the_terms_of_reference_of_another_committee_say_nothing_of_this_one() -> None:
    (said,) = under(on_body(elsewhere=[remit("Harbour Board")]), "What it is")
    assert said.citations == ()


def test_that_the_terms_of_reference_were_reviewed_does_not_say_what_they_are() -> None:
    text = "The terms of reference of the Cabinet were reviewed and agreed for the year."
    PAGES["minutes.pdf", 1] = text
    (said,) = under(on_body(passages=[replace(passage(MINUTES), text=text)]), "What it is")
    assert said.citations == ()


def test_where_no_paper_says_what_a_committee_is_for_the_matters_before_it_do() -> None:
    _, dealt = under(on_body(subjects=["Ferry House (3 meetings)", "Parking"]), "What it is")
    assert (dealt.lead, dealt.text) == ("It dealt most often with:", "Ferry House (3 meetings); Parking")


def test_an_acronym_with_two_meanings_has_both_with_whose_papers_have_them() -> None:
    PAGES["minutes.pdf", 5] = "the Ferry Support Service (FSS) and the Fish Sale Scheme (FSS)"
    board = section("minutes.pdf", SectionKind.MINUTES, date(2024, 3, 4), body="Harbour Board")
    spelt = [
        Acronym(board, "FSS", "Fish Sale Scheme", 5),
        Acronym(board, "FSS", "Fish Sale Scheme", 5),
        Acronym(MINUTES, "FSS", "Ferry Support Service", 5),
        Acronym(board, "FSB", "Fish Sale Board", 5),
    ]
    rows = [(item.lead, item.text) for item in under(on_body(acronyms=spelt), "Acronyms")]
    assert rows == [("FSS", "Ferry Support Service (Cabinet)"), ("FSS", "Fish Sale Scheme (Harbour Board)")]


def test_the_singular_and_the_plural_of_a_long_form_are_one_meaning() -> None:
    PAGES["minutes.pdf", 5] = "Integrated Ferry Boards (IFB), each Integrated Ferry Board"
    spelt = [Acronym(MINUTES, "IFB", long, 5) for long in ("Integrated Ferry Boards", "Integrated Ferry Board")]
    (item,) = under(on_body(acronyms=spelt), "Acronyms")
    assert item.text == "Integrated Ferry Boards"


def test_what_a_work_programme_plans_after_the_last_meeting_is_to_come() -> None:
    plan = section("plan.pdf", SectionKind.FORWARD_PLAN, date(2024, 3, 4), title="Work programme")
    PAGES["plan.pdf", 1] = "5 February 2024 Slipway 6 May 2024 Ferry fares"
    said = (("5 February 2024", "Slipway"), ("6 May 2024", "Ferry fares"))
    rows = [
        TableRow(plan, 1, 1, "", "", "", "", what, ("Meeting",), (day,), ("",), f"{day} {what}") for day, what in said
    ]
    first = under(on_body(planned=planned_in(rows, date.min)), "Still to come")[0]
    assert (first.lead, first.text, first.citations[0].quote) == (
        "6 May 2024 (planned)",
        "Ferry fares",
        "6 May 2024 Ferry fares",
    )


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
    document = briefing_on_topic(chronology, TOPIC, Known(acronyms=[], passages=[passage(LATER)]), sources())
    assert under(document, "Who has dealt with it") == [Item(f"{COUNCIL}, Cabinet", "3 items")]
