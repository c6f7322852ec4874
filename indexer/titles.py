"""The title of a section, and whether two titles are the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from indexer.furniture import Line
from indexer.heads import SectionKind

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
_SUBJECT = re.compile(
    r"^\W*(?:report title|subject(?: matter)?(?:\s*/\s*title of decision)?|title(?: of (?:decision|"
    r"report))?)\b\s*[:\t]?\W*(.*)",
    re.I,
)
_LABEL = re.compile(r"^\W*[A-Z][\w /&()'’-]{1,40}\s*[:\t]")
_SKIP = re.compile(
    r"^\W*(?:\d{1,2}\.\d{1,2}\b|agenda item|item\b|page \d|appendix\W*$|report (?:of|to|by)|to:|from:|by:|"
    r"date:)",
    re.I,
)


def words(text: str) -> Counter[str]:
    """The words of a text with their counts, case and markup aside."""
    return Counter(re.findall(r"[a-z0-9]+", text.casefold()))


def likeness(a: str, b: str) -> float:
    """How much two titles share, 0 to 1: of their words together, or of the shorter one where it is all in the other."""
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
    if listed and kind not in (SectionKind.APPENDIX, SectionKind.EXEMPT):
        return listed
    if kind is SectionKind.MINUTES:
        named = next((line.text for line in lines[:12] if re.search(r"\bminutes\b", line.text, re.I)), "Minutes")
        return _bare(named) if len(named) < MAX_TITLE // 3 else "Minutes"
    return subject_of(lines) or _first_heading(kind, lines)


def subject_of(lines: Sequence[Line]) -> str:
    """What stands behind the label "Subject" or "Report title", put together where it wraps."""
    head = [line.text for line in lines[:40]]
    for at, text in enumerate(head):
        match = _SUBJECT.match(text)
        if not match:
            continue
        title = re.split(r"\t|<", match[1])[0]
        for more in head[at + 1 : at + 4]:
            if (
                not more.strip()
                or _LABEL.match(more)
                or re.match(r"\W*\d+[.)]?\s", more)
                or (title and title[-1] in ".:")
            ):
                break
            title = f"{title} {more.strip()}".strip()
        if title.strip():
            return _bare(title)
    return ""


def _first_heading(kind: SectionKind, lines: Sequence[Line]) -> str:
    """The first written line that can be a title; for an appendix its label and the line under it."""
    written = [line.text for line in lines[:40] if line.text.strip() and not _SKIP.match(line.text)]
    if kind is SectionKind.APPENDIX:
        label = next((line.text for line in lines[:10] if line.text.strip()), "")
        if len(label) < 20 and len(written) > 1:
            return _bare(f"{label}: {next((text for text in written if text != label), '')}")
    return _bare(written[0]) if written else ""


def _bare(title: str) -> str:
    """A title without markup, numbering and trailing marks."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>|\*+", " ", title)).strip(" :–—-\t#")[:MAX_TITLE]
