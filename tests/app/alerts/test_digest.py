"""Alerts by e-mail: what is new comes once, with its proved quote, page and link, and nothing that is not public."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from word_embedder import WordEmbedder

from app.alerts.digest import Sent, send_due
from app.alerts.letters import to_confirm
from app.alerts.newsroom import Newsroom
from app.alerts.post import PostTrouble, send
from app.assistant import Assistant
from app.saved.follows import A_DAY, Follow, FollowKind, Follows, Rhythm
from corpus.errors import WrongInput
from corpus.mail_settings import MailSettings
from indexer.build import build_index
from tests.app.alerts.mailbox import Mailbox, mail_server
from tests.app.connect.papers import ADDRESS, COUNCIL, MINUTES, assistant_over, index_them
from tests.test_access_matrix import CANARIES

TOWN = "ada@example.org"
HARBOUR = Follow(FollowKind.BODY, "Harbour Committee", COUNCIL, "Harbour Committee")
FERRY = Follow(FollowKind.TOPIC, "ferry fares")


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the papers and their index, from which each test begins."""
    folder = tmp_path_factory.mktemp("before")
    index_them(folder)
    return folder


@dataclass
class Town:
    """The papers of a council, what is followed, and a clock that is set by hand."""

    folder: Path
    assistant: Assistant
    now: float = 1_000_000_000.0
    follows: Follows = field(init=False)
    newsroom: Newsroom = field(init=False)

    def __post_init__(self) -> None:
        self.follows = Follows(self.folder / "data", clock=lambda: self.now)
        self.newsroom = Newsroom(lambda: self.assistant, self.follows)

    def adds(self, name: str, body: str, day: str, title: str, decision: str, *, access: str = "") -> None:
        """Lays minutes into the folder and brings the index up to date, an hour later."""
        text = MINUTES.format(body=body, day=day, title=title, text="Nobody spoke.", decision=decision)
        (self.folder / "papers" / name).write_text(text, encoding="utf-8")
        if access:
            with (self.folder / "papers" / "access.csv").open("a", encoding="utf-8") as out:
                out.write(f"{name},{access}\n")
        self.now += 3600
        build_index(self.folder / "papers", self.folder / "index", embedder=WordEmbedder(), exempt=("private",))

    def follow(self, follow: Follow, email: str = TOWN, rhythm: Rhythm = Rhythm.DAILY) -> str:
        """A confirmed follow, made a minute later."""
        self.newsroom.notice()
        self.now += 60
        id_ = self.follows.begin_mail(follow, email, rhythm, ADDRESS)
        assert self.follows.confirm(id_)
        return id_


@pytest.fixture
def town(before: Path, tmp_path: Path) -> Iterator[Town]:
    shutil.copytree(before, tmp_path / "town")
    own = Town(tmp_path / "town", assistant_over(tmp_path / "town" / "papers", tmp_path / "town" / "index"))
    yield own
    own.follows.close()


@pytest.fixture
def post(tmp_path: Path) -> Iterator[tuple[Mailbox, MailSettings]]:
    with mail_server(tmp_path) as both:
        yield both


FARES = ("fares.txt", "HARBOUR COMMITTEE", "Monday, 2 September 2019", "Ferry fares", "ferry fares be frozen.")


def test_a_new_decision_comes_once_with_its_quote_its_page_and_its_link(
    town: Town, post: tuple[Mailbox, MailSettings]
) -> None:
    mailbox, mail = post
    stop = town.follow(HARBOUR)
    assert send_due(town.newsroom, mail) == Sent(0, 1, 0)
    town.adds(*FARES)
    assert send_due(town.newsroom, mail) == Sent(1, 0, 0)
    [message] = mailbox.messages
    [text] = mailbox.texts()
    assert "Decision: Ferry fares\n“that ferry fares be frozen.”\n" in text
    assert f"{COUNCIL}, Harbour Committee, 2 September 2019, minute 2" in text
    assert f"{ADDRESS}/paper?file=fares.txt" in text
    assert "raised by 5%" not in text  # it was there before
    assert message["To"] == TOWN
    assert message["List-Unsubscribe"] == f"<{ADDRESS}/follow/stop?key={stop}&all=1>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    town.now += 2 * A_DAY
    assert send_due(town.newsroom, mail) == Sent(0, 1, 0)
    assert len(mailbox.messages) == 1


