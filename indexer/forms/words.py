"""Words that stand in many forms, once: months, days of the week, white space, the meeting that comes next."""

from __future__ import annotations

from indexer.forms.form import cased, form

MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
"""To be set in brackets: the English months in full."""

MONTH_NAMES = "|".join(month.capitalize() for month in MONTHS.split("|"))
"""The same where capitals count: "may" is no month."""

WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"

SPACES = cased("white space", r"\s+", "two  words", "words")
NUMBER_OF_ITEM = r"\d{1,3}[a-z]?(?:\.\d{1,2})?"
"""As agendas and stamps number their items: 7, 7a, 7.1."""

STAMP = form(
    "agenda item, stamped on a page",
    rf"^\W*agenda item(?: no\.?)?:?\s+({NUMBER_OF_ITEM})\W*$",
    "Agenda Item 6",
    "Agenda item 6 was taken first.",
)
CHAPTER = cased("number of a paragraph in a chapter", r"^\W*\d{1,2}\.\d", "3.1 The quay leaks.", "3. The quay")
HEARING = form(
    "hearing, on the page of an item",
    r"^\W*meeting\s*:\W*\d{1,2}/\d{1,2}/\d{4}",
    "Meeting: 03/05/2031 - Harbour Board (Item 41)",
    "Meeting: Harbour Board",
)
MINUTES_WORD = form("minutes, the word", r"\bminutes\b", "Minutes of the Board", "Fifteen minute walk")
MINUTE_WORD = form("minute or minutes, the word", r"\bminutes?\b", "Minute of the Board", "Minutiae")

# Minutes run on without a gap: a full stop behind a small letter or a figure, and a capital, part two sentences
SENTENCE_BREAK = cased(
    "break between two sentences",
    r"(?<=[a-z0-9)][.])\s+(?=[A-Z])",
    "Mr Ash spoke. The fee was set.",
    "Mr Ash spoke of the fee.",
)
NOT_OF_A_WORD = cased("what stands between words", r"\W+", "a - b", "ab")
