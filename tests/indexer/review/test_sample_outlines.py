"""The outlines of a dozen sample papers of different kinds, as `python -m indexer show` prints them.

REGENERATE=1 writes them anew: read what changed before it is committed.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from indexer.cli import main

OUTLINES = Path(__file__).parents[2] / "expected" / "sample" / "outlines"
PAPERS = {
    "cabinet-pack": "cabinet/2024-03-19/Public reports pack 19th-Mar-2024 18.00 Cabinet.pdf",
    "cabinet-pack-with-private-papers": "cabinet/2024-11-19/Agenda pack with private papers 19th-Nov-2024 18.00 Cabinet.pdf",
    "cabinet-minutes": "cabinet/2025-02-11/Printed minutes 11th-Feb-2025 18.00 Cabinet.pdf",
    "cabinet-minutes-in-two-places": "cabinet/2023-12-12/Printed%20minutes%2012th-Dec-2023%2018.00%20Cabinet.pdf",
    "exempt-appendix": "cabinet/2024-11-19/Item 4 Appendix B EXEMPT Kingsmill lease terms.pdf",
    "supplement": "cabinet/2024-03-19/Supplement 1 - Item 5 School Streets REPLACEMENT 19th-Mar-2024 18.00 Cabinet.pdf",
    "council-minutes": "council/2025-03-04/Printed minutes 04th-Mar-2025 19.00 Council.pdf",
    "bilingual-pack": "glanrhyd-vale-cabinet/2024-06-11/Agenda%20Pack%2011.06.2024%20Cabinet.pdf",
    "bilingual-report": "glanrhyd-vale-cabinet/2024-06-11/Item%205%20Welsh%20in%20the%20Workplace.pdf",
    "board-pack-with-slides": "health-and-wellbeing-board/2023-11-08/HWB Agenda Pack 08 November 2023.pdf",
    "board-pack-with-table-minutes": "health-and-wellbeing-board/2024-11-27/Health & Wellbeing Board papers 27.11.24.pdf",
    "scrutiny-pack-with-tracker": "overview-and-scrutiny-committee/2025-01-28/OSC agenda pack 28 Jan 2025.pdf",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", PAPERS)
def test_the_outline_is_the_one_that_was_read_through(
    name: str, sample_index: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", PAPERS[name], "--index", str(sample_index)]) == 0
    shown = capsys.readouterr().out
    file = OUTLINES / f"{name}.txt"
    if os.environ.get("REGENERATE"):
        OUTLINES.mkdir(exist_ok=True)
        file.write_text(shown, encoding="utf-8")
    assert shown == file.read_text(encoding="utf-8")


def test_every_outline_kept_is_compared() -> None:
    assert sorted(path.stem for path in OUTLINES.glob("*.txt")) == sorted(PAPERS)
