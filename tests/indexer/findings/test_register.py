"""Each decision once, as the row of the paper that is its own."""

from __future__ import annotations

from dataclasses import replace

from made_up import minutes_of

from indexer.findings.minutes import Decision, decisions_of
from indexer.findings.register import rows_of

MINUTES = "1. Lamp\nRESOLVED that the lamp be mended.\n2. Ferry\nRESOLVED that the ferry stay."


def printed(file: str, page: int) -> list[Decision]:
    part = minutes_of(MINUTES)
    section = replace(part.section, page=page, paper=replace(part.section.paper, file=file))
    return list(decisions_of(replace(part, section=section)))


def test_of_minutes_printed_again_the_row_is_that_of_their_own_paper_whatever_comes_first() -> None:
    for order in (
        (printed("agenda-pack.pdf", 7), printed("minutes.pdf", 1)),
        (printed("minutes.pdf", 1), printed("agenda-pack.pdf", 7)),
    ):
        rows = rows_of(decision for decisions in order for decision in decisions)
        assert [(row["item"], row["file"], row["copies"]) for row in rows] == [
            ("1", "minutes.pdf", ["agenda-pack.pdf"]),
            ("2", "minutes.pdf", ["agenda-pack.pdf"]),
        ]


def test_of_two_prints_inside_packs_the_first_is_the_row() -> None:
    rows = rows_of([*printed("may.pdf", 9), *printed("june.pdf", 7)])
    assert [(row["file"], row["copies"]) for row in rows] == [("may.pdf", ["june.pdf"])] * 2
