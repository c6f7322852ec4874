"""Shape: what of a draft is shown at once, and what stands behind "more from the papers"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.compose.evidence import Evidence
from app.compose.wording import Draft, Statement, length
from indexer.items.sentences import sentences

MOST_QUOTES = 3
MOST_OF_SUBJECT = 5  # quotes that say what something is: its definition, what is said of it, what was decided last
ROOM = 720  # characters of an answer that is read at a glance
UNSURE_ROOM = 1050  # the same where the words of the question do not all stand in front, or lean on an earlier one
LONG_ROOM = 1350  # characters of what something is
SURE = 0.7  # share of the question's words in front, from which on that is likely to be the answer
WHOLE = frozenset({"list", "trace"})  # drafts of records, a line each: every entry and every step is shown


def shaped(composer: str, draft: Draft, *, sure: float = 1.0) -> Draft:
    """The draft with at most three quotes in front and all others behind; a list stays whole, a course keeps its steps.

    `sure` is the share of the question's words that stand in front: where few do, more is shown.
    """
    if composer in WHOLE:
        return draft
    room = UNSURE_ROOM if sure < SURE else ROOM
    most = MOST_QUOTES
    if draft.kind == "overview":
        most, room = MOST_OF_SUBJECT, LONG_ROOM
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
