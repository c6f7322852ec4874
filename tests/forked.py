"""Children of the program, forked from a process that has already loaded what they need.

A child of an index run imports Chroma or the PDF libraries for seconds and then works for a tenth of one, and the tests
make hundreds of small indexes. So a process that has loaded those libraries, and has done nothing else, waits for each
of them (`python tests/forked.py KIND SOCKET`); a child forked from it starts at once and is as fresh as any other.
How the program itself starts its children is tested by what tests/conftest.py names, by the tests of its commands and
in the browser.
"""

from __future__ import annotations

import atexit
import importlib
import json
import os
import random
import select
import socket
import subprocess
import sys
import tempfile
import types
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

ROOT = Path(__file__).parents[1]
FOLDERS = [str(ROOT / name) for name in ("", "tests", "tests/indexer/store")]
EXECUTABLE = sys.executable
POSSIBLE = sys.platform == "linux"  # elsewhere the children are started as the program starts them

Run = Callable[[list[str]], Any]


# --- what the children run, loaded once


def _store() -> Run:
    """What a child of a build does (indexer/store/__main__.py), with Chroma loaded and nothing of it started."""
    importlib.import_module("indexer.store.vectors.chroma")
    run: Run = importlib.import_module("indexer.store.__main__").main
    return run


def _reading() -> Run:
    """What a reader does (indexer/reading/child_main.py), the doors of the rooms left closed as they are for it."""
    for room in ("indexer", "corpus"):
        package = types.ModuleType(room)
        package.__path__ = [str(ROOT / room)]
        sys.modules[room] = package
    importlib.import_module("indexer.reading.formats.pdf")
    main = importlib.import_module("indexer.reading.child_main").main
    return lambda arguments: main(int(arguments[-1]))


def _script(name: str) -> Run:
    """A script of the tests that builds an index and forks the children of the build from itself, to be killed."""
    store = _store()
    run: Run = importlib.import_module(name).run
    building = importlib.import_module("indexer.store.vectors.building")

    def popen(command: Sequence[str], **named: Any) -> ForkedHere:
        return ForkedHere(command[3:], run=store, **named)

    vars(building)["subprocess"] = _with(popen)
    return run


def serve(kind: str, address: str) -> None:
    """Load what the children need, then fork one for each call, until standard input ends."""
    run = {"store": _store, "reading": _reading}.get(kind, lambda: _script(kind))()
    ending: dict[int, tuple[int, socket.socket]] = {}
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(address)
        listening.listen()
        print("ready", flush=True)
        while True:
            ready, _, _ = select.select([0, listening, *ending], [], [])
            if 0 in ready:
                return
            for ended in ending.keys() & set(ready):
                pid, caller = ending.pop(ended)
                os.close(ended)
                with caller, suppress(OSError):  # the caller may have gone
                    caller.send(str(os.waitpid(pid, 0)[1]).encode())
            if listening in ready:
                caller, _ = listening.accept()
                pid = _answered(caller, run)
                ending[os.pidfd_open(pid)] = pid, caller


def _answered(caller: socket.socket, run: Run) -> int:
    """The number of the new child that a caller asked for."""
    said, streams, _, _ = socket.recv_fds(caller, 65_536, 3)
    while not said.endswith(b"\n"):
        said += caller.recv(65_536)
    pid = os.fork()
    if not pid:
        _become(run, streams, **json.loads(said))
    for stream in streams:
        os.close(stream)
    caller.send(f"{pid}\n".encode())
    return pid


def _become(
    run: Run,
    streams: Sequence[int],
    *,
    arguments: list[str],
    folder: str,
    environment: dict[str, str],
    rights: int,
    session: bool,
) -> None:
    """Be the child: the same streams, folder and environment as if started by a command; never returns."""
    status: Any = 1
    try:
        if session:
            os.setsid()
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
        os.closerange(3, os.sysconf("SC_OPEN_MAX"))
        os.chdir(folder)
        os.umask(rights)
        os.environ.clear()
        os.environ.update(environment)
        random.seed()  # else all children would draw alike
        status = run(arguments) or 0
        sys.stdout.flush()
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        os._exit(status)


# --- whoever starts a child


