"""Follows are stored, in a file and in a database, with nothing left of those that ended."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.saved.follows import A_DAY, Follow, FollowKind, Follows, Rhythm
from corpus.errors import WrongInput
from indexer.store.served.migrating import migrated
from indexer.store.served.own_tables import OwnTables

CABINET = Follow(FollowKind.BODY, "Cabinet", "Fenmoor Council", "Cabinet")
HOME = "https://papers.example.org"


class Clock:
    """A clock that is set by hand."""

    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=["file", "database"])
def opened(request: pytest.FixtureRequest, tmp_path: Path, clock: Clock) -> Callable[[str], Follows]:
    """Opens the follows of a council, as often as a program is started."""
    if request.param == "file":
        return lambda council: Follows(tmp_path / council, clock=clock)
    database = request.getfixturevalue("database")
    with migrated(database.url, "test"):
        pass
    return lambda council: Follows(tmp_path, clock=clock, tables=OwnTables(database.url, "The follows", council))


def test_a_follow_is_due_when_it_is_confirmed_and_again_after_its_days(
    opened: Callable[[str], Follows], clock: Clock
) -> None:
    follows = opened("fenmoor")
    id_ = follows.begin_mail(CABINET, "ada@example.org", Rhythm.DAILY, HOME)
    assert follows.due() == {}
    assert follows.confirm(id_)
    [(whose, [own])] = opened("fenmoor").due().items()
    assert (whose, own.follow, own.home) == (("ada@example.org", "daily"), CABINET, HOME)
    follows.sent({id_: clock.now + 5})
    assert follows.due() == {}
    clock.now += A_DAY
    [[again]] = follows.due().values()
    assert again.upto == clock.now + 5 - A_DAY
    assert opened("elsewhere").due() == {}


def test_what_is_noticed_first_was_there_before_and_later_things_have_their_moment(
    opened: Callable[[str], Follows], clock: Clock
) -> None:
    follows = opened("fenmoor")
    many = [f"old {n}" for n in range(700)]
    assert follows.notice(many) == dict.fromkeys(many, 0.0)
    clock.now += 60
    assert follows.notice([*many, "new"])["new"] == clock.now
    clock.now += 60
    assert opened("fenmoor").notice(["new"])["new"] == clock.now - 60
    assert opened("elsewhere").notice(["new"]) == {"new": 0.0}


def test_stopping_ends_one_follow_or_all_of_an_address(opened: Callable[[str], Follows]) -> None:
    follows = opened("fenmoor")
    first, second, other = (
        follows.begin_mail(CABINET, email, Rhythm.WEEKLY, HOME)
        for email in ("cy@example.org", "cy@example.org", "bo@example.org")
    )
    feed = follows.begin_feed(CABINET)
    assert follows.stop(feed) == 1
    assert follows.stop(first, every=True) == 2
    assert [follows.of(id_) is None for id_ in (first, second, other)] == [True, True, False]
    assert follows.stop("nothing", every=True) == 0


def test_a_feed_that_nobody_reads_is_forgotten_and_one_that_is_read_stays(
    opened: Callable[[str], Follows], clock: Clock
) -> None:
    follows = opened("fenmoor")
    read, unread = follows.begin_feed(CABINET), follows.begin_feed(CABINET)
    clock.now += 100 * A_DAY
    one = follows.of(read)
    assert one is not None
    follows.read(one)
    clock.now += 100 * A_DAY
    follows.purge()
    assert (follows.of(read) is None, follows.of(unread) is None) == (False, True)


def test_one_address_follows_no_more_than_it_may(opened: Callable[[str], Follows]) -> None:
    follows = opened("fenmoor")
    for _ in range(50):
        follows.confirm(follows.begin_mail(CABINET, "di@example.org", Rhythm.DAILY, HOME))
    with pytest.raises(WrongInput, match="follows 50 things"):
        follows.begin_mail(CABINET, "di@example.org", Rhythm.DAILY, HOME)
