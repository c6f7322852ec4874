"""Takes a question and its hits, gives a draft answer; one file a kind of answer.

evidence    sentences weighed, quotes chosen       decisions/  what a body ruled, or what is only recommended
records     rulings, people, actions, acronyms     traces/     how a matter went on, in dated steps
forms       sums, shares, counts, names, dates     lists/      who was there, agendas, actions, decisions, papers
tables      the head that a row is read under      fact        a figure, a date or a name, the best quote first
sought      the very thing that is asked for       overview    what something is, the definition first
declining/  whether the best draft is shown at all     tries       all drafts of a question, weighed
shape       what is shown, and what stands behind it
parts       two questions that were asked as one
blocks      contiguous stretches, the best in front    extract     the quotes that answer best
wording     places and dates in words              not_found   what was searched, and what is closest
small_talk  thanks, greetings, a call for help
"""

from __future__ import annotations

from collections.abc import Sequence

from app.compose.blocks import all_that_is_said, as_closest, closest, in_front
from app.compose.declining.doubts import suspected
from app.compose.declining.score import declined, unsure
from app.compose.evidence import Evidence, weigh
from app.compose.forms import FORMS, asks_sum, has_form
from app.compose.lists.listing import held_list
from app.compose.not_found import not_found
from app.compose.parts import joined
from app.compose.records import Records
from app.compose.shape import supported
from app.compose.small_talk import small_talk
from app.compose.tries import Try, names_a_ruling, tries
from app.compose.wording import Draft, plainly, shortened, with_replaced
from app.holdings.holdings import Holdings
from indexer.passages.embedding import Embedder
from retriever.coverage import Rarity
from retriever.questions import Question
from retriever.register import elsewhere
from retriever.search import Hit
from retriever.vocabulary import Vocabulary

__all__ = ["closest", "compose", "joined"]

FEWEST = 3  # passages of those named, below which the others are read as well


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
    """The draft of an answer, or of "not in the papers" where the evidence is too weak.

    `then` is a second question that was asked with the first, and its own hits.
    """
    if talk := small_talk(question, holdings):
        return talk
    hits = _of_those_named(question, hits)
    evidence = weigh(question, hits, rarity=vocabulary.rarity)
    draft = held_list(question, records, vocabulary.rarity) or _tried(
        question, hits, evidence, then, embedder=embedder, vocabulary=vocabulary, records=records, holdings=holdings
    )
    draft = shortened(draft) if question.brief and draft.answered else draft
    return with_replaced(plainly(draft), records.superseded)


def _of_those_named(question: Question, hits: Sequence[Hit]) -> list[Hit]:
    """The passages of the council or body that is named; all where too few are: the name was none, or is not ours."""
    named = [hit for hit in hits if not elsewhere(question, hit.passage.section)]
    return named if len(named) >= FEWEST else list(hits)


def _tried(
    question: Question,
    hits: Sequence[Hit],
    evidence: Sequence[Evidence],
    then: tuple[Question, Sequence[Hit]] | None,
    *,
    embedder: Embedder,
    vocabulary: Vocabulary,
    records: Records,
    holdings: Holdings,
) -> Draft:
    """The best draft of all composers, or what was searched where none is likely to answer."""
    more = weigh(*then, rarity=vocabulary.rarity) if then else []
    found = tries(question, hits, evidence, more, records=records, vocabulary=vocabulary) if evidence else []
    if not found:
        return not_found(question, holdings, records)
    if found[0].composer == "standing" or (question.references and names_a_ruling(question, found[0].draft)):
        return found[0].draft  # records that the question names leave no doubt
    against = suspected(question, hits, evidence, records=records, vocabulary=vocabulary, embedder=embedder)
    why = declined(question, hits, evidence, found[0], against, vocabulary.rarity)
    if why is not None:
        only = all_that_is_said(question, hits, vocabulary.rarity) if why.name == "not given" else None
        return _with_its_sum(question, only, found[0].draft) or not_found(
            question, holdings, records, why=why.why, only=only
        )
    return _shown(question, hits, found[0], vocabulary.rarity)


def _shown(question: Question, hits: Sequence[Hit], best: Try, rarity: Rarity) -> Draft:
    """The best draft, called the closest that was found where it may be beside the point."""
    if not unsure(question, hits, best, rarity):
        return best.draft
    return as_closest(best.draft, alone=best.composer == "blocks")


def _with_its_sum(question: Question, only: Evidence | None, best: Draft) -> Draft | None:
    """What says most of the matter as an answer, where a sum is asked for and stands in it, though not in the best."""
    if only is None or not (asks_sum(question) and has_form(FORMS["money"], only.sentence)):
        return None
    return supported(in_front(question, only), best)
