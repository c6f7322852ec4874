"""The sample papers are what their sources make, and what is written about them is true."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from corpus.sample.build import EXPECTED, PAPERS, build_papers, build_truth
from corpus.sample.source import OUTCOMES

TRUTHS = ("decisions", "sections", "attendance", "recommendations", "acronyms", "exempt", "questions")


def words(text: str) -> str:
    """The words of a text, lower case, single spaces."""
    return " ".join(re.findall(r"[a-z0-9£%]+", unicodedata.normalize("NFKC", text).lower()))


@cache
def pages(file: str) -> tuple[str, ...]:
    """The words of each page of a committed PDF."""
    pdf = pypdfium2.PdfDocument(PAPERS / file)
    return tuple(words(pdf[n].get_textpage().get_text_bounded()) for n in range(len(pdf)))


@cache
def rows(name: str) -> tuple[dict[str, Any], ...]:
    """The rows of a truth file."""
    lines = (EXPECTED / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines)


def stands(file: str, page: int, text: str) -> bool:
    """True where the words stand on the page, or begin there and end on the next one."""
    wanted, here = words(text), pages(file)
    if f" {wanted} " in f" {here[page - 1]} ":
        return True
    if page == len(here):
        return False
    start, end = " ".join(wanted.split()[:4]), " ".join(wanted.split()[-4:])
    return start in here[page - 1] and end in here[page]


def committed() -> list[str]:
    """The committed PDFs, relative to the sample folder."""
    return sorted(path.relative_to(PAPERS).as_posix() for path in PAPERS.rglob("*.pdf"))


def test_building_again_gives_the_committed_papers_and_truth(tmp_path: Path) -> None:
    build_truth(build_papers(tmp_path / "papers"), tmp_path / "papers", tmp_path / "truth")
    rebuilt = sorted(path.relative_to(tmp_path / "papers").as_posix() for path in (tmp_path / "papers").rglob("*.pdf"))
    assert rebuilt == committed()
    changed = [file for file in rebuilt if (tmp_path / "papers" / file).read_bytes() != (PAPERS / file).read_bytes()]
    assert changed == []
    drifted = [
        name
        for name in TRUTHS
        if (tmp_path / "truth" / f"{name}.jsonl").read_text(encoding="utf-8")
        != (EXPECTED / f"{name}.jsonl").read_text(encoding="utf-8")
    ]
    assert drifted == []


def test_the_papers_are_small_enough_to_keep_in_the_repository() -> None:
    assert sum((PAPERS / file).stat().st_size for file in committed()) < 4_000_000


@pytest.mark.parametrize("name", ["decisions", "recommendations"])
def test_every_limb_stands_on_its_page(name: str) -> None:
    assert [r for r in rows(name) if not stands(r["file"], r["page"], r["text"])] == []


def test_every_copy_of_a_decision_stands_on_its_page() -> None:
    assert [r for r in rows("decisions") for c in r["copies"] if not stands(c["file"], c["page"], r["text"])] == []


def test_every_outcome_of_the_agreed_set_is_there() -> None:
    assert {r["outcome"] for r in rows("decisions")} == OUTCOMES


def test_no_report_proposed_record_or_template_decides() -> None:
    deciding = {
        (r["file"], page)
        for r in rows("sections")
        for page in range(r["page"], r["page_end"] + 1)
        if r["kind"] in ("minutes", "decision_record", "exempt")
    }
    assert [r for r in rows("decisions") if (r["file"], r["page"]) not in deciding] == []


def test_a_decision_is_dated_by_its_minutes_and_not_by_the_pack_that_prints_them() -> None:
    in_packs = [r for r in rows("decisions") if r["meeting_date"] not in r["file"]]
    assert in_packs
    assert all(r["meeting_date"] < r["file"].split("/")[1] for r in in_packs)


def test_every_acronym_is_spelt_out_on_its_page() -> None:
    assert [r for r in rows("acronyms") if not stands(r["file"], r["page"], f"{r['expansion']} {r['acronym']}")] == []


def test_everyone_at_a_meeting_is_named_in_its_minutes() -> None:
    assert [r for r in rows("attendance") if not any(words(r["name"]) in text for text in pages(r["file"]))] == []


def test_sections_lie_inside_their_files_and_do_not_overlap() -> None:
    for file in committed():
        spans = sorted((r["page"], r["page_end"]) for r in rows("sections") if r["file"] == file)
        assert spans, file
        assert spans[0][0] >= 1
        assert spans[-1][1] <= len(pages(file))
        assert all(before[1] < after[0] for before, after in pairwise(spans)), file


def test_every_question_has_its_evidence_on_the_page() -> None:
    for row in rows("questions"):
        assert [e for group in row["evidence"] for e in group if not stands(e["file"], e["page"], e["quote"])] == []
        assert bool(row["evidence"]) == (row["kind"] != "unanswerable"), row["id"]


def test_there_are_enough_pages_meetings_and_questions() -> None:
    aldermere = [r for r in rows("sections") if r["organisation"] == "Aldermere Borough Council"]
    assert sum(len(pages(file)) for file in committed()) >= 120
    assert len({r["body"] for r in aldermere}) >= 4
    assert len({(r["body"], r["meeting_date"]) for r in aldermere}) >= 10
    assert {r["file"].split("/")[1] for r in rows("sections") if r["organisation"] == "Glanrhyd Vale Council"} == {
        "2024-06-11",
        "2024-10-08",
    }
    assert len(rows("questions")) == 112


def test_the_readme_counts_the_pages() -> None:
    total = sum(len(pages(file)) for file in committed())
    assert f"Thirty-nine PDFs, {total} pages" in (PAPERS / "README.rst").read_text(encoding="utf-8")
    assert len(committed()) == 39


# One test a trap: where README.rst says it is, there it is.

CABINET_MARCH = "cabinet/2024-03-19"
SURVEY_PACK = "cabinet/2023-12-12/Public reports pack 12th-Dec-2023 18.00 Cabinet.pdf"


def pages_saying(text: str) -> set[str]:
    """The files with a page that says it."""
    return {file for file in committed() for page in pages(file) if words(text) in page}


def kinds(file: str) -> list[str]:
    """The kinds of a file's sections, in page order."""
    return [r["kind"] for r in sorted(rows("sections"), key=lambda r: r["page"]) if r["file"] == file]


