"""Rows that say what form the answer takes: a sum, a share, a count, a rating, a name, a date. The first one counts."""

from __future__ import annotations

from retriever.question_forms.form import QuestionForm, row

ANSWERS: tuple[QuestionForm, ...] = (
    row(
        "rating",
        r"\bwhat (?:\w+ ){0,2}(?:rating|grade|score|ranking)s?\b|\bhow (?:was|were|is|are) [^?]{3,80} rated\b",
        "What rating did the school get?",
        "What did the school get?",
    ),
    row(
        "share",
        r"\b(?:what|which) (?:\w+ )?(?:percentage|proportion|per ?cent|share|rate)\b|"
        r"\bwhat (?:is|was|are|were) [^?]{2,60}(?<!interest )(?<!business )\b(?:rate|percentage|proportion)\b(?! of (?:council )?tax)",
        "What share of bins is recycled?",
        "How many bins are shared?",
    ),
    # money, and nothing else
    row(
        "money",
        r"\bhow much\b[^?]{3,80}\b(?:worth|cost|earn|pay|paid|spen[dt])\b|\bhow much (?:money|funding)\b|"
        r"\bwhat (?:is|was|are|were) [^?]{3,80} worth\b|\bwhat (?:rent|price|fee|fees|salary)\b|"
        r"\bwhat (?:do|does|did|will|would|is|was|has|have) [^?]{3,80}\b(?:cost|paying|paid|charg\w+)"
        r"(?=\s*[?.]?$|\s+(?:for|to|us|them|in|each|per|a|so|the|our)\b|\s+(?-i:[A-Z]))",
        "What is the contract worth?",
        "What is the contract?",
    ),
    row(
        "sum",
        r"\bhow much\b|\bwhat (?:\w+ ){0,3}(?:cost|budget|fee|price|grant|amount)s?\b|\bworth\b",
        "How much will the rates rise?",
        "When will the rates rise?",
    ),
    row(
        "figure",
        r"\b(?:what|which|how) (?:\w+ ){0,6}(?:figures?|running total|total)\b|\bfigures? (?:move|change|vary|go)|"
        r"\bwhat figures?\b",
        "What was the running total in May?",
        "What ran in May?",
    ),
    # who came into a post, which is more than a name that stands near it
    row(
        "appointed",
        r"\bwho (?:(?:got|gets|won) [^?]{2,60}\b(?:job|post|role|seat|place|chair\w*)|took over|takes over|replaced|replaces|succeed\w*|became|(?:was|were|is|has been|will be) "
        r"(?:\w+ )?(?:picked|chosen|appointed|selected|elected|hired|co-opted|named as|made (?:the )?(?:new )?chair\w*))\b|"
        r"\bwhich (?:candidate|applicant)s?\b",
        "Who was picked to be the next clerk?",
        "Who picked the clerk?",
    ),
    row("time", r"\b(?:at )?what times?\b", "At what times does the ferry run?", "When does the ferry run?"),
    row(
        "count", r"\bhow (?:many|long|often)\b|\bwhat (?:number|total)\b", "How many bins are there?", "Are there bins?"
    ),
    row(
        "date",
        r"^\W*(?:and |but |so |about )?when\b|\b(?:and|by|since|until|say|said) when\b|"
        r"\bwhen (?:did|do|does|was|were|is|are|will|would|has|have|had|can|should|must)\b|\bwhat date\b|"
        r"\bwhich (?:year|month|day)\b",
        "By when is it due?",
        "Is it due?",
    ),
    row(
        "person",
        r"\bwho (?:is|was|chair\w*|leads?|led|heads?|headed|runs?|ran|manages?|owns?)\b"
        r"(?! (?:\w+ed|given|left|made|in|on|at|behind)\b)",
        "Who chairs the harbour board?",
        "Who was authorised to sign?",
    ),
)
