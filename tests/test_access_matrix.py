"""Nothing of what is not for the public reaches the public: every way to read, over papers restricted in every way."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from word_embedder import WordEmbedder

import app.assistant
import app.cli
import indexer.cli
from app.answers.answer import Answer
from app.answers.filters import Filters
from app.assistant import Assistant
from app.exports import monitor_to_csv, monitor_to_excel
from app.holdings.originals import Original
from app.holdings.paper_pages import PaperPages
from app.model.writer import Recorder
from app.saved.answers import written_down
from corpus.errors import PageUnavailable, WrongInput
from indexer.build import build_index, stamp_of
from indexer.passages.embedding import Vectors
from indexer.progress import BuildReport
from indexer.store import PUBLIC, Right, Store, Where
from retriever.search import Retriever

MINUTES = """WHARFSIDE TOWN COUNCIL
{body}
Minutes of a meeting of the {body} held in the Net Loft on Monday, 4 March 2019.
Present: Councillor Una Thole (Chair) and Councillor Ivo Kerr
20. Apologies for absence
None.
21. {title}
{text}
RESOLVED that {decision}
22. Any other business
There was none."""

FRONT_SHEET = """WHARFSIDE TOWN COUNCIL
AGENDA
HARBOUR COMMITTEE
Monday, 6 May 2019 at 6.30 pm
1. Apologies for absence
2. Declarations of interest
3. Winter dredging"""

REPORT = """HARBOUR COMMITTEE
6 May 2019
Report of: Harbour Master
Subject: WINTER DREDGING
1. PURPOSE OF REPORT
1.1 To ask for a contract for dredging in the winter.
2. RECOMMENDATIONS
2.1 That the contract be let for three winters."""

SECRET_REPORT = (
    REPORT.replace("dredging", "vermicelli").replace("DREDGING", "VERMICELLI").replace("let", "let to Vermicelli")
)

NOT_FOR_PUBLICATION = (
    "NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A\nof the Local Government Act 1972\n"
)

CANARIES = ("zanzibar", "quillfeather", "umbrellabird", "xylophone", "marzipan", "yellowhammer", "vermicelli")
"""Words that stand in restricted papers only: in texts, titles, decisions, bodies and names of files."""

ALL = Right.of("public", "exempt", "internal:Board")


def secret(word: str, *, mark: str = "") -> str:
    """Minutes of a body of its own that hold a canary everywhere."""
    name = word.capitalize()
    return mark + MINUTES.replace("WHARFSIDE", f"PORT {name.upper()}").format(
        body=f"{name.upper()} PANEL",
        title=f"Sale of {name} Quay",
        text=f"The {name} tender was opened. The {name} Improvement Society ({name[0]}IS) had offered most.\n"
        f"ACTION: Rex {name} to send the deeds by 1 June.\n"
        f"Councillor Ivo Kerr declared an interest in the {name} tender and left the room.\n"
        f"Dues in £{' ' * 30}2018-19{' ' * 20}2019-20\n"
        f"{name} Quay{' ' * 30}1,200{' ' * 20}1,300\n"
        f"{name} Mole{' ' * 30}1,100{' ' * 20}1,150",
        decision=f"the {name} tender be accepted.",
    )


def council_in(folder: Path) -> None:
    """Writes the papers of a council: public minutes, and two with canaries, one of them exempt by its label."""
    pdf(folder / "papers" / "minutes.pdf", PUBLIC_MINUTES)
    for word in ("zanzibar", "marzipan"):
        pdf(folder / "papers" / f"{word}.pdf", secret(word))
    (folder / "papers" / "access.csv").write_text("file,label\nzanzibar.pdf,exempt\n", encoding="utf-8")


def pdf(path: Path, *pages: str) -> None:
    """Writes a PDF with these pages."""
    path.parent.mkdir(parents=True, exist_ok=True)
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    for page in pages:
        text = canvas.beginText(60, 780)
        for line in page.split("\n"):
            text.textLine(line)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()


PUBLIC_MINUTES = MINUTES.format(
    body="HARBOUR COMMITTEE",
    title="Lamp on the north mole",
    text="The lamp had failed in two gales.",
    decision="the lamp be replaced before the autumn.",
)


def write_papers(corpus: Path, *, restricted: bool = True) -> None:
    """Writes the public papers of a made-up council, and those that are restricted in every possible way."""
    pdf(corpus / "minutes.pdf", PUBLIC_MINUTES)
    if not restricted:
        pdf(corpus / "pack.pdf", FRONT_SHEET, REPORT)
        return
    pdf(corpus / "pack.pdf", FRONT_SHEET, REPORT, secret("umbrellabird", mark=NOT_FOR_PUBLICATION))
    pdf(corpus / "private" / "zanzibar.pdf", secret("zanzibar"))
    pdf(corpus / "quillfeather.pdf", secret("quillfeather", mark=NOT_FOR_PUBLICATION))
    pdf(corpus / "xylophone.pdf", secret("xylophone"))
    (corpus / "vermicelli.txt").write_text(f"EXEMPT REPORT\n\n{SECRET_REPORT}", encoding="utf-8")
    pdf(corpus / "later" / "yellowhammer.pdf", secret("yellowhammer"))
    (corpus / "access.csv").write_text("file,label\nxylophone.pdf,internal:Board\n", encoding="utf-8")
    (corpus / "later" / "access.csv").write_text("file,pages,label\nyellowhammer.pdf,1,exempt\n", encoding="utf-8")


def sync(corpus: Path, index: Path) -> BuildReport:
    return build_index(
        corpus, index, embedder=WordEmbedder(), exempt=("private",) if (corpus / "private").is_dir() else ()
    )


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("papers")
    write_papers(folder)
    return folder


@pytest.fixture(scope="module")
def index(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("index")
    sync(corpus, folder)
    return folder


@pytest.fixture(scope="module")
def public_only(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The corpus and the index of the same council without anything restricted."""
    corpus, index = tmp_path_factory.mktemp("public"), tmp_path_factory.mktemp("public-index")
    write_papers(corpus, restricted=False)
    sync(corpus, index)
    return corpus, index


