"""What a survey of a folder takes, leaves, counts once and reports."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from corpus.errors import CorpusMissing
from corpus.folder import FoundFile, NotRead, survey
from corpus.papers import Paper

SHA_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def write(folder: Path, file: str, content: bytes = b"abc") -> Path:
    """Return the path of a new file in the folder, with the folders above it made."""
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    os.utime(path, ns=(1_000_000_000, 1_000_000_000))
    return path


def files(folder: Path) -> list[str]:
    """Return the places of all files found in the folder."""
    return [found.file for found in survey(folder).files]


def test_a_paper_has_its_place_hash_size_and_time(tmp_path: Path) -> None:
    write(tmp_path, "cabinet/minutes.pdf")
    assert survey(tmp_path).papers == (Paper("cabinet/minutes.pdf", SHA_OF_ABC, 3, 1_000_000_000),)


def test_files_of_every_kind_are_found_at_any_depth_whatever_the_case_of_their_ending(tmp_path: Path) -> None:
    for number, file in enumerate(["a.PDF", "b/c.txt", "b/c/d/e/f.Md", "g.htm", "h.html", "i.docx"]):
        write(tmp_path, file, b"%d" % number)
    assert files(tmp_path) == ["a.PDF", "b/c.txt", "b/c/d/e/f.Md", "g.htm", "h.html", "i.docx"]


@pytest.mark.parametrize("file", [".hidden.pdf", ".git/a.pdf", "~$report.docx", "a.yaml", "pdf", "a.pdf.part"])
def test_hidden_files_lock_files_and_other_kinds_are_passed_over(tmp_path: Path, file: str) -> None:
    write(tmp_path, file)
    assert files(tmp_path) == []


def test_the_same_bytes_are_one_paper_whose_first_place_is_the_shortest_path(tmp_path: Path) -> None:
    for file in ("packs/b.pdf", "z.pdf", "packs/a.pdf", "y.pdf"):
        write(tmp_path, file)
    assert [(paper.file, paper.copies) for paper in survey(tmp_path).papers] == [
        ("y.pdf", ("packs/a.pdf", "packs/b.pdf", "z.pdf"))
    ]


def test_papers_come_in_the_order_of_their_places(tmp_path: Path) -> None:
    for number, file in enumerate(["b.pdf", "a/z.pdf", "c.pdf"]):
        write(tmp_path, file, b"%d" % number)
    assert [paper.file for paper in survey(tmp_path).papers] == ["a/z.pdf", "b.pdf", "c.pdf"]


@pytest.mark.parametrize(
    "file",
    ["Agenda%20pack.pdf", "a b\u00a0c.pdf", "x" * 200 + ".pdf", "line\nend.pdf", "Ynys Môn.pdf", "$(rm).pdf", "#.pdf"],
)
def test_odd_names_are_kept_as_they_are_on_disk(tmp_path: Path, file: str) -> None:
    write(tmp_path, file)
    assert files(tmp_path) == [file]


def test_a_name_that_is_no_text_is_reported(tmp_path: Path) -> None:
    write(tmp_path, os.fsdecode(b"caf\xe9.pdf"))
    found = survey(tmp_path)
    assert (found.papers, found.not_read) == (
        (),
        (NotRead("caf\\udce9.pdf", "its name is not valid UTF-8; rename it"),),
    )


def test_what_is_known_and_unchanged_is_not_hashed_again(tmp_path: Path) -> None:
    write(tmp_path, "a.pdf")
    known = {"a.pdf": (3, 1_000_000_000, "the hash of last time")}
    assert survey(tmp_path, known).files == (FoundFile("a.pdf", 3, 1_000_000_000, "the hash of last time"),)


@pytest.mark.parametrize("known", [(4, 1_000_000_000, "old"), (3, 999_999_999, "old")])
def test_a_changed_file_is_hashed_again(tmp_path: Path, known: tuple[int, int, str]) -> None:
    write(tmp_path, "a.pdf")
    assert survey(tmp_path, {"a.pdf": known}).papers[0].sha256 == SHA_OF_ABC


def test_a_survey_is_what_the_next_one_needs_to_know(tmp_path: Path) -> None:
    write(tmp_path, "a.pdf")
    write(tmp_path, "copy/a.pdf")
    assert survey(tmp_path).known() == {
        "a.pdf": (3, 1_000_000_000, SHA_OF_ABC),
        "copy/a.pdf": (3, 1_000_000_000, SHA_OF_ABC),
    }


def test_a_link_out_of_the_folder_is_reported_and_not_followed(tmp_path: Path) -> None:
    secret = write(tmp_path, "outside/secret.pdf")
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.pdf").symlink_to(secret)
    found = survey(tmp_path / "corpus")
    assert (found.files, found.not_read) == ((), (NotRead("a.pdf", "it is a link that leads out of the folder"),))


def test_a_linked_folder_is_not_entered(tmp_path: Path) -> None:
    write(tmp_path, "outside/secret.pdf")
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "way_out").symlink_to(tmp_path / "outside")
    (tmp_path / "corpus" / "loop").symlink_to(tmp_path / "corpus")
    assert files(tmp_path / "corpus") == []


def test_a_link_within_the_folder_is_a_copy(tmp_path: Path) -> None:
    write(tmp_path, "a.pdf")
    (tmp_path / "link.pdf").symlink_to(tmp_path / "a.pdf")
    assert survey(tmp_path).papers[0].copies == ("link.pdf",)


def test_links_that_lead_nowhere_or_to_themselves_are_reported(tmp_path: Path) -> None:
    (tmp_path / "gone.pdf").symlink_to(tmp_path / "nothing.pdf")
    (tmp_path / "self.pdf").symlink_to(tmp_path / "self.pdf")
    assert [trouble.file for trouble in survey(tmp_path).not_read] == ["gone.pdf", "self.pdf"]


def test_a_pipe_with_the_name_of_a_paper_does_not_stop_the_survey(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.pdf")
    write(tmp_path, "b.pdf")
    found = survey(tmp_path)
    assert [file.file for file in found.files] == ["b.pdf"]
    assert found.not_read == (NotRead("a.pdf", "it is not an ordinary file"),)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_files_and_folders_without_permission_are_reported(tmp_path: Path) -> None:
    write(tmp_path, "locked.pdf").chmod(0)
    write(tmp_path, "closed/a.pdf").parent.chmod(0)
    found = survey(tmp_path)
    (tmp_path / "closed").chmod(0o700)
    assert found.not_read == (
        NotRead("closed", "cannot be listed: this account may not use it"),
        NotRead("locked.pdf", "cannot be read: permission denied"),
    )


def test_a_folder_that_cannot_be_listed_is_reported_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "bad/a.pdf")
    write(tmp_path, "good/b.pdf")
    scandir = os.scandir

    def failing(folder: Path) -> object:
        if folder.name == "bad":
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", failing)
    found = survey(tmp_path)
    assert [file.file for file in found.files] == ["good/b.pdf"]
    assert found.not_read == (NotRead("bad", "cannot be listed: this account may not use it"),)


def test_an_empty_folder_has_no_papers(tmp_path: Path) -> None:
    assert survey(tmp_path).papers == ()


def test_a_missing_folder_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(CorpusMissing, match=r"There is no folder .*nowhere\. Name the folder with --corpus"):
        survey(tmp_path / "nowhere")


def test_a_file_in_place_of_the_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CorpusMissing, match="is not a folder"):
        survey(write(tmp_path, "a.pdf"))


def test_a_folder_reached_by_a_link_is_surveyed(tmp_path: Path) -> None:
    write(tmp_path, "real/a.pdf")
    (tmp_path / "corpus").symlink_to(tmp_path / "real")
    assert files(tmp_path / "corpus") == ["a.pdf"]


@pytest.mark.parametrize("file", ["minutes.doc", "b/slides.PPTX", "papers.zip", "letter.msg"])
def test_a_file_that_may_be_a_paper_and_cannot_be_read_is_named_with_what_to_do(tmp_path: Path, file: str) -> None:
    write(tmp_path, file)
    (trouble,) = survey(tmp_path).not_read
    assert trouble.file == file
    assert "save it as" in trouble.reason or "save them as" in trouble.reason or "unpack it" in trouble.reason


def test_files_of_other_kinds_are_counted_but_for_those_that_people_write_for_the_papers(tmp_path: Path) -> None:
    for file in ("notes.yaml", "b/logo.png", "access.csv", "b/FORMS.csv"):
        write(tmp_path, file)
    found = survey(tmp_path)
    assert found.passed_over == ("b/logo.png", "notes.yaml")
    assert found.not_read == ()


def test_each_empty_file_is_named_and_none_is_a_copy_of_another(tmp_path: Path) -> None:
    for file in ("a.pdf", "b/c.txt"):
        write(tmp_path, file, b"")
    found = survey(tmp_path)
    assert found.not_read == (NotRead("a.pdf", "it is empty (0 bytes)"), NotRead("b/c.txt", "it is empty (0 bytes)"))
    assert found.papers == ()
