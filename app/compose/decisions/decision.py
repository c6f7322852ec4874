"""What was decided: the ruling that fits best, what had been recommended, what came of it.

Or what is only recommended.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from app.compose.decisions.afterwards import afterwards
from app.compose.decisions.limbs import parted
from app.compose.decisions.recommended import only_recommended, recommended_otherwise
from app.compose.decisions.ruled import SLIGHT, ruled
from app.compose.decisions.verdict import main_clause
from app.compose.evidence import Evidence
from app.compose.extract import quotes
from app.compose.records import Records
from app.compose.wording import Draft, Statement, length, whose
from corpus.papers import date_in_words
from indexer.passages.passage import Passage
from indexer.sections.section import SectionKind
from retriever.coverage import Rarity, covered, wanted
from retriever.question_forms import Ask
from retriever.questions import Question
from retriever.register import Proposal, Ruling, about, matter, minuted, settled
from retriever.search import Hit
from retriever.vocabulary import Vocabulary
from retriever.words import stems

MOST_RULINGS = 2
ALMOST_AS_GOOD = 0.8  # of the best fit: a second ruling with less is left to the evidence behind
ON_THE_MATTER = 0.5  # share of the question's words that a second ruling holds: fit by its place alone is not enough
SAYS_ALL = 0.9  # share of a question's words in a sentence that says how things are
NEARER = 0.3  # fit that an older proposal must have before a ruling to be what is asked about
BUDGET = 1200  # characters of quotes and of the names of their places
OF_LIMBS = 750  # characters of them for one ruling; the rest is for what came before and after, and what was said
OF_THE_REPORT = 250  # characters of them for what had been recommended
OF_LATER = 500  # characters of them for what was decided afterwards
OF_MORE = 250  # characters that must be left for an earlier ruling, or for what was said, to be told of as well
SAME_TITLE = 0.5  # two items are of one matter if both titles have at least this share of the shorter one's words
SAME_ITEM = 1.5  # log-odds that the discussion gains for standing under the item that was decided


def decision(
    question: Question, evidence: Sequence[Evidence], *, hits: Sequence[Hit], records: Records, vocabulary: Vocabulary
) -> Draft | None:
    """The draft that opens with the ruling asked about, or with what is only recommended; None where nothing is."""
    rarity = vocabulary.rarity
    proposed = about(question, records.proposals, hits, vocabulary)
    found = settled(about(question, records.rulings, hits, vocabulary), proposed, records.rulings)
    chosen = _chosen(question, found, rarity)
    asked = [proposal for proposal in proposed if not minuted(proposal, records.rulings)]
    pending = asked[0] if asked and Ask.DETAIL not in question.reading.asks and _pending(asked[0], chosen) else None
    statements: list[Statement] = []
    if pending:
        statements += only_recommended(question, pending, BUDGET, rarity)
        chosen = [ruling for ruling in chosen[:1] if _on_the_matter(question, ruling, rarity)]
    before = [ruling for ruling in chosen[1:] if _day(ruling) < _day(chosen[0])]
    for ruling in chosen:
        if ruling not in before:
            asked_for = not statements and _in_time(question, ruling)
            statements += _told(question, ruling, records, _left(statements), rarity, asked=asked_for)
    if chosen and not pending:
        told = {(ruling.section, ruling.item) for ruling in chosen}
        others = [ruling for ruling in records.rulings if (ruling.section, ruling.item) not in told]
        room = min(OF_LATER, _left(statements))
        statements += afterwards(question, [r for r in chosen if r not in before][-1], others, room=room, rarity=rarity)
    for ruling in before:
        if _left(statements) >= OF_MORE:
            statements += _told(question, ruling, records, _left(statements), rarity, asked=False)
    if not statements:
        return None
    if chosen and not pending:
        statements = [*_said_since(question, evidence, chosen, rarity), *statements]
    if _left(statements) >= OF_MORE:
        statements += _what_was_said(evidence, statements, [*([pending] if pending else []), *chosen])
    return Draft(kind=question.kind.value, answered=True, statements=tuple(statements))


def _told(
    question: Question, ruling: Ruling, records: Records, room: int, rarity: Rarity, *, asked: bool
) -> list[Statement]:
    """A ruling, and what had been recommended where it differs."""
    statements = ruled(question, ruling, records.events, room=min(OF_LIMBS, room), rarity=rarity, asked=asked)
    limbs, _ = parted(question, ruling, rarity)
    left = min(OF_THE_REPORT, room - sum(map(length, statements)))
    return statements + recommended_otherwise(question, ruling, limbs, records.fates, room=left, rarity=rarity)


def _chosen(question: Question, found: Sequence[Ruling], rarity: Rarity) -> list[Ruling]:
    """The best ruling, and a second one that is nearly as good: of the time and the body that the question names."""
    on_a_day = Ask.DAY_DECIDED in question.reading.asks
    best = sorted(
        found,
        key=lambda ruling: (
            on_a_day and all(limb.outcome in SLIGHT for limb in ruling.limbs),
            not _in_time(question, ruling),
            not _by_whom(question, ruling),
            _only_on_condition(question, ruling, rarity),
        ),
    )
    alike = [
        ruling
        for ruling in best[1:]
        if ruling.fit >= ALMOST_AS_GOOD * best[0].fit
        and _in_time(question, ruling) == _in_time(question, best[0])
        and _by_whom(question, ruling) == _by_whom(question, best[0])
        and not _only_on_condition(question, ruling, rarity)
        and _on_the_matter(question, ruling, rarity)
    ]
    # Without a time in the question the latest goes first: it is what stands. The day of a decision is that of one.
    return sorted([*best[:1], *alike][: 1 if on_a_day else MOST_RULINGS], key=_day, reverse=not question.periods)


def _on_the_matter(question: Question, ruling: Ruling, rarity: Rarity) -> bool:
    said = f"{ruling.title} {' '.join(limb.text for limb in ruling.limbs)}"
    return covered(matter(question, rarity), said) >= ON_THE_MATTER


def _said_since(
    question: Question, evidence: Sequence[Evidence], told: Sequence[Ruling], rarity: Rarity
) -> list[Statement]:
    """The newest minutes that say how it is with the very thing, where they are newer than all that was decided on it.

    "Has the lease been signed?" is answered by "the lease would not be signed by May", whatever was decided before.
    """
    if not {Ask.YES_OR_NO, Ask.NOW} <= question.reading.asks:
        return []
    weights, known = wanted(question, rarity, places=False), max(map(_day, told))
    new = [
        one
        for one in evidence
        if one.passage.section.kind is SectionKind.MINUTES
        and (one.passage.section.meeting.held_on or date.min) > known
        and _says_it(weights, one)
    ]
    if not new:
        return []
    last = max(new, key=lambda one: str(one.passage.section.meeting.held_on))
    held = date_in_words(last.passage.section.meeting.held_on)
    return [Statement(f"On {held} the {whose(last.passage.section)} heard:", last)]


def _says_it(weights: Mapping[str, float], one: Evidence) -> bool:
    """Whether a sentence says all that is asked, beside the name of the matter that stands in its title."""
    titled = stems(one.passage.title)
    own = {word: weight for word, weight in weights.items() if word not in titled}
    return bool(own) and covered(own, one.sentence) >= SAYS_ALL


def _only_on_condition(question: Question, ruling: Ruling, rarity: Rarity) -> bool:
    """True where the words of a question stand only in a condition: "that the group stay until the lease is signed"."""
    weights = matter(question, rarity)
    decided = " ".join(main_clause(limb.put) for limb in ruling.limbs)
    return covered(weights, f"{ruling.title} {decided}") < ON_THE_MATTER and _on_the_matter(question, ruling, rarity)


def _in_time(question: Question, ruling: Ruling) -> bool:
    return question.in_time(ruling.section.meeting.held_on)


def _day(ruling: Ruling) -> date:
    return ruling.section.meeting.held_on or date.max


def _by_whom(question: Question, ruling: Ruling) -> bool:
    """True where the question names the body, by its name alone where several councils have one of it."""
    body = ruling.section.meeting.body
    return body in question.bodies or bool(body and question.says(body))


def _pending(proposal: Proposal, found: Sequence[Ruling]) -> bool:
    """True where a proposal, not a ruling, says how the matter stands: it is later and nearer to the question, or much
    nearer.
    """
    if not found:
        return True
    asked, ruled = proposal.section.meeting.held_on, found[0].section.meeting.held_on
    later = asked is not None and (ruled is None or asked > ruled)
    return proposal.fit > found[0].fit + (0.0 if later else NEARER)


def _left(statements: Sequence[Statement]) -> int:
    return BUDGET - sum(map(length, statements))


def _what_was_said(
    evidence: Sequence[Evidence], statements: Sequence[Statement], told: Sequence[Ruling | Proposal]
) -> list[Statement]:
    """The rest of the answer: what was said or reported on the matter that is reported, and is not quoted yet."""
    quoted = [s.evidence.sentence for s in statements if s.evidence]
    items = {(one.section, one.item) for one in told}
    fresh = [
        replace(e, score=e.score + SAME_ITEM) if (e.passage.section, e.passage.item) in items else e
        for e in evidence
        if any(_of_the_same(e.passage, one) for one in told)
        and not any(e.sentence[:60] in text or text[:60] in e.sentence for text in quoted)
    ]
    last = statements[-1].evidence
    said = quotes(fresh, budget=_left(statements), before=last)
    here = "minute" if last and last.passage.section.kind is SectionKind.MINUTES else "paper"
    # without own words a quote would go on in the paragraph of the ruling, as if it had been decided
    return [replace(one, text=one.text or f"From the same {here}:") if n == 0 else one for n, one in enumerate(said)]


def _of_the_same(passage: Passage, told: Ruling | Proposal) -> bool:
    """True for a passage of the item that is reported, and of one with nearly the same title at any meeting."""
    section = passage.section
    if section.meeting.organisation != told.section.meeting.organisation:
        return False
    if (section, passage.item) == (told.section, told.item):
        return True
    own, titles = stems(told.title), (stems(passage.title), stems(section.title))
    return any(title and len(own & title) >= SAME_TITLE * min(len(own), len(title)) for title in titles if own)
