"""A mark found in a paper quarantines what stands under it; what only speaks of private business does not."""

from __future__ import annotations

import made_up
import pytest
from made_up import pdf, sections, text_file

from indexer.forms.exempt_marks import FORMS, MarkForm, form_of
from indexer.reading.pages import Reading
from indexer.sections.boundaries import SectionKind

BODY = """THE HERRING SHED
The tenant has offered eleven hundred pounds a quarter and would take less.
The Harbour Master would settle for nine hundred, and has told nobody so.
Two other bidders have been seen on the quay with measuring rods."""

TRUE_MARKS = [
    "NOT FOR PUBLICATION",
    "Not for Publication",
    "not for publication",
    "NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972",
    "NOT FOR PUBLICATION BY VIRTUE OF PARAGRAPH(S) 1, 2 AND 4 OF PART 1 OF SCHEDULE 12A OF THE LOCAL GOVERNMENT ACT 1972",
    "Not for publication: it is likely to reveal the affairs of a firm (paragraph 3, Part 1, Schedule 12A)",
    "THIS REPORT IS NOT FOR PUBLICATION by virtue of paragraph 5 of Schedule 12A",
    "THIS REPORT AND ITS APPENDICES ARE NOT FOR PUBLICATION",
    "CONFIDENTIAL APPENDIX - NOT FOR PUBLICATION",
    "Confidential Appendix B – Not for publication",
    "STRICTLY CONFIDENTIAL - NOT FOR PUBLICATION",
    "RESTRICTED - NOT FOR PUBLICATION",
    "(Not for publication)",
    "Not for public disclosure",
    "Agenda Item 9 - NOT FOR PUBLICATION",
    "Report classification: NOT FOR PUBLICATION",
    "EXEMPT FROM PUBLICATION",
    "By virtue of paragraph(s) 3 of Part 1 of Schedule 12A of the Local Government Act 1972",
    "By virtue of paragraph 4, 5 of Part 1 of Schedule 12A\nof the Local Government Act 1972",
    "Exempt by virtue of paragraph 3 of Part 1 of Schedule 12A",
    "Private by virtue of paragraph 6 of Part 1 of Schedule 7A of the Local Government (Scotland) Act 1973",
    "EXEMPT - Local Government (Scotland) Act 1973, Schedule 7A, paragraph 8",
    "Exempt information under paragraph 14 of Part 4 of Schedule 12A",
    "Information under paragraph 13 of Part 4 of Schedule 12A of the Local Government Act 1972",
    "Exempt: paragraphs 12 and 13, Part 4, Schedule 12A (Wales)",
    "The information contained in this report is exempt in accordance with paragraph 3 of Part 1 of Schedule 6",
    "This report contains exempt information under paragraph 1 of Schedule 12A",
    "This report contains exempt information as defined in Part 1 of Schedule 12A",
    "EXEMPT INFORMATION as defined in paragraph 3 of Part 1 of Schedule 12A",
    "Exempt information within the meaning of section 100I of the Act",
    "EXEMPT ITEM - Local Government Act 1972, section 100A(4)",
    "Exempt under s.100A(4) of the Local Government Act 1972",
    "Private report - Access to Information Procedure Rule 10.4 category 3",
    "Exempt under Access to Information Procedure Rule 10.4(3)",
    "Categories 3 and 4 of paragraph 10.4 of the Access to Information Procedure Rules",
    "Reasons restricted: By virtue of paragraph 3",
    "Reason for exemption: paragraph 3, commercial affairs",
    "PART II - CONFIDENTIAL",
    "PART 2 – PRIVATE",
    "Part II: Exempt",
    "PART B - EXEMPT INFORMATION",
    "PART 2 (PRIVATE AND CONFIDENTIAL)",
    "PINK PAPERS",
    "Pink paper",
    "EXEMPT APPENDIX",
    "EXEMPT APPENDIX 2",
    "Exempt Appendix B: the offers",
    "EXEMPT REPORT",
    "Exempt report of the Harbour Master",
    "CONFIDENTIAL REPORT",
    "Confidential Annex C",
    "CONFIDENTIAL MINUTES",
    "Exempt minutes of the meeting held on 4 March 2019",
    "PRIVATE AND CONFIDENTIAL REPORT",
    "Private Report",
    "EXEMPT/CONFIDENTIAL REPORT",
    "Exempt supplement",
    "This report is exempt from publication",
    "This report is confidential",
    "This item is exempt",
    "This appendix is exempt and not to be copied",
    "The information contained in this report is confidential",
    "Classification: Exempt",
    "Report status: Confidential",
    "Exempt: Yes",
    "Exempt information? Yes - paragraph 3",
    "Contains confidential or exempt information: YES - Part II",
    "EXEMPT (paragraph 3)",
    "Exempt - Para 3",
    "EXEMPT",
    "N O T  F O R  P U B L I C A T I O N",
    "Paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972",
    "Schedule 12A of the Local Government Act 1972, paragraph 3",
    "EXEMPT UNDER SCHEDULE 12A",
    "CLOSED REPORT",
    "RESTRICTED REPORT",
    "This is a private report",
    "IN COMMITTEE",
    "NOT OPEN TO THE PUBLIC",
    "ITEMS TO BE CONSIDERED IN PRIVATE SESSION",
    "NID I'W GYHOEDDI yn rhinwedd paragraff 14",
    "CONFIDENTIAL - not to be disclosed",
    "Item 12 - PART B (Closed to the public and press)",
    "EITHRIEDIG / EXEMPT",
    "Heb fod i'w gyhoeddi yn rhinwedd paragraff 14 o Ran 4 o Atodlen 12A",
    "PRIVATE & CONFIDENTIAL - EXEMPT ITEM",
    "Public access: Private",
    "The following report is NOT FOR PUBLICATION as it tells the affairs of a firm",
    "This Appendix is not for publication by virtue of paragraph 3 of Part 1 of Schedule 12A\nAppendix 2",
    "PART II\nEXEMPT INFORMATION",
    "GREEN PAPERS - NOT FOR PUBLICATION",
    "Minutes - Exempt",
    "Category: Confidential (section 100A(3))",
    "Information in this report is exempt under Schedule 12A (3) Local Government Act 1972",
    "Strictly confidential - not for circulation",
    "Part 2 Report - Confidential",
    "Agenda item: 13 (Exempt)",
    "This document contains exempt information as defined by Paragraphs 3 and 5 of Schedule 12A\nWHARFSIDE TOWN COUNCIL",
    "Closed session report",
    "THIS REPORT IS PRIVATE AND CONFIDENTIAL AND MUST NOT BE DISCLOSED TO THE PUBLIC\nHARBOUR COMMITTEE",
    "Confidential item - press and public excluded",
    "Publication status: Restricted - paragraph 3",
    "Confidential appendices to the report on the quay",
    "This item will be considered in private as it is exempt under paragraph 3 of Schedule 12A",
    "Yellow pages: exempt from disclosure to the public",
    "Report of the Harbour Master - Exempt",
    "PART 3 - EXEMPT (PRIVATE) REPORTS",
    "Confidential draft minutes of the meeting held in private session",
    "** EXEMPT ** Rents in arrears",
]

