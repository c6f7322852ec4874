"""What reading a file gives, and that no file can bring the reading down."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from crafted_files import (
    billion_laughs,
    docx_bomb,
    double_flate_bomb,
    looping_pages,
    mutated,
    page_pdf,
    pdf_of,
    raw_pdf,
    rewritten,
    said,
    scan_of,
    stream,
)
from forked import forked_children
from pypdf import PdfWriter
from reportlab.pdfgen import canvas

from indexer.reading.child import ENTRY
from indexer.reading.pages import Limits, Page, PageState, Reading
from indexer.reading.reader import Reader, read_paper, read_papers

SENTENCE = "The Board agreed the budget for the coming year and thanked the officers."

Give = Callable[[str, bytes], Path]


@pytest.fixture
def give(tmp_path: Path) -> Give:
    """Return what writes a file and gives its path."""

    def written(name: str, content: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return written


@pytest.fixture
def no_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take text recognition off the machine."""
    monkeypatch.setenv("PATH", "")


def states(reading: Reading) -> list[str]:
    """Return the states of the pages in their order."""
    return [page.state.value for page in reading.pages]


def test_pages_are_numbered_from_one_and_keep_their_lines(give: Give) -> None:
    reading = read_paper(give("a.pdf", pdf_of(["First line", "Second line"], ["Next page"])))
    assert reading.pages == (
        Page(1, "First line\nSecond line", PageState.TEXT),
        Page(2, "Next page", PageState.TEXT),
    )


def test_a_good_file_has_no_problem(give: Give) -> None:
    assert read_paper(give("a.pdf", pdf_of([SENTENCE]))).problem == ""


def test_the_title_is_that_of_the_files_own_description(give: Give) -> None:
    assert read_paper(give("a.pdf", pdf_of([SENTENCE], title="Budget  report"))).title == "Budget report"


def test_labels_do_not_touch_the_physical_numbers(give: Give) -> None:
    reading = read_paper(give("a.pdf", rewritten(pdf_of(["one"], ["two"], ["three"]), labels=True)))
    assert [(page.number, page.label) for page in reading.pages] == [(1, "i"), (2, "175"), (3, "176")]


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_turned_pages_read_like_upright_ones(give: Give, rotation: int) -> None:
    pdf = rewritten(pdf_of(["First line", "Second line"]), rotation=rotation)
    assert read_paper(give("a.pdf", pdf)).pages[0].text == "First line\nSecond line"


def test_landscape_pages_are_read(give: Give) -> None:
    assert read_paper(give("a.pdf", pdf_of([SENTENCE], size=(842, 595)))).pages[0].text == SENTENCE


def test_a_page_that_says_it_is_blank_is_text(give: Give) -> None:
    reading = read_paper(give("a.pdf", pdf_of(["This page is intentionally left blank"])))
    assert reading.pages[0].state is PageState.TEXT


def test_a_page_with_nothing_on_it_is_empty(give: Give) -> None:
    assert read_paper(give("a.pdf", pdf_of([SENTENCE], []))).pages[1] == Page(2, "", PageState.EMPTY)


def test_words_off_the_page_are_not_read(give: Give) -> None:
    pdf = page_pdf([said(b"on the page") + b" BT /F 12 Tf 72 2000 Td (off the page) Tj ET"])
    assert read_paper(give("a.pdf", pdf)).pages[0].text == "on the page"


def test_what_was_filled_into_a_form_is_read(give: Give) -> None:
    made = BytesIO()
    sheet = canvas.Canvas(made)
    sheet.drawString(72, 700, "Decision taken by:")
    sheet.acroForm.textfield(value="Councillor Ashdown", x=72, y=650, width=200)
    sheet.save()
    assert "Councillor Ashdown" in read_paper(give("a.pdf", made.getvalue())).pages[0].text


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
def test_a_scanned_page_is_recognised(give: Give) -> None:
    page = read_paper(give("a.pdf", scan_of(SENTENCE[:40], "Resolved: that the report be noted."))).pages[0]
    assert (page.state, page.text.splitlines()[-1]) == (PageState.OCR, "Resolved: that the report be noted.")


def test_a_scanned_page_without_recognition_is_unreadable_and_says_why(give: Give, no_recognition: None) -> None:
    reading = read_paper(give("a.pdf", scan_of(SENTENCE)))
    assert reading.pages == (Page(1, "", PageState.UNREADABLE, "a picture without text"),)
    assert reading.problem == "It could not be read: a picture without text."


def test_a_stamp_does_not_make_a_scan_a_page_of_text(give: Give, no_recognition: None) -> None:
    page = read_paper(give("a.pdf", scan_of(SENTENCE, stamp="Page 175"))).pages[0]
    assert (page.state, page.text) == (PageState.UNREADABLE, "Page 175")


