"""The forms in which minutes say that something was decided, as a table: name, pattern, example.

Formal forms stand at the head of a clause and announce a decision; what follows them, inline or as a list, is decided.
Plain forms are sentences that decide by themselves. `text` of a match is what is decided, "" where it comes in the
clauses below. No form names a council, a body, a place or a person.
"""

from __future__ import annotations

import re

from indexer.forms.form import Form
from indexer.forms.own import DECISION, own

BODY = (
    r"(?:the |this )?(?:[A-Za-z][\w’'&-]* ){0,6}?(?:board|committee|sub-?\s?committee|cabinet|council|"
    r"panel|partnership|executive|forum|commission|authority|corporation|group|"
    r"meeting|assembly|members|councillors|trustees|governors|court|leader and cabinet|it)"
)
_PERSON = r"(?:(?:[^.:;\n]|\b(?:Cllrs?|Mr|Mrs|Ms|Dr|[A-Z])\.){3,80}?)"
# a seconder's name ends before what was moved
_SECONDER = _PERSON.replace("[^.:;\\n]", r"(?!\bthat\b)[^.:;\n]")
_HOW = (
    r"(?:unanimously|accordingly|formally|nem\.? ?con\.?|by a majority|on a (?:show of hands|"
    r"majority vote)|subject to [^:]{3,60}|in principle)"
)
_DASH = r"[\s:;,.–—/-]*"
# The word in another language in front of the English one: "PENDERFYNWYD / RESOLVED"
_BILINGUAL = r"(?:[^\W\d_]{4,20} ?/ ?)?"
# Who says so behind a decision: "(unanimously)"
_ASIDE = rf"(?:\s*\((?:{_HOW}|[^)]{{2,90}})\))?"
# By whom something was moved, or how it was voted on, in front of the body that resolved
_BEFORE_BODY = (
    r"(?:(?:by|on|with|after|following|having|upon|in|there being)\b[^:;]{3,200}?[, ] ?(?=the |members |councillors ))?"
)


# Those who may decide alone, as no officer may in minutes
_HOLDER = r"(?:cabinet member|executive member|portfolio holder|elected mayor|leader)(?: for [^.:,]{3,60})?"
# The form that needs limbs below which say what was done
ACTS = "body over acts"


NOTHING_DECIDED = "The members looked at the plan for an hour and asked what it would cost."
"""What none of the forms here may take for a decision."""


def _form(name: str, pattern: str, example: str, flags: int = 0) -> Form:
    return Form(name, re.compile(pattern, flags), example, NOTHING_DECIDED)


