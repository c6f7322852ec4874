"""Shape: what of a draft is shown at once, and what stands behind "more from the papers"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.compose.evidence import Evidence
from app.compose.wording import Draft, Statement, length
from indexer.items.sentences import sentences

MOST_QUOTES = 3
ROOM = 640  # characters of an answer that is read at a glance
LONG_ROOM = 1100  # characters of a course in steps, or of what something is
WHOLE = frozenset({"list"})  # drafts that are a list: every entry of it is shown
STEPS = frozenset({"trace"})  # drafts in steps: each step has its own quote


def shaped(composer: str, draft: Draft) -> Draft:
    """The draft with at most three quotes in front and all others behind; a list stays whole, a course keeps its steps."""
    if composer in WHOLE:
        return draft
    most = len(draft.statements) if composer in STEPS else MOST_QUOTES
    room = LONG_ROOM if composer in STEPS or draft.kind == "overview" else ROOM
    shown, more = parted(draft.statements, most=most, room=room)
    return replace(draft, statements=tuple(shown), more=(*more, *draft.more))


def parted(statements: Sequence[Statement], *, most: int, room: int) -> tuple[list[Statement], list[Statement]]:
    """The statements that fit into the room with at most so many quotes, and those that do not; the first is trimmed."""
    shown: list[Statement] = []
    more: list[Statement] = []
    quotes = 0
    opening = ""  # the words over quotes that went behind; those under the same words follow them
    for statement in statements:
        fits = not more and (statement.evidence is None or quotes < most) and length(statement) <= room
        if not fits and not quotes and statement.evidence:
            statement, fits = trimmed(statement, room), True
        if fits:
            shown.append(statement)
            quotes += statement.evidence is not None
            room -= length(statement)
        elif statement.evidence:
            opening = statement.text or opening
            more.append(replace(statement, text=opening, joins=False))
    return shown, more


def trimmed(statement: Statement, room: int) -> Statement:
    """The statement with as many of its quote's first sentences as fit into the room, one at the least."""
    if statement.evidence is None:
        return statement
    return replace(statement, evidence=first_of(statement.evidence, room - len(statement.text)))


def first_of(evidence: Evidence, room: int) -> Evidence:
    """A quote cut at the end of a sentence so that it fits into the room; its first sentence stays in any case."""
    kept: list[str] = []
    for line in sentences(evidence.sentence):
        if kept and len(line) + 1 > room:
            break
        kept.append(line)
        room -= len(line) + 1
    return replace(evidence, sentence="\n".join(kept)) if kept else evidence
