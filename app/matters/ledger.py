"""Ledger: what the records say under each item of a matter, and where else they name it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from indexer.findings.actions import Action
from indexer.findings.minutes import Decision
from indexer.forms.subjects import YEARS
from indexer.linking.matters import Matter, MatterItem
from indexer.linking.matters.subjects import stems_of, subject_of, weight
from indexer.passages.passage import Passage
from indexer.sections.section import Section
from retriever.question_forms.limbs import CONDITION
from retriever.register import Proposal, Ruling

SHORT = 3  # letters of the shortest short name that is looked for in texts


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a paper as they are printed, and where: `text` is verbatim, `page` physical from 1 or None."""

    section: Section
    text: str
    page: int | None
    item: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The records of one person's right, by the items they stand under.

    `find` gives the passages in which a name stands, word for word, and `read` those of an item; without them only what
    was decided and asked for is known.
    """

    rulings: Sequence[Ruling]
    proposals: Sequence[Proposal] = ()
    actions: Sequence[Action] = ()
    superseded: frozenset[Section] = frozenset()
    find: Callable[[Matter, Sequence[str]], Sequence[Passage]] = lambda matter, names: ()
    read: Callable[[MatterItem], Sequence[Passage]] = lambda item: ()
    _by_item: dict[tuple[Section, str], list[Ruling]] = field(default_factory=lambda: defaultdict(list))
    _by_report: dict[Section, Proposal] = field(default_factory=dict)
    _said: list[tuple[Ruling, Decision, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        for ruling in self.rulings:
            self._by_item[ruling.section, ruling.item].append(ruling)
        for proposal in self.proposals:
            self._by_report.setdefault(proposal.section, proposal)

    def limbs(self, item: MatterItem) -> tuple[Decision, ...]:
        """What was decided under an item of minutes, or in a record of decision."""
        found = self._by_item.get((item.section, item.item), ())
        own = [one for one in found if one.title == item.title] or (found if len(found) == 1 else [])
        return tuple(limb for ruling in own for limb in ruling.limbs)

    def asked(self, item: MatterItem) -> tuple[Quote, ...]:
        """What a report asks for."""
        proposal = self._by_report.get(item.section)
        if proposal is None or item.section in self.superseded:
            return ()
        return tuple(Quote(item.section, one.text, one.page, item.item, item.title) for one in proposal.limbs)

    def decided_elsewhere(self, matter: Matter) -> Iterator[tuple[Ruling, tuple[Decision, ...]]]:
        """The rulings under other items that name the matter, each with the limbs that do."""
        names = [phrase_of(name) for name in names_of(matter)]
        own = {(one.section.meeting.sitting, one.item) for one in matter.items}
        found: dict[int, tuple[Ruling, list[Decision]]] = {}
        for ruling, limb, said in self._all_said():
            if ruling.section.meeting.organisation != matter.organisation:
                continue
            if (ruling.section.meeting.sitting, ruling.item) in own:
                continue
            if not limb.procedural and any(name in said for name in names):
                found.setdefault(id(ruling), (ruling, []))[1].append(limb)
        for ruling, limbs in found.values():
            yield ruling, tuple(limbs)

    def _all_said(self) -> Iterable[tuple[Ruling, Decision, str]]:
        if not self._said:
            for ruling in self.rulings:
                for limb in ruling.limbs:
                    # "That zone 5 be put off until the plan has been adopted" decides nothing about the plan.
                    said = CONDITION.split(f"{limb.text} {limb.motion}", maxsplit=1)[0]
                    text = f" {' '.join(stems_of(said))} "
                    self._said.append((ruling, limb, text))
        return self._said


def names_of(matter: Matter) -> list[str]:
    """The names of a matter that no other thing has, so that a text which holds one speaks of it."""
    names = [YEARS.sub("", name).strip(" -–—:,") for name in (matter.title, *matter.other_names)]
    return list(dict.fromkeys(name for name in names if _telling(name)))


def phrase_of(name: str) -> str:
    """The stems of a name as they stand in a text, with a blank at either end and without its years."""
    return f" {' '.join(stems_of(YEARS.sub('', name)))} "


def _telling(name: str) -> bool:
    if name.isupper() and " " not in name:
        return len(name) >= SHORT
    subject = subject_of(name)
    return bool(subject.own) and weight(subject.stems) > 1
