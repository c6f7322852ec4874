"""A paper is kept from the public by a line in the manifest, and a manifest that somebody wrote stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.upkeep.restricting import restrict
from corpus.access import EXEMPT_LABEL, read_access
from corpus.errors import WrongInput


def labels(corpus: Path, file: str) -> list[str]:
    return [one.label for one in (read_access(corpus).entries or {}).get(file, ())]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "cabinet").mkdir()
    for file in ("cabinet/May, final.pdf", "June.pdf", "#1.pdf"):
        (tmp_path / file).write_bytes(b"%PDF")
    return tmp_path


def test_a_paper_and_its_copies_are_restricted_where_there_was_no_manifest(corpus: Path) -> None:
    restrict(corpus, ("cabinet/May, final.pdf", "June.pdf"))
    assert labels(corpus, "cabinet/May, final.pdf") == labels(corpus, "June.pdf") == [EXEMPT_LABEL]


def test_lines_and_columns_of_a_manifest_are_kept(corpus: Path) -> None:
    written = "# ours\nlabel,file\ninternal:Cabinet,June.pdf"
    (corpus / "access.csv").write_text(written, encoding="utf-8")
    restrict(corpus, ("cabinet/May, final.pdf",))
    assert (corpus / "access.csv").read_text(encoding="utf-8").startswith(written)
    assert labels(corpus, "June.pdf") == ["internal:Cabinet"]
    assert labels(corpus, "cabinet/May, final.pdf") == [EXEMPT_LABEL]


@pytest.mark.parametrize("before", [None, "file,label\nJune.pdf,exempt\n"])
def test_a_line_that_would_hold_nothing_is_not_written(corpus: Path, before: str | None) -> None:
    manifest = corpus / "access.csv"
    if before is not None:
        manifest.write_text(before, encoding="utf-8")
    with pytest.raises(WrongInput, match="was not restricted"):
        restrict(corpus, ("#1.pdf",))
    assert (manifest.read_text(encoding="utf-8") if manifest.exists() else None) == before