def test_trap_one_page_is_a_picture_without_text_but_for_its_number() -> None:
    assert [n for n, page in enumerate(pages(SURVEY_PACK), start=1) if page == "page 8"] == [10]


def test_trap_blank_pages_belong_to_no_section() -> None:
    assert "this page is intentionally left blank" in pages(SURVEY_PACK)[1]
    assert not [r for r in rows("sections") if r["file"] == SURVEY_PACK and r["page"] <= 2 <= r["page_end"]]


def test_trap_a_decision_is_cut_in_two_by_a_page_turn() -> None:
    assert [r for r in rows("decisions") if words(r["text"]) not in pages(r["file"])[r["page"] - 1]] != []


def test_trap_an_appendix_stands_before_its_report() -> None:
    supplement = f"{CABINET_MARCH}/Supplement 2 - Item 4 Kingsmill Baths 19th-Mar-2024 18.00 Cabinet.pdf"
    assert kinds(supplement) == ["front_sheet", "appendix", "report"]


def test_trap_the_same_minutes_are_published_four_times_and_one_file_twice() -> None:
    again = [r for r in rows("decisions") if r["meeting_date"] == "2023-12-12"]
    assert {len(r["copies"]) for r in again} == {3}
    once, twice = (f"Printed%20minutes%2012th-Dec-2023%2018.00%20Cabinet{tail}.pdf" for tail in ("", "_1"))
    folder = PAPERS / "cabinet" / "2023-12-12"
    assert (folder / once).read_bytes() == (folder / twice).read_bytes()


def test_trap_a_figure_moves_from_report_to_supplement_to_minutes() -> None:
    assert {Path(file).name[:12] for file in pages_saying("Some 412 households")} == {"Public repor"}
    assert {Path(file).name[:12] for file in pages_saying("Some 438 households")} == {"Supplement 1"}
    assert pages_saying("he could now say that there were 431")


def test_trap_a_year_is_misprinted() -> None:
    assert len(pages_saying("On 9 April 2014 the Overview and Scrutiny Committee")) == 1


def test_trap_a_total_does_not_add_up() -> None:
    mended = (866, 731, 1022, 1109, 489)
    assert pages_saying("Total 5,670 4,317 89")
    assert sum(mended) == 4217


def test_trap_some_acronyms_mean_two_things() -> None:
    meanings: dict[str, set[str]] = {}
    for row in rows("acronyms"):
        meanings.setdefault(row["acronym"], set()).add(row["expansion"])
    assert {name for name, full in meanings.items() if len(full) == 2} == {"SSP", "CTS", "ASC"}


def test_trap_restricted_pages_wear_four_kinds_of_mark() -> None:
    forms = {r["form"][:14] for r in rows("exempt")}
    assert forms == {"NOT FOR PUBLIC", "Private report", "Part II - conf", "paragraph 14 o"}


def test_trap_public_pages_speak_of_exemption_too() -> None:
    restricted = {r["file"] for r in rows("exempt")}
    assert pages_saying("no exempt items were expected") - restricted
    assert pages_saying("exempt under Schedule 12A of the Local Government Act 1972") - restricted


def test_trap_a_draft_record_and_the_signed_one_differ() -> None:
    by_kind = {r["kind"]: pages(r["file"])[0] for r in rows("sections") if r["kind"].endswith("decision_record")}
    assert "eighteen months from 1 july 2024" in by_kind["proposed_decision_record"]
    assert "twelve months from 1 july 2024" in by_kind["decision_record"]


def test_trap_both_councils_speak_of_the_same_fund() -> None:
    folders = {file.split("/")[0] for file in pages_saying("UK Shared Prosperity Fund (UKSPF)")}
    assert folders == {"cabinet", "glanrhyd-vale-cabinet"}
