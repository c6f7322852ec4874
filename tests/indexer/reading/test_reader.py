"""What becomes of a file whose reader falls, told with a reader whose answers are written down beforehand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.reading import reader as reading
from indexer.reading.child import ChildEnded
from indexer.reading.messages import Answer, End, FileSeen, Note, ReadTask, Recognising
from indexer.reading.pages import Limits, Page, PageState, Reading
from indexer.reading.reader import Reader

Script = list[Answer | ChildEnded]

CRASH = ChildEnded("crashed (signal 6)")


class ScriptedChild:
    """Gives the next script for every task, and notes the tasks and the patience it is waited for with."""

    scripts: Iterator[Script]
    tasks: list[ReadTask]
    patience: list[float]

    def __init__(self, memory_bytes: int) -> None:
        self._answers: Iterator[Answer | ChildEnded] = iter(())

    def send(self, task: ReadTask) -> None:
        self.tasks.append(task)
        self._answers = iter(next(self.scripts))

    def answer(self, seconds: float) -> Answer:
        self.patience.append(seconds)
        answer = next(self._answers)
        if isinstance(answer, ChildEnded):
            raise answer
        return answer

    def stop(self) -> None:
        pass


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """Return a file, of which nothing but the size is looked at."""
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF")
    return path


@pytest.fixture
def child(monkeypatch: pytest.MonkeyPatch) -> type[ScriptedChild]:
    """Put the scripted child in the place of the real one."""
    monkeypatch.setattr(reading, "ChildProcess", ScriptedChild)
    ScriptedChild.tasks, ScriptedChild.patience = [], []
    return ScriptedChild


def page(number: int) -> Page:
    """Return a page that was read."""
    return Page(number, f"text {number}", PageState.TEXT)


def lost(number: int, reason: str) -> Page:
    """Return a page that was not."""
    return Page(number, "", PageState.UNREADABLE, reason)


def read(child: type[ScriptedChild], paper: Path, *scripts: Script) -> Reading:
    """Return the reading when the child follows these scripts, one a task."""
    child.scripts = iter(scripts)
    return Reader(Limits()).read(paper)


def test_a_page_that_brings_the_reader_down_is_tried_by_the_second_library(
    child: type[ScriptedChild], paper: Path
) -> None:
    read(child, paper, [FileSeen(2, True, ""), page(1), CRASH], [FileSeen(2, True, ""), page(2), End()])
    assert [(task.first, task.second) for task in child.tasks] == [(1, ()), (2, (2,))]


def test_a_page_that_brings_both_libraries_down_is_given_up_and_the_next_is_read(
    child: type[ScriptedChild], paper: Path
) -> None:
    seen = FileSeen(3, True, "")
    found = read(child, paper, [seen, page(1), CRASH], [seen, CRASH], [seen, page(3), End()])
    assert found.pages == (page(1), lost(2, "the reader crashed (signal 6) on this page"), page(3))
    assert found.problem == "1 of 3 pages could not be read (2): the reader crashed (signal 6) on this page."


def test_a_file_that_brings_the_reader_down_again_and_again_is_given_up(
    child: type[ScriptedChild], paper: Path
) -> None:
    found = read(child, paper, *[[FileSeen(9, True, ""), CRASH]] * 6)
    assert [page.reason for page in found.pages] == ["the reader crashed (signal 6) on this page"] * 3 + [
        "the file had brought the reader down too often"
    ] * 6


def test_a_file_that_cannot_even_be_opened_is_tried_by_both_libraries(child: type[ScriptedChild], paper: Path) -> None:
    found = read(child, paper, [CRASH], [CRASH])
    assert found == Reading((), problem="The file could not be read: the reader crashed (signal 6).")
    assert [task.second for task in child.tasks] == [(), (0,)]


def test_pages_behind_an_early_end_are_put_down_as_unreadable(child: type[ScriptedChild], paper: Path) -> None:
    found = read(child, paper, [FileSeen(3, True, ""), page(1), End("It broke.")])
    why = "not reached before the reading of this file ended"
    assert found.pages == (page(1), lost(2, why), lost(3, why))
    assert found.problem == f"It broke. 2 of 3 pages could not be read (2, 3): {why}."


def test_recognition_has_time_of_its_own(child: type[ScriptedChild], paper: Path) -> None:
    read(child, paper, [FileSeen(1, True, ""), Recognising(1), page(1), End()])
    assert [round(seconds) for seconds in child.patience] == [60, 20, 50, 20]


def test_pages_recognised_before_a_fall_are_counted(child: type[ScriptedChild], paper: Path) -> None:
    seen = FileSeen(2, True, "")
    read(child, paper, [seen, Recognising(1), page(1), CRASH], [seen, page(2), End()])
    assert [task.recognised for task in child.tasks] == [0, 1]


def test_a_note_on_the_file_becomes_its_problem(child: type[ScriptedChild], paper: Path) -> None:
    found = read(child, paper, [FileSeen(1, True, "Report"), page(1), Note("Its end is missing."), End()])
    assert found == Reading((page(1),), "Report", "Its end is missing.")


def test_a_crash_of_a_reader_used_before_is_not_put_down_to_the_file(child: type[ScriptedChild], paper: Path) -> None:
    good: Script = [FileSeen(1, True, ""), page(1), End()]
    child.scripts = iter([good, [CRASH], good])
    reader = Reader(Limits())
    reader.read(paper)
    assert reader.read(paper) == Reading((page(1),))
    assert child.tasks[-1].second == ()


def test_a_file_without_pages_that_brings_the_reader_down_is_a_problem(child: type[ScriptedChild], paper: Path) -> None:
    found = read(child, paper, [FileSeen(1, False, ""), CRASH])
    assert found == Reading((), problem="The file could not be read: the reader crashed (signal 6).")
