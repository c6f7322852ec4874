"""Times that a question names: days, months, seasons, quarters, years."""

from __future__ import annotations

import calendar

from indexer.forms.form import cased, form

MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): n for n, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
"""In small letters, in full and short, with their numbers."""

MONTH = "(" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"

YEAR = r"((?:19|20)\d\d)"

OF_MEETING = r"\s+(?:the\s+)?(?:(?:\w+\s+){0,3}meeting\s+(?:of|on|held on|in)\s+(?:the\s+)?)?$"

BEFORE = form(
    "before, in front of a time",
    rf"\b(?:before|prior to|earlier than|ahead of){OF_MEETING}",
    "what was said before the meeting of ",
    "what was said",
)

UNTIL = form(
    "until, in front of a time",
    rf"\b(?:until|till|up to|by)(?:\s+the)?(?:\s+end\s+of)?{OF_MEETING}",
    "all up to ",
    "all of",
)

AFTER = form(
    "after, in front of a time",
    rf"\b(?:after|later than|following){OF_MEETING}",
    "all after the meeting of ",
    "all in",
)

SINCE = form(
    "since, in front of a time",
    rf"\bsince(?:\s+the)?(?:\s+(?:start|beginning)\s+of)?{OF_MEETING}",
    "since the start of ",
    "the start of",
)

DAY_IN_FIGURES = cased(
    "day in figures",
    r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d|\d\d)(?![\d/-])",
    "04/02/2031",
    "CAB/04/02",
)

ISO_DAY = cased(
    "day, year first",
    r"(?<![\d-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\d-])",
    "2031-02-04",
    "2031-02",
)

SHORT_MONTH = form(
    "day and short month",
    rf"\b(\d{{1,2}})(?:st|nd|rd|"
    rf"th)?\s+(?:of\s+)?({'|'.join(name for name in MONTHS if len(name) < 5)})\b\.?(,?\s+(?:19|20)\d\d)?",
    "4th Feb 2031",
    "4th February 2031",
)

SHIFTS = (
    (
        form(
            "the year before",
            r"\b(?:the|a) (?:year before|previous year|preceding year|year earlier)\b",
            "and the year before?",
            "the year",
        ),
        -1,
    ),
    (
        form(
            "the year after",
            r"\b(?:the|a) (?:year after|following year|next year|year later)\b",
            "and the next year?",
            "the year",
        ),
        1,
    ),
)
"""What a follow-up says of a time, with the years by which it moves the time before."""

# A month by itself. "may" and "march" are words as well: without a capital only what meets is of a month.
MONTH_ALONE = cased(
    "word that may be a month by itself",
    r"\b[A-Z][a-z]+\b|\b[a-z]+\b(?=\s+(?:meeting|minutes|papers|agenda)\b)|"
    r"(?:(?<=\bin )|(?<=\blast )|(?<=\bsince )|(?<=\bduring ))[a-z]+\b",
    "in May",
    "7",
)

DAY_OF_MONTH = form(
    "day without its year",
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}(?!,?\s+\d{{4}})",
    "on 4 May",
    "on 4 May 2031",
)

LAST_MEETING = form(
    "the last meeting",
    r"\b(?:last|latest|most recent) (?:\w+ ){0,4}?meeting\b",
    "the most recent meeting",
    "the last boat",
)

DAY = cased(
    "day in full",
    rf"\b(\d{{1,2}})\s?(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH},?\s+{YEAR}",
    "4th of february 2031",
    "february 2031",
)

DAY_BEHIND_MONTH = cased(
    "day behind its month",
    rf"\b{MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+{YEAR}",
    "february 4, 2031",
    "february 2031",
)

DAY_WITH_SIGNS = cased(
    "day with signs between",
    r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d\d)\b",
    "4.2.31",
    "4.2",
)

MONTH_AND_YEAR = cased(
    "month and year",
    rf"\b{MONTH}\s+{YEAR}",
    "february 2031",
    "february",
)

# "in January and March 2025": the year is of both
MONTH_OF_TWO = cased(
    "first of two months of one year",
    rf"\b{MONTH}(?=,?\s+(?:and|to|or|until|through)\s+(?:\w+\s)?{MONTH}\s+{YEAR})",
    "january and march 2031",
    "january 2031",
)

SEASON = cased(
    "season and year",
    rf"\b(spring|summer|autumn|winter)(?: of)? {YEAR}",
    "autumn of 2031",
    "autumn",
)

QUARTER = cased(
    "quarter of a year",
    rf"\b(?:q([1-4])|(first|second|third|fourth|last) quarter)(?: of)? {YEAR}(?![/-]\d)",
    "q3 2031",
    "a quarter of 2031",
)

PART_OF_YEAR = cased(
    "third of a year",
    rf"\b(early|start of|beginning of|mid|middle of|late|end of)[ -]{YEAR}(?![/-]\d)",
    "early 2031",
    "2031",
)

FROM_YEAR_TO_YEAR = cased(
    "from year to year",
    rf"\b(?:between|from) {YEAR} (?:and|to|until) {YEAR}(?![/-]\d)",
    "between 2031 and 2033",
    "in 2031 and 2033",
)

WHOLE_YEAR = cased(
    "year",
    rf"(?<![\d/-])\b{YEAR}\b(?![/-]\d)",
    "in 2031",
    "2031/32",
)

LAST = cased(
    "last year, month or season",
    r"\blast (year|month|spring|summer|autumn|winter)\b",
    "last summer",
    "at last",
)
