"""Settled: yes, no or not yet, where a question asks what is to become of a matter and the records decide it.

"Is the mill closing?" is answered by the last decision whose own words close the mill, or keep it open; where no words
do, nothing is said here, and the position speaks for itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.matters.ledger import Quote
from app.matters.position import Deciding, Position
from app.matters.turns import Turn, TurnKind, kind_of, quotes_of
from indexer.findings.minutes import Decision
from indexer.linking.matters import Matter
from indexer.linking.matters.subjects import stems_of, subject_of, weight
from retriever.question_forms.ends import End
from retriever.question_forms.limbs import (
    ARTICLE,
    CARRYING_OUT,
    CONDITION,
    FOR_APPROVAL,
    GENERIC,
    LIMITED,
    NAME_ENDS,
    NOT,
    OPENING,
    REOPENS,
    VERB,
)
from retriever.question_forms.signs import PUTS_OFF, REFUSES, Place

MOSTLY = 0.5
"""The part of a thing's name that must be of the matter's name: "Kingsmill Leisure Trust" is not Kingsmill Baths."""

LONGEST_THING = 140
"""Characters in front of a verb that still are the name of what it is about."""

UNDECIDED = "Not yet decided in the papers we have."

UNSETTLED = "Not settled in the papers we have."

MOST_QUOTES = 2

IN_FAVOUR = frozenset({"approved", "agreed", "adopted", "carried", "confirmed", "established", "endorsed", "delegated"})
"""Outcomes of the register by which the words of a limb take effect."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What to say first, the turn that settles it or leaves it open, and what it says.

    `until` is the day up to which it is settled, as printed, "" where it is for good.
    """

    words: str
    turn: Turn
    quotes: tuple[Quote, ...]
    until: str = ""


def settled(end: End, position: Position) -> Settled | None:
    """Yes or no by the newest decision whose words say so, "not decided" where only a proposal or a delay is newer.

    None where the words of no decision and no proposal are about it.
    """
    names = _names(position.matter)
    deciding = Deciding(position.turns)
    view, taken_back, gone_on = None, None, False
    for turn in position.turns:
        found = _found(end, turn, names, gone_on=gone_on)
        gone_on = gone_on or _goes_on(turn, deciding)
        # What scrutiny thinks settles nothing, and does not undo what was decided before.
        if found and turn.minuted and not deciding(turn):
            view = view or replace(found, words=UNDECIDED)
        elif found:
            # What was taken back, or sent back, since it was decided does not stand any more.
            return taken_back or found
        taken_back = taken_back or _taken_back(turn)
    return view


def _found(end: End, turn: Turn, names: frozenset[str], *, gone_on: bool) -> Settled | None:
    """What one meeting says; that it left the matter open says nothing where a later one has `gone_on` with it."""
    found = _decided(end, turn, names) if turn.minuted else _asked_for(end, turn, names)
    return None if found and found.words == UNDECIDED and gone_on else found


def _goes_on(turn: Turn, deciding: Deciding) -> bool:
    """Whether a meeting decided something under the matter's own item: what was put off before then has come back."""
    own = turn.minuted and not turn.aside and deciding(turn)
    return own and any(limb.outcome in IN_FAVOUR for limb in turn.limbs)


def _taken_back(turn: Turn) -> Settled | None:
    """That a matter is open again, where a meeting took back or sent back what was decided."""
    back = next((limb for limb in turn.limbs if REOPENS.search(limb.put)), None)
    return Settled(UNSETTLED, turn, quotes_of(back)[:1]) if back else None


def _decided(end: End, turn: Turn, names: frozenset[str]) -> Settled | None:
    """What the limbs of one meeting say."""
    said: dict[bool, Decision] = {}
    left_open = []
    for limb in (one for one in turn.limbs if not one.amendment):
        sense = sense_of(end, limb.put, names, own=not turn.aside)
        effect = _effect(sense, limb)
        if effect is not None:
            said.setdefault(effect, limb)
        elif _leaves_open(sense, limb) or _puts_off(limb, turn, names):
            left_open.append(limb)
    return _answer(turn, said, left_open)


def _effect(sense: bool | None, limb: Decision) -> bool | None:
    """What a limb settles, by what its words say; None where it settles nothing."""
    if sense is not None and _takes_effect(limb):
        return sense
    # A motion to close that was lost closes nothing; one to keep open that was lost closes nothing either.
    return False if sense and kind_of(limb) is TurnKind.REJECTED else None


