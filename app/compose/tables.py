"""Tables as they are read: a row of figures says little without the lines at their head."""

from __future__ import annotations

import re
from collections.abc import Sequence

# "South (Netherfold) 1,466 1,109 83", "Victoria\t168.8": a label, then figures to the end.
ROW = re.compile(r"^(?=.*[A-Za-z]{2})(?:.*[\s(])?[£(+-]*\d[\d,.]*\s?(?:%|m|k|bn)?[)*]*$", re.IGNORECASE)
NUMBERED = re.compile(r"^\W*\d{1,2}(?:\.\d{1,2})+\s")  # a paragraph of a report
SENTENCE = re.compile(r"[.;:!?]$")
LONGEST_ROW = 14  # words of a row; with more it is prose that ends in a figure
MOST_LINES = 4  # of a table's head, whose cells may each stand on a line


def table_heads(lines: Sequence[str]) -> list[tuple[int, ...]]:
    """For each line the places of the lines at the head of its table; none where it is no row of one."""
    heads: list[tuple[int, ...]] = []
    open_head: list[int] = []
    head: tuple[int, ...] = ()
    for place, line in enumerate(lines):
        if _is_row(line):
            head = head or tuple(open_head[-MOST_LINES:])
            heads.append(head)
            continue
        heads.append(())
        prose = bool(SENTENCE.search(line) or NUMBERED.match(line))
        open_head = [] if prose else [place] if head else [*open_head, place]
        head = ()
    return heads


def _is_row(line: str) -> bool:
    if SENTENCE.search(line) or NUMBERED.match(line):
        return False
    return bool(ROW.match(line)) and len(re.findall(r"[A-Za-z]{2,}", line)) <= LONGEST_ROW
