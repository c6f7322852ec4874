"""How minutes and logs say who is to do what, and by when."""

from __future__ import annotations

from indexer.forms.form import cased, form
from indexer.forms.words import MONTH_NAMES

# "ACTION: Jo Ash to write", "Action – CF"
LABELLED = form(
    "labelled",
    r"^\W*actions?(?: point)?s?\b\s*(?:\d+)?\s*[:–-]+\s*(?P<text>.+)$",
    "ACTION: Jo Ash to write to the club",
    "Jo Ash acted for the club",
)

# "Jo Ash to send the dates", "The Director of Place to report in May"
TO_DO = cased(
    "to do",
    r"^\W*(?:[A-Z][a-z]{2,8}\d\d\.\d+\s+)?(?P<owner>(?!(?:Suggestion|Nothing|Everything|Something|Anything|Decision|Agree|Note|That|It|They|He|She|We|This|There|Further|However|Members|To|In|On|"
    r"For|Following|Work|All|Approve|Endorse)\b)(?:The )?[A-Z][\w’'.&-]*(?:[ ,/]+(?:[A-Z][\w’'.&-]*|of|"
    r"for|and|the|&)){0,10}?) (?:to|will) (?P<verb>send|circulate|write|report|provide|contact|bring|"
    r"prepare|arrange|share|link|check|follow|explore|"
    r"consider|investigate|update|publish|review|confirm|speak|meet|draft|add|ask|raise|produce|ensure|"
    r"liaise|amend|distribute|submit|create|order|obtain|book)\b",
    "Jo Ash to send the dates to members",
    "Jo Ash sent the dates",
)

# What is to come back to a meeting
PROMISE = form(
    "promise",
    r"\b(?:(?:further |progress |update[d]? |separate |final |interim |detailed |annual )*(?:report|paper|"
    r"update|presentation|plan|strategy|review|figures|item)s?\b.{0,80}?\b(?:be|being|come|bring|"
    r"brought)\b.{0,25}?"
    r"\b(?:submitted|brought(?: back)?|presented|provided|reported|received|circulated|back|made|taken|"
    r"considered)\b.{0,60}?\b(?:meeting|board|committee|cabinet|council|panel|partnership|members)\b"
    r"|(?:bring|report|come) back\b.{0,80}|reported (?:back )?to (?:a|the) (?:future|next|following) meeting)",
    "A further report be brought to the next meeting.",
    "A further report came in May.",
)

DEADLINE = cased(
    "deadline",
    r"\b(?:by|before|in|at|to|for|until|no later than)\s+(?P<when>(?:the )?(?:end of )?(?:next|following|"
    rf"future|[A-Z][a-z]+day|{MONTH_NAMES}|spring|summer|autumn|winter|\d{{1,2}}(?:st|nd|rd|th)?\s[A-Z][a-z]+)"
    r"\b(?:\s(?:meeting|\d{4}|month|year|week|[A-Z][a-z]+))*)",
    "a report will come by the end of May 2031",
    "a report will come",
)

TO_BE_DONE = cased(
    "to be done",
    r"\b(?:would|will|should|be|could|to)\b",
    "the dates would be sent to members",
    "the dates came out in May",
)

# What the status of an action says: done, not done, or on to the next meeting
DONE = form(
    "done",
    r"\b(?:done|complete[d]?|closed|discharged|resolved|actioned|finished|received|circulated|sent|achieved)\b|✓|✔|^\W*(?:green|yes|c)\W*$",
    "Completed 3 May",
    "In hand",
)
NOT_DONE = form(
    "not done",
    r"\bnot (?:yet )?(?:been )?(?:done|complete[d]?|closed|received|sent)\b|\b(?:to be|partly|part|partially|\d{1,2} ?%) (?:done|complete[d]?|closed|"
    r"sent|circulated)\b|\bincomplete\b",
    "Not yet completed",
    "Completed",
)
CARRIED_OVER = form(
    "carried over",
    r"\b(?:carried (?:over|forward)|c/?f\b|ongoing|on-going|in (?:hand|progress)|deferred|rolled (?:over|forward)|continu\w+)\b",
    "Carried forward to June",
    "Done",
)

