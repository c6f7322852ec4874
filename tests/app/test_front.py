"""The first page: the latest meetings, each told from one of the same name of another council."""

from __future__ import annotations

from pathlib import Path

from word_embedder import WordEmbedder

from app.assistant import Assistant
from app.front import front_of
from indexer.build import build_index
from indexer.store import Store

MINUTES = """{council}
MINUTES of the meeting of the {body} held on {day}

Present: Councillor Ash (Chair), Councillor Elm.

1. TIDE MILL
RESOLVED that the mill be let.

2. SALE OF THE NET LOFT
RESOLVED that the public be excluded from the meeting for this item.
"""


def test_a_meeting_names_its_council_where_two_have_a_committee_of_that_name(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    said = (
        ("Saltby Town Council", "Cabinet", "7 January 2031"),
        ("Otherham Town Council", "Cabinet", "6 January 2031"),
        ("Saltby Town Council", "Harbour Committee", "5 January 2031"),
    )
    for number, (council, body, day) in enumerate(said):
        text = MINUTES.format(council=council, body=body, day=day)
        (papers / f"{number}.txt").write_text(text, encoding="utf-8")
    build_index(papers, tmp_path / "index", embedder=WordEmbedder())
    front = front_of(Assistant(Store(tmp_path / "index", None), WordEmbedder(), corpus=papers).research)
    assert [one.title for one in front.latest] == [
        "Saltby Town Council, Cabinet, 7 January 2031",
        "Otherham Town Council, Cabinet, 6 January 2031",
        "Harbour Committee, 5 January 2031",
    ]
    # That the public were excluded is not what was decided on the sale.
    assert front.latest[0].decided == ("Tide mill: agreed",)
