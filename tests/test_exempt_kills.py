"""Killed at any moment of a sync or a rebuild that changes labels: nothing exempt is open, and nothing is lost."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any

import forked
import pytest
from test_access_matrix import MINUTES, pdf, secret, sync, texts_seen
from word_embedder import WordEmbedder

from app.assistant import Assistant
from indexer.build import stamp_of
from indexer.store import Store, verify
from indexer.store.verify import verify_store

HERE = Path(__file__).parent
SECRETS = ("zanzibar", "quillfeather", "umbrellabird", "xylophone")
ALWAYS = "marzipan"  # exempt from the beginning, by a setting that every second run forgets
STEPS = ("obeyed", "reading", "embedding", "building the vector index", "finished")
FILES = (
    "restrictions.json.new",
    "store-*",
    "store-*/papers.db-wal",
    "store-*/chroma/*/*",
    "store.json.new",
    "store.json",
)
SOME = 2  # what every commit waits for; BOARD_PAPERS_KILLS=40 is run by hand, see docs/measurements.md


def start(corpus: Path, index: Path, how: str, exempt: list[str]) -> subprocess.Popen[str]:
    arguments = [str(corpus), str(index), how, *exempt]
    given: dict[str, Any] = {"stdout": subprocess.PIPE, "text": True, "start_new_session": True}
    if forked.POSSIBLE:
        return forked.Forked("exempt_building", arguments, **given)
    path = os.pathsep.join([str(HERE), str(HERE.parent)])
    command = [sys.executable, str(HERE / "exempt_building.py"), *arguments]
    return subprocess.Popen(command, env={**os.environ, "PYTHONPATH": path}, **given)


def kill(child: subprocess.Popen[str], index: Path, moment: str, chance: random.Random) -> list[str]:
    """Kill a build at a step, or when a file is made, or at random; returns the steps that it had said."""
    said: list[str] = []
    reader = threading.Thread(target=lambda: said.extend(map(str.strip, iter(child.stdout.readline, ""))), daemon=True)
    reader.start()
    until, known = time.monotonic() + chance.uniform(0.05, 2.5), set(index.glob(moment)) if moment in FILES else set()
    while child.poll() is None:
        if moment == "random" and time.monotonic() > until:
            break
        if moment in STEPS and moment in said:
            break
        with suppress(OSError):  # a folder goes while it is looked into
            if moment in FILES and set(index.glob(moment)) - known:
                break
        time.sleep(0.0005)
    time.sleep(chance.choice((0, 0.002, 0.02)))
    if child.poll() is None:
        os.killpg(child.pid, signal.SIGKILL)
    child.wait(20)
    reader.join(20)
    return said


def killed(folder: Path, kills: int, *, seed: int = 1) -> Counter[str]:
    """Counts of what so many kills did: papers open that are exempt, papers lost, indexes damaged."""
    corpus, index, chance, found = folder / "papers", folder / "index", random.Random(seed), Counter[str]()
    pdf(
        corpus / "open.pdf",
        MINUTES.format(body="HARBOUR COMMITTEE", title="Lamp", text="It failed.", decision="it be mended."),
    )
    pdf(corpus / "private" / "always.pdf", secret(ALWAYS))
    for word in SECRETS:
        pdf(corpus / f"{word}.pdf", secret(word))
    sync(corpus, index)
    moments = [*STEPS, *FILES, "random", "random", "random"]
    chance.shuffle(moments)
    hidden: set[str] = set()
    for number in range(kills):
        word = SECRETS[number % len(SECRETS)]
        lines = [f"{other}.pdf,,{'exempt' if other == word else 'public'},round {number}" for other in SECRETS]
        (corpus / "access.csv").write_text("\n".join(["file,pages,label,reason", *lines]) + "\n", encoding="utf-8")
        moment, how = moments[number % len(moments)], "sync" if number % 4 == 3 else "rebuild"
        said = kill(start(corpus, index, how, ["private"] if number % 2 else []), index, moment, chance)
        hidden.add(word)
        shut = set(hidden)  # a word of an earlier round stays shut until its release has been obeyed
        seen = texts_seen(index).casefold()
        found["kills"] += 1
        found["obeyed before the kill"] += "obeyed" in said
        found["finished before the kill"] += "finished" in said
        found["open"] += sum(secret_word in seen for secret_word in {ALWAYS, *([word] if "obeyed" in said else ())})
        found["lost"] += sum(other not in seen for other in ("it be mended", *(set(SECRETS) - shut)))
        found["damaged"] += bool(verify_store(index))
        hidden = {word} if "obeyed" in said else hidden
    sync(corpus, index)
    with Store(index, stamp_of(WordEmbedder())) as store:
        assistant = Assistant(store, WordEmbedder(), corpus=corpus)
        found["papers at the end"] = assistant.holdings().papers
    found["damaged"] += bool(verify(index))
    found["left over at the end"] = len(list(index.glob("store-*"))) - 1 if (index / "store.json").exists() else 0
    return found


def assert_nothing_open_or_lost(found: Counter[str], kills: int) -> None:
    assert (found["kills"], found["open"], found["lost"], found["damaged"]) == (kills, 0, 0, 0)
    assert (found["papers at the end"], found["left over at the end"]) == (1 + len(SECRETS) - 1, 0)


def test_kills_open_nothing_and_lose_nothing(tmp_path: Path) -> None:
    assert_nothing_open_or_lost(killed(tmp_path, SOME), SOME)


@pytest.mark.slow
def test_many_kills_open_nothing_and_lose_nothing(tmp_path: Path) -> None:
    kills = int(os.environ.get("BOARD_PAPERS_KILLS", "6"))
    assert_nothing_open_or_lost(killed(tmp_path, kills, seed=kills), kills)
