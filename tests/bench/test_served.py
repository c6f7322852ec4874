"""Many councils in one database, a small run: no search comes back short of rows, and none with what is not public."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from postgresql import Server

from bench.served.__main__ import Measured, all_councils, filled, one_council
from indexer.store.served.database import close_pools
from indexer.store.served.index import ServedIndex

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def councils(database: Server) -> Iterator[list[ServedIndex]]:
    """Nine councils of 60 passages, one of them a copy."""
    database.asked("CREATE DATABASE bench")
    url = database.url.replace("/postgres?", "/bench?")
    yield filled(url, 9, 60, lambda _: None)
    close_pools(url)


def test_one_council_is_searched_without_a_leak_or_a_missing_row(councils: list[ServedIndex]) -> None:
    measured = one_council(councils, 20)
    assert (len(measured.seconds), measured.short, measured.leaks) == (20, 0, 0)


def test_all_councils_are_searched_without_a_leak_or_a_missing_row(councils: list[ServedIndex]) -> None:
    measured = all_councils(councils, 10)
    assert (len(measured.seconds), measured.short, measured.leaks) == (10, 0, 0)


def test_the_share_of_searches_is_read_off_in_order() -> None:
    assert Measured([0.3, 0.1, 0.2]).at(0.5) == 0.2
    assert Measured([0.3, 0.1, 0.2]).at(0.95) == 0.3
