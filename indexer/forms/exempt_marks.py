"""Form: a way in which UK councils mark what is not for the public; a mark can only restrict, and never opens anything.

A mark opens its own line at the head or foot of a page, over an item, or at the head of a section. What runs on in
prose, asks a question, speaks of an appendix elsewhere or resolves to exclude the public is no mark."""

from __future__ import annotations

import re
from dataclasses import dataclass

from indexer.forms.form import Form

# Words that lead up to a mark and are part of it: "CONFIDENTIAL APPENDIX B - "
_LEAD = (
    r"^\W*(?:(?:\d{1,3}[.)]|exempt|confidential|private|restricted|strictly|part (?:ii|2|two)|report|document|"
    r"(?:pink|green|blue|yellow|buff|lilac|gold) (?:papers?|pages?|sheets?)|"
    r"(?:appendix|annexe?|enclosure|agenda item|item|minute|paper)(?: no\.?)?(?: [A-Z]?\d{0,3}[a-z]?\b)?|"
    r"(?:this|the (?:following|attached|enclosed)) (?:report|appendix|annexe?|document|item|paper|minute|page)"
    r"(?: and (?:its |the )?append\w+)? (?:is|are)|"
    r"report (?:classification|status)|classification|status)\b[\s\W]*){0,5}"
)
_PARAGRAPH = r"(?:paragraphs?|para'?s?\.?|categor(?:y|ies)|reasons?)(?: ?\(s\))?\s*(?:no\.?s?\s*)?\(?\d"
_ACT = r"(?:schedule\s+(?:12\s?A|7\s?A|6\b)|local\s+government\s+(?:\(scotland\) )?act|access\s+to\s+information)"
_PAPER = r"(?:report|appendix|appendices|annexe?|minutes?|paper|papers|supplement|addendum|agenda|item)"

# The few words that stamps are made of, whatever their order
_STAMP = (
    r"(?:exempt|confidential|private|restricted|closed|strictly|not|for|from|publication|this|the|is|are|and|or|of|by|as|in|to|"
    r"on|under|within|must|be|virtue|reasons?|contains?|information|defined|disclosed|press|public|excluded|access|status|"
    r"classification|categor(?:y|ies)|agenda|items?|reports?|append(?:ix|ices)|annexe?s?|minutes?|document|papers?|supplement|"
    r"addendum|part|section|session|business|paragraphs?|paras?|schedule|local|government|act|rules?|procedure|s|nos?|i{1,3}|"
    r"[a-h]|\d{1,4}[a-z]?)"
)
_NAMES_PAPER_OR_LAW = (
    r"(?:reports?|append(?:ix|ices)|annexe?|minutes?|supplement|addendum|item|papers?|agenda|publication|disclosed|excluded|"
    r"classification|paragraphs? \(?\d|schedule|12\s?a|100\s?a|act|part (?:ii|2|two|b))"
)


@dataclass(frozen=True, slots=True)
class MarkForm(Form):
    """One wording of a mark; `ground` is the law that it is based on.

    `anywhere`: on its own line it counts wherever that is, not only at the head of a page or section; `foot`: at the foot
    of a page too; `top`: in the very first lines only; `alone`: it says no more than "confidential"; `rest`: it covers all
    that follows; `firm`: words of likelihood belong to it ("likely to reveal").
    """

    ground: str = ""
    anywhere: bool = False
    foot: bool = False
    top: bool = False
    alone: bool = False
    rest: bool = False
    firm: bool = False


NO_MARK = "There were no exempt items on the agenda of the Harbour Board."  # none of the forms may match it


def _form(name: str, pattern: str, example: str, ground: str, *where: str) -> MarkForm:
    flags = {word: word in where for word in ("anywhere", "foot", "top", "alone", "rest", "firm")}
    return MarkForm(name, re.compile(pattern, re.I), example, NO_MARK, ground, **flags)


