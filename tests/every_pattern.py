"""Every regular expression of the program as JSON: `python tests/every_pattern.py` from the root of the repository.

Imports every module, with re.compile watched, so that a pattern is found wherever it is kept; then evaluates the
pattern of each call of re.search and its kin inside functions. Calls whose pattern is made only while the program runs
are listed apart, each as "file: expression"; the strings in the tables of their modules are taken for patterns.
"""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).parents[1]
ROOMS = ("corpus", "indexer", "retriever", "app")
FLAGS_AT = {"compile": 1, "search": 2, "match": 2, "fullmatch": 2, "findall": 2, "finditer": 2, "split": 3}
FLAGS_AT |= {"sub": 4, "subn": 4}

Key = tuple[str, int]

compiled: dict[Key, str] = {}
used_as: dict[Key, set[str]] = defaultdict(set)
made_at_run_time: set[str] = set()


def watch() -> None:
    """Note the pattern and the place of everything that our own modules compile from now on."""
    compile_ = re._compile  # type: ignore[attr-defined]

    def noting(pattern: Any, flags: int) -> Any:
        made = compile_(pattern, flags)
        frame = sys._getframe(2)
        while frame.f_back and frame.f_code.co_filename.endswith("forms/form.py"):
            frame = frame.f_back  # the row stands where the function that makes rows was called
        file = Path(frame.f_code.co_filename)
        if isinstance(made.pattern, str) and any(file.is_relative_to(ROOT / room) for room in ROOMS):
            compiled.setdefault((made.pattern, made.flags), file.relative_to(ROOT).as_posix())
        return made

    re._compile = noting  # type: ignore[attr-defined]


def modules() -> Iterator[ModuleType]:
    """Every module of the program, imported; what draws a page when it is imported is no module."""
    for room in ROOMS:
        for found in pkgutil.walk_packages([str(ROOT / room)], f"{room}."):
            if found.name.rsplit(".", 1)[-1] not in {"__main__", "main"}:
                yield importlib.import_module(found.name)


def strings_in(value: object) -> Iterator[str]:
    """Every string in a table, at any depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for pair in value.items():
            yield from strings_in(pair)
    elif isinstance(value, tuple | list | set | frozenset):
        for one in value:
            yield from strings_in(one)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from strings_in(getattr(value, field.name))


def look_into_functions(module: ModuleType) -> None:
    """Note the patterns that the functions of a module give to re, and how each of its patterns is used."""
    path = Path(str(module.__file__))
    file, known = path.relative_to(ROOT).as_posix(), vars(module)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Attribute) or node.attr not in FLAGS_AT or not isinstance(node.value, ast.Name):
            continue
        pattern = known.get(node.value.id)
        pattern = getattr(pattern, "pattern", pattern) if is_dataclass(pattern) else pattern
        if isinstance(pattern, re.Pattern):
            used_as[pattern.pattern, pattern.flags].add(node.attr)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {f"re.{name}" for name in FLAGS_AT}:
            look_into_call(node, file, known)


def look_into_call(node: ast.Call, file: str, known: dict[str, Any]) -> None:
    """Note the pattern of one call of re, or that it is made only at run time."""
    name = ast.unparse(node.func).removeprefix("re.")
    at = FLAGS_AT[name]
    flags = node.args[at : at + 1] or [word.value for word in node.keywords if word.arg == "flags"]
    try:
        given = [eval(compile(ast.Expression(part), file, "eval"), dict(known)) for part in (node.args[0], *flags)]
    except NameError:
        made_at_run_time.add(f"{file}: {ast.unparse(node.args[0])}")
        for text in (text for value in list(known.values()) for text in strings_in(value)):
            if re.search(r"[\\|*+?\[(]", text):
                note_if_pattern(text, file)
        return
    pattern = re.compile(*given)
    if isinstance(pattern.pattern, str):
        compiled.setdefault((pattern.pattern, pattern.flags), file)
        if name != "compile":
            used_as[pattern.pattern, pattern.flags].add(name)


def note_if_pattern(text: str, file: str) -> None:
    """Note a string of a table as a pattern, where it is one."""
    try:
        pattern = re.compile(text, re.IGNORECASE)
    except re.error:
        return
    compiled.setdefault((pattern.pattern, pattern.flags), file)


def main() -> None:
    """Print all patterns, and the calls whose pattern is made at run time."""
    sys.path.insert(0, str(ROOT))
    watch()
    for module in list(modules()):
        look_into_functions(module)
    found = [
        {"file": file, "pattern": pattern, "flags": flags, "uses": sorted(used_as[pattern, flags]) or ["search"]}
        for (pattern, flags), file in sorted(compiled.items(), key=lambda one: one[1])
    ]
    print(json.dumps({"patterns": found, "made_at_run_time": sorted(made_at_run_time)}))


if __name__ == "__main__":
    main()
