"""Functions with more than ten ways through them are listed, file by file; the list can only shrink."""

from __future__ import annotations

import json
import os
from collections import Counter

from radon.complexity import cc_visit

from tests.test_architecture import ROOT, sources

LIMIT = 10
"""Ways through a function, as radon counts them: its branches, loops, conditions and comprehensions, and one."""

ALLOWED = ROOT / "tests" / "expected" / "complex_functions.json"
"""How many such functions a file may have. REGENERATE=1 lowers the numbers to what is left, and never raises one."""


def complex_functions(text: str) -> list[str]:
    """The names of the functions and methods of a module with more ways through them than the limit."""
    blocks = [block for block in cc_visit(text) if block.letter in "FM"]
    return [block.name for block in blocks if block.complexity > LIMIT]


def test_no_file_gains_a_complex_function() -> None:
    found = Counter({source.path: len(complex_functions(source.text)) for source in sources()})
    allowed: dict[str, int] = json.loads(ALLOWED.read_text(encoding="utf-8"))
    if os.environ.get("REGENERATE"):
        allowed = {path: min(n, found[path]) for path, n in sorted(allowed.items()) if found[path]}
        ALLOWED.write_text(json.dumps(allowed, indent=1) + "\n", encoding="utf-8")
    assert {path: n for path, n in found.items() if n > allowed.get(path, 0)} == {}


def test_a_complex_function_is_found_also_in_a_class() -> None:
    branches = "".join(f"        if a == {n}:\n            return {n}\n" for n in range(LIMIT))
    text = f"class A:\n    def many(self, a):\n{branches}\n    def few(self, a):\n        return a if a else 0\n"
    assert complex_functions(text) == ["many"]
