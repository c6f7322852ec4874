"""Lines with which a report ends and what is enclosed with it begins."""

from __future__ import annotations

import re

from indexer.forms.form import cased, form

ACTION_LOG = form(
    "title of an action log",
    r"^\W*tracker\b|\b(?:action|recommendation|decision)s? (?:log|tracker|sheet|list|plan log|register|"
    r"record)\b|\brolling actions?\b|\bactions? arising\b",
    "Rolling actions",
    "Rolling stock",
)

FORWARD_PLAN = form(
    "title of a forward plan",
    r"\bforward (?:work )?(?:plan|programme?)\b|\bwork(?:ing)? programme?\b|\bschedule of (?:business|"
    r"reports)\b",
    "Forward Work Programme",
    "Forward!",
)

LOG_COLUMNS = form(
    "heads of the columns of a log",
    r"\b(?:actions?|owner|lead|progress|status|update|allocated|due|deadline|date|decision maker|officer|"
    r"meeting|report|item|month|key decision|outcome|made|promised?)\b",
    "Action  Owner  Due",
    "Ferry",
)

RECORD = form(
    "title of a record of decision",
    r"\brecord of (?:an? |the )?(?:\w+ ){0,3}?decisions?\b|^\W*(?:officer |executive |delegated |"
    r"\w+ )?decision (?:notice|record|sheet)\b|^\W*notice of (?:\w+ )?decisions?\b",
    "Record of a Cabinet Member decision",
    "A record catch",
)

# "Decision status: Recommendations Approved (subject to call-in)"
DECISION_LABEL = form(
    "label on the page of a decision",
    r"^\W*(decision maker|decision status|date of decision|decided at meeting)\s*:\s*(.*)",
    "Decision status: Recommendations Approved",
    "The decision status",
)

TAKEN = form(
    "that a decision was taken",
    r"\b(?:approved|agreed|taken|made|implemented|refused|rejected|noted|amended|deferred|endorsed)\b",
    "Recommendations Approved (subject to call-in)",
    "For determination",
)

PROPOSED = form(
    "that a decision is still to be taken",
    r"\bproposed\b|\bdraft\b|\bto be taken\b|\bpro[dp]\b",
    "PROPOSED record of decision",
    "Record of decision",
)

SIGNED_RECORD = form(
    "that a record was signed",
    r"^\W*decision (?:was )?(?:taken|made) (?:by|on)\b|\bdate (?:of (?:the )?decision|(?:the )?decision (?:was "
    r")?(?:taken|made)|"
    r"signed|taken|made)\W{0,6}\d|^\W*signed\b(?: (?:by|on))?\W{0,6}(?!date\b)[A-Z0-9]\w*",
    "Signed by A. Elm",
    "Signed: Date:",
    re.M,
)

APPENDIX_HEADING = form(
    "heading of an appendix",
    r"^[\s*#]*(?:\w+ / )?(?:appendix|annex(?:e|ure)?|enclosure)\s*[-–:]?\s*(?:[A-Z]\b|\d{1,2}[a-z]?\b|"
    r"[IVX]{1,4}\b|(?<=: )\S)(?!\s*(?:sets|is|to the|shows|contains|of|and)\b)",
    "Appendix B",
    "Appendix B sets out the cost",
)

# The words in which a line breaks off, so that what follows is the rest of a sentence
BROKEN_OFF = form(
    "a line whose sentence goes on below",
    r"\b(?:at|in|see|to|as|of|the|and|with|by|from|under|or|is|are)\W*$",
    "as is shown in",
    "as is shown.",
)

ASSESSMENT = form(
    "title of an impact assessment",
    r"\b(?:equalit(?:y|ies)|privacy|data protection|health|"
    r"environmental)(?: and \w+)? impact (?:assessment|screening)\b|\b(?:eqia|dpia)\b",
    "Equality Impact Assessment",
    "The impact of rain",
)

# What stands on pages of minutes and on no slide, however few lines a page has
ONLY_IN_MINUTES = form(
    "what stands in minutes and on no slide",
    r"^\W*(?:(?:item )?[A-Z]{0,6}[ ./-]?\d[\d./-]*[.:)]*\s*)?(?:present\s*:|in attendance\s*:|apologies for absence|"
    r"declarations? of (?:members.? )?interests?|any other business|RESOLVED\b|AGREED\b|ORDERED\b|decision\W*$|"
    r"it was (?:resolved|agreed)\b)",
    "4. Any other business",
    "Our plan",
)

