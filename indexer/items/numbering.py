"""Which lines are the numbered headings of items: the longest sensible run of one style of numbering wins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indexer.forms.lists.headings import (
    BOLD_OR_BRACKETS,
    CAPITAL_FIRST,
    LOOSE_NUMBER,
    REFERENCE_LINE,
    RUN_IN_TITLE,
    SENTENCE,
    THREE_CAPITALS,
    USUAL_TITLE,
)
from indexer.forms.minutes.saved_pages import MINUTED
from indexer.forms.numbering_styles import NESTED, STYLES
from indexer.items.numbering_runs import (
    MAX_INNER,
    SURE,
    Numbered,
    filled,
    nested_chain,
    outer_chain,
    sure,
    with_misnumbered,
)
from indexer.items.run_in import title_and_text
from indexer.reading.lines import Line

# A title longer than this is a paragraph that happens to be numbered.
MAX_TITLE = 260
# A title in the cell beside its number is no longer than this.
MAX_CELL = 140
# A single heading is believed this near the beginning of a section (an extract with one minute).
ALONE_WITHIN = 12
ALONE = 2.0


_ROMAN = {"I": 1, "V": 5, "X": 10}
# Styles that no list in a text has, so that the text of an item may run on behind such a number
FILLED = ("plain", "slash", "dotted", "nested")
OWN = ("slash", "slash back", "dotted", "year dot", "resolution")


def numbered_headings(lines: Sequence[Line], *, nested: bool = False) -> tuple[Numbered, ...]:
    """The headings of the items of a section, in order; empty where no numbering runs through it.

    `nested` lets items have inner items ("6.1" under "6."), as no chapter of a report has.
    """
    best: list[Numbered] = []
    total = 0.0
    for style, pattern in STYLES:
        if style in NESTED and not nested:
            continue
        found = every = list(_candidates(lines, style, pattern, nested=nested))
        if style in NESTED:
            found = sure(found)
        chain = nested_chain(found) if style in NESTED else outer_chain(found, style)
        worth = sum(one.score for one in chain)
        alone = bool(chain) and chain[0].at < ALONE_WITHIN and worth >= (ALONE if style == "plain" else ALONE - 0.5)
        if worth > total and (len(chain) >= 2 or alone):
            kept = filled(chain, every) if nested and style in FILLED else chain
            best, total = kept if style in NESTED else with_misnumbered(kept, found), worth
    return tuple(sorted({one.at: one for one in reversed(best)}.values(), key=lambda one: one.at))


def _heading_above(lines: Sequence[Line], at: int) -> int | None:
    """The index of a heading in capitals right above a paragraph that carries its number; None where there is none."""
    above = next((index for index in range(at - 1, max(-1, at - 3), -1) if lines[index].text.strip()), None)
    text = lines[above].text.strip() if above is not None else ""
    return above if text.isupper() and len(text) > 3 and not text.endswith((".", ":", ";")) else None


def _candidates(lines: Sequence[Line], style: str, pattern: re.Pattern[str], *, nested: bool) -> Iterator[Numbered]:
    """The lines that carry a number of a style, each with how much it looks like a heading."""
    for at, line in enumerate(lines):
        text, _, cell = line.text.partition("\t")
        match = pattern.match(text) if text else None
        if match is None and style == "plain":
            match = LOOSE_NUMBER.match(text)
        if match is None:
            continue
        groups = match.groupdict()
        title = (groups.get("title") or "").strip() or _titled(cell)
        run_in = RUN_IN_TITLE.match(title) if nested else None
        if run_in:
            title = run_in["title"] or run_in["short"]
        elif nested and (style in OWN or text.endswith((".", ":"))) and (cut := title_and_text(title))[1]:
            title = cut[0]
        elif len(text) > MAX_TITLE and not nested:
            continue
        elif len(text) > MAX_TITLE:
            title = cut[0] if (cut := title_and_text(title))[1] else ""
        above = _heading_above(lines, at) if style == "plain" and nested else None
        if above is not None and SENTENCE.search(title):
            yield Numbered(above, groups["number"].strip(), lines[above].text.strip(), _order(style, groups), SURE)
            continue
        if style.startswith("slash") and not title and "/" in groups["number"] and int(groups["b"]) < 1:
            continue
        if not title and nested and style.startswith("slash") and not _title_follows(lines, at):
            above = _heading_above(lines, at)
            if above is not None:
                yield Numbered(above, groups["number"].strip(), lines[above].text.strip(), _order(style, groups), SURE)
                continue
        if not title and style in ("plain", "bracketed", "roman") and not _title_follows(lines, at):
            continue
        order = _order(style, groups)
        yield Numbered(at, groups["number"].strip(), title, order, _score(lines, at, title, style))


def _titled(cell: str) -> str:
    """The cell beside a number as the title of an item; "" where it says too much for one."""
    cell = cell.strip()
    return cell if cell[:1].isupper() and len(cell) <= MAX_CELL and "\t" not in cell and not cell.endswith(".") else ""


def _order(style: str, groups: dict[str, str | None]) -> tuple[int, int]:
    """The number as something that can be compared."""
    if style == "roman":
        total = 0
        values = [_ROMAN[letter] for letter in groups["roman"] or ""]
        for value, after in zip(values, [*values[1:], 0], strict=True):
            total += value if value >= after else -value
        return (0, total)
    b = int(groups.get("b") or 0)
    if style == "lettered":
        return (ord(groups["letters"] or "A"), b)
    a = int(groups["a"] or 0)
    if style == "nested":
        letter = ord(groups["letter"]) - ord("a") + 1 if groups["letter"] else 0
        return (a, MAX_INNER * (b or letter) + int(groups["c"] or 0))
    if style in ("slash", "year dot", "resolution"):
        return (a, b)
    if style == "dotted":
        return (0, b)
    if style == "slash back":
        return (b, a)
    return (a, b) if style in ("decimal", "item") else (0, a)


def _title_follows(lines: Sequence[Line], at: int) -> bool:
    """True where a number alone on its line is followed by what can be its title."""
    after = next((line.text.strip() for line in lines[at + 1 : at + 4] if line.text.strip()), "")
    return bool(CAPITAL_FIRST.match(after)) and len(after) < 140 and not after.endswith((".", ";"))


def _heads_what_follows(lines: Sequence[Line], at: int) -> bool:
    """True where the lines below say that this is a heading: the agenda's number, or the label of what was minuted."""
    below = next((line.text for line in lines[at + 1 : at + 4] if line.text.strip()), "")
    return MINUTED.match(below) is not None or any(REFERENCE_LINE.match(line.text) for line in lines[at + 1 : at + 6])


def _score(lines: Sequence[Line], at: int, title: str, style: str) -> float:
    """How much a numbered line looks like the heading of an item: positive for yes, negative for no."""
    bare = BOLD_OR_BRACKETS.sub("", title).strip()
    score = 1.0 if style != "plain" else 0.0
    if not bare:
        return score + 1.0
    if _heads_what_follows(lines, at):
        score += 3
    if USUAL_TITLE.match(bare):
        score += 3
    if bare.upper() == bare and THREE_CAPITALS.search(bare):
        score += 2
    elif bare[0].isupper() or bare[0] in "“‘'\"":
        score += 1
    elif not bare[0].isdigit():
        score -= 3
    if "**" in title:
        score += 0.5
    if at and not lines[at - 1].text and at + 1 < len(lines) and not lines[at + 1].text:
        score += 0.5
    if bare.endswith((".", ";", ",", ":")) and not USUAL_TITLE.match(bare):
        score -= 1.5
    if SENTENCE.search(bare) and bare.upper() != bare:
        score -= 2 if len(bare) > 60 else 1
    if bare.endswith((";", "; and", " and", ",")):
        score -= 2
    return score
