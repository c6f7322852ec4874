"""Where the papers and their index lie, and the command that indexes them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.answers.filters import Filters
from corpus.errors import WrongInput
from corpus.settings import Settings


def test_the_sample_papers_are_the_default() -> None:
    settings = Settings.from_environment({})
    assert settings == Settings(Path("corpus/sample"), Path("index"))
    assert settings.sync_command() == "python -m indexer sync"


def test_another_corpus_has_an_index_of_its_own() -> None:
    first = Settings.from_environment({"BOARD_PAPERS_CORPUS": "a/papers"})
    second = Settings.from_environment({"BOARD_PAPERS_CORPUS": "b/papers"})
    assert len({first.index, second.index, Path("index")}) == 3


def test_the_index_can_be_named() -> None:
    settings = Settings.from_environment({"BOARD_PAPERS_CORPUS": "my papers", "BOARD_PAPERS_INDEX": "/var/index"})
    assert settings.sync_command() == "python -m indexer sync --corpus 'my papers' --index /var/index"


def test_no_filter_is_false_and_any_is_true() -> None:
    assert not Filters()
    assert Filters(body="Cabinet")
    assert Filters(since=date(2024, 1, 1), until=date(2024, 1, 1))


def test_dates_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(WrongInput, match="02/01/2024, lies after the last one, 01/01/2024"):
        Filters(since=date(2024, 1, 2), until=date(2024, 1, 1))
