"""`python -m corpus.sample.scan`: the sheets of `sources/scans.yaml` -> pictures of them, as a tired scanner makes
them.

The pictures are committed, because a newer Pillow may draw a letter a shade differently and the papers must not change.
"""

from __future__ import annotations

import random
from pathlib import Path

import reportlab
from PIL import Image, ImageDraw, ImageFont

from corpus.sample.source import SOURCES, read

DPI = 200
SHEET = (int(6.4 * DPI), int(9.3 * DPI))  # the text area of an A4 page, in dots
SPECKS = 2500
FONT = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"


def typed(text: str) -> Image.Image:
    """A white sheet with the lines of the text on it."""
    sheet = Image.new("L", SHEET, 255)
    font = ImageFont.truetype(str(FONT), 31)
    ImageDraw.Draw(sheet).multiline_text((60, 90), text, font=font, fill=20, spacing=16)
    return sheet


def scanned(sheet: Image.Image, tilt: float, seed: int) -> Image.Image:
    """The sheet a little askew and specked, in black and white."""
    sheet = sheet.rotate(tilt, resample=Image.Resampling.BICUBIC, fillcolor=255)
    dots, chance = sheet.load(), random.Random(seed)
    assert dots is not None
    for _ in range(SPECKS):
        dots[chance.randrange(SHEET[0]), chance.randrange(SHEET[1])] = chance.choice((0, 90, 160))
    return sheet.point(lambda level: 255 if level > 128 else 0).convert("1")


def main() -> None:
    """Nothing; draws every sheet."""
    for name, spec in read(SOURCES / "scans.yaml").items():
        path = SOURCES / "scans" / f"{name}.png"
        path.parent.mkdir(exist_ok=True)
        scanned(typed(spec["text"]), spec["tilt"], spec["seed"]).save(path, optimize=True)


if __name__ == "__main__":
    main()
