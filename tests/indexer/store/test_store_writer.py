"""The Writer: a paper goes in whole, is replaced exactly, and leaves nothing behind."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import psycopg
import pytest
from made_up_papers import CABINET, STAMP, axis, indexed, paper_of

from indexer.sections.section import Section, SectionKind
from indexer.store import PUBLIC, AnyStore, AnyWriter, Index, IndexedPaper, LocalIndex, Place, Writer, verify
from indexer.store.sql import findings as of_findings

FINDINGS = ("decisions", "events", "attendance", "interests", "actions", "recommendations", "acronyms")
TABLES = ("papers", "places", "pages", "sections", "passages", "embeddings", *FINDINGS)


def rows(place: Index) -> dict[str, int]:
    """How many rows each table has; of the words that are searched as well, under "words"."""
    with closing(counting(place)) as connection:
        words = "words_docsize" if isinstance(place, LocalIndex) else "passage_words"
        tables = {**dict.fromkeys(TABLES), "words": None}
        return {
            name: connection.execute(f"SELECT count(*) FROM {words if name == 'words' else name}").fetchone()[0]
            for name in tables
        }


def counting(place: Index) -> Any:
    """A connection that sees every row."""
    if isinstance(place, LocalIndex):
        return sqlite3.connect(place.folder / "papers.db")
    connection = psycopg.connect(place.url)  # type: ignore[attr-defined]
    home = "SELECT home FROM board_papers.councils WHERE name = %s"
    schema = connection.execute(home, (place.council,)).fetchone()  # type: ignore[attr-defined]
    connection.execute(f'SET search_path = "{schema[0]}"'.encode())  # type: ignore[index]
    return connection


def texts(store: AnyStore, file: str) -> list[str]:
    """The passages of a file, in reading order."""
    return [passage.text for passage in store.passages_of_paper(file, right=PUBLIC)]


def test_a_paper_goes_in_with_all_that_came_out_of_it(place: Index, writer: AnyWriter) -> None:
    writer.replace(indexed("a.pdf", ["One.", "Two."], copies=["b.pdf"]))
    expected = {"papers": 1, "places": 2, "pages": 2, "sections": 1, "passages": 2, "embeddings": 2}
    assert rows(place) == {**expected, **dict.fromkeys(FINDINGS, 2), "words": 2}


def test_a_changed_file_replaces_exactly_its_own_passages(three: AnyWriter, store: AnyStore) -> None:
    others = texts(store, "b/scrutiny.pdf"), texts(store, "c/harbour.pdf")
    three.replace(indexed("a/cabinet.pdf", ["The mill is let."]))
    assert texts(store, "a/cabinet.pdf") == ["The mill is let."]
    assert (texts(store, "b/scrutiny.pdf"), texts(store, "c/harbour.pdf")) == others
    assert store.search_text(["fair"], limit=9, right=PUBLIC) == []


def test_the_same_paper_written_twice_is_there_once(place: Index, three: AnyWriter, store: AnyStore) -> None:
    before = rows(place)
    three.replace(indexed("b/scrutiny.pdf", ["The dyke leaks again."]))
    assert rows(place) == before


def test_a_removed_file_leaves_no_row(place: Index, writer: AnyWriter) -> None:
    writer.replace(indexed("a.pdf", ["One.", "Two."]))
    writer.remove("a.pdf")
    assert set(rows(place).values()) == {0}
    assert writer.known() == {}


def test_removing_what_is_not_there_changes_nothing(three: AnyWriter) -> None:
    before = three.revision
    three.remove("never/was.pdf")
    assert three.revision == before


def test_a_paper_stays_as_long_as_one_copy_lies_somewhere(writer: AnyWriter, store: AnyStore) -> None:
    writer.replace(indexed("a.pdf", ["One."], copies=["b.pdf", "c.pdf"]))
    writer.remove("a.pdf")
    (passage,) = store.passages_of_paper("b.pdf", right=PUBLIC)
    assert (passage.section.paper.file, passage.section.paper.copies) == ("b.pdf", ("c.pdf",))
    assert store.page_text("a.pdf", 1, right=PUBLIC) is None


def test_a_renamed_file_keeps_its_passages_and_their_ids(writer: AnyWriter, store: AnyStore) -> None:
    made = indexed("old.pdf", ["One."], content="same")
    writer.replace(made)
    before = [passage.id for passage in store.passages_of_paper("old.pdf", right=PUBLIC)]
    assert writer.set_places(replace(made.paper, file="new.pdf"))
    assert [passage.id for passage in store.passages_of_paper("new.pdf", right=PUBLIC)] == before
    assert store.passages_of_paper("old.pdf", right=PUBLIC) == []


def test_places_of_unknown_content_are_not_noted(writer: AnyWriter) -> None:
    assert not writer.set_places(paper_of("new.pdf"))
    assert writer.known() == {}


def test_a_file_with_new_content_is_taken_from_its_former_paper(writer: AnyWriter, store: AnyStore) -> None:
    writer.replace(indexed("a.pdf", ["Old."], content="old", copies=["b.pdf"]))
    writer.replace(indexed("a.pdf", ["New."], content="new"))
    assert texts(store, "a.pdf") == ["New."]
    assert texts(store, "b.pdf") == ["Old."]


def test_two_files_that_change_places_end_with_each_others_content(writer: AnyWriter, store: AnyStore) -> None:
    writer.replace(indexed("a.pdf", ["First."], content="first"))
    writer.replace(indexed("b.pdf", ["Second."], content="second"))
    writer.set_places(paper_of("b.pdf", "first"))
    writer.replace(indexed("a.pdf", ["Second."], content="second"))
    assert (texts(store, "a.pdf"), texts(store, "b.pdf")) == (["Second."], ["First."])


def test_what_is_known_names_size_time_and_hash_of_every_place(writer: AnyWriter) -> None:
    made = indexed("a.pdf", ["One."], content="abc", copies=["b.pdf", "c.pdf"])
    writer.replace(replace(made, places=(Place("b.pdf", 3, 77),)))
    sha = made.paper.sha256
    assert writer.known() == {
        "a.pdf": (3, made.paper.modified_ns, sha),
        "b.pdf": (3, 77, sha),
        "c.pdf": (3, 0, sha),  # not known when it was changed: the survey looks again
    }


def test_every_write_raises_the_revision(writer: AnyWriter) -> None:
    made = indexed("a.pdf", ["One."])
    seen = [writer.revision]
    for write in (
        lambda: writer.replace(made),
        lambda: writer.set_places(made.paper),
        lambda: writer.remove("a.pdf"),
    ):
        write()
        seen.append(writer.revision)
    assert seen == [0, 1, 2, 3]


def test_a_write_that_fails_leaves_the_store_as_it_was(place: Index, three: AnyWriter) -> None:
    before, revision = rows(place), three.revision
    broken = indexed("a/cabinet.pdf", ["Torn \udcff in half."], content="x")  # cannot be written as UTF-8
    with pytest.raises(UnicodeEncodeError):
        three.replace(broken)
    assert (rows(place), three.revision) == (before, revision)


def test_vectors_are_found_again_by_their_text(three: AnyWriter) -> None:
    found = three.embeddings_for(["a/cabinet.pdf\nThe mill is sold.", "never embedded"])
    assert list(found) == ["a/cabinet.pdf\nThe mill is sold."]
    assert np.array_equal(found["a/cabinet.pdf\nThe mill is sold."].vector, axis(1))


def test_problems_name_the_file_and_what_was_not_read(writer: AnyWriter) -> None:
    made = indexed("a.pdf", ["One."])
    writer.replace(replace(made, reading=replace(made.reading, problem="Page 2 is a picture.")))
    writer.replace(indexed("b.pdf", ["Two."]))
    assert writer.problems() == [("a.pdf", "Page 2 is a picture.")]


def test_ids_are_never_given_again(writer: AnyWriter, store: AnyStore) -> None:
    writer.replace(indexed("a.pdf", ["One."]))
    (first,) = store.passages_of_paper("a.pdf", right=PUBLIC)
    writer.remove("a.pdf")
    writer.replace(indexed("b.pdf", ["Two."]))
    assert store.passages([first.id or 0], right=PUBLIC) == []


@pytest.mark.parametrize(
    "vectors",
    [
        np.zeros((1, 384)),
        np.zeros((2, 384), np.float32),
        np.full((1, 384), np.nan, np.float32),
        np.zeros((1, 3), np.float32),
    ],
    ids=["float64", "too many", "not a number", "too short"],
)
def test_vectors_that_cannot_be_searched_are_refused(vectors: np.ndarray) -> None:
    with pytest.raises(ValueError, match=r"a\.pdf"):
        replace(indexed("a.pdf", ["One."]), vectors=vectors)


def test_a_passage_of_a_section_that_is_not_given_is_refused() -> None:
    made = indexed("a.pdf", ["One."])
    with pytest.raises(ValueError, match="names a section"):
        IndexedPaper(
            made.paper, made.reading, (Section(made.paper, SectionKind.REPORT, CABINET),), made.passages, made.vectors
        )


@pytest.mark.parametrize("through", ["remove", "replace"])
def test_no_byte_of_removed_text_stays_in_the_folder(index: Path, through: str) -> None:
    secret = "Quixotophlegm"
    with Writer(index, STAMP) as writer:
        for number in range(30):
            writer.replace(indexed(f"{number}.pdf", [f"The dyke {number} is repaired."] * 5))
        writer.replace(indexed("secret.pdf", [f"The {secret} is sold.", f"{secret} again."], content="x"))
    assert holding(index, secret), "the search of the folder finds nothing at all"
    with Writer(index, STAMP) as writer:
        if through == "remove":
            writer.remove("secret.pdf")
        else:
            writer.replace(indexed("secret.pdf", ["Nothing."], content="y"))
    assert holding(index, secret) == []
    assert verify(index) == []


def test_a_run_that_was_killed_before_it_wiped_is_made_good_by_the_next(index: Path) -> None:
    secret = "Quixotophlegm"
    killed = Writer(index, STAMP)
    killed.replace(indexed("secret.pdf", [f"The {secret} is sold."]))
    killed.remove("secret.pdf")
    killed.close()  # without purge
    assert holding(index, secret)
    with Writer(index, STAMP):
        pass
    assert holding(index, secret) == []


def holding(folder: Path, word: str) -> list[str]:
    """The files of the folder in which the word stands in any letters, or its beginning as the full text keeps it."""
    found = []
    for path in folder.rglob("*"):
        if path.is_file() and word[:9].lower().encode() in path.read_bytes().lower():
            found.append(path.name)
    return found


def test_what_every_section_says_itself_can_be_listed(three: AnyWriter) -> None:
    held = {(section.paper.file, said.section.meeting.body) for section, said in three.settled(lambda _: ())}
    assert ("a/cabinet.pdf", CABINET.body) in held
    assert {file for file, _ in held} == {"a/cabinet.pdf", "b/scrutiny.pdf", "c/harbour.pdf"}


def test_a_copy_in_other_bytes_goes_with_its_paper_and_keeps_its_own_hash(writer: AnyWriter) -> None:
    made = indexed("a.pdf", ["one"])
    paper = replace(made.paper, copies=("b.docx",))
    writer.replace(replace(made, paper=paper, places=(Place("b.docx", 3, 7, "ff"),)))
    assert (writer.known()["b.docx"], writer.twins()) == ((3, 7, "ff"), {"ff": paper.sha256})
    writer.remove("a.pdf")
    assert writer.known() == {}


def test_every_field_of_a_finding_has_its_column(index: Path) -> None:
    with Writer(index, STAMP), closing(sqlite3.connect(index / "papers.db")) as connection:
        for table in of_findings.TABLES:
            columns = {name for _, name, *_ in connection.execute(f"PRAGMA table_info({table.name})")}
            assert set(table.columns) <= columns
