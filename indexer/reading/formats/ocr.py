"""Text recognition of a drawn page by tesseract, where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess

DPI = 200
"""Dots per inch at which a page is drawn for recognition: 300 took half as long again and found no more words."""


class Unrecognised(Exception):
    """The recognition failed, with the reason in a few words."""


def can_recognise() -> bool:
    """Return whether tesseract is installed."""
    return shutil.which("tesseract") is not None


def recognised(grey: bytes, width: int, height: int, seconds: float) -> str:
    """Return the text in a picture of one byte a pixel, "" when there is none; raises Unrecognised."""
    picture = b"P5 %d %d 255\n" % (width, height) + grey
    command = ["tesseract", "stdin", "stdout", "--dpi", str(DPI), "--psm", "1"]
    try:
        done = subprocess.run(
            command,
            input=picture,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired as exc:
        raise Unrecognised(f"its text was not recognised within {seconds:.0f} seconds") from exc
    except (OSError, subprocess.CalledProcessError) as exc:
        raise Unrecognised("the recognition of its text failed") from exc
    return done.stdout.decode("utf-8", "replace").replace("\f", "").strip()
