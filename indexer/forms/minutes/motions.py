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
