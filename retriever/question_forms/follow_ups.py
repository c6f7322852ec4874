"""Follow-ups: the question before once more, shorter, or pointed back to."""

from __future__ import annotations

from indexer.forms.form import cased, form

# "Shorter, please", "in one sentence"
BRIEFER = form(
    "that it is to be shorter",
    r"\b(?:shorter|briefer|shorten|too long|(?:in )?(?:brief|short)(?:ly)?|in (?:one|a|two) (?:sentences?|lines?)|"
    r"fewer words|less detail)\b",
    "In one sentence, please",
    "One boat",
)

# "Show me the wording", "word for word", "what does the resolution say exactly"
WORDED = form(
    "that the exact words are wanted",
    r"\b(?:(?:exact|full|actual|precise) (?:words|wording|text|resolution|decision)|wording|verbatim|word for word|"
    r"resolution|in full)\b",
    "word for word",
    "in a word",
)

# "In a table": an answer is laid out as it is; what was asked before is not another question for that
LAID_OUT = form(
    "that it is to be laid out otherwise",
    r"\b(?:in|as) (?:an? )?(?:table|list|bullets?(?: points?)?|tabular form)\b",
    "as a table, please",
    "on the table",
)

OTHER_COUNCIL = form(
    "the other council",
    r"\b(?:the )?other (?:council|authority|one)\b",
    "and the other council?",
    "any other business",
)

# "Who in 2023?" is a separate question
ASKS_MORE = form(
    "word of a question of its own",
    r"\b(?:who|whom|whose|why|how|when|where|which)\b(?! about\b)",
    "Who in 2031?",
    "What about 2031?",
)

ANY_TIME = form(
    "that any time is meant",
    r"\b(?:at|of) any time\b|\bin any (?:month|year)\b",
    "at any time",
    "in time",
)

# "What is a hub, and who runs it?": the second half is a separate question, which leans on the first.
TWO_IN_ONE = form(
    "gap between two questions in one",
    r"(?:,\s*|(?<!\s)\s+)and (?=(?:at )?(?:what|who|whom|how|when|where|which|why|did|does|do|was|were|is|are|had|"
    r"has)\b)|(?<=\?)\s+",
    "What is a hub, and who runs it?",
    "What is a hub and spoke?",
)

# "What was decided about the quay and about the mill?": two matters behind one verb.
TWO_MATTERS = form(
    "two matters in one question",
    r"^(?P<asks>.*?\babout )(?P<one>[^?]+?),? and about (?P<other>[^?]+)",
    "What was decided about the quay and about the mill?",
    "What was decided about the quay and the mill?",
)

NAMES_SOMEBODY = cased(
    "person with a title",
    r"\b(?:Councillor|Cllr|Alderman|Mr|Mrs|Ms|Miss|Dr|Professor|Lord|Lady)\.? [A-Z]",
    "Who is Councillor Ash?",
    "Who is the councillor?",
)

# A question leans on the one before when it points back or is too short to stand alone.
POINTS_BACK = form(
    "word that points back",
    r"\b(?:it|its|that|this|those|these|they|them|their|he|she|his|her|there|then|one|ones|same|other)\b|^(?:and|but|"
    r"so|or|also)\b",
    "And who paid for it?",
    "Who paid?",
)
