"""Position: where a matter stands, in words of the papers, and the turns that led there.

    ledger = Ledger(rulings, proposals, actions, superseded, find)      once for each state of the store
    position = position_of(matter, ledger)                             `until` a day: as it was then
    position.pieces   what to say, in order: a few words of ours, then the quotes that prove them
    position.turns    what each meeting did with it, newest first; `turn.lead` and `turn.quotes` make one line of it

Every quote has to be found on its page before it is shown, as any other. Which matters a question means:
`retriever.matters.matters_for`. A matter as the store has it: `Store.matters(right=...)`.
What a scrutiny committee thinks, a recommendation and a report that is noted are turns, and never the position where a
body that decides has decided.
"""

from __future__ import annotations

from calendar import month_name
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.matters.ledger import Ledger, Quote
from app.matters.turns import MOST_QUOTES, Turn, TurnKind, turns_of
from corpus.papers import Meeting, date_in_words
from indexer.forms.subjects import MONTH, VIEWING_BODY
from indexer.linking.matters import Matter

VERBS: dict[TurnKind, str] = {
    TurnKind.DECIDED: "agreed",
    TurnKind.REJECTED: "rejected this",
    TurnKind.DEFERRED: "put it off",
    TurnKind.WITHDRAWN: "recorded that it was withdrawn",
    TurnKind.REFERRED: "passed it on",
    TurnKind.RECOMMENDED: "recommended",
    TurnKind.ASKED: "asked",
    TurnKind.NOTED: "noted",
    TurnKind.DISCUSSED: "discussed it",
}

AHEAD = (TurnKind.LISTED, TurnKind.PLANNED)
"""Turns that only say when something is to come up."""

MONTHS = list(month_name)[1:]

MOST_SINCE = 2
"""Later turns that a position names."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of ours, and the quotes that prove them; without a quote they say only what we do not have.

    `ahead` where it says what is to come.
    """

    text: str
    quotes: tuple[Quote, ...] = ()
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Position:
    """Where a matter stands: `decisive` is the turn that settled it last, None where none that decides did."""

    matter: Matter
    decisive: Turn | None
    pieces: tuple[Piece, ...]
    turns: tuple[Turn, ...]

    @property
    def sentence(self) -> str:
        """All of it in one line of plain text."""
        said = [
            f"{piece.text} {' '.join(f'“{quote.text}”' for quote in piece.quotes)}".strip() for piece in self.pieces
        ]
        return " ".join(said)

    @property
    def without_minutes(self) -> tuple[Meeting, ...]:
        """The meetings before which it was laid and of which we have no minutes, the first one first."""
        gone = [turn for turn in self.turns if not (turn.minuted or turn.aside) and turn.kind is not TurnKind.PLANNED]
        # What is only on the newest agenda is still to come, as far as the papers go.
        gone = [turn for turn in gone if turn.kind is not TurnKind.LISTED or turn is not self.turns[0]]
        return tuple(turn.meeting for turn in reversed(gone))

    @property
    def status(self) -> str:
        """What its latest meeting did, in a word or two for a list; "" where there was none."""
        return self.own_turns[0].kind.value if self.turns else ""

    @property
    def own_turns(self) -> tuple[Turn, ...]:
        """The turns at which it was on the agenda itself, newest first; all of them where it never was.

        An amendment to the budget that names the baths, or a sentence of the Leader, says less of where they stand.
        """
        return tuple(turn for turn in self.turns if not turn.aside) or self.turns


def position_of(matter: Matter, ledger: Ledger, *, until: date | None = None) -> Position:
    """Where a matter stands by the papers of the meetings up to a day; all of them where none is given."""
    turns = [turn for turn in turns_of(matter, ledger) if until is None or _is_by(turn, until)]
    deciding = Deciding(turns)
    settling = [turn for turn in turns if turn.kind in (TurnKind.DECIDED, TurnKind.REJECTED) and deciding(turn)]
    # what was turned down settles a matter only while nothing is decided
    settled = [turn for turn in settling if turn.kind is TurnKind.DECIDED] or settling
    return Position(matter, next(iter(settled), None), tuple(_pieces(turns, settled)), tuple(turns))


def _is_by(turn: Turn, day: date) -> bool:
    """True for a turn of a meeting up to a day; one without a day may be later."""
    return turn.held_on is not None and turn.held_on <= day