@pytest.fixture(scope="module")
def store(index: Path) -> Iterator[Store]:
    with Store(index, stamp_of(WordEmbedder())) as opened:
        yield opened


def files(corpus: Path) -> list[str]:
    return sorted(path.relative_to(corpus).as_posix() for path in corpus.rglob("*") if path.suffix in (".pdf", ".txt"))


def hidden_ids(store: Store, corpus: Path) -> list[int]:
    """The ids of every passage, restricted ones among them, as somebody might guess them."""
    return [p.id or 0 for file in files(corpus) for p in store.passages_of_paper(file, right=ALL)]


QUESTIONS = [f"What did the {word.capitalize()} Panel decide about {word.capitalize()} Quay?" for word in CANARIES]
QUESTIONS += [
    "Zanzibar",
    "What is WIS?",
    "What was decided on 4 March 2019?",
    "Which papers mention a tender?",
    "lamp on the mole",
]
FILTERS = [
    Filters(),
    Filters(organisation="Wharfside Town Council"),
    Filters(body="Zanzibar Panel"),
    Filters(body="Quillfeather Panel", since=date(2019, 1, 1)),
    Filters(since=date(2019, 3, 4), until=date(2019, 3, 4)),
]
WHERES = [
    Where(
        organisations=(f.organisation,) if f.organisation else (),
        bodies=(f.body,) if f.body else (),
        since=f.since,
        until=f.until,
    )
    for f in FILTERS
]

