"""The Chroma generation: proved before it is used, followed by running readers, never trusted blindly."""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from made_up_papers import STAMP, random_paper
from processes import run

from indexer.store import PUBLIC, GenerationReport, Right, Store, Where, Writer, build_generation, rebuilt, verify
from indexer.store.records import Vector
from indexer.store.vectors import building as building_module
from indexer.store.vectors.generations import current_generation, damage_of, directory_of, pointer_of

EXACTLY = Right.of("public", "none such")  # sees the same, and is never answered by Chroma


def vector_of(number: int, passage: int = 0) -> Vector:
    """The vector of a passage of `random_paper(number, ...)`."""
    vector: Vector = random_paper(number, 200).vectors[passage]
    return vector


def ids(store: Store, number: int, right: Right = PUBLIC, k: int = 10) -> list[int]:
    """The ids nearest to the first passage of a paper."""
    return [one.id for one in store.nearest(vector_of(number), k, right=right)]


def says_the_same(store: Store, number: int) -> bool:
    """Whether the nearest is the same and nine of the ten nearest are; the graph may overlook a neighbour."""
    found, exact = ids(store, number), ids(store, number, EXACTLY)
    return found[0] == exact[0] and len(set(found) & set(exact)) >= 9


def test_chroma_answers_and_says_what_the_exact_search_says(built: Path) -> None:
    with Store(built, STAMP) as store:
        for number in range(6):
            assert says_the_same(store, number)
        by_chroma = store.nearest(vector_of(0), 1, right=PUBLIC)[0].score
        assert store.why_exact() == ""
        assert by_chroma == pytest.approx(1.0, abs=1e-5)


def test_a_limited_question_is_searched_exactly(built: Path) -> None:
    with Store(built, STAMP) as store:
        assert len(store.nearest(vector_of(0), 5, right=PUBLIC, where=Where(bodies=("Cabinet",)))) == 5
        assert store.why_exact() == "nothing has been asked yet"


@pytest.mark.parametrize("right", [Right(frozenset()), Right.of("exempt")])
def test_without_the_public_right_nothing_is_found_though_chroma_could(built: Path, right: Right) -> None:
    with Store(built, STAMP) as store:
        assert ids(store, 0, right) == []


def test_a_generation_that_fits_is_kept(copied: Path) -> None:
    before = pointer_of(copied).read_bytes()
    report = build_generation(copied)
    assert (report.built, report.problem, pointer_of(copied).read_bytes()) == (False, "", before)


def test_new_places_alone_move_the_pointer_on_without_a_build(copied: Path) -> None:
    with Writer(copied, STAMP) as writer:
        writer.set_places(replace(random_paper(0, 200).paper, file="moved.pdf"))
    report = build_generation(copied)
    assert (report.built, report.generation and report.generation.revision) == (False, 7)
    assert verify(copied) == []


def test_a_running_reader_finds_a_new_paper_within_five_seconds(copied: Path) -> None:
    with Store(copied, STAMP) as store:
        ids(store, 0)
        first = store.why_exact()
        run("sync", copied, 1, 7, 200)
        started = time.monotonic()
        (found,) = store.passages(ids(store, 6, k=1), right=PUBLIC)
        assert time.monotonic() - started < 5
        assert (found.section.paper.file, first, store.why_exact()) == ("drains/0006.pdf", "", "")


def test_while_a_generation_is_behind_the_store_is_searched_exactly(copied: Path) -> None:
    with Store(copied, STAMP) as store, Writer(copied, STAMP) as writer:
        writer.replace(random_paper(6, 200))
        (found,) = store.passages(ids(store, 6, k=1), right=PUBLIC)
        assert found.section.paper.file == "drains/0006.pdf"
        assert "another state" in store.why_exact()


