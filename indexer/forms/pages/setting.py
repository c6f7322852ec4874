"""How a page's setting shows in its lines: numbers that count them, and words whose letters are set apart."""

from __future__ import annotations

import re

from indexer.forms.form import Form

NUMBER_IN_FRONT = Form(
    "number in front", re.compile(r"^\s{0,40}(\d{1,4})(?:\s{1,40}(?=\S)|\s{0,40}$)"), "12 the gates", "the 12 gates"
)
NUMBER_BEHIND = Form("number behind", re.compile(r"(?<=\S)\s{1,40}(\d{1,4})$"), "the gates 12", "the 12 gates")

APART = Form(
    "letters set apart",
    re.compile(r"(?<!\S)[^\W\d_](?:[ \u00a0]{1,3}[^\W_]){4,}(?!\S)"),
    "M I N U T E S",
    "MINUTES",
)
"""Single letters and figures in a row, with spaces between them."""

BETWEEN_WORDS = Form("gap between words set apart", re.compile(r"[ \u00a0]{2,}"), "O F  M A Y", "M A Y")
