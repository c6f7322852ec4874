"""Lines to paragraphs: wrapped lines are joined, also across a page turn; table rows and headings stay alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import quantiles

from indexer.forms.lists.marks import (
    BULLET,
    ENDED_LINE,
    HYPHEN_AT_END,
    LETTERS,
    NUMBER_WITH_MARK,
    PARAGRAPH_LABEL,
)
from indexer.sections.section import Line

LONGEST_HEADING = 110  # characters; longer lines are text
WIDE = 0.8  # share of the usual full line under which a line was ended by its writer, not by the margin


class BlockKind(StrEnum):
    """What a block of lines is."""

    TEXT = "text"
    HEADING = "heading"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or table row in one string; pages as in Section."""

    text: str
    kind: BlockKind
    page: int | None
    page_end: int | None
    printed: str = ""


def paragraphs(lines: Sequence[Line]) -> Iterator[Block]:
    """The blocks of a run of lines in reading order."""
    full = _full_width(lines)
    run: list[Line] = []
    gap = False
    for line in lines:
        if not line.text.strip():
            gap = True
            continue
        # A page turns in the middle of a sentence, and leaves a blank line in it.
        if run and (_starts_anew(run, line, full) or (gap and not _goes_on(run[-1], line))):
            yield _block(run)
            run = []
        run.append(line)
        gap = False
    if run:
        yield _block(run)


def _full_width(lines: Sequence[Line]) -> float:
    """Characters of a full line: where lines are wrapped, the usual longest; 0 where every line is a paragraph."""
    lengths = [len(line.text) for line in lines if line.text.strip() and "\t" not in line.text]
    if len(lengths) < 4:
        return 0.0
    top = quantiles(lengths, n=10)[-1]
    return top if top <= 130 else 0.0  # no page prints lines this long: the text came unwrapped


def _starts_anew(run: Sequence[Line], line: Line, full: float) -> bool:
    before = run[-1].text.rstrip()
    now = line.text
    # Rows of a table are never joined: "Dues 4" and "Fees 5" would read as one sum.
    if "\t" in now or "\t" in before or "|" in now[:2]:
        return True
    if BULLET.match(now) or NUMBER_WITH_MARK.match(now) or PARAGRAPH_LABEL.match(now):
        return True
    # "Background" over the text; but "FUTURE OF THE" over "QUAY WALL" is one heading.
    if len(run) == 1 and is_heading(before) and not _wrapped_heading(before, now):
        return True
    # Where every line is a paragraph, its length shows nothing: only a full stop ends it.
    if full == 0.0:
        return bool(ENDED_LINE.search(before)) or is_heading(now)
    # Text wraps at the margin: a line well short of it was ended by whoever wrote it.
    ended_early = len(before) < WIDE * full
    return (ended_early and (bool(ENDED_LINE.search(before)) or now[:1].isupper())) or (
        bool(ENDED_LINE.search(before)) and is_heading(now)
    )


def _goes_on(before: Line, line: Line) -> bool:
    """True where a blank line stands inside a sentence, as at a page turn."""
    start = line.text.lstrip()[:1]
    text = before.text.rstrip()
    return (
        bool(text)
        and not ENDED_LINE.search(text)
        and start.islower()
        and not is_heading(text)
        and "\t" not in line.text
    )


def _wrapped_heading(before: str, now: str) -> bool:
    """True where two lines of capitals, or a heading and its lower-case rest, are one heading."""
    return (before.isupper() and now.isupper()) or now[:1].islower()


def is_heading(text: str) -> bool:
    """True for a short line that names what follows rather than saying something."""
    bare = text.strip().strip("*").strip()
    if not 3 <= len(bare) <= LONGEST_HEADING or _is_entry(text) or not any(map(str.isalpha, bare)):
        return False
    if bare.isupper() or (text.strip().startswith("**") and text.strip().endswith("**")):
        return True
    return len(bare) <= 80 and (bare[:1].isupper() or bare[:1].isdigit()) and _has_capitals(bare)


def _is_entry(text: str) -> bool:
    """True for a row of a table, an entry of a list and the end of a sentence, however short."""
    bare = text.strip().strip("*").strip()
    return "\t" in text or bare.endswith((".", ",", ";", "?")) or BULLET.match(text) is not None


def _has_capitals(text: str) -> bool:
    """True where most of the longer words have a capital: "Future of the Baths" has, a sentence has not."""
    words = [word for word in LETTERS.findall(text) if len(word) > 3]
    return bool(words) and sum(word[0].isupper() for word in words) / len(words) >= 0.6


def join(pieces: Iterable[str]) -> str:
    """Wrapped lines as one; a hyphen at a line's end keeps its word together."""
    whole = ""
    for piece in (p.strip() for p in pieces):
        glue = "" if not whole or HYPHEN_AT_END.search(whole) else " "
        whole += glue + piece
    return whole


def _block(run: Sequence[Line]) -> Block:
    text = run[0].text.strip("\n ") if len(run) == 1 else join(line.text for line in run)
    row = "\t" in run[0].text
    kind = BlockKind.ROW if row else BlockKind.HEADING if is_heading(text) else BlockKind.TEXT
    return Block(text, kind, run[0].page, run[-1].page, run[0].printed)
