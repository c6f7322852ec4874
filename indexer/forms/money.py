"""Sums that came in, as minutes word them: what was given towards a thing is not what it cost."""

from __future__ import annotations

import re

from indexer.forms.form import Form

CAME_IN = Form(
    "came in",
    re.compile(
        r"\b(?:donat\w+|grants?|contribut\w+|sponsor\w*|fund-?rais\w+|raised|bequests?|legac(?:y|ies)|refund\w*)\b",
        re.IGNORECASE,
    ),
    "A donation of £500 towards the shelter was received",
    "The shelter was bought for £500",
)
