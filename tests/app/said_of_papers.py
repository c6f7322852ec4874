"""Sentences about passages: true ones, restated from their own words, and false ones, with one thing of them swapped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.answers.citations import bare
from app.model.checks.outcomes import BEARS_OUT
from app.model.checks.support import statements
from app.model.prompts import Numbered
from corpus.papers import date_in_words

PROSE = re.compile(r"^\W*(?:\(?[\da-z.]{1,4}\)?\s+)?(?P<said>[A-Za-z].{35,300}[.;])$", re.S)
MONEY = re.compile(r"£\d+(?:,\d{3})*(?:\.\d+)?(?:m|bn|k)?\b")
SHARE = re.compile(r"\b\d+(?:\.\d+)?(?:%| per cent)")
COUNT = re.compile(r"(?<![\d£.,/:-])\d{1,3}(?:,\d{3})*(?![\d.,/:]*\d|%| per cent|[a-z])(?! (?:[JFMASOND][a-z]+))")
DAY = re.compile(
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: 20\d\d)?"
)
MONTH = re.compile(r"\b(?:January|February|March|April|June|July|August|September|October|November|December) 20\d\d")
PERSON = re.compile(
    r"(?:Councillor |Cllr |Dr |Mrs? )?(?:[A-Z][a-z]+(?:-[A-Z][a-z]+)?)(?: [A-Z][a-z]+(?:-[A-Z][a-z]+)?)+|(?:Councillor|Cllr) [A-Z][a-z]+"
)
BE = re.compile(r" (?:be|is|was|were|are) (?P<done>approved|agreed|noted|adopted|endorsed|deferred|rejected)\b")
VERB = re.compile(r"\b(?:is|was|were|are|would|will|has|have|had|could|should|may|must)\b(?! (?:not|no)\b)")
CLAUSE = re.compile(r"(?:, (?:which|and|but|because|as|so)|;| because| where| so that)\s.*$", re.S)
AT_THE_END = re.compile(
    r"^(?P<rest>.{25,}),? (?P<phrase>(?:on|in|by|from|until|at|since) [^,;.]*?\d[\d,.]*m?)[.;]$", re.S
)
OUTCOMES = "approved noted deferred rejected endorsed".split()
UNITS = {
    "weeks": "months", "months": "weeks", "days": "weeks", "years": "months", "hours": "minutes", "minutes": "hours",
    "per cent": "percentage points", "points": "per cent", "%": " percentage points", "people": "households",
    "m ": "bn ", "children": "households", "miles": "metres", "metres": "miles", "year": "month", "month": "week",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, how it was made, and the passage that it cites."""

    kind: str
    text: str
    cites: Numbered


def true_of(one: Numbered) -> Iterator[Said]:
    """Sentences that a passage bears out, by simple templates."""
    for piece in statements(one.passage.text):
        found = PROSE.match(piece)
        if found and not re.search(r"\b(?:be|Resolved|RESOLVED|Recommend)\b", piece):
            yield from _restated(one, " ".join(found["said"].split()))
    meeting = one.passage.section.meeting
    for limb in one.limbs:
        said = (
            " ".join(limb.text.split())
            .rstrip(" .;,")
            .removesuffix(" and")
            .rstrip(" .;,")
            .removeprefix("That ")
            .removeprefix("that ")
        )
        be = BE.search(said)
        if (
            be
            and be["done"] == limb.outcome
            and not re.search(r"[:;]|\bRESOLVED\b", said)
            and meeting.held_on
            and meeting.body
            and bare(limb.text) in bare(one.passage.text)
        ):
            body, day = f"the {meeting.body}", date_in_words(meeting.held_on)
            what, rest = said[: be.start()], said[be.end() :]
            what = what[0].lower() + what[1:] if not re.match(r"[A-Z]\w* [A-Z]|[A-Z]{2}", what) else what
            was = "were" if what.split()[0].endswith("s") else "was"
            yield Said("passive", f"{what[0].upper()}{what[1:]} {was} {be['done']} by {body} on {day}{rest}.", one)
            yield Said("active", f"On {day} {body} {be['done']} {what}{rest}.", one)


