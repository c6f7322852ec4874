"""How minutes name who moved and seconded, and count votes."""

from __future__ import annotations

from indexer.forms.form import cased, form

_PERSON = r"(?:[^.:;\n]|\b(?:Cllr|Mr|Mrs|Ms|Dr|[A-Z])\.){3,80}?"

# "Proposed by Cllr. J. Ash" on its own line, the seconder behind it or on the next line
MOVER = form(
    "mover",
    rf"^\W*(?:it was )?(?:proposed|moved|mover|proposer)(?: by)?\s*[:–-]?\s+(?P<mover>{_PERSON})\W*(?:$|"
    rf"[,;]?\s*(?:and )?(?:duly )?seconded(?: by)?\s*[:–-]?\s*(?P<seconder>{_PERSON})\W*(?:\b(?:all in favour|"
    r"carried|unanimous|agreed)\b.*)?$)",
    "Proposed by Cllr J. Ash, seconded by Cllr B. Elm",
    "Cllr J. Ash proposed that the gate be mended",
)

SECONDER = form(
    "seconder",
    rf"^\W*(?:and )?(?:duly )?(?:seconded|seconder)(?: by)?\s*[:–-]?\s+(?P<seconder>{_PERSON})\W*$",
    "Seconded by: Councillor S. Crane",
    "Councillor S. Crane seconded",
)

_NAME = (
    r"(?:[Tt]he )?(?:(?:Deputy |Vice[ -])?(?:Leader|Provost|Convener|President|Chair(?:man|person)?)(?: of the "
    r"(?:Council|Committee|Board))?|"
    r"(?:(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr|Sir|Prof)\.?\s)?[A-Z](?:[\w’'-]|"
    r"\.(?=\s?[A-Z])){0,40}(?:\s(?:(?!All\b)[A-Z](?:[\w’'-]|\.(?=\s?[A-Z])){0,40}|de|van|von|of|le|la|ní|ó|mac)){0,4})"
)

# "It was moved by Councillor Ash, seconded by Councillor Elm" inside a sentence; "on the proposal of"
MOVED_BY = cased(
    "moved by",
    r"(?:\b(?:[Pp]roposed|[Mm]oved|MOVED|PROPOSED)(?: by|:|(?= (?:Councillor|Cllr)))|\b[Oo]n the (?:proposal|"
    rf"motion) of)\s+(?P<mover>{_NAME})(?:,[^,]{{3,90}})?,?\s+(?:and )?(?:was |duly )?(?:[Ss]econded|"
    rf"SECONDED)(?: by|:|(?= (?:Councillor|Cllr)))\s+(?P<seconder>{_NAME})",
    "It was moved by Councillor Ash, seconded by Councillor Elm",
    "Councillor Ash moved the report",
)

# "Councillor Ash moved, and Councillor Elm seconded"
X_MOVED = cased(
    "x moved",
    rf"(?<!\w)(?P<mover>{_NAME})(?:,[^,]{{3,90}},)? (?:proposed|moved),?(?: (?:the|"
    rf"an?) [\w ]{{3,40}}?)?(?:,| and) (?P<seconder>{_NAME})(?:,[^,]{{3,90}},)? seconded",
    "Councillor Ash moved, and Councillor Elm seconded, the report",
    "Councillor Ash moved the report",
)

# "Councillor Ash, seconded by Councillor Elm, moved that the wall be rebuilt"
X_SECONDED = cased(
    "x seconded",
    rf"(?<!\w)(?P<mover>{_NAME}), seconded by (?P<seconder>{_NAME}),? (?:proposed|moved)\b",
    "Councillor Ash, seconded by Councillor Elm, moved that the wall be rebuilt.",
    "Councillor Ash moved that the wall be rebuilt.",
)

# "Councillor Ash moved an amendment, seconded by Councillor Elm"
X_MOVED_BY = cased(
    "x moved by",
    rf"(?<!\w)(?P<mover>{_NAME})(?:,[^,]{{3,90}},)? (?:proposed|moved)\b[^.;:]{{0,60}}?,? (?:which was |and )?seconded "
    rf"by (?P<seconder>{_NAME})",
    "Councillor Ash moved an amendment, seconded by Councillor Elm",
    "Councillor Ash moved an amendment",
)

