"""The addresses of the HTTP interface, as FastAPI describes them in /openapi.json."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, Generic, Literal, TypeVar

from fastapi import Depends, FastAPI, HTTPException, Query, Request
from fastapi import Path as PathParameter
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException as StarletteError

from app.answers.filters import Filters
from app.connect.api.changes import Changes
from app.connect.api.lists import CURSOR, Lists, Wanted, as_csv
from app.connect.api.things import RECORDS, Things
from app.connect.gate import PROBLEM, STRICT, problem, trouble
from app.connect.records import Found, Reply
from app.connect.service import MOST, Service
from corpus.errors import BoardPapersError

T = TypeVar("T")

VERSION = "1.0"
MOST_AT_ONCE = 200
LONGEST = 2_000  # characters of a question
MOST_HISTORY = 20
ABOUT = """Published board papers, and answers that are proved by quotes of them. Lists come in the order of their
changes: ask with `modified_since` for what is new, changed or gone, and go on with `cursor` while there is a `next`."""

Name = Annotated[str, Query(max_length=200, description="Exactly as a record gives it, whatever its capitals.")]
ID = "^[0-9a-f]{20}$"
Day = Annotated[date | None, Query(description="YYYY-MM-DD")]
Format = Literal["json", "csv"]


class Part(BaseModel, Generic[T]):
    """A part of a list; `next` is the cursor behind it, empty at the end."""

    data: list[T]
    next: str = ""


class Question(BaseModel):
    """A question with the limits that it is asked within."""

    model_config = ConfigDict(extra="forbid")

    question: str = Field(min_length=1, max_length=LONGEST, description="A question in a sentence.")
    history: list[Annotated[str, Field(max_length=LONGEST)]] = Field(default=[], max_length=MOST_HISTORY)
    organisation: str = Field(default="", max_length=200)
    body: str = Field(default="", max_length=200)
    since: date | None = None
    until: date | None = None


class Problem(BaseModel):
    """An error as RFC 9457 has it."""

    type: str
    title: str
    status: int
    detail: str


def _errors(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """How errors are described."""
    body = {"content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}}
    return {status: {"description": TITLES[status], **body} for status in statuses}


TITLES = {
    400: "Invalid request",
    401: "No key",
    403: "Not this door",
    404: "Not found",
    405: "Not allowed",
    410: "Gone",
    422: "Invalid request",
    429: "Too many requests",
    503: "Not available",
}
ALWAYS = (400, 401, 403, 422, 429, 503)


def api_app(service: Callable[[], Service], data: Path, base: str = "") -> FastAPI:
    """The interface; `data` is the folder for what is noted of changes, `base` the path that all pages share."""
    lists = Lists(Things(service), Changes(data))
    app = FastAPI(
        title="Board papers",
        version=VERSION,
        description=ABOUT,
        docs_url=None,  # its pages would fetch scripts from elsewhere
        redoc_url=None,
        servers=[{"url": f"{base}/api/v1"}],
        root_path_in_servers=False,
        dependencies=[Depends(_known)],
        responses=_errors(*ALWAYS),
    )
    _say_errors(app)
    for kind in RECORDS:
        _add_kind(app, kind, lists)
    _add_search(app, service)
    _describe(app)
    return app


def _known(request: Request) -> None:
    """Refuses a parameter that there is not: a misspelt `modified_since` would else bring everything."""
    names = {one.alias for one in request.scope["route"].dependant.query_params}
    unknown = [name for name in request.query_params if name not in names]
    if unknown:
        raise HTTPException(
            422, f"There is no parameter {unknown[0][:60]!r} here. There are: {', '.join(sorted(names))}."
        )


def _add_kind(app: FastAPI, kind: str, lists: Lists) -> None:
    """The list of a kind, and the address of each of its records."""
    record: Any = RECORDS[kind]
    shown: Any = Part[record]

    def part(
        organisation: Name = "",
        body: Name = "",
        modified_since: Annotated[datetime | None, Query(description="Also lists what is gone since.")] = None,
        cursor: Annotated[str, Query(pattern=CURSOR, description="The `next` of the part before.")] = "",
        limit: Annotated[int, Query(ge=1, le=MOST_AT_ONCE)] = 50,
        format: Format = "json",
    ) -> Any:
        found = lists.part(kind, Wanted(organisation, body, modified_since, cursor, limit))
        if format == "csv":
            link = {"X-Next-Cursor": found.next} if found.next else {}
            return Response(as_csv(kind, found.data), media_type="text/csv; charset=utf-8", headers=link)
        return {"data": found.data, "next": found.next}

    def one(id: Annotated[str, PathParameter(pattern=ID)]) -> Any:
        found = lists.one(kind, id)
        if found is None:
            raise HTTPException(404, "There is no such record.")
        if found.deleted:
            raise HTTPException(410, f"It is gone since {found.modified}.")
        return found

    csv_too: dict[int | str, dict[str, Any]] = {200: {"content": {"text/csv": {"schema": {"type": "string"}}}}}
    app.get(f"/{kind}", response_model=shown, responses=csv_too, name=f"list {kind}")(part)
    app.get(f"/{kind}/{{id}}", response_model=record, responses=_errors(404, 410), name=f"one of {kind}")(one)


def _add_search(app: FastAPI, service: Callable[[], Service]) -> None:
    """Passages that fit, and answers."""

    def search(
        q: Annotated[str, Query(min_length=1, max_length=LONGEST)],
        organisation: Name = "",
        body: Name = "",
        since: Day = None,
        until: Day = None,
        limit: Annotated[int, Query(ge=1, le=MOST)] = 10,
    ) -> Any:
        return {"data": service().search(q, Filters(organisation, body, since, until), limit), "next": ""}

    def ask(asked: Question) -> Any:
        filters = Filters(asked.organisation, asked.body, asked.since, asked.until)
        return service().ask(asked.question, asked.history, filters)

    app.get("/search", response_model=Part[Found], name="search")(search)
    app.post("/ask", response_model=Reply, name="ask")(ask)


def _say_errors(app: FastAPI) -> None:
    """Every error as problem+json in one sentence, without a word of a paper or a path."""

    def http(_: Request, error: Exception) -> Response:
        assert isinstance(error, StarletteError)
        title = TITLES.get(error.status_code, "Error")
        return problem(error.status_code, title, str(error.detail), error.headers)

    def invalid(_: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        return problem(422, TITLES[422], f"{where}: {first['msg']}.")

    def ours(_: Request, error: Exception) -> Response:
        assert isinstance(error, BoardPapersError)
        return trouble(error)

    app.add_exception_handler(StarletteError, http)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(BoardPapersError, ours)

    @app.middleware("http")
    async def strict(request: Request, answer: Callable[[Request], Any]) -> Response:
        response: Response = await answer(request)
        response.headers.update(STRICT)
        return response


def _describe(app: FastAPI) -> None:
    """Adds to the description what FastAPI cannot know: the shape of errors, and the key that the gate asks for."""
    whole = app.openapi

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            schema = whole()
            parts = schema.setdefault("components", {})
            parts.setdefault("schemas", {})["Problem"] = Problem.model_json_schema()
            parts["securitySchemes"] = {"key": {"type": "http", "scheme": "bearer"}}
            schema["security"] = [{"key": []}]
            app.openapi_schema = schema
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]
