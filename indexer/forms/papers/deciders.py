"""Who a paper is for or who decided alone: labels over several lines, officers on the record of a decision."""

from __future__ import annotations

from indexer.forms.form import cased, form

# "Report to: OVERVIEW AND SCRUTINY" over "COMMITTEE"
MEANT_FOR = form(
    "label of whom a paper is for",
    r"^\W*(?:(?:joint )?report to|to|committee|meeting|body|name of (?:meeting|committee|body)|decision maker)\s*:\W*\w",
    "Report to: Overview and Scrutiny",
    "Reports to the Board",
)

# "OVERVIEW AND SCRUTINY" over "COMMITTEE": the last word of a name on a line that has no more
NOUN_ALONE = form(
    "what a body is called, alone on its line",
    r"^\W*(?:(?:sub-?|joint |select |standing |advisory |working )?(?:committee|panel|commission|forum|group|board|party|"
    r"partnership))\W*$",
    "SELECT COMMITTEE",
    "Harbour Committee",
)

DECIDED_BY = form(
    "label of who took a decision alone",
    r"^\W*(?:decision[- ](?:maker|taker)|(?:decision |action )?(?:to be )?(?:taken|made|authori[sz]ed) by|"
    r"(?:name (?:and (?:job )?title )?of )?(?:the )?(?:deciding |delegated |authori[sz]ed |authori[sz]ing |lead |responsible |"
    r"decision[- ]making )?officer(?: (?:making|taking) (?:the |this )?decision)?)\s*[:\t]\s*(.+)",
    "Decision maker: Head of Estates",
    "The decision was taken by the Board",
)

OFFICER = cased(
    "office of an officer at the end of a line",
    r"\b((?:(?:Assistant|Deputy|Executive|Interim|Acting|Corporate|Strategic|Service|Group) ){0,2}"
    r"(?:Head|Director|Chief|Manager)(?: of| for)(?: the)? [A-Z][\w’'&-]{0,30}(?:,? (?:and |of |& )?[A-Z][\w’'&-]{0,30}){0,7}|"
    r"(?:Deputy |Assistant )?(?:Chief Executive|Chief [A-Z]\w{1,20} Officer|Monitoring Officer|Town Clerk|"
    r"Clerk to the Council|Returning Officer|(?:City|Borough|County) Solicitor)|"
    r"(?:[A-Z][\w’'&-]{0,30} (?:and |& )?){1,5}(?:Director|Manager|Officer))\W*(?:\([^)]*\))?\W*$",
    "Mona Tidd, Director of Place",
    "Mona Tidd told the Director of Place why",
)

# The record of what an officer decided is made when it is decided, whether or not it was signed
OFFICERS_RECORD = form(
    "title of the record of what an officer decided",
    r"^\W*(?:record of (?:an? |the )?)?(?:officer|delegated|chief officer|urgent|operational)(?:'s|’s)? (?:executive |key |"
    r"non-key |officer )?decisions?(?: (?:record|notice|sheet|form))?\W*$|^\W*(?:record|notice) of (?:an? |the )?(?:officer |"
    r"delegated )?decisions? (?:taken |made )?(?:under|by) (?:delegated|officers?|delegation)\b",
    "Record of Officer Decision",
    "The officer decisions of May",
)

DAY_LABEL = form(
    "label of a day with the day behind it",
    r"^\W*(?:date|dated|decision date)\s*[:\t]\W*(?:\w+day,? )?\d",
    "Date: 12 June 2031",
    "Date:",
)
