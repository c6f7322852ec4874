"""Small talk: thanks, a greeting, a call for help; it says what is indexed, and no passage is shown."""

from __future__ import annotations

from app.answers.phrases import counted
from app.compose.wording import Draft, Statement
from app.holdings.holdings import Holdings
from corpus.papers import date_in_words
from retriever.question_forms import Ask
from retriever.questions import Question

KIND = {Ask.THANKS: "You are welcome.", Ask.GREETING: "Hello.", Ask.GOODBYE: "", Ask.HELP: "", Ask.NEWS: ""}


def is_small_talk(question: Question) -> bool:
    """True for words that ask nothing of the papers."""
    return bool(question.reading.asks & KIND.keys())


def small_talk(question: Question, holdings: Holdings) -> Draft | None:
    """What is indexed and can be asked, behind a word in kind; None where the text asks something of the papers."""
    if not is_small_talk(question):
        return None
    said = next(word for ask, word in KIND.items() if ask in question.reading.asks)
    first, last = holdings.since, holdings.until
    period = f", {date_in_words(first)} to {date_in_words(last)}" if first and last else ""
    if Ask.NEWS in question.reading.asks:
        said = f"The latest meeting that we have papers of was on {date_in_words(last)}." if last else ""
    held = f"We have {counted(holdings.papers, 'paper')} of {holdings.bodies_in_words}{period}."
    ask = (
        "You can ask what was decided and who voted how, how a matter went on, for a figure or a date, what "
        "something is, "
        "who was at a meeting, and who is to do what. Every answer quotes the papers and says where the words stand."
    )
    return Draft(
        "not_found", answered=False, statements=(Statement(" ".join(filter(None, (said, held)))), Statement(ask))
    )
