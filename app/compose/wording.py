"""Draft: an answer before its proof - statements in plain words, each with the evidence it rests on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from app.compose.evidence import Evidence
from indexer.passages import Passage
from indexer.sections import SectionKind


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of our own, then the quote it rests on; without evidence it may say nothing about the papers."""

    text: str
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """The statements of an answer in order; `kind` as in Answer."""

    kind: str
    answered: bool
    statements: tuple[Statement, ...]
    notes: tuple[str, ...] = ()


KIND_IN_WORDS = {
    SectionKind.FRONT_SHEET: "agenda",
    SectionKind.MINUTES: "minutes",
    SectionKind.REPORT: "report",
    SectionKind.APPENDIX: "appendix",
    SectionKind.ACTION_LOG: "action log",
    SectionKind.FORWARD_PLAN: "forward plan",
    SectionKind.PRESENTATION: "presentation",
    SectionKind.DECISION_RECORD: "record of decision",
    SectionKind.PROPOSED_DECISION_RECORD: "proposed record of decision",
}


def date_in_words(day: date) -> str:
    """The date as British papers write it: 9 December 2013."""
    return f"{day.day} {day:%B %Y}"


def place(passage: Passage) -> str:
    """Where a passage stands, in a phrase: whose meeting, when, which part of the papers."""
    meeting = passage.section.meeting
    whose = meeting.body or meeting.organisation or "Papers"
    if meeting.organisation and meeting.body and meeting.organisation.lower() not in meeting.body.lower():
        whose = f"{meeting.organisation} {meeting.body}"
    held = f", {date_in_words(meeting.held_on)}" if meeting.held_on else ""
    kind = KIND_IN_WORDS.get(passage.section.kind, "paper")
    item = ""
    if passage.item:
        item = f" {passage.item}" if passage.section.kind is not SectionKind.MINUTES else f", minute {passage.item}"
    return f"{whose}{held} ({kind}{item if item.startswith(',') else ', item' + item if item else ''})"


def tidy(quote: str) -> str:
    """The quote as a reader wants to see it: no markup, no leading bullet, white space made single."""
    plain = re.sub(r"<[^<>]{1,40}>|\*{1,3}|^\s*(?:[•▪‣◦●○■□]|-\s|#+\s)", " ", quote)
    return re.sub(r"\s+", " ", plain).strip()
