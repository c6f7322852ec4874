"""HTML files: the words that a browser would show, line by line, with nothing fetched and nothing run.

Read as a stream of tags, so that no depth of nesting can exhaust it. Left out as well is what stands on every page of a
web site (menus, search, cookies), and what is struck through: words taken back.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from indexer.reading.formats.format import decode
from indexer.reading.formats.html_looks import Tone, bare, looks_of, marked, without_menu
from indexer.reading.formats.html_page import Sheet, within_main
from indexer.reading.looks import Looks
from indexer.reading.superscripts import superscript

UNSEEN_NAMES = """
    audio button canvas datalist del dialog iframe math noscript object s script select strike style svg template video
"""
UNSEEN = frozenset(UNSEEN_NAMES.split())
"""Elements whose content is not read: programs, drawings, foreign pages, choices not made, and words taken back."""

VOID_NAMES = """
    area base br col embed hr img input link meta param source track wbr
"""
VOID = frozenset(VOID_NAMES.split())

BLOCKS_NAMES = """
    address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol optgroup option p pre search
    section summary ul
"""
BLOCKS = frozenset(BLOCKS_NAMES.split())
"""Elements that stand on separate lines."""

ENDS_RAISED = BLOCKS | {"table", "tr", "td", "th"}
"""Elements with which a superscript ends that was left open."""

NEVER_NESTED = frozenset(("p", "option", "dd", "dt"))
"""Elements that end where the next of their name begins."""

LEAST_SHARE = 0.2
"""The share of a page's text that is left at least when the site around a paper is left out."""

LAYOUT_CELL = 300
"""Characters from which a table cell is taken for a column of a page, which keeps its lines, not for a datum."""

LABEL_LINE = re.compile(r"^\w[\w ]{2,24}:$")
"""A label on its own line in a table cell: what stands below it is a text, not a datum."""

CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)""", re.I)


def read_html(data: bytes) -> tuple[str, str, tuple[Looks, ...]]:
    """Return (title, visible text, looks of its lines): blocks on separate lines, table cells between tabs."""
    whole = _decoded(data)
    page = within_main(whole)
    title, text = _read(page, Sheet.of(page))
    every = _read(whole, Sheet.of(whole, site=True))[1]
    if len(text) < LEAST_SHARE * len(every):  # what looked like the site's furniture was the paper
        text = every
    lines = without_menu(text.split("\n"))
    return title, "\n".join(bare(line) for line in lines), tuple(looks_of(line) for line in lines)


def _read(page: str, sheet: Sheet) -> tuple[str, str]:
    """Return (title, text with the marks of its looks) of a page."""
    reader = _Reader(sheet)
    reader.feed(page)
    reader.close()
    return " ".join("".join(reader.title).split()), reader.text()


def _decoded(data: bytes) -> str:
    """Return the text of the file in the encoding that it names; raises Unreadable when it is not text."""
    named = CHARSET.search(data[:4096])
    if named and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = named.group(1).decode("ascii", "ignore").lower()
        encoding = "cp1252" if encoding in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii") else encoding
        try:
            return data.decode(encoding)
        except (LookupError, UnicodeError):
            pass
    return decode(data)


BREAK = "\0"
"""Stands for a line break among the parts, where a "\\n" of the source is only a space."""


@dataclass(slots=True)
class _Frame:
    """Text under collection: of the page, of a table (whose `row` is the one being filled) or of a table cell."""

    kind: str
    parts: list[str] = field(default_factory=list)
    row: list[str] = field(default_factory=list)
    has_table: bool = False

    def lines(self) -> list[str]:
        """Return the lines without the spaces and line ends that a browser does not show."""
        lines = "".join(self.parts).split(BREAK)
        return [re.sub(r"[ \n\r\f\v]+", " ", line).strip(" ") for line in lines]

    def cell(self) -> str:
        """Return the text of a cell: on one line, or with its lines when it is a column of a page."""
        lines = [line for line in self.lines() if line.strip()]
        one_line = " ".join(lines)
        labelled = any(LABEL_LINE.match(line) for line in lines[1:])
        return BREAK.join(lines) if self.has_table or labelled or len(one_line) > LAYOUT_CELL else one_line


class _Reader(HTMLParser):
    """Collects the visible text of a page."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(convert_charrefs=True)
        self._sheet = sheet
        self._tone = Tone()
        self.title: list[str] = []
        self._frames = [_Frame("page")]
        self._lists: list[int] = []  # the last number of every open list, -1 for one without numbers
        self._unseen = ""  # the outermost unseen element, and how many of its name are open
        self._unseen_depth = 0
        self._in_title = False
        self._preformatted = False
        self._raised = False  # within a superscript

    def text(self) -> str:
        """Return the text of the page; call it when all has been fed."""
        while len(self._frames) > 1:
            self._end(self._frames[-1].kind)
        return re.sub("\n{3,}", "\n\n", "\n".join(self._frames[0].lines())).strip("\n")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._unseen and tag == self._unseen and tag in NEVER_NESTED:
            self._unseen = ""
        if self._unseen:
            self._unseen_depth += tag == self._unseen
            return
        given = dict(attrs)
        if tag not in VOID and (tag in UNSEEN or self._sheet.leaves_out(tag, given)):
            self._unseen, self._unseen_depth = tag, 1
            if tag in BLOCKS:
                self._frames[-1].parts.append(BREAK)
        elif tag == "title":
            self._in_title = True
        elif tag in ("table", "tr", "td", "th"):
            self._start_of_table(tag)
        elif tag == "br" or tag in BLOCKS:
            self._frames[-1].parts.append(BREAK)
            self._start_of_list(tag, given.get("start") or "")
        self._tone.open(tag)
        self._preformatted = self._preformatted or tag == "pre"
        self._raised = tag == "sup" or (self._raised and tag not in ENDS_RAISED)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # a browser takes <div/> for <div>

    def handle_endtag(self, tag: str) -> None:
        if self._unseen:
            self._unseen_depth -= tag == self._unseen
            if self._unseen_depth <= 0:
                self._unseen = ""
            return
        self._tone.close(tag)
        if tag == "title":
            self._in_title = False
        elif tag in ("td", "th"):
            self._end("cell")
        elif tag in ("tr", "table"):
            self._end(tag)
        elif tag in BLOCKS:
            self._frames[-1].parts.append(BREAK)
            if tag in ("ol", "ul") and self._lists:
                self._lists.pop()
            self._preformatted = self._preformatted and tag != "pre"
        self._raised = self._raised and tag != "sup" and tag not in ENDS_RAISED

    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        if self._in_title:
            self.title.append(data)
            return
        if self._frames[-1].kind != "table" or data.strip():
            line_end = BREAK if self._preformatted else "\n"
            data = superscript(data) if self._raised else data
            data = bare(data).replace(BREAK, "").replace("\t", " ").replace("\n", line_end)
            self._frames[-1].parts.append(marked(data, self._tone))

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Return where the text goes on after "<![...", which a browser takes for a comment."""
        end = self.rawdata.find(">", i)
        return end + 1 if end >= 0 else -1

    def _start_of_list(self, tag: str, start: str) -> None:
        """Begin a list, or an item with its number or bullet."""
        if tag == "ul":
            self._lists.append(-1)
        elif tag == "ol":
            self._lists.append(int(start) - 1 if re.fullmatch(r"[0-9]{1,6}", start) else 0)
        elif tag == "li":
            bullet = not self._lists or self._lists[-1] < 0
            if not bullet:
                self._lists[-1] += 1
            self._frames[-1].parts.append("\u2022 " if bullet else f"{self._lists[-1]}. ")

    def _start_of_table(self, tag: str) -> None:
        """Begin a table, a row or a cell; a row or cell that was left open ends before."""
        if tag == "table":
            self._frames[-1].has_table = True
            self._frames.append(_Frame("table"))
            return
        self._end("cell")
        if tag == "tr":
            self._end("tr")
        elif self._frames[-1].kind == "table":
            self._frames.append(_Frame("cell"))

    def _end(self, what: str) -> None:
        """End the innermost cell, row or table and put its text where it belongs; nothing when none is open."""
        if what != "cell":
            self._end("cell")
        top = self._frames[-1]
        if what == top.kind == "cell":
            self._frames.pop()
            self._frames[-1].row.append(top.cell())
        elif what != "cell" and top.kind == "table":
            if any(top.row):
                top.parts.append("\t".join(top.row) + BREAK)
            top.row = []
            if what == "table":
                self._frames.pop()
                self._frames[-1].parts.append(BREAK + "".join(top.parts) + BREAK)
