"""The limbs of a list: clauses that count on from one mark to the next, each with the deeper lists inside it.

limbs(clauses, start)    -> the limbs of the list that begins at an index
place_in(mark, sort)     -> the place of a mark in its list: "(c)" is the third
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from indexer.forms.lists.marks import ENDED_LINE, NOT_A_FIGURE, NOT_OF_A_MARK, REASON, ROMAN_LETTER
from indexer.forms.minutes.resolutions import AFTER
from indexer.items.clauses import Clause

# The heading of a chapter has at most this many words.
CHAPTER_WORDS = 6
# The reason for a limb takes no more paragraphs than these.
REASON_WITHIN = 3
# What the letters of a small Roman number count.
_ROMANS = {"i": 1, "v": 5, "x": 10, "l": 50}


def place_in(mark: str, sort: str) -> int:
    """The place of a mark in its list, from 1; 0 for a bullet."""
    bare = NOT_OF_A_MARK.sub("", mark).strip(".").lower()
    if sort == "digit":
        return int(bare)
    if sort == "coded":
        return int(NOT_A_FIGURE.sub("", bare))
    if sort == "decimal":
        major, minor = bare.split(".")
        return 1000 * int(major) + int(minor)
    if sort == "alpha":
        return ord(bare) - ord("a") + 1
    if sort == "roman":
        values = [_ROMANS[letter] for letter in bare]
        return sum(value if value >= after else -value for value, after in zip(values, [*values[1:], 0], strict=True))
    return 0


def limbs(clauses_: Sequence[Clause], start: int) -> Iterator[tuple[int, tuple[Clause, ...]]]:
    """The limbs of a list that begins at an index: each with the index after it and its clauses, deeper lists inside.

    A limb is a clause marked like the first one and next in its count (a number may be printed twice or left out);
    clauses with another kind of mark, and unmarked ones that finish a sentence, belong to the limb before them.
    """
    first = clauses_[start]
    current: list[Clause] = []
    place = 0
    at = start
    while at < len(clauses_):
        clause = clauses_[at]
        sort, here = _as_in(clause, first.sort, place)
        if sort == first.sort and _counts_on(sort, place, here):
            if current:
                yield at, tuple(current)
            current, place = [clause], here
        elif current and _belongs_to(current[-1], clause, first.sort):
            current.append(clause)
        # "(a) that the fee be 5; Reason: it was 4; (b) that ...": the reason is no limb, and ends none.
        elif current and (after := _behind_reason(clauses_, at, first.sort, place)):
            yield at, tuple(current)
            current, at = [], after
            continue
        else:
            break
        at += 1
    if current:
        yield at, tuple(current)


def _counts_on(sort: str, place: int, here: int) -> bool:
    """True for the first mark, any bullet, and a number next in the count: minutes print one twice or leave one out."""
    return not place or sort == "bullet" or place <= here <= place + 2


def _belongs_to(last: Clause, clause: Clause, sort: str) -> bool:
    """True for a clause of the same limb as the last one: of a deeper list, or the rest of its sentence."""
    # "Voting: 5 for" and "4. Background" stand below a list, and belong to none of its limbs.
    if AFTER.match(clause.text) or _opens_chapter(clause, sort):
        return False
    return clause.sort != sort if clause.sort else _finishes(last, clause)


def _behind_reason(clauses_: Sequence[Clause], at: int, sort: str, place: int) -> int:
    """The index of the limb that goes on counting after the reason which begins at an index; 0 for none."""
    if sort == "bullet" or not REASON.match(clauses_[at].text):
        return 0
    for below in range(at + 1, min(at + 1 + REASON_WITHIN, len(clauses_))):
        found, here = _as_in(clauses_[below], sort, place)
        # Only the very next mark goes on: "(c)" after the reason for "(a)" is of another list.
        if found == sort and here == place + 1:
            return below
        if clauses_[below].sort:
            return 0
    return 0


def _as_in(clause: Clause, sort: str, place: int) -> tuple[str, int]:
    """A clause's mark read as one of the list that it may continue: "(i)" after "(h)" is a letter."""
    # Lists with letters have an "(i)" as well, and lists with Roman numbers begin with it.
    if sort == "alpha" and clause.sort == "roman" and ROMAN_LETTER.fullmatch(clause.mark):
        as_letter = place_in(clause.mark, "alpha")
        if as_letter == place + 1:
            return "alpha", as_letter
    return clause.sort, place_in(clause.mark, clause.sort)


def _opens_chapter(clause: Clause, sort: str) -> bool:
    """True for "4. Background" behind a list counted in letters: the heading of what comes next, no limb of it."""
    counted = clause.sort in ("digit", "decimal") and sort != clause.sort
    return counted and len(clause.text.split()) <= CHAPTER_WORDS and not ENDED_LINE.search(clause.text)


def _finishes(before: Clause, clause: Clause) -> bool:
    """True where an unmarked clause goes on with the one before it."""
    return not ENDED_LINE.search(before.text) or (clause.text[:1].islower() and not before.text.endswith("."))
