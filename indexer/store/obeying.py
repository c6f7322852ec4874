"""obeyed: the index in use gets the restrictions that people set now, before a sync or a rebuild reads any paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from corpus.access import Access
from corpus.errors import BoardPapersError, IndexBusy, WrongInput
from indexer.store.index import Index
from indexer.store.protocol import AnyWriter
from indexer.store.records import SCHEMA
from indexer.store.restrictions import Restrictions, folder_name, of_store


@dataclass(frozen=True, slots=True)
class Before:
    """The index before a sync: what is remembered as restricted, and of each paper, by hash, whether people restricted
    it and which of its pages the public could not see; `files` has the hash of every file,
    `relabelled` those whose label was changed."""

    memory: Restrictions
    restricted: Mapping[str, bool] = field(default_factory=dict)
    hidden: Mapping[str, frozenset[int]] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    relabelled: tuple[str, ...] = ()

    def now_public(
        self, hidden: Mapping[str, frozenset[int]], restricted: Mapping[str, bool], files: Mapping[str, str]
    ) -> tuple[str, ...]:
        """Return the files of which the public may see more than before; a changed file is compared by its name.

        A paper that could not be read has no page to compare: that people no longer restrict it opens its name.
        """
        opened = []
        for file, sha in sorted(files.items()):
            was = self.hidden.get(sha)
            if was is None:
                was = self.hidden.get(self.files.get(file, ""), frozenset())
                if was and not hidden.get(sha):
                    opened.append(file)
            elif was - hidden.get(sha, frozenset()) or (self.restricted.get(sha) and not restricted.get(sha)):
                opened.append(file)
        return tuple(opened)


def obeyed(index: Index, access: Access, *, release: Sequence[str] = (), rebuild: bool = False) -> Before:
    """Return the index as it was, after laying on it what people restrict now: by hash and by name, without reading.

    A store that is broken, or of another form, is left as it is where it is rebuilt: no reader of ours opens it. Raises
    WrongInput for a folder that cannot be released.
    """
    memory = index.remembered()
    try:
        stamp = index.stamp() if index.exists() else None
        if stamp is not None and (rebuild or stamp.schema == SCHEMA):
            with index.writer(stamp) as writer:
                return _obeyed(index, writer, access, memory, release)
    except (IndexBusy, WrongInput):
        raise
    except BoardPapersError:
        if not rebuild:
            raise
    return Before(_released(memory or Restrictions(), access, release))


def _obeyed(
    index: Index, writer: AnyWriter, access: Access, memory: Restrictions | None, release: Sequence[str]
) -> Before:
    labelled = writer.labelled()
    papers = [paper for paper, _ in labelled]
    memory = _released(memory or of_store(labelled), access, release)
    files = {file: sha for file, (_, _, sha) in writer.known().items()}
    before = Before(memory, writer.restricted(), writer.hidden(), files)
    laid, _ = memory.laid_on(papers, access)
    index.remember(memory.and_now(papers, access))
    laid = laid.kept_back(papers, before.restricted)
    changed = []
    for paper in papers:
        labels = laid.labels_of(paper)
        if writer.relabel(replace(paper, access=labels.access), labels.pages):
            changed.append(paper.file)
    return replace(before, relabelled=tuple(changed))


def _released(memory: Restrictions, access: Access, release: Sequence[str]) -> Restrictions:
    """The memory without the folders that people release; the setting must not name them any more."""
    memory = memory.without(release)
    for folder in release:
        if folder_name(folder) in map("/".join, access.folders):
            raise WrongInput(
                f"The folder {folder!r} is still named as exempt.", hint="Take it out of BOARD_PAPERS_EXEMPT first."
            )
    return memory
