"""Build: a folder of papers in, an index that holds exactly those papers out.

    survey -> read -> understand -> settle -> passages -> embed -> store -> generation

A paper is written in one transaction as soon as it is embedded, so a run that is killed has lost nothing that it had
finished, and the next one goes on where it stopped.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from corpus.access import EXEMPT_LABEL, Access, read_access
from corpus.folder import Survey, survey
from corpus.papers import Meeting, Paper
from indexer.embedding import DIMENSIONS, Embedder, Embedding, Vectors
from indexer.findings import findings_of
from indexer.pages import Reading, read_papers
from indexer.passages import RULES, Passage, passages_of
from indexer.sections import Line, Section, SectionKind, SectionText, understand
from indexer.settling import settle
from indexer.store import BuildLock, IndexedPaper, Place, Stamp, Writer, build_generation

AT_ONCE = 256  # passages embedded together: enough to sort by length, few enough to be lost in a kill


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is: papers and pages done, the papers to do, and the seconds left (None while unknown)."""

    step: str
    papers: int
    of_papers: int
    pages: int
    seconds_left: float | None = None


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did: files by what became of them, pages and passages written, and every file not read in full."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    copies: int
    pages: int
    passages: int
    not_read: tuple[tuple[str, str], ...]
    seconds: float
    relabelled: tuple[str, ...] = ()


@dataclass(slots=True)
class _Tally:
    """Counts kept while a build runs."""

    of_papers: int
    bytes_to_do: int
    started: float = field(default_factory=time.monotonic)
    papers: int = 0
    pages: int = 0
    passages: int = 0
    bytes_done: int = 0

    def progress(self, step: str) -> Progress:
        """The tally as a Progress; the time left is judged by the bytes done."""
        spent = time.monotonic() - self.started
        left = spent / self.bytes_done * (self.bytes_to_do - self.bytes_done) if self.bytes_done else None
        return Progress(step, self.papers, self.of_papers, self.pages, left)


def stamp_of(embedder: Embedder) -> Stamp:
    """The stamp of an index made with this embedder and the present rules."""
    return Stamp(passages_rules=RULES, model=embedder.name, model_sha256=embedder.checksum)


def build_index(
    corpus: Path,
    index: Path,
    *,
    embedder: Embedder,
    exempt: Sequence[str] = (),
    rebuild: bool = False,
    on_progress: Callable[[Progress], None] = lambda _: None,
) -> BuildReport:
    """Brings the index into step with the folder; files that have not changed cost nothing.

    `exempt` names folders in it whose papers are not for the public. A label that people changed is brought onto papers
    that are held already, without reading or embedding them again. Raises CorpusMissing, IndexBusy, IndexMismatch (unless
    `rebuild`), IndexDamaged, ModelMissing, or WrongInput for a label that cannot be understood.
    """
    started = time.monotonic()
    access = read_access(corpus, exempt)
    with BuildLock(index):
        with Writer(index, stamp_of(embedder), rebuild=rebuild) as writer:
            known = writer.known()
            found = survey(corpus, known)
            found = replace(found, papers=tuple(replace(p, access=access.labels_of(p).access) for p in found.papers))
            held = {sha for _, _, sha in known.values()}
            fresh = [paper for paper in found.papers if paper.sha256 not in held]
            places = {f.file: Place(f.file, f.size, f.modified_ns) for f in found.files}
            gone = sorted(set(known) - set(places))
            _note_places(
                writer, found, known, places
            )  # before the removals: a paper that moved keeps what was read of it
            for file in gone:
                writer.remove(file)
            relabelled = [p.file for p in found.papers if writer.relabel(p, access.labels_of(p).pages)]
            tally = _Tally(len(fresh), sum(paper.size for paper in fresh))
            for batch in _batches(corpus, fresh, writer.sections() if fresh else (), tally, on_progress):
                _write(writer, embedder, batch, places, tally, access)
                on_progress(tally.progress("embedding"))
            if fresh or gone:
                writer.purge()
            problems = writer.problems()
        on_progress(tally.progress("building the vector index"))
        build_generation(index)
    on_progress(tally.progress("finished"))
    return BuildReport(
        added=tuple(paper.file for paper in fresh),
        removed=tuple(gone),
        unchanged=len(found.papers) - len(fresh),
        copies=len(found.files) - len(found.papers),
        pages=tally.pages,
        passages=tally.passages,
        not_read=(*((n.file, n.reason) for n in found.not_read), *problems),
        seconds=time.monotonic() - started,
        relabelled=tuple(relabelled),
    )


