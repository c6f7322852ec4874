"""Filing: adds papers to the folder, removes them and puts them back; the next sync updates the index."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from corpus.access import MANIFEST, read_access
from corpus.errors import WrongInput
from corpus.folder import SUFFIXES
from corpus.reasons import reason_of
from indexer.reading.pages import Limits

TRASH = "removed"
NOTE = "files.json"
LONGEST_NAME = 200  # bytes; file systems take 255, and a copy may need a few
LARGEST = Limits().file_bytes


@dataclass(frozen=True, slots=True)
class Removed:
    """Papers that were removed together: their former places, and when (UTC)."""

    id: str
    files: tuple[str, ...]
    when: str


class Filing:
    """The folder of papers, and the folder of removed ones. Checks every name that comes from outside."""

    def __init__(self, corpus: Path, data: Path) -> None:
        self._corpus = corpus.resolve()
        self._trash = data.resolve() / TRASH
        if self._trash.is_relative_to(self._corpus):
            raise WrongInput(
                f"The folder {data} is inside the folder of papers, so it cannot take removed papers.",
                hint="Name another one with BOARD_PAPERS_DATA.",
            )

    def folders(self) -> list[str]:
        """The folders among the papers, relative, sorted; "" is the folder of papers itself."""
        found = [Path(path).relative_to(self._corpus) for path, _, _ in os.walk(self._corpus)]
        return sorted("" if path == Path() else path.as_posix() for path in found if not _hidden(path.parts))

    def add(self, name: str, content: bytes, *, folder: str = "", replace: bool = False) -> str:
        """The file that was written, relative to the folder; raises WrongInput if the program cannot accept it.

        Replaces a paper of that name only with `replace`; the old one can then be put back.
        """
        safe = _name(name)
        if folder not in self.folders():
            raise WrongInput(f"There is no folder “{folder}” among the papers.")
        if not content:
            raise WrongInput(f"{safe} is empty.")
        if len(content) > LARGEST:
            raise WrongInput(f"{safe} is larger than {LARGEST // 1_000_000} MB.", hint="Split it into parts.")
        target = self._corpus / folder / safe
        file = target.relative_to(self._corpus).as_posix()
        if replace and target.is_file():
            self._take_out([file])
        self._write(target, content)
        return file

    def remove(self, files: Sequence[str]) -> Removed:
        """Removes papers from the folder; they can be put back.

        Raises WrongInput for what is none, and for what a manifest names: without it no sync would come to its end.
        """
        named = read_access(self._corpus).entries or {}
        for file in files:
            if file in named:
                raise WrongInput(
                    f"{file} was not removed: a manifest ({MANIFEST}) says who may see it, and a sync stops at a "
                    f"manifest "
                    "that names a file which is not there.",
                    hint="Take its line out of the manifest first, then remove it.",
                )
        return self._take_out(files)

    def _take_out(self, files: Sequence[str]) -> Removed:
        paths = [self._paper(file) for file in files]
        removed = Removed(secrets.token_hex(8), tuple(files), datetime.now(UTC).isoformat(timespec="seconds"))
        place = self._trash / removed.id
        with _moving("removed"):
            place.mkdir(parents=True)
            (place / NOTE).write_text(json.dumps({"files": files, "when": removed.when}), encoding="utf-8")
            for number, path in enumerate(paths):
                shutil.move(path, place / str(number))
        return removed

    def removed(self) -> list[Removed]:
        """What was removed and can be put back, the latest first."""
        found = []
        for note in self._trash.glob(f"*/{NOTE}"):
            fields = json.loads(note.read_text(encoding="utf-8"))
            found.append(Removed(note.parent.name, tuple(fields["files"]), fields["when"]))
        return sorted(found, key=lambda one: one.when, reverse=True)

    def restore(self, id_: str) -> tuple[str, ...]:
        """The files that were put back; raises WrongInput if another paper is in the place of one."""
        one = next((one for one in self.removed() if one.id == id_), None)
        if one is None:
            raise WrongInput("These papers are no longer among the removed ones.")
        targets = [self._place(file) for file in one.files]
        for file, target in zip(one.files, targets, strict=True):
            if target.exists():
                raise WrongInput(f"There is another paper at {file} now.", hint="Remove it first.")
        with _moving("put back"):
            for number, target in enumerate(targets):
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.move(self._trash / one.id / str(number), target)
            shutil.rmtree(self._trash / one.id)
        return one.files

    def _write(self, target: Path, content: bytes) -> None:
        """Writes beside the target under a hidden name first, so that no sync reads half a file and nothing is lost."""
        half = target.with_name(f".{secrets.token_hex(8)}.part")
        try:
            half.write_bytes(content)
            half.chmod(
                target.parent.stat().st_mode & 0o666
            )  # as open as the folder: other accounts may read papers there
            os.link(half, target)  # fails where there is one already, also one that came this moment
        except FileExistsError as exc:
            file = target.relative_to(self._corpus).as_posix()
            raise WrongInput(f"There is a paper at {file} already.", hint="Tick “Replace” to replace it.") from exc
        except OSError as exc:
            raise WrongInput(f"{target.name} cannot be written: {reason_of(exc)}.") from exc
        finally:
            half.unlink(missing_ok=True)

    def _place(self, file: str) -> Path:
        """The path of a file among the papers; raises WrongInput for one that leads out of them."""
        path = self._corpus / file
        if PurePosixPath(file).is_absolute() or not path.resolve().is_relative_to(self._corpus) or ".." in path.parts:
            raise WrongInput(f"{file} does not lie among the papers.")
        return path

    def _paper(self, file: str) -> Path:
        path = self._place(file)
        if not path.is_file() or not file.lower().endswith(SUFFIXES):
            raise WrongInput(f"{file} is not a paper in the folder.", hint="It may have been moved; sync again.")
        return path


@contextmanager
def _moving(how: str) -> Iterator[None]:
    """Turns a refusal of the file system into a WrongInput with a sentence."""
    try:
        yield
    except OSError as exc:
        raise WrongInput(
            f"It could not be {how}: {exc.filename}: {reason_of(exc)}.",
            hint="The program must be able to write to the folder of papers and to that of BOARD_PAPERS_DATA.",
        ) from exc


def _name(name: str) -> str:
    """The bare name of an uploaded file; raises WrongInput for one that cannot be a paper's."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1].strip()
    if not last or last.startswith((".", "~$")) or not all(c.isprintable() for c in last):
        raise WrongInput(f"“{''.join(c for c in last if c.isprintable())}” cannot be the name of a paper.")
    if len(last.encode()) > LONGEST_NAME:
        raise WrongInput(f"The name “{last[:40]}…” is too long.", hint="Rename the file.")
    if not last.lower().endswith(SUFFIXES):
        raise WrongInput(f"We cannot read {last}.", hint=f"We can read files that end in {', '.join(SUFFIXES)}.")
    return last


def _hidden(parts: Iterable[str]) -> bool:
    return any(part.startswith(".") for part in parts)
