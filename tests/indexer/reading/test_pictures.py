"""Pictures of pages, with the quoted words marked."""

from __future__ import annotations

import threading
import time
from io import BytesIO
from pathlib import Path

import pytest
from crafted_files import billion_laughs, pdf_of, rewritten, said
from PIL import Image

from corpus.errors import PageUnavailable
from indexer.reading import pictures
from indexer.reading.pictures import PagePicture, draw_page


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """Return a paper of two A4 pages with three lines on the first."""
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_of(["The first line", "The Board agreed the budget", "The last line"], ["Next page"]))
    return path


def marked_box(picture: PagePicture) -> tuple[int, int, int, int] | None:
    """Return the box around everything yellow."""
    blue = Image.open(BytesIO(picture.png)).convert("RGB")
    yellow = Image.merge("RGB", blue.split()).convert("HSV").split()[1].point(lambda value: 255 if value > 100 else 0)
    return yellow.getbbox()


def test_a_picture_is_a_png_as_wide_as_asked(paper: Path) -> None:
    picture = draw_page(paper, 1, width=600)
    with Image.open(BytesIO(picture.png)) as drawn:
        assert (drawn.format, drawn.size) == ("PNG", (600, 850))
    assert (picture.width, picture.height) == (600, 850)


def test_without_a_quote_nothing_is_marked(paper: Path) -> None:
    picture = draw_page(paper, 1)
    assert (picture.found, marked_box(picture)) == (False, None)


def test_the_quoted_words_are_marked_where_they_stand(paper: Path) -> None:
    picture = draw_page(paper, 1, highlight="Board agreed the budget", width=595)
    assert picture.found
    left, top, right, bottom = marked_box(picture) or (0, 0, 0, 0)
    assert left == pytest.approx(94, abs=5)  # behind "The ", which starts 72 points from the edge
    assert (top, bottom) == (pytest.approx(75, abs=5), pytest.approx(90, abs=5))  # 86 points below the top
    assert right < 240


def test_the_words_stay_black_under_the_mark(paper: Path) -> None:
    with Image.open(BytesIO(draw_page(paper, 1, highlight="The Board agreed the budget").png)) as drawn:
        assert min(drawn.convert("L").crop(marked_box_of(drawn)).getdata()) < 40


def marked_box_of(drawn: Image.Image) -> tuple[int, int, int, int]:
    """Return the box around everything yellow in an opened picture."""
    box = drawn.convert("HSV").split()[1].point(lambda value: 255 if value > 100 else 0).getbbox()
    assert box is not None
    return box


def test_a_quote_that_is_not_on_the_page_is_not_found(paper: Path) -> None:
    assert not draw_page(paper, 2, highlight="The Board agreed the budget").found


@pytest.mark.parametrize(
    ("rotation", "corner"), [(90, (750, 94)), (180, (360, 750)), (270, (76, 364))], ids=["right", "over", "left"]
)
def test_the_mark_turns_with_the_page(tmp_path: Path, rotation: int, corner: tuple[int, int]) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(rewritten(pdf_of(["The first line", "The Board agreed the budget"]), rotation=rotation))
    width = 595 if rotation == 180 else 842
    picture = draw_page(path, 1, highlight="Board agreed the budget", width=width)
    assert (marked_box(picture) or (0, 0))[:2] == (pytest.approx(corner[0], abs=8), pytest.approx(corner[1], abs=8))


@pytest.mark.parametrize("page", [0, 3, -1])
def test_a_page_that_is_not_there_is_an_error_in_a_sentence(paper: Path, page: int) -> None:
    with pytest.raises(PageUnavailable, match=rf"The page cannot be drawn: the paper has no page {page}\."):
        draw_page(paper, page)


def test_a_missing_file_is_an_error_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(PageUnavailable, match="the file is not there or cannot be opened"):
        draw_page(tmp_path / "a.pdf", 1)


def test_a_file_without_pages_is_an_error_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Notes")
    with pytest.raises(PageUnavailable, match="the file is not a PDF that can be drawn"):
        draw_page(tmp_path / "a.txt", 1)


def test_a_replaced_file_is_drawn_anew(paper: Path) -> None:
    draw_page(paper, 1)
    paper.write_bytes(pdf_of(["Something else is said here now"]))
    assert draw_page(paper, 1, highlight="Something else is said").found


def test_a_page_that_brings_the_drawing_down_does_not_stop_the_next(
    paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "DRAW_SECONDS", 1.0)
    hostile = tmp_path / "hostile.pdf"
    hostile.write_bytes(billion_laughs(before=[said(b"before")], after=[]))
    started = time.monotonic()
    with pytest.raises(PageUnavailable, match=r"The page cannot be drawn: .*\."):
        draw_page(hostile, 2)
    assert time.monotonic() - started < 10
    monkeypatch.setattr(pictures, "DRAW_SECONDS", 20.0)
    assert draw_page(paper, 1).width == 1000


def test_many_threads_may_ask_at_once(paper: Path) -> None:
    drawn: list[PagePicture] = []
    threads = [threading.Thread(target=lambda: drawn.append(draw_page(paper, 1, width=300))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [picture.width for picture in drawn] == [300] * 8


def test_a_very_long_page_is_drawn_no_higher_than_three_times_its_width(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_of(["words"], size=(100, 10_000)))
    picture = draw_page(path, 1, width=300)
    assert (picture.width, picture.height) == (9, 900)
