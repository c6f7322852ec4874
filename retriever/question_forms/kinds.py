"""Rows that say what sort of answer is wanted; the first form that a question has names its kind."""

from __future__ import annotations

from enum import StrEnum

from retriever.question_forms.form import QuestionForm, row


class QuestionKind(StrEnum):
    """What sort of answer is wanted."""

    DECISION = "decision"
    TRACE = "trace"
    FACT = "fact"
    OVERVIEW = "overview"
    LIST = "list"


_LIST, _DECISION, _TRACE = QuestionKind.LIST, QuestionKind.DECISION, QuestionKind.TRACE
_FACT, _OVERVIEW = QuestionKind.FACT, QuestionKind.OVERVIEW

BODY = (
    r"(?:the |our )?(?:[\w'-]+ ){0,4}?(?:council|board|cabinet|committee|panel|trust|authority|governors|trustees|members|"
    r"councillors|directors|executive)"
)
"""A body as a question names it: "the parish council"."""

# Tried in this order.
KINDS: tuple[QuestionForm, ...] = (
    row(
        _LIST,
        r"\bwho (?:all )?(?:attended|was present|were present|was there|was at|were at|was in attendance|came|sent|sits|sit|"
        r"is on|are on|voted)\b",
        "Who sent apologies?",
        "Who wrote the report?",
    ),
    row(
        _LIST,
        r"\b(?:list|which (?:items|members|councillors|officers|services|areas|priorities|two|three|four|five)|apologies|"
        r"attendance)\b",
        "Which items were left over?",
        "Which bridge was closed?",
    ),
    row(
        _LIST,
        r"\bwh(?:at|o) (?:were|are) (?:all )?the (?:\w+ ){0,3}(?:items|actions|priorities|themes|members|recommendations|"
        r"aims|objectives|reports|presentations|papers|officers)\b",
        "What were the three aims?",
        "What were the costs?",
    ),
    row(
        _LIST,
        r"\bstand for\b|\bon the (?:\w+ ){0,6}agenda\b|\bagenda (?:for|items)\b",
        "What do HRA and DSG stand for?",
        "Did they stand together?",
    ),
    # plainly a decision, whatever else is in the sentence
    row(
        _DECISION,
        r"^what (?:was|were|did|has|have|had)\b(?! (?:be)?come of\b)[^?]{0,60}\b(?:decid\w+|resolved?|agreed?|approved?)\b"
        r"|\bwhat (?:came|became) (?:out )?of the (?:proposal|motion|call-in|request|recommendation|amendment)\b"
        r"|^(?:has|have|was|were|did) [^?]{0,80}\bformally (?:agree|approv|declar|adopt)",
        "What was decided about moving the clinic from Ashby to Corley?",
        "What has become of the agreed repairs?",
    ),
    # "Did that get through?" behind a question about a motion or a plan
    row(
        _DECISION,
        r"^(?:and |but |so )?(?:did|has|have) "
        r"(?:it|that|this|they|those) (?:ever |all )?(?:(?:get|got|go|gone) through|pass(?:ed)?)(?: in the end)?\W*$",
        "Did that get through?",
        "Did it go through the old park?",
    ),
    # "pass" alone is a ticket as well: it ends such a question, or a time stands behind it
    row(
        _DECISION,
        r"^(?:and |but |so )?(?:did|has|have|was|were) [^?]{2,80}\b(?:pass(?:ed)?|carried|lost|fall|fail(?:ed)?|fallen|defeated)"
        r"(?: or \w+)?(?:\W*$| (?:in|on|at|last|by)\b)",
        "Was the budget passed in March?",
        "Was the pass lost property?",
    ),
    # what was done with them is asked, not a figure
    row(
        _DECISION,
        r"^which .{2,80}\b(?:turn(?:ed)? down|reject(?:ed)?|refused?|deferred?|call(?:ed)? in)\b",
        "Which recommendations did Cabinet turn down?",
        "Which ward has the most potholes?",
    ),
    row(
        _TRACE,
        r"\bhow (?:did|has|have|was|were)\b.*\b(?:develop|chang|mov|shift|evolv|progress|get (?:from|to|here|there)|go from|"
        r"c[oa]me (?:about|to)|var)",
        "How did the plan for the ferry develop?",
        "How was the ferry paid for?",
    ),
    row(
        _TRACE,
        r"\b(?:what (?:has |have |had )?(?:became|become|come of|happened|changed)|take me through|walk me through|"
        r"histor\w+ of|chronolog\w+|sequence of events|timeline|trace|over time|step by step|(?:each|every) step|in each of|"
        r"did (?:that|this|it) change|got to (?:when|by))\b",
        "What became of the ferry?",
        "What comes next?",
    ),
    # the meetings, not a date that a paper gives
    row(
        _TRACE,
        r"^when (?:did|was|were) .{2,60}\bfirst (?:discuss|raise|mention|consider|debate|propose|come up|came up|talk)",
        "When did they first discuss the ferry?",
        "When did the first ferry sail?",
    ),
    # what a body did is what it ruled
    row(
        _DECISION,
        rf"^(?:and |but |so |then )?(?:did|has|have) {BODY} (?!(?:ever |already )?(?:discuss|talk|hear|consider|say|said|"
        rf"mention|meet|met|receive|ask|visit|know)\w*\b)\w"
        rf"|^(?:and )?what (?:[\w-]+ ){{0,2}}(?:did|has|have) {BODY} (?:do|done|set|fix|settle|choose|chosen|pick|award|spend|"
        rf"put|raise|cut|give|given|make|made)\b",
        "Did the parish council extend the lease in July?",
        "Did the parish council hear from the police?",
    ),
    # asked for a figure or a thing, whatever was done with it
    row(
        _FACT,
        r"^(?:and )?(?:how (?:much|many|long|far|big)|which|when (?:is|are|will)|what (?:[\w-]+ )?(?:rate|percentage|"
        r"proportion|share|figure|sum|amount|number|price|rent|rating))\b(?!.*\b(?:decid|decision|resolv|vote|agreed?\b))",
        "Which part has the most homes approved?",
        "Which part was the vote on?",
    ),
    row(
        _TRACE,
        r"\b(?:from .{3,80} to .{3,80}|between .{3,60} and .{3,60}|first .{3,80} then|since)\b.*\?|\bvaries between\b",
        "What has the fare done since May?",
        "What is the fare?",
    ),
    row(
        _DECISION,
        r"\b(?:decid|decision|resolv|agree(?:d|ing)?\b|approv|sign(?:ed)? (?:\w+ )?(?:off|up)|signed\b|adopt|endorse|"
        r"authoris|delegat|vote|reject|refus|turn(?:ed)? down|declar|accept|outcome|upshot|back(?:ed)?\b|settled?\b|"
        r"land on|pass(?:ed)? the|go-ahead|came (?:out )?of|who (?:proposed|moved|seconded)\b|moved the|seconded|"
        r"carried\b(?! (?:out|over|forward))|unanimous|defeated|called in\b|deferred|withdrawn)",
        "Was the motion on lorries carried unanimously?",
        "Were any repairs carried out?",
    ),
    row(
        _OVERVIEW,
        r"\b(?:explain|summar\w+|overview|in a nutshell|tell me about|new to|i(?:'m| am) new|brief(?:ing)? (?:me|on)|"
        r"introduc\w+|background (?:on|to)|primer|bring me up to speed|run me through|gist|compare|comparison)\b",
        "Give me a quick background on the ferry",
        "Give me the fare of the ferry",
    ),
    row(
        _OVERVIEW,
        r"^(?:so,? |who or )?(?:what(?:'s| is| are) (?!(?:[\w-]+ ){0,5}(?:increase|rise|cut|gap)\b|(?:the |a |an )?"
        r"(?:total|number|amount|cost|figure|percent|proportion|share|date|deadline|target|rate))"
        r"(?:the |a |an )?[\w'&() -]{2,60}(?:\?|, and (?:why|who|what|how|at)|,? and who\b| that\b| used for)|how does .* work)",
        "What is the Supporting Families Fund?",
        "What is the total cost?",
    ),
    row(
        _FACT,
        r"\b(?:how (?:much|many|long|big|often|far|large|quickly)|when|what (?:date|percentage|proportion|share|figure|"
        r"target)|who|where|which)\b",
        "Where does the ferry land?",
        "Does the ferry land?",
    ),
)
