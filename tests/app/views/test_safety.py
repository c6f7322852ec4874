"""What the source of the pages may not contain, and what the configuration must say."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SOURCES = sorted([*(ROOT / "app" / "views").glob("*.py"), ROOT / "streamlit_app.py"])
MARKUP = {"markdown", "title", "header", "subheader", "caption", "error", "warning", "info", "success", "toast", "html"}
LABELS = {
    "button",
    "link_button",
    "expander",
    "checkbox",
    "popover",
    "tabs",
    "metric",
    "badge",
    "selectbox",
    "date_input",
    "download_button",
    "file_uploader",
    "form_submit_button",
    "text_area",
    "text_input",
}
FORBIDDEN = {"write", "write_stream", "table", "latex", "iframe", "data_editor", "echo", "help", "pdf"}


def calls(path: Path) -> list[tuple[str, ast.Call]]:
    """Every call of `st.<name>` in a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        (node.func.attr, node)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "st"
    ]


def is_ours(node: ast.expr) -> bool:
    """True for a constant, a named constant, numbers put into a constant, plain(...), and choices between those."""
    if isinstance(node, ast.Constant):
        return True
    if isinstance(node, ast.Name):
        return node.id.isupper() or node.id == "label"
    if isinstance(node, ast.IfExp):
        return is_ours(node.body) and is_ours(node.orelse)
    if isinstance(node, ast.Call):
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        return name in {"plain", "len", "_title"}
    if isinstance(node, ast.Subscript):
        return is_ours(node.value)
    if isinstance(node, ast.JoinedStr):
        return all(
            is_ours(part)
            or (isinstance(part, ast.FormattedValue) and (is_ours(part.value) or ast.unparse(part.value) in NUMBERS))
            for part in node.values
        )
    return False


NUMBERS = {"page", "citation.number"}
"""Names of whole numbers that may stand in our own sentences."""


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_only_our_own_words_are_read_as_markup(path: Path) -> None:
    for name, call in calls(path):
        assert name not in FORBIDDEN, f"st.{name} in {path.name}"
        if name in MARKUP | LABELS and call.args:
            assert is_ours(call.args[0]), f"{path.name}:{call.lineno} st.{name}({ast.unparse(call.args[0])})"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_nothing_switches_the_escaping_off(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for word in ("unsafe_allow_html", "unsafe_allow_javascript", "components.v1", "innerHTML", "http://", "https://"):
        assert word not in text.replace("http://www.w3.org/2000/svg", ""), f"{word} in {path.name}"


@pytest.mark.parametrize("path", sorted((ROOT / "app" / "views").rglob("*.js")), ids=lambda path: path.name)
def test_no_script_reads_text_as_markup_or_runs_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "http://", "https://"):
        assert word not in text.replace("http://www.w3.org/2000/svg", ""), f"{word} in {path.name}"


def test_the_configuration_keeps_to_this_machine() -> None:
    options = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert options["server"]["address"] == "localhost"
    assert options["server"]["allowedHosts"] == ["localhost", "127.0.0.1"]
    assert options["server"]["enableAgentApi"] is False
    assert options["server"]["enableStaticServing"] is False
    assert options["server"]["fileWatcherType"] == "none"
    assert options["server"]["maxUploadSize"] == 200
    assert options["browser"]["gatherUsageStats"] is False
    assert options["client"]["showErrorDetails"] == "none"
    assert options["client"]["toolbarMode"] in {"viewer", "minimal"}


def test_no_theme_fetches_a_font() -> None:
    assert "http" not in (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
