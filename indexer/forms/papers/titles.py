"""Titles and labels of papers, and what the name of a file says."""

from __future__ import annotations

from indexer.forms.form import cased, form

# "Appendix B - Soundings.pdf", "19-00012 Annex 2.pdf": a hint where the text does not say what it is
APPENDIX_FILE = form(
    "name of a file that is an appendix",
    r"^[\d\W_]*(?:appendix|annexe?)(?:[\W_]|%20)*(?:[A-Z]|\d{1,2})(?![A-Za-z])",
    "19-00012 Annex 2.pdf",
    "Report.pdf",
)

RECOMMENDATIONS_HEADING = form(
    "heading of the recommendations of a report",
    r"\W*(?:\d+\.?\s+)?recommendations?\b\W*$",
    "2. Recommendations",
    "Recommendations were made.",
)

APPENDIX_TITLE = form(
    "title of an appendix", r"\bappendix|\bannex|impact assessment|\beqia\b|\bdpia\b", "Annex 2", "Accounts"
)
ACTION_LOG_TITLE = form("title of an action log", r"\baction (?:log|tracker|list)\b", "Action tracker", "Action plan")
PLAN_TITLE = form(
    "title of a forward plan",
    r"\bforward plan\b|\bwork(?:ing)? programme\b|\bforward work",
    "Work programme 2031",
    "Programme of concerts",
)
SLIDES_TITLE = form("title of slides", r"\bpresentation\b|\bslides\b", "Presentation on the ferry", "Present")
AGENDA_FILE = form("name of an agenda's file", r"\bfront ?sheet\b|^agenda\b", "Agenda.pdf", "Late agenda.pdf")
REPORT_TITLE = form("title of a report", r"\breport\b|\bcover\b", "Ferry report.pdf", "Reporters.pdf")

# Lines of slides, by their look alone
SHORT_LINE = cased("line no longer than a slide's", r"^.{1,120}$", "New boats", "")
BULLETED = cased("line with a bullet", r"^[-•·*▪]\s", "• New boats", "New boats")
ENDS_A_SENTENCE = cased("end of a sentence", r"[.;]$", "The boats are new.", "New boats")
COUNTED = cased("line with a number and a point", r"^\W*\d{1,2}\.\d?", "2.1 New boats", "2 boats")

# Minutes and action logs are often one of several things under an item: its title is theirs only where it opens with
# them
OPENS_WITH_MINUTES = form(
    "title that opens with minutes",
    r"^\W*+(?:[\w’']+ ){0,4}?minutes?\b",
    "Draft minutes",
    "Report on what the board took in its minutes",
)
OPENS_WITH_ACTIONS = form(
    "title that opens with actions",
    r"^\W*+(?:[\w’']+ ){0,3}?(?:actions?|tracker)\b",
    "Rolling actions",
    "Report on all of the actions",
)

SUBJECT = form(
    "label of a report's subject",
    r"^\W*(?:report title|subject(?: matter| of (?:the )?decision)?(?:\s*/\s*title of decision)?|title(?: of (?:decision|"
    r"report))?)\b\s*[:\t]?\W*(.*)",
    "Subject: The ferry",
    "The subject was dropped.",
)

# "Minutes of the meeting held on 4 March 2019 in the Tide Room", "..., 2 pm, Tide Room"
HELD_AT = cased(
    "where and when a meeting was held, behind its title",
    r",?(?: held)? (?:in|at) (?:the )?[A-Z\d]|, \d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\b",
    "Minutes of the Board held in the Tide Room",
    "Minutes of the Board",
)

APPENDIX_LABEL = form(
    "label of an appendix",
    r"^\W*(?:appendix|annexe?)\b",
    "Annex B",
    "The annex",
)

# What a mark that a paper is exempt wraps over
LAW = form(
    "law over which a mark wraps",
    r"\b(?:paragraph|schedule|act \d{4}|order \d{4}|local government|access to information)\b",
    "Schedule 12A",
    "The quay",
)

ANY_LABEL = cased(
    "label before its value",
    r"^\W*[A-Z][\w /&()'’-]{1,40}\s*[:\t]",
    "Ward: North Quay",
    "the ward is north",
)

NO_TITLE_LINE = form(
    "first line that is no title",
    r"^\W*(?:\d{1,2}\.\d{1,2}\b|agenda item|item\b|page \d|appendix\W*$|report (?:of|to|by)|to:|from:|by:|"
    r"date:)",
    "Report of the Clerk",
    "The Ferry",
)

PLAIN_WORD = cased(
    "word or number in small letters",
    r"[a-z0-9]+",
    "ferry",
    "…",
)

CELL_OR_TAG = cased(
    "end of a cell, or markup",
    r"\t|<",
    "The ferry\tThe Clerk",
    "The ferry",
)

NUMBER_FIRST = cased(
    "number in front",
    r"\W*\d+[.)]?\s",
    "3. The ferry",
    "The ferry 3",
)

MARKUP = cased(
    "markup and bold print",
    r"<[^>]+>|\*+",
    "<b>The ferry</b>",
    "The ferry",
)

APPENDIX_NAME = cased(
    "name of an appendix",
    r"\b(?:appendix|annex\w*)\W+\w{1,3}\b",
    "see appendix b",
    "the appendix",
)

CORNER_NUMBER = form(
    "number in the corner of a page",
    r"^(\d{1,2})\.(\d{1,2})(?:\s+(?:appendix|annex)\b.*)?$",
    "5.1 Appendix B",
    "5.1 The ferry",
)

YEAR_IN_NAME = cased(
    "year in the name of a file or folder",
    r"(?<!\d)(20\d\d)(?=\D|\d\d(?:\d\d)?(?:\D|$))",
    "minutes 2031-06.pdf",
    "minutes 06.pdf",
)
