"""From a council's site to a mailbox, by the commands that run in service, each in its own process."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from app.alerts.newsroom import Newsroom
from app.assistant import open_assistant
from app.saved.follows import Follow, FollowKind, Follows, Rhythm
from corpus.settings import Settings
from tests.app.alerts.mailbox import mail_server
from tests.corpus.pull.imitation import Paper, Site, make_site, served
from tests.test_access_matrix import pdf

ROOT = Path(__file__).parents[3]
REPORT = """Fenmoor Borough Council
CABINET
Report of: Director of Places
Subject: {title}
1. PURPOSE OF REPORT
1.1 To ask for a decision on the {title}.
2. RECOMMENDATIONS
2.1 That {wish}
"""


def report(folder: Path, title: str, wish: str) -> bytes:
    pdf(folder / "report.pdf", REPORT.format(title=title, wish=wish))
    return (folder / "report.pdf").read_bytes()


def lay(site: Site, key: int, title: str, body: bytes, *, restricted: bool = False) -> None:
    """A paper of the one meeting of the site."""
    site.meetings[0].papers.append(Paper(key, title, body, item=3, restricted=restricted, published="17/09/2025"))


@pytest.mark.slow
def test_a_supplement_on_the_site_is_in_the_mailbox_after_one_pull(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(bodies=1, meetings=1, reports=0, until=date.today())
    site.meetings[0].papers = []
    lay(site, 10021, "Tide mill", report(tmp_path, "Tide mill", "the tide mill be let."))
    corpus, data = tmp_path / "papers", tmp_path / "data"
    follows = Follows(data)
    cabinet = Follow(FollowKind.BODY, "Cabinet", "Fenmoor Borough Council", "Cabinet")
    with served(site) as address, mail_server(tmp_path) as (mailbox, mail):
        for name, value in {
            "CORPUS": corpus, "INDEX": tmp_path / "index", "DATA": data, "MAIL": mail.server, "MAIL_FROM": mail.sender,
            "ADDRESS": "https://papers.example.org",
        }.items():  # fmt: skip
            monkeypatch.setenv(f"BOARD_PAPERS_{name}", str(value))
        command = [sys.executable, "-m", "corpus", "pull", "modern-gov", address, "--into", str(corpus / "fenmoor")]
        command += ["--since", "2026-01-01", "--organisation", "Fenmoor Borough Council", "--pause", "0.2"]
        command += ["--then", f"{sys.executable} -m indexer sync"]
        subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
        assistant = open_assistant(Settings.from_environment())
        Newsroom(lambda: assistant, follows).notice()  # as the page does when somebody begins to follow
        follows.confirm(follows.begin_mail(cabinet, "ada@example.org", Rhythm.DAILY, "https://papers.example.org"))
        lay(site, 10022, "Supplement: slipway", report(tmp_path, "Slipway", "the slipway be rebuilt in oak."))
        secret = report(tmp_path, "Ferry lease", "the zanzibar offer be taken.")
        lay(site, 10023, "Ferry lease", secret, restricted=True)
        command += ["--then", f"{sys.executable} -m app digest"]
        said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "digest (status 0)" in said
    assert "one message sent, 0 due without news." in said
    [text] = mailbox.texts()
    assert "the slipway be rebuilt in oak." in text
    assert f"https://papers.example.org/paper?file=fenmoor%2FCabinet%2F{date.today()}%2FSupplement" in text
    assert "#page=1" in text
    assert "tide mill" not in text.lower()
    assert "zanzibar" not in text
