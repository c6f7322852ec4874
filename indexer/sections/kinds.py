"""The kind of a part that no signal at its head gave one: by the manner, the agenda's title, the look of it, the file's
name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from indexer.forms.form import Form
from indexer.forms.papers.titles import (
    ACTION_LOG_TITLE,
    AGENDA_FILE,
    APPENDIX_FILE,
    APPENDIX_TITLE,
    BULLETED,
    COUNTED,
    ENDS_A_SENTENCE,
    PLAN_TITLE,
    RECOMMENDATIONS_HEADING,
    REPORT_TITLE,
    SHORT_LINE,
    SLIDES_TITLE,
)
from indexer.forms.words import MINUTES_WORD
from indexer.reading.lines import Line
from indexer.sections.agenda import AgendaItem, agenda_items
from indexer.sections.boundaries import Part, SectionKind
from indexer.sections.embedded_reports import MIN_ITEMS, minuted_page
from indexer.sections.enclosures import SLIDE_CHARACTERS
from indexer.sections.manner import likely_kind

# Fewer pages than this are no presentation, however little stands on them.
MIN_SLIDES = 3
# The manner of a text alone says what it is if its probability is at least this.
SURE = 0.6
# With the word "minutes" near the top, less will do.
SURE_WITH_TITLE = 0.4
TOP_LINES = 10
# Fewer lines than this tell nothing of how they are written.
MIN_SLIDE_LINES = 20
# What a saved web page with its "Minutes:" may be taken for
_PAGES = (SectionKind.UNKNOWN, SectionKind.FRONT_SHEET, SectionKind.REPORT, SectionKind.PRESENTATION)

_BY_TITLE = (
    (APPENDIX_TITLE, SectionKind.APPENDIX),
    (ACTION_LOG_TITLE, SectionKind.ACTION_LOG),
    (PLAN_TITLE, SectionKind.FORWARD_PLAN),
    (SLIDES_TITLE, SectionKind.PRESENTATION),
    (AGENDA_FILE, SectionKind.FRONT_SHEET),
    (REPORT_TITLE, SectionKind.REPORT),
)


def settled_kinds(parts: Sequence[Part], agenda: Sequence[AgendaItem], file: str) -> Iterator[Part]:
    """The parts with a kind also where no signal gave one: by the agenda's title, the look of it, or the file's
    name.
    """
    titles = {item.number: item.title for item in agenda}
    name = file.rsplit("/", 1)[-1]
    for part in parts:
        kind = SectionKind.MINUTES if part.kind in _PAGES and minuted_page(part.lines) else part.kind
        if kind is SectionKind.UNKNOWN:
            guesses = _guesses(part, titles.get(part.item, ""), name, alone=len(parts) == 1)
            kind = next((guess for guess in guesses if guess is not SectionKind.UNKNOWN), kind)
        yield replace(part, kind=kind)


def _guesses(part: Part, title: str, name: str, *, alone: bool) -> Iterator[SectionKind]:
    """What a part without a signal may be, the surest first: each is asked only where the one before knows nothing."""
    if not part.at and APPENDIX_FILE.match(name):
        yield SectionKind.APPENDIX
    # The manner of the text comes before its title: "Minutes of 4 June" on an agenda is the title of a report to
    # confirm.
    yield _kind_by_manner(part)
    if _are_slides([line.text.strip() for line in part.lines if line.page is None]):
        yield SectionKind.PRESENTATION
    # "Appendix B: plan" is a title that says what it is; "Quay wall" says nothing of its kind.
    yield _kind_by_title(title)
    yield _kind_by_look(part.lines)
    if alone:  # the file's name speaks of all that is in it
        yield _kind_by_title(name)


def _kind_by_title(title: str) -> SectionKind:
    """The kind that a title names; minutes never, because their text must say so itself."""
    return next((kind for pattern, kind in _BY_TITLE if pattern.search(title)), SectionKind.UNKNOWN)


def _kind_by_manner(part: Part) -> SectionKind:
    """Minutes or an agenda where a part that nothing else names is surely written like one."""
    kind, share = likely_kind(part.lines)
    says_so = kind is SectionKind.MINUTES and any(MINUTES_WORD.search(line.text) for line in part.lines[:TOP_LINES])
    if share < (SURE_WITH_TITLE if says_so else SURE) or kind not in (SectionKind.MINUTES, SectionKind.FRONT_SHEET):
        return SectionKind.UNKNOWN
    lists = kind is SectionKind.MINUTES or len(agenda_items(part.lines)) >= MIN_ITEMS
    return kind if lists else SectionKind.UNKNOWN


def _kind_by_look(lines: Sequence[Line]) -> SectionKind:
    """A report where it makes recommendations, a presentation where many pages hold few words each."""
    pages = {line.page for line in lines if line.page is not None}
    if any(RECOMMENDATIONS_HEADING.match(line.text) for line in lines):
        return SectionKind.REPORT
    if len(pages) >= MIN_SLIDES and sum(len(line.text) for line in lines) / len(pages) < SLIDE_CHARACTERS:
        return SectionKind.PRESENTATION
    return SectionKind.UNKNOWN


def _are_slides(texts: Sequence[str]) -> bool:
    """True where the lines of a text without pages are those of slides: short, bulleted, hardly a sentence, not
    numbered.
    """
    written = [text for text in texts if text]

    def share(form: Form) -> float:
        return sum(bool(form.search(text)) for text in written) / len(written)

    return len(written) >= MIN_SLIDE_LINES and (
        share(SHORT_LINE) >= 0.7 and share(BULLETED) >= 0.15 and share(ENDS_A_SENTENCE) < 0.2 and share(COUNTED) < 0.05
    )
