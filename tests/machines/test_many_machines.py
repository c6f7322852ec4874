"""Two app machines, two workers and a standby, one of each killed: nothing is lost, and nothing is there twice."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from threading import Thread

import pytest
from postgresql import Server
from word_embedder import WordEmbedder

from app.saved.conversations import Conversations
from app.saved.served import conversations_of
from corpus.settings import Settings
from corpus.store_settings import StoreSettings
from indexer.build import build_index
from indexer.store import PUBLIC, Index, LocalIndex, index_at
from indexer.store.served.database import close_pools
from indexer.store.served.index import ServedIndex, problem_of
from indexer.store.served.jobs import Jobs, Timing
from indexer.working import later, work

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
VISITOR = "ada"
COUNCILS = ("fenmoor", "saltby")
KILLS = int(os.environ.get("BOARD_PAPERS_KILLS", "0"))
PATIENCE = 90.0  # seconds


class Child:
    """A process of ours, and what it has said."""

    def __init__(self, script: Path, *arguments: object) -> None:
        paths = [ROOT, ROOT / "tests", HERE]
        self.lines: list[str] = []
        self._process = subprocess.Popen(
            [sys.executable, str(script), *map(str, arguments)],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, paths))},
            stdout=subprocess.PIPE,
            text=True,
        )
        Thread(target=self._read, daemon=True).start()

    def said(self, words: str) -> list[str]:
        """The lines that begin with these words."""
        return [line for line in list(self.lines) if line.startswith(words)]

    @property
    def ended(self) -> bool:
        """Whether it has ended."""
        return self._process.poll() is not None

    def kill(self) -> None:
        """End it as a loss of power would."""
        self._process.kill()
        self._process.wait()

    def _read(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            self.lines.append(line.strip())


@pytest.fixture
def machines() -> Iterator[tuple[Server, Server]]:
    """A database and a standby that follows it."""
    with ExitStack() as open_:
        primary = Server()
        open_.callback(primary.remove)
        primary.start()
        standby = Server(source=primary)
        open_.callback(standby.remove)
        standby.start()
        yield primary, standby
        close_pools(primary.url)


def written(folder: Path, council: str) -> Path:
    """The folder of the papers of a council."""
    corpus = folder / council
    corpus.mkdir()
    for number in range(3):
        lines = [f"{at}. The dyke number {number} at mile {at} is to be mended at {council}." for at in range(600)]
        text = f"{council.title()} District Council\nCabinet\n9 May 2023\nReport\n\n" + "\n\n".join(lines)
        (corpus / f"report{number}.txt").write_text(text, encoding="utf-8")
    return corpus


def until(happened: Callable[[], object], what: str) -> None:
    """Wait for something."""
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, what
        time.sleep(0.05)


def contents(index: Index) -> list[tuple[str, list[str]]]:
    """The passages of each paper."""
    with index.open(None) as store:
        return [
            (one.paper.file, [p.text for p in store.passages_of_paper(one.paper.file, right=PUBLIC)])
            for one in store.papers(right=PUBLIC)
        ]


def none_lost_or_doubled(conversations: Conversations, conversation: str, apps: list[Child]) -> None:
    """Every turn that an app said is stored is there once, and of each app at most one more that it was just storing."""
    stored = [turn.question for turn in conversations.turns(conversation)]
    told = [line.removeprefix("stored ") for app in apps for line in app.said("stored")]
    assert len(told) == len(set(told))
    assert set(told) <= set(stored)
    assert len(stored) == len(set(stored)) <= len(told) + len(apps)


def test_one_of_each_is_killed_and_nothing_is_lost_or_doubled(machines: tuple[Server, Server], tmp_path: Path) -> None:
    primary, standby = machines
    settings = [
        Settings(corpus=written(tmp_path, name), index=tmp_path / "index", store=StoreSettings(primary.url, name))
        for name in COUNCILS
    ]
    index = index_at(tmp_path / "index", settings[0].store)
    build_index(settings[0].corpus, index, embedder=WordEmbedder())
    (settings[0].corpus / "late.txt").write_text("The dyke at mile 7 is mended late.", encoding="utf-8")
    conversations = conversations_of(settings[0])
    conversation = conversations.start(VISITOR, "The dyke")
    for one in settings:
        later(one, rebuild=True)
    # an address of several machines: the standby is read from, and without it the database itself
    both = primary.url.replace("host=", f"host={standby.folder},")
    with ExitStack() as open_:
        apps, workers = [], []
        for number in range(2):
            arguments = (primary.url, both, tmp_path / f"app{number}", VISITOR, conversation, f"app{number}")
            apps.append(Child(HERE / "app_child.py", *arguments))
            workers.append(
                Child(ROOT / "tests" / "indexer" / "working_child.py", primary.url, tmp_path / "index", "on")
            )
        for child in (*apps, *workers):
            open_.callback(child.kill)
        until(lambda: all(len(app.said("stored")) > 2 for app in apps), "no answers")
        until(lambda: all(worker.said("embedding") for worker in workers), "no work")
        workers[0].kill()
        apps[0].kill()
        standby.stop("immediate")
        before = len(apps[1].said("stored"))
        until(lambda: len(apps[1].said("stored")) > before + 3, "the other app does not go on")
        jobs = Jobs(primary.url)
        until(lambda: all(one.state == "done" for one in jobs.states()), "the other worker does not go on")
    standby.start()
    none_lost_or_doubled(conversations, conversation, apps)
    for one in settings:
        alone = LocalIndex(tmp_path / f"alone {one.store.council}")
        build_index(one.corpus, alone, embedder=WordEmbedder())
        assert contents(index_at(tmp_path / "index", one.store)) == contents(alone)
    reader = index_at(tmp_path / "index", StoreSettings(primary.url, COUNCILS[0], standby.url))
    until(lambda: "late.txt" in dict(contents(reader)), "the standby does not follow")
    close_pools(standby.url)


@pytest.mark.skipif(not KILLS, reason="BOARD_PAPERS_KILLS says how many")
def test_workers_apps_and_the_database_killed_in_turn_lose_and_double_nothing(
    machines: tuple[Server, Server], tmp_path: Path
) -> None:
    primary, _ = machines
    council = Settings(
        corpus=written(tmp_path, "fenmoor"), index=tmp_path / "index", store=StoreSettings(primary.url, "fenmoor")
    )
    index = index_at(council.index, council.store)
    build_index(council.corpus, index, embedder=WordEmbedder())
    conversation = conversations_of(council).start(VISITOR, "The dyke")
    apps: list[Child] = []
    worker = app = None
    with ExitStack() as open_:
        for number in range(KILLS):
            if worker is None or worker.ended:
                later(council, rebuild=True)
                worker = Child(ROOT / "tests" / "indexer" / "working_child.py", primary.url, council.index)
                open_.callback(worker.kill)
            if app is None or app.ended:
                arguments = (primary.url, "", tmp_path / "app", VISITOR, conversation, f"app{number}")
                app = Child(HERE / "app_child.py", *arguments)
                apps.append(app)
                open_.callback(app.kill)
            before, at_work, asked = len(app.said("stored")), worker, app
            until(lambda: at_work.ended or at_work.said("embedding"), "no work")  # noqa: B023
            until(lambda: len(asked.said("stored")) > before, "no answers")  # noqa: B023
            if number % 3 < 2:
                (worker, app)[number % 3].kill()
            else:
                primary.stop("immediate")
                primary.start()
            print(number, "worker app database".split()[number % 3], len(app.said("stored")), flush=True)
    none_lost_or_doubled(conversations_of(council), conversation, apps)
    work(council, once=True, embedder=WordEmbedder(), timing=Timing(0.3, 1.5))
    time.sleep(2)
    later(council)
    work(council, once=True, embedder=WordEmbedder(), timing=Timing(0.3, 1.5))
    alone = LocalIndex(tmp_path / "alone")
    build_index(council.corpus, alone, embedder=WordEmbedder())
    assert contents(index) == contents(alone)
    assert [one.state for one in Jobs(primary.url).states()] == ["done"]
    assert problem_of(ServedIndex(council.index, primary.url, "fenmoor")) == ""
