"""The pages as a visitor meets them, run without a browser."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import fake_papers
import pytest
from drawn import components, open_source, words
from fake_papers import FAKE, PACK, FakeAssistant
from streamlit.testing.v1 import AppTest

from app.answers.answer import Answer
from app.answers.filters import Filters
from app.holdings.holdings import Holdings
from app.views.session.desk import Desk
from corpus.errors import (
    BoardPapersError,
    CorpusMissing,
    IndexBusy,
    IndexDamaged,
    IndexMismatch,
    IndexMissing,
    ModelMissing,
    WrongInput,
)


def page_script() -> None:
    import fake_papers

    from app.views.shell import show

    show(fake_papers.DESK)


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """Starts the app over the fake, or over what `open_` does instead."""
    FAKE.asked.clear()

    def _start(open_: Callable[[], FakeAssistant] | None = None, patience: float = 1.0) -> AppTest:
        desk = Desk(open_ or (lambda: FAKE), fake_papers.draw_page, fake_papers.DESK.settings, patience)
        monkeypatch.setattr(fake_papers, "DESK", desk)
        return AppTest.from_function(page_script, default_timeout=20).run()

    return _start


def click(at: AppTest, key: str) -> AppTest:
    return at.button(key=key).click().run()


def ask(at: AppTest, question: str) -> AppTest:
    return at.chat_input[0].set_value(question).run()


def test_the_first_page_offers_questions_from_the_papers(start: Callable[..., AppTest]) -> None:
    at = start()
    assert at.title[0].value == "Ask the board papers"
    assert at.button(key="offer-examples-0").label == "What did the Board decide about the Better Care Fund\\?"
    assert not at.exception


def test_an_example_is_asked_by_a_click(start: Callable[..., AppTest]) -> None:
    at = click(start(), "offer-examples-0")
    assert FAKE.asked == [("What did the Board decide about the Better Care Fund?", (), Filters())]
    assert "approved the Better Care Fund plan on 9 December 2013. [1]" in words(at)


def test_an_answer_comes_with_its_notes_sources_and_suggestions(start: Callable[..., AppTest]) -> None:
    at = ask(start(), "What about the fund?")
    assert "Assumed: Brambleford Borough Council." in words(at)
    (answer,) = components(at, "words")
    assert [(one["paper"], one["pages"]) for one in answer["sources"]] == [
        ("Health and Wellbeing Board minutes, 9 December 2013", [{"page": "page 2", "numbers": [1]}]),
        ("Health and Wellbeing Board agenda front sheet, 9 December 2013", [{"page": "page 1", "numbers": [2]}]),
    ]
    assert answer["cards"]["1"]["paper"] == "Health and Wellbeing Board minutes, 9 December 2013, page 2"
    assert answer["cards"]["1"]["quote"].startswith("the Board approved")
    assert at.button(key="offer-next-0").label == "What was noted about winter\\?"


def test_what_else_was_meant_is_asked_by_a_click(start: Callable[..., AppTest]) -> None:
    at = click(ask(start(), "What about the fund?"), "instead-0-0")
    assert FAKE.asked[-1][:2] == ("What was noted about winter, at Wenshire?", ("What about the fund?",))
    assert "noted the report on winter pressures. [1]" in words(at)


def test_a_follow_up_takes_the_earlier_questions_along(start: Callable[..., AppTest]) -> None:
    at = ask(ask(start(), "What about the fund?"), "And winter?")
    click(at, "offer-next-0") if "offer-next-0" in [b.key for b in at.button] else ask(at, "Who was there?")
    assert [(question, history) for question, history, _ in FAKE.asked] == [
        ("What about the fund?", ()),
        ("And winter?", ("What about the fund?",)),
        ("Who was there?", ("What about the fund?", "And winter?")),
    ]


def test_an_answer_is_asked_for_once(start: Callable[..., AppTest]) -> None:
    at = ask(start(), "What about the fund?")
    open_source(at, "1")
    at.run()
    assert len(FAKE.asked) == 1


def test_a_source_opens_beside_its_answer_and_turns_its_pages(start: Callable[..., AppTest]) -> None:
    at = open_source(ask(start(), "What about the fund?"), "1")
    assert "Source 1 of 2" in [heading.value for heading in at.subheader]
    assert "PDF page 2 of 3, printed page 175" in words(at)
    assert PACK in words(at)
    assert any("printed page 175" in code.value for code in at.code)
    at = click(at, "page-on")
    assert "PDF page 3 of 3\nThe quote is on PDF page 2 (printed page 175)." in words(at)
    assert at.button(key="page-on").disabled
    at = click(click(at, "page-back"), "page-back")
    assert "PDF page 1 of 3" in words(at)
    assert at.button(key="page-back").disabled


def test_a_source_closes_by_its_button_and_by_a_second_press(start: Callable[..., AppTest]) -> None:
    at = open_source(ask(start(), "What about the fund?"), "1")
    assert components(at, "words")[0]["selected"] == "1"
    at = click(at, "close-source")
    assert "PDF page 2 of 3" not in words(at)
    at = open_source(open_source(at, "1"), "1")
    assert "PDF page 2 of 3" not in words(at)
    assert components(at, "words")[0]["selected"] == ""


def test_from_one_source_the_next_is_a_click_away(start: Callable[..., AppTest]) -> None:
    at = open_source(ask(start(), "What about the fund?"), "1")
    assert at.button(key="source-back").disabled
    at = click(at, "source-on")
    assert "Source 2 of 2" in [heading.value for heading in at.subheader]
    assert "PDF page 1 of 3" in words(at)
    assert at.button(key="source-on").disabled
    assert components(at, "words")[0]["selected"] == "2"


def test_a_question_that_leans_on_another_says_so_and_can_be_asked_alone(start: Callable[..., AppTest]) -> None:
    at = ask(ask(start(), "What about the fund?"), "And winter?")
    assert "Still about Better Care Fund" in words(at)
    at = click(at, "alone")
    assert FAKE.asked[-1] == ("And winter?", (), Filters())
    assert "Still about" not in words(at)
    ask(at, "Who was there?")
    assert FAKE.asked[-1][:2] == ("Who was there?", ("And winter?",))


def test_names_are_offered_while_a_question_is_typed(start: Callable[..., AppTest]) -> None:
    (data,) = components(start(), "completion")
    assert data["names"][0] == ["Better Care Fund", "issue", ""]
    assert data["names"][2] == ["BCF", "acronym", "Better Care Fund"]


def test_an_answer_is_copied_in_three_formats_with_each_source_once(start: Callable[..., AppTest]) -> None:
    (data,) = components(ask(start(), "And winter?"), "copying")
    assert data["text"].startswith("The Board noted the report on winter pressures. [1]\n\n[1] Brambleford")
    assert data["html"].startswith("<p>The Board noted the report on winter pressures. [1]</p>")
    assert data["markdown"].count("Brambleford Borough Council") == 1


def test_a_page_can_be_enlarged_three_times(start: Callable[..., AppTest]) -> None:
    at = open_source(ask(start(), "What about the fund?"), "1")
    assert at.button(key="zoom-out").disabled
    for _ in range(3):
        at = click(at, "zoom-in")
    assert at.button(key="zoom-in").disabled


def test_a_file_without_pages_shows_the_passage_in_its_text(start: Callable[..., AppTest]) -> None:
    at = open_source(ask(start(), "And winter?"), "1")
    shown = [element.value for element in at.text]
    quote = shown.index("The Board noted the report on winter pressures.")
    assert shown[quote - 1].endswith("60. Winter pressures")
    assert shown[quote + 1].startswith("It asked for figures by ward.")


def test_what_is_not_in_the_papers_comes_with_the_nearest_passages(start: Callable[..., AppTest]) -> None:
    at = ask(start(), "What about parking?")
    assert "The papers do not say." in words(at)
    (further,) = components(at, "words")[0]["further"]
    assert further["title"] == "Closest passages (they do not answer the question)"
    at = open_source(at, further["passages"][0]["name"])
    assert "Nearest passage" in [heading.value for heading in at.subheader]


def test_filters_go_with_the_next_question(start: Callable[..., AppTest]) -> None:
    at = start()
    at.selectbox(key="body").set_value("Health and Wellbeing Board")
    at.date_input(key="since").set_value(date(2013, 1, 1)).run()
    ask(at, "What about the fund?")
    assert FAKE.asked[0][2] == Filters(body="Health and Wellbeing Board", since=date(2013, 1, 1))


def test_dates_in_the_wrong_order_are_said_so(start: Callable[..., AppTest]) -> None:
    at = start()
    at.date_input(key="since").set_value(date(2015, 1, 1))
    at.date_input(key="until").set_value(date(2014, 1, 1)).run()
    assert "Change one of the two dates" in at.error[0].value
    assert not at.exception


def test_a_problem_is_one_sentence_with_what_to_do_and_can_be_tried_again(start: Callable[..., AppTest]) -> None:
    at = ask(start(), "wrong")
    assert "This question cannot be read. Put it in other words." in words(at)
    click(at, "again-0")
    assert len(FAKE.asked) == 2


def test_a_fault_of_the_program_shows_no_traceback(start: Callable[..., AppTest]) -> None:
    at = ask(start(), "broken")
    assert "Something went wrong in the program." in words(at)
    assert "RuntimeError" not in words(at)
    assert not at.exception


def test_a_new_conversation_forgets_everything(start: Callable[..., AppTest]) -> None:
    at = ask(start(), "What about the fund?")
    at = next(button for button in at.sidebar.button if button.label == "New conversation").click().run()
    assert at.title[0].value == "Ask the board papers"


def test_a_blank_question_is_not_asked(start: Callable[..., AppTest]) -> None:
    ask(start(), "   ")
    assert FAKE.asked == []


def _raise(problem: BoardPapersError) -> Callable[[], FakeAssistant]:
    def open_() -> FakeAssistant:
        raise problem

    return open_


def test_without_an_index_the_page_gives_the_command(start: Callable[..., AppTest]) -> None:
    at = start(_raise(IndexMissing("Nothing has been indexed yet.")))
    assert at.title[0].value == "Welcome to Board Papers"
    assert any(element.value.startswith("python -m indexer sync --corpus") for element in at.code)
    assert not at.exception


def test_an_index_of_another_make_says_what_to_do(start: Callable[..., AppTest]) -> None:
    at = start(_raise(IndexMismatch("The index was made with another model.", hint="Run the sync again.")))
    assert at.title[0].value == "The papers cannot be opened"
    assert "The index was made by another version of this program.\nRun the sync again." in words(at)


def test_while_the_papers_are_read_the_page_waits(start: Callable[..., AppTest]) -> None:
    at = start(_raise(IndexBusy("Another sync is at work.")))
    assert at.title[0].value == "The papers are being read"


def test_an_index_without_papers_says_so(start: Callable[..., AppTest]) -> None:
    class Empty(FakeAssistant):
        def holdings(self) -> Holdings:
            return replace(FAKE.holdings(), papers=0)

    at = start(lambda: Empty(FAKE.folder))
    assert at.title[0].value == "No papers yet"
    assert str(FAKE.folder) in at.code[0].value


def test_the_page_opens_by_itself_once_there_is_an_index(start: Callable[..., AppTest]) -> None:
    there: list[bool] = []

    def open_() -> FakeAssistant:
        if not there:
            raise IndexMissing("Nothing has been indexed yet.")
        return FAKE

    at = start(open_)
    there.append(True)
    assert at.run().title[0].value == "Ask the board papers"


def about_script() -> None:
    import fake_papers

    from app.views.screens.about import about_page

    about_page(fake_papers.DESK)


def test_about_names_which_papers_are_included_and_what_could_not_be_read() -> None:
    at = AppTest.from_function(about_script, default_timeout=20).run()
    shown = "\n".join(element.value for element in at.text)
    assert "2 papers with 3 pages, from 2 meetings, 9 December 2013 to 3 March 2014." in shown
    assert "wellbeing/scan.pdf: no text could be read on its 3 pages" in shown
    assert [header.value for header in at.header] == [
        "What is included",
        "How answers are made",
        "How well it answers",
        "What leaves this machine",
        "What we store about your questions",
        "If an answer is wrong",
        "Limits",
        "Accessibility",
    ]


def about_with_a_model_script() -> None:
    from dataclasses import replace

    import fake_papers

    from app.views.screens.about import about_page
    from app.views.session.desk import Desk
    from corpus.settings import ModelSettings

    model = ModelSettings("openai:![a](b)", "http://localhost:8000/v1", "secret-key")
    settings = replace(fake_papers.DESK.settings(), model=model)
    about_page(Desk(fake_papers.open_fake, fake_papers.draw_page, settings=lambda: settings))


def test_about_says_that_nothing_leaves_the_machine() -> None:
    at = AppTest.from_function(about_script, default_timeout=20).run()
    assert any("With the default settings, nothing." in element.value for element in at.markdown)


def test_about_names_the_model_and_what_it_is_sent() -> None:
    at = AppTest.from_function(about_with_a_model_script, default_timeout=20).run()
    assert any("For each question that the papers\nanswer, we send it:" in element.value for element in at.markdown)
    assert "The model: openai:![a](b), at http://localhost:8000/v1." in words(at)
    assert "sent-to-model.jsonl" in words(at)
    assert "secret-key" not in words(at) + "".join(element.value for element in at.markdown)
    assert not at.exception


def test_sentences_of_a_model_are_shown_as_they_pass_and_read_as_text(start: Callable[..., AppTest]) -> None:
    shown: list[str] = []

    class Writing(FakeAssistant):
        def write(self, answer: Answer, history: Sequence[str] = (), *, show: Callable[[str], None]) -> Answer:
            show("The Board approved the plan. [1]")
            shown.append("shown")
            return replace(answer, text="![x](http://evil.example) \u202eBoard [1]", written_by="openai:m")

    at = ask(start(lambda: Writing(FAKE.folder)), "What about the fund?")
    assert shown == ["shown"]
    assert "![x](http://evil.example) Board [1]" in words(at)
    assert not any("evil" in element.value for element in at.markdown)
    assert not at.exception


def test_a_setting_that_cannot_be_used_is_said(start: Callable[..., AppTest]) -> None:
    at = start(_raise(WrongInput("BOARD_PAPERS_MODEL is 'clever'.", hint="Write provider:model.")))
    assert at.title[0].value == "A setting cannot be used"
    assert "BOARD_PAPERS_MODEL is 'clever'.\nWrite provider:model." in words(at)


SECRET = "Elver Holdings offered most"
PATH = "/srv/papers of the council/index"


@pytest.mark.parametrize(
    "problem",
    [
        BoardPapersError(f"The index in {PATH} cannot be used: Could not decode column 'text' with text '{SECRET}'."),
        IndexDamaged(f"The file papers.db in {PATH} is broken ({SECRET}).", hint="Run the sync again."),
        IndexBusy(f"The index in {PATH} is being written to just now."),
        IndexMissing(f"There is no index in {PATH}."),
        IndexMismatch(f"The index was made otherwise: {SECRET}."),
        ModelMissing(f"The model in {PATH} cannot be loaded.", hint=f"Look in {PATH}."),
        CorpusMissing(f"There is no folder {PATH}."),
    ],
    ids=lambda problem: type(problem).__name__,
)
def test_an_error_shows_a_visitor_neither_words_of_a_paper_nor_a_path(
    start: Callable[..., AppTest], problem: BoardPapersError, caplog: pytest.LogCaptureFixture
) -> None:
    at = start(_raise(problem))
    shown = repr([element.value for kind in (at.title, at.text, at.markdown, at.error, at.warning) for element in kind])
    assert SECRET not in shown
    assert PATH not in shown
    assert str(problem.args[0]) in caplog.text  # for whoever runs the program


def test_an_answer_that_fails_shows_neither_and_keeps_neither(start: Callable[..., AppTest]) -> None:
    class Damaged(FakeAssistant):
        def ask(self, question: str, history: Sequence[str] = (), *, filters: Filters) -> Answer:
            raise IndexDamaged(f"The file papers.db in {PATH} is broken ({SECRET}).")

    at = ask(start(lambda: Damaged(FAKE.folder)), "What was decided?")
    assert "The index of the papers is damaged." in words(at)
    assert SECRET not in words(at) + repr(at.session_state["turns"])
    assert PATH not in words(at) + repr(at.session_state["turns"])