class _Forked(subprocess.Popen[Any]):
    """A Popen whose child is forked; its pipes, and how it is waited for and killed, are those of any Popen."""

    def __init__(self, arguments: Sequence[str], **named: Any) -> None:
        self._arguments = list(arguments)
        super().__init__(["forked", *arguments], **named)

    def _execute_child(self, args: Any, *rest: Any) -> None:
        folder, environment, session = rest[4], rest[5], rest[20]
        in_read, in_write, out_read, out_write, errors_read, errors_write = rest[9:15]
        os.umask(rights := os.umask(0o077))
        asked = {
            "arguments": self._arguments,
            "folder": str(folder or Path.cwd()),
            "environment": dict(os.environ if environment is None else environment),
            "rights": rights,
            "session": session,
        }
        given = (in_read, out_write, errors_write)
        self.pid = self._fork(asked, [number if fd == -1 else fd for number, fd in enumerate(given)])
        self._child_created = True
        devnull = getattr(self, "_devnull", None)
        for ours, theirs in ((in_write, in_read), (out_read, out_write), (errors_read, errors_write)):
            if -1 not in (ours, theirs) and theirs != devnull:
                os.close(theirs)
        if devnull is not None:
            os.close(devnull)
        self._closed_child_pipe_fds = True

    def _fork(self, asked: dict[str, Any], streams: list[int]) -> int:
        raise NotImplementedError


class ForkedHere(_Forked):
    """A child forked from this process, which has nothing of Chroma started and no other thread."""

    def __init__(self, arguments: Sequence[str], *, run: Run, **named: Any) -> None:
        self._run = run
        super().__init__(arguments, **named)

    def _fork(self, asked: dict[str, Any], streams: list[int]) -> int:
        sys.stdout.flush()
        pid = os.fork()
        if not pid:
            _become(self._run, streams, **asked)
        return pid


class Forked(_Forked):
    """A child forked from the process that waits with what a kind of child needs."""

    def __init__(self, kind: str, arguments: Sequence[str], **named: Any) -> None:
        self._kind = kind
        super().__init__(arguments, **named)

    def _fork(self, asked: dict[str, Any], streams: list[int]) -> int:
        self._said = b""
        self._caller = socket.socket(socket.AF_UNIX)
        self._caller.connect(_waiting(self._kind))
        socket.send_fds(self._caller, [json.dumps(asked).encode() + b"\n"], streams)
        while b"\n" not in self._said:
            self._said += self._caller.recv(64)
        pid, _, self._said = self._said.partition(b"\n")
        return int(pid)

    def _try_wait(self, wait_flags: int) -> tuple[int, int]:
        """As os.waitpid, which only the parent of the child may ask."""
        while self._caller.fileno() != -1:
            if wait_flags & os.WNOHANG and not select.select([self._caller], [], [], 0)[0]:
                return 0, 0
            if more := self._caller.recv(64):
                self._said += more
            else:
                self._caller.close()
        return self.pid, int(self._said or 9)  # without a word where the waiting process was killed

    def _internal_poll(self, _deadstate: int | None = None) -> int | None:
        if self.returncode is None and self._child_created and self._waitpid_lock.acquire(False):
            try:
                pid, status = self._try_wait(os.WNOHANG)
                if pid and self.returncode is None:
                    self._handle_exitstatus(status)
            finally:
                self._waitpid_lock.release()
        return self.returncode


@cache
def _waiting(kind: str) -> str:
    """The socket of the process that waits with what a kind of child needs; it ends with this one."""
    folder = tempfile.TemporaryDirectory()
    address = str(Path(folder.name) / "socket")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(FOLDERS), "OPENBLAS_NUM_THREADS": "1"}
    command = [sys.executable, __file__, kind, address]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"

    def end() -> None:
        process.communicate()
        folder.cleanup()

    atexit.register(end)
    return address


# --- in the place of what the program starts


@contextmanager
def forked_children() -> Iterator[None]:
    """The children of builds and the readers are forked, for as long as the block lasts."""
    if not POSSIBLE:
        yield
        return
    from indexer.reading import child
    from indexer.store.vectors import building

    def popen(command: Sequence[str], **named: Any) -> subprocess.Popen[Any]:
        if command[0] != EXECUTABLE:  # a test has put something else in its place
            return subprocess.Popen(command, **named)
        if list(command[1:3]) == ["-m", "indexer.store"]:
            return Forked("store", command[3:], **named)
        assert command[3] == child.ENTRY
        return Forked("reading", command[4:], **named)

    with patch.object(child, "subprocess", _with(popen)), patch.object(building, "subprocess", _with(popen)):
        yield


def _with(popen: Callable[..., Any]) -> types.SimpleNamespace:
    """The module subprocess with another Popen, for one module of the program."""
    return types.SimpleNamespace(**{**vars(subprocess), "Popen": popen})


if __name__ == "__main__":
    serve(*sys.argv[1:])