FALSE_FRIENDS = [
    "At the time of preparing the agenda there were no exempt items",
    "EXEMPT ITEMS",
    "EXEMPT ITEMS (none at the time of going to press)",
    "UNRESTRICTED ITEMS",
    "Classification: Unrestricted",
    "Classification: Public",
    "Exempt information: None",
    "Exempt: No",
    "Contains confidential or exempt information: NO - Part I",
    "Is this report exempt?",
    "Does this report contain exempt information? No",
    "Exempt report? [ ] Yes [ ] No",
    "☐ Public ☐ Not for publication",
    "Not for publication: none",
    "For publication [leave out what is exempt from publication under schedule 12a of the Act]",
    "Do not include information that is exempt under Schedule 12A",
    "Authors mark a report Not for publication where paragraph 3 of Schedule 12A applies",
    "RESOLVED that the press and public be excluded under section 100A(4), as exempt information as defined in paragraph 3 of\n"
    "Part 1 of Schedule 12A would be disclosed",
    "That the public be excluded under paragraph 3 of Part 1 of Schedule 12A",
    "Exclusion of the press and public",
    "To view any exempt information councillors should sign in",
    "Not for publication: Appendix 2 to this report (paragraph 3 of Schedule 12A)",
    "Appendix 3 is exempt by virtue of paragraph 3 of Part 1 of Schedule 12A",
    "This report contains an exempt appendix",
    "Exempt Appendix 2 was circulated to members only",
    "This report is not exempt",
    "This report is public. The offers are in a paper of their own",
    "This report was exempt and is no longer",
    "Part exempt (paragraph 3)",
    "Part 2 - Private sector housing",
    "PART II",
    "PART II\nThere is nothing to be taken in Part II",
    "PART 2 - PRIVATE\nThere were no items",
    "RESTRICTED",
    "Items in private: none",
    "This is a private report?",
    "Not for publication or broadcast before 9 am on 15 May",
    "Category: Confidential waste",
    "Call-in: Exempt",
    "Schedule 12A is explained in the constitution, paragraph 3.",
    "Appendix A: public\nAppendix B: not for publication under paragraph 3",
    "Report of the Exempt Accommodation Working Group",
    "Public/Private: how the two may work together",
    "Open or closed: how meetings are run",
    "Part B: Private dwellings\nPart C: Closed roads",
    "Part 2: Exempt accommodation",
    "Exempt accommodation",
    "Exempt items of expenditure",
    "Private hire: exempt vehicles",
    "Restricted persons are those with no recourse to public funds",
    "Confidential service for young people, open from 9 to 5",
    "Closed session of the scheme",
    "Restricted report distribution",
    "OFFICIAL-SENSITIVE",
    "Restricted circulation list",
    "Confidential Reporting Policy",
    "Confidentiality and data protection",
    "Private Finance Initiative",
    "Exempt from council tax",
    "Childminders are exempt from the scheme",
    "Exempt VAT supplies",
    "The Committee considered an exempt report on the shed",
    "CAB 9 Exempt minute",
    "exempt information as defined in paragraph 3 of Part 1 of Schedule 12A",
    "not for publication by virtue of paragraph 3",
]