def test_text_that_lies_unseen_under_a_scan_was_read_by_a_machine(give: Give) -> None:
    page = read_paper(give("a.pdf", scan_of(SENTENCE, underlay=[SENTENCE]))).pages[0]
    assert (page.state, page.text) == (PageState.OCR, SENTENCE)


def test_the_problem_names_the_pages_that_could_not_be_read(give: Give, no_recognition: None) -> None:
    writer, made = PdfWriter(), BytesIO()
    for part in (pdf_of([SENTENCE]), scan_of(SENTENCE)):
        writer.append(BytesIO(part))
    writer.write(made)
    reading = read_paper(give("a.pdf", made.getvalue()))
    assert reading.problem == "1 of 2 pages could not be read (2): a picture without text."


def test_an_encrypted_file_that_opens_without_a_password_is_read(give: Give) -> None:
    pdf = rewritten(pdf_of([SENTENCE]), user_password="")
    assert read_paper(give("a.pdf", pdf)).pages[0].text == SENTENCE


def test_a_file_that_needs_a_password_says_so(give: Give) -> None:
    pdf = rewritten(pdf_of([SENTENCE]), user_password="secret")
    assert read_paper(give("a.pdf", pdf)) == Reading((), problem="It is protected by a password.")


def test_an_empty_file_says_so(give: Give) -> None:
    assert read_paper(give("a.pdf", b"")).problem == "The file is empty (0 bytes)."


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    assert read_paper(tmp_path / "a.pdf").problem == "The file cannot be opened: there is no such file or folder."


@pytest.mark.parametrize("name", ["a\0b.pdf", os.fsdecode(b"caf\xe9.pdf"), "x" * 300 + ".pdf"])
def test_a_name_that_cannot_be_opened_is_no_error(tmp_path: Path, name: str) -> None:
    assert read_paper(tmp_path / name).problem.startswith("The file cannot be opened: ")


def test_a_folder_in_place_of_a_file_says_so(tmp_path: Path) -> None:
    assert read_paper(tmp_path).problem == "It is not an ordinary file."


def test_a_file_over_the_limit_is_not_opened(give: Give) -> None:
    path = give("a.pdf", pdf_of([SENTENCE]))
    with path.open("ab") as end:
        end.truncate(200_000_001)
    assert read_paper(path).problem == "The file is larger than 200 MB."


def test_too_many_pages_are_refused(give: Give) -> None:
    reading = read_paper(give("a.pdf", pdf_of(["one"], ["two"], ["three"])), limits=Limits(pages=2))
    assert reading.problem == "It has more than 2 pages."


def test_a_page_with_far_too_much_text_is_unreadable_and_the_next_is_read(give: Give) -> None:
    pdf = pdf_of([SENTENCE, SENTENCE], [SENTENCE])
    reading = read_paper(give("a.pdf", pdf), limits=Limits(page_characters=100))
    assert states(reading) == ["unreadable", "text"]


def test_garbage_says_that_it_is_no_pdf(give: Give) -> None:
    reading = read_paper(give("a.pdf", random.Random(1).randbytes(50_000)))
    assert reading.problem == "It is damaged, or not a PDF at all: no page could be found in it."


def test_a_file_cut_off_behind_its_pages_warns_that_some_may_be_missing(give: Give) -> None:
    whole = page_pdf([said(b"A page that is all there")])
    reading = read_paper(give("a.pdf", whole[: whole.index(b"%%EOF")]))
    assert reading.pages[0].text == "A page that is all there"
    assert reading.problem == "The end of the file is missing, and pages may be missing with it."


def test_a_web_page_named_pdf_is_read_as_what_it_is(give: Give) -> None:
    reading = read_paper(give("a.pdf", b"<!DOCTYPE html><html><body><p>Sign in</p></body></html>"))
    assert reading == Reading((Page(None, "Sign in", PageState.TEXT),))


def test_a_pdf_named_txt_is_read_as_what_it_is(give: Give) -> None:
    assert read_paper(give("a.txt", pdf_of([SENTENCE]))).pages == (Page(1, SENTENCE, PageState.TEXT),)


def test_text_and_markdown_stay_as_they_stand(give: Give) -> None:
    text = "# Minutes\n\n  **Item 3**  \t| a | b |\n\x0cNext\u00a0page \n\n\n"
    assert read_paper(give("a.md", text.encode())).pages == (Page(None, text, PageState.TEXT),)


def test_a_text_file_of_blanks_is_empty(give: Give) -> None:
    assert states(read_paper(give("a.txt", b" \n\n"))) == ["empty"]


