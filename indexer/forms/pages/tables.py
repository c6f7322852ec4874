"""How tables word their figures, units, periods and captions."""

from __future__ import annotations

import re
from functools import lru_cache

from indexer.forms.form import Form

FIGURES = (
    Form(
        "amount",
        re.compile(r"^(?:[-+(–−]?\s?£\s?[-+]?\d[\d,]*(?:\.\d+)?\s?(?:m|bn|k|million)?\)?)$"),
        "£1,204.50",
        "£ each",
    ),
    Form("number", re.compile(r"^(?:[-+(–−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?\)?)$"), "1,204", "1,20"),
    Form("decimal", re.compile(r"^(?:[-+(–−]?\d+\.\d+\s?%?\)?)$"), "-4.2", "4.2.1"),
    Form("share", re.compile(r"^(?:[-+(–−]?\d+(?:\.\d+)?\s?%\)?)$"), "+3.89%", "% change"),
    Form("whole", re.compile(r"^(?:[-+(–−]?\d{1,6}\)?[*†]*)$"), "475", "2025-26"),
    Form("none", re.compile(r"^(?:[-–—]|n/a|nil)$", re.I), "n/a", "none of them"),
)
"""What stands in a cell of figures; a year has a rule to itself."""

YEARS = (
    Form("financial year", re.compile(r"^(?:(?:19|20)?\d\d\s?[-/–]\s?(?:20)?\d\d)$"), "2025-26", "1,204"),
    Form("year", re.compile(r"^(?:(?:19|20)\d\d)$"), "2031", "2,031"),
    Form("day", re.compile(r"^(?:\d{1,2}[- ][A-Z][a-z]{2,8}[- ]\d{2,4})$"), "30-Nov-24", "30 boats"),
    Form("month", re.compile(r"^(?:[A-Z][a-z]{2,8}[-\s’']+\d{2,4})$"), "Dec-23", "Item 4a"),
    Form("quarter", re.compile(r"^(?:Q[1-4](?:\s+\d{2,4}(?:[-/]\d{2})?)?)$"), "Q3 2031", "Q9"),
)
"""What names a column by a time."""

UNITS = (
    ("£000", Form("thousands", re.compile(r"(?<!\w)£\s?['’‘]?0{3}['’]?s?\b|£k\b", re.I), "£'000s", "£2,000")),
    ("£m", Form("millions", re.compile(r"£\s?m\b|£\s?millions?\b", re.I), "(£m)", "£4m")),
    ("£", Form("pounds", re.compile(r"(?<!\w)£s?(?![\w'’‘]|\s?\d)"), "Total £s", "£4")),
    ("%", Form("per cent", re.compile(r"%|\bper cent\b|\bpercentage\b", re.I), "% change", "parent")),
)
"""A unit as it is stored, and how the head of a table or column writes it; the first that fits is taken."""

OWN_UNITS = (
    ("£m", Form("millions of pounds", re.compile(r"£.*\d\s?(?:m|million)\b"), "+£20.1m", "£20")),
    ("£bn", Form("billions of pounds", re.compile(r"£.*\d\s?bn\b"), "£1.3bn", "£1.3m")),
    ("£000", Form("thousands of pounds", re.compile(r"£.*\d\s?k\b"), "£42k", "£42")),
    ("£", Form("pounds and pence", re.compile(r"£\s?[-+]?\d"), "£10.42", "10.42")),
    ("%", Form("share", re.compile(r"\d\s?%"), "15.0%", "15.0")),
)
"""A unit that stands with the figure itself, which comes before that of its column."""

CAPTIONS = (
    Form(
        "numbered table",
        re.compile(r"^(?i:table|figure|chart|appendix|annex)\s*(?:\d|[A-Z]\b|[.:–-])"),
        "Table 6.2 – Berths",
        "Tables were laid",
    ),
    Form(
        "years in the title",
        re.compile(r"^.{4,90}\b20\d\d\s?[-/–]\s?(?:20)?\d\d\b.{0,40}"),
        "Harbour dues 2025-26",
        "Dues",
    ),
)
"""A line over a table that names it, though it stands apart from it."""

PERIOD = re.compile(
    r"\b(?:20\d\d\s?[-/–]\s?(?:20)?\d\d|\d{1,2} [A-Z][a-z]{2,8} 20\d\d|[A-Z][a-z]{2,8} 20\d\d|20\d\d)\b"
)
"""A year, a financial year, a month or a day in a caption."""


IN_A_ROW = re.compile(r"\S\s{3,}\S|\S\s+[-+£(]*\d[\d,.]*[%)]?\s+[-+£(]*\d[\d,.]*[%)]?\s*$")
"""A wide gap, or two figures at the end of a line: what a row of a table looks like that was drawn in one go."""

UNIT_ALONE = re.compile(
    r"\W*(?:(?:all )?(?:figures|amounts|values|sums)?(?: are| shown| given)*(?: in)? ?)?(?:[£$€] ?)?"
    r"(?:['’]?0{3}['’]?s?|m|mn|millions?|k|thousands?|bn|billions?|%|per cent)?\W*",
    re.IGNORECASE,
)
"""A line of the head that says in what the figures are counted, and nothing else."""

PARAGRAPH_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?|\(?[a-zA-Z]{1,3}\)|[•▪-]")
"""What stands before the first line of a paragraph in a list."""

WIDE_BLANK = re.compile(r"\S\s{3,}\S")
WORD = re.compile(r"\S+")


LONGEST_FIGURE = 24
"""Characters of the longest figure; nothing longer is looked at."""


@lru_cache(maxsize=4096)
def is_figure(text: str) -> bool:
    """Return whether a cell has a figure in it and no more; a year in the head of a column is none."""
    bare = text.strip()
    if not 0 < len(bare) <= LONGEST_FIGURE or not (bare[0].isdigit() or bare[0] in "-+(£–−—nN"):
        return False
    # "(paragraph 3)" that is cut before its number leaves "3)" in a cell
    return not (is_time(bare) or bare.count(")") > bare.count("(")) and any(form.match(bare) for form in FIGURES)


def is_time(text: str) -> bool:
    """Return whether a cell has nothing but a year, a month or a day in it."""
    return any(form.match(text.strip()) for form in YEARS)


def unit_in(head: str) -> str:
    """Return the unit that the head of a table or of a column names, or ""."""
    return next((unit for unit, form in UNITS if form.search(head)), "")


def own_unit(entry: str) -> str:
    """Return the unit that stands with a figure itself, or ""."""
    return next((unit for unit, form in OWN_UNITS if form.search(entry)), "")
