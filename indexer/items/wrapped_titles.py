"""Titles of items that wrap over several lines: where a title ends and the text under it begins.

whole_title(lines, heading)   -> the title, and how many lines it takes up
"""

from __future__ import annotations

from collections.abc import Sequence

from indexer.forms.lists.headings import AGENDA_REFERENCE, NO_TITLE, TELLS
from indexer.items.numbering_runs import Numbered
from indexer.reading.lines import Line

# Titles wrap over at most this many further lines.
MAX_WRAPS = 4
# The usual longest line of a page of wrapped text; longer lines are paragraphs that came unwrapped.
WRAPPED_WIDTH = 130
# Shorter lines in capitals are separate words ("RESOLVED").
SECOND_TITLE = 20
# A title ends here at the latest.
MAX_TITLE = 300
# A title does not end in these.
HANGING = ("-", "–", ",", "&", " and", " of", " the", " for", " to", " in", " with", " on", " from")


def whole_title(lines: Sequence[Line], heading: Numbered) -> tuple[str, int]:
    """The title of an item, put together where it wraps, and how many lines it takes up."""
    title, used = heading.title, 1
    while used < min(len(lines), MAX_WRAPS + 3):
        text = lines[used].text.strip()
        if text.strip("().") == heading.number:  # the number stands below the title
            return title, used + 1
        # The first line of the text: "The Clerk reported that ...".
        if text and not _has_rest(title, lines, used):
            break
        if not text and title and not _second_language(title, lines[used + 1 :]):
            break
        title, used = f"{title} {text}".strip() if text else title, used + 1
    return title, used


def _has_rest(title: str, lines: Sequence[Line], at: int) -> bool:
    """True where a line goes on with a title; a reference to the agenda below it does not."""
    text = lines[at].text.strip()
    return not AGENDA_REFERENCE.match(text) and _title_goes_on(title, lines[at - 1].text, text, lines[at:])


def _second_language(title: str, rest: Sequence[Line]) -> bool:
    """True where a title in capitals is printed again below it in another language."""
    below = next((line.text.strip() for line in rest if line.text.strip()), "")
    return (
        title.isupper() and below.isupper() and len(below) > SECOND_TITLE and below.endswith(".") == title.endswith(".")
    )


def _title_goes_on(title: str, before: str, text: str, rest: Sequence[Line]) -> bool:
    """True where a line is the rest of a wrapped title and not the first of the text under it."""
    if not title:
        return True
    # "Councillor Ash declared an interest" below a title is text, however short the title.
    if len(title) + len(text) > MAX_TITLE or NO_TITLE.match(text):
        return False
    # "Quay wall (Minute 14" over "of the last meeting)".
    if title.count("(") > title.count(")"):
        return True
    # "FUTURE OF THE QUAY" over "WALL AT MILL LANE"; but "THE QUAY." over "RESOLVED" is a title and a word of its text.
    if title.isupper() and text.isupper() and len(text) > 3:
        return not before.rstrip().endswith(".") or len(text) > SECOND_TITLE
    return _refers_below(rest) or _hangs_together(title, before, text)


def _refers_below(rest: Sequence[Line]) -> bool:
    """True where a reference to the agenda follows: it stands below the whole title, however often that wraps."""
    return any(AGENDA_REFERENCE.match(line.text) for line in rest[: MAX_WRAPS + 1])


def _hangs_together(title: str, before: str, text: str) -> bool:
    """True where neither the title nor the line below it ends, and one of them cannot stand alone."""
    if text.endswith((".", ":", ";")) or title.endswith((".", "?", "!", ")", "*")):
        return False
    return title.endswith(HANGING) or _is_rest(before, text)


def _is_rest(before: str, text: str) -> bool:
    """True for a short line in small letters below a full one: "Future of the swimming baths in Mill" over "lane"."""
    full = 0.62 * WRAPPED_WIDTH / 2 < len(before) <= WRAPPED_WIDTH
    return full and len(text) < 70 and text[:1].islower() and not TELLS.search(text)
