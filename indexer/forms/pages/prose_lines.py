"""How a line of prose begins that goes on from the one before it, and how one ends that does not."""

from __future__ import annotations

from indexer.forms.form import cased

SMALL_LETTER = cased("small letter", r"^[^\w£$€]*[a-z]", "of the harbour", "The harbour")
"""A line that goes on from the one before it, unless it is a list's."""

GOES_ON = cased("the rest of a sentence", r"^(?:[a-z]|[£$€]\d|\d[\d.,]*%)", "£212.85 for a year", "12")
"""A line at the top of a column that goes on from the foot of the one before; a bare number may be that of the page."""

ENDS = (".", ";", ":", "!", "?")
"""What a line ends with that nothing goes on from."""
