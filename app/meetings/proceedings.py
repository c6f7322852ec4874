"""Proceedings: every meeting and every member of a store, as one person may see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.holdings.library import Missing, gaps, unheld_minutes
from app.meetings.meeting import Session, sessions_of
from app.meetings.members import Member, members_of
from indexer.findings.minutes import Decision
from indexer.store import AnyStore, Right


@dataclass(frozen=True, slots=True)
class Proceedings:
    """The meetings, the latest first, the members, by surname, and the meetings that seem to be missing."""

    sessions: tuple[Session, ...] = ()
    members: tuple[Member, ...] = ()
    missing: tuple[Missing, ...] = ()

    @property
    def bodies(self) -> list[tuple[str, str]]:
        """Every (organisation, committee) that met, sorted."""
        return sorted({(one.meeting.organisation, one.meeting.body) for one in self.sessions})

    def session(self, address: str) -> Session | None:
        """The meeting with this address, None for none."""
        return next((one for one in self.sessions if one.address == address), None)

    def member(self, address: str) -> Member | None:
        """The member with this address, None for none."""
        return next((one for one in self.members if one.address == address), None)

    def of_body(self, organisation: str, body: str) -> list[Session]:
        """The meetings of a committee; "" for any organisation or committee."""
        return [
            one
            for one in self.sessions
            if organisation in ("", one.meeting.organisation) and body in ("", one.meeting.body)
        ]


def proceedings_of(store: AnyStore, right: Right, decisions: Sequence[Decision]) -> Proceedings:
    """All of them; `decisions` has each decision once."""
    sections = store.sections(right=right)
    missing = tuple(unheld_minutes(sections, decisions))
    found = sessions_of(
        sections,
        decisions,
        store.attendance(right=right),
        missing,
        store.superseded(right=right),
    )
    members = members_of(found, store.events(right=right), store.interests(right=right))
    return Proceedings(tuple(found), tuple(members), (*missing, *gaps(sections)))
