"""Passage: a verbatim stretch of one section, small enough to quote and to embed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.papers import date_in_words
from indexer.items.item import Item, items_of
from indexer.items.paragraphs import Block, BlockKind, paragraphs
from indexer.items.sentences import sentences
from indexer.sections.section import Section, SectionKind, SectionText

USUAL = 700  # characters; about 175 of the model's 256 tokens, which leaves room for the context in front
LONGEST = 1000  # characters of a paragraph that is kept whole
SMALLEST = 400  # a heading opens a new passage after this many characters; shorter stretches stay together
LEAD_IN = 300  # characters of a paragraph that only announces a list
LONGEST_TITLE = 140  # characters of a title or heading inside the context
RULES = "5"  # raised whenever a change here or in what feeds it makes other passages of the same papers

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


def passages_of(text: SectionText, *, itemised: bool = True) -> Iterator[Passage]:
    """The passages of a section in reading order.

    None crosses from one item to the next, unless its items are left aside.
    """
    section, ordinal = text.section, 0
    for item in items_of(text) if itemised and section.kind in OF_ITS_ITEMS else (Item("", "", text.lines),):
        for heading, labels, blocks in _packed(list(paragraphs(item.lines))):
            verbatim = "\n".join(block.text for block in blocks)
            if not re.search(r"\w", verbatim):
                continue
            number, title = _named(section, item)
            yield Passage(
                section=section,
                text=verbatim,
                text_to_embed=f"{_context(section, number, title, heading, labels)}\n{verbatim}",
                page=blocks[0].page,
                page_end=blocks[-1].page_end,
                printed_page=next((block.printed for block in blocks if block.printed), ""),
                item=number,
                title=title,
                heading=heading,
                ordinal=ordinal,
            )
            ordinal += 1


# Sections whose numbered items are separate matters. The numbers of a report only count its paragraphs, and an
# agenda or a forward plan is asked for whole: what a list says of an item is often its title alone.
OF_ITS_ITEMS = frozenset({SectionKind.MINUTES, SectionKind.ACTION_LOG})


def _named(section: Section, item: Item) -> tuple[str, str]:
    """Number and title of what a passage belongs to: minutes are of their items, a report is one matter."""
    if section.kind in OF_ITS_ITEMS:
        return item.number or section.item, item.title or section.title
    return section.item, section.title


def _packed(blocks: Sequence[Block]) -> Iterator[tuple[str, str, list[Block]]]:
    """Runs of blocks up to the usual length, each with its heading and, inside a table, the table's column labels."""
    run = _Run()
    heading = labels = ""
    before = BlockKind.TEXT
    for block in (piece for whole in blocks for piece in _cut(whole)):
        labels = (labels if before is BlockKind.ROW else block.text) if block.kind is BlockKind.ROW else ""
        if run.is_full_for(block):
            headings = run.without_last_headings()
            yield run.heading, run.labels, run.blocks
            opens = next((one.text for one in headings if one.kind is BlockKind.HEADING), "")
            run = _Run(headings, opens or heading)
        if block.kind is BlockKind.HEADING:
            heading = block.text
        run.take(block, heading, labels if labels != block.text else "")
        before = block.kind
    if run.blocks:
        yield run.heading, run.labels, run.blocks


@dataclass(slots=True)
class _Run:
    """Blocks gathered for one passage, with the heading and column labels that hold where it begins."""

    blocks: list[Block] = field(default_factory=list)
    heading: str = ""
    labels: str = ""

    @property
    def length(self) -> int:
        return sum(len(block.text) + 1 for block in self.blocks)

    def take(self, block: Block, heading: str, labels: str) -> None:
        if not self.blocks:
            self.heading, self.labels = heading, labels
        self.blocks.append(block)

    def is_full_for(self, block: Block) -> bool:
        """True where the block is to open another run: too long for this one, or the heading of something new."""
        if all(held.kind is BlockKind.HEADING for held in self.blocks) and self.length < USUAL // 2:
            return False
        return self.length + len(block.text) > USUAL or (block.kind is BlockKind.HEADING and self.length > SMALLEST)

    def without_last_headings(self) -> list[Block]:
        """Takes the headings and lead-ins at the end away, which belong to what follows, and gives them.

        "The hours at Christmas will be as follows:" says nothing without the list behind it.
        """
        keep = len(self.blocks)
        while keep > 1 and _opens(self.blocks[keep - 1]):
            keep -= 1
        last, self.blocks = self.blocks[keep:], self.blocks[:keep]
        return last


def _opens(block: Block) -> bool:
    """True for a heading, and for a short paragraph that ends by announcing what follows."""
    return block.kind is BlockKind.HEADING or (block.text.rstrip().endswith(":") and len(block.text) < LEAD_IN)


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
    held = date_in_words(meeting.held_on)
    kind = KIND_IN_WORDS.get(section.kind, section.kind.replace("_", " "))
    named = f"{item} {title}".strip()[:LONGEST_TITLE]
    under = heading.strip("* ")[:LONGEST_TITLE] if heading.strip("* ") not in named else ""
    parts = (meeting.organisation, meeting.body, held, kind, named, under, " ".join(labels.split())[:LONGEST_TITLE])
    return " | ".join(part for part in parts if part)