ENGLAND = "Local Government Act 1972, section 100B(5) and Schedule 12A Part 1, paragraphs 1 to 7"
WALES = "Local Government Act 1972, Schedule 12A Part 4, paragraphs 12 to 18"
SCOTLAND = "Local Government (Scotland) Act 1973, Schedule 7A"
RULES_OF_A_COUNCIL = "the access to information rules of a council's own constitution"

FORMS: tuple[MarkForm, ...] = (
    _form(
        "not for publication",
        _LEAD + r"(?:not for (?:general |public )?(?:publication|release|disclosure)|not to be (?:published|disclosed)|"
        r"(?:exempt|excluded|withheld|restricted) from (?:publication|disclosure to))\b",
        "NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972",
        ENGLAND, "anywhere", "foot", "firm",
    ),
    _form(
        "by virtue of a paragraph of Schedule 12A",
        r"^\W*(?:(?:reasons?|exempt|restricted|confidential|private|withheld)\b[^.]{0,40}?)?"
        rf"by (?:virtue|reason) of (?:the )?{_PARAGRAPH}[^.]{{0,80}}{_ACT}",
        "By virtue of paragraph(s) 3 of Part 1 of Schedule 12A of the Local Government Act 1972",
        ENGLAND, "anywhere", "foot", "firm",
    ),
    _form(
        "exempt under a paragraph of Schedule 12A",
        rf"^\W*(?:(?:the )?information (?:contained )?in this {_PAPER} is )?(?:this {_PAPER} (?:is|contains) )?"
        r"(?:exempt|confidential|restricted|private|information|closed|schedule 12A)\b"
        rf"[^.]{{0,90}}?\b{_PARAGRAPH}[^.]{{0,80}}{_ACT}",
        "Exempt information under paragraph 14 of Part 4 of Schedule 12A",
        WALES,
    ),
    _form(
        "exempt under Schedule 12A, schedule first",
        r"^\W*(?:exempt|confidential|restricted|private|closed)\b[^.]{0,60}?"
        rf"(?:schedule\s+(?:12\s?A|7\s?A)|act (?:1972|1973|\(northern ireland\) 2014))\b[^.]{{0,60}}\b{_PARAGRAPH}",
        "EXEMPT - Local Government (Scotland) Act 1973, Schedule 7A, paragraph 8",
        SCOTLAND, "foot",
    ),
    _form(
        "exempt, with the number of the paragraph",
        rf"^\W*(?:exempt|confidential|private|closed)\b(?: (?:item|report|appendix|information|under))*\W{{1,4}}{_PARAGRAPH}",
        "EXEMPT (paragraph 3)",
        ENGLAND, "foot",
    ),
    _form(
        "exempt information as defined in the Act",
        rf"^\W*(?:this {_PAPER} contains )?(?:exempt|confidential) information (?:as defined|within the meaning)\b[^.]{{0,60}}"
        r"(?:schedule|section|act)\b",
        "Exempt information as defined in Part 1 of Schedule 12A",
        ENGLAND,
    ),
    _form(
        "section 100A over an item",
        r"^\W*(?:exempt|confidential|private|restricted)\b[^.]{0,60}\b(?:section |s\.? ?)100\s?A\b",
        "Exempt item: Local Government Act 1972, section 100A(4)",
        ENGLAND,
    ),
    _form(
        "under the access to information rules",
        r"^\W*(?:private|exempt|confidential|not for publication|closed)\b[^.]{0,80}\baccess to information (?:procedure )?rules?\b",
        "Private report - Access to Information Procedure Rule 10.4 category 3",
        RULES_OF_A_COUNCIL, "anywhere",
    ),
    _form(
        "category of the access to information rules",
        rf"^\W*{_PARAGRAPH}[^;:]{{0,60}}\baccess to information (?:procedure )?rules?\b",
        "Categories 3 and 4 of paragraph 10.4 of the Access to Information Procedure Rules",
        RULES_OF_A_COUNCIL,
    ),
    _form(
        "reasons restricted",
        r"^\W*reasons? (?:why )?(?:restricted|for (?:exemption|restriction|confidentiality))\W*"
        r"(?:by virtue|exempt|paragraph|para|schedule|it |this )",
        "Reasons restricted: By virtue of paragraph 3 of Part 1 of Schedule 12A",
        ENGLAND,
    ),
    _form(
        "part two, private",
        r"^\W*(?:(?:agenda )?item \d{1,3}[a-z]?\W+)?part\s+(?:i{2,3}|[23]|two|three|b|c)\b\W*(?:of the agenda\W*)?"
        r"(?:exempt(?! (?!from|items?|information|reports?|business|and|under|by|part|agenda|private)\w)|"
        r"private(?! (?:sector|rent|hire|finance|car|dwelling|propert|housing|fostering))|confidential|closed(?! (?!to|items?)\w)|not open|"
        r"(?:items? |business )?(?:in|for) private|not for publication)\b[^.]{0,60}$",
        "PART II - CONFIDENTIAL",
        ENGLAND, "anywhere", "rest",
    ),
    _form(
        "pink papers",
        r"^\W*(?:printed on |pages? )?pink (?:papers?|pages?|sheets?)\b[^.]{0,40}$",
        "PINK PAPERS", "the colour on which some councils print what is exempt", "anywhere", "rest",
    ),
    _form(
        "exempt by its title",
        rf"^\W*(?:exempt|(?:strictly )?(?:private|confidential))\W+(?:(?:(?:and|or) )?(?:exempt|confidential|draft)\W+){{0,2}}{_PAPER}\b"
        r"(?:\s+(?:[A-Z]{1,2}|[ivx]{1,4}|\d{1,2}[a-z]?)\b)?\W*"
        r"(?:$|[-–—:(/\t].*|(?:of|by|from|to|for|on)\b.*|not for publication.*|paragraph.*)",
        "EXEMPT APPENDIX B",
        ENGLAND,
    ),
    _form(
        "said to be exempt",
        rf"^\W*(?:(?:the )?(?:information|contents?) (?:contained )?(?:in|of) )?(?:this|the (?:following|attached|enclosed)) {_PAPER}"
        r"(?: and (?:its |the |all )?append\w+)? (?:is|are|contains?|has been|must be|should be)"
        r"(?: (?:an?|wholly|fully|entirely|classed|considered|treated|deemed|as|to|be|in|its|entirety))* "
        r"(?:exempt\b|confidential\b|private\b(?! and confidential))",
        "This report is exempt from publication",
        ENGLAND, "anywhere",
    ),
    _form(
        "classified as exempt",
        r"^\W*(?:report )?(?:(?:classification|confidentiality|publication|exemption|report status|status)\s*[:\t]\s*"
        r"(?:fully |wholly )?(?:exempt|not for publication|confidential|part (?:2|ii)|closed report)\b(?!\s*(?:/|or\b|and\b))"
        r"|category\s*[:\t]\s*(?:exempt|confidential)\W*(?:$|\(|par)"
        r"|(?:public|open)(?: access|\W+(?:or\W+)?(?:exempt|private|confidential|closed))(?: report| item)?\s*[:\t]\s*"
        r"(?:exempt|private|confidential|closed)\b(?!\s*(?:/|or\b|and\b)))",
        "Classification: Exempt",
        ENGLAND,
    ),
    _form(
        "exempt: yes",
        r"^\W*(?:(?:does (?:this|the) report )?contains? )?(?:exempt|confidential)(?:(?: or |/| and )(?:exempt|confidential))?"
        r"(?: (?:information|report|item))?\W{0,3}[?:\t–-]\s*yes\b(?!\W*/)",
        "Contains confidential or exempt information: YES - Part II",
        ENGLAND,
    ),
    _form(
        "a paragraph of Schedule 12A alone",
        r"^\W*(?:(?:exempt|confidential|private|closed)(?: information)?\W+(?:under|by virtue of|within)\W+)?(?:the )?"
        rf"(?:{_PARAGRAPH}[^.]{{0,60}}schedule 12\s?A\b[^.]{{0,70}}|schedule 12\s?A\b[^.]{{0,60}}{_PARAGRAPH}[^.]{{0,20}})\W*"
        r"(?:applies)?\W*$|^\W*(?:exempt|confidential|private)\W+(?:under|by virtue of|within)\W+schedule 12\s?A\b",
        "Paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972",
        ENGLAND,
    ),
    _form(
        "closed or restricted, by its title",
        r"^\W*(?:(?:closed|restricted) (?:report|appendix|minutes?|item)|this is an? (?:private|exempt|confidential|closed) "
        rf"{_PAPER}|(?:in committee|in private|private session|closed session)|not open to the (?:press (?:and|or) )?public)\W*$",
        "CLOSED REPORT",
        ENGLAND,
    ),
    _form(
        "items in private",
        r"^\W*(?:items?|business|matters?|reports?)(?: to be)?(?: (?:considered|taken|dealt with|discussed))?"
        r" in (?:private|closed session)(?: session)?\W*$",
        "ITEMS TO BE CONSIDERED IN PRIVATE",
        ENGLAND, "rest", "firm",
    ),
    _form(
        "not for publication, in Welsh",
        r"^\W*(?:(?:nid(?: yw)?|ddim|heb fod) i[’'`]?w (?:ch?|g)yhoeddi|"
        r"(?:adroddiad|atodiad|eitem|cofnod\w*|papur|dogfen|gwybodaeth) (?:eithriedig|cyfrinachol|eithrio))\b",
        "NID I'W GYHOEDDI",
        WALES, "anywhere", "foot",
    ),
    _form(
        "not to be handed on, or taken in private",
        r"^\W*(?:(?:strictly|private(?: and|\W+)|exempt(?: and|\W+))\s*)?confidential\W+not (?:for|to be) (?:further )?"
        rf"(?:circulat|distribut|cop(?:y|ie)|shared)|^\W*this {_PAPER} (?:will|is to) be (?:considered|taken|heard|discussed) in private\b",
        "STRICTLY CONFIDENTIAL - NOT FOR CIRCULATION",
        ENGLAND, "firm",
    ),
    _form(
        "nothing but the words of a stamp",
        r"^(?!\W*append\w+ \S+ (?:is|are)\b|.*\bpublic\W+(?:report|item|document|paper|or|and)\b|.*\bnot (?:exempt|confidential|private|restricted|closed)\b)"
        rf"(?=.*\b(?:exempt|confidential|private|restricted|closed)\b)(?=.*\b{_NAMES_PAPER_OR_LAW}\b)(?:\W*\b{_STAMP}\b)+\W*$",
        "PART 2 REPORT: CONFIDENTIAL",
        ENGLAND,
    ),
    _form(
        "set apart at the top",
        r"^(?:\W*+|.*[-–—:|*/(\[](?:(?![-–—:|*/(\[])\W)*+)(?:strictly )?(?:exempt|confidential)\s*(?:[-–—:|*/)\]].*)?$",
        "Report of the Director - EXEMPT",
        ENGLAND, "top", "alone",
    ),
    _form("the one word",
          r"^\W*(?:(?:exempt|(?:strictly )?confidential|private (?:and|&) confidential|in confidence|eithriedig|cyfrinachol)\W*){1,2}$",
          "EXEMPT", ENGLAND, "foot", "alone"),
)  # fmt: skip

