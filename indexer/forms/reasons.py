"""Reasons: the words by which a paper says why something was done, and that a sum was given towards it."""

from __future__ import annotations

import re

from indexer.forms.form import Form

GIVES_A_REASON = Form(
    "gives a reason",
    re.compile(
        r"\b(?:because|reasons?|due to|owing to|on the grounds?|in order (?:to|that)|so (?:that|as to)|therefore|as a result|"
        r"in view of|in light of|given (?:that|the)|since (?:the|it|they|there|this)|as (?:the|it|they|there|this|he|she) "
        r"(?:is|are|was|were|has|have|had|did|do|does|would|could|will)|"
        r"to (?:allow|avoid|enable|ensure|free|give|help|improve|make|meet|prevent|protect|provide|reduce|save|support))\b",
        re.IGNORECASE,
    ),
    "The lease was refused because the roof leaks.",
    "The lease was refused.",
)

# What was given towards a thing is not what it cost.
CAME_IN = Form(
    "came in",
    re.compile(
        r"\b(?:donat\w+|grants?|contribut\w+|sponsor\w*|fund-?rais\w+|raised|bequests?|legac(?:y|ies)|refund\w*)\b",
        re.IGNORECASE,
    ),
    "A donation of £500 towards the shelter was received",
    "The shelter was bought for £500",
)
