"""Mention: the newest words on something that is no stored matter, where it is asked how it stands.

"What is happening with the lilac tree?" has no decision and no report: the newest minutes or log that name it say it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from app.compose.evidence import Evidence
from app.compose.records import Records
from app.compose.wording import Statement, place
from indexer.sections.section import SectionKind
from retriever.coverage import Rarity, covered
from retriever.question_forms.standing import ASKS_STANDING
from retriever.questions import Question
from retriever.register import elsewhere, matter
from retriever.words import stem, stems

SAYS_ALL = 0.9  # share of a question's words that a sentence must have
ABOUT = 0.7  # share of them in a ruling or a report, from which on the others tell of it
LONGEST = 260  # characters of a mention with the lines below it
ENTRY = re.compile(r"\W*(?:[A-Z][a-z]{2,8})?\d+[.)]")  # "July22.03", "4."
KINDRED = 6  # letters that two words have in common at their beginning, to be of one thing
LATEST = "The latest that we have: "
MOST = 3  # mentions, each of another meeting
TELLS = frozenset({SectionKind.MINUTES, SectionKind.ACTION_LOG})
ASKING = frozenset(map(stem, ASKS_STANDING))
NOW = frozenset(map(stem, "happening happen happens status latest update updates stand stands news".split()))


def last_mentions(
    question: Question, evidence: Sequence[Evidence], records: Records, rarity: Rarity
) -> list[Statement]:
    """The newest sentences that name the thing, the newest first; none where a ruling or a report is about it."""
    if NOW.isdisjoint(question.reading.stems) or question.periods:
        return []
    weights = _named_by(question, rarity)
    if not weights or _is_recorded(question, weights, records):
        return []
    newest = _by_day([one for one in evidence if covered(weights, one.sentence) >= SAYS_ALL])[:MOST]
    if newest and _is_said_otherwise(weights, evidence, newest[0]):
        return []
    return _told(newest)


def _told(newest: Sequence[Evidence]) -> list[Statement]:
    return [
        Statement(f"{LATEST if one is newest[0] else ''}{place(one.passage)}:", _with_its_state(one)) for one in newest
    ]


def _named_by(question: Question, rarity: Rarity) -> dict[str, float]:
    """The words of a question that name the thing, with their weights."""
    return {word: n for word, n in matter(question, rarity).items() if word not in ASKING}


def _by_day(found: Sequence[Evidence]) -> list[Evidence]:
    """The best mention of each meeting by its minutes or its log, the newest meeting first."""
    by_day: dict[date, Evidence] = {}
    for one in found:
        held = one.passage.section.meeting.held_on
        if held and one.passage.section.kind in TELLS:
            by_day.setdefault(held, one)
    return [one for _, one in sorted(by_day.items(), reverse=True)]


def _with_its_state(one: Evidence) -> Evidence:
    """A line with those below it, up to the next entry: an action list has below an action what became of it."""
    _, _, after = one.passage.text.partition(one.sentence)
    said = one.sentence
    for line in filter(None, map(str.strip, after.splitlines())):
        if one.sentence.rstrip().endswith(".") or ENTRY.match(line) or len(said) + len(line) > LONGEST:
            break
        said = f"{said}\n{line}"
    return replace(one, sentence=said)


def _is_said_otherwise(weights: Mapping[str, float], evidence: Sequence[Evidence], last: Evidence) -> bool:
    """Whether a newer paper has a title with a kindred word: "pharmacy" is in "Pharmaceutical Needs Assessment"."""
    newer = [one.passage for one in evidence if _day(one) > _day(last)]
    kindred = {word[:KINDRED] for word in weights if len(word) >= KINDRED}
    return any(word[:KINDRED] in kindred and word not in weights for passage in newer for word in stems(passage.title))


def _day(one: Evidence) -> date:
    return one.passage.section.meeting.held_on or date.min


def _is_recorded(question: Question, weights: Mapping[str, float], records: Records) -> bool:
    """Whether a ruling or a report is about it: then there is more to tell than that it was named."""
    told = (
        *((one.section, one.in_words) for one in records.rulings),
        *((one.section, f"{one.title} {' '.join(limb.text for limb in one.limbs)}") for one in records.proposals),
    )
    return any(not elsewhere(question, section) and covered(weights, text) >= ABOUT for section, text in told)
