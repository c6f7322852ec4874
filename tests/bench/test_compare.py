from __future__ import annotations

from pathlib import Path

from bench.compare import Side, fewer, lines, markdown, quantile
from bench.gold import SAMPLE, Gold, files_of
from bench.measured import Measured


def side(seconds: float, share: float | None) -> Side:
    return Side(Measured(seconds, 2 * seconds, 100.0), Measured(1.0, 2.0, 50.0), (0.010, 0.020, 0.030), share, share)


def test_a_table_says_how_many_times_less_ours_takes() -> None:
    assert list(markdown(lines(side(60.0, 0.5), side(20.0, 0.75), pages=600))) == [
        "| figure | recipe | ours | gain |",
        "|---|---:|---:|---:|",
        "| index, s | 60 | 20 | 3.00 x |",
        "| index, processor s | 120 | 40 | 3.00 x |",
        "| pages a second | 10.0 | 30.0 | 3.00 x |",
        "| peak memory while indexing, MB | 100 | 100 | 1.00 x |",
        "| peak memory while answering, MB | 50 | 50 | 1.00 x |",
        "| all questions, processor s | 2 | 2 | 1.00 x |",
        "| a question, p50, ms | 20 | 20 | 1.00 x |",
        "| a question, p95, ms | 29 | 29 | 1.00 x |",
        "| evidence in 4,000 characters (any@4k) | 0.500 | 0.750 | +0.250 |",
        "| all evidence in 8,000 characters (all@8k) | 0.500 | 0.750 | +0.250 |",
    ]


def test_a_table_leaves_out_shares_that_nobody_scored() -> None:
    assert len(list(lines(side(60.0, None), side(20.0, None), pages=600))) == 8


def test_nothing_measured_is_no_gain() -> None:
    assert fewer("memory", 10.0, 0.0).gain == "-"


def test_the_middle_of_one_value_is_that_value() -> None:
    assert quantile((0.2,), 0.95) == 0.2


def test_the_files_of_a_register_by_hand_hold_the_copies() -> None:
    assert files_of([{"file": "b"}, {"file": "a", "also": [{"file": "c"}]}, {"file": "b"}]) == ["a", "b", "c"]


def test_without_a_gold_folder_the_sample_papers_are_compared(tmp_path: Path) -> None:
    gold = Gold.at(tmp_path)
    assert (gold.papers, gold.scorers) == (SAMPLE, None)