def test_each_kind_of_follow_gets_what_concerns_it(town: Town, post: tuple[Mailbox, MailSettings]) -> None:
    mailbox, mail = post
    research = town.assistant.research
    matter = next(one for one in research.matters() if one.title == "Ferry fares")
    member = next(one for one in research.proceedings().members if "Thole" in one.name)
    town.follow(Follow(FollowKind.MATTER, matter.title, COUNCIL, address=matter.address), "matter@example.org")
    town.follow(FERRY, "topic@example.org")
    town.follow(Follow(FollowKind.MEMBER, member.name, COUNCIL, address=member.address), "member@example.org")
    town.follow(Follow(FollowKind.BODY, "Finance Committee", COUNCIL, "Finance Committee"), "body@example.org")
    town.adds(*FARES)
    moved = "the jetty be mended. Moved by Councillor Una Thole, seconded by Councillor Ivo Kerr"
    town.adds("jetty.txt", "FINANCE COMMITTEE", "Tuesday, 3 September 2019", "Jetty", moved)
    send_due(town.newsroom, mail)
    told = {str(message["To"]).partition("@")[0]: message.get_content() for message in mailbox.messages}
    assert {whose for whose, text in told.items() if "ferry fares be frozen" in text} == {"matter", "topic"}
    assert {whose for whose, text in told.items() if "the jetty be mended" in text} == {"body", "member"}


def test_nothing_that_is_not_public_is_sent(town: Town, post: tuple[Mailbox, MailSettings]) -> None:
    mailbox, mail = post
    town.follow(HARBOUR)
    town.follow(FERRY)
    for word in CANARIES:
        town.follow(Follow(FollowKind.TOPIC, f"{word} quay tender"), f"{word}@example.org")
    secret = (
        "secret.txt",
        "HARBOUR COMMITTEE",
        "Tuesday, 3 September 2019",
        "Ferry fares",
        "the zanzibar offer be taken.",
    )
    town.adds(*secret, access="exempt")
    assert send_due(town.newsroom, mail).messages == 0
    town.adds(*FARES)
    send_due(town.newsroom, mail)
    assert mailbox.messages
    bodies = "".join(mailbox.texts()).lower().replace("news on: ", "")
    assert "offer be taken" not in bodies
    assert "secret.txt" not in bodies


def test_news_that_is_restricted_before_it_is_sent_is_not_sent(town: Town, post: tuple[Mailbox, MailSettings]) -> None:
    mailbox, mail = post
    town.follow(HARBOUR)
    town.adds(*FARES)
    town.newsroom.notice()
    with (town.folder / "papers" / "access.csv").open("a", encoding="utf-8") as out:
        out.write("fares.txt,exempt\n")
    build_index(town.folder / "papers", town.folder / "index", embedder=WordEmbedder(), exempt=("private",))
    assert send_due(town.newsroom, mail) == Sent(0, 1, 0)
    assert mailbox.messages == []


def test_a_digest_gathers_all_that_one_address_follows_and_comes_at_most_once_a_day_or_week(
    town: Town, post: tuple[Mailbox, MailSettings]
) -> None:
    mailbox, mail = post
    town.follow(HARBOUR)
    town.follow(Follow(FollowKind.BODY, "Finance Committee", COUNCIL, "Finance Committee"))
    town.follow(HARBOUR, "weekly@example.org", Rhythm.WEEKLY)
    town.adds(*FARES)
    town.adds("roof.txt", "FINANCE COMMITTEE", "Monday, 2 September 2019", "Roof", "the roof be thatched.")
    assert send_due(town.newsroom, mail).messages == 2
    assert "roof be thatched" in mailbox.texts()[0]
    assert "fares be frozen" in mailbox.texts()[0]
    town.adds("more.txt", "HARBOUR COMMITTEE", "Monday, 7 October 2019", "Buoys", "the buoys be painted.")
    assert send_due(town.newsroom, mail).messages == 0
    town.now += A_DAY
    assert send_due(town.newsroom, mail).messages == 1
    assert "fares be frozen" not in mailbox.texts()[-1]
    town.now += 6 * A_DAY
    assert send_due(town.newsroom, mail).messages == 1
    assert str(mailbox.messages[-1]["To"]) == "weekly@example.org"


