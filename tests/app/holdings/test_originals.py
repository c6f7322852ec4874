"""A file is given out only while it is, byte for byte, what was indexed, and as far as people leave it open now."""

from __future__ import annotations

import logging
import os
import shutil
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from word_embedder import WordEmbedder

from app.assistant import Assistant
from app.holdings.originals import Hashes, Original
from corpus.errors import PageUnavailable, PaperChanged
from indexer.build import build_index, stamp_of
from indexer.reading.pictures import draw_page
from indexer.store import Store

PUBLIC = b"what everybody may read, " * 100
SECRET = b"what nobody may know yet " * 100


def indexed(path: Path, content: bytes = PUBLIC) -> Original:
    path.write_bytes(content)
    return Original(path, len(content), sha256(content).hexdigest())


def bytes_of(original: Original) -> bytes:
    return b"".join(original.open().read(0, original.size))


def test_a_file_as_it_was_indexed_is_given_out_whatever_its_time(tmp_path: Path) -> None:
    original = indexed(tmp_path / "a.txt")
    assert bytes_of(original) == PUBLIC
    os.utime(original.path, ns=(1, 1))
    assert bytes_of(original) == PUBLIC


def test_a_file_of_the_same_size_and_time_in_its_place_is_not(tmp_path: Path) -> None:
    original = indexed(tmp_path / "a.txt")
    assert bytes_of(original) == PUBLIC
    before = original.path.stat()
    for put in (original.path.write_bytes, lambda content: _moved_over(original.path, content)):
        put(SECRET)
        os.utime(original.path, ns=(before.st_atime_ns, before.st_mtime_ns))
        with pytest.raises(PaperChanged):
            original.open()
        put(PUBLIC)


def _moved_over(path: Path, content: bytes) -> None:
    other = path.with_suffix(".new")
    other.write_bytes(content)
    os.replace(other, path)


def test_what_is_no_file_of_its_own_is_not_given_out(tmp_path: Path) -> None:
    original = indexed(tmp_path / "a.txt")
    original.path.unlink()
    with pytest.raises(PageUnavailable, match="moved or removed"):
        original.open()
    original.path.mkdir()
    with pytest.raises(PaperChanged):
        original.open()
    original.path.rmdir()
    os.mkfifo(original.path)
    with pytest.raises(PaperChanged):
        original.open()
    original.path.unlink()
    (tmp_path / "secret").write_bytes(SECRET)
    original.path.symlink_to(tmp_path / "secret")
    with pytest.raises(PaperChanged):
        original.open()


def test_a_file_that_is_overwritten_while_it_is_sent_shows_nothing_of_the_new_one(tmp_path: Path) -> None:
    original = indexed(tmp_path / "a.txt", b"p" * (3 << 20))
    time.sleep(0.05)
    parts = original.open().read(0, original.size)
    assert set(next(parts)) == {ord("p")}
    with original.path.open("r+b") as stream:
        stream.write(b"s" * original.size)
    with pytest.raises(PaperChanged):
        next(parts)


def test_a_file_that_is_replaced_after_it_was_opened_is_not_sent(tmp_path: Path) -> None:
    original = indexed(tmp_path / "a.txt")
    opened = original.open()
    _moved_over(original.path, SECRET)
    with pytest.raises(PaperChanged):
        next(opened.read(0, original.size))


