"""What was read of a file is stored once, and read again whenever that could say something else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from word_embedder import WordEmbedder

from corpus.folder import survey
from indexer.build import build_index
from indexer.reading.looks import Looks
from indexer.reading.pages import Page, PageState, Reading
from indexer.reading.tables import PageTable
from indexer.store import Readings
from indexer.store.sql import readings as stored_readings
from indexer.store.sql.readings import FILE

TEXT = (
    "HOLM PARISH COUNCIL\nMinutes of the meeting held on 4 March 2019\n1. Gulls\nRESOLVED that the gulls be left alone."
)
LOOKS = (Looks(1.2, bold=True, cells=(3, 9)), Looks(1.0), Looks(1.0, indent=0.5), Looks())
TABLE = PageTable((("Boats", "7"),), (("Boats 7",),), 0, ("Table 1",))


class Reader:
    """Stands in for the reader of files, and counts what it is asked for."""

    def __init__(self, problem: str = "") -> None:
        self.asked: list[str] = []
        self.problem = problem

    def __call__(self, paths: Iterable[Path]) -> Iterator[tuple[Path, Reading]]:
        for path in paths:
            self.asked.append(path.name)
            page = Page(None, path.read_text(encoding="utf-8"), PageState.TEXT, looks=LOOKS, tables=(TABLE,))
            yield path, Reading((page,), "Gulls", self.problem)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "gulls.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "index").mkdir()
    return tmp_path / "papers"


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    reader = Reader()
    monkeypatch.setattr(stored_readings, "read_papers", reader)
    return reader


def read(corpus: Path) -> list[Reading]:
    with Readings(corpus.parent / "index") as readings:
        return [reading for _, reading in readings.read(corpus, survey(corpus, {}).papers)]


def test_a_file_is_read_once_and_its_reading_comes_back_whole(corpus: Path, reader: Reader) -> None:
    (first,), (second,) = read(corpus), read(corpus)
    assert reader.asked == ["gulls.txt"]
    assert (second, second.pages[0].looks, second.pages[0].tables) == (first, LOOKS, (TABLE,))


def test_a_renamed_file_is_not_read_again_and_a_changed_one_is(corpus: Path, reader: Reader) -> None:
    read(corpus)
    (corpus / "gulls.txt").rename(corpus / "terns.txt")
    read(corpus)
    assert reader.asked == ["gulls.txt"]
    (corpus / "terns.txt").write_text(TEXT.replace("gulls", "terns"), encoding="utf-8")
    assert "terns be left" in read(corpus)[0].pages[0].text


def test_a_reading_with_a_problem_is_tried_again(corpus: Path, reader: Reader) -> None:
    reader.problem = "1 of 2 pages could not be read (2): the time for this file had run out."
    read(corpus)
    read(corpus)
    assert reader.asked == ["gulls.txt", "gulls.txt"]


def test_a_file_that_changed_while_it_was_read_is_not_stored(corpus: Path, reader: Reader) -> None:
    papers = survey(corpus, {}).papers
    (corpus / "gulls.txt").write_text(TEXT * 2, encoding="utf-8")
    with Readings(corpus.parent / "index") as readings:
        list(readings.read(corpus, papers))
        list(readings.read(corpus, papers))
    assert reader.asked == ["gulls.txt", "gulls.txt"]


def test_another_version_of_the_reader_reads_all_again(
    corpus: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(corpus)
    monkeypatch.setattr(stored_readings, "version", lambda: 7)
    read(corpus)
    assert reader.asked == ["gulls.txt", "gulls.txt"]


@pytest.mark.parametrize("damage", ["half", "rubbish", "byte"])
def test_a_damaged_cache_costs_no_more_than_reading_again(corpus: Path, reader: Reader, damage: str) -> None:
    (whole,) = read(corpus)
    file = corpus.parent / "index" / FILE
    if damage == "byte":
        with sqlite3.connect(file) as connection:
            connection.execute(
                "UPDATE readings SET pages = CAST(substr(pages, 1, 20) || X'00' || substr(pages, 22) AS BLOB)"
            )
        connection.close()
    else:
        content = file.read_bytes()
        file.write_bytes(content[: len(content) // 2] if damage == "half" else b"no database" * 999)
    assert read(corpus) == [whole]
    assert reader.asked == ["gulls.txt", "gulls.txt"]


def test_a_rebuild_reads_no_file_again_and_a_removed_one_leaves_no_word(corpus: Path, reader: Reader) -> None:
    index = corpus.parent / "index"
    (corpus / "terns.txt").write_text(
        TEXT.replace("4 March", "5 March").replace("Gulls", "Zygodactyl"), encoding="utf-8"
    )
    build_index(corpus, index, embedder=WordEmbedder())
    build_index(corpus, index, embedder=WordEmbedder(), rebuild=True)
    assert sorted(reader.asked) == ["gulls.txt", "terns.txt"]
    (corpus / "terns.txt").unlink()
    build_index(corpus, index, embedder=WordEmbedder())
    with sqlite3.connect(index / FILE) as connection:
        assert connection.execute("SELECT count(*) FROM readings").fetchall() == [(1,)]
    connection.close()


def test_a_file_that_another_program_has_is_left_alone(corpus: Path, reader: Reader) -> None:
    read(corpus)
    with sqlite3.connect(corpus.parent / "index" / FILE, isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.MonkeyPatch.context() as patched:
            real = sqlite3.connect
            patched.setattr(stored_readings.sqlite3, "connect", lambda file: real(file, timeout=0.05))
            assert len(read(corpus)) == 1
        other.execute("ROLLBACK")
    other.close()
    assert reader.asked == ["gulls.txt", "gulls.txt"]
    read(corpus)
    assert reader.asked == ["gulls.txt", "gulls.txt"]
