"""Numbering: the list numbers that Word shows in front of paragraphs and does not store with them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

BULLET = "\u2022"

ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)

MOST_STYLES = 20
"""Styles that may be based on one another; guards against a circle."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts, the pattern of its label ("%1.%2"), and its first number."""

    style: str
    pattern: str
    start: int


class Numbering:
    """Counts the paragraphs of one document, in document order."""

    def __init__(self, document: Any) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._family: dict[str, str] = {}  # list -> the abstract list whose count it shares
        self._by_style: dict[str, tuple[str, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
        parts = [rel.target_part for rel in document.part.rels.values() if rel.reltype == relationship]
        if parts:
            self._learn_lists(parts[0].element)
            self._learn_styles(document.styles.element)

    def label(self, paragraph: Any) -> str:
        """Return the number or bullet in front of the paragraph, which is counted by this call; "" for none."""
        number, depth = self._place(paragraph)
        level = self._levels.get(number, {}).get(depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(self._family[number], {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        if level.style == "bullet":
            return BULLET
        return re.sub(r"%([1-9])", lambda match: self._shown(number, int(match.group(1)) - 1), level.pattern)

    def _shown(self, number: str, depth: int) -> str:
        """Return the present count of one level as it is written."""
        level = self._levels[number].get(depth, Level("decimal", "", 1))
        count = self._counts[self._family[number]].get(depth, level.start)
        return written(count, level.style)

    def _place(self, paragraph: Any) -> tuple[str, int]:
        """Return the list and the level of a paragraph; the list is "" when it is in none."""
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return self._by_style.get("", ("", 0))
        style = _value(properties, "w:pStyle")
        by_style = self._by_style.get(style, ("", 0))
        own = properties.find(qn("w:numPr"))
        if own is None:
            return by_style
        number, depth = _value(own, "w:numId"), _value(own, "w:ilvl")
        return number or by_style[0], _number(depth, by_style[1])

    def _learn_lists(self, numbering: Any) -> None:
        """Note the levels of every list of the document."""
        abstract = {
            one.get(qn("w:abstractNumId"), ""): {_depth(level): _level(level) for level in one.findall(qn("w:lvl"))}
            for one in numbering.findall(qn("w:abstractNum"))
        }
        for one in numbering.findall(qn("w:num")):
            number, family = one.get(qn("w:numId"), ""), _value(one, "w:abstractNumId")
            levels = dict(abstract.get(family, {}))
            overrides = one.findall(qn("w:lvlOverride"))
            for override in overrides:
                depth = _depth(override)
                if depth in levels:
                    start = _number(_value(override, "w:startOverride"), levels[depth].start)
                    levels[depth] = Level(levels[depth].style, levels[depth].pattern, start)
            self._levels[number] = levels
            self._family[number] = number if overrides else f"abstract {family}"

    def _learn_styles(self, styles: Any) -> None:
        """Note the list that each paragraph style puts its paragraphs in, itself or by a style it is based on."""
        by_name = {style.get(qn("w:styleId"), ""): style for style in styles.findall(qn("w:style"))}
        for name, style in by_name.items():
            for _ in range(MOST_STYLES):
                own = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
                if own is not None and _value(own, "w:numId"):
                    self._by_style[name] = (_value(own, "w:numId"), _number(_value(own, "w:ilvl"), 0))
                    break
                style = by_name.get(_value(style, "w:basedOn"))
                if style is None:
                    break


def written(count: int, style: str) -> str:
    """Return a number as a list writes it: 3, 03, c, C, iii or III; as a plain number for styles not known."""
    match style:
        case "decimalZero":
            return f"{count:02}"
        case "lowerLetter" | "upperLetter":
            letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 % 9 + 1)
            return letters if style == "lowerLetter" else letters.upper()
        case "lowerRoman" | "upperRoman":
            return _roman(count) if style == "lowerRoman" else _roman(count).upper()
        case "none":
            return ""
    return str(count)


def _roman(count: int) -> str:
    """Return a number from 1 to 3,999 in Roman letters, any other as it is."""
    if not 0 < count < 4000:
        return str(count)
    letters = ""
    for value, letter in ROMAN:
        letters += letter * (count // value)
        count %= value
    return letters


def _level(level: Any) -> Level:
    """Return the level that an element of the numbering part describes."""
    return Level(_value(level, "w:numFmt"), _value(level, "w:lvlText"), _number(_value(level, "w:start"), 1))


def _depth(element: Any) -> int:
    """Return the level number of an element, 0 when it has none."""
    return _number(element.get(qn("w:ilvl"), ""), 0)


def _number(text: str, otherwise: int) -> int:
    """Return the number that the text spells, `otherwise` when it spells none or an absurd one."""
    return int(text) if re.fullmatch(r"[0-9]{1,6}", text) else otherwise


def _value(parent: Any, name: str) -> str:
    """Return the value of a child element, "" when there is none."""
    child = parent.find(qn(name))
    return "" if child is None else str(child.get(qn("w:val"), ""))
