"""Shape: what of a draft is shown at once, and what stands behind "more from the papers"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.compose.evidence import Evidence
from app.compose.wording import Draft, Statement, length
from indexer.items.sentences import sentences

MOST_QUOTES = 5  # a page shows three of them at first
LEAST = 120  # characters of room that are worth another quote
ROOM = 1150  # characters of an answer; 780 were short by a third, but cost one right answer in fifteen
LONG_ROOM = 1430  # characters of what something is, and of passages shown whole
WHOLE = frozenset({"list", "trace", "standing"})  # drafts of records, a line each: every entry and every step is shown


def shaped(composer: str, draft: Draft, *, broad: bool = False) -> Draft:
    """The draft with a few quotes in front and all others behind; lists and courses stay whole.

    A `broad` question asks what something is or how it went on, or leans on an earlier one: more is shown of it, and of
    whole passages, since no few lines of them are sure to answer.
    """
    if composer in WHOLE:
        return draft
    passages = composer == "blocks"
    room = LONG_ROOM if broad or passages else ROOM
    shown, more = parted(draft.statements, most=MOST_QUOTES, room=room, cut=passages)
    return replace(draft, statements=tuple(shown), more=(*more, *draft.more))


def supported(draft: Draft, by: Draft) -> Draft:
    """The draft with its room filled by what new things the quotes of another say; the rest goes behind."""
    said = "\n".join(one.evidence.sentence for one in draft.statements if one.evidence)
    new = [one for one in by.statements if one.evidence and one.evidence.sentence not in said]
    room = ROOM - sum(map(length, draft.statements))
    shown, more = parted(new, most=MOST_QUOTES, room=room, cut=True) if room >= LEAST else ([], new)
    return replace(draft, statements=(*draft.statements, *shown), more=(*draft.more, *more))


def parted(
    statements: Sequence[Statement], *, most: int, room: int, cut: bool = False
) -> tuple[list[Statement], list[Statement]]:
    """The statements that fit into the room with at most so many quotes, the first trimmed; then all others.

    `cut` trims the last as well: a passage may end with any sentence, a resolution may not.
    """
    shown: list[Statement] = []
    for statement in statements:
        quotes = sum(one.evidence is not None for one in shown)
        if statement.evidence and quotes == most:
            break
        fitting = statement if length(statement) <= room else _cut(statement, room, first=not quotes, cut=cut)
        if fitting is None:
            break
        shown.append(fitting)
        room -= length(fitting)
    return shown, _under_their_words(statements, len(shown))


def _cut(statement: Statement, room: int, *, first: bool, cut: bool) -> Statement | None:
    """A statement that is too long, trimmed to the room; None where it may not be cut, or cannot be."""
    if statement.evidence is None or not (first or (cut and room >= LEAST)):
        return None
    short = trimmed(statement, room)
    return short if first or length(short) <= room + LEAST else None


def _under_their_words(statements: Sequence[Statement], start: int) -> list[Statement]:
    """The quotes from a place on, each under the words that it stood under."""
    found: list[Statement] = []
    words = ""
    for place, statement in enumerate(statements):
        words = statement.text or words
        if place >= start and statement.evidence:
            found.append(replace(statement, text=words, joins=False))
    return found


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
