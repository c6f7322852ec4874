"""How minutes are worded that are laid out as a table: item, what was said, who acts."""

from __future__ import annotations

from indexer.forms.form import cased, form

TABLE_HEAD = form(
    "head of minutes in a table",
    r"^\W*(?:item|no\.?|ref|agenda item|min(?:ute)?)\b[^\t]*\t[^\t]*\b(?:key points|business|discussion|minutes?|notes?|"
    r"points|details?|subject|item|actions?)\b",
    "Item\tDiscussion\tOwner",
    "Item 4: discussion",
)

# The same head in a PDF, where no tabs part the columns
LOOSE_HEAD = form(
    "head of minutes in a loose table",
    r"^\W*(?:item|no\.?|ref\.?|agenda item)\s+(?:key points|discussion|minutes?|notes?|points|details?|"
    r"subject|item|actions?)\b.{0,40}\b(?:owner|action|lead|by whom|who|deadline|responsible)\b.{0,20}$",
    "Item Key points Owner",
    "Item 4 was discussed",
)
NUMBERED_CELL = cased(
    "numbered cell", r"^\W*\d{1,3}(?:[./]\d{1,3})?[.)]?\s+\S|^\W*\d{1,3}[.)]?$", "4. The quay", "The quay"
)
ITEM_START = cased("number and capital", r"^\W*\d{1,3}[.)]?\s+[A-Z]", "4. The quay", "4. and the quay")

# Where heading and text share a line, the text opens with one of these
CELL_TEXT_OPENS = cased(
    "text behind a heading",
    r"\s(?=(?:The|An?|It|This|Recommendations?|Members|Councillor|Cllr|Mr|Mrs|Ms|Dr|Noted|Agreed|None|No|"
    r"There)\b.{0,1000}[a-z]\.)",
    "4. Quay The quay was mended.",
    "4. The Quay",
)

# Under or behind a text: who acts
INITIALS = cased("initials", r"^[A-Z]{2,3}(?:\s?[/,&]\s?[A-Z]{2,3})*$", "CF / HM", "Cora Fir")
INITIALS_BEHIND = cased(
    "initials behind a text",
    r"(?<=[.])\s([A-Z]{2,3}(?:\s?[/,&]\s?[A-Z]{2,3})*)$",
    "The quay is to be mended. CF",
    "The quay is CF",
)

# A heading wraps over the lines of its narrow cell, up to one that ends or counts
ENDS_OR_COUNTS = cased("line that ends or counts", r"[.;:]$|^\W*\d", "mended.", "The quay")
