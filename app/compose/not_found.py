"""What is said when the papers do not answer: why, what was searched and what was not."""

from __future__ import annotations

from app.answers.phrases import counted, in_a_row
from app.compose.lists.asked import bodies_named, meant_by
from app.compose.records import Records
from app.compose.wording import Draft, Statement, sentence
from app.holdings.holdings import Holdings
from retriever.questions import Question


def not_found(question: Question, holdings: Holdings, records: Records, *, why: str = "") -> Draft:
    """What was searched and why it is not answered, in two lines; an answer beneath would be taken for one."""
    first, last = holdings.since, holdings.until
    period = f" ({first:%B %Y} to {last:%B %Y})" if first and last else ""
    papers = "the one paper" if holdings.papers == 1 else f"the {holdings.papers} papers"
    searched = f"We could not find this in {papers} we searched{period}."
    said = (searched, _asked_about(question, records), *_unsearched(holdings))
    lines = [" ".join(filter(None, said)), why]
    return Draft(kind="not_found", answered=False, statements=tuple(Statement(line) for line in lines if line))


def _asked_about(question: Question, records: Records) -> str:
    """How many of the papers are of the organisation, body and time that the question names, "" where it names none."""
    bodies = bodies_named(question, records.sections)
    if not (question.organisations or bodies or question.periods):
        return ""
    files = {s.paper.file for s in records.sections if meant_by(question, s, bodies)}
    named = [
        what
        for what, given in (("council", question.organisations), ("body", bodies), ("time", question.periods))
        if given
    ]
    what = in_a_row(named)
    return f"{len(files) or 'None'} of them {'is' if len(files) < 2 else 'are'} from the {what} you asked about."


def _unsearched(holdings: Holdings) -> list[str]:
    """What is indexed and was not searched: that it is, and nothing of what it says."""
    said = []
    if holdings.unread:
        said.append(sentence(f"{counted(len(holdings.unread), 'paper')} could not be read in full."))
    if holdings.withheld:
        said.append("Confidential items are not searched.")
    return said
