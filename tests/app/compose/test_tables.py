from app.compose.tables import table_heads


def test_each_row_is_read_under_the_lines_at_the_head_of_its_table() -> None:
    lines = [
        "3.1 The lamps were counted in May.",
        "Street Lamps",
        "(%)",
        "North Quay 12 41",
        "Mill Lane 9 38",
        "They work.",
    ]
    assert table_heads(lines) == [(), (), (), (1, 2), (1, 2), ()]


def test_a_second_table_has_a_head_of_its_own() -> None:
    lines = ["Street Lamps", "North Quay 12", "Street Benches", "North Quay 3"]
    assert table_heads(lines) == [(), (0,), (), (2,)]


def test_a_paragraph_that_ends_in_a_figure_is_no_row() -> None:
    assert table_heads(["Lamps", "2.4 The lamps of North Quay were last counted in 2019"]) == [(), ()]
    assert table_heads(["Decision", "(i) That the lamps be lit from 4 March 2024."]) == [(), ()]
