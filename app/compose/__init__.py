"""Takes a question and its hits, gives a draft answer; one file a kind of answer.

evidence    sentences weighed, quotes chosen       decisions/  what a body ruled, or what is only recommended
records     rulings, people, actions, acronyms     traces/     how a matter went on, in dated steps
forms       sums, shares, counts, names, dates     lists/      who was there, agendas, actions, decisions, papers
tables      the head that a row is read under      fact        a figure, a date or a name, the best quote first
sought      the very thing that is asked for       overview    what something is, the definition first
answerable  whether the papers answer at all       extract     the quotes that answer best
wording     places and dates in words              not_found   what was searched, and what is closest
topic       the matter named, if any paper has it  small_talk  thanks, greetings, a call for help
unlisted    lists that no record holds
"""

from __future__ import annotations

from collections.abc import Sequence

from app.compose.answerable import why_not
from app.compose.decisions.decision import decision
from app.compose.evidence import chosen, weigh
from app.compose.extract import extract
from app.compose.fact import fact
from app.compose.lists.listing import held_list, listing
from app.compose.not_found import not_found
from app.compose.overview import overview
from app.compose.records import Records
from app.compose.small_talk import small_talk
from app.compose.traces.trace import trace
from app.compose.wording import Draft, plainly, shortened, with_replaced
from app.holdings.holdings import Holdings
from indexer.passages.embedding import Embedder
from retriever.questions import Question, QuestionKind
from retriever.register import elsewhere
from retriever.search import Hit
from retriever.vocabulary import Vocabulary

__all__ = ["compose"]


def compose(
    question: Question,
    hits: Sequence[Hit],
    *,
    embedder: Embedder,
    vocabulary: Vocabulary,
    records: Records,
    holdings: Holdings,
    then: tuple[Question, Sequence[Hit]] | None = None,
) -> Draft:
    """The draft of an answer, or of "not in the papers held here" where the evidence is too weak.

    `then` is a second question that was asked with the first, and its own hits.
    """
    if talk := small_talk(question, holdings):
        return talk
    hits = [hit for hit in hits if not elsewhere(question, hit.passage.section)]
    evidence = weigh(question, hits, rarity=vocabulary.rarity)
    if listed := held_list(question, records):
        draft = listed
    elif (
        why := why_not(question, hits, evidence, records=records, vocabulary=vocabulary, embedder=embedder)
    ) is not None:
        draft = not_found(question, holdings, records, chosen(evidence, budget=500), why=why)
    elif listed := listing(question, hits, evidence, records, vocabulary.rarity):
        draft = listed
    elif question.kind is QuestionKind.TRACE and (
        traced := trace(question, evidence, hits=hits, records=records, rarity=vocabulary.rarity)
    ):
        draft = traced
    elif question.kind is QuestionKind.OVERVIEW:
        more = weigh(*then, rarity=vocabulary.rarity) if then else []
        draft = overview(question, evidence, more, hits=hits, records=records, vocabulary=vocabulary)
    elif question.kind is QuestionKind.FACT:
        draft = fact(question, evidence, rarity=vocabulary.rarity)
    else:
        decided = question.kind is QuestionKind.DECISION and decision(
            question, evidence, hits=hits, records=records, vocabulary=vocabulary
        )
        draft = decided or extract(question, evidence)
    draft = shortened(draft) if question.brief and draft.answered else draft
    return with_replaced(plainly(draft), records.superseded)
