"""The title of a section, and whether two titles are the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from indexer.forms.dates import find_dates
from indexer.forms.exempt_marks import form_of
from indexer.forms.names import body_in, organisations_in
from indexer.forms.papers.records import DECISION_FIELD, OTHER_FIELD
from indexer.forms.papers.titles import (
    ANY_LABEL,
    APPENDIX_LABEL,
    CELL_OR_TAG,
    HELD_AT,
    LAW,
    MARKUP,
    NO_TITLE_LINE,
    NUMBER_FIRST,
    OPENS_WITH_ACTIONS,
    OPENS_WITH_MINUTES,
    PLAIN_WORD,
    SUBJECT,
)
from indexer.forms.words import MINUTE_WORD, SPACES
from indexer.reading.lines import Line
from indexer.sections.boundaries import SectionKind

# Two titles are the same from this share of common words on (F1).
SAME_FROM = 0.8
# A subject is an agenda's item from this likeness on.
LIKE_FROM = 0.7
# A title with fewer words than this is too short to be recognised inside a longer one.
MIN_WORDS = 3
# From this share of common words on the letters are compared too: titles are misspelt.
MISSPELT_FROM = 0.5
# Longer titles are cut: they are sentences.
MAX_TITLE = 300
_UNDER_LETTERHEAD = (SectionKind.REPORT, SectionKind.DECISION_RECORD, SectionKind.PROPOSED_DECISION_RECORD)
# The letterhead of a report takes no more written lines than this.
LETTERHEAD = 6
_NAMES_ITSELF = {SectionKind.MINUTES: OPENS_WITH_MINUTES, SectionKind.ACTION_LOG: OPENS_WITH_ACTIONS}


def words(text: str) -> Counter[str]:
    """The words of a text with their counts, case and markup aside."""
    return Counter(PLAIN_WORD.findall(text.casefold()))


def likeness(a: str, b: str) -> float:
    """How much two titles share, 0 to 1: of their words together, or of the shorter one where it is all in the
    other.
    """
    x, y = words(a), words(b)
    common = sum((x & y).values())
    shorter = min(sum(x.values()), sum(y.values()))
    if not shorter:
        return 0.0
    whole = 2 * common / (sum(x.values()) + sum(y.values()))
    if whole >= MISSPELT_FROM:
        whole = max(whole, SequenceMatcher(None, a.casefold(), b.casefold()).ratio())
    a, b = sorted((a.casefold().strip(), b.casefold().strip()), key=len)
    if shorter >= MIN_WORDS - 1 and b.startswith(a):
        return max(whole, 0.9)
    return max(whole, 0.9 * common / shorter if shorter >= MIN_WORDS else 0.0)


def same_title(a: str, b: str) -> bool:
    """True where two titles say the same, also where one carries a reference number or a presenter more."""
    if len(b) > 2 * len(a) + 60 or not a or not b:
        return False
    x, y = words(a), words(b)
    total = sum(x.values()) + sum(y.values())
    return total > 2 and 2 * sum((x & y).values()) / total >= SAME_FROM


def title_of(kind: SectionKind, lines: Sequence[Line], listed: str) -> str:
    """The title of a section: as the agenda lists it, as a "Subject" line gives it, else its first heading."""
    if kind is SectionKind.FRONT_SHEET:
        return "Agenda"
    # The agenda says "Quay wall: tender" where the report says "Report of the Director of Place".
    if listed and _is_its_own(kind, listed):
        return listed
    if kind is SectionKind.MINUTES or (kind is SectionKind.EXEMPT and _of_minutes(lines)):
        return _of_minutes(lines) or "Minutes"
    return subject_of(lines) or _first_heading(kind, lines)


def _is_its_own(kind: SectionKind, listed: str) -> bool:
    """True where what the agenda lists is this section itself, not the report that it is appended to."""
    # an exempt appendix would else bear the public title of its report
    if kind in (SectionKind.APPENDIX, SectionKind.EXEMPT):
        return False
    named = _NAMES_ITSELF.get(kind)
    return named is None or named.match(listed) is not None


def _of_minutes(lines: Sequence[Line]) -> str:
    """The line that says whose minutes these are, without where and at what hour the meeting was held; "" for none."""
    for line in lines[:12]:
        title = _bare(HELD_AT.split(line.text)[0])
        if MINUTE_WORD.search(title) and len(title) < MAX_TITLE // 3:
            return title
    return ""


def subject_of(lines: Sequence[Line]) -> str:
    """What stands after the label "Subject" or "Report title", put together where it wraps."""
    head = [line.text for line in lines[:40]]
    for at, text in enumerate(head):
        match = SUBJECT.match(text)
        # "Subject: Quay wall   Date: 4 June" in one row of a table: the subject ends at the next cell.
        title = _wrapped(CELL_OR_TAG.split(match[1])[0], head[at + 1 : at + 4]) if match else ""
        if title.strip():
            return _bare(title)
    return ""


def _wrapped(title: str, below: Sequence[str]) -> str:
    """A title with the lines below that go on with it: to the next label, or to where it ends a sentence."""
    for more in below:
        labelled = ANY_LABEL.match(more) or DECISION_FIELD.match(more) or OTHER_FIELD.match(more)
        if not more.strip() or labelled or NUMBER_FIRST.match(more) or title.endswith((".", ":")):
            break
        title = f"{title} {more.strip()}".strip()
    return title


def _first_heading(kind: SectionKind, lines: Sequence[Line]) -> str:
    """The first written line that can be a title; for an appendix its label and the line under it."""
    if kind is SectionKind.EXEMPT:
        lines = _below_mark(lines)
    written = [line.text for line in lines[:40] if line.text.strip() and not NO_TITLE_LINE.match(line.text)]
    labelled = _labelled(kind, lines, written) if kind in (SectionKind.APPENDIX, SectionKind.EXEMPT) else ""
    return labelled or _bare(_below_letterhead(written) if kind in _UNDER_LETTERHEAD else next(iter(written), ""))


def _below_letterhead(written: Sequence[str]) -> str:
    """The first line of a report that does not say whose it is, for whom or for which day; "" where nothing stands."""
    return next((text for text in written[:LETTERHEAD] if not _is_letterhead(text)), next(iter(written), ""))


def _is_letterhead(text: str) -> bool:
    """True for a line that is nothing but the name of a council or of a body, or a day."""
    bare = text.strip(" .:–-*#").casefold()
    names = (*organisations_in(text), body_in(text), *(text[found.start : found.end] for found in find_dates(text)))
    return any(name.casefold() == bare for name in names)


def _labelled(kind: SectionKind, lines: Sequence[Line], written: Sequence[str]) -> str:
    """The label of an appendix with the title under it, "" where none stands there."""
    label = next((line.text for line in lines[:10] if line.text.strip()), "")
    title = next((text for text in written if text != label), "")
    if APPENDIX_LABEL.match(title):  # the label stands twice: in the corner and over the text
        return _bare(title)
    if len(label) < 20 and title and (kind is SectionKind.APPENDIX or APPENDIX_LABEL.match(label)):
        return _bare(f"{label}: {title}")
    return ""


def _below_mark(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of what is exempt from behind the mark that says so, which wraps over the names of acts and orders."""
    at = 0
    while at < len(lines) and (
        not lines[at].text.strip() or form_of(lines[at].text, head=True) or (at and LAW.search(lines[at].text))
    ):
        at += 1
    return lines[at:]


def _bare(title: str) -> str:
    """A title without markup, numbering and trailing marks."""
    return SPACES.sub(" ", MARKUP.sub(" ", title)).strip(" :–—-\t#")[:MAX_TITLE]
