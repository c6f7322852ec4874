"""Which numbered lines belong together: the run of rising numbers that is the count of a section's items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indexer.forms.lists.headings import SENTENCE

# A heading scores at least this much to be taken outside the run (numbers that were printed twice).
SURE = 2.5
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
# A run shorter than this has no second count inside it; so many beginnings of one are tried.
MIN_OUTER, MAX_STARTS = 4, 3
# Numbers of the third rank stay below this.
MAX_INNER = 100
_ANY = -1000  # stands for any second part of a number


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line that could be the heading of an item; `order` compares the numbers of one style."""

    at: int
    number: str
    title: str
    order: tuple[int, int]
    score: float


def filled(chain: Sequence[Numbered], found: Sequence[Numbered]) -> list[Numbered]:
    """A run with the numbers that it leaves out, where they stand in their place in front of a sentence."""
    filled: list[Numbered] = []
    for one, following in zip(chain, [*chain[1:], None], strict=True):
        filled.append(one)
        here = one
        while following and (wanted := _left_out(here.order, following.order)):
            between = [n for n in found if n.order == wanted and here.at < n.at < following.at]
            if not between:
                break
            here = between[0] if not SENTENCE.search(between[0].title) else replace(between[0], title="")
            filled.append(here)
    return filled


def _left_out(here: tuple[int, int], following: tuple[int, int]) -> tuple[int, int] | None:
    """The number that should come between two of a run; None where none is left out."""
    if here[0] == following[0]:
        return (here[0], here[1] + 1) if 0 < here[1] + 1 < following[1] < MAX_INNER else None
    return (here[0] + 1, 0) if here[0] + 1 < following[0] else None


def sure(found: Sequence[Numbered]) -> list[Numbered]:
    """The candidates of a nested style; none where items with numbers of the second rank are mostly paragraphs."""
    inner = [one for one in found if one.order[1]]
    titles = [one for one in inner if _is_title(one)]
    if len(titles) < MIN_INNER or len(titles) < TITLED * len(inner):
        return []
    return [one for one in found if not one.order[1] or _is_title(one)]


def _is_title(one: Numbered) -> bool:
    return one.title.isupper() or _stands_alone(one)


def nested_chain(found: Sequence[Numbered]) -> list[Numbered]:
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


def outer_chain(found: Sequence[Numbered], style: str) -> list[Numbered]:
    """The best run; where a second count from one begins inside it, the run that leaves most of both."""
    chain = _chain(found, style)
    if style != "plain" or len(chain) < MIN_OUTER:
        return chain
    best, most = chain, len(chain)
    for inner in _inner_counts(found, chain[0].at):
        outer = _chain([n for n in found if n not in inner], style)
        # A list "1. 2. 3." inside item 4 would else be taken for items 5 to 7 begun again.
        if len(outer) + len(inner) > most + 1 and outer[0] == chain[0]:
            best, most = outer, len(outer) + len(inner)
    return best


def _inner_counts(found: Sequence[Numbered], first: int) -> Iterator[Sequence[Numbered]]:
    """Each count from one after the first heading, from its first two numbers to all: it may be a list in an item."""
    starts = [one for one in found if one.order[1] == 1 and one.at > first and _stands_alone(one)]
    for inner in (_count_from(start, found) for start in starts[:MAX_STARTS]):
        yield from (inner[:length] for length in range(2, len(inner) + 1))


def _count_from(start: Numbered, found: Sequence[Numbered]) -> list[Numbered]:
    """The titles that count on from a first one."""
    run = [start]
    for one in found:
        if one.at > run[-1].at and one.order[1] == run[-1].order[1] + 1 and _stands_alone(one):
            run.append(one)
    return run


def _before(now: tuple[int, int], style: str) -> Iterator[tuple[tuple[int, int], float]]:
    """The numbers after which a number can come, each with what the step costs."""
    for step in range(1, MAX_GAP + 1):
        yield (now[0], now[1] - step), (step - 1) * GAP_COST
        if style in ("decimal", "item") and now[1] <= 1:
            yield (now[0] - step, _ANY), (step - 1) * GAP_COST


def with_misnumbered(chain: list[Numbered], found: Sequence[Numbered]) -> list[Numbered]:
    """A run with the headings inside it whose numbers were printed wrong, where they look like headings beyond
    doubt.
    """
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
        not one.title.endswith((".", ";", ",", ":")) and not SENTENCE.search(one.title) and len(one.title.split()) <= 14
    )