NEVER = re.compile(
    r"\bno exempt\b|\bdo(?:es)? not\b|\b(?:is|are|was|were) not (?:exempt|confidential)\b|\bunrestricted\b|\bexempt items\b|"
    r"(?<!item )(?<!report )(?<!minute )(?<!paragraph )\bno(?:ne|thing)?\b(?!\.)|\?(?!\W*yes\b)|\bn/a\b|\bnot applicable\b|[☐□]|\[\s*\]|\bwhether\b|\bpart(?:ly|ially)? exempt\b|\bno longer\b|"
    r"\b(?:press|public) (?:and \w+ )?(?:be|is|are|was|were) excluded\b|\b(?:is|are|be) (?:marked|headed|stamped)\b|"
    r"\bshould any\b|\bbroadcast\b|\bembargo|\bpublic ?/|/ ?public\b|\bcall-in\b|\bwhere (?:a|an|the)\b|\bcouncil tax\b|\bbusiness rates\b",
    re.I,
)
"""What makes any wording no mark: a denial, a question, a box to tick, an instruction, another kind of exemption."""

UNLIKELY = re.compile(
    r"\bmay be\b|\bif\b|\bexclu(?!ded from publi|ded\W*$)|\blikely\b|\bconfirmed\b|\bresolved\b|\bdisclosure\b|\bwas\b|\bwere\b|"
    r"\bconsidered\b(?! (?:as |to be )?exempt)|\breceived\b|\bcirculated\b|\bwill be\b|\bvat\b|\brecords?\b|\bexempt from (?!publi|disclos)|"
    r"\bis (?:explained|described)\b",
    re.I,
)
"""What makes a wording running prose, unless it is a firm one."""

