"""Parts: the answers about two matters that one question asks about, the second under a short head of its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.compose.shape import LONG_ROOM, parted
from app.compose.wording import Draft, Statement, length

OF_SECOND = 420  # characters of what is shown of the second answer
MOST_OF_SECOND = 2  # its quotes


def joined(first: Draft, second: Draft, part: str) -> Draft:
    """The first answer, then the heart of the second; the first alone where that says what it has said already.

    `part` is the second question in its own words. A list or a course stays as it is: it is shown whole.
    """
    said = "\n".join(one.evidence.sentence for one in first.statements if one.evidence)
    new = [one for one in second.statements if one.evidence is None or one.evidence.sentence not in said]
    shown, behind = parted(new, most=MOST_OF_SECOND, room=OF_SECOND, cut=True)
    if not any(one.evidence for one in shown):
        return first
    room = LONG_ROOM - sum(map(length, shown))
    kept, left = parted(first.statements, most=len(first.statements), room=room, cut=True)
    return replace(
        first,
        answered=first.answered or second.answered,
        statements=(*kept, *_under_its_head(shown, part)),
        more=(*left, *behind, *first.more, *second.more),
    )


def _under_its_head(statements: list[Statement], part: str) -> Iterator[Statement]:
    head = f"As to “{part.strip(' ?.,')}”:"
    for n, one in enumerate(statements):
        yield one if n else replace(one, text=f"{head} {one.text}".strip(), headline="", spans=(), joins=False)