def _restated(one: Numbered, said: str) -> Iterator[Said]:
    end = said.rstrip(" .;")
    yield Said("verbatim", f"{end}.", one)
    yield Said("reported", f"The {one.passage.section.kind.value.replace('_', ' ')} said that {end}.", one)
    short = CLAUSE.sub("", end)
    if short != end and len(short) > 30 and VERB.search(short):
        yield Said("shortened", f"{short}.", one)
    if at_end := AT_THE_END.match(said):
        phrase, rest = at_end["phrase"], at_end["rest"]
        yield Said("reordered", f"{phrase[0].upper()}{phrase[1:]}, {rest.rstrip(',')}.", one)
    other = re.sub(r" per cent", "%", end)
    other = re.sub(r"£(\d{1,3}),(\d)00,000\b", r"£\1.\2m", other)
    other = re.sub(r"£(\d+\.\d+)m\b", lambda m: f"£{round(float(m[1]) * 1_000_000):,}", other)
    if other != end:
        yield Said("other figures", f"{other}.", one)


def lies_of(true: Said, given: Sequence[Numbered]) -> Iterator[Said]:
    """The same sentence made false: one thing swapped for another that stands in the passages too."""
    text, passage = true.text, true.cites.passage.text
    held = f"{passage}\n{true.cites.where}"
    for kind, form in (("sum", MONEY), ("share", SHARE), ("count", COUNT), ("day", DAY), ("month", MONTH)):
        yield from _swapped(kind, form, true, held)
        yield from _exchanged(f"{kind} for its neighbour", form, true)
    people = " ; ".join(PERSON.findall(passage))
    yield from _swapped("name", PERSON, true, people)
    yield from _exchanged("name for its neighbour", PERSON, true)
    for outcome in OUTCOMES:
        for was in OUTCOMES:
            if f" {was}" in text and was not in BEARS_OUT[outcome]:
                yield Said("outcome", text.replace(f" {was}", f" {outcome}"), true.cites)
    if verb := VERB.search(text):
        yield Said("denial", f"{text[: verb.end()]} not{text[verb.end() :]}", true.cites)
    if " not " in text:
        yield Said("denial", text.replace(" not ", " ", 1), true.cites)
    yield from _other_bodies(true, given)
    for unit, other in UNITS.items():
        for match in re.finditer(rf"(?<=\d){unit}|(?<=\w ){unit}(?!\w)", text):
            before = text[: match.start()].split()[-1] if text[: match.start()].split() else ""
            if re.search(r"\d$", before) or before in (
                "two",
                "three",
                "four",
                "six",
                "seven",
                "eight",
                "ten",
                "twelve",
                "eighteen",
            ):
                yield Said("unit", text[: match.start()] + other + text[match.end() :], true.cites)


def _swapped(kind: str, form: re.Pattern[str], true: Said, held: str) -> Iterator[Said]:
    there = list(dict.fromkeys(form.findall(held)))
    for match in form.finditer(true.text):
        for other in there:
            if bare(other) in bare(match[0]) or bare(match[0]) in bare(other):
                continue
            yield Said(kind, true.text[: match.start()] + other + true.text[match.end() :], true.cites)


def _exchanged(kind: str, form: re.Pattern[str], true: Said) -> Iterator[Said]:
    found = list(form.finditer(true.text))
    for first, second in pairwise(found):
        if bare(first[0]) == bare(second[0]) or re.fullmatch(
            r",? (?:and|or) |, ", true.text[first.end() : second.start()]
        ):
            continue
        text = true.text
        yield Said(
            kind,
            text[: first.start()] + second[0] + text[first.end() : second.start()] + first[0] + text[second.end() :],
            true.cites,
        )


def _other_bodies(true: Said, given: Sequence[Numbered]) -> Iterator[Said]:
    if true.kind not in ("passive", "active"):
        return
    meeting = true.cites.passage.section.meeting
    others = {one.passage.section.meeting.body for one in given} | set(BODY.findall(true.cites.passage.text))
    for body in sorted(others - {meeting.body, ""}):
        if body not in meeting.body and meeting.body not in body:
            yield Said("body", true.text.replace(f"the {meeting.body}", f"the {body}", 1), true.cites)
    for council in sorted({one.passage.section.meeting.organisation for one in given} - {meeting.organisation, ""}):
        yield Said("council", true.text.replace(meeting.body, f"{meeting.body} of {council}", 1), true.cites)


BODY = re.compile(r"(?:[A-Z][a-z]+ (?:and )?)+(?:Committee|Board|Panel|Forum|Council)\b")
