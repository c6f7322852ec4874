"""Programs: the doors for other programs beside the pages, where the settings open any."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, nullcontext

from starlette.routing import BaseRoute

from app.views.session.desk import Desk
from app.views.session.serving import base_path
from corpus.errors import BoardPapersError


def program_routes(desk: Desk) -> tuple[list[BaseRoute], Callable[[], AbstractAsyncContextManager[None]]]:
    """The routes, and what has to run beside them; they share the desk, its one assistant and its turns."""
    try:
        settings = desk.settings()
    except BoardPapersError:
        return [], nullcontext  # the page says which setting cannot be used
    if not settings.connect:
        return [], nullcontext
    from app.connect.routes import connected  # only here: it takes a second that most programs need not wait for

    doors = connected(desk, settings.connect, settings.data_folder, settings.address, base_path())
    return doors.routes, doors.running