def test_a_paper_with_nothing_in_it_says_so(give: Give) -> None:
    assert read_paper(give("a.txt", b" \n\n")).problem == "There is nothing in it to read: it is blank."
    assert read_paper(give("a.pdf", pdf_of([], []))).problem == "There is nothing in it to read: it is blank."
    assert read_paper(give("b.pdf", pdf_of([SENTENCE], []))).problem == ""


def test_binary_junk_named_txt_says_so(give: Give) -> None:
    assert read_paper(give("a.txt", random.Random(3).randbytes(5_000))).problem == "It holds binary data, not text."


def test_a_flate_bomb_is_one_unreadable_page(give: Give) -> None:
    reading = read_paper(give("a.pdf", double_flate_bomb()), limits=Limits(memory_bytes=400_000_000))
    assert reading.pages == (Page(1, "", PageState.UNREADABLE, "unpacks to far more than a page holds"),)


def test_a_page_that_brings_the_reader_down_does_not_cost_its_neighbours(give: Give) -> None:
    pdf = billion_laughs(before=[said(b"before")], after=[said(b"after")])
    reading = read_paper(give("a.pdf", pdf), limits=Limits(memory_bytes=400_000_000))
    assert [page.number for page in reading.pages] == [1, 2, 3]
    assert (reading.pages[0].text, reading.pages[2].text) == ("before", "after")


def test_a_page_that_takes_too_long_does_not_cost_its_neighbours(give: Give) -> None:
    pdf = billion_laughs(before=[said(b"before")], after=[said(b"after")])
    started = time.monotonic()
    reading = read_paper(give("a.pdf", pdf), limits=Limits(page_seconds=0.5))
    assert reading.pages[1] == Page(2, "", PageState.UNREADABLE, "the reader took too long on this page")
    assert (reading.pages[0].text, reading.pages[2].text) == ("before", "after")
    assert time.monotonic() - started < 10


def test_a_file_that_has_had_its_time_keeps_what_was_read(give: Give) -> None:
    pdf = billion_laughs(before=[said(b"before")], after=[said(b"after")])
    reading = read_paper(give("a.pdf", pdf), limits=Limits(seconds=1, seconds_a_page=0))
    assert states(reading) == ["text", "unreadable", "unreadable"]
    assert reading.pages[2].reason == "the time for this file had run out"


def test_a_looping_page_tree_ends(give: Give) -> None:
    assert set(states(read_paper(give("a.pdf", looping_pages())))) == {"unreadable"}


def test_a_page_count_that_lies_is_not_believed(give: Give) -> None:
    pdf = page_pdf([said(b"the only page")]).replace(b"/Count 1>>", b"/Count 10000000>>")
    assert [page.text for page in read_paper(give("a.pdf", pdf)).pages] == ["the only page"]


def test_a_drawing_within_itself_ends(give: Give) -> None:
    box = stream(b"/X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 1000 0 R>>>>")
    pdf = page_pdf([said(b"words") + b" /X Do"], resources=b"/XObject<</X 1000 0 R>>", more={1000: box})
    assert read_paper(give("a.pdf", pdf)).pages[0].text == "words"


@pytest.mark.parametrize("content", [b"q " * 2_000_000, b"[" * 2_000_000, b"(" * 2_000_000, b"<<" * 1_000_000])
def test_deep_nesting_on_a_page_ends_in_one_state(give: Give, content: bytes) -> None:
    assert len(read_paper(give("a.pdf", page_pdf([content]))).pages) == 1


def test_a_page_of_a_hundred_miles_does_not_exhaust_the_reader(give: Give, no_recognition: None) -> None:
    pdf = raw_pdf(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9999999 9999999]/Contents 4 0 R>>",
            4: stream(b"0 0 5000000 5000000 re f"),
        }
    )
    assert states(read_paper(give("a.pdf", pdf))) == ["unreadable"]


def test_a_word_file_that_unpacks_to_far_too_much_is_refused(give: Give) -> None:
    problem = read_paper(give("a.docx", docx_bomb())).problem
    assert problem == "The Word document unpacks to far more than it should hold."


def test_an_exhausted_memory_is_a_problem_and_no_error(give: Give) -> None:
    path = give("a.txt", b"word " * 30_000_000)
    problem = read_paper(path, limits=Limits(memory_bytes=250_000_000)).problem
    assert problem == "Reading it takes more memory than one file may have."


def test_a_file_that_says_too_much_is_refused(give: Give) -> None:
    problem = read_paper(give("a.txt", b"word " * 300_000), limits=Limits(characters=1_000_000)).problem
    assert problem == "It holds more than 1 million characters."


def test_a_hundred_thousand_nested_elements_are_read(give: Give) -> None:
    page = b"<html>" + b"<div>" * 100_000 + b"deep words" + b"</div>" * 100_000
    assert read_paper(give("a.html", page)).pages[0].text == "deep words"