ELSEWHERE = re.compile(
    r"\bappendi(?:x|ces)\s*(?:\(?(?:[A-Z]|\d{1,2}|[ivx]{1,4})\b\)?|are\b|to (?:this|the) report)|\b(?:an|the|an? part) (?:exempt|confidential) appendix|"
    r"\b(?:annex|enclosure)(?:e|es|ure)?\s+(?:[A-Z]|\d{1,2})\b",
    re.I,
)
"""Another document that is spoken of."""

ABOUT_ITSELF = re.compile(
    r"^\W*(?:(?:exempt|confidential|private|strictly)\b\W*)*(?:not for publication\s*[-–—(]\W*)?(?:append(?:ix|ices)|annex|enclosure)|"
    r"^\W*this (?:\w+ and (?:its |the |all )?append|appendix|annexe?|enclosure)",
    re.I,
)
"""Where the other document is the one under the mark."""

OPEN = re.compile(
    r"^\W*(?:(?:this (?:report|item|document) is )?(?:a )?public (?:report|document|item)\b|for publication\b|"
    r"(?:report )?(?:classification|status|confidentiality|publication)\s*[:\t]?\s*(?:public|open|unrestricted|part (?:1|i)|not exempt|"
    r"for publication|non[- ]exempt)\b|unrestricted\b|part (?:1|i|one|a)\b\W*(?:$|public|open|items?)|open (?:report|item)\b|"
    r"(?:exempt|confidential)(?: information)?\s*[:?\t]+\s*no\b|not exempt\b|non[- ]exempt\b)",
    re.I,
)
"""What says in so many words that a paper is public, and so ends what a mark began."""


def form_of(text: str, *, head: bool, foot: bool = False, top: bool = False) -> MarkForm | None:
    """The form in which a line with what it runs on into is a mark; None for any other line.

    `head` says that it stands at the head of a page or section, `top` in its very first lines, `foot` at its foot.
    """
    first = next((character for character in text if character.isalpha()), "")
    begins = first.isupper() or re.fullmatch(r"\W*not for publication\W*", text)
    if not begins or NEVER.search(text):
        return None
    for form in FORMS:
        if not (form.anywhere or (head and not foot and (top or not form.top)) or (foot and form.foot)):
            continue
        match = form.pattern.match(text)
        if match is None or (not form.firm and UNLIKELY.search(text)):
            continue
        if ELSEWHERE.search(text) and not ABOUT_ITSELF.match(text):
            continue
        return form
    return None
