"""What a page's setting adds to its words, taken out again: line numbers in the margin, empty lines between all
lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from re import Match

from indexer.forms.form import Form
from indexer.forms.pages.setting import NUMBER_BEHIND, NUMBER_IN_FRONT
from indexer.reading.looks import Looks
from indexer.reading.pages import Page
from indexer.reading.spelt import together
from indexer.reading.tables import PageTable

FEWEST_LINES = 8
"""Lines of a page from which a habit of all its lines can be seen."""

STEPS = (1, 5, 10)
"""Margins number every line, or every fifth or tenth one."""

IN_STEP = 0.9
"""The share of the lines that must carry their number for it to be the margin's."""

LEVEL = 0.004
"""The share of a page's height by which a number in the margin may stand higher or lower than its line."""

SPACED = 0.9
"""The share of the lines of a double-spaced text that are followed by an empty one."""

RUN_ON = 0.25
"""The share of the lines of a wrapped text, at least, that begin with a small letter: they go on from the line before.
"""


def without_setting(page: Page) -> Page:
    """Return the page without margin numbers, empty lines of a double-spaced text and gaps within words."""
    return _together(_single_spaced(_without_margin(page)))


def _together(page: Page) -> Page:
    """Return the page with words put together whose letters are set apart."""
    before = page.text.split("\n")
    lines = [together(line) for line in before]
    if lines == before:
        return page
    looks = tuple(
        one if line == old else replace(one, cells=())
        for one, line, old in zip(page.looks, lines, before, strict=False)
    )
    return replace(page, text="\n".join(lines), looks=looks)


def _without_margin(page: Page) -> Page:
    """Return the page without the numbers that stand before its lines, where they count the lines."""
    lines = page.text.split("\n")
    block = _counting_block(lines) or _counting_beside(page, lines)
    if block:
        return _with_lines(page, [(at, line) for at, line in enumerate(lines) if at not in block])
    return next(filter(None, (_without_numbers(page, lines, one) for one in (NUMBER_IN_FRONT, NUMBER_BEHIND))), page)


def _without_numbers(page: Page, lines: Sequence[str], form: Form) -> Page | None:
    """Return the page without the numbers at one end of its lines, None where they do not count the lines."""
    found = [form.search(line.rstrip()) for line in lines]
    numbers = {at: int(match[1]) for at, match in enumerate(found) if match}
    bare = [_cut(line, match) for line, match in zip(lines, found, strict=True)]
    places = next(filter(None, (_counted(bare, lines, numbers, step) for step in STEPS)), None)
    if places is None:
        return None
    texts = [bare[at] if at in places else line for at, line in enumerate(lines)]
    kept = [(at, text) for at, text in enumerate(texts) if text.strip() or at not in places]
    return replace(_with_lines(page, kept), tables=_without_counts(page.tables))


def _cut(line: str, found: Match[str] | None) -> str:
    return line[: found.start()] + line[found.end() :] if found else line


def _without_counts(tables: Sequence[PageTable]) -> tuple[PageTable, ...]:
    """Return the tables without those that are the lines of a text beside the numbers that count them."""
    return tuple(table for table in tables if not any(map(_counts, zip(*table.rows, strict=True))))


def _counts(column: Sequence[str]) -> bool:
    numbers = [int(cell) for cell in column if cell.isdecimal()]
    return len(numbers) > 2 and all(after - before in STEPS for before, after in pairwise(numbers))


def _counting_block(lines: Sequence[str]) -> set[int]:
    """Return the places of lines that follow each other and hold nothing but 1, 2, 3 ...: a margin drawn on its own."""
    run: list[int] = []
    for at, line in enumerate([*lines, ""]):
        bare = line.strip()
        if run and bare.isdecimal() and int(bare) == int(lines[run[-1]]) + 1:
            run.append(at)
            continue
        if len(run) >= FEWEST_LINES:
            return set(run)
        run = [at] if bare.isdecimal() and len(bare) < 5 else []
    return set()


def _counting_beside(page: Page, lines: Sequence[str]) -> set[int]:
    """Return the places of lines that are nothing but 5, 10 ... and stand as high as the lines that they count."""
    alone = _numbers_alone(lines)
    looks = [one for at, one in enumerate(page.looks) if at not in alone and lines[at : at + 1] != [""]]
    if len(alone) < 2 or len(looks) < FEWEST_LINES:
        return set()
    begins = {_counts_from(number, page.looks[at], looks) for at, number in alone.items()}
    return set(alone) if len(begins) == 1 and None not in begins else set()


def _numbers_alone(lines: Sequence[str]) -> dict[int, int]:
    """Return the numbers that have lines to themselves, by their places; none unless all are multiples of five."""
    alone = {at: int(line) for at, line in enumerate(lines) if len(line.strip()) < 5 and line.strip().isdecimal()}
    return alone if all(number % STEPS[1] == 0 for number in alone.values()) else {}


def _counts_from(number: int, looks: Looks, others: Sequence[Looks]) -> int | None:
    """Return with which number the count begins that has this one beside its line; None where it is beside none."""
    beside = (n for n, other in enumerate(others) if looks.top and abs(other.top - looks.top) < LEVEL)
    rank = next(beside, None)
    return None if rank is None else number - rank


def _counted(bare: Sequence[str], lines: Sequence[str], numbers: dict[int, int], step: int) -> set[int]:
    """Return the places of the lines whose number runs in step with the lines, empty where too few do.

    `bare` are the lines without their numbers.
    """
    written = [at for at, line in enumerate(lines) if line.strip()]
    if len(written) < FEWEST_LINES or len(numbers) < FEWEST_LINES // 2:
        return set()
    counted: dict[int, list[int]] = {}
    rank = {at: position for position, at in enumerate(written)}
    for at, number in numbers.items():
        if number % step == 0:
            counted.setdefault(number - rank[at], []).append(at)
    shift = max(counted, key=lambda at: len(counted[at]), default=0)
    best = counted.get(shift, [])
    small = sum(bare[at].lstrip()[:1].islower() for at in best)
    enough = len(best) >= _due(len(written), shift, step)
    return set(best) if enough and small >= RUN_ON * len(best) else set()


def _due(lines: int, shift: int, step: int) -> float:
    """Return how many numbers a margin must show: lines above its number 1 are a heading that it does not count."""
    shown = (lines - 1 + shift) // step - max(shift - 1, 0) // step
    return max(IN_STEP * shown, 3) if shown * step > lines / 2 else lines + 1


def _single_spaced(page: Page) -> Page:
    """Return the page without the empty lines of a text that has one after every line, wrapped sentences and all."""
    lines = page.text.split("\n")
    written = [at for at, line in enumerate(lines) if line.strip()]
    if len(written) < FEWEST_LINES:
        return page
    apart = sum(after - before >= 2 for before, after in pairwise(written)) / (len(written) - 1)
    small = sum(lines[at].lstrip()[:1].islower() for at in written) / len(written)
    if apart < SPACED or small < RUN_ON:
        return page
    usual = Counter(after - before for before, after in pairwise(written)).most_common(1)[0][0]
    kept: list[tuple[int, str]] = []
    for before, after in pairwise([*written, len(lines)]):
        kept.append((before, lines[before]))
        if after - before > usual and after < len(lines):
            kept.append((before + 1, ""))
    return _with_lines(page, kept)


def _with_lines(page: Page, kept: Sequence[tuple[int, str]]) -> Page:
    """Return the page with these of its lines, given with their places, and the looks that belong to them."""
    looks = tuple(page.looks[at] for at, _ in kept) if page.looks else ()
    return replace(page, text="\n".join(text for _, text in kept), looks=looks)
