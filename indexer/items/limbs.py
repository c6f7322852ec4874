"""Limbs: the entries of a list of clauses, each with the deeper lists inside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from indexer.forms.grammar import AFTER
from indexer.forms.minutes.paragraphs import REASON
from indexer.items.clauses import ENDS, Clause, place_in

# The heading of a chapter has at most this many words.
CHAPTER_WORDS = 6
# The reason for a limb takes no more paragraphs than these.
REASON_WITHIN = 3
# Letters that may be a number or a letter of a list.
LONE_ROMANS = frozenset("ivxlIVX")


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
        if sort == first.sort and (place == 0 or first.sort == "bullet" or place <= here <= place + 2):
            if current:
                yield at, tuple(current)
            current, place = [clause], here
        elif (
            current
            and not AFTER.match(clause.text)
            and not _opens_chapter(clause, first.sort)
            and ((clause.sort and clause.sort != first.sort) or (not clause.sort and _finishes(current[-1], clause)))
        ):
            current.append(clause)
        elif current and (after := _behind_reason(clauses_, at, first.sort, place)):
            yield at, tuple(current)
            current, at = [], after
            continue
        else:
            break
        at += 1
    if current:
        yield at, tuple(current)


def _behind_reason(clauses_: Sequence[Clause], at: int, sort: str, place: int) -> int:
    """The index of the limb that goes on counting behind the reason which stands at an index; 0 for none."""
    if sort == "bullet" or not REASON.match(clauses_[at].text):
        return 0
    for below in range(at + 1, min(at + 1 + REASON_WITHIN, len(clauses_))):
        found, here = _as_in(clauses_[below], sort, place)
        if found == sort and here == place + 1:
            return below
        if clauses_[below].sort:
            return 0
    return 0


def _as_in(clause: Clause, sort: str, place: int) -> tuple[str, int]:
    """A clause's mark read as one of the list that it may continue: "(i)" after "(h)" is a letter."""
    if sort == "alpha" and clause.sort == "roman" and clause.mark.strip("(). ") in LONE_ROMANS:
        as_letter = place_in(clause.mark, "alpha")
        if as_letter == place + 1:
            return "alpha", as_letter
    return clause.sort, place_in(clause.mark, clause.sort)


def _opens_chapter(clause: Clause, sort: str) -> bool:
    """True for "4. Background" behind a list counted in letters: the heading of what comes next, no limb of it."""
    counted = clause.sort in ("digit", "decimal") and sort != clause.sort
    return counted and len(clause.text.split()) <= CHAPTER_WORDS and not ENDS.search(clause.text)


def _finishes(before: Clause, clause: Clause) -> bool:
    """True where an unmarked clause goes on with the one before it."""
    return not ENDS.search(before.text) or (clause.text[:1].islower() and not before.text.endswith("."))
