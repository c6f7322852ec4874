"""Standing: where the matter that a question names stands, then the steps that led there, the newest first.

Made only where the question names a matter and asks no more of it than how it stands: "the tide mill", "what about the
tide mill?", "is the tide mill closing?". Named meetings, bodies and days are for the other composers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from app.compose.evidence import Evidence
from app.compose.records import Records
from app.compose.wording import Draft, Statement
from app.matters.ledger import Quote
from app.matters.position import AHEAD, Piece, Position, position_of
from app.matters.turns import Turn
from indexer.linking.matters.subjects import stems_of
from retriever.matters import SURELY, Fit, matters_for
from retriever.question_forms.standing import ASKS_NEXT, ASKS_STANDING
from retriever.questions import Question, QuestionKind
from retriever.words import stem

MOST_STEPS = 4
"""Steps behind the position; the page of the matter has all of them."""

LONGEST_STEP = 260
"""Characters of a quote that still is one line of a list."""

NEAR = 0.08
"""How far behind the best a matter may be to be offered beside it."""

MOST_OTHERS = 2

FEWEST_NEW = 4
"""Words beside the matter's name that a position must have to say anything."""


def standing(question: Question, records: Records) -> Draft | None:
    """The position of the one matter that is asked about; None where something else, or more, is asked."""
    # "Where did the quay stand in May?" asks for a part of its course, which the course gives.
    if records.ledger is None or question.bodies or question.periods or not question.terms:
        return None
    if question.kind is QuestionKind.OVERVIEW and question.reading.subject and not ASKS_STANDING & set(question.terms):
        return None  # "what is the tide mill?" wants to be told what it is
    fits = matters_for(" ".join(question.terms), records.matters, organisations=question.organisations, asking=_ASKING)
    # "Where does the quay's lighting stand?" asks for a part of the matter: the position of the whole would be beside
    # it.
    if not fits or fits[0].fit < SURELY or _left(question, fits[0]):
        return None
    position = position_of(fits[0].matter, records.ledger)
    if not position.pieces or not _says_something(position.pieces[0], fits[0]):
        return None
    pieces = list(position.pieces)
    if ASKS_NEXT & set(question.terms):
        pieces.sort(key=lambda piece: not piece.ahead)
        # Who asks what comes next is not answered by what came last.
        if not pieces[0].ahead:
            pieces.insert(0, Piece("We found no agenda or plan that has it after its last meeting."))
    said = [statement for piece in pieces for statement in _statements(piece.text, piece.quotes)]
    return Draft("trace", True, (*said, *_steps(position), *_others(fits)))


def _says_something(piece: Piece, fit: Fit) -> bool:
    """False where the quotes of a position only repeat its title, or name nothing at all: "This was agreed"."""
    titles = {one for name in (fit.matter.title, *fit.matter.other_names) for one in stems_of(name)}
    said = {one for quote in piece.quotes for one in stems_of(quote.text)}
    return not piece.quotes or len(said - titles) >= FEWEST_NEW


def _left(question: Question, fit: Fit) -> set[str]:
    """What a question asks about beside the matter, and how it stands."""
    names = [fit.matter.title, *fit.matter.other_names, *question.organisations, *question.expansions]
    known = {one for name in names for one in stems_of(name)}
    known |= {one for item in fit.matter.items for one in stems_of(item.title)}
    return {stem(word) for word in question.terms} - known - _ASKING


def _statements(text: str, quotes: Sequence[Quote]) -> Iterator[Statement]:
    if not quotes:
        yield Statement(text)
    for n, quote in enumerate(quotes):
        yield Statement(text if n == 0 else "", _evidence(quote))


def _evidence(quote: Quote) -> Evidence:
    return Evidence.of(quote.section, quote.text, quote.page, quote.item, quote.title)


def _steps(position: Position) -> Iterator[Statement]:
    """One line for each earlier meeting that is not in the position, newest first."""
    told = {quote.text for piece in position.pieces for quote in piece.quotes}
    # A turn of which one quote is shown already has been told.
    before = [turn for turn in position.turns if turn.kind not in AHEAD and not told & {q.text for q in turn.quotes}]
    lines = ((turn, quote) for turn in before if (quote := _line(turn)))
    for turn, quote in islice(lines, MOST_STEPS):
        yield Statement(f"{turn.lead}:", _evidence(quote))


def _line(turn: Turn) -> Quote | None:
    return next((quote for quote in turn.quotes if len(quote.text) <= LONGEST_STEP), None)


def _others(fits: Sequence[Fit]) -> Iterator[Statement]:
    """The other matters that the same words may mean, each by its own title."""
    near = [one for one in fits[1:] if one.fit >= max(SURELY, fits[0].fit - NEAR)]
    for one in near[:MOST_OTHERS]:
        last = one.matter.items[-1]
        text = f"The words also fit another matter, of {one.matter.organisation or 'another body'}:"
        yield Statement(text, Evidence.of(last.section, last.title, last.page, last.item, last.title))


_ASKING = frozenset(map(stem, ASKS_STANDING))