STORE: dict[str, Callable[[Store, list[int], list[str], Right], Any]] = {
    "passages": lambda s, ids, names, r: s.passages(ids, right=r),
    "passages_of_paper": lambda s, ids, names, r: [s.passages_of_paper(name, right=r) for name in names],
    "search_text": lambda s, ids, names, r: [
        s.passages([one.id for one in s.search_text([word, "tender"], limit=99, right=r, where=where)], right=ALL)
        for word in CANARIES
        for where in WHERES
    ],
    "holding": lambda s, ids, names, r: [word for word in CANARIES if s.holding(word, right=r)],
    "nearest": lambda s, ids, names, r: [
        s.passages([one.id for one in s.nearest(WordEmbedder().embed([word])[0], 99, right=r, where=where)], right=ALL)
        for word in CANARIES
        for where in WHERES
    ],
    "vectors": lambda s, ids, names, r: s.passages(s.vectors(ids, right=r), right=ALL),
    "signs": lambda s, ids, names, r: s.passages(s.signs(ids, right=r), right=ALL),
    "likest": lambda s, ids, names, r: [s.likest(f"{word}s", f"{word}s", right=r) for word in CANARIES],
    "page_text": lambda s, ids, names, r: [s.page_text(name, page, right=r) for name in names for page in (None, 1, 2, 3)],
    "pages": lambda s, ids, names, r: [s.pages(name, right=r) for name in names],
    "papers": lambda s, ids, names, r: s.papers(right=r),
    "place": lambda s, ids, names, r: [s.place(name, right=r) for name in names],
    "sections": lambda s, ids, names, r: [s.sections(right=r, where=where) for where in WHERES],
    "decisions": lambda s, ids, names, r: [s.decisions(right=r, where=where) for where in WHERES],
    "events": lambda s, ids, names, r: [s.events(right=r, where=where) for where in WHERES],
    "attendance": lambda s, ids, names, r: [s.attendance(right=r, where=where) for where in WHERES],
    "interests": lambda s, ids, names, r: [s.interests(right=r, where=where) for where in WHERES],
    "actions": lambda s, ids, names, r: [s.actions(right=r, where=where) for where in WHERES],
    "recommendations": lambda s, ids, names, r: [s.recommendations(right=r, where=where) for where in WHERES],
    "acronyms": lambda s, ids, names, r: [s.acronyms(right=r, where=where) for where in WHERES],
    "table_rows": lambda s, ids, names, r: [
        s.table_rows([word, "quay"], right=r, where=where, limit=99) for word in CANARIES for where in WHERES
    ],
    "all_table_rows": lambda s, ids, names, r: [s.all_table_rows(right=r, where=where) for where in WHERES],
    "fates": lambda s, ids, names, r: [s.fates(right=r, where=where) for where in WHERES],
    "answered": lambda s, ids, names, r: [s.answered(one, "21", right=r) for one in s.sections(right=ALL)],
    "versions": lambda s, ids, names, r: s.versions(right=r),
    "superseded": lambda s, ids, names, r: s.superseded(right=r),
    "matters": lambda s, ids, names, r: s.matters(right=r),
    "matter": lambda s, ids, names, r: [
        s.matter(item.address, right=r) for one in s.matters(right=ALL) for item in one.items
    ],
    "meetings": lambda s, ids, names, r: s.meetings(right=r),
    "organisations": lambda s, ids, names, r: s.organisations(right=r),
    "bodies": lambda s, ids, names, r: s.bodies(right=r),
    "status": lambda s, ids, names, r: s.status(right=r),
}  # fmt: skip
"""Every question to the store, asked for whatever could bring a restricted paper to light."""

ASSISTANT: dict[str, Callable[[Assistant, list[str]], Any]] = {
    "ask": lambda a, names: [
        (x.text, x.citations, x.passages, x.notes, [one.label for one in x.alternatives], x.suggestions)
        for x in _answers(a)
    ],
    "write": lambda a, names: _sent_to_a_model(a),
    "recall": lambda a, names: [_shown(a.recall(kept)) for kept in _kept_while_all_was_open(a)],
    "warm": lambda a, names: a.warm(),
    "version": lambda a, names: a.version(),
    "examples": lambda a, names: a.examples(),
    "organisations": lambda a, names: a.organisations(),
    "bodies": lambda a, names: [a.bodies(), a.bodies("Wharfside Town Council")],
    "holdings": lambda a, names: a.holdings(),
    "library": lambda a, names: a.library(),
    "research": lambda a, names: _found_out(a),
    "page_text": lambda a, names: [_tried(a.page_text, name, page) for name in names for page in (None, 1, 2, 3)],
    "page_count": lambda a, names: [_tried(a.page_count, name) for name in names],
    "paper_of_page": lambda a, names: [
        _bytes(a.paper_of_page, name, page) for name in names for page in (None, 1, 2, 3)
    ],
    "whole_paper": lambda a, names: [_bytes(a.whole_paper, name) for name in names],
}
"""Every question to the assistant."""


