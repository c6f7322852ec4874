"""How papers spell out a short form."""

from __future__ import annotations

from indexer.forms.form import cased

# The letters in brackets, after the words that they abbreviate
BRACKET = cased(
    "bracket",
    r"\(\W{0,2}([A-Z][A-Za-z&]{1,9}?)(?:s|’s|'s)?\W{0,2}\)",
    "the Air Quality Plan (AQP)",
    "the plan for the quality of the air",
)

# A word that a name can hold: with a capital, or one of the small words between
WORD = cased(
    "word",
    r"(?:[A-Z][\w’'/-]*|of|and|the|for|in|to|on|with|&)$",
    "of",
    "--",
)

# "EqIA" is spelt out by the first letters of its words, "Eq" and "I" and "A"
OPENED_LETTERS = cased("letters that a word of its own opens", r"[A-Z][a-z]*", "EqIA", "&")
