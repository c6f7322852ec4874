"""Sentences of a passage: verbatim pieces, none cut after a title or an abbreviation."""

from __future__ import annotations

import re

import sentencex

from indexer.reading.superscripts import RAISED

# The splitter ends a sentence after these, which in board papers are followed by a name or a figure.
GOES_ON = re.compile(
    r"(?:\b(?:Cllrs?|Councillors?|Ald|Rt|Hon|approx|para|paras|no|nos|p|pp|ref|cf|viz|St|Rd|incl|inc|est)\.|"
    r"\b[A-Z]\.)\s*$"
)
# A numbered or lettered limb opens a statement of its own even where no full stop stands before it.
OPENS = re.compile(r"(?<=[.;:])\s+(?=(?:\(?(?:[ivx]{1,4}|[a-h]|\d{1,2})\)|\d{1,2}\.\d{1,2}|[•▪‣◦])\s+[A-Z“\"'])")


def sentences(text: str) -> list[str]:
    """The sentences of `text` in order, verbatim but for white space at their ends; lines are kept apart."""
    found: list[str] = []
    for block in text.split("\n"):
        found += _of_block(block)
    return found


def _of_block(block: str) -> list[str]:
    pieces: list[str] = []
    for piece in sentencex.segment("en", block):
        note = RAISED.match(piece)
        if pieces and note:  # the number of a footnote belongs to the sentence that it stands behind
            pieces[-1] += note[0]
            piece = piece[note.end() :]
        if pieces and GOES_ON.search(pieces[-1]):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    limbs = [limb for piece in pieces for limb in OPENS.split(piece)]
    return [limb.strip() for limb in limbs if limb.strip()]
