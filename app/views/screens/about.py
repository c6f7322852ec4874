"""About: how answers are made, what is held, what could not be read, and the duties that come with it."""

from __future__ import annotations

import streamlit as st

from app.answers.escaping import readable
from app.answers.wording import day
from app.evaluation import Evaluation, last_evaluation
from app.holdings.holdings import Holdings
from app.model.writer import SENT
from app.saved.reports import FILE as REPORTS
from app.views.parts.table import show_table
from app.views.session.desk import Desk
from corpus.settings import Settings

LISTED = 200
"""Unread papers that are named on the page; the command line names all of them."""

HOW = """
1. Your question is read for what it asks: a decision, a figure, the course of an issue, or an overview.
2. The passages of the papers that come nearest are looked up, by their words and by their meaning.
3. The answer is put together from those passages. Every statement carries a source.
4. Each quote is compared, word for word, with the page it comes from. What cannot be found there is not shown.

A recommendation is not a decision, and *noted* is not *approved*: the answers keep the words that the minutes use.
"""

PRIVACY = """
With the settings that it comes with: nothing. The papers, the index, your questions and the answers stay on the machine
that runs this program. The pages load nothing from any other place, and no usage statistics are sent.

Only when the person who runs it connects a language model do questions, and passages found for them, go to that model.
"""

SENT_TO_MODEL = """
The papers, the index and the answers stay on the machine that runs this program. The pages load nothing from any other
place, and no usage statistics are sent. A language model is connected. For each question that the papers answer it is sent:

- the question, and up to six earlier ones of the same conversation;
- up to twelve passages of the papers that bear on it, with the meeting and the heading they stand under.

What is exempt from publication is never among them. What was sent is kept in a file. The model only words the answer:
each of its sentences is compared with the passages it cites, and what they do not support is not shown.
"""

LIMITS = """
- It finds and quotes published papers. It is not advice, and it is not the record: the signed minutes are.
- It knows only the papers held here. That nothing was found does not mean that nothing was decided.
- Tables and charts can lose their layout when they are read. Look at the picture of the page before using a figure.
- Scanned pages may have been read by machine, or not at all.
- Papers that are exempt from publication are neither shown nor searched.
"""

KEPT = """
Your conversations are kept on the machine that runs this program until you delete them. They are found again by a random
number in a cookie of your browser, which says nothing of who you are and is used for nothing else. Nobody else lists
them; whoever has the link to one can read it. A deleted conversation can be brought back for a minute, and is then wiped
from the disk. Before a kept answer is shown again, each of its quotes is compared with the papers held now; where a page
has gone, or may no longer be seen, the answer is not shown.
"""

KINDS = {
    "decision": "What was decided",
    "fact": "A figure, a date, a name",
    "followup": "One that leans on the question before",
    "list": "A list",
    "overview": "What something is",
    "trace": "How a matter went on",
}
"""Kinds of question in the words of the page."""

MEASURED = """
The answers were compared with what people had read in the papers. An answer counts as *right* when it gives every fact
that they had written down and nothing wrong; one fact of four left out is enough to fail, which is why traces come off
worst. Parts of the program were fitted to these questions, so expect less of other papers.
"""

REPORTING = """
Press *Report a wrong answer* below the answer and say what is wrong. Your words are written into a file for the officers
who keep these papers, with the question, the answer and its citations, and the time; your name is not. The file opens
in a spreadsheet:
"""

ACCESSIBILITY = """
The pages are meant to meet WCAG 2.2 at level AA. Everything can be reached and used with the keyboard, works at
320 pixels' width and with text at 200 per cent, in light and dark colours, and on paper. New answers are announced to
screen readers. The picture of a page carries the page's text, which can also be opened below it.

Every page is checked by axe-core, in light and dark colours, when the program is tested: no finding that it calls serious
or critical. Not yet known: no test with people who use a screen reader has taken place. The pages are drawn by
Streamlit, which decides how its own menus, date fields and file chooser behave. The papers themselves are shown as
their authors made them, and older ones may not be accessible. What does not work for you can be told to the officers who
keep these papers, as above.
"""


def about_page(desk: Desk) -> None:
    """Draws the page."""
    with st.container(key="about"):
        _about(desk.assistant().holdings(), desk.settings())


def _about(holdings: Holdings, settings: Settings) -> None:
    st.title("About Board Papers", anchor=False)
    st.header("What is held", anchor=False)
    _held(holdings)
    st.header("How answers are made", anchor=False)
    st.markdown(HOW)
    if evaluation := last_evaluation():
        st.header("How well it answers", anchor=False)
        _measured(evaluation)
    st.header("What leaves this machine", anchor=False)
    _what_leaves(settings)
    st.header("What is kept of your questions", anchor=False)
    st.markdown(KEPT)
    st.header("If an answer is wrong", anchor=False)
    st.markdown(REPORTING)
    st.code(readable(str(settings.data_folder / REPORTS)), language=None, wrap_lines=True)
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
        ("Kind of question", "Questions", "Right", "Rests on a page that a reader had marked"),
        [
            (name, str(row.questions), _per_cent(row.correct), _per_cent(row.cited))
            for kind, name in KINDS.items()
            if (row := evaluation.by_kind.get(kind))
        ],
        key="evaluation",
    )
    st.text(
        f"Quotes that stand word for word on the page named: {_per_cent(whole.valid)}. Of the questions that those papers do "
        f"not answer, it said so for {_per_cent(whole.abstained)}; of those that they do, it wrongly said so for "
        f"{_per_cent(whole.over_abstained)}."
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
    counts = f"{holdings.papers:,} papers with {holdings.pages:,} pages, from {holdings.meetings:,} meetings"
    period = f", held from {day(holdings.since)} to {day(holdings.until)}" if holdings.since and holdings.until else ""
    st.text(f"{counts}{period}.")
    unread = holdings.unread
    if not unread:
        st.text("Every paper in the folder could be read.")
        return
    with st.expander(f"{len(unread):,} could not be read", expanded=len(unread) <= 5):
        for file, reason in unread[:LISTED]:
            st.text(readable(f"{file}: {reason}"))
        if len(unread) > LISTED:
            st.text(f"And {len(unread) - LISTED:,} more, which the command `python -m indexer status` names.")
