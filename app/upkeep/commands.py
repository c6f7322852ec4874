"""Commands: what whoever runs the machine does besides indexing: check, backup, restore, people, audit."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.people.audit import as_lines, kept_audit
from app.upkeep.backing_up import back_up, restore
from app.upkeep.checking import DAMAGED, MENDED, WELL, check, repair, status_of
from app.upkeep.personal import erased, exported
from corpus.errors import WrongInput
from corpus.private import private_files
from corpus.settings import Settings

NAMES = ("check", "backup", "restore", "people", "audit")

DUMP = 'pg_dump --format=custom --file=papers.dump --dbname="$BOARD_PAPERS_STORE"'

Said = tuple[list[str], int]


def add_upkeep(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> list[argparse.ArgumentParser]:
    """Adds the commands, and gives them back."""
    checking = commands.add_parser("check", help="look whether all that is stored is whole; 0 well, 3 look, 1 damaged")
    checking.add_argument("--repair", action="store_true", help="mend what can be mended without reading papers again")
    backing = commands.add_parser("backup", help="copy all that is stored, also while the program runs")
    backing.add_argument("folder", type=Path)
    restoring = commands.add_parser("restore", help="put a backup in the place of what is stored")
    restoring.add_argument("folder", type=Path)
    restoring.add_argument("--replace", action="store_true", help="give up the conversations that are there")
    people = commands.add_parser("people", help="give out or erase what is stored of a person")
    people.add_argument("what", choices=("export", "erase"))
    people.add_argument("who", help="the name as the page People shows it, or the id")
    audit = commands.add_parser("audit", help="write the audit log to a file, or wipe what is too old")
    audit.add_argument("what", choices=("export", "purge"))
    audit.add_argument("file", type=Path, nargs="?")
    return [checking, backing, restoring, people, audit]


def run(options: argparse.Namespace, settings: Settings) -> Said:
    """The lines to print, and the exit status."""
    return {"check": _check, "backup": _backup, "restore": _restore, "people": _people, "audit": _audit}[
        options.command
    ](options, settings)


def _check(options: argparse.Namespace, settings: Settings) -> Said:
    faults = check(settings)
    lines = [fault.said for fault in faults]
    if not faults:
        return ["All is well."], WELL
    if not options.repair:
        return lines, status_of(faults)
    lines += repair(settings)
    left = check(settings)
    lines += [f"Not mended: {fault.said}" for fault in left if fault.is_damage]
    return lines, DAMAGED if any(fault.is_damage for fault in left) else MENDED


def _backup(options: argparse.Namespace, settings: Settings) -> Said:
    lines = [f"The backup is {back_up(settings, options.folder)}."]
    if settings.store.url:
        lines.append(f"It has no conversations: those of all councils are copied together, by {DUMP}")
    return lines, WELL


def _restore(options: argparse.Namespace, settings: Settings) -> Said:
    restore(settings, options.folder, replace=options.replace)
    return ["The backup is in place. Run python -m indexer sync to add what has come since."], WELL


def _people(options: argparse.Namespace, settings: Settings) -> Said:
    if options.what == "export":
        return [exported(settings, options.who)], WELL
    conversations, entries = erased(settings, options.who)
    return [
        f"Erased {conversations} conversations, and the person from {entries} entries of the log. "
        "Backups that hold them go when you delete those."
    ], WELL


def _audit(options: argparse.Namespace, settings: Settings) -> Said:
    audit = kept_audit(settings)
    try:
        if options.what == "purge":
            return [f"Wiped {audit.purge()} entries."], WELL
        if options.file is None:
            raise WrongInput("Name the file for the log.")
        entries = audit.entries()
        with private_files():
            options.file.write_text(as_lines(entries), encoding="utf-8")
        return [f"Wrote {len(entries)} entries to {options.file}."], WELL
    except OSError as exc:
        raise WrongInput(f"{options.file} cannot be written: {exc.strerror}.") from exc
    finally:
        audit.close()
