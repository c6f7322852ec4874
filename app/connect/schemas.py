"""Schemas of what tools give: flat, so that every client takes them - no enumerations, unions or references."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]


def text(said: str) -> Schema:
    """The schema of a text."""
    return {"type": "string", "description": said}


def number(said: str) -> Schema:
    """The schema of a whole number."""
    return {"type": "integer", "description": said}


def truth(said: str) -> Schema:
    """The schema of true or false."""
    return {"type": "boolean", "description": said}


def records(said: str, **properties: Schema) -> Schema:
    """A list of objects that have all these properties."""
    one = {"type": "object", "properties": properties, "required": list(properties)}
    return {"type": "array", "description": said, "items": one}


def words(said: str) -> Schema:
    """The schema of a list of texts."""
    return {"type": "array", "description": said, "items": {"type": "string"}}


QUOTE = {
    "quote": text("Words of the paper, letter for letter."),
    "file": text("The file of the paper."),
    "page": number("The page of the file, counted from 1; 0 in a file without pages."),
    "printed_page": text("The number printed on that page, if it is known."),
    "organisation": text("The council."),
    "body": text("The committee."),
    "meeting_date": text("The day of the meeting, YYYY-MM-DD."),
    "section": text("What part of the paper it is: minutes, report and the like."),
    "item": text("The number of the minute or item."),
    "title": text("The title of the item."),
    "source": text("All of that in words."),
    "url": text("The address of the page."),
}
QUOTES = records("The quotes that prove it, in the order of their markers.", **QUOTE)
FOUND = truth("False where the papers say nothing about it.")
SEARCHED = text("What was searched: bodies, days, number of papers.")
STEPS = records(
    "The statements, each with its quotes.", lead=text("When, who, what."), text=text("More."), quotes=QUOTES
)
