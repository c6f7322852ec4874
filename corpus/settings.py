"""Settings: where papers, index and conversations are, who may do what, which model. Only this reads the environment.

It stands in the first room because both doors need it, the indexer's as well as the assistant's.
"""

from __future__ import annotations

import hashlib
import os
import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from corpus.errors import WrongInput
from corpus.mail_settings import MailSettings
from corpus.store_settings import StoreSettings

SAMPLE_CORPUS = Path("corpus/sample")  # the papers that come with the project
SAMPLE_INDEX = Path("index")  # their index; the indexes of other papers lie beside each other in it
MAIL = ("BOARD_PAPERS_MAIL", "BOARD_PAPERS_MAIL_FROM", "BOARD_PAPERS_MAIL_LOGIN")
STORE = ("BOARD_PAPERS_STORE", "BOARD_PAPERS_COUNCIL", "BOARD_PAPERS_STORE_READ")
DOORS = ("mcp", "api", "chat")  # for programs: tools for assistants, the HTTP interface, the one that is like OpenAI's
SHORTEST_PASSWORD = 12  # characters: what guessing over the network does not find
AUDIT_DAYS = 365  # for which the audit log is kept where people sign in, unless the setting says otherwise
MODEL_TIMEOUT = 30.0  # seconds that a reader waits for a language model before the answer comes without it


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """The language model that words the answers; without a `name` there is none, which is the default.

    `name` is "provider:model", `url` the address of its server ("" for the provider's own), `key` what it lets us in
    with ("" for the provider's own variable), `timeout` the seconds for a whole reply. Raises WrongInput.
    """

    name: str = ""
    url: str = ""
    key: str = field(default="", repr=False)
    timeout: float = MODEL_TIMEOUT

    def __post_init__(self) -> None:
        if self.url and not self.url.startswith(("http://", "https://")):
            raise WrongInput(f"BOARD_PAPERS_MODEL_URL is no web address: {self.url!r}.", hint="It begins with http.")
        if not 0 < self.timeout <= 600:
            raise WrongInput(f"BOARD_PAPERS_MODEL_TIMEOUT is {self.timeout:g}.", hint="Give seconds from 1 to 600.")

    @classmethod
    def from_values(cls, values: Mapping[str, str]) -> ModelSettings:
        """The settings of the model among others; raises WrongInput where one cannot be used."""
        seconds = values.get("BOARD_PAPERS_MODEL_TIMEOUT") or str(MODEL_TIMEOUT)
        try:
            timeout = float(seconds)
        except ValueError as exc:
            raise WrongInput(f"BOARD_PAPERS_MODEL_TIMEOUT is no number of seconds: {seconds!r}.") from exc
        name, url = values.get("BOARD_PAPERS_MODEL", ""), values.get("BOARD_PAPERS_MODEL_URL", "")
        return cls(name.strip(), url.strip(), values.get("BOARD_PAPERS_MODEL_KEY", "").strip(), timeout)


class SignIn(StrEnum):
    """Whether people sign in: not at all, if they like to see more than the public, or before they see anything."""

    OFF = "off"
    OPTIONAL = "optional"
    REQUIRED = "required"


@dataclass(frozen=True, slots=True)
class PeopleSettings:
    """Who signs in, the file that gives them roles (None for none), and for how many days the audit log is kept.

    `audit_days` 0 keeps no log. Raises WrongInput.
    """

    sign_in: SignIn = SignIn.OFF
    roles: Path | None = None
    audit_days: int = 0

    @classmethod
    def from_values(cls, values: Mapping[str, str]) -> PeopleSettings:
        """These settings among others; without a number of days the log is kept where people sign in."""
        named = values.get("BOARD_PAPERS_SIGN_IN", "").strip().lower() or "off"
        if named not in list(SignIn):
            raise WrongInput(f"BOARD_PAPERS_SIGN_IN is {named!r}.", hint="Write off, optional or required.")
        days = values.get("BOARD_PAPERS_AUDIT_DAYS", "").strip() or ("0" if named == "off" else str(AUDIT_DAYS))
        if not re.fullmatch(r"\d{1,5}", days, re.ASCII):
            raise WrongInput(f"BOARD_PAPERS_AUDIT_DAYS is no number of days: {days!r}.", hint="0 keeps no log.")
        roles = values.get("BOARD_PAPERS_PEOPLE", "").strip()
        return cls(SignIn(named), Path(roles) if roles else None, int(days))