FORMAL = (
    # a heading over the decision
    _form(
        "heading",
        rf"^\W*{_BILINGUAL}(?:the )?(?:(?:(?:{BODY})(?:[’']s)? )?decisions?(?: made| taken)?|agreed actions?|"
        r"resolution|resolved|agreed|ordered|"
        r"determined|decided|outcome)(?:\W*\bthat)?\W*$(?P<text>)",
        "Decision",
        re.I,
    ),
    # "The Panel withdrew and on coming back announced its decision:"
    _form(
        "announced",
        r"^.{0,200}\b(?:announced|gave|read out|gave notice of|reached|made) (?:its|their|his|her|the(?: panel[’']s| committee[’']s| "
        r"following)?) (?:decision|determination|resolution)s?(?: as follows| that)?\s*[:–-]+\s*$(?P<text>)",
        "The Panel came back and announced its decision:",
        re.I,
    ),
    # the word is lost or was never there: "By six votes to three: That the order be confirmed"
    _form(
        "by votes",
        r"^\W*(?:by|on|with) (?:a (?:vote|majority) of )?\w+ votes? (?:to \w+|for)\b[^.:]{0,60}:\s*(?P<text>(?:that|to)\b.*)$",
        "By six votes to three: That the order be confirmed.",
        re.I,
    ),
    # the council's own word in capitals, or as a label
    _form(
        "operative",
        rf"^\W*{_BILINGUAL}(?:(?:(?i:it was)|accordingly,? it was|(?i:following) [^:]{{3,90}}?,? it was|"
        rf"and (?:it was )?|(?i:it was (?:then )?(?:moved|proposed),? (?:and )?(?:duly )?seconded,? and(?: it was)?))\s+)?"
        rf"(?:(?i:{_HOW})[\s,]+)?(?:(?:[Aa]nd|AND) )?(?:RESOLVED|ORDERED|AGREED|DETERMINED|"
        r"DECIDED|RECOMMENDED|RESOLUTION(?! ?(?:(?i:no\b|number\b)|[#\d]))|DECISION|NOTED)\b"
        rf"{_ASIDE}(?:[\s,]*{_HOW})?{_DASH}(?P<text>.*)$",
        "RESOLVED: That the plan be approved.",
    ),
    _form(
        "labelled",
        rf"^\W*{_BILINGUAL}(?:It was (?:unanimously |further )?)?(?:Resolved|Ordered|Agreed|Determined|Decided|Recommended|"
        rf"Resolution(?! ?(?:(?i:no\b|number\b)|[#\d]))|Decisions?(?: (?i:made|taken))?|resolved|agreed)\b(?:\s*\([^)]{{2,90}}\))?"
        rf"(?:\s*{_HOW})?(?:\s*[:–—-]+\s*|\s+(?=that:|that$|That\b|to:)){_DASH}(?P<text>.*)$",
        "Resolved – That the plan be approved.",
    ),
    # the same word without a label: nobody is said to have agreed, so it is the body
    _form(
        "note form",
        rf"^\W*(?:Unanimously )?(?:Resolved|Agreed)\b{_ASIDE}(?:,? {_HOW},?)?\s+(?P<text>(?:that|to)\b.+)$",
        "Resolved that the shelter be repaired.",
    ),
    # "It was resolved that" at the head of a paragraph
    _form(
        "it was resolved",
        rf"^\W*It was (?:\w+ly )?(?:resolved|RESOLVED|ordered|determined)\b{_DASH}(?P<text>.+)$",
        "It was resolved that the minutes be confirmed.",
    ),
    _form(
        "and resolved",
        rf"^\W*(?:AND|And|and) (?:\w+ly )?(?:[Rr]esolved|[Aa]greed|RESOLVED|AGREED)\b{_DASH}(?P<text>.*)$",
        "And Resolved: That the grant be paid.",
    ),
    # a proposer and a seconder, then the word
    _form(
        "proposed",
        r"^\W*(?:it was )?(?:on the )?(?:proposed|proposal|moved|motion)(?: of|"
        rf" by)?:?\s+(?P<mover>{_PERSON})[,;]?\s*(?:and )?(?:was |"
        rf"duly )?seconded(?: by)?:?\s+(?P<seconder>{_SECONDER})[,;.]?\s*"
        r"(?:and|it was|AND|IT WAS)*\s*(?:unanimously )?(?:resolved|agreed|RESOLVED|AGREED|adopted|noted|"
        rf"approved)\b{_ASIDE}{_DASH}(?P<text>.*)$",
        "Proposed by Councillor Ash, seconded by Councillor Elm and resolved: That the report be adopted.",
        re.I,
    ),
    # the whole body as subject, the word in capitals
    _form(
        "body in capitals",
        rf"^\W*(?:(?:[A-Z][a-z]+,? )(?:[^.:;,]{{2,80}}, )?)??(?P<text>(?i:{BODY}) (?:\w+ly )?(?:RESOLVED|AGREED|NOTED|APPROVED|ENDORSED|ADOPTED|DEFERRED|"
        r"RECEIVED|RATIFIED|SUPPORTED|CONFIRMED|REJECTED|DELEGATED)\b.*)$",
        "The Board NOTED the report.",
    ),
    # a report that was laid before the meeting, and what was done with it in capitals
    _form(
        "which was",
        r"^(?P<text>.{10,400}?\bwhich (?:was|were) (?:\w+ly )?(?:APPROVED|AGREED|NOTED|CONFIRMED|ADOPTED)\b.*)$",
        "There had been circulated the Minutes of 28 June, which were APPROVED.",
    ),
    # "The Committee resolved:-" and "The Board agreed to:" over a list
    _form(
        "body over a list",
        rf"^\W*{_BEFORE_BODY}(?:{BODY}|(?:the )?{_HOLDER}),?(?: [^,:]{{3,80}},)? (?:\w+ly |then )?(?:resolved|agreed|decided|determined)(?: (?:to|that|"
        rf"the following|as follows|{BODY}))*\s*[:–-]+\s*$(?P<text>)",
        "The Committee resolved:-",
        re.I,
    ),
    # "The Executive:" over limbs that open with what it did
    _form(
        ACTS,
        rf"^\W*(?:(?:following|after|having) [^.:]{{3,80}}, )?(?:{BODY})\s*[:–—-]+\s*$(?P<text>)",
        "The Executive:",
        re.I,
    ),
    # "The Board resolved that", "The Committee resolved to"
    _form(
        "body resolved",
        rf"^\W*(?:{BODY}),? (?:\w+ly |then |therefore )?(?:resolved|RESOLVED)\b{_DASH}(?P<text>.+)$",
        "The Committee resolved to grant the licence.",
        re.I,
    ),
    # "The Committee, having looked at the slip, RESOLVED to have it relaid"
    _form(
        "body, having considered, resolved",
        rf"^\W*(?:{BODY}), (?:having|after|following|on|in view of) [^.:;]{{3,200}}, (?:\w+ly )?(?-i:RESOLVED|AGREED|DECIDED)\b"
        rf"{_DASH}(?P<text>.+)$",
        "The Committee, having looked at the slip, RESOLVED - to have it relaid.",
        re.I,
    ),
    # the words "and it was resolved" inside a sentence that names the mover
    _form(
        "and it was resolved",
        r"^.{10,400}?\b(?:and it was|it was then|and was|it was|whereupon it was|"
        r"seconded by [^.;:]{3,60}? and(?=\s+(?:unanimously )?RESOLVED))\s+(?:unanimously )?(?:RESOLVED|resolved|Resolved)\b[\s:,–—-]*(?P<text>.+)$",
        "Councillor Ash moved the report and it was resolved that it be adopted.",
    ),
)


