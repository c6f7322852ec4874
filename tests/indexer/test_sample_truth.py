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
from indexer.findings.acronyms import acronyms_of
from indexer.findings.minutes import decisions_of, read_minutes, records_a_meeting
from indexer.findings.recommendations import recommendations_of
from indexer.linking.copies import likeness_key
from indexer.linking.fates import FateKind, fate_of
from indexer.linking.missing_meetings import said_of, settle
from indexer.linking.versions import versions_of
from indexer.reading.pages import Reading
from indexer.reading.reader import read_papers
from indexer.sections.section import SectionText, understand

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
    understood = [(file, understand(Paper(file, "", 0, 0), reading)) for file, reading in read]
    settled = settle([[said_of(part) for part in parts] for _, parts in understood])
    return {
        file: tuple(replace(part, section=section) for part, section in zip(parts, sections, strict=True))
        for (file, parts), sections in zip(understood, settled, strict=True)
    }


def places(row: Row) -> Iterator[tuple[str, int]]:
    """Every file and page where a decision of the truth is printed."""
    yield row["file"], row["page"]
    yield from ((copy["file"], copy["page"]) for copy in row["copies"])


def lower(text: str) -> str:
    """The words of a text, so that neither case nor the marks between them tell two texts apart."""
    return " ".join(re.findall(r"[a-z0-9£%]+", text.casefold()))


def test_every_decision_is_found_word_for_word_and_none_is_made_up(papers: dict[str, tuple[SectionText, ...]]) -> None:
    found = Counter(
        (file, one.page, str(one.section.meeting.held_on), one.item, lower(one.title), lower(one.text))
        for file, parts in papers.items()
        for part in parts
        for one in decisions_of(part)
    )
    told = Counter(
        (file, page, row["meeting_date"], row["item"], lower(row["title"]), lower(row["text"]))
        for row in truth("decisions")
        for file, page in places(row)
    )
    assert found == told


@pytest.mark.parametrize("column", ["outcome", "votes", "mover", "seconder"])
def test_of_every_decision_it_is_known(papers: dict[str, tuple[SectionText, ...]], column: str) -> None:
    found = {
        (file, one.page, one.item, lower(one.text), lower(getattr(one, column)))
        for file, parts in papers.items()
        for part in parts
        for one in decisions_of(part)
    }
    told = {
        (file, page, row["item"], lower(row["text"]), lower(row[column]))
        for row in truth("decisions")
        for file, page in places(row)
    }
    assert found == told


def test_every_section_has_its_place_its_meeting_and_its_title(papers: dict[str, tuple[SectionText, ...]]) -> None:
    found = {
        (
            file,
            part.section.page,
            part.section.page_end,
            part.section.kind.value,
            part.section.meeting.organisation,
            part.section.meeting.body,
            str(part.section.meeting.held_on),
            part.section.item,
            lower(part.section.title),
        )
        for file, parts in papers.items()
        for part in parts
    }
    columns = ("file", "page", "page_end", "kind", "organisation", "body", "meeting_date", "item")
    assert found == {(*(row[name] for name in columns), lower(row["title"])) for row in truth("sections")}


def test_what_is_exempt_and_nothing_else_is_kept_from_the_public(papers: dict[str, tuple[SectionText, ...]]) -> None:
    found = {
        (file, part.section.page, part.section.page_end)
        for file, parts in papers.items()
        for part in parts
        if part.section.access != "public"
    }
    assert found == {(row["file"], row["page"], row["page_end"]) for row in truth("exempt")}


def test_everybody_named_is_found_in_their_capacity_and_nobody_is_made_up(
    papers: dict[str, tuple[SectionText, ...]],
) -> None:
    found = {
        (str(part.section.meeting.held_on), part.section.meeting.body, person.name, person.capacity.value)
        for parts in papers.values()
        for part in parts
        if records_a_meeting(part)
        for person in read_minutes(part).attendance
    }
    assert found == {(row["meeting_date"], row["body"], row["name"], row["capacity"]) for row in truth("attendance")}


