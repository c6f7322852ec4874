"""People sign in by a real OpenID Connect provider, in a real browser, and see what is theirs."""

from __future__ import annotations

import re
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

from browsing import answered, ask, click, settled
from playwright.sync_api import Page, expect
from served import ROOT, free_port, running
from test_access_matrix import PUBLIC_MINUTES, pdf, secret

from app.people.audit import Audit, Deed
from indexer.build import build_index
from indexer.passages.embedding import MiniLM

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PEOPLE = """who,role,bodies
rita@example.org,reader,
mona@example.org,member,Cabinet
max@example.org,member,Licensing Committee
groups:papers-officer,officer,
groups:papers-administrator,administrator,
"""
LABELS = """file,pages,label,reason
zanzibar.pdf,,exempt:Cabinet,a sale
marzipan.pdf,,internal:Licensing Committee,not yet published
xylophone.pdf,,exempt,a sale
"""
SEES = {
    "rita": set(),
    "mona": {"zanzibar"},
    "max": {"marzipan"},
    "olive": {"zanzibar", "marzipan", "xylophone"},
    "adam": {"zanzibar", "marzipan", "xylophone"},
}
"""Whoever signs in, and the secrets that are theirs to see."""

SECRETS = ("zanzibar", "marzipan", "xylophone")


class Council(NamedTuple):
    """The address of the pages of a council where people sign in, and the folder of what they leave behind."""

    address: str
    data: Path


@pytest.fixture(scope="module")
def provider_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("provider")
    done = subprocess.run([ROOT / ".ci" / "provider", folder], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"The provider could not be installed: {done.stderr.strip()[-300:]}")
    return folder


@contextmanager
def provided(folder: Path, callback: str) -> Iterator[str]:
    """The address of a provider that sends people back to `callback`."""
    port = free_port()
    command = ["node", "provider.mjs", str(port), callback]
    with (folder / "provider.log").open("wb") as log:
        provider = subprocess.Popen(command, cwd=folder, stdout=log, stderr=subprocess.STDOUT)
        try:
            issuer, until = f"http://localhost:{port}", time.monotonic() + 60
            while True:
                try:
                    with urllib.request.urlopen(f"{issuer}/.well-known/openid-configuration", timeout=2):
                        break
                except OSError:
                    if time.monotonic() > until or provider.poll() is not None:
                        pytest.fail((folder / "provider.log").read_text())
                    time.sleep(0.2)
            yield issuer
        finally:
            provider.terminate()
            provider.wait(timeout=20)


@pytest.fixture(scope="module")
def council(provider_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Council]:
    folder, port = tmp_path_factory.mktemp("council"), free_port()
    papers = folder / "papers"
    pdf(papers / "minutes.pdf", PUBLIC_MINUTES)
    for word in SECRETS:
        pdf(papers / f"{word}.pdf", secret(word))
    (papers / "access.csv").write_text(LABELS, encoding="utf-8")
    (folder / "people.csv").write_text(PEOPLE, encoding="utf-8")
    build_index(papers, folder / "index", embedder=MiniLM())
    with provided(provider_folder, f"http://localhost:{port}/oauth2callback") as issuer:
        (folder / "secrets.toml").write_text(
            f'[auth]\nredirect_uri = "http://localhost:{port}/oauth2callback"\n'
            'cookie_secret = "thirty two letters that sign the cookie"\n'
            'client_id = "board-papers"\nclient_secret = "a secret of the tests alone"\n'
            f'server_metadata_url = "{issuer}/.well-known/openid-configuration"\n'
            'client_kwargs = { prompt = "login" }\n',
            encoding="utf-8",
        )
        environment = {
            "BOARD_PAPERS_CORPUS": str(papers),
            "BOARD_PAPERS_INDEX": str(folder / "index"),
            "BOARD_PAPERS_DATA": str(folder / "data"),
            "BOARD_PAPERS_SIGN_IN": "required",
            "BOARD_PAPERS_PEOPLE": str(folder / "people.csv"),
            "STREAMLIT_SECRETS_FILES": str(folder / "secrets.toml"),
        }
        with running(ROOT / "streamlit_app.py", folder / "server.log", port, **environment) as address:
            yield Council(address, folder / "data")


def sign_in(visit: Callable[..., Any], council: Council, name: str) -> Page:
    """The page of somebody who has just signed in by the provider's own form."""
    page: Page = visit(council.address)
    click(page.get_by_role("button", name="Sign in"), timeout=60_000)
    page.get_by_placeholder("Enter any login").fill(name)
    page.get_by_placeholder("and password").fill("whatever")
    page.get_by_role("button", name="Sign-in").click()
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_test_id("stApp")).to_be_visible()
    return page


def words_of(page: Page) -> str:
    return settled(page).locator("body").inner_text().casefold()


def got(page: Page, address: str) -> int:
    """The status with which the browser gets what is at an address."""
    return int(page.evaluate("async address => (await fetch(address)).status", address))


