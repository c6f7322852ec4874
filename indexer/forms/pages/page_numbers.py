"""How pages are numbered and stamped, and what a page without text says of itself."""

from __future__ import annotations

from indexer.forms.form import cased, form

BLANK_PAGE = form(
    "page left blank",
    r"\W*this page (?:is |has been |was )?(?:intentionally |deliberately )?(?:left )?blank\W*",
    "This page is intentionally left blank",
    "This page is full",
)

# A pack prints its own number on every page, over that of the paper in it
PAGE_STAMP = form(
    "stamp of a pack",
    r"\W{0,3}(?:(?:[^\W\d_]{3,12}\s*/\s*)?page|tudalen)\s+(\d{1,4})\W{0,3}(?:\s*(agenda item\s+\w{1,6}))?",
    "Tudalen / Page 9 Agenda Item 3",
    "Page numbers are at the foot",
)

# The numbering of one document inside the pack
OWN_NUMBER = form(
    "number of a paper's page",
    r"(?:page\s+)?(\d{1,4})\s*(?:of|/)\s*\d{1,4}|(\d{1,4})\s*\|\s*p\s*a\s*g\s*e|"
    r"p\s*a\s*g\s*e\s*\|\s*(\d{1,4})",
    "2 | P a g e",
    "2 pages",
)

NAME_AND_NUMBER = form(
    "name of a paper and number of its page",
    r"(.{3,100}?)[\s|,;:–—-]+page\s+(\d{1,4})(?:\s*(?:of|/)\s*(\d{1,4}))?",
    "Ferry Board, 3 May 2031    Page 2 of 5",
    "Page 2 of 5",
)
BARE_NUMBER = cased("bare number", r"[-–—\[( ]*(\d{1,4})[-–—\]) ]*", "- 12 -", "xii")
BETWEEN_DASHES = cased("number between dashes", r"\s*[-–—]\s*\d{1,3}\s*[-–—]\s*", "- 12 -", "12")

# In a text without pages a stamp can land in the first cell of a table row, or run into a sentence
STAMP_CELL = form("stamp in a cell", r"page (\d{1,4})\t", "Page 4\t6. The quay", "Page 4")
STAMP_RUN_IN = cased("stamp run in", r"page \d{1,4} (?=[A-Z])", "page 4 The quay leaks", "page 4 of the report")

# "(iv) the quay" and "(v) the quay" are two lines, "Quay, page 4" and "Quay, page 5" are one header
NUMBERED_LINE = cased("numbered line", r"\(?[\divx]{1,4}[.)]\s", "(iv) the quay", "the quay")
