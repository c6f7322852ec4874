"""Counts: how much was asked of this process, for a monitor; it knows no question and no person."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(slots=True)
class Counts:
    """Questions that were answered or failed, those at work now, and the seconds that they took together."""

    answered: int = 0
    failed: int = 0
    at_work: int = 0
    seconds: float = 0.0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @contextmanager
    def counting(self) -> Iterator[None]:
        """Counts a question for as long as the block lasts."""
        started = time.perf_counter()
        with self._lock:
            self.at_work += 1
        done = False
        try:
            yield
            done = True
        finally:
            with self._lock:
                self.at_work -= 1
                self.answered += done
                self.failed += not done
                self.seconds += time.perf_counter() - started

    def as_text(self) -> str:
        """The counts in the format of Prometheus."""
        with self._lock:
            lines = (
                f'board_papers_questions_total{{result="answered"}} {self.answered}',
                f'board_papers_questions_total{{result="failed"}} {self.failed}',
                f"board_papers_questions_at_work {self.at_work}",
                f"board_papers_question_seconds_total {self.seconds:.3f}",
            )
        return "".join(f"{line}\n" for line in lines)
