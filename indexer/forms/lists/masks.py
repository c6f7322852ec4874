"""What is particular to one body in a sentence, and becomes a word for its kind."""

from __future__ import annotations

from indexer.forms.form import cased
from indexer.forms.words import MONTHS

# In this order: a date would lose its figures to the numbers.
MASKS = {
    "MONEY": cased("sum of money", r"[£$€]\s?[\d,.]+\w*", "£3,500", "3,500"),
    "DATE": cased(
        "day and month",
        rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?i:{MONTHS})\b(?:,?\s+\d{{4}})?|"
        rf"\b(?i:{MONTHS})\s+\d{{1,2}}(?:,?\s+\d{{4}})?"
        r"|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}",
        "3rd May 2031",
        "in May",
    ),
    "PERSON": cased(
        "title and name",
        r"\b(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Directors?|Trustees?|"
        r"Commissioners?)\.?\s+(?:[A-Z][\w'.-]*\s?){1,3}",
        "Cllr Ash",
        "the councillor",
    ),
    "INITIALS": cased(
        "two or three capitals, no little word",
        r"\b(?!(?:THE|AND|NOT|WAS|FOR|THAT|BE|TO|OF|IT|NO|ALL|BY|IS|IN|ON)\b)[A-Z]{2,3}\b",
        "moved by DP",
        "IT WAS",
    ),
    "NUMBER": cased("number", r"\d[\d,./:]*", "12", "twelve"),
}

WORD = cased(
    "a word",
    r"[A-Za-z][A-Za-z'-]*",
    "quay",
    "12",
)
