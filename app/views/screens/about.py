"""About: how answers are made, which papers are included, what could not be read, privacy and limits."""

from __future__ import annotations

import streamlit as st

from app.answers.escaping import readable
from app.answers.phrases import counted, figured
from app.answers.wording import day
from app.evaluation import Evaluation, last_evaluation
from app.holdings.holdings import Holdings
from app.model.writer import SENT
from app.views.session.desk import Desk
from app.views.widgets.table import show_table
from corpus.settings import Settings

LISTED = 200
"""Unread papers that the page names; the command line names all of them."""

HOW = """
1. We work out what your question asks for: a decision, a figure, the history of an issue, or an overview.
2. We look up the closest passages in the papers, by their words and by their meaning.
3. We put the answer together from those passages. Every statement has a source.
4. We compare each quote, word for word, with the page it comes from. If we cannot find it there, we do not show it.

A recommendation is not a decision, and *noted* is not *approved*: answers use the words of the minutes.
"""

PRIVACY = """
With the default settings, nothing. The papers, the index, your questions and the answers stay on the machine that runs
this program. The pages load nothing from anywhere else, and the program sends no usage statistics.

If your administrator connects a language model, questions and the passages found for them go to that model.
"""

SENT_TO_MODEL = """
The papers, the index and the answers stay on the machine that runs this program. The pages load nothing from anywhere
else, and the program sends no usage statistics. A language model is connected. For each question that the papers
answer, we send it:

- the question, and up to six earlier ones from the same conversation;
- up to twelve relevant passages of the papers, each with its meeting and heading.

We never send anything that is exempt from publication. A file records what was sent. The model only words the answer:
we compare each of its sentences with the passages it cites, and do not show what they do not support.
"""

LIMITS = """
- This service finds and quotes published papers. It does not give advice. The official record is the signed minutes.
- It knows only the papers listed here. If it finds nothing, something may still have been decided.
- Tables and charts can lose their layout when we read them. Check the picture of the page before you use a figure.
- Scanned pages are read by text recognition, which makes mistakes. Some cannot be read at all.
- Papers that are exempt from publication are not shown and not searched.
"""

KEPT = """
We store your conversations on the machine that runs this program until you delete them. We find them again by a random
number in a cookie that does not identify you and is used for nothing else. Nobody else can list them, but anyone with
the link to a conversation can read it. You can undo a deletion for one minute; then we wipe the conversation from the
disk. Before we show a stored answer again, we compare each of its quotes with the papers as they are now. If a page has
gone, or is no longer public, we do not show the answer.
"""

KINDS = {
    "decision": "What was decided",
    "fact": "A figure, a date, a name",
    "followup": "A follow-up to the question before",
    "list": "A list",
    "overview": "What something is",
    "trace": "History of an issue",
}
"""Kinds of question in the words of the page."""

MEASURED = """
We compared the answers with what people found when they read the papers. An answer counts as *right* if it gives every
fact that they wrote down and nothing wrong. Missing one fact of four is enough to fail, so histories do worst. Parts of
the program were tuned on these questions, so expect less with other papers.
"""

REPORTING = """
Select *Feedback* below the answer and tell us what is wrong. We store your words for the team that looks
after these papers, with the question, the answer, its citations and the time, but not your name.
"""

ACCESSIBILITY = """
We aim to meet WCAG 2.2 at level AA. You can use everything with the keyboard, at a width of 320 pixels, with text at
200 per cent, in light and dark colours, and on paper. Screen readers announce new answers. The picture of a page has
the text of the page as its description, and you can open that text below the picture.

When the program is tested, axe-core checks every page in light and dark colours and finds nothing that it calls serious
or critical. We have not yet tested with people who use a screen reader. The pages use Streamlit, which decides how its
menus, date fields and file chooser behave. We show papers as their authors made them, and older ones may not be
accessible. If something does not work for you, tell the team that looks after these papers, as described above.
"""


def about_page(desk: Desk) -> None:
    """Draws the page."""
    with st.container(key="about"):
        _about(desk.assistant().holdings(), desk.settings())


def _about(holdings: Holdings, settings: Settings) -> None:
    st.title("About Board Papers", anchor=False)
    st.header("What is included", anchor=False)
    _held(holdings)
    st.header("How answers are made", anchor=False)
    st.markdown(HOW)
    if evaluation := last_evaluation():
        st.header("How well it answers", anchor=False)
        _measured(evaluation)
    st.header("What leaves this machine", anchor=False)
    _what_leaves(settings)
    st.header("What we store about your questions", anchor=False)
    st.markdown(KEPT)
    st.header("If an answer is wrong", anchor=False)
    st.markdown(REPORTING)
    st.header("Limits", anchor=False)
    st.markdown(LIMITS)
    st.header("Accessibility", anchor=False)
    st.markdown(ACCESSIBILITY)


def _measured(evaluation: Evaluation) -> None:
    """The figures of the last evaluation, those of the kinds in a table."""
    whole = evaluation.by_kind["all"]
    st.markdown(MEASURED)
    show_table(
        f"{whole.questions} questions over {evaluation.papers} papers ({evaluation.pages} pages) of several councils, "
        f"without a language model, {day(evaluation.taken_on)}",
        ("Kind of question", "Questions", "Right", "Cites the right page"),
        [
            (name, str(row.questions), _per_cent(row.correct), _per_cent(row.cited))
            for kind, name in KINDS.items()
            if (row := evaluation.by_kind.get(kind))
        ],
        key="evaluation",
    )
    st.text(
        f"Quotes found word for word on the page named: {_per_cent(whole.valid)}. When the papers do not answer a "
        f"question, it says so in {_per_cent(whole.abstained)} of cases. When they do, it wrongly says they do not in "
        f"{_per_cent(whole.over_abstained)} of cases."
    )


def _per_cent(share: float | None) -> str:
    return "not counted" if share is None else f"{100 * share:.1f} per cent".replace(".0 ", " ")


def _what_leaves(settings: Settings) -> None:
    model = settings.model
    if not model.name:
        st.markdown(PRIVACY)
        return
    st.markdown(SENT_TO_MODEL)
    st.text(readable(f"The model: {model.name}, at {model.url or 'the address of its provider'}."))
    st.text(readable(f"The file: {settings.index / SENT}"))


def _held(holdings: Holdings) -> None:
    papers, pages = figured(holdings.papers, "paper"), figured(holdings.pages, "page")
    counts = f"{papers} with {pages}, from {figured(holdings.meetings, 'meeting')}"
    period = f", {day(holdings.since)} to {day(holdings.until)}" if holdings.since and holdings.until else ""
    st.text(f"{counts}{period}.")
    unread = holdings.unread
    if not unread and not holdings.papers:
        return
    if not unread:
        st.text("Every paper in the folder could be read.")
        return
    with st.expander(f"{counted(len(unread), 'paper')} could not be read in full", expanded=len(unread) <= 5):
        for file, reason in unread[:LISTED]:
            st.text(readable(f"{file}: {reason}"))
        if len(unread) > LISTED:
            st.text(f"And {len(unread) - LISTED:,} more. The command `python -m indexer status` lists them all.")
