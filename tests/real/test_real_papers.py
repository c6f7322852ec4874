"""How much of real council papers is understood: checks written by hand, from reading, against what the parser says.

The papers are not part of this repository. They are looked for in `papers` inside the folder that BOARD_PAPERS_SHARED
names, or else inside `shared` beside the repository; without them only the form of the checks is tested.

`sections.jsonl` says of a line (text files, from 1) or a page (PDFs, physical, from 1) what stands there: the kind of
section, the date and the body of the meeting it belongs to, the number of the item. A body or an item of null is not
asked. `decisions_absent.jsonl` names places that look like a decision and hold none.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from corpus.papers import Paper
from indexer.findings.minutes import Decision, decisions_of
from indexer.items.item import Item, items_of
from indexer.linking.missing_meetings import said_of, settle
from indexer.reading.pages import Reading
from indexer.reading.reader import read_paper
from indexer.sections.section import SectionKind, SectionText, understand

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("BOARD_PAPERS_SHARED") or HERE.parents[2] / "shared")
PAPERS = SHARED / "papers"
NEEDED = 0.95  # share of the checks that must be right
READ_AGAIN = 0.5  # share of a text file's lines that must be found in its sections before a check of it means anything
TELLING = 8  # this many words in a row, the same in a decision and at a place, tell that it was read there ...
FEWEST = 4  # ... or a whole shorter decision, but not one of a word or two: "Noted" stands in too many sentences

pytestmark = pytest.mark.slow
with_papers = pytest.mark.skipif(not PAPERS.is_dir(), reason=f"the real papers are not here: no folder {PAPERS}")


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a text file or a page of a PDF, both from 1; the other is None."""

    file: str
    line: int | None
    page: int | None

    def __str__(self) -> str:
        return f"{self.file} " + (f"line {self.line}" if self.line else f"page {self.page}")


@dataclass(frozen=True, slots=True)
class Check:
    """What a reader found at a place."""

    place: Place
    kind: SectionKind
    meeting_date: date | None
    body: str | None
    item: str | None
    note: str


@dataclass(frozen=True, slots=True)
class Absent:
    """A place that looks like a decision and is none."""

    place: Place
    note: str


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(row) for row in (HERE / name).read_text(encoding="utf-8").splitlines() if row.strip()]


def _place(row: dict[str, Any]) -> Place:
    return Place(row["file"], row["line"], row["page"])


def _checks() -> list[Check]:
    return [
        Check(
            place=_place(row),
            kind=SectionKind(row["kind"]),
            meeting_date=date.fromisoformat(row["meeting_date"]) if row["meeting_date"] else None,
            body=row["body"],
            item=row["item"],
            note=row["note"],
        )
        for row in _rows("sections.jsonl")
    ]


def _absent() -> list[Absent]:
    return [Absent(_place(row), row["note"]) for row in _rows("decisions_absent.jsonl")]


# --- the parser, looked up late so that its own tests can run before it is whole


@cache
def _paper(file: str) -> Paper:
    data, stat = (PAPERS / file).read_bytes(), (PAPERS / file).stat()
    return Paper(file, hashlib.sha256(data).hexdigest(), stat.st_size, stat.st_mtime_ns)


@cache
def _reading(file: str) -> Reading:
    reading = read_paper(PAPERS / file)
    assert not reading.problem, f"{file}: {reading.problem}"
    return reading


@cache
def _all_sections() -> dict[str, tuple[SectionText, ...]]:
    """The sections of every paper in a collection with a check, settled folder by folder as an index run does it."""
    collections = {PAPERS / Path(one.place.file).parts[0] for one in (*_checks(), *_absent())}
    paths = sorted(path for folder in collections for path in folder.rglob("*") if path.suffix in {".pdf", ".txt"})
    files = [path.relative_to(PAPERS).as_posix() for path in paths]
    understood = [understand(_paper(file), _reading(file)) for file in files]
    settled = settle([[said_of(part) for part in parts] for parts in understood])
    return {
        file: tuple(replace(part, section=section) for part, section in zip(parts, sections, strict=True))
        for file, parts, sections in zip(files, understood, settled, strict=True)
    }


def _sections(file: str) -> tuple[SectionText, ...]:
    return _all_sections()[file]


@cache
def _items(file: str, at: int) -> tuple[Item, ...]:
    """The items (`number`, `lines`) of the section at that position."""
    return items_of(_sections(file)[at])


