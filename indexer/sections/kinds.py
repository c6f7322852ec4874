"""The kind of a part that no signal at its head gave one: by the manner, the agenda's title, the look of it, the file's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from indexer.reading.lines import Line
from indexer.sections.agenda import AgendaItem, agenda_items
from indexer.sections.boundaries import Part, SectionKind
from indexer.sections.embedded_reports import MIN_ITEMS, minuted_page
from indexer.sections.enclosures import SLIDE_CHARACTERS
from indexer.sections.manner import likely_kind

# Fewer pages than this are no presentation, however little stands on them.
MIN_SLIDES = 3
# From this probability on, the manner of a text alone says what it is.
SURE = 0.6
# With the word "minutes" near the top, less will do.
SURE_WITH_TITLE = 0.4
TOP_LINES = 10
_MINUTES = re.compile(r"\bminutes\b", re.I)
# Fewer lines than this tell nothing of how they are written.
MIN_SLIDE_LINES = 20
# "Appendix B - Soundings.pdf", "19-00012 Annex 2.pdf": a hint where the text does not say what it is
_NAMED_APPENDIX = re.compile(r"^[\d\W_]*(?:appendix|annexe?)(?:[\W_]|%20)*(?:[A-Z]|\d{1,2})(?![A-Za-z])", re.I)
# What a saved web page with its "Minutes:" may be taken for
_PAGES = (SectionKind.UNKNOWN, SectionKind.FRONT_SHEET, SectionKind.REPORT, SectionKind.PRESENTATION)

_BY_TITLE = (
    (re.compile(r"\bappendix|\bannex|impact assessment|\beqia\b|\bdpia\b", re.I), SectionKind.APPENDIX),
    (re.compile(r"\baction (?:log|tracker|list)\b", re.I), SectionKind.ACTION_LOG),
    (re.compile(r"\bforward plan\b|\bwork(?:ing)? programme\b|\bforward work", re.I), SectionKind.FORWARD_PLAN),
    (re.compile(r"\bpresentation\b|\bslides\b", re.I), SectionKind.PRESENTATION),
    (re.compile(r"\bfront ?sheet\b|^agenda\b", re.I), SectionKind.FRONT_SHEET),
    (re.compile(r"\breport\b|\bcover\b", re.I), SectionKind.REPORT),
)


def settled_kinds(parts: Sequence[Part], agenda: Sequence[AgendaItem], file: str) -> Iterator[Part]:
    """The parts with a kind also where no signal gave one: by the agenda's title, the look of it, or the file's name."""
    titles = {item.number: item.title for item in agenda}
    for part in parts:
        kind = SectionKind.MINUTES if part.kind in _PAGES and minuted_page(part.lines) else part.kind
        if kind is SectionKind.UNKNOWN and not part.at and _NAMED_APPENDIX.match(file.rsplit("/", 1)[-1]):
            kind = SectionKind.APPENDIX
        if kind is SectionKind.UNKNOWN:
            kind = _kind_by_manner(part)
        if kind is SectionKind.UNKNOWN and _are_slides([line.text.strip() for line in part.lines if line.page is None]):
            kind = SectionKind.PRESENTATION
        if kind is SectionKind.UNKNOWN:
            kind = _kind_by_title(titles.get(part.item, ""))
        if kind is SectionKind.UNKNOWN:
            kind = _kind_by_look(part.lines)
        if kind is SectionKind.UNKNOWN and len(parts) == 1:
            kind = _kind_by_title(file.rsplit("/", 1)[-1])
        yield replace(part, kind=kind)


def _kind_by_title(title: str) -> SectionKind:
    """The kind that a title names; minutes never, because their text must say so itself."""
    return next((kind for pattern, kind in _BY_TITLE if pattern.search(title)), SectionKind.UNKNOWN)


def _kind_by_manner(part: Part) -> SectionKind:
    """Minutes or an agenda where a part that nothing else names is surely written like one."""
    kind, share = likely_kind(part.lines)
    says_so = kind is SectionKind.MINUTES and any(_MINUTES.search(line.text) for line in part.lines[:TOP_LINES])
    if share < (SURE_WITH_TITLE if says_so else SURE) or kind not in (SectionKind.MINUTES, SectionKind.FRONT_SHEET):
        return SectionKind.UNKNOWN
    lists = kind is SectionKind.MINUTES or len(agenda_items(part.lines)) >= MIN_ITEMS
    return kind if lists else SectionKind.UNKNOWN


def _kind_by_look(lines: Sequence[Line]) -> SectionKind:
    """A report where it makes recommendations, a presentation where many pages hold few words each."""
    pages = {line.page for line in lines if line.page is not None}
    if any(re.match(r"\W*(?:\d+\.?\s+)?recommendations?\b\W*$", line.text, re.I) for line in lines):
        return SectionKind.REPORT
    if len(pages) >= MIN_SLIDES and sum(len(line.text) for line in lines) / len(pages) < SLIDE_CHARACTERS:
        return SectionKind.PRESENTATION
    return SectionKind.UNKNOWN


def _are_slides(texts: Sequence[str]) -> bool:
    """True where the lines of a text without pages are those of slides: short, bulleted, hardly a sentence, not numbered."""
    written = [text for text in texts if text]

    def share(pattern: str) -> float:
        return sum(bool(re.search(pattern, text)) for text in written) / len(written)

    return len(written) >= MIN_SLIDE_LINES and (
        share(r"^.{1,120}$") >= 0.7
        and share(r"^[-•·*▪]\s") >= 0.15
        and share(r"[.;]$") < 0.2
        and share(r"^\W*\d{1,2}\.\d?") < 0.05
    )
