from datetime import date

import pytest

from app.assumptions import Understood, understood
from app.compose.small_talk import is_small_talk, small_talk
from app.holdings.holdings import Holdings
from retriever.questions import Question, understand
from retriever.vocabulary import Vocabulary

HELD = Holdings(
    papers=3, pages=9, passages=40, meetings=2, decisions=5, organisations=("Wexbridge District Council",), bodies=("Cabinet",),
    since=date(2024, 3, 4), until=date(2024, 5, 6),
)  # fmt: skip


def asked(text: str) -> Question:
    return understand(text, vocabulary=Vocabulary([], {}, passages=100))


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("thanks", "You are welcome. We have 3 papers of Wexbridge District Council"),
        ("OK, cheers!", "You are welcome."),
        ("Hello", "Hello. We have 3 papers"),
        ("help", "We have 3 papers"),
        ("What can you do?", "We have 3 papers"),
        ("What’s new?", "The latest meeting that we have papers of was on 6 May 2024."),
    ],
)
def test_small_talk_is_met_with_what_is_held(text: str, opens: str) -> None:
    draft = small_talk(asked(text), HELD)
    assert draft is not None
    assert not draft.answered
    assert draft.statements[0].text.startswith(opens)
    assert all(said.evidence is None for said in draft.statements)


@pytest.mark.parametrize(
    "text", ["help for carers", "what is new in the budget?", "thanks to whom?", "hello lamp post project"]
)
def test_what_asks_something_of_the_papers_is_no_small_talk(text: str) -> None:
    assert not is_small_talk(asked(text))


def test_nothing_is_assumed_of_small_talk() -> None:
    assert understood(asked("cheers"), (), ()) == Understood()
