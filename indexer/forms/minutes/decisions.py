"""Which items decide nothing, where what was minuted begins, and to whom something is delegated."""

from __future__ import annotations

from indexer.forms.form import form

# Items that only record who was there decide nothing.
ATTENDANCE_ITEM = form(
    "attendance item",
    r"^\W*(?:apolog|declaration|disclosure|members['’]? declaration|welcome|introduction|attendance|"
    r"substitut)",
    "Apologies for absence",
    "Absence of staff",
)

# Where what was minuted begins under what the agenda said, also in two languages
MINUTES_LABEL = form(
    "minutes label",
    r"^\W*(?:[^\W\d_]{4,20}:? ?/ ?)?(?:draft )?minutes(?::\s*|\s*$)",
    "Cofnodion: / Minutes:",
    "The minutes were read",
)

MINUTES_OR_ACTIONS = form(
    "minutes or actions",
    r"\bminutes\b|\bactions?\b",
    "Apologies and minutes",
    "Apologies",
)

DELEGATED = form(
    "delegated",
    r"\b(?:delegate[sd]?(?: \w+){0,12}? to|delegated authority be (?:given|granted) to|authority (?:be|"
    r"is) delegated to|authori[sz]e[sd]? (?=the\b))\s*(?:the )?(.+?)(?=,? (?:in consultation|to |for |"
    r"and that|who|as |on behalf)|[;.]|$)",
    "that authority be delegated to the Clerk, in consultation with the Chair",
    "that the Clerk be thanked",
)

# What stands in the last cell of a row is who acts, or what was decided
DECIDED_CELL = form(
    "decision in the last cell of a row",
    r"^\W*(?:(?:agreed|approved|resolved|noted|deferred|declined|adopted|accepted|ratified|elected|appointed)\b.{6,}|"
    r"(?:[\w’']+ ){1,5}(?:was |were |be )?(?:approved|agreed|elected|adopted|accepted|ratified|appointed|deferred|declined)\b.*)$",
    "Approved subject to a survey",
    "Jo Ash to bring a plan",
)
NUMBER_ALONE = form("number of an item, nothing else in its cell", r"^\W*\d{1,3}[.)]?$", "4.", "4 boats")
