"""Headings of items: titles, what stands beside and after them."""

from __future__ import annotations

from indexer.forms.form import cased, form

AGENDA_REFERENCE = form(
    "number that the agenda gave",
    r"^\W*+(?:agenda )?item\s+(?:no\.?\s*)?([\w.]{1,6})\W*$",
    "(Item 3)",
    "Item of business",
)

PRESENTER = cased(
    "who presented, behind a title",
    r"(?<!\s)\s*(?:\*?\(\*?(?P<in>[^()]{4,})\*?\)\*?|[–—-]\s*\*(?P<after>[^*]+)\*)\s*\**$",
    "The ferry (Head of Highways)",
    "The ferry",
)

PRESENTING_ROLE = form(
    "post of somebody who presents",
    r"\b(?:director|officer|manager|chief|councillor|cllr|leader|chair|member|head|inspector|executive|"
    r"representative|report|presentation|lead|dr|mr|mrs|ms|consultant)\b",
    "Head of Highways",
    "the long version",
)

# A limb, a quotation or a word that announces a decision is no title, though both be in capitals
NO_TITLE = cased(
    "limb, quotation or announcement: no title",
    r"^(?:\W*\(?\d+[.)]|[•·▪-]\s|Decision\b|\(?[a-z]\)|\"|"
    r"\W*(?:\w+ ?/ ?|IT WAS )?(?:RESOLVED|AGREED|ORDERED|DECISION|RESOLUTION)\b)",
    "RESOLVED that it be noted",
    "THE FERRY",
)

# What a page of the web prints behind a title whose paper can be fetched: "pdf icon PDF 162 KB"
LINKED_FILE = cased(
    "what a web page prints behind a title with a file",
    r"(?:(?<!\s)\s+(?:pdf icon|(?:PDF|DOCX?) [\d.]{1,9} ?[KM]B)){1,9}\W*$",
    "The ferry pdf icon PDF 162 KB",
    "The ferry",
)

USUAL_HEADING = form(
    "heading that meetings have without a number",
    r"^\W*(?:apologies(?: for absence)?|declarations? of (?:members['’]? )?interests?(?: by members)?|"
    r"minutes(?: of (?:the )?(?:previous|last) meeting)?|"
    r"call to order|roll call|delegations|communications?(?:\W+correspondence)?|correspondence|(?:adoption|approval|"
    r"consideration|"
    r"confirmation) of (?:the )?(?:agenda|minutes)|(?:new|old|unfinished) business|public comments?|consent agenda|"
    r"adjournment|"
    r"matters arising|public questions?|any other (?:urgent )?business|welcome and introductions|"
    r"exclusion of (?:the )?(?:press and )?public)\W*$",
    "Apologies for absence",
    "The ferry",
)

DECIDING_WORD = form(
    "word that announces a decision, in front",
    r"\W*(?:resolved|agreed|ordered|decision\b(?!s)|present)\b",
    "Resolved",
    "Decisions",
)

BEHIND_TITLE = cased(
    "gap between a title and its text",
    r"[.:]?\**\s",
    ". The ferry",
    ".",
)

TELLS = cased(
    "verb with which minutes tell",
    r"\b(?:was|were|had|that)\b",
    "the ferry was late",
    "the late ferry",
)

TITLE_MARKUP = cased(
    "markup around a title",
    r"<[^>]+>|\*+|^#+",
    "## The ferry",
    "The ferry",
)

# "Declarations of Interest 38.": the number came loose and landed behind its title
LOOSE_NUMBER = cased(
    "number behind its title",
    r"^(?P<title>[A-Z][^.:;]{3,120}?)\s+(?P<number>(?P<a>\d{1,3}))\.$",
    "Declarations of Interest 38.",
    "38. Declarations",
)

# "4. VIRTUAL MEETING. It was proposed ...", "5. Allotment: 2 applications have ...": the text goes on after the title
RUN_IN_TITLE = cased(
    "title before its text",
    r"^(?P<title>[A-Z][A-Z0-9’'&,/() -]{4,90}[A-Z)])\.\s+(?=[“\"]?[A-Z][a-z].{20,})|"
    r"^(?P<short>[A-Z][\w’'&/-]*(?: [\w’'&/-]+){0,4}):\s*(?=.*\b(?:was|were|had|have|has|are|been)\b.*\.\W*$)",
    "VIRTUAL MEETING. It was proposed to meet by video",
    "Virtual meeting",
)

USUAL_TITLE = form(
    "title that every meeting has",
    r"^\W*(?:(?:apologies|apology)\b|declarations?\b|disclosures?\b|minutes\b|welcome\b|introductions?\b|"
    r"chair\w*['’]?s? announcements?|announcements?\b|any other business|urgent "
    r"|public (?:questions?|participation|speaking)|questions\b|petitions?\b|matters arising|action log|"
    r"forward plan|work programme|date of next|next meeting|exclusion of|exempt|"
    r"membership|appointment|election|substitut|notices? of motion|motions?\b|deputations?|correspondence|"
    r"confirmation of|close|adjourn|call to order|roll call|approval of|adoption of)",
    "Matters arising",
    "The ferry",
)

# "(Item 3)" on its own line: the number that the agenda gave the business
REFERENCE_LINE = form(
    "number of the agenda on its own line",
    r"^\W*\((?:agenda )?item (?:no\.? )?\w{1,5}\)\W*$",
    "(Item 3)",
    "Item 3",
)

CAPITAL_FIRST = cased(
    "capital in front, bold or not",
    r"\**[A-Z]",
    "**The ferry",
    "the ferry",
)

BOLD_OR_BRACKETS = cased(
    "bold print and what stands in brackets",
    r"\*+|\([^)]*\)",
    "The ferry (Item 3)",
    "The ferry",
)

THREE_CAPITALS = cased(
    "three capitals in a row",
    r"[A-Z]{3}",
    "THE",
    "The",
)

SENTENCE = cased(
    "verb, which few titles have",
    r"\b(?:was|were|had|has|have|that|would|should|be|is|are|which|noted|stated|thanked|asked|reported|"
    r"introduced|advised|explained|updated)\b",
    "the ferry was late",
    "The late ferry",
)
