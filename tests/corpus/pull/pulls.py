"""What the tests of a pull share: one run over an imitation, and what lies in the folder afterwards."""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from corpus.pull.politeness import Manners
from corpus.pull.pulling import Wish, pull
from corpus.pull.report import Report
from corpus.pull.sources.modern_gov import ModernGov
from tests.corpus.pull.imitation import Site

NOW = datetime(2025, 9, 20, 12, 0, tzinfo=UTC)
QUICK = Manners(contact="clerk@example.org", pause=0, patience=0.4, tries=3, between_tries=0)
FROM_THE_START = Wish(since=datetime(2022, 1, 1).date())


def pulled(
    address: str,
    into: Path,
    *,
    wish: Wish = FROM_THE_START,
    now: datetime = NOW,
    manners: Manners = QUICK,
    packs: bool = False,
    slept: list[float] | None = None,
) -> Report:
    """One run without waiting; the seconds that it would have waited are put into `slept`."""
    noted = slept if slept is not None else []
    return pull(
        lambda web: ModernGov(web, address, packs=packs), address, into, wish, manners, now=now, sleep=noted.append
    )


def papers_in(folder: Path) -> list[Path]:
    """The papers in the folder: every file but ours and the hidden ones."""
    inside = (path for path in folder.rglob("*") if path.is_file() and ".pull" not in path.parts)
    return sorted(path for path in inside if path.name != "papers.csv")


def listed_in(folder: Path) -> dict[str, dict[str, str]]:
    """The lines of papers.csv by file."""
    with (folder / "papers.csv").open(encoding="utf-8", newline="") as stream:
        return {row["file"]: row for row in csv.DictReader(stream)}


def lost_and_doubled(site: Site, folder: Path) -> tuple[int, int]:
    """How many public papers of the site do not lie in the folder, and how many lie there too often or wrongly."""
    wanted = Counter(hashlib.sha256(paper.body).hexdigest() for _, paper in site.public())
    there = Counter(hashlib.sha256(path.read_bytes()).hexdigest() for path in papers_in(folder))
    return sum((wanted - there).values()), sum((there - wanted).values())


def doubled(folder: Path) -> list[str]:
    """The names of papers whose content lies in the folder twice."""
    files = papers_in(folder)
    counts = Counter(path.read_bytes() for path in files)
    return [path.name for path in files if counts[path.read_bytes()] > 1]
