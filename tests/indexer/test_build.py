"""An index depends on what lies in the folder: copies are held once, and neither order nor a faulty rule spoils it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import permutations
from pathlib import Path

import made_up
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from word_embedder import WordEmbedder

import indexer.cli
import indexer.understanding
from indexer.build import build_index
from indexer.linking.fates import FateKind
from indexer.progress import BuildReport
from indexer.store import PUBLIC, IndexedPaper, Right, Store, Writer, verify

ALL = Right.of("public", "exempt")


@pytest.fixture(autouse=True, scope="module")
def without_a_generation() -> Iterator[None]:
    """No vector index is built: it is derived from the store, has tests of its own, and takes seconds each time."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("indexer.store.index.build_generation", lambda *_: None)
        yield


def pdf(path: Path, *pages: str, margin: int = 60) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    for page in pages:
        text = canvas.beginText(margin, 780)
        for line in page.split("\n"):
            text.textLine(line)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()


def sync(corpus: Path, index: Path, exempt: Sequence[str] = ()) -> BuildReport:
    return build_index(corpus, index, embedder=WordEmbedder(), exempt=exempt)


def content(index: Path) -> list[str]:
    """All that an index holds, without the times of files and the numbers of passages."""
    with Store(index, None) as store:
        kinds = (store.sections, store.decisions, store.attendance, store.actions, store.fates, store.versions)
        rows = [repr(one) for kind in kinds for one in kind(right=ALL)]
        for held in store.papers(right=ALL):
            rows += [repr(held.paper), held.problem]
            rows += [repr(one) for one in store.passages_of_paper(held.paper.file, right=ALL)]
    assert verify(index) == []
    return [re.sub(r"modified_ns=\d+|\bid=\d+", "", row) for row in rows]


def held(index: Path, right: Right = ALL) -> list[tuple[str, tuple[str, ...]]]:
    with Store(index, None) as store:
        return [(one.paper.file, one.paper.copies) for one in store.papers(right=right)]


def test_the_same_words_in_other_bytes_are_one_paper(tmp_path: Path) -> None:
    corpus, index = tmp_path / "papers", tmp_path / "index"
    pdf(corpus / "minutes.pdf", made_up.MINUTES)
    pdf(corpus / "saved again.pdf", made_up.MINUTES, margin=70)
    (corpus / "a.txt").write_text(made_up.MINUTES, encoding="utf-8")
    report = sync(corpus, index)
    assert (report.added, report.copies) == (("minutes.pdf",), 2)
    assert held(index) == [("minutes.pdf", ("a.txt", "saved again.pdf"))]
    again = sync(corpus, index)
    assert (again.added, again.unchanged, again.copies, again.pages) == ((), 1, 2, 0)


@pytest.mark.parametrize(("old", "new"), [("4 March", "5 March"), ("two gales", "ten gales"), ("22.", "23.")])
def test_a_figure_or_a_word_makes_another_paper(old: str, new: str, tmp_path: Path) -> None:
    pdf(tmp_path / "papers" / "a.pdf", made_up.MINUTES)
    pdf(tmp_path / "papers" / "b.pdf", made_up.MINUTES.replace(old, new, 1))
    assert len(sync(tmp_path / "papers", tmp_path / "index").added) == 2


def test_a_copy_stands_for_itself_when_its_paper_goes(tmp_path: Path) -> None:
    corpus, index = tmp_path / "papers", tmp_path / "index"
    pdf(corpus / "a.pdf", made_up.MINUTES)
    pdf(corpus / "copy.pdf", made_up.MINUTES, margin=70)
    sync(corpus, index)
    (corpus / "a.pdf").unlink()
    report = sync(corpus, index)
    assert (report.added, report.removed, report.copies) == (("copy.pdf",), ("a.pdf",), 0)
    assert held(index) == [("copy.pdf", ())]


