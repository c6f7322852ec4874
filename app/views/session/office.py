"""Office: what one process stores besides the papers - conversations, reports, people, follows, the audit log."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.alerts.newsroom import Newsroom, Papers
from app.people.audit import Audit, audit_of
from app.people.listed import People
from app.saved.conversations import Conversations
from app.saved.follows import Follows
from app.saved.reports import Reports
from app.saved.served import conversations_of, follows_of, reports_of
from app.upkeep.filing import Filing
from app.upkeep.sign_in import Keepers
from app.upkeep.syncing import Syncing
from corpus.settings import Settings


@dataclass(frozen=True, slots=True)
class Office:
    """One of each in a process; all visitors share them."""

    settings: Settings
    conversations: Conversations
    reports: Reports
    keepers: Keepers
    syncing: Syncing
    people: People
    newsroom: Newsroom
    audit: Audit | None = None

    @property
    def follows(self) -> Follows:
        """What people follow."""
        return self.newsroom.follows

    def filing(self) -> Filing:
        """The folder of papers, for a keeper to change; raises WrongInput if removed papers would stay in it."""
        return Filing(self.settings.corpus, self.settings.data_folder)


def open_office(settings: Settings, papers: Callable[[], Papers]) -> Office:
    """The office with these settings; `papers` gives the assistant of the public.

    Raises BoardPapersError if conversations cannot be stored.
    """
    return Office(
        settings,
        conversations_of(settings),
        reports_of(settings),
        Keepers(settings.admin),
        Syncing(settings),
        People(settings.people.roles),
        Newsroom(papers, follows_of(settings)),
        audit_of(settings),
    )
