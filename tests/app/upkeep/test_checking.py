"""The check sees every damage, mends what can be mended, and says nothing of what is whole."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from test_access_matrix import council_in, leaks, texts_seen
from word_embedder import WordEmbedder

import app.cli
import app.upkeep.checking
from app.upkeep.checking import DAMAGED, MENDED, WARNED, WELL, check, status_of
from corpus.settings import Settings
from indexer.build import build_index


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("council")
    council_in(folder)
    build_index(folder / "papers", folder / "index", embedder=WordEmbedder())
    return folder


@pytest.fixture
def settings(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setattr(app.upkeep.checking, "MiniLM", WordEmbedder)
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    monkeypatch.setenv("BOARD_PAPERS_CORPUS", str(tmp_path / "papers"))
    monkeypatch.setenv("BOARD_PAPERS_INDEX", str(tmp_path / "index"))
    return Settings(tmp_path / "papers", tmp_path / "index")


def test_what_is_whole_is_well(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(settings) == []
    assert app.cli.main(["check"]) == WELL
    assert capsys.readouterr().out == "All is well.\n"


def break_pointer(folder: Path) -> None:
    (folder / "index" / "store.json").write_text('{"folder": "../elsewhere"}', encoding="utf-8")


def break_manifest(folder: Path) -> None:
    (folder / "papers" / "access.csv").write_text("nonsense\n1,2,3\n", encoding="utf-8")


def break_memory(folder: Path) -> None:
    (folder / "index" / "restrictions.json").write_text("{", encoding="utf-8")


def break_conversations(folder: Path) -> None:
    (folder / "index" / "data").mkdir()
    (folder / "index" / "data" / "conversations.db").write_bytes(b"nonsense" * 4096)


def lose_papers(folder: Path) -> None:
    (folder / "papers").rename(folder / "away")


def lose_vectors(folder: Path) -> None:
    with sqlite3.connect(folder / "index" / "papers.db") as connection:
        connection.execute("DELETE FROM embeddings WHERE passage = (SELECT min(passage) FROM embeddings)")


def change_a_word(folder: Path) -> None:
    with sqlite3.connect(folder / "index" / "papers.db") as connection:
        connection.execute("UPDATE passages SET text = replace(text, 'lamp', 'lump')")


@pytest.mark.parametrize(
    "damage",
    [break_pointer, break_manifest, break_memory, break_conversations, lose_papers, lose_vectors, change_a_word],
    ids=lambda damage: damage.__name__,
)
def test_every_kind_of_damage_is_named(settings: Settings, tmp_path: Path, damage: Callable[[Path], None]) -> None:
    damage(tmp_path)
    faults = check(settings)
    assert status_of(faults) == DAMAGED
    assert all(fault.said.strip() for fault in faults)


def test_words_and_vectors_are_mended_and_leftovers_deleted(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "index" / "store-dead").mkdir()
    assert status_of(check(settings)) == WARNED
    with sqlite3.connect(tmp_path / "index" / "papers.db") as connection:
        connection.execute("INSERT INTO words(words) VALUES ('delete-all')")
    for path in (tmp_path / "index" / "chroma").rglob("*.bin"):
        path.write_bytes(b"")
    assert status_of(check(settings)) == DAMAGED
    assert app.cli.main(["check", "--repair"]) == MENDED
    assert "Made the words for the search again." in capsys.readouterr().out
    assert check(settings) == []
    assert leaks(texts_seen(tmp_path / "index")) == ["marzipan"]


def test_what_cannot_be_mended_stays_an_error(settings: Settings, tmp_path: Path) -> None:
    change_a_word(tmp_path)
    assert app.cli.main(["check", "--repair"]) == DAMAGED


def test_a_full_disk_is_only_a_warning(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app.upkeep.checking, "LEAST_FREE", 1 << 62)
    assert app.cli.main(["check"]) == WARNED
