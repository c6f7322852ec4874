"""Headings of items inside an item."""

from __future__ import annotations

from indexer.forms.form import cased, form

LETTERED_HEADING = cased(
    "heading counted in letters",
    r"^\s*\**(?P<number>[A-Z])[.)]\**(?:\s+(?P<title>\S.*))?$",
    "A. Quay wall",
    "a. quay wall",
)

NUMBERED_HEADING = cased(
    "heading counted in numbers",
    r"^\s*\**(?P<number>\d{1,2})[.)]\**\s+(?P<title>[A-Z‘“].*)$",
    "1. Quay wall",
    "1. quay wall",
)

# "Motion 1 - Hedgehogs": the number outside stays the item's, the title is the inner one
MOTION_HEADING = form(
    "heading of a motion",
    r"^\W*(?:notice of )?motion (?:no\.? ?)?(?:\d{1,2}|[A-Z])\b(?: "
    r"?\((?:[^)]{2,40})\))?\s*[-–:]\s*(?P<title>[A-Z].{3,120}[^.;:,])$",
    "Motion 1 - Hedgehogs",
    "The motion on hedgehogs",
)

APPLICATION_HEADING = cased(
    "number of an application and its place",
    r"^\W*(?:[A-Z]{1,4}/\d{2,4}|\d{2,4}/\d{3,5})/?[\w/]*\b[\s:–-]+[A-Z]",
    "HB/2031 - Quay House",
    "Quay House",
)

SAYS_SOMETHING = cased(
    "verb, which no heading has",
    r"\b(?:was|were|had|has|have|that|would|should|will|shall|be|is|are|noted|stated|thanked|asked|reported|advised|"
    r"agreed|resolved|to be)\b",
    "the quay was mended",
    "The Quay",
)

OPENS_A_LIST = form(
    "line behind which a list stands",
    r"(?:[:;]|\b(?:that|to|following|and|or))\W*$",
    "resolved the following:",
    "The quay",
)

LIMB_WORD = cased(
    "word with which a limb begins",
    r"(?:That|To)\b",
    "That it be noted",
    "Toads",
)

# "122a Market" and "122b Lamps" under "122 Matters for decision"
SUFFIXED_HEADING = cased(
    "heading counted in letters behind the number of its item",
    r"^\s*\**(?P<number>\d{1,4}(?:/\d{2,4})?\s?\(?[a-z]\)?)[.)]?\**\s+(?P<title>[A-Z‘“].*)$",
    "12a Quay wall",
    "12 Quay wall",
)
