"""A real server and a real browser for the tests in this folder."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from served import ROOT, Beacon, running

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def beacon() -> Iterator[Beacon]:
    counting = Beacon()
    yield counting
    counting.close()


@pytest.fixture(scope="session")
def address(beacon: Beacon, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app over the fake assistant, whose hostile answer points at the beacon."""
    folder = tmp_path_factory.mktemp("papers")
    environment = {"FAKE_PAPERS": str(folder), "FAKE_BEACON": beacon.address, "FAKE_DELAY": "0.3"}
    with running(ROOT / "tests" / "browser" / "fake_server.py", folder / "server.log", **environment) as url:
        yield url


@pytest.fixture(scope="session")
def product(sample_corpus: Path, sample_index: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the product over the sample papers, run as its users run it."""
    environment = {"BOARD_PAPERS_CORPUS": str(sample_corpus), "BOARD_PAPERS_INDEX": str(sample_index)}
    log = tmp_path_factory.mktemp("product") / "server.log"
    with running(ROOT / "streamlit_app.py", log, **environment) as url:
        yield url


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    """A Chromium; the tests are skipped where there is none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if executable is None:
        pytest.skip("No Chromium on this machine")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=executable, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: object) -> Iterator[Callable[..., object]]:
    """Opens a page of its own for a visitor: width, height, light or dark."""
    contexts = []

    def _visit(url: str, width: int = 1280, height: int = 800, scheme: str = "light") -> object:
        context = chromium.new_context(  # type: ignore[attr-defined]
            viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.goto(url)
        return page

    yield _visit
    for context in contexts:
        context.close()
