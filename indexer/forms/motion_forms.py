"""How minutes record motions: who moved and seconded what, and the short words for what became of it, as tables.

Councils that vote motion by motion seldom write RESOLVED: the words that were moved are the decision.
"""

from __future__ import annotations

import re

from indexer.forms.form import Form, cased

_PERSON = (
    r"(?:[Tt]he )?(?:[Rr]ight [Hh]onourable the )?[A-Z][\w’'.-]*"
    r"(?:(?:\s|\s?/\s?)(?:(?!(?i:seconded|supported|moved|to|that)\b)[A-Z][\w’'.-]*|\([A-Z][^)]{2,40}\)|and|de|van|von|of|the|&)){0,7}?"
)
_SECONDED = r"(?:(?:was )?(?:duly )?(?i:seconded|supported|second|support)(?: by)?\s*+:?)"
# "Resolution number HB/2023/111", "Motion No. C12-3", "188/25": the number of a motion in front of its mover
_NUMBER = (
    r"(?:(?:(?i:council |committee |board )?(?i:resolution|motion|minute|decision)\s*(?i:number|no\.?|#)?\s*"
    r"(?=[\w/.-]*\d)[\w/.-]+|\d[\w/.-]*)[\s:,–-]+)?"
)
# What was moved begins here: a small letter, or a word with which such words begin, in capitals or not
_THEN = r"(?:[,;:.]?\s+(?=[\"“]?(?!(?:de|van|von|of|the|and)\s)(?:[a-z]|(?i:that|to|be it|it is|all|carried|whereas)\b))|\W*$)"
_WORDS = r"(?P<text>.*)$"

