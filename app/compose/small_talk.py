"""Small talk: thanks, a greeting, a call for help; what is held is said, and no passage is shown."""

from __future__ import annotations

import re

from app.answers.phrases import counted
from app.compose.wording import Draft, Statement
from app.holdings.holdings import Holdings
from corpus.papers import date_in_words

LATEST = "the day of the latest meeting"
ANSWERS = (
    (
        r"(?:(?:ok(?:ay)?|great|brilliant|perfect|lovely|many|no) )?(?:thanks?(?: you)?|cheers|ta)(?: (?:a lot|very much|so much|again|for that|for your help))?",
        "You are welcome.",
    ),
    (r"(?:hello|hi|hey|hiya|good (?:morning|afternoon|evening))(?: (?:there|all|again))?", "Hello."),
    (r"(?:ok(?:ay)?|great|brilliant|perfect|good|fine|i see|understood|bye|goodbye)", ""),
    (
        r"(?:help(?: me| please)?|who are you|what (?:can|do) you do|what can i ask(?: you)?|how (?:does this|do you) work|how do i use (?:this|it))",
        "",
    ),
    (r"(?:what(?:'s| is|s) new|any(?:thing)? news?|anything new)", LATEST),
)
FORMS = tuple((re.compile(form, re.IGNORECASE), said) for form, said in ANSWERS)


def _form(text: str) -> str | None:
    plain = re.sub(r"[^a-z' ]+", " ", text.lower().replace("’", "'"))
    plain = " ".join(plain.split())
    return next((said for form, said in FORMS if form.fullmatch(plain)), None)


def is_small_talk(text: str) -> bool:
    """True for words that ask nothing of the papers."""
    return _form(text) is not None


def small_talk(text: str, holdings: Holdings) -> Draft | None:
    """What is held and can be asked, behind a word in kind; None where the text asks something of the papers."""
    said = _form(text)
    if said is None:
        return None
    first, last = holdings.since, holdings.until
    period = f", {date_in_words(first)} to {date_in_words(last)}" if first and last else ""
    if said == LATEST:
        said = f"The latest meeting of which papers are held was on {date_in_words(last)}." if last else ""
    held = f"{counted(holdings.papers, 'paper')} of {holdings.bodies_in_words} are held here{period}."
    ask = (
        "You can ask what was decided and who voted how, how a matter went on, for a figure or a date, what something is, "
        "who was at a meeting, and who is to do what. Every answer quotes the papers and says where the words stand."
    )
    return Draft(
        "not_found", answered=False, statements=(Statement(" ".join(filter(None, (said, held)))), Statement(ask))
    )
