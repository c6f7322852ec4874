"""Who may change the papers: whoever gave the password, for a shift."""

from __future__ import annotations

from app.upkeep.sign_in import SHIFT, Keepers


class Clock:
    """A clock that is set by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_keeper_is_whoever_gave_the_password_in_this_shift() -> None:
    clock, waits = Clock(), list[float]()
    keepers = Keepers("open sesame 123", clock=clock, wait=waits.append)
    assert not keepers.sign_in("bob", "open sesame 124")
    assert waits == [1.0]
    assert keepers.sign_in("ann", "open sesame 123")
    assert (keepers.has("ann"), keepers.has("bob")) == (True, False)
    clock.now = SHIFT
    assert not keepers.has("ann")


def test_without_a_password_nobody_is_a_keeper() -> None:
    keepers = Keepers("", wait=lambda _: None)
    assert not keepers.sign_in("ann", "")
    assert not keepers.any


def test_signing_out_ends_the_shift() -> None:
    keepers = Keepers("open sesame 123")
    keepers.sign_in("ann", "open sesame 123")
    keepers.sign_out("ann")
    assert not keepers.has("ann")
