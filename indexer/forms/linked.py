"""Wordings that link one paper to another: what became of a recommendation, which version is the later one."""

from __future__ import annotations

import re

from indexer.forms.form import Form, cased, form
from indexer.forms.words import MONTHS

# Sums, shares and lengths of time: figures of one sort may be compared, a year or a paragraph says nothing
FIGURES = (
    form("sum", r"£[\d,]+(?:\.\d+)?m?\b", "£3.5m", "3.5m"),
    form("share", r"\b[\d.]{1,20}(?= ?(?:%|per cent))", "3 per cent", "3 boats"),
    form("length of time", r"\b(\w+)(?= (?:days|weeks|months|years))", "six weeks", "week six"),
    form("day and month", rf"\b\d{{1,2}} (?:{MONTHS})\b", "3 May", "May"),
)

NOTE = form(
    "that something is noted",
    r"\bnote[sd]?\b",
    "to note the plan",
    "a notice",
)

REFER = form(
    "that something is passed on",
    r"\b(?:refer|send|forward|recommend|commend)(?:s|red|ed)?\b",
    "to refer it to the Board",
    "a reference",
)

DEFER = form(
    "that something is put off",
    r"\bdefer(?:s|red)?\b",
    "that it be deferred",
    "deference",
)

ASKS_TO_REJECT = form(
    "that it is recommended to turn something down",
    r"\b(?:rule[sd]? out|reject|refus|not (?:be )?(?:approve|agree|proceed))",
    "that it be refused",
    "that it be agreed",
)

# A motion that, when carried, turns down what was recommended
CARRIED_AGAINST = form(
    "motion that turns down what was recommended",
    r"\bthere be no\b|\b(?:be|is|are) not (?:approved|agreed|adopted|accepted)\b",
    "that there be no charge",
    "that there be a charge",
)

# How minutes say that something was taken out of, or put into, what had been recommended
CHANGED = form(
    "that something was taken out or put in",
    r"\b(?:other than|save (?:that|for)|and not\b|except(?:ing)?|apart from|subject to|as amended|(?:reduced|raised|increased|changed) from|"
    r"instead of|with (?:the|an?) (?:slight )?(?:amendment|addition|exception))\b",
    "subject to a smaller boat",
    "with a smaller boat",
)

# What is asked ends where the report says why; what is put off ends where it is said until when
REASON = form(
    "where the reason begins",
    r",? because\b",
    "a boat, because it leaks",
    "a boat that leaks",
)

UNTIL = form(
    "until when something is put off",
    r",? (?:until|pending|so that|to allow|in order)\b",
    "deferred until May",
    "deferred",
)

# Who is asked says nothing of what is asked
WHO_IS_ASKED = form(
    "who is asked",
    r"^\W*(?:(?:we|i) ask|it is recommended|that)\b|^.{0,60}?\b(?:is|are) (?:asked|invited|recommended) to\b",
    "Cabinet is asked to agree",
    "Agree",
)

# A report that leaves the choice to the body: whatever is decided is in the body's own words
_CHOICES = "agree|amend|approve|confirm|endorse|refuse|reject|rescind|vary|withdraw"

LEFT_OPEN = form(
    "that the choice is left to the body",
    r"\b(?:choose|(?:say|settle|decide|determine|advise|indicate|consider) (?:whether|which|what|how))\b"
    rf"|\b(?:{_CHOICES})(?:, (?:{_CHOICES}))* or (?:{_CHOICES})\b",
    "amend or rescind the decision",
    "amend the decision",
)

# That the public leave says nothing of the item that they leave for.
EXCLUSION = form(
    "that the public leave",
    r"\bpublic (?:and (?:the )?press )?(?:\w+ ){0,3}be excluded\b|\bexclusion of (?:the )?(?:press|public)\b",
    "that the public be excluded",
    "that the public be told",
)

SETTLES = form(
    "that more is asked than to take note",
    r"\b(?:approve|agree|adopt|authoris|delegat)",
    "agree the plan",
    "note the plan",
)

AROUND_NUMBER = cased(
    "signs around a number",
    r"[^\w.]|\.$",
    "(2.1)",
    "2.1",
)

R_OF_NUMBER = cased(
    "the R of a recommendation's number",
    r"^R(?=\d+$)",
    "R3",
    "R",
)

