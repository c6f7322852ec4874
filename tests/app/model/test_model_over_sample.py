"""A language model over the sample papers: what it would be sent, what comes of its replies, measured offline."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from misbehaving_server import fails_with, says, serving

from app import cli
from app.answers.citations import bare, stands_on
from app.assistant import open_assistant
from app.model.writer import SENT
from corpus.errors import WrongInput
from corpus.settings import ModelSettings, Settings
from indexer.build import stamp_of
from indexer.items.sentences import sentences
from indexer.passages.embedding import MiniLM
from indexer.store import PUBLIC, Right, Store

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
GOLD = ROOT / "tests" / "expected" / "sample" / "questions.jsonl"
BATHS = "Why was consideration of Kingsmill Baths deferred?"
SURVEY = "until an intrusive survey of the structure and the plant has been completed"

Row = dict[str, Any]


def rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def batch(index: Path, questions: Path, answers: Path, *more: str) -> list[Row]:
    assert cli.main(["batch", str(questions), str(answers), "--index", str(index), *more]) == 0
    return rows(answers)


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    path = tmp_path / "questions.jsonl"
    asked = [("baths", BATHS), ("moon", "How many helicopters does the Cabinet own?")]
    path.write_text("".join(json.dumps({"id": i, "question": q}) + "\n" for i, q in asked), encoding="utf-8")
    return path


@pytest.fixture
def prompts(sample_index: Path, questions: Path, tmp_path: Path) -> dict[str, str]:
    """What would be said about each question by the user's side, by its id."""
    batch(sample_index, questions, tmp_path / "a.jsonl", "--prompts-out", str(tmp_path / "p.jsonl"))
    return {row["id"]: "\n".join(m["content"] for m in row["messages"][1:]) for row in rows(tmp_path / "p.jsonl")}


def number_of(words: str, prompt: str) -> int:
    """The number under which the passage with these words was sent."""
    before = prompt[: prompt.index(words)]
    return int(re.findall(r"^Passage \[(\d+)\]$", before, re.M)[-1])


def replied(index: Path, questions: Path, folder: Path, reply: str) -> Row:
    """The answer about the baths that comes of a recorded reply."""
    (folder / "r.jsonl").write_text(json.dumps({"id": "baths", "reply": reply}) + "\n", encoding="utf-8")
    return batch(index, questions, folder / "replied.jsonl", "--replies-in", str(folder / "r.jsonl"))[0]


def test_a_prompt_is_written_for_every_question_and_is_empty_where_nothing_would_be_sent(
    prompts: dict[str, str],
) -> None:
    assert set(prompts) == {"baths", "moon"}
    assert SURVEY in prompts["baths"]
    assert BATHS in prompts["baths"]
    assert prompts["moon"] == ""


def test_a_recorded_reply_goes_through_the_same_proof(
    sample_index: Path, questions: Path, prompts: dict[str, str], tmp_path: Path
) -> None:
    n = number_of(SURVEY, prompts["baths"])
    answer = replied(
        sample_index,
        questions,
        tmp_path,
        f"The Cabinet deferred consideration of options B and C for Kingsmill Baths {SURVEY} [{n}]. "
        f"The Cabinet approved options B and C for Kingsmill Baths [{n}]. Mayor Blenkinsop was pleased [{n}].",
    )
    said = re.match(
        rf"In short: The Cabinet deferred consideration of options B and C for Kingsmill Baths {SURVEY}\. \[(\d+)\]\n\n",
        answer["answer"],
    )
    assert said
    cited = {one["number"]: one["quote"] for one in answer["citations"]}
    assert SURVEY in cited[int(said[1])]
    assert "approved options" not in answer["answer"]
    assert "Blenkinsop" not in answer["answer"]
    assert answer["written_by"] == "a recorded reply"
    assert answer["notes"][-1].startswith("2 sentences of the language model could not be proved")


def test_a_hostile_reply_or_none_leaves_the_composed_answer(
    sample_index: Path, questions: Path, tmp_path: Path
) -> None:
    composed = batch(sample_index, questions, tmp_path / "composed.jsonl")
    answer = replied(sample_index, questions, tmp_path, "Kingsmill Baths was sold to Blenkinsop for £5 [1].")
    assert answer["answer"] == composed[0]["answer"]
    assert answer["notes"][-1].endswith("This answer was put together without it.")
    (tmp_path / "none.jsonl").write_text("", encoding="utf-8")
    unreplied = batch(sample_index, questions, tmp_path / "u.jsonl", "--replies-in", str(tmp_path / "none.jsonl"))
    assert [row["answer"] for row in unreplied] == [row["answer"] for row in composed]
    assert unreplied[1]["notes"] == composed[1]["notes"]


