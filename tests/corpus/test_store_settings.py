"""StoreSettings: what says where the papers of many councils are, and nothing that shows its password."""

from __future__ import annotations

import pytest

from corpus.errors import WrongInput
from corpus.settings import Settings
from corpus.store_settings import StoreSettings

SECRET = "postgresql://keeper:hunter2@db.example/papers"


def test_without_a_setting_there_is_no_database() -> None:
    assert Settings.from_environment({}).store == StoreSettings()


def test_the_address_with_its_password_is_never_written_out() -> None:
    settings = Settings.from_environment({"BOARD_PAPERS_STORE": SECRET, "BOARD_PAPERS_COUNCIL": "fenmoor"})
    assert settings.store.url == SECRET
    assert "hunter2" not in repr(settings)


@pytest.mark.parametrize(
    "values",
    [
        {"BOARD_PAPERS_STORE": "mysql://x:hunter2@y", "BOARD_PAPERS_COUNCIL": "fenmoor"},
        {"BOARD_PAPERS_STORE": SECRET},
        {"BOARD_PAPERS_STORE_READ": SECRET},
    ],
)
def test_settings_that_do_not_fit_are_refused_without_their_password(values: dict[str, str]) -> None:
    with pytest.raises(WrongInput) as refused:
        Settings.from_environment(values)
    assert "hunter2" not in str(refused.value)
