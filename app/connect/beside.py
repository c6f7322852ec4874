"""The doors for programs beside the pages, where the settings open any; without one, nothing of them is loaded."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, nullcontext

from starlette.routing import BaseRoute

from app.connect.service import Asked
from corpus.errors import BoardPapersError
from corpus.settings import Settings

Running = Callable[[], AbstractAsyncContextManager[None]]


def program_routes(asked: Asked, settings: Callable[[], Settings], base: str) -> tuple[list[BaseRoute], Running]:
    """The routes, and what has to run beside them; they share the one assistant of `asked` and its turns."""
    try:
        own = settings()
    except BoardPapersError:
        return [], nullcontext  # the page says which setting cannot be used
    if not own.connect:
        return [], nullcontext
    from app.connect.routes import connected  # only here: it takes a second that most programs need not wait for

    doors = connected(asked, own.connect, own.data_folder, own.address, base)
    return doors.routes, doors.running
