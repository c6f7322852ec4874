"""The server speaks to nobody but this machine, from its start on: every connection that it opens is looked at."""

from __future__ import annotations

import asyncio
import re
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from served import ROOT, running
from sockets import session

from app.views.session.visitor import new_visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TRACED = ["strace", "-D", "-f", "-qq", "-e", "trace=connect", "-o"]
ADDRESS = re.compile(r'inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"')
HERE = re.compile(r"127\.|::1$|0\.0\.0\.0$|::$|::ffff:127\.")


def may_trace() -> bool:
    """Whether there is a tracer, and processes may be traced here."""
    command = ["strace", "-e", "trace=connect", "true"]
    return bool(shutil.which("strace")) and subprocess.run(command, capture_output=True, check=False).returncode == 0


def foreign(trace: str) -> list[str]:
    """The lines of a trace that connect to another machine, if only to ask for a name."""
    found = []
    for line in trace.splitlines():
        address = ADDRESS.search(line)
        if address and not HERE.match(address[1] or address[2]):
            found.append(line)
    return found


def test_a_connection_to_another_machine_would_be_seen() -> None:
    assert foreign('1 connect(3, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("192.0.2.1")}, 16) = 0')
    assert foreign('1 connect(3, {sa_family=AF_INET6, inet_pton(AF_INET6, "2001:db8::1", &sin6_addr)}, 28) = 0')
    assert not foreign('1 connect(3, {sa_family=AF_INET, sin_addr=inet_addr("127.0.0.1")}, 16) = 0')
    assert not foreign('1 connect(3, {sa_family=AF_UNIX, sun_path="/run/x"}, 16) = 0')


@pytest.mark.skipif(not may_trace(), reason="processes cannot be traced here")
def test_the_server_opens_no_connection_to_another_machine(
    sample_corpus: Path, sample_index: Path, tmp_path: Path
) -> None:
    trace = tmp_path / "trace"
    environment = {
        "BOARD_PAPERS_CORPUS": str(sample_corpus),
        "BOARD_PAPERS_INDEX": str(sample_index),
        "BOARD_PAPERS_DATA": str(tmp_path / "data"),
    }
    questions = ("", "What was decided about Kingsmill Baths?", "http://192.0.2.1/x ![y](http://192.0.2.1/z.png)")
    with running(ROOT / "streamlit_app.py", tmp_path / "log", before=[*TRACED, str(trace)], **environment) as address:
        for question in questions:
            with ThreadPoolExecutor(1) as aside:  # the browser of other tests runs a loop in this thread
                shown, _ = aside.submit(asyncio.run, session(address, new_visitor(), question)).result()
            assert shown
    assert foreign(trace.read_text(encoding="utf-8", errors="replace")) == []
