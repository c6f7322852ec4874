"""The page of meetings and members over a few minutes: lists, a meeting, a member, and their addresses."""

from __future__ import annotations

import pytest
from drawn import components
from streamlit.testing.v1 import AppTest
from word_embedder import WordEmbedder

from app.assistant import Assistant
from app.meetings import Proceedings
from app.views.session.desk import Desk
from corpus.settings import Settings
from indexer.build import build_index
from indexer.store import Store

MINUTES = """Saltby Town Council
MINUTES of the meeting of the Harbour Committee held on {day}

Present: Councillor Joan Ash (Chair), Councillor Elm.

1. Minutes
RESOLVED that the minutes of the last meeting be confirmed.

2. Tide Mill
Moved by Councillor Elm, seconded by Councillor Ash.
RESOLVED that {mill}
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over the minutes of three meetings; the last ones are in an exempt folder."""
    folder, index = tmp_path_factory.mktemp("papers"), tmp_path_factory.mktemp("index")
    (folder / "private").mkdir()
    said = (
        ("7 January 2031", "consideration of the Tide Mill be deferred to March.", "a.txt"),
        ("4 March 2031", "the Tide Mill be leased to the Friends for ten years.", "b.txt"),
        ("6 May 2031", "the Zanzibar offer for the mill be refused.", "private/c.txt"),
    )
    for day, mill, file in said:
        (folder / file).write_text(MINUTES.format(day=day, mill=mill), encoding="utf-8")
    build_index(folder, index, embedder=WordEmbedder(), exempt=("private",))
    return Assistant(Store(index, None), WordEmbedder(), corpus=folder, exempt=("private",))


def page_script(desk) -> None:  # type: ignore[no-untyped-def]  # it runs where no name of this file is known
    from app.views.screens.meetings import meetings_page

    meetings_page(desk)


def page(assistant: Assistant, **address: str) -> AppTest:
    desk = Desk(lambda: assistant, lambda *_, **__: None, settings=lambda: Settings())  # type: ignore[arg-type]
    at = AppTest.from_function(page_script, default_timeout=20, kwargs={"desk": desk})
    for name, value in address.items():
        at.query_params[name] = value
    at = at.run()
    assert not at.exception
    return at


def held(assistant: Assistant) -> Proceedings:
    return assistant.research.proceedings()


def test_the_meetings_are_listed_with_what_we_have_of_each(assistant: Assistant) -> None:
    (table,) = components(page(assistant), "table")
    assert table["rows"] == [
        ["4 Mar 2031", "Harbour Committee", "2 decisions", "yes", "none"],
        ["7 Jan 2031", "Harbour Committee", "2 decisions", "yes", "none"],
    ]


def test_the_calendar_has_a_button_on_each_day_of_a_meeting(assistant: Assistant) -> None:
    at = page(assistant)
    at = at.radio(key="meetings-view").set_value("Calendar").run()
    (calendar,) = components(at, "calendar")
    assert [(month["name"], list(month["meetings"])) for month in calendar["months"] if month["meetings"]] == [
        ("January 2031", ["7"]),
        ("March 2031", ["4"]),
    ]


def test_a_meeting_shows_its_business_and_who_attended(assistant: Assistant) -> None:
    session = held(assistant).sessions[0]
    at = page(assistant, meeting=session.address)
    assert at.title[0].value == "Harbour Committee\\, 4 March 2031"
    business, members = components(at, "table")
    assert [row[0] for row in business["rows"]] == ["minute 1. Minutes", "minute 2. Tide Mill"]
    assert "the Tide Mill be leased to the Friends for ten years." in business["rows"][1][1]
    assert members["rows"] == [["Councillor Joan Ash", "present", "Chair"], ["Councillor Elm", "present", ""]]
    assert "We have minutes of this meeting, but no agenda or reports." in [one.value for one in at.text]


def test_a_member_shows_what_they_moved_and_attended(assistant: Assistant) -> None:
    elm = next(one for one in held(assistant).members if one.name == "Councillor Elm")
    at = page(assistant, member=elm.address)
    assert at.title[0].value == "Councillor Elm"
    moved, meetings = components(at, "table")
    assert [row[:3] for row in moved["rows"]] == [
        ["Tide Mill", "moved", "4 Mar 2031"],
        ["Tide Mill", "moved", "7 Jan 2031"],
    ]
    assert [row[0] for row in meetings["rows"]] == ["4 Mar 2031", "7 Jan 2031"]


def test_an_address_that_leads_nowhere_shows_the_lists(assistant: Assistant) -> None:
    assert page(assistant, meeting="0123456789ab").title[0].value == "Meetings"


def test_nothing_exempt_is_on_the_page(assistant: Assistant) -> None:
    assert [str(one.meeting.held_on) for one in held(assistant).sessions] == ["2031-03-04", "2031-01-07"]
    assert all("Zanzibar" not in str(one) for one in held(assistant).sessions)


def test_what_is_coming_up_is_listed_and_goes_into_a_calendar(assistant: Assistant) -> None:
    at = page(assistant)
    at.radio(key="meetings-view").set_value("Coming up").run()
    assert not at.exception
    headings = [one.value for one in at.subheader]
    assert headings == ["Can still be called in", "Planned decisions", "Meetings"]
    assert [one.label for one in at.get("download_button")] == ["Download calendar"]