def exempt_texts(reading: Reading) -> str:
    """All that is quarantined of a paper."""
    return "\n".join(line.text for part in sections(reading) if part.section.access != "public" for line in part.lines)


def public_texts(reading: Reading) -> str:
    """All that everybody may see of a paper."""
    return "\n".join(line.text for part in sections(reading) if part.section.access == "public" for line in part.lines)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_the_example_of_a_form_is_a_mark(form: MarkForm) -> None:
    assert form_of(form.example, head=True, top=True) is not None
    assert form.pattern.match(form.example)
    assert form.ground


@pytest.mark.parametrize("mark", TRUE_MARKS)
def test_a_page_under_a_mark_is_quarantined(mark: str) -> None:
    reading = pdf(made_up.FRONT_SHEET, made_up.MINUTES, f"{mark}\n{BODY}")
    assert "nine hundred" in exempt_texts(reading)
    assert "lamp on the north mole" in public_texts(reading)
    assert "Winter dredging" in public_texts(reading)


@pytest.mark.parametrize("mark", TRUE_MARKS)
def test_a_file_that_opens_with_a_mark_is_quarantined(mark: str) -> None:
    assert public_texts(pdf(f"{mark}\n{BODY}", BODY.replace("HERRING", "KIPPER"))) == ""


@pytest.mark.parametrize("line", FALSE_FRIENDS)
@pytest.mark.parametrize("page", [made_up.REPORT, made_up.FRONT_SHEET, made_up.MINUTES, BODY])
def test_what_only_speaks_of_private_business_is_no_mark(line: str, page: str) -> None:
    head, rest = page.split("\n", 1)
    assert exempt_texts(pdf(f"{line}\n{page}")) == ""
    assert exempt_texts(pdf(f"{head}\n{line}\n{rest}")) == ""
    assert exempt_texts(pdf(made_up.FRONT_SHEET, f"{page}\n{line}")) == ""


