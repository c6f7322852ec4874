"""A paper as it was understood, to check by eye."""

from __future__ import annotations

from dataclasses import replace

import made_up
from made_up import pdf, sections

from corpus.papers import Paper
from indexer.findings.findings import findings_of
from indexer.linking.fates import fates_of
from indexer.linking.versions import Version
from indexer.passages.passage import passages_of
from indexer.reading.pages import PageState
from indexer.review.misprints import misprints_in
from indexer.review.outline import Understood, named, outline

SECRET = "NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A\nof the Local Government Act 1972\n"


def understood(*pages: str) -> Understood:
    """What a store would hold of a paper with these pages; what is exempt is in it too."""
    parts = sections(pdf(*pages))
    found = findings_of(parts)
    return Understood(
        paper=parts[0].section.paper,
        problem="",
        pages=[PageState.TEXT] * len(pages),
        sections=[part.section for part in parts],
        passages=[passage for part in parts for passage in passages_of(part)],
        decisions=found.decisions,
        attendance=found.attendance,
        actions=found.actions,
        fates=list(fates_of(found.recommendations, found.decisions)),
    )


def test_minutes_are_outlined_by_their_items() -> None:
    assert list(outline(understood(made_up.MINUTES))) == [
        "a.pdf",
        "pages: 1 (1 text)",
        "",
        "minutes, page 1, public",
        "  meeting: Marrowdale Borough Council | Harbour Committee | 2019-03-04",
        "  Minutes of a meeting of the Harbour Committee",
        "  20 Apologies for absence",
        "  21 Declarations of interest",
        "  22 Lamp on the north mole",
        "    agreed (p. 1): that the lamp on the north mole be replaced before the autumn.",
        "  23 Any other business",
        "  people: 5, actions: 0",
    ]


def test_a_report_is_outlined_by_what_it_asks_for() -> None:
    lines = list(outline(understood(made_up.REPORT)))
    assert lines[-4:] == [
        "  recommendation 3.1 (p. 1): That the contract be let for three winters.",
        "    not found",
        "  recommendation 3.2 (p. 1): That the Harbour Master report each spring on the depth of the channel.",
        "    not found",
    ]


def test_what_became_of_a_recommendation_stands_below_it() -> None:
    minutes = made_up.MINUTES.replace("4 March", "6 May").replace("Lamp on the north mole", "Winter dredging")
    minutes = minutes.replace("lamp on the north mole be replaced before the autumn", "contract be let for two years")
    lines = list(outline(understood(made_up.FRONT_SHEET, minutes, made_up.REPORT.replace("winters", "years"))))
    at = lines.index("  recommendation 3.1 (p. 3): That the contract be let for three years.")
    assert lines[at + 1] == "    amended on 6 May 2019, minute 22 (a.pdf, page 2)"


def test_a_version_names_its_successor_and_its_confirming() -> None:
    held = understood(made_up.MINUTES)
    (section,), (decision,) = held.sections, held.decisions
    version = Version(section, replace(section, paper=replace(section.paper, file="b.pdf")), decision)
    assert list(outline(replace(held, versions=[version])))[6:8] == [
        "  superseded by b.pdf page 1",
        "  confirmed on 4 March 2019, minute 22 (a.pdf, page 1)",
    ]


def test_sections_are_told_in_reading_order() -> None:
    held = understood(made_up.FRONT_SHEET, made_up.MINUTES, made_up.REPORT)
    kinds = [
        line.split(",")[0] for line in outline(replace(held, sections=held.sections[::-1])) if line.endswith("public")
    ]
    assert kinds == ["front sheet", "minutes", "report"]


def test_long_words_are_cut() -> None:
    held = understood(made_up.REPORT)
    asked = replace(held.fates[0].recommendation, text="dredge " * 40)
    fate = replace(held.fates[0], recommendation=asked)
    assert list(outline(replace(held, fates=[fate])))[-2].endswith("dredge dredge ...")


def test_an_exempt_section_shows_its_pages_and_no_word() -> None:
    secret = SECRET + made_up.MINUTES.replace("lamp", "zanzibar").replace("Lamp", "Zanzibar")
    lines = list(outline(understood(made_up.FRONT_SHEET, made_up.REPORT, secret)))
    assert lines[-1] == "not for the public, page 3: exempt (not for publication)"
    assert "zanzibar" not in " ".join(lines).casefold()


def test_a_paper_that_is_exempt_as_a_whole_shows_no_word() -> None:
    held = understood(made_up.REPORT)
    lines = list(outline(replace(held, paper=replace(held.paper, access="internal:Board"))))
    assert lines == ["a.pdf", "pages: 1 (1 text)", "", "not for the public, page 1: internal:Board"]


def test_pages_not_read_and_copies_are_told() -> None:
    held = understood(made_up.REPORT)
    states = [PageState.TEXT, PageState.OCR, PageState.TEXT]
    held = replace(held, pages=states, problem="Page 2 is faint.", paper=replace(held.paper, copies=("b.pdf",)))
    assert list(outline(held))[1:4] == ["pages: 3 (2 text, 1 ocr)", "not read in full: Page 2 is faint.", "copy: b.pdf"]


PAPERS = [Paper("may/quay.pdf", "1", 0, 0, ("june/quay_1.pdf",)), Paper("may/quayside.pdf", "2", 0, 0)]


def test_a_paper_is_named_by_its_file_a_copy_or_a_part_of_the_name() -> None:
    def files(name: str) -> list[str]:
        return [paper.file for paper in named(PAPERS, name)]

    assert files("may/quay.pdf") == ["may/quay.pdf"]
    assert files("june/quay_1.pdf") == ["may/quay.pdf"]
    assert files("QUAYSIDE") == ["may/quayside.pdf"]
    assert files("quay") == ["may/quay.pdf", "may/quayside.pdf"]
    assert files("mole") == []


def test_a_date_that_cannot_be_is_noted_and_left_as_printed() -> None:
    misprinted = made_up.MINUTES.replace("Monday, 4 March 2019", "Tuesday, 4 March 2019")
    lines = list(outline(understood(misprinted)))
    assert "  meeting: Marrowdale Borough Council | Harbour Committee | 2019-03-04" in lines
    assert "  misprint (p. 1): 04 March 2019 was a Monday, not a Tuesday as printed." in lines


def test_a_misprint_is_noted_once_a_section() -> None:
    held = understood(made_up.MINUTES.replace("None.", "Read on Friday, 1 March 2018 and on Friday, 1 March 2018."))
    assert [one.note for one in misprints_in(held.passages)] == [
        "01 March 2018 was a Thursday, not a Friday as printed."
    ]
