"""What a question names by the way it is put: the thing sought, the topic at its end, the subject of an explanation."""

from __future__ import annotations

import re

AUXILIARY = r"(?:is|are|was|were|be|been|does|do|did|has|have|had|will|would|can|could|should|there)"
_PREPOSITION = (
    r"(?:of|in|on|at|under|during|for|with|from|between|by|over|as|and|to|the|an?|if|each|through|against|into|about|per|"
    r"inside|since|than|it)"
)
_PHRASE = rf"((?:(?!{_PREPOSITION}\b)[\w'’-]+ ?)+)"

# "How many people died ...", "What share of parents ...", "What rating did ...", "How much does X earn", "Who chairs ..."
SOUGHT = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\bhow many {_PHRASE}",
        rf"\b(?:percentage|proportion|share|per ?cent) of {_PHRASE}",
        r"\bwhat (?:is |was )?(?:the )?((?:\w+ ){0,2}(?:rating|grade|score|ranking|salary|rent|price|fee|rate|uptake))\b",
        r"\bhow much\b[^?,]*\b(earns?|spen[dt])\b",
        rf"\bwho (?:{AUXILIARY} )?(?:the )?{_PHRASE}",
        rf"^(?:by |until )?when {AUXILIARY}\b[^?,]*?(\w+)\?$",
    )
)
# "... decide about parking permits in 2016?", "... adopted a dog control order", "... spend on potholes"
TOPIC = re.compile(
    r"\b(?:(?P<one>an?)|about|regarding|concerning|on)\s+(?:an?\s+|the\s+)?(?P<topic>(?:[a-z][a-z'’-]+ ?){1,4}?)"
    r"(?:\s*\b(?:in|at|by|for|during) [^?]{2,40})?[?.! ]*$"
)
SUBJECT = re.compile(
    r"\b(?:what(?:'s| is| are)|who or what (?:is|are)|explain|summar\w+(?: of)?|about|overview of|introduc\w+(?: to)?) "
    r"(?:the |a |an |[\w'’]+['’]s )?(?P<named>[^?,]{2,80}?)"
    r"(?=\?|,|$| - | and (?:why|who|what|how|at|when)| in (?:a|one|two|brief)\b| for (?:someone|somebody|a new)|"
    r" to (?:someone|somebody|me|a new)| that | used )",
    re.IGNORECASE,
)
SIDE = re.compile(
    r"\bvoted? (?P<side>for|in favour|against|yes|no|to [a-z]+)\b|\b(?P<abstained>abstained|abstentions?)\b",
    re.IGNORECASE,
)
# Where a question goes on to something else: "..., and what did they decide?"
MORE = re.compile(r",\s+(?:and\s+)?|\band\s+(?=(?:who|what|which|how|when|where|why|did|was|were)\b)", re.IGNORECASE)
# A council named in small letters, as on a telephone
COUNCIL = re.compile(r"\b[a-z]+ (?:county|borough|city|district|metropolitan|town|parish) council\b")
NAME = re.compile(r"(?<=[\w,] )[A-Z][a-z]+(?:-[A-Z][a-z]+)*(?![A-Za-z])(?: [A-Z][a-z]+(?:-[A-Z][a-z]+)*(?![A-Za-z]))*")
SHORT = re.compile(r"\b[A-Z][A-Za-z&]*[A-Z]\b")
# "What actions does the Head of Highways have?", "actions for Jo Ash"
OWNER = re.compile(
    r"\b(?:does|do|did|has|have|for|by|of|to|is|are)\s+(?:the\s+)?"
    r"((?:[A-Z][\w'’-]+)(?:\s+(?:(?:of|and|for)\s+)?[A-Z][\w'’-]+)*)"
)


def before_auxiliary(phrase: str) -> str:
    """A phrase up to the verb that belongs to the question: "lamps are there" becomes "lamps"."""
    return re.split(rf"(?<=\S) {AUXILIARY} ", f" {phrase} ", flags=re.IGNORECASE)[0]
