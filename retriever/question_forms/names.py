"""Names and short forms in a question."""

from __future__ import annotations

from indexer.forms.form import cased

# "council tax" names no committee.
NOT_THE_BODY = cased(
    "council as part of another word",
    r"\bcouncil (?=(?:tax|hous\w+|homes?|tenan\w+|owned|staff|officers?|land|propert\w+)\b)",
    "council tax",
    "the council met",
)

INITIALS = cased(
    "initials in capitals",
    r"\b[A-Z]{3,}\b",
    "the HWB",
    "the Board",
)

SHORT_FORM = cased(
    "short form in capitals",
    r"\b[A-Z][A-Za-z&]*[A-Z]s?\b",
    "EHCPs",
    "Plans",
)
