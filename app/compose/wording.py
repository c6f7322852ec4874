"""Draft: an answer before its proof - statements in plain words, each with the evidence it rests on."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.compose.evidence import Evidence
from indexer.passages import Passage
from indexer.sections import Section, SectionKind


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of our own, then the quote it rests on; without evidence it may say nothing about the papers.

    Words of its own open a paragraph, unless it `joins` that of the statement before.
    """

    text: str
    evidence: Evidence | None = None
    joins: bool = False


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


def whose(section: Section) -> str:
    """The body with its organisation in front, where the body's name does not hold it already."""
    meeting = section.meeting
    if meeting.organisation and meeting.body == "Council":
        return meeting.organisation
    if meeting.organisation and meeting.body and meeting.organisation.lower() not in meeting.body.lower():
        return f"{meeting.organisation} {meeting.body}"
    return meeting.body or meeting.organisation or "body"


def counted(number: int, one: str, more: str = "") -> str:
    """A number with its noun: "one action", "4 actions"."""
    return f"one {one}" if number == 1 else f"{number} {more or one + 's'}"


def place(passage: Passage, before: Passage | None = None) -> str:
    """Where a passage stands, in a phrase: whose meeting, when, which part of the papers; less of it after another."""
    section = passage.section
    kind = KIND_IN_WORDS.get(section.kind, "paper")
    word = "minute" if section.kind is SectionKind.MINUTES else "item"
    part = f"{kind}, {word} {passage.item}" if passage.item else kind
    names = []
    if before is None or whose(before.section) != whose(section):
        names.append(whose(section))
    if section.meeting.held_on and (
        names or before is None or before.section.meeting.held_on != section.meeting.held_on
    ):
        names.append(date_in_words(section.meeting.held_on))
    phrase = f"{', '.join(names)} ({part})" if names else part
    return phrase[:1].upper() + phrase[1:]


def placed(pieces: Sequence[Evidence], before: Evidence | None = None) -> tuple[Statement, ...]:
    """The pieces as statements, each under its place; a place is named once for the pieces that follow each other."""
    statements = []
    for piece in pieces:
        last = before.passage if before else None
        same = last is not None and (last.section, last.item) == (piece.passage.section, piece.passage.item)
        statements.append(Statement("" if same else f"{place(piece.passage, last)}:", piece))
        before = piece
    return tuple(statements)


def with_replaced(draft: Draft, superseded: Collection[Section]) -> Draft:
    """The draft with a word at each quote from a paper that another one has replaced."""
    statements = (
        replace(said, text=f"{said.text[:-1]} – since replaced:")
        if said.evidence and said.evidence.passage.section in superseded and said.text.endswith(":")
        else said
        for said in draft.statements
    )
    return replace(draft, statements=tuple(statements))


def tidy(quote: str) -> str:
    """The quote as a reader wants to see it: no markup, no leading bullet, white space made single."""
    plain = re.sub(r"<[^<>]{1,40}>|\*{1,3}|^\s*(?:[•▪‣◦●○■□]|-\s|#+\s)", " ", quote)
    return re.sub(r"\s+", " ", plain).strip()