def _leaves_open(sense: bool | None, limb: Decision) -> bool:
    """Whether a limb only recommends what its words say."""
    return sense is not None and kind_of(limb) is TurnKind.RECOMMENDED


def _takes_effect(limb: Decision) -> bool:
    """Whether what the words of a limb say is what was decided: "that the application be refused" is filed as lost."""
    kind = kind_of(limb)
    if kind is TurnKind.REJECTED:
        return bool(REFUSES.search(limb.put))
    return limb.outcome in IN_FAVOUR or (kind is TurnKind.DEFERRED and bool(PUTS_OFF.search(limb.put)))


def _puts_off(limb: Decision, turn: Turn, names: frozenset[str]) -> bool:
    """Whether a limb puts the matter itself off."""
    if turn.aside or kind_of(limb) is not TurnKind.DEFERRED:
        return False
    plain = OPENING.sub("", limb.put, 1)
    found = PUTS_OFF.search(plain)
    return _is_named(_name_in(plain[: found.start()] if found else plain), names, own=True)


def _answer(turn: Turn, said: Mapping[bool, Decision], left_open: Sequence[Decision]) -> Settled | None:
    """Yes or no in words, where the limbs of one meeting say either; not decided where they leave it open."""
    both = [*said.values(), *left_open][:MOST_QUOTES]
    quotes = tuple(quotes_of(limb)[0] for limb in both)
    if not said:
        return Settled(UNDECIDED, turn, quotes[:1]) if quotes else None
    if len(both) > 1:
        return Settled("In part.", turn, quotes)
    (sense, limb), *_ = said.items()
    if not sense and (day := LIMITED.search(limb.put)):
        return Settled(f"No, not before {day['day']}.", turn, quotes, day["day"])
    word = "Yes" if sense else "No"
    return Settled(f"{word}, on conditions." if CONDITION.search(limb.put) else f"{word}.", turn, quotes)


def _asked_for(end: End, turn: Turn, names: frozenset[str]) -> Settled | None:
    """That it is only recommended, where a report without minutes asks for it."""
    if turn.kind is not TurnKind.RECOMMENDED:
        return None
    for quote in turn.quotes:
        # A report on the matter that asks for approval asks for that of the matter, whatever it calls it.
        approval = end.by_approval and not turn.aside and FOR_APPROVAL.search(quote.text)
        if approval or sense_of(end, quote.text, names, own=not turn.aside) is not None:
            return Settled(UNDECIDED, turn, (quote,))
    return None


def sense_of(end: End, text: str, names: frozenset[str], *, own: bool) -> bool | None:
    """Whether a limb says that it happens to the matter; None where it does not say so, or of something else.

    `names` are the stems of the matter's names; under its `own` item "the application" is the matter.
    """
    plain = OPENING.sub("", text, 1)
    for sign in end.signs:
        if sign.place is Place.AFTER:
            found = sign.form.match(plain)
            thing = plain[found.end() :] if found else ""
        else:
            found = sign.form.search(plain)
            thing = plain[: found.start()] if found else ""
            # The first verb of a limb tells what happens: "that the Trust be asked whether the mill be closed".
            if found and (len(thing) > LONGEST_THING or VERB.search(thing)):
                continue
        if found and _is_named(_name_in(thing), names, own=own):
            return sign.yes != bool(NOT.search(found.group()))
    return None


def _name_in(text: str) -> str:
    """The name with which a text begins, without its article."""
    plain = CARRYING_OUT.sub("", ARTICLE.sub("", text.strip()))
    ends = NAME_ENDS.search(plain)
    return plain[: ends.start()] if ends else plain


def _is_named(thing: str, names: frozenset[str], *, own: bool) -> bool:
    """Whether the name of a thing is that of the matter, or means it under its own item."""
    stems = set(subject_of(thing).stems) or set(stems_of(thing))
    if own and stems and stems <= GENERIC:
        return True
    return bool(stems) and weight(stems & names) >= MOSTLY * weight(stems)


def _names(matter: Matter) -> frozenset[str]:
    """The stems of a matter's names that tell it from others."""
    titles = (matter.title, *matter.other_names)
    return frozenset(one for title in titles for one in subject_of(title).stems)
