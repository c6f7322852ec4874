"""How minutes report the fate of a motion in its own sentence."""

from __future__ import annotations

from indexer.forms.form import cased, form

# "moved that the recommendations be approved": what is asked for has not been answered yet
MOVES = form(
    "moves",
    r"\b(?:moved|proposed)(?: as an amendment)?,? that\b(?!.*\b(?:carried|lost|defeated|not agreed|not pass)\b)",
    "Mrs Tarn moved that the slip be relaid",
    "Mrs Tarn moved that the slip be relaid, and it was lost",
)

MOVED_AND_LOST = cased(
    "moved and lost",
    r"\b(?:proposed|moved) by\b.*\b(?:not carried|lost|fell|defeated)\b",
    "It was proposed by Mrs Elm that it be sold; not carried",
    "It was proposed by Mrs Elm that it be sold; carried",
)

AMENDMENT_WORD = form(
    "amendment word",
    r"\bamendment\b",
    "Mrs Elm moved an amendment.",
    "Mrs Elm moved the motion.",
)

WITHDRAWN = form(
    "withdrawn",
    r"\bwithdr(?:awn|ew)\b",
    "The motion was withdrawn",
    "The motion was put",
)

BEFORE_THE_MOTION = cased(
    "before the motion",
    r",\s(?=the (?:\w+ )?(?:motion|amendment|proposal)\b)",
    "Upon being put to the vote, the motion was lost.",
    "The motion was put to the vote and lost.",
)

# Words in which a decision only points back to what was put just before it
_FATE = r"(?:agreed|approved|accepted|adopted|carried|resolved|passed|lost|defeated|deferred|referred|withdrawn)"
_HOW = r"(?:unanimously|by all|nem\.? con\.?|so|then|duly|accordingly|declared|put and|it was)"

POINTS = (
    form(
        "accordingly",
        rf"^\W*(?:(?:it|this|and it) (?:was )?)?(?:{_HOW} )*(?:{_FATE},? )?accordingly\W*$",
        "It was resolved accordingly.",
        "The Clerk acted accordingly.",
    ),
    form(
        "fate alone",
        rf"^\W*(?:(?:and )?(?:it|this|these|which|both|all) (?:(?:was|were|is) )?)?(?:{_HOW} )*{_FATE}(?: {_HOW})*\W*$",
        "This was agreed.",
        "The oak was agreed.",
    ),
    form(
        "motion and fate",
        rf"^(?:[^.,]{{3,60}},? )?the (?:\w+ )?(?:motion|proposal|recommendation)(?: as amended)? was (?:{_HOW} )*{_FATE}\b.{{0,80}}$",
        "In the absence of Mrs Elm the motion was deferred to the May meeting.",
        "The motion of Mrs Elm was long.",
    ),
    form(
        "votes and fate",
        rf"^\W*(?:for|against|ayes?|noes|nays?|in favou?r|abstained)\s*[:(].*\b(?:declared|motion|and) {_FATE}\W*$",
        "Against: Ash, Elm, Fir (3) Declared carried.",
        "Against: Ash, Elm, Fir (3)",
    ),
)

# "Ash moved approval" says nothing of what was approved
APPROVES_IT = cased(
    "approves it",
    r"^\W*(?:approval|adoption|acceptance|passage)(?: of (?:it|(?:the|this) (?:item|resolution|ordinance|request)))?"
    r"(?:,? (?:and )?(?:\w+ )?(?P<seconder>[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,2}) seconded)?\W*$",
    "approval, Elm seconded.",
    "approval of the lease of the barn",
)

# The title of what is enacted, in its own paragraph
ENACTED_TITLE = cased(
    "title of what is enacted",
    r"^\W*(?:AN? |An? )(?:[A-Z][\w-]* )?(?:RESOLUTION|ORDINANCE|BY-?LAW|Resolution|Ordinance|By-?law)\b.{12,}$",
    "A RESOLUTION AUTHORIZING THE SALE OF THE BARN",
    "A resolution was read.",
)

QUOTED = (
    cased("quoted words", r"[“\"]\s*(?P<text>[Tt]hat\b[^“”\"]{8,}?)[”\"]", '"That the gate be mended."', '"Is it so?"'),
    cased(
        "words in single quotation marks",
        r"(?<!\w)[‘']\s*(?P<text>[Tt]hat\b.{8,}?[.;]?)[’'](?!\w)",
        "moved: 'That the gate be mended.'",
        "the gate's hinge",
    ),
)

# What somebody asked for or suggested in the sentence right before
ASKED_THAT = form(
    "asked that",
    r"\b(?:asked|suggested|proposed|moved|recommended|requested),? (?P<text>that\b.{8,})$",
    "The Chair asked that the public leave.",
    "The Chair asked whether the public would leave.",
)

AMENDMENT_OF = form(
    "amendment, its words and its fate",
    r"^\W*an amendment (?:by|of|from|moved by) [^.,]{3,60}? (?P<text>to (?:add|insert|leave out|delete|substitute|replace|omit)\b.{8,}?)"
    r",? (?:(?:was|and|which)\b.*)?\b(?:lost|carried|defeated|accepted|rejected|agreed|withdrawn)\b[^.]*\W*$",
    "An amendment by Mrs Elm to add 'in oak' was put and lost.",
    "An amendment by Mrs Elm was read.",
)
