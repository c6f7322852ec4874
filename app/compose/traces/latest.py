"""Latest: the quote that says how far a course has come, set in front of its steps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from app.compose.blocks import stretches
from app.compose.evidence import Evidence
from app.compose.traces.matter import Matter
from app.compose.traces.stages import ENDS_AS_A_SENTENCE, OF_THE_MATTER, OPENS_AS_A_SENTENCE, Stage
from app.matters.steps import StepKind
from indexer.passages.passage import Passage
from indexer.sections.section import SectionKind
from retriever.coverage import Rarity
from retriever.questions import Question
from retriever.search import Hit

ROUTINELY = (StepKind.NOTED, StepKind.RECOMMENDED)
FEWEST_MEETINGS = 2  # of a course; what one meeting did has no latest step
SURE = 3.5  # below the best quote, down to which one is plainly of the matter
NOTING = re.compile(r"\b(?:noted?|noting|received?|thanked)\b", re.IGNORECASE)
ROUTINE = 3.0  # log-odds that a quote loses where all that it says is that something was noted
NAMES = 3.0  # log-odds that a quote gains where all words of the matter stand in it: it is read before all others
TOLD_IN = (SectionKind.MINUTES, SectionKind.REPORT)  # kinds of paper that tell how far a matter has come
AMONG = 8  # best passages among which a later one is looked for
PLAINLY = 0.75  # share of the matter's words that makes a passage plainly of it
WHOLE = re.compile(r"[.;:?!][\"”’')]*\s*$")
BROKEN = 1.5  # log-odds that a line without an end loses, as those of tables are; a limb may have none


def latest(course: Sequence[Stage], matter: Matter) -> Stage | None:
    """The quote of the last meeting that says most of the matter; None for a single meeting.

    None as well where nothing of the last meeting is plainly about the matter: it has not taken it further.
    """
    sittings = {stage.evidence.passage.section.meeting.sitting for stage in course}
    if len(sittings) < FEWEST_MEETINGS:
        return None
    worth = {id(stage): _worth(stage, matter) for stage in course}
    last = max(map(_held_on, course))
    best = max((one for one in course if _held_on(one) == last), key=lambda one: worth[id(one)])
    sure = worth[id(best)] >= max(worth.values()) - SURE and _is_of(best, matter)
    return best if sure and last != date.min else None


def unheard(
    question: Question, chosen: Sequence[Stage], hits: Sequence[Hit], matter: Matter, rarity: Rarity
) -> list[Stage]:
    """What the newest of the best passages says of the matter, where no quote chosen is as late; else nothing.

    A course that ends years before the last paper on its matter would tell a reader that nothing came after.
    """
    later = _later(question, chosen, hits, matter)
    newest = max(later, key=lambda hit: _day(hit.passage), default=None)
    said = stretches(question, [newest], rarity=rarity)[0] if newest else None
    if said is None or not (OPENS_AS_A_SENTENCE.match(said.text) and ENDS_AS_A_SENTENCE.search(said.text)):
        return []
    score = max(stage.evidence.score for stage in chosen)
    return [Stage(Evidence(said.text, said.passage, score, coverage=1.0, order=said.start))]


def _later(question: Question, chosen: Sequence[Stage], hits: Sequence[Hit], matter: Matter) -> list[Hit]:
    """The best passages that are plainly of the matter, of the same council and later than all that was chosen."""
    last = max(map(_held_on, chosen), default=date.max)
    councils = {stage.evidence.passage.section.meeting.organisation for stage in chosen}
    of_council = [hit for hit in hits[:AMONG] if hit.passage.section.meeting.organisation in councils]
    return [
        hit
        for hit in of_council
        if hit.passage.section.kind in TOLD_IN and _day(hit.passage) > last and question.in_time(_day(hit.passage))
        if matter.share(hit.passage.title, hit.passage.heading, hit.passage.text) >= PLAINLY
    ]


def _day(passage: Passage) -> date:
    return passage.section.meeting.held_on or date.min


def _is_of(stage: Stage, matter: Matter) -> bool:
    """Whether a quote and the titles over it have enough of the matter's words to stand for it alone.

    A matter of a single word is that of an item which has it in its title: many others only mention it.
    """
    passage = stage.evidence.passage
    if len(matter.weights) == 1:
        return matter.share(passage.title, passage.heading) >= OF_THE_MATTER
    return matter.share(passage.title, passage.heading, stage.evidence.sentence) >= OF_THE_MATTER


def _held_on(stage: Stage) -> date:
    return _day(stage.evidence.passage)


def _worth(stage: Stage, matter: Matter) -> float:
    """How well a quote tells where a matter stands; that a report was noted tells nothing."""
    said = stage.evidence.sentence
    worth = stage.evidence.score + NAMES * matter.share(said)
    worth -= ROUTINE if stage.kind in ROUTINELY and NOTING.search(said) else 0.0
    return worth - (BROKEN if stage.kind is None and not WHOLE.search(said) else 0.0)
