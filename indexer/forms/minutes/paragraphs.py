"""Where a paragraph of minutes begins in the middle of one, and what a line's end parts that belongs together."""

from __future__ import annotations

from indexer.forms.form import cased, form

# The word that announces, a vote in front of it, or a mover; not behind the stop of an abbreviation
ANNOUNCED = cased(
    "sentence that announces a decision inside a paragraph",
    r"(?<=[a-z0-9)”\"][.]) +(?=(?:It was )?(?:RESOLVED|AGREED|ORDERED|DECISION)\b|It was (?:unanimously )?resolved\b)|"
    r"(?<=[a-z)”\"][.])(?<!\bCllr\.)(?<!\bCllrs\.)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\b[Nn]o\.)(?<!\b[a-zA-Z]\.) +"
    r"(?=By \w+ votes? to \w+[^.:]{0,40}: ?(?:That|To)\b|That the [^.:]{3,160} be [a-z]+(?:ed|en|n|t)\b|"
    r"[A-Z][^.:]{2,160}? RESOLVED(?:\s?[:–—-]|,? (?:that|to|THAT|T H A T)\b))",
    "Three quotations came. RESOLVED to accept the first",
    "Mrs. Ash RESOLVED to go",
)
REASON = form(
    "why a limb was decided, between it and the next",
    r"^\W*reasons?\b(?: for (?:the )?(?:decision|recommendation))?\W",
    "Reason: To know the cost.",
    "The reason is the cost.",
)
DAY_ENDS = cased(
    "day of a month at a line's end", r"\b\d{1,2}(?:st|nd|rd|th)?$", "the minutes of 3", "the minutes of May"
)
MONTH_OPENS = cased(
    "month at a line's beginning",
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b",
    "August 2031 be approved",
    "the minutes be approved",
)
