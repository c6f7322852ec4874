"""Lines of the frame of a pack: agendas, labels of reports, stamps."""

from __future__ import annotations

from indexer.forms.form import cased, form

# The head of an agenda laid out as a table: "No Item Lead Time"
AGENDA_TABLE_HEAD = form(
    "head of an agenda laid out as a table",
    r"^\W*(?:no\.?|(?:agenda )?item)\b(?:[\t ]+(?:no\.?|item|subject|title|lead(?: officer)?|presenter|time|"
    r"pages?(?: no\.?)?|report[\w/ ]*|paper|purpose|owner)\b)+\W*$",
    "No Item Lead Time",
    "No item was left.",
)

AGENDA_TITLE = form(
    "title of an agenda",
    r"^[\s*#]*(?:supplementary |supplemental |public |late )*agenda(?: and papers| papers)?[\s*]*$|"
    r"^dear (?:member|councillor|colleague)|^[\s*#]*supplement(?:ary)?(?: (?:agenda|papers?|pack|"
    r"no\.?))*\s*\w{0,3}[\s*]*$",
    "Supplementary Agenda",
    "The agenda was long.",
)

# "HARBOUR COMMITTEE AGENDA": at the top of a file only, elsewhere it may be a line of text
NAMED_AGENDA = form(
    "title of an agenda with the body",
    r"^[\s*#]*(?:[A-Z][\w’'&]*(?: and| of| for| the)?[ –-]+){1,10}agenda[\s*]*$",
    "HARBOUR COMMITTEE AGENDA",
    "3. Agenda for growth",
)

DECIDED_LINE = cased(
    "a line that opens a decision: this is no agenda",
    r"^\W*(?:(?:AND )?(?:RESOLVED|ORDERED|AGREED)|Decision\b(?! (?:no\.? ?)?\d)|(?:Proposed|Seconded) by\b|"
    r"(?i:motion (?:by|carried|passed)|moved(?: by|:))|(?i:carried)\W*$)",
    "RESOLVED that it be noted",
    "Decision no. 4",
)

ITEM_LABEL = form(
    "item label at the end of a line",
    r"(?:^\W*+|\t\W{0,40}+)(?:agenda )?item(?: no\.?)?\s*+(?:[:.]\s*+)?(\d{1,3}(?:\.\d{1,2})?)\W*$",
    "Item No: 7",
    "Item 7 was taken.",
)

STRONG_LABEL = form(
    "label that only reports have",
    r"^\W*(?:joint )?(?:report(?: of(?: the)?| by| from)?\s*:|report titles?\b|report authors?\b(?!\W*$|\W*contact)|"
    r"subject(?: matter)?\s*:|from\s*:|by\s*:|author\s*:|report to\s*:)",
    "Report title: The ferry",
    "The report",
)

REPORT_LABEL = form(
    "label of the front page of a report",
    r"^\W*(?:to\s*:|report (?:of|to|by|from|title|author|date)|subject|date\s*:|meeting\s*:|"
    r"decision (?:no|number|type)|classification|wards?\b[^.]*(?:affected|:)|"
    r"electoral divisions?|lead (?:officer|member)|cabinet member|portfolio|accountable|key decision|"
    r"past pathway|future pathway|summary\s*:|executive summary|"
    r"purpose of (?:the )?(?:report|item)|recommendations?\b\W*(?:\(s\))?\W*:?$|contact officer|"
    r"this report is|status\s*:|title\s*:|agenda\s*:|author|"
    r"contributors|exempt|1\.?\s+(?:purpose|introduction|summary|recommendations?|executive summary|"
    r"type of decision))",
    "Wards affected: All",
    "The wards",
)

REPORT_OF = cased(
    "report of somebody",
    r"^\W*(?i:(?:joint )?report (?:of|by|from) (?:the )?)[A-Z]",
    "Report of the Harbour Master",
    "Report of works",
)