@cache
def _decisions(file: str) -> tuple[tuple[int, Decision], ...]:
    """All decisions read out of a paper, each with the position of its section."""
    return tuple((at, made) for at, text in enumerate(_sections(file)) for made in decisions_of(text))


# --- from a place in the file to the line that the parser made of it


@dataclass(frozen=True, slots=True)
class Spot:
    """A line of a section: the position of the section in its paper, and of the line in the section."""

    section: int
    line: int


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())


def _spots(file: str) -> list[tuple[Spot, str]]:
    sections = enumerate(_sections(file))
    lines = [(Spot(at, n), _plain(line.text)) for at, text in sections for n, line in enumerate(text.lines)]
    return [(spot, text) for spot, text in lines if text]


@cache
def _aligned(file: str) -> dict[int, Spot]:
    """The spot of every line of a text file that stands in a section, by its number from 1.

    Both sides are matched as two sequences, so a line that stands in the file ten times is told by its neighbours.
    """
    written = [(n, _plain(line)) for n, line in enumerate((PAPERS / file).read_text("utf-8").split("\n"), 1)]
    written = [(n, text) for n, text in written if text]
    spots = _spots(file)
    matcher = SequenceMatcher(None, [text for _, text in written], [text for _, text in spots], autojunk=False)
    found = {
        written[block.a + step][0]: spots[block.b + step][0]
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    }
    share = len(found) / len(written)
    assert share >= READ_AGAIN, f"only {share:.0%} of the lines of {file} stand in its sections: nothing can be checked"
    return found


def _spots_at_line(file: str, line: int) -> list[Spot]:
    """The spot of that line; when it was dropped (page furniture) or changed, its nearest neighbours on both sides."""
    found = _aligned(file)
    if line in found:
        return [found[line]]
    before = max((n for n in found if n < line), default=None)
    after = min((n for n in found if n > line), default=None)
    return [found[n] for n in (before, after) if n is not None]


def _spots_on_page(file: str, page: int) -> list[Spot]:
    """The lines of that page in the section that has most of its text; of an unclaimed page, none."""
    lines = [
        (Spot(at, n), len(line.text))
        for at, text in enumerate(_sections(file))
        for n, line in enumerate(text.lines)
        if line.page == page
    ]
    weight: Counter[int] = Counter()
    for spot, size in lines:
        weight[spot.section] += size
    most = max(weight, key=lambda at: weight[at], default=None)
    return [spot for spot, _ in lines if spot.section == most]


def _spots_at(place: Place) -> list[Spot]:
    if place.line is not None:
        return _spots_at_line(place.file, place.line)
    assert place.page is not None
    return _spots_on_page(place.file, place.page)


@cache
def _numbers_of_words(file: str, at: int) -> tuple[str | None, ...]:
    """For each word of a section in order the number of the item that it went into; None where it went into none.

    Items of minutes laid out as a table hold lines of their own, made of the cells, so the words are matched as two
    sequences: a word that stands in the section a hundred times is told by its neighbours.
    """
    written = [word for line in _sections(file)[at].lines for word in _words(line.text)]
    taken = [
        (word, item.number)
        for item in _items(file, at)
        for text in (f"{item.number} {item.title}", *(line.text for line in item.lines))
        for word in _words(text)
    ]
    numbers: list[str | None] = [None] * len(written)
    matcher = SequenceMatcher(None, written, [word for word, _ in taken], autojunk=False)
    for block in matcher.get_matching_blocks():
        for step in range(block.size):
            numbers[block.a + step] = taken[block.b + step][1]
    return tuple(numbers)


def _number_at(file: str, spot: Spot) -> str | None:
    """The number of the item that holds a line, or most words of it; None where no item has it."""
    lines = _sections(file)[spot.section].lines
    owners = {id(line): item.number for item in _items(file, spot.section) for line in item.lines}
    if id(lines[spot.line]) in owners:
        return owners[id(lines[spot.line])]
    start = sum(len(_words(line.text)) for line in lines[: spot.line])
    there = _numbers_of_words(file, spot.section)[start : start + len(_words(lines[spot.line].text))]
    held = Counter(number for number in there if number is not None)
    return held.most_common(1)[0][0] if 2 * held.total() > len(there) else None


def _sections_at(place: Place) -> list[SectionText]:
    return [_sections(place.file)[at] for at in dict.fromkeys(spot.section for spot in _spots_at(place))]


# --- comparing


