"""What is coming up: planned decisions, call-ins and meetings, each day as a paper states it, in a calendar file too."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table
from word_embedder import WordEmbedder

from app.assistant import Assistant
from app.exports.calendar_file import to_calendar
from app.meetings.coming import untils_in
from indexer.build import build_index
from indexer.store import Store

TODAY = date(2031, 1, 8)
MINUTES = """Saltby Town Council
MINUTES of the meeting of the Cabinet held on 7 January 2031

Present: Councillor Ash (Chair), Councillor Elm.

1. Apologies
There were none.

2. Tide Mill
RESOLVED that the mill be let.
The Monitoring Officer said that the decision could be called in until 5.00 pm on {until}.
"""
COLUMNS = ("Decision to be taken", "Date", "Decision maker", "Lead officer")
AGENDA = """Saltby Town Council
Agenda for the meeting of the Harbour Committee to be held on 4 March 2031 at 6.00 pm in the Net Loft

1. Apologies
2. Slipway
"""


def plan(path: Path, *rows: tuple[str, str]) -> None:
    """Draws a forward plan laid before a meeting of the Cabinet."""
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    text = canvas.beginText(60, 780)
    for line in ("Saltby Town Council", "", "FORWARD PLAN OF KEY DECISIONS: January to May 2031"):
        text.textLine(line)
    canvas.drawText(text)
    cells = [COLUMNS, *((what, day, "Cabinet", "Harbour Master") for what, day in rows)]
    table = Table(cells, colWidths=(170, 100, 90, 90), style=[("GRID", (0, 0), (-1, -1), 0.5, "black")])
    table.wrapOn(canvas, 500, 500)
    table.drawOn(canvas, 60, 600)
    canvas.save()


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over minutes, two plans, an agenda, and minutes that are exempt."""
    folder, index = tmp_path_factory.mktemp("papers"), tmp_path_factory.mktemp("index")
    (folder / "private").mkdir()
    (folder / "minutes.txt").write_text(MINUTES.format(until="15 January"), encoding="utf-8")
    secret = MINUTES.format(until="16 January").replace("mill", "Zanzibar mill")
    (folder / "private" / "minutes.txt").write_text(secret, encoding="utf-8")
    (folder / "agenda.txt").write_text(AGENDA, encoding="utf-8")
    others = (("Budget for the year", "3 February 2031"), ("Ferry lease", "1 December 2030"))
    plan(folder / "plan.pdf", ("Tide mill", "4 March 2031"), *others)
    plan(folder / "earlier.pdf", ("Tide mill", "3 February 2031"), *others)
    lines = (
        f"{name}.pdf,Saltby Town Council,Cabinet,{day}"
        for name, day in (("plan", "2031-01-07"), ("earlier", "2030-12-03"))
    )
    (folder / "papers.csv").write_text("\n".join(("file,organisation,body,date", *lines)), encoding="utf-8")
    build_index(folder, index, embedder=WordEmbedder(), exempt=("private",))
    return Assistant(Store(index, None), WordEmbedder(), corpus=folder, exempt=("private",))


def test_what_is_ahead_is_listed_with_the_days_that_the_papers_state(assistant: Assistant) -> None:
    coming = assistant.research.coming(TODAY)
    assert [(one.meeting.body, str(one.meeting.held_on)) for one in coming.sessions] == [
        ("Harbour Committee", "2031-03-04")
    ]
    assert [(one.row.label, str(one.day), one.is_key) for one in coming.planned] == [
        ("Budget for the year", "2031-02-03", True),
        ("Tide mill", "2031-03-04", True),  # as the later of the two plans has it
    ]
    assert [(one.said, str(one.until)) for one in coming.call_ins] == [
        ("The Monitoring Officer said that the decision could be called in until 5.00 pm on 15 January.", "2031-01-15")
    ]
    assert assistant.research.coming(date(2031, 1, 16)).call_ins == ()


def test_the_calendar_has_a_day_for_each_with_its_quote_and_its_source(assistant: Assistant) -> None:
    coming, sources = assistant.research.coming(TODAY), assistant.research.sources
    made = [
        to_calendar(coming, sources, lambda cited: f"https://papers.example.org/#{cited.page}", datetime(2031, 1, n, tzinfo=UTC))
        for n in (8, 9)
    ]  # fmt: skip
    events = [list(Calendar.from_ical(one).walk("VEVENT")) for one in made]
    found = {str(event["summary"]): event for event in events[0]}
    assert list(found) == [
        "Harbour Committee, 4 March 2031",
        "Key decision due: Budget for the year",
        "Key decision due: Tide mill",
        "Call-in ends: Tide Mill",
    ]
    call_in = found["Call-in ends: Tide Mill"]
    assert call_in.decoded("dtstart") == date(2031, 1, 15)
    assert "“The Monitoring Officer said that the decision could be called in until 5.00 pm on 15 January.”" in str(
        call_in["description"]
    )
    assert "Saltby Town Council, Cabinet, 7 January 2031, minute 2" in str(call_in["description"])
    assert [event["uid"] for event in events[0]] == [event["uid"] for event in events[1]]
    assert b"zanzibar" not in made[0].lower()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Last date for call-in: 27 March 2024", ["2024-03-27"]),
        ("The call-in period expires at noon on Friday 29 March 2024.", ["2024-03-29"]),
        ("Deadline for call-in: 5pm, Wednesday 27th March 2024.", ["2024-03-27"]),
        ("It takes effect then unless called in before 2 April 2024.", ["2024-04-02"]),
        ("The decision can be called in by five members by 4 April 2024.", ["2024-04-04"]),
        ("The decision may be called in until\n5.00 pm on 27 March.", ["2024-03-27"]),
        ("The decision may be called in until 3 January.", ["2025-01-03"]),
        ("The decision may be called in for five working days after publication.", []),
        ("Is the decision eligible for call-in? Yes. 27 March 2024", []),
        ("The application was called in by the Secretary of State by letter of 3 April 2024.", []),
        ("This decision was called in by Councillor Elm on 2 April 2024.", []),
        ("A call-in was received before 25 March 2024.", []),
        ("The decision could be called in until 27 March 2023.", []),
    ],
)
def test_only_a_day_until_which_a_decision_can_be_called_in_is_read_as_one(text: str, days: list[str]) -> None:
    held_on = date(2024, 12, 12) if "January" in text else date(2024, 3, 19)
    assert [str(until) for _, until in untils_in(text, held_on)] == days