@pytest.mark.parametrize(
    "mark", ["NOT FOR PUBLICATION", "EXEMPT APPENDIX B", "PART II - CONFIDENTIAL", "Private Report"]
)
def test_an_agenda_that_announces_private_business_is_public(mark: str) -> None:
    agenda = f"{made_up.FRONT_SHEET}\n{mark}\n7. Lease of the herring shed (Pages 9 - 12)"
    assert exempt_texts(pdf(agenda, made_up.REPORT)) == ""


def test_the_word_confidential_alone_is_a_mark_over_a_paper_of_the_council_and_not_on_an_adviser_s_pages() -> None:
    assert "fathom" in exempt_texts(pdf(f"CONFIDENTIAL\n{made_up.REPORT}"))
    assert exempt_texts(pdf(made_up.FRONT_SHEET, f"CONFIDENTIAL\n{BODY}", f"{BODY}\nPrivate and confidential")) == ""


def test_an_agenda_printed_under_a_mark_is_quarantined() -> None:
    assert public_texts(pdf(f"NOT FOR PUBLICATION\n{made_up.FRONT_SHEET}")) == ""


def test_a_header_that_repeats_is_found_though_it_is_taken_off_the_text() -> None:
    pages = [
        f"CONFIDENTIAL APPENDIX - NOT FOR PUBLICATION\nSheet {n} of the offers.\nFigure {n} is private." for n in "abcd"
    ]
    reading = pdf(made_up.FRONT_SHEET, made_up.REPORT, *pages)
    assert [part.section.access for part in sections(reading)] == ["public", "public", "exempt"]
    assert [f"Figure {n} is private." in exempt_texts(reading) for n in "abcd"] == [True] * 4


def test_a_mark_at_the_foot_of_a_page_holds_for_the_page() -> None:
    reading = pdf(made_up.REPORT, f"{BODY}\nNOT FOR PUBLICATION")
    assert "THE HERRING SHED" in exempt_texts(reading)
    assert "WINTER DREDGING" in public_texts(reading)


def test_an_exempt_minute_under_a_mark_is_exempt_and_the_public_minutes_are_not() -> None:
    exempt = made_up.OLDER_MINUTES.replace("HARBOUR COMMITTEE", "HARBOUR COMMITTEE\nEXEMPT MINUTES", 1)
    reading = pdf(made_up.MINUTES, exempt)
    assert "moorings" in exempt_texts(reading)
    assert "north mole" in public_texts(reading)


def test_public_minutes_that_tell_of_private_business_stay_public() -> None:
    minutes = made_up.MINUTES.replace(
        "23. Any other business",
        "23. Exclusion of the press and public\n"
        "RESOLVED that under section 100A(4) of the Local Government Act 1972 the public be excluded, because\n"
        "exempt information as defined in paragraph 3 of Part 1 of Schedule 12A was likely to be disclosed.\n"
        "24. Exempt item: the herring shed\n"
        "The Committee considered an exempt report. RESOLVED that the shed be let.\n"
        "25. Any other business",
    )
    assert exempt_texts(pdf(minutes)) == ""


SECRET = f"NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A\n{BODY}"
MORE = "The second page of it says what the shed would fetch at a sale, with the names of all who asked."


def ending(*after: str) -> tuple[bool, bool]:
    """Whether the second page under a mark, and what comes after it, are quarantined."""
    said = exempt_texts(
        pdf(
            made_up.FRONT_SHEET,
            "Agenda Item 4\nReport of: Harbour Master\nSubject: Winter dredging\nDate: 6 May 2019\nText.",
            SECRET,
            MORE,
            *after,
        )
    )
    return MORE in said, "Ferries cost more." in said


def test_a_mark_holds_until_the_stamp_of_another_item() -> None:
    assert ending("Agenda Item 5\nFerry fares\nFerries cost more.") == (True, False)


def test_the_stamp_of_the_same_item_does_not_end_it() -> None:
    assert ending("Agenda Item 4\nAppendix C\nFerries cost more.") == (True, True)


