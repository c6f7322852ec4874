"""Whether the papers answer at all: a wrong answer costs a councillor more than "not in these papers"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from app.compose.declining.topic import spoken_alike, unspoken
from app.compose.evidence import Evidence
from app.compose.forms import Form, form_of
from app.compose.lists.people import attendance_list
from app.compose.lists.unlisted import unlisted
from app.compose.records import Records
from app.compose.sought import Sought, is_given
from corpus.papers import date_in_words
from indexer.passages.embedding import Embedder
from indexer.sections.section import SectionKind
from retriever.periods import EARLIEST, MONTHS, Period
from retriever.question_forms import Ask
from retriever.question_forms.numbers import reference
from retriever.questions import Question
from retriever.register import elsewhere
from retriever.search import Hit
from retriever.vocabulary import Vocabulary
from retriever.words import STOP_WORDS, words

# Coverage and meaning of the best sentence of the form asked for, added up: below these it is about something else.
# Calibrated on questions over real packs that the papers do and do not answer; 2.0 is the most there could be.
LEAST = {"count": 0.85, "share": 0.55, "money": 0.6, "sum": 0.6, "date": 0.55}
LEAST_OF_ANY = 0.5
MEANT = 10  # sentences whose meaning is compared: the best
A_MONTH = 31  # days; a longer period is not taken for that of a meeting
LONG_NAME = 3  # words of a name that must stand somewhere as a whole

FINANCIAL_YEAR = re.compile(r"\b20(\d\d)\s?[/–-]\s?(?:20)?(\d\d)\b(?![/–-])")  # "2031/32", "2031 - 2032"
MEETING_OF = re.compile(rf"\bat (?:the |our )?(?:last |previous )?({'|'.join(MONTHS)}) meeting\b")
NEXT_NAMED = re.compile(r"\b(?:next|future|following|forthcoming) meetings?\b|\bmeeting dates?\b", re.IGNORECASE)


class Doubt(NamedTuple):
    """What speaks against an answer, by its name among the signs (see `declining`), and why ("" for no sentence).

    `unfounded` compares meanings, which takes longer than all else in an answer: it is asked only where the doubt may
    settle something, and says whether there is nothing in it. Without it the doubt is sure.
    """

    name: str
    why: str = ""
    unfounded: Callable[[], bool] | None = None

    @property
    def stands(self) -> bool:
        """True for a doubt that is sure, or that the comparison of meanings leaves standing."""
        return self.unfounded is None or not self.unfounded()


CERTAIN = frozenset({"nothing", "no minutes", "no next meeting", "no such number"})
"""Doubts that no draft outweighs: minutes that we do not have cannot say what was decided."""


def doubts(
    question: Question,
    hits: Sequence[Hit],
    evidence: Sequence[Evidence],
    *,
    records: Records,
    vocabulary: Vocabulary,
    embedder: Embedder,
) -> list[Doubt]:
    """All that speaks against an answer, each kind of doubt once."""
    found = suspected(question, hits, evidence, records=records, vocabulary=vocabulary, embedder=embedder)
    return [Doubt(doubt.name, doubt.why) for doubt in found if doubt.stands]


def suspected(
    question: Question,
    hits: Sequence[Hit],
    evidence: Sequence[Evidence],
    *,
    records: Records,
    vocabulary: Vocabulary,
    embedder: Embedder,
) -> list[Doubt]:
    """All that may speak against an answer, each kind of doubt once; meanings are not compared yet."""
    if not evidence:
        return [Doubt("nothing")]
    found = _doubts(question, hits, evidence, records=records, vocabulary=vocabulary, embedder=embedder)
    return list({doubt.name: doubt for doubt in found}.values())


def _doubts(
    question: Question,
    hits: Sequence[Hit],
    evidence: Sequence[Evidence],
    *,
    records: Records,
    vocabulary: Vocabulary,
    embedder: Embedder,
) -> Iterator[Doubt]:
    if unknown := next(_unknown_names(question, hits, vocabulary), "") or _unknown_year(question, hits):
        yield Doubt("unknown name", f"No paper names “{unknown}”.")
    if missing := _meeting_unheard_of(question, records) or _without_minutes(question, records):
        yield Doubt("no minutes", f"We have no minutes of {missing}.")
    # Who was there is a list that records give whole: a doubt about the wording of sentences does not touch it.
    if number := _unknown_number(question, hits):
        yield Doubt("no such number", f"No paper found has “{number}”.")
    if any(period.exact for period in question.periods) and attendance_list(question, hits, records):
        return
    if (why := unlisted(question, hits, records)) is not None:
        yield Doubt("no list", why)
    if topic := unspoken(question, hits):
        alike = partial(spoken_alike, question, hits, rarity=vocabulary.rarity, embedder=embedder)
        yield Doubt("unspoken", f"No passage that we found speaks of “{topic}” in these words.", alike)
    if Ask.NEXT_MEETINGS in question.reading.asks and not any(map(_names_next_meeting, evidence)):
        yield Doubt("no next meeting", "The papers do not name the date or the business of the next meeting.")
    form = None if Ask.FIRST_TIME in question.reading.asks else form_of(question)
    sought = Sought.of(question, vocabulary.rarity)
    if form and sought and not any(map(sought.given_by, evidence)):
        alike = partial(is_given, sought, evidence, embedder=embedder)
        yield Doubt("not given", _given_but_not(sought, form), alike)
    least = LEAST.get(form.name, LEAST_OF_ANY) if form else LEAST_OF_ANY
    if not any(e.coverage >= least for e in evidence if e.fits):
        yield Doubt("far", unfounded=partial(_near_enough, question, evidence, least, embedder))


def _given_but_not(sought: Sought, form: Form) -> str:
    """What was not found: the figure for “posts”, or the name."""
    thing = f"{form.gives} for “{' '.join(sought.words)}”" if sought.words and form.gives == "figure" else form.gives
    return f"We could not find the {thing}."


def _near_enough(question: Question, evidence: Sequence[Evidence], least: float, embedder: Embedder) -> bool:
    """True where a sentence of the form asked for covers the question by its words and its meaning together."""
    # A sentence that gives no figure cannot answer "how many", however close its meaning.
    best = sorted((e for e in evidence[:MEANT] if e.fits), key=lambda e: -e.coverage)
    if not best:
        return False
    asked = embedder.embed([question.search_text])[0]
    return any(e.coverage + float(embedder.embed([e.sentence])[0] @ asked) >= least for e in best)


def _names_next_meeting(evidence: Evidence) -> bool:
    return evidence.passage.section.kind is SectionKind.FORWARD_PLAN or bool(NEXT_NAMED.search(evidence.sentence))


def _unknown_names(question: Question, hits: Sequence[Hit], vocabulary: Vocabulary) -> Iterator[str]:
    """The names in a question that no paper has: words that stand nowhere, long names that no passage found has.

    None where another long name of the question was found: that one says what is meant.
    """
    nowhere = vocabulary.rarity("")
    places = {word for name in (*question.organisations, *question.bodies) for word in words(name)}
    read = " ".join(f" {' '.join(words(hit.passage.text_to_embed))} " for hit in hits)
    # "Elmford Council": "Council" is in every paper, so that only its first word can be unknown.
    councils = ((name, name.split()[0]) for name in question.reading.councils)
    small = [name for name, place in councils if place not in STOP_WORDS and not vocabulary.ordinary(place)]
    spelt = (" ".join(words(name)) for name in question.reading.names)
    if any(f" {name} " in read for name in spelt if " " in name and not places & set(name.split())):
        return
    for name in [*question.reading.names, *small]:
        parts = words(name)
        if any(vocabulary.rarity(part) >= nowhere for part in parts if part not in MONTHS) or (
            len(parts) >= LONG_NAME and not places & set(parts) and f" {' '.join(parts)} " not in read
        ):
            yield name


def _unknown_year(question: Question, hits: Sequence[Hit]) -> str:
    """The financial year that a question names and no passage found does, however it is written; "" for none."""
    read = " ".join(f"{hit.passage.title} {hit.passage.heading} {hit.passage.text}" for hit in hits)
    known = {match.group(1, 2) for match in FINANCIAL_YEAR.finditer(read)}
    named = (match for match in FINANCIAL_YEAR.finditer(question.reading.folded) if match.group(1, 2) not in known)
    return next((match.group() for match in named), "")


def _unknown_number(question: Question, hits: Sequence[Hit]) -> str:
    """The number of a minute or decision with letters or a stroke in it that stands in nothing found; "" for none."""
    coded = [one for one in question.references if not one.isdigit()]
    read = reference(" ".join(f"{hit.passage.item} {hit.passage.title} {hit.passage.text}" for hit in hits))
    return next((one for one in coded if one not in read), "")


def _without_minutes(question: Question, records: Records) -> str:
    """The day or month of which it is asked what was said or decided, and we have no minutes; "" for none.

    A longer time counts where it was over before the first minutes held.
    """
    if not question.periods or not question.reading.asks & {Ask.WAS_SAID, Ask.WAS_DECIDED}:
        return ""
    kinds = (SectionKind.MINUTES, SectionKind.DECISION_RECORD, SectionKind.PROPOSED_DECISION_RECORD)
    minuted = [
        section.meeting.held_on
        for section in records.sections
        if section.kind in kinds and not elsewhere(question, section)
        and (not question.bodies or section.meeting.body in question.bodies)
    ]  # fmt: skip
    days = [day for day in minuted if day]
    asked = [p for p in question.periods if (p.end - p.start).days <= A_MONTH or (days and p.end < min(days))]
    # "What was decided in 2019?" of a body whose first minutes are of 2024; within a year that we have, any month may
    # be quiet.
    if not asked or any(period.holds(day) for period in question.periods for day in days):
        return ""
    return _in_words(asked[0])


def _meeting_unheard_of(question: Question, records: Records) -> str:
    """The "meeting in January" that a question speaks of without a year, where no paper is of one; "" for none."""
    named = MEETING_OF.search(question.reading.folded)
    if named is None or question.periods:
        return ""
    days = (one.meeting.held_on for one in records.sections if not elsewhere(question, one))
    heard_of = any(day is not None and day.month == MONTHS[named[1]] for day in days)
    return "" if heard_of else f"a meeting in {named[1].title()}"


def _in_words(period: Period) -> str:
    if period.exact:
        return date_in_words(period.start)
    if period.start == EARLIEST:
        return f"the time up to {date_in_words(period.end)}"
    return f"{period.start:%B %Y}" if (period.end - period.start).days <= A_MONTH else f"{period.start:%Y}"