def test_an_address_that_is_not_confirmed_gets_nothing_and_is_forgotten(
    town: Town, post: tuple[Mailbox, MailSettings]
) -> None:
    mailbox, mail = post
    town.newsroom.notice()
    id_ = town.follows.begin_mail(HARBOUR, TOWN, Rhythm.DAILY, ADDRESS)
    town.adds(*FARES)
    assert send_due(town.newsroom, mail) == Sent(0, 0, 0)
    town.now += 3 * A_DAY
    send_due(town.newsroom, mail)
    assert town.follows.of(id_) is None
    assert mailbox.messages == []


def test_the_message_that_asks_to_confirm_has_no_word_of_whoever_caused_it(town: Town) -> None:
    topic = Follow(FollowKind.TOPIC, "buy at https://shop.example")
    one = town.follows.of(town.follows.begin_mail(topic, TOWN, Rhythm.DAILY, ADDRESS))
    assert one is not None
    message = to_confirm(one, "papers@example.org")
    assert "shop" not in message.as_string()
    assert f"{ADDRESS}/follow/confirm?key={one.id}" in message.get_content()


def test_a_stranger_cannot_fill_a_mailbox_with_messages_to_confirm(town: Town) -> None:
    for _ in range(3):
        town.follows.begin_mail(HARBOUR, TOWN, Rhythm.DAILY, ADDRESS)
    with pytest.raises(WrongInput, match="written to this address already"):
        town.follows.begin_mail(HARBOUR, TOWN, Rhythm.DAILY, ADDRESS)


def test_a_server_that_refuses_an_address_keeps_nobody_else_from_their_news(
    town: Town, post: tuple[Mailbox, MailSettings]
) -> None:
    mailbox, mail = post
    mailbox.refused = {"gone@example.org"}
    town.follow(HARBOUR, "gone@example.org")
    town.follow(HARBOUR)
    town.adds(*FARES)
    assert send_due(town.newsroom, mail) == Sent(1, 0, 1)
    mailbox.refused = set()
    town.now += A_DAY
    assert send_due(town.newsroom, mail) == Sent(1, 1, 0)
    assert {str(message["To"]) for message in mailbox.messages} == {"gone@example.org", TOWN}


def test_news_that_could_not_be_sent_comes_with_the_next_run(town: Town, tmp_path: Path) -> None:
    town.follow(HARBOUR)
    town.adds(*FARES)
    with pytest.raises(PostTrouble):
        send_due(town.newsroom, MailSettings("127.0.0.1:9", "papers@example.org"))
    with mail_server(tmp_path) as (mailbox, mail):
        assert send_due(town.newsroom, mail).messages == 1
        assert "fares be frozen" in mailbox.texts()[0]


def test_nothing_is_sent_without_tls_or_to_a_server_with_another_certificate(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = town.follows.of(town.follow(HARBOUR))
    assert one is not None
    message = to_confirm(one, "papers@example.org")
    with mail_server(tmp_path, tls=False) as (mailbox, mail):
        with pytest.raises(PostTrouble, match="no STARTTLS"):
            send(message, mail)
        assert mailbox.messages == []
    with mail_server(tmp_path, login="town:a-password") as (mailbox, mail):
        assert send(message, mail)
        assert mailbox.logins == ["town:a-password"]
        monkeypatch.delenv("SSL_CERT_FILE")
        with pytest.raises(PostTrouble, match="SSLCertVerificationError"):
            send(message, mail)


def test_a_rebuilt_index_is_no_news(town: Town, post: tuple[Mailbox, MailSettings]) -> None:
    _, mail = post
    town.follow(HARBOUR)
    town.now += A_DAY
    build_index(
        town.folder / "papers", town.folder / "index", embedder=WordEmbedder(), exempt=("private",), rebuild=True
    )
    assert send_due(town.newsroom, mail) == Sent(0, 1, 0)