def test_a_copy_that_people_restrict_is_no_copy(tmp_path: Path) -> None:
    corpus, index = tmp_path / "papers", tmp_path / "index"
    pdf(corpus / "a.pdf", made_up.MINUTES)
    pdf(corpus / "private" / "copy.pdf", made_up.MINUTES, margin=70)
    sync(corpus, index)
    assert held(index) == [("a.pdf", ("private/copy.pdf",))]
    sync(corpus, index, exempt=["private"])
    assert held(index) == [("a.pdf", ()), ("private/copy.pdf", ())]
    assert held(index, PUBLIC) == [("a.pdf", ())]


LATE = {
    "may/agenda.pdf": (made_up.FRONT_SHEET,),
    "may/Winter dredging.pdf": ("Winter dredging\nThe channel has lost a fathom.\n1. Why\nShips touch the ground.",),
    "may/minutes.docx.txt": (made_up.MINUTES,),
    "may/minutes.pdf": (made_up.MINUTES,),
    "july/minutes.pdf": (
        made_up.MINUTES.replace("4 March", "6 May").replace("Lamp on the north mole", "Winter dredging"),
    ),
}


def put(corpus: Path, file: str) -> None:
    if file.endswith(".pdf"):
        pdf(corpus / file, *LATE[file])
    else:
        (corpus / file).parent.mkdir(parents=True, exist_ok=True)
        (corpus / file).write_text("\n".join(LATE[file]), encoding="utf-8")


