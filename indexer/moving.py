"""moved: the index of one council carried from this machine to a PostgreSQL database, or back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from corpus.errors import WrongInput
from corpus.settings import Settings
from corpus.store_settings import SCHEMES
from indexer.store import LocalIndex


def moved(target: str, settings: Settings) -> int:
    """Move the papers to a database (an address) or out of the one that is set (a folder); returns how many.

    Raises WrongInput where no council, or no database, is named.
    """
    from indexer.store.served.index import ServedIndex  # here, since on one machine nothing needs its libraries
    from indexer.store.served.moving import move_in, move_out

    store = settings.store
    if target.startswith(SCHEMES):
        if not store.council:
            raise WrongInput("BOARD_PAPERS_COUNCIL does not say whose papers these are.", hint="Set it, and try again.")
        store = replace(store, url=target)
        return move_in(LocalIndex(settings.index), ServedIndex(settings.index, store.url, store.council))
    if not store.url:
        raise WrongInput("BOARD_PAPERS_STORE names no database to move out of.", hint="Set it, and try again.")
    return move_out(ServedIndex(settings.index, store.url, store.council), LocalIndex(Path(target)))
