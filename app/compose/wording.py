"""Draft: an answer before its proof - statements in plain words, each with its evidence."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from app.compose.evidence import Evidence
from corpus.papers import date_in_words
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind


@dataclass(frozen=True, slots=True)
class Statement:
    """Our own sentence, then the quote that supports it; without evidence it may say nothing about the papers.

    Its own words open a paragraph, unless it `joins` that of the statement before. `headline` is the answer in our
    own words; it takes the place of the text where each of its `spans` stands on the pages of the evidence.
    """

    text: str
    evidence: Evidence | None = None
    joins: bool = False
    headline: str = ""
    spans: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """The statements of an answer in order; `kind` as in Answer; `more` is what is shown only to who asks for more."""

    kind: str
    answered: bool
    statements: tuple[Statement, ...]
    more: tuple[Statement, ...] = ()

    @property
    def first_quote(self) -> Evidence | None:
        """The first quote; None where nothing is quoted."""
        return next((said.evidence for said in self.statements if said.evidence), None)


BRIEF = 600  # characters of the heart of an answer


def shortened(draft: Draft) -> Draft:
    """The heart of a draft: of a course the first quote of each step, of any other answer the paragraph in front.

    A list stays whole.
    """
    if draft.kind == "list":
        return draft
    if draft.kind == "trace":
        return replace(draft, statements=tuple(s for s in draft.statements if s.text))
    left, kept = BRIEF, list[Statement]()
    for statement in draft.statements:
        left -= len(statement.text) + (len(statement.evidence.sentence) if statement.evidence else 0)
        opens = bool(statement.text) and not statement.joins
        if any(s.evidence for s in kept) and (opens or left < 0):
            break
        kept.append(statement)
    return replace(draft, statements=tuple(kept))


def length(statement: Statement) -> int:
    """The characters that a statement takes in an answer, with the marks and the number of its quote."""
    words = len(statement.headline or statement.text)
    return words + (len(statement.evidence.sentence) + 8 if statement.evidence else 0)


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


def whose(section: Section) -> str:
    """The body with its organisation in front, where the one's name does not hold the other's already."""
    organisation, body = section.meeting.organisation, section.meeting.body
    if not organisation or not body:
        return body or organisation or "body"
    # "City Council" of "Dunmere City Council", and the "Council" of a district
    if body == "Council" or f" {organisation}".lower().endswith(f" {body}".lower()):
        return organisation
    # "Anyport Harbour Board" of "Anyport" needs no second "Anyport" in front.
    return body if organisation.lower() in body.lower() else f"{organisation} {body}"


def sentence(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def place(passage: Passage, before: Passage | None = None) -> str:
    """Where a passage stands, in a phrase: whose meeting, when, which part of the papers; less of it after another."""
    section = passage.section
    kind = KIND_IN_WORDS.get(section.kind, "paper")
    word = "minute" if section.kind is SectionKind.MINUTES else "item"
    part = f"{kind}, {word} {passage.item}" if passage.item else kind
    names = ", ".join(_new_names(section, before.section if before else None))
    return sentence(f"{names} ({part})" if names else part)


def _new_names(section: Section, before: Section | None) -> Iterator[str]:
    """The body and the day of a section's meeting, as far as the section before it does not give them already."""
    # Where a quote follows another of the same meeting, its day and body are left out.
    same_body = before is not None and whose(before) == whose(section)
    meeting = section.meeting
    if not same_body:
        yield whose(section) if meeting.body or meeting.organisation else "body not named"
    # a day alone would be taken for another meeting of the body named last
    same_day = same_body and before is not None and before.meeting.held_on == meeting.held_on
    if meeting.held_on and not same_day:
        yield date_in_words(meeting.held_on)


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


