"""What a stretch of text is, by the manner in which it is written, whatever it or its file is called.

signs_of(lines)    -> the signs that minutes, agendas and reports leave in their sentences, each from 0 to 1
likely_kind(lines) -> the kind that a small fitted score finds, and how sure it is of it

The weights lie beside this file as plain JSON; `python -m bench.fit_manner` fits them again.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from indexer.forms.form import Form
from indexer.forms.papers.manners import NUMBERED_LINE, PAST_VERB, PRESENT_VERB, SIGNS, SOMEBODY_SPEAKS
from indexer.reading.lines import Line
from indexer.sections.boundaries import SectionKind

# Only this many characters are looked at; the rest is more of the same.
ENOUGH = 20_000
# A stretch with fewer words than this has no manner that could be judged.
MIN_WORDS = 12
WEIGHTS = Path(__file__).with_name("manner.json")

# Without any of these, a text in the past tense is a story and no meeting.
_OF_A_MEETING = ("people present", "apologies received", "minutes confirmed", "meeting closed", "decided")
_FULL = 3  # more than this many of one sign count no more


def signs_of(lines: Sequence[Line]) -> dict[str, float]:
    """The signs found in a stretch, each from 0 (not there) to 1."""
    written = [line.text.strip() for line in lines if line.text.strip()]
    text = "\n".join(written)[:ENOUGH]
    words = max(len(text.split()), 1)
    signs = {sign.name: _up_to(_FULL, sign, text) / _FULL for sign in SIGNS}
    past, present = len(PAST_VERB.findall(text)), len(PRESENT_VERB.findall(text))
    signs["told in the past"] = past / (past + present + 2)
    signs["past verbs"] = min(1.0, past / words * 15)
    signs["somebody speaks"] = min(1.0, len(SOMEBODY_SPEAKS.findall(text)) / words * 40)
    signs["numbered lines"] = sum(bool(NUMBERED_LINE.match(line)) for line in written) / max(len(written), 1)
    signs["length"] = min(1.0, math.log10(words) / 4)
    signs["words a line"] = min(1.0, words / max(len(written), 1) / 20)
    return signs


def _up_to(most: int, pattern: Form, text: str) -> int:
    """How often a pattern is found in a text, counted no further than `most`."""
    found = 0
    for _ in pattern.finditer(text):
        found += 1
        if found == most:
            break
    return found


def likely_kind(lines: Sequence[Line]) -> tuple[SectionKind, float]:
    """The kind that the signs of a stretch speak for and the probability of it; UNKNOWN for a few words."""
    if sum(len(line.text.split()) for line in lines[:200]) < MIN_WORDS:
        return SectionKind.UNKNOWN, 1.0
    weights, signs = _weights(), signs_of(lines)
    sums = {kind: of["always"] + sum(of[name] * value for name, value in signs.items()) for kind, of in weights.items()}
    top = max(sums.values())
    shares = {kind: math.exp(value - top) for kind, value in sums.items()}
    best = max(shares, key=lambda kind: shares[kind])
    if best == SectionKind.MINUTES and not any(signs[name] for name in _OF_A_MEETING):
        return SectionKind.UNKNOWN, shares[best] / sum(shares.values())
    return SectionKind(best), shares[best] / sum(shares.values())


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    """The fitted weights: kind -> sign -> weight."""
    weights: Mapping[str, Mapping[str, float]] = json.loads(WEIGHTS.read_text(encoding="utf-8"))["weights"]
    return weights
