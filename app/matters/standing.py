"""Standing: the matters of a store with what its records say of them, for one right to see."""

from __future__ import annotations

from collections.abc import Sequence

from app.matters.ledger import Ledger
from indexer.linking.matters import Matter, MatterItem
from indexer.passages.passage import Passage
from indexer.store import ANYWHERE, Right, Store, Where
from retriever.register import proposals, rulings

MOST_FOUND = 400  # passages that are read for each name of a matter


def ledger_of(store: Store, right: Right) -> Ledger:
    """The ledger of what a person may see; make one for each version of the store."""

    def find(matter: Matter, names: Sequence[str]) -> list[Passage]:
        where = Where(organisations=(matter.organisation,)) if matter.organisation else ANYWHERE
        found = [
            one.id for name in names for one in store.search_text([name], limit=MOST_FOUND, right=right, where=where)
        ]
        passages = store.passages(dict.fromkeys(found), right=right)
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
