"""One builder at a time, and no index is opened that was made otherwise."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from made_up_papers import STAMP, axis, indexed, random_paper
from processes import start

from corpus.errors import BoardPapersError, IndexBusy, IndexDamaged, IndexMismatch, IndexMissing
from indexer.store import PUBLIC, BuildLock, Stamp, Store, Writer, build_generation, rebuilt, stamp_in, verify
from indexer.store.vectors.generations import current_generation

REBUILD = "python -m indexer sync --rebuild"


def test_a_second_builder_is_told_within_two_seconds_who_is_at_work(index: Path) -> None:
    child = start("sync", index, 1, 400, 20)
    assert child.stdout is not None
    assert child.stdout.readline() == "writing\n"
    started = time.monotonic()
    with pytest.raises(IndexBusy, match=rf"process {child.pid}, since 20\d\d-") as caught, BuildLock(index):
        pass
    assert time.monotonic() - started < 2
    assert caught.value.retryable
    os.killpg(child.pid, signal.SIGKILL)
    child.wait(10)
    with BuildLock(index):  # the system freed it
        pass


def test_a_second_thread_of_the_same_process_is_refused_too(index: Path) -> None:
    outcome: list[str] = []

    def build() -> None:
        try:
            with BuildLock(index):
                outcome.append("held")
        except IndexBusy:
            outcome.append("busy")

    with BuildLock(index):
        thread = threading.Thread(target=build)
        thread.start()
        thread.join(5)
    assert outcome == ["busy"]


def test_who_holds_the_lock_may_take_it_again(index: Path) -> None:
    with BuildLock(index):
        with BuildLock(index):
            pass
        assert (index / "builder.json").exists()
    assert not (index / "builder.json").exists()


@pytest.mark.parametrize(
    "other", [replace(STAMP, model="else"), replace(STAMP, model_sha256="11"), replace(STAMP, passages_rules="2")]
)
def test_an_index_made_otherwise_is_not_opened(writer: Writer, index: Path, other: Stamp) -> None:
    for opening in (lambda: Store(index, other), lambda: Writer(index, other)):
        with pytest.raises(IndexMismatch, match=REBUILD):
            opening()


def test_another_schema_is_not_opened_even_by_a_reader_that_embeds_nothing(index: Path) -> None:
    Writer(index, replace(STAMP, schema=999)).close()
    with pytest.raises(IndexMismatch, match="schema 999"):
        Store(index, None)


def test_a_reader_that_embeds_nothing_takes_any_model(writer: Writer, index: Path) -> None:
    with Store(index, None) as store:
        assert store.stamp == STAMP
    assert stamp_in(index) == STAMP


def test_nothing_indexed_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="python -m indexer sync"):
        Store(tmp_path, STAMP)
    with pytest.raises(IndexMissing):
        verify(tmp_path)


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 500])
def test_a_file_that_is_no_index_is_a_clear_error(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "papers.db").write_bytes(content)
    with pytest.raises(BoardPapersError, match="python -m indexer sync"):
        Store(tmp_path, STAMP)


@contextmanager
def rewritten(index: Path, stamp: Stamp) -> Iterator[Writer]:
    """A new store beside the one in use, which it replaces at the end."""
    with rebuilt(index) as filling, Writer(filling.folder, stamp, others=filling.others) as writer:
        yield writer


def test_a_torn_file_is_a_clear_error_and_rebuild_mends_it(index: Path) -> None:
    with Writer(index, STAMP) as writer:
        writer.replace(indexed("a.pdf", ["One."]))
    with (index / "papers.db").open("rb+") as stream:
        stream.seek(0)
        stream.write(os.urandom(8192))
    with pytest.raises(IndexDamaged, match=REBUILD):
        Store(index, STAMP)
    with pytest.raises(IndexDamaged, match=REBUILD):
        Writer(index, STAMP)
    with rewritten(index, STAMP) as writer:
        writer.replace(indexed("a.pdf", ["One."]))
    assert verify(index) == []


def test_rebuild_starts_from_nothing_under_the_new_stamp(index: Path, three: Writer) -> None:
    other = replace(STAMP, model="another")
    with rewritten(index, other) as writer:
        assert writer.known() == {}
        writer.replace(indexed("a.pdf", ["One."]))
    with Store(index, other) as store:
        assert store.status(right=PUBLIC).passages == 1
    assert verify(index) == []


def test_a_running_reader_notices_a_rebuild_by_another_model(index: Path, three: Writer, store: Store) -> None:
    with rewritten(index, replace(STAMP, model="another")):
        pass
    with pytest.raises(IndexMismatch):
        store.status(right=PUBLIC)


def test_a_running_reader_forgets_the_vectors_of_before_a_rebuild(index: Path, three: Writer, store: Store) -> None:
    store.nearest(axis(0), 1, right=PUBLIC)
    with rewritten(index, STAMP) as writer:
        for number in range(2):  # fewer writes than before, and ids that were there before
            writer.replace(indexed(f"{number}.pdf", ["New."] * 2, axes=[50 + number, 60]))
    (best,) = store.nearest(axis(51), 1, right=PUBLIC)
    (found,) = store.passages([best.id], right=PUBLIC)
    assert (found.section.paper.file, best.score) == ("1.pdf", 1.0)


def test_a_generation_of_the_index_before_a_rebuild_is_not_taken_for_the_new_one(copied: Path) -> None:
    with rewritten(copied, STAMP) as writer:
        for number in range(6):  # the same revision and the same ids as before
            writer.replace(random_paper(number, 200, version=2))
    assert current_generation(copied) is None
    assert build_generation(copied).built
    assert verify(copied) == []
