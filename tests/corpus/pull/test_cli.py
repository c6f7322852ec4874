"""The command `python -m corpus pull`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from corpus.pull import cli
from corpus.pull.values import day, plain
from tests.corpus.pull.imitation import make_site, served


@pytest.fixture(autouse=True)
def without_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "SHORTEST_PAUSE", 0.0)


def run(*words: str) -> int:
    return cli.main(["pull", *words, "--pause", "0"])


def test_what_came_is_printed_and_the_command_that_follows_is_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    then = f"{sys.executable} -c \"import pathlib; pathlib.Path(r'{tmp_path}/ran').touch()\""
    with served(make_site(bodies=1, meetings=1)) as address:
        words = ("modern-gov", address, "--into", str(tmp_path / "p"), "--since", "2022-01-01", "--then", then)
        assert run(*words) == 0
        said = capsys.readouterr().out
        assert "5 papers stored, 1 meetings looked at" in said
        assert "new: Cabinet/2025-09-16/Budget monitoring.pdf" in said
        assert "2 documents are not for the public and were not fetched." in said
        (tmp_path / "ran").unlink()
        assert run(*words) == 0
        assert "new:" not in capsys.readouterr().out
    assert not (tmp_path / "ran").exists()


def test_something_to_mend_has_its_own_status_and_an_error_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = make_site(bodies=1, meetings=1)
    site.faults = lambda path, times: "404" if "ID=10011" in path else ""
    with served(site) as address:
        assert run("modern-gov", address, "--into", str(tmp_path), "--since", "2022-01-01") == cli.TO_MEND
        assert "to mend: Cabinet, 16 September 2025" in capsys.readouterr().out
        assert run("oparl", address, "--into", str(tmp_path)) == 1
    assert capsys.readouterr().err.startswith("error: The papers in this folder come from modern-gov")
    assert run("web-folder", "papers.example.org", "--into", str(tmp_path / "x")) == 1
    assert "is not the address of a site" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["6", "1m", "x", "5h30m"])
def test_a_time_between_runs_that_is_none_is_wrong_usage(text: str, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        run("modern-gov", "https://x.example", "--into", str(tmp_path), "--every", text)
    assert ended.value.code == 2


def test_it_runs_again_and_again_until_it_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site = make_site(bodies=1, meetings=1)
    turns: list[float] = []

    def turn(seconds: float) -> None:
        turns.append(seconds)
        site.faults = lambda path, times: "html" if "GetCommittees" in path and len(turns) == 1 else ""
        if len(turns) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(cli.time, "sleep", turn)
    with served(site) as address:
        words = ("modern-gov", address, "--into", str(tmp_path), "--since", "2022-01-01", "--every", "6h")
        assert run(*words) == 130
    said = capsys.readouterr()
    assert said.out.count("5 papers stored") == 2
    assert "The next run tries again." in said.err
    assert said.err.endswith("Stopped. The next run goes on from here.\n")
    assert all(21_000 < seconds <= 21_600 for seconds in turns)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("&lt;p&gt;The panel&amp;#39;s  view&lt;/p&gt;", "The panel's view"),
        ("A &amp;amp; B", "A & B"),
        ("<style>p {}</style><b>Bold</b>,\n text", "Bold , text"),
        (None, ""),
    ],
)
def test_text_that_was_escaped_twice_becomes_words(text: str | None, words: str) -> None:
    assert plain(text) == words


@pytest.mark.parametrize("text", ["", "31/02/2025", "2025", "soon", None])
def test_what_is_no_date_is_none(text: str | None) -> None:
    assert day(text) is None
