"""The rows of the register: each decision as a plain record, once, with the places where it was printed again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Any

from indexer.findings.minutes import Decision
from indexer.sections.section import Section

COLUMNS = (
    "file",
    "page",
    "organisation",
    "body",
    "meeting_date",
    "item",
    "title",
    "text",
    "outcome",
    "votes",
    "kind",
    "result",
    "mover",
    "seconder",
    "copies",
)


def standing(decisions: Sequence[Decision], replaced: Container[Section]) -> Iterator[Decision]:
    """The decisions without those of replaced minutes under an item that the minutes in their place have as well."""
    held = {(one.section.meeting.sitting, one.item) for one in decisions if one.section not in replaced}
    for one in decisions:
        if one.section not in replaced or (one.section.meeting.sitting, one.item) not in held:
            yield one


def rows_of(decisions: Iterable[Decision]) -> list[dict[str, Any]]:
    """The rows of decisions in order, as `python -m indexer decisions` writes them."""
    return _once(_row(one) for one in decisions)


def _once(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows without those that minutes printed again repeat; where they were printed again stands in `copies`.

    What one paper says twice under an item was decided twice: three amendments may each be lost in the same words.
    """
    kept: dict[tuple[object, ...], dict[str, Any]] = {}
    told: Counter[tuple[str, ...]] = Counter()
    for row in rows:
        said = " ".join(f"{row['text']} {row['result']}".lower().split())
        key = (row["organisation"], row["body"], row["meeting_date"], row["item"], said)
        told[(*key, row["file"])] += 1
        first = kept.setdefault((*key, told[(*key, row["file"])]), row)
        if first is not row and row["file"] not in (first["file"], *first["copies"]):
            first["copies"] += [row["file"], *row["copies"]]
    return list(kept.values())


def _row(decision: Decision) -> dict[str, Any]:
    section = decision.section
    held_on = section.meeting.held_on
    return {
        "file": section.paper.file,
        "page": decision.page,
        "organisation": section.meeting.organisation,
        "body": section.meeting.body,
        "meeting_date": held_on.isoformat() if held_on else "",
        "item": decision.item,
        "title": decision.title,
        "text": decision.put,
        "outcome": decision.outcome,
        "votes": decision.votes,
        "kind": decision.kind,
        "result": decision.result,
        "mover": decision.mover,
        "seconder": decision.seconder,
        "copies": list(section.paper.copies),
    }
