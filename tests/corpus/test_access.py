"""Labels come from people: from folders named exempt and from manifests, and a slip in them lays nothing open."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.access import LAST_PAGE, PageLabel, PaperLabels, read_access, strictest
from corpus.errors import WrongInput
from corpus.papers import Paper
from corpus.settings import Settings


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder with three papers."""
    for file in ("a.pdf", "packs/b.pdf", "packs/late/c.pdf"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_bytes(file.encode())
    return tmp_path


def manifest(folder: Path, text: str, *, encoding: str = "utf-8") -> None:
    (folder / "access.csv").write_bytes(text.encode(encoding))


def labels(corpus: Path, file: str, *copies: str, exempt: tuple[str, ...] = ()) -> PaperLabels:
    return read_access(corpus, exempt).labels_of(Paper(file, "", 0, 0, copies))


def test_what_nobody_speaks_of_is_public(corpus: Path) -> None:
    assert labels(corpus, "a.pdf") == PaperLabels("public", ())


def test_a_folder_named_exempt_restricts_all_that_lies_in_it(corpus: Path) -> None:
    assert labels(corpus, "packs/late/c.pdf", exempt=("packs",)).access == "exempt"
    assert labels(corpus, "packs/late/c.pdf", exempt=("./packs/late/",)).access == "exempt"
    assert labels(corpus, "packs/b.pdf", exempt=("packs/late",)).access == "public"


def test_a_paper_with_a_copy_in_an_exempt_folder_is_exempt(corpus: Path) -> None:
    assert labels(corpus, "a.pdf", "packs/b.pdf", exempt=("packs",)).access == "exempt"


@pytest.mark.parametrize("name", ["pack", "../packs", "/", "a.pdf", "packs/../.."])
def test_an_exempt_folder_that_is_not_there_is_an_error(corpus: Path, name: str) -> None:
    with pytest.raises(WrongInput, match="There is no folder"):
        read_access(corpus, (name,))


def test_the_settings_name_the_exempt_folders() -> None:
    assert Settings.from_environment({"BOARD_PAPERS_EXEMPT": "private, packs/late ,"}).exempt == (
        "private",
        "packs/late",
    )
    assert Settings.from_environment({}).exempt == ()


@pytest.mark.parametrize(
    ("line", "access", "pages"),
    [
        ("b.pdf,,exempt,paragraph 3", "exempt", ()),
        ("b.pdf,,EXEMPT,", "exempt", ()),
        ("b.pdf,,internal:Licensing Committee,", "internal:Licensing Committee", ()),
        ("b.pdf,,a word nobody knows,", "a word nobody knows", ()),
        ("b.pdf,,pubic,", "pubic", ()),
        ("b.pdf,,Public,", "public", ()),
        ("b.pdf,,public,sold in June", "public", (PageLabel(1, LAST_PAGE, "public", "sold in June"),)),
        ("b.pdf,7,exempt,", "public", (PageLabel(7, 7, "exempt"),)),
        ('b.pdf,7 - 9,exempt,"rent, and rates"', "public", (PageLabel(7, 9, "exempt", "rent, and rates"),)),
        ("b.pdf,7–9,exempt,", "public", (PageLabel(7, 9, "exempt"),)),
    ],
)
def test_a_line_labels_a_file_or_its_pages(corpus: Path, line: str, access: str, pages: tuple[PageLabel, ...]) -> None:
    manifest(corpus / "packs", f"file,pages,label,reason\n{line}\n")
    assert labels(corpus, "packs/b.pdf") == PaperLabels(access, pages)


def test_a_manifest_speaks_of_the_files_in_its_folder_and_below(corpus: Path) -> None:
    manifest(corpus, "file,label\npacks/late/c.pdf,exempt\n")
    assert labels(corpus, "packs/late/c.pdf").access == "exempt"


@pytest.mark.parametrize(
    "text",
    [
        "\ufefffile,label\r\nb.pdf,exempt\r\n",
        "# what is private\n\nlabel , FILE\nexempt, b.pdf\n",
        "file,pages,label,reason\nb.pdf,,exempt\n",
        '"file","label"\n"b.pdf","exempt"',
    ],
)
def test_the_ways_in_which_programs_write_csv_are_read(corpus: Path, text: str) -> None:
    manifest(corpus / "packs", text)
    assert labels(corpus, "packs/b.pdf").access == "exempt"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("file;label\nb.pdf;exempt\n", "line 1: the columns are file, pages, label, reason"),
        ("b.pdf,,exempt,\n", "line 1: the columns are"),
        ("file,label\n../a.pdf,exempt\n", "line 2: '../a.pdf' leads out of its folder"),
        ("file,label\n/etc/passwd,exempt\n", "leads out of its folder"),
        ("file,label\n,exempt\n", "line 2: it names no file"),
        ("file,label\nb.pdf,\n", "line 2: it gives no label"),
        ("file,label\nb.pdf\n", "line 2: it gives no label"),
        ("file,pages,label\nb.pdf,seven,exempt\n", "line 2: 'seven' are no pages; write 7 or 7-9"),
        ("file,pages,label\nb.pdf,9-7,exempt\n", "line 2: '9-7' are no pages"),
        ("file,pages,label\nb.pdf,0,exempt\n", "line 2: '0' are no pages"),
        ("file,label\nb.pdf,exempt,what,else\n", "line 2: it has 4 cells for 2 columns"),
        ('file,label\n"b.pdf,exempt\n', "it is not CSV"),
    ],
)
def test_a_line_that_cannot_be_understood_is_an_error_that_names_it(corpus: Path, text: str, said: str) -> None:
    manifest(corpus / "packs", text)
    with pytest.raises(WrongInput) as raised:
        read_access(corpus)
    assert said in str(raised.value)
    assert str(raised.value).startswith("packs/access.csv, line")


