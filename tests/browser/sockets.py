"""A visitor without a browser: what a page sends to whoever follows a link with a question, and how long that takes."""

from __future__ import annotations

import time
from urllib.parse import quote, urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect

from app.views.session.visitor import cookie_name


async def session(address: str, visitor: str, question: str = "") -> tuple[list[str], float]:
    """Every text that a visitor's page shows after they followed a link with their question, and the seconds it took.

    Without a question it is the page that they come to first.
    """
    started = time.monotonic()
    asked = BackMsg()
    asked.rerun_script.query_string = f"q={quote(question)}" if question else ""
    shown: list[str] = []
    stream = f"ws://{urlsplit(address).netloc}/_stcore/stream"
    headers = {"Cookie": f"{cookie_name(address)}={visitor}"}
    async with connect(stream, additional_headers=headers, subprotocols=["streamlit"], max_size=None) as socket:
        await socket.send(asked.SerializeToString())
        async for received in socket:
            message = ForwardMsg()
            message.ParseFromString(received if isinstance(received, bytes) else received.encode())
            if message.WhichOneof("type") == "delta":
                element = message.delta.new_element
                shown.append(element.text.body or element.markdown.body)
            if message.WhichOneof("type") == "script_finished":
                break
    return shown, time.monotonic() - started
