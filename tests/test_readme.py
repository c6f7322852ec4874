"""What the README says is so: commands, chores, files, settings, and the answer it quotes."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import app.cli
import corpus.pull.cli
import indexer.cli

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
TEXT = README.read_text(encoding="utf-8")
DOORS: dict[str, Callable[[list[str]], int]] = {
    "corpus": corpus.pull.cli.main,
    "indexer": indexer.cli.main,
    "app": app.cli.main,
}

QUOTED = re.compile(r'```console\n\$ python -m app ask "(?P<question>.+)"\n```\n\n```text\n(?P<answer>.*?)\n```', re.S)
ALL_COMMANDS = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^    python -m (\w+) (\w+) (.*)$", TEXT + ALL_COMMANDS, re.M)
SIGNATURE = re.compile(r"^(?P<name>[\w.]+)\(.*?\) +-> (?P<gives>\w+) +(?P<file>[\w/]+\.py)\b", re.M)


def table(heading: str) -> dict[str, list[str]]:
    """The rows of the table under a column heading: the first cell without its quotes -> the others."""
    rows = TEXT.split(f"| {heading} |", 1)[1].split("\n\n", 1)[0].splitlines()[2:]
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    return {first.strip("`"): rest for first, *rest in cells}


def test_it_stays_readable_in_one_sitting() -> None:
    assert len(TEXT.splitlines()) < 150


@pytest.mark.parametrize(("room", "command", "rest"), COMMANDS, ids=lambda value: value.split(" ")[0])
def test_a_command_has_the_options_named(
    room: str, command: str, rest: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        DOORS[room]([command, "--help"])
    said = capsys.readouterr().out
    assert ended.value.code == 0
    assert [option for option in re.findall(r"--[a-z]+", rest) if option not in said] == []


def test_all_commands_are_named() -> None:
    named = {(room, command) for room, command in re.findall(r"python -m (\w+) (\w+) ", ALL_COMMANDS)}
    assert named == {
        ("corpus", "pull"),
        ("indexer", "sync"),
        ("indexer", "status"),
        ("indexer", "show"),
        ("indexer", "decisions"),
        ("indexer", "move"),
        ("indexer", "work"),
        ("indexer", "workers"),
        ("app", "ask"),
        ("app", "batch"),
        ("app", "monitor"),
        ("app", "new"),
        ("app", "mcp"),
        ("app", "key"),
        ("app", "digest"),
        ("app", "check"),
        ("app", "backup"),
        ("app", "restore"),
        ("app", "people"),
        ("app", "audit"),
    }


@pytest.mark.parametrize("file", ["README.md", "CONTRIBUTING.md"])
def test_every_chore_named_is_in_the_makefile(file: str) -> None:
    chores = set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    told = set(re.findall(r"(?:`|^    |PAPERS\S* )make ([a-z-]+)", (ROOT / file).read_text(encoding="utf-8"), re.M))
    assert told
    assert told <= chores


def test_every_signature_is_one_of_the_file_named() -> None:
    found = list(SIGNATURE.finditer(TEXT))
    assert len(found) >= 8
    for match in found:
        text = (ROOT / match["file"]).read_text(encoding="utf-8")
        for part in match["name"].split("."):
            assert re.search(rf"^\s*(?:def|class) {part}\b", text, re.M), f"{match['file']} has no {part}"
        name = match["name"].split(".")[-1]
        given = re.search(rf"def {name}\((?:[^()]|\([^()]*\))*\) -> (.+):$", text, re.M)
        assert given, f"{match['file']}: {name} says not what it returns"
        assert match["gives"] in given[1], f"{match['file']}: {name} returns {given[1]}"


def test_the_folders_are_those_of_the_table() -> None:
    told = table("folder")
    assert [folder for folder in told if not (ROOT / folder).is_dir()] == []
    code = {f"{path.parent.name}/" for path in ROOT.glob("*/__init__.py")}
    assert code <= told.keys()


def test_the_settings_are_those_that_the_program_reads() -> None:
    text = (ROOT / "corpus" / "settings.py").read_text(encoding="utf-8")
    assert set(re.findall(r"BOARD_PAPERS_[A-Z_]+", text)) == table("setting").keys()


def test_every_file_linked_is_there() -> None:
    assert [link for link in re.findall(r"\]\(([^)#]+)\)", TEXT) if not (ROOT / link).is_file()] == []


def test_the_torch_told_is_the_torch_pinned() -> None:
    pinned = re.findall(r"^torch==(\S+)", (ROOT / "requirements.txt").read_text(encoding="utf-8"), re.M)
    assert re.findall(r"torch==(\S+)", (ROOT / "deploy" / "README.md").read_text(encoding="utf-8")) == pinned


@pytest.mark.slow
def test_the_answer_quoted_is_the_one_given(
    sample_corpus: Path, sample_index: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With REGENERATE=1 the answer is written into the README instead."""
    quoted = QUOTED.search(TEXT)
    assert quoted
    folders = ["--index", str(sample_index), "--corpus", str(sample_corpus)]
    assert app.cli.main(["ask", quoted["question"], *folders]) == 0
    answer = capsys.readouterr().out.strip()
    if os.environ.get("REGENERATE"):
        README.write_text(TEXT.replace(quoted["answer"], answer), encoding="utf-8")
    else:
        assert quoted["answer"] == answer
