"""The page for administrators shows roles and the log, and to others nothing."""

from __future__ import annotations

from pathlib import Path

import fake_papers
import pytest
from streamlit.testing.v1 import AppTest

from app.people.audit import Deed
from app.people.seeing import Person, Role
from app.views.people.people import people_page
from app.views.session.desk import Desk
from corpus.settings import PeopleSettings, Settings, SignIn

ADMINISTRATOR = Person(Role.ADMINISTRATOR, frozenset(), "1", "Adam")


def page_script(desk, draw) -> None:  # type: ignore[no-untyped-def]  # it runs where no name of this file is known
    draw(desk)


def page(folder: Path, person: Person) -> tuple[Desk, AppTest]:
    (folder / "people.csv").write_text("who,role,bodies\nada@example.org,member,Cabinet\n", encoding="utf-8")
    people = PeopleSettings(SignIn.REQUIRED, folder / "people.csv", 30)
    settings = Settings(folder, folder / "index", people=people)
    desk = Desk(lambda: fake_papers.FAKE, fake_papers.draw_page, lambda: settings)
    desk.person = person

    return desk, AppTest.from_function(page_script, kwargs={"desk": desk, "draw": people_page}).run()


def test_an_administrator_sees_roles_and_opens_the_log_which_says_so(tmp_path: Path) -> None:
    desk, shown = page(tmp_path, ADMINISTRATOR)
    assert not shown.exception
    assert shown.dataframe[0].value["Who"].tolist() == ["ada@example.org"]
    shown.button(key="open-log").click().run()
    audit = desk.audit()
    assert audit is not None
    assert [entry.deed for entry in audit.entries()] == [Deed.LOOKED_AT_LOG]
    shown.run()
    assert len(audit.entries()) == 1
    assert shown.dataframe[-1].value["Did"].tolist() == [Deed.LOOKED_AT_LOG.value]


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_others_see_nothing_of_it(tmp_path: Path, role: Role) -> None:
    _, shown = page(tmp_path, Person(role, frozenset(), "1", "Ada"))
    assert [text.value for text in shown.text] == ["This page is for administrators."]
    assert not shown.dataframe