def test_a_file_is_hashed_once_for_each_of_its_states(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hashed: list[str] = []
    real = __import__("hashlib").file_digest
    monkeypatch.setattr("app.holdings.originals.file_digest", lambda *given: hashed.append("") or real(*given))
    monkeypatch.setattr("app.holdings.originals.SETTLED", -1.0)
    original = indexed(tmp_path / "a.txt")
    original = Original(original.path, original.size, original.sha256, Hashes())
    for _ in range(3):
        original.check()
    assert len(hashed) == 1
    os.utime(original.path)
    original.check()
    assert len(hashed) == 2


def pdf(path: Path, *pages: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    canvas = Canvas(str(path), invariant=True)
    for page in pages:
        for number, line in enumerate(page.splitlines()):
            canvas.drawString(60, 780 - 20 * number, line)
        canvas.showPage()
    canvas.save()


MINUTES = """PORT ELMHAM PARISH COUNCIL
QUAY COMMITTEE
Minutes of a meeting of the Quay Committee held on Monday, 4 March 2019.
12. Bollards
RESOLVED that three bollards be painted before the regatta."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with papers and, beside it, their index."""
    folder = tmp_path_factory.mktemp("made")
    pdf(folder / "papers" / "quay" / "minutes.pdf", MINUTES, "13. Nets\nRESOLVED that the nets be dried elsewhere.")
    shutil.copy(folder / "papers" / "quay" / "minutes.pdf", folder / "papers" / "copy.pdf")
    build_index(folder / "papers", folder / "index", embedder=WordEmbedder())
    return folder


@pytest.fixture
def corpus(made: Path, tmp_path: Path) -> Path:
    """The papers of this test alone, with their index beside them."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path / "papers"


@pytest.fixture
def assistant(corpus: Path, tmp_path: Path) -> Iterator[Assistant]:
    with Store(tmp_path / "index", stamp_of(WordEmbedder())) as store:
        yield Assistant(store, WordEmbedder(), corpus=corpus, exempt=("kept",))


FILE = "quay/minutes.pdf"


def test_a_paper_is_opened_and_drawn_as_it_was_indexed(assistant: Assistant, corpus: Path) -> None:
    assert bytes_of(assistant.whole_paper(FILE)) == (corpus / FILE).read_bytes()
    original = assistant.paper_of_page(FILE, 2)
    assert draw_page(original.path, 2, width=300, sha256=original.sha256).width == 300


def test_a_paper_that_was_replaced_is_neither_opened_nor_drawn_before_the_next_sync(
    assistant: Assistant, corpus: Path
) -> None:
    original = assistant.paper_of_page(FILE, 1)
    draw_page(original.path, 1, width=300, sha256=original.sha256)
    pdf(corpus / FILE, "NOT FOR PUBLICATION", "Elver Holdings offered most.")
    for again in (assistant.whole_paper(FILE), assistant.paper_of_page(FILE, 1)):
        with pytest.raises(PaperChanged):
            again.check()
    with pytest.raises(PageUnavailable, match="changed since it was read"):
        draw_page(original.path, 1, width=300, sha256=original.sha256)


RESTRICTED = [
    ("quay/access.csv", "file,label\nminutes.pdf,exempt\n"),
    ("access.csv", "file,label\nquay/minutes.pdf,internal:Quay Committee\n"),
    ("access.csv", "file,label\ncopy.pdf,exempt\n"),  # the same paper in another place
    ("quay/Access.CSV", "file,label\nMINUTES.pdf,exempt\n"),  # names no file, but may mean this one
    ("access.csv", "file,label\nquay/minutes.pdf\n"),  # a slip must not lay a paper open
    ("access.csv", "this is no manifest\n"),
]


@pytest.mark.parametrize(("manifest", "text"), RESTRICTED)
def test_what_a_manifest_restricts_since_the_sync_is_closed_at_once(
    assistant: Assistant, corpus: Path, manifest: str, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    assistant.whole_paper(FILE).check()
    (corpus / manifest).write_text(text, encoding="utf-8")
    for ask in (lambda: assistant.whole_paper(FILE), lambda: assistant.paper_of_page(FILE, 1)):
        with pytest.raises(PageUnavailable):
            ask()
    (corpus / manifest).unlink()
    assistant.whole_paper(FILE).check()


def test_a_page_that_is_restricted_since_the_sync_closes_itself_and_the_whole(
    assistant: Assistant, corpus: Path
) -> None:
    (corpus / "access.csv").write_text("file,pages,label\nquay/minutes.pdf,2,exempt\n", encoding="utf-8")
    assistant.paper_of_page(FILE, 1).check()
    for ask in (lambda: assistant.whole_paper(FILE), lambda: assistant.paper_of_page(FILE, 2)):
        with pytest.raises(PageUnavailable):
            ask()


def test_a_manifest_opens_nothing_before_the_next_sync(corpus: Path, tmp_path: Path) -> None:
    (corpus / "access.csv").write_text("file,label\nquay/minutes.pdf,exempt\n", encoding="utf-8")
    build_index(corpus, tmp_path / "index", embedder=WordEmbedder())
    (corpus / "access.csv").write_text("file,label,reason\nquay/minutes.pdf,public,released\n", encoding="utf-8")
    with Store(tmp_path / "index", stamp_of(WordEmbedder())) as store:
        assistant = Assistant(store, WordEmbedder(), corpus=corpus)
        with pytest.raises(PageUnavailable):
            assistant.whole_paper(FILE)


def test_a_folder_that_the_setting_names_since_the_sync_is_closed(corpus: Path, tmp_path: Path) -> None:
    with Store(tmp_path / "index", stamp_of(WordEmbedder())) as store:
        assistant = Assistant(store, WordEmbedder(), corpus=corpus, exempt=("./quay",))
        with pytest.raises(PageUnavailable):
            assistant.whole_paper(FILE)


def test_a_manifest_is_read_again_only_when_it_has_changed(
    assistant: Assistant, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Path] = []
    real = __import__("corpus.access_now", fromlist=["entries_of"]).entries_of
    monkeypatch.setattr("corpus.access_now.entries_of", lambda path, folder: read.append(path) or real(path, folder))
    (corpus / "access.csv").write_text("file,label\ncopy.pdf,public\n", encoding="utf-8")
    for _ in range(3):
        assistant.whole_paper(FILE)
    assert len(read) == 1
    (corpus / "access.csv").write_text("file,label\ncopy.pdf,public\n\n", encoding="utf-8")
    assistant.whole_paper(FILE)
    assert len(read) == 2