def test_who_has_not_signed_in_sees_nothing(council: Council, visit: Callable[..., Any]) -> None:
    for path in ("", "/decisions", "/papers", "/people"):
        page = visit(f"{council.address}{path}")
        expect(page.get_by_role("button", name="Sign in")).to_be_visible(timeout=60_000)
        assert "lamp" not in words_of(page)
    assert got(page, f"{council.address}/paper?file=minutes.pdf") == 404


def test_who_has_no_role_sees_nothing_and_is_told_whom_to_ask(council: Council, visit: Callable[..., Any]) -> None:
    for name in ("stranger", "unverified-mona"):  # an address that the provider has not verified gives no role
        page = sign_in(visit, council, name)
        expect(page.get_by_text("you have no role here yet")).to_be_visible(timeout=60_000)
        assert got(page, f"{council.address}/paper?file=minutes.pdf") == 404


@pytest.mark.parametrize("name", SEES)
def test_everybody_sees_what_is_theirs_marked_and_nothing_else(
    council: Council, visit: Callable[..., Any], name: str
) -> None:
    page = sign_in(visit, council, name)
    expect(page.get_by_text(f"{name.capitalize()} (")).to_be_visible(timeout=60_000)
    signs = page.get_by_text("NOT FOR PUBLICATION. You may see papers that are not public.")
    expect(signs).to_have_count(1 if SEES[name] else 0)
    for word in SECRETS:
        ask(page, f"What did the {word.capitalize()} Panel decide about the {word.capitalize()} tender?")
        answered(page, SECRETS.index(word))
        answer = page.locator(f".st-key-turn-{SECRETS.index(word)}")
        decided = f"the {word} tender be accepted"
        if word in SEES[name]:
            expect(answer).to_contain_text(re.compile(decided, re.IGNORECASE))
            expect(answer).to_contain_text("NOT FOR PUBLICATION. This answer quotes papers that are not public.")
        else:
            assert decided not in words_of(page)
        if not SEES[name]:
            assert "not for publication" not in words_of(page)
        status = got(page, f"{council.address}/paper?file={word}.pdf")
        assert status == (200 if word in SEES[name] else 404)
    if SEES[name]:
        first = next(word for word in SECRETS if word in SEES[name])
        turn = page.locator(f".st-key-turn-{SECRETS.index(first)}")
        click(turn.get_by_role("button", name=re.compile(r"^Source 1: .*NOT FOR PUBLICATION")).first)
        expect(page.locator(".st-key-restricted-source")).to_contain_text("NOT FOR PUBLICATION (")
        expect(page.locator(".st-key-source img")).to_be_visible()
        page.emulate_media(media="print")
        assert page.locator(".st-key-restricted").evaluate("e => getComputedStyle(e).position") == "fixed"
        page.emulate_media(media="screen")
    page.goto(f"{council.address}/people")
    expect(page.get_by_text(f"{name.capitalize()} (")).to_be_visible(timeout=60_000)
    settled(page)
    expect(page.get_by_role("heading", name="Audit log")).to_have_count(1 if name == "adam" else 0)


def test_a_conversation_is_for_whoever_began_it(council: Council, visit: Callable[..., Any]) -> None:
    page = sign_in(visit, council, "mona")
    ask(page, "What was decided about the Zanzibar tender?")
    answered(page)
    shared = page.url
    other = sign_in(visit, council, "rita")
    other.goto(shared)
    expect(other.get_by_text("We could not find this conversation.")).to_be_visible(timeout=60_000)
    assert "zanzibar tender be accepted" not in words_of(other)
    again = sign_in(visit, council, "mona")  # in another browser
    again.goto(shared)
    expect(again.get_by_text("the Zanzibar tender be accepted").first).to_be_visible(timeout=60_000)


def test_signing_out_closes_everything(council: Council, visit: Callable[..., Any]) -> None:
    page = sign_in(visit, council, "olive")
    expect(page.get_by_text("Olive (officer)")).to_be_visible(timeout=60_000)
    assert got(page, f"{council.address}/paper?file=xylophone.pdf") == 200
    click(page.get_by_role("button", name="Sign out"))
    page.get_by_role("button", name="Yes, sign me out").click()  # the provider asks
    expect(page.get_by_role("button", name="Sign in")).to_be_visible(timeout=60_000)
    assert got(page, f"{council.address}/paper?file=xylophone.pdf") == 404


def test_the_log_says_who_read_what_without_a_word_that_is_not_public(council: Council) -> None:
    """After the tests above, which signed in, asked and opened."""
    audit = Audit(council.data, 365)
    entries = audit.entries()
    audit.close()
    assert {"Mona"} <= {entry.name for entry in entries if entry.deed == Deed.READ_RESTRICTED}
    assert "Rita" not in {entry.name for entry in entries if entry.restricted}
    asked = {entry.words for entry in entries if entry.name == "Mona" and entry.deed == Deed.ASKED}
    assert any(words.startswith("What did the […] […]") for words in asked)
    # Rita sees what the public sees, and typed the words of the secrets herself.
    others = repr([entry for entry in entries if entry.name != "Rita"]).casefold()
    assert [word for word in SECRETS if word in others] == []
