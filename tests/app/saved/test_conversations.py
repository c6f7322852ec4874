"""Conversations are their visitor's own, and gone from the disk once they are deleted for good."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from app.answers.filters import Filters
from app.saved.conversations import FILE, UNDO_SECONDS, Conversations, KeptTurn
from corpus.errors import BoardPapersError
from indexer.store.served.migrating import migrated
from indexer.store.served.own_tables import OwnTables

FILTERS = Filters("Aldermere Borough Council", "Cabinet", date(2023, 5, 1), None)


class Clock:
    """A clock that is set by hand."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def kept(tmp_path: Path, clock: Clock) -> Conversations:
    return Conversations(tmp_path, clock=clock)


@pytest.fixture(params=["file", "database"])
def opened(request: pytest.FixtureRequest, tmp_path: Path, clock: Clock) -> Callable[[], Conversations]:
    """Opens the conversations, as often as a program is started: in a file, and in a database."""
    if request.param == "file":
        return lambda: Conversations(tmp_path, clock=clock)
    database = request.getfixturevalue("database")
    with migrated(database.url, "test"):
        pass
    return lambda: Conversations(tmp_path, clock=clock, tables=OwnTables(database.url, "The conversations"))


def begun(kept: Conversations, question: str = "Baths?") -> str:
    id_ = kept.start("ann", question)
    kept.add("ann", id_, KeptTurn(question, FILTERS, "{}"))
    return id_


def on_disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


def test_turns_come_back_in_order_after_a_restart(kept: Conversations, tmp_path: Path) -> None:
    id_ = begun(kept)
    second = kept.add("ann", id_, KeptTurn("And the library?", Filters()))
    kept.settle(second, problem="Stopped.")
    kept.close()
    turns = Conversations(tmp_path).turns(id_)
    assert [(turn.question, turn.filters, turn.answer, turn.problem) for turn in turns] == [
        ("Baths?", FILTERS, "{}", ""),
        ("And the library?", Filters(), "", "Stopped."),
    ]


def test_an_id_cannot_be_guessed(kept: Conversations) -> None:
    ids = {begun(kept) for _ in range(50)}
    assert len(ids) == 50
    assert {len(id_) for id_ in ids} == {32}


def test_another_visitor_lists_and_changes_nothing(kept: Conversations) -> None:
    id_ = begun(kept)
    assert kept.of("bob") == []
    assert not kept.owns("bob", id_)
    assert kept.add("bob", id_, KeptTurn("Mine?", Filters())) == 0
    kept.rename("bob", id_, "Taken")
    kept.delete("bob", id_)
    assert [summary.title for summary in kept.of("ann")] == ["Baths?"]
    assert len(kept.turns(id_)) == 1


def test_the_one_changed_last_is_listed_first(kept: Conversations, clock: Clock) -> None:
    first = begun(kept, "First?")
    clock.now += 1
    begun(kept, "Second?")
    clock.now += 1
    kept.add("ann", first, KeptTurn("More?", Filters()))
    assert [summary.title for summary in kept.of("ann")] == ["First?", "Second?"]


def test_a_title_is_one_short_line(kept: Conversations) -> None:
    id_ = begun(kept)
    kept.rename("ann", id_, "For \n Tuesday " + "x" * 100)
    assert kept.title(id_) == "For Tuesday " + "x" * 67 + "…"
    kept.rename("ann", id_, "   ")
    assert kept.title(id_) == "For Tuesday " + "x" * 67 + "…"


def test_what_was_deleted_can_be_brought_back_for_a_minute(kept: Conversations, clock: Clock) -> None:
    id_ = begun(kept)
    kept.delete("ann", id_)
    assert (kept.title(id_), kept.turns(id_), kept.of("ann")) == (None, [], [])
    clock.now += UNDO_SECONDS - 1
    kept.purge()
    assert not kept.undo("bob", id_)
    assert kept.undo("ann", id_)
    assert len(kept.turns(id_)) == 1


def test_after_that_no_word_of_it_is_left_on_the_disk(kept: Conversations, clock: Clock, tmp_path: Path) -> None:
    begun(kept, "The other one stays?")
    id_ = begun(kept, "Quillfeather?")
    assert b"Quillfeather" in on_disk(tmp_path)
    kept.delete("ann", id_)
    clock.now += UNDO_SECONDS
    kept.purge()
    assert b"Quillfeather" not in on_disk(tmp_path)
    assert b"The other one stays?" in on_disk(tmp_path)
    assert not kept.undo("ann", id_)


def test_a_program_that_ended_before_it_purged_does_so_when_it_starts(
    kept: Conversations, clock: Clock, tmp_path: Path
) -> None:
    kept.delete("ann", begun(kept, "Quillfeather?"))
    kept.close()
    clock.now += UNDO_SECONDS
    Conversations(tmp_path, clock=clock).close()
    assert b"Quillfeather" not in on_disk(tmp_path)


def test_of_a_visitor_only_a_hash_is_kept(kept: Conversations, tmp_path: Path) -> None:
    kept.start("a-visitor-s-cookie", "Baths?")
    assert b"a-visitor-s-cookie" not in on_disk(tmp_path)


def test_a_file_that_is_no_database_is_said_so(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("nonsense " * 200, encoding="utf-8")
    with pytest.raises(BoardPapersError, match="BOARD_PAPERS_DATA"):
        Conversations(tmp_path)


def test_two_programs_have_the_same_conversations(opened: Callable[[], Conversations]) -> None:
    first, second = opened(), opened()
    id_ = begun(first)
    turn = second.add("ann", id_, KeptTurn("And the library?", FILTERS))
    first.settle(turn, answer="{}")
    first.rename("ann", id_, "Baths and library")
    assert [one.title for one in second.of("ann")] == ["Baths and library"]
    assert [(one.question, one.answer) for one in second.turns(id_)] == [("Baths?", "{}"), ("And the library?", "{}")]
    assert (second.owns("bob", id_), second.add("bob", id_, KeptTurn("Mine?", FILTERS))) == (False, 0)
    second.delete("ann", id_)
    assert first.title(id_) is None
    assert first.undo("ann", id_)
    first.hand_over("ann", "ann-again")
    second.delete("ann-again", id_)
    first.close()
    second.close()


def test_what_was_deleted_cannot_come_back_after_a_minute(opened: Callable[[], Conversations], clock: Clock) -> None:
    kept = opened()
    id_ = begun(kept)
    kept.delete("ann", id_)
    clock.now += UNDO_SECONDS
    opened().close()  # a program that starts wipes it
    assert not kept.undo("ann", id_)
    assert kept.turns(id_) == []
    kept.close()


def test_all_of_a_visitor_is_erased_in_a_file_and_in_a_database(opened: Callable[[], Conversations]) -> None:
    kept = opened()
    try:
        begun(kept)
        other = kept.start("bob", "Mine")
        assert kept.erase("ann") == 1
        assert kept.of("ann") == []
        assert [one.id for one in kept.of("bob")] == [other]
        kept.erase("bob")
    finally:
        kept.close()
