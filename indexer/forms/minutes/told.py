"""What stands around a sentence that decides: the number of an application, and what moves something."""

from __future__ import annotations

from indexer.forms.form import form

REFERENCE = form(
    "reference",
    r"\b(?:[A-Z]{1,4}/)?\d{2,4}/\d{3,6}(?:/[A-Z]{1,5})?\b|\bapplication (?:no|ref|number)\b",
    "31/0212 Extension at The Forge",
    "3.1 Extension at The Forge",
)

MOVES = form(
    "moves",
    r"\b(?:moved|proposed|seconded|motion|amendment|recommend\w*|resolution)\b[^.]*:?\W*$|"
    r"\b(?:asked|invited|requested|options?|suggest\w*|consider)\b[^.]*:\W*$",
    "Mrs Elm moved the following:",
    "Mrs Elm spoke.",
)

# What was agreed is that something be done, and not only that something is so
IS_TO_BE = form(
    "something is to be done",
    r"^\W*(?:it was (?:\w+ly |also |then )?(?:agreed|resolved|decided) )?to\b|\b(?:be|should|will)\b(?! (?:be )?(?:needed|required|important|useful))",
    "that the statements will be sent to the bank",
    "that it was important to write this down",
)
