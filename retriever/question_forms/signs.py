"""Signs: by which words a decision says that something is to happen to a thing - that it is closed, approved, sold."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from indexer.forms.form import Form, form


class Place(StrEnum):
    """Where the thing stands that a decision is about: before its words, or after them at the beginning of a limb."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Sign:
    """A wording by which a decision says that something is to happen to a thing, or that it is not."""

    yes: bool
    place: Place
    form: Form


_IS = (
    r"\b(?:not (?:to )?)?(?:be|been|is|are|was|were) (?:not (?:to be )?|no longer )?"
    r"(?:now |also |hereby |formally |permanently |unanimously )?"
)
"""With "not" in it a wording says the opposite: whoever reads it looks for that word."""

_FOR = (
    r"^(?:not )?(?:(?:approv|agre|confirm|endors|support)\w* )?(?:to )?(?:the |an? )?(?:permanent |proposed |planned )?"
)


def _yes(name: str, words: str, example: str, not_this: str) -> Sign:
    return Sign(True, Place.BEFORE, form(name, words, example, not_this))


def _does(name: str, words: str, example: str, not_this: str) -> Sign:
    return Sign(True, Place.AFTER, form(name, _FOR + words, example, not_this))


CLOSED = (
    _yes(
        "it closes",
        rf"{_IS}(?:closed|shut)\b|\b(?:will )?(?:close|shut)s? (?:on|in|at)\b",
        "the mill be closed",
        "the mill is close by",
    ),
    _does(
        "closes it",
        r"(?:cease to (?:operate|run)|close|shut|closure of|closing of)\b",
        "the closure of the mill",
        "to enclose",
    ),
)
OPEN = (
    _yes(
        "it stays open",
        r"\b(?:remain|stay|keep)s?(?: fully)? open\b|\b(?:be|is|was) kept open\b",
        "the mill remain open",
        "an open mill",
    ),
    _yes("it opens", rf"{_IS}(?:re-?)?opened\b", "the mill be reopened", "the letter opens"),
    _does(
        "keeps it open",
        r"(?:keep|(?:re-?)?open|(?:re-?)?opening of|retain|retention of)\b",
        "to keep the mill open",
        "upkeep of the mill",
    ),
)
KEPT = (
    _yes(
        "it is kept",
        rf"{_IS}(?:retained|saved|preserved|restored|refurbished)\b",
        "the mill be retained",
        "retain the clerk",
    ),
    _does(
        "keeps it",
        r"(?:retain|retention of|restor(?:e|ation of)|refurbish(?:ment of)?)\b",
        "the retention of the mill",
        "the retainer",
    ),
)
APPROVED = (
    _yes(
        "it is approved",
        rf"{_IS}(?:re-?)?(?:approved|adopted|agreed|granted|accepted|confirmed|ratified|passed)\b",
        "the scheme be approved",
        "the scheme be deferred",
    ),
    _does(
        "approves it",
        r"(?:approv|adopt|agree|grant|accept|confirm|ratif)\w*\b",
        "adopts the scheme",
        "notes the scheme",
    ),
)
REFUSED = (
    _yes(
        "it is refused",
        rf"{_IS}(?:refused|rejected|declined|turned down|dismissed)\b",
        "the application be refused",
        "the refuse be collected",
    ),
    _does("refuses it", r"(?:refus|reject|declin)\w*\b", "rejects the proposal", "the project"),
)
STOPPED = (
    _yes(
        "it is stopped",
        rf"{_IS}(?:abandoned|discontinued|withdrawn|cancelled|ended|terminated|scrapped|stopped)\b|"
        r"\b(?:cease|end)s? (?:on|in|at)\b",
        "the scheme be abandoned",
        "the scheme proceed",
    ),
    _does(
        "stops it",
        r"(?:abandon|discontinu|withdraw|cancel|terminat|end|stop|not proceed with|not go ahead with)\w*\b",
        "cancels the scheme",
        "the council",
    ),
)
GOES_ON = (
    _yes(
        "it goes on",
        rf"\b(?:not )?(?:proceed|go ahead|continue)s?\b|"
        rf"{_IS}(?:implemented|introduced|taken forward|continued|commissioned|delivered)\b",
        "the scheme proceed",
        "the procedure of the scheme",
    ),
    _does(
        "goes on with it",
        r"(?:proceed with|go ahead with|continue with|continue|implement|introduce|commission)\b",
        "to proceed with the scheme",
        "the implements",
    ),
)
SOLD = (
    _yes(
        "it is sold", rf"{_IS}(?:sold|disposed of)\b|\bfreehold be transferred\b", "the mill be sold", "the mill be let"
    ),
    _does(
        "sells it",
        r"(?:sell|sale of|dispos(?:e|al) of|freehold disposal of)\b",
        "approves the sale of the mill",
        "the seller",
    ),
)
NOT_SOLD = (
    _yes("it is not sold", r"\bwithdrawn from sale\b", "the mill be withdrawn from sale", "the mill be sold"),
    *KEPT,
)
LET = (
    _yes("it is let", rf"{_IS}(?:let|leased|rented)\b", "the mill be let", "the mill be left"),
    _does(
        "lets it",
        r"(?:let|lease|letting of|lease of|grant\w*(?: to [^,;]{1,80}?)? (?:of )?an? (?:\w+ )?(?:lease|tenancy) (?:of|for)|"
        r"(?:an? )?(?:new )?lease of|grant of (?:an? )?lease of)\b",
        "approves the grant to the Trust of a lease of the mill",
        "the letter",
    ),
)
RAZED = (
    _yes(
        "it is demolished",
        rf"{_IS}(?:demolished|pulled down|knocked down)\b",
        "the mill be demolished",
        "the demolition be costed",
    ),
    _does("demolishes it", r"(?:demolish|demolition of|demolishing of)\b", "the demolition of the mill", "a demo"),
)
RENEWED = (
    _yes("it is renewed", rf"{_IS}(?:renewed|extended)\b", "the contract be extended", "the extent"),
    _does("renews it", r"(?:renew|extend|renewal of|extension of)\b", "the renewal of the contract", "the renewals"),
)
MOVED = (
    _yes(
        "it moves", rf"{_IS}(?:moved|relocated)\b|\b(?:move|relocate)s? to\b", "the clinic be relocated", "the motion"
    ),
    _does("moves it", r"(?:relocate|relocation of|move)\b", "the relocation of the clinic", "the movers"),
)
BUILT = (
    _yes("it is built", rf"{_IS}(?:built|constructed|erected|rebuilt)\b", "the bridge be built", "the building"),
    _does(
        "builds it",
        r"(?:build|construct|construction of|building of)\b",
        "the construction of the bridge",
        "the builders",
    ),
)
PUT_OFF = (
    _yes(
        "it is put off",
        rf"{_IS}(?:deferred|postponed|delayed|put off|adjourned)\b",
        "the scheme be deferred",
        "the scheme be noted",
    ),
    _does("puts it off", r"(?:defer|postpon|delay|adjourn)\w*\b", "defers the scheme", "the differ"),
)

PUTS_OFF, REFUSES = PUT_OFF[0].form, REFUSED[0].form
