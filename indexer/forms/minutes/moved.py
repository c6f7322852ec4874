"""The small words around a motion: what adds to it, what opens it, what nobody seconds."""

from __future__ import annotations

from indexer.forms.form import cased, form

# What nobody seconds is not put to the meeting
UNSECONDED = form(
    "unseconded",
    r"\bno seconder\b|\bnot seconded\b|\bwant of a second",
    "There was no seconder.",
    "Mrs Elm was the seconder.",
)

# A paragraph of a motion that adds to the one above it, and one that a motion may open with
ADDS = form(
    "adds",
    r"^\W*and\b",
    "And that the Clerk write to the club",
    "That the Clerk write to the club",
)

OPENS_MOTION = form(
    "opens motion",
    r"^\W*(?:and (?:further )?that|that|now,? therefore)\b",
    "Now, therefore, the Board resolves",
    "The Board resolves",
)

AMENDMENT_WORD = form(
    "amendment word",
    r"\bamendment\b",
    "As an amendment, Mrs Elm moved",
    "Mrs Elm spoke",
)

OPENS_OWN_MOTION = form(
    "opens own motion",
    r"\W*(?:and |now,? therefore,? )?(?:that|now,? therefore)\b",
    "therefore that the gate be mended: now that is moved",
    "the gate was mended",
)

THAT_AND_COLON = form(
    "that and colon",
    r"^that:\s*",
    "That: the gate be mended",
    "That the gate be mended",
)

OPENS_WITH_THAT = form(
    "opens with that",
    r"\W*that\b",
    "That the gate be mended",
    "The gate be mended",
)

OPENS_WITH_MOVED = form(
    "opens with moved",
    r"\W*(?:moved|proposed)\b",
    "Moved by Mrs Elm",
    "Mrs Elm spoke",
)

OPENS_WITH_AND = cased(
    "opens with and",
    r"^\W*and ",
    "and carried unanimously",
    "carried unanimously",
)

RESOLUTION_LABEL = form(
    "resolution label",
    r"^\W*(?:\w+ )?resolution\b",
    "Council Resolution 31-14",
    "The council's resolution",
)

# "A. Ash / B. Elm" names two people: "A." is no mark of a list
INITIAL = cased("initial", r"[A-Z]\.", "A.", "1.")
