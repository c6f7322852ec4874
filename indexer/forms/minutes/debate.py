"""How minutes report the course of a debate: who moved what, and what became of it."""

from __future__ import annotations

import re

from indexer.forms.form import cased, form

_NAME = (
    r"(?:(?:[Tt]he )?(?:(?:Deputy |Vice[ -])?(?:Leader|Mayor|Provost|Convener|President|Chair(?:man|person|woman)?)"
    r"(?: of the (?:Council|Committee|Board))?|(?:(?:Councillor|Cllr|Alderman|Bailie|Mr|Mrs|Ms|Miss|Dr|Sir|Prof|"
    r"Trustee|Director|Commissioner)\.?\s)?"
    r"[A-Z](?:[\w’'-]|\.(?=\s?[A-Z]))*(?:\s(?!(?:That|The|THAT)\b)[A-Z](?:[\w’'.-])*){0,3}))"
)

_MOVED = r"(?:moved|proposed|put forward|submitted|MOVED|PROPOSED)"

_SECONDED = r"(?:seconded|supported|SECONDED)"

# Who moves, and who seconds, in the shapes in which minutes say so; `rest` holds the words or opens them.
SHAPES = (
    cased(
        "shapes 1",
        rf"^\W*(?:\w[^.:;]{{0,80}}, )??(?P<mover>{_NAME}),? (?:then |also |duly )?{_MOVED},?(?: and)? "
        rf"(?P<seconder>{_NAME}) (?:duly )?{_SECONDED}(?P<rest>.*)$",
        "Councillor Ash moved and Councillor Elm seconded that the gate be mended",
        "Councillor Ash spoke and Councillor Elm seconded him",
    ),
    cased(
        "shapes 2",
        rf"^\W*(?P<mover>{_NAME}),? {_SECONDED} by (?P<seconder>{_NAME}),? {_MOVED}(?P<rest>.*)$",
        "Councillor Ash, seconded by Councillor Elm, moved that the gate be mended",
        "Councillor Ash and Councillor Elm wished the gate mended",
    ),
    cased(
        "shapes 3",
        rf"^\W*(?:\w[^.:;]{{0,80}}, )??(?P<mover>{_NAME}) (?:then |also |duly )?{_MOVED}(?P<what>[^.:;“\"]{{0,60}}?),? "
        rf"(?:which was |and |and it was )?{_SECONDED} by (?P<seconder>{_NAME})(?P<rest>.*)$",
        "Councillor Ash moved an amendment, seconded by Councillor Elm, that it be painted",
        "Councillor Ash spoke to the amendment of Councillor Elm",
    ),
    cased(
        "shapes 4",
        rf"^\W*(?:[Ii]t was (?:then |further |also )?)?(?:[Pp]roposed|[Mm]oved|MOVED|PROPOSED)(?: by)?:?\s+(?P<mover>{_NAME})[,;]?\s+(?:and "
        rf")?{_SECONDED}(?: by)?:?\s+(?P<seconder>{_NAME})"
        r"(?P<rest>.*)$",
        "It was moved by Councillor Ash and seconded by Councillor Elm that the gate be mended",
        "It was said by Councillor Ash that the gate be mended",
        re.M,
    ),
    cased(
        "shapes 5",
        rf"^\W*(?P<mover>{_NAME}) {_MOVED}:\s*(?P<rest>[“\"'].*[”\"'])\W*(?P<seconder>{_NAME}) (?:duly "
        rf")?{_SECONDED}\W*$",
        "Mr Ash proposed: “That the gate be mended.” Mrs Elm seconded",
        "Mr Ash said: “The gate is broken.” Mrs Elm nodded",
    ),
    cased(
        "shapes 6",
        rf"^\W*[Mm]oved by (?P<mover>{_NAME})(?P<rest>,? (?:that|to)\b.*)$",
        "Moved by Mr Ash, that the gate be mended",
        "Mr Ash was moved by the letter",
    ),
    cased(
        "shapes 7",
        rf"^\W*M\s?/\s?S:?\s+(?P<mover>{_NAME})\s?/\s?(?P<seconder>{_NAME})(?P<rest>.*)$",
        "M/S: Ash/Elm to approve the minutes",
        "Ash and Elm approved the minutes",
    ),
    cased(
        "shapes 8",
        rf"^\W*(?:\w[^.:;]{{0,80}}, )??(?P<mover>{_NAME}) (?:then |also )?{_MOVED}(?P<rest>,? (?:and it was seconded,? |(?:duly |which was (?:duly )?)seconded,? "
        rf")?(?::\s*[“\"'](?=That\b)|that|to|(?:as )?an? (?:further )?amendment|the following)\b.*)$",
        "Mrs Tarn proposed that the slip be relaid in oak.",
        "Mrs Tarn asked that the slip be relaid in oak.",
    ),
)

