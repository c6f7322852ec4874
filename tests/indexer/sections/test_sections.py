"""A paper falls apart into front sheet, minutes, reports and the rest, each with its own meeting."""

from __future__ import annotations

from datetime import date

import made_up
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import pdf, sections, text_file

from indexer.findings.minutes import decisions_of
from indexer.sections.boundaries import SectionKind


def kinds(reading: object) -> list[SectionKind]:
    return [part.section.kind for part in sections(reading)]  # type: ignore[arg-type]


def test_a_pack_falls_apart_into_its_papers() -> None:
    pack = pdf(made_up.FRONT_SHEET, made_up.MINUTES, made_up.REPORT, made_up.APPENDIX, made_up.FORWARD_PLAN)
    assert kinds(pack) == [
        SectionKind.FRONT_SHEET,
        SectionKind.MINUTES,
        SectionKind.REPORT,
        SectionKind.APPENDIX,
        SectionKind.FORWARD_PLAN,
    ]


def test_a_pack_without_pages_falls_apart_alike() -> None:
    pack = text_file(made_up.FRONT_SHEET, made_up.MINUTES, made_up.REPORT, made_up.FORWARD_PLAN)
    assert kinds(pack) == [
        SectionKind.FRONT_SHEET,
        SectionKind.MINUTES,
        SectionKind.REPORT,
        SectionKind.FORWARD_PLAN,
    ]


def test_minutes_carry_their_own_date_and_everything_else_the_pack_s() -> None:
    front, minutes, report = sections(pdf(made_up.FRONT_SHEET, made_up.MINUTES, made_up.REPORT))
    assert minutes.section.meeting.held_on == date(2019, 3, 4)
    assert front.section.meeting.held_on == report.section.meeting.held_on == date(2019, 5, 6)
    assert {part.section.meeting.organisation for part in (front, minutes, report)} == {"Marrowdale Borough Council"}


def test_two_sets_of_minutes_in_one_file_keep_apart() -> None:
    both = sections(pdf(made_up.MINUTES, made_up.OLDER_MINUTES))
    assert [part.section.meeting.held_on for part in both] == [date(2019, 3, 4), date(2019, 1, 7)]


def test_a_report_finds_its_item_by_its_subject() -> None:
    report = sections(pdf(made_up.FRONT_SHEET, made_up.REPORT))[1]
    assert (report.section.item, report.section.title) == ("4", "Winter dredging")


def test_an_appendix_belongs_to_the_item_of_the_report_before_it() -> None:
    appendix = sections(pdf(made_up.FRONT_SHEET, made_up.REPORT, made_up.APPENDIX))[2]
    assert (appendix.section.kind, appendix.section.item) == (SectionKind.APPENDIX, "4")


def test_a_stamp_gives_the_item_and_leaves_the_text() -> None:
    page = f"Page 7 Agenda Item 5\n{made_up.REPORT}"
    (report,) = sections(pdf(page))
    assert report.section.item == "5"
    assert not any("Agenda Item" in line.text for line in report.lines)


def test_a_stamp_on_every_page_opens_one_section() -> None:
    first, second = made_up.MINUTES.split("22. Lamp")
    assert kinds(pdf(f"Agenda Item 3\n{first}", f"Agenda Item 3\n22. Lamp{second}")) == [SectionKind.MINUTES]


def test_pages_and_their_range_are_physical() -> None:
    parts = sections(pdf(made_up.FRONT_SHEET, "This page is intentionally left blank", made_up.MINUTES, made_up.REPORT))
    assert [(part.section.page, part.section.page_end) for part in parts] == [(1, 1), (3, 3), (4, 4)]


def test_a_proposed_record_is_no_decision_and_a_signed_one_is() -> None:
    (proposed,) = sections(pdf(made_up.PROPOSED))
    (signed,) = sections(pdf(made_up.SIGNED))
    assert proposed.section.kind is SectionKind.PROPOSED_DECISION_RECORD
    assert signed.section.kind is SectionKind.DECISION_RECORD
    assert decisions_of(proposed) == ()
    assert [(d.text, d.outcome) for d in decisions_of(signed)] == [
        ("approve the purchase of four buoys; and", "approved"),
        ("delegate their placing to the Harbour Master.", "delegated"),
    ]


def test_an_unsigned_record_counts_as_proposed() -> None:
    unsigned = made_up.PROPOSED.replace("PROPOSED ", "") + "\n.................  .............\nsigned date"
    assert kinds(pdf(unsigned)) == [SectionKind.PROPOSED_DECISION_RECORD]


