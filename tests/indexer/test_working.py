"""Workers: each council is synced once at a time, and a worker that is killed loses nothing and doubles nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from itertools import count
from pathlib import Path

import psycopg
import pytest
from postgresql import Server
from word_embedder import WordEmbedder

from corpus.errors import WrongInput
from corpus.settings import Settings
from corpus.store_settings import StoreSettings
from indexer.build import build_index
from indexer.store import PUBLIC, LocalIndex
from indexer.store.served.index import ServedIndex
from indexer.store.served.jobs import Timing
from indexer.working import later, state_lines, work

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
NUMBERS = count(1)
SOON = Timing(heartbeat=0.3, dead_after=1.5)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Six papers, each longer than what is embedded together."""
    folder = tmp_path / "papers"
    folder.mkdir()
    for number in range(6):
        lines = [
            f"{at}. The dyke number {number} at mile {at} is to be mended before the winter." for at in range(2500)
        ]
        text = "Fenmoor District Council\nCabinet\n9 May 2023\nReport\n\n" + "\n\n".join(lines)
        (folder / f"report{number}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def settings(corpus: Path, tmp_path: Path, database: Server) -> Settings:
    """The settings of a council of which nothing is stored yet."""
    store = StoreSettings(database.url, f"worked{next(NUMBERS)}")
    return Settings(corpus=corpus, index=tmp_path / "index", store=store)


def index_of(settings: Settings) -> ServedIndex:
    return ServedIndex(settings.index, settings.store.url, settings.store.council)


def started(settings: Settings) -> subprocess.Popen[str]:
    """A worker in a separate process."""
    paths = [str(one) for one in (ROOT, ROOT / "tests", HERE)]
    return subprocess.Popen(
        [sys.executable, str(HERE / "working_child.py"), settings.store.url, str(settings.index)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        stdout=subprocess.PIPE,
        text=True,
    )


def until(worker: subprocess.Popen[str], words: str, times: int = 1) -> None:
    """Read what a worker says until it has said this so often."""
    assert worker.stdout
    for line in worker.stdout:
        times -= words in line
        if not times:
            return
    raise AssertionError(f"the worker ended before it said {words!r}")


def contents(index: ServedIndex | LocalIndex) -> list[tuple[str, list[str]]]:
    """The passages of each paper."""
    with index.open(None) as store:
        return [
            (one.paper.file, [p.text for p in store.passages_of_paper(one.paper.file, right=PUBLIC)])
            for one in store.papers(right=PUBLIC)
        ]


def test_a_second_job_of_a_council_is_refused_while_one_waits(settings: Settings) -> None:
    assert later(settings)
    assert not later(settings)
    assert f"{settings.store.council}: waiting" in state_lines(settings)
    work(settings, once=True, embedder=WordEmbedder(), timing=SOON)
    assert f"{settings.store.council}: done" in state_lines(settings)


@pytest.mark.slow
def test_a_worker_that_is_killed_loses_nothing_and_doubles_nothing(settings: Settings, tmp_path: Path) -> None:
    later(settings)
    worker = started(settings)
    until(worker, "embedding", times=3)
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    assert any(f"{settings.store.council}: at work" in line for line in state_lines(settings))
    before = contents(index_of(settings))
    assert before  # what was finished is there
    time.sleep(2.5)
    work(settings, once=True, embedder=WordEmbedder(), timing=SOON)
    assert f"{settings.store.council}: done" in state_lines(settings)
    alone = LocalIndex(tmp_path / "alone")
    build_index(settings.corpus, alone, embedder=WordEmbedder())
    assert contents(index_of(settings)) == contents(alone)


@pytest.mark.parametrize(("dead", "waiting"), [(False, False), (True, False), (False, True)])
def test_the_job_of_a_dead_worker_and_one_that_waits_are_done_as_one(
    settings: Settings, database: Server, dead: bool, waiting: bool
) -> None:
    name = settings.store.council
    later(settings, rebuild=dead)
    doing = f"UPDATE procrastinate_jobs SET status = 'doing' WHERE args->>'council' = '{name}'"
    with psycopg.connect(database.url, options="-c search_path=board_papers_jobs") as connection:
        connection.execute(doing.encode())  # by a worker that left no sign of life
    assert later(settings, rebuild=waiting)
    work(settings, once=True, embedder=WordEmbedder(), timing=SOON)
    done = (
        "SELECT (args->>'rebuild')::boolean FROM board_papers_jobs.procrastinate_jobs "
        f"WHERE status = 'succeeded' AND args->>'council' = '{name}'"
    )
    assert database.asked(done) == [(dead or waiting,)]
    assert f"{name}: done" in state_lines(settings)


def test_without_a_database_there_is_no_queue(tmp_path: Path) -> None:
    with pytest.raises(WrongInput, match="database"):
        later(Settings(index=tmp_path))
