"""A conversation that is taken along: the words as they stand, with their citations, and nothing that acts."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from docx import Document
from markdown_it import MarkdownIt

from app.answers.answer import Answer
from app.exports.conversation import as_markdown, as_text, as_word
from app.saved.reports import FILE, Reports, Verdict
from corpus.errors import BoardPapersError
from tests.app.saved.test_answers import BATHS, CITED, answer

REFERENCE = (
    f"[1] Aldermere Borough Council, Cabinet, 30 April 2024, Minutes, item 5: Baths, PDF page 2. File: a.pdf. “{BATHS}”"
)


def test_an_answer_is_copied_with_its_citations() -> None:
    assert as_text(answer(CITED)) == f"The Cabinet kept the baths open. [1]\n\n{REFERENCE}"


def test_markdown_has_the_words_and_no_markup_of_theirs() -> None:
    hostile = Answer("# Is <b>it</b>?", "![x](http://evil.example/p.png)\n- a\n1. b", False, "not_found")
    assert as_markdown("For *Tuesday*", [("# Is <b>it</b>?", hostile)]) == (
        "# For \\*Tuesday\\*\n\n## \\# Is \\<b\\>it\\</b\\>?\n\n\\!\\[x\\](http\\://evil.example/p.png)\\\n\\- a\\\n1\\. b\n"
    )


def test_no_line_of_an_answer_becomes_a_heading_a_rule_or_code() -> None:
    said = Answer("Baths?", "Kept\n===\n\n    in one line\n---\n\n~~~\n\u2022 a\n2) b", False, "not_found")
    blocks = [block.type for block in MarkdownIt("commonmark").parse(as_markdown("Baths", [("Baths?", said)]))]
    assert [block for block in blocks if block.endswith("_open")] == ["heading_open"] * 2 + ["paragraph_open"] * 3
    assert len(blocks) == 3 * 5  # each is opened, holds its words and is closed


def test_markdown_cites_as_a_quotation() -> None:
    assert "\n\n> \\[1\\] Aldermere Borough Council, Cabinet, 30 April 2024" in as_markdown(
        "Baths", [("Baths?", answer(CITED))]
    )


def test_word_opens_with_questions_answers_and_citations() -> None:
    document = Document(io.BytesIO(as_word("Baths", [("Baths?", answer(CITED))])))
    assert [paragraph.text for paragraph in document.paragraphs] == [
        "Baths",
        "Baths?",
        "The Cabinet kept the baths open. [1]",
        REFERENCE,
        "Assumed: 2024.",
    ]


def test_word_takes_any_text() -> None:
    assert as_word("a\x00b", [("\x0b", Answer("", "\x1f‮", False, "not_found"))])


def test_a_report_lands_in_a_file_that_a_spreadsheet_opens(tmp_path: Path) -> None:
    reports = Reports(tmp_path / "data")
    reports.add(Verdict.WRONG, "=cmd()", answer(CITED))
    reports.add(Verdict.HELPFUL, "", answer(CITED))
    with (tmp_path / "data" / FILE).open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["verdict"] for row in rows] == ["wrong", "helpful"]
    assert rows[0]["comment"] == "'=cmd()"
    assert (rows[0]["question"], rows[0]["answer"]) == ("Baths?", "The Cabinet kept the baths open. [1]")
    assert rows[0]["citations"] == REFERENCE
    assert rows[0]["time (UTC)"].startswith("20")


def test_a_report_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file", encoding="utf-8")
    with pytest.raises(BoardPapersError, match="could not be written"):
        Reports(tmp_path / "data").add(Verdict.WRONG, "", answer())
