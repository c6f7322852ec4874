"""How reports ask a body to do something."""

from __future__ import annotations

from indexer.forms.form import cased, form

HEADING = form(
    "heading",
    r"^\W*(?:recommendations?|recommended|proposals? to the \w+|decisions? (?:required|sought|requested)|"
    r"what (?:the )?\w+ is asked to do)(?:\s*\(s\))?\W*(?P<rest>.*)$",
    "RECOMMENDATIONS",
    "The chair recommended it",
)

# "Recommendation(s): Cabinet is asked to NOTE ...", "It is recommended that the Board approve ..."
ASKED = form(
    "asked",
    r"^\W*+(?:(?:it is|is) (?:therefore )?recommended\b|(?:that )?(?:the )?(?:[\w’'&-]{1,40} ){0,6}?(?:board|"
    r"committee|cabinet|council|panel|partnership|executive|members|meeting|group|forum|authority) "
    r"(?:is|are) (?:asked|requested|recommended|invited|therefore asked)\b|that (?:the )?(?:board|"
    r"committee|cabinet|council|panel|partnership|executive)\b)",
    "The Board is asked to note the report",
    "The Board noted the report",
)

# A report without the heading asks in a sentence
RECOMMENDS = form(
    "recommends",
    r"^.{0,60}\b(?:recommends?(?: also)? that|(?:we|i) ask (?:the|that)\b)",
    "The report recommends that the mast be approved.",
    "that the report be held over to December.",
)

STEM = form(
    "stem",
    r"(?:[:–—-]|\bto|\bthat|\bthat (?:the )?\w+)\s*$",
    "The Board is asked to:",
    "The Board noted the report",
)

NEXT_CHAPTER = form(
    "next chapter",
    r"^\W*(?:reasons?|background|introduction|financial|legal|risk|consultation|contact|appendi|summary|"
    r"purpose|executive|options|implications|report|attached|conclusions?|equalit)\b",
    "Contact officer: Ada Birch",
    "to contact the officer",
)

DECISION_HEADING = form(
    "decision heading",
    r"^\W*(?:proposed )?decision\s*(?::\W*(?P<rest>.*)|$)",
    "Proposed decision: that the gate be mended",
    "The decision of May",
)

OPENS_WITH_THAT = form(
    "opens with that",
    r"^\W*that\b",
    "That the gate be mended",
    "The gate be mended",
)

OPENS_REQUEST = form(
    "opens request",
    r"^\W*(?:to |that |note|agree|approve|endorse|receive)",
    "To note the report",
    "The report is long",
)

# "Recommendation(s): that ..."
BEHIND_HEADING = cased("behind the heading", r"^(?:\(s\))?\W*", "(s): that the mast be approved", "")
