"""Reports that minutes print in full under their items, with the motion that was carried on each: part of those minutes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from indexer.sections.boundaries import Part, SectionKind

# A motion and what became of it, in lines of their own
_MOVED = re.compile(r"^\W*moved(?: by)?\s*:|^\W*moved by\b.*\bseconded\b", re.I)
_FATE = re.compile(r"^\W*(?:motion )?(?:carried|lost|defeated)\b", re.I)


def inside_minutes(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts, with a report that is printed in minutes joined to them: what was moved and carried on it stands below it."""
    open_part: Part | None = None
    for part in parts:
        minuted = part.kind is SectionKind.REPORT and any(_MOVED.match(line.text) for line in part.lines)
        if (
            open_part
            and open_part.kind is SectionKind.MINUTES
            and minuted
            and any(_FATE.match(line.text) for line in part.lines)
        ):
            open_part = replace(open_part, lines=(*open_part.lines, *part.lines))
            continue
        if open_part:
            yield open_part
        open_part = part
    if open_part:
        yield open_part
