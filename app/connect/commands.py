"""The commands `mcp` and `key`: the papers as tools on standard input and output, and keys of programs."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from app.connect.keys import Keys
from app.connect.service import HERE, Alone, Answering, Service
from corpus.settings import DOORS, Settings


def add_connect(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> Iterator[argparse.ArgumentParser]:
    """Adds the two commands and gives their parsers."""
    yield commands.add_parser("mcp", help="serve the papers to an assistant on standard input and output")
    key = commands.add_parser("key", help="make a key for a program, list the keys, or remove one")
    key.add_argument("name", nargs="?", default="", help="whose key it is; without a name the keys are listed")
    key.add_argument("--doors", default=",".join(DOORS), help=f"what it opens: {', '.join(DOORS)} (all)")
    key.add_argument("--remove", action="store_true", help="remove the key of this name")
    yield key


def serve_mcp(assistant: Answering, settings: Settings) -> None:
    """Answers an assistant until it closes its end."""
    from app.connect.mcp_server import serve_on_stdio  # it takes half a second, which no other command has to wait for

    papers = Service(Alone(assistant), settings.address or HERE)
    serve_on_stdio(lambda: papers)


def key_lines(options: argparse.Namespace, settings: Settings) -> Iterator[str]:
    """Makes, lists or removes keys; a new one is shown this once."""
    keys = Keys(settings.data_folder)
    if not options.name:
        for key in keys.all():
            yield f"{key.name}: {', '.join(key.doors)} (made on {key.made})"
    elif options.remove:
        keys.remove(options.name)
    else:
        yield keys.add(options.name, [door.strip() for door in options.doors.split(",") if door.strip()])
