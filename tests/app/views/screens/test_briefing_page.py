"""The page that gets somebody up to speed: a topic is chosen from the names in the papers, or typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawn import components
from streamlit.testing.v1 import AppTest
from word_embedder import WordEmbedder

from app.assistant import Assistant
from app.views.session.desk import Desk
from corpus.settings import Settings
from indexer.build import build_index
from indexer.store import Store

MINUTES = """Saltby Town Council
MINUTES of the meeting of the Harbour Committee held on 7 January 2031

Present: Councillor Ash (Chair), Councillor Elm.

1. Apologies
There were none.

2. Tide Mill
RESOLVED that the Tide Mill be let under the Coastal Energy Fund (CEF).
"""


@pytest.fixture
def assistant(tmp_path: Path) -> Assistant:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "a.txt").write_text(MINUTES, encoding="utf-8")
    build_index(folder, tmp_path / "index", embedder=WordEmbedder())
    return Assistant(Store(tmp_path / "index", None), WordEmbedder(), corpus=folder)


def page_script(desk) -> None:  # type: ignore[no-untyped-def]  # it runs where no name of this file is known
    from app.views.screens.briefing import briefing_page

    briefing_page(desk)


def page(assistant: Assistant, topic: str) -> AppTest:
    desk = Desk(lambda: assistant, lambda *_, **__: None, settings=lambda: Settings())  # type: ignore[arg-type]
    at = AppTest.from_function(page_script, default_timeout=20, kwargs={"desk": desk})
    at.session_state["briefing-on"] = "A topic"
    at.session_state["briefing-topic"] = topic
    return at.run()


def test_the_names_of_matters_and_acronyms_are_offered_while_a_topic_is_typed(assistant: Assistant) -> None:
    at = page(assistant, "")
    (finder,) = components(at, "finder")
    assert (finder["label"], finder["value"]) == ("Topic", "")
    assert {"Tide Mill", "CEF"} <= set(finder["names"])
    assert "Harbour Committee" not in finder["names"]
    assert not at.header


def test_a_topic_that_was_chosen_has_its_briefing(assistant: Assistant) -> None:
    at = page(assistant, "Tide Mill")
    assert at.header[0].value.endswith(" Tide Mill")
    assert components(at, "finder")[0]["value"] == "Tide Mill"
