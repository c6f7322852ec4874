"""Letterheads: whose meeting, when, where, and who took the chair."""

from __future__ import annotations

from indexer.forms.form import Form, cased, form
from indexer.forms.words import MONTHS, WEEKDAY

CLOCK = form(
    "time of day",
    r"\b(\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.m\.|[ap]m\b|noon)|\d{1,2}[.:]\d\d\s?(?:hours|hrs)|12 noon)",
    "at 10.30 am",
    "at noon or so",
)

VENUE_LABEL = form(
    "label of the place",
    r"^\W*(?:venue|location|place)\W+(\w.*)",
    "Venue: Tide Room",
    "The venue",
)

VENUE_PHRASE = cased(
    "place in a phrase",
    r"\b(?:held|commenced|in|at)\s(?:[^.]{0,40}?\s)?(?:in|at)?\s?(?:the\s)?((?:[A-Z][\w’'-]*[ ,]+){0,6}"
    r"(?:Room|Chamber|Chambers|Hall|Offices?|Centre|House|Suite|Building|Guildhall|"
    r"Library)\b(?:\s\w\b)?(?:,[^.:;()]{3,80})?)",
    "held in the Tide Room",
    "held in the rain",
)

YOU_ARE_HERE = form(
    "place of a web page in its site",
    r"^\W*(?:you are here|breadcrumb)",
    "You are here: Home",
    "Here you are",
)

MENU_LINE = form(
    "line of the menu of a web page",
    r"^\s*[•·*▪-]\s|^\W*(?:skip to|search|we use cookies|menu|home|log ?in|sign in)\b",
    "Skip to content",
    "The ferry",
)

# "  12  Present: Councillor Ash"
MARGIN_NUMBER = cased(
    "number in the margin",
    r"^\s*(\d{1,3})\s{2,}(?=\S)",
    "  12  Present: Councillor Ash",
    "12 boats",
)

# "Date of decision: 03/05/2031", "Decided at meeting: 03/05/2031 - Cabinet"
DECIDED_ON = form(
    "label of the day of a decision",
    r"^\W*(?:date of decision|decided at meeting|decision maker)(?:\s*[:\t]|\s+(?=\d))",
    "Date of decision: 03/05/2031",
    "The decision",
)

TITLE_WORD = form(
    "word of a title",
    r"\b(?:minutes|agenda)\b",
    "Agenda",
    "Agent",
)

LABEL_WITH_COLON = cased(
    "label with a colon",
    r"^\W*\w[\w ]{0,20}:",
    "Venue: Tide Room",
    "Tide Room, The Quay",
)

BEHIND_PLACE = cased(
    "day or hour behind a place",
    r",? (?:on|commencing) (?=\w+day\b|\d)",
    "Tide Room on Monday",
    "Tide Room on the quay",
)

PEOPLE_IN_HEAD = form(
    "list of who was there, also inside a line",
    r"(?:^|(?<=[.:;)\d] )|(?<=[a-z\d] ))\W*(?:\d{1,2}[.)]\W+)?(?:(?:(?:board |committee |council |elected )?members?|"
    r"councillors?|those|also),? )?"
    r"(?:present(?: were)?|in attendance|attendance|attendees|apologies(?: for absence)?|sederunt|roll call|"
    r"membership)\s*(?:\([^)]*\))?\s*"
    r"(?:[:–-]|$)",
    "12 June. Present: A. Elm",
    "At present we wait",
)

OPENING_ITEM = form(
    "item with which a meeting opens",
    r"^\W*(?:item )?(?:[A-Z]{1,6}[ ./-]?)?\d{1,4}(?:[./-]\d{1,4}){0,2}[.):]?\s+\W*(?:to |the )?"
    r"(?:welcome|apolog|declar|disclos|minutes|public|call to order|election|chair|introduction|opening|attendance)",
    "1. Apologies",
    "1. The ferry",
)

