"""Records to rows and back: the one place that knows which column holds which field."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import numpy as np

from corpus.access import PageLabel
from corpus.papers import Meeting, Paper, date_in_words
from indexer.linking.missing_meetings import Said, is_public
from indexer.passages.passage import Passage
from indexer.sections.agenda import AgendaItem
from indexer.sections.section import Section, SectionKind
from indexer.store.records import IndexedPaper
from indexer.store.sql.connection import Connection
from indexer.store.sql.digests import checksum_of, digest_of
from indexer.store.sql.labels import given_json, labels_json

VECTOR = np.dtype("<f4")  # float32, low byte first, so that a file can be carried to another kind of machine

PAPER = "papers.file, papers.sha256, papers.size, papers.modified_ns, papers.access"
SECTION = (
    "sections.id, sections.kind, sections.organisation, sections.body, sections.held_on, sections.time, "
    "sections.venue, sections.chair, sections.title, sections.item, sections.page, sections.page_end, "
    "sections.access, sections.mark, sections.reason, papers.id"
)
PASSAGE = (
    "passages.id, passages.ordinal, passages.page, passages.page_end, passages.printed_page, passages.item, "
    "passages.title, passages.heading, passages.text, passages.text_to_embed"
)
SECTION_WIDTH, PASSAGE_WIDTH = (columns.count(",") + 1 for columns in (SECTION, PASSAGE))

Row = Sequence[Any]


def add_paper(connection: Connection, indexed: IndexedPaper) -> int:
    """Write the paper and its pages; returns the number of its row."""
    paper, reading, first = indexed.paper, indexed.reading, indexed.all_places()[0]
    now = datetime.now(UTC).isoformat(timespec="seconds")
    values = (paper.file, paper.sha256, paper.size, first.modified_ns, paper.access, reading.title, reading.problem)
    said = labels_json(indexed.labels)
    row = connection.execute(
        "INSERT INTO papers (file, sha256, size, modified_ns, access, title, problem, page_count, indexed_at, labels, "
        "wording) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        (*values, len(reading.pages), now, said, indexed.wording),
    ).fetchone()
    number = int(row[0])
    connection.executemany(
        "INSERT INTO pages VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                *(number, position, page.number, page.label, page.state.value, page.reason),
                *(page.text, checksum_of(page.text)),
            )
            for position, page in enumerate(reading.pages)
        ],
    )
    return number


def add_sections(connection: Connection, paper: int, indexed: IndexedPaper) -> dict[Section, int]:
    """Write the sections of a paper; returns the number of the row of each."""
    numbers: dict[Section, int] = {}
    said = indexed.said or tuple(map(Said, indexed.sections))
    for position, (section, own) in enumerate(zip(indexed.sections, said, strict=True)):
        meeting = section.meeting
        held_on = meeting.held_on.isoformat() if meeting.held_on else None
        values = (
            *(paper, position, section.kind.value, meeting.organisation, meeting.body, held_on, meeting.time),
            *(
                meeting.venue,
                meeting.chair,
                section.title,
                section.item,
                section.page,
                section.page_end,
                section.access,
                section.mark,
                section.reason,
                given_json(section),
                said_json(own),
            ),
        )
        numbers[section] = connection.execute(
            "INSERT INTO sections (paper, position, kind, organisation, body, held_on, time, venue, chair, title, "
            "item, page, page_end, access, mark, reason, given, said) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
            values,
        ).fetchone()[0]
    return numbers


def add_passages(connection: Connection, sections: Mapping[Section, int], indexed: IndexedPaper) -> None:
    """Write the passages of a paper with their vectors; triggers keep the full text in step."""
    contexts = {section: context_of(section) for section in sections}
    for passage, vector, signs in zip(indexed.passages, indexed.vectors, indexed.all_signs(), strict=True):
        number = connection.execute(
            "INSERT INTO passages (section, ordinal, page, page_end, printed_page, item, title, heading, text, "
            "text_to_embed, context, checksum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
            (
                *(sections[passage.section], passage.ordinal, passage.page, passage.page_end, passage.printed_page),
                *(passage.item, passage.title, passage.heading, passage.text, passage.text_to_embed),
                *(contexts[passage.section], checksum_of(passage.text, passage.text_to_embed)),
            ),
        ).fetchone()[0]
        packed = vector.astype(VECTOR).tobytes()
        values = (number, digest_of(passage.text_to_embed), packed, signs, checksum_of(packed, signs))
        connection.execute("INSERT INTO embeddings VALUES (?, ?, ?, ?, ?)", values)


def paper_of(row: Row, copies: Sequence[str]) -> Paper:
    """Return the paper in the columns PAPER."""
    file, sha256, size, modified_ns, access = row
    return Paper(file, sha256, size, modified_ns, tuple(copies), access)


def section_of(row: Row, paper: Paper) -> Section:
    """Return the section in the columns SECTION."""
    _, kind, organisation, body, held_on, time, venue, chair, title, item, page, page_end, *labels, _ = row
    meeting = Meeting(organisation, body, date.fromisoformat(held_on) if held_on else None, time, venue, chair)
    return Section(paper, SectionKind(kind), meeting, title, item, page, page_end, *labels)


def said_json(said: Said) -> str:
    """What a section says itself, as it is written down beside it."""
    meeting = said.section.meeting
    fields = {
        "meeting": (meeting.organisation, meeting.body, meeting.held_on and meeting.held_on.isoformat()),
        "item": said.section.item,
        "agenda": [(entry.number, entry.title) for entry in said.agenda],
        "filed": said.filed,
    }
    return json.dumps(fields, ensure_ascii=False)


def said_of_row(section: Section, given: str, said: str, labels: Sequence[PageLabel]) -> Said:
    """Return what a held section said itself when it was indexed, under what people say of the pages of its paper."""
    was, own = json.loads(given), json.loads(said)
    organisation, body, held_on = own["meeting"]
    meeting = replace(
        section.meeting, organisation=organisation, body=body, held_on=held_on and date.fromisoformat(held_on)
    )
    unsettled = replace(section, meeting=meeting, item=own["item"], reason="", **was)
    agenda = tuple(AgendaItem(number, title) for number, title in own["agenda"])
    return Said(unsettled, agenda, own["filed"], is_public(unsettled, labels))


def passage_of(row: Row, section: Section) -> Passage:
    """Return the passage in the columns PASSAGE."""
    number, ordinal, page, page_end, printed_page, item, title, heading, text, text_to_embed = row
    return Passage(section, text, text_to_embed, page, page_end, printed_page, item, title, heading, ordinal, number)


def context_of(section: Section) -> str:
    """Return the words that stand for the meeting and the section in a search for words."""
    meeting = section.meeting
    day = date_in_words(meeting.held_on)
    kind = section.kind.value.replace("_", " ")
    return " · ".join(filter(None, (meeting.organisation, meeting.body, day, kind, section.title, section.item)))
