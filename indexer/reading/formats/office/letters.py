"""E-mails saved as files: who wrote to whom, when, and what; what is attached is named, not read."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage

from indexer.reading.formats.format import Unreadable
from indexer.reading.formats.html import read_html

HEADERS = ("From", "To", "Cc", "Date", "Subject")


def read_letter(data: bytes) -> tuple[str, str, list[str]]:
    """Return (subject, text with its head, names of the attached files); raises Unreadable when it is no e-mail."""
    message = message_from_bytes(data, policy=policy.default)
    if not isinstance(message, EmailMessage) or not (message["From"] or message["Subject"]):
        raise Unreadable("It is not an e-mail, or it is damaged.")
    head = [f"{name}: {message[name]}" for name in HEADERS if message[name]]
    text = _text_of(message)
    enclosed = [part.get_filename() or "a file without a name" for part in message.iter_attachments()]
    return str(message["Subject"] or ""), "\n".join([*head, "", text.strip("\n")]), enclosed


def read_saved_page(data: bytes) -> str:
    """Return the text of a web page that was saved as one file with its pictures, in the form of an e-mail."""
    message = message_from_bytes(data, policy=policy.default)
    return _text_of(message) if isinstance(message, EmailMessage) else ""


def _text_of(message: EmailMessage) -> str:
    """Return the text of a message, "" where it has none; raises Unreadable where it cannot be decoded."""
    body = message.get_body(("plain", "html"))
    if body is None:
        return ""
    try:
        content = str(body.get_content())
    except (LookupError, ValueError, AssertionError) as exc:
        raise Unreadable("The e-mail is written in a way that cannot be decoded.") from exc
    html = body.get_content_subtype() == "html"
    return read_html(content.encode())[1] if html else content.replace("\r\n", "\n")
