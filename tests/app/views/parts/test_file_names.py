"""What a file is called that somebody downloads."""

from __future__ import annotations

from datetime import date

import pytest

from app.views.parts.downloads import file_stem

DAY = date(2031, 3, 4)


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Chronology: Tide Mill", "Chronology-Tide-Mill-2031-03-04"),
        ("Chronology: ../../etc/passwd <b>", "Chronology-etc-passwd-b-2031-03-04"),
        ("Briefing: Cyngor Llŷn, Cabinet", "Briefing-Cyngor-Llŷn-Cabinet-2031-03-04"),
    ],
)
def test_a_file_is_named_by_its_matter_and_the_day(title: str, stem: str) -> None:
    assert file_stem(title, DAY) == stem


def test_a_long_title_is_cut() -> None:
    assert len(file_stem("Chronology: " + "harbour " * 40, DAY)) <= 72
