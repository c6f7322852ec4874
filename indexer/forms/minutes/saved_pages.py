"""How saved pages of committee software label an item and a decision, and what was minuted of it."""

from __future__ import annotations

from indexer.forms.form import cased, form

HEARING = form(
    "hearing of a matter as an item of a meeting",
    r"^\W*meeting\s*:\W*\d{1,2}/\d{1,2}/\d{4}\s*[-–]\s*[^()]{3,90}\((?:item|minute) (?P<number>[\w./-]{1,12}?)\.?\)\W*$",
    "Meeting: 03/05/2031 - Harbour Board (Item 41)",
    "Meeting: 03/05/2031 - Harbour Board",
)
# The size of a paper that can be fetched, behind a title, with what the agenda said behind it
AGENDA_PAPER = cased(
    "paper behind a title",
    r"\s+(?:pdf icon )?(?:PDF|DOCX?) [\d.]{1,9} ?[KM]B\b.*$",
    "Harbour dues pdf icon PDF 153 KB",
    "Harbour dues in PDF",
)
AGENDA_PAPER_INSIDE = cased(
    "paper between a title and the agenda's words",
    r"\s(?:pdf icon )?(?:PDF|DOCX?) [\d.]{1,9} ?[KM]B\s+(?=[A-Z])",
    "Minutes PDF 301 KB To sign the minutes of June",
    "Minutes PDF 301 KB",
)
DECISION_FIELD = form(
    "who decided, on a page about a decision",
    r"^\W*decision (?:maker|status)\s*:",
    "Decision Maker: Executive",
    "The decision maker spoke",
)
PAGE_OF_DECISION = form(
    "head of a page about a decision", r"^\W*decision details\W*$", "Decision details", "Details of it"
)
MINUTED = form(
    "label right under the heading of an item",
    r"^\W*(?:[^\W\d_]{4,20}:? ?/ ?)?(?:draft )?(?:minutes|decision)\s*:\W*$",
    "Cofnodion: / Minutes:",
    "Minutes of May:",
)
