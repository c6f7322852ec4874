"""Renewal: another id for a visitor who signs in, in the page that is open and in the browser's cookie.

The page cannot set a cookie that no script can read. So it gives the browser a ticket, which is good once, and the
browser fetches the cookie for it.
"""

from __future__ import annotations

import secrets

import streamlit as st
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from app.views.session.address import Address, base_path
from app.views.session.desk import Desk
from app.views.session.visitor import cookie_of, visitor
from corpus.errors import BoardPapersError

RENEWAL = "/visitor"
LONGEST_TICKET = 100  # characters that are read

SCRIPT = """
export default function ({ data }) {
  if (!data.ticket || window.boardPapersTicket === data.ticket) return;
  window.boardPapersTicket = data.ticket;
  fetch(data.address, { method: "POST", body: data.ticket, credentials: "same-origin" });
}
"""
"""Fetches the cookie once, however often the page is drawn."""

_mount = st.components.v2.component("board_papers_renewal", js=SCRIPT)


def renew_visitor(desk: Desk, new: str) -> None:
    """Makes `new` the id of this visitor, with all their conversations, and prepares the browser's cookie."""
    desk.office().conversations.hand_over(visitor(), new)
    ticket = secrets.token_urlsafe(32)
    desk.office().keepers.keep_ticket(ticket, new)
    st.session_state.update({"visitor": new, "ticket": ticket})


def hand_over_cookie() -> None:
    """Lets the browser fetch its new cookie, where the id was renewed in this page."""
    _mount(key="renewal", data={"ticket": st.session_state.get("ticket", ""), "address": base_path() + RENEWAL})


def renewal_routes(desk: Desk) -> list[BaseRoute]:
    """The route that gives a page of ours the cookie for its ticket."""
    address = Address(desk)

    async def renewed(request: Request) -> Response:
        origin = address.origin(request.scope)
        ticket = (await request.body())[:LONGEST_TICKET].decode("ascii", "replace")
        try:
            visitor = desk.office().keepers.visitor_of(ticket) if request.headers.get("origin") == origin else ""
        except BoardPapersError:
            visitor = ""
        if not visitor:
            return PlainTextResponse("This ticket is not good any more.", status_code=403)
        return Response(status_code=204, headers={"Set-Cookie": cookie_of(visitor, origin, base_path())})

    return [Route(base_path() + RENEWAL, renewed, methods=["POST"])]
