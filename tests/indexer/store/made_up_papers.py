"""Papers of councils that do not exist, with vectors that a test can work out by hand."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from corpus.papers import Meeting, Paper
from indexer.findings.acronyms import Acronym
from indexer.findings.actions import Action
from indexer.findings.attendance import Attendance, Capacity
from indexer.findings.events import EventKind, VoteEvent
from indexer.findings.members.interests import Interest
from indexer.findings.minutes import Decision
from indexer.findings.recommendations import Recommendation
from indexer.items.table_rows import TableRow
from indexer.passages.passage import Passage
from indexer.reading.pages import Page, PageState, Reading
from indexer.sections.section import Section, SectionKind
from indexer.store import DIMENSIONS, IndexedPaper, Stamp
from indexer.store.records import Vector

STAMP = Stamp(passages_rules="1", model="made-up", model_sha256="00ff")

CABINET = Meeting("Fenmoor District Council", "Cabinet", date(2023, 5, 9), "6pm", "The Moot Hall", "Cllr Ada Wren")
SCRUTINY = Meeting("Fenmoor District Council", "Scrutiny Committee", date(2024, 1, 16))
HARBOUR = Meeting("Saltby Town Council", "Harbour Committee", date(2022, 11, 1))


def axis(number: int) -> Vector:
    """The vector of length one along an axis: the cosine of two of them is 1 or 0."""
    vector = np.zeros(DIMENSIONS, dtype=np.float32)
    vector[number] = 1.0
    return vector


def paper_of(file: str, content: str = "", *, access: str = "public", copies: Sequence[str] = ()) -> Paper:
    """A paper; the same content has the same hash wherever it lies."""
    content = content or file
    sha256 = hashlib.sha256(content.encode()).hexdigest()
    return Paper(file, sha256, len(content), 1_700_000_000_000_000_000, tuple(copies), access)


def indexed(
    file: str,
    texts: Sequence[str],
    *,
    content: str = "",
    meeting: Meeting = CABINET,
    access: str = "public",
    section_access: str = "public",
    copies: Sequence[str] = (),
    axes: Sequence[int] = (),
) -> IndexedPaper:
    """A paper of one section: text i stands on page i + 1, is passage i, points along axes[i], and is decided, witnessed,
    to be done, recommended and abbreviated."""
    paper = paper_of(file, content or file + "".join(texts), access=access, copies=copies)
    section = Section(
        paper, SectionKind.MINUTES, meeting, f"Minutes in {file}", "7", 1, len(texts), access=section_access
    )
    return IndexedPaper(
        paper=paper,
        reading=Reading(
            tuple(Page(i, text, PageState.TEXT, label=f"p{i}") for i, text in enumerate(texts, 1)), title=file
        ),
        sections=(section,),
        passages=tuple(
            Passage(section, text, f"{file}\n{text}", i + 1, i + 1, str(i + 101), str(i), f"Item {i}", "Heading", i)
            for i, text in enumerate(texts)
        ),
        vectors=np.stack([axis(axes[i] if axes else i) for i in range(len(texts))])
        if texts
        else np.zeros((0, DIMENSIONS), dtype=np.float32),
        decisions=tuple(
            Decision(
                *(section, i + 1, str(i), f"Item {i}", f"Resolved: {text}", "agreed", "5-2", "Cllr Wren", "Cllr Ash"),
                *("the Clerk", True, f"That this be so: {text}"),
            )
            for i, text in enumerate(texts)
        ),
        events=tuple(
            VoteEvent(section, i + 1, str(i), f"Item {i}", i, EventKind.MOTION, f"Put: {text}", (), "carried")
            for i, text in enumerate(texts)
        ),
        attendance=tuple(
            Attendance(section, f"Witness of: {text}", Capacity.SUBSTITUTE, f"for {text}", True, i + 1)
            for i, text in enumerate(texts)
        ),
        interests=tuple(
            Interest(section, "Cllr Wren", f"Cllr Wren declared: {text}", text, "personal", "left", str(i), i + 1)
            for i, text in enumerate(texts)
        ),
        actions=tuple(
            Action(section, f"To do: {text}", "Cllr Wren", "June", str(i), i + 1, "open", True)
            for i, text in enumerate(texts)
        ),
        recommendations=tuple(Recommendation(section, f"2.{i}", f"That {text}", i + 1) for i, text in enumerate(texts)),
        acronyms=tuple(Acronym(section, f"T{i}", f"Long form of: {text}", i + 1) for i, text in enumerate(texts)),
        table_rows=tuple(
            TableRow(section, i + 1, 1, "Dues", "2031", "£", "", text, ("Dues",), (f"{i}",), ("£",), f"{text} {i}")
            for i, text in enumerate(texts)
        ),
    )


def random_paper(number: int, passages: int, *, version: int = 1) -> IndexedPaper:
    """A paper with random vectors, always the same ones for the same number and version."""
    texts = [f"Paper {number} version {version} passage {i} speaks of drains and dykes." for i in range(passages)]
    made = indexed(f"drains/{number:04}.pdf", texts, content=f"{number} {version}", axes=[0] * passages)
    generator = np.random.default_rng([number, version])
    return replace(made, vectors=generator.normal(size=(passages, DIMENSIONS)).astype(np.float32))
