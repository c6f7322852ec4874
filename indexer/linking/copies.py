"""Copies: papers that say the same in other bytes - saved again, or as Word beside the PDF - are one paper.

likeness_key(reading, sections)     -> str      the same for two papers that say the same to the letter
folded(papers, twins, access)       -> papers   as before, each copy under its paper
merged(fresh, held, access)         -> Merged   the new papers without those that are copies
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Protocol

from corpus.access import Access
from corpus.papers import Paper
from indexer.linking.same_text import wording_of
from indexer.reading.pages import PageState, Reading
from indexer.sections.section import Section, SectionText


class Worded(Protocol):
    """A paper with the key of what it says."""

    @property
    def paper(self) -> Paper:
        """The paper."""

    @property
    def wording(self) -> str:
        """What `likeness_key` made of it."""


def likeness_key(reading: Reading, sections: Sequence[SectionText]) -> str:
    """A key that two papers share when one says what the other says, "" for one not read in full or saying too little.

    Every letter and figure counts, layout and page furniture do not. A paper that does not say itself before which
    meeting it was laid is the same as another one only in the same folder; and marks must restrict both alike.
    """
    if reading.problem or any(page.state is PageState.UNREADABLE for page in reading.pages):
        return ""
    said = wording_of(line.text for part in sections for line in part.lines)
    if not said:
        return ""
    own = [part.section for part in sections]
    return hashlib.sha256(repr((said, _only_in(own), sorted({one.access for one in own}))).encode()).hexdigest()


def _only_in(sections: Sequence[Section]) -> str:
    """The folder in which a paper can have copies; "" for one that names its meeting and has them anywhere."""
    # "Apologies: none" of two meetings are the same words, and two papers
    if all(one.meeting.organisation and one.meeting.held_on for one in sections):
        return ""
    return str(PurePosixPath(sections[0].paper.file).parent)


def folded(papers: Sequence[Paper], twins: Mapping[str, str], access: Access) -> tuple[Paper, ...]:
    """The papers, those that are known copies (hash of a copy -> hash of its paper) put under the paper they repeat.

    A copy stands alone again where its paper has gone, and where people label the two differently.
    """
    by_hash = {paper.sha256: paper for paper in papers}
    for sha, home in twins.items():
        copy, paper = by_hash.get(sha), by_hash.get(home)
        if copy and paper and _labelled_alike(copy, paper, access):
            by_hash[home] = _under(paper, copy)
            del by_hash[sha]
    return tuple(sorted(by_hash.values(), key=lambda paper: paper.file))


@dataclass(frozen=True, slots=True)
class Merged:
    """New papers that say something new, by hash, with the copies of them; and held papers that have got copies."""

    papers: Mapping[str, Paper]
    grown: Sequence[Paper]


def merged(fresh: Iterable[Worded], held: Mapping[str, Paper], access: Access) -> Merged:
    """What becomes of new papers beside those that are stored (key of what they say -> paper).

    Of a PDF and a Word file the PDF stands, since it has pages; else the shorter name, then the alphabet decides.
    """
    found: dict[str, Paper] = {}
    first: dict[str, Paper] = dict(held)
    for one in sorted(fresh, key=lambda one: _order(one.paper)):
        other = first.get(one.wording) if one.wording else None
        # A public and a restricted file with the same words stay two: one stands for the other nowhere.
        if other and _labelled_alike(one.paper, other, access):
            stands, copy = sorted((one.paper, other), key=_order)
            # A Word file read before its PDF was taken for the paper, and now becomes the copy.
            found.pop(copy.sha256, None)
            first[one.wording] = found[stands.sha256] = _under(stands, copy)
            continue
        found[one.paper.sha256] = one.paper
        if one.wording and other is None:
            first[one.wording] = one.paper
    return _parted(found, {paper.sha256 for paper in held.values()})


def _parted(found: Mapping[str, Paper], old: Set[str]) -> Merged:
    """The new papers, and those among the stored ones that have a new copy."""
    grown = [paper for sha, paper in found.items() if sha in old]
    return Merged({sha: paper for sha, paper in found.items() if sha not in old}, grown)


def _labelled_alike(one: Paper, other: Paper, access: Access) -> bool:
    """True where people say the same of two papers, and nothing of single pages, which may be others in a copy."""
    labels = access.labels_of(one), access.labels_of(other)
    return labels[0] == labels[1] and not labels[0].pages


def _under(paper: Paper, copy: Paper) -> Paper:
    return replace(paper, copies=tuple(sorted({*paper.copies, copy.file, *copy.copies})))


def _order(paper: Paper) -> tuple[bool, int, str]:
    return not paper.file.lower().endswith(".pdf"), len(paper.file), paper.file
