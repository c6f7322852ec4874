"""What stands beside a date and says whether it is the day of the meeting."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.forms.form import Form, cased, form
from indexer.forms.words import HEARING, MONTHS, WEEKDAY


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stands beside a date, and what it is worth for that date being the meeting's; below 0 it speaks against it."""

    form: Form
    worth: float


FOR = (
    Evidence(
        form("held", r"\b(?:held|commenced|commencing|convened)\b", "held on 3 May 2031", "published on 3 May 2031"),
        3.0,
    ),
    Evidence(
        form(
            "date, behind a label or a little word",
            r"^\W*(?:date(?: of meeting)?|meeting date|to|on|at)\b[^a-z]*",
            "Date of meeting: 3 May 2031",
            "The ferry of 3 May 2031",
        ),
        2.0,
    ),
    Evidence(
        form(
            "day of a decision, behind its label",
            r"^\W*(?:date|day) (?:of |on which )?(?:the |this )?(?:officer |delegated )?decision(?: (?:was )?(?:taken|made))?(?:\s*[:\t]|\s+(?=\d))",
            "Date of decision: 3 May 2031",
            "The date of the decision is 3 May 2031",
        ),
        2.0,
    ),
    Evidence(form("meeting", r"\bmeeting\b", "Meeting of 3 May 2031", "Report of 3 May 2031"), 1.0),
    Evidence(
        form(
            "body before a figure",
            r"\b(?:board|committee|cabinet|council|panel|partnership|executive|forum|commission)\b[^.]{0,30}\d",
            "Harbour Board, 3 May 2031",
            "Harbour Master, 3 May 2031",
        ),
        2.0,
    ),
    Evidence(form("day of the week", rf"\b{WEEKDAY}\b", "Tuesday 3 May 2031", "3 May 2031"), 1.5),
    Evidence(HEARING, 4.0),
    Evidence(form("minutes of", r"\bminutes (?:of|for|from|[-–])", "Minutes of 3 May 2031", "Fifteen minutes"), 1.0),
    Evidence(
        cased(
            "name in capitals, dash, day",
            r"^\W*(?:[A-Z][\w’'&-]*,? (?:(?:and|of|for) )*){1,8}[-–—] (?:\w+day,? )?\d",
            "PLAYGROUND PANEL - 7 June 2031",
            "the panel - 7 June 2031",
        ),
        2.0,
    ),
)
AGAINST = (
    Evidence(
        form(
            "another meeting to come",
            # "subject to approval at the next meeting" says of a draft that it is one
            r"(?<!al at the )(?<!on at the )\b(?:next|future|following|forthcoming) (?:\w+ ){0,2}?meetings?\b|\bmeetings? dates?\b",
            "Date of the next ordinary meeting: 3 May 2031",
            "Date of the meeting: 3 May 2031",
        ),
        -8.0,
    ),
    Evidence(
        form(
            "an earlier meeting",
            r"\bcopy of|\b(?:previous|last|preceding|earlier) (?:\w+ ){0,2}?meetings?\b|adjourned from\b|\bpathway\b",
            "the last Board meeting, 3 May 2031",
            "the last boat, 3 May 2031",
        ),
        -6.0,
    ),
    Evidence(
        form(
            "an item of business",
            r"^\W*(?:item )?(?:no\.? ?)?\d{1,3}(?:[./]\d+)?[.)]?\s+\W*[A-Z][a-z]*.*\bmeeting|\bconfirm\b|"
            r"\(pages? \d",
            "2. Minutes of the meeting of 3 May 2031",
            "Meeting of 3 May 2031",
        ),
        -6.0,
    ),
    # the approval of earlier minutes, which every meeting's own minutes record
    Evidence(
        form(
            "approval of earlier minutes",
            r"\bminutes\b[^.]{0,120}\b(?:were|was|be|been|having been|are)\b[^.]{0,50}\b(?:agreed|approved|confirmed|"
            r"signed|accepted|adopted|"
            r"received|read|true|correct)|\b(?:approve|agree|receive|adopt|accept|sign)\b[^.]{0,60}\bminutes\b|"
            r"\bmatters arising\b",
            "The minutes of 3 May 2031 were agreed and signed.",
            "Minutes of 3 May 2031",
        ),
        -8.0,
    ),
)
SIGNED = Evidence(
    form(
        "day on which the clerk signed",
        r"\b(?:clerk|secretary|proper officer|chief executive)(?: to the [\w ]{3,40})?,? ?\W*\d{1,2}(?:st|nd|rd|th)? [A-Z]",
        "H Ash, Clerk, 7 November 2031",
        "The clerk met the board on 7 November 2031",
    ),
    -4.0,
)
"""Under a summons: the day that it was sent out."""
PREVIOUS = Evidence(
    form("minutes or actions", r"\bminutes?\b|\bactions?\b", "Minutes of 3 May 2031", "Agenda, 3 May 2031"), -6.0
)
"""Where what is read is not minutes itself: they are those of an earlier meeting."""

