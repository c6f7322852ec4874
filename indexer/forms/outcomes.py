"""What a decision did, in one word, read off its own verbs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from indexer.forms.words import MONTHS

OUTCOMES = (
    "approved agreed adopted noted endorsed deferred referred delegated rejected lost carried thanked confirmed "
    "requested appointed established withdrawn other"
).split()


@dataclass(frozen=True, slots=True)
class Verb:
    """A way to say an outcome: the stem of a command ("note", "notes") and of its participle, with an example."""

    outcome: str
    plain: str
    done: str
    example: str


# To authorise money or its use is to approve it; to authorise somebody is to delegate
_SPENDING = r"(?:the |a )?(?:payments?|expenditure|release|transfer|purchase|use|spend\w*)\b"

VERBS = (
    Verb(
        "rejected",
        r"reject|refuse|decline|deny|denie",
        r"rejected|refused|declined|denied|not (?:agreed|approved|supported|adopted|accepted)|(?:resolved|agreed|decided) not to|"
        r"(?:taken|took) no (?:further )?action|did not (?:approve|agree|accept|adopt|support|endorse)",
        "that planning permission be refused",
    ),
    Verb("lost", r"(?!)", r"lost|defeated|(?:not|nor) carried", "The amendment was lost."),
    Verb("withdrawn", r"withdraw", r"withdrawn|pulled from", "that item 8 be withdrawn"),
    Verb(
        "deferred",
        r"defer|adjourn(?! (?:the |this )?meeting| at \d|\W*$)|postpone|"
        r"table(?= (?:the|this|consideration)\b)|leave (?:\w+ ){1,4}over\b|"
        r"continue (?:consideration|(?:the|this) (?:matter|item|application|report|(?:public )?hearing))",
        r"deferred|tabled(?= (?:to|until|till|for)\b)|(?<!meeting be )adjourned(?! (?:the meeting|at \d))|postponed|left on the table|"
        r"held over|put (?:off|back)|left (?:till|until)|"
        rf"(?:moved|continued|carried over) to (?:the |a )?(?:next\b|later\b|.{{0,25}}?\bmeeting\b|(?:{MONTHS})\b)",
        "that the item be deferred to the next meeting",
    ),
    Verb(
        "delegated",
        rf"delegate|authori[sz]e(?!s? {_SPENDING})|empower",
        r"delegated|authori[sz]ed(?=,? (?:to|in)\b)|empowered|given (?:delegated )?authority",
        "that authority be delegated to the Director",
    ),
    # to recommend something to another body settles nothing yet
    Verb(
        "other",
        r"recommends? (?:to|that)|recommends? (?:the )?(?:full )?(?:council|cabinet)",
        r"recommended(?: (?:to|that)\b|\W*$)",
        "to recommend to the Council that the rate be set",
    ),
    Verb("referred", r"refer|remit", r"referred|remitted", "that the matter be referred to the Scrutiny Committee"),
    Verb(
        "confirmed",
        r"confirm|ratify|sign",
        r"confirmed|ratified|signed (?:as|by)|taken as read|(?:a |as a )?(?:correct|true|"
        r"accurate)(?: and \w+)? record",
        "that the minutes be confirmed",
    ),
    Verb(
        "thanked",
        r"thank|congratulate|pay tribute",
        r"thanked|congratulated|commended|accorded|placed on record",
        "that the officers be thanked",
    ),
    Verb(
        "appointed",
        r"appoint|elect|nominate|co-opt|re-elect|re-appoint",
        r"(?:re-?)?appointed|(?:re-?)?elected|nominated|co-?opted|chosen as|"
        r"(?:the )?(?:vice[- ]?|deputy )?(?:chair(?:man|woman|person)?|mayor)(?=\W*$| for\b| of the [\w ]{3,40}\W*(?:$|\b(?:for|until)\b))",
        "that Councillor Ash be appointed Chair",
    ),
    Verb(
        "established",
        r"establish|set up|create|constitute",
        r"established|set up|created|constituted|convened",
        "that a working group be established",
    ),
    Verb("adopted", r"adopt", r"adopted", "that the plan be adopted"),
    Verb(
        "approved",
        rf"approve|accept|sanction|grant|award|authori[sz]es?(?= {_SPENDING})",
        r"approved|accepted|sanctioned|authori[sz]ed(?!,? (?:to|in)\b)|granted|awarded|permitted",
        "that the budget be approved",
    ),
    Verb(
        "endorsed",
        r"endorse|support|welcome|recommend(?!s? (?:to|that|(?:the )?(?:full )?council)\b)|commend|back",
        r"endorsed|supported|welcomed|recommended(?! (?:to|that)\b|\W*$)",
        "The Board supported the work",
    ),
    Verb("noted", r"note|receive|acknowledge|consider", r"noted|received|acknowledged", "that the report be noted"),
    Verb(
        "agreed",
        r"agree|resolve|determine|decide",
        # the public are shown out: nothing is asked of anybody that would come back
        r"agreed|resolved|determined|decided|(?:asked|requested) to (?:withdraw|leave)",
        "The changes were agreed.",
    ),
    Verb(
        "requested",
        r"request|ask|calls? (?:up)?on|invite|instruct|require|seek|write|circulate|provide|submit|bring|prepare|explore|"
        r"report|investigate",
        r"(?:requested|asked)(?! to (?:withdraw|leave))|invited|instructed|required|sought|written|circulated|provided|"
        r"submitted|brought(?: back)?|presented|prepared|reported|distributed|produced|sent|explored|issued",
        "that a further report be submitted",
    ),
    Verb("carried", r"(?!)", r"carried(?! (?:out|on|over|forward))", "The motion was carried."),
)

_BODY = (
    r"(?:the |this )?(?:[a-z][\w’'&-]{0,40} ){0,6}?(?:board|committee|sub-?committee|cabinet|council|panel|"
    r"partnership|executive|forum|commission|group|members|meeting|"
    r"assembly|leader|councillors|trustees|governors)"
)
_ADVERB = (
    r"(?:(?:unanimously|formally|therefore|also|hereby|further|duly|jointly|now|then|"
    r"the following be|collectively|subsequently) )*"
)
# What comes before a verb that a body says of itself: nothing but its own name, "that" and "to"
_LEAD = (
    rf"^\W*(?:(?:and|further|now,? therefore)\b\W+)*(?:that:?\W+)?(?:(?:{_BODY}|we)[,:]?\W+)?(?:(?:is|are|was|were) (?:asked|recommended|"
    rf"requested|minded) )?{_ADVERB}(?:(?:agrees?|agreed) to[: ]\W*)?(?:to[: ]\W*)?{_ADVERB}"
)
# Passive and reported speech
_BE = rf"\b(?:be|been|was|were|is|are|being|stand|stands|as)\b(?:, (?:on|under|by|with|in|at) [^,;]{{3,80}},)? (?:\w+ly )?{_ADVERB}"
_BY_BODY = rf"\b{_BODY}\b[,]? (?:having \w+ .{{0,80}}, )?{_ADVERB}(?:(?:\w+ed|took) (?:\w+ ){{0,12}}?and )??"
# "considered the amendments and endorsed the budget": considering is no outcome where another follows
_WEAK = {
    "noted": re.compile(r"^(?:consider|receiv)", re.I),
    "requested": re.compile(r"^(?:submit|present|circulat|report|provid)", re.I),
}
# "that the Inspector explore the figures", "The Director to report in May": somebody is to do something
_TASK = re.compile(
    r"^\W*(?:[Aa]nd )?(?:[Tt]hat )?(?:the )?[A-Z][\w’',&/() -]{2,90}? (?:to |should |will |would )?(?:be )?(?:explore|"
    r"provide|report|circulate|submit|bring|prepare|investigate|write|share|send|publish|review|arrange|"
    r"contact|consider|advise|notify|inform|apply|"
    r"(?:asked|requested|submitted|brought|presented|provided|reported|circulated))\b"
)

# To receive a report is to note it, where nothing else is done with it
_RECEIVES = re.compile(rf"{_LEAD}receiv(?:es?|ed)\b", re.I)

_LEADING = [
    (verb.outcome, re.compile(rf"{_LEAD}(?P<verb>(?:{verb.plain})(?:e?s)?|{verb.done})\b", re.I)) for verb in VERBS
]
# ... each behind a quick look whether its verb is there at all
_WITHIN = [
    (
        verb.outcome,
        re.compile(rf"{verb.done}|{verb.plain}", re.I),
        re.compile(
            rf"(?:{_BE}(?P<passive>{verb.done})|{_BY_BODY}(?P<active>{verb.done}|(?:{verb.plain})s)|"
            rf"(?:\b\w{{3,}}ed|\bput)\b[^.;]{{0,120}}? and (?P<also>{verb.done}))\b",
            re.I,
        ),
    )
    for verb in VERBS
]

# "Policy not approved", "Decision deferred to June": a noun with what became of it, and no verb between them
_ALONE = [
    (
        verb.outcome,
        re.compile(
            rf"^\W*(?:(?!(?:to|that|for|of|by|be|will|and)\b)[\w’'./&()-]+ ){{1,8}}?(?!received)(?P<verb>{verb.done})\b",
            re.I,
        ),
    )
    for verb in VERBS
    if verb.outcome not in ("requested", "established")
]


@lru_cache(maxsize=4096)  # an event and each of its limbs ask for the same words
def outcome_of(text: str, stem: str = "", *, fallback: str = "other") -> str:
    """One of OUTCOMES for the words of a decision; `stem` is what its limbs hang on ("the Board supports:").

    The first verb that decides something counts: "note the report and agree the plan" is noted. `fallback` stands
    where no verb says more than the word that announced the decision ("RESOLVED that the fee be five pounds").
    """
    if found := _leading(text) or _within(text):
        return found
    if _TASK.match(text):
        return "requested"
    said = _leading(stem) or _within(stem) or ("noted" if _RECEIVES.match(text) else "")
    return said or (_alone(text) if fallback == "other" else "") or fallback


def _alone(text: str) -> str:
    """The outcome of the first participle behind a noun; "" where there is none."""
    found = [(match.start("verb"), outcome) for outcome, pattern in _ALONE if (match := pattern.match(text))]
    return min(found)[1] if found else ""


def _leading(text: str) -> str:
    """The outcome of the verb with which a text opens; "" where it opens otherwise."""
    found = [
        (len(match.group()), outcome, match["verb"]) for outcome, pattern in _LEADING if (match := pattern.match(text))
    ]
    strong = [entry for entry in found if not _is_weak(entry[1], entry[2])]
    return min(strong)[1] if strong else ""


def _within(text: str) -> str:
    """The outcome of the first passive or reported verb in a text."""
    found = []
    for outcome, word, pattern in _WITHIN:
        if word.search(text) and (match := pattern.search(text)):
            verb = match["passive"] or match["active"] or match["also"]
            found.append((_is_weak(outcome, verb), match.start(match.lastgroup or 0), outcome))
    return min(found)[2] if found else ""


def _is_weak(outcome: str, verb: str) -> bool:
    weak = _WEAK.get(outcome)
    return bool(weak and weak.match(verb))
