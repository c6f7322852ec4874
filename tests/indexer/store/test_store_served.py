"""What only PostgreSQL does: row-level security, migrations, councils beside each other, a rebuild while others read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path

import psycopg
import pytest
from made_up_papers import HARBOUR, STAMP, axis, indexed
from postgresql import Server

from corpus.errors import BoardPapersError, IndexBusy, IndexMismatch, IndexMissing, WrongInput
from indexer.store import PUBLIC, Right
from indexer.store.records import USUAL_WEIGHTS
from indexer.store.served import across, migrating
from indexer.store.served.across import Across
from indexer.store.served.database import close_pools, in_its_words
from indexer.store.served.index import ServedIndex
from indexer.store.sql.database import make_tables

NUMBERS = count(1)
ALL = Right.of("public", "exempt")


@pytest.fixture
def council(index: Path, database: Server) -> ServedIndex:
    """A council of which a public and an exempt paper are stored."""
    made = ServedIndex(index, database.url, f"served{next(NUMBERS)}")
    with made.writer(STAMP) as writer:
        writer.replace(indexed("open.pdf", ["The public dyke."]))
        writer.replace(indexed("secret.pdf", ["The secret dyke."], access="exempt", axes=[1]))
        writer.replace(indexed("half.pdf", ["The secret mill."], section_access="exempt", axes=[2]))
        writer.link_matters()
    return made


def home_of(council: ServedIndex) -> str:
    with psycopg.connect(council.url) as connection:
        query = "SELECT home FROM board_papers.councils WHERE name = %s"
        row = connection.execute(query, (council.council,)).fetchone()
    assert row
    return str(row[0])


def seen(council: ServedIndex, labels: str | None, table: str) -> int:
    """How many rows of a table a reader sees whose query forgets every condition."""
    with psycopg.connect(council.url) as connection:
        connection.execute(f'SET LOCAL search_path = "{home_of(council)}", board_papers, public'.encode())
        connection.execute("SET LOCAL ROLE board_papers_reader")
        if labels is not None:
            connection.execute("SELECT set_config('board_papers.labels', %s, true)", (labels,))
        row = connection.execute(f"SELECT count(*) FROM {table}".encode()).fetchone()
    assert row
    return int(row[0])


LABELLED = (
    "papers places pages sections passages embeddings signs passage_vectors passage_words row_words decisions events "
    "attendance interests actions recommendations acronyms matter_items table_rows"
).split()


@pytest.mark.parametrize("table", [*LABELLED, "board_papers.vectors_of_all", "board_papers.words_of_all"])
def test_a_query_that_forgets_every_condition_sees_only_what_its_reader_may(council: ServedIndex, table: str) -> None:
    assert seen(council, None, table) == 0
    assert seen(council, "{}", table) == 0
    public = seen(council, "{public}", table)
    if not table.startswith("board_papers"):  # there, other councils' rows are seen too
        assert public == 1
        assert seen(council, "{public,exempt}", table) == 3


def test_every_table_with_words_of_papers_has_row_level_security(council: ServedIndex, database: Server) -> None:
    query = (
        "SELECT relname FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace "
        f"WHERE nspname = '{home_of(council)}' AND relkind = 'r' AND NOT relrowsecurity ORDER BY 1"
    )
    assert [name for (name,) in database.asked(query)] == ["linked", "meta", "word_counts", "word_totals"]


def test_a_reader_cannot_write(council: ServedIndex) -> None:
    with psycopg.connect(council.url) as connection:
        connection.execute("SET LOCAL ROLE board_papers_reader")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(f'DELETE FROM "{home_of(council)}".papers'.encode())


def test_both_stores_have_the_same_columns(council: ServedIndex, database: Server) -> None:
    query = f"SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = '{home_of(council)}'"
    served = {(str(table), str(column)) for table, column in database.asked(query)}
    with closing(sqlite3.connect(":memory:")) as local:
        make_tables(local, STAMP)
        tables = [name for (name,) in local.execute("SELECT name FROM pragma_table_list WHERE type = 'table'")]
        columns = {(table, row[1]) for table in tables for row in local.execute(f"PRAGMA table_info({table})")}
    own = {
        (table, column) for table, column in columns if not table.startswith(("words", "row_words", "stems", "sqlite"))
    }
    moved = {("embeddings", "signs")}
    assert own - moved <= served
    assert ("signs", "signs") in served


def test_councils_in_one_database_do_not_see_each_other(council: ServedIndex, index: Path) -> None:
    other = ServedIndex(index, council.url, f"served{next(NUMBERS)}")
    with other.writer(STAMP) as writer:
        writer.replace(indexed("theirs.pdf", ["The harbour dyke."], meeting=HARBOUR))
    with council.open(STAMP) as ours, other.open(STAMP) as theirs:
        assert [one.paper.file for one in ours.papers(right=PUBLIC)] == ["open.pdf"]
        assert [one.paper.file for one in theirs.papers(right=PUBLIC)] == ["theirs.pdf"]
        assert len(theirs.search_text(["dyke"], limit=9, right=PUBLIC)) == 1
        assert len(theirs.nearest(axis(0), 9, right=PUBLIC)) == 1


def test_a_rebuild_answers_from_the_store_before_until_it_is_whole(council: ServedIndex, database: Server) -> None:
    before = home_of(council)
    with council.open(STAMP) as store:
        with council.rebuilt() as filling, filling.writer(STAMP) as writer:
            writer.replace(indexed("new.pdf", ["The new dyke."]))
            assert [one.paper.file for one in store.papers(right=PUBLIC)] == ["open.pdf"]
            first = store.version()
        assert [one.paper.file for one in store.papers(right=PUBLIC)] == ["new.pdf"]
        assert store.version().born != first.born
    assert database.asked(f"SELECT 1 FROM pg_namespace WHERE nspname = '{before}'") == []


def test_a_rebuild_that_fails_changes_nothing_and_gives_its_vectors_to_the_next(council: ServedIndex) -> None:
    def fails() -> None:
        with council.rebuilt() as filling, filling.writer(STAMP) as writer:
            writer.replace(indexed("new.pdf", ["The new dyke."]))
            raise KeyError

    with pytest.raises(KeyError):
        fails()
    with council.open(STAMP) as store:
        assert [one.paper.file for one in store.papers(right=PUBLIC)] == ["open.pdf"]
    with council.rebuilt() as filling, filling.writer(STAMP) as writer:
        assert list(writer.embeddings_for(["new.pdf\nThe new dyke."])) == ["new.pdf\nThe new dyke."]


def test_a_second_builder_is_told_who_is_at_work(council: ServedIndex) -> None:
    with (
        council.lock(),
        pytest.raises(IndexBusy, match=rf"Another sync is at work on '{council.council}' \(.+\), since"),
        council.lock(patience=0.1),
    ):
        pass
    with council.lock(patience=0.1):
        pass


@pytest.mark.parametrize("name", ["", "Fenmoor", "fen moor", 'x"; DROP TABLE papers; --', "a" * 41])
def test_a_name_that_cannot_be_a_schema_is_refused(index: Path, name: str) -> None:
    with pytest.raises(WrongInput, match="BOARD_PAPERS_COUNCIL"):
        ServedIndex(index, "postgresql://nowhere", name)


def test_a_council_without_papers_is_missing(council: ServedIndex, index: Path) -> None:
    with pytest.raises(IndexMissing, match="python -m indexer sync"):
        ServedIndex(index, council.url, "nobody").open(STAMP)


def test_an_address_that_leads_nowhere_is_an_error_without_its_password(index: Path) -> None:
    with pytest.raises(BoardPapersError, match="cannot be reached") as failed:
        ServedIndex(index, "postgresql://keeper:hunter2@127.0.0.1:1/papers", "fenmoor").exists()
    assert "hunter2" not in str(failed.value)


@pytest.fixture
def empty(database: Server) -> Iterator[str]:
    """The address of a database in which nothing was ever made."""
    name = f"fresh{next(NUMBERS)}"
    database.asked(f"CREATE DATABASE {name}")
    url = database.url.replace("/postgres?", f"/{name}?")
    yield url
    close_pools(url)


def test_tables_of_the_release_before_are_brought_up_to_the_newest_with_their_papers(
    empty: str, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = {kind: migrating.steps(kind) for kind in ("shared", "council")}
    council = ServedIndex(index, empty, "fenmoor")
    with monkeypatch.context() as patched:
        released = {"shared": range(1, 4), "council": range(1, 2)}
        patched.setattr(migrating, "steps", lambda kind: {number: every[kind][number] for number in released[kind]})
        with council.writer(STAMP) as writer:
            writer.replace(indexed("open.pdf", ["The public dyke."]))
            writer.replace(indexed("secret.pdf", ["The secret dyke."], access="exempt", axes=[1]))
    with council.writer(STAMP) as writer:
        writer.replace(indexed("later.pdf", ["The later dyke."], axes=[2]))
    with council.open(STAMP) as store:
        assert [one.paper.file for one in store.papers(right=PUBLIC)] == ["later.pdf", "open.pdf"]
        assert len(store.search_text(["dyke"], limit=9, right=PUBLIC)) == 2
    assert nearest_of_all(council, 0) == [("fenmoor", 1.0), ("fenmoor", 0.0)]
    assert nearest_of_all(council, 1) == [("fenmoor", 0.0), ("fenmoor", 0.0)]
    with psycopg.connect(empty) as connection:
        applied = connection.execute("SELECT array_agg(number ORDER BY number) FROM board_papers.migrations").fetchone()
        assert applied == (sorted(every["shared"]),)
        assert connection.execute("SELECT version FROM board_papers.councils").fetchone() == (max(every["council"]),)


@pytest.mark.parametrize("kind", ["shared", "council"])
def test_no_two_migrations_have_one_number(kind: str) -> None:
    files = [file.name for file in (migrating.FOLDER / kind).glob("*.sql")]
    assert len(migrating.steps(kind)) == len(files)


def test_placeholders_are_put_in_and_quoted_text_stays() -> None:
    assert in_its_words("SELECT ':a?%' FROM t WHERE x = :name AND y LIKE ? || '%'") == (
        "SELECT ':a?%%' FROM t WHERE x = %(name)s AND y LIKE %s || '%%'"
    )


def test_a_label_on_a_paper_moves_its_rows_out_of_sight_at_once(council: ServedIndex) -> None:
    with council.writer(STAMP) as writer:
        writer.relabel(replace(indexed("open.pdf", ["The public dyke."]).paper, access="exempt"), ())
    assert seen(council, "{public}", "passage_vectors") == 0
    with council.open(STAMP) as store:
        assert store.nearest(axis(0), 9, right=PUBLIC) == []
        assert len(store.nearest(axis(0), 9, right=ALL)) == 3


def nearest_of_all(council: ServedIndex, number: int, *names: str) -> list[tuple[str, float]]:
    """The files of the passages of these councils that are nearest to an axis, each with how near it is."""
    found = Across(council.url).nearest(axis(number), 3, councils=[council.council, *names])
    return [(one.council, round(one.score, 2)) for one in found]


def test_a_search_over_all_councils_finds_what_the_public_may_see_and_nothing_else(council: ServedIndex) -> None:
    assert nearest_of_all(council, 0) == [(council.council, 1.0)]
    with council.writer(STAMP) as writer:
        writer.replace(indexed("second.pdf", ["The public mill."], axes=[7]))
        assert nearest_of_all(council, 7) == [(council.council, 1.0), (council.council, 0.0)]
        writer.relabel(replace(indexed("second.pdf", ["The public mill."]).paper, access="exempt"), ())
        assert nearest_of_all(council, 7) == [(council.council, 0.0)]
        writer.remove("open.pdf")
    assert nearest_of_all(council, 0) == []


def test_a_search_over_all_councils_finds_a_rebuilt_council_once_it_is_in_use(council: ServedIndex) -> None:
    with council.rebuilt() as filling, filling.writer(STAMP) as writer:
        writer.replace(indexed("new.pdf", ["The new dyke."], axes=[5]))
        assert nearest_of_all(council, 5) == [(council.council, 0.0)]
    assert nearest_of_all(council, 5) == [(council.council, 1.0)]


def test_words_that_stand_in_very_many_passages_must_stand_there_together(
    council: ServedIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    with council.writer(STAMP) as writer:
        writer.replace(indexed("mill.pdf", ["The dyke beside the mill.", "The mill."], axes=[3, 4]))

    def found(*words: str) -> int:
        some = Across(council.url).search_text(words, limit=9, weights=USUAL_WEIGHTS, councils=[council.council])
        return len(some)

    assert found("dyke", "mill") == 3
    monkeypatch.setattr(across, "MOST", 1)
    assert found("dyke", "mill") == 1
    assert found("beside", "mill") == 1


def test_a_reader_of_the_release_before_goes_on_after_the_tables_were_brought_up(
    council: ServedIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    with council.open(STAMP) as store:
        before = migrating.newest() - 1
        monkeypatch.setattr("indexer.store.served.store.newest", lambda: before)
        assert [one.paper.file for one in store.papers(right=PUBLIC)] == ["open.pdf"]
        monkeypatch.setattr("indexer.store.served.store.newest", lambda: before + 2)
        with pytest.raises(IndexMismatch, match="older version"):
            store.papers(right=PUBLIC)
