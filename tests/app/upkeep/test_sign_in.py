"""Who may change the papers: whoever gave the password, for a shift."""

from __future__ import annotations

import logging
import threading
import time

import pytest

from app.upkeep.sign_in import FORGOTTEN, LONGEST_WAIT, SHIFT, TICKET, Keepers


class Clock:
    """A clock that is set by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_keeper_is_whoever_gave_the_password_in_this_shift() -> None:
    clock = Clock()
    keepers = Keepers("open sesame 123", clock=clock)
    assert not keepers.sign_in("bob", "open sesame 124")
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


def test_guessing_grows_slower_up_to_a_bound_and_is_forgotten() -> None:
    clock, waits = Clock(), list[float]()
    keepers = Keepers("open sesame 123", clock=clock, wait=waits.append)
    for _ in range(8):
        keepers.sign_in("eve", "guess", address="10.0.0.9")
    assert waits == [1.0, 2.0, 4.0, 4.0, 4.0]
    clock.now = FORGOTTEN + 1
    keepers.sign_in("eve", "guess", address="10.0.0.9")
    assert len(waits) == 5


def test_a_new_browser_does_not_guess_faster_from_the_same_address() -> None:
    waits = list[float]()
    keepers = Keepers("open sesame 123", wait=waits.append)
    for number in range(5):
        keepers.sign_in(f"eve {number}", "guess", address="10.0.0.9")
    assert waits == [1.0, 2.0]


def test_the_right_password_does_not_wait_for_those_who_guess() -> None:
    """Twenty-five at once made it wait for twenty-five seconds, while the wait was inside a lock."""
    keepers = Keepers("open sesame 123")
    for _ in range(10):  # from here on, each guess waits as long as any does
        keepers._count_wrong("address 10.0.0.9")
    guessers = [
        threading.Thread(
            target=keepers.sign_in, args=(f"eve {number}", "guess"), kwargs={"address": "10.0.0.9"}, daemon=True
        )
        for number in range(25)
    ]
    for guesser in guessers:
        guesser.start()
    started = time.monotonic()
    assert keepers.sign_in("ann", "open sesame 123", address="10.0.0.7")
    assert time.monotonic() - started < LONGEST_WAIT / 2
    assert keepers.has("ann")


def test_failures_are_logged_without_the_password(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    keepers = Keepers("open sesame 123")
    keepers.sign_in("the-visitor-s-cookie", "open sesame 124", address="10.0.0.9")
    keepers.sign_in("the-visitor-s-cookie", "open sesame 123", address="10.0.0.9")
    assert "A wrong password of the keeper was given from 10.0.0.9" in caplog.text
    assert "A keeper signed in from 10.0.0.9" in caplog.text
    assert "sesame" not in caplog.text
    assert "cookie" not in caplog.text


def test_who_signs_in_is_a_keeper_under_a_new_id_only() -> None:
    keepers = Keepers("open sesame 123")
    assert keepers.sign_in("known to others", "open sesame 123", becomes="new")
    assert (keepers.has("known to others"), keepers.has("new")) == (False, True)


def test_a_ticket_for_the_new_id_is_good_once_and_not_for_long() -> None:
    clock = Clock()
    keepers = Keepers("open sesame 123", clock=clock)
    keepers.keep_ticket("first", "ann")
    keepers.keep_ticket("second", "bob")
    assert [keepers.visitor_of(ticket) for ticket in ("first", "first", "none")] == ["ann", "", ""]
    clock.now = TICKET
    assert keepers.visitor_of("second") == ""


def test_only_so_many_guessers_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.upkeep.sign_in.MOST_REMEMBERED", 10)
    keepers = Keepers("open sesame 123", wait=lambda _: None)
    for number in range(50):
        keepers.sign_in(f"eve {number}", "guess", address=f"10.0.0.{number}")
    assert len(keepers._wrong) == 10
