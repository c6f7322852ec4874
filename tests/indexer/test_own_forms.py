"""Rows that a council adds in forms.csv: checked when the papers are indexed, and read where their words stand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from word_embedder import WordEmbedder

import indexer.build
from corpus.errors import WrongInput
from corpus.papers import Paper
from indexer.build import build_index
from indexer.own_forms import read_own_forms
from indexer.store import PUBLIC, Store
from indexer.understanding import Understood, understood

HEAD = "kind,words,example\n"
ENACTED = f"{HEAD}decision,ENACTED,ENACTED: That the order be made.\n"
MINUTES = """MINUTES OF THE MEETING OF THE HARBOUR BOARD
held on 4 March 2031 in the Tide Room

Present: Councillor A. Ash (Chair), Councillor B. Elm
Apologies: Councillor C. Oak

1. Apologies for absence
Councillor Oak was away.

2. The quay wall
The wall had cracked in two gales, and the crew had looked at it twice in the week.
{decision}

3. Date of next meeting
The Board would meet again in May.
"""


@pytest.fixture(autouse=True, scope="module")
def without_a_generation() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("indexer.store.index.build_generation", lambda *_: None)
        yield


@pytest.fixture
def read_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the papers in which our forms are looked for, as that is done."""
    read: list[str] = []

    def noting(paper: Paper, *about: Any) -> Understood:
        read.append(paper.file)
        return understood(paper, *about)

    monkeypatch.setattr(indexer.build, "understood", noting)
    return read


def synced(corpus: Path, forms: str | None = None) -> list[str]:
    """The decisions that an index of the folder has."""
    if forms is not None:
        (corpus / "forms.csv").write_text(forms, encoding="utf-8")
    build_index(corpus, corpus.parent / "index", embedder=WordEmbedder())
    with Store(corpus.parent / "index", None) as store:
        return [decision.text for decision in store.decisions(right=PUBLIC)]


def papers(folder: Path, decision: str) -> Path:
    corpus = folder / "papers"
    corpus.mkdir()
    (corpus / "minutes.txt").write_text(MINUTES.format(decision=decision), encoding="utf-8")
    return corpus


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("ENACTED: that the wall be mended.", "that the wall be mended."),
        ("ENACTED that the wall be mended.", "that the wall be mended."),
        ("ENACTED that the wall be mended", "that the wall be mended"),
        ("ENACTED: the wall is to be mended", "the wall is to be mended"),
        ("It was ENACTED that the wall be mended.", "that the wall be mended."),
    ],
)
def test_a_word_for_decisions_works_with_that_with_a_colon_and_without_a_full_stop(
    written: str, found: str, tmp_path: Path
) -> None:
    corpus = papers(tmp_path, written)
    assert found not in synced(corpus)
    assert found in synced(corpus, ENACTED)


def test_limbs_below_such_a_word_are_decisions(tmp_path: Path) -> None:
    corpus = papers(tmp_path, "ENACTED:\n(1) that the wall be mended; and\n(2) that the crew be thanked.")
    assert synced(corpus, ENACTED) == ["that the wall be mended; and", "that the crew be thanked."]


def test_a_row_that_comes_or_goes_reads_only_the_papers_with_its_words_again(
    tmp_path: Path, read_files: list[str]
) -> None:
    corpus = papers(tmp_path, "ENACTED: that the wall be mended.")
    (corpus / "report.txt").write_text("Report of the Harbour Master\nSubject: The wall\n\nIt leaks.", encoding="utf-8")
    synced(corpus)
    read_files.clear()
    assert synced(corpus, ENACTED) == ["that the wall be mended."]
    assert synced(corpus) == ["that the wall be mended."]
    assert read_files == ["minutes.txt"]
    assert synced(corpus, HEAD) == []
    assert read_files == ["minutes.txt", "minutes.txt"]


def test_a_run_that_was_stopped_leaves_the_papers_to_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = papers(tmp_path, "ENACTED: that the wall be mended.")
    synced(corpus)
    with monkeypatch.context() as stopped:
        stopped.setattr(indexer.build, "with_findings", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            synced(corpus, ENACTED)
    assert synced(corpus) == ["that the wall be mended."]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("decision,ENACTED,Resolved: that it be made.", "line 2: the words 'ENACTED' do not match their example"),
        ("decision,ENACTED,Enacted: that it be made.", "line 2: the words 'ENACTED' do not match their example"),
        ("verdict,ENACTED,ENACTED: that it be made.", "line 2: there is no kind 'verdict'"),
        ("decision,ENACTED,", "line 2: words and an example are needed"),
        ("decision,The,The wall is mended.", "line 2: the words 'The' open ordinary sentences as well"),
    ],
)
def test_a_row_that_cannot_be_used_is_named_with_its_line(row: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "forms.csv").write_text(f"{HEAD}{row}\n", encoding="utf-8")
    with pytest.raises(WrongInput, match=said):
        read_own_forms(tmp_path)


def test_a_file_without_a_column_is_refused(tmp_path: Path) -> None:
    (tmp_path / "forms.csv").write_text("kind,words\ndecision,ENACTED\n", encoding="utf-8")
    with pytest.raises(WrongInput, match="no column 'example'"):
        read_own_forms(tmp_path)


def test_a_heading_of_the_council_opens_an_item(tmp_path: Path) -> None:
    text = MINUTES.replace("1. ", "").replace("2. ", "").replace("3. ", "").replace("The quay wall", "Crier's news")
    corpus = papers(tmp_path, "RESOLVED: that the wall be mended.")
    (corpus / "minutes.txt").write_text(text.format(decision="RESOLVED: that the wall be mended."), encoding="utf-8")
    synced(corpus, f"{HEAD}heading,Crier's news,Crier's News\n")
    with Store(tmp_path / "index", None) as store:
        assert [one.title for one in store.decisions(right=PUBLIC)] == ["Crier's news"]
