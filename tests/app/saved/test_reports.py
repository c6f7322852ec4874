"""Reports of readers: in a file of this machine, or in the database that all machines have."""

from __future__ import annotations

from pathlib import Path

from postgresql import Server

from app.answers.answer import Answer
from app.saved.reports import Verdict
from app.saved.served import reports_of
from corpus.settings import Settings
from corpus.store_settings import StoreSettings
from indexer.store.served.migrating import migrated


def test_a_report_is_in_the_database_where_one_is_set(database: Server, tmp_path: Path) -> None:
    with migrated(database.url, "test"):
        pass
    settings = Settings(index=tmp_path, store=StoreSettings(database.url, "reporting"))
    answer = Answer("What of the lamp?", "It is lit.", True, "fact", (), ())
    reports_of(settings).add(Verdict.WRONG, " It is out. ", answer)
    query = "SELECT verdict, comment, question, answer FROM board_papers.reports WHERE council = 'reporting'"
    assert database.asked(query) == [("wrong", "It is out.", "What of the lamp?", "It is lit.")]
    assert list(tmp_path.iterdir()) == []
