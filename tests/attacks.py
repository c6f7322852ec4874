"""Which patterns take too long over lines made to be hard for them: JSON of patterns in, JSON of the slow ones out.

    python tests/attacks.py < patterns.json

Each pattern meets runs of what papers consist of, and runs made from its own parts: what stands before a repetition,
then the repeated part over and over, then something that does not fit. A pattern is slow when its work grows much
faster than the line does, or when it takes long for each character.
"""

from __future__ import annotations

import json
import random
import re
import signal
import sys
import time
from collections.abc import Iterator
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import FrameType
from typing import Any, NoReturn

LENGTH = 2_000
"""Characters of a line; a pattern that is slow for it meets one twice as long."""

NOTICEABLE, GROWTH = 0.0015, 3.2
"""Seconds from which a line is tried again twice as long, and by how much its time may grow then: 2 is in proportion."""

LONG, ENDLESS = 0.06, 2.0
"""Seconds that a line of twice the length may take whatever the growth, and after which it is given up."""

MANY = 8  # repetitions from which on a part of a pattern is worth an attack
LINES = 40  # for each pattern

RUNS = (
    "a|Ab|A| |\t|1|12 |.|,|\"|“|'|’|(|[|((1|Ab |ab |Ab, |AB |a-|-|–|1.|1,|(a|a, |A. |a.b|1/|£1,|\n|and |the |Cllr Ab |"
    "a1|_|•| . |; |Mr A |A'"
).split("|")

CATEGORIES = {
    op.CATEGORY_DIGIT: ("1", str.isdigit),
    op.CATEGORY_WORD: ("a", lambda letter: letter.isalnum() or letter == "_"),
    op.CATEGORY_SPACE: (" ", str.isspace),
    op.CATEGORY_NOT_DIGIT: ("a", lambda letter: not letter.isdigit()),
    op.CATEGORY_NOT_WORD: (" ", lambda letter: not (letter.isalnum() or letter == "_")),
    op.CATEGORY_NOT_SPACE: ("a", lambda letter: not letter.isspace()),
}


class TooLong(Exception):
    """A pattern used more time than any may."""


def one_of(members: list[tuple[Any, Any]], chance: random.Random) -> str:
    """A character that a set in brackets takes."""
    if members[0][0] is op.NEGATE:
        return next((one for one in chance.sample("aA1 .,(\"'-", 10) if not in_set(one, members[1:])), "x")
    kind, value = chance.choice(members)
    if kind is op.CATEGORY:
        return CATEGORIES[value][0]
    return chr(value if kind is op.LITERAL else value[0])


def in_set(letter: str, members: list[tuple[Any, Any]]) -> bool:
    """Whether a set without a "not" takes a character."""
    for kind, value in members:
        if kind is op.LITERAL and ord(letter) == value:
            return True
        if kind is op.RANGE and value[0] <= ord(letter) <= value[1]:
            return True
        if kind is op.CATEGORY and CATEGORIES[value][1](letter):
            return True
    return False


def sample(parts: Any, chance: random.Random) -> str:
    """A text that parts of a pattern match, as short as chance makes it; what only looks around is left out."""
    made = []
    for kind, value in parts:
        if kind is op.LITERAL:
            made.append(chr(value))
        elif kind is op.NOT_LITERAL or kind is op.ANY:
            made.append(chance.choice("a 1"))
        elif kind is op.IN:
            made.append(one_of(value, chance))
        elif kind is op.BRANCH:
            made.append(sample(chance.choice(value[1]), chance))
        elif kind is op.SUBPATTERN:
            made.append(sample(value[3], chance))
        elif kind is op.ATOMIC_GROUP:
            made.append(sample(value, chance))
        elif kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            least, most, body = value
            times = least if chance.random() < 0.5 else min(int(most), least + 1)
            made += [sample(body, chance) for _ in range(times)]
    return "".join(made)


def repetitions(parts: Any, before: list[Any]) -> Iterator[tuple[list[Any], Any]]:
    """Each part that a pattern repeats without a small bound, at any depth, with all that stands before it."""
    before = list(before)
    for part in parts:
        kind, value = part
        if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            if value[1] > MANY:
                yield before, value[2]
            yield from repetitions(value[2], before)
        elif kind is op.SUBPATTERN:
            yield from repetitions(value[3], before)
        elif kind is op.ATOMIC_GROUP:
            yield from repetitions(value, before)
        elif kind is op.BRANCH:
            for branch in value[1]:
                yield from repetitions(branch, before)
        elif kind in (op.ASSERT, op.ASSERT_NOT):
            yield from repetitions(value[1], before)
        before.append(part)


def attacks(pattern: str, flags: int) -> Iterator[tuple[str, str, str]]:
    """Beginning, repeated part and end of lines that may be hard for a pattern, the telling ones first."""
    chance = random.Random(pattern)
    tree = parser.parse(pattern, flags & ~re.DEBUG)
    own = [("", run, "\0") for run in RUNS]
    for before, body in repetitions(tree, []):
        opened, repeated = sample(before, chance), sample(body, chance)
        own += [(opened, repeated, "\0"), ("", opened + repeated, ""), ("", opened, "")]
    own += [("", sample(tree, chance) + " ", "")] * 2
    rest = own[len(RUNS) :]
    chance.shuffle(rest)
    seen = dict.fromkeys((*own[: len(RUNS)], *rest))
    yield from [one for one in seen if one[1]][: len(RUNS) + LINES]


def seconds(pattern: re.Pattern[str], use: str, line: str) -> float:
    """The least computing time of two tries; gives up after ENDLESS."""
    least = ENDLESS
    for _ in range(2):
        signal.setitimer(signal.ITIMER_VIRTUAL, ENDLESS)
        started = time.process_time()
        try:
            if use in ("match", "fullmatch"):
                getattr(pattern, use)(line)
            else:
                for _found in pattern.finditer(line):
                    pass
        except TooLong:
            return ENDLESS
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        least = min(least, time.process_time() - started)
        if least < NOTICEABLE:
            break
    return least


def slow_over(pattern: re.Pattern[str], uses: list[str]) -> str:
    """The line over which a pattern is slow, and how, in words; "" where it is not."""
    kinds = {use if use in ("match", "fullmatch") else "search" for use in uses}
    for opened, repeated, end in attacks(pattern.pattern, pattern.flags):
        short, long = (opened + repeated * (size // len(repeated)) + end for size in (LENGTH, 2 * LENGTH))
        for use in kinds:
            if (first := seconds(pattern, use, short)) < NOTICEABLE:
                continue
            second = seconds(pattern, use, long) if first < ENDLESS else ENDLESS
            if second >= LONG or second > GROWTH * first:
                said = f"{opened[:40]!r} + {repeated[:40]!r} x {LENGTH // len(repeated)} + {end!r}"
                return f"{use} over {said}: {first:.4f} s, twice as long {second:.4f} s"
    return ""


def ring(_number: int, _frame: FrameType | None) -> NoReturn:
    raise TooLong


def main() -> None:
    """Print the patterns that are slow, each with the line that shows it."""
    signal.signal(signal.SIGVTALRM, ring)
    slow = []
    for one in json.load(sys.stdin):
        if said := slow_over(re.compile(one["pattern"], one["flags"]), one["uses"]):
            slow.append(f"{one['file']}: {one['pattern'][:200]}\n    {said}")
    print(json.dumps(slow))


if __name__ == "__main__":
    main()
