"""Routes: the doors for programs beside the pages, those that the settings open and no others."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mcp.server.transport_security import TransportSecuritySettings
from starlette.routing import BaseRoute, Mount, Router
from starlette.types import ASGIApp

from app.connect.api.interface import api_app
from app.connect.chat import chat_routes
from app.connect.gate import AT_ONCE, PER_MINUTE, Gate
from app.connect.keys import Keys
from app.connect.mcp_server import mcp_server
from app.connect.service import HERE, Asked, Service
from app.upkeep.limits import Limits
from corpus.settings import DOORS

OWN_HOSTS = ["localhost", "localhost:*", "127.0.0.1", "127.0.0.1:*", "[::1]:*"]


@dataclass(frozen=True, slots=True)
class Connected:
    """The routes, and what has to run as long as they answer."""

    routes: list[BaseRoute]
    running: Callable[[], Any]


def connected(asked: Asked, doors: Sequence[str], data: Path, address: str, base: str = "") -> Connected:
    """The routes of the doors that are open; `data` is the folder of the keys, `base` the path that all pages share."""
    keys, limits = Keys(data), Limits(PER_MINUTE, at_once=AT_ONCE)
    papers = Service(asked, f"{address or HERE}{base}")
    managers: list[Any] = []
    made: dict[str, Callable[[], ASGIApp]] = {
        "mcp": lambda: _mcp(papers, address, managers),
        "api": lambda: api_app(lambda: papers, data, base),
        "chat": lambda: Router(chat_routes(lambda: papers)),
    }
    paths = {"mcp": "/mcp", "api": "/api/v1", "chat": "/v1"}
    routes: list[BaseRoute] = [
        mounted(f"{base}{paths[door]}", Gate(made[door](), door, keys, limits, asked.audit))
        for door in DOORS
        if door in doors
    ]

    @asynccontextmanager
    async def running() -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            for manager in managers:
                await stack.enter_async_context(manager.run())
            yield

    return Connected(routes, running)


def mounted(path: str, app: ASGIApp) -> Mount:
    """The app at a path and all below it, also where a line break stands in the rest of the path."""
    mount = Mount(path, app)
    mount.path_regex = re.compile(mount.path_regex.pattern, re.DOTALL)
    return mount


def _mcp(papers: Service, address: str, managers: list[Any]) -> ASGIApp:
    """The MCP server over streamable HTTP, without sessions."""
    server = mcp_server(lambda: papers)
    host = urlsplit(address).netloc
    safe = TransportSecuritySettings(
        allowed_hosts=[*OWN_HOSTS, *([host] if host else [])],
        allowed_origins=[*(f"http://{own}" for own in OWN_HOSTS), *([address] if address else [])],
    )
    app = server.streamable_http_app(
        streamable_http_path="/", stateless_http=True, json_response=True, transport_security=safe
    )
    managers.append(server.session_manager)
    return app