def _same_number(one: str, other: str) -> bool:
    first, second = (re.sub(r"\b0+(?=\d)", "", text.strip().rstrip(".").lower()) for text in (one, other))
    return first == second


def _same_body(one: str, other: str) -> bool:
    """Whether two names are of one body, which may be printed with or without its council or area in front."""
    first, second = (re.sub(r"well[- ]being", "wellbeing", _plain(name).lower()) for name in (one, other))
    return bool(first and second) and (first in second or second in first)


def _differences(check: Check, text: SectionText) -> list[str]:
    """What is wrong with a section as an answer to a check; the numbers inside minutes are asked elsewhere."""
    section, meeting = text.section, text.section.meeting
    wrong = []
    if section.kind != check.kind:
        wrong.append(f"kind {section.kind.value}, not {check.kind.value}")
    if meeting.held_on != check.meeting_date:
        wrong.append(f"meeting of {meeting.held_on}, not {check.meeting_date}")
    if check.body is not None and not _same_body(meeting.body, check.body):
        wrong.append(f"body {meeting.body!r}, not {check.body!r}")
    if check.item is not None and check.kind is not SectionKind.MINUTES and not _same_number(section.item, check.item):
        wrong.append(f"item {section.item!r}, not {check.item!r}")
    return wrong


def _longest_run(one: Sequence[str], other: Sequence[str]) -> int:
    return SequenceMatcher(None, one, other, autojunk=False).find_longest_match().size


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", _plain(text).lower())


def _taken_at(place: Place, section: int, decision: Any) -> bool:
    """Whether a decision that the parser read out of that section stands at the place."""
    if place.page is not None:
        return bool(decision.page == place.page)
    assert place.line is not None
    if section not in {spot.section for spot in _spots_at(place)}:
        return False
    there = _words((PAPERS / place.file).read_text("utf-8").split("\n")[place.line - 1])
    decided = _words(decision.text)
    return _longest_run(there, decided) >= min(TELLING, len(there), max(FEWEST, len(decided)))


def _report(title: str, wrong: Iterable[str], asked: int) -> str:
    lines = list(wrong)
    return "\n".join([f"{title}: {asked - len(lines)} of {asked} right", *(f"  {line}" for line in lines)])


# --- the tests


def test_checks_are_well_formed() -> None:
    checks, absent = _checks(), _absent()
    places = [check.place for check in checks]
    assert len(set(places)) == len(places) >= 60
    assert sum(place.file.startswith("kent/") for place in places) >= 20
    assert len({one.place for one in absent}) == len(absent) >= 12
    for place in [*places, *(one.place for one in absent)]:
        assert (place.line is None) == (place.page is not None) == place.file.endswith(".pdf"), place


@with_papers
def test_sections_are_what_a_reader_says_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    checks, wrong = _checks(), []
    for check in checks:
        answers = [_differences(check, text) for text in _sections_at(check.place)]
        if not answers:
            wrong.append(f"{check.place}: in no section ({check.note})")
        elif all(answers):
            wrong.append(f"{check.place}: {'; '.join(answers[0])} ({check.note})")
    report = _report("sections", wrong, len(checks))
    with capsys.disabled():
        print(f"\n{report}")
    assert 1 - len(wrong) / len(checks) >= NEEDED, report


@with_papers
def test_items_of_minutes_carry_the_number_printed_there(capsys: pytest.CaptureFixture[str]) -> None:
    asked = [check for check in _checks() if check.kind is SectionKind.MINUTES and check.item is not None]
    wrong = []
    for check in asked:
        numbers = {_number_at(check.place.file, spot) for spot in _spots_at(check.place)} - {None}
        if not any(_same_number(number or "", check.item or "") for number in numbers):
            wrong.append(f"{check.place}: item {sorted(map(str, numbers))}, not {check.item!r} ({check.note})")
    report = _report("items of minutes", wrong, len(asked))
    with capsys.disabled():
        print(f"\n{report}")
    assert 1 - len(wrong) / len(asked) >= NEEDED, report


@with_papers
def test_no_decision_stands_where_the_text_only_looks_like_one() -> None:
    wrong = [
        f"{absent.place}: {decision.text[:80]!r} ({absent.note})"
        for absent in _absent()
        for at, decision in _decisions(absent.place.file)
        if _taken_at(absent.place, at, decision)
    ]
    assert not wrong, _report("places without a decision", wrong, len(_absent()))
