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
OWN = ("slash", "slash back", "dotted", "year dot", "coded dot", "year and month", "resolution")


def numbered_headings(lines: Sequence[Line], *, nested: bool = False) -> tuple[Numbered, ...]:
    """The headings of the items of a section, in order; empty where no numbering runs through it.

    `nested` lets items have inner items ("6.1" under "6."), as no chapter of a report has.
    """
    best: list[Numbered] = []
    total = 0.0
    for style, pattern in STYLES:
        if style in NESTED and not nested:
            continue
        every = list(_candidates(lines, style, pattern, nested=nested))
        found, chain = _longest_run(every, style)
        worth = sum(one.score for one in chain)
        # Minutes with items "24/1" to "24/9" have lists "1." to "4." in them: the style that explains most is the
        # items'.
        if worth > total and (len(chain) >= 2 or _will_do_alone(chain, style)):
            best, total = _completed(chain, found, every, style, nested=nested), worth
    return tuple(sorted({one.at: one for one in reversed(best)}.values(), key=lambda one: one.at))


def _longest_run(every: Sequence[Numbered], style: str) -> tuple[Sequence[Numbered], list[Numbered]]:
    """The candidates of a style that count, and the run of them that goes furthest."""
    if style in NESTED:
        found = sure(every)  # "6.1" and "6.2" stand in texts as well
        return found, nested_chain(found)
    return every, outer_chain(every, style)


def _completed(
    chain: list[Numbered], found: Sequence[Numbered], every: Sequence[Numbered], style: str, *, nested: bool
) -> list[Numbered]:
    """A run with the headings that it lacks: those that were not sure enough alone, and those with a wrong number."""
    kept = filled(chain, every) if nested and style in FILLED else chain
    return kept if style in NESTED else with_misnumbered(kept, found)


def _will_do_alone(chain: Sequence[Numbered], style: str) -> bool:
    """True for one sure heading at the top: an extract from minutes has one item."""
    # a plain "5" begins many a sentence; "5/24" or "Item 5" begins few
    least = ALONE if style == "plain" else ALONE - 0.5
    return bool(chain) and chain[0].at < ALONE_WITHIN and sum(one.score for one in chain) >= least


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
        title = _title_in(text, match.groupdict(), cell, style, nested=nested)
        if title is not None and (found := _candidate(lines, at, match.groupdict(), title, style, nested=nested)):
            yield found


def _title_in(text: str, groups: dict[str, str | None], cell: str, style: str, *, nested: bool) -> str | None:
    """The title behind a number, without the text that runs on behind it; None for a numbered paragraph of a report."""
    title = _printed(groups, "title") or _titled(cell)
    long = len(text) > MAX_TITLE
    if not nested:
        return None if long else title
    if run_in := RUN_IN_TITLE.match(title):
        return str(run_in["title"] or run_in["short"])
    # "5/24 The Clerk reported that ..." in short is all title, as far as one can see
    if not long and style not in OWN and not text.endswith((".", ":")):
        return title
    cut, rest = title_and_text(title)
    if rest:
        return cut
    return "" if long else title


def _printed(groups: dict[str, str | None], name: str) -> str:
    """What a part of a numbered line says; "" for a part that it does not have."""
    return (groups.get(name) or "").strip()


def _candidate(
    lines: Sequence[Line], at: int, groups: dict[str, str | None], title: str, style: str, *, nested: bool
) -> Numbered | None:
    """A numbered line as the heading that it could be; None for one without a title to be found."""
    if not title and _is_date(groups, style):
        return None
    number, order = _printed(groups, "number"), _order(style, groups)
    above = _title_above(lines, at, title, style) if nested else None
    if above is not None:
        return Numbered(above, number, lines[above].text.strip(), order, SURE)
    # "5" alone on a line is a page number, unless a title stands below it.
    if not title and style in ("plain", "bracketed", "roman") and not _title_follows(lines, at):
        return None
    return Numbered(at, number, title, order, _score(lines, at, title, style))


def _is_date(groups: dict[str, str | None], style: str) -> bool:
    """True for "12/0" alone on a line: no minute has the number 0."""
    return style.startswith("slash") and "/" in (groups["number"] or "") and int(groups["b"] or 0) < 1


def _title_above(lines: Sequence[Line], at: int, title: str, style: str) -> int | None:
    """The line above a number that is its title: "Mill Lane" over "5. The Clerk reported ..." or over "5/24" alone."""
    stands_alone = style.startswith("slash") and not title and not _title_follows(lines, at)
    says_something = style == "plain" and SENTENCE.search(title)
    return _heading_above(lines, at) if stands_alone or says_something else None


def _titled(cell: str) -> str:
    """The cell beside a number as the title of an item; "" where it says too much for one."""
    cell = cell.strip()
    return cell if cell[:1].isupper() and len(cell) <= MAX_CELL and "\t" not in cell and not cell.endswith(".") else ""


def _order(style: str, groups: dict[str, str | None]) -> tuple[int, int]:
    """The number as something that can be compared."""
    if style == "roman":
        return (0, _roman(groups["roman"] or ""))
    a, b, c = (int(groups.get(name) or 0) for name in "abc")
    if style == "lettered":
        return (ord(groups["letters"] or "A"), b)
    if style == "nested":
        letter = ord(groups["letter"]) - ord("a") + 1 if groups["letter"] else 0
        return (a, MAX_INNER * (b or letter) + c)
    orders = {
        "dotted": (0, b),
        # "5/24": the number stands in front of the year
        "slash back": (b, a),
        **dict.fromkeys(("slash", "year dot", "coded dot", "year and month", "resolution", "decimal", "item"), (a, b)),
    }
    return orders.get(style, (0, a))


def _roman(letters: str) -> int:
    values = [_ROMAN[letter] for letter in letters]
    return sum(value if value >= after else -value for value, after in zip(values, [*values[1:], 0], strict=True))


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
    return score + _place_worth(lines, at) + _letters_worth(bare, title) + _wording_worth(bare)


def _place_worth(lines: Sequence[Line], at: int) -> float:
    """What stands around a numbered line: the number that the agenda gave it, blank lines."""
    worth = 3.0 if _heads_what_follows(lines, at) else 0.0
    alone = at and not lines[at - 1].text and at + 1 < len(lines) and not lines[at + 1].text
    return worth + (0.5 if alone else 0.0)


def _letters_worth(bare: str, title: str) -> float:
    """How a title is set: in capitals, with a capital, in bold print; a small letter speaks against a heading."""
    worth = 0.5 if "**" in title else 0.0
    if bare.upper() == bare and THREE_CAPITALS.search(bare):
        return worth + 2
    if bare[0].isupper() or bare[0] in "“‘'\"":
        return worth + 1
    return worth if bare[0].isdigit() else worth - 3


def _wording_worth(bare: str) -> float:
    """What a title says: a usual item speaks for a heading, a verb or a stop at the end against it."""
    usual = USUAL_TITLE.match(bare) is not None
    worth = 3.0 if usual else 0.0
    if bare.endswith((".", ";", ",", ":")) and not usual:
        worth -= 1.5
    if SENTENCE.search(bare) and bare.upper() != bare:
        worth -= 2 if len(bare) > 60 else 1
    if bare.endswith((";", "; and", " and", ",")):
        worth -= 2
    return worth
