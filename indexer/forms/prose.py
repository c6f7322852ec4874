"""Told: the sentences by which minutes without a marker say what was decided, in forms general to many bodies."""

from __future__ import annotations

import re

from indexer.forms.form import Form
from indexer.forms.grammar import NOTHING_DECIDED
from indexer.forms.words import MONTHS

_BODY = (
    r"(?:the |this )?(?:[\w’'&-]+ ){0,5}?(?:board|committee|sub-?\s?committee|cabinet|council|panel|partnership|executive|forum|"
    r"commission|authority|corporation|group|trust|meeting|assembly|members|councillors|trustees|governors|directors|court|"
    r"all present|those present|everyone|everybody|p\.?c\.?c?|c\.?c\.?|we|all)"
)
_ADV = (
    r"(?:(?:all|both|duly|then|unanimously|formally|therefore|also|further|subsequently|hereby|accordingly|provisionally|generally|"
    r"jointly|again|now|each|in principle|by all|by (?:a )?majority|were|had|has|have|in full) )*"
)
_AGREE = (
    r"(?:agreed?|agrees|resolved?|resolves|decided?|decides|determined|voted|opted|elected|chose|(?:were|was) content|"
    r"(?:were|was) minded (?=to))"
)
_DO = (
    r"(?:approved?|approves|adopted|adopts|accepted|accepts|endorsed|endorses|ratified|confirmed|supported|supports|rejected|refused|"
    r"declined|deferred|referred|appointed|authori[sz]ed|delegated|granted|awarded|nominated|co-?opted|received|noted|"
    r"took no (?:further )?action|did not (?:approve|agree|accept|adopt|support|endorse))"
)
DONE = (
    r"(?:approved|adopted|accepted|agreed|endorsed|ratified|confirmed|supported|rejected|refused|declined|deferred|referred|"
    r"appointed|elected|re-?elected|co-?opted|nominated|chosen as|authori[sz]ed|granted|awarded|carried|passed|received|noted|signed|taken as read|withdrawn|established|set up|thanked)"
)


def _form(name: str, pattern: str, example: str) -> Form:
    return Form(name, re.compile(pattern, re.I), example, NOTHING_DECIDED)


