"""Course: how a stored matter went on - where it stands in a few lines, then one line for each step in date order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from app.compose.evidence import Evidence
from app.compose.wording import Statement, length
from app.matters.ledger import Quote
from app.matters.position import AHEAD, Deciding, Piece, Position
from app.matters.turns import Turn, TurnKind

LONGEST_STEP = 260
"""Characters of a quote that still is one line of a list."""

ROOM = 1400
"""Characters of a whole answer; what proves it cuts longer ones at their end."""

STEPS_WITH_ROUTINE = 6
"""Steps up to which those that were only noted, or came up under another item, are shown as well."""

STEPS = "The steps, in order of date:"

TELLING = (TurnKind.DECIDED, TurnKind.REJECTED, TurnKind.DEFERRED, TurnKind.REFERRED)
"""Turns that come first where there is no room for all."""


def course_of(position: Position) -> list[Statement]:
    """Where a matter stands, one quote for each meeting, then as many of its other steps as there is room for."""
    front = [replace(piece, quotes=piece.quotes[:1]) for piece in position.pieces if not _is_earlier(piece, position)]
    told = statements_of(front)
    shown = {quote.text for piece in position.pieces[: len(front)] for quote in piece.quotes}
    return [*told, *_steps(position.turns, shown, ROOM - len(STEPS) - sum(map(length, told)))]


def _is_earlier(piece: Piece, position: Position) -> bool:
    """Whether a piece says what was decided before the position: it is a step, with its day, as all others are."""
    first = position.pieces[0].quotes
    if piece is position.pieces[0] or piece.ahead or not piece.quotes or not first:
        return False
    return _held_on(piece.quotes[0]) < _held_on(first[0])


def _held_on(quote: Quote) -> date:
    return quote.section.meeting.held_on or date.min


def _steps(turns: Sequence[Turn], shown: set[str], room: int) -> list[Statement]:
    """A line for each meeting that is not told yet, in date order; the ones that settled most where room is short."""
    new = _untold(turns, shown)
    kept: list[Turn] = []
    for turn in _most_telling_first(new, Deciding(turns)):
        if (left := room - length(step(turn))) >= 0:
            room = left
            kept.append(turn)
    lines = [step(turn) for turn in reversed(new) if turn in kept]
    return [Statement(STEPS), *lines] if lines else []


def _most_telling_first(turns: Sequence[Turn], deciding: Deciding) -> list[Turn]:
    """The first one of all, since how it began is a part of a course, then what was settled by a body that decides."""
    return sorted(turns, key=lambda turn: (turn is not turns[-1], turn.kind not in TELLING, not deciding(turn)))


def _untold(turns: Sequence[Turn], shown: set[str]) -> list[Turn]:
    """The turns of which nothing is shown, newest first; of more than a few, those that did something."""
    new = [turn for turn in turns if _is_past(turn) and shown.isdisjoint(quote.text for quote in turn.quotes)]
    did = [turn for turn in new if not _is_routine(turn)]
    return did if did and len(new) > STEPS_WITH_ROUTINE else new


def _is_past(turn: Turn) -> bool:
    return turn.kind not in AHEAD and line_of(turn) is not None


def _is_routine(turn: Turn) -> bool:
    return turn.kind is TurnKind.NOTED or turn.aside


def step(turn: Turn) -> Statement:
    """One line of a course: "19 November 2024, Cabinet: decided:" and what it says."""
    quote = line_of(turn)
    return Statement(f"{turn.lead}:", evidence_of(quote) if quote else None)


def line_of(turn: Turn) -> Quote | None:
    """The first quote of a turn that is short enough for one line."""
    return next((quote for quote in turn.quotes if len(quote.text) <= LONGEST_STEP), None)


def statements_of(pieces: Sequence[Piece]) -> list[Statement]:
    """The pieces as statements, the words of each in front of its first quote."""
    return [statement for piece in pieces for statement in _statements(piece.text, piece.quotes)]


def _statements(text: str, quotes: Sequence[Quote]) -> Iterator[Statement]:
    if not quotes:
        yield Statement(text)
    for n, quote in enumerate(quotes):
        yield Statement(text if n == 0 else "", evidence_of(quote))


def evidence_of(quote: Quote) -> Evidence:
    """A quote of the ledger as evidence."""
    return Evidence.of(quote.section, quote.text, quote.page, quote.item, quote.title)