def test_every_acronym_is_learnt_on_its_page_and_none_is_made_up(papers: dict[str, tuple[SectionText, ...]]) -> None:
    found = {
        (file, a.short, a.long, a.page) for file, parts in papers.items() for part in parts for a in acronyms_of(part)
    }
    assert found == {(row["file"], row["acronym"], row["expansion"], row["page"]) for row in truth("acronyms")}


def test_every_recommendation_is_found_and_none_is_made_up(papers: dict[str, tuple[SectionText, ...]]) -> None:
    found = Counter(
        (file, limb.page, lower(limb.number), lower(limb.text))
        for file, parts in papers.items()
        for part in parts
        for limb in recommendations_of(part)
    )
    told = Counter(
        (row["file"], row["page"], lower(row["limb"]), lower(row["text"])) for row in truth("recommendations")
    )
    assert found == told


AS_RECOMMENDED = {"approved", "agreed", "endorsed"}


def test_most_recommendations_meet_their_fate(papers: dict[str, tuple[SectionText, ...]]) -> None:
    parts = [part for of_paper in papers.values() for part in of_paper]
    decisions = [one for part in parts if part.section.access == "public" for one in decisions_of(part)]
    asked = {(part.section.paper.file, lower(limb.text)): limb for part in parts for limb in recommendations_of(part)}
    right, strict = [], []
    for row in truth("recommendations"):
        if limb := asked.get((row["file"], lower(row["text"]))):
            kind = fate_of(limb, decisions).kind
            told = FateKind.APPROVED if row["later"] in AS_RECOMMENDED else FateKind(row["later"])
            strict.append(kind is told)
            # the truth calls five limbs that were to be noted, and were, approved
            right.append(kind is told or (kind is FateKind.NOTED and told is FateKind.APPROVED))
    assert sum(strict) / len(strict) >= 0.92, (sum(strict), len(strict))
    assert sum(right) / len(right) >= 0.97, (sum(right), len(right))


def test_a_replaced_report_and_confirmed_minutes_are_told(papers: dict[str, tuple[SectionText, ...]]) -> None:
    texts = {part.section: "\n".join(line.text for line in part.lines) for parts in papers.values() for part in parts}
    public = [section for section in texts if section.access == "public"]
    decisions = [one for parts in papers.values() for part in parts for one in decisions_of(part)]
    found = list(versions_of(public, decisions, texts.__getitem__))
    replaced = [(one.section, one.successor) for one in found if one.successor]
    assert [(old.item, old.paper.file[:40], new.paper.file[:40]) for old, new in replaced] == [
        ("5", "cabinet/2024-03-19/Public reports pack 1", "cabinet/2024-03-19/Supplement 1 - Item 5")
    ]
    confirmed = {one.section for one in found if one.confirmed_by}
    minutes = [section for section in public if section.kind == "minutes"]
    # the minutes of the next meeting are not among the sample papers
    assert sorted({(s.meeting.body, str(s.meeting.held_on)) for s in minutes if s not in confirmed}) == [
        ("Cabinet", "2024-04-30"),
        ("Cabinet", "2024-10-08"),
        ("Cabinet", "2025-02-11"),
        ("Council", "2023-07-18"),
        ("Council", "2024-07-16"),
        ("Council", "2025-03-04"),
        ("Health and Wellbeing Board", "2024-11-27"),
        ("Overview and Scrutiny Committee", "2024-04-09"),
        ("Overview and Scrutiny Committee", "2025-01-28"),
    ]


def test_the_minutes_in_another_layout_are_a_copy_and_nothing_else_is(
    papers: dict[str, tuple[SectionText, ...]],
) -> None:
    said: dict[str, list[str]] = {}
    for file, parts in papers.items():
        said.setdefault(likeness_key(Reading(()), parts) or file, []).append(file)
    assert [sorted(files) for files in said.values() if len(files) > 1] == [
        [
            "cabinet/2023-12-12/Printed%20minutes%2012th-Dec-2023%2018.00%20Cabinet.pdf",
            "cabinet/2023-12-12/Printed%20minutes%2012th-Dec-2023%2018.00%20Cabinet_1.pdf",
            "cabinet/2024-03-19/Minutes of Previous Meeting.pdf",
        ]
    ]
