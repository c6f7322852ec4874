"""Standing: the matters of a store, and where each stands as proved statements, for one right to see."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from app.answers.answer import Citation
from app.answers.citations import bare
from app.answers.documents import Item
from app.answers.phrases import without_joint
from app.answers.sources import Sources
from app.matters.ledger import Ledger, Quote
from app.matters.position import Position
from app.matters.undertakings import LaterPapers
from corpus.papers import date_in_words
from indexer.findings.actions import Action
from indexer.linking.followed_actions import logged
from indexer.linking.matters import ItemKind, Matter, MatterItem
from indexer.passages.passage import Passage
from indexer.sections.section import Section
from indexer.store import ANYWHERE, AnyStore, Right, Where
from retriever.register import Ruling, proposals, rulings

MOST_FOUND = 400  # passages that are read for each name of a matter
MOST_LATER = 60  # passages that are read for the words of one action


def ledger_of(store: AnyStore, right: Right) -> Ledger:
    """The ledger of what a person may see; make one for each version of the store."""

    def find(matter: Matter, names: Sequence[str]) -> list[Passage]:
        where = Where(organisations=(matter.organisation,)) if matter.organisation else ANYWHERE
        asked = (store.search_text([name], limit=MOST_FOUND, right=right, where=where) for name in names)
        passages = store.passages(dict.fromkeys(one.id for found in asked for one in found), right=right)
        return sorted(passages, key=lambda one: str(one.section.meeting.held_on or ""))

    def read(item: MatterItem) -> list[Passage]:
        found = store.passages_of_paper(item.section.paper.file, right=right)
        own = [one for one in found if one.section == item.section]
        return [one for one in own if (one.item, one.title) == (item.item, item.title)] or own

    return Ledger(
        rulings=rulings(store.decisions(right=right)),
        proposals=proposals(store.recommendations(right=right)),
        actions=store.actions(right=right),
        superseded=store.superseded(right=right),
        find=find,
        read=read,
    )


def actions_of(store: AnyStore, right: Right, held: Iterable[Ruling], where: Where = ANYWHERE) -> list[Action]:
    """The actions within limits that a person may see, those of logs too, which are tables.

    Where a table names an owner beside a decision, it is a decision all the same.
    """
    limbs = (limb for ruling in held for limb in ruling.limbs)
    decided = {bare(limb.text) for limb in limbs if limb.outcome not in ("requested", "other")}
    rows = logged(store.all_table_rows(right=right, where=where))
    found = (*store.actions(right=right, where=where), *rows)
    return [one for one in found if bare(one.text) not in decided]


def later_papers(store: AnyStore, right: Right, matters: Sequence[Matter]) -> LaterPapers:
    """What a person may know of the papers behind a meeting; make one for each version of the store."""

    def find(organisation: str, after: date, words: Sequence[str]) -> list[Passage]:
        organisations = (organisation,) if organisation else ()
        where = Where(organisations=organisations, since=after + timedelta(days=1))
        found = store.search_text(words, limit=MOST_LATER, right=right, where=where)
        return store.passages([one.id for one in found], right=right)

    last: dict[tuple[str, str], date] = {}
    for one in store.meetings(right=right):
        if one.held_on:
            body = (one.organisation, one.body)
            last[body] = max(one.held_on, last.get(body, one.held_on))
    belongs: dict[tuple[Section, str], str] = {}
    for matter in matters:
        for item in matter.items:
            belongs[item.section, item.item if item.kind is ItemKind.MINUTES else ""] = matter.address
    return LaterPapers(find, last, belongs)


def told_apart(matters: Iterable[Matter]) -> dict[str, str]:
    """The title of each matter by its address, with whatever tells it from the others of the same title.

    That is its council; where one council has several, also the day on which each last came up.
    """
    alike: dict[str, list[Matter]] = defaultdict(list)
    for one in matters:
        alike[one.title.casefold()].append(one)
    return {one.address: _apart(one, same) for same in alike.values() for one in same}


def _apart(matter: Matter, same: Sequence[Matter]) -> str:
    """The title of a matter among all of that title."""
    own = [one for one in same if one.organisation == matter.organisation]
    whose = matter.organisation if len(own) < len(same) else ""
    last = f"last on {date_in_words(matter.last)}" if len(own) > 1 and matter.last else ""
    apart = ", ".join(filter(None, (whose, last)))
    return f"{matter.title} ({apart})" if apart else matter.title


def position_items(position: Position, sources: Sources) -> Iterator[Item]:
    """A position as statements with their proofs; one whose quotes are not on their pages is left out."""
    for piece in position.pieces:
        cited = tuple(found for quote in piece.quotes if (found := _cited(quote, sources)))
        if cited or not piece.quotes:
            yield Item(piece.text, citations=cited)


def position_line(position: Position, sources: Sources) -> Item | None:
    """A matter in one line of a list: its title, what the last meeting with it on the agenda did, and one proof."""
    for turn in position.own_turns:
        for quote in turn.quotes:
            if cited := _cited(quote, sources):
                return Item(position.matter.title, turn.lead, (cited,))
    return None


def _cited(quote: Quote, sources: Sources) -> Citation | None:
    return sources.cited(quote.section, without_joint(quote.text), quote.page, item=quote.item, title=quote.title)
