"""Every door and every cache of what is stored stands in the table of docs/access.md, with a test that covers it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("indexer", "retriever", "app")
TABLE = (ROOT / "docs" / "access.md").read_text(encoding="utf-8").partition("## Doors and caches")[2]

CACHES = {"cache", "lru_cache", "cached_property", "cache_data", "cache_resource"}
EMPTY = ("{}", "[]", "dict()", "list()", "set()", "OrderedDict()", "defaultdict(list)", "defaultdict(dict)")

DOORS = ("Page", "Route", "Mount", "Tool", "add_parser", "download_button")

NAMED = ("Page", "Tool", "add_parser")
"""Doors of which a file has several, told apart by their first word."""

STORES = ("indexer/store/", "retriever/", "app/")
"""Where an object may keep, from one question to the next, what it got from the store."""


def trees() -> Iterator[tuple[str, ast.Module]]:
    """Every file of the program with its syntax tree."""
    for room in ROOMS:
        for file in sorted((ROOT / room).rglob("*.py")):
            yield file.relative_to(ROOT).as_posix(), ast.parse(file.read_text(encoding="utf-8"))


def name_of(node: ast.AST) -> str:
    """The last part of a dotted name, also of one that is called."""
    return ast.unparse(node.func if isinstance(node, ast.Call) else node).rpartition(".")[2]


def cached(file: str, tree: ast.Module) -> Iterator[str]:
    """Functions whose answers a decorator or a call keeps."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and any(name_of(one) in CACHES for one in node.decorator_list):
            yield f"{file} {node.name}"
        elif (
            isinstance(node, ast.Call)
            and ast.unparse(node.func).rpartition(".")[2] in CACHES
            and node.args
            and not any(isinstance(one, ast.FunctionDef) for one in node.args)
        ):
            yield f"{file} {ast.unparse(node.args[0])}"


def kept_by_objects(file: str, tree: ast.Module) -> Iterator[str]:
    """Attributes that an object sets after it was made, or that it makes as an empty container."""
    if not file.startswith(STORES):
        return
    for owner in (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)):
        for method in (node for node in owner.body if isinstance(node, ast.FunctionDef)):
            for target, value in assigned(method):
                made = method.name in ("__init__", "__post_init__")
                if target.startswith("self.") and (not made or value in EMPTY):
                    yield f"{file} {owner.name}.{target.removeprefix('self.').partition('[')[0]}"


def kept_by_sessions(file: str, tree: ast.Module) -> Iterator[str]:
    """Files that keep something in the session of a browser."""
    if any(isinstance(node, ast.Attribute) and node.attr == "session_state" for node in ast.walk(tree)):
        yield f"{file} session_state"


def kept_by_modules(file: str, tree: ast.Module) -> Iterator[str]:
    """Containers that a module makes empty, and names that its functions make global."""
    for target, value in assigned(tree, inside=False):
        if value in EMPTY:
            yield f"{file} {target}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Global):
            yield from (f"{file} {name}" for name in node.names)


def assigned(node: ast.AST, *, inside: bool = True) -> Iterator[tuple[str, str]]:
    """What is assigned in a function or at the top of a module: target and value as they are written."""
    for one in ast.walk(node) if inside else ast.iter_child_nodes(node):
        if isinstance(one, ast.Assign):
            for target in one.targets:
                for part in target.elts if isinstance(target, ast.Tuple) else [target]:
                    yield ast.unparse(part), ast.unparse(one.value)
        elif isinstance(one, ast.AnnAssign) and one.value is not None:
            yield ast.unparse(one.target), ast.unparse(one.value)


def doors(file: str, tree: ast.Module) -> Iterator[str]:
    """Pages, routes, commands, exports and downloads."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in DOORS:
            if name_of(node) == "Page" and ast.unparse(node.func) != "st.Page":
                continue
            at = f"{file} {name_of(node)}"
            yield f"{at} {ast.unparse(node.args[0])}" if name_of(node) in NAMED and node.args else at
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in ("app.get", "app.post"):
            yield f"{file} {ast.unparse(node.func).rpartition('.')[2]} {ast.unparse(node.args[0])}"
        elif isinstance(node, ast.FunctionDef) and file.startswith("app/exports/") and not node.name.startswith("_"):
            yield f"{file} {node.name}"


KINDS = (cached, kept_by_objects, kept_by_sessions, kept_by_modules, doors)


def everything() -> set[str]:
    """Every door and cache of the program as the table names it: its file, then what it is called there."""
    return {one for file, tree in trees() for kind in KINDS for one in kind(file, tree)}


def rows() -> dict[str, list[str]]:
    """The table: for each door or cache the cells behind it."""
    lines = [line for line in TABLE.splitlines() if line.startswith("| `")]
    found: dict[str, list[str]] = {}
    for line in lines:
        first, *cells = (cell.strip() for cell in line.strip("|").split("|"))
        for name in re.findall(r"`([^`]+)`", first):
            found[name] = cells
    return found


def named_tests(cells: list[str]) -> list[str]:
    """The files of tests that a row names."""
    return re.findall(r"tests/[\w/]+\.py", cells[-1])


def test_every_door_and_cache_is_in_the_table() -> None:
    assert sorted(everything() - rows().keys()) == []


def test_the_table_names_no_door_or_cache_that_is_gone() -> None:
    assert sorted(name for name in rows().keys() - everything()) == []


def test_every_row_names_a_test_that_is_there_or_says_why_none_is_needed() -> None:
    for name, cells in rows().items():
        named = named_tests(cells)
        assert all((ROOT / file).is_file() for file in named), name
        assert named or cells[-1].startswith(("no words of a paper", "only the text it is asked with")), name


@pytest.mark.parametrize(
    ("file", "text", "found"),
    [
        ("app/a.py", "@lru_cache(maxsize=9)\ndef answers(): ...", "app/a.py answers"),
        ("app/a.py", "@st.cache_data\ndef answers(): ...", "app/a.py answers"),
        ("app/a.py", "kept = cache(answers)", "app/a.py answers"),
        ("app/a.py", "class A:\n    def ask(self):\n        self._last = 1", "app/a.py A._last"),
        ("app/a.py", "class A:\n    def __init__(self):\n        self._kept = {}", "app/a.py A._kept"),
        ("app/a.py", "def f():\n    st.session_state['x'] = 1", "app/a.py session_state"),
        ("app/a.py", "KEPT = {}", "app/a.py KEPT"),
        ("app/a.py", "def f():\n    global kept\n    kept = 1", "app/a.py kept"),
        ("app/a.py", "st.Page(secrets)", "app/a.py Page secrets"),
        ("app/a.py", "Route('/raw', raw)", "app/a.py Route"),
        ("app/a.py", "commands.add_parser('dump')", "app/a.py add_parser 'dump'"),
        ("app/exports/pdf.py", "def to_pdf(): ...", "app/exports/pdf.py to_pdf"),
    ],
)
def test_a_new_door_or_cache_is_found(file: str, text: str, found: str) -> None:
    assert found in {one for kind in KINDS for one in kind(file, ast.parse(text))}
