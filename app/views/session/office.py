"""Office: what one process keeps besides the papers - conversations, reports, who may change the papers, a sync."""

from __future__ import annotations

from dataclasses import dataclass

from app.saved.conversations import Conversations
from app.saved.reports import Reports
from app.upkeep.filing import Filing
from app.upkeep.sign_in import Keepers
from app.upkeep.syncing import Syncing
from corpus.settings import Settings


@dataclass(frozen=True, slots=True)
class Office:
    """One of each in a process; they are shared by all visitors."""

    settings: Settings
    conversations: Conversations
    reports: Reports
    keepers: Keepers
    syncing: Syncing

    def filing(self) -> Filing:
        """The folder of papers as a keeper changes it; raises WrongInput where nothing could be removed from it."""
        return Filing(self.settings.corpus, self.settings.data_folder)


def open_office(settings: Settings) -> Office:
    """The office under these settings; raises BoardPapersError where conversations cannot be kept."""
    data = settings.data_folder
    return Office(settings, Conversations(data), Reports(data), Keepers(settings.admin), Syncing(settings))
