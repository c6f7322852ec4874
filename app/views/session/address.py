"""Address: where visitors reach these pages."""

from __future__ import annotations

from functools import cached_property

import streamlit as st
from starlette.datastructures import Headers
from starlette.types import Scope

from app.views.session.desk import Desk
from corpus.errors import BoardPapersError

DEFAULT_PORTS = {"http": ":80", "https": ":443"}


class Address:
    """Where visitors reach these pages: as the setting says, else as their request says."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @cached_property
    def _setting(self) -> str:
        try:
            return self._desk.settings().address
        except BoardPapersError:
            return ""  # the page says which setting cannot be used

    def origin(self, scope: Scope) -> str:
        """Scheme, host and port as a browser writes them in Origin; "" where the request names no host."""
        if self._setting:
            return _without_default_port(self._setting)
        host = Headers(scope=scope).get("host", "").lower()
        scheme = {"ws": "http", "wss": "https"}.get(scope["scheme"], scope["scheme"])
        return _without_default_port(f"{scheme}://{host}") if host else ""

    def home(self, scope: Scope) -> str:
        """Where the pages are, with the path that all of them share."""
        return self.origin(scope) + base_path()


def base_path() -> str:
    """The path under which all pages lie, "" where they lie at the top."""
    path = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{path}" if path else ""


def origin_on_page(desk: Desk) -> str:
    """Scheme and host of the pages, as the setting says, else as the browser that shows this page has them."""
    return desk.settings().address or "/".join(str(st.context.url or "").split("/")[:3])


def home_on_page(desk: Desk) -> str:
    """Where the pages are, with the path that all of them share."""
    return origin_on_page(desk) + base_path()


def _without_default_port(origin: str) -> str:
    return origin.removesuffix(DEFAULT_PORTS.get(origin.partition("://")[0], ""))