# The status of an action that leaves nothing to do, for sure: it says so at its beginning, and takes nothing back
FINISHED = form(
    "finished",
    r"^\W*(?:(?:now|all|actions?)\W+)*(?:completed?(?! by\b)|closed|done|discharged|actioned|kept)\b"
    r"(?!.*\b(?:but|except\w*|part(?:ly|ial\w*)?|outstanding|await\w*|pending|subject to|to follow|remain\w*|unless|"
    r"once|when|if|not)\b|.*\d ?%)",
    "Done, 12 April",
    "Open; the counts were done in October",
)
FINISHED_LATE = cased(
    "finished late",
    rf"^\W*Late\W+(?:on )?\d{{1,2}}(?:st|nd|rd|th)? (?:{MONTH_NAMES}) (?:19|20)\d\d\b(?!.*\b(?:expected|due|part)\b)",
    "Late: 19 November 2031",
    "Late: expected on 19 November 2031",
)
BROKEN = form(
    "promise that was not kept, in the row of a log",
    r"^\W*(?:not (?:kept|met|honoured|fulfilled)|missed|broken)\b",
    "Not kept: no plan written",
    "Kept",
)
# The status of an action whose report lies before this very meeting, or lay before an earlier one
BROUGHT_BACK = form(
    "brought back",
    r"^\W*(?:on (?:this|tonight[’']s|today[’']s) agenda|(?:elsewhere|later) on (?:this|the) agenda|reported (?:on|to)\b)",
    "On this agenda",
    "To be put on an agenda",
)
# An action, promise or request by which a report is to come to a meeting
REPORT_DUE = form(
    "a report is to come",
    r"\b(?:reports?|updates?|reviews?|outcomes?|results?|findings|progress|figures)\b[^.;]{0,90}?\b(?:brought|submitted|presented|"
    r"reported|come|received|requested)\b|\b(?:bring|submit|present|give)\b[^.;]{0,40}?\b(?:reports?|updates?|reviews?|figures)\b|"
    r"\brequ(?:ire|est)s? an? (?:further |progress |separate )*(?:report|update|review)\b|"
    r"\bto report (?:back )?(?:to|on|in)\b|\bbe reported (?:back )?(?:to|in|by)\b",
    "that a further report be brought to the Cabinet",
    "that the Trust be invited to submit a business plan",
)
# What later minutes say of an action that is finished
SAID_FINISHED = form(
    "said to be finished",
    r"\b(?:has|have|had) (?:now |since |all )?been (?:completed|closed|done|discharged|actioned)\b",
    "The letter to the club has now been done.",
    "The letter has not been done.",
)

# The day by which it is due, as one can be sure of it
DUE_MONTH = cased(
    "month that is due",
    rf"(?:\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?)?\b(?P<month>{MONTH_NAMES})\b(?:,? (?P<year>(?:19|20)\d\d)\b)?",
    "the end of May 2031",
    "it may be late",
)
NO_END = form(
    "a day that ends nothing",
    r"\b(?:from|after|since|onwards?|not before|raised|begin\w*|start\w*|commenc\w*)\b",
    "from 1 June 2031",
    "by 1 June 2031",
)
"""Beside a date: the day on which something begins, or was raised."""

DUE_BY = form(
    "by when",
    rf"\b(?:by|before|(?:no|not) later than) (?P<when>(?:the )?(?:end of )?(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?(?:{MONTH_NAMES})\b(?:,? (?:19|20)\d\d\b)?)",
    "Jo Ash to write by the end of May 2031",
    "Jo Ash to write in her own time",
)
DUE_WHEN_BROUGHT = form(
    "when it is brought",
    r"\b(?:brought|submitted|presented|reported|provided|come|return(?:ed)?|requ(?:ire|est)(?:s|ed)?)\b[^.;:]{0,60}?\b(?:in|at|by|for) "
    rf"(?P<when>(?:the )?(?:end of )?(?:{MONTH_NAMES}) (?:19|20)\d\d\b)",
    "a report be brought to the Cabinet in May 2031",
    "the report on May 2031 was brought",
)
"""Only with its year: "in May" may be said of the past."""

# The head of an action log, in the words that name its columns
LOG_COLUMNS = {
    "text": form(
        "column of what is to be done",
        r"^(?:action(?! (?:no|ref|number))|point|what|task|promise|agreed|description)",
        "Action agreed",
        "Action no.",
    ),
    "owner": form("column of who does it", r"owner|lead|allocat|responsib|who|officer|by whom", "By whom", "By 4 June"),
    "deadline": form(
        "column of by when", r"due|deadline|date|when|timescale|target", "Target date", "Responsible officer"
    ),
    "status": form(
        "column of how far it is", r"status|state|progress|update|outcome|came|complete", "What came of it", "Owner"
    ),
}

RAISED_COLUMN = form(
    "column of when it was raised",
    r"\b(?:raised|made|minute[sd]?|origin\w*|set at|arising|from meeting|date of meeting|meeting date)\b",
    "Date raised",
    "Date due",
)
"""Beside the columns of a log: the meeting at which an action began."""
