"""Chat: the interface that is like OpenAI's - /v1/models and /v1/chat/completions, streaming too.

The answer is the one that the pages give, proved in the same way. What the client asks of a model (a system prompt, a
temperature) has no say in it. Citations are given twice: as links in the text, because most clients do not show
annotations yet, and as annotations of the type url_citation.
"""

from __future__ import annotations

import json
import re
import secrets
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from app.answers.filters import Filters
from app.connect.gate import STRICT, trouble
from app.connect.records import Quote, Reply
from app.connect.service import Service
from app.exports.markdown import escaped
from corpus.errors import BoardPapersError, WrongInput

MODEL = "board-papers"
LARGEST = 1 << 20  # bytes of a request
MARKER = re.compile(r"\\\[(\d{1,3})\\\]")
"""A marker [1] of an answer, after it was escaped for Markdown."""

PIECE = 40  # characters of the answer that are streamed at a time

Object = dict[str, Any]


def chat_routes(service: Callable[[], Service]) -> list[BaseRoute]:
    """The two routes; `service` gives the papers when one is asked."""

    async def models(_: Request) -> Response:
        try:
            names = await run_in_threadpool(lambda: _models(service()))
        except BoardPapersError as error:
            return trouble(error)
        listed = [{"id": name, "object": "model", "created": 0, "owned_by": MODEL} for name in names]
        return JSONResponse({"object": "list", "data": listed}, headers=STRICT)

    async def completions(request: Request) -> Response:
        try:
            asked = _asked(await _body(request))
            reply, model = await run_in_threadpool(lambda: _reply(service(), asked))
        except BoardPapersError as error:
            return trouble(error)
        text, annotations = _written(reply)
        if asked.get("stream"):
            return StreamingResponse(
                _streamed(model, text, annotations), media_type="text/event-stream", headers=STRICT
            )
        message = {"role": "assistant", "content": text, "refusal": None, "annotations": annotations}
        choice = {"index": 0, "message": message, "finish_reason": "stop", "logprobs": None}
        usage = {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0}
        return JSONResponse({**_head(model, "chat.completion"), "choices": [choice], "usage": usage}, headers=STRICT)

    return [
        Route("/models", models, methods=["GET"]),
        Route("/chat/completions", completions, methods=["POST"]),
    ]


def _models(service: Service) -> list[str]:
    """The model of all papers, and one for each council where there are several."""
    return [MODEL, *(f"{MODEL}:{name}" for name in service.asked.assistant().organisations())]


async def _body(request: Request) -> Object:
    """The request; raises WrongInput for what is no JSON object or too long."""
    sent = b""
    async for piece in request.stream():
        sent += piece
        if len(sent) > LARGEST:
            raise WrongInput("The request is too long.")
    try:
        found = json.loads(sent)
    except ValueError as exc:
        raise WrongInput("The request is not JSON.") from exc
    if not isinstance(found, dict):
        raise WrongInput("The request is no JSON object.")
    return found


def _asked(body: Object) -> Object:
    """The question, the earlier ones and the council out of a request; raises WrongInput."""
    messages = body.get("messages")
    if not isinstance(messages, list) or not all(isinstance(one, dict) for one in messages):
        raise WrongInput("messages is to be a list of objects.")
    said = [_words(one.get("content")) for one in messages if one.get("role") == "user"]
    if not said or not said[-1]:
        raise WrongInput("There is no message of the user.", hint="The last one is the question.")
    name = body.get("model")
    if not isinstance(name, str) or name.partition(":")[0] != MODEL:
        raise WrongInput(f"There is no such model: {str(name)[:60]!r}.", hint=f"Give {MODEL}, or one of /v1/models.")
    council = name.partition(":")[2]
    return {"question": said[-1], "history": said[:-1], "council": council, "model": name, "stream": body.get("stream")}


def _words(content: object) -> str:
    """The text of a message: a string, or a list of parts of which those with text count."""
    if isinstance(content, list):
        return "\n".join(str(part.get("text", "")) for part in content if isinstance(part, dict))
    return content if isinstance(content, str) else ""


def _reply(service: Service, asked: Mapping[str, Any]) -> tuple[Reply, str]:
    filters = Filters(organisation=asked["council"])
    return service.ask(asked["question"], asked["history"], filters), asked["model"]


def _written(reply: Reply) -> tuple[str, list[Object]]:
    """The answer as Markdown in which nothing works but our links, and its annotations."""
    quotes = dict(enumerate(reply.quotes, 1))
    text, annotations = "", list[Object]()
    for line in reply.text.split("\n"):
        at = 0
        shown = escaped(line)
        for match in MARKER.finditer(shown):
            quote = quotes.get(int(match[1]))
            if quote is None:
                continue
            text += shown[at : match.start()]
            link = f"[[{match[1]}]]({_target(quote.url)})"
            annotations.append(_annotation(quote, len(text), len(text) + len(link)))
            text += link
            at = match.end()
        text += shown[at:] + "\n"
    return text.rstrip("\n") + _sources(quotes), annotations


def _sources(quotes: Mapping[int, Quote]) -> str:
    """The list of sources under an answer."""
    lines = [f"[{n}] [{escaped(quote.source)}]({_target(quote.url)})" for n, quote in quotes.items()]
    return "\n\n" + "\n\n".join(lines) if lines else ""


def _target(url: str) -> str:
    """An address as it may stand in a link of Markdown."""
    return url.replace("(", "%28").replace(")", "%29").replace(" ", "%20")


def _annotation(quote: Quote, start: int, end: int) -> Object:
    cited = {"url": quote.url, "title": quote.source, "start_index": start, "end_index": end}
    return {"type": "url_citation", "url_citation": cited}


def _head(model: str, kind: str) -> Object:
    return {"id": f"chatcmpl-{secrets.token_hex(12)}", "object": kind, "created": int(time.time()), "model": model}


async def _streamed(model: str, text: str, annotations: Sequence[Object]) -> AsyncIterator[str]:
    """The answer in pieces; it was proved as a whole before the first of them is sent."""
    head = _head(model, "chat.completion.chunk")

    def piece(delta: Object, end: str | None = None) -> str:
        choice = {"index": 0, "delta": delta, "finish_reason": end, "logprobs": None}
        return f"data: {json.dumps({**head, 'choices': [choice]}, ensure_ascii=False)}\n\n"

    yield piece({"role": "assistant", "content": ""})
    for at in range(0, len(text), PIECE):
        yield piece({"content": text[at : at + PIECE]})
    yield piece({"annotations": list(annotations)}, "stop")
    yield "data: [DONE]\n\n"