OPENINGS = (
    Form(
        "motion to, by",
        re.compile(
            rf"^\W*(?i:motion) (?P<text>to .{{5,400}}?),? (?:made |moved )?by (?P<mover>{_PERSON}),? (?:and )?{_SECONDED} ?"
            rf"(?P<seconder>{_PERSON})\W?$"
        ),
        "Motion to approve the lease of the barn by Ash, second by Elm.",
    ),
    Form(
        "moved by",
        re.compile(
            rf"^\W*{_NUMBER}(?:(?i:it was(?: then| further)?|motion) )?(?i:moved|proposed|proposer|mover)(?: by)?\s*+:?\s*(?P<mover>{_PERSON})"
            rf"(?:[,;]?\s+(?:and )?{_SECONDED}\s*(?P<seconder>{_PERSON}))?{_THEN}{_WORDS}"
        ),
        "Moved by Cr Ash, seconded by Cr Elm, THAT the agenda be approved.",
    ),
    Form(
        "two names",
        re.compile(
            r"^\W*(?P<mover>(?:[A-Z][\w’'-]*\.? ){1,3}?[A-Z][\w’'-]+) ?/ ?(?P<seconder>(?:[A-Z][\w’'-]*\.? ){1,3}?[A-Z][\w’'-]+)\W*$(?P<text>)"
        ),
        "A. Ash / B. Elm",
    ),
    Form(
        "number and two names",
        re.compile(
            rf"^\W*(?=\D{{0,20}}\d){_NUMBER}(?P<mover>(?:[A-Z][\w’'-]*\.? ){{0,3}}?[A-Z][\w’'-]+) ?/ ?"
            rf"(?P<seconder>(?:[A-Z][\w’'-]*\.? ){{0,3}}?[A-Z][\w’'-]+)\s*[:,–-]\s*(?=[\"“]?(?i:that|to)\b){_WORDS}"
        ),
        "MOTION 31-04 Ash / Elm: That the agenda be adopted.",
    ),
    Form(
        "motion by",
        re.compile(
            rf"^.{{0,90}}?\b(?:[Oo]n (?:a |the )?)?[Mm](?i:otion) (?:was )?(?:made )?(?:by|of) (?P<mover>{_PERSON}),?\s+(?:and )?"
            rf"{_SECONDED}\s*(?P<seconder>{_PERSON}),?\s+(?:(?:[Tt]he|it was) [^.;:]{{3,60}}? )?(?=to\b|that\b|approv|adopt){_WORDS}"
        ),
        "Motion by Commissioner Ash, second by Commissioner Elm, to approve the minutes.",
    ),
    Form(
        "it was moved",
        re.compile(
            rf"^.{{0,200}}?\b[Ii]t was (?:then |further )?(?i:moved|proposed) by (?P<mover>{_PERSON}),?\s+(?:and )?{_SECONDED}\s*"
            rf"(?P<seconder>{_PERSON}),?\s+(?=(?i:to|that)\b){_WORDS}"
        ),
        "On page 1, it was MOVED by Ash, seconded by Elm, to adopt item A.",
    ),
    Form(
        "somebody moved",
        re.compile(
            rf"^\W*(?:MOTION:\s*)?(?P<mover>{_PERSON}),? (?:then )?(?:moved|proposed|MOVED|PROPOSED|made (?:a|the) motion)"
            rf"(?:,?(?: and)? (?:was )?(?:seconded|SECONDED) by (?P<one>{_PERSON})|,? and (?P<two>{_PERSON}) (?:seconded|SECONDED)"
            rf"|, (?P<three>{_PERSON}) (?:seconded|SECONDED))?(?:,?\s+|:\s*[“\"](?=[Tt]hat\b))(?=(?:to|[Tt]hat|approval|adoption|adjournment|acceptance|for)\b){_WORDS}"
        ),
        "Councilmember Ash moved and Councilmember Elm seconded to close the hearing.",
    ),
)
# The seconder in a separate line or sentence; what stands after the name may say what became of the motion
SECONDS = (
    re.compile(
        rf"^\W*(?:and )?(?:[Tt]he motion was )?{_SECONDED}\s*(?P<seconder>{_PERSON})(?P<rest>(?:,? and\b|[,;:.]).*|\s*)$"
    ),
    re.compile(rf"^\W*(?P<seconder>{_PERSON}) seconded(?: the motion)?(?P<rest>\b.*)$"),
)
# "It was moved by the Chair, seconded by Mr Elm and lost, that the meeting go on"
MOVED_AND = re.compile(
    rf"^(?:.{{0,120}}?, )?\W*(?:[Ii]t was )?(?i:moved|proposed)(?: by (?P<mover>{_PERSON}))?,? (?:and )?{_SECONDED}"
    rf"(?:\s*(?P<seconder>{_PERSON}))?,?(?: |(?<=\s))(?:and|but) (?:was )?(?P<fate>(?i:lost|carried|defeated|passed|not carried|negatived)),? "
    r"(?P<text>that\b.*?)(?P<count>\s*\((?i:for|against|by)\b[^)]*\)\W*)?$"
)
# "Vote: 6-0" settles a motion where no word does
COUNTED_LINE = re.compile(
    r"^\W*(?:(?:roll call|recorded) )?(?:votes?|voting|ayes?(?: and noes)?)\W*(?P<ayes>\d{1,3})\s?(?:[-–/]|to)\s?(?P<noes>\d{1,3})\b",
    re.I,
)
# Words that enact inside a sentence
ENACTED = re.compile(
    r"\b(?:now,? )?(?:therefore,? )?be it (?:further |hereby |therefore )?resolved,?\s+(?=that\b|to\b)", re.I
)
# The words of a motion in a separate paragraph
OPENS_WORDS = re.compile(
    r"^\W*(?:that\b|to [a-z]|be it (?:further )?resolved|now,? therefore|whereas\b|it is recommended that)", re.I
)
# The words that enact what follows them, and are no part of it
ENACTS = re.compile(
    r"^\W*(?:now,? therefore,? )?(?:be it (?:further |hereby )?resolved|it is recommended)\b[,:]?\s*(?=that\b|$)", re.I
)
# A further paragraph of the same motion
FURTHER = re.compile(r"^\W*(?:and )?(?:further,? )?(?:that\b(?! \w+ (?:was|were)\b)|be it further resolved)", re.I)
# A label that says that the words below or above it were put to the vote
LABEL = re.compile(
    r"^\W*(?:(?:council|committee|board|main|substantive|original|foreshadowed|procedural) )*(?:resolution|motion|amendment)s?\b"
    r"(?:\s*(?:number|no\.?|#)?\s*(?=[\w/.-]*\d)[\w/.-]+)?\W*(?P<rest>.*)$",
    re.I,
)
NUMBERED_LABEL = re.compile(r"^\W*(?:\w+ )?(?:resolution|motion)\b\s*(?:number|no\.?|#)?\s*(?=[\w/.-]*\d)", re.I)
_COUNT = r"\d{1,3}\s?(?:[-–/]|to|votes? to)\s?\d{1,3}"
HOW = (
    r"(?:unanimously|by|on|with|without|absolute|simple|majority|all|present|members|in favou?r|(?:roll )?call|voice|vote|a|the|of|"
    rf"following|{_COUNT}|\W)*"
)
_SUBJECT = r"(?:(?:the|this|that|main|amended|substantive|original) )*(?:motion|amendment|resolution|question|proposal|ordinance|bylaw|vote)s?\b"
# What became of a motion, in a line or sentence that says nothing else
FATES = (
    # "CARRIED 7/0", "Motion Carried Unanimously, By All Members Present", "The motion was declared LOST by 3 votes to 1"
    re.compile(
        rf"^\W*(?:{_SUBJECT}(?: as amended)? ?(?:was |is |were )?(?:then |duly |thereupon |accordingly |therefore )*(?:put and |"
        r"put to the (?:vote|meeting) and )?(?:was )?(?:declared )?)?(?:unanimously )?"
        rf"(?P<fate>carried|lost|defeated|passed|failed|adopted|approved|agreed|negatived|not carried)\b(?P<how>.*)$",
        re.I,
    ),
    # "All in favour", "Yeas: All. Nays: None", "Approved 5-0": said by who voted how
    re.compile(
        r"^\W*all (?:members |councillors |directors |trustees |present |were )*(?:in favou?r|agreed|supported(?: the motion)?)\b(?P<fate>)(?P<how>.*)$",
        re.I,
    ),
    re.compile(
        r"^\W*(?P<fate>)all agreed, (?:the )?(?:motion|resolution) (?:was )?(?:carried|passed)(?P<how>.*)$", re.I
    ),
    # an election without another candidate
    re.compile(
        r"^\W*(?P<fate>)(?:there were no other nominations,? )?.{3,60}? was (?:duly |unanimously )?elected(?P<how>(?: unanimously)?\W*)$",
        re.I,
    ),
    # "This was agreed", "The motion passed by a vote of 3-2", "it was carried 4-1"
    re.compile(
        r"^\W*(?:this|it|which|and|the motion)(?: was)?,? (?:unanimously )?(?P<fate>carried|agreed|passed|approved|failed|lost|defeated)\b"
        r"(?P<how>.*)$",
        re.I,
    ),
)
# A sentence that tells of the vote is kept as the minutes word it; only under its own number a motion needs no such words
TELLS = re.compile(
    r"^\W*(?:the |this )?\w* ?(?:motion|amendment|proposal|vote)\b.{0,40}\b(?:was|were|is|being|then|duly|put)\b", re.I
)
LOST = re.compile(r"^(?:lost|defeated|failed|negatived|not carried)", re.I)
SURE = re.compile(r"^(?:carried|lost|defeated|negatived|not carried|failed|passed)", re.I)
# "On a motion by A, seconded by B, the Board voted 4-1 to approve": the vote is in front of the words
VOTED = re.compile(rf"\bvoted (?P<count>{_COUNT}|unanimously)\s+(?=to\b)", re.I)
VOTES = re.compile(
    r"^\W*(?:for|against|in favou?r|opposed|abst\w+|ayes?|noes|nays?|yeas?|yes|no|absent|voting|votes?|"
    r"(?:roll call|recorded) vote|division)\b\s*(?:\(?\d|:|$|called|requested)|\b(?:voted (?:no|against)|opposed|dissenting)\b"
    rf"|^\W*(?:resolution n(?:o|umber)\b.*\s)?{_COUNT}\W*$",
    re.I,
)
# "Vote on the motion: The motion passed with 12 in favor (Ash, Elm ...) and 2 against (Fir)"
VOTE_ON = re.compile(r"^\W*vote on (?:the )?(?:motion|amendment)\W*", re.I)
PASSED = re.compile(
    r"^\W*(?:the )?(?:motion|amendment) (?:passed|failed|carried|was (?:passed|carried|lost)) (?:with|by) \d", re.I
)
COUNTS = re.compile(rf"{_COUNT}|\bunanimous|\b(?:for|against)\b\W{{0,3}}\d|:\s*\w", re.I)
# "Motion lost (9 for, 17 against)": it is said of what, so that the line can stand for itself
NAMED = re.compile(r"^\W*(?:the )?\w* ?(?:motion|amendment|proposal)\b", re.I)
CARRIED_ON = cased(
    "carried on",
    r"\s+(?:out|forward|over)\b",
    " forward to the next meeting",
    " by 3 votes to 1",
)
# A line that only says what became of a motion is no longer than this.
MAX_FATE = 160
# ... where it names those who voted, no longer than this.
MAX_TALLY = 600