_WORD_NUMBER = (
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty\w*|no)"
)

# "For (12)", "Against: 3", "24 votes to 10", "7 for, 3 against", "two members voting for it and five against"
COUNTED = form(
    "counted",
    rf"\b(?:for|against|abst\w+|in favour)\b(?: the (?:motion|amendment))?\W{{0,3}}\(?\d{{1,3}}\)?|\b{_WORD_NUMBER}(?: "
    rf"votes?)? (?:for|"
    rf"in favour|against|abst\w+)\b|\b{_WORD_NUMBER} votes? to \w+|\bunanimous(?:ly)?\b|\bnem\.? ?con|"
    r"\bby a majority\b|\bcasting vote\b|\bshow of hands\b|"
    r"^\W*(?:for|against|abst\w+|in favour)\s*:.*(?:\bcouncillors?\b|\bcllrs?\b|\(\d{1,3}\)\W*$)|"
    r"^\W*for\s+against(?:\s+abst\w+)?\b|"
    r"^\W*(?:ayes?|yeas|nays?|noes|abst\w+)\s*[:–-]\s*(?=\S)|"
    rf"\b{_WORD_NUMBER} (?:members?|councillors?) (?:voting|voted) (?:for|in favour|against)\b",
    "Carried by 24 votes to 10.",
    "Carried after a long debate.",
)

OPENS_VOTE = form(
    "opens vote",
    r"^\W*(?:for|against|abst\w*|in favour|ayes?|yeas|nays?|noes|votes?|voting|there voted|recorded vote)\b",
    "For: Councillors Ash and Elm (2)",
    "The votes were counted twice.",
)

TALLY = form(
    "tally",
    r"\(?\b(?:unanimously|by a majority|nem\.? ?con\.?|on a show of hands|"
    rf"{_WORD_NUMBER} votes? to {_WORD_NUMBER}(?:,? (?:with|and) {_WORD_NUMBER} abst\w+)?|"
    r"for:? \d{1,3},? against:? \d{1,3}(?:,? abst\w+:? \d{1,3})?|"
    rf"{_WORD_NUMBER}(?: votes?|(?: members?| councillors?)? vot(?:ed|ing))? (?:for|"
    rf"in favour)(?: of)?(?: it\b| the (?:motion|amendment))?(?:,? (?:and )?{_WORD_NUMBER}(?: votes?)? against)?(?:,? "
    rf"(?:and |"
    rf"with )?{_WORD_NUMBER} abst\w+)?)\b\)?",
    "The motion was declared CARRIED by 3 votes to 1.",
    "The motion was put to the vote and declared CARRIED.",
)

AMENDMENT_WORD = form(
    "amendment word",
    r"\bamendment\b",
    "The amendment was lost.",
    "The motion was lost.",
)

AROUND_A_NAME = cased(
    "around a name",
    r"^(?:by|the)\s+|(?<![\s,])[\s,]+and$",
    "by Councillor Ash",
    "Councillor Ash",
)

SPEAKS_OF_A_VOTE = form(
    "speaks of a vote",
    r"\bvot|\bunanimous|\bmajority|\bfor\b.*\bagainst\b|nem\.? ?con|show of hands",
    "It was agreed on a show of hands.",
    "It was agreed by all.",
)

TELLS_OF_THE_VOTE = form(
    "tells of the vote",
    r"\b(?:the|a) vote\b|\bvoting was\b|\brecorded vote\b|\bvoted (?:for|against|in favour)\b|"
    r"\bunanimously (?:agreed|carried|approved)",
    "Mr Ash and Mrs Elm voted against.",
    "Mr Ash and Mrs Elm spoke against.",
)

SECOND = form("second", r"second", "Seconded by Mr Elm", "Moved by Mr Ash")
