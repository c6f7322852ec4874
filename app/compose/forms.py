"""Which sentences have the form that a question asks for: a sum, a share, a count, a rating, a name, a date."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

from retriever.question_forms import Ask
from retriever.questions import Question

MONTH_NAMES = "|".join(name for name in calendar.month_name if name)

# Figures that count nothing: dates, years, numbers of paragraphs, sections, items and indicators.
NOT_A_FIGURE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{MONTH_NAMES})(?:\s+\d{{4}})?|\b(?:{MONTH_NAMES})\s+\d{{4}}"
    r"|(?<![£$€,.\d])\b(?:19|20)\d\d(?:[-/–]\d\d(?:\d\d)?)?\b(?![,.]\d|%)|\b\d\d/\d\d\b"
    r"|^\W*\(?\d+(?:\.\d+)*[.)]?(?=\s)|\b\d+(?:\.\d+)*\.[ivx]+\b|\b\d+(?:\.\d+){2,}\b"
    r"|\b(?:section|appendix|annex|paragraph|table|item|page|part|phase|stage|priority|quarter|option|figure|"
    r"key stage|minute)s?\s\d+(?:\.\d+)*",
    re.IGNORECASE,
)
TITLES = (
    r"\b(?:Councillor|Cllr|Alderman|Dr|Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Lord|Lady|Baroness|Revd|Rev|Prof|"
    r"Professor)s?\b\.?\s+[A-Z]"
)
ROLES = (
    r"(?:Chair\w*|Vice|Deputy|Interim|Acting|Assistant|Leader|Mayor|Director|Head|Cabinet|Portfolio|Officer|Manager|"
    r"Chief|Lead)"
)
IN_WORDS = r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|none)\b"


@dataclass(frozen=True, slots=True)
class Form:
    """What a sentence needs to give an answer of this form, and what a table's head may say of its figures instead."""

    name: str
    given: re.Pattern[str]
    unit: re.Pattern[str] | None = None

    @property
    def gives(self) -> str:
        """What an answer of this form is called."""
        return {"date": "date", "person": "name", "appointed": "name", "rating": "rating", "time": "time"}.get(
            self.name, "figure"
        )


def _form(name: str, given: str, unit: str = "") -> Form:
    head = re.compile(unit, re.IGNORECASE) if unit else None
    return Form(name, re.compile(given, re.IGNORECASE), head)


_FORMS = (
    # "Good", "74"
    _form(
        "rating",
        r"\b(?:outstanding|good|adequate|inadequate|poor|requir\w+ improvement|excellent|grade|red|amber|green)\b|\d",
        r"\b(?:rating|grade|score|ranking|rag)\b",
    ),
    # "93%", "two in three"
    _form(
        "share",
        r"\d\s?%|\bper ?cent\b|\bper 1\d*,?000\b|\d in \d|\d\.\d",
        r"%|\bper ?cent\b|\bpercentage\b|\bproportion\b|\bshare\b|\brate\b",
    ),
    _form("money", r"[£$€]\s?\d|\d\s?(?:m|k|bn|million|billion)\b|\d,\d{3}", r"[£$€]"),
    # "£1.2m", "3.4 million"
    _form("sum", r"[£$€]\s?\d|\d\s?(?:m|k|bn|million|billion)\b|\d,\d{3}|\d\.\d|\d\s?%|\d\d", r"[£$€]"),
    # "8,501", "93%"
    _form("figure", r"\d,\d{3}|[£$€]\s?\d|\d\.\d|\d\s?%|\d{2}"),
    # "8.20", "6 pm"
    _form("time", r"\b\d{1,2}[.:]\d\d\b|\d\s?[ap]\.?m\b|\bo'clock\b|\bnoon\b"),
    # "286", "twelve"
    _form("count", rf"\d|{IN_WORDS}"),
    _form("date", rf"\b(?:19|20)\d\d\b|\b(?:{MONTH_NAMES})\b"),
    # a name, and that somebody came into a post
    _form(
        "appointed",
        r"\b(?:re-?|co-)?(?:appoint|elect|opt|select|hir|nominat)(?:ed|ing|ions?|ments?)\b|"
        r"\b(?:chosen|successor|winner|won)\b|"
        r"\b(?:succeed(?:s|ed)|(?:took|takes|taken|taking) over|replac(?:ed|es|ing)|awarded to|welcomed|"
        r"volunteer\w*)\b|\bwill (?:be|act as) (?:the )?(?:new|next)\b|"
        r"\bnew (?:chair|clerk|leader|head|director|chief|member)\w*\b|"
        r"\b(?:put(?:ting)? forward|(?:identified|named) as|to serve|agreed (?:that|to be))\b|"
        r"\bto (?:be|act as) (?:the )?(?:vice-?)?chair\w*\b",
    ),
    # a name beside the post
    Form("person", re.compile(rf"{TITLES}|[A-Z][a-z]*\.? [A-Z][\w'’-]+(?:,| \(|\s?[-–])\s*(?:the )?(?:Co-)?{ROLES}")),
)
FORMS = {form.name: form for form in _FORMS}
DATED = frozenset({"date", "person", "appointed"})
"""Forms for which a date is no mere number."""


def form_of(question: Question) -> Form | None:
    """The form that a question asks for, None where it may take any: the day of the meeting tells when it decided."""
    return None if Ask.DAY_DECIDED in question.reading.asks else FORMS.get(question.reading.form)


def asks_sum(question: Question) -> bool:
    """True where a sum of money is asked for, or one that may be of money."""
    form = form_of(question)
    return form is not None and form.name in ("money", "sum")


def has_form(form: Form, sentence: str, head: str = "") -> bool:
    """True where a sentence gives what the form needs; dates and paragraph numbers are no figures.

    `head` is the first lines of the table that it is a row of: the unit may stand there.
    """
    if form.name in DATED:
        return bool(form.given.search(sentence))
    figures = NOT_A_FIGURE.sub(" ", sentence)
    if form.given.search(figures):
        return True
    return bool(head and form.unit and form.unit.search(head) and re.search(r"\d", figures))
