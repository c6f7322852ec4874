"""Acronym: a short form where a section spells it out - "Joint Strategic Needs Assessment (JSNA)"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from indexer.forms.minutes.acronyms import BRACKET, OPENED_LETTERS, WORD
from indexer.sections.section import Section, SectionText


@dataclass(frozen=True, slots=True)
class Acronym:
    """A short form and what it is short for, as one section spells it out; `page` is where the bracket stands."""

    section: Section
    short: str
    long: str
    page: int | None = None


SMALL = frozenset("of and the for in to on with & a".split())
# No name that papers abbreviate is longer than this many words, or begins further in front of its bracket.
MOST_WORDS, FURTHEST = 10, 160


def acronyms_of(text: SectionText) -> tuple[Acronym, ...]:
    """The acronyms that a section spells out, in order, each once a long form."""
    lines = [line.text.strip() for line in text.lines]
    ends = list(accumulate(len(line) + 1 for line in lines))  # a name may wrap to the next line
    found: dict[tuple[str, str], Acronym] = {}
    for short, long, at in spelt_out(" ".join(lines)):
        if (short, long) not in found:
            page = text.lines[bisect_right(ends, at)].page
            found[short, long] = Acronym(text.section, short, long, page)
    return tuple(found.values())


def spelt_out(text: str) -> Iterator[tuple[str, str, int]]:
    """Each acronym in a text whose letters are the initials of the words before it: short, long, where it stands."""
    for match in BRACKET.finditer(text):
        before = text[max(0, match.start() - FURTHEST) : match.start()].split()[-MOST_WORDS:]
        if long := _spells(before, match[1]):
            yield match[1], long, match.start(1)


def _spells(before: Sequence[str], short: str) -> str:
    """The shortest run of words at the end of `before` that gives the acronym, or ""."""
    opened = OPENED_LETTERS.findall(short)  # "EqIA": by the first letters of its words
    words = [word.strip('“”‘"*') for word in before]
    for start in range(len(words) - 1, -1, -1):
        if not WORD.match(words[start]):
            return ""
        run = words[start:]
        if run[0].lower() in SMALL:
            continue
        great = [word for word in run if word.lower() not in SMALL]
        if short.replace("&", "").lower() in (_initials(great), _initials(run)) or (
            len(opened) == len(great) and all(map(str.startswith, great, opened))
        ):
            return " ".join(run)
    return ""


def _initials(run: Sequence[str]) -> str:
    """The first letters of words; all those of a word that is an acronym itself ("UK Shared Prosperity Fund")."""
    return "".join(word if word.isupper() else word[:1] for word in run if word[:1].isalpha()).lower()
