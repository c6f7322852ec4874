"""What form the answer takes - a sum, a share, a count, a rating, a name, a date - and which sentences have it."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

MONTH_NAMES = "|".join(name for name in calendar.month_name if name)

# Figures that count nothing: dates, years, numbers of paragraphs, sections, items and indicators.
NOT_A_FIGURE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{MONTH_NAMES})(?:\s+\d{{4}})?|\b(?:{MONTH_NAMES})\s+\d{{4}}"
    r"|(?<![£,.\d])\b(?:19|20)\d\d(?:[-/–]\d\d(?:\d\d)?)?\b(?![,.]\d|%)|\b\d\d/\d\d\b"
    r"|^\W*\(?\d+(?:\.\d+)*[.)]?(?=\s)|\b\d+(?:\.\d+)*\.[ivx]+\b|\b\d+(?:\.\d+){2,}\b"
    r"|\b(?:section|appendix|annex|paragraph|table|item|page|part|phase|stage|priority|quarter|option|figure|key stage|minute)s?\s\d+(?:\.\d+)*",
    re.IGNORECASE,
)
TITLES = r"\b(?:Councillor|Cllr|Alderman|Dr|Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Lord|Lady|Baroness|Revd|Rev|Prof|Professor)s?\b\.?\s+[A-Z]"
ROLES = r"(?:Chair\w*|Vice|Deputy|Interim|Acting|Assistant|Leader|Mayor|Director|Head|Cabinet|Portfolio|Officer|Manager|Chief|Lead)"
IN_WORDS = r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|none)\b"


@dataclass(frozen=True, slots=True)
class Form:
    """A form of answer: the questions that ask for it, what a sentence needs to give it, and what a table's head may
    say of the figures in its rows instead."""

    name: str
    asked: re.Pattern[str]
    given: re.Pattern[str]
    unit: re.Pattern[str] | None = None

    @property
    def gives(self) -> str:
        """What an answer of this form is called."""
        return {"date": "date", "person": "name", "rating": "rating", "time": "time"}.get(self.name, "figure")


def _form(name: str, asked: str, given: str, unit: str = "") -> Form:
    head = re.compile(unit, re.IGNORECASE) if unit else None
    return Form(name, re.compile(asked, re.IGNORECASE), re.compile(given, re.IGNORECASE), head)


FORMS = (
    # "What rating did the inspectors give?": "Good", "74"
    _form(
        "rating",
        r"\bwhat (?:\w+ ){0,2}(?:rating|grade|score|ranking)s?\b|\bhow (?:was|were|is|are) [^?]{3,80} rated\b",
        r"\b(?:outstanding|good|adequate|inadequate|poor|requir\w+ improvement|excellent|grade|red|amber|green)\b|\d",
        r"\b(?:rating|grade|score|ranking|rag)\b",
    ),
    # "What percentage of ...": "93%", "two in three"
    _form(
        "share",
        r"\b(?:what|which) (?:\w+ )?(?:percentage|proportion|per ?cent|share|rate)\b",
        r"\d\s?%|\bper ?cent\b|\bper 1\d*,?000\b|\d in \d|\d\.\d",
        r"%|\bper ?cent\b|\bpercentage\b|\bproportion\b|\bshare\b|\brate\b",
    ),
    # "What is the contract worth?": money, and nothing else
    _form(
        "money",
        r"\bhow much\b[^?]{3,80}\b(?:worth|cost|earn|pay|paid|spen[dt])\b|\bhow much (?:money|funding)\b|"
        r"\bwhat (?:is|was|are|were) [^?]{3,80} worth\b|\bwhat (?:rent|price|fee|fees|salary)\b",
        r"£\s?\d|\d\s?(?:m|k|bn|million|billion)\b|\d,\d{3}",
        r"£",
    ),
    # "How much ...": "£1.2m", "3.4 million"
    _form(
        "sum",
        r"\bhow much\b|\bwhat (?:\w+ ){0,3}(?:cost|budget|fee|price|grant|amount)s?\b|\bworth\b",
        r"£\s?\d|\d\s?(?:m|k|bn|million|billion)\b|\d,\d{3}|\d\.\d|\d\s?%|\d\d",
        r"£",
    ),
    # "What was the running total ...": "8,501", "93%"
    _form(
        "figure",
        r"\b(?:what|which|how) (?:\w+ ){0,6}(?:figures?|running total|total)\b|\bfigures? (?:move|change|vary|go)|\bwhat figures?\b",
        r"\d,\d{3}|£\s?\d|\d\.\d|\d\s?%|\d{2}",
    ),
    # "At what times ...?": "8.20", "6 pm"
    _form("time", r"\b(?:at )?what times?\b", r"\b\d{1,2}[.:]\d\d\b|\d\s?[ap]\.?m\b|\bo'clock\b|\bnoon\b"),
    # "How many ...": "286", "twelve"
    _form("count", r"\bhow (?:many|long|often)\b|\bwhat (?:number|total)\b", rf"\d|{IN_WORDS}"),
)
WHEN = _form(
    "date",
    r"\bwhen\b|\bwhat date\b|\bby when\b|\bwhich (?:year|month|day)\b",
    rf"\b(?:19|20)\d\d\b|\b(?:{MONTH_NAMES})\b",
)


# "Who chairs the working group?": a name beside the post
WHO = Form(
    "person",
    re.compile(
        r"\bwho (?:is|was|chair\w*|leads?|led|heads?|headed|runs?|ran|manages?|owns?)\b(?! (?:\w+ed|given|left|made|in|on|at|behind)\b)",
        re.IGNORECASE,
    ),
    re.compile(rf"{TITLES}|[A-Z][a-z]*\.? [A-Z][\w'’-]+(?:,| \(|\s?[-–])\s*(?:the )?(?:Co-)?{ROLES}"),
)


def form_of(question: str) -> Form | None:
    """The form that a question asks for, None where it may take any."""
    return next((form for form in (*FORMS, WHEN, WHO) if form.asked.search(question)), None)


def has_form(form: Form, sentence: str, head: str = "") -> bool:
    """True where a sentence gives what the form needs; dates and paragraph numbers are no figures.

    `head` is the first lines of the table that it is a row of: the unit may stand there.
    """
    if form is WHEN or form is WHO:
        return bool(form.given.search(sentence))
    figures = NOT_A_FIGURE.sub(" ", sentence)
    if form.given.search(figures):
        return True
    return bool(head and form.unit and form.unit.search(head) and re.search(r"\d", figures))
