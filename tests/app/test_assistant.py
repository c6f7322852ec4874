"""The whole chain over a few papers written here, with the real model and the real store."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from app import cli
from app.answers.citations import stands_on
from app.answers.filters import Filters
from app.assistant import open_assistant
from corpus.errors import IndexMissing, PageUnavailable, WrongInput
from corpus.settings import Settings
from indexer.build import build_index
from indexer.passages.embedding import MiniLM

pytestmark = pytest.mark.slow

MINUTES = """WEXBRIDGE DISTRICT COUNCIL

ENVIRONMENT COMMITTEE

Minutes of the meeting held on 4 March 2024

Present: Councillors A Marlow (Chair), B Teal and C Ruddock

12. Weekly food waste collections

The Head of Waste said that lorries would be delivered in June.

RESOLVED that weekly food waste collections begin on 7 October 2024 in all four wards.

13. Tree planting

RESOLVED that the planting of 340 street trees be noted.
"""
LATER = """WEXBRIDGE DISTRICT COUNCIL

ENVIRONMENT COMMITTEE

Minutes of the meeting held on 8 July 2024

Present: Councillors A Marlow (Chair) and B Teal

21. Otter Brook flood wall

RESOLVED that the flood wall at Otter Brook be built by Pemberley Marine for £412,000.
"""


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    corpus = tmp_path_factory.mktemp("papers")
    (corpus / "minutes March.txt").write_text(MINUTES, encoding="utf-8")
    found = Settings(corpus=corpus, index=corpus.parent / "index of papers")
    build_index(found.corpus, found.index, embedder=MiniLM())
    return found


def test_a_decision_is_answered_with_its_words_and_its_meeting(settings: Settings) -> None:
    answer = open_assistant(settings).ask("When will weekly food waste collections begin, was it decided?")
    assert answer.answered
    assert "7 October 2024" in answer.text
    assert answer.citations[0].passage.section.meeting.held_on == date(2024, 3, 4)


def test_every_quote_stands_in_its_file(settings: Settings) -> None:
    answer = open_assistant(settings).ask("What happened about street trees?")
    assert answer.citations
    assert all(stands_on(c.quote, MINUTES) for c in answer.citations)


def test_what_the_papers_do_not_say_is_not_answered(settings: Settings) -> None:
    answer = open_assistant(settings).ask("How many helicopters were purchased?")
    assert not answer.answered
    assert answer.text.startswith("We could not find this in")


def test_a_filter_shuts_out_other_meetings(settings: Settings) -> None:
    answer = open_assistant(settings).ask("food waste", filters=Filters(since=date(2025, 1, 1)))
    assert answer.passages == ()
    assert not answer.answered


@pytest.mark.parametrize("text", ["", "   ", "\x00\x01"])
def test_nothing_asked_is_refused(settings: Settings, text: str) -> None:
    with pytest.raises(WrongInput):
        open_assistant(settings).ask(text)


@pytest.mark.parametrize("text", ['"', "AND OR NOT", "a" * 5000, "title:secret", "‮olleh", "%s' OR 1=1 --", "24/00096?"])
def test_any_text_is_a_safe_question(settings: Settings, text: str) -> None:
    assert open_assistant(settings).ask(text).question


def test_no_other_file_is_handed_out(settings: Settings) -> None:
    with pytest.raises(PageUnavailable):
        open_assistant(settings).paper_of_page("../index of papers/papers.db", 1)


def test_a_running_assistant_finds_new_papers_within_five_seconds(settings: Settings) -> None:
    assistant = open_assistant(settings)
    question = "Who will build the flood wall at Otter Brook?"
    assert "Pemberley" not in assistant.ask(question).text
    (settings.corpus / "minutes July.txt").write_text(LATER, encoding="utf-8")
    build_index(settings.corpus, settings.index, embedder=MiniLM())
    done = time.monotonic()
    assert "Pemberley Marine" in assistant.ask(question).text
    assert time.monotonic() - done < 5
    (settings.corpus / "minutes July.txt").unlink()
    build_index(settings.corpus, settings.index, embedder=MiniLM())
    assert "Pemberley" not in assistant.ask(question).text


def test_batch_writes_an_answer_a_line(settings: Settings, tmp_path: Path) -> None:
    questions, answers = tmp_path / "q.jsonl", tmp_path / "a.jsonl"
    questions.write_text(
        '{"id": "1", "question": "When do food waste collections begin?", "history": []}\n'
        '{"id": "2", "question": "In which wards?", "history": ["When do food waste collections begin?"]}\n',
        encoding="utf-8",
    )
    assert cli.main(["batch", str(questions), str(answers), "--index", str(settings.index)]) == 0
    rows = [json.loads(line) for line in answers.read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows] == ["1", "2"]
    assert rows[0]["citations"][0]["file"] == "minutes March.txt"
    assert rows[0]["citations"][0]["page"] is None
    assert set(rows[0]["citations"][0]) == {
        "number", "file", "page", "page_end", "printed_page", "quote", "organisation", "body", "meeting_date", "section",
        "item", "title",
    }  # fmt: skip
    assert {"file", "page", "page_end", "text", "score"} == set(rows[0]["passages"][0])


def test_a_bad_line_of_questions_is_named_and_the_others_are_answered(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    questions = tmp_path / "q.jsonl"
    lines = [
        '{"id": "1", "question": "Trees?"}',
        "nonsense",
        '{"id": "3", "question": 4}',
        '{"id": "4", "question": "Bins?"}',
    ]
    questions.write_text("\n".join(lines), encoding="utf-8")
    assert cli.main(["batch", str(questions), str(tmp_path / "a.jsonl"), "--index", str(settings.index)]) == 1
    said = capsys.readouterr().err
    assert "Line 2" in said
    assert "Line 3" in said
    answered = (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in answered] == ["1", "4"]


def test_a_missing_index_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="indexer sync"):
        open_assistant(Settings(corpus=tmp_path, index=tmp_path / "none"))


HEAVY = ("torch", "transformers", "chromadb", "langchain", "langchain_core", "streamlit")


def test_one_question_on_the_command_line_loads_none_of_the_heavy_libraries(settings: Settings) -> None:
    folders = ["--index", str(settings.index), "--corpus", str(settings.corpus)]
    program = (
        "import sys; from app.cli import main; "
        f"assert main(['ask', 'What was decided about food waste?', *{folders}]) == 0; "
        f"sys.exit(', '.join(name for name in {HEAVY} if name in sys.modules) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=Path(cli.__file__).parents[1], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