@pytest.fixture(scope="module")
def at_once(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What an index holds that was built in one run."""
    folder = tmp_path_factory.mktemp("once")
    for file in LATE:
        put(folder / "papers", file)
    sync(folder / "papers", folder / "index")
    return content(folder / "index")


@pytest.mark.parametrize("order", list(permutations(range(5)))[::23])
def test_papers_that_come_one_after_the_other_make_the_same_index(
    order: Sequence[int], at_once: list[str], tmp_path: Path
) -> None:
    for number in order:
        put(tmp_path / "papers", list(LATE)[number])
        sync(tmp_path / "papers", tmp_path / "index")
    assert content(tmp_path / "index") == at_once
    assert any("item='4'" in row and "Winter dredging.pdf" in row for row in at_once)


def test_what_a_paper_gave_to_others_goes_with_it(tmp_path: Path) -> None:
    corpus = tmp_path / "papers"
    put(corpus, "may/Winter dredging.pdf")
    sync(corpus, tmp_path / "alone")
    put(corpus, "may/agenda.pdf")
    sync(corpus, tmp_path / "index")
    (corpus / "may" / "agenda.pdf").unlink()
    sync(corpus, tmp_path / "index")
    assert content(tmp_path / "index") == content(tmp_path / "alone")


@pytest.mark.parametrize(
    ("rule", "problem", "decisions"),
    [
        (
            "findings_of",
            "Its decisions, actions and people could not be told, its text is stored (ZeroDivisionError).",
            0,
        ),
        ("understand", "Its parts could not be told apart, so it is left out (ZeroDivisionError).", 0),
    ],
)
def test_a_fault_in_a_rule_costs_one_paper_what_that_rule_would_have_told(
    rule: str, problem: str, decisions: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = getattr(indexer.understanding, rule)

    def faulty(*given: object) -> object:
        if "odd.pdf" in repr(given):
            raise ZeroDivisionError
        return real(*given)

    monkeypatch.setattr(indexer.understanding, rule, faulty)
    pdf(tmp_path / "papers" / "odd.pdf", made_up.OLDER_MINUTES)
    pdf(tmp_path / "papers" / "sound.pdf", made_up.MINUTES)
    report = sync(tmp_path / "papers", tmp_path / "index")
    assert report.not_read == (("odd.pdf", problem),)
    with Store(tmp_path / "index", None) as store:
        found = [one.section.paper.file for one in store.decisions(right=ALL)]
        assert (found.count("odd.pdf"), found.count("sound.pdf")) == (decisions, 1)
        assert "waiting list" in " ".join(one.text for one in store.passages_of_paper("odd.pdf", right=ALL))


def test_a_fault_in_the_rules_for_items_leaves_the_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(*_: object) -> object:
        raise ZeroDivisionError

    monkeypatch.setattr("indexer.passages.passage.items_of", faulty)
    monkeypatch.setattr("indexer.findings.minutes.items_of", faulty)
    pdf(tmp_path / "papers" / "odd.pdf", made_up.OLDER_MINUTES)
    ((_, problem),) = sync(tmp_path / "papers", tmp_path / "index").not_read
    assert problem == (
        "Its items could not be told apart, its text is stored (ZeroDivisionError). "
        "Its decisions, actions and people could not be told, its text is stored (ZeroDivisionError)."
    )
    with Store(tmp_path / "index", None) as store:
        assert "waiting list" in " ".join(one.text for one in store.passages_of_paper("odd.pdf", right=PUBLIC))


def test_a_run_that_was_stopped_is_finished_by_the_next(
    at_once: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus, index = tmp_path / "papers", tmp_path / "index"
    for file in LATE:
        if "agenda" not in file:
            put(corpus, file)
    sync(corpus, index)
    put(corpus, "may/agenda.pdf")
    write = Writer.replace

    def stop_behind_the_agenda(writer: Writer, indexed: IndexedPaper) -> None:
        if "agenda" not in indexed.paper.file:
            raise KeyboardInterrupt
        write(writer, indexed)

    with monkeypatch.context() as stopping:
        stopping.setattr(Writer, "replace", stop_behind_the_agenda)
        with pytest.raises(KeyboardInterrupt):
            sync(corpus, index)
    assert content(index) != at_once
    sync(corpus, index)
    assert content(index) == at_once


def test_the_public_learns_nothing_of_what_was_decided_in_private(tmp_path: Path) -> None:
    mark = "NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A\nof the Local Government Act 1972\n"
    minutes = made_up.MINUTES.replace("4 March", "6 May").replace("Lamp on the north mole", "Winter dredging")
    minutes = minutes.replace("lamp on the north mole be replaced before the autumn", "contract be let for two winters")
    pdf(tmp_path / "papers" / "pack.pdf", made_up.FRONT_SHEET, made_up.REPORT)
    pdf(tmp_path / "papers" / "minutes.pdf", mark + minutes)
    sync(tmp_path / "papers", tmp_path / "index")
    with Store(tmp_path / "index", None) as store:
        assert {fate.kind for fate in store.fates(right=PUBLIC)} == {FateKind.NOT_FOUND}
        (section,) = {fate.decision.section for fate in store.fates(right=ALL) if fate.decision}
        answered = store.answered(section, "22", right=ALL)
        assert [(one.recommendation.number, one.recommendation.page) for one in answered] == [("3.1", 2)]
        assert store.answered(section, "22", right=PUBLIC) == []


def test_the_public_learns_nothing_of_a_successor_that_is_private(tmp_path: Path) -> None:
    corpus = tmp_path / "papers"
    pdf(corpus / "pack.pdf", made_up.FRONT_SHEET, made_up.REPORT)
    pdf(corpus / "private" / "Supplement 1.pdf", made_up.FRONT_SHEET, made_up.REPORT.replace("fathom", "yard"))
    sync(corpus, tmp_path / "index", exempt=["private"])
    with Store(tmp_path / "index", None) as store:
        assert [section.paper.file for section in store.superseded(right=ALL)] == ["pack.pdf"]
        assert store.superseded(right=PUBLIC) == frozenset()


def test_the_register_says_what_was_confirmed_and_not_what_the_draft_said(tmp_path: Path) -> None:
    corpus, index, target = tmp_path / "papers", tmp_path / "index", tmp_path / "register.csv"
    pdf(corpus / "a draft minutes.pdf", "DRAFT\n" + made_up.MINUTES.replace("before the autumn", "before the winter"))
    pdf(corpus / "minutes.pdf", made_up.MINUTES)
    sync(corpus, index)
    with Store(index, None) as store:
        files = [one.section.paper.file for one in store.decisions(right=PUBLIC) if "lamp" in one.text]
    assert files == ["minutes.pdf", "a draft minutes.pdf"]
    assert indexer.cli.main(["decisions", "--csv", str(target), "--index", str(index)]) == 0
    written = target.read_text(encoding="utf-8")
    assert "before the autumn" in written
    assert "before the winter" not in written
