"""Writer: messages in, a reply in pieces out. A language model behind LangChain, or replies that were recorded."""

from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, Protocol

from app.model.prompts import Message
from corpus.errors import NoReply, WrongInput
from corpus.settings import ModelSettings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

LONGEST_REPLY = 12_000  # characters that are read of a reply; an answer has some 1,200
SENT = "sent-to-model.jsonl"  # in the folder of the index: what went out, a line a message


class Writer(Protocol):
    """Writes a reply to messages; raises NoReply, also in the middle of it."""

    @property
    def name(self) -> str: ...
    def write(self, messages: Sequence[Message]) -> Iterator[str]: ...


@dataclass(frozen=True, slots=True)
class Provider:
    """Who serves a model: the package of LangChain that speaks to it, and its arguments for these settings."""

    package: str
    arguments: Callable[[str, ModelSettings], dict[str, Any]]


def _usual(_: str, settings: ModelSettings) -> dict[str, Any]:
    given = {"base_url": settings.url, "api_key": settings.key}
    return {name: value for name, value in given.items() if value} | _waiting(settings)


def _openai(model: str, settings: ModelSettings) -> dict[str, Any]:
    """A server of one's own often wants no key, and the client will not start without one."""
    return ({"api_key": "none"} if settings.url else {}) | _usual(model, settings)


def _azure(model: str, settings: ModelSettings) -> dict[str, Any]:
    given = {"azure_endpoint": settings.url, "api_key": settings.key, "azure_deployment": model}
    return {name: value for name, value in given.items() if value} | _waiting(settings)


def _ollama(_: str, settings: ModelSettings) -> dict[str, Any]:
    return ({"base_url": settings.url} if settings.url else {}) | {"client_kwargs": {"timeout": settings.timeout}}


def _waiting(settings: ModelSettings) -> dict[str, Any]:
    return {"timeout": settings.timeout, "max_retries": 0}


PROVIDERS = {
    "openai": Provider("langchain-openai", _openai),
    "ollama": Provider("langchain-ollama", _ollama),
    "anthropic": Provider("langchain-anthropic", _usual),
    "azure_openai": Provider("langchain-openai", _azure),
}


def open_writer(settings: ModelSettings, index: Path) -> Writer | None:
    """The writer of these settings, None where no model is named.

    Raises WrongInput for a name that cannot be used, a package that is not installed, settings that it refuses.
    """
    if not settings.name:
        return None
    who, _, model = settings.name.partition(":")
    provider = PROVIDERS.get(who)
    if provider is None or not model:
        raise WrongInput(
            f"BOARD_PAPERS_MODEL is {settings.name!r}.",
            hint=f"Write provider:model, such as openai:gpt-4o-mini; the providers are {', '.join(PROVIDERS)}.",
        )
    from langchain.chat_models import init_chat_model  # here, because it takes seconds and most run without a model

    try:
        chat = init_chat_model(model, model_provider=who, **provider.arguments(model, settings))
    except ImportError as exc:
        raise WrongInput(
            f"The language model {settings.name} needs a package that is not installed.",
            hint=f"Run: python -m pip install {provider.package}",
        ) from exc
    except Exception as exc:
        raise WrongInput(
            f"The language model {settings.name} cannot be set up: {_first_line(exc)}",
            hint="docs/language-model.md says which settings it needs.",
        ) from exc
    return LanguageModel(settings.name, chat, timeout=settings.timeout, log=index / SENT)


