"""What people made exempt stays exempt: while a program runs over an index that is synced, rebuilt or relabelled."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from test_access_matrix import CountingEmbedder, leaks, pdf, secret
from word_embedder import WordEmbedder

from app.assistant import Assistant
from corpus.errors import CorpusMissing, IndexDamaged, WrongInput
from indexer.build import build_index, stamp_of
from indexer.progress import BuildReport, Progress
from indexer.store import Store


def shown(assistant: Assistant) -> Any:
    """What everybody sees without asking: examples, counts, names, library, register, briefings."""
    research = assistant.research
    return [
        assistant.examples(),
        assistant.holdings(),
        assistant.library(),
        assistant.organisations(),
        assistant.bodies(),
        research.register(),
        research.chronology("tender").steps,
        assistant.ask("Which papers mention a tender?").passages,
    ]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    for name in ("zanzibar", "marzipan"):
        pdf(folder / name / f"{name}.pdf", secret(name))
    return folder


def test_a_running_program_forgets_what_a_rebuild_made_exempt(corpus: Path, tmp_path: Path) -> None:
    index, embedder = tmp_path / "index", WordEmbedder()
    build_index(corpus, index, embedder=embedder)
    with Store(index, stamp_of(embedder)) as store:
        assistant = Assistant(store, embedder, corpus=corpus)
        assert leaks(shown(assistant)) == ["zanzibar", "marzipan"]
        before = assistant.version()
        build_index(corpus, index, embedder=embedder, exempt=["zanzibar"], rebuild=True)
        assert assistant.version() != before
        assert leaks(shown(assistant)) == ["marzipan"]


def synced(corpus: Path, index: Path, exempt: Sequence[str] = (), **options: Any) -> BuildReport:
    return build_index(corpus, index, embedder=WordEmbedder(), exempt=exempt, **options)


def seen(index: Path, corpus: Path) -> list[str]:
    """The secrets in what everybody may see of the index as a new program opens it."""
    with Store(index, stamp_of(WordEmbedder())) as store:
        return leaks(shown(Assistant(store, WordEmbedder(), corpus=corpus)))


def test_a_sync_without_the_setting_keeps_an_exempt_folder_exempt_and_says_so(corpus: Path, tmp_path: Path) -> None:
    index = tmp_path / "index"
    synced(corpus, index, ["zanzibar"])
    for rebuild in (False, True, False):
        report = synced(corpus, index, rebuild=rebuild)
        assert seen(index, corpus) == ["marzipan"]
        assert report.now_public == ()
        (said,) = report.reminders
        assert said.startswith("BOARD_PAPERS_EXEMPT does not name the folder 'zanzibar', which was exempt before")


def test_only_the_release_of_a_folder_opens_it_and_what_became_public_is_named(corpus: Path, tmp_path: Path) -> None:
    index = tmp_path / "index"
    synced(corpus, index, ["zanzibar"])
    with pytest.raises(WrongInput, match=r"'marzipan' is not remembered as exempt\. Remembered: zanzibar"):
        synced(corpus, index, release=["marzipan"])
    for spelt in ("zanzibar", "./zanzibar", "zanzibar/"):
        with pytest.raises(WrongInput, match="is still named as exempt"):
            synced(corpus, index, ["zanzibar"], release=[spelt])
    assert seen(index, corpus) == ["marzipan"]
    report = synced(corpus, index, release=["zanzibar"])
    assert (report.now_public, report.reminders) == (("zanzibar/zanzibar.pdf",), ())
    assert seen(index, corpus) == ["zanzibar", "marzipan"]
    assert synced(corpus, index).now_public == ()


def test_a_paper_that_could_not_be_read_is_named_when_its_folder_is_released(corpus: Path, tmp_path: Path) -> None:
    (corpus / "zanzibar" / "broken.pdf").write_bytes(b"%PDF-1.7 nothing more")
    synced(corpus, tmp_path / "index", ["zanzibar"])
    report = synced(corpus, tmp_path / "index", release=["zanzibar"])
    assert report.now_public == ("zanzibar/broken.pdf", "zanzibar/zanzibar.pdf")


def test_a_deleted_line_of_a_manifest_opens_nothing_but_a_public_one_with_a_reason_does(
    corpus: Path, tmp_path: Path
) -> None:
    index, manifest = tmp_path / "index", corpus / "access.csv"
    manifest.write_text("file,label\nzanzibar/zanzibar.pdf,internal:Board\n", encoding="utf-8")
    synced(corpus, index)
    for text in ("file,label\n", "file,label,reason\nzanzibar/zanzibar.pdf,public,\n", None):
        if text is None:
            manifest.unlink()
        else:
            manifest.write_text(text, encoding="utf-8")
        report = synced(corpus, index, rebuild=text is None)
        assert seen(index, corpus) == ["marzipan"], text
        assert report.reminders[0].startswith("1 paper stays restricted as before"), text
    manifest.write_text("file,label,reason\nzanzibar/zanzibar.pdf,public,sold in June\n", encoding="utf-8")
    report = synced(corpus, index)
    assert (report.now_public, report.reminders) == (("zanzibar/zanzibar.pdf",), ())
    manifest.unlink()
    synced(corpus, index)
    assert seen(index, corpus) == ["zanzibar", "marzipan"]


@pytest.mark.parametrize("before", ["folder", "line"])
def test_a_restricted_paper_stays_so_when_it_is_renamed_moved_changed_or_put_back(
    corpus: Path, tmp_path: Path, before: str
) -> None:
    index, paper = tmp_path / "index", corpus / "zanzibar" / "zanzibar.pdf"
    if before == "line":
        (corpus / "access.csv").write_text("file,label\nzanzibar/zanzibar.pdf,exempt\n", encoding="utf-8")
    synced(corpus, index, ["zanzibar"] if before == "folder" else [])
    (corpus / "access.csv").unlink(missing_ok=True)
    moved = paper.rename(corpus / "open.pdf")
    synced(corpus, index)
    assert seen(index, corpus) == ["marzipan"], "moved"
    moved.rename(paper)
    synced(corpus, index)
    content = paper.read_bytes()
    paper.unlink()
    synced(corpus, index)
    paper.write_bytes(content)
    synced(corpus, index)
    assert seen(index, corpus) == ["marzipan"], "put back"
    pdf(paper, secret("zanzibar").replace("Ivo Kerr", "Ivo Kerr and Councillor Ada Blewett"))
    synced(corpus, index)
    assert seen(index, corpus) == ["marzipan"], "changed"


def test_a_stopped_rebuild_leaves_the_last_index_answering_and_the_next_one_costs_no_embedding(
    corpus: Path, tmp_path: Path
) -> None:
    index = tmp_path / "index"
    synced(corpus, index)

    def stop(progress: Progress) -> None:
        if progress.step == "embedding":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        synced(corpus, index, ["zanzibar"], rebuild=True, on_progress=stop)
    assert seen(index, corpus) == ["marzipan"]  # what the last index has, under the labels of now
    embedder = CountingEmbedder()
    build_index(corpus, index, embedder=embedder, rebuild=True)
    assert embedder.texts == 0
    assert seen(index, corpus) == ["marzipan"]
    assert len(list(index.glob("store-*"))) == 1
    assert not (index / "papers.db").exists()


def test_while_a_rebuild_is_at_work_every_answer_is_that_of_the_last_index(corpus: Path, tmp_path: Path) -> None:
    index, embedder = tmp_path / "index", WordEmbedder()
    synced(corpus, index)
    with Store(index, stamp_of(embedder)) as store:
        assistant = Assistant(store, embedder, corpus=corpus)
        question = "What did the Marzipan Panel decide about Marzipan Quay?"
        before, during = assistant.ask(question).text, []

        def ask(progress: Progress) -> None:
            if progress.step != "finished":
                during.append(assistant.ask(question).text)

        synced(corpus, index, rebuild=True, on_progress=ask)
        assert len(during) >= 4
        assert set(during) == {before}
        assert assistant.ask(question).text == before


def test_a_folder_that_is_suddenly_empty_removes_nothing_unless_it_is_meant(corpus: Path, tmp_path: Path) -> None:
    index, away = tmp_path / "index", tmp_path / "away"
    synced(corpus, index)
    corpus.rename(away)
    corpus.mkdir()
    for rebuild in (False, True):
        with pytest.raises(CorpusMissing, match=r"no papers in .*, but 2 in the index, so nothing was removed"):
            synced(corpus, index, rebuild=rebuild)
        assert seen(index, corpus) == ["zanzibar", "marzipan"]
    report = synced(corpus, index, remove=True)
    assert report.removed == ("marzipan/marzipan.pdf", "zanzibar/zanzibar.pdf")
    assert seen(index, corpus) == []


def test_what_is_remembered_outlives_a_broken_index(corpus: Path, tmp_path: Path) -> None:
    index = tmp_path / "index"
    synced(corpus, index, ["zanzibar"])
    (index / "papers.db").write_bytes(b"nonsense " * 2000)
    synced(corpus, index, rebuild=True)
    assert seen(index, corpus) == ["marzipan"]


def test_an_index_made_before_there_was_a_memory_is_asked_what_it_restricts(corpus: Path, tmp_path: Path) -> None:
    index = tmp_path / "index"
    synced(corpus, index, ["zanzibar"])
    (index / "restrictions.json").unlink()
    assert synced(corpus, index).reminders
    assert seen(index, corpus) == ["marzipan"]


def test_a_memory_that_cannot_be_read_stops_the_sync(corpus: Path, tmp_path: Path) -> None:
    index = tmp_path / "index"
    synced(corpus, index, ["zanzibar"])
    (index / "restrictions.json").write_text("{", encoding="utf-8")
    with pytest.raises(IndexDamaged, match=r"restrictions\.json"):
        synced(corpus, index)