def _note_places(
    writer: Writer, found: Survey, known: dict[str, tuple[int, int, str]], places: dict[str, Place]
) -> None:
    """Writes down where papers that are already held lie now, where that has changed."""
    before: dict[str, set[tuple[str, int, int]]] = defaultdict(set)
    for file, (size, modified, sha) in known.items():
        before[sha].add((file, size, modified))
    for paper in found.papers:
        if paper.sha256 not in before:
            continue
        files = (paper.file, *paper.copies)
        now = {(file, places[file].size, places[file].modified_ns) for file in files}
        if now != before[paper.sha256]:
            writer.set_places(paper, [places[file] for file in files])


@dataclass(frozen=True, slots=True)
class _Understood:
    """A paper that has been read and understood, before its passages are made."""

    paper: Paper
    reading: Reading
    sections: tuple[SectionText, ...]


def _understood(paper: Paper, reading: Reading) -> _Understood:
    """The paper in sections; one that our own rules stumble over is kept whole, and the report names it."""
    try:
        return _Understood(paper, reading, understand(paper, reading))
    except Exception as exc:  # any fault in a rule: one odd paper must not end the run for all the others
        section = Section(paper, SectionKind.UNKNOWN, Meeting(), access=EXEMPT_LABEL)  # marks unseen
        lines = tuple(Line(text, page.number) for page in reading.pages for text in page.text.split("\n"))
        problem = f"Its parts could not be told apart, so it is held back ({type(exc).__name__})."
        return _Understood(paper, replace(reading, problem=problem), (SectionText(section, lines),))


def _batches(
    corpus: Path,
    fresh: Sequence[Paper],
    held: Sequence[Section],
    tally: _Tally,
    on_progress: Callable[[Progress], None],
) -> Iterator[list[_Understood]]:
    """The new papers, read, understood and settled beside the sections that are held, a folder at a time."""
    by_path = {corpus / paper.file: paper for paper in fresh}
    read: list[_Understood] = []
    for path, reading in read_papers(list(by_path)):
        paper = by_path[path]
        read.append(_understood(paper, reading))
        tally.pages += len(reading.pages)
        on_progress(tally.progress("reading"))
    settled = settle([u.sections for u in read], held)
    pending: list[_Understood] = []
    characters = 0
    for understood, sections in zip(read, settled, strict=True):
        pending.append(_Understood(understood.paper, understood.reading, sections))
        characters += sum(len(page.text) for page in understood.reading.pages)
        if characters > AT_ONCE * 700:
            yield pending
            pending, characters = [], 0
    if pending:
        yield pending


def _write(
    writer: Writer,
    embedder: Embedder,
    batch: Sequence[_Understood],
    places: dict[str, Place],
    tally: _Tally,
    access: Access,
) -> None:
    """Embeds the passages of a few papers together and writes each paper in a transaction of its own."""
    passages = [tuple(p for part in understood.sections for p in passages_of(part)) for understood in batch]
    embedded = _embedded(writer, embedder, [p.text_to_embed for own in passages for p in own])
    for understood, own in zip(batch, passages, strict=True):
        found = findings_of(understood.sections)
        files = (understood.paper.file, *understood.paper.copies)
        writer.replace(
            IndexedPaper(
                paper=understood.paper,
                reading=understood.reading,
                sections=tuple(part.section for part in understood.sections),
                passages=own,
                vectors=_stacked(own, embedded),
                signs=tuple(embedded[p.text_to_embed].signs for p in own),
                decisions=found.decisions,
                places=tuple(places[file] for file in files),
                labels=access.labels_of(understood.paper).pages,
                attendance=found.attendance,
                actions=found.actions,
                recommendations=found.recommendations,
                acronyms=found.acronyms,
            )
        )
        tally.papers += 1
        tally.passages += len(own)
        tally.bytes_done += understood.paper.size


def _embedded(writer: Writer, embedder: Embedder, texts: Iterable[str]) -> dict[str, Embedding]:
    """What the store keeps of each text; what it has already is not made again."""
    wanted = dict.fromkeys(texts)
    found = writer.embeddings_for(wanted)
    missing = [text for text in wanted if text not in found]
    found.update(zip(missing, embedder.embed_passages(missing), strict=True))
    return found


def _stacked(passages: Sequence[Passage], embedded: dict[str, Embedding]) -> Vectors:
    if not passages:
        return np.zeros((0, DIMENSIONS), dtype=np.float32)
    return np.stack([embedded[p.text_to_embed].vector for p in passages]).astype(np.float32)
