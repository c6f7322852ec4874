"""MailSettings: the council's own mail server, where alerts are sent by e-mail."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email.utils import parseaddr

from corpus.errors import WrongInput

SERVER = re.compile(r"([A-Za-z0-9.-]+)(?::(\d{1,5}))?", re.ASCII)
ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+", re.ASCII)
SUBMISSION = 587  # the port on which a mail server takes messages of programs


@dataclass(frozen=True, slots=True)
class MailSettings:
    """The server as "host" or "host:port", "" for none; the sender, and "user:password". Raises WrongInput."""

    server: str = ""
    sender: str = ""
    login: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        if self.server and not SERVER.fullmatch(self.server):
            raise WrongInput(f"BOARD_PAPERS_MAIL is no server: {self.server!r}.", hint="Write mail.example.org:587.")
        if self.server and not is_address(parseaddr(self.sender)[1]):
            raise WrongInput(
                f"BOARD_PAPERS_MAIL_FROM is no address: {self.sender!r}.",
                hint="Write Board Papers <papers@example.org>.",
            )
        if self.login and ":" not in self.login:
            raise WrongInput("BOARD_PAPERS_MAIL_LOGIN is to be user:password.")

    @property
    def host(self) -> str:
        """The name of the server."""
        return self.server.partition(":")[0]

    @property
    def port(self) -> int:
        """Its port."""
        return int(self.server.partition(":")[2] or SUBMISSION)


def is_address(text: str) -> bool:
    """Whether a text is one e-mail address and nothing else."""
    return len(text) <= 254 and ADDRESS.fullmatch(text) is not None
