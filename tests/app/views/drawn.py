"""What a page without a browser shows in the components, and what pressing a number in an answer does there."""

from __future__ import annotations

import json
from typing import Any

from streamlit.testing.v1 import AppTest

from app.views.parts.answers.answer import further_of
from app.views.session.conversation import Opened, source_name


def components(at: AppTest, name: str) -> list[dict[str, Any]]:
    """The data of every component of this name, in order."""
    protos = [element.proto for element in at.get("bidi_component")]
    return [json.loads(proto.json) for proto in protos if proto.component_name == f"board_papers_{name}"]


def answers(at: AppTest) -> str:
    """Everything that the answers say, with their numbers in brackets."""
    blocks = [block for data in components(at, "words") for block in data["blocks"]]
    return "\n".join("".join(_piece(one) for one in [*block["pieces"], *_behind(block)]) for block in blocks)


def words(at: AppTest) -> str:
    """Everything that is shown as text, with the answers."""
    return "\n".join([*(element.value for element in at.text), answers(at)])


def open_source(at: AppTest, name: str, turn: int = 0) -> AppTest:
    """Presses a number of an answer, or a passage below it: "1", "near-0"."""
    answer = at.session_state["turns"][turn].answer
    if name.isdigit():
        citation = answer.citations[int(name) - 1]
    else:
        kind, _, place = name.partition("-")
        (citations,) = (more.citations for more in further_of(answer) if more.name == kind)
        citation = citations[int(place)]
    key = source_name(turn, name)
    opened = at.session_state["opened"]
    same = opened is not None and opened.button == key
    at.session_state["opened"] = None if same else Opened(turn, key, citation, citation.page)
    return at.run()


def _behind(block: dict[str, Any]) -> list[int]:
    return block["numbers"] if block["quote"] else []


def _piece(one: str | int) -> str:
    return one if isinstance(one, str) else f"[{one}]"
