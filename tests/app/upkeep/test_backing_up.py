"""Backups are taken while a sync is at work, are whole, and come back without opening what is restricted by now."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest
from test_access_matrix import PUBLIC_MINUTES, leaks, pdf, secret, texts_seen
from word_embedder import WordEmbedder

import app.cli
from app.answers.filters import Filters
from app.people.audit import Audit, Deed
from app.people.seeing import Person, Role
from app.saved.conversations import Conversations, KeptTurn
from app.upkeep.backing_up import back_up, restore
from corpus.errors import BoardPapersError, WrongInput
from corpus.settings import PeopleSettings, Settings, SignIn
from indexer.build import build_index
from indexer.store.verify import verify

ADA = Person(Role.MEMBER, frozenset({"Cabinet"}), "a" * 64, "Ada Blewett")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    pdf(tmp_path / "papers" / "minutes.pdf", PUBLIC_MINUTES)
    pdf(tmp_path / "papers" / "marzipan.pdf", secret("marzipan"))
    build_index(tmp_path / "papers", tmp_path / "index", embedder=WordEmbedder())
    people = PeopleSettings(SignIn.REQUIRED, audit_days=30)
    return Settings(tmp_path / "papers", tmp_path / "index", data=tmp_path / "data", people=people)


def talk(settings: Settings) -> str:
    """The id of a conversation of Ada's, which is in the log too."""
    conversations = Conversations(settings.data_folder)
    id_ = conversations.start(ADA.id, "The lamp")
    conversations.add(ADA.id, id_, KeptTurn("What of quillfeather?", Filters(), json.dumps({"text": "Nothing."})))
    conversations.close()
    audit = Audit(settings.data_folder, 30)
    audit.seen(ADA)
    audit.record(ADA, Deed.ASKED, "What of quillfeather?")
    audit.close()
    return id_


def test_a_backup_comes_back_on_a_clean_machine(settings: Settings, tmp_path: Path) -> None:
    id_ = talk(settings)
    before = texts_seen(settings.index)
    backup = back_up(settings, tmp_path / "backups")
    clean = Settings(settings.corpus, tmp_path / "other", data=tmp_path / "other-data", people=settings.people)
    clean.index.mkdir()
    restore(clean, backup)
    assert texts_seen(clean.index) == before
    assert verify(clean.index) == []
    conversations = Conversations(clean.data_folder)
    assert [turn.question for turn in conversations.turns(id_)] == ["What of quillfeather?"]
    conversations.close()


def test_backups_taken_while_a_sync_is_at_work_are_whole(settings: Settings, tmp_path: Path) -> None:
    for number in range(12):
        pdf(settings.corpus / f"more-{number}.pdf", PUBLIC_MINUTES.replace("lamp", f"lamp {number}"))
    ended = threading.Event()

    def sync() -> None:
        try:
            build_index(settings.corpus, settings.index, embedder=WordEmbedder())
            build_index(settings.corpus, settings.index, embedder=WordEmbedder(), rebuild=True)
        finally:
            ended.set()

    thread = threading.Thread(target=sync)
    thread.start()
    backups = []
    while not ended.is_set() or len(backups) < 3:
        backups.append(back_up(settings, tmp_path / "backups"))
    thread.join()
    for number, backup in enumerate([backups[0], backups[len(backups) // 2], backups[-1]]):
        clean = Settings(settings.corpus, tmp_path / f"clean-{number}", data=tmp_path / f"data-{number}")
        clean.index.mkdir()
        restore(clean, backup)
        assert verify(clean.index) == []
    assert not list((tmp_path / "backups").glob("*.part"))


@pytest.mark.parametrize("rebuilt", [False, True])
def test_a_restore_opens_nothing_that_was_restricted_since(settings: Settings, tmp_path: Path, rebuilt: bool) -> None:
    backup = back_up(settings, tmp_path / "backups")
    (settings.corpus / "access.csv").write_text("file,label\nmarzipan.pdf,exempt\n", encoding="utf-8")
    build_index(settings.corpus, settings.index, embedder=WordEmbedder(), rebuild=rebuilt)
    (settings.corpus / "access.csv").unlink()  # and the line is lost
    restore(settings, backup)
    assert leaks(texts_seen(settings.index)) == []


def test_a_backup_that_was_changed_is_refused(settings: Settings, tmp_path: Path) -> None:
    backup = back_up(settings, tmp_path / "backups")
    with (backup / "papers.db").open("r+b") as file:
        file.seek(4000)
        file.write(b"x")
    with pytest.raises(WrongInput, match=r"not as it was made: papers\.db"):
        restore(settings, backup)
    with pytest.raises(WrongInput, match="is no backup"):
        restore(settings, tmp_path / "papers")


def test_conversations_are_not_given_up_unasked(settings: Settings, tmp_path: Path) -> None:
    talk(settings)
    backup = back_up(settings, tmp_path / "backups")
    with pytest.raises(WrongInput, match="There are conversations"):
        restore(settings, backup)
    restore(settings, backup, replace=True)
    assert verify(settings.index) == []


def test_a_backup_that_cannot_be_written_is_one_sentence(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    with pytest.raises(BoardPapersError, match="could not be written"):
        back_up(settings, tmp_path / "taken")


def test_a_persons_data_is_given_out_and_erased_to_the_last_byte(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    talk(settings)
    for name, value in (("CORPUS", settings.corpus), ("INDEX", settings.index), ("DATA", settings.data_folder)):
        monkeypatch.setenv(f"BOARD_PAPERS_{name}", str(value))
    monkeypatch.setenv("BOARD_PAPERS_SIGN_IN", "required")
    assert app.cli.main(["people", "export", "Ada Blewett"]) == 0
    held = json.loads(capsys.readouterr().out)
    assert held["conversations"][0]["questions"] == [{"question": "What of quillfeather?", "answer": "Nothing."}]
    assert held["log"][0]["words"] == "What of quillfeather?"
    assert app.cli.main(["people", "erase", "Ada Blewett"]) == 0
    assert "Erased 1 conversations, and the person from 1 entries" in capsys.readouterr().out
    left = b"".join(path.read_bytes() for path in settings.data_folder.iterdir())
    assert b"quillfeather" not in left
    assert b"Blewett" not in left
    assert app.cli.main(["people", "erase", "Ada Blewett"]) == 1
    assert "Nobody who signed in is called 'Ada Blewett'" in capsys.readouterr().err
    assert app.cli.main(["audit", "export", str(tmp_path / "log.jsonl")]) == 0
    deeds = [json.loads(line)["deed"] for line in (tmp_path / "log.jsonl").read_text(encoding="utf-8").splitlines()]
    assert deeds == ["erased a person's data", "exported a person's data", "asked"]
