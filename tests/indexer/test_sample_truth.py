"""The sample papers are understood as their makers meant them."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus.papers import Paper
from indexer.acronyms import acronyms_of
from indexer.attendance import Attendance
from indexer.fates import FateKind, fate_of
from indexer.minutes import decisions_of, read_minutes, records_a_meeting
from indexer.pages import read_papers
from indexer.recommendations import recommendations_of
from indexer.sections import SectionText, understand
from indexer.settling import settle

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "corpus" / "sample"
TRUTH = ROOT / "tests" / "expected" / "sample"
Row = dict[str, Any]


def truth(name: str) -> list[Row]:
    return [json.loads(line) for line in (TRUTH / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def papers() -> dict[str, tuple[SectionText, ...]]:
    """The sections of every sample paper by its file."""
    files = sorted(path for path in SAMPLE.rglob("*") if path.suffix in (".pdf", ".txt"))
    names = {path: path.relative_to(SAMPLE).as_posix() for path in files}
    read = [(names[path], reading) for path, reading in read_papers(files)]
    settled = settle([understand(Paper(file, "", 0, 0), reading) for file, reading in read])
    return {file: parts for (file, _), parts in zip(read, settled, strict=True)}


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[a-z0-9£%]+", text.casefold()))


def alike(a: str, b: str) -> float:
    x, y = words(a), words(b)
    return 2 * sum((x & y).values()) / (sum(x.values()) + sum(y.values()))


def places(row: Row) -> Iterator[tuple[str, int]]:
    """Every file and page where a decision of the truth is printed."""
    yield row["file"], row["page"]
    yield from ((copy["file"], copy["page"]) for copy in row["copies"])


@pytest.fixture(scope="module")
def matched(papers: dict[str, tuple[SectionText, ...]]) -> list[tuple[Row, Row | None]]:
    """Each decision of the truth, at each of its places, with the decision that was found there."""
    found: dict[str, list[Row]] = {}
    for file, parts in papers.items():
        found[file] = [
            {
                "page": d.page,
                "text": d.text,
                "item": d.item,
                "outcome": d.outcome,
                "date": d.section.meeting.held_on.isoformat() if d.section.meeting.held_on else "",
            }
            for part in parts
            for d in decisions_of(part)
        ]
    pairs: list[tuple[Row, Row | None]] = []
    for row in truth("decisions"):
        for file, page in places(row):
            rows = found[file]
            best = max(rows, key=lambda one: alike(row["text"], one["text"]), default=None)
            if best is not None and alike(row["text"], best["text"]) >= 0.6:
                rows.remove(best)
                pairs.append(({**row, "page": page}, best))
            else:
                pairs.append(({**row, "page": page}, None))
    pairs += [({}, extra) for rows in found.values() for extra in rows]
    return pairs


def test_nearly_every_decision_is_found_and_hardly_any_is_made_up(matched: list[tuple[Row, Row | None]]) -> None:
    # the truth cuts two resolutions into limbs that are not numbered, and counts two actions as decisions
    missed = [row for row, found in matched if row and found is None]
    made_up = [found for row, found in matched if not row]
    assert len(missed) <= 6, missed
    assert len(made_up) <= 1, made_up


def test_every_decision_found_has_its_own_meeting_item_and_page(matched: list[tuple[Row, Row | None]]) -> None:
    pairs = [(row, found) for row, found in matched if row and found]
    assert [row for row, found in pairs if row["meeting_date"] != found["date"]] == []
    assert [row for row, found in pairs if row["item"] != found["item"]] == []
    assert [row for row, found in pairs if row["page"] != found["page"]] == []


SAME = ({"approved", "agreed", "adopted", "endorsed", "carried", "confirmed"}, {"rejected", "lost"})


def test_outcomes_agree(matched: list[tuple[Row, Row | None]]) -> None:
    pairs = [(row["outcome"], found["outcome"]) for row, found in matched if row and found]
    agree = [a == b or any({a, b} <= group for group in SAME) for a, b in pairs]
    assert sum(agree) / len(agree) >= 0.93


def test_every_section_has_its_kind_and_its_meeting(papers: dict[str, tuple[SectionText, ...]]) -> None:
    wrong = []
    for row in truth("sections"):
        parts = [part.section for part in papers[row["file"]]]
        section = next((s for s in parts if s.page and s.page_end and s.page <= row["page"] <= s.page_end), None)
        held_on = section.meeting.held_on.isoformat() if section and section.meeting.held_on else ""
        if section is None or (section.kind.value, held_on) != (row["kind"], row["meeting_date"] or ""):
            wrong.append((row["file"], row["page"], row["kind"], section))
    assert wrong == []


def test_every_organisation_and_body_is_named(papers: dict[str, tuple[SectionText, ...]]) -> None:
    wrong = []
    for row in truth("sections"):
        for part in papers[row["file"]]:
            if part.section.page == row["page"]:
                meeting = part.section.meeting
                if (meeting.organisation, meeting.body) != (row["organisation"], row["body"]):
                    wrong.append((row["file"], row["page"], meeting))
    assert wrong == []


def test_nearly_everybody_present_is_found(papers: dict[str, tuple[SectionText, ...]]) -> None:
    found: set[tuple[str, Attendance]] = set()
    for file, parts in papers.items():
        for part in parts:
            if part.section.kind == "minutes":
                found |= {(file, replace(p, role="", chair=False, page=None)) for p in read_minutes(part).attendance}
    expected = {(row["file"], row["name"], row["capacity"]) for row in truth("attendance")}
    missed = expected - {(file, person.name, person.capacity.value) for file, person in found}
    assert len(missed) <= 2, missed


def test_hardly_anybody_is_made_up(papers: dict[str, tuple[SectionText, ...]]) -> None:
    found = {
        (str(part.section.meeting.held_on), part.section.meeting.body, person.name, person.capacity.value)
        for parts in papers.values()
        for part in parts
        if records_a_meeting(part)
        for person in read_minutes(part).attendance
    }
    told = {(row["meeting_date"], row["body"], row["name"], row["capacity"]) for row in truth("attendance")}
    assert len(found - told) <= 2, found - told


def test_every_acronym_is_learnt_on_its_page_and_none_is_made_up(papers: dict[str, tuple[SectionText, ...]]) -> None:
    found = {(file, a.short, a.long, a.page) for file, parts in papers.items() for part in parts for a in acronyms_of(part)}
    assert found == {(row["file"], row["acronym"], row["expansion"], row["page"]) for row in truth("acronyms")}


def test_nearly_every_recommendation_is_found(papers: dict[str, tuple[SectionText, ...]]) -> None:
    found = {
        (file, " ".join(words(limb.text)))
        for file, parts in papers.items()
        for part in parts
        for limb in recommendations_of(part)
    }
    missed = [row for row in truth("recommendations") if (row["file"], " ".join(words(row["text"]))) not in found]
    assert len(missed) <= 3, missed
    told = {(row["file"], " ".join(words(row["text"]))) for row in truth("recommendations")}
    assert len(found - told) <= 2, found - told


AS_RECOMMENDED = {"approved", "agreed", "endorsed"}


def test_most_recommendations_meet_their_fate(papers: dict[str, tuple[SectionText, ...]]) -> None:
    parts = [part for of_paper in papers.values() for part in of_paper]
    decisions = [one for part in parts if part.section.access == "public" for one in decisions_of(part)]
    asked = {
        (part.section.paper.file, " ".join(words(limb.text))): limb for part in parts for limb in recommendations_of(part)
    }
    right = []
    for row in truth("recommendations"):
        if limb := asked.get((row["file"], " ".join(words(row["text"])))):
            kind = fate_of(limb, decisions).kind
            # to note what was to be noted is to do as recommended
            as_asked = kind in (FateKind.APPROVED, FateKind.NOTED) and row["later"] in AS_RECOMMENDED
            right.append(as_asked or kind.value == row["later"])
    assert sum(right) / len(right) >= 0.9, (sum(right), len(right))