# In the order in which they are tried; `text` of a match is what was decided.
TOLD = (
    _form(
        "application and answer",
        r"^\W*(?P<text>(?:[A-Z]{1,4}/)?\d{2,4}/\d{3,6}\S*\s.{3,200}?[:–—-]\s*(?:no (?:objections?|comments?|observations)|"
        r"(?:recommend\w* )?(?:approval|refusal|approved?|refused?|support\w*|object\w*|deferred|withdrawn|granted)\b.*)\W*)$",
        "31/0021/F Loft at 4 Mill Yard: recommend refusal on the ground of noise.",
    ),
    _form(
        "it was agreed",
        rf"^(?:.{{0,200}}?\b)?(?P<text>it (?:was|is|has been) (?:(?:\w+ly|also|then|therefore|further) )*{_AGREE}\b.*)$",
        "After a discussion it was agreed the swing would be mended.",
    ),
    _form(
        "consensus",
        rf"^(?P<text>\W*(?:it was (?:by |the )?(?:general |unanimous )?consensus\b|by (?:general |unanimous )?consensus\b|"
        rf"(?:the )?consensus (?:of|among) {_BODY} was\b).*)$",
        "It was the consensus of the Board to put the hearing off to June.",
    ),
    _form(
        "body agreed",
        rf"^(?P<text>(?:.{{0,240}}?(?:[,;:–-] ?|\b(?:and|so|therefore|but) ))??\W*{_BODY},? {_ADV}{_AGREE}\b.*)$",
        "The swing was looked at, the Councillors resolved to mend it.",
    ),
    _form(
        "body did",
        rf"^\W*(?P<text>(?:.{{0,120}}?[,;] )?{_BODY} {_ADV}(?:\w+ed and )?{_DO}\b.*)$",
        "The Board accepted the terms.",
    ),
    _form(
        "in agreement",
        rf"^(?P<text>.*\b{_BODY} (?:was|were) (?:all )?(?:in )?(?:full|unanimous|general|complete)? ?(?:agreement|favour)\b.*)$",
        "The Board were all in agreement with this proposal.",
    ),
    _form(
        "decision made",
        r"^(?P<text>\W*(?:a |the )?decision (?:was |has been )?(?:also )?(?:made|taken|reached)\b.*)$",
        "Decision made that the hall be let.",
    ),
    _form(
        "for payment",
        r"^(?P<text>.*\b(?:passed|approved|accepted|agreed|authori[sz]ed) for payment\b.*)$",
        "The following were passed for payment:",
    ),
    _form(
        "all agreed",
        r"^(?P<text>.*(?:^|[\s,;–-])(?:all|unanimously|everyone|this was|which was|and was)(?: (?:members|councillors|present))?(?: were| was)? "
        r"(?:unanimously )?(?:agreed|approved|accepted|in favour|supported|carried)\b.*)$",
        "The notice was read out, which was agreed.",
    ),
    _form(
        "moved and seconded",
        r"^(?P<text>(?!\W*(?:proposed|moved)\b(?: by|:))"
        r".*\b(?:proposed|moved|prop\.?)\b.{0,160}?\bsecond(?:ed|er|s)?\b.*)$",
        "Cllr Ash proposed the payments, Cllr Elm seconded.",
    ),
    _form(
        "no objection",
        r"^(?P<text>.*\bno ?(?:objections?|observations)\b.*)$",
        "The Council had no objections or comments.",
    ),
    _form(
        "short note",
        r"^(?P<text>\W*(?!and\b)(?:[\w’'.]+ ){1,5}(?:approved|elected|re-elected|accepted|adopted|appointed|agreed|ratified) "
        r"(?:as|en bloc|and signed|unopposed|until|subject to|without|unanimously)\b.*)$",
        "Mrs Tarn elected unopposed until May.",
    ),
    _form(
        "said at the end",
        r"^(?P<text>.{8,}[:–—-]\s*(?:agreed|approved|noted|supported|adopted|accepted|no comments?|no objections?)\W*)$",
        "Letter from the scouts asking for the field: agreed",
    ),
    _form(
        "voted",
        r"^(?P<text>.*\b(?:voted (?:in|down|through)|(?:voted (?:up)?on|put to the vote) and (?:carried|agreed|approved|adopted|passed)|"
        r"nem\.? ?con|by consensus|put to (?:a|the) vote\b.*\b(?:for|against)|(?:carried|agreed|approved) by \w+ votes?)\b.*)$",
        "Miss Ash was voted in as a trustee, nem con.",
    ),
    _form(
        "advice on planning",
        r"^\W*(?P<text>(?:(?:the )?(?:parish |town |community )?council )?recommends? (?:approval|refusal)\b.*)$",
        "Recommend APPROVAL subject to a hedge.",
    ),
    _form(
        "objects",
        r"^(?:[^.]{0,160}[–—:-]\s*)?\W*(?P<text>(?:(?:the )?(?:parish |town |community )?(?:council|meeting)|members|councillors) "
        r"(?:strongly |unanimously )?(?:objects?|objected|supports?|supported)\b(?:\W*$|:| to\b| on\b| as\b| because\b).*)$",
        "Council objects: the lane is too narrow.",
    ),
    # the word that announces is lost, or was never there: a sentence that only says what is to be
    _form(
        "that be",
        r"^\W*(?P<text>that\b(?! (?:was|is|were|would|said|had|this|it is|he|she)\b)(?! .{0,80}\bbe (?:asked|able)\b.{0,10}\?)"
        r".{3,400}?\b(?:be|notes?|agrees?|approves?|endorses?|supports?|adopts?|receives?|recommends?|delegates?)\b.*)$",
        "That the report be noted.",
    ),
    _form(
        "to grant",
        r"^\W*(?P<text>(?-i:To (?:GRANT|REFUSE|APPROVE|DEFER|REJECT|DELEGATE|ADOPT|NOTE|AGREE|ENDORSE)\b).*)$",
        "To REFUSE the application for the following reason:",
    ),
    _form(
        "put off",
        r"^(?P<text>.*\b(?:(?:was|were|is|be) (?:moved|put off|put back|held over|carried (?:over|forward)|continued|pulled|adjourned|postponed|left)"
        r" (?:to|till|until|from)|(?:left|put off|held over) (?:till|until|to))\b.*)$",
        "This item was moved to the meeting of October.",
    ),
    _form(
        "put off at the end",
        r"^(?P<text>.{8,160}?\s[–—-]\s(?:carried over|held over|put off|left|deferred|postponed|adjourned) (?:to|till|until|for|pending)\b.*)$",
        "Prices for the wall - carried over to May as only one had come",
    ),
    _form(
        "noun and participle",
        r"^(?P<text>\W*(?!(?:and|he|she|they|who|which|it|we)\b)"
        r"(?:(?!(?:none|nothing|nil|no|was|were|is|are|has|have|had|been|be|yet|cllr|councillor|mr|mrs|ms|dr)\b)[\w’'./-]+ ){1,8}?"
        r"(?:approved|noted|adopted|ratified|endorsed|agreed|deferred(?: (?:to|until|till) [\w ]{3,30})?)\W*)$",
        "Grants as listed at Appendix C approved",
    ),
    _form(
        "vote on",
        r"^\W*(?P<text>vote (?:was )?(?:taken )?on .{4,240}?:\s*(?:yes|for|in favou?r|ayes?)\W{0,3}\d.*)$",
        "Vote on mending the gate: yes 5 no 1",
    ),
    _form(
        "done first",
        rf"^\W*(?P<text>(?:unanimously )?(?!signed){DONE}\b(?! (?:by|a|an|that)\b).{{3,}})$",
        "Adopted with the numbers put right.",
    ),
    _form("one word", rf"^\W*(?P<text>(?:{DONE}|no action|no comments?)\W*)$", "Supported."),
    _form(
        "done",
        rf"^(?P<text>.*\b(?:was|were|is|are|be|been)(?:, (?:on|under|by|with|in|at) [^,]{{3,80}},)? {_ADV}(?:\w+ (?:and|&) )?{DONE}\b.*)$",
        "The plan was reviewed and accepted.",
    ),
)
# The forms that decide wherever minutes have no special word for it
SURE = frozenset(
    (
        "it was agreed",
        "consensus",
        "body agreed",
        "in agreement",
        "decision made",
        "for payment",
        "all agreed",
        "no objection",
        "body did",
        "said at the end",
        "vote on",
        "put off at the end",
        "short note",
        "voted",
        "advice on planning",
        "that be",
        "to grant",
    )
)
# What only looks like a decision: history, what others did, hopes, questions
NOT_TOLD = re.compile(
    rf"^\W*(?:in|last) (?:early |late )?(?:{MONTHS}|(?:19|20)\d\d)\b|^\W*at (?:its|their|the|an?) [\w ]{{0,30}}meeting\b|"
    r"\?\W*$|^\W*(?:\(\d+\) )?the (?:amendment|motion|proposal) was (?:then )?put\b|^\W*signed\b|^\W*on \d{1,2} \w+ "
    r"|\bhad (?:all |unanimously |also )?(?:agreed|resolved|decided|approved|voted|granted|refused|rejected)\b"
    r"|\bin (?:19|20)\d\d,? (?:the )?[\w ]{0,30}(?:agreed|resolved|decided)|\b(?:agreed|resolved|decided) in (?:19|20)\d\d"
    r"|\breport (?:recommends?|asks?|proposes?)\b"
    r"|\b(?:had|has|have) (?:already |previously |since )?been (?:agreed|decided|resolved|approved|granted|refused|permitted|rejected)\b|\bpreviously agreed\b"
    r"|\b(?:agreed|decided|resolved|approved|discussed) (?:at|by|in) (?:the |a |an |our )?(?:last|previous|recent|\w+ )?(?:\w+ )?(?:committee|council|annual|agm|meeting of|\w+ meeting)\b"
    r"|\bat (?:that|the (?:last|previous)) meeting\b|\bminute \d+ refers\b|\b(?:if|once|when|until|unless|before|whether|not yet|to be|should be|could be|would be|can be)"
    r" (?:it (?:is|was) |this (?:is|was) )?(?:formally )?(?:agreed|approved|decided|resolved|accepted)\b"
    r"|\b(?:noted|recognised|acknowledged) that\b|\bapologies\b|\bdeclar(?:ed|ations?)\b|\bagreed with (?:the (?:speaker|member|comments?)|(?:mr|mrs|ms|dr|cllr|councillor)\b)"
    r"|\b(?:had|has|have) (?:also |now |just |recently )?received\b(?!.*\b(?:proposed|seconded|in favour|agreed|approved|resolved)\b)"
    r"|\basked (?:the )?(?:board|council|committee|members|trustees|governors|councillors) to (?:accept|approve|agree|endorse|adopt|note|"
    r"consider)\b(?!.*\b(?:was|were) (?:agreed|approved|accepted)\b)"
    r"|\b(?:meeting (?:was )?(?:closed|ended|concluded|finished)|had advised)\b|^\W*(?:the )?minutes will be signed\b|\bwill (?:now )?be passed to\b"
    rf"|\bhopes?\b|\bwelcomed by\b|\breminded\b|\bagreed (?:last|in) (?:year|{MONTHS})\b",
    re.I,
)
# What is only the announcement of what follows it
LEAD_IN = re.compile(
    r"^it (?:was|is) (?:\w+ly |also |then |therefore |further )*(?:agreed|resolved|decided|determined)(?: by [\w ]{2,50}?)?(?:,[^,]{3,80},)?\s+"
    r"(?=that\b|to\b(?! (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b))",
    re.I,
)
# "There was no objection" alone is no answer to an application
NOBODY_OBJECTED = re.compile(r"^\W*there (?:was|were|being) no objections?\W*$", re.I)
# A line that only points back to what stands before it
POINTS_BACK = re.compile(
    rf"^\W*(?:(?:and )?(?:this|these|which|both|all)(?: (?:was|were))?(?: (?:all|unanimously|then))* )?(?:{DONE}|no ?objections?(?: or comments?)?|no comments?|in favour|all in favour)"
    r"(?: (?:by|with) (?:the |all )?(?:\w+ ?){1,3})?\W*$",
    re.I,
)


def told(sentence: str) -> tuple[str, str]:
    """The name of the first form that a sentence has and what it says was decided; two empty strings for none."""
    return next(((f.name, m["text"]) for f in TOLD if (m := f.pattern.match(sentence))), ("", ""))
