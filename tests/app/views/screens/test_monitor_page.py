"""The page Monitor: what became of each thing, filters, and nothing of what is exempt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from urllib.parse import unquote

import pytest
from streamlit.testing.v1 import AppTest
from word_embedder import WordEmbedder

from app.assistant import Assistant
from app.exports import monitor_to_csv
from app.matters.ledger import Quote
from app.views.screens.decisions import decisions_page
from app.views.screens.monitor import monitor_page, name_of
from app.views.screens.papers import papers_page
from app.views.session.conversation import Opened
from app.views.session.desk import Desk
from corpus.settings import Settings
from indexer.build import build_index
from indexer.store import Store

REPORT = """Saltby Town Council
HARBOUR COMMITTEE
{day}
Report of: Harbour Master
Subject: TIDE MILL
1. PURPOSE OF REPORT
1.1 To ask for a lease of the mill.
2. RECOMMENDATIONS
2.1 That {wish}
"""
MINUTES = """Saltby Town Council
MINUTES of the meeting of the Harbour Committee held on {day}

Present: Councillor Ash (Chair), Councillor Elm.

1. Apologies
There were none.

2. Tide Mill
Councillor Elm moved that the mill be burnt down. The motion was lost.
RESOLVED that {decision}

3. Slipway
ACTION: Jo Ash to write to the rowing club about the slipway by the end of January 2031.
"""
SECRET = "the Zanzibar offer for the mill be accepted."


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over two meetings; the report and the minutes of the second are in an exempt folder."""
    folder, index = tmp_path_factory.mktemp("papers"), tmp_path_factory.mktemp("index")
    (folder / "private").mkdir()
    lease = "the mill be leased to the Friends for ten years."
    for file, text in (
        ("report.txt", REPORT.format(day="7 January 2031", wish=lease)),
        ("minutes.txt", MINUTES.format(day="7 January 2031", decision=lease)),
        ("later.txt", MINUTES.format(day="4 March 2031", decision="the lease be signed.").partition("3. Slip")[0]),
        ("private/report.txt", REPORT.format(day="6 May 2031", wish=SECRET)),
        ("private/minutes.txt", MINUTES.format(day="6 May 2031", decision=SECRET)),
    ):
        (folder / file).write_text(text, encoding="utf-8")
    build_index(folder, index, embedder=WordEmbedder(), exempt=("private",))
    return Assistant(Store(index, None), WordEmbedder(), corpus=folder, exempt=("private",))


def page_script(desk, draw) -> None:  # type: ignore[no-untyped-def]  # it runs where no name of this file is known
    draw(desk)


def page(assistant: Assistant, draw: object = monitor_page) -> AppTest:
    desk = Desk(lambda: assistant, lambda *_, **__: None, settings=lambda: Settings())  # type: ignore[arg-type]
    at = AppTest.from_function(page_script, default_timeout=20, kwargs={"desk": desk, "draw": draw})
    return at.run()


def test_the_papers_give_each_thing_its_status(assistant: Assistant) -> None:
    found = {(one.sort.value, one.status.value) for one in assistant.research.monitor()}
    assert {("recommendation", "accepted"), ("motion", "rejected"), ("action", "overdue")} <= found


def test_the_page_counts_its_rows_and_filters_them(assistant: Assistant) -> None:
    at = page(assistant)
    held = len(assistant.research.monitor())
    assert not at.exception
    assert f"{held} of {held} rows" in [one.value for one in at.text]
    at = at.selectbox(key="monitor-kind").set_value("recommendation").run()
    assert f"1 of {held} rows" in [one.value for one in at.text]
    at = at.selectbox(key="monitor-status").set_value("done").run()
    assert "Nothing matches. Remove a filter." in [one.value for one in at.markdown]


def test_an_exempt_recommendation_is_on_no_page_and_in_no_file(assistant: Assistant) -> None:
    followed = assistant.research.monitor()
    assert "zanzibar" not in repr(followed).casefold()
    assert b"zanzibar" not in monitor_to_csv(followed, assistant.research.sources).lower()
    # nor does the day of an exempt paper make anything late
    assert {one.meeting.held_on.month for one in followed if one.meeting.held_on} == {1, 3}
    assert "Zanzibar" not in repr([element.value for element in (*page(assistant).text, *page(assistant).markdown)])


def opened(assistant: Assistant, name: str, quote: Quote, draw: object, button: str) -> AppTest:
    """The page with the row of this name open."""
    citation = assistant.research.sources.cited(quote.section, quote.text, quote.page, item=quote.item)
    assert citation is not None
    at = page(assistant, draw)
    at.session_state[f"reading-{name}"] = Opened(0, button, replace(citation, number=1), citation.page)
    return at.run()


def links(at: AppTest) -> list[tuple[str, str]]:
    return [(one.proto.label, one.proto.url) for one in at.get("link_button") if "trace" in one.proto.url]


def test_an_open_row_shows_its_facts_and_a_link_to_its_matter(assistant: Assistant) -> None:
    one = next(one for one in assistant.research.monitor() if one.sort.value == "recommendation")
    at = opened(assistant, "monitor", one.evidence, monitor_page, name_of(one))
    assert not at.exception
    assert "Status: accepted" in [element.value for element in at.text]
    ((label, url),) = links(at)
    assert label.casefold() == "trace tide mill"
    assert assistant.research.matter(unquote(url.partition("trace?matter=")[2])) is not None


def test_an_open_decision_leads_to_its_matter(assistant: Assistant) -> None:
    one = next(one.decision for one in assistant.research.register() if "leased" in one.decision.text)
    quote = Quote(one.section, one.text, one.page, one.item)
    button = "|".join((one.section.paper.file, str(one.page), one.item, one.text[:80]))
    ((label, _),) = links(opened(assistant, "decisions", quote, decisions_page, button))
    assert label.casefold() == "trace tide mill"


def test_the_papers_page_lists_what_is_new_with_its_matters_and_nothing_exempt(assistant: Assistant) -> None:
    at = page(assistant, papers_page).toggle(key="papers-new").set_value(True).run()
    assert not at.exception
    said = [one.value for one in at.text]
    assert any(one.startswith("3 papers added since") for one in said)
    assert any("later.txt, added" in one for one in said)
    assert "tide mill" in [label.removeprefix("Trace ").casefold() for label, _ in links(at)]
    assert not any("private" in one for one in said)
    at = at.date_input(key="papers-since").set_value(date.today() + timedelta(days=2)).run()
    assert any(one.startswith("Nothing added since") for one in [one.value for one in at.text])
