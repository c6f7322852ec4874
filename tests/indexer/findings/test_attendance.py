"""Who was there, where the list stands in cells, and where it ends."""

from __future__ import annotations

from dataclasses import replace

from made_up import minutes_of

from indexer.findings.attendance import Capacity
from indexer.findings.minutes import read_minutes


def there(head: str) -> list[tuple[str, Capacity]]:
    text = minutes_of(f"{head}\n\n2. Crane hire\nRESOLVED: That the crane be hired out.")
    return [(one.name, one.capacity) for one in read_minutes(text).attendance]


def test_a_label_and_a_name_in_two_cells_open_a_list() -> None:
    head = "Present\tCouncillor A. J. Hobday (Chairman)\n\tCouncillor P. R. Lisle\nOfficers\tMr B. Tull (Clerk)"
    assert there(head) == [
        ("Councillor A. J. Hobday", Capacity.PRESENT),
        ("Councillor P. R. Lisle", Capacity.PRESENT),
        ("Mr B. Tull", Capacity.IN_ATTENDANCE),
    ]


def test_an_empty_cell_in_front_parts_no_run_of_names() -> None:
    head = "Present: Ada Birch (Chair), Cora Dent (P5), Dov Elder (Head\nteacher), Eve Fir (P2)"
    text = minutes_of(f"{head}\n\n2. Crane hire\nRESOLVED: That the crane be hired out.")
    lines = tuple(
        replace(line, looks=replace(line.looks, cells=(0,))) if line.text.startswith("teacher") else line
        for line in text.lines
    )
    people = read_minutes(replace(text, lines=lines)).attendance
    assert [one.name for one in people] == ["Ada Birch", "Cora Dent", "Dov Elder", "Eve Fir"]


def test_a_numbered_sentence_ends_the_list() -> None:
    head = (
        "Present: Councillor Marsh, Councillor Tench and Councillor Frome\n1. The Engineer spoke of the pier at length."
    )
    assert [name for name, _ in there(head)] == ["Councillor Marsh", "Councillor Tench", "Councillor Frome"]


def test_a_list_may_open_in_the_middle_of_a_line() -> None:
    head = (
        "MINUTES OF A MEETING HELD ON JULY 6TH 2031 Present: Cllr Ada Birch – Chairman, Cllr Cora Dent, Cllr Dov Elder."
    )
    head = f"{head}\n\n1. Welcome\nThe Chair spoke."
    assert [name for name, _ in there(head)] == ["Cllr Ada Birch", "Cllr Cora Dent", "Cllr Dov Elder"]


def test_a_comma_left_out_behind_brackets_parts_two_names_still() -> None:
    head = "Present: Councillors A Birch (Chair) C Dent, D Elder and\nE Fir\n\n1. Welcome\nThe Chair spoke."
    names = [name for name, _ in there(head)]
    assert names == ["Councillor A Birch", "Councillor C Dent", "Councillor D Elder", "Councillor E Fir"]


def test_apologies_in_two_sentences_are_all_read() -> None:
    head = (
        "1. Apologies for Absence accepted from: Apologies received from Cllr Ada Birch. "
        "Apologies also received from Councillor Cora Dent and Councillor Dov Elder."
    )
    assert there(head) == [
        ("Cllr Ada Birch", Capacity.APOLOGIES),
        ("Councillor Cora Dent", Capacity.APOLOGIES),
        ("Councillor Dov Elder", Capacity.APOLOGIES),
    ]
