"""A matter as a Word file: the position first, a row a meeting, promises, gaps, numbered sources."""

from __future__ import annotations

import io
from datetime import date

import docx
import pytest
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from papers_of_a_matter import COUNCIL, RENEWED, TOPIC, found, sources

from app.answers.documents import Item
from app.exports import course_to_word
from app.matters.chronology import chronology_of
from corpus.papers import Meeting

MISSING = Meeting(COUNCIL, "Cabinet", date(2024, 6, 3))


@pytest.fixture(scope="module")
def file() -> WordFile:
    chronology = chronology_of("Ferry House", TOPIC, found(), sources())
    cited = sources().of_decision(RENEWED)
    assert cited
    standing = [Item("On 4 March 2024 the Cabinet agreed:", citations=(cited,))]
    return docx.Document(io.BytesIO(course_to_word(chronology, standing, [MISSING])))


def headings(file: WordFile) -> list[str]:
    return [one.text for one in file.paragraphs if one.style and one.style.name == "Heading 1"]


def test_it_has_real_headings_and_opens_with_where_the_matter_stands(file: WordFile) -> None:
    assert headings(file) == [
        "Where it stands",
        "What happened, in date order",
        "Promises, and what happened",
        "Meetings whose minutes we do not have",
        "Sources",
    ]
    text = [one.text for one in file.paragraphs]
    assert text[:3] == ["Chronology: Ferry House", "Where it stands", "On 4 March 2024 the Cabinet agreed:"]
    assert text[3] == f"\u201c{RENEWED.text}\u201d [1]"


def test_the_steps_of_one_meeting_are_one_row_that_says_what_each_did(file: WordFile) -> None:
    rows = [[cell.text for cell in row.cells] for row in file.tables[0].rows]
    assert rows[0] == ["Date", "Committee", "What happened"]
    assert [row[:2] for row in rows[1:]] == [["4 March 2024", "Cabinet"], ["2 September 2024", "Cabinet"]]
    assert "Recommended in a report: Ferry House" in rows[1][2]
    assert "Approved: Ferry House (also: more was asked for)" in rows[1][2]


def test_the_head_of_a_table_is_repeated_on_each_page_and_no_row_is_parted(file: WordFile) -> None:
    for table in file.tables:
        head, *rows = table.rows
        assert head._tr.find(f".//{qn('w:tblHeader')}") is not None
        assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in rows)


def test_every_quote_has_a_number_and_every_number_a_source(file: WordFile) -> None:
    text = [one.text for one in file.paragraphs]
    listed = text[text.index("Sources") + 1 :]
    assert listed[0] == f"[1] {COUNCIL}, Cabinet, 4 March 2024, minute 12, PDF page 2. File: minutes.pdf"
    cells = " ".join(cell.text for table in file.tables for row in table.rows for cell in row.cells)
    assert all(f"[{number}]" in " ".join([cells, *text]) for number in range(1, len(listed) + 1))


def test_a_meeting_without_minutes_is_named(file: WordFile) -> None:
    assert "3 June 2024, Cabinet" in [one.text for one in file.paragraphs]


def test_it_is_a4(file: WordFile) -> None:
    sizes = [one for page in file.sections for one in (page.page_width, page.page_height) if one]
    assert [round(one.cm, 1) for one in sizes] == [21, 29.7]
