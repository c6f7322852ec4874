"""What is said when the papers do not answer: why, what was searched and what was not."""

from __future__ import annotations

from app.answers.phrases import counted, in_a_row
from app.compose.blocks import label
from app.compose.evidence import Evidence
from app.compose.lists.asked import bodies_named, meant_by
from app.compose.records import Records
from app.compose.wording import Draft, Statement, sentence
from app.holdings.holdings import Holdings
from retriever.questions import Question


def not_found(
    question: Question, holdings: Holdings, records: Records, *, why: str = "", only: Evidence | None = None
) -> Draft:
    """What was searched and why it is not answered, in two lines; an answer beneath would be taken for one.

    `only` is what the papers say of the matter where they leave out just what is asked.
    """
    first, last = holdings.since, holdings.until
    period = f" ({first:%B %Y} to {last:%B %Y})" if first and last else ""
    papers = "the one paper" if holdings.papers == 1 else f"the {holdings.papers} papers"
    searched = f"We could not find this in {papers} we searched{period}."
    said = (searched, _asked_about(question, records), *_unsearched(holdings))
    searched = " ".join(filter(None, said))
    if only is not None:
        named = label(only.passage, whole=True)
        return Draft(
            "not_found", answered=False, statements=(Statement(f"{why} The closest that we found ({named}):", only),)
        )
    return Draft("not_found", answered=False, statements=tuple(Statement(line) for line in (searched, why) if line))


def _asked_about(question: Question, records: Records) -> str:
    """How many of the papers are of the organisation, body and time that the question names, "" where it names none."""
    bodies = _committees(question, records)
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


def _committees(question: Question, records: Records) -> set[str]:
    """The bodies that a question names; the "Council" of "Elmford Parish Council" is none."""
    councils = " ".join(question.organisations)
    return {body for body in bodies_named(question, records.sections) if body not in councils}


def _unsearched(holdings: Holdings) -> list[str]:
    """What is indexed and was not searched: that it is, and nothing of what it says."""
    said = []
    if holdings.unread:
        said.append(sentence(f"{counted(len(holdings.unread), 'paper')} could not be read in full."))
    if holdings.withheld:
        said.append("Confidential items are not searched.")
    return said
