"""What a stretch of text is, by the manner in which it is written, whatever it or its file is called.

signs_of(lines)    -> the signs that minutes, agendas and reports leave in their sentences, each from 0 to 1
likely_kind(lines) -> the kind that a small fitted score finds, and how sure it is of it

The weights lie beside this file as plain JSON; `python -m bench.fit_manner` fits them again.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from indexer.reading.lines import Line
from indexer.sections.boundaries import SectionKind

# What stands further down than this many characters is more of the same.
ENOUGH = 20_000
# A stretch with fewer words than this has no manner that could be judged.
MIN_WORDS = 12
WEIGHTS = Path(__file__).with_name("manner.json")

# Signs that are there or not; three of a kind are as good as thirty. Each is looked for in the whole text, since some
# papers set a whole meeting in one paragraph and others break every sentence over two lines.
_SIGNS: Mapping[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.I | re.M)
    for name, pattern in {
        # "Present: Cllrs Ash and Elm", "In attendance", "Sederunt"
        "people present": r"(?:^|[.\t;] ?)\W*(?:\d{1,2}\W+)?(?:(?:members |councillors |those |also )?present|"
        r"(?:also,? )?in attendance|"
        r"attendance|attendees?|sederunt|roll call|committee members|substitutes?)\b(?: "
        r"were)?\W{0,3}(?:\([^)]*\))?\s*(?:[:–-]|$)",
        # "Apologies were received from Cllr Ash", "No apologies", "Apologies: Cllr Ash"
        "apologies received": r"\bapolog(?:y|ies)\b(?: for absence)?:?\s*(?:(?:were|was|had been|have been) )?"
        r"(?:received|given|accepted|submitted|intimated|noted|tendered|from\b|[-–:] ?[A-Z])|\bno apologies\b",
        # "The minutes of the meeting of 3 May were confirmed and signed"
        "minutes confirmed": r"\bminutes\b[^.]{0,200}?\b(?:were|was|be|had been|having been|as)\b[^.]{0,60}?"
        r"\b(?:agreed|approved|confirmed|signed|accepted|adopted|received|read|true|correct|accurate)\b|"
        r"\b(?:true|correct|accurate)(?: and \w+)? record\b[^.]{0,60}\b(?:proposed|agreed|approved|signed)",
        "meeting closed": r"\bmeeting (?:was )?(?:then )?(?:closed|ended|concluded|finished|adjourned|terminated|"
        r"rose)\b|"
        r"\bclosed the meeting\b|\bno (?:further|other) business\b[^.]{0,60}\b(?:closed|ended|adjourned|thanked)|"
        r"\bmeeting (?:was called|called) to order\b",
        # "RESOLVED", "it was agreed", "Proposed by Cllr Ash, seconded by Cllr Elm", "Carried."
        "decided": r"\bRESOLVED\b|\bAGREED\b|\bit was (?:unanimously )?(?:agreed|resolved|decided|noted)\b|"
        r"\b(?:councillors|members|the (?:board|committee|council|cabinet|panel)) (?:unanimously )?(?:agreed|resolved|"
        r"approved|noted)\b|"
        r"\bseconded\b|(?:^|[.\s])carried\b|\ball (?:were )?in favour\b|\bunanimous",
        # The label of saved web pages between what was asked and what was minuted
        "label minutes": r"^\W*minutes\s*:\W*$|^\W*decision\s*:\W*$",
        # "To receive apologies", "1. To approve the minutes"
        "business ahead": r"(?:^|[.)] |\t)\W*(?:\d{1,3}[.)]?\d?\W+)?to (?:receive|approve|consider|note|agree|confirm|"
        r"discuss|elect|review|"
        r"sign|adopt|appoint|resolve|determine|authorise|hear|accept|set|decide|inform|answer)\b",
        "invitation": r"\bsummon(?:s|ed)\b|\bnotice is (?:hereby )?given\b|\byou are (?:hereby )?(?:invited|requested|"
        r"summoned)\b|"
        r"\b(?:is|are) (?:asked|invited|requested|recommended) to\b|\bwill (?:be held|take place|meet)\b|\bdear "
        r"(?:member|councillor)",
        "pages given": r"\(pages? \d|\bpages? \d+ ?[-–] ?\d+\)|\bverbal\b|\bto follow\b|\benclosed\b|\battached\b",
        "report headings": r"^\W*(?:\d{1,2}\.?\d?\W+)?(?:recommendations?|background(?: papers?| documents?)?|purpose "
        r"of (?:the )?report|"
        r"(?:executive )?summary|(?:financial|legal|equalit\w+|resource|risk)\b[^.\n]{0,40}\bimplications?|"
        r"introduction|conclusions?|"
        r"contact officers?|report authors?|appendix\b[^.\n]{0,20}|consultation|options(?: considered)?|next "
        r"steps)\W*$|"
        r"^\W*(?:report (?:of|to|by|title)|subject|from|classification|wards?(?: affected)?)\s*:",
        "speaks as we": r"\b(?:we|our|us|I|you|your)\b",
    }.items()
}
# Without any of these, what is told in the past is a story and no meeting.
_OF_A_MEETING = ("people present", "apologies received", "minutes confirmed", "meeting closed", "decided")
_FULL = 3  # this many of a sign are as many as there can be
_PAST = re.compile(
    r"\b(?:was|were|had|did|said|told|asked|advised|reported|explained|thanked|noted|agreed|resolved|proposed|"
    r"stated|confirmed|welcomed|felt|gave|informed|suggested|moved|discussed|presented|received|declared|reminded|"
    r"expressed|raised|updated|highlighted|attended|commented)\b",
    re.I,
)
_PRESENT = re.compile(
    r"\b(?:is|are|will|has|have|can|should|must|may|shall|needs?|includes?|provides?|sets out|shows?)\b", re.I
)
_SPEAKS = re.compile(
    r"\b(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Dr|Chair(?:man|woman|person)?|Clerk|Mayor|Convener|Trustee|Director|"
    r"Member|Board|Committee|Council|[A-Z]{2,3}a?)\.?(?: [A-Z][\w.’'-]*){0,3} "
    r"(?:also |then |further )?(?:said|told|asked|advised|reported|explained|thanked|noted|agreed|proposed|stated|"
    r"confirmed|welcomed|felt|gave|informed|suggested|moved|declared|reminded|expressed|raised|updated|highlighted|"
    r"commented|led|introduced|had|was|were|requested|questioned|referred|responded|presented|called|stressed)\b"
)
_NUMBERED = re.compile(r"^\W*(?:item )?[A-Z]{0,4}\d{1,4}(?:[./]\d{1,4})*[.):]?\s+\W*[A-Za-z]")


def signs_of(lines: Sequence[Line]) -> dict[str, float]:
    """The signs found in a stretch, each from 0 (not there) to 1."""
    written = [line.text.strip() for line in lines if line.text.strip()]
    text = "\n".join(written)[:ENOUGH]
    words = max(len(text.split()), 1)
    signs = {name: _up_to(_FULL, pattern, text) / _FULL for name, pattern in _SIGNS.items()}
    past, present = len(_PAST.findall(text)), len(_PRESENT.findall(text))
    signs["told in the past"] = past / (past + present + 2)
    signs["past verbs"] = min(1.0, past / words * 15)
    signs["somebody speaks"] = min(1.0, len(_SPEAKS.findall(text)) / words * 40)
    signs["numbered lines"] = sum(bool(_NUMBERED.match(line)) for line in written) / max(len(written), 1)
    signs["length"] = min(1.0, math.log10(words) / 4)
    signs["words a line"] = min(1.0, words / max(len(written), 1) / 20)
    return signs


def _up_to(most: int, pattern: re.Pattern[str], text: str) -> int:
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
