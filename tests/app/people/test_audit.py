"""The audit log: entries are added, never changed, go in time, and can be exported and erased."""

from __future__ import annotations

import json
import sqlite3
import stat
from itertools import count
from pathlib import Path

import psycopg
import pytest
from postgresql import Server

from app.people.audit import A_DAY, A_MOMENT, ERASED, FILE, Audit, Deed, as_lines, audit_of
from app.people.seeing import Person, Role
from corpus.settings import PeopleSettings, Settings
from corpus.store_settings import StoreSettings
from indexer.store.served.migrating import migrated
from indexer.store.served.own_tables import OwnTables

NUMBERS = count(1)
ADA = Person(Role.MEMBER, frozenset({"Cabinet"}), "1" * 64, "Ada Blewett")
IVO = Person(Role.OFFICER, frozenset(), "2" * 64, "Ivo Kerr")


class Clock:
    """A clock that the tests turn."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def audit(tmp_path: Path, clock: Clock) -> Audit:
    return Audit(tmp_path, 30, clock=clock)


@pytest.fixture(params=["file", "database"])
def log(request: pytest.FixtureRequest, tmp_path: Path, clock: Clock) -> Audit:
    """An empty log: in a file, and in a database in which another council has a log of its own."""
    if request.param == "file":
        return Audit(tmp_path, 30, clock=clock)
    database = request.getfixturevalue("database")
    with migrated(database.url, "test"):
        pass
    council = f"logged{next(NUMBERS)}"
    others = Audit(tmp_path, 30, clock=clock, tables=OwnTables(database.url, "The audit log", f"{council}_other"))
    others.seen(ADA)
    others.record(ADA, Deed.ASKED, "What of the neighbours?")
    return Audit(tmp_path, 30, clock=clock, tables=OwnTables(database.url, "The audit log", council))


def test_what_was_done_is_recorded_the_newest_first(log: Audit) -> None:
    log.record(ADA, Deed.ASKED, "What of the lamp?", papers=["minutes.pdf, page 1", "minutes.pdf, page 1"])
    log.record(IVO, Deed.READ_RESTRICTED, restricted=["abcd, page 3"])
    newest, oldest = log.entries()
    assert (newest.name, newest.deed, newest.restricted) == ("Ivo Kerr", Deed.READ_RESTRICTED, ("abcd, page 3",))
    assert (oldest.words, oldest.papers, oldest.role) == ("What of the lamp?", ("minutes.pdf, page 1",), "member")
    assert [entry.name for entry in log.entries(who=ADA.id)] == ["Ada Blewett"]


def test_no_entry_can_be_changed(audit: Audit, tmp_path: Path) -> None:
    audit.record(ADA, Deed.ASKED, "What of the lamp?")
    with sqlite3.connect(tmp_path / FILE) as other:
        for column in ("at", "role", "deed", "papers", "restricted"):
            with pytest.raises(sqlite3.IntegrityError, match="never changed"):
                other.execute(f"UPDATE entries SET {column} = '1'")
    assert audit.entries()[0].deed == Deed.ASKED


def test_entries_go_when_their_days_are_over_and_leave_no_byte(audit: Audit, clock: Clock, tmp_path: Path) -> None:
    audit.record(ADA, Deed.ASKED, "What of quillfeather?")
    clock.now += 29 * A_DAY
    audit.record(ADA, Deed.ASKED, "What of the lamp?")
    assert len(audit.entries()) == 2
    clock.now += 2 * A_DAY
    audit.record(ADA, Deed.ASKED, "What of the mole?")
    assert [entry.words for entry in audit.entries()] == ["What of the mole?", "What of the lamp?"]
    audit.close()
    assert all(b"quillfeather" not in path.read_bytes() for path in tmp_path.iterdir())


def test_with_no_days_nothing_is_written(tmp_path: Path) -> None:
    audit = Audit(tmp_path, 0)
    audit.record(ADA, Deed.ASKED, "What of the lamp?")
    assert audit.entries() == []


def test_erasing_a_person_leaves_what_was_done_by_nobody(audit: Audit, tmp_path: Path) -> None:
    audit.seen(ADA)
    audit.record(ADA, Deed.ASKED, "What of quillfeather?", restricted=["abcd, page 3"])
    audit.record(IVO, Deed.ASKED, "What of the lamp?")
    assert audit.ids_of("ada blewett") == [ADA.id]
    assert audit.erase(ADA.id) == 1
    other, own = audit.entries()
    assert (own.who, own.name, own.words, own.restricted) == ("", ERASED, "", ("abcd, page 3",))
    assert other.name == "Ivo Kerr"
    assert audit.ids_of("Ada Blewett") == []
    audit.close()
    held = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"quillfeather" not in held
    assert b"Blewett" not in held
    assert ADA.id.encode() not in held


def test_erasing_no_id_erases_no_visitor(log: Audit) -> None:
    log.record(Person(), Deed.ASKED, "What of the lamp?")
    assert log.erase("") == 0
    assert log.entries()[0].words == "What of the lamp?"


def test_a_page_that_is_drawn_again_is_recorded_once(log: Audit, clock: Clock) -> None:
    for _ in range(3):
        log.record(ADA, Deed.READ_RESTRICTED, restricted=["abcd, page 3"])
    log.record(ADA, Deed.READ_RESTRICTED, restricted=["abcd, page 4"])
    log.record(IVO, Deed.READ_RESTRICTED, restricted=["abcd, page 3"])
    clock.now += A_MOMENT + 1
    log.record(ADA, Deed.READ_RESTRICTED, restricted=["abcd, page 3"])
    assert len(log.entries()) == 4


def test_a_sign_in_is_new_once_in_half_a_day(log: Audit, clock: Clock) -> None:
    assert log.seen(ADA)
    clock.now += 3600
    assert not log.seen(ADA)
    clock.now += A_DAY
    assert log.seen(ADA)
    assert log.people() == [("Ada Blewett", "member", "2027-01-16")]


def test_the_export_is_json_lines(log: Audit) -> None:
    log.record(ADA, Deed.ASKED, "What of the “lamp”?\nAnd the mole?")
    (line,) = as_lines(log.entries()).splitlines()
    assert json.loads(line)["words"] == "What of the “lamp”?\nAnd the mole?"


def test_the_file_is_private(audit: Audit, tmp_path: Path) -> None:
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) & 0o077 == 0


def test_the_log_goes_in_time_and_without_the_person_who_is_erased(log: Audit, clock: Clock) -> None:
    log.record(ADA, Deed.ASKED, "What of quillfeather?", restricted=["abcd, page 3"])
    clock.now += 29 * A_DAY
    log.record(IVO, Deed.ASKED, "What of the lamp?")
    assert log.erase(ADA.id) == 1
    assert [(entry.name, entry.words) for entry in log.entries()] == [("Ivo Kerr", "What of the lamp?"), (ERASED, "")]
    clock.now += 2 * A_DAY
    assert log.purge() == 1
    assert [entry.name for entry in log.entries(most=9)] == ["Ivo Kerr"]


def test_a_council_cannot_see_or_purge_the_log_of_another(database: Server, tmp_path: Path, clock: Clock) -> None:
    with migrated(database.url, "test"):
        pass
    fenmoor, saltby = (
        Audit(tmp_path, 30, clock=clock, tables=OwnTables(database.url, "The audit log", f"{name}_log"))
        for name in ("fenmoor", "saltby")
    )
    fenmoor.seen(ADA)
    fenmoor.record(ADA, Deed.ASKED, "What of the lamp?")
    with pytest.raises(psycopg.Error, match="never changed"):
        database.asked("UPDATE board_papers.audit_entries SET deed = 'nothing'")
    assert saltby.entries() == saltby.people() == saltby.ids_of("Ada Blewett") == []
    assert (saltby.erase(ADA.id), saltby.purge(before=clock.now + 1)) == (0, 0)
    assert [entry.words for entry in fenmoor.entries()] == ["What of the lamp?"]


def test_the_log_is_in_the_database_where_one_is_set(database: Server, tmp_path: Path) -> None:
    with migrated(database.url, "test"):
        pass
    people = PeopleSettings(audit_days=30)
    first, second = (
        audit_of(Settings(index=tmp_path / name, store=StoreSettings(database.url, "mossley"), people=people))
        for name in ("one", "another")
    )
    assert first
    assert second
    first.record(ADA, Deed.ASKED, "What of the lamp?")
    assert [entry.name for entry in second.entries()] == ["Ada Blewett"]
    assert list(tmp_path.iterdir()) == []
