"""The page on which a matter is followed: live matters to choose from, the position on top, an address for each."""

from __future__ import annotations

from dataclasses import replace

import drawn
import pytest
from drawn import components
from streamlit.testing.v1 import AppTest
from word_embedder import WordEmbedder

from app.assistant import Assistant
from app.exports import chronology_document, to_word
from app.matters.standing import position_items
from app.views.session.desk import Desk
from corpus.settings import Settings
from indexer.build import build_index
from indexer.store import Store

MINUTES = """Saltby Town Council
MINUTES of the meeting of the Harbour Committee held on {day}

Present: Councillor Ash (Chair), Councillor Elm.

1. Apologies
There were none.

2. Tide Mill
The Clerk reported on the mill.
RESOLVED that {mill}

3. Mooring dues
RESOLVED that the dues be raised by {dues} from 1 April.
"""
SECRET = "the Zanzibar offer for the mill be refused."


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over the minutes of three meetings; the last ones are in an exempt folder."""
    folder, index = tmp_path_factory.mktemp("papers"), tmp_path_factory.mktemp("index")
    (folder / "private").mkdir()
    said = (
        ("7 January 2031", "consideration of the Tide Mill be deferred to March.", "two pence", "a.txt"),
        ("4 March 2031", "the Tide Mill be leased to the Friends for ten years.", "three pence", "b.txt"),
        ("6 May 2031", SECRET, "nine pence", "private/c.txt"),
    )
    for day, mill, dues, file in said:
        (folder / file).write_text(MINUTES.format(day=day, mill=mill, dues=dues), encoding="utf-8")
    build_index(folder, index, embedder=WordEmbedder(), exempt=("private",))
    return Assistant(Store(index, None), WordEmbedder(), corpus=folder, exempt=("private",))


def page_script(desk) -> None:  # type: ignore[no-untyped-def]  # it runs where no name of this file is known
    from app.views.screens.trace import trace_page

    trace_page(desk)


def page(assistant: Assistant, topic: str = "", *, topic_in_address: str = "", **address: str) -> AppTest:
    """The page as it opens; with a topic that was typed, or that came by a link."""
    desk = Desk(lambda: assistant, lambda *_, **__: None, settings=lambda: Settings())  # type: ignore[arg-type]
    at = AppTest.from_function(page_script, default_timeout=20, kwargs={"desk": desk})
    for name, value in (address | ({"topic": topic_in_address} if topic_in_address else {})).items():
        at.query_params[name] = value
    if topic:
        at.session_state["topic"] = topic
    return at.run()


def words(at: AppTest) -> str:
    """All that is shown: the position is drawn by a component, its leads in bold."""
    leads = [block.get("lead", "") for data in components(at, "words") for block in data["blocks"]]
    told = [one.value for kind in (at.text, at.markdown, at.header, at.subheader) for one in kind]
    return "\n".join([*told, *leads, drawn.answers(at)])


def test_the_names_of_all_matters_can_be_chosen_from(assistant: Assistant) -> None:
    at = page(assistant)
    (finder,) = components(at, "finder")
    assert {"Mooring dues", "Tide Mill"} <= set(finder["names"])


def test_a_name_that_is_chosen_leads_to_its_matter(assistant: Assistant) -> None:
    at = page(assistant, "Tide Mill")
    assert components(at, "finder")[0]["value"] == "Tide Mill"
    assert "On 4 March 2031 the Harbour Committee agreed:" in words(at)
    mill = next(one for one in assistant.research.matters() if one.title == "Tide Mill")
    assert at.query_params["matter"] in ([mill.address], mill.address)
    assert not at.exception


def test_the_page_opens_with_the_live_issues(assistant: Assistant) -> None:
    at = page(assistant)
    labels = [button.label for button in at.button]
    assert {label.split(r" \(")[0] for label in labels} == {"Mooring dues", "Tide Mill"}
    assert "2 meetings" in labels[0]


def test_a_click_on_a_matter_shows_where_it_stands_and_puts_its_address(assistant: Assistant) -> None:
    at = page(assistant)
    number = next(n for n, button in enumerate(at.button) if button.label.startswith("Tide Mill"))
    at.button(key=f"matter-{number}").click().run()
    assert "On 4 March 2031 the Harbour Committee agreed:" in words(at)
    assert "be leased to the Friends for ten years." in words(at)
    assert at.query_params["matter"] == assistant.research.matters()[number].address
    assert not at.exception


def test_an_address_leads_to_its_matter(assistant: Assistant) -> None:
    mill = next(one for one in assistant.research.matters() if one.title == "Tide Mill")
    at = page(assistant, matter=mill.items[-1].address)
    assert at.header[0].value == "Tide Mill"


def test_an_address_that_leads_nowhere_shows_the_live_issues(assistant: Assistant) -> None:
    assert "Live issues" in words(page(assistant, matter="0123456789ab"))


def test_a_topic_that_means_a_matter_is_answered_with_where_it_stands(assistant: Assistant) -> None:
    at = page(assistant, "tide mill")
    assert "On 4 March 2031 the Harbour Committee agreed:" in words(at)


def test_the_beginning_of_a_name_is_enough_where_one_matter_has_it(assistant: Assistant) -> None:
    assert page(assistant, "tide m").header[0].value == "Tide Mill"


def test_what_begins_several_names_offers_them(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    matters = assistant.research.matters()
    named = [replace(one, title=f"Pontoon {one.title}", other_names=()) for one in matters]
    monkeypatch.setattr(assistant.research, "matters", lambda **_: named)
    at = page(assistant, "ponto")
    assert "Which of these?" in words(at)
    assert len([button for button in at.button if button.label.startswith("Pontoon")]) == len(named)


def test_a_title_that_several_matters_have_offers_them(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    matters = [replace(one, title="Ferry fund") for one in assistant.research.matters()]
    monkeypatch.setattr(assistant.research, "matters", lambda **_: matters)
    at = page(assistant, "ferry fund")
    assert "Which of these?" in words(at)
    labels = [button.label for button in at.button if button.label.startswith("Ferry fund")]
    assert len(labels) == len(matters)


def test_words_that_name_no_matter_stand_in_the_address_too(assistant: Assistant) -> None:
    at = page(assistant, "mill and dues")
    assert at.query_params["topic"] in (["mill and dues"], "mill and dues")
    again = page(assistant, topic_in_address="mill and dues")
    assert components(again, "finder")[0]["value"] == "mill and dues"


def test_nothing_exempt_is_on_the_page(assistant: Assistant) -> None:
    at = page(assistant, "tide mill")
    assert "Zanzibar" not in words(at)
    assert "6 May" not in words(at)


def test_the_word_file_opens_with_where_the_matter_stands(assistant: Assistant) -> None:
    research = assistant.research
    mill = next(one for one in research.matters() if one.title == "Tide Mill")
    standing = list(position_items(research.position(mill), research.sources))
    document = chronology_document(research.chronology(mill.title), standing)
    assert [part.text for part in document.parts[:1]] == ["Where it stands"]
    assert to_word(document)


def test_the_first_questions_name_matters_that_go_on(assistant: Assistant) -> None:
    assert set(assistant.examples()[:2]) == {
        "What is happening with Mooring dues?",
        "What is happening with Tide Mill?",
    }