@dataclass(frozen=True, slots=True)
class Settings:
    """The folder of papers, that of their index, the folders among the papers that are exempt, the language model.

    `cross_encoder` is the folder or name of a model that ranks the best passages again; "" for none. `data` is the
    folder of what visitors leave behind, `admin` the password of whoever may add and remove papers; "" for nobody.
    `address` is where visitors reach the pages, "https://papers.example.org"; "" where their browser's request says
    that itself. `connect` names the doors that are open to other programs.
    """

    corpus: Path = SAMPLE_CORPUS
    index: Path = SAMPLE_INDEX
    exempt: tuple[str, ...] = ()
    model: ModelSettings = ModelSettings()
    cross_encoder: str = ""
    data: Path | None = None
    store: StoreSettings = field(default_factory=StoreSettings)
    admin: str = field(default="", repr=False)
    address: str = ""
    connect: tuple[str, ...] = ()
    people: PeopleSettings = PeopleSettings()
    mail: MailSettings = field(default_factory=MailSettings)
    json_logs: bool = False
    metrics: bool = False

    def __post_init__(self) -> None:
        if self.address and not re.fullmatch(r"https?://[^\s/?#@]+", self.address):
            raise WrongInput(
                f"BOARD_PAPERS_ADDRESS is no address: {self.address!r}.",
                hint="Give scheme and host alone, such as https://papers.example.org.",
            )
        if self.mail.server and not self.address:
            raise WrongInput("BOARD_PAPERS_MAIL needs BOARD_PAPERS_ADDRESS.", hint="Messages link to the pages.")
        if self.admin and len(self.admin) < SHORTEST_PASSWORD:
            raise WrongInput(
                f"BOARD_PAPERS_ADMIN has {len(self.admin)} characters.", hint=f"Give at least {SHORTEST_PASSWORD}."
            )

    @property
    def data_folder(self) -> Path:
        """The folder for conversations, reports and removed papers: never in the database of the index."""
        return self.data or self.index / "data"

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """The settings in the variables BOARD_PAPERS_...; a separate index for every other corpus.

        Raises WrongInput where those of the model cannot be used.
        """
        values = os.environ if environment is None else environment
        corpus = Path(values.get("BOARD_PAPERS_CORPUS") or SAMPLE_CORPUS)
        given = values.get("BOARD_PAPERS_INDEX")
        exempt = tuple(name.strip() for name in values.get("BOARD_PAPERS_EXEMPT", "").split(",") if name.strip())
        index = Path(given) if given else index_of(corpus)
        return cls(
            corpus=corpus,
            index=index,
            exempt=exempt,
            model=ModelSettings.from_values(values),
            cross_encoder=values.get("BOARD_PAPERS_CROSS_ENCODER", "").strip(),
            data=Path(values["BOARD_PAPERS_DATA"]) if values.get("BOARD_PAPERS_DATA") else None,
            store=StoreSettings(*(values.get(name, "").strip() for name in STORE)),
            admin=values.get("BOARD_PAPERS_ADMIN", ""),
            connect=_doors(values.get("BOARD_PAPERS_CONNECT", "")),
            address=values.get("BOARD_PAPERS_ADDRESS", "").strip().rstrip("/").lower(),
            people=PeopleSettings.from_values(values),
            mail=MailSettings(*(values.get(name, "").strip() for name in MAIL)),
            json_logs=values.get("BOARD_PAPERS_LOG", "").strip().lower() == "json",
            metrics=values.get("BOARD_PAPERS_METRICS", "").strip() == "1",
        )

    def with_folders(self, *, corpus: Path | None = None, index: Path | None = None) -> Settings:
        """These settings with the folders that were named on the command line."""
        if corpus is not None:
            return replace(self, corpus=corpus, index=index or self._index_for(corpus))
        return replace(self, index=index or self.index)

    def _index_for(self, corpus: Path) -> Path:
        """The index named in the environment stays; one that was derived from the folder is derived again."""
        return self.index if self.index != index_of(self.corpus) else index_of(corpus)

    def sync_command(self) -> str:
        """The command that indexes these papers, to be copied to a terminal."""
        words = ["python", "-m", "indexer", "sync"]
        if self.corpus != SAMPLE_CORPUS:
            words += ["--corpus", str(self.corpus)]
        if self.index != SAMPLE_INDEX:
            words += ["--index", str(self.index)]
        return shlex.join(words)


def _doors(text: str) -> tuple[str, ...]:
    """The doors that a setting names; raises WrongInput for one that there is not."""
    named = tuple(dict.fromkeys(word.strip().lower() for word in text.split(",") if word.strip()))
    unknown = [word for word in named if word not in DOORS]
    if unknown:
        raise WrongInput(f"BOARD_PAPERS_CONNECT names {unknown[0]!r}.", hint=f"There are: {', '.join(DOORS)}.")
    return named


def index_of(corpus: Path) -> Path:
    """The index folder of a corpus when none is named, so that two corpora never share one."""
    if corpus == SAMPLE_CORPUS:
        return SAMPLE_INDEX
    resolved = corpus.resolve()
    return SAMPLE_INDEX / f"{resolved.name}-{hashlib.sha256(resolved.as_posix().encode()).hexdigest()[:8]}"