def _answers(assistant: Assistant) -> Iterator[Any]:
    """Answers without the question itself, which may well hold a canary."""
    for question in QUESTIONS:
        for filters in FILTERS:
            yield assistant.ask(question, ["What about the Zanzibar tender?"], filters=filters)


def _found_out(assistant: Assistant) -> list[Any]:
    """The register with what it answered, every matter and where it stands, the chronologies and the briefings."""
    research, said = assistant.research, []
    entries = research.register()
    said += [entries, [research.answered(entry) for entry in entries]]
    matters = research.matters()
    said += [matters, [research.matter(item.address) for one in matters for item in one.items]]
    said += [research.position(one) for one in matters]
    followed = research.monitor()
    said += [followed, monitor_to_csv(followed, research.sources), monitor_to_excel(followed, research.sources)]
    said += [research.matter_at(one.asked.section, one.asked.item) for one in followed]
    for topic in ("tender", "the lamp on the north mole"):
        chronology, briefing = research.chronology(topic), research.briefing_on_topic(topic)
        said += [replace(chronology, topic=""), replace(briefing, title="")]
    said += [
        research.briefing_on_body(name, body) for name in assistant.organisations() for body in assistant.bodies(name)
    ]
    return said


def _kept_while_all_was_open(assistant: Assistant) -> list[str]:
    """Answers that were kept before anything was restricted."""
    once = Assistant(assistant._store, WordEmbedder(), corpus=assistant._corpus, right=ALL)
    kept = [written_down(answer, assistant.version()) for answer in _answers(once)]
    assert leaks(kept) != []
    return kept


def _shown(answer: Answer | None) -> Any:
    """What of a recalled answer comes from papers."""
    return answer and (answer.citations, answer.passages, answer.text if answer.answered else "")


def _sent_to_a_model(assistant: Assistant) -> list[str]:
    """What a language model would be sent about every question, without the question itself."""
    sent = []
    for question in QUESTIONS:
        recorder = Recorder()
        assistant.write(assistant.ask(question), writer=recorder)
        sent += [message["content"].replace(question, "") for message in recorder.sent]
    assert sent, "no question was answered, so nothing is tested"
    return sent


def _tried(ask: Callable[..., Any], *given: Any) -> Any:
    try:
        return ask(*given)
    except PageUnavailable as error:
        return f"unavailable: {error}"


def _bytes(ask: Callable[..., Any], *given: Any) -> Any:
    """The name and the content of a file that is given out; of a pack, its public pages are drawn from it."""
    given_out = _tried(ask, *given)
    if not isinstance(given_out, Original):
        return given_out
    whole = b"".join(given_out.open().read(0, given_out.size)) if ask.__name__ == "whole_paper" else b""
    return given_out.path.name, whole


def leaks(said: Any, *, asked: Sequence[str] = ()) -> list[str]:
    """The canaries in all that was said, apart from words of the question that are only said back."""
    text = repr(said).casefold()
    return [word for word in CANARIES if word in text and word not in asked]


def test_every_way_to_read_is_in_the_matrix() -> None:
    of_store = {name for kind in Store.__mro__[:-1] for name in vars(kind) if not name.startswith("_")}
    silent = {"close", "reading", "stamp", "version", "labels", "why_exact"}
    assert of_store - silent == set(STORE)
    of_assistant = {name for name in (*vars(Assistant), *vars(PaperPages)) if not name.startswith("_")}
    # the first three give the program the right of a person; the others say yes or no, or less than they are given
    silent = {"labels", "right", "seen_by", "is_public", "public_words"}
    assert of_assistant - silent == set(ASSISTANT)
    assert {name for name in vars(Retriever) if not name.startswith("_")} == {"understand", "vocabulary", "search"}


def test_who_may_see_it_all_finds_every_canary(store: Store, corpus: Path) -> None:
    found = repr(store.passages(hidden_ids(store, corpus), right=ALL)).casefold()
    assert [word for word in CANARIES if word not in found] == ["marzipan"]  # it stands in papers of single tests