def test_a_page_that_says_that_it_is_public_ends_it() -> None:
    assert ending("Appendix C\nClassification: Public\nFerries cost more.") == (True, False)


def test_the_report_of_another_item_ends_it() -> None:
    report = "Report of: Head of Ferries\nSubject: Ferry fares\nDate: 6 May 2019\nPurpose of report\nFerries cost more."
    assert ending(report) == (True, False)


def test_minutes_of_somebody_else_within_an_exempt_appendix_do_not_end_it() -> None:
    partner = "SHED PARTNERS LIMITED\nMinutes of a meeting held on 3 May 2019\nPresent: A. Finch\n1. Apologies\nFerries cost more."
    said = exempt_texts(pdf(made_up.FRONT_SHEET, made_up.REPORT, f"EXEMPT APPENDIX 1\n{BODY}\n{MORE}\n{MORE}", partner))
    assert "Ferries cost more." in said


def test_where_no_end_can_be_known_it_reaches_to_the_end_and_says_so() -> None:
    assert ending("Appendix C\nFerries cost more.") == (True, True)
    reading = pdf(made_up.REPORT, SECRET, MORE, "Appendix C\nFerries cost more.")
    assert sections(reading)[-1].section.mark == "not for publication; taken to reach to the end of the file"


def test_a_mark_on_a_page_of_its_own_speaks_of_what_comes_behind_it() -> None:
    reading = pdf(made_up.FRONT_SHEET, made_up.MINUTES, "EXEMPT REPORT", "Agenda Item 5\n" + made_up.REPORT)
    assert "lost a fathom" in exempt_texts(reading)


def test_part_two_stands_over_all_items_behind_it() -> None:
    reading = pdf(
        made_up.FRONT_SHEET, "PART II - PRIVATE\n" + BODY, "Agenda Item 5\n" + made_up.REPORT, "Agenda Item 6\n" + BODY
    )
    assert public_texts(reading).split() == made_up.FRONT_SHEET.split()


def test_a_page_in_place_of_what_is_withheld_leaves_the_next_item_public() -> None:
    withheld = "Agenda Item 4\nBy virtue of paragraph(s) 3 of Part 1 of Schedule 12A\nof the Local Government Act 1972.\nDocument is Restricted"
    reading = pdf(made_up.FRONT_SHEET, withheld, "Agenda Item 5\nFerry fares\nFerries cost more.")
    assert "Ferries cost more." in public_texts(reading)


def test_a_text_without_pages_is_quarantined_from_the_mark_on() -> None:
    reading = text_file(made_up.FRONT_SHEET, made_up.MINUTES, SECRET)
    assert "nine hundred" in exempt_texts(reading)
    assert "north mole" in public_texts(reading)


def test_a_mark_over_an_item_in_the_middle_of_a_page_holds_from_there() -> None:
    lines = "\n".join(f"The tide table of day {day} is as in the almanac." for day in range(1, 15))
    reading = pdf(f"{made_up.REPORT}\n{lines}\nTHE HERRING SHED\nNOT FOR PUBLICATION\n{BODY}\n{MORE}\n{MORE}\n{MORE}")
    assert "measuring rods" in exempt_texts(reading)
    assert "measuring rods" not in public_texts(reading)
    assert "almanac" in public_texts(reading)


def test_what_is_quarantined_names_its_mark_and_what_is_public_names_none() -> None:
    parts = sections(pdf(made_up.REPORT, SECRET))
    assert [(part.section.kind, part.section.mark) for part in parts] == [
        (SectionKind.REPORT, ""),
        (SectionKind.EXEMPT, "not for publication"),
    ]


def test_an_item_that_confirms_exempt_minutes_is_no_mark() -> None:
    item = "5.\n\nEXEMPT MINUTES\n\nOf the meeting held on 4 February 2019 (for confirmation).\n\nThe panel confirmed them."
    assert exempt_texts(text_file(f"{made_up.MINUTES}\n\n{item}")) == ""
    assert "Quay" in exempt_texts(text_file("EXEMPT MINUTES\n\n5.\n\nQuay\n\nThe exempt minutes were confirmed."))
