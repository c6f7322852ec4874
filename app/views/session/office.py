"""Office: what one process stores besides the papers - conversations, reports, who may change the papers, a sync."""

from __future__ import annotations

from dataclasses import dataclass

from app.saved.conversations import Conversations
from app.saved.reports import Reports
from app.saved.served import conversations_of
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

    def filing(self) -> Filing:
        """The folder of papers, for a keeper to change; raises WrongInput if removed papers would stay in it."""
        return Filing(self.settings.corpus, self.settings.data_folder)


def open_office(settings: Settings) -> Office:
    """The office with these settings; raises BoardPapersError if conversations cannot be stored."""
    data = settings.data_folder
    return Office(settings, conversations_of(settings), Reports(data), Keepers(settings.admin), Syncing(settings))
