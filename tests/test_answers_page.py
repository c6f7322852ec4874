"""What docs/answers.md shows is what is answered over the sample papers."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from app.assistant import open_assistant
from corpus.settings import Settings

PAGE = Path(__file__).parents[1] / "docs" / "answers.md"
SHOWN = re.compile(
    r"^\*\*(?P<question>[^*]+)\*\*(?: \(asked after “(?P<before>[^”]+)”\))?\n\n```text\n(?P<answer>.*?)\n```$",
    re.M | re.S,
)


@pytest.mark.slow
def test_every_answer_shown_is_the_one_given(sample_corpus: Path, sample_index: Path) -> None:
    """With REGENERATE=1 the answers are written into the page instead."""
    page = PAGE.read_text(encoding="utf-8")
    settings = Settings.from_environment().with_folders(corpus=sample_corpus, index=sample_index)
    assistant = open_assistant(settings)
    stale = []
    for shown in SHOWN.finditer(page):
        answer = assistant.ask(shown["question"], [shown["before"]] if shown["before"] else []).text
        if answer != shown["answer"]:
            stale.append(shown["question"])
            head = shown[0].partition("```text")[0]
            page = page.replace(shown[0], f"{head}```text\n{answer}\n```")
    if os.environ.get("REGENERATE"):
        PAGE.write_text(page, encoding="utf-8")
    else:
        assert stale == []


def test_twenty_answers_are_shown() -> None:
    assert len(SHOWN.findall(PAGE.read_text(encoding="utf-8"))) >= 20