def test_many_files_are_read_whatever_is_among_them(tmp_path: Path) -> None:
    contents = {f"good{number}.pdf": pdf_of([f"{SENTENCE} {number}"]) for number in range(6)}
    contents |= {"bad.pdf": b"%PDF-1.7 junk", "empty.pdf": b"", "notes.txt": b"Notes"}
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    readings = {path.name: reading for path, reading in read_papers([tmp_path / name for name in contents])}
    assert {name: bool(reading.pages) for name, reading in readings.items()} == {
        **dict.fromkeys((f"good{number}.pdf" for number in range(6)), True),
        "bad.pdf": False,
        "empty.pdf": False,
        "notes.txt": True,
    }


def test_the_same_path_twice_is_read_twice(give: Give) -> None:
    path = give("a.txt", b"Notes")
    assert [name for name, _ in read_papers([path, path])] == [path, path]


def test_no_paths_give_no_readings() -> None:
    assert list(read_papers([])) == []


def test_paths_are_taken_only_as_fast_as_readings_are(give: Give) -> None:
    path, taken = give("a.txt", b"Notes"), []
    readings = read_papers((taken.append(path) or path for _ in range(100)), workers=2)
    next(readings)
    readings.close()
    assert len(taken) == 4


def test_a_reading_left_halfway_leaves_no_process_behind(give: Give) -> None:
    slow = give("slow.pdf", billion_laughs(before=[], after=[]))
    others = children()
    readings = read_papers([give("a.txt", b"Notes"), slow], workers=2)
    next(readings)
    assert children() > others
    started = time.monotonic()
    readings.close()
    assert time.monotonic() - started < 3
    assert children() == others


def test_a_reader_found_dead_is_replaced_without_a_word(give: Give) -> None:
    path = give("a.pdf", pdf_of([SENTENCE]))
    others = children()
    with Reader(Limits()) as reader:
        reader.read(path)
        (process,) = children() - others
        os.kill(process, signal.SIGKILL)
        assert reader.read(path) == Reading((Page(1, SENTENCE, PageState.TEXT),))


def children() -> set[int]:
    """Return the reading processes that this one has started and that still run; an earlier test may have left the one
    that draws pages, which is kept for the next picture."""
    command = ["ps", "-ww", "--ppid", str(os.getpid()), "-o", "pid=,args="]
    listed = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return {int(line.split()[0]) for line in listed.splitlines() if "child_main" in line}


def test_the_reading_process_loads_no_search_engine_and_no_model() -> None:
    root = str(Path(__file__).parents[3])
    program = ENTRY.replace(
        "main(memory)",
        "import indexer.reading.formats.pdf, indexer.reading.formats.office.word, indexer.reading.formats.html; print(*sys.modules)",
    )
    run = subprocess.run([sys.executable, "-P", "-c", program, root, "0"], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in run.stdout.split()}
    assert loaded & {"torch", "chromadb", "transformers", "sqlite3", "numpy", "streamlit"} == set()


def assert_survives(tmp_path: Path, seeds: range) -> None:
    """Read mutated copies of three honest files; every one gives pages in a row or a problem."""
    labelled = rewritten(pdf_of([SENTENCE], [SENTENCE] * 20), labels=True)
    honest = [pdf_of([SENTENCE] * 30, [SENTENCE] * 20, title="Report"), scan_of(), labelled]
    paths = []
    for seed in seeds:
        paths.append(tmp_path / f"{seed}.pdf")
        paths[-1].write_bytes(mutated(honest[seed % 3], seed))
    read = 0
    for _, reading in read_papers(paths):
        assert reading.pages or reading.problem
        assert [page.number for page in reading.pages] in ([None], list(range(1, len(reading.pages) + 1)))
        read += 1
    assert read == len(seeds)


def test_sixty_mutated_files_are_read_or_reported(tmp_path: Path, no_recognition: None) -> None:
    assert_survives(tmp_path, range(60))


@pytest.mark.slow
def test_three_hundred_mutated_files_are_read_or_reported(tmp_path: Path, no_recognition: None) -> None:
    with forked_children():  # nearly each of them costs a reader
        assert_survives(tmp_path, range(1000, 1300))


def test_a_text_that_calls_itself_a_pdf_is_read_and_named(give: Give) -> None:
    reading = read_paper(give("a.pdf", SENTENCE.encode()))
    assert (reading.pages[0].text, reading.problem) == (SENTENCE, "It is no PDF but plain text, and was read as text.")


def test_a_pdf_without_pages_says_so(give: Give) -> None:
    writer, made = PdfWriter(), BytesIO()
    writer.write(made)
    assert read_paper(give("a.pdf", made.getvalue())) == Reading((), problem="It has no pages.")
