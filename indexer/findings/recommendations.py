"""Recommendation: what a report asks a body to do, limb by limb. Recommended is not decided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.forms.minutes.recommendations import (
    ASKED,
    BEHIND_HEADING,
    DECISION_HEADING,
    HEADING,
    NEXT_CHAPTER,
    OPENS_REQUEST,
    OPENS_WITH_THAT,
    RECOMMENDS,
    STEM,
)
from indexer.forms.words import NOT_OF_A_WORD
from indexer.items.clauses import Clause, clauses
from indexer.items.limbs import limbs
from indexer.sections.boundaries import SectionKind
from indexer.sections.section import Section, SectionText


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One limb of what a report asks for; `number` as printed ("2.1", "(a)"), or ""; the text is verbatim."""

    section: Section
    number: str
    text: str
    page: int | None = None


_REPORTS = (SectionKind.REPORT, SectionKind.EXEMPT, SectionKind.PROPOSED_DECISION_RECORD, SectionKind.UNKNOWN)
# A heading is no longer than this.
MAX_HEADING = 60


def recommendations_of(text: SectionText) -> tuple[Recommendation, ...]:
    """What a report recommends, in order, each limb once; nothing for minutes and other kinds of section."""
    if text.section.kind not in _REPORTS:
        return ()
    parts = clauses(text.lines)
    proposed = text.section.kind is SectionKind.PROPOSED_DECISION_RECORD
    found: dict[str, Recommendation] = {}
    for at, part in enumerate(parts):
        for number, words, page in _at(parts, at, part, proposed=proposed):
            found.setdefault(
                NOT_OF_A_WORD.sub(" ", words.casefold()).strip(), Recommendation(text.section, number, words, page)
            )
    if not found:
        return tuple(Recommendation(text.section, *limb) for limb in _asked(parts))
    return tuple(found.values())


def _asked(parts: Sequence[Clause]) -> Iterator[tuple[str, str, int | None]]:
    """The limbs of a report without a heading over them: sentences that ask, with the list that they open."""
    for at, part in enumerate(parts):
        if not (ASKED.match(part.text) or RECOMMENDS.search(part.text)):
            continue
        if STEM.search(part.text) and at + 1 < len(parts) and parts[at + 1].sort:
            yield from _limbs(parts, at + 1, stem=True)
        else:
            yield part.mark if part.sort != "bullet" else "", part.text, part.page


def _at(parts: Sequence[Clause], at: int, part: Clause, *, proposed: bool) -> Iterator[tuple[str, str, int | None]]:
    """The limbs that follow where a clause opens the recommendations."""
    match = _opening(part, proposed=proposed)
    if match is None:
        return
    rest = BEHIND_HEADING.sub("", match["rest"] or "").strip()
    # "Recommendations of the audit were late" opens nothing; "Recommendation: that the audit be noted" does
    if rest and not (ASKED.match(rest) or proposed or part.text.rstrip().endswith(":")):
        return
    if rest and not STEM.search(rest):
        yield part.mark if part.sort == "decimal" else "", rest, part.page
        return
    yield from _limbs(parts, at + 1, stem=bool(rest))


def _opening(part: Clause, *, proposed: bool) -> re.Match[str] | None:
    """The heading or label that opens the recommendations; None for any other clause."""
    if proposed and (label := DECISION_HEADING.match(part.text)):
        return label
    match = HEADING.match(part.text)
    return match if match and (match["rest"] or len(part.text) <= MAX_HEADING) else None


def _limbs(parts: Sequence[Clause], at: int, *, stem: bool) -> Iterator[tuple[str, str, int | None]]:
    """The limbs from an index on, to the next chapter of the report."""
    while at < len(parts) and not _is_next_chapter(parts[at]):
        part = parts[at]
        if part.sort:
            # "1. The Cabinet is asked to: (a) note, (b) agree": the limbs are (a) and (b)
            if not _only_opens(parts, at):
                yield from _listed(parts, at)
                return
        elif STEM.search(part.text):
            stem = True
        elif stem or ASKED.match(part.text) or OPENS_WITH_THAT.match(part.text):
            yield "", part.text, part.page
            stem = False
        else:
            return
        at += 1


def _is_next_chapter(part: Clause) -> bool:
    """True for the heading of the chapter behind, or of the same one repeated."""
    chapter = NEXT_CHAPTER.match(part.text) or HEADING.match(part.text)
    return chapter is not None and len(part.text) < MAX_HEADING


def _only_opens(parts: Sequence[Clause], at: int) -> bool:
    """True for an entry of a list that asks nothing but what the deeper list below it does."""
    part = parts[at]
    deeper = at + 1 < len(parts) and parts[at + 1].sort not in ("", part.sort)
    asks = STEM.search(part.text) and ASKED.match(part.text)
    return deeper and asks is not None and _says_something(part)


def _listed(parts: Sequence[Clause], at: int) -> Iterator[tuple[str, str, int | None]]:
    """The limbs of the list at an index, up to one that says nothing: a mark alone, or a page number."""
    for _, limb in limbs(parts, at):
        if not _says_something(limb[0]):
            return
        words = [limb[0].text, *[f"{deeper.mark} {deeper.text}".strip() for deeper in limb[1:]]]
        yield limb[0].mark, " ".join(words), limb[0].page


def _says_something(part: Clause) -> bool:
    """True for a limb, false for the heading of the next chapter ("3. Background")."""
    counted = part.sort in ("digit", "decimal")
    return not counted or len(part.text.split()) > 4 or bool(OPENS_REQUEST.match(part.text))