# What may stand before an organisation's name in a line that is its own: what the paper is, and of what kind of meeting
BEFORE_NAME = form(
    "what may stand before an organisation's name",
    r"^(?:\W|\b(?:the|of|for|a|an|at|to|and|agenda|draft|public|printed|confirmed|unconfirmed|approved|final|"
    r"minutes?|notes?|record|proceedings|summons|notice|supplement\w*|papers?|pack|reports?|meetings?|annual|general|"
    r"special|ordinary|extraordinary|"
    r"regular|monthly|statutory|full|virtual|remote|open|corporation|\d+(?:st|nd|rd|th)?)\b)*$",
    "Minutes of the ",
    "Minutes by the clerk of ",
)

# What ends the name in such a line, and where the meeting took place, in whose house it may be
HELD_BEHIND = form(
    "where the meeting took place, behind the name",
    r"\b(?:held|to be held|via|at|in|commenc\w+|which took place|address|venue|location|place)\b.*$",
    "Anyport Council held at Seaborough Hall",
    "Anyport Council",
)

AFTER_NAME = form(
    "what may stand behind an organisation's name",
    r"^\W*$|^\s*:\s*(?:draft |printed )?(?:minutes|agenda)\b|^\s*(?:[–—▪•|(,-]|(?:draft|unconfirmed|public|virtual|"
    r"annual|ordinary|extraordinary|special|planning|full|meetings?|minutes|agenda|"
    r"board|committee|cabinet|council|subject|held|was|met|on|of|"
    rf"{MONTHS}|\d)\b|[A-Z])",
    " Minutes",
    " = 4",
)

CHAIR = (
    form(
        "name and office of the chair",
        r"((?:Councillor|Cllr\.?|Mr|Mrs|Ms|Miss|Dr|Prof(?:essor)?|Sir|Dame|Baroness|"
        r"Lord)?\.?\s?[A-Z][\w.’'-]{0,40}(?:\s[A-Z][\w.’'-]{0,40}){0,4})[,\s]{0,20}\((?:in the |co-?)?chair(?:man|"
        r"person|"
        r"woman)?\)",
        "Mr R Brown (Chairman)",
        "Mr R Brown (Clerk)",
    ),
    form(
        "somebody was in the chair",
        r"((?:Councillor|Cllr\.?)\s[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,4}),?\s(?:was in the chair|"
        r"in the chair|presided|presiding)",
        "Cllr. H. Byrne, was in the Chair",
        "The Cathaoirleach was in the Chair",
    ),
)

# "Parish Council of Gorsley" is Gorsley Parish Council
COUNCIL_OF = cased(
    "council of a place",
    r"\b(Parish|Town|Community|City|Borough|District|County) Council of (?:the )?((?:[A-Z][\w’'-]*(?: (?=[A-Z])|"
    r"\b)){1,4})",
    "Parish Council of Anyport",
    "Anyport Parish Council",
)

# "Ferry Committee - Thursday, 5th June, 2031 6.00 pm": the title of a page
PAGE_TITLE = form(
    "title of a page: a body and its day",
    rf"^[^.:;]{{3,120}}(?: [–—-]|,) {WEEKDAY},? \d",
    "Ferry Committee - Thursday, 5th June, 2031",
    "Thursday 5 June",
)

_OWN_NOUN = (
    r"(?:Authority|Trust|District|Association|Society|Company|College|School|University|Foundation|Federation|"
    r"Corporation|Agency|Union|Service|IPS|Ltd|Limited|CIC|CIO|plc|Charity)"
)

OWN_NAME = form(
    "name of an organisation that is no council, alone on its line",
    rf"^\W*((?:[^\W\d_][\w’'.&-]*(?:,)? ){{1,8}}{_OWN_NOUN})\.?(?:\W*$|\s*\(|\s*[▪•|–—-]\s*(?=[A-Z])|,?\s+(?=Board\b|"
    rf"Council\b|Minutes\b))",
    "Anyport Libraries Trust",
    "Trust nobody at Anyport",
)

TWO_LANGUAGES = cased(
    "two languages of one line",
    r"\s[/|]\s",
    "Bwrdd / Board",
    "and/or",
)


def body_of_something(body: str) -> Form:
    """The full name of a body that a letterhead calls by one word: "Board of Trustees"."""
    return cased("body of something", rf"\b({body} of [A-Z]\w+)", f"{body} of Trustees", body)
