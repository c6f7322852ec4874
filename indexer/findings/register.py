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
    """Return the rows of decisions in order, as `python -m indexer decisions` writes them.

    What minutes that were printed again repeat is one row: that of the minutes' own paper, not of an agenda pack that
    carries them; `copies` names the other papers. What one paper says twice under an item was decided twice: three
    amendments may each be lost in the same words.
    """
    kept: dict[tuple[object, ...], list[Decision]] = {}
    told: Counter[tuple[object, ...]] = Counter()
    for one in decisions:
        meeting = one.section.meeting
        said = " ".join(f"{one.put} {one.result}".lower().split())
        key = (meeting.organisation, meeting.body, meeting.held_on, one.item, said)
        told[(*key, one.section.paper.file)] += 1
        kept.setdefault((*key, told[(*key, one.section.paper.file)]), []).append(one)
    return [_row(printed) for printed in kept.values()]


def _row(printed: Sequence[Decision]) -> dict[str, Any]:
    """Return the row of one decision that was printed in so many papers."""
    decision = next((one for one in printed if one.section.page in (None, 1)), printed[0])
    section = decision.section
    files = [file for one in printed for file in (one.section.paper.file, *one.section.paper.copies)]
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
        "copies": [file for file in dict.fromkeys((*section.paper.copies, *files)) if file != section.paper.file],
    }
