"""Items inside an item: lettered or numbered headings that begin again under it, and motions under one heading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.forms.form import Form
from indexer.forms.lists.inner import (
    APPLICATION_HEADING,
    LETTERED_HEADING,
    LIMB_WORD,
    MOTION_HEADING,
    NUMBERED_HEADING,
    OPENS_A_LIST,
    SAYS_SOMETHING,
)
from indexer.reading.lines import Line

# An inner title has no more words than this; the text under it has a line at least this long.
MAX_WORDS, MIN_TEXT = 16, 40
# Under the heading of an umbrella item stand at most so many lines before its first inner item.
MAX_OPENING = 2


@dataclass(frozen=True, slots=True)
class Inner:
    """The line at which an inner item begins, its number ("" where the outer one stays) and title, and the lines of its
    heading.
    """

    at: int
    number: str
    title: str
    used: int = 1


def inner_items(lines: Sequence[Line], *, letters_from: str = "") -> tuple[Inner, ...]:
    """The items inside an item in order, empty where it has none; letters may go on counting from the item before."""
    applications = [one for at in range(len(lines)) if (one := _application(lines, at))]
    if applications:
        return tuple(applications)
    named = [
        Inner(at, "", m["title"].strip()) for at, line in enumerate(lines) if (m := MOTION_HEADING.match(line.text))
    ]
    if named:
        return tuple(named)
    for pattern, first in ((LETTERED_HEADING, ("A", letters_from)), (NUMBERED_HEADING, ("1",))):
        run = _run([one for at in range(len(lines)) if (one := _heading(lines, at, pattern))], first)
        ends = [*[one.at for one in run[1:]], len(lines)]
        spoken = [_speaks(lines, one, end) for one, end in zip(run, ends, strict=False)]
        if (
            pattern is NUMBERED_HEADING
            and sum(bool(line.text.strip()) for line in lines[: run[0].at if run else 0]) > MAX_OPENING
        ):
            continue  # a numbered list in a text, not the items under a heading
        if len(run) >= (1 if pattern is LETTERED_HEADING else 2) and all(spoken[:-1]) and any(spoken):
            return tuple(run)
    return ()


def _application(lines: Sequence[Line], at: int) -> Inner | None:
    """The application whose number and place head the sentences below; None for any other line."""
    text = lines[at].text.strip()
    if not APPLICATION_HEADING.match(text) or text.endswith((".", ";", ":", ",")) or len(text.split()) > MAX_WORDS:
        return None
    below = next((line.text.strip() for line in lines[at + 1 : at + 4] if line.text.strip()), "")
    return Inner(at, "", text) if len(below) >= MIN_TEXT and below.endswith(".") else None


def _speaks(lines: Sequence[Line], one: Inner, after: int) -> bool:
    """True where something is said under an inner heading."""
    return any(len(line.text.strip()) >= MIN_TEXT for line in lines[one.at + one.used : after])


def _heading(lines: Sequence[Line], at: int, pattern: Form) -> Inner | None:
    """The inner heading that a line could be; None for a limb, a sentence, or an entry of a list."""
    match = pattern.match(lines[at].text.replace("\t", " "))
    if match is None:
        return None
    before = next((lines[n].text for n in range(at - 1, -1, -1) if lines[n].text.strip()), "")
    title, used = (match["title"] or "").strip(" *"), 1
    if not title:  # the letter alone on its line
        below = next((n for n in range(at + 1, min(at + 3, len(lines))) if lines[n].text.strip()), None)
        if below is None:
            return None
        title, used = lines[below].text.strip(" *"), below - at + 1
    long = (
        len(title.split()) > MAX_WORDS
        or title.endswith((".", ";", ","))
        or not (title[:1].isupper() or (title[:1].isdigit() and pattern is LETTERED_HEADING))
    )
    if long or SAYS_SOMETHING.search(title) or LIMB_WORD.match(title) or OPENS_A_LIST.search(before):
        return None
    return Inner(at, match["number"], title, used)


def _run(found: Sequence[Inner], first: Sequence[str]) -> list[Inner]:
    """The headings that count on from a first number without a gap."""
    run: list[Inner] = []
    for one in found:
        expected = [n for n in first if n] if not run else [_next(run[-1].number)]
        if one.number in expected:
            run.append(one)
    return run


def _next(number: str) -> str:
    """The number or letter after another one."""
    return str(int(number) + 1) if number.isdigit() else chr(ord(number) + 1)