def test_after_a_removal_no_byte_of_its_vectors_stays(copied: Path) -> None:
    canary = np.zeros((1, 384), dtype=np.float32)
    canary[0, 3:67:4] = 0.25  # of length one without any rounding, so that it rests as it is
    with Writer(copied, STAMP) as writer:
        writer.replace(replace(random_paper(6, 1), vectors=canary))
    build_generation(copied)

    def holding() -> set[str]:
        files = [path for path in copied.rglob("*") if path.is_file()]
        return {path.name for path in files if canary.tobytes()[:256] in path.read_bytes()}

    assert holding() >= {"papers.db", "chroma.sqlite3"}
    with Writer(copied, STAMP) as writer:
        writer.remove("drains/0006.pdf")
    assert build_generation(copied).built
    assert holding() == set()
    assert verify(copied) == []


def test_only_one_generation_stays(copied: Path) -> None:
    (copied / "chroma" / "half-built").mkdir()
    with Writer(copied, STAMP) as writer:
        writer.replace(random_paper(6, 20))
    report = build_generation(copied)
    assert report.generation is not None
    assert sorted(path.name for path in (copied / "chroma").iterdir()) == sorted(
        [report.generation.directory, "current.json"]
    )


def rebuilt_with(index: Path, numbers: Sequence[int], *, access: str = "public") -> GenerationReport:
    """What becomes of the generation when the store is made again of these papers, the first under this label."""
    with rebuilt(index) as filling:
        with Writer(filling.folder, STAMP, others=filling.others) as writer:
            for number in numbers:
                made = random_paper(number, 200)
                label = access if number == numbers[0] else "public"
                writer.replace(replace(made, paper=replace(made.paper, access=label)))
        return build_generation(filling.folder, filling.others)


def test_a_rebuild_of_the_same_papers_in_any_order_takes_the_generation_over(copied: Path) -> None:
    report = rebuilt_with(copied, [3, 1, 0, 2, 5, 4])
    assert (report.built, report.generation and report.generation.count) == (False, 1200)
    assert verify(copied) == []
    with Store(copied, STAMP) as store:
        assert all(says_the_same(store, number) for number in range(6))
        assert store.why_exact() == ""


@pytest.mark.parametrize(("numbers", "access"), [([0, 1, 2, 3, 4, 5], "exempt"), ([0, 1, 2, 3, 4, 6], "public")])
def test_a_rebuild_that_shows_less_or_something_else_builds_its_own(
    copied: Path, numbers: list[int], access: str
) -> None:
    assert rebuilt_with(copied, numbers, access=access).built
    assert verify(copied) == []


def test_a_damaged_generation_is_not_taken_over(copied: Path) -> None:
    (path,) = (copied / "chroma").rglob("data_level0.bin")
    flip(path, random.Random(1))
    assert rebuilt_with(copied, [0, 1, 2, 3, 4, 5]).built


