"""Health: addresses for whoever watches the server. They hold no word of a paper and no name of a person."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from app.views.session.address import base_path
from app.views.session.desk import Desk
from corpus.errors import BoardPapersError

log = logging.getLogger(__name__)

NO_STORE = {"Cache-Control": "no-store"}


def health_routes(desk: Desk) -> list[BaseRoute]:
    """/healthz: the process serves; /readyz: the index can be asked; /metrics, where it is set: counts."""

    def healthz(_request: Request) -> Response:
        return PlainTextResponse("ok", headers=NO_STORE)

    def readyz(_request: Request) -> Response:
        try:
            if desk.for_everybody().assistant().labels():
                return PlainTextResponse("ready", headers=NO_STORE)
            return PlainTextResponse("no papers yet", status_code=503, headers=NO_STORE)
        except BoardPapersError as problem:
            log.warning("Not ready: %s", problem)
            return PlainTextResponse("the papers cannot be asked", status_code=503, headers=NO_STORE)

    def metrics(_request: Request) -> Response:
        if not desk.settings().metrics:
            return PlainTextResponse("There is nothing here.", status_code=404)
        return PlainTextResponse(desk.counts.as_text(), headers=NO_STORE)

    base = base_path()
    return [
        Route(f"{base}/healthz", healthz),
        Route(f"{base}/readyz", readyz),
        Route(f"{base}/metrics", metrics),
    ]


class JsonLines(logging.Formatter):
    """A line of the log as one JSON object: time, level, who says it, what; an error with its traceback."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as JSON."""
        fields = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            fields["error"] = self.formatException(record.exc_info)
        return json.dumps(fields, ensure_ascii=False)


def log_as_json() -> None:
    """From now on the log is written to the standard error as JSON lines."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