class LanguageModel:
    """A chat model behind LangChain, read under a time limit for the whole reply; keeps a log of what it is sent."""

    def __init__(self, name: str, chat: BaseChatModel, *, timeout: float, log: Path) -> None:
        self.name = name
        self._chat = chat
        self._timeout = timeout
        self._log = log

    def write(self, messages: Sequence[Message]) -> Iterator[str]:
        """The reply in pieces; raises NoReply when it does not come, breaks off, or has no end."""
        self._note(messages)
        pieces: SimpleQueue[str | NoReply | None] = SimpleQueue()
        left = threading.Event()
        reader = threading.Thread(target=self._read, args=(messages, pieces, left), daemon=True)
        reader.start()
        ends, read = time.monotonic() + self._timeout, 0
        try:
            while (piece := self._next(pieces, ends)) is not None:
                yield piece
                read += len(piece)
                if read > LONGEST_REPLY:
                    raise NoReply("The language model's reply had no end.")
        finally:
            left.set()

    def _next(self, pieces: SimpleQueue[str | NoReply | None], ends: float) -> str | None:
        """The next piece, None at the end of the reply; raises NoReply when it fails or time is up."""
        late = NoReply(f"The language model did not finish within {self._timeout:g} seconds.")
        if time.monotonic() > ends:
            raise late
        try:
            piece = pieces.get(timeout=max(0.0, ends - time.monotonic()))
        except Empty:
            raise late from None
        if isinstance(piece, NoReply):
            raise piece
        return piece

    def _read(
        self, messages: Sequence[Message], pieces: SimpleQueue[str | NoReply | None], left: threading.Event
    ) -> None:
        """Nothing; puts the pieces of the reply into the queue, then None or why it failed. Runs in a separate
        thread.
        """
        from langsmith import tracing_context  # here as above

        try:
            with tracing_context(enabled=False):  # else a variable of LangSmith's sends what is asked to its server
                for chunk in self._chat.stream([(m.role, m.content) for m in messages]):
                    if left.is_set():
                        return
                    pieces.put(chunk.text)
            pieces.put(None)
        except Exception as exc:
            pieces.put(NoReply(_why(exc)))

    def _note(self, messages: Sequence[Message]) -> None:
        """Nothing; adds what is about to be sent to the log. What cannot be logged is not sent."""
        line = {
            "time": datetime.now(UTC).isoformat(timespec="seconds"),
            "model": self.name,
            "messages": _plain(messages),
        }
        try:
            with open(self._log, "a", encoding="utf-8", opener=_private) as log:
                log.write(json.dumps(line, ensure_ascii=False) + "\n")
        except OSError as exc:
            raise NoReply(f"The language model was not asked, because {self._log.name} cannot be written.") from exc


@dataclass(slots=True)
class Recorder:
    """Sends nothing: keeps the messages that a model would be sent."""

    name: str = "nobody"
    sent: list[dict[str, str]] = field(default_factory=list)

    def write(self, messages: Sequence[Message]) -> Iterator[str]:
        """No reply at all."""
        self.sent = _plain(messages)
        return iter(())


@dataclass(frozen=True, slots=True)
class Recorded:
    """A reply that was recorded, None where there is none for this question."""

    reply: str | None
    name: str = "a recorded reply"

    def write(self, messages: Sequence[Message]) -> Iterator[str]:
        """The reply in one piece; raises NoReply where there is none."""
        if self.reply is None:
            raise NoReply("No reply to this question is recorded.")
        yield self.reply[:LONGEST_REPLY]


def _plain(messages: Sequence[Message]) -> list[dict[str, str]]:
    return [asdict(message) for message in messages]


def _private(path: str, flags: int) -> int:
    """Opens a file that only its owner can read: it holds people's questions."""
    return os.open(path, flags, 0o600)


REASONS: Mapping[int, str] = {
    400: "refused the request",
    401: "did not accept the key",
    403: "did not accept the key",
    404: "is not known to its server",
    429: "is asked too often at the moment",
}


def _why(failure: Exception) -> str:
    """The failure of a model's library as a sentence for the reader of the answer."""
    status = getattr(failure, "status_code", None)
    if isinstance(status, int):
        return f"The language model {REASONS.get(status, 'has a fault')} (status {status})."
    kind = type(failure).__name__
    if "Timeout" in kind:
        return "The language model did not answer in time."
    if "Connect" in kind:
        return "The language model cannot be reached."
    return "The language model gave a reply that cannot be read."


def _first_line(failure: Exception) -> str:
    return next((line.strip() for line in str(failure).splitlines() if line.strip()), type(failure).__name__)