NUMBERED = cased(
    "number in front of a line",
    r"^[\s*#-]*\d{1,3}[.)]?\s",
    "12. Action log",
    "Action log 12",
)

SAYS_OR_ENDS = cased(
    "a sentence, and no heading",
    r"[.;:,]$|\b(?:noted|agreed|considered|was|is|see)\b",
    "The action log was noted",
    "Action log",
)

MARKED_LINE = cased(
    "mark of a list in front",
    r"\W*\w{1,3}[.)]\s",
    "a) Record of decision",
    "Record of decision",
)

RECORD_LABELS = form(
    "labels of a record of decision",
    r"\bdecision (?:to be )?(?:taken|made|maker|no|number|ref|date)|\bdate of decision|\bdecision\s*:|"
    r"\btitle\b|\bsubject\b",
    "Date of decision",
    "The quay",
)

CONTENTS_LINE = cased(
    "line of a list of contents",
    r"\.{4}|\D{14}\s\d{1,3}$",
    "Appendix B the soundings ... 12",
    "Appendix B",
)

LISTED_LINE = cased(
    "entry of a list",
    r"\t\d|\.{4}|[.;]$",
    "Appendix B;",
    "Appendix B",
)

REPORT_CLOSING = form(
    "heading at the end of a report",
    r"^\W*+(?:\d{1,2}(?:\.\d{1,2})?[.)]?\s\W*+)?(?:background (?:papers?|documents?)|(?:report )?contact (?:officers?|"
    r"details|points?)|"
    r"(?:report )?authors?(?:\W? contact details)?|lead officers?|lead directors?|relevant directors?|"
    r"(?:list of |schedule of )?appendices(?: to (?:the|this) report)?|list of enclosures|attachments|"
    r"(?:for )?further information)\b(?P<rest>.*)$",
    "9. Background papers",
    "9. The quay",
)

# The last of these headings, with nothing behind it in the line: at the head of a report a name stands there
SIGNED_BELOW = form(
    "author or contact, with nothing behind",
    r"^\W*+(?:\d{1,2}[.)]?\s\W*+)?(?:report authors?|contact officers?)(?: contact details)?\W*$",
    "Report author:",
    "Report author: A. Elm",
)

CONTACT_DETAIL = form(
    "telephone or address of a contact",
    r"@|\bwww\.|https?:|\b(?:tel|telephone|phone|mobile|e-?mail|ext)\b|(?<!\d)0\d{3,4}[ -]?\d{3}",
    "Tel: 01632 960001",
    "The quay",
)

CONTACT_LABEL = form(
    "label of a contact",
    r"^\W*(?:name|job title|title|post|address|designation|directorate|department|organisation)\s*[:\t]",
    "Job title: Clerk",
    "The title",
)

CLOSING_ENTRY = form(
    "entry under a closing heading",
    r"^\s*+(?:[-•·*▪]+\s|\W*+\d{1,2}\.\d{1,2}\b|\(?[a-z]\)\s|(?:none|nil|not applicable|n/a)\b|reports? (?:to|of|by)\b|"
    r"(?:appendix|annexe?|enclosure|attachment)\s+\w{1,3}\b\W*(?P<named>.*))",
    "Appendix 1 - The offers",
    "The offers",
)

CHAPTER_HEADING = cased(
    "heading of a chapter",
    r"^\W*(\d{1,2})[.)]?\W*\s\W*[A-Z]",
    "9. Background",
    "9 boats",
)

POST = form(
    "post of a contact",
    r"\b(?:officer|director|manager|co-?ordinator|consultant|advis[eo]r|accountant|solicitor|planner|engineer|analyst|"
    r"lead|directorate|"
    r"department|division|commissioning)\W*$|"
    r"^\W*(?:head|director|chief|manager) of\b",
    "Harbour Engineer",
    "The engineer left",
)

REPORT_GOES_ON = form(
    "a heading with which a report goes on",
    r"^\W*\d{1,2}[.)]?\s+[A-Z]|^\W*(?:recommendations?|conclusions?|implications|introduction)\W*$",
    "5. Conclusions",
    "The offers",
)

IS_PROSE = cased(
    "a piece of a sentence",
    r"[.;,:]$|^[a-z(]",
    "and the quay leaks.",
    "The Offers",
)

TO_BE = cased(
    "a form of to be",
    r"\b(?:is|are|was|were)\b",
    "Background papers are listed",
    "Background papers",
)
