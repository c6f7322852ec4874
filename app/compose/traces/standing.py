"""Standing: where the matter that a question names stands, then the steps that led there, the newest first.

Made only where the question names a matter and asks no more of it than how it stands: "the tide mill", "what about the
tide mill?", "is the tide mill closing?". Named meetings, bodies and days are for the other composers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from app.compose.evidence import Evidence
from app.compose.records import Records
from app.compose.traces.part import bodies_in, names_a_part, part_of, who_deals
from app.compose.traces.settled import Settled, settled
from app.compose.wording import Draft, Statement
from app.matters.ledger import Quote
from app.matters.position import AHEAD, Piece, Position, position_of, told_of
from app.matters.turns import Turn
from indexer.linking.matters.subjects import stems_of
from retriever.matters import SURELY, Fit, matters_for
from retriever.periods import MONTHS
from retriever.question_forms import Ask
from retriever.question_forms.limbs import GENERIC
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
    if records.ledger is None or not question.terms:
        return None
    if question.kind is QuestionKind.OVERVIEW and question.reading.subject and not ASKS_STANDING & set(question.terms):
        return None  # "what is the tide mill?" wants to be told what it is
    asking = _ASKING | {stem(word) for word in question.end_words}
    named = _names_of_parts(question) | (_TIMES if question.periods else frozenset())
    text = " ".join(term for term in question.terms if stem(term) not in named and not _is_time(term, question))
    fits = matters_for(text, records.matters, organisations=question.organisations, asking=asking)
    if not fits or fits[0].fit < SURELY:
        return None
    position = position_of(fits[0].matter, records.ledger)
    left = _left(text, question, fits[0], asking)
    parts = names_a_part(question) or bodies_in(position, left)
    # "Where does the quay's lighting stand?" asks for a part of the matter: the position of the whole would be beside
    # it.
    if (left and not bodies_in(position, left)) or not position.pieces:
        return None
    if parts and question.kind is QuestionKind.DECISION:
        return None  # the ruling of that body, or of that day, belongs to who tells it limb by limb
    if parts:
        told = part_of(question, position, left)
        return Draft("trace", True, (*_all(told), *_others(fits))) if told else None
    if not _says_something(position.pieces[0], fits[0]):
        return None
    pieces = _pieces(question, position)
    return Draft("trace", True, (*_all(pieces), *_steps(position), *_others(fits)))


def _pieces(question: Question, position: Position) -> list[Piece]:
    """The position with what is asked for in front: yes or no, who, or when next."""
    asks = question.reading.asks
    if question.end and Ask.YES_OR_NO in asks and (answer := settled(question.end, position)):
        return _answered(answer, position)
    if ASKS_NEXT & set(question.terms):
        pieces = sorted(position.pieces, key=lambda piece: not piece.ahead)
        # Who asks what comes next is not answered by what came last.
        missing = Piece("We found no agenda or plan that has it after its last meeting.")
        return pieces if pieces[0].ahead else [missing, *pieces]
    return who_deals(position) if Ask.DEALS in asks else list(position.pieces)


def _names_of_parts(question: Question) -> frozenset[str]:
    """The stems of the bodies that a question names."""
    bodies = frozenset(one for body in question.bodies for one in stems_of(body)) & {*map(stem, question.terms)}
    return bodies | {"full"} if bodies else bodies  # the full council


def _is_time(term: str, question: Question) -> bool:
    return bool(question.periods) and term.isdigit()


def _all(pieces: Sequence[Piece]) -> list[Statement]:
    return [statement for piece in pieces for statement in _statements(piece.text, piece.quotes)]


def _answered(answer: Settled, position: Position) -> list[Piece]:
    """Yes, no or not yet with the words that prove it, then the position as far as it says more."""
    shown = {quote.text for quote in answer.quotes}
    same, others = [], []
    for piece in position.pieces:
        quotes = tuple(quote for quote in piece.quotes if quote.text not in shown)
        if piece.quotes and not quotes:
            continue
        if quotes and not piece.ahead and quotes[0].section.meeting == answer.turn.meeting:
            same.append(Piece("At the same meeting:", quotes))
        # The answer may be older than the last decision: what came since follows it.
        elif piece.text.startswith("On "):
            others.append(replace(piece, text=f"Then, on {piece.text[3:]}"))
        else:
            others.append(replace(piece, quotes=quotes))
    return [Piece(f"{answer.words} {told_of(answer.turn)}", answer.quotes), *same, *others]


def _says_something(piece: Piece, fit: Fit) -> bool:
    """False where the quotes of a position only repeat its title, or name nothing at all: "This was agreed"."""
    titles = {one for name in (fit.matter.title, *fit.matter.other_names) for one in stems_of(name)}
    said = {one for quote in piece.quotes for one in stems_of(quote.text)}
    return not piece.quotes or len(said - titles) >= FEWEST_NEW


def _left(text: str, question: Question, fit: Fit, asking: frozenset[str]) -> frozenset[str]:
    """What a question asks about beside the matter, and how it stands."""
    names = [fit.matter.title, *fit.matter.other_names, *question.organisations, *question.expansions]
    known = {one for name in names for one in stems_of(name)}
    known |= {one for item in fit.matter.items for one in stems_of(item.title)}
    return frozenset(map(stem, text.split())) - known - asking - GENERIC


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
_TIMES = frozenset(map(stem, MONTHS))
