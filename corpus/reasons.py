"""Reasons: why a file could not be used, in words for people and not in those of the programming language."""

from __future__ import annotations

import errno
import json

NO_ROOM = "the disk is full"
"""What a full disk and a used-up share of it come to."""

BY_NUMBER = {
    errno.ENOENT: "there is no such file or folder",
    errno.ENOTDIR: "a part of its path is not a folder",
    errno.EISDIR: "it is a folder",
    errno.EACCES: "this account may not use it",
    errno.EPERM: "this account may not use it",
    errno.EROFS: "the disk can only be read",
    errno.ENOSPC: NO_ROOM,
    errno.EDQUOT: NO_ROOM,
    errno.ENAMETOOLONG: "its name is too long",
    errno.ELOOP: "it is a link that leads to itself",
    errno.EIO: "the disk is damaged or was taken away",
    errno.ESTALE: "the folder on the network has gone",
    errno.EMFILE: "too many files are open",
    errno.EEXIST: "a file of that name is there already",
    errno.EBUSY: "another program is using it",
    errno.ETXTBSY: "another program is using it",
}
"""The reasons of a file system that people meet."""


def reason_of(error: Exception) -> str:
    """Why a file could not be used, without a full stop: "there is no such file or folder"."""
    if isinstance(error, UnicodeError):
        return "it is not text in UTF-8"
    if isinstance(error, OSError) and error.errno is not None:
        return BY_NUMBER.get(error.errno, (error.strerror or "the system refused it").lower())
    if isinstance(error, RuntimeError):
        return BY_NUMBER[errno.ELOOP]
    return "its name cannot be used" if isinstance(error, ValueError) else "the system refused it"


def json_fault(error: json.JSONDecodeError | RecursionError | ValueError) -> str:
    """What is wrong with a text that should be JSON, with the place in it: "it is not JSON from character 7 on"."""
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    if not isinstance(error, json.JSONDecodeError):
        return "it has a number that is too long"
    if error.pos >= len(error.doc.rstrip()):
        return "it ends before it is complete"
    if error.msg == "Extra data":
        return f"more text follows from character {error.pos + 1} on"
    return f"it is not JSON from character {error.pos + 1} on"