def test_a_crash_of_chroma_leaves_the_exact_search(
    copied: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The child dies as of a SIGSEGV: a Python that kills itself stands in for it."""
    crashing = tmp_path / "python"
    crashing.write_text("#!/bin/sh\nkill -SEGV $$\n")
    crashing.chmod(0o755)
    with Writer(copied, STAMP) as writer:
        writer.remove("drains/0003.pdf")
    monkeypatch.setattr(sys, "executable", str(crashing))
    report = build_generation(copied)
    assert (report.generation, report.built) == (None, False)
    assert "status -11" in report.problem
    with Store(copied, STAMP) as store:
        assert len(ids(store, 0)) == 10
        assert store.why_exact() == "there is no Chroma generation"


def test_a_generation_that_does_not_find_its_vectors_is_not_switched_to(
    copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Writer(copied, STAMP) as writer:
        writer.remove("drains/0003.pdf")
    monkeypatch.setattr(building_module, "prove", lambda *_: (300, 296))
    report = build_generation(copied)
    assert (report.generation, report.problem) == (
        None,
        "Of 300 vectors asked for, the new Chroma generation found 296.",
    )


def test_an_index_without_public_passages_has_no_generation(index: Path, writer: Writer) -> None:
    report = build_generation(index)
    assert (report.generation, report.built, report.problem) == (None, False, "")
    assert verify(index) == []


def truncate(path: Path, chance: random.Random) -> None:
    os.truncate(path, int(path.stat().st_size * chance.uniform(0.1, 0.95)))


def zero(path: Path, chance: random.Random) -> None:
    spoil(path, chance, lambda old: bytes(len(old)), 4096)


def flip(path: Path, chance: random.Random) -> None:
    spoil(path, chance, lambda old: bytes(byte ^ 0x41 for byte in old), 1)


def delete(path: Path, chance: random.Random) -> None:
    path.unlink()


def spoil(path: Path, chance: random.Random, change: Callable[[bytes], bytes], length: int) -> None:
    """Change some bytes of a file somewhere."""
    with path.open("rb+") as stream:
        at = chance.randrange(max(1, path.stat().st_size - length))
        stream.seek(at)
        old = stream.read(length)
        stream.seek(at)
        stream.write(change(old))


FILES = (
    "data_level0.bin",
    "link_lists.bin",
    "header.bin",
    "length.bin",
    "index_metadata.pickle",
    "chroma.sqlite3",
    "places.bin",
)


@pytest.mark.parametrize("harm", [truncate, zero, flip, delete], ids=lambda harm: harm.__name__)
@pytest.mark.parametrize("name", FILES)
def test_a_damaged_file_is_noticed_or_changes_no_answer(copied: Path, name: str, harm: Callable[..., None]) -> None:
    generation = current_generation(copied)
    assert generation is not None
    (path,) = directory_of(copied, generation).rglob(name)
    noticed = 0
    for seed in range(3 if harm in (zero, flip) else 1):
        harm(path, random.Random(seed))
        noticed += bool(damage_of(copied, generation))
        with Store(copied, STAMP) as store:
            assert all(says_the_same(store, number) for number in range(6))
            assert bool(store.why_exact()) == bool(damage_of(copied, generation))
    assert noticed or name == "chroma.sqlite3"  # in which free room and notes on passages may change unnoticed


def test_a_damaged_generation_is_reported_and_replaced_by_the_next_sync(copied: Path) -> None:
    generation = current_generation(copied)
    assert generation is not None
    (path,) = directory_of(copied, generation).rglob("data_level0.bin")
    truncate(path, random.Random(1))
    assert any("data_level0.bin" in problem and "changed" in problem for problem in verify(copied))
    assert build_generation(copied).built
    assert verify(copied) == []


@pytest.mark.parametrize("content", ["", "{", "[]", '{"directory": "../.."}', "\x00" * 50])
def test_a_pointer_that_cannot_be_read_means_the_exact_search(copied: Path, content: str) -> None:
    pointer_of(copied).write_text(content)
    with Store(copied, STAMP) as store:
        assert len(ids(store, 0)) == 10
        assert store.why_exact() == "there is no Chroma generation"


def test_a_generation_of_an_older_version_is_not_asked(copied: Path) -> None:
    pointer = pointer_of(copied)
    pointer.write_text(pointer.read_text().replace("places.bin", "ids.bin"))
    assert current_generation(copied) is None


def test_a_pointer_never_leads_out_of_its_folder(copied: Path) -> None:
    pointer = json.loads(pointer_of(copied).read_text())
    shutil.move(copied / "chroma" / pointer["directory"], copied / "elsewhere")
    pointer_of(copied).write_text(json.dumps({**pointer, "directory": "../elsewhere"}))
    assert current_generation(copied) is None


def test_verify_names_what_does_not_fit(copied: Path) -> None:
    with sqlite3.connect(copied / "papers.db") as connection:
        connection.execute("DELETE FROM embeddings WHERE passage = 1")
        connection.execute("UPDATE pages SET text = text || ' not so' WHERE position = 0 AND paper = 1")
        connection.execute("DELETE FROM places WHERE file = 'drains/0002.pdf'")
        connection.execute("INSERT INTO words (words, rowid, text) VALUES ('delete', 9, 'never there')")
    connection.close()
    problems = " ".join(verify(copied))
    for said in (
        "Passages without a vector: 1",
        "Pages that are not as they were",
        "Papers that lie nowhere: 1",
        "words",
    ):
        assert said in problems
