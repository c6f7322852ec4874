"""What is stored for people, opened with the settings: in the database of the store, or in files beside the index."""

from __future__ import annotations

from app.saved.conversations import Conversations
from app.saved.follows import Follows
from app.saved.reports import Reports
from corpus.settings import Settings
from indexer.store.served.own_tables import tables_of


def conversations_of(settings: Settings) -> Conversations:
    """The conversations with these settings."""
    return Conversations(settings.data_folder, tables=tables_of(settings.store, "The conversations"))


def reports_of(settings: Settings) -> Reports:
    """The reports of readers with these settings."""
    return Reports(settings.data_folder, tables_of(settings.store, "The reports"))


def follows_of(settings: Settings) -> Follows:
    """The follows with these settings."""
    return Follows(settings.data_folder, tables=tables_of(settings.store, "The follows"))
