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
from app.compose.traces.course import course_of, line_of, statements_of, step
from app.compose.traces.matter import ASKS
from app.compose.traces.part import bodies_in, names_a_part, part_of, who_deals
from app.compose.traces.settled import Settled, settled
from app.compose.wording import Draft, Statement
from app.matters.position import AHEAD, Piece, Position, position_of, told_of
from app.matters.turns import Turn
from indexer.forms.dates import find_dates
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

NEAR = 0.08
"""How far behind the best a matter may be to be offered beside it."""

MOST_OTHERS = 2

FEWEST_NEW = 4
"""Words beside the matter's name that a position must have to say anything."""


def standing(question: Question, records: Records) -> Draft | None:
    """The position of the one matter that is asked about; None where something else, or more, is asked."""
    if records.ledger is None or _names_nothing(question):
        return None
    named = _names_of_parts(question) | (_TIMES if question.periods else frozenset())
    text = " ".join(term for term in question.terms if stem(term) not in named and not _is_time(term, question))
    fits = matters_for(text, records.matters, organisations=question.organisations, asking=_words_of_asking(question))
    if not fits or fits[0].fit < SURELY:
        return None
    told = _told(question, position_of(fits[0].matter, records.ledger), text, fits[0])
    return Draft("trace", True, (*told, *_others(fits))) if told else None


def _told(question: Question, position: Position, text: str, fit: Fit) -> list[Statement]:
    """What is to be said of a matter; nothing where a question asks for something beside it."""
    left = _left(text, question, fit, _words_of_asking(question))
    of_body = bodies_in(position, left)
    # "Where does the quay's lighting stand?" asks for a part of the matter: the position of the whole would be beside
    # it.
    if left and not of_body:
        return _on_its_day(question, position, left)
    if of_body or names_a_part(question):
        return _of_a_part(question, position, left)
    return _of_all(question, position, fit)


def _on_its_day(question: Question, position: Position, left: frozenset[str]) -> list[Statement]:
    """The newest decision that gives a day for the part of a matter of which it is asked when; none for other parts.

    "When will the mill be let?" is answered by "that the date of letting be altered to 3 May".
    """
    if question.reading.form != "date":
        return []
    for turn in position.turns:
        for quote in turn.quotes if turn.minuted else ():
            if left <= frozenset(stems_of(quote.text)) and find_dates(quote.text):
                return statements_of([Piece(told_of(turn), (quote,)), *_untold(position.pieces, {quote.text})])
    return []


def _names_nothing(question: Question) -> bool:
    """Whether a question has no name of a matter in it, or wants to be told what it is: "what is the tide mill?"."""
    subject = question.kind is QuestionKind.OVERVIEW and question.reading.subject
    # On what day it was decided that decision says, and not the last one.
    if question.reading.asks & {Ask.DAY_DECIDED, Ask.ABBREVIATION}:
        return True
    return not question.terms or (bool(subject) and not ASKS_STANDING & set(question.terms))


def _words_of_asking(question: Question) -> frozenset[str]:
    """The stems that only say how the matter is asked for; of a course also those that ask for one."""
    asking = _ASKING | {stem(word) for word in question.end_words}
    return asking | _COURSE if question.kind is QuestionKind.TRACE else asking


def _of_a_part(question: Question, position: Position, left: frozenset[str]) -> list[Statement]:
    """What one body, or one time, did with the matter."""
    # The ruling of that body, or of that day, belongs to who tells it limb by limb; how it changed over a time is more
    # than what stands at its end.
    of_a_course = question.kind is QuestionKind.TRACE and _COURSE & set(map(stem, question.terms))
    return (
        []
        if of_a_course or question.kind is QuestionKind.DECISION or not position.pieces
        else statements_of(part_of(question, position, left))
    )


def _of_all(question: Question, position: Position, fit: Fit) -> list[Statement]:
    """Where the matter stands, then the steps that led there."""
    if not position.pieces or not _says_something(position.pieces[0], fit):
        return []
    if question.kind is QuestionKind.TRACE and not _NOW & set(question.terms):
        course = course_of(position)
        return (
            course
            if len({said.evidence.passage.section.meeting.sitting for said in course if said.evidence}) > 1
            else []
        )
    return [*statements_of(_pieces(question, position)), *_steps(position)]


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


def _answered(answer: Settled, position: Position) -> list[Piece]:
    """Yes, no or not yet with the words that prove it, then the position as far as it says more.

    What was settled up to a day stands behind a newer decision: that day may have been moved.
    """
    new = list(_untold(position.pieces, {quote.text for quote in answer.quotes}))
    last = position.decisive
    if answer.until and last and _is_newer(last, answer.turn):
        first = Piece(f"No, by the decisions we have. {told_of(last)}", last.quotes[:1])
        before = Piece(f"This goes back to an earlier decision: {_small(told_of(answer.turn))}", answer.quotes)
        return [first, before, *_untold(new, {quote.text for quote in first.quotes})]
    same = [replace(piece, text="At the same meeting:") for piece in new if _is_of(piece, answer.turn)]
    others = [_since(piece) for piece in new if not _is_of(piece, answer.turn)]
    return [Piece(f"{answer.words} {told_of(answer.turn)}", answer.quotes), *same, *others]


def _is_newer(turn: Turn, other: Turn) -> bool:
    return bool(turn.held_on and other.held_on and turn.held_on > other.held_on)


def _small(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"


def _untold(pieces: Sequence[Piece], shown: set[str]) -> Iterator[Piece]:
    """The pieces without the quotes that are shown already, and without those that have no other."""
    for piece in pieces:
        quotes = tuple(quote for quote in piece.quotes if quote.text not in shown)
        if quotes or not piece.quotes:
            yield replace(piece, quotes=quotes)


def _is_of(piece: Piece, turn: Turn) -> bool:
    """Whether a piece says what a turn's meeting did."""
    return bool(piece.quotes) and not piece.ahead and piece.quotes[0].section.meeting == turn.meeting


def _since(piece: Piece) -> Piece:
    """A piece after a yes or no: the answer may be older than the last decision, and what came since follows it."""
    return replace(piece, text=f"Then, on {piece.text[3:]}") if piece.text.startswith("On ") else piece


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


def _steps(position: Position) -> Iterator[Statement]:
    """One line for each earlier meeting that is not in the position, newest first."""
    told = {quote.text for piece in position.pieces for quote in piece.quotes}
    # A turn of which one quote is shown already has been told.
    before = [turn for turn in position.turns if turn.kind not in AHEAD and not told & {q.text for q in turn.quotes}]
    yield from islice((step(turn) for turn in before if line_of(turn)), MOST_STEPS)


def _others(fits: Sequence[Fit]) -> Iterator[Statement]:
    """The other matters that the same words may mean, each by its own title."""
    near = [one for one in fits[1:] if one.fit >= max(SURELY, fits[0].fit - NEAR)]
    for one in near[:MOST_OTHERS]:
        last = one.matter.items[-1]
        text = f"The words also fit another matter, of {one.matter.organisation or 'another body'}:"
        yield Statement(text, Evidence.of(last.section, last.title, last.page, last.item, last.title))


_ASKING = frozenset(map(stem, ASKS_STANDING))
_NOW = frozenset("stand stands standing latest status now current currently happening".split())
# "How did the fees change?" asks for two figures, and not for every meeting that spoke of fees.
_COURSE = ASKS - _ASKING - frozenset(map(stem, "change shift move differ".split()))
_TIMES = frozenset(map(stem, MONTHS))