@pytest.mark.parametrize(
    "mark",
    [
        "NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A",
        "EXEMPT REPORT",
        "PRIVATE REPORT - Access to Information Rule 10.4",
        "Part II - confidential",
        "Information under paragraph 14 of Part 4 of Schedule 12A",
    ],
)
def test_a_mark_at_the_head_of_a_paper_restricts_it(mark: str) -> None:
    (part,) = sections(pdf(f"{mark}\n{made_up.REPORT}"))
    assert (part.section.kind, part.section.access) == (SectionKind.EXEMPT, "exempt")


@pytest.mark.parametrize(
    "line",
    [
        "There were no exempt items when this agenda was made",
        "EXEMPT ITEMS",
        "UNRESTRICTED ITEMS",
        "For publication. Do not include information which is exempt under schedule 12A of the Act",
        "That the public be excluded under paragraph 3 of Part 1 of Schedule 12A",
    ],
)
def test_lines_about_exemption_are_no_marks(line: str) -> None:
    assert SectionKind.EXEMPT not in kinds(pdf(f"{made_up.FRONT_SHEET}\n{line}", made_up.MINUTES))


def test_a_supplement_opens_with_a_front_sheet() -> None:
    letter = (
        "Date: 2 May 2019\nDear Member\nHARBOUR COMMITTEE - MONDAY, 6 MAY 2019\nI enclose a late "
        "paper.\nAgenda Item No\n4 Winter dredging (Pages 1 - 2)"
    )
    parts = sections(pdf(letter, made_up.REPORT))
    assert [part.section.kind for part in parts] == [SectionKind.FRONT_SHEET, SectionKind.REPORT]
    assert parts[1].section.meeting.held_on == date(2019, 5, 6)


def test_slides_are_a_presentation() -> None:
    slides = ["Oysters\nIvo Kerr", "What they eat\n• Plankton\n• Little else", "What eats them\n• Starfish\n• Members"]
    assert kinds(pdf(made_up.REPORT, *slides)) == [SectionKind.REPORT, SectionKind.PRESENTATION]


def test_words_without_any_signal_stay_unknown() -> None:
    assert kinds(pdf("The tide was out.\nThe mud was grey and the boats lay over on it.")) == [SectionKind.UNKNOWN]


@given(st.permutations(list(made_up.KINDS)))
def test_no_order_of_papers_hides_a_decision(order: list[str]) -> None:
    parts = sections(pdf(*order))
    assert [part.section.kind for part in parts] == [made_up.KINDS[text] for text in order]
    texts = {decision.text for part in parts for decision in decisions_of(part)}
    assert texts == {
        "that the lamp on the north mole be replaced before the autumn.",
        "that the waiting list for moorings be closed for a year.",
        "approve the purchase of four buoys; and",
        "delegate their placing to the Harbour Master.",
    }


@given(st.permutations([made_up.FRONT_SHEET, *made_up.KINDS, made_up.APPENDIX]), st.integers(1, 9))
def test_no_line_is_lost_but_what_repeats_at_the_top_of_pages(papers: list[str], count: int) -> None:
    parts = sections(pdf(*papers[:count]))
    kept = [line.text for part in parts for line in part.lines if line.text]
    given_lines = [line for paper in papers[:count] for line in paper.split("\n") if line]
    headings = ("MARROWDALE BOROUGH COUNCIL", "HARBOUR COMMITTEE")
    assert [line for line in kept if line not in headings] == [line for line in given_lines if line not in headings]


LIST = "1. APOLOGIES\n\n2. TO RECEIVE DECLARATIONS\n\n3. MINUTES\n\n4. Winter dredging\n\n5. Ferry fares"
CLOSING = """8. BACKGROUND PAPERS

8.1 Chart of the channel, 2011

9. CONTACT OFFICER

Peg Moss
Harbour Master

Tel: 01632 960000
peg.moss@example.org"""
PLAN = """Marrow Channel Plan

1. The channel

The channel is deep in spring and shallow at the end of the summer, as every pilot knows.

2. The shoal

The shoal wanders."""


def test_a_body_s_name_before_the_word_agenda_opens_a_front_sheet_at_the_top_of_a_file() -> None:
    front = f"HARBOUR COMMITTEE AGENDA\n\nMonday, 6 May 2019\n\n{LIST}"
    parts = sections(text_file(front, made_up.MINUTES, made_up.REPORT))
    assert [part.section.kind for part in parts] == [SectionKind.FRONT_SHEET, SectionKind.MINUTES, SectionKind.REPORT]
    assert parts[2].section.item == "4"


