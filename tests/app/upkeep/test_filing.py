"""Names from outside are data: nothing is written, taken or put back anywhere but among the papers."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.upkeep.filing import Filing
from corpus.errors import WrongInput


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "papers" / "cabinet").mkdir(parents=True)
    (tmp_path / "papers" / "cabinet" / "May.pdf").write_bytes(b"%PDF-1 May")
    (tmp_path / "outside.pdf").write_bytes(b"%PDF-1 outside")
    return tmp_path / "papers"


@pytest.fixture
def filing(corpus: Path) -> Filing:
    return Filing(corpus, corpus.parent / "data")


def everything(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_paper_lands_in_the_folder_named(filing: Filing, corpus: Path) -> None:
    assert filing.folders() == ["", "cabinet"]
    assert filing.add("June 2024 (final).pdf", b"%PDF-1 June", folder="cabinet") == "cabinet/June 2024 (final).pdf"
    assert everything(corpus) == {
        "cabinet/May.pdf": b"%PDF-1 May",
        "cabinet/June 2024 (final).pdf": b"%PDF-1 June",
    }


@pytest.mark.parametrize(
    ("name", "lands"),
    [("../../evil.pdf", "evil.pdf"), ("C:\\papers\\evil.pdf", "evil.pdf"), ("/etc/evil.pdf", "evil.pdf")],
)
def test_of_a_name_only_its_last_part_counts(filing: Filing, name: str, lands: str) -> None:
    assert filing.add(name, b"x") == lands


@pytest.mark.parametrize(
    "name",
    [
        "",
        "..",
        "a.exe",
        "access.csv",
        ".hidden.pdf",
        "~$lock.docx",
        "a\x00b.pdf",
        "a\nb.pdf",
        "x" * 220 + ".pdf",
        "pdf",
    ],
)
def test_a_name_that_no_paper_has_is_refused(filing: Filing, corpus: Path, name: str) -> None:
    with pytest.raises(WrongInput):
        filing.add(name, b"x")
    assert list(everything(corpus)) == ["cabinet/May.pdf"]


@pytest.mark.parametrize("folder", ["..", "../data", "/etc", "unknown", "cabinet/.."])
def test_a_folder_that_is_not_among_the_papers_is_refused(filing: Filing, folder: str) -> None:
    with pytest.raises(WrongInput, match="no folder"):
        filing.add("June.pdf", b"x", folder=folder)


def test_nothing_is_overwritten_unless_asked_for(filing: Filing, corpus: Path) -> None:
    with pytest.raises(WrongInput, match="There is a paper at cabinet/May"):
        filing.add("May.pdf", b"new", folder="cabinet")
    assert everything(corpus) == {"cabinet/May.pdf": b"%PDF-1 May"}


def test_what_was_replaced_can_be_put_back(filing: Filing, corpus: Path) -> None:
    filing.add("May.pdf", b"new", folder="cabinet", replace=True)
    assert everything(corpus) == {"cabinet/May.pdf": b"new"}
    old = filing.removed()[0].id
    with pytest.raises(WrongInput, match="another paper"):
        filing.restore(old)
    filing.remove(["cabinet/May.pdf"])
    filing.restore(old)
    assert everything(corpus) == {"cabinet/May.pdf": b"%PDF-1 May"}


def test_an_empty_file_is_refused(filing: Filing) -> None:
    with pytest.raises(WrongInput, match="empty"):
        filing.add("June.pdf", b"")


def test_a_removed_paper_lies_outside_the_folder_and_comes_back_where_it_was(filing: Filing, corpus: Path) -> None:
    removed = filing.remove(["cabinet/May.pdf"])
    assert everything(corpus) == {}
    assert [one.files for one in filing.removed()] == [("cabinet/May.pdf",)]
    assert filing.restore(removed.id) == ("cabinet/May.pdf",)
    assert everything(corpus) == {"cabinet/May.pdf": b"%PDF-1 May"}
    assert filing.removed() == []


@pytest.mark.parametrize("file", ["../outside.pdf", "/etc/passwd", "cabinet", "cabinet/../../outside.pdf", "gone.pdf"])
def test_what_is_no_paper_cannot_be_removed(filing: Filing, corpus: Path, file: str) -> None:
    with pytest.raises(WrongInput):
        filing.remove([file])
    assert (corpus.parent / "outside.pdf").exists()


@pytest.mark.parametrize("id_", ["", "..", "../../papers", "unknown"])
def test_only_what_was_removed_can_be_put_back(filing: Filing, id_: str) -> None:
    with pytest.raises(WrongInput):
        filing.restore(id_)


def test_removed_papers_may_not_rest_among_the_papers(corpus: Path) -> None:
    with pytest.raises(WrongInput, match="BOARD_PAPERS_DATA"):
        Filing(corpus, corpus / "index" / "data")


def test_a_paper_that_a_manifest_names_stays_where_it_is(filing: Filing, corpus: Path) -> None:
    (corpus / "cabinet" / "access.csv").write_text("file,label\nMay.pdf,exempt\n", encoding="utf-8")
    with pytest.raises(WrongInput, match=r"cabinet/May\.pdf was not removed.*access\.csv.*Take its line out"):
        filing.remove(["cabinet/May.pdf"])
    assert (corpus / "cabinet" / "May.pdf").exists()
    assert filing.add("May.pdf", b"new", folder="cabinet", replace=True) == "cabinet/May.pdf"


def test_what_the_disk_refuses_is_said(filing: Filing, corpus: Path) -> None:
    (corpus.parent / "data").write_text("no folder")
    with pytest.raises(WrongInput, match=r"could not be removed.*BOARD_PAPERS_DATA"):
        filing.remove(["cabinet/May.pdf"])
    assert (corpus / "cabinet" / "May.pdf").exists()
