"""How saved pages of committee software label an item and a decision, as patterns with an example above each."""

from __future__ import annotations

import re

# "Meeting: 03/05/2031 - Harbour Board (Item 41)"
HEARING = re.compile(
    r"^\W*meeting\s*:\W*\d{1,2}/\d{1,2}/\d{4}\s*[-–]\s*[^()]{3,90}\((?:item|minute) (?P<number>[\w./-]{1,12}?)\.?\)\W*$",
    re.I,
)
# "pdf icon PDF 153 KB" behind a title
AGENDA_PAPER = re.compile(r"\s+(?:pdf icon )?(?:PDF|DOCX?) [\d.]{1,9} ?[KM]B\b.*$")
# "Decision Maker: Executive", below the title of a decision
DECISION_FIELD = re.compile(r"^\W*decision (?:maker|status)\s*:", re.I)
# "Decision details", above it
PAGE_OF_DECISION = re.compile(r"^\W*decision details\W*$", re.I)
