"""Part: what one body, or the meetings of one time, did with a matter, then one line on what came later."""

from __future__ import annotations

from dataclasses import replace

from app.matters.position import AHEAD, Piece, Position, told_of
from app.matters.turns import Turn, quotes_of
from indexer.linking.matters.subjects import stems_of
from retriever.question_forms import Ask
from retriever.questions import Question

MOST_TURNS = 3
"""Meetings that one answer describes; how a period with more of them went is for the composer of courses."""

MOST_QUOTES = 3


def part_of(question: Question, position: Position, named: frozenset[str]) -> list[Piece]:
    """What the meetings that a question names did, the newest first, and what came later; none where it names none.

    `named` are the stems of what the question says beside the matter: "scrutiny" names the body of that name.
    """
    own = _own(position, question, named)
    if not own or (question.periods and len(own) > MOST_TURNS):
        return []
    told = [Piece(told_of(turn), turn.quotes[:MOST_QUOTES]) for turn in own[:MOST_TURNS]]
    return [*told, *_later(position, own[0])]


def _own(position: Position, question: Question, named: frozenset[str]) -> list[Turn]:
    """The turns of the meetings that a question names."""
    meant = [turn for turn in position.turns if turn.quotes and _is_meant(turn, question, named)]
    # What was done there says more than what was laid before it on another day.
    return [turn for turn in meant if turn.minuted] or meant


def _later(position: Position, told: Turn) -> list[Piece]:
    """One line on what came after a turn."""
    later = [turn for turn in position.turns if _is_later(turn, told)]
    # What settled it since says more than the last time that it was talked of.
    since = [turn for turn in later if turn is position.decisive] or later
    return [Piece(f"What came later: {_small(told_of(turn))}", turn.quotes[:1]) for turn in since[:1]]


def names_a_part(question: Question) -> bool:
    """Whether a question names a body or a time; "the council" alone is the whole authority as well."""
    full = Ask.FULL_COUNCIL in question.reading.asks
    return bool(question.periods) or any(full or body.casefold() != "council" for body in question.bodies)


def bodies_in(position: Position, words: frozenset[str]) -> bool:
    """Whether some words beside the matter's name are those of a body that dealt with it."""
    return bool(words) and any(words <= set(stems_of(turn.meeting.body)) for turn in position.turns)


def _is_meant(turn: Turn, question: Question, named: frozenset[str]) -> bool:
    body = turn.meeting.body
    if question.bodies and body not in question.bodies:
        return False
    if named and not question.bodies and not named <= set(stems_of(body)):
        return False
    return question.in_time(turn.held_on)


def _is_later(turn: Turn, other: Turn) -> bool:
    if turn.kind in AHEAD or not turn.quotes or turn.held_on is None or other.held_on is None:
        return False
    return turn.held_on > other.held_on and (turn.minuted or not turn.aside)


def _small(text: str) -> str:
    return f"{text[0].lower()}{text[1:]}"


def who_deals(position: Position) -> list[Piece]:
    """To whom the newest decision leaves a matter, in front of the rest; else which body dealt with it last."""
    pieces = list(position.pieces)
    if left := _left_to(position):
        return [left, *(piece for piece in pieces if not {*piece.quotes} & {*left.quotes})]
    last = next((turn for turn in position.turns if turn.kind not in AHEAD), None)
    if last and last.meeting.body:
        pieces[0] = replace(pieces[0], text=f"The {last.meeting.body} dealt with it last. {pieces[0].text}")
    return pieces


def _left_to(position: Position) -> Piece | None:
    """The newest decision that leaves a matter to somebody; None where no decision does."""
    for turn in (turn for turn in position.turns if turn.minuted and not turn.aside):
        for limb in (limb for limb in turn.limbs if limb.delegated_to and not limb.amendment):
            return Piece(f"To act: {limb.delegated_to}. {told_of(turn)}", quotes_of(limb)[-1:])
    return None
