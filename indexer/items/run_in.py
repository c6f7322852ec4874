"""Run-in minutes: titles and texts that share a line, and whole minutes that came as one paragraph, cut into lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indexer.reading.lines import Line

# A line longer than this may hold several items or bullets.
LONG_LINE = 300
# Bullets inside a line, those of symbol fonts among them
_BULLET = re.compile(r"\s+(?=[•▪●\uf0b7\uf0a7\uf076\uf0d8]\s)")
_NUMBER = re.compile(r"(?:(?<=[.?!:)’”\"\d\w])\s+)(?=(?P<a>\d{1,2})(?:\.(?P<b>\d{1,2})\.?|[.)])\s+[A-Z‘“])")
# The words with which the text behind a title opens
_TEXT_OPENS = re.compile(
    r"\s+(?=(?:[–—-]\s+)?(?:The|There|It|This|These|An?|All|No|None|In|On|At|Following|After|Due|As|"
    r"Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Members|"
    r"Apologies (?:were|was|had|from)|RESOLVED|AGREED|Resolved|Agreed|Noted|Proposed|Moved)\b\.?)"
)
_VERB = re.compile(
    r"\b(?:was|were|had|has|have|is|are|would|will|said|noted|agreed|reported|advised|stated|thanked|asked|proposed|moved|seconded|"
    r"received|approved|resolved|suggested|requested|attended|declared|confirmed|explained|presented|informed|none|no|been)\b",
    re.I,
)
_HANGS = re.compile(r"(?:\b(?:of|for|to|and|the|on|in|at|by|from|with|or|a|an|as)|[,&(/–-])$", re.I)
# A title says at least so much, and a verb comes within so many characters behind it.
MIN_TITLE, VERB_WITHIN = 4, 160


def title_and_text(line: str) -> tuple[str, str]:
    """The title with which a line opens and the text that runs on behind it, "" where the line is only a title."""
    for opens in _TEXT_OPENS.finditer(line):
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


def _numbered(text: str, last: int) -> Iterator[tuple[str, int]]:
    """A text cut in front of each number that goes on counting the items, each piece with the last number counted."""
    start = 0
    for match in _NUMBER.finditer(text):
        whole, inner = int(match["a"]), match["b"]
        if whole == last + 1 or (inner and whole == last):
            yield text[start : match.start()], last
            start, last = match.end(), whole
    yield text[start:], last