def formal() -> tuple[Form, ...]:
    """The formal forms, those that a council added itself before ours."""
    return (*own(DECISION), *FORMAL)


_ACT = (
    r"(?:noted|agreed|approved|endorsed|adopted|confirmed|accepted|received|deferred|withdrawn|referred|"
    r"ratified|supported|rejected|refused|delegated|appointed|elected|re-?elected|nominated|granted|"
    r"carried|thanked|established|set up|recorded|co-?opted|chosen as)"
)
_WAS = r"(?:was|were|be|is|are)"
_ADVERB = r"(?:(?:duly|then|unanimously|formally|therefore|also|all|subsequently|hereby) )*"

PLAIN = (
    _form(
        "one word",
        rf"^\W*(?P<text>(?:{_ACT}|no action)(?: (?:unanimously|as an? (?:correct|true|accurate) record|without (?:amendment|change|correction)s?|"
        r"with no (?:amendment|change|correction)s?|as (?:drafted|presented|circulated|submitted|printed|read|amended|written)|"
        r"and signed))*\W*)$",
        "Confirmed.",
        re.I,
    ),
    _form(
        "recommendation",
        r"(?P<text>^\W*(?:the |all |both )?(?:amended |revised |officers?[’']?s? |"
        rf"following )?(?:report )?recommendations?\b.{{0,80}}?\b{_WAS} (?:put to the (?:vote|meeting) and )?{_ADVERB}{_ACT}\b.*)$",
        "Recommendations 1.1 and 1.2 were agreed.",
        re.I,
    ),
    _form(
        "minutes",
        rf"(?P<text>^.{{0,90}}\bminutes?\b.{{0,160}}?\b{_WAS} {_ADVERB}(?:\w+ and )?(?:agreed|approved|confirmed|accepted|taken as read|signed|adopted|noted)\b.*)$",
        "The minutes of 1 May were approved as a correct record.",
        re.I,
    ),
    _form(
        "minutes, no verb",
        r"(?P<text>^\W*(?:the )?minutes\b(?:(?!\b(?:was|were|is|are|has|have|had|be|not)\b)[^.]){0,90}? (?:agreed|approved|confirmed|"
        r"accepted|adopted)(?:\W*$|,? (?:as|and|by|prop\w*|moved|unanimously|with)\b.*))$",
        "Minutes of 8 May agreed, proposed JA, seconded BE.",
        re.I,
    ),
    _form(
        "item withdrawn",
        r"^.{0,120}?\b(?P<text>th(?:is|e) (?:item|report|motion|application|matter|question|business)s? (?:had been|has been|was|"
        r"were) (?:then |therefore |accordingly )*(?:withdrawn|deferred|postponed|adjourned|put (?:off|back)|held over|stood over|"
        r"carried over|left (?:to|until|till|on the table))\b.*)$",
        "The Leader said that this item had been withdrawn.",
        re.I,
    ),
    _form(
        "put off alone",
        r"^\W*(?P<text>(?:withdrawn|deferred|postponed|adjourned|tabled|(?:held|laid|carried|moved) over|put off)\b(?: (?:by|at|until|till|to|for|from|pending)\b"
        r".{2,120})?\W*)$",
        "WITHDRAWN by officers from the agenda.",
        re.I,
    ),
    _form(
        "it was agreed",
        r"^.{0,120}?\bit was (?:unanimously |therefore |also |further |then |formally |subsequently )*(?:agreed|resolved|"
        r"decided|determined|ordered)\b(?:,[^,]{3,80},|,? by [^.,]{3,60}?(?= that\b))?\s+(?P<text>(?:that|to)\b.*)$",
        "It was agreed that the item be deferred.",
        re.I,
    ),
    _form(
        "all agreed",
        r"^\W*(?:unanimously (?:agreed?|resolved)|all (?:members |councillors |present )?(?:were )?agreed)\b,? (?P<text>(?:that|to)\b.*)$",
        "All members agreed that notices be sent.",
        re.I,
    ),
    _form(
        "chosen",
        r"(?P<text>^(?!\W*it\b).{3,160}?\b(?:was|were)(?:, (?:on|under|by|with|in|at) [^,;]{3,80},| (?=\w+ (?:re-?)?(?:elect|appoint|co-?opt))) "
        rf"(?:duly |unanimously |declared )?{_ACT}\b.*)$",
        "Mrs Elm was, on the nomination of Mr Ash, elected Vice-Chair.",
        re.I,
    ),
    _form(
        "body acted",
        r"(?P<text>^\W*(?:(?:following|after|having|"
        rf"in) [^.]{{3,120}}, )?{BODY} {_ADVERB}(?:(?:considered|discussed|reviewed|took assurance from) [^.]{{3,80}} and )?(?:agreed|approved|endorsed|"
        r"adopted|noted|accepted|ratified|supported|received|confirmed|deferred|delegated|"
        r"recommended|(?:decided|determined)(?= (?:that|to)\b))\b (?!that it was\b).*)$",
        "The Board approved the plan.",
        re.I,
    ),
    _form(
        "passive",
        rf"(?P<text>^(?!\W*it\b).{{3,240}}?\b(?:was|were|is|are) {_ADVERB}{_ACT}\b.*)$",
        "The Forward Plan was noted.",
        re.I,
    ),
)

