"""The database killed while papers are written, and a standby: nothing that was finished is lost, and readers go on."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from made_up_papers import STAMP, axis, indexed, random_paper
from postgresql import Server

from corpus.errors import BoardPapersError
from indexer.store import PUBLIC
from indexer.store.served.database import close_pools, seconds_behind
from indexer.store.served.index import ServedIndex, problem_of

pytestmark = pytest.mark.slow

KILLS = int(os.environ.get("BOARD_PAPERS_KILLS", "3"))


@pytest.fixture
def primary() -> Iterator[Server]:
    """A server for this test alone."""
    server = Server()
    server.start()
    yield server
    close_pools(server.url)
    server.remove()


def test_a_database_that_is_killed_loses_no_paper_that_was_written(primary: Server, index: Path) -> None:
    council = ServedIndex(index, primary.url, "fenmoor")
    written: set[str] = set()
    stopping = threading.Event()

    def write() -> None:
        number = 0
        while not stopping.is_set():
            try:
                with council.writer(STAMP) as writer:
                    while not stopping.is_set():
                        paper = random_paper(number, 5)
                        writer.replace(paper)
                        written.add(paper.paper.file)
                        number += 1
            except BoardPapersError:
                time.sleep(0.1)

    thread = threading.Thread(target=write)
    thread.start()
    for _ in range(KILLS):
        before = len(written)
        while len(written) < before + 5:
            time.sleep(0.05)
        primary.stop("immediate")
        primary.start()
    stopping.set()
    thread.join()
    with council.open(STAMP) as store:
        papers = store.papers(right=PUBLIC)
        assert written <= {one.paper.file for one in papers}
        assert {len(store.passages_of_paper(one.paper.file, right=PUBLIC)) for one in papers} == {5}
        assert store.status(right=PUBLIC).passages == 5 * len(papers)
    assert problem_of(council) == ""


def test_readers_of_a_standby_see_new_papers_in_seconds_and_go_on_without_the_primary(
    primary: Server, index: Path
) -> None:
    council = ServedIndex(index, primary.url, "fenmoor")
    with council.writer(STAMP) as writer:
        writer.replace(indexed("first.pdf", ["The dyke is repaired."]))
    standby = Server(source=primary)
    standby.start()
    try:
        reader = ServedIndex(index, primary.url, "fenmoor", read_url=standby.url).open(STAMP)
        assert [one.paper.file for one in reader.papers(right=PUBLIC)] == ["first.pdf"]
        version = reader.version()
        with council.writer(STAMP) as writer:
            writer.replace(indexed("second.pdf", ["The mill is sold."], axes=[1]))
        until = time.monotonic() + 5
        while reader.version() == version and time.monotonic() < until:
            time.sleep(0.05)
        assert len(reader.papers(right=PUBLIC)) == 2
        assert seconds_behind(primary.url) == seconds_behind(standby.url) == 0
        standby.asked("SELECT pg_wal_replay_pause()")
        with council.writer(STAMP) as writer:
            writer.replace(indexed("third.pdf", ["The fair is moved."], axes=[2]))
        until = time.monotonic() + 5
        while not seconds_behind(standby.url) and time.monotonic() < until:
            time.sleep(0.05)
        assert 0 < seconds_behind(standby.url) < 60
        standby.asked("SELECT pg_wal_replay_resume()")
        primary.stop("immediate")
        assert len(reader.nearest(axis(1), 5, right=PUBLIC)) == 3
        assert len(reader.search_text(["mill"], limit=5, right=PUBLIC)) == 1
        primary.start()
    finally:
        close_pools(standby.url)
        standby.remove()
