"""Lines of agendas: entries, their pages and presenters, what ends the list."""

from __future__ import annotations

from indexer.forms.form import cased, form

ENTRY = form(
    "entry: number and title",
    r"^[\s*#-]*(?:item\s+(?:no\.?\s*)?)?(\d{1,2}[A-Za-z]?(?:\.\d{1,2})?)\s*[.):]?\**(?:\s+|\t)\**\s*(\S.*)",
    "7. The ferry timetable",
    "The ferry timetable",
)

ENTRY_PAGES = form(
    "pages of an entry in brackets",
    r"\(\s*p(?:age|p|g)?s?\.?\s*(\d{1,4})(?:\s*(?:-|–|—|to)\s*(\d{1,4}))?\s*\)",
    "The ferry (Pages 5 - 12)",
    "The ferry (5 boats)",
)

PAGES_CELL = cased(
    "pages in a cell of their own",
    r"^(\d{1,4})(?:\s*[-–]\s*(\d{1,4}))?$",
    "5 - 12",
    "page 5",
)

ENTRY_PRESENTER = cased(
    "who presents, behind the title",
    r"(?<!\s)\s*(?:<i>|(?<!\*)\*(?!\*)|[–—-]\s*\*).*$|\s[–—-]\s(?:[A-Z][\w’' ]*\s)?(?:Directors?|Officers?|"
    r"Heads?|Chief|Managers?|Councillor|Cllr|Chair|Leader|Lead)\b[^–—]*$|"
    r"(?<!\bof)(?<!\bthe)(?<!\bby)(?<!\bto)(?<!\bfrom)\s(?:(?:Interim|Assistant|Deputy|Corporate|"
    r"Executive|Managing) )*(?:Director|Head|Chief \w+) (?:of|for) [A-Z].*$",
    "The ferry – Head of Highways",
    "The ferry – a report",
)

# What ends the list of items on a front sheet
AFTER_ENTRIES = form(
    "what ends the list of items",
    r"^\W*(?:(?:un)?restricted items|exempt items|queries|for further|for information|published|"
    r"agenda published|enquiries|date of (?:the )?next|"
    r"contact|note\b|information for|membership|yours|any other|distribution|chief executive|clerk|quorum)",
    "Date of the next meeting: 4 May",
    "4. The next ferry",
)

THREE_LETTERS = cased(
    "three letters in a row: a word",
    r"[A-Za-z]{3}",
    "The",
    "12 a",
)
