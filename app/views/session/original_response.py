"""OriginalResponse: the file of a paper as an answer to a browser, whole or the part that it asks for."""

from __future__ import annotations

import re
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from app.holdings.originals import Original

CLOSED = "NOT FOR PUBLICATION - "
"""Before the name of a file that not everybody may have: its bytes are left as they were indexed."""

_RANGE = re.compile(r"bytes=(\d*)-(\d*)")


def original_response(
    original: Original, request: Request, *, media_type: str, shown: bool, public: bool = True
) -> Response:
    """The bytes that were indexed, to be shown or saved.

    Raises PaperChanged and PageUnavailable before anything is sent.

    The name of one that is not public says so. A file that changes while it is sent ends the answer: the browser sees
    that it is not whole.
    """
    opened = original.open()
    name = original.path.name if public else f"{CLOSED}{original.path.name}"
    mark = f'"{original.sha256}"'
    first, length, partial = _wanted(request, original.size, mark)
    headers = {
        "Accept-Ranges": "bytes",
        "Cache-Control": "private, no-store",
        "Content-Disposition": f"{'inline' if shown else 'attachment'}; filename*=UTF-8''{quote(name, safe='')}",
        "Content-Length": str(max(length, 0)),
        "Cross-Origin-Resource-Policy": "same-origin",
        "ETag": mark,
    }
    if partial:
        headers["Content-Range"] = f"bytes {first}-{first + length - 1}/{original.size}"
    if length < 0:
        opened.close()
        return Response(status_code=416, headers={"Content-Range": f"bytes */{original.size}"})
    if request.method == "HEAD":
        opened.close()
        return Response(status_code=206 if partial else 200, media_type=media_type, headers=headers)
    parts = opened.read(first, length)
    return StreamingResponse(parts, status_code=206 if partial else 200, media_type=media_type, headers=headers)


def _wanted(request: Request, size: int, mark: str) -> tuple[int, int, bool]:
    """The first byte, how many (-1 for a part that does not exist), and whether that is only a part.

    Several parts at once are answered with the whole, as the standard allows.
    """
    match = _RANGE.fullmatch(request.headers.get("range", "").replace(" ", ""))
    if match is None or not any(match.groups()) or request.headers.get("if-range", mark) != mark:
        return 0, size, False
    if not match[1]:  # the last bytes
        length = min(int(match[2]), size)
        return (size - length, length, True) if length else (0, -1, False)
    first = int(match[1])
    last = min(int(match[2]), size - 1) if match[2] else size - 1
    return (first, last - first + 1, True) if first <= last else (0, -1, False)
