"""Ends: what may become of a thing, as a question asks for it, with the signs by which a decision says yes or no to it."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.forms.form import Form, form
from retriever.question_forms.signs import (
    APPROVED,
    BUILT,
    CLOSED,
    GOES_ON,
    KEPT,
    LET,
    MOVED,
    NOT_SOLD,
    OPEN,
    PUT_OFF,
    RAZED,
    REFUSED,
    RENEWED,
    SOLD,
    STOPPED,
    Sign,
)
from retriever.words import words


@dataclass(frozen=True, slots=True)
class End:
    """What may become of a thing: the words that ask for it, and the signs of either."""

    asked: Form
    signs: tuple[Sign, ...]

    @property
    def by_approval(self) -> bool:
        """Whether an approval of any sort brings it about."""
        return any(sign.form is APPROVED[0].form for sign in self.signs)


def _against(signs: tuple[Sign, ...]) -> tuple[Sign, ...]:
    """The same wordings, each saying the opposite."""
    return tuple(Sign(not one.yes, one.place, one.form) for one in signs)


def _end(name: str, asked: str, example: str, not_this: str, *signs: Sign) -> End:
    return End(form(name, asked, example, not_this), signs)


ENDS = (
    _end("is it put off?", r"\b(?:defer(?:red)?|postponed?|put off|delayed)\b", "is it put off", "is it off", *PUT_OFF),
    _end(
        "is it refused?",
        r"\b(?:refused?|reject(?:ed)?|turned down|thrown out|declined)\b",
        "was it turned down",
        "is it down",
        *REFUSED,
        *_against(APPROVED),
    ),
    _end(
        "does it stop?",
        r"\b(?:stop(?:s|ped|ping)?|scrapp(?:ed|ing)|abandon(?:ed)?|cancel(?:led)?|axed|dropped|ended|ending|withdrawn)\b",
        "is it scrapped",
        "is it a scrap",
        *STOPPED,
        *_against(GOES_ON),
    ),
    _end(
        "does it close?",
        r"\b(?:clos(?:e|es|ed|ing|ure)|shut(?:s|ting)?(?: down)?)\b",
        "is it closing",
        "is it a cloth",
        *CLOSED,
        *_against(OPEN),
    ),
    _end(
        "does it open?", r"\b(?:re-?)?(?:open(?:s|ed|ing)?)\b", "will it reopen", "the opera", *OPEN, *_against(CLOSED)
    ),
    _end(
        "is it sold?",
        r"\b(?:s[oe]ll(?:s|ing)?|sold|sale|disposed of)\b",
        "is it being sold",
        "the soldier",
        *SOLD,
        *_against(NOT_SOLD),
    ),
    _end(
        "is it let?",
        r"\b(?:let|leas(?:e|ed|ing)|rent(?:ed)?)\b",
        "is it leased",
        "is it left",
        *LET,
    ),
    _end(
        "is it demolished?",
        r"\b(?:demolish(?:ed|ing)?|demolition|pulled down|knocked down)\b",
        "is it pulled down",
        "is it down",
        *RAZED,
        *_against(KEPT),
    ),
    _end(
        "is it kept?",
        r"\b(?:kept|keep|saved?|retain(?:ed)?|restored)\b",
        "is it saved",
        "is it safe",
        *KEPT,
        *OPEN,
        *_against(RAZED),
        *_against(SOLD),
        *_against(CLOSED),
    ),
    _end(
        "is it renewed?",
        r"\b(?:renew(?:ed)?|extend(?:ed)?)\b",
        "is it extended",
        "is it new",
        *RENEWED,
        *_against(STOPPED),
    ),
    _end("does it move?", r"\b(?:mov(?:e|es|ed|ing)|relocat(?:e|ed|ing))\b", "is it relocating", "a motion", *MOVED),
    _end(
        "is it built?",
        r"\b(?:buil[dt]|building|constructed|rebuilt)\b",
        "is it built",
        "is it guilt",
        *BUILT,
        *_against(STOPPED),
    ),
    _end(
        "is it approved?",
        r"\b(?:approv(?:e|ed|al)|agree(?:d)?|adopt(?:ed)?|grant(?:ed)?|accept(?:ed)?|pass(?:ed)?|sign(?:ed)? off|permission|confirmed)\b",
        "has it been approved",
        "has it been proved",
        *APPROVED,
        *_against(REFUSED),
    ),
    _end(
        "does it go ahead?",
        r"\b(?:go(?:es|ing|ne)? ahead|proceed(?:s|ing)?|go(?:es|ing)? on|continu(?:e|es|ing)|implemented|introduced|happening)\b",
        "is it going ahead",
        "is it ahead",
        *GOES_ON,
        *APPROVED,
        *_against(STOPPED),
        *_against(REFUSED),
    ),
)
"""The first row whose words stand in a question says what it asks."""


def end_asked(text: str) -> End | None:
    """What a question asks of a thing to become of it, None where it asks no such thing."""
    return next((end for end in ENDS if end.asked.search(text)), None)


def words_of(end: End, text: str) -> tuple[str, ...]:
    """The words of a question that ask for it."""
    found = end.asked.search(text)
    return tuple(words(found.group())) if found else ()
