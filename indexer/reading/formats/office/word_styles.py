"""Styles: how the paragraphs and runs of a Word document are set, by themselves or by the styles they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from indexer.reading.looks import Looks

MOST_STYLES = 20
"""Styles that may be based on one another; guards against a circle."""

USUAL_SIZE = 20
"""Half points in which Word sets what names no size."""

OFF = ("0", "false", "off", "none")

HEADING_NAME = re.compile(r"heading ([1-9])", re.I)

TWIPS = 20
"""Word measures indents in twentieths of a point."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a run is set: its size in half points, and what of it is seen."""

    size: int
    bold: bool
    italic: bool
    unseen: bool  # hidden, or struck through: words taken back


class Styles:
    """The styles of one document."""

    def __init__(self, styles: Any) -> None:
        self._by_id = {style.get(qn("w:styleId"), ""): style for style in styles.findall(qn("w:style"))}
        usual = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
        self._usual = [usual] if usual is not None else []
        self._default = next((key for key, style in self._by_id.items() if _is_default(style)), "")
        self._settings: dict[tuple[str, str], tuple[Any, ...]] = {}

    def setting(self, run: Any, paragraph: Any) -> Setting:
        """Return how a run of a paragraph is set; the nearest that says something counts."""
        own = run.find(qn("w:rPr"))
        named = "" if own is None else _value(own, "w:rStyle")
        key = (named, _style_of(paragraph) or self._default)
        if key not in self._settings:
            self._settings[key] = tuple(self._properties(key[0])) + tuple(self._properties(key[1]))
        layers = [*([own] if own is not None else []), *self._settings[key], *self._usual]
        return Setting(
            size=_number(_first_value(layers, "w:sz")) or USUAL_SIZE,
            bold=_is_on(layers, "w:b"),
            italic=_is_on(layers, "w:i"),
            unseen=any(_is_on(layers, name) for name in ("w:vanish", "w:strike", "w:dstrike")),
        )

    def looks(self, paragraph: Any, settings: list[tuple[Setting, int]]) -> Looks:
        """Return how a paragraph is set, from its style and the runs in it, given with their numbers of letters."""
        letters = sum(count for _, count in settings)
        if not letters:
            return Looks()
        sizes: dict[int, int] = {}
        for setting, count in settings:
            sizes[setting.size] = sizes.get(setting.size, 0) + count
        return Looks(
            size=max(sizes, key=lambda size: sizes[size]) / 2,
            bold=all(setting.bold for setting, count in settings if count),
            italic=all(setting.italic for setting, count in settings if count),
            indent=self._indent(paragraph),
            right=self._paragraph_value(paragraph, "w:jc") in ("right", "end"),
            heading=self._heading(paragraph),
        )

    def _heading(self, paragraph: Any) -> int:
        """Return the level of a heading, by its style's name or its place in the outline; 0 for other paragraphs."""
        for style in self._chain(_style_of(paragraph)):
            named = HEADING_NAME.fullmatch(_value(style, "w:name"))
            if named:
                return int(named[1])
        level = self._paragraph_value(paragraph, "w:outlineLvl")
        return int(level) + 1 if level in tuple("012345678") else 0

    def _indent(self, paragraph: Any) -> float:
        """Return how far a paragraph is set in, in points."""
        for properties in self._paragraph_layers(paragraph):
            indent = properties.find(qn("w:ind"))
            if indent is not None:
                left = indent.get(qn("w:left")) or indent.get(qn("w:start")) or "0"
                return max(_number(left), 0) / TWIPS
        return 0.0

    def _paragraph_value(self, paragraph: Any, name: str) -> str:
        return _first_value(list(self._paragraph_layers(paragraph)), name)

    def _paragraph_layers(self, paragraph: Any) -> Iterator[Any]:
        own = paragraph.find(qn("w:pPr"))
        if own is not None:
            yield own
        for style in self._chain(_style_of(paragraph) or self._default):
            properties = style.find(qn("w:pPr"))
            if properties is not None:
                yield properties

    def _properties(self, name: str) -> Iterator[Any]:
        for style in self._chain(name):
            properties = style.find(qn("w:rPr"))
            if properties is not None:
                yield properties

    def _chain(self, name: str) -> Iterator[Any]:
        """Yield a style and those that it is based on."""
        for _ in range(MOST_STYLES):
            style = self._by_id.get(name)
            if style is None:
                return
            yield style
            name = _value(style, "w:basedOn")


def _style_of(paragraph: Any) -> str:
    properties = paragraph.find(qn("w:pPr")) if paragraph is not None else None
    return "" if properties is None else _value(properties, "w:pStyle")


def _is_default(style: Any) -> bool:
    return style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) in ("1", "true")


def _is_on(layers: list[Any], name: str) -> bool:
    """Return whether the first of these properties that speaks of a switch turns it on."""
    for properties in layers:
        switch = properties.find(qn(name))
        if switch is not None:
            return switch.get(qn("w:val"), "true") not in OFF
    return False


def _first_value(layers: list[Any], name: str) -> str:
    return next((value for properties in layers if (value := _value(properties, name))), "")


def _value(parent: Any, name: str) -> str:
    """Return the value of a child element, "" when there is none."""
    child = parent.find(qn(name))
    return "" if child is None else str(child.get(qn("w:val"), ""))


def _number(text: str) -> int:
    return int(text) if re.fullmatch(r"-?[0-9]{1,6}", text) else 0
