"""What the program writes is for its own account only, also what SQLite and Chroma write, and what an earlier one left."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from word_embedder import WordEmbedder

import indexer.cli
from app.saved.conversations import Conversations
from app.upkeep.filing import Filing
from corpus.private import private_files

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")

MINUTES = """PORT ELMHAM PARISH COUNCIL
QUAY COMMITTEE
Minutes of a meeting of the Quay Committee held on Monday, 4 March 2019.
12. Bollards
RESOLVED that three bollards be painted before the regatta, and that their chains be renewed by the harbour master at once."""


@pytest.fixture(autouse=True)
def open_to_all() -> Iterator[None]:
    """The usual rights of a new file: everybody may read it."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def open_to_others(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder, *folder.rglob("*")) if path.stat().st_mode & 0o077)


def sync(corpus: Path, index: Path) -> None:
    assert indexer.cli.main(["sync", "--corpus", str(corpus), "--index", str(index)]) == 0


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(indexer.cli, "MiniLM", WordEmbedder)
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "minutes.txt").write_text(MINUTES, encoding="utf-8")
    return tmp_path / "papers"


def test_no_file_of_an_index_is_readable_by_others(corpus: Path, tmp_path: Path) -> None:
    sync(corpus, tmp_path / "index")
    assert (tmp_path / "index" / "chroma" / "current.json").is_file()
    assert open_to_others(tmp_path / "index") == []
    (tmp_path / "register").touch()
    assert (tmp_path / "register").stat().st_mode & 0o777 == 0o644  # the sync alone writes privately


def test_an_index_that_was_open_is_closed_by_the_next_sync(corpus: Path, tmp_path: Path) -> None:
    sync(corpus, tmp_path / "index")
    for name in ("papers.db", "chroma"):
        (tmp_path / "index" / name).chmod(0o755)
    (corpus / "minutes.txt").write_text(f"{MINUTES}\n13. Nets\nThe nets were dry.", encoding="utf-8")
    sync(corpus, tmp_path / "index")
    assert open_to_others(tmp_path / "index") == []


def test_conversations_are_readable_by_nobody_else(tmp_path: Path) -> None:
    with private_files():
        kept = Conversations(tmp_path / "data")
        kept.start("ann", "Baths?")
    assert open_to_others(tmp_path / "data") == []
    kept.close()
    (tmp_path / "data" / "conversations.db").chmod(0o644)
    Conversations(tmp_path / "data").close()
    assert open_to_others(tmp_path / "data") == []


def test_a_paper_that_a_keeper_adds_is_as_open_as_its_folder(corpus: Path, tmp_path: Path) -> None:
    with private_files():
        Filing(corpus, tmp_path / "data").add("new.txt", b"words")
    assert (corpus / "new.txt").stat().st_mode & 0o777 == 0o644


def test_the_same_words_in_a_restricted_and_in_a_public_paper_are_told_to_the_keeper(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "private").mkdir()
    (corpus / "private" / "draft.txt").write_text(f"\n{MINUTES}\n", encoding="utf-8")
    (corpus / "access.csv").write_text("file,label\nprivate/draft.txt,exempt\n", encoding="utf-8")
    sync(corpus, tmp_path / "index")
    said = "private/draft.txt is not for the public, but says the same as public pages of minutes.txt."
    assert f"warning: {said}\n" in capsys.readouterr().out
    (corpus / "private" / "draft.txt").write_text(MINUTES, encoding="utf-8")
    sync(corpus, tmp_path / "index")
    said = "minutes.txt is not for the public either, since it is the same paper as private/draft.txt."
    assert f"warning: {said}\n" in capsys.readouterr().out


def test_a_name_of_a_file_steers_no_terminal(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (corpus / "a\x1b]0;title\x07\x9b2J.txt").write_text(f"{MINUTES}\nSee \x1b[2J the \x9b31m map.", encoding="utf-8")
    (corpus / "minutes.txt").unlink()
    (corpus / "b\x1b[1m\nerror: forged.pdf").write_bytes(b"%PDF- broken")
    index = str(tmp_path / "index")
    indexer.cli.main(["sync", "--corpus", str(corpus), "--index", index])
    for command in (["status"], ["status", "--json"], ["show", "title"], ["show", "."], ["show", "\x1b"]):
        indexer.cli.main([*command, "--index", index])
    out, err = capsys.readouterr()
    assert "title" in out
    assert [c for c in out + err if (c < " " and c != "\n") or "\x7f" <= c <= "\x9f"] == []
    assert not any(line.startswith("error: forged") for line in (out + err).splitlines())
