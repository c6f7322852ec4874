"""What is said where many machines share a database."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import fake_papers
import pytest
from postgresql import Server
from streamlit.testing.v1 import AppTest

from app.views.screens.machines import delay_in_words
from app.views.session.desk import Desk
from corpus.store_settings import StoreSettings
from indexer.working import later


def page_script() -> None:
    import fake_papers

    from app.views.screens.machines import show_delay, show_workers

    show_delay(fake_papers.DESK.settings())
    show_workers(fake_papers.DESK.settings())


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0.0, ""),
        (4.9, ""),
        (12.2, "These papers are as of 12 seconds ago."),
        (150.0, "These papers are as of 2 minutes ago."),
    ],
)
def test_how_old_the_papers_are_is_said_where_it_is_more_than_a_few_seconds(seconds: float, said: str) -> None:
    assert delay_in_words(seconds) == said


def test_nothing_is_said_on_one_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    page = AppTest.from_function(page_script, default_timeout=20).run()
    assert not page.caption
    assert not page.expander


def test_a_page_says_how_far_the_replica_is_behind_and_what_the_workers_do(
    monkeypatch: pytest.MonkeyPatch, database: Server, tmp_path: Path
) -> None:
    store = StoreSettings(database.url, "watched", database.url)
    settings = replace(fake_papers.DESK.settings(), corpus=tmp_path, store=store)
    monkeypatch.setattr(fake_papers, "DESK", Desk(lambda: fake_papers.FAKE, fake_papers.draw_page, lambda: settings))
    monkeypatch.setattr("indexer.store.served.database.seconds_behind", lambda url: 12.0 if url else 0.0)
    later(settings)
    page = AppTest.from_function(page_script, default_timeout=20).run()
    assert [one.value for one in page.caption] == ["These papers are as of 12 seconds ago."]
    assert "watched: waiting" in [one.value for one in page.expander[0].text]
