"""Run-in minutes: titles and texts that share a line, and whole minutes that came as one paragraph, cut into lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from indexer.reading.lines import Line

# A line longer than this may hold several items or bullets.
LONG_LINE = 300
# Bullets inside a line, those of symbol fonts among them
_BULLET = re.compile(r"(?<!\s)\s+(?=[•▪●\uf0b7\uf0a7\uf076\uf0d8]\s)")
_NUMBER = re.compile(r"(?:(?<=[.?!:)’”\"\d\w])\s+)(?=(?P<a>\d{1,2})(?:\.(?P<b>\d{1,2})\.?|[.)])\s+[A-Z‘“])")
# The words with which the text behind a title opens
_TEXT_OPENS = re.compile(
    r"(?<!\s)\s+(?=(?:[–—-]\s+)?(?:The|There|It|This|These|An?|All|No|None|In|On|At|Following|After|Due|As|"
    r"Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Members|"
    r"Apologies (?:were|was|had|from)|RESOLVED|AGREED|Resolved|Agreed|Noted|Proposed|Moved)\b\.?)"
)
_VERB = re.compile(
    r"\b(?:was|were|had|has|have|is|are|would|will|said|noted|agreed|reported|advised|stated|thanked|asked|proposed|"
    r"moved|seconded|"
    r"received|approved|resolved|suggested|requested|attended|declared|confirmed|explained|presented|informed|none|no|"
    r"been)\b",
    re.I,
)
_HANGS = re.compile(r"(?:\b(?:of|for|to|and|the|on|in|at|by|from|with|or|a|an|as)|[,&(/–-])$", re.I)
# The labels of a saved page that part a title from what the agenda said and that from what was minuted
_LABEL = re.compile(
    r"(?:(?<=\s)|^)((?:Draft )?Minutes:|Decisions?:|Additional documents:|Supporting documents:)(?=\s|$)"
)
_CELL = re.compile(r"^(?P<number>\s*\d{1,4}[a-z]?\.?)\t")
_IN_MARGIN = re.compile(r"^\s{0,6}(?P<number>\d{1,4})(?:[ \t]{1,4}(?P<text>.*))?$")
# So many labels make a page one of this sort; so many lines, and this share of them, are numbered where the margin
# counts.
FEWEST_LABELS, FEWEST_COUNTED, COUNTED = 3, 20, 0.8
# A title says at least so much, and a verb comes within so many characters behind it.
MIN_TITLE, VERB_WITHIN = 4, 160


def title_and_text(line: str) -> tuple[str, str]:
    """The title with which a line opens and the text that runs on behind it, "" where the line is only a title."""
    for opens in _TEXT_OPENS.finditer(line):
        if opens.start() > LONG_LINE:
            break  # no title is so long; looking on costs the square of the line's length
        title, text = line[: opens.start()].strip(" –—-"), line[opens.end() :].lstrip(" –—-")
        if len(title) < MIN_TITLE or _HANGS.search(title) or title.endswith(("Cllr", "Councillor")):
            continue
        if _VERB.search(title) and not title.isupper():
            return line, ""
        if _VERB.search(text[:VERB_WITHIN]):
            return title, text
    dash = re.match(r"(?P<title>[A-Z][^.:;–]{3,80}?)\s*(?:[:–—]|\s-)\s+(?P<text>\S.{20,})$", line)
    if dash and not _VERB.search(dash["title"]) and _VERB.search(dash["text"][:VERB_WITHIN]):
        return dash["title"], dash["text"]
    return line, ""


def cut_long_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those that hold a whole list or several numbered items cut in front of each bullet and number."""
    if not any(len(line.text) > LONG_LINE for line in lines):
        return tuple(lines)
    cut: list[Line] = []
    last = 0
    for line in lines:
        if len(line.text) <= LONG_LINE:
            cut.append(line)
            continue
        for piece in _BULLET.split(line.text):
            for text, counted in _numbered(piece, last):
                last = counted
                cut += [Line(text, line.page, line.printed), Line("", line.page, line.printed)]
    return tuple(cut)


def cut_labels(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a saved page of minutes with "Minutes:" and its like on lines of their own, behind the title they follow."""
    if sum(_LABEL.search(line.text) is not None for line in lines) < FEWEST_LABELS:
        return tuple(lines)
    cut: list[Line] = []
    for line in lines:
        text = _CELL.sub(r"\g<number> ", line.text)
        pieces = _LABEL.split(text) if len(text) > MIN_TITLE + len("Minutes:") else [text]
        cut += [Line(piece.strip(), line.page, line.printed) for piece in pieces if piece.strip() or len(pieces) == 1]
    return tuple(cut)


def without_line_numbers(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines without the numbers that count them in the margin; as they are where nothing counts them."""
    found = [match for line in lines if line.text.strip() and (match := _IN_MARGIN.match(line.text))]
    written = sum(bool(line.text.strip()) for line in lines)
    if written < FEWEST_COUNTED or len(found) < COUNTED * written:
        return tuple(lines)
    counts = [int(match["number"]) for match in found]
    if sum(b == a + 1 or b == 1 for a, b in pairwise(counts)) < COUNTED * (len(counts) - 1):
        return tuple(lines)
    return tuple(
        Line(match["text"] or "", line.page, line.printed) if (match := _IN_MARGIN.match(line.text)) else line
        for line in lines
    )


def _numbered(text: str, last: int) -> Iterator[tuple[str, int]]:
    """A text cut in front of each number that goes on counting the items, each piece with the last number counted."""
    start = 0
    for match in _NUMBER.finditer(text):
        whole, inner = int(match["a"]), match["b"]
        if whole == last + 1 or (inner and whole == last):
            yield text[start : match.start()], last
            start, last = match.end(), whole
    yield text[start:], last