@pytest.mark.parametrize("line", ['{"id": "baths"}', '{"id": "baths", "reply": 5}', "nonsense"])
def test_a_bad_line_of_replies_is_named(
    line: str, sample_index: Path, questions: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "r.jsonl").write_text(line, encoding="utf-8")
    given = ["batch", str(questions), str(tmp_path / "a.jsonl"), "--index", str(sample_index)]
    assert cli.main([*given, "--replies-in", str(tmp_path / "r.jsonl")]) == 1
    assert "Line 1 of" in capsys.readouterr().err


def test_nothing_exempt_is_in_what_would_be_sent(sample_index: Path, tmp_path: Path) -> None:
    keeper = Store(sample_index, stamp_of(MiniLM()))
    exempt: list[str] = []
    public = bare(
        "".join(p.text for held in keeper.papers(right=PUBLIC) for p in keeper.pages(held.paper.file, right=PUBLIC))
    )
    for held in keeper.papers(right=Right.of("public", "exempt")):
        for page in keeper.pages(held.paper.file, right=Right.of("public", "exempt")):
            exempt += [s for s in sentences(page.text) if len(s) > 40 and bare(s) not in public]
    keeper.close()
    assert len(exempt) > 20
    asked = tmp_path / "q.jsonl"
    about = [{"id": f"x{n}", "question": f"What is said about {s[:60]}?"} for n, s in enumerate(exempt[::4])]
    about += [{"id": row["id"], "question": row["question"]} for row in rows(GOLD)[:40]]
    asked.write_text("".join(json.dumps(row) + "\n" for row in about), encoding="utf-8")
    batch(sample_index, asked, tmp_path / "a.jsonl", "--prompts-out", str(tmp_path / "p.jsonl"))
    sent = rows(tmp_path / "p.jsonl")
    assert any(row["messages"] for row in sent)
    for row, question in zip(sent, about, strict=True):
        said = bare(" ".join(m["content"] for m in row["messages"]).replace(question["question"], ""))
        assert [s for s in exempt if bare(s) in said] == []


def with_model(index: Path, url: str, log: Path) -> Settings:
    """The sample papers, with a model behind a server."""
    log.mkdir()
    (log / "papers.db").symlink_to(index / "papers.db")
    (log / "chroma").symlink_to(index / "chroma")
    return Settings(index=log, model=ModelSettings("openai:test-model", url, timeout=5))


def test_a_model_behind_a_server_words_the_answer_and_what_it_was_sent_is_logged(
    sample_index: Path, prompts: dict[str, str], tmp_path: Path
) -> None:
    n = number_of(SURVEY, prompts["baths"])
    reply = f"The Cabinet deferred consideration of options B and C for Kingsmill Baths {SURVEY} [{n}]."
    with serving(says(*re.findall(r".{1,9}", reply))) as server:
        settings = with_model(sample_index, server.url, tmp_path / "index")
        assistant = open_assistant(settings)
        answer = assistant.write(assistant.ask(BATHS))
        assistant.write(assistant.ask("How many helicopters does the Cabinet own?"))
        sent = [m["content"] for m in server.received[0]["messages"]]
        assert len(server.received) == 1
    assert answer.written_by == "openai:test-model"
    assert any(stands_on(SURVEY, citation.quote) for citation in answer.citations)
    assert sent[1] == prompts["baths"]
    assert [m["content"] for row in rows(settings.index / SENT) for m in row["messages"]] == sent


def test_a_model_that_refuses_leaves_the_composed_answer_and_one_line_says_so(
    sample_index: Path, tmp_path: Path
) -> None:
    with serving(fails_with(429)) as server:
        assistant = open_assistant(with_model(sample_index, server.url, tmp_path / "index"))
        composed = assistant.ask(BATHS)
        answer = assistant.write(composed)
    assert (answer.text, answer.citations) == (composed.text, composed.citations)
    assert answer.notes[-1] == (
        "The language model is asked too often at the moment (status 429). This answer was put together without it."
    )


def test_bad_settings_of_a_model_are_one_sentence(
    sample_index: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOARD_PAPERS_MODEL", "clever")
    assert cli.main(["ask", BATHS, "--index", str(sample_index)]) == 1
    assert capsys.readouterr().err.startswith("error: BOARD_PAPERS_MODEL is 'clever'. Write provider:model")
    with pytest.raises(WrongInput):
        open_assistant(Settings(index=sample_index, model=ModelSettings("clever")))
