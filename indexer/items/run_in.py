"""Run-in minutes: titles and texts that share a line, and whole minutes that came as one paragraph, cut into lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from indexer.forms.lists.run_in import (
    BULLET_INSIDE,
    HANGS,
    IN_MARGIN,
    MINUTE_IN_CELLS,
    MINUTE_INSIDE,
    NUMBER_CELL,
    NUMBER_INSIDE,
    PAGE_LABELS,
    TEXT_OPENS,
    TITLE_DASH_TEXT,
    VERB,
)
from indexer.reading.lines import Line

# A line longer than this may hold several items or bullets.
LONG_LINE = 300
# So many labels make a page one of this sort; so many lines, and this share of them, are numbered where the margin
# counts.
FEWEST_LABELS, FEWEST_COUNTED, COUNTED = 3, 20, 0.8
# So many paragraphs with number, title and text between tabs make minutes of this sort.
FEWEST_IN_CELLS = 3
# From one number of a minute to the next no more than this is left out.
MOST_LEFT_OUT = 3
# A title says at least so much, and a verb comes within so many characters behind it.
MIN_TITLE, VERB_WITHIN = 4, 160


def title_and_text(line: str) -> tuple[str, str]:
    """The title with which a line opens and the text that runs on behind it, "" where the line is only a title."""
    for opens in TEXT_OPENS.finditer(line):
        if opens.start() > LONG_LINE:
            break  # no title is so long; looking on costs the square of the line's length
        title, text = line[: opens.start()].strip(" –—-"), line[opens.end() :].lstrip(" –—-")
        if _hangs(title):
            continue
        # "The Clerk reported. The fee was set." is a text of two sentences, with no title in front.
        if VERB.search(title) and not title.isupper():
            return line, ""
        if VERB.search(text[:VERB_WITHIN]):
            return title, text
    dash = TITLE_DASH_TEXT.match(line)
    if dash and not VERB.search(dash["title"]) and VERB.search(dash["text"][:VERB_WITHIN]):
        return dash["title"], dash["text"]
    return line, ""


def _hangs(title: str) -> bool:
    """True where a title cannot end: "Report of Cllr" ends in a full stop only because the title of a person does."""
    return len(title) < MIN_TITLE or HANGS.search(title) is not None or title.endswith(("Cllr", "Councillor"))


def cut_long_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those that hold a whole list or several numbered items cut in front of each bullet and number."""
    if not any(len(line.text) > LONG_LINE for line in lines):
        return tuple(lines)
    cut: list[Line] = []
    last = 0
    counting = _counting(lines)
    for line in lines:
        if len(line.text) <= LONG_LINE:
            cut.append(line)
            continue
        for piece in _pieces(line.text, counting):
            for text, counted in _numbered(piece, last):
                last = counted
                cut += [Line(text, line.page, line.printed), Line("", line.page, line.printed)]
    return tuple(cut)


def cut_labels(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a saved page of minutes with "Minutes:" and its like on separate lines, after the title they
    follow.
    """
    if sum(PAGE_LABELS.search(line.text) is not None for line in lines) < FEWEST_LABELS:
        return tuple(lines)
    cut: list[Line] = []
    for line in lines:
        text = NUMBER_CELL.sub(r"\g<number> ", line.text)
        pieces = PAGE_LABELS.split(text) if len(text) > MIN_TITLE + len("Minutes:") else [text]
        cut += [Line(piece.strip(), line.page, line.printed) for piece in pieces if piece.strip() or len(pieces) == 1]
    return tuple(cut)


def cut_minutes_in_cells(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those with number, title and text between tabs cut behind the title: such a text is no owner."""
    if sum(MINUTE_IN_CELLS.match(line.text) is not None for line in lines) < FEWEST_IN_CELLS:
        return tuple(lines)
    cut: list[Line] = []
    for line in lines:
        match = MINUTE_IN_CELLS.match(line.text)
        pieces = (f"{match['number']} {match['title'].strip()}", "", match["text"]) if match else (line.text,)
        cut += [Line(piece, line.page, line.printed, line.looks) for piece in pieces]
    return tuple(cut)


def without_line_numbers(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines without the numbers that count them in the margin; as they are where nothing counts them."""
    written = [line for line in lines if line.text.strip()]
    found = [match for line in written if (match := IN_MARGIN.match(line.text))]
    if len(written) < FEWEST_COUNTED or len(found) < COUNTED * len(written):
        return tuple(lines)
    counts = [int(match["number"]) for match in found]
    # Lines that begin with figures may be a table of them: only numbers that count on are in the margin.
    if sum(b in (a + 1, 1) for a, b in pairwise(counts)) < COUNTED * (len(counts) - 1):
        return tuple(lines)
    return tuple(map(_without_number, lines))


def _without_number(line: Line) -> Line:
    match = IN_MARGIN.match(line.text)
    return Line(match["text"] or "", line.page, line.printed) if match else line


def _pieces(text: str, counting: Set[str]) -> Iterator[str]:
    """A text cut in front of each bullet, and of each number of a minute that is one of those given."""
    for piece in BULLET_INSIDE.split(text):
        start = 0
        for match in MINUTE_INSIDE.finditer(piece):
            if match["number"] in counting:
                yield piece[start : match.start()]
                start = match.start()
        yield piece[start:]


def _counting(lines: Sequence[Line]) -> frozenset[str]:
    """The numbers of minutes inside long lines ("94/31 Hedges") that count on from each other; none where few do."""
    found: list[tuple[str, int, str]] = []
    for line in lines:
        for match in MINUTE_INSIDE.finditer(line.text) if len(line.text) > LONG_LINE else ():
            count = int(match["a"])
            if not found or (match["b"] == found[-1][2] and found[-1][1] < count <= found[-1][1] + MOST_LEFT_OUT):
                found.append((match["number"], count, match["b"]))
    return frozenset(number for number, _, _ in found) if len(found) > FEWEST_LABELS else frozenset()


def _numbered(text: str, last: int) -> Iterator[tuple[str, int]]:
    """A text cut in front of each number that goes on counting the items, each piece with the last number counted."""
    start = 0
    for match in NUMBER_INSIDE.finditer(text):
        whole, inner = int(match["a"]), match["b"]
        if whole == last + 1 or (inner and whole == last):
            yield text[start : match.start()], last
            start, last = match.end(), whole
    yield text[start:], last
