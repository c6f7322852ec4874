"""What form the answer to a question takes - a sum, a share, a count, a date - and which sentences have that form."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

MONTH_NAMES = "|".join(name for name in calendar.month_name if name)

# Figures that count nothing: dates, years, numbers of paragraphs, sections and items.
NOT_A_FIGURE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{MONTH_NAMES})(?:\s+\d{{4}})?|\b(?:{MONTH_NAMES})\s+\d{{4}}"
    r"|(?<![£,.\d])\b(?:19|20)\d\d(?:[-/–]\d\d(?:\d\d)?)?\b(?![,.]\d|%)|\b\d\d/\d\d\b"
    r"|^\W*\(?\d+(?:\.\d+)*[.)]?(?=\s)"
    r"|\b(?:section|appendix|annex|paragraph|table|item|page|part|phase|stage|priority|quarter|option|figure|key stage|minute)s?\s\d+(?:\.\d+)*",
    re.IGNORECASE,
)
IN_WORDS = r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|none)\b"


@dataclass(frozen=True, slots=True)
class Form:
    """A form of answer: the questions that ask for it, and what a sentence needs to give it."""

    name: str
    asked: re.Pattern[str]
    given: re.Pattern[str]


def _form(name: str, asked: str, given: str) -> Form:
    return Form(name, re.compile(asked, re.IGNORECASE), re.compile(given, re.IGNORECASE))


FORMS = (
    # "What percentage of ...": "93%", "two in three"
    _form(
        "share",
        r"\b(?:what|which) (?:\w+ )?(?:percentage|proportion|per ?cent|share|rate)\b",
        r"\d\s?%|\bper ?cent\b|\bper 1\d*,?000\b|\d in \d|\d\.\d",
    ),
    # "What is the contract worth?": money, and nothing else
    _form(
        "money",
        r"\bhow much (?:is [^?]{3,80} worth|did [^?]{3,80} cost|does [^?]{3,80} cost|will [^?]{3,80} cost)\b|"
        r"\bwhat (?:is|was|are|were) [^?]{3,80} worth\b|\bwhat (?:rent|price|fee|fees|salary)\b",
        r"£\s?\d|\d\s?(?:m|k|bn|million|billion)\b|\d,\d{3}",
    ),
    # "How much ...": "£1.2m", "3.4 million"
    _form(
        "sum",
        r"\bhow much\b|\bwhat (?:\w+ ){0,3}(?:cost|budget|fee|price|grant|amount)s?\b|\bworth\b",
        r"£\s?\d|\d\s?(?:m|k|bn|million|billion)\b|\d,\d{3}|\d\.\d|\d\s?%|\d\d",
    ),
    # "What was the running total ...": "8,501", "93%"
    _form(
        "figure",
        r"\b(?:what|which|how) (?:\w+ ){0,6}(?:figures?|running total|total)\b|\bfigures? (?:move|change|vary|go)|\bwhat figures?\b",
        r"\d,\d{3}|£\s?\d|\d\.\d|\d\s?%|\d{2}",
    ),
    # "How many ...": "286", "twelve"
    _form("count", r"\bhow (?:many|long|often)\b|\bwhat (?:number|total)\b", rf"\d|{IN_WORDS}"),
)
WHEN = _form(
    "date",
    r"\bwhen\b|\bwhat date\b|\bby when\b|\bwhich (?:year|month|day)\b",
    rf"\b(?:19|20)\d\d\b|\b(?:{MONTH_NAMES})\b",
)


def form_of(question: str) -> Form | None:
    """The form that a question asks for, None where it may take any."""
    return next((form for form in (*FORMS, WHEN) if form.asked.search(question)), None)


def has_form(form: Form, sentence: str) -> bool:
    """True where a sentence gives what the form needs; dates and paragraph numbers are no figures."""
    return bool(form.given.search(sentence if form is WHEN else NOT_A_FIGURE.sub(" ", sentence)))
