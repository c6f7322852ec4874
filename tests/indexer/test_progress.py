from indexer.progress import BuildReport, report_lines


def test_a_build_says_how_many_of_the_papers_it_found_it_could_not_read() -> None:
    report = BuildReport(
        added=("minutes.rtf", "minutes.txt"),
        removed=(),
        unchanged=0,
        copies=0,
        pages=2,
        passages=3,
        not_read=(("minutes.doc", "an old Office file, which cannot be read; save it as .docx or PDF"),),
        seconds=1.0,
        files=3,
    )
    assert "1 of 3 papers in the folder could not be read in full:" in list(report_lines(report))


def test_a_build_names_the_files_that_it_passed_over() -> None:
    report = BuildReport((), (), 0, 0, 0, 0, (), passed_over=("notes.xyz",))
    assert "1 file was skipped, because no paper has such an ending: notes.xyz." in list(report_lines(report))


def test_one_paper_is_no_plural() -> None:
    report = BuildReport(("a.txt",), ("b.txt",), 1, 1, 1, 1, ())
    assert next(report_lines(report)).startswith(
        "1 paper added or changed (1 page, 1 passage), 1 file removed, 1 paper unchanged, 1 copy, in "
    )