# The number of a paragraph or a limb in front of its words; a figure that opens a sentence is none.
_UNIT = (
    r"(?:per ?cent|%|million|billion|m|bn|k|hours?|days?|weeks?|months?|years?|miles?|times|points?|am|pm|of|to|and|"
    r"or|for|in|at|on|by)\b"
)
PARAGRAPH = re.compile(rf"^\W{{0,3}}\d{{1,2}}(?:\.\d{{1,3}}){{1,3}}\.?\s+(?!{_UNIT}|\d)")
LIMB = re.compile(r"^\W{0,3}(?:\d{1,2}\.|R\d{1,2}\.|\(?(?:[a-z]|[ivx]{1,4})\)|[A-Z]\))\s+(?=[A-Za-z])")
NUMBER_ALONE = re.compile(r"^(\W{0,3}\d{1,2}\.)\n", re.MULTILINE)  # where sentences were parted at its full stop
HEADING = re.compile(rf"^\W{{0,3}}\d{{1,2}}\.?\s+(?!(?:{'|'.join(month_name[1:])})\b)[A-Z][^.;:?!]{{0,60}}$")
ENDED = re.compile(r"[.;:?!]['\"”’)]?\s*(?:and|or)?\s*$")
# What a list leaves at the end of a limb: "; and", "; R4.", "; (b)"; never the pence of "£212.85."
LIST_ENDS = re.compile(
    r"(?<!\s)(?:(?:(?<=;)\s*|(?<=[;.])\s+)(?:and\s+|or\s+)?(?:R?\d{1,2}\.(?:\d{1,2}\.?)?|\(?(?:[a-z]|[ivx]{1,4})\)|"
    r"[A-Z]\)))?\s*$"
)
JOINS = re.compile(r"[;,]\s*(?:and|or|but)?\s*$", re.IGNORECASE)


TAG = re.compile(
    r"</?(?:p|br|b|i|u|em|strong|ul|ol|li|table|thead|tbody|tr|td|th|div|span|font|a|h[1-6]|sup|sub|hr)\b[^<>]{0,200}>",
    re.IGNORECASE,
)
BOLD_PAIR = re.compile(r"\*\*(?=\S)([^*]{1,2000}?)(?<=\S)\*\*")
LEADING_BULLET = re.compile(r"^\s*(?:[•▪‣◦●○■□]|-\s|#+\s)")


def plainly(draft: Draft) -> Draft:
    """The draft with its quotes freed of the numbers and joints of the lists they stand in, word for word still.

    A quote that runs over several numbered paragraphs becomes one quote a paragraph. An agenda keeps its numbers.
    """
    statements, more = (
        tuple(plain for said in some for plain in _plain(said)) for some in (draft.statements, draft.more)
    )
    return replace(draft, statements=statements, more=more)


def _plain(said: Statement) -> list[Statement]:
    evidence = said.evidence
    if evidence is None or evidence.passage.section.kind is SectionKind.FRONT_SHEET:
        return [said]
    pieces = [piece for part in _paragraphs(evidence.sentence) if (piece := _freed(part))]
    return [
        replace(said, evidence=replace(evidence, sentence=piece))
        if n == 0
        else Statement("", replace(evidence, sentence=piece))
        for n, piece in enumerate(pieces)
    ] or [said]


def _paragraphs(quote: str) -> list[str]:
    """The numbered paragraphs of a quote, without the headings at its beginning and its end."""
    lines = NUMBER_ALONE.sub(r"\1 ", quote).splitlines()
    while len(lines) > 1 and HEADING.match(lines[0]):
        del lines[0]
    while len(lines) > 1 and HEADING.match(lines[-1]):
        del lines[-1]
    parts: list[str] = []
    for line in lines:
        if not parts or (PARAGRAPH.match(line) and (ENDED.search(parts[-1]) or HEADING.match(parts[-1]))):
            parts.append(line)
        else:  # "by paragraph / 4.2 of the scheme" goes on from the line before
            parts[-1] += f"\n{line}"
    return parts


def _freed(quote: str) -> str:
    """A quote without the number in front of it and what joins it to the next limb."""
    limbs = sum(bool(LIMB.match(line)) for line in quote.splitlines())
    plain = PARAGRAPH.sub("", quote)
    if limbs < 2:  # of several limbs each keeps its letter
        plain = LIMB.sub("", plain)
    return JOINS.sub("", LIST_ENDS.sub("", plain)).strip()


def tidy(quote: str) -> str:
    """The quote as a reader wants to see it: no markup, no leading bullet, white space made single.

    Only known tags and pairs of double asterisks are markup: "<5 years and >80" and "£40*" are the page's own words.
    """
    plain = LEADING_BULLET.sub("", TAG.sub(" ", BOLD_PAIR.sub(r"\1", quote)))
    return re.sub(r"\s+", " ", plain).strip()
