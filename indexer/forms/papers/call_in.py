"""How papers say until when a decision can be called in."""

from __future__ import annotations

from indexer.forms.form import form

MAY = r"\b(?:can|could|may|might|must|should|shall|unless)\b"
UP_TO = r"\b(?:until|before|no later than|(?<!called in )by)"
PERIOD = (
    r"(?:(?:period|window) )?(?:(?:expires?|ends?|closes?|runs? until|lasts? until)|(?:deadline|expiry|date)(?: is)?)"
)

# The words up to the day: "could be called in until 5.00 pm on", "The call-in period expires at noon on Friday"
UNTIL = form(
    "up to the day until which a decision can be called in",
    rf"(?:{MAY}[^.;:]{{0,60}}\bcall(?:ed|ing)?[ -]?in\b[^.;:]{{0,80}}?{UP_TO}|"
    rf"\bcall[ -]?in\b[^.;:]{{0,40}}{MAY}[^.;:]{{0,60}}?{UP_TO}|"
    rf"\bcall[ -]?in {PERIOD}|"
    r"\b(?:last (?:date|day)|deadline|closing date|expiry(?: date)?|end) (?:for|of)(?: the)?"
    r"(?: receipt of)?(?: any)? call[ -]?in(?:s|\b)(?: (?:period|request)s?)?(?: is)?|"
    r"\bdate by which (?:a |any )?call[ -]?ins? must be (?:received|made) is)"
    r"\W{0,3}(?:(?:on|at|the|end|of|close|business|play|noon|midday|midnight|day|"
    r"\d{1,2}(?:[.:]\d\d)? ?(?:am|pm|a\.m\.|p\.m\.)|\d{1,2}[.:]\d\d(?: ?hours?)?)\b[,.]?\s*){0,6}",
    "the decision could be called in until 5.00 pm on 27 March",
    "A call-in was received before 25 March 2024.",
)

# In the head of a forward plan, or as a cell: "Key decision: Yes"
KEY = form("that a decision is a key decision", r"\bkey decisions?\b", "FORWARD PLAN OF KEY DECISIONS", "the key to it")
NOT_KEY = form("that it is none", r"\b(?:non|not a)[ -]key\b|\bno\b", "Non-key", "Yes")
