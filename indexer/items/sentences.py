"""Sentences of a passage: verbatim pieces, none cut after a title or an abbreviation."""

from __future__ import annotations

import sentencex

from indexer.forms.lists.marks import ABBREVIATION, LIMB_INSIDE
from indexer.reading.superscripts import RAISED


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
        if pieces and ABBREVIATION.search(pieces[-1]):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    limbs = [limb for piece in pieces for limb in LIMB_INSIDE.split(piece)]
    return [limb.strip() for limb in limbs if limb.strip()]
