from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from corpus.papers import Meeting, Paper
from indexer.passages.passage import LONGEST, passages_of
from indexer.sections.section import Line, Section, SectionKind, SectionText

MEETING = Meeting("Wexbridge District Council", "Environment Committee", date(2024, 3, 4))
PAPER = Paper("a.pdf", "0" * 64, 1, 1)


def text(kind: SectionKind, *lines: str, title: str = "", item: str = "") -> SectionText:
    section = Section(PAPER, kind, MEETING, title=title, item=item)
    return SectionText(section, tuple(Line(line, 1) for line in lines))


MINUTES = (
    "12. Food waste",
    "",
    "RESOLVED that collections begin in October.",
    "",
    "13. Street trees",
    "",
    "RESOLVED that the planting be noted.",
)


def test_no_passage_holds_two_minutes() -> None:
    found = list(passages_of(text(SectionKind.MINUTES, *MINUTES)))
    assert [(p.item.rstrip("."), p.title) for p in found] == [("12", "Food waste"), ("13", "Street trees")]
    assert "planting" not in found[0].text
    assert "collections" not in found[1].text


def test_a_passage_carries_its_context_to_be_embedded_but_not_to_be_quoted() -> None:
    found = next(passages_of(text(SectionKind.MINUTES, *MINUTES)))
    assert found.text == "RESOLVED that collections begin in October."
    context, verbatim = found.text_to_embed.split("\n", 1)
    assert verbatim == found.text
    for part in ("Wexbridge District Council", "Environment Committee", "4 March 2024", "minutes", "Food waste"):
        assert part in context


def test_what_announces_a_list_stands_with_the_list() -> None:
    lead_in = "Over Christmas the mill is open as follows:"
    report = ["The mill was busy in the summer months. " * 16, "", lead_in, "", "24 December until noon. " * 20]
    found = list(passages_of(text(SectionKind.REPORT, *report)))
    assert [lead_in in passage.text for passage in found] == [False, True]


def test_a_report_is_of_one_title_whatever_its_chapters() -> None:
    lines = ("1. PURPOSE", "", "1.1 To tell of the pumps.", "", "2. BACKGROUND", "", "2.1 The pumps failed.")
    found = list(passages_of(text(SectionKind.REPORT, *lines, title="The pumps", item="6")))
    assert {(p.item, p.title) for p in found} == {("6", "The pumps")}


def test_rows_of_a_table_carry_its_column_labels() -> None:
    rows = ["Ward\tHomes\tCost"] + [
        f"Ward {n} by the river and the mill\t{n}00\t£{n}m and a little more" for n in range(30)
    ]
    found = list(passages_of(text(SectionKind.REPORT, *rows, title="Homes")))
    assert len(found) > 1
    assert all("Ward Homes Cost" in p.text_to_embed or "Ward\tHomes\tCost" in p.text for p in found)


@given(st.lists(st.text(alphabet="abcdef .,\n", min_size=1, max_size=400), min_size=1, max_size=12))
def test_every_word_lands_in_one_passage_in_order(lines: list[str]) -> None:
    given_lines = [piece for line in lines for piece in line.split("\n")]
    found = list(passages_of(text(SectionKind.REPORT, *given_lines)))
    kept = "".join("".join(p.text.split()) for p in found)
    whole = "".join("".join(given_lines).split())
    assert [c for c in kept if c.isalpha()] == [c for c in whole if c.isalpha()]
    assert all(len(p.text) <= 2 * LONGEST for p in found)
