"""Questions to begin with and to go on with, drawn from what the papers hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from app.answers.answer import Citation
from app.answers.citations import bare
from app.answers.phrases import in_a_sentence
from app.compose.records import Records
from app.compose.wording import whose
from corpus.papers import date_in_words
from indexer.findings.acronyms import Acronym
from indexer.findings.minutes import Decision
from indexer.linking.matters import Matter
from indexer.sections.section import Section, SectionKind
from retriever.register import Ruling
from retriever.words import stems

MOST = 4  # questions to begin with
MOST_NEXT = 3
FEWEST_WORDS, ALIKE = 2, 0.6  # words that two titles of one matter share, and their share of those of the longer
SEVERAL = 3  # of a meeting with at least this many decisions it is worth asking for all of them
LONGEST_TITLE = 80  # characters; a longer title makes no question that anybody would ask
# Business that every meeting has and nobody asks about.
ROUTINE = re.compile(
    r"\b(?:minutes|apolog\w+|declarations?|urgent|any other|welcome|chair(?:man|person)?'?s? announcements?|exclusion|"
    r"date of next|action log|forward plan|work programme|public questions?)\b",
    re.IGNORECASE,
)


def example_questions(decisions: Sequence[Decision]) -> list[str]:
    """Up to four questions about the latest matters that were decided, one a matter, spread over bodies."""
    found: dict[tuple[str, str], str] = {}
    sections = [one.section for one in decisions]
    for decision in sorted(decisions, key=_newest_first):
        meeting = decision.section.meeting
        if _askable(decision.title) and meeting.held_on is not None:
            found.setdefault((meeting.organisation, meeting.body), _decided(decision.title, decision.section, sections))
    return list(found.values())[:MOST]


def first_questions(
    matters: Sequence[Matter], decisions: Sequence[Decision], acronyms: Sequence[Acronym] = ()
) -> list[str]:
    """Up to four short questions of different kinds: how matters stand, what the last meeting did, what letters mean.

    Where no matter came up twice, what was decided last.
    """
    going_on = [one for one in matters if len(one.days) > 1 and _askable(one.title)]
    found = [f"What is happening with {in_a_sentence(one.title)}?" for one in going_on[: MOST - 2]]
    last = _last_meeting(decisions)
    if not found or not last:
        return [*found, *example_questions(decisions)][:MOST]
    found.append(last)
    spelt = Counter(one.short for one in acronyms).most_common(1)
    return [*found, *(f"What does {short} stand for?" for short, _ in spelt)]


def _last_meeting(decisions: Sequence[Decision]) -> str:
    """What the last meeting of which we have decisions did, as a question; "" where none has a date."""
    last = max(decisions, key=lambda one: str(one.section.meeting.held_on or ""), default=None)
    if last is None or not last.section.meeting.held_on:
        return ""
    committee = _short(last.section, (one.section for one in decisions))
    return f"What did the {committee} decide on {date_in_words(last.section.meeting.held_on)}?"


def _short(section: Section, known: Iterable[Section]) -> str:
    """The committee alone, where only one organisation has a committee of that name among the sections known."""
    body = section.meeting.body
    owners = {one.meeting.organisation for one in known if one.meeting.body == body}
    return body if body and len(owners) == 1 else whose(section)


def next_questions(citations: Sequence[Citation], records: Records, *, asked: Sequence[str]) -> tuple[str, ...]:
    """Up to three questions that go on from these citations and that the papers answer.

    None that was `asked` already.
    """
    found = list(dict.fromkeys(_following(citations, records)))
    return tuple(question for question in found if not any(_same(question, one) for one in asked))[:MOST_NEXT]


def _following(citations: Sequence[Citation], records: Records) -> Iterator[str]:
    """What was decided on the first matter cited, then and the last time; how it went on; what else its meeting did."""
    titled = ((one.passage.section, _title(one, records)) for one in citations)
    section, title = next((pair for pair in titled if _askable(pair[1])), (None, ""))
    if section is not None:
        same = [one for one in records.rulings if _one_matter(one.title, title) and _at_one_council(one, section)]
        here = [one for one in same if one.section.meeting == section.meeting]
        elsewhere = [one for one in records.rulings if _one_matter(one.title, title) and one not in same]
        known = [one.section for one in (*same, *elsewhere)]  # the title says whose it is, unless others have it too
        for ruling in dict.fromkeys((*here[:1], *sorted(same, key=_newest_first)[:1])):
            yield _decided(ruling.title, ruling.section, known)
        reports = [one for one in records.sections if one.kind is SectionKind.REPORT and _one_matter(one.title, title)]
        if len({one.meeting for one in (*reports, *(ruling.section for ruling in same))}) > 1:
            organisation = section.meeting.organisation
            at = f" at {organisation}" if elsewhere and organisation and organisation not in title else ""
            yield f"What happened with {in_a_sentence(_matter(title, section, records))}{at}?"
    for section in dict.fromkeys(citation.passage.section for citation in citations):
        held_on = section.meeting.held_on
        made = [one for one in records.rulings if held_on and one.section.meeting == section.meeting]
        if held_on and len(made) >= SEVERAL:
            committee = _short(section, records.sections)
            yield f"Which decisions did the {committee} make on {date_in_words(held_on)}?"
            yield f"Who was at the meeting of the {committee} on {date_in_words(held_on)}?"


def _title(citation: Citation, records: Records) -> str:
    """The title of the cited item; of minutes "" unless something was decided under it."""
    passage = citation.passage
    ruled = (
        ruling.title
        for ruling in records.rulings
        if ruling.section == passage.section and passage.item and ruling.item == passage.item
    )
    return next(ruled, "" if passage.section.kind is SectionKind.MINUTES else passage.title)


def _matter(title: str, section: Section, records: Records) -> str:
    """The name of the matter that an item belongs to, the title of the item where it is of none."""
    own = (one.title for one in records.matters if any((i.section, i.title) == (section, title) for i in one.items))
    return next(own, title)


def _decided(title: str, section: Section, known: Sequence[Section]) -> str:
    held_on = section.meeting.held_on
    on = f" on {date_in_words(held_on)}" if held_on else ""
    return f"What did the {_short(section, known)} decide about {in_a_sentence(title)}{on}?"


def _askable(title: str) -> bool:
    """Whether a title is short and names a matter."""
    return bool(title.strip(" .:*")) and len(title) <= LONGEST_TITLE and not ROUTINE.search(title)


def _one_matter(title: str, other: str) -> bool:
    """Whether two titles are of one matter: most of the words of the longer one are in both."""
    one, two = stems(title), stems(other)
    both = len(one & two)
    return both >= FEWEST_WORDS and both >= ALIKE * max(len(one), len(two))


def _at_one_council(ruling: Ruling, section: Section) -> bool:
    return ruling.section.meeting.organisation == section.meeting.organisation


def _same(question: str, asked: str) -> bool:
    return bare(question) == bare(asked)


def _newest_first(one: Decision | Ruling) -> int:
    held_on = one.section.meeting.held_on
    return -held_on.toordinal() if held_on else 0
