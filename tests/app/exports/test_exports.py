"""What is taken away: everything that is in it, with its source, and nothing that another program would run."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import docx
import markdown_it
import pytest
from papers_of_a_matter import MINUTES, PARKING, RENEWED, TOPIC, found, sources

from app.answers.documents import Document, Heading, Item
from app.exports import chronology_document, monitor_to_csv, monitor_to_excel, to_csv, to_excel, to_markdown, to_word
from app.matters.chronology import chronology_of
from app.matters.ledger import Quote
from app.matters.register import entries
from app.matters.undertakings import Sort, Status, Tracked

HOSTILE = replace(
    PARKING, text='=HYPERLINK("http://bad.example","x")', title=" @SUM(A1)", mover="-2+3", votes="For\x07 (2)\u202e"
)
HELD = entries([RENEWED, HOSTILE])
LABEL = "Brambleford Borough Council, Cabinet, 4 March 2024, minute 12, PDF page 2"


def rows_of_csv() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(to_csv(HELD, sources()).decode("utf-8-sig"))))


def test_a_csv_holds_exactly_the_entries_with_their_sources() -> None:
    rows = rows_of_csv()
    assert [row["Outcome"] for row in rows] == ["approved", "noted"]
    assert rows[0]["Decision"] == RENEWED.text
    assert rows[0]["Source"] == LABEL


def test_no_cell_of_a_csv_is_a_formula() -> None:
    row = rows_of_csv()[1]
    assert row["Decision"] == '\'=HYPERLINK("http://bad.example","x")'
    assert row["Title"] == "'@SUM(A1)"
    assert row["Moved by"] == "'-2+3"
    assert row["Votes"] == "For (2)"


def test_every_cell_of_a_workbook_is_a_string_and_none_a_formula_or_link() -> None:
    with zipfile.ZipFile(io.BytesIO(to_excel(HELD, sources()))) as book:
        names = book.namelist()
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
        words = book.read("xl/sharedStrings.xml").decode()
    cells = list(sheet.iter("{http://schemas.openxmlformats.org/spreadsheetml/2006/main}c"))
    assert {cell.get("t") for cell in cells if len(cell)} == {"s"}
    assert not list(sheet.iter("{http://schemas.openxmlformats.org/spreadsheetml/2006/main}f"))
    assert not any("externalLink" in name or "rels/sheet" in name for name in names)
    assert "=HYPERLINK(" in words
    assert LABEL in words


FOLLOWED = Tracked(
    Sort.MOTION,
    Quote(MINUTES, HOSTILE.text, 3, "13"),
    Status.REJECTED,
    Quote(MINUTES, "The motion was lost.", 3),
    "-2+3",
)


def test_the_monitor_has_no_formula_and_names_its_sources() -> None:
    (row,) = csv.DictReader(io.StringIO(monitor_to_csv([FOLLOWED], sources()).decode("utf-8-sig")))
    assert (row["What"], row["Owner"]) == ('\'=HYPERLINK("http://bad.example","x")', "'-2+3")
    assert (row["Kind"], row["Status"], row["Asked on"], row["Due by"]) == ("motion", "rejected", "2024-03-04", "")
    assert row["Source"] == "Brambleford Borough Council, Cabinet, 4 March 2024, PDF page 3"
    with zipfile.ZipFile(io.BytesIO(monitor_to_excel([FOLLOWED], sources()))) as book:
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    assert not list(sheet.iter("{http://schemas.openxmlformats.org/spreadsheetml/2006/main}f"))


def test_a_chronology_in_word_has_headings_quotes_and_sources() -> None:
    chronology = chronology_of("Ferry House", TOPIC, found(), sources())
    file = docx.Document(io.BytesIO(to_word(chronology_document(chronology))))
    text = [paragraph.text for paragraph in file.paragraphs]
    assert text[0] == "Chronology: Ferry House"
    assert "4 March 2024, Cabinet: approved Ferry House (also: more was asked for)" in text
    assert f"\u201c{RENEWED.text.rstrip(chr(59))}\u201d ({LABEL})" in text
    assert [p.text for p in file.paragraphs if p.style.name == "Heading 1"] == ["Promises, and what happened"]


def test_control_characters_do_not_break_a_word_file() -> None:
    to_word(Document("A\x00title", (Heading("H\x0b"), Item("l\x1f", "t\ufffe"))))


@pytest.mark.parametrize(
    "text",
    [
        "![x](http://bad.example/a.png)",
        "<img src=x>",
        "[a](javascript:alert(1))",
        "*a* _b_ `c`",
        "1. one",
        "- two",
        "# three",
        "---",
        "+",
        "1) see http://bad.example or www.bad.example",
        "a | b",
        "&amp; \\",
    ],
)
def test_markdown_shows_the_text_of_a_paper_as_it_stands(text: str) -> None:
    (_, _, _, _, inline, _) = markdown_it.MarkdownIt("commonmark").parse(
        to_markdown(Document("Title", (Item(text=text),)))
    )
    assert {child.type for child in inline.children or []} <= {"text", "text_special"}
    assert "".join(child.content for child in inline.children or []) == text