@pytest.mark.parametrize("way", sorted(STORE))
def test_the_store_shows_the_public_nothing_restricted(way: str, store: Store, corpus: Path) -> None:
    said = STORE[way](store, hidden_ids(store, corpus), files(corpus), PUBLIC)
    assert leaks(said) == []


NOTHING_TO_SHOW = {
    "status",
    "holding",
    "answered",
    "versions",
    "superseded",
}  # nothing in them was replaced or answered


@pytest.mark.parametrize("way", sorted(set(STORE) - NOTHING_TO_SHOW))
def test_every_way_does_bring_them_to_light_for_who_may_see_them(way: str, store: Store, corpus: Path) -> None:
    assert leaks(STORE[way](store, hidden_ids(store, corpus), files(corpus), ALL))


@pytest.fixture(scope="module")
def assistant(store: Store, corpus: Path) -> Assistant:
    return Assistant(store, WordEmbedder(), corpus=corpus)


@pytest.mark.parametrize("way", sorted(set(ASSISTANT) - {"ask"}))
def test_the_assistant_shows_the_public_nothing_restricted(way: str, assistant: Assistant, corpus: Path) -> None:
    assert leaks(ASSISTANT[way](assistant, files(corpus))) == [], way


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("filters", FILTERS, ids=str)
def test_no_answer_says_anything_restricted(assistant: Assistant, question: str, filters: Filters) -> None:
    asked = [word for word in CANARIES if word in (question + str(filters)).casefold()]
    if filters.body and filters.body not in assistant.bodies():  # nothing public of it is held: it is not known at all
        with pytest.raises(WrongInput) as refused:
            assistant.ask(question, filters=filters)
        assert leaks(str(refused.value), asked=asked) == []
        return
    answer = assistant.ask(question, filters=filters)
    assert leaks((answer.citations, answer.passages, answer.suggestions)) == []
    assert leaks((answer.text, answer.notes), asked=asked) == []


@pytest.mark.parametrize("where", WHERES, ids=str)
def test_no_search_finds_anything_restricted(store: Store, where: Where) -> None:
    retriever = Retriever(store, WordEmbedder(), right=PUBLIC)
    for question in QUESTIONS:
        assert leaks(retriever.search(retriever.understand(question), where=where)) == []


def test_the_vocabulary_learns_nothing_restricted(store: Store) -> None:
    vocabulary = Retriever(store, WordEmbedder(), right=PUBLIC).vocabulary()
    assert leaks([vars(vocabulary)[name] for name in ("_places", "_acronyms", "_own", "_longs")]) == []


