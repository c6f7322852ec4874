"""A real server and a real browser for the tests in this folder."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
START = 40
"""Seconds that a server may take to answer for the first time on a busy machine."""


@contextmanager
def running(launcher: Path, log: Path, **environment: str) -> Iterator[str]:
    """The address of a server of `launcher`, for as long as the block lasts."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    paths = os.pathsep.join(map(str, (ROOT, ROOT / "tests" / "app" / "views")))
    command = [sys.executable, "-m", "streamlit", "run", str(launcher), "--server.port", str(port)]
    with log.open("wb") as output:
        server = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": paths, **environment},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            address = f"http://localhost:{port}"
            _wait(address, server, log)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=20)


def _wait(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + START
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"The server did not start:\n{log.read_text(errors='replace')}")


class Beacon:
    """A server on another port that counts who calls it."""

    def __init__(self) -> None:
        self.hits: list[str] = []
        hits = self.hits

        class Count(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                hits.append(self.path)
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                return

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Count)
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()


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
