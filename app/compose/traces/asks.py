"""Asks: what a step of a course asked for or promised, and the step that brought it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.compose.traces.matter import Matter
from app.compose.traces.stages import Stage
from app.matters.undertakings.own_words import FEW, TAKEN_UP, own_words
from indexer.sections.section import SectionKind

ASKED = re.compile(
    r"\b(?:promised|requested|undertook|be asked to|asks? for|asked for|requires?|reported? back)\b|"
    r"\bbe (?:circulated|provided|sent|submitted|brought|presented|reported)\b|\bbe requested\b|"
    r"\bto (?:bring|report)\b",
    re.IGNORECASE,
)
BRINGS = (SectionKind.REPORT, SectionKind.APPENDIX, SectionKind.PRESENTATION, SectionKind.MINUTES)


def bringing(steps: Sequence[Sequence[Stage]], matter: Matter) -> set[int]:
    """The numbers of the steps, in their order, that take up what an earlier one of the same council asked for.

    An ask that has no own words beside the matter's, "a further report", is taken up by the body's next report.
    """
    found = set()
    for n, step in enumerate(steps):
        for asking in (stage for stage in step if ASKED.search(stage.evidence.sentence)):
            later = (m for m in range(n + 1, len(steps)) if _brings(steps[m], asking, matter))
            if (first := next(later, None)) is not None:
                found.add(first)
    return found


def _brings(step: Sequence[Stage], asking: Stage, matter: Matter) -> bool:
    section, before = step[0].evidence.passage.section, asking.evidence.passage.section
    if section.kind not in BRINGS or section.meeting.sitting == before.meeting.sitting:
        return False
    if section.meeting.organisation != before.meeting.organisation:
        return False
    own = own_words(asking.evidence.sentence) - matter.weights.keys()
    if len(own) < FEW:
        return section.meeting.body == before.meeting.body and section.kind is SectionKind.REPORT
    titles = {f"{stage.evidence.passage.title} {stage.evidence.passage.heading}" for stage in step}
    said = own_words(" ".join([*titles, *(stage.evidence.sentence for stage in step)]))
    return len(own & said) >= TAKEN_UP * len(own)