# Discussion that merely looks like a decision
NARRATIVE = re.compile(
    r"\breport (?:recommends?|asks?|proposes?)\b|"
    r"\b(?:noted|agreed|confirmed|accepted|reported|acknowledged|stated|advised|"
    r"commented) (?:that\b(?! the (?:report|recommendation))|with\b(?! (?:the (?:following|inclusion|"
    r"addition|spelling|exception|correction)|an? |slight|minor|amend)))|\bhad been\b(?! (?:withdrawn|(?:previously )?circulated, (?:was|were)))|"
    r"\bhas been\b|\bpreviously\b(?! (?:been )?circulated)|\bapolog|\bdeclarations?\b(?! of (?:acceptance|office))|\bdeclared (?:an?|no|that|his|her|their|"
    r"interests?)\b|"
    r"\bin response to\b|\bhave been\b|\bas (?:agreed|noted|approved|confirmed) (?:at|by|in)\b|\b(?:asked|"
    r"queried|questioned) (?:if|whether)\b|\bwould be (?:noted|agreed|approved)\b|\?$",
    re.I,
)
# What the amendment of a motion came to: carried, lost, accepted - also "The Cabinet agreed to the following amendment"
AMENDMENT = re.compile(
    r"\bamendments?\b fell\b|\bamendments?\b.{0,120}?\b(?:was|were|be|being|is|declared|"
    r"and)\b.{0,30}?\b(?:carried|lost|defeated|accepted|agreed|rejected|approved|not (?:carried|agreed|"
    r"accepted)|fell)\b|"
    r"\b(?:agreed|accepted|approved|carried|rejected)\b(?! with)(?: \w+){0,4} (?:following |"
    r"proposed )?amendments?\b|^\W*amendments? (?:was |were )?(?:lost|carried|defeated|fell)\b",
    re.I,
)
MOTION = re.compile(
    r"\b(?:motion|proposal|proposition|vote)\b.{0,100}?\b(?:was|were|be|being|is|declared|"
    r"therefore)\b.{0,30}?\b(?:carried|lost|defeated|withdrawn|not (?:carried|agreed|supported)|fell)\b|"
    r"\bwithdrew (?:the|his|her|their|this|that|its) (?:\w+ )?(?:motion|amendment|proposal)\b|"
    r"^\W*(?:the )?(?:\w+ )?(?:motion|proposal)(?: was| is| be| therefore)?\W*(?:lost|carried|defeated|"
    r"fell|withdrawn|not carried)\b|^\W*(?:lost|carried)\W*$|^.{0,120}\bdeclared (?:carried|lost)\b",
    re.I,
)
LOST = re.compile(
    r"\b(?:lost|defeated|fell|failed|negatived|not (?:carried|agreed|accepted|supported)|rejected)\b", re.I
)