AMENDS = form(
    "amends",
    r"\bamendment\b",
    "moved as an amendment",
    "moved as a motion",
)

# A move about the meeting itself
PROCEDURAL = form(
    "procedural",
    r"\b(?:the question be (?:now )?put|standing orders? .{0,30}\bsuspended|suspen(?:d|sion of) standing orders?|"
    r"meeting be (?:extended|adjourned)|"
    r"extend the meeting|next business|closure motion|the vote be (?:now )?taken|order of business)\b",
    "that the question be now put",
    "that the question be answered in writing",
)

# What stands between the names and the words that were moved
OPENS = form(
    "opens",
    r"^[\s,:]*(?:(?:which was |and it was )?(?:duly )?seconded,? )?(?:(?:as )?an? (?:further |second |third )?amendment|the following(?: (?:further )?(?:motion|amendment|"
    r"words))?|the (?:motion|recommendations?)|a motion)?"
    r"[\s,:–-]*(?:(?:that|to the effect) (?=[“\"])|that:)?\s*",
    "the following amendment: that the gate be painted",
    "",
)

_PUTS = (
    r"(?:was |were |is |be |being )?(?:then |duly |accordingly |therefore |thereupon )*(?:put(?: to the (?:vote|"
    r"meeting))?|voted (?:up)?on)?"
)

_FATE = (
    r"(?P<fate>carried|lost|defeated|agreed|passed|failed|rejected|approved|adopted|accepted|not carried|not "
    r"agreed|NOT CARRIED|fell|died|withdrawn|negatived)"
)

RESULTS = (
    # "Amendment lost.", "Motion carried unanimously."
    form(
        "results 1",
        rf"^\W*(?:the )?(?P<what>(?:\w+ )?(?:amendment|motion|proposal|proposition))s?\W*(?:was |were |is )?{_FATE}\b",
        "Motion lost (9 for, 17 against, 2 abstentions).",
        "Kingsmill Baths: outcome of consultation (Pages 37 - 39)",
    ),
    # "The amendment was put to the vote and declared lost", "the motion was put: 8 for, 1 against, and declared
    # carried"
    form(
        "results 2",
        rf"\b(?P<what>amendment|motion|proposal)\b[^.]{{0,60}}?\b{_PUTS}[^.]{{0,120}}?\b(?:and (?:was )?(?:declared )?|"
        rf"declared (?:to be )?|which was |was (?:declared )?(?:to be )?|then ){_FATE}\b",
        "The motion was declared CARRIED by 3 votes to 1.",
        "Moved by Cr Ash, seconded by Cr Elm, That matter",
    ),
    form(
        "results 3",
        rf"^\W*{_FATE}\b(?: unanimously| by .{{3,40}}|\W+\d[^a-z]{{0,12}}|\W+\d{{1,3}} for\b.{{0,40}})?\W*$(?P<what>)",
        "Carried by 8 votes to 2.",
        "The tray was carried by the clerk",
    ),
    form(
        "results 4",
        rf"\bthe (?P<what>motion|amendment|proposal) (?:was )?{_FATE}\b",
        "Upon being put to the vote, the motion was LOST.",
        "The substantive motion was then put and, on a recorded vote:",
    ),
    # "this was not agreed", "so it did not pass", "the Chair declared it carried", "Mr Ash withdrew the motion"
    form(
        "results 5",
        r"\b(?P<what>)(?:this|it|which|that|so) (?:was |is )?(?:then )?(?P<fate>not (?:agreed|carried|supported|accepted|passed)|"
        r"did not (?:pass|carry))\b",
        "put to the vote, this was not agreed",
        "put to the vote, this was clear",
    ),
    # "be cut by £40: 3 for, 4 against: amendment lost"
    form(
        "results 6",
        rf"[:;,–-]\s+(?P<what>motion|amendment|proposal)\s+{_FATE}\b",
        "be cut by £40: 3 for, 4 against: amendment lost",
        "the amendment to cut it by £40",
    ),
    form(
        "results 7",
        rf"\b(?P<what>)declared (?:it|this) (?:to (?:be|have been) )?{_FATE}\b",
        "The Chair declared it carried.",
        "The Chair said that it was late.",
    ),
    form(
        "results 8",
        r"\b(?P<fate>withdrew) (?:the|his|her|their|this|that|its) (?:\w+ )?(?P<what>motion|amendment|proposal)\b",
        "Councillor Pym withdrew the motion with the leave of the Council.",
        "The lamp on the north mole failed twice in the winter gales.",
    ),
    form(
        "results 9",
        r"\bthe (?P<what>motion|amendment|proposal) (?:was |stood |be )(?P<fate>referred|remitted)\b",
        "The Chair ruled that the motion was referred to the Executive under Standing Order 5 without debate.",
        "Councillor Tranter asked that it be recorded that he did not agree with limb 3.",
    ),
    # an amendment that the mover takes into the motion is not voted on
    form(
        "results 10",
        rf"^\W*(?P<what>)(?:this|it|which) was (?P<fate>accepted) by (?:the mover|{_NAME}) "
        r"(?:with the (?:consent|agreement)|and (?:became|formed|was|so became)|as (?:an?|part)\b).*$",
        "This was accepted by the mover with the consent of the seconder.",
        "This was accepted by Mr Ash as he had no choice.",
    ),
)

