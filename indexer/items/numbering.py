"""Which lines are the numbered headings of items: the longest sensible run of one style of numbering wins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.forms.numbering_styles import NESTED, STYLES
from indexer.reading.lines import Line

# A title longer than this is a paragraph that happens to be numbered.
MAX_TITLE = 260
# A title in the cell beside its number is no longer than this.
MAX_CELL = 140
# A heading scores at least this much to be taken outside the run (numbers that were printed twice).
SURE = 2.5
# A single heading is believed this near the beginning of a section (an extract with one minute).
ALONE_WITHIN = 12
ALONE = 2.0
# How far a run may jump: numbers are left out where an item was withdrawn.
MAX_GAP = 3
# A jump costs this much for every number left out; a number that is printed again costs as much as two.
GAP_COST = 1.0

# So many numbers of the second rank, and this share of them, must be titles for them to be items.
MIN_INNER = 2
TITLED = 0.7
# A nested number may be followed by one this much higher; the one before is looked for among this many candidates.
MAX_JUMP = 6
LOOK_BACK = 60
# Numbers of the third rank stay below this.
MAX_INNER = 100

# "Declarations of Interest 38.": the number came loose and landed behind its title
_LOOSE = re.compile(r"^(?P<title>[A-Z][^.:;]{3,120}?)\s+(?P<number>(?P<a>\d{1,3}))\.$")
# "4. VIRTUAL MEETING. It was proposed ...", "5. Allotment: 2 applications have ...": the text goes on behind the title
_RUN_IN = re.compile(
    r"^(?P<title>[A-Z][A-Z0-9’'&,/() -]{4,90}[A-Z)])\.\s+(?=[“\"]?[A-Z][a-z].{20,})|"
    r"^(?P<short>[A-Z][\w’'&/-]*(?: [\w’'&/-]+){0,4}):\s*(?=.*\b(?:was|were|had|have|has|are|been)\b.*\.\W*$)"
)
_SENTENCE = re.compile(
    r"\b(?:was|were|had|has|have|that|would|should|be|is|are|which|noted|stated|thanked|asked|reported|"
    r"introduced|advised|explained|updated)\b"
)
_USUAL = re.compile(
    r"^\W*(?:(?:apologies|apology)\b|declarations?\b|disclosures?\b|minutes\b|welcome\b|introductions?\b|"
    r"chair\w*['’]?s? announcements?|announcements?\b|any other business|urgent "
    r"|public (?:questions?|participation|speaking)|questions\b|petitions?\b|matters arising|action log|"
    r"forward plan|work programme|date of next|next meeting|exclusion of|exempt|"
    r"membership|appointment|election|substitut|notices? of motion|motions?\b|deputations?|correspondence|"
    r"confirmation of|close|adjourn|call to order|roll call|approval of|adoption of)",
    re.I,
)
# "(Item 3)" on a line of its own: the number that the agenda gave the business
_REFERENCE = re.compile(r"^\W*\((?:agenda )?item (?:no\.? )?\w{1,5}\)\W*$", re.I)
_ROMAN = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line that could be the heading of an item; `order` compares the numbers of one style."""

    at: int
    number: str
    title: str
    order: tuple[int, int]
    score: float


def numbered_headings(lines: Sequence[Line], *, nested: bool = False) -> tuple[Numbered, ...]:
    """The headings of the items of a section, in order; empty where no numbering runs through it.

    `nested` lets items have items of their own ("6.1" under "6."), as no chapter of a report has.
    """
    best: list[Numbered] = []
    total = 0.0
    for style, pattern in STYLES:
        if style in NESTED and not nested:
            continue
        found = list(_candidates(lines, style, pattern, nested=nested))
        if style in NESTED:
            found = _sure(found)
        chain = _nested_chain(found) if style in NESTED else _chain(found, style)
        worth = sum(one.score for one in chain)
        alone = bool(chain) and chain[0].at < ALONE_WITHIN and worth >= (ALONE if style == "plain" else ALONE - 0.5)
        if worth > total and (len(chain) >= 2 or alone):
            best, total = chain if style in NESTED else _with_misnumbered(chain, found), worth
    return tuple(best)


def _sure(found: Sequence[Numbered]) -> list[Numbered]:
    """The candidates of a nested style; none where items with numbers of the second rank are mostly paragraphs."""
    inner = [one for one in found if one.order[1]]
    titles = [one for one in inner if _is_title(one)]
    if len(titles) < MIN_INNER or len(titles) < TITLED * len(inner):
        return []
    return [one for one in found if not one.order[1] or _is_title(one)]


def _is_title(one: Numbered) -> bool:
    return one.title.isupper() or _stands_alone(one)


