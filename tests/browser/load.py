"""Many people over one server while a sync is at work: python tests/browser/load.py [--people 50] [--seconds 180]

Each asks, reads for a while (`--reading` seconds on average) and asks again, over a websocket as a browser does, without
drawing. Prints errors, seconds against those of one person alone, and the memory of the server.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from served import ROOT, running

sys.path.insert(0, str(ROOT))

from sockets import session

from app.views.session.visitor import new_visitor

FAILED = "We could not answer this."
SAMPLE = ROOT / "corpus" / "sample"
MATTERS = (
    *(
        "Kingsmill Baths",
        "the budget",
        "the library",
        "bus services",
        "adult social care",
        "the council tax",
        "parking",
    ),
    *("the leisure strategy", "flood defences", "the local plan", "school places", "the depot"),
)
ASKED = ("What was decided about {}?", "Who moved the motion on {}?", "What does {} cost?", "Trace {}.", "And {}?")
PATIENCE = 180.0  # seconds after which a question counts as an error


class People:
    """What came of the questions: seconds of each, and sentences on those that failed."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.seconds: list[float] = []
        self.errors: list[str] = []

    async def ask(self, visitor: str, rule: random.Random) -> None:
        """Ask one question and note how it went."""
        question = rule.choice(ASKED).format(rule.choice(MATTERS))
        try:
            async with asyncio.timeout(PATIENCE):
                shown, seconds = await session(self.address, visitor, question)
        except Exception as error:
            self.errors.append(f"{type(error).__name__}: {error}")
            return
        self.seconds.append(seconds)
        if FAILED in "\n".join(shown):
            self.errors.append(next(text for text in shown if text and text not in (question, FAILED)))

    async def one(self, number: int, until: float, reading: float) -> None:
        """Be one person until the time is over."""
        visitor, rule = new_visitor(), random.Random(number)
        await asyncio.sleep(rule.uniform(0, reading))
        while time.monotonic() < until:
            await self.ask(visitor, rule)
            await asyncio.sleep(rule.uniform(0.5, 1.5) * reading)


class Syncing(threading.Thread):
    """Adds a paper and syncs, takes it away and syncs, again and again; every fifth time it rebuilds."""

    def __init__(self, corpus: Path, index: Path) -> None:
        super().__init__(daemon=True)
        self._corpus, self._index = corpus, index
        self.ended = threading.Event()
        self.statuses: list[int] = []

    def run(self) -> None:
        """Sync until told to end."""
        papers = sorted(self._corpus.rglob("*.pdf"))
        while not self.ended.is_set():
            extra = self._corpus / "added.pdf"
            if extra.exists():
                extra.unlink()
            else:
                extra.write_bytes(random.choice(papers).read_bytes() + b"\n%" + str(time.time()).encode())
            command = [
                sys.executable,
                "-m",
                "indexer",
                "sync",
                "--corpus",
                str(self._corpus),
                "--index",
                str(self._index),
            ]
            command += ["--rebuild"] if len(self.statuses) % 5 == 4 else []
            self.statuses.append(subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a line for each figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=180)
    parser.add_argument("--reading", type=float, default=30)
    parser.add_argument("--alone", type=int, default=20, help="questions of one person before")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        corpus, index = Path(scratch) / "papers", Path(scratch) / "index"
        shutil.copytree(SAMPLE, corpus, ignore=shutil.ignore_patterns("sources", "*.py", "__pycache__"))
        command = [sys.executable, "-m", "indexer", "sync", "--corpus", str(corpus), "--index", str(index)]
        subprocess.run(command, cwd=ROOT, check=False, capture_output=True)
        given = {"BOARD_PAPERS_CORPUS": str(corpus), "BOARD_PAPERS_INDEX": str(index)}
        with running(ROOT / "streamlit_app.py", Path(scratch) / "log", **given) as address:
            asyncio.run(asked(address, options, Syncing(corpus, index)))


async def asked(address: str, options: argparse.Namespace, syncing: Syncing) -> None:
    """Ask alone, then with everybody while papers are synced, and print what came of it."""
    alone = People(address)
    rule = random.Random(0)
    for _ in range(options.alone):
        await alone.ask(new_visitor(), rule)
    tell("one alone", alone)
    people, before = People(address), memory(address)
    syncing.start()
    until = time.monotonic() + options.seconds
    half = asyncio.get_running_loop().call_later(options.seconds / 2, lambda: print("memory at half:", memory(address)))
    await asyncio.gather(*(people.one(number, until, options.reading) for number in range(options.people)))
    half.cancel()
    syncing.ended.set()
    tell(f"{options.people} people", people)
    ratio = share(people.seconds, 0.95) / share(alone.seconds, 0.95)
    print(
        f"p95 against one alone: {ratio:.1f} times; memory {before} -> {memory(address)} MB; syncs {syncing.statuses}"
    )


def tell(who: str, people: People) -> None:
    """Print how many asked, how long it took, and what failed."""
    p50, p95 = share(people.seconds, 0.5), share(people.seconds, 0.95)
    print(f"{who}: {len(people.seconds)} answers, {len(people.errors)} errors, p50 {p50:.1f} s, p95 {p95:.1f} s")
    for error in sorted(set(people.errors)):
        print(f"  {people.errors.count(error)} x {error[:200]}")


def share(seconds: Sequence[float], part: float) -> float:
    """Return the seconds within which this part of the answers came."""
    return sorted(seconds)[min(len(seconds) - 1, int(part * len(seconds)))] if seconds else 0.0


def memory(address: str) -> int:
    """Return the megabytes of the process that listens at an address."""
    port = int(address.rpartition(":")[2])
    for status in Path("/proc").glob("[0-9]*/status"):
        command = status.with_name("cmdline")
        try:
            if f"--server.port\0{port}\0" in command.read_text():
                found = re.search(r"VmRSS:\s+(\d+) kB", status.read_text())
                return int(found[1]) // 1024 if found else 0
        except OSError:
            continue
    return 0


if __name__ == "__main__":
    main()