def test_the_command_line_says_nothing_restricted(
    index: Path, corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(app.assistant, "MiniLM", WordEmbedder)
    for options in (["--json"], []):
        assert (
            app.cli.main(
                ["ask", "What was decided about the tender?", *options, "--index", str(index), "--corpus", str(corpus)]
            )
            == 0
        )
        assert leaks(capsys.readouterr().out) == []
    (tmp_path / "q.jsonl").write_text('{"id": "1", "question": "Who won the tender at the quay?"}\n', encoding="utf-8")
    given = [str(tmp_path / "q.jsonl"), str(tmp_path / "a.jsonl"), "--index", str(index), "--corpus", str(corpus)]
    assert app.cli.main(["batch", *given, "--prompts-out", str(tmp_path / "p.jsonl")]) == 0
    assert leaks((tmp_path / "a.jsonl").read_text(encoding="utf-8")) == []
    assert leaks((tmp_path / "p.jsonl").read_text(encoding="utf-8")) == []


def test_the_lists_on_the_command_line_name_nothing_restricted(
    index: Path, corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(app.assistant, "MiniLM", WordEmbedder)
    folders = ["--index", str(index), "--corpus", str(corpus)]
    assert app.cli.main(["monitor", *folders]) == 0
    listed = capsys.readouterr().out
    assert "no trace: recommendation, 6 May 2019 | That the contract be let for three winters." in listed
    assert app.cli.main(["monitor", *folders, "--csv", str(tmp_path / "m.csv")]) == 0
    assert leaks((listed, (tmp_path / "m.csv").read_text(encoding="utf-8"))) == []
    assert app.cli.main(["new", *folders, "--since", "2019-01-01"]) == 0
    added = capsys.readouterr().out
    assert "4 March 2019: minutes.pdf" in added
    assert leaks(added) == []
    assert app.cli.main(["monitor", *folders, "--body", "Zanzibar Panel"]) == 1
    assert leaks(capsys.readouterr().err, asked=["zanzibar"]) == []


@pytest.mark.parametrize("kind", ["--jsonl", "--csv"])
def test_the_register_holds_nothing_restricted(index: Path, tmp_path: Path, kind: str) -> None:
    assert indexer.cli.main(["decisions", kind, str(tmp_path / "register"), "--index", str(index)]) == 0
    text = (tmp_path / "register").read_text(encoding="utf-8")
    assert "replaced before the autumn" in text
    assert leaks(text) == []


def test_nothing_restricted_is_counted(index: Path, corpus: Path, public_only: tuple[Path, Path]) -> None:
    bare_corpus, bare_index = public_only
    with Store(index, None) as full, Store(bare_index, None) as bare:
        ours, theirs = full.status(right=PUBLIC), bare.status(right=PUBLIC)
        assert (ours.papers, ours.copies, ours.meetings, ours.sections) == (2, 0, 2, 3)
        assert [getattr(ours, name) for name in ours.__slots__ if name != "revision"] == [
            getattr(theirs, name) for name in theirs.__slots__ if name != "revision"
        ]
        assistants = Assistant(full, WordEmbedder(), corpus=corpus), Assistant(bare, WordEmbedder(), corpus=bare_corpus)
        for way in ("examples", "organisations", "bodies", "holdings", "page_count"):
            one, other = (ASSISTANT[way](assistant, ["minutes.pdf", "pack.pdf"]) for assistant in assistants)
            if way == "holdings":  # but the bare fact that a part of a paper that is held may not be seen
                assert (one.withheld, other.withheld) == (True, False)
                one = replace(one, withheld=False)
            assert one == other, way


def test_a_pack_with_a_restricted_part_is_not_opened_whole(assistant: Assistant) -> None:
    assert assistant.page_count("pack.pdf") == 2
    with pytest.raises(PageUnavailable):
        assistant.page_text("pack.pdf", 3)
    with pytest.raises(PageUnavailable, match="cannot be opened whole"):
        assistant.whole_paper("pack.pdf")
    with pytest.raises(PageUnavailable):
        assistant.paper_of_page("private/zanzibar.pdf", 1)


def test_the_keeper_sees_what_is_restricted_and_by_whom(index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert indexer.cli.main(["status", "--json", "--index", str(index)]) == 0
    record = json.loads(capsys.readouterr().out)
    assert {(e["file"], e["page"], e["page_end"], e["mark"]) for e in record["quarantined"]} == {
        ("pack.pdf", 3, 3, "not for publication"),
        ("quillfeather.pdf", 1, 1, "not for publication"),
        ("vermicelli.txt", None, None, "exempt by its title"),
    }
    assert {(e["file"], e["label"]) for e in record["exempt"]} == {
        ("private/zanzibar.pdf", "exempt"),
        ("xylophone.pdf", "internal:Board"),
        ("later/yellowhammer.pdf", "exempt"),
    }
    counts = ("items", "actions", "recommendations", "exempt_sections", "unknown_sections")
    assert [record[name] > 0 for name in counts] == [True, True, True, True, False]
    assert indexer.cli.main(["status", "--index", str(index)]) == 0
    said = capsys.readouterr().out
    assert "quarantined by a mark in the text, for review (sections): 3" in said
    assert "  pack.pdf, page 3: exempt; not for publication" in said


def test_the_outline_of_a_paper_names_no_word_of_its_restricted_parts(
    index: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert indexer.cli.main(["show", "pack.pdf", "--index", str(index)]) == 0
    said = capsys.readouterr().out
    assert "not for the public, page 3: exempt (not for publication)" in said
    assert "That the contract be let for three winters." in said
    assert leaks(said) == []
    assert indexer.cli.main(["show", "ZANZIBAR", "--index", str(index)]) == 0
    assert capsys.readouterr().out.casefold().count("zanzibar") == 1  # the file, which the keeper named


def test_a_paper_to_show_must_be_one(index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert indexer.cli.main(["show", "a", "--index", str(index)]) == 1
    assert "\n  pack.pdf\n" in capsys.readouterr().err
    assert indexer.cli.main(["show", "no such paper", "--index", str(index)]) == 1
    assert capsys.readouterr().err == "error: No indexed paper has 'no such paper' in its name.\n"


class CountingEmbedder(WordEmbedder):
    """Counts the texts that it is given."""

    def __init__(self) -> None:
        self.texts = 0

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.texts += len(texts)
        return super().embed(texts)


def texts_seen(index: Path, right: Right = PUBLIC) -> str:
    """Every passage, title, heading and finding that may be seen."""
    with Store(index, None) as store:
        passages = [
            p for held in store.papers(right=right) for p in store.passages_of_paper(held.paper.file, right=right)
        ]
        kinds = (
            store.decisions,
            store.attendance,
            store.interests,
            store.actions,
            store.recommendations,
            store.acronyms,
        )
        return repr((passages, store.sections(right=right), *(found(right=right) for found in kinds)))


LONG_MINUTES = (
    PUBLIC_MINUTES,
    "23. Sale of Marzipan Quay\n"
    + "The Marzipan tender was opened and its sums were read out to all. " * 6
    + "\nThe Marzipan Quay Fund (MQF) would pay.\nACTION: Rex Marzipan to send the deeds by 1 June.",
    "The talk of it went on for an hour, and nobody was agreed about the price of the quay.\n24. Oysters\nThe beds were bare.",
)


def relabelled(corpus: Path, index: Path, manifest: str) -> tuple[BuildReport, int]:
    """The report of a sync under this manifest, and how many texts it embedded."""
    (corpus / "access.csv").write_text(manifest, encoding="utf-8")
    embedder = CountingEmbedder()
    report = build_index(corpus, index, embedder=embedder)
    return report, embedder.texts


def test_a_range_of_pages_is_cut_out_and_put_back_without_embedding(tmp_path: Path) -> None:
    corpus, index = tmp_path / "papers", tmp_path / "index"
    pdf(corpus / "a.pdf", *(page.replace(". T", ".\nT") for page in LONG_MINUTES))
    build_index(corpus, index, embedder=WordEmbedder())
    before = texts_seen(index)
    assert "Marzipan" in before
    assert "long='Marzipan Quay Fund'" in before
    assert "owner='Rex Marzipan'" in before
    report, embedded = relabelled(corpus, index, "file,pages,label,reason\na.pdf,2,exempt,a sale\n")
    assert (report.relabelled, report.added, embedded) == (("a.pdf",), (), 0)
    seen = texts_seen(index)
    assert leaks(seen) == []
    assert "lamp be replaced" in seen
    with Store(index, None) as store:
        assert [page.number for page in store.pages("a.pdf", right=PUBLIC)] == [1, 3]
        assert [(s.page, s.page_end, s.access, s.reason) for s in store.sections(right=ALL)] == [
            (1, 1, "public", ""),
            (2, 2, "exempt", "a sale"),
            (3, 3, "public", ""),
        ]
    assert relabelled(corpus, index, "file,pages,label,reason\na.pdf,2,exempt,a sale\n")[0].relabelled == ()
    assert relabelled(corpus, index, "file,label\n")[0].now_public == ()
    assert leaks(texts_seen(index)) == []
    report, embedded = relabelled(corpus, index, "file,pages,label,reason\na.pdf,2,public,it was sold\n")
    assert (report.relabelled, report.now_public, embedded) == (("a.pdf",), ("a.pdf",), 0)
    assert texts_seen(index) == before


def test_labels_given_before_the_first_sync_and_after_it_come_to_the_same(tmp_path: Path) -> None:
    manifest = "file,pages,label\na.pdf,2,exempt\n"
    early, late = tmp_path / "early", tmp_path / "late"
    for corpus in (early, late):
        pdf(corpus / "a.pdf", *LONG_MINUTES)
    relabelled(early, tmp_path / "1", manifest)
    build_index(late, tmp_path / "2", embedder=WordEmbedder())
    relabelled(late, tmp_path / "2", manifest)
    of_both = [re.sub(r"modified_ns=\d+", "", texts_seen(tmp_path / n, right)) for n in "12" for right in (PUBLIC, ALL)]
    assert of_both[:2] == of_both[2:]


def test_only_people_with_a_reason_release_what_a_mark_quarantined(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus, index = tmp_path / "papers", tmp_path / "index"
    pdf(corpus / "a.pdf", REPORT, secret("marzipan", mark=NOT_FOR_PUBLICATION))
    build_index(corpus, index, embedder=WordEmbedder())
    assert leaks(texts_seen(index)) == []
    for held in ("a.pdf,2,public,", "a.pdf,,public,", "a.pdf,1,public,sold", "a.pdf,2,exempt,sold"):
        relabelled(corpus, index, f"file,pages,label,reason\n{held}\n")
        assert leaks(texts_seen(index)) == [], held
    for released in ("a.pdf,2,public,sold in June", "a.pdf,,public,sold in June"):
        _, embedded = relabelled(corpus, index, f"file,pages,label,reason\n{released}\n")
        assert embedded == 0
        assert "Marzipan" in texts_seen(index)
    indexer.cli.main(["status", "--json", "--index", str(index)])
    record = json.loads(capsys.readouterr().out)
    assert record["quarantined"] == []
    assert record["released"] == [
        {"file": "a.pdf", "page": 2, "page_end": 2, "mark": "not for publication", "reason": "sold in June"}
    ]
    (corpus / "access.csv").unlink()
    build_index(corpus, index, embedder=WordEmbedder())
    assert leaks(texts_seen(index)) == []


def test_a_labelled_paper_that_was_removed_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    corpus, index = tmp_path / "papers", tmp_path / "index"
    for name, text in (("a.pdf", LONG_MINUTES[0]), ("b.pdf", secret("zanzibar")), ("c.pdf", secret("marzipan"))):
        pdf(corpus / name, text)
    manifest = "file,label\nb.pdf,exempt\nc.pdf,exempt\n"
    relabelled(corpus, index, manifest)
    seen = texts_seen(index)
    assert leaks(seen) == []
    (corpus / "b.pdf").unlink()
    report, _ = relabelled(corpus, index, manifest)
    assert report.removed == ("b.pdf",)
    assert [said.split(". ")[0] for said in report.astray] == ["access.csv, line 2: there is no file 'b.pdf'"]
    assert texts_seen(index) == seen
    (corpus / "c.pdf").rename(corpus / "lease.pdf")
    for _ in range(2):  # the restriction stays however often the sync is run
        report, _ = relabelled(corpus, index, manifest)
        assert len(report.astray) == 2
        assert texts_seen(index) == seen
    assert relabelled(corpus, index, "file,label\nlease.pdf,exempt\n")[0].astray == ()
    assert texts_seen(index) == seen
    relabelled(corpus, index, "file,label\n")
    assert texts_seen(index) == seen
    relabelled(corpus, index, "file,label,reason\nlease.pdf,public,it was signed\n")
    assert "Marzipan" in texts_seen(index)


def test_pages_of_a_file_without_pages_cannot_be_told_apart_so_all_of_it_is_restricted(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "a.txt").write_text(secret("marzipan"), encoding="utf-8")
    relabelled(tmp_path / "papers", tmp_path / "index", "file,pages,label\na.txt,2,exempt\n")
    assert leaks(texts_seen(tmp_path / "index")) == []


def test_a_paper_that_moves_into_an_exempt_folder_is_hidden_and_not_read_again(tmp_path: Path) -> None:
    corpus, index = tmp_path / "papers", tmp_path / "index"
    pdf(corpus / "a.pdf", secret("marzipan"))
    (corpus / "private").mkdir()
    build_index(corpus, index, embedder=WordEmbedder(), exempt=["private"])
    assert "Marzipan" in texts_seen(index)
    (corpus / "a.pdf").rename(corpus / "private" / "a.pdf")
    embedder = CountingEmbedder()
    build_index(corpus, index, embedder=embedder, exempt=["private"])
    assert embedder.texts == 0
    assert leaks(texts_seen(index)) == []
    assert "Marzipan" in texts_seen(index, ALL)