class Deciding:
    """Whether a turn is one of a body that decides: of those that only give a view none does, where others met."""

    def __init__(self, turns: Iterable[Turn]) -> None:
        bodies = {turn.meeting.body for turn in turns if turn.minuted and not turn.aside}
        # A scrutiny committee "agreed the plan" on Monday, and the Cabinet decided on Friday: only the second settles
        # it.
        viewing = {body for body in bodies if VIEWING_BODY.search(body)}
        # Where a scrutiny committee alone met, what it agreed is all there is.
        self._viewing = viewing if bodies - viewing else set()

    def __call__(self, turn: Turn) -> bool:
        return turn.meeting.body not in self._viewing and not turn.aside


def _pieces(turns: Sequence[Turn], settled: Sequence[Turn]) -> Iterator[Piece]:
    """What to say, in order: what settled it last, what came since, what was settled before, what is to come."""
    told = [turn for turn in turns if turn.kind not in AHEAD and (turn.minuted or not turn.aside)]
    coming = list(_to_come(turns))
    shown = {quote.text for piece in coming for quote in piece.quotes}
    if settled:
        yield _said(settled[0], shown)
        # What was only mentioned under another item is a step, and does not change where it stands.
        since = [one for one in told if _after(one, settled[0]) and (one.limbs or not one.aside)]
        for turn in reversed(since[:MOST_SINCE]):
            yield _said(turn, shown, since=True, most=2)
    elif told:
        yield _said(next((turn for turn in told if not turn.aside), told[0]), shown)
    # A report of May without minutes of May says what was asked, not what came of it.
    if told and not told[0].minuted:
        yield Piece("We have no minutes of that meeting.")
    yield from coming
    # What another body decided before is part of the course, not an earlier state of the same decision.
    for turn in [turn for turn in settled[1:] if turn.meeting.body == settled[0].meeting.body][:1]:
        yield replace(_said(turn, set(), most=2), text=f"Before that, {told_of(turn)[0].lower()}{told_of(turn)[1:]}")


def _after(turn: Turn, other: Turn) -> bool:
    return bool(turn.held_on and other.held_on and turn.held_on > other.held_on)


def _said(turn: Turn, elsewhere: set[str], *, since: bool = False, most: int = MOST_QUOTES) -> Piece:
    """A turn in our words and its own, without the quotes that are shown elsewhere, if any other is left."""
    # A limb that asks for a report in June is shown as to come, and would stand in the answer twice.
    quotes = [quote for quote in turn.quotes if quote.text not in elsewhere] or list(turn.quotes)
    return Piece(told_of(turn, since=since), tuple(quotes[:most]))


def _to_come(turns: Sequence[Turn]) -> Iterator[Piece]:
    """The next meeting at which it is due, by an agenda or a plan; what was asked for by a month that is to come."""
    if not turns:
        return
    last = turns[0]
    # An agenda without minutes is of a meeting that is still to come, as far as the papers go.
    if last.kind is TurnKind.LISTED:
        text = f"It is on the agenda of the {_body(last)} for {date_in_words(last.held_on)}:"
        yield Piece(text, last.quotes, ahead=True)
    elif last.kind is TurnKind.PLANNED:
        text = f"The plan before the {_body(last)} on {date_in_words(last.held_on)} says:"
        yield Piece(text, last.quotes, ahead=True)
    for turn in turns:
        # "A report to come in June 2031" is still to come while the last meeting was in May.
        due = [limb for limb in turn.limbs if limb.outcome == "requested" and _is_to_come(limb.text, last.held_on)]
        if due:
            quotes = tuple(Quote(one.section, one.text, one.page, one.item, one.title) for one in due[:1])
            text = f"Still to come, as the {_body(turn)} asked on {date_in_words(turn.held_on)}:"
            yield Piece(text, quotes, ahead=True)


def _is_to_come(text: str, last: date | None) -> bool:
    """Whether a text names a month after the day of the last meeting."""
    found = [(int(year), MONTHS.index(month) + 1) for month, year in MONTH.findall(text)]
    return bool(found and last and max(found) > (last.year, last.month))


def told_of(turn: Turn, *, since: bool = False) -> str:
    """On 19 November 2024 the Cabinet agreed:"""
    day, body = date_in_words(turn.held_on), _body(turn)
    if turn.minuted:
        return f"{'Then, on' if since else 'On'} {day} the {body} {_verb(turn)}:"
    word = "asks it to" if turn.kind is TurnKind.RECOMMENDED else "says"
    return f"{'Then a' if since else 'A'} report to the {body} for {day} {word}:"


def _verb(turn: Turn) -> str:
    """What a meeting did with a matter, as a sentence has it."""
    if turn.limbs and all(limb.amendment for limb in turn.limbs):
        return "voted on an amendment"
    return VERBS.get(turn.kind, turn.kind.value)


def _body(turn: Turn) -> str:
    return turn.meeting.body or turn.meeting.organisation or "meeting"
