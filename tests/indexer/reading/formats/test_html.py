"""What is read of an HTML file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.reading.formats.format import Unreadable
from indexer.reading.formats.html import read_html


def text_of(html: str) -> str:
    """Return the visible text."""
    return read_html(html.encode())[1]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<h1>Minutes</h1><p>One.</p><p>Two.</p>", "Minutes\n\nOne.\n\nTwo."),
        ("<p>The <b>Boa</b>rd\n   agreed</p>", "The Board agreed"),
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ("<p>open<p>again", "open\nagain"),
        ("Fish &amp; chips &#163;3&nbsp;m", "Fish & chips £3\u00a0m"),
        ("46<sup><a href='#n'>1</a></sup>6, the 1<sup>st</sup>, CO<sub>2</sub>", "46¹6, the 1st, CO2"),
        ("<p>46<sup>1<p>2024<table><tr><td>5<sup>2<td>6</table>", "46¹\n2024\n5²\t6"),
        ("<pre>first\nsecond</pre>", "first\nsecond"),
        ("<ol start=4><li>a<li>b</ol><ul><li>c</ul>", "4. a\n5. b\n\n• c"),
    ],
)
def test_blocks_stand_on_lines_of_their_own(html: str, text: str) -> None:
    assert text_of(html) == text


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var words = '<p>no</p>'</script>",
        "<style>p {color: red}</style>",
        "<p hidden>no</p>",
        "<div style='DISPLAY : none'>no<div>nor this</div></div>",
        "<span style='visibility:hidden'>no</span>",
        "<!-- no -->",
        "<template><p>no</p></template>",
        "<iframe src='http://example.org'>no</iframe>",
        "<select><option>no</select>",
        "<![if !supportLists]><![endif]>",
        "<img src='http://example.org/a.png' alt='no'>",
    ],
)
def test_what_a_browser_does_not_show_is_left_out(hidden: str) -> None:
    assert text_of(f"<p>seen{hidden}</p>after").split() == ["seen", "after"]


def test_a_hidden_paragraph_that_is_left_open_ends_at_the_next() -> None:
    assert text_of("<p hidden>no<p>yes") == "yes"


def test_cells_are_separated_by_tabs_and_rows_by_newlines() -> None:
    html = "<table><thead><tr><th>Item<th>Cost<tbody><tr><td><p>Roads</p> <p>north</p></td><td>£3</td></tr></table>"
    assert text_of(html) == "Item\tCost\nRoads north\t£3"


def test_an_empty_cell_keeps_its_place() -> None:
    assert text_of("<table><tr><td>a</td><td></td><td>c</td></tr></table>") == "a\t\tc"


def test_a_table_that_lays_out_the_page_keeps_its_lines() -> None:
    paragraph = "<p>" + "word " * 40 + "</p>"
    lines = text_of(f"<table><tr><td>{paragraph}{paragraph}</td></tr></table>").split("\n")
    assert lines == [("word " * 40).strip()] * 2


def test_a_table_in_a_cell_keeps_its_rows() -> None:
    inner = "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"
    assert text_of(f"<table><tr><td>{inner}</td></tr></table>") == "a\tb\nc"


def test_the_title_is_given_apart() -> None:
    assert read_html(b"<title>Board &amp;\n papers</title><p>Text</p>")[:2] == ("Board & papers", "Text")


@pytest.mark.parametrize(
    "page",
    [
        "<meta charset='windows-1252'><p>£5 – café</p>".encode("cp1252"),
        "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'><p>£5 – café</p>".encode("cp1252"),
        "<meta charset='no-such-code'><p>£5 – café</p>".encode(),
        "<p>£5 – café</p>".encode("cp1252"),
        "<p>£5 – café</p>".encode("utf-8-sig"),
        "<meta charset='utf-8'><p>£5 – café</p>".encode("utf-16"),
    ],
)
def test_the_encoding_is_the_one_named_or_the_one_that_fits(page: bytes) -> None:
    assert read_html(page)[1] == "£5 – café"


def test_binary_junk_is_not_read() -> None:
    with pytest.raises(Unreadable, match="binary data"):
        read_html(b"<html>" + bytes(range(256)) * 20)


TAGS = ["div", "p", "table", "tr", "td", "li", "ol", "script", "title", "pre", "p hidden", "![", "!--", "?x", "br/"]


@given(
    st.lists(
        st.one_of(st.sampled_from(TAGS), st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=5)),
        max_size=40,
    )
)
def test_no_order_of_tags_is_an_error(pieces: list[str]) -> None:
    html = "".join(f"<{piece}>" if piece in TAGS else f"</{piece}>{piece}" for piece in pieces)
    assert isinstance(read_html(html.encode())[1], str)


def test_a_menu_of_links_over_the_page_is_left_out_and_a_linked_heading_stays() -> None:
    menu = "<ul><li><a href=a>Home</a></li><li><a href=b>Bins</a></li><li><a href=c>Dues</a></li></ul>"
    assert read_html(f"{menu}<p>The dues were read.</p>".encode())[1] == "The dues were read."
    linked = "<h1><a href=a>Harbour Board</a></h1><p><a href=b>Dues</a> were read.</p>"
    assert read_html(linked.encode())[1] == "Harbour Board\n\nDues were read."


def test_a_list_of_links_under_what_a_page_says_stays() -> None:
    page = "<p>Papers:</p><ul><li><a href=a>Dues</a></li><li><a href=b>Lamps</a></li><li><a href=c>Oars</a></li></ul>"
    assert "Lamps" in read_html(page.encode())[1]
