"""Votes by name in a table: the heads of its columns, the marks in its cells, and how a roll call runs."""

from __future__ import annotations

from indexer.forms.form import Form, cased, form

# One of these is the head of each column of names or marks, with their number perhaps
FOR_CELL = form(
    "cell that says for",
    r"^\W*(?:(?:votes? |voted |voting )?(?:for|in favou?r)(?: (?:of )?the (?:motion|amendment|proposal))?|ayes?|yeas?|yes)\W*(?:\(?\d{1,3}\)?)?\W*$",
    "In favour (4)",
    "For the quay",
)
AGAINST_CELL = form(
    "cell that says against",
    r"^\W*(?:(?:votes? |voted |voting )?against(?: the (?:motion|amendment|proposal))?|noes|nays?|no|opposed)\W*(?:\(?\d{1,3}\)?)?\W*$",
    "Against",
    "Against the wall",
)
ABSTAINED_CELL = form(
    "cell that says abstained",
    r"^\W*(?:abst(?:ain(?:ed|ing|s)?|entions?)?\.?)\W*(?:\(?\d{1,3}\)?)?\W*$",
    "Abstentions (1)",
    "Abstain from smoking",
)
SIDE_CELLS: tuple[tuple[str, Form], ...] = (
    ("for", FOR_CELL),
    ("against", AGAINST_CELL),
    ("abstained", ABSTAINED_CELL),
)

MEMBER_CELL = form(
    "head of the column of names in a table of votes",
    r"^\W*(?:(?:name|member|councillor|commissioner|trustee|director)s?(?:[’']s?)?(?: name| of member| of councillor)?)?\W*$",
    "Name of member",
    "Members met",
)

VOTE_CELL = form(
    "head of the column that says how each voted",
    r"^\W*(?:vote[sd]?|voting|how voted|recorded vote|vote cast)\W*$",
    "Vote",
    "Votes of thanks",
)

TICK = cased("mark in a table of votes", r"^\s*(?:[xX✓✔√☑☒*•1Y]|[Yy]es)\s*$", "✓", "Yew")

VOTER = cased(
    "name in a table of votes",
    r"^\W*(?:(?:Councillors?|Cllrs?|Crs?|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Alderm[ae]n|The|Mayor|Deputy|"
    r"(?:Council ?)?[Mm]ember|Commissioner|Trustee|Supervisor|Director|Chair\w*)\.?,? ){0,3}"
    r"[A-Z][\w’'.-]{0,30}(?: (?:[A-Z][\w’'.-]{0,30}|de|van|von|la|le)){0,3}\W*(?:\([^)]{0,40}\))?\W*$",
    "Cllr Ivy Marsh",
    "The motion was lost.",
)

# "Marsh, aye; Oake - nay; Nye abstain"
CALLED = cased(
    "one answer of a roll call",
    r"(?:^|[,;:.]\s*|\s)(?P<name>(?:(?:Councillor|Cllr|Mr|Mrs|Ms|Dr|Mayor|Commissioner|(?:Council ?)?[Mm]ember|Trustee|Supervisor|Director)\.? )?"
    r"[A-Z][\w’'-]{1,30}(?: [A-Z][\w’'.-]{0,30}){0,2})\s{0,40}(?:,|:|[–-]|\bvoted\b)?\s{0,40}[“\"]?"
    r"(?P<side>(?i:ayes?|yeas?|yes|nays?|noes|no|for|against|abst\w+))\b(?=[”\"]?\s{0,40}(?:[,;.]|$|\band\b))",
    "Marsh, aye; Oake, nay",
    "Marsh said nothing",
)

ROLL_CALL = form(
    "that a roll call follows",
    r"\b(?:roll[- ]?call|recorded vote|called the roll|polled)\b",
    "Roll call vote: Marsh, aye",
    "The roll was eaten",
)
