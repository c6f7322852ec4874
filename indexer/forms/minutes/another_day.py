"""What is no decision of this meeting: done at another time, told elsewhere, or only something all agreed to be so."""

from __future__ import annotations

from indexer.forms.form import form
from indexer.forms.words import MONTHS

_DAY = rf"\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{MONTHS})"
# A sentence that reports another day says so at its beginning.
OPENING = 200

PAST = form(
    "done at another time or told elsewhere, whatever word announces it",
    rf"^\W*(?:(?:last|in) (?:{MONTHS}|(?:19|20)\d\d|year|spring|summer|autumn|winter)\b|on {_DAY}\b|"
    r"(?:at|in) (?:its|their|the) (?:last|previous|earlier|\w+) (?:meeting|session)\b|as (?:set out|recorded|minuted|shown|detailed) in\b|"
    r"(?:see|refer to) (?:the )?(?:exempt|private|confidential|separate)\b|there (?:was|were) (?:no|none|nothing)\b|none\W*$|"
    r"no (?:declarations?|apologies|interests?)\b)",
    "In May the Panel agreed to buy two bins",
    "The Panel agreed to buy two bins in May",
)
THEN = form(
    "resolved on another day",
    rf"\b(?:resolved|agreed|approved|decided|noted)\s+(?:last (?:{MONTHS}|week|month|year|spring|summer|autumn|winter)|"
    rf"in (?:{MONTHS}|(?:19|20)\d\d)|on {_DAY})\b",
    "The Audit Committee resolved on 3 June",
    "RESOLVED: On 3 June the hall be closed",
)
OF_ONE_MIND = form(
    "all are of one mind about what is, and nothing is to be done",
    r"^\W*that\b(?!.*\b(?:be|should|would|will|shall|must|may|to|record|minutes)\b).*\b(?:had|was|were)\b",
    "that the figures had been late",
    "that the figures be sent",
)

WHO_AGREED = form(
    "who agreed, in front of what about",
    r"^[^,.;:]{2,60}\bagreed (?=that\b)",
    "Members agreed that the figures had been late",
    "Members agreed to write",
)


def of_another_day(text: str) -> bool:
    """True for a sentence that tells what was decided at another time or stands elsewhere."""
    return PAST.match(text) is not None or THEN.search(text[:OPENING]) is not None
