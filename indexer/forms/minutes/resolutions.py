"""What stands around an announced decision: what its limbs hang on, how it was decided, and what closes it."""

from __future__ import annotations

from indexer.forms.form import cased, form

# A list after these words is no list of decisions but of the grounds of one decision
GROUNDS = form(
    "grounds",
    r"\b(?:following|these) (?:reasons?|conditions?|terms|grounds|amendments?|"
    r"reservations)\b[^.]{0,40}:\s*$|\b(?:reasons|conditions|grounds)\s*:\s*$|\bsubject to\s*:\s*$",
    "be refused for the following reasons:",
    "be refused",
)

# Words by which a body agrees to whatever stands after them
AGREES = form(
    "agrees",
    r"\b(?:resolved|agreed|ordered|determined|decided)\b",
    "It was ordered that",
    "It was said that",
)

STEM_OPEN = form(
    "stem open",
    r"(?:[:–—-]|\bthat|\bto|\bagrees?|\bagreed)\s*\**\s*$|^\s*$",
    "that the Board:",
    "that the gate be mended.",
)

# The words on which limbs hang: "that the Board:"
HANGS_ON = form(
    "hangs on",
    r"\b(?:that|to|be (?:recommended|requested|asked)|board|committee|cabinet|council|members|panel|authority|executive|partnership|assembly|commission|"
    r"forum)\W*$",
    "That the Cabinet",
    "That the gate be mended",
)

# "to approve the following payments:" says itself what was decided; the rows below say what of
FOLLOWING = form(
    "following",
    r"\b(?:following|(?:listed|shown|detailed) below)\b[^:]{2,40}:\s*$",
    "to approve the following payments:",
    "to approve the payments",
)

# "that the minutes of these meetings be adopted:" says what becomes of the things in the bullets below it
ACTED_ON = form(
    "acted on",
    r"\bNOTED the following\b|\bbe (?:\w+ly )?(?:adopted|approved|received|noted|confirmed|accepted|appointed|elected|"
    r"authori[sz]ed|paid|granted|refused)\b[^:.;]{0,40}:\s*$",
    "that the minutes of these meetings be adopted:",
    "that the minutes of these meetings:",
)

# "that a closed meeting be held to consider the following:" over the matters
CONSIDERED = form(
    "considered",
    r"\bto (?:consider|discuss) the following\b[^:.;]{0,40}:\s*$",
    "that a closed meeting be held to consider the following:",
    "that a closed meeting be held",
)

# A limb that says what the body above it did
ACT = form(
    "act",
    r"^\W*(?:\w+ly )?(?:agreed|approved|noted|endorsed|adopted|received|supported|resolved|confirmed|deferred|"
    r"delegated)\b",
    "Approved the plan",
    "The plan was approved",
)

# "T H A T the order be made"
SPACED_OUT = cased(
    "spaced out",
    r"^T H A T\b[\s:]*",
    "T H A T the order be made",
    "That the order be made",
)

# "RESOLVED: (unanimously) to adopt": how it was decided, before what was
ASIDE = form(
    "aside",
    r"^\([^()]{4,90}\)[\s:–-]*(?=$|(?:that|to|the)\b)",
    "(unanimously) to adopt the plan",
    "(a) to adopt the plan",
)

# "AGREED on the proposal of Mr Ash, seconded by Mrs Elm, that the order be made"
ON_PROPOSAL = form(
    "on proposal",
    r"^on (?:the )?(?:proposal|motion|proposition) (?:of|by) (?P<mover>[^,:;]{3,60}),? (?:and )?seconded by "
    r"(?P<seconder>[^,:;]{3,60}?)(?:,? (?:with|and) [^:;]{3,80}?)?(?:,? ?(?=that\b|to\b)|[\s,:–-]*$)",
    "on the proposal of Mr Ash, seconded by Mrs Elm, that the order be made",
    "on the proposal of the day",
)

INLINE_FIRST = cased(
    "inline first",
    r"^(?P<stem>(?:.{0,160}?[:,–-]\s*|[Tt]hat:?\s*|[Tt]he [\w ]{3,60}[:,]?\s*)?)(?P<mark>\((?:1|i|a|A)\)|"
    r"(?:1|i|a|A)\)|1\.)\s+(?=\S)",
    "That (a) the report be noted; and (b) the plan be adopted",
    "That the report be noted",
)

LIMB_OPENING = form(
    "limb opening",
    r"^\W*(?:that\b|to\s|(?:note|agree|approve|endorse|adopt|receive|confirm|delegate|authorise|request|"
    r"support|recommend|refer|defer|accept|appoint|thank|consider|ask)(?:e?s|d|ed)?\b)",
    "to note the report",
    "the report",
)

THAT_AND_COLON = form(
    "that and colon",
    r"^that:\s*",
    "that: the report be noted",
    "that the report be noted",
)

BEFORE_THAT = cased(
    "before that",
    r"^(?!that\b)[a-z][^.;:]{3,90}, (?=that\b)",
    "on a show of hands, that the report be noted",
    "that the report be noted",
)

NOTED_AT_THE_END = cased(
    "noted at the end",
    r"\bNOTED\W*$",
    "It was NOTED",
    "It was AGREED",
)

# Reasons, notes, who left, the next heading of the minutes
AFTER = form(
    "what closes a decision",
    r"^\W*(?:reasons?\b|matters arising\b|interests? declared|any interest|note:|notes:|\(?(?:councillor|cllr|mr|mrs|ms|"
    r"dr)\b.*\b(?:left|joined|entered|abstained|withdrew|requested|asked)|alternative options|"
    r"options considered|votes?\b|voting|for\W*\(?\d|"
    r"against\W*\(?\d|abst\w+\W*\(?\d|(?:for|against|abst\w+)\s*:|(?:for|against) the (?:motion|amendment)\W*\(?\d|action|contact|background|the meeting (?:closed|ended|concluded|"
    r"finished)|meeting (?:closed|concluded|ended)|(?:the )?chair(?:man|person)?\W*$|there being no|"
    r"signed|call-?in|(?:the |this )?minutes? (?:of this item )?(?:is|are) (?:confidential|exempt|kept|not for)|"
    r"supporting documents|date of next|next meeting|(?:proposed|moved|seconded)(?: by\b|\s*:|\W+(?:cllr|councillor|cr|mr|mrs|ms|dr)\b)|on being put|"
    r"(?:motion )?(?:carried|lost|defeated)\W*(?:unanimously\b.*|by \w+ majority.*|\d.*)?$|(?:council )?(?:resolution|motion) (?:number|no)\b|"
    r"at this (?:point|juncture))",
    "Reasons for the decision",
    "to note the report",
)

# What stands around a limb: marks of a saved page, quotation marks
OPENING_MARKUP = cased("opening markup", r"^(?:\*\*|__|[“\"])+\s*", "“That the gate be mended", "That the gate")
CLOSING_MARKUP = cased("closing markup", r"\s*(?:\*\*|__)+$", "be mended **", "be mended")
CLOSING_QUOTE = cased("closing quote", r"[”\"]\W?$", "be mended”.", "be mended.")