def _nested_chain(found: Sequence[Numbered]) -> list[Numbered]:
    """The run of rising numbers of more than one rank with the best total score."""
    totals: list[float] = []
    links: list[int] = []
    for at, one in enumerate(found):
        total, link = one.score, -1
        for before in range(max(0, at - LOOK_BACK), at):
            gap = one.order[0] - found[before].order[0]
            if found[before].order < one.order and gap <= MAX_JUMP and totals[before] + one.score > total:
                total, link = totals[before] + one.score, before
        totals.append(total)
        links.append(link)
    at = max(range(len(totals)), key=totals.__getitem__, default=-1)
    chain = []
    while at >= 0:
        chain.append(found[at])
        at = links[at]
    return chain[::-1]


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
            match = _LOOSE.match(text)
        if match is None:
            continue
        groups = match.groupdict()
        title = (groups.get("title") or "").strip() or _titled(cell)
        run_in = _RUN_IN.match(title) if nested else None
        if run_in:
            title = run_in["title"] or run_in["short"]
        elif len(text) > MAX_TITLE:
            continue
        above = _heading_above(lines, at) if style == "plain" and nested else None
        if above is not None and _SENTENCE.search(title):
            yield Numbered(above, groups["number"].strip(), lines[above].text.strip(), _order(style, groups), SURE)
            continue
        if style.startswith("slash") and not title and "/" in groups["number"] and int(groups["b"]) < 1:
            continue
        if not title and nested and style.startswith("slash") and not _title_follows(lines, at):
            above = _heading_above(lines, at)
            if above is not None:
                yield Numbered(above, groups["number"].strip(), lines[above].text.strip(), _order(style, groups), SURE)
                continue
        if not title and style in ("plain", "bracketed") and not _title_follows(lines, at):
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
    if style == "slash":
        return (a, b)
    if style == "slash back":
        return (b, a)
    return (a, b) if style in ("decimal", "item") else (0, a)


def _title_follows(lines: Sequence[Line], at: int) -> bool:
    """True where a number alone on its line is followed by what can be its title."""
    after = next((line.text.strip() for line in lines[at + 1 : at + 4] if line.text.strip()), "")
    return bool(re.match(r"\**[A-Z]", after)) and len(after) < 140 and not after.endswith((".", ";"))


def _score(lines: Sequence[Line], at: int, title: str, style: str) -> float:
    """How much a numbered line looks like the heading of an item: positive for yes, negative for no."""
    bare = re.sub(r"\*+|\([^)]*\)", "", title).strip()
    score = 1.0 if style != "plain" else 0.0
    if not bare:
        return score + 1.0
    if any(_REFERENCE.match(line.text) for line in lines[at + 1 : at + 6]):
        score += 3
    if _USUAL.match(bare):
        score += 3
    if bare.upper() == bare and re.search(r"[A-Z]{3}", bare):
        score += 2
    elif bare[0].isupper() or bare[0] in "“‘'\"":
        score += 1
    elif not bare[0].isdigit():
        score -= 3
    if "**" in title:
        score += 0.5
    if at and not lines[at - 1].text and at + 1 < len(lines) and not lines[at + 1].text:
        score += 0.5
    if bare.endswith((".", ";", ",", ":")) and not _USUAL.match(bare):
        score -= 1.5
    if _SENTENCE.search(bare) and bare.upper() != bare:
        score -= 2 if len(bare) > 60 else 1
    if bare.endswith((";", "; and", " and", ",")):
        score -= 2
    return score


def _chain(found: Sequence[Numbered], style: str) -> list[Numbered]:
    """The run of rising numbers with the best total score."""
    totals: list[float] = []
    links: list[int] = []
    ending: dict[tuple[int, int], int] = {}  # the best run so far that ends on a number
    for at, one in enumerate(found):
        total, link = one.score, -1
        for order, cost in _before(one.order, style):
            before = ending.get(order)
            if before is not None and totals[before] + one.score - cost > total:
                total, link = totals[before] + one.score - cost, before
        totals.append(total)
        links.append(link)
        for key in (one.order, (one.order[0], _ANY)):
            if key not in ending or total >= totals[ending[key]]:
                ending[key] = at
    at = max(range(len(totals)), key=totals.__getitem__, default=-1)
    chain = []
    while at >= 0:
        chain.append(found[at])
        at = links[at]
    return chain[::-1]


_ANY = -1000  # stands for any second part of a number


def _before(now: tuple[int, int], style: str) -> Iterator[tuple[tuple[int, int], float]]:
    """The numbers after which a number can come, each with what the step costs."""
    for step in range(1, MAX_GAP + 1):
        yield (now[0], now[1] - step), (step - 1) * GAP_COST
        if style in ("decimal", "item") and now[1] <= 1:
            yield (now[0] - step, _ANY), (step - 1) * GAP_COST


def _with_misnumbered(chain: list[Numbered], found: Sequence[Numbered]) -> list[Numbered]:
    """A run with the headings inside it whose numbers were printed wrong, where they look like headings beyond doubt."""
    if len(chain) < 2:
        return chain
    inside = {one.at for one in chain}
    low, high = chain[0].order, chain[-1].order
    extra = [
        one
        for one in found
        if one.at > chain[0].at
        and one.at not in inside
        and one.score >= min(SURE, 1.5)
        and low <= one.order <= high
        and _stands_alone(one)
    ]
    return sorted([*chain, *extra], key=lambda one: one.at)


def _stands_alone(one: Numbered) -> bool:
    """True for a title that is no limb of a list: it names something and says nothing."""
    return (
        not one.title.endswith((".", ";", ",", ":"))
        and not _SENTENCE.search(one.title)
        and len(one.title.split()) <= 14
    )
