"""Check, backup and restore of a council whose papers are in a PostgreSQL database."""

from __future__ import annotations

import threading
from dataclasses import replace
from itertools import count
from pathlib import Path

import psycopg
import pytest
from postgresql import Server
from test_access_matrix import ALL, PUBLIC_MINUTES, leaks, pdf, secret
from word_embedder import WordEmbedder

import app.cli
import app.upkeep.checking
from app.people.audit import Deed, as_lines, kept_audit
from app.people.seeing import Person, Role
from app.upkeep.backing_up import back_up, restore
from app.upkeep.checking import DAMAGED, MENDED, WARNED, WELL, check, status_of
from app.upkeep.personal import erased, exported
from corpus.settings import Settings
from corpus.store_settings import StoreSettings
from indexer.build import build_index
from indexer.store import PUBLIC, Right, index_at
from indexer.store.served.database import close_pools
from indexer.store.verify import verify

NUMBERS = count(1)


@pytest.fixture
def settings(tmp_path: Path, database: Server, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setattr(app.upkeep.checking, "MiniLM", WordEmbedder)
    pdf(tmp_path / "papers" / "minutes.pdf", PUBLIC_MINUTES)
    pdf(tmp_path / "papers" / "marzipan.pdf", secret("marzipan"))
    store = StoreSettings(database.url, f"kept{next(NUMBERS)}")
    made = Settings(tmp_path / "papers", tmp_path / "index", store=store)
    made.index.mkdir()
    for name, value in (
        ("CORPUS", made.corpus),
        ("INDEX", made.index),
        ("STORE", store.url),
        ("COUNCIL", store.council),
    ):
        monkeypatch.setenv(f"BOARD_PAPERS_{name}", str(value))
    return made


@pytest.fixture
def filled(settings: Settings) -> Settings:
    sync(settings)
    return settings


def sync(settings: Settings, **how: bool) -> None:
    build_index(settings.corpus, index_at(settings.index, settings.store), embedder=WordEmbedder(), **how)


def seen(settings: Settings, right: Right = PUBLIC) -> str:
    """Every passage, section and decision that may be seen."""
    with index_at(settings.index, settings.store).open(None) as store:
        passages = [
            (p.id, p.text)
            for one in store.papers(right=right)
            for p in store.passages_of_paper(one.paper.file, right=right)
        ]
        return repr((passages, store.sections(right=right), store.decisions(right=right)))


def asked(database: Server, settings: Settings, query: str) -> list[tuple[object, ...]]:
    """A query to the tables of the council."""
    name = settings.store.council
    (home,) = database.asked(f"SELECT home FROM board_papers.councils WHERE name = '{name}'")[0]
    database.asked(f'ALTER ROLE keeper SET search_path = "{home}", board_papers, public')
    try:
        return database.asked(query)
    finally:
        database.asked("ALTER ROLE keeper RESET search_path")


def test_a_council_whose_papers_are_whole_is_well(filled: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(filled) == []
    assert app.cli.main(["check"]) == WELL
    assert capsys.readouterr().out == "All is well.\n"


def test_a_check_says_that_nothing_is_indexed_and_makes_no_table(settings: Settings, database: Server) -> None:
    database.asked("CREATE DATABASE empty")
    url = database.url.replace("/postgres?", "/empty?")
    faults = check(replace(settings, store=StoreSettings(url, "saltby")))
    assert [fault.said.split(". ")[0] for fault in faults] == ["There is no index of 'saltby' in the database"]
    assert status_of(faults) == WARNED
    with psycopg.connect(url) as connection:
        assert connection.execute("SELECT to_regnamespace('board_papers')").fetchone() == (None,)


def test_a_character_that_postgresql_stores_in_no_text_is_no_damage(settings: Settings) -> None:
    (settings.corpus / "odd.txt").write_bytes(PUBLIC_MINUTES.replace("gales", "ga\x00les").encode())
    sync(settings)
    assert check(settings) == []


def test_a_database_that_cannot_be_reached_is_one_sentence(settings: Settings) -> None:
    store = StoreSettings("postgresql://keeper:swordfish@127.0.0.1:1/papers", "saltby")
    (fault,) = check(replace(settings, store=store))
    assert fault.is_damage
    assert fault.said.startswith("The database cannot be reached (OperationalError).")
    assert "swordfish" not in fault.said


DAMAGES = {
    "a changed word": "UPDATE passages SET text = replace(text, 'lamp', 'lump')",
    "a changed vote": "UPDATE decisions SET text = 'nothing was decided'",
    "a lost vector": "DELETE FROM embeddings WHERE passage = (SELECT min(passage) FROM embeddings)",
    "a vector that is not searched": "DELETE FROM passage_vectors WHERE passage = (SELECT min(id) FROM passages)",
    "words that are not searched": "DELETE FROM passage_words WHERE passage = (SELECT min(id) FROM passages)",
    "a lost page": "DELETE FROM pages WHERE paper = (SELECT min(id) FROM papers)",
    "another label in the search": "UPDATE passage_words SET section_access = 'internal:Board'",
    "a table open to everybody": "ALTER TABLE passages DISABLE ROW LEVEL SECURITY",
    "a broken memory": "UPDATE board_papers.councils SET restrictions = '{' WHERE name = '{council}'",
    "another model": "UPDATE board_papers.councils SET stamp = replace(stamp, 'words', 'other') WHERE name = '{council}'",
    "a lost schema": "UPDATE board_papers.councils SET home = 'nowhere_00000000' WHERE name = '{council}'",
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_every_kind_of_damage_is_named(filled: Settings, database: Server, damage: str) -> None:
    asked(database, filled, DAMAGES[damage].replace("{council}", filled.store.council))
    faults = check(filled)
    assert status_of(faults) == DAMAGED, damage
    database.asked(f"DELETE FROM board_papers.councils WHERE name = '{filled.store.council}'")


def test_what_a_stopped_rebuild_left_is_named_and_deleted(
    filled: Settings, database: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    database.asked(f"CREATE SCHEMA {filled.store.council}_0123abcd")
    assert status_of(check(filled)) == WARNED
    assert app.cli.main(["check", "--repair"]) == MENDED
    assert "1 stores of" in capsys.readouterr().out
    assert check(filled) == []


def test_tables_of_another_version_are_said_and_left_as_they_are(filled: Settings, database: Server) -> None:
    name = filled.store.council
    database.asked(f"UPDATE board_papers.councils SET version = 0 WHERE name = '{name}'")
    (fault,) = check(filled)
    assert "of another version of this program" in fault.said
    assert database.asked(f"SELECT version FROM board_papers.councils WHERE name = '{name}'") == [(0,)]
    database.asked(f"DELETE FROM board_papers.councils WHERE name = '{name}'")


def test_a_backup_comes_back_into_the_database_and_onto_a_desk(
    filled: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = seen(filled, ALL)
    assert app.cli.main(["backup", str(tmp_path / "backups")]) == 0
    said = capsys.readouterr().out
    assert "pg_dump --format=custom" in said
    (backup,) = (tmp_path / "backups").iterdir()
    assert sorted(path.name for path in backup.iterdir()) == ["backup.json", "papers.db", "restrictions.json"]
    other = replace(filled, store=StoreSettings(filled.store.url, f"{filled.store.council}_back"))
    restore(other, backup)
    assert seen(other, ALL) == before
    assert check(other) == []
    desk = Settings(filled.corpus, tmp_path / "desk")
    desk.index.mkdir()
    restore(desk, backup)
    assert seen(desk, ALL) == before
    assert verify(desk.index) == []


@pytest.mark.parametrize("rebuilt", [False, True])
def test_a_restore_opens_nothing_that_was_restricted_since(filled: Settings, tmp_path: Path, rebuilt: bool) -> None:
    backup = back_up(filled, tmp_path / "backups")
    assert leaks(seen(filled)) == ["marzipan"]
    (filled.corpus / "access.csv").write_text("file,label\nmarzipan.pdf,exempt\n", encoding="utf-8")
    sync(filled, rebuild=rebuilt)
    (filled.corpus / "access.csv").unlink()  # and the line is lost
    restore(filled, backup)
    assert leaks(seen(filled)) == []
    assert leaks(seen(filled, ALL)) == ["marzipan"]


def test_backups_taken_while_a_sync_is_at_work_are_whole(filled: Settings, tmp_path: Path) -> None:
    for number in range(6):
        pdf(filled.corpus / f"more-{number}.pdf", PUBLIC_MINUTES.replace("lamp", f"lamp {number}"))
    ended = threading.Event()

    def work() -> None:
        try:
            sync(filled)
            sync(filled, rebuild=True)
        finally:
            ended.set()

    thread = threading.Thread(target=work)
    thread.start()
    backups = []
    while not ended.is_set() or len(backups) < 3:
        backups.append(back_up(filled, tmp_path / "backups"))
    thread.join()
    for number, backup in enumerate([backups[0], backups[len(backups) // 2], backups[-1]]):
        desk = Settings(filled.corpus, tmp_path / f"desk-{number}")
        desk.index.mkdir()
        restore(desk, backup)
        assert verify(desk.index) == []


def test_the_command_that_copies_the_whole_database_does_so(filled: Settings, database: Server, tmp_path: Path) -> None:
    before = seen(filled, ALL)
    dump = database.folder / "papers.dump"
    run = database._run
    run("pg_dump", "--format=custom", f"--file={dump}", f"--dbname={filled.store.url}")
    database.asked("CREATE DATABASE restored")
    url = filled.store.url.replace("/postgres?", "/restored?")
    run("pg_restore", f"--dbname={url}", dump)
    other = replace(filled, store=StoreSettings(url, filled.store.council))
    assert seen(other, ALL) == before
    assert check(other) == []
    close_pools(url)


def test_a_person_of_a_council_in_the_database_is_exported_and_erased(filled: Settings) -> None:
    with_log = replace(filled, people=replace(filled.people, audit_days=30))
    audit = kept_audit(with_log)
    ada = Person(Role.READER, frozenset(), "id-7", "Ada Birch")
    audit.seen(ada)
    audit.record(ada, Deed.ASKED, "Is the quay lit?")
    assert "Is the quay lit?" in exported(with_log, "Ada Birch")
    assert erased(with_log, "Ada Birch")[1] == 1
    assert "Ada Birch" not in as_lines(audit.entries())
    audit.close()
