"""The record of a decision as a form: what stands in the field that says what was decided, and nothing of the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from indexer.forms.papers.records import DECISION_FIELD, OTHER_FIELD
from indexer.reading.lines import Line

# What is put in place of each label, so that all of them announce a decision
LABEL = "Decision:"


def decided_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of the fields that say what was decided, each below its label; all lines where there is no such field.

    Records without fields are written like minutes, so that they are read like them.
    """
    decided = tuple(_decided(lines))
    return decided if any(line.text != LABEL for line in decided) else tuple(lines)


def _decided(lines: Sequence[Line]) -> Iterator[Line]:
    """A label for each field that says what was decided, and the lines in it."""
    inside = False
    for line in lines:
        field = DECISION_FIELD.match(line.text)
        if field:
            text = field["text"] or ""
            yield replace(line, text=LABEL)
            if text:
                yield replace(line, text=text)
            inside = True
        elif OTHER_FIELD.match(line.text):
            inside = False
        elif inside:
            # in a table, what runs on below the first line of a cell has an empty cell before it
            yield replace(line, text=line.text.removeprefix("\t"))