RANGE_OF_RECOMMENDATIONS = form(
    "range of recommendations",
    r"\brecommendations?\W+R?(\d+)\s*(?:to|-|–|—)\s*R?(\d+)\b",
    "recommendations 1 to 6 be referred",
    "recommendation 1",
)

WORD_OR_SUM = cased(
    "word or sum",
    r"[a-z0-9£]+(?:[.,]\d+)*",
    "£3.50",
    "—",
)

# "Minutes of Previous Meeting.pdf" lies in the folder of the next one
EARLIER_MEETING = form(
    "that a file's name speaks of an earlier meeting",
    r"\b(?:previous|last|earlier|prior|past)\b",
    "Minutes of Previous Meeting.pdf",
    "Minutes.pdf",
)

# "24/00108": the number under which a decision is filed stands in the agenda and in the names of its papers
DECISION_NUMBER = form(
    "number under which a decision is filed",
    r"\bdecision (?:no|number|ref\w*)\W{1,4}(\d[\w/-]+)",
    "Decision No: 24/00108",
    "Decision of May",
)

FILED_NUMBER = cased(
    "number in agendas and names of files",
    r"\b\d{2}/\d{3,5}\b",
    "24/00108 Ferry.pdf",
    "24 May",
)

ITEM_IN_NAME = form(
    "item in a file's name",
    r"\bitem[\W_]*(?:no\.?[\W_]*)?(\d{1,2})\b",
    "Item_07 Ferry.pdf",
    "Items.pdf",
)

# What layout and a word processor change and nobody reads: blanks, bullets, rules, markup, the shape of quotes and dashes
LAYOUT = cased(
    "what layout changes and nobody reads",
    r"[\s\"'“”‘’`´*•·▪◦●■○_|~#<>\u00ad\u200b\ufeff\uf0b7–—-]+",
    "the – quay",
    "thequay",
)

MINUS = cased(
    "minus before a figure",
    r"(?<![\w)])[-–−](?=[£$€]?\d)",
    "a loss of -£3",
    "boats 3-4",
)

WORD_CHARACTERS = cased(
    "word",
    r"\w+",
    "quay",
    "—",
)

LATER_VERSION = form(
    "that a paper replaces another",
    r"\b(?:replac(?:es|ing|ement)|supersed(?:es|ing)|revised|revision|corrected|updated|amended)\b",
    "Revised report",
    "Report",
)

VERSION_NUMBER = form(
    "number of a version",
    r"\b(?:version|v|rev(?:ision)?)\.? ?(\d{1,2}(?:\.\d{1,2})?)\b",
    "Ferry v2.1",
    "Ferry 2",
)

DRAFT = form(
    "that a paper is a draft",
    r"\b(?:draft|unconfirmed|unapproved|(?:subject to|awaiting|pending) (?:confirmation|approval))\b",
    "Minutes subject to approval",
    "Minutes",
)

FINAL = form(
    "that a paper is final",
    r"\b(?:final|confirmed|approved|signed)\b",
    "Confirmed minutes",
    "Minutes",
)

SUPPLEMENT = form(
    "that a pack is a supplement",
    r"\b(?:supplement(?:ary)?|addendum|additional (?:papers?|documents?)|late (?:papers?|reports?|items?)|to follow)\b"
    r"(?: (?:agenda|pack|papers?|no))*(?: (\d{1,2})\b(?! \d))?",
    "Supplementary agenda 2",
    "Agenda",
)

CONFIRMS = form(
    "that something is confirmed",
    r"\b(?:confirm|approv|agre|adopt|accept|sign)(?:s|es|e?d)\b|\b(?:correct|true|accurate|proper)\b",
    "signed as a correct record",
    "signing",
)

NOT_A_WORD = cased(
    "what is no word in a file's name",
    r"[_\W]+",
    "a_b",
    "ab",
)


def recommendation_numbered(number: str) -> Form:
    """That a recommendation is named by this number: "recommendations 2.1 and 2.3 be agreed"."""
    return form(
        "recommendation by its number",
        rf"\brecommendations?\b[^;:]{{0,40}}(?<![\w.]){re.escape(number)}(?![\w.]*\w)",
        f"that recommendation {number} be agreed",
        "that the recommendation be agreed",
    )
