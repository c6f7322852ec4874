"""Recording: what people do at the desk, as the audit log has it: without a word that is not public."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.answers.answer import Answer, Citation
from app.answers.restricted import marking
from app.people.audit import Audit, Deed
from app.people.seeing import Person
from indexer.sections.section import Section

SHORT = 16
"""Letters of a paper's hash: enough to find it in the index."""


def record_answer(audit: Audit, person: Person, answer: Answer, words: str) -> None:
    """Records a question in its public words, with the papers that its answer cites."""
    cited = [*answer.citations, *answer.more]
    closed = [one for one in cited if marking(one.passage.section)]
    restricted = [_closed(one.passage.section.paper.sha256, one.page) for one in closed]
    audit.record(person, Deed.ASKED, words, papers=list(_public(cited)), restricted=restricted)


def record_page(audit: Audit, person: Person, sha256: str, page: int | None) -> None:
    """Records that a page was read which not everybody may see."""
    audit.record(person, Deed.READ_RESTRICTED, restricted=[_closed(sha256, page)])


def record_taken(audit: Audit, person: Person, sha256: str) -> None:
    """Records that the whole file of a paper was opened which not everybody may have."""
    audit.record(person, Deed.TOOK_RESTRICTED, restricted=[_closed(sha256, None)])


def record_export(audit: Audit, person: Person, sections: Iterable[Section]) -> None:
    """Records that a file was made of these sections, where any of them is not public."""
    if closed := dict.fromkeys(_closed(one.paper.sha256, None) for one in sections if marking(one)):
        audit.record(person, Deed.TOOK_RESTRICTED, restricted=list(closed))


def record_call(audit: Audit, key: str, door: str) -> None:
    """Records that a program came in by its key: the name of the key and the door, no word that it sent."""
    audit.record(Person(name=f"key: {key}"), Deed.CALLED, door)


def _public(cited: list[Citation]) -> Iterator[str]:
    for one in cited:
        section = one.passage.section
        if not marking(section):
            yield section.paper.file + (f", page {one.page}" if one.page else "")


def _closed(sha256: str, page: int | None) -> str:
    return sha256[:SHORT] + (f", page {page}" if page else "")
