"""Many visitors at once over one process of the product: each gets the answer to their own question, and only that."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from served import ROOT, running
from sockets import session

from app.saved.conversations import Conversations
from app.views.session.visitor import new_visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MANY = 20
MATTERS = ("Kingsmill Baths", "the budget", "the library", "bus services", "adult social care")
PATIENCE = 120
"""Seconds until the last of them has an answer, on a machine that may be busy."""


@pytest.fixture(scope="module")
def product(
    sample_corpus: Path, sample_index: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Path]]:
    """The address of the product, and the folder of its conversations."""
    data = tmp_path_factory.mktemp("many")
    environment = {
        "BOARD_PAPERS_CORPUS": str(sample_corpus),
        "BOARD_PAPERS_INDEX": str(sample_index),
        "BOARD_PAPERS_DATA": str(data),
    }
    with running(ROOT / "streamlit_app.py", data / "server.log", **environment) as url:
        yield url, data


def test_twenty_ask_at_once_and_each_sees_their_own_answer(product: tuple[str, Path]) -> None:
    address, data = product
    visitors = [new_visitor() for _ in range(MANY)]
    questions = [f"What was decided about {MATTERS[n % len(MATTERS)]}? ({n})" for n in range(MANY)]

    async def all_at_once() -> list[tuple[list[str], float]]:
        both = zip(visitors, questions, strict=True)
        async with asyncio.timeout(PATIENCE):
            return await asyncio.gather(*(session(address, visitor, question) for visitor, question in both))

    with ThreadPoolExecutor(1) as aside:  # the browser of other tests runs a loop in this thread
        found = aside.submit(asyncio.run, all_at_once()).result()
    print("seconds:", sorted(round(seconds, 1) for _, seconds in found))
    for n, (shown, _) in enumerate(found):
        said = "\n".join(shown)
        assert questions[n] in said
        assert [other for other in questions if other != questions[n] and other in said] == []
        assert "We could not answer this." not in said
    kept = Conversations(data)
    for visitor, question in zip(visitors, questions, strict=True):
        (summary,) = kept.of(visitor)
        (turn,) = kept.turns(summary.id)
        assert turn.question == question
        assert turn.answer, (data / "server.log").read_text(errors="replace")
