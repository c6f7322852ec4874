"""Passage: a verbatim stretch of one section, small enough to quote and to embed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from indexer.items import Item
from indexer.paragraphs import Block, BlockKind, paragraphs
from indexer.sections import Section, SectionKind
from indexer.sentences import sentences

USUAL = 700  # characters; about 175 of the model's 256 tokens, which leaves room for the context in front
LONGEST = 1000  # characters of a paragraph that is kept whole
LONGEST_TITLE = 140  # characters of a title or heading inside the context
RULES = "1"  # raised whenever a change here or in what feeds it makes other passages of the same papers

KIND_IN_WORDS = {
    SectionKind.FRONT_SHEET: "agenda",
    SectionKind.DECISION_RECORD: "record of decision",
    SectionKind.PROPOSED_DECISION_RECORD: "proposed record of decision",
    SectionKind.UNKNOWN: "paper",
}


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one item of one section; `text` is verbatim, `text_to_embed` has its context put in front.

    `page` and `page_end` are physical pages from 1, None in a file without pages; `printed_page` is the number the
    pack prints on the first of them. `item` and `title` are those of the minute or agenda item the passage stands
    under, `heading` the trail of headings below that. `id` is None until the store has given one.
    """

    section: Section
    text: str
    text_to_embed: str
    page: int | None = None
    page_end: int | None = None
    printed_page: str = ""
    item: str = ""
    title: str = ""
    heading: str = ""
    ordinal: int = 0
    id: int | None = None


def passages_of(section: Section, items: Iterable[Item]) -> Iterator[Passage]:
    """The passages of a section in reading order; none crosses from one item to the next."""
    ordinal = 0
    for item in items:
        for heading, labels, blocks in _packed(list(paragraphs(item.lines))):
            text = "\n".join(block.text for block in blocks)
            if not re.search(r"\w", text):
                continue
            number, title = item.number or section.item, item.title or section.title
            yield Passage(
                section=section,
                text=text,
                text_to_embed=f"{_context(section, number, title, heading, labels)}\n{text}",
                page=blocks[0].page,
                page_end=blocks[-1].page_end,
                printed_page=next((block.printed for block in blocks if block.printed), ""),
                item=number,
                title=title,
                heading=heading,
                ordinal=ordinal,
            )
            ordinal += 1


def _packed(blocks: Sequence[Block]) -> Iterator[tuple[str, str, list[Block]]]:
    """Runs of blocks up to the usual length, each with its heading and, inside a table, the table's column labels."""
    heading = labels = ""
    run: list[Block] = []
    run_heading = run_labels = ""
    before = None
    for block in (piece for whole in blocks for piece in _cut(whole)):
        if block.kind is BlockKind.ROW:
            if before is None or before.kind is not BlockKind.ROW:
                labels = block.text
        else:
            labels = ""
        full = sum(len(b.text) + 1 for b in run) + len(block.text) > USUAL
        if run and (full or _better_apart(run, block)) and not _only_headings(run):
            yield run_heading, run_labels, run
            run = []
        if block.kind is BlockKind.HEADING:
            heading = block.text
        if not run:
            run_heading, run_labels = heading, labels if block.text != labels else ""
        run.append(block)
        before = block
    if run:
        yield run_heading, run_labels, run


def _better_apart(run: Sequence[Block], block: Block) -> bool:
    """True where a heading opens something new and the run is already worth a passage of its own."""
    return block.kind is BlockKind.HEADING and sum(len(b.text) for b in run) > USUAL // 4


def _only_headings(run: Sequence[Block]) -> bool:
    return all(block.kind is BlockKind.HEADING for block in run) and sum(len(b.text) for b in run) < USUAL // 2


def _cut(block: Block) -> Iterator[Block]:
    """The block itself, or its sentences in runs where it is too long to embed whole."""
    if len(block.text) <= LONGEST:
        yield block
        return
    run = ""
    for sentence in (part for s in sentences(block.text) for part in _words_of(s)):
        if run and len(run) + len(sentence) > USUAL:
            yield Block(run, block.kind, block.page, block.page_end, block.printed)
            run = ""
        run = f"{run} {sentence}".strip()
    if run:
        yield Block(run, block.kind, block.page, block.page_end, block.printed)


def _words_of(sentence: str) -> Iterator[str]:
    """A sentence, or pieces of it cut at spaces where it is longer than a passage may be."""
    while len(sentence) > LONGEST:
        at = sentence.rfind(" ", 0, LONGEST)
        at = at if at > 0 else LONGEST
        yield sentence[:at]
        sentence = sentence[at:].strip()
    yield sentence


def _context(section: Section, item: str, title: str, heading: str, labels: str) -> str:
    """Where a passage stands, in a line: organisation, body, date, kind, item, title, heading, column labels."""
    meeting = section.meeting
    held = f"{meeting.held_on.day} {meeting.held_on:%B %Y}" if meeting.held_on else ""
    kind = KIND_IN_WORDS.get(section.kind, section.kind.replace("_", " "))
    named = f"{item} {title}".strip()[:LONGEST_TITLE]
    under = heading.strip("* ")[:LONGEST_TITLE] if heading.strip("* ") not in named else ""
    parts = (meeting.organisation, meeting.body, held, kind, named, under, " ".join(labels.split())[:LONGEST_TITLE])
    return " | ".join(part for part in parts if part)