# Words right before a date that make it another kind of date: published, until, opened on
OTHER_DATE = form(
    "words before a date of another kind",
    r"\b(?:publish\w*|despatch\w*|dispatch\w*|dated|deadline|issued|drafted|updated|printed|review\w*|born|open\w*|"
    r"clos\w*|"
    r"start\w*|begin\w*|end\w*|complet\w*|effect|effective|approved|adopted|agreed|signed|expir\w*|due|launch\w*|"
    r"appointed|elected|"
    r"since|by|until|before|after|from|(?<!meeting )of)\b(?: on)?[\s\w,:]{0,14}$",
    "published on ",
    "held on ",
)

# The date of minutes stands above their first item; below it they speak of other days.
FIRST_ITEM = cased(
    "the first item of minutes",
    r"^\W*(?:item )?\d{1,3}[.)](?:\s+\W*[A-Z]|\W*$)",
    "1. Apologies",
    "1 June",
)

# Who was there stands between the two
PEOPLE = form(
    "who was there",
    r"^\W*(?:members? |also )?(?:present|in attendance|attendance|apologies|attendees)\b|\bapologies (?:were|had)\b|"
    r"\battended\b",
    "Members present",
    "The members",
)

# In the sentences of a report most days are not the meeting's, unless they say so.
OF_A_MEETING = form(
    "that a day is a meeting's",
    r"\bmeetings?\b|\bheld\b",
    "the meeting on 3 May",
    "opened on 3 May",
)

FOUR_WORDS = cased(
    "words of a sentence in a row",
    r"(?<![a-z])[a-z]{4,} [a-z]{3,} [a-z]{3,} ",
    "which will have been opened ",
    "Tide Room, The Quay",
)

# A line that breaks off in the middle of a date: "Thursday, the 3rd", "held on", "3rd May"
CUT_IN_A_DATE = form(
    "a line that breaks off in a date",
    rf"(?:\b{WEEKDAY},?(?: the)?|\b(?:{MONTHS}),?|"
    r"\b\d{1,2}(?:st|nd|rd|th)?(?: day)?(?: of)?|\bon(?: the)?|\btwo thousand(?: and)?)\W*$",
    "on Thursday, the 3rd",
    "on Thursday 3 May 2031",
)

# "Date", "Date of meeting:": the value stands on the next line
DATE_LABEL_ALONE = form(
    "label of a date, the value below",
    r"^\W*(?:(?:meeting )?date(?: of (?:the )?meeting)?|held on|when)\W*$",
    "Date of meeting:",
    "Date of meeting: 3 May",
)

NEXT_MEETING_ALONE = form(
    "label of the next meeting",
    r"^.{0,40}\b(?:next|future) (?:\w+ ){0,2}?meetings?\b.{0,20}$",
    "Date of next meeting",
    "The quay",
)
