"""How the lines of a paper are set, as PDF, Word and web pages say it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from crafted_files import docx_of, saved
from reportlab.pdfgen import canvas

from indexer.reading.formats.html import read_html
from indexer.reading.formats.office.word import read_word
from indexer.reading.lines import Line, clean
from indexer.reading.looks import PLAIN, Looks, in_proportion
from indexer.reading.messages import from_line, to_line
from indexer.reading.pages import Page, PageState
from indexer.reading.reader import read_paper

BODY = [f"The keeper of the lock spoke of the gates, line {number}." for number in range(6)]


def drawn(tmp_path: Path, *texts: tuple[float, float, str, float, str]) -> tuple[Line, ...]:
    """Return the lines read of a one-page PDF with these texts on it: left, bottom, font, size, words."""
    made = BytesIO()
    sheet = canvas.Canvas(made, pagesize=(595, 842), invariant=True)
    for left, bottom, font, size, words in texts:
        sheet.setFont(font, size)
        sheet.drawString(left, bottom, words)
    sheet.save()
    path = tmp_path / "paper.pdf"
    path.write_bytes(made.getvalue())
    return clean(read_paper(path))


def body(left: float = 72) -> list[tuple[float, float, str, float, str]]:
    return [(left, 600 - 14 * at, "Helvetica", 10, text) for at, text in enumerate(BODY)]


def test_a_large_bold_heading_is_told_from_the_text_below_it(tmp_path: Path) -> None:
    heading, *text = drawn(tmp_path, (72, 640, "Helvetica-Bold", 15, "Lock gates"), *body())
    assert (round(heading.looks.size, 1), heading.looks.bold) == (1.5, True)
    assert {(line.looks.size, line.looks.bold, line.looks.italic) for line in text} == {(1.0, False, False)}


def test_a_line_that_is_set_in_and_slanted_says_so(tmp_path: Path) -> None:
    *_, last = drawn(tmp_path, *body(), (92, 500, "Helvetica-Oblique", 10, "noted with thanks"))
    assert last.looks.italic
    assert not last.looks.bold
    assert 1.5 < last.looks.indent < 2.2


def test_who_acts_at_the_right_of_a_line_is_a_cell_of_its_own(tmp_path: Path) -> None:
    lines = drawn(
        tmp_path, *body(), (72, 480, "Helvetica", 10, "Report back"), (480, 480, "Helvetica", 10, "Ida Crane")
    )
    (place,) = lines[-1].looks.cells
    assert lines[-1].text[place:] == "Ida Crane"


def test_a_line_at_the_right_edge_is_set_at_the_right(tmp_path: Path) -> None:
    wide = (
        72,
        520,
        "Helvetica",
        10,
        "The lock at Fen Gate is opened by hand in summer and by the engine at any other time.",
    )
    *_, last = drawn(tmp_path, *body(), wide, (410, 500, "Helvetica", 10, "ACTION: I. Crane"))
    assert last.looks.right
    assert not any(line.looks.right for line in drawn(tmp_path, *body(), wide))


def test_a_turned_page_has_looks_as_an_upright_one(tmp_path: Path) -> None:
    made = BytesIO()
    sheet = canvas.Canvas(made, pagesize=(842, 595), invariant=True)
    sheet.rotate(90)
    for left, bottom, font, size, words in [
        (72, -100, "Helvetica-Bold", 15, "Lock gates"),
        *((72, -130 - 14 * at, "Helvetica", 10, text) for at, text in enumerate(BODY)),
    ]:
        sheet.setFont(font, size)
        sheet.drawString(left, bottom, words)
    sheet.save()
    path = tmp_path / "turned.pdf"
    path.write_bytes(made.getvalue())
    heading, *text = clean(read_paper(path))
    assert (heading.text, round(heading.looks.size, 1), heading.looks.bold) == ("Lock gates", 1.5, True)
    assert {line.looks.size for line in text} == {1.0}


def test_the_styles_of_a_word_paper_are_its_looks() -> None:
    document = docx_of(("Lock gates", "Heading 2"), ("The keeper spoke.", ""))
    document.paragraphs[-1].add_run("")
    bold = document.add_paragraph()
    bold.add_run("RESOLVED").bold = True
    _, text, looks = read_word(saved(document))
    assert text.split("\n") == ["Lock gates", "The keeper spoke.", "RESOLVED"]
    assert [one.heading for one in looks] == [2, 0, 0]
    assert [one.bold for one in looks] == [True, False, True]


def test_the_tags_of_a_web_page_are_its_looks() -> None:
    html = (
        b"<h2>Lock <i>gates</i></h2><p>The <b>keeper</b> spoke.</p><p><strong>RESOLVED</strong></p><ul><li>a gate</ul>"
    )
    _, text, looks = read_html(html)
    told = {line: one for line, one in zip(text.split("\n"), looks, strict=True) if line}
    assert told["Lock gates"] == Looks(size=1.5, bold=True, heading=2)
    assert told["The keeper spoke."] == Looks(size=1.0)
    assert told["RESOLVED"] == Looks(size=1.0, bold=True)
    assert told["\u2022 a gate"].indent > 0


def test_plain_text_has_no_looks(tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    path.write_text("LOCK GATES\n\nThe keeper spoke.")
    assert {line.looks for line in clean(read_paper(path))} == {PLAIN}
    assert not PLAIN.known


def test_looks_come_through_the_pipe_from_the_reading_process_as_they_were() -> None:
    looks = (Looks(1.5, True, False, 2.0, 1, True, 3, 0.5, (4, 9)), PLAIN)
    sent = Page(1, "one\ntwo", PageState.TEXT, looks=looks)
    assert from_line(to_line(sent)).looks == looks


def test_sizes_are_given_over_the_one_in_which_most_letters_are_set() -> None:
    pages = [("Title\na long line of text", (Looks(20.0), Looks(10.0, indent=30.0))), ("more text", (Looks(10.0),))]
    (title, text), (more,) = in_proportion(pages)
    assert (title.size, text.size, text.indent, more.size) == (2.0, 1.0, 3.0, 1.0)
