"""Lines at the edge of a section: what opens and closes it, what is no heading."""

from __future__ import annotations

from indexer.forms.form import cased, form

AGENDA_OPENING = form(
    "an item with which agendas open",
    r"^[\s*#-]*\d{1,2}[.)]?\W*\t?\W*(?:welcome|apologies|declarations?|minutes)\b",
    "1. Apologies",
    "1. The ferry",
)

# The title of minutes that came unwrapped is as long as it likes
TITLE_OF_MINUTES = form(
    "title of minutes, however long",
    r"^\W*(?:(?:at )?(?:a |the )?)(?:minutes?|meeting) of\b.{0,380}$",
    "Minutes of the meeting of the Harbour Board",
    "The minutes were signed.",
)

LABEL_CELL = cased(
    "label in the first cell",
    r"^\W*[A-Z][\w ]{0,30}:\s*\t",
    "Report of:\tThe Clerk",
    "Report of: The Clerk",
)

ENDED = cased(
    "a line that its writer ended",
    r"[a-z0-9)][.;,]$",
    "the quay leaks.",
    "THE QUAY",
)

CLOSING_LINE = form(
    "last words of a section: signed, next meeting, whom to ask",
    r"\bnext meeting\b|\bmeeting (?:concluded|closed|ended|finished)\b|^\W*(?:chair(?:man|person)?|signed|"
    r"date)\W*\.*$|@|\btel(?:ephone)?\b|"
    r"\bclosed at\b|^\W*agenda item\b|\burgent\b|^\W*for information\W*$|^\W*\d{1,2}[.)]\s+\w",
    "The meeting closed at 9 pm",
    "The Harbour Board",
)
