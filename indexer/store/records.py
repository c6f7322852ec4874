"""What goes into the store and what a question to it is limited by: frozen records, each checked when it is made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.access import PageLabel
from corpus.papers import Paper
from indexer.findings.acronyms import Acronym
from indexer.findings.actions import Action
from indexer.findings.attendance import Attendance
from indexer.findings.members.interests import Interest
from indexer.findings.minutes import Decision, VoteEvent
from indexer.findings.recommendations import Recommendation
from indexer.items.table_rows import TableRow
from indexer.linking.missing_meetings import Said
from indexer.passages.passage import Passage
from indexer.reading.pages import Reading
from indexer.sections.section import Section

Vector = NDArray[np.float32]

SCHEMA = 13  # raised whenever the tables change
DIMENSIONS = 384  # of the vectors of the model that the stamp names


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an index was made with; another stamp means that its passages or vectors cannot be compared with ours."""

    passages_rules: str
    model: str
    model_sha256: str
    schema: int = SCHEMA


@dataclass(frozen=True, slots=True)
class Right:
    """What a person may see: the access labels that are allowed. A label that is not named here stays hidden."""

    labels: frozenset[str]

    @classmethod
    def of(cls, *labels: str) -> Right:
        """Return the right to see papers and sections under these labels."""
        return cls(frozenset(labels))

    def sees(self, paper_label: str, section_label: str) -> bool:
        """Return whether both the label of the paper and that of the section are allowed."""
        return paper_label in self.labels and section_label in self.labels


PUBLIC = Right.of("public")


@dataclass(frozen=True, slots=True)
class Where:
    """Hard limits of a search; an empty field limits nothing, and `since` and `until` are both included.

    Names are those that the store gives back, letter for letter. A section without a date is outside any period.
    """

    organisations: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None

    def __bool__(self) -> bool:
        """Return whether anything is limited."""
        return self != ANYWHERE

    def admits(self, organisation: str, body: str, held_on: date | None) -> bool:
        """Return whether a section of that meeting is inside the limits."""
        if self.organisations and organisation not in self.organisations:
            return False
        if self.bodies and body not in self.bodies:
            return False
        if self.since is None and self.until is None:
            return True
        return held_on is not None and (self.since or date.min) <= held_on <= (self.until or date.max)


ANYWHERE = Where()


@dataclass(frozen=True, slots=True)
class Place:
    """One file in which a paper lies, and what tells whether that file has changed; `sha256` "" is the paper's own."""

    file: str
    size: int
    modified_ns: int
    sha256: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class IndexedPaper:
    """A paper with everything that was read out of it; row i of `vectors` (n, 384) belongs to `passages[i]`.

    So do the `signs` of its token vectors, 48 bytes a token; without any, nothing is compared token by token.

    `places` may name size and time of every file of the paper; a copy that is missing there is looked at again by the
    next survey. `labels` is what people said of its pages; it is written in the same transaction.
    """

    paper: Paper
    reading: Reading
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    vectors: Vector
    decisions: tuple[Decision, ...] = ()
    places: tuple[Place, ...] = ()
    labels: tuple[PageLabel, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    actions: tuple[Action, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    acronyms: tuple[Acronym, ...] = ()
    events: tuple[VoteEvent, ...] = ()
    signs: tuple[bytes, ...] = ()
    table_rows: tuple[TableRow, ...] = ()
    said: tuple[Said, ...] = ()
    wording: str = ""
    interests: tuple[Interest, ...] = ()

    def __post_init__(self) -> None:
        if self.vectors.shape != (len(self.passages), DIMENSIONS) or self.vectors.dtype != np.float32:
            raise ValueError(
                f"{self.paper.file}: {len(self.passages)} passages need float32 vectors of {DIMENSIONS} numbers, "
                f"not {self.vectors.dtype} {self.vectors.shape}"
            )
        if not np.isfinite(self.vectors).all() or not self.vectors.any(axis=1).all():
            raise ValueError(f"{self.paper.file}: a vector without a direction cannot be searched")
        held = set(self.sections)
        found = (
            self.passages,
            self.decisions,
            self.attendance,
            self.actions,
            self.recommendations,
            self.acronyms,
            self.events,
            self.table_rows,
            self.interests,
        )
        named = {one.section for kind in found for one in kind}
        if not named <= held:
            raise ValueError(f"{self.paper.file}: a part of it names a section that is not given: {named - held}")

    def all_signs(self) -> tuple[bytes, ...]:
        """Return the signs of each passage."""
        return self.signs or (b"",) * len(self.passages)

    def all_places(self) -> tuple[Place, ...]:
        """Return the place of the paper first, then those of its copies."""
        return places_of(self.paper, self.places)


def places_of(paper: Paper, places: Iterable[Place] = ()) -> tuple[Place, ...]:
    """Return one Place for the paper and for each copy; what is not known of a copy has the time 0, never a guess."""
    known = {place.file: place for place in places}
    first = known.get(paper.file, Place(paper.file, paper.size, paper.modified_ns))
    return (first, *(known.get(file, Place(file, paper.size, 0)) for file in paper.copies))


@dataclass(frozen=True, slots=True)
class StoredPaper:
    """A paper as it is stored; `problem` says what could not be read of it, `indexed_at` is UTC (ISO).

    `whole` is False where part of it may not be seen: then there is no title, `pages` is the last page that may be
    seen, and `problem` says only that there is one.
    """

    paper: Paper
    title: str
    problem: str
    pages: int
    indexed_at: str
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Status:
    """How much a person may see; `page_states` counts the pages by how they were read.

    `items` are those of minutes; `unknown` counts the sections of which it is not known what they are.
    """

    revision: int
    papers: int
    copies: int
    meetings: int
    sections: int
    passages: int
    decisions: int
    page_states: dict[str, int]
    problems: int
    items: int
    actions: int
    recommendations: int
    unknown: int


class Scored(NamedTuple):
    """The id of a passage and how well it fits: the higher the better."""

    id: int
    score: float


@dataclass(frozen=True, slots=True)
class Weights:
    """How much a word counts by where it stands: meeting and section, title of the item, headings, the text itself."""

    context: float = 1.0
    title: float = 2.0
    heading: float = 1.5
    text: float = 1.0


USUAL_WEIGHTS = Weights()
