"""Build: a folder of papers in, an index that holds exactly those papers out.

    survey -> read -> understand -> copies -> settle -> passages -> embed -> store -> generation

A stored paper is settled again whenever papers come or go, and read again where that puts it elsewhere: so an index
depends on what lies in the folder, and not on the order in which it came. A paper is written in one transaction as
soon as it is embedded: a run that is killed has lost nothing that it had finished, and the next one goes on there.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from corpus.access import Access, PageLabel, read_access
from corpus.errors import CorpusMissing
from corpus.folder import survey
from corpus.papers import Paper
from indexer.forms.own import using
from indexer.linking.copies import folded, merged
from indexer.linking.missing_meetings import Said, settle
from indexer.listed_papers import ListedPapers, read_listed_papers
from indexer.own_forms import read_own_forms
from indexer.passages.embedding import DIMENSIONS, Embedder, Embedding, Vectors
from indexer.passages.passage import RULES, Passage
from indexer.progress import BuildReport, Progress, Tally
from indexer.sections.section import Section
from indexer.store import (
    PATIENCE,
    AnyWriter,
    Before,
    Index,
    IndexedPaper,
    Place,
    Readings,
    Stamp,
    as_index,
    obeyed,
)
from indexer.understanding import Understood, understood, with_findings

AT_ONCE = 256  # passages embedded together: enough to sort by length, few enough to be lost in a kill


def stamp_of(embedder: Embedder) -> Stamp:
    """The stamp of an index made with this embedder and the present rules."""
    return Stamp(passages_rules=RULES, model=embedder.name, model_sha256=embedder.checksum)


def build_index(
    corpus: Path,
    index: Path | Index,
    *,
    embedder: Embedder,
    exempt: Sequence[str] = (),
    rebuild: bool = False,
    release: Sequence[str] = (),
    remove: bool = False,
    patience: float = PATIENCE,
    on_progress: Callable[[Progress], None] = lambda _: None,
) -> BuildReport:
    """Brings the index into step with the folder; files that have not changed cost nothing.

    `exempt` names folders in it whose papers are not for the public; they are remembered until `release` names them.
    With `rebuild` a new store is made beside the one in use, which answers until the new one is whole. A folder
    without any papers removes those of the index only where `remove` says so. A label that people changed is brought
    onto papers that are indexed already, without reading or embedding them again. Raises CorpusMissing, IndexBusy,
    IndexMismatch (unless `rebuild`), IndexDamaged, ModelMissing, or WrongInput for a label that cannot be understood.
    A label on a file that is not there is applied to the files that it may mean, and reported.
    """
    started, index = time.monotonic(), as_index(index)
    with index.lock(patience):
        said, own, listed = read_access(corpus, exempt), read_own_forms(corpus), read_listed_papers(corpus)
        before = obeyed(index, said, release=release, rebuild=rebuild)
        beside = rebuild and index.exists()
        with index.rebuilt() if beside else nullcontext(index) as filling:
            with (
                Readings(index.folder) as readings,
                filling.writer(stamp_of(embedder)) as writer,
                using(own.forms()),
            ):
                build = _Build(corpus, index, readings, writer, embedder, said, listed, before, on_progress)
                report = build.run(remove=remove, again=own.noted_in(writer) | listed.changed_in(writer))
                own.read_in(writer)
                listed.read_in(writer)
            on_progress(Progress("building the vector index", len(report.added), len(report.added), report.pages))
            filling.finish()
        index.tidy()
    on_progress(Progress("finished", len(report.added), len(report.added), report.pages))
    return replace(report, seconds=time.monotonic() - started)


@dataclass(frozen=True, slots=True)
class _Build:
    """One build into a store that is open: the standing one, or a new one beside it."""

    corpus: Path
    index: Index
    readings: Readings
    writer: AnyWriter
    embedder: Embedder
    said: Access
    listed: ListedPapers
    before: Before
    on_progress: Callable[[Progress], None]

    def run(self, *, remove: bool, again: Set[str]) -> BuildReport:
        """Brings the store into step with the folder; raises CorpusMissing where that is empty all of a sudden."""
        writer, before = self.writer, self.before
        known = writer.known()
        found = survey(self.corpus, known)
        if before.files and not found.papers and not remove:
            raise CorpusMissing(
                f"There are no papers in {self.corpus}, but {len(set(before.files.values()))} in the index, "
                "so nothing was removed.",
                hint="If it is on another machine, connect it. To remove them all: python -m indexer sync --remove.",
            )
        laid, kept = before.memory.laid_on(found.papers, self.said)
        self.index.remember(before.memory.and_now(found.papers, self.said))
        access = laid.kept_back(found.papers, before.restricted)
        distinct = folded(found.papers, writer.twins(), access)
        papers = [replace(paper, access=access.labels_of(paper).access) for paper in distinct]
        wordings = writer.wordings()
        fresh = [paper for paper in papers if paper.sha256 not in wordings]
        places = {f.file: Place(f.file, f.size, f.modified_ns, f.sha256) for f in found.files}
        gone = sorted(set(known) - set(places))
        _note_places(writer, papers, places)  # before the removals: a paper that moved keeps what was read of it
        for file in gone:
            writer.remove(file)
        relabelled = [p.file for p in papers if writer.relabel(p, access.labels_of(p).pages)]
        tally = Tally(len(fresh), sum(paper.size for paper in fresh))
        beside = {paper.sha256: paper for paper in papers if paper.sha256 in wordings}
        sync = _Sync(self, access, places, beside, again, tally)
        new = sync.new_of(fresh, {wordings[sha]: paper for sha, paper in beside.items() if wordings[sha]})
        # also without any: a run that was killed, or a label, may have left papers to be settled again
        sync.write(new)
        writer.link_matters()
        if fresh or gone:
            writer.purge()
        self.readings.keep_only(sha for _, _, sha in writer.known().values())
        held, files = writer.wordings(), {file: sha for file, (_, _, sha) in writer.known().items()}
        return BuildReport(
            added=tuple(one.paper.file for one in new),
            removed=tuple(gone),
            unchanged=len(held) - len(new),
            copies=len(found.files) - len(held),
            pages=tally.pages,
            passages=tally.passages,
            not_read=(*((n.file, n.reason) for n in found.not_read), *writer.problems()),
            relabelled=tuple(sorted({*before.relabelled, *relabelled} & set(files))),
            astray=tuple(line.said for line in access.astray),
            reminders=tuple(before.memory.warnings(self.said, kept)),
            now_public=before.now_public(writer.hidden(), writer.restricted(), files),
            passed_over=found.passed_over,
            files=len(found.files) + len(found.not_read),
        )


def _note_places(writer: AnyWriter, papers: Sequence[Paper], places: dict[str, Place]) -> None:
    """Writes down where papers that are already held lie now, where that has changed."""
    twins = writer.twins()
    before: dict[str, set[Place]] = defaultdict(set)
    for file, (size, modified, sha) in writer.known().items():
        before[twins.get(sha, sha)].add(Place(file, size, modified, sha))
    for paper in papers:
        now = [places[file] for file in (paper.file, *paper.copies)]
        if paper.sha256 in before and set(now) != before[paper.sha256]:
            writer.set_places(paper, now)


@dataclass(frozen=True, slots=True)
class _Sync:
    """One run over the new papers, and over those stored (`beside`, by hash) that move or are to be read `again`."""

    build: _Build
    access: Access
    places: dict[str, Place]
    beside: dict[str, Paper]
    again: Set[str]
    tally: Tally

    def new_of(self, fresh: Sequence[Paper], held: dict[str, Paper]) -> list[Understood]:
        """The new papers, read and understood; those that only repeat another one are noted as its copies."""
        read = list(self._read(fresh))
        found = merged(read, held, self.access)
        for paper in found.grown:
            self.beside[paper.sha256] = paper
            self.build.writer.set_places(paper, [self.places[file] for file in (paper.file, *paper.copies)])
        self.tally.of_papers = len(found.papers)
        return [replace(one, paper=found.papers[sha]) for one in read if (sha := one.paper.sha256) in found.papers]

    def write(self, new: Sequence[Understood]) -> None:
        """Writes the new papers, and the stored ones that belong elsewhere now that others came or went."""
        taken = {file for one in new for file in (one.paper.file, *one.paper.copies)}
        beside = {sha: paper for sha, paper in self.beside.items() if paper.file not in taken}
        held: dict[str, list[tuple[Section, Said]]] = defaultdict(list)
        for section, said in self.build.writer.settled(self._labels_in(beside)):
            if section.paper.sha256 in beside:
                held[section.paper.sha256].append((section, said))
        own = {sha: [said for _, said in rows] for sha, rows in held.items()}
        settled = settle([*(one.said for one in new), *own.values()])
        moved = [
            beside[sha]
            for (sha, rows), now in zip(held.items(), settled[len(new) :], strict=True)
            if sha in self.again or [_place(one) for one, _ in rows] != [_place(one) for one in now]
        ]
        self.tally.of_papers += len(moved)
        again = [*new, *self._read(moved)]
        if moved:
            rest = [said for sha, said in own.items() if beside[sha] not in moved]
            settled = settle([*(one.said for one in again), *rest])
        for batch in _batches(map(Understood.settled, again, settled)):
            self._write(batch)
            self.build.on_progress(self.tally.progress("embedding"))

    def _labels_in(self, papers: dict[str, Paper]) -> Callable[[str], Sequence[PageLabel]]:
        """What people say of the pages of the paper with a hash."""
        return lambda sha: self.access.labels_of(papers[sha]).pages if sha in papers else ()

    def _read(self, papers: Sequence[Paper]) -> Iterator[Understood]:
        """The papers, read and understood."""
        for paper, reading in self.build.readings.read(self.build.corpus, papers):
            yield understood(paper, reading, self.access.labels_of(paper).pages, self.build.listed.of(paper))
            self.tally.pages += len(reading.pages)
            self.build.on_progress(self.tally.progress("reading"))

    def _write(self, batch: Sequence[Understood]) -> None:
        """Embeds the passages of a few papers together and writes each paper in a separate transaction."""
        told = [with_findings(one) for one in batch]
        texts = [p.text_to_embed for _, own, _ in told for p in own]
        embedded = _embedded(self.build.writer, self.build.embedder, texts)
        for one, own, found in told:
            self.build.writer.replace(
                IndexedPaper(
                    paper=one.paper,
                    reading=one.reading,
                    sections=tuple(part.section for part in one.sections),
                    passages=own,
                    vectors=_stacked(own, embedded),
                    signs=tuple(embedded[p.text_to_embed].signs for p in own),
                    decisions=found.decisions,
                    places=tuple(self.places[file] for file in (one.paper.file, *one.paper.copies)),
                    labels=self.access.labels_of(one.paper).pages,
                    attendance=found.attendance,
                    actions=found.actions,
                    recommendations=found.recommendations,
                    acronyms=found.acronyms,
                    events=found.events,
                    table_rows=found.table_rows,
                    interests=found.interests,
                    said=one.said,
                    wording=one.wording,
                )
            )
            self.tally.papers += 1
            self.tally.passages += len(own)
            self.tally.bytes_done += one.paper.size


def _place(section: Section) -> tuple[object, ...]:
    """What settling may change of a section."""
    meeting = section.meeting
    return meeting.organisation, meeting.body, meeting.held_on, section.item


def _batches(papers: Iterable[Understood]) -> Iterator[list[Understood]]:
    """The papers, as many at a time as are worth embedding together."""
    pending, characters = list[Understood](), 0
    for one in papers:
        pending.append(one)
        characters += sum(len(page.text) for page in one.reading.pages)
        if characters > AT_ONCE * 700:
            yield pending
            pending, characters = [], 0
    if pending:
        yield pending


def _embedded(writer: AnyWriter, embedder: Embedder, texts: Iterable[str]) -> dict[str, Embedding]:
    """What the store keeps of each text; what it has already is not made again."""
    wanted = dict.fromkeys(texts)
    found = writer.embeddings_for(wanted)
    missing = [text for text in wanted if text not in found]
    found.update(zip(missing, embedder.embed_passages(missing), strict=True))
    return found


def _stacked(passages: Sequence[Passage], embedded: dict[str, Embedding]) -> Vectors:
    vectors = [embedded[p.text_to_embed].vector for p in passages]
    return np.array(vectors, dtype=np.float32).reshape(len(passages), DIMENSIONS)
