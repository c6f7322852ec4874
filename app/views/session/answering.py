"""Answering: a question being answered in its own thread, so that the visitor can stop it or click elsewhere."""

from __future__ import annotations

import threading
from collections.abc import Callable

from app.answers.answer import Answer
from app.views.session.desk import Show


class Answering:
    """Starts at once; `text` is as much of the answer as may be shown so far."""

    def __init__(self, ask: Callable[[Show], Answer]) -> None:
        self.text = ""
        self._ask = ask
        self._answer: Answer | None = None
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._run, name="answering", daemon=True)
        self._thread.start()

    def finished(self, seconds: float) -> bool:
        """Whether it has finished, after waiting at most this long."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def result(self) -> Answer:
        """The answer, once finished; raises what asking raised."""
        if self._answer is None:
            raise self._error or RuntimeError("An answer was fetched before it was there.")
        return self._answer

    def _run(self) -> None:
        try:
            self._answer = self._ask(self._show)
        except Exception as error:  # raised again where the answer is fetched
            self._error = error

    def _show(self, text: str) -> None:
        self.text = text
