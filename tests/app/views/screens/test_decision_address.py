"""A decision has an address that opens it, and that it shows for others."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from app.assistant import Assistant
from app.connect.service import decision_id
from app.views.session.desk import Desk
from corpus.settings import Settings
from tests.app.connect.papers import ADDRESS, assistant_over, index_them


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return assistant_over(*index_them(tmp_path_factory.mktemp("decided")))


def page_script(desk) -> None:  # type: ignore[no-untyped-def]  # it runs where no name of this file is known
    from app.views.screens.decisions import decisions_page

    decisions_page(desk)


def page(assistant: Assistant, data: Path, **address: str) -> AppTest:
    settings = Settings(data=data, address=ADDRESS)
    desk = Desk(lambda: assistant, lambda *_, **__: None, settings=lambda: settings)  # type: ignore[arg-type]
    at = AppTest.from_function(page_script, default_timeout=20, kwargs={"desk": desk})
    for name, value in address.items():
        at.query_params[name] = value
    at = at.run()
    assert not at.exception
    return at


def test_the_address_of_a_decision_opens_it_and_is_shown_for_others(assistant: Assistant, tmp_path: Path) -> None:
    decision = next(one.decision for one in assistant.research.register() if "ferry fares" in one.decision.text)
    at = page(assistant, tmp_path, decision=decision_id(decision))
    assert "that ferry fares be raised by 5% from October." in [one.value for one in at.text]
    assert f"{ADDRESS}/decisions?decision={decision_id(decision)}" in [one.value for one in at.code]


def test_an_address_of_nothing_opens_nothing(assistant: Assistant, tmp_path: Path) -> None:
    at = page(assistant, tmp_path, decision="0" * 20)
    assert [one.value for one in at.code] == []