# "the amendment was carried and the motion fell": what one sentence says of two things
ALSO = form(
    "also",
    rf"\band (?:so )?the (?P<what>motion|amendment) (?:was |therefore )*(?:declared )?{_FATE}\b",
    "the amendment was carried and the motion fell",
    "the amendment was carried",
)

# "the recommendations, which were:" over them
WHICH = form(
    "which",
    r"^\W*(?:which|that) (?:was|were|read|reads)(?: as follows)?\W*$",
    "which were:",
    "which members read:",
)

TURN = cased(
    "turn",
    r"\s*[:;,]\s*\(?\d{1,3} (?:votes? )?(?:for|in favou?r)\b.*$|[;,] (?:there was|there were|but|and|this|it|which|so)\b[^;]*$|[;,]\s*$",
    "that the slip be sold; there was no seconder and",
    "that the slip be sold",
)

# "For (19) Against (44) Abstain (2)" in front of what became of it
COUNTS = form(
    "counts",
    r"^(?:\W*(?:for|against|abst\w+|ayes?|noes?|nays?)\W{0,3}\d{1,3}\W*)+(?=[a-z])",
    "For (19) Against (44) the amendment was lost",
    "the amendment was lost",
)

# Without one of these words a sentence says neither what became of something nor that somebody moved it
FATE_WORD = form(
    "fate word",
    r"carried|lost|defeated|agreed|passed|failed|rejected|approved|adopted|accepted|fell|died|withdr[ae]w|negatived|not pass|not carry|referred|remitted",
    "the motion was carried",
    "the motion was discussed",
)

MOVE_WORD = form(
    "move word",
    r"moved|proposed|put forward|submitted|M\s?/\s?S",
    "Mrs Elm moved that",
    "Mrs Elm said that",
)

# Ayes 4, Noes 0: more for than against settles it where no word does
COUNTED = form(
    "counted",
    r"^\W*(?:votes?:?\W+)?(?:ayes?|yeas?|yes|for|in favou?r)\W{0,3}(?P<ayes>\d{1,3})\W+(?:(?:noes?|nays?|no|against)\W{0,3}(?P<noes>\d{1,3}))?",
    "Ayes 4, Noes 0",
    "Nobody counted",
)

LOST = form(
    "lost",
    r"^(?:lost|defeated|failed|rejected|not |did not|fell|died|negatived)",
    "not carried",
    "carried",
)

OPENS_WITH_THAT = form(
    "opens with that",
    r"\W*that\b",
    "“That the gate be mended”",
    "The gate was mended",
)
