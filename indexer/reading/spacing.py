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
from indexer.reading.pages import Page
from indexer.reading.spelt import together
from indexer.reading.tables import PageTable

FEWEST_LINES = 8
"""Lines of a page from which a habit of all its lines can be seen."""

STEPS = (1, 5, 10)
"""Margins number every line, or every fifth or tenth one."""

IN_STEP = 0.9
"""The share of the lines that must carry their number for it to be the margin's."""

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
    block = _counting_block(lines)
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
    numbers = [int(cell) for cell in column if cell.isdigit()]
    return len(numbers) > 2 and all(after - before in STEPS for before, after in pairwise(numbers))


def _counting_block(lines: Sequence[str]) -> set[int]:
    """Return the places of lines that follow each other and hold nothing but 1, 2, 3 ...: a margin drawn on its own."""
    run: list[int] = []
    for at, line in enumerate([*lines, ""]):
        bare = line.strip()
        if run and bare.isdigit() and int(bare) == int(lines[run[-1]]) + 1:
            run.append(at)
            continue
        if len(run) >= FEWEST_LINES:
            return set(run)
        run = [at] if bare.isdigit() and len(bare) < 5 else []
    return set()


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
    best = max(counted.values(), key=len, default=[])
    small = sum(bare[at].lstrip()[:1].islower() for at in best)
    enough = len(best) >= max(IN_STEP * (len(written) // step), 3)
    return set(best) if enough and small >= RUN_ON * len(best) else set()


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
