"""PDFs, Word files and pages of HTML, broken in every way: each is read or reported, within its time.

BOARD_PAPERS_MUTATED says how many; `make fuzz` makes many. The files are always the same ones for a number.
"""

from __future__ import annotations

import os
import random
import time
import zipfile
from copy import deepcopy
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.shared import Pt
from lxml import etree

from corpus.papers import Paper
from indexer.reading.pages import Limits, Reading
from indexer.reading.reader import read_papers
from indexer.understanding import understood, with_findings
from tests.forked import forked_children
from tests.indexer.crafted_files import mutated, pdf_of, rewritten, scan_of

MUTATED = int(os.environ.get("BOARD_PAPERS_MUTATED", "24"))
LONGEST = 60.0  # seconds that our own rules may take for what is left of a file of a few pages

MINUTES = """HARBOUR COMMITTEE
Minutes of a meeting of the Harbour Committee held in the Net Loft on Monday, 4 March 2019.
Present: Councillor Una Thole (Chair) and Councillor Ivo Kerr
1. Apologies for absence
None.
2. Lamp on the north mole
The lamp had failed in two gales.
RESOLVED that the lamp be replaced before the autumn.
For: 3, Against: 1""".split("\n")


def word_file() -> bytes:
    """Minutes as a Word file, with a heading, a list, a table, a footer and a picture's worth of parts."""
    document, made = docx.Document(), BytesIO()
    document.add_heading(MINUTES[0], 1)
    for line in MINUTES[1:]:
        document.add_paragraph(line, style="List Number" if line[:1].isdigit() else None).runs[0].font.size = Pt(11)
    table = document.add_table(rows=3, cols=3)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"{number * 1_250}" if number % 3 else f"Dues at quay {number}"
    document.sections[0].footer.paragraphs[0].text = "Page 7"
    document.save(made)
    return made.getvalue()


def mutated_inside(honest: bytes, seed: int) -> bytes:
    """A Word file that is whole as an archive, with one of its parts broken: as bytes, or as XML that is well formed."""
    dice, made = random.Random(seed), BytesIO()
    with zipfile.ZipFile(BytesIO(honest)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "word/document.xml" if seed % 2 else dice.choice([one for one in parts if one.endswith((".xml", ".rels"))])
    parts[name] = grown(parts[name], dice) if seed % 4 else mutated(parts[name], seed)
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, content in parts.items():
            archive.writestr(one, content)
    return made.getvalue()


def grown(xml: bytes, dice: random.Random) -> bytes:
    """XML whose elements are copied into others, emptied, taken out, deeply nested, or given odd values."""
    root = etree.fromstring(xml)
    for _ in range(dice.choice((1, 5, 50))):
        elements = list(root.iter("*"))
        one, other = dice.choice(elements), dice.choice(elements)
        match dice.randrange(5):
            case 0:
                other.append(deepcopy(one)) if len(one) < 50 else one.clear()
            case 1:
                one.text = dice.choice(("", "\u202e\u200b", "9" * 5_000, " " * 5_000, "RESOLVED that " * 300, "12.£4"))
            case 2 if one.getparent() is not None:
                one.getparent().remove(one)
            case 3:
                for attribute in one.attrib:
                    one.set(attribute, dice.choice(("", "-1", "999999999999", "NaN", "w:p", "\U0001f4a3")))
            case _:
                for _ in range(dice.choice((3, 60))):
                    one = etree.SubElement(one, other.tag)
    return etree.tostring(root)


def html_file() -> bytes:
    rows = "".join(f"<tr><th>Quay {number}</th><td>{number * 1_250}</td></tr>" for number in range(5))
    text = "".join(f"<p>{line}</p>" for line in MINUTES)
    return f"<!doctype html><html><body><h1>Minutes</h1>{text}<table>{rows}</table></body></html>".encode()


def broken(seed: int) -> tuple[str, bytes]:
    """The name and the content of a broken file."""
    honest = (
        ("a.pdf", lambda: mutated(pdf_of(MINUTES * 3, MINUTES, title="Report"), seed)),
        ("b.docx", lambda: mutated_inside(word_file(), seed)),
        ("c.pdf", lambda: mutated(rewritten(pdf_of(MINUTES, MINUTES * 2), labels=True), seed)),
        ("d.docx", lambda: mutated(word_file(), seed)),
        ("e.pdf", lambda: mutated(scan_of(*MINUTES), seed)),
        ("f.docx", lambda: mutated_inside(word_file(), seed)),
        ("g.html", lambda: mutated(html_file(), seed)),
    )
    name, make = honest[seed % len(honest)]
    return f"{seed}-{name}", make()


def test_every_broken_file_is_read_or_reported_within_its_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")  # text recognition has its own limits, and would take minutes
    paths = []
    for seed in range(MUTATED):
        name, content = broken(seed)
        paths.append(tmp_path / name)
        paths[-1].write_bytes(content)
    limits, count, with_pages, last, slowest = Limits(), 0, 0, time.monotonic(), 0.0
    with forked_children():  # nearly each of them costs a reader
        for path, reading in read_papers(paths, workers=1):
            taken, count = time.monotonic() - last, count + 1
            assert taken < limits.seconds + len(reading.pages) * limits.seconds_a_page, path.name
            assert reading.pages or reading.problem, path.name
            with_pages += bool(reading.pages)
            slowest = max(slowest, taken, understand(path, reading))
            last = time.monotonic()
    print(f"{count} files, {with_pages} with pages, the slowest took {slowest:.1f} s")
    assert count == MUTATED


def understand(path: Path, reading: Reading) -> float:
    """The seconds that our rules took; a rule that failed or took too long fails the test."""
    started = time.monotonic()
    held, _, _ = with_findings(understood(Paper(path.name, "0" * 64, 1, 0), reading, ()))
    assert held.reading.problem == reading.problem, path.name
    assert time.monotonic() - started < LONGEST, path.name
    return time.monotonic() - started