def test_a_decision_s_number_on_an_agenda_is_no_decision() -> None:
    front = "AGENDA\nCABINET\nMonday, 6 May 2019\nto consider\nDecision 19/00012 - Buoys\n1. Apologies\n2. Buoys"
    assert kinds(pdf(front)) == [SectionKind.FRONT_SHEET]


def test_rows_of_an_agenda_are_not_the_heading_of_the_minutes_under_it() -> None:
    head = "Item\tSubject\tLead\tTime\n01\tApologies\tChair\t2 pm\n02\tMinutes\tChair\t2.05 pm"
    rows = "\n".join(f"{n:02}\tLamp {n}\tMoss\t3 pm" for n in range(3, 15))
    front = f"Meeting: Harbour Board\nDate: 6 May 2019\n\n{head}\n{rows}\n\nAgenda Item 2\n\nHarbour Board\n\nMonday 4 March 2019"
    attended = "Present:\n\nUna Thole (Chair)\n\n1. Apologies\n\nNone.\n\n2. Lamp\n\nRESOLVED that it be lit."
    first, minutes = sections(text_file(f"{front}\n\n{attended}"))
    assert (first.section.kind, minutes.section.kind) == (SectionKind.FRONT_SHEET, SectionKind.MINUTES)
    assert any(line.text.startswith("14") for line in first.lines)
    assert minutes.section.meeting.held_on == date(2019, 3, 4)


def test_a_title_behind_the_contacts_of_a_report_begins_what_is_enclosed() -> None:
    report = made_up.REPORT.replace("4. CONTACT OFFICER\nPeg Moss, Harbour Master", CLOSING)
    paper, plan = sections(text_file(f"{report}\n\n{PLAN}\n\n{PLAN}"))
    assert (paper.section.kind, plan.section.kind) == (SectionKind.REPORT, SectionKind.APPENDIX)
    assert plan.lines[0].text == "Marrow Channel Plan"
    assert any("example.org" in line.text for line in paper.lines)


def test_contacts_at_the_head_of_a_report_do_not_end_it() -> None:
    head = "Report of: Harbour Master\nSubject: Dredging\nContact officer: Peg Moss\n\nWhat is asked\n\n1. PURPOSE"
    report = (
        f"{head}\n\n1.1 To ask.\n\n2. BACKGROUND\n\n2.1 The shoal has grown.\n\n3. RECOMMENDATIONS\n\n3.1 To dredge."
    )
    assert kinds(text_file(report)) == [SectionKind.REPORT]


def test_an_appendix_that_a_report_lists_before_its_author_begins_nothing() -> None:
    report = f"{made_up.REPORT}\n\n9. Appendices to the report\n\nAppendix 1 – Soundings\n\nReport Author:\n\nPeg Moss"
    paper, appendix = sections(
        text_file(f"{report}\n\nAPPENDIX 1\n\nSoundings taken in fathoms in the spring of the year.")
    )
    assert (paper.section.kind, appendix.section.kind) == (SectionKind.REPORT, SectionKind.APPENDIX)
    assert any(line.text == "Report Author:" for line in paper.lines)


def test_a_sentence_that_runs_on_with_the_word_appendix_begins_nothing() -> None:
    page = "4.2 The depths are set out at\nAppendix E. The older soundings were taken by lead.\n4.3 They are rough."
    assert kinds(pdf(made_up.REPORT, page)) == [SectionKind.REPORT]


def test_short_points_without_sentences_are_slides_in_a_text_without_pages() -> None:
    points = "\n\n".join(f"Reef {n}\n\n- Oysters\n- Starfish\n- Little else" for n in range(8))
    assert kinds(text_file(f"Agenda Item 6\n\nOur reefs\n\n{points}")) == [SectionKind.PRESENTATION]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("APPENDIX A - Pilots Report.pdf", SectionKind.APPENDIX),
        ("19-00012 Annex 2.pdf", SectionKind.APPENDIX),
        ("Shoal.pdf", SectionKind.UNKNOWN),
    ],
)
def test_a_file_s_name_tells_an_appendix_where_the_text_does_not(name: str, kind: SectionKind) -> None:
    paper = pdf("Of the shoal\nThe shoal wanders, and the pilots have written down where it lay each spring.")
    (part,) = sections(paper, f"a/{name}")
    assert part.section.kind is kind
