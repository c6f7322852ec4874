"""How well matters are linked, and where they stand: python -m bench.matters GOLD.json --index DIR [--only ID,ID]

Gold is a list of matters with `items` (body, meeting_date, item) and `positions` (a sentence after each meeting).
Linking is scored by pairs: two items of gold are together where one matter has both. A position is right where it
speaks of the same meeting and holds at least half of the telling words and figures of the gold sentence.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from app.matters.ledger import Ledger
from app.matters.position import Position, position_of
from app.matters.standing import ledger_of
from indexer.linking.matters import Matter
from indexer.store import PUBLIC, Store
from retriever.words import stems

HALF = 0.5

Key = tuple[str, str, str]
Pair = frozenset[Key]


@dataclass(frozen=True, slots=True)
class Score:
    """Pairs that are right, that the program has and that gold has; positions that are right, and all."""

    right: int
    ours: int
    gold: int
    stood: int
    positions: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.ours + self.gold) if self.ours + self.gold else 0.0


def key_of(body: str, day: str, item: str) -> Key:
    """An item as both sides know it: whose, when, and its number without blanks."""
    return body.casefold(), day, "".join(item.split()).casefold().rstrip(".")


def pairs_of(groups: Iterable[Iterable[Key]], known: set[Key]) -> set[Pair]:
    """Every two known items that one group has together."""
    return {frozenset(pair) for group in groups for pair in combinations(sorted({*group} & known), 2)}


def keys_of(matter: Matter, ledger: Ledger) -> Iterator[Key]:
    """The items of a matter, and those of others that name it."""
    for one in matter.items:
        if one.held_on:
            yield key_of(one.section.meeting.body, one.held_on.isoformat(), one.item)
    for turn in position_of(matter, ledger).turns:
        if turn.aside and turn.held_on and turn.quotes:
            yield key_of(
                turn.meeting.body, turn.held_on.isoformat(), turn.quotes[0].item or turn.quotes[0].section.item
            )


def meant_by(entry: dict[str, Any], found: dict[str, set[Key]]) -> str:
    """The address of the matter that has most of an entry's items, the smallest of several; "" for none."""
    own = {key_of(one["body"], one["meeting_date"], one["item"]) for one in entry["items"]}
    best = max(found, key=lambda address: (len(found[address] & own), -len(found[address])), default="")
    return best if best and found[best] & own else ""


def stands(position: Position, said: dict[str, str]) -> bool:
    """Whether a position speaks of the meeting of a gold sentence, and in half of its words at least."""
    day = date.fromisoformat(said["meeting_date"])
    latest = [turn for turn in position.turns if turn.held_on == day and turn.meeting.body == said["body"]]
    if not latest:
        return False
    text = f"{position.sentence} {' '.join(quote.text for turn in latest for quote in turn.quotes)} {latest[0].lead}"
    wanted = stems(said["position"])
    return len(wanted & stems(text)) >= HALF * len(wanted)


def score(gold: list[dict[str, Any]], store: Store, *, show: bool) -> Score:
    """The score of all matters of a store against those of gold."""
    ledger = ledger_of(store, PUBLIC)
    matters = {one.address: one for one in store.matters(right=PUBLIC)}
    whose = {entry["organisation"] for entry in gold}
    found = {address: set(keys_of(one, ledger)) for address, one in matters.items() if one.organisation in whose}
    groups = [[key_of(one["body"], one["meeting_date"], one["item"]) for one in entry["items"]] for entry in gold]
    known = {key for group in groups for key in group}
    wanted, ours = pairs_of(groups, known), pairs_of(found.values(), known)
    stood = total = 0
    for entry in gold:
        address = meant_by(entry, found)
        for said in entry["positions"]:
            total += 1
            then = date.fromisoformat(said["meeting_date"])
            position = position_of(matters[address], ledger, until=then) if address else None
            right = bool(position and stands(position, said))
            stood += right
            if show and not right:
                print(f"{entry['id']} {then}\n  gold  {said['position']}\n  ours  {position and position.sentence}")
    if show:
        for sign, pairs in (("missing", wanted - ours), ("too many", ours - wanted)):
            print(*(f"{sign}: {sorted(pair)}" for pair in sorted(pairs, key=sorted)), sep="\n")
    return Score(len(wanted & ours), len(ours), len(wanted), stood, total)


def main() -> None:
    """Print the figures for a file of gold and an index."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--index", type=Path, required=True)
    parser.add_argument("--only", default="", help="ids of gold, separated by commas")
    parser.add_argument("--show", action="store_true", help="what is not right")
    options = parser.parse_args()
    only = set(filter(None, options.only.split(",")))
    gold = [entry for entry in json.loads(options.gold.read_text(encoding="utf-8")) if not only or entry["id"] in only]
    with Store(options.index, None) as store:
        found = score(gold, store, show=options.show)
    print(f"linking F1 {found.f1:.3f} ({found.right} right, {found.ours} ours, {found.gold} gold)")
    print(f"positions {found.stood / (found.positions or 1):.3f} ({found.stood} of {found.positions})")


if __name__ == "__main__":
    main()
