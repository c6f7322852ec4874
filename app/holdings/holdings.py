"""Holdings: which papers are indexed, in counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.answers.phrases import in_a_row
from indexer.store import AnyStore, Right


@dataclass(frozen=True, slots=True)
class Holdings:
    """Counts of what is indexed; `unread` pairs a file with the reason why it was not read in full.

    `withheld` says only that some part of some of these papers may not be seen, not how many or which.
    """

    papers: int
    pages: int
    passages: int
    meetings: int
    decisions: int
    organisations: tuple[str, ...]
    bodies: tuple[str, ...]
    since: date | None
    until: date | None
    unread: tuple[tuple[str, str], ...] = ()
    withheld: bool = False

    @property
    def bodies_in_words(self) -> str:
        """The organisations in a phrase; the bodies if no organisation is known."""
        names = list(self.organisations or self.bodies)
        if len(names) > 4:
            return f"{', '.join(names[:3])} and {len(names) - 3} others"
        return in_a_row(names) or "no named body"


def holdings_of(store: AnyStore, right: Right) -> Holdings:
    """What a person with this right may see in a store, in counts."""
    status = store.status(right=right)
    meetings, papers = store.meetings(right=right), store.papers(right=right)
    days = [meeting.held_on for meeting in meetings if meeting.held_on]
    return Holdings(
        papers=status.papers,
        pages=sum(status.page_states.values()),
        passages=status.passages,
        meetings=status.meetings,
        decisions=status.decisions,
        organisations=tuple(filter(None, store.organisations(right=right))),
        bodies=tuple(filter(None, store.bodies(right=right))),
        since=min(days, default=None),
        until=max(days, default=None),
        unread=tuple((held.paper.file, held.problem) for held in papers if held.problem),
        withheld=any(not held.whole for held in papers),
    )
