"""News: one thing that came to a meeting, was decided, moved, seconded or declared, and what it is called for good."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from app.connect.service import digest
from app.matters.research import Research
from app.meetings import Member
from indexer.findings.minutes import Decision
from indexer.linking.matters import ItemKind, MatterItem
from indexer.sections.section import Section

REISSUED = (ItemKind.REPORT, ItemKind.PRESENTATION, ItemKind.PROPOSED)
"""Kinds of paper of which a second one with the same title is news: a late supplement may have that of the first."""

LEADS = {
    ItemKind.MINUTES: "Minutes",
    ItemKind.RECORD: "Record of a decision",
    ItemKind.REPORT: "Report",
    ItemKind.PROPOSED: "Decision that is proposed",
    ItemKind.PRESENTATION: "Presentation",
    ItemKind.AGENDA: "On the agenda",
}
MOST_WORDS = 3  # recommendations of a report that are looked for on its pages until one is found


@dataclass(frozen=True, slots=True)
class News:
    """One thing that is news once.

    `id` is made of what it is, so that a rebuilt index makes nothing new. `words` are what may be quoted, the best
    first. `at` is the address of the thing of a matter that it belongs to, `member` that of the member who did it.
    """

    id: str
    lead: str
    section: Section
    item: str
    title: str
    words: tuple[str, ...]
    page: int | None
    at: str = ""
    member: str = ""


def news_of(research: Research) -> list[News]:
    """All news that the papers have, each once."""
    items = [item for matter in research.matters() for item in matter.items]
    decisions = [entry.decision for entry in research.register()]
    decided = {(one.section, one.item) for one in decisions}
    # an item of minutes is quoted by what was decided, where anything was
    others = (one for one in items if one.kind is not ItemKind.MINUTES or (one.section, one.item) not in decided)
    did = chain.from_iterable(map(_did, research.proceedings().members))
    found = [*_decided(decisions, items), *_came(research, others), *did]
    return list({one.id: one for one in reversed(found)}.values())


def _decided(decisions: list[Decision], items: list[MatterItem]) -> Iterator[News]:
    """The decisions of the register, with the matter that each is of."""
    exactly = {(one.section, one.item): one.address for one in items}
    roughly = {one.section: one.address for one in items if one.kind is not ItemKind.MINUTES}
    for one in decisions:
        yield News(
            _id("decision", one.section, one.item, one.text),
            "Decision",
            one.section,
            one.item,
            one.title,
            (one.text,),
            one.page,
            at=exactly.get((one.section, one.item)) or roughly.get(one.section, ""),
        )


def _came(research: Research, items: Iterable[MatterItem]) -> Iterator[News]:
    """What came to a meeting; a report is quoted by what it recommends, everything else by its title."""
    recommended: dict[Section, list[str]] = defaultdict(list)
    for one in research.recommendations():
        recommended[one.section].append(one.text)
    for item in items:
        own = item.section.paper.sha256 if item.kind in REISSUED else ""
        words = recommended[item.section][:MOST_WORDS] if item.kind in REISSUED else []
        yield News(
            _id(item.kind.value, item.section, item.item, item.title, own),
            LEADS[item.kind],
            item.section,
            item.item,
            item.title,
            (*words, item.title),
            item.page,
            at=item.address,
        )


def _did(member: Member) -> Iterator[News]:
    """What a member moved, seconded and declared."""
    for lead, events in (("Moved", member.moved), ("Seconded", member.seconded)):
        for one in events:
            words = tuple(text for text in (one.proposal, *one.limbs, one.result) if text)
            id_ = _id(lead, one.section, one.item, member.name, *words)
            yield News(id_, lead, one.section, one.item, one.title, words, one.page, member=member.address)
    for interest in member.declared:
        id_ = _id("declared", interest.section, interest.item, member.name, interest.text)
        lead = "Interest declared"
        yield News(
            id_, lead, interest.section, interest.item, "", (interest.text,), interest.page, member=member.address
        )


def _id(kind: str, section: Section, *words: str) -> str:
    meeting = section.meeting
    said = (" ".join(text.lower().split()) for text in words)
    return digest(kind, meeting.organisation, meeting.body, str(meeting.held_on or ""), *said)