def opening_in(text: str) -> tuple[str, str, str] | None:
    """Mover, seconder and words of a sentence that moves something; None for any other."""
    for form in OPENINGS:
        if match := form.pattern.match(text):
            named = match.groupdict()
            seconder = next((named[key] for key in ("seconder", "one", "two", "three") if named.get(key)), "")
            return named["mover"] or "", seconder or "", (named["text"] or "").strip()
    return None


def seconder_in(text: str) -> re.Match[str] | None:
    """The seconder in its own sentence; None where it names none."""
    return next((match for pattern in SECONDS if (match := pattern.match(text))), None)


def fate_in(text: str) -> str | None:
    """In a word what became of a motion, where a line or sentence says nothing else; None for any other."""
    text = VOTE_ON.sub("", text)
    if len(text) > (MAX_TALLY if PASSED.match(text) else MAX_FATE):
        return None
    for pattern in FATES:
        if match := pattern.match(text):
            sure = SURE.match(match["fate"]) and not CARRIED_ON.match(match["how"])
            if sure or re.fullmatch(HOW, match["how"], re.I):
                return match["fate"] or "carried"
    return None


def fate_by_count(text: str) -> str | None:
    """What the count of a vote says became of a motion ("Vote: 6-0"); None for any other line."""
    match = COUNTED_LINE.match(text)
    if match is None or match["ayes"] == match["noes"]:
        return None
    return "carried" if int(match["ayes"]) > int(match["noes"]) else "lost"
