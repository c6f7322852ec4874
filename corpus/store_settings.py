"""StoreSettings: the database in which the papers of many councils are stored, where one is set."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.errors import WrongInput

SCHEMES = ("postgresql://", "postgres://")


@dataclass(frozen=True, slots=True)
class StoreSettings:
    """The address of a PostgreSQL database, "" for none, and the council whose papers these are.

    `read_url` is the address that is read from, such as that of a replica; "" for the same. Raises WrongInput.
    """

    url: str = field(default="", repr=False)
    council: str = ""
    read_url: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        for name, url in (("BOARD_PAPERS_STORE", self.url), ("BOARD_PAPERS_STORE_READ", self.read_url)):
            if url and not url.startswith(SCHEMES):  # never the address itself: it may have a password in it
                raise WrongInput(
                    f"{name} is no address of a PostgreSQL database.", hint="It begins with postgresql://."
                )
        if self.url and not self.council:
            raise WrongInput(
                "BOARD_PAPERS_COUNCIL does not say whose papers these are.", hint="Give a short name, such as fenmoor."
            )
        if self.read_url and not self.url:
            raise WrongInput("BOARD_PAPERS_STORE_READ is set, but not BOARD_PAPERS_STORE.")
