"""What papers.csv says of a paper goes before what is read off its text, and a change of it is noticed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from word_embedder import WordEmbedder

import indexer.build
from corpus.errors import WrongInput
from corpus.listed import Listed, read_listing
from corpus.papers import Meeting, Paper
from indexer.build import build_index
from indexer.reading.pages import Page, PageState, Reading
from indexer.sections.section import Section, SectionKind, understand
from indexer.store import PUBLIC, Store
from indexer.understanding import understood

MINUTES = """HARBOUR COMMITTEE
Minutes of a meeting of the Harbour Committee held on Monday, 4 March 2019.
Present: Councillor Una Thole (Chair) and Councillor Ivo Kerr
20. Apologies for absence
None.
21. Lamp on the north mole
RESOLVED that the lamp be replaced."""
REPORT = """HARBOUR COMMITTEE
1 April 2019
Report of: Harbour Master
Subject: WINTER DREDGING
1. PURPOSE OF REPORT
1.1 To ask for a contract for dredging."""
PROSE = "The crew looked at the wall twice in the week.\n\nIt had cracked in two gales, and it was mended in May."

CABINET = Meeting("Marrowdale Borough Council", "Cabinet", date(2019, 5, 6), "10.00 am", "Tide Room")


def sections(text: str, listed: Listed) -> list[Section]:
    reading = Reading((Page(1, text, PageState.TEXT),))
    return [part.section for part in understand(Paper("a.pdf", "0", 1, 0), reading, listed)]


def test_the_meeting_listed_goes_before_the_one_in_the_text() -> None:
    (section,) = sections(REPORT, Listed(CABINET, "report", "Dredging in winter", "7"))
    assert section.meeting == CABINET
    assert (section.title, section.item) == ("Dredging in winter", "7")


def test_what_is_not_listed_is_read_off_the_text() -> None:
    (section,) = sections(REPORT, Listed(Meeting(body="Cabinet")))
    assert (section.meeting.body, section.meeting.held_on) == ("Cabinet", date(2019, 4, 1))
    assert section.title == "WINTER DREDGING"


def test_minutes_laid_before_a_later_meeting_keep_their_own() -> None:
    section = sections(MINUTES, Listed(CABINET, "report", "Minutes of the last meeting", "3"))[-1]
    assert section.kind is SectionKind.MINUTES
    assert (section.meeting.body, section.meeting.held_on) == ("Harbour Committee", date(2019, 3, 4))
    assert section.item != "3"


def test_a_paper_listed_as_minutes_records_the_meeting_listed() -> None:
    section = sections(MINUTES, Listed(CABINET, "minutes"))[-1]
    assert (section.kind, section.meeting.body, section.meeting.held_on) == (
        SectionKind.MINUTES,
        "Cabinet",
        date(2019, 5, 6),
    )


@pytest.mark.parametrize(
    ("listed", "kind"), [("minutes", SectionKind.MINUTES), ("report", SectionKind.REPORT), ("", SectionKind.UNKNOWN)]
)
def test_a_kind_that_the_text_leaves_open_is_the_one_listed(listed: str, kind: SectionKind) -> None:
    assert [section.kind for section in sections(PROSE, Listed(kind=listed))] == [kind]


def write(corpus: Path, *lines: str) -> None:
    text = "\n".join(("file,body,date,kind", *lines))
    (corpus / "papers.csv").write_text(text, encoding="utf-8")


@pytest.fixture
def read_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are understood, one after the other."""
    read: list[str] = []

    def noting(paper: Paper, *rest: Any) -> object:
        read.append(paper.file)
        return understood(paper, *rest)

    monkeypatch.setattr(indexer.build, "understood", noting)
    monkeypatch.setattr("indexer.store.index.build_generation", lambda *_: None)
    return read


def test_a_line_that_changes_makes_a_sync_read_its_paper_again_and_no_other(
    tmp_path: Path, read_files: list[str]
) -> None:
    corpus, index = tmp_path / "papers", tmp_path / "index"
    corpus.mkdir()
    for name in ("a.txt", "b.txt"):
        (corpus / name).write_text(f"{REPORT}\n1.2 As {name} says.", encoding="utf-8")

    def synced() -> list[tuple[str, str, str]]:
        build_index(corpus, index, embedder=WordEmbedder())
        with Store(index, None) as store:
            found = store.sections(right=PUBLIC)
        return sorted((one.paper.file, one.meeting.body, str(one.meeting.held_on)) for one in found)

    write(corpus, "a.txt,Cabinet,2019-05-06,report")
    assert synced() == [("a.txt", "Cabinet", "2019-05-06"), ("b.txt", "Harbour Committee", "2019-04-01")]
    read_files.clear()
    assert len(synced()) == 2
    assert read_files == []
    write(corpus, "a.txt,Cabinet,2019-05-07,report")
    assert synced()[0] == ("a.txt", "Cabinet", "2019-05-07")
    assert read_files == ["a.txt"]
    (corpus / "papers.csv").unlink()
    assert synced()[0] == ("a.txt", "Harbour Committee", "2019-04-01")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name,body\na.txt,Cabinet\n", "papers.csv has no column 'file'"),
        ("file,date\na.txt,6 May\n", "papers.csv, line 2: '6 May' is not a date like 2024-03-19"),
        ("file\n../a.txt\n", "papers.csv, line 2: '../a.txt' leads out of its folder"),
    ],
)
def test_a_slip_is_named_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "papers.csv").write_text(text, encoding="utf-8")
    with pytest.raises(WrongInput) as raised:
        read_listing(tmp_path)
    assert str(raised.value).startswith(said)


def test_the_line_nearest_to_a_paper_wins(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "papers.csv").write_text("file,body\na/x.pdf,Council\na/y.pdf,Council\n", encoding="utf-8")
    (tmp_path / "a" / "papers.csv").write_text("\ufefffile,body,more\nx.pdf,Cabinet,\n", encoding="utf-8")
    listing = read_listing(tmp_path)
    assert [listing.of([file]).meeting.body for file in ("a/x.pdf", "a/y.pdf", "z.pdf")] == ["Cabinet", "Council", ""]
