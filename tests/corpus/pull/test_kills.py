"""A pull that is killed at any moment: the next one goes on, and nothing is lost or doubled."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.corpus.pull.imitation import changed, make_site, served
from tests.corpus.pull.pulls import NOW, doubled, lost_and_doubled, papers_in, pulled

ROOT = Path(__file__).parents[3]
RUN = """
import sys
import types
sys.modules["tests"] = types.ModuleType("tests")  # a library may have brought a package of this name
sys.modules["tests"].__path__ = ["tests"]
from datetime import datetime
from pathlib import Path
from tests.corpus.pull.pulls import FROM_THE_START, QUICK, pulled
print("ready", flush=True)
pulled(sys.argv[1], Path(sys.argv[2]), now=datetime.fromisoformat(sys.argv[3]))
"""

KILLS = int(os.environ.get("PULL_KILLS", "6"))
"""A hundred were made once; see docs/measurements.md."""


def kill_at_random(address: str, into: Path, chance: random.Random, longest: float) -> None:
    """Starts a pull and kills it after at most so many seconds of work."""
    command = [sys.executable, "-c", RUN, address, str(into), NOW.isoformat()]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": "."}) as process:
        assert process.stdout
        process.stdout.readline()
        time.sleep(chance.random() * longest)
        process.send_signal(signal.SIGKILL)


@pytest.mark.slow
def test_a_pull_that_is_killed_again_and_again_loses_and_doubles_nothing(tmp_path: Path) -> None:
    site, chance = make_site(bodies=4, meetings=4), random.Random(20)
    with served(site) as address:
        for turn in range(KILLS):
            kill_at_random(address, tmp_path, chance, longest=1.5)
            assert doubled(tmp_path) == []
            if turn % 3 == 2:  # the council goes on working
                held = chance.choice([one for one in site.meetings if one.key % 4 == 1])  # the latest of each body
                held.papers[0] = changed(held.papers[0], f"version {turn}")
                held.papers[0].published = f"{turn % 27 + 1:02}/03/2025"
                pulled(address, tmp_path, now=NOW)
                assert lost_and_doubled(site, tmp_path) == (0, 0)
                held.papers[0].restricted = True
        pulled(address, tmp_path, now=NOW)
    assert lost_and_doubled(site, tmp_path) == (0, 0)
    assert list((tmp_path / ".pull" / "parts").iterdir()) == []


def test_a_file_is_never_seen_half(tmp_path: Path) -> None:
    site = make_site(bodies=1, meetings=2)
    whole = {paper.body for _, paper in site.public()}
    with served(site) as address:
        kill_at_random(address, tmp_path, random.Random(1), longest=0.3)
    assert {path.read_bytes() for path in papers_in(tmp_path)} <= whole