def test_a_manifest_that_is_not_utf_8_is_an_error_that_names_the_line(corpus: Path) -> None:
    (corpus / "access.csv").write_bytes(b"file,label,reason\na.pdf,exempt,caf\xe9\n")
    with pytest.raises(WrongInput, match=r"access.csv, line 2: it is not UTF-8. Save it as CSV UTF-8."):
        read_access(corpus)


def test_the_strictest_label_holds() -> None:
    assert strictest([]) == "public"
    assert strictest(["public", "public"]) == "public"
    assert strictest(["public", "internal:Board"]) == "internal:Board"
    assert strictest(["internal:Board", "internal:Cabinet"]) == "exempt"
    assert strictest(["exempt:Cabinet", "embargoed"]) == "embargoed", "officers see what is exempt, not that"
    assert strictest(["embargoed", "exempt"]) == "embargoed"


def test_public_lowers_nothing_that_people_said_elsewhere(corpus: Path) -> None:
    manifest(corpus, "file,label,reason\npacks/b.pdf,public,it was sold\n")
    manifest(corpus / "packs", "file,label\nb.pdf,internal:Board\n")
    assert labels(corpus, "packs/b.pdf").access == "internal:Board"
    assert labels(corpus, "packs/b.pdf", exempt=("packs",)).access == "exempt"


def test_only_a_reason_lifts_a_mark() -> None:
    assert PageLabel(1, 2, "public", "sold").lifts
    assert not PageLabel(1, 2, "public").lifts
    assert not PageLabel(1, 2, "exempt", "sold").lifts


def kept_back(corpus: Path, held: dict[str, bool], *papers: Paper) -> list[str]:
    """The papers, by hash, that may not be seen when the labels of a folder are brought onto these."""
    access = read_access(corpus).kept_back(papers, held)
    return [one.sha256 for one in papers if access.labels_of(one) != PaperLabels()]


B, C, NEW, AWAY = (
    Paper("packs/b.pdf", "b", 0, 0),
    Paper("packs/late/c.pdf", "c", 0, 0),
    Paper("packs/new.pdf", "new", 0, 0),
    Paper("a/lease.pdf", "away", 0, 0),
)


@pytest.mark.parametrize(
    ("line", "held", "kept"),
    [
        ("lease.pdf,exempt", {"b": False, "c": False, "new": False, "away": False}, []),  # it was removed
        ("lease.pdf,exempt", {"b": False, "c": False, "new": True, "away": False}, ["new"]),  # renamed
        ("lease.pdf,exempt", {"b": False, "c": True, "new": False, "away": False}, ["c"]),  # renamed, and moved
        ("lease.pdf,exempt", {"b": False, "c": False}, ["new", "away"]),  # renamed or moved, and edited
        ("lease.pdf,exempt", {}, ["b", "new", "away"]),  # nothing is known: a slip opens nothing
        ("B.pdf,exempt", {"b": False, "c": False, "new": False, "away": False}, ["b"]),  # capitals alone
        ("late/B.pdf,exempt", {"b": False, "c": False, "new": False, "away": False}, []),
        ("lease.pdf,public", {}, []),
    ],
)
def test_a_line_that_names_no_file_is_laid_on_what_it_may_mean(
    corpus: Path, line: str, held: dict[str, bool], kept: list[str]
) -> None:
    manifest(corpus / "packs", f"file,label\n{line}\n")
    assert kept_back(corpus, held, B, C, NEW, AWAY) == kept


def test_a_line_that_names_no_file_is_told_and_the_others_hold(corpus: Path) -> None:
    manifest(corpus / "packs", "file,label\ngone.pdf,exempt\nb.pdf,exempt\n")
    access = read_access(corpus)
    assert [one.said for one in access.astray] == [
        "packs/access.csv, line 2: there is no file 'gone.pdf'. What it may mean is kept from the public until it is "
        "corrected, or deleted if the paper is gone."
    ]
    assert access.labels_of(B).access == "exempt"
    assert access.kept_back([B, C], {"b": True, "c": False}).labels_of(C) == PaperLabels()
