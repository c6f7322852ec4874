"""Nobody takes the place of all others: so many questions a minute, so many at once, and a sentence above that."""

from __future__ import annotations

import threading

import pytest

import app.upkeep.limits
from app.upkeep.limits import Busy, Limits


def test_a_minutes_worth_of_requests_may_come_at_once_and_then_as_they_come_back() -> None:
    now = [0.0]
    limits = Limits(per_minute=6, clock=lambda: now[0])
    assert [limits.wait("a") for _ in range(7)] == [0, 0, 0, 0, 0, 0, 10]
    assert limits.wait("b") == 0
    now[0] = 9.0
    assert limits.wait("a") > 0
    now[0] = 10.0
    assert limits.wait("a") == 0


def test_names_that_have_nothing_left_to_count_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app.upkeep.limits, "FORGOTTEN", 10)
    now = [0.0]
    limits = Limits(per_minute=6, clock=lambda: now[0])
    for number in range(50):
        now[0] += 30.0
        limits.wait(str(number))
    assert len(limits._accounts) <= 10


def test_whoever_asks_too_much_is_told_when_to_ask_again() -> None:
    limits = Limits(per_minute=2, clock=lambda: 0.0)
    for _ in range(2):
        with limits.admitted("a"):
            pass
    said = r"many questions in a short time\. Ask again in 30 seconds; your question is kept\."
    with pytest.raises(Busy, match=said), limits.admitted("a"):
        pass
    with limits.admitted("b"):
        pass


def test_only_so_many_questions_of_one_person_are_answered_at_once() -> None:
    limits = Limits(per_minute=100, at_once=2)
    with limits.admitted("a"), limits.admitted("a"):
        with pytest.raises(Busy, match="2 of your questions are being answered already"), limits.admitted("a"):
            pass
        with limits.admitted("b"):
            pass
    with limits.admitted("a"):
        pass


def test_a_question_that_fails_gives_its_place_back() -> None:
    limits = Limits(per_minute=100, at_once=1)
    for _ in range(3):
        with pytest.raises(ValueError, match="no"), limits.admitted("a"):
            raise ValueError("no")


def test_many_threads_never_get_more_than_the_limit() -> None:
    limits, passed = Limits(per_minute=50, clock=lambda: 0.0), []

    def ask() -> None:
        passed.extend(1 for _ in range(20) if limits.wait("a") == 0)

    threads = [threading.Thread(target=ask) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(passed) == 50
