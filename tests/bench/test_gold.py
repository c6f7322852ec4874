"""Which rows a register made by hand asks for, and which it leaves open."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.gold import Gold

ECHO = "import sys\nprint(*sys.argv[1:], sep='\\n')\n"


@pytest.fixture
def gold(tmp_path: Path) -> Gold:
    """A gold folder whose scorer prints what it is asked."""
    (tmp_path / "score_decisions.py").write_text(ECHO)
    (tmp_path / "decisions-a.jsonl").write_text('{"file": "b.pdf", "also": [{"file": "a.pdf"}]}\n')
    return Gold(tmp_path, (), (tmp_path / "decisions-a.jsonl",), tmp_path)


def asked(gold: Gold, capfd: pytest.CaptureFixture[str]) -> list[str]:
    gold.score_register(Path("register.jsonl"), gold.registers[0])
    return capfd.readouterr().out.split("\n")[1:-1]


def test_without_a_scope_the_files_of_the_rows_and_their_copies_count(
    gold: Gold, capfd: pytest.CaptureFixture[str]
) -> None:
    assert asked(gold, capfd) == ["--register", "register.jsonl", "--scope", "a.pdf", "b.pdf"]


def test_the_scope_and_the_optional_rows_beside_a_register_are_used(
    gold: Gold, capfd: pytest.CaptureFixture[str]
) -> None:
    scope, optional = (gold.papers / name for name in ("decisions-a.scope", "optional-decisions-a.jsonl"))
    scope.write_text("c.pdf\n")
    optional.write_text("")
    assert asked(gold, capfd)[2:] == ["--scope-file", str(scope), "--optional", str(optional)]
