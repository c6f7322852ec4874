"""Titles and texts that share a line, and where to cut it."""

from __future__ import annotations

from indexer.forms.form import cased, form

# Bullets inside a line, those of symbol fonts among them
BULLET_INSIDE = cased(
    "gap before a bullet inside a line",
    r"(?<!\s)\s+(?=[•▪●\uf0b7\uf0a7\uf076\uf0d8]\s)",
    "They came • The ferry",
    "They came",
)

NUMBER_INSIDE = cased(
    "gap before a number inside a line",
    r"(?:(?<=[.?!:)’”\"\d\w])\s+)(?=(?P<a>\d{1,2})(?:\.(?P<b>\d{1,2})\.?|[.)])\s+[A-Z‘“])",
    "They came. 2. The ferry",
    "They came by 2 ferries",
)

# The words with which the text behind a title opens
TEXT_OPENS = cased(
    "gap before the words that open a text",
    r"(?<!\s)\s+(?=(?:[–—-]\s+)?(?:The|There|It|This|These|An?|All|No|None|In|On|At|Following|After|Due|As|"
    r"Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Members|"
    r"Apologies (?:were|was|had|from)|RESOLVED|AGREED|Resolved|Agreed|Noted|Proposed|Moved)\b\.?)",
    "Ferry The boat leaks",
    "Ferry boat",
)

VERB = form(
    "verb or none: the sign of a text",
    r"\b(?:was|were|had|has|have|is|are|would|will|said|noted|agreed|reported|advised|stated|thanked|asked|proposed|"
    r"moved|seconded|"
    r"received|approved|resolved|suggested|requested|attended|declared|confirmed|explained|presented|informed|none|no|"
    r"been)\b",
    "the boat was late",
    "the late boat",
)

HANGS = form(
    "title that breaks off",
    r"(?:\b(?:of|for|to|and|the|on|in|at|by|from|with|or|a|an|as)|[,&(/–-])$",
    "Repair of",
    "Repair",
)

# The labels of a saved page that part a title from what the agenda said and that from what was minuted
PAGE_LABELS = cased(
    "label between a title and what was minuted",
    r"(?:(?<=\s)|^)((?:Draft )?Minutes:|Decisions?:|Additional documents:|Supporting documents:)(?=\s|$)",
    "The ferry Minutes: It leaks",
    "The minutes",
)

NUMBER_CELL = cased(
    "number in a cell of its own",
    r"^(?P<number>\s*\d{1,4}[a-z]?\.?)\t",
    "12.\tThe ferry",
    "12. The ferry",
)

IN_MARGIN = cased(
    "number in the margin",
    r"^\s{0,6}(?P<number>\d{1,4})(?:[ \t]{1,4}(?P<text>.*))?$",
    "  12  The ferry",
    "The ferry",
)

TITLE_DASH_TEXT = cased(
    "title, dash or colon, text",
    r"(?P<title>[A-Z][^.:;–]{3,80}?)\s*(?:[:–—]|\s-)\s+(?P<text>\S.{20,})$",
    "The ferry: it was late and nobody knew",
    "The ferry",
)

# The number of a minute inside a line that holds several: "... by the Chair. 94/31 Hedges The hedge ..."
MINUTE_INSIDE = cased(
    "number of a minute inside a long line",
    r"(?<![\w/.])(?P<number>(?P<a>\d{1,4})/(?P<b>\d{2,4}))(?=\s+[A-Z][a-z])",
    "signed by the Chair. 94/31 Hedges The hedge was cut.",
    "application 31/00211/F was read",
)

# A paragraph with tabs between the number of a minute, its title and its text
MINUTE_IN_CELLS = cased(
    "number, title and text of a minute between tabs",
    r"^(?P<number>\s*(?:[A-Z]{1,4}[/ -]?)?\d{1,4}(?:[./-]\d{1,4}){0,3}[a-z]?[.)]?)\t[ ]*+(?P<title>[A-Z][^\t]{2,60})\t++\s*+"
    r"(?P<text>(?=(?:\S++[^\S\t]++){3})[^\t]{0,4000}[.:;?!]\W{0,9}(?:\t.*)?)$",
    "12/31\tSlip\tThe slip leaks and is to be mended.",
    "12/31\tMend the slip\tClerk",
)
