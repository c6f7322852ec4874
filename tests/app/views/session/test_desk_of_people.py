"""Each person has their own desk over one index: what they may see, and what the log is told of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fake_papers import draw_page
from starlette.applications import Starlette
from starlette.testclient import TestClient
from test_access_matrix import PUBLIC_MINUTES, leaks, pdf, secret
from word_embedder import WordEmbedder

from app.answers.filters import Filters
from app.assistant import Assistant
from app.people.audit import Deed
from app.people.seeing import VISITOR, Person, Role
from app.views.session.desk import MOST_SEATS, Desk
from app.views.session.serving import paper_routes
from app.views.session.signed_in import desk_of_request
from corpus.errors import PageUnavailable
from corpus.settings import PeopleSettings, Settings, SignIn
from indexer.build import build_index, stamp_of
from indexer.store import Store

LABELS = """file,pages,label,reason
zanzibar.pdf,,exempt:Cabinet,a sale
marzipan.pdf,,internal:Board,not yet published
xylophone.pdf,,exempt,a sale
"""
MEMBER = Person(Role.MEMBER, frozenset({"Cabinet"}), "1", "Mona")
OFFICER = Person(Role.OFFICER, frozenset(), "2", "Olive")
SEES = {
    "visitor": (VISITOR, set()),
    "reader": (Person(Role.READER, frozenset({"Cabinet"}), "3"), set()),
    "member": (MEMBER, {"zanzibar"}),
    "member of both": (Person(Role.MEMBER, frozenset({"cabinet", "BOARD"}), "4"), {"zanzibar", "marzipan"}),
    "officer": (OFFICER, {"zanzibar", "marzipan", "xylophone"}),
    "administrator": (Person(Role.ADMINISTRATOR, frozenset(), "5"), {"zanzibar", "marzipan", "xylophone"}),
}
WORDS = ("zanzibar", "marzipan", "xylophone")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("council")
    pdf(folder / "papers" / "minutes.pdf", PUBLIC_MINUTES)
    for word in WORDS:
        pdf(folder / "papers" / f"{word}.pdf", secret(word))
    (folder / "papers" / "access.csv").write_text(LABELS, encoding="utf-8")
    build_index(folder / "papers", folder / "index", embedder=WordEmbedder())
    return folder


@pytest.fixture
def desk(folder: Path, tmp_path: Path) -> Iterator[Desk]:
    settings = Settings(
        folder / "papers", folder / "index", data=tmp_path, people=PeopleSettings(SignIn.OPTIONAL, audit_days=30)
    )
    with Store(folder / "index", stamp_of(WordEmbedder())) as store:
        yield Desk(lambda: Assistant(store, WordEmbedder(), corpus=folder / "papers"), draw_page, lambda: settings)


def seen(desk: Desk) -> object:
    """What somebody gets without asking, and with it."""
    assistant = desk.assistant()
    research = assistant.research
    answers = [
        assistant.ask(f"What did the {word} panel decide about the tender?", filters=Filters()) for word in WORDS
    ]
    return [
        [answer.text for answer in answers if answer.answered],
        [answer.passages for answer in answers],
        desk.library(),
        assistant.bodies(""),
        assistant.examples(),
        research.register(),
        research.monitor(),
        research.matters(),
    ]


@pytest.mark.parametrize("who", SEES)
def test_everybody_sees_what_is_theirs_and_nothing_else(desk: Desk, who: str) -> None:
    person, theirs = SEES[who]
    assert set(leaks(seen(desk.for_person(person)))) == theirs
    assert leaks(seen(desk)) == []  # the same process, for everybody


@pytest.mark.parametrize("who", SEES)
def test_the_files_and_pages_of_papers_open_for_whoever_may_see_them(desk: Desk, who: str) -> None:
    person, theirs = SEES[who]
    own = desk.for_person(person)
    for word in WORDS:
        if word in theirs:
            assert word in own.page_text(f"{word}.pdf", 1).casefold()
            assert own.whole_paper(f"{word}.pdf")[1] is False
        else:
            with pytest.raises(PageUnavailable):
                own.page_text(f"{word}.pdf", 1)
            with pytest.raises(PageUnavailable):
                own.whole_paper(f"{word}.pdf")
            with pytest.raises(PageUnavailable):
                own.picture(f"{word}.pdf", 1, "", width=100)
    assert own.whole_paper("minutes.pdf")[1] is True


def test_where_everybody_must_sign_in_a_visitor_sees_nothing(desk: Desk) -> None:
    settings = desk.settings()
    required = Settings(settings.corpus, settings.index, data=settings.data, people=PeopleSettings(SignIn.REQUIRED))
    closed = Desk(desk.open_assistant, draw_page, lambda: required)
    own = closed.for_person(VISITOR)
    assert own.assistant().holdings().papers == 0
    with pytest.raises(PageUnavailable):
        own.whole_paper("minutes.pdf")
    client = TestClient(Starlette(routes=paper_routes(closed)), base_url="http://localhost")
    assert client.get("/paper?file=minutes.pdf").status_code == 404


@pytest.mark.parametrize("cookie", ["", "nonsense", "2|1:0|10:1|15:_streamlit_user|4:e30=|abc"])
def test_a_cookie_that_was_not_signed_here_is_a_visitors(desk: Desk, cookie: str) -> None:
    client = TestClient(Starlette(routes=paper_routes(desk)), base_url="http://localhost")
    client.cookies.set("_streamlit_user", cookie)
    assert client.get("/paper?file=zanzibar.pdf").status_code == 404
    assert client.get("/paper?file=minutes.pdf").status_code == 200


def test_an_answer_that_quotes_what_is_not_public_says_so_first(desk: Desk) -> None:
    question = "What did the Zanzibar Panel decide about the Zanzibar tender?"
    answer = desk.for_person(MEMBER).ask(question, (), Filters())
    assert answer.notes[0].startswith("NOT FOR PUBLICATION")
    assert not any("PUBLICATION" in note for note in desk.ask(question, (), Filters()).notes)


def test_no_language_model_reads_for_somebody_who_sees_more_than_the_public(desk: Desk) -> None:
    writer = object()
    public = desk.assistant()
    public._writer = writer  # type: ignore[attr-defined]
    assert desk.for_person(OFFICER).assistant()._writer is None  # type: ignore[attr-defined]
    reader = SEES["reader"][0]
    assert desk.for_person(reader).assistant()._writer is writer  # type: ignore[attr-defined]


def test_the_log_has_who_asked_and_read_what_but_no_word_that_is_not_public(desk: Desk) -> None:
    own = desk.for_person(MEMBER)
    own.ask("What did the Zanzibar Panel decide about the lamp and the Zanzibar tender?", (), Filters())
    own.page_text("zanzibar.pdf", 1)
    own.page_text("minutes.pdf", 1)
    own.whole_paper("zanzibar.pdf")
    audit = desk.audit()
    assert audit is not None
    taken, read, asked = audit.entries()
    assert [one.deed for one in (taken, read, asked)] == [Deed.TOOK_RESTRICTED, Deed.READ_RESTRICTED, Deed.ASKED]
    assert read.restricted[0].endswith(", page 1")
    assert asked.words.startswith("What did the […]")
    assert "lamp" in asked.words
    assert leaks(audit.entries()) == []


def test_assistants_are_kept_for_a_few_rights_and_everybodys_for_ever(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    public = desk.assistant()
    rights = [frozenset({str(number)}) for number in range(MOST_SEATS + 3)]
    monkeypatch.setattr(type(public), "labels", lambda self: {f"internal:{number}" for number in range(99)})
    for bodies in rights:
        assert desk.for_person(Person(Role.MEMBER, bodies, "1")).assistant() is not public
    assert len(desk._seats) == MOST_SEATS
    assert desk.assistant() is public


def test_no_one_signs_in_where_sign_in_is_off(desk: Desk) -> None:
    settings = Settings(desk.settings().corpus, desk.settings().index)
    off = Desk(desk.open_assistant, draw_page, lambda: settings)
    assert desk_of_request(off, None, "") is off  # type: ignore[arg-type]
