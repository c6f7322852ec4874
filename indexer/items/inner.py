"""Items inside an item: lettered or numbered headings that begin again under it, and motions under one heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    SUFFIXED_HEADING,
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


def inner_items(lines: Sequence[Line], *, number: str = "", letters_from: str = "") -> tuple[Inner, ...]:
    """The items inside an item in order, empty where it has none; letters may go on counting from the item before."""
    # Applications to build come first: each has a number of the authority, which no list of limbs has.
    applications = [one for at in range(len(lines)) if (one := _application(lines, at))]
    if applications:
        return tuple(applications)
    motions = ((at, MOTION_HEADING.match(line.text)) for at, line in enumerate(lines))
    named = tuple(Inner(at, "", match["title"].strip()) for at, match in motions if match)
    if named:
        return named
    return _suffixed(lines, number) or _lettered(lines, letters_from) or _numbered(lines)


def _suffixed(lines: Sequence[Line], number: str) -> tuple[Inner, ...]:
    """The items under headings with the number of their item and a letter: "12a" and "12b" under "12"."""
    found = [one for at in range(len(lines)) if (one := _heading(lines, at, SUFFIXED_HEADING))]
    run: list[Inner] = []
    for one in found:
        if number and one.number == number.strip(" .()") + chr(ord("a") + len(run)):
            run.append(one)
    return tuple(run) if len(run) >= 2 else ()


def _lettered(lines: Sequence[Line], letters_from: str) -> tuple[Inner, ...]:
    """The items under headings with letters; one alone will do, because no text counts from A to A."""
    # "A" to "C" under planning, "D" to "F" under licensing: some minutes count on through all their items.
    run = _run_of(lines, LETTERED_HEADING, ("A", letters_from))
    # Headings with nothing under them are the entries of a list: "A. Quay", "B. Mill", "C. Lane".
    return run if run and _all_speak(lines, run) else ()


def _numbered(lines: Sequence[Line]) -> tuple[Inner, ...]:
    """The items under headings with numbers."""
    run = _run_of(lines, NUMBERED_HEADING, ("1",))
    # behind more than an opening it is a numbered list in a text, not the items under a heading
    opening = sum(bool(line.text.strip()) for line in lines[: run[0].at if run else 0])
    return run if len(run) >= 2 and opening <= MAX_OPENING and _all_speak(lines, run) else ()


def _run_of(lines: Sequence[Line], pattern: Form, first: Sequence[str]) -> tuple[Inner, ...]:
    """The inner headings of a form that count on from one of the first numbers."""
    return tuple(_run([one for at in range(len(lines)) if (one := _heading(lines, at, pattern))], first))


def with_ends(run: Sequence[Inner], end: int) -> Iterator[tuple[Inner, int]]:
    """Each inner item with the index of the line behind it."""
    return zip(run, [*[one.at for one in run[1:]], end], strict=False)


def _all_speak(lines: Sequence[Line], run: Sequence[Inner]) -> bool:
    """True where text stands under every heading; only the last may have none, at the end of a page."""
    spoken = [_speaks(lines, one, end) for one, end in with_ends(run, len(lines))]
    return all(spoken[:-1]) and any(spoken)


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
    title, used = (match["title"] or "").strip(" *"), 1
    if not title:  # the letter alone on its line
        below = _next_written(lines, range(at + 1, min(at + 3, len(lines))))
        if below is None:
            return None
        title, used = lines[below].text.strip(" *"), below - at + 1
    above = _next_written(lines, range(at - 1, -1, -1))
    # "The Board agreed the following:" over "A. Mooring fees": limbs of a decision, and no items.
    if above is not None and OPENS_A_LIST.search(lines[above].text):
        return None
    return Inner(at, match["number"], title, used) if _is_title(title, digits=pattern is LETTERED_HEADING) else None


def _next_written(lines: Sequence[Line], places: range) -> int | None:
    """The first of some places at which a line has text; None where none has."""
    return next((at for at in places if lines[at].text.strip()), None)


def _is_title(text: str, *, digits: bool) -> bool:
    """True for the title of an item; behind a letter it may begin with a figure: "A. 12 Mill Lane"."""
    if len(text.split()) > MAX_WORDS or text.endswith((".", ";", ",")):
        return False
    if SAYS_SOMETHING.search(text) or LIMB_WORD.match(text):
        return False
    return text[:1].isupper() or (digits and text[:1].isdigit())


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
