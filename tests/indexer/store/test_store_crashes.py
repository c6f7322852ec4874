"""Killed at any moment and used by many at once: what was finished is there whole, and the next sync ends the work."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest
from made_up_papers import STAMP, random_paper
from processes import HERE, run, start

from corpus.errors import BoardPapersError
from indexer.store import PUBLIC, Store, Writer, build_generation, verify

PAPERS, PASSAGES = 8, 200  # Chroma flushes its files after every 1,000 passages


def test_readers_see_whole_papers_while_a_writer_replaces_them(index: Path) -> None:
    """Two threads of this process read as fast as they can while a paper changes its version again and again."""
    stop, faults, looks = threading.Event(), [], []
    with Writer(index, STAMP) as writer:
        writer.replace(random_paper(0, 20))

        def read() -> None:
            try:
                with Store(index, STAMP) as store:
                    while not stop.is_set():
                        texts = [p.text for p in store.passages_of_paper("drains/0000.pdf", right=PUBLIC)]
                        versions = {text.split()[3] for text in texts}
                        if len(texts) != 20 or len(versions) != 1:
                            faults.append(f"{len(texts)} passages of versions {versions}")
                        found = store.nearest(random_paper(0, 1).vectors[0], 50, right=PUBLIC)
                        if len(found) != 20 or len(store.search_text(["drains"], limit=50, right=PUBLIC)) != 20:
                            faults.append("a search did not see 20 passages")
                        looks.append(1)
            except BoardPapersError as error:
                faults.append(str(error))

        threads = [threading.Thread(target=read) for _ in range(2)]
        for thread in threads:
            thread.start()
        for version in range(2, 42):
            writer.replace(random_paper(0, 20, version=version))
        stop.set()
        for thread in threads:
            thread.join(10)
    assert faults == []
    assert len(looks) > 20


def test_fifty_threads_read_one_store(built: Path) -> None:
    faults: list[str] = []

    def read(number: int, store: Store) -> None:
        (best,) = store.nearest(random_paper(number % 6, PASSAGES).vectors[number], 1, right=PUBLIC)
        (found,) = store.passages([best.id], right=PUBLIC)
        if found.text != f"Paper {number % 6} version 1 passage {number} speaks of drains and dykes.":
            faults.append(found.text)

    with Store(built, STAMP) as store:
        threads = [threading.Thread(target=read, args=(number, store)) for number in range(50)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(30)
    assert faults == []


def kill_at_random(child: subprocess.Popen[str], index: Path, chance: random.Random) -> None:
    """Kill the sync some time after it began to write."""
    assert child.stdout is not None
    child.stdout.readline()
    time.sleep(chance.uniform(0.0, 3.0))


def kill_at_a_flush(child: subprocess.Popen[str], index: Path, chance: random.Random) -> None:
    """Kill the sync just when Chroma has begun to write its files: at the n-th change of one of them."""
    changes = chance.randrange(1, 5)
    seen: dict[Path, int] = {}
    while child.poll() is None and changes:
        with suppress(OSError):  # a folder of an older generation goes while it is looked into
            for path in (index / "chroma").glob("*/*/data_level0.bin"):
                changed = path.stat().st_mtime_ns
                if seen.setdefault(path, changed) != changed:
                    seen[path] = changed
                    changes -= 1
        time.sleep(0.0005)
    time.sleep(chance.uniform(0.0, 0.01))


def assert_whole(index: Path) -> None:
    """Every paper is there in one version with all its passages, and the generation in use is as it was proved."""
    with Store(index, STAMP) as store:
        for held in store.papers(right=PUBLIC):
            texts = [p.text for p in store.passages_of_paper(held.paper.file, right=PUBLIC)]
            number, version = (int(texts[0].split()[i]) for i in (1, 3))
            assert texts == [p.text for p in random_paper(number, PASSAGES, version=version).passages]
        status = store.status(right=PUBLIC)
        assert status.passages == PASSAGES * status.papers
        assert len(store.nearest(random_paper(0, 1).vectors[0], 10, right=PUBLIC)) == (10 if status.papers else 0)
    looked = run("check", index)
    assert looked["damage"] == ""
    assert looked["found"] >= looked["asked"] * 0.99


def kill_and_look(index: Path, kills: int) -> None:
    """Kill so many syncs, more than half of them at a flush, looking at the index after each; then let one finish."""
    chance = random.Random(kills)
    run("sync", index, 1, PAPERS, PASSAGES)
    for kill in range(kills):
        child = start("sync", index, kill + 2, PAPERS, PASSAGES)
        (kill_at_random if kill % 5 == 4 else kill_at_a_flush)(child, index, chance)
        if child.poll() is None:
            os.killpg(child.pid, signal.SIGKILL)
        child.wait(10)
        assert_whole(index)
    assert run("sync", index, kills + 2, PAPERS, PASSAGES)["problem"] == ""
    assert verify(index) == []
    with Store(index, STAMP) as store:
        held = [p.text for n in range(PAPERS) for p in store.passages_of_paper(f"drains/{n:04}.pdf", right=PUBLIC)]
        assert held == [p.text for n in range(PAPERS) for p in random_paper(n, PASSAGES, version=kills + 2).passages]
        assert store.status(right=PUBLIC).passages == PAPERS * PASSAGES


def test_a_kill_at_a_flush_loses_nothing(index: Path) -> None:
    kill_and_look(index, 1)


@pytest.mark.slow
def test_many_kills_lose_nothing(index: Path) -> None:
    kill_and_look(index, int(os.environ.get("BOARD_PAPERS_KILLS", "20")))


def test_a_child_of_a_build_ends_with_its_parent(built: Path, tmp_path: Path) -> None:
    """A parent that has died has let go of the other end of the child's stdin."""
    command = [sys.executable, "-m", "indexer.store", "build", str(built), str(tmp_path / "generation")]
    child = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, cwd=HERE.parents[2])
    assert (child.returncode, child.stdout, child.stderr) == (1, b"", b"")


def test_what_a_killed_build_left_is_cleared_away_by_the_next(copied: Path) -> None:
    child = start("sync", copied, 2, 6, 200)
    deadline = time.monotonic() + 30
    while len(list((copied / "chroma").glob("*/chroma.sqlite3"))) < 2 and time.monotonic() < deadline:
        time.sleep(0.01)
    os.kill(child.pid, signal.SIGKILL)  # the parent alone
    child.wait(10)
    time.sleep(2)
    left = {path: path.stat().st_mtime_ns for path in (copied / "chroma").rglob("*")}
    time.sleep(1)
    assert {path: path.stat().st_mtime_ns for path in (copied / "chroma").rglob("*")} == left
    assert build_generation(copied).built
    assert verify(copied) == []
