"""Lists from the register of decisions: of a meeting, of a time, of an outcome, on a matter; and the votes recorded."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.answers.citations import bare
from app.answers.phrases import counted
from app.compose.decisions.ruled import SIDES, SLIGHT, before, did, votes_on
from app.compose.evidence import Evidence
from app.compose.lists.asked import bodies_named, left_over, meant_by
from app.compose.records import Records, meant
from app.compose.wording import Statement, length, sentence, whose
from corpus.papers import date_in_words
from indexer.findings.minutes import Decision
from indexer.sections.section import Section
from retriever.coverage import Rarity, covered, wanted
from retriever.question_forms import Ask
from retriever.questions import Question
from retriever.register import ROUTINE, Ruling
from retriever.search import Hit
from retriever.words import stems, words

BUDGET = 1200  # characters of a list
QUOTED = 7  # items of a list of which what was decided is quoted; of a longer one the titles
BEGINNING = re.compile(r"(?s).{0,90}\S*")  # of a limb that stands for a title
NEWEST = frozenset("last latest lately newest recent recently".split())
A_MONTH = 31  # days; of a longer period the decisions of every meeting are listed
NAMES = 0.7  # share of a matter's words that the title and one limb must have


def register_list(question: Question, hits: Sequence[Hit], records: Records, rarity: Rarity) -> list[Statement]:
    """The rulings that are asked for, an item a line; none where the question asks for no list of them."""
    bodies = bodies_named(question, records.sections)
    held = [ruling for ruling in records.rulings if meant_by(question, ruling.section, bodies)]
    asks = question.reading.asks
    if Ask.VOTES in asks and not left_over(question, Ask.VOTES, bodies):
        voted = [ruling for ruling in held if any(SIDES.search(limb.votes) for limb in ruling.limbs)]
        return _told(records, "votes by name", voted, _voted_on)
    if (kind := question.reading.outcome) and not left_over(question, Ask.OUTCOME, bodies):
        named = {"withdrawn": "items withdrawn", "lost": "motions voted down"}
        return _told(records, named.get(kind, f"decisions that something be {kind}"), *_of(kind, held))
    topic = left_over(question, Ask.DECISIONS_OF_A_TIME, bodies)
    if (Ask.DECISIONS if topic else Ask.DECISIONS_OF_A_TIME) not in asks:
        return []
    if not (topic or question.periods):
        return _told(records, "decisions", _of_latest_meeting(question, held), main_limbs, of_all=True)
    if not topic and all((period.end - period.start).days <= A_MONTH for period in question.periods):
        return _told(records, "decisions", meant(question, held, hits), main_limbs, of_all=True)
    held = [ruling for ruling in held if not ROUTINE.search(f"{ruling.title} {ruling.limbs[0].text}")]
    if not topic:
        return _told(records, "decisions", held, main_limbs, of_all=True)
    weights = {word: weight for word, weight in wanted(question, rarity).items() if word in topic}

    def on_it(ruling: Ruling) -> list[Decision]:
        return [limb for limb in ruling.limbs if covered(weights, f"{ruling.title} {limb.text}") >= NAMES]

    about = [ruling for ruling in held if on_it(ruling)]
    return _told(records, "decisions on this", about, lambda ruling: main_limbs(ruling, on_it(ruling)))


def _of_latest_meeting(question: Question, held: Sequence[Ruling]) -> list[Ruling]:
    """The rulings of the last day on which any was made, where the latest are asked for; none else."""
    days = [day for ruling in held if (day := ruling.section.meeting.held_on)]
    if not days or NEWEST.isdisjoint(words(question.reading.folded)):
        return []
    return [ruling for ruling in held if ruling.section.meeting.held_on == max(days)]


def _voted_on(ruling: Ruling) -> list[Decision]:
    """The limbs that were voted on by name, of several under one vote the first."""
    return list({limb.votes: limb for limb in reversed(ruling.limbs) if SIDES.search(limb.votes)}.values())[::-1]


def _of(kind: str, held: Sequence[Ruling]) -> tuple[list[Ruling], Callable[[Ruling], list[Decision]]]:
    def limbs(ruling: Ruling) -> list[Decision]:
        return [limb for limb in ruling.limbs if limb.outcome == kind]

    return [ruling for ruling in held if limbs(ruling)], limbs


def main_limbs(ruling: Ruling, limbs: Sequence[Decision] = ()) -> list[Decision]:
    """The limb that says most of what a ruling did, and of motions voted down the first, where others were carried."""
    meant = limbs or ruling.limbs
    fates = [[limb for limb in meant if (limb.outcome == "lost") is lost] for lost in (False, True)]
    mains = [_main(limbs) for limbs in fates if limbs]
    one = _main(meant)
    if one.amendment or all(limb.amendment for limb in fates[1]):
        return [one]  # what became of an amendment is not told beside what was decided
    return [limb for limb in meant if any(limb is main for main in mains if not main.amendment)]


def _main(limbs: Sequence[Decision]) -> Decision:
    """The limb that is neither an amendment nor a note, if there is another; what was carried before what was lost."""
    return min(limbs, key=lambda limb: (limb.amendment, limb.outcome in SLIGHT | {"other"}, limb.outcome == "lost"))


def _told(
    records: Records,
    what: str,
    found: Sequence[Ruling],
    limbs: Callable[[Ruling], list[Decision]],
    *,
    of_all: bool = False,
) -> list[Statement]:
    """The rulings by date as far as they fit, each once, under a sentence that counts all of them.

    With `of_all` each is called after what all its limbs did, those that are not quoted too.
    """
    once = {(*ruling.section.meeting.sitting, ruling.item, bare(ruling.title)): ruling for ruling in found}
    rulings = sorted(once.values(), key=lambda ruling: str(ruling.section.meeting.held_on))
    if not rulings:
        return []
    names = {whose(ruling.section) for ruling in rulings}
    several = len({ruling.section.meeting.organisation for ruling in rulings}) > 1
    days = {ruling.section.meeting.held_on for ruling in rulings}
    of = f" of the {next(iter(names))}" if len(names) == 1 else ""
    if of and len(days) == 1 and rulings[0].section.meeting.held_on:
        of += f" of {date_in_words(rulings[0].section.meeting.held_on)}"
    opening = f"The minutes{of} record {what} under {counted(len(rulings), 'item')}."
    several_names = len(names) > 1
    where = [_where(one, day=len(days) > 1, body=several_names, council=several) for one in rulings]
    done = [did(ruling.limbs if of_all else limbs(ruling)) for ruling in rulings]

    def entries(heading: _Headings | None) -> list[list[Statement]]:
        told = zip(rulings, where, done, strict=True)
        return [_entry(one, limbs(one), place, what, heading) for one, place, what in told]

    left = BUDGET - len(opening)
    every = entries(None) if len(rulings) <= QUOTED else []
    if not every or sum(length(line) for entry in every for line in entry) > left:
        every = entries(
            _Headings.of(rulings, records)
        )  # all of them by their titles say more than half of them in full
    return [Statement(opening), *_fitting(every, left)]


def _where(ruling: Ruling, *, day: bool, body: bool, council: bool) -> list[str]:
    """When and by whom something was decided, as far as a list does not say it once for all."""
    meeting = ruling.section.meeting
    held = [date_in_words(meeting.held_on)] if day and meeting.held_on else []
    return [*held, whose(ruling.section) if council else meeting.body] if body else held


def _fitting(every: Sequence[Sequence[Statement]], left: int) -> list[Statement]:
    """The entries that there is room for, and how many more there are."""
    shown: list[Statement] = []
    for told, entry in enumerate(every):
        left -= sum(map(length, entry))
        if left < 0:
            more = counted(len(every) - told, "further item")
            return [*shown, Statement(sentence(f"{more} can be found in the register of decisions."))]
        shown += entry
    return shown


def _entry(
    ruling: Ruling, limbs: Sequence[Decision], where: Sequence[str], done: str, heading: _Headings | None
) -> list[Statement]:
    """A ruling in a line: without a `heading` what was decided is quoted, else the title of the item."""
    whole = heading is None or not ruling.title
    named = " ".join(part for part in (ruling.item, ruling.title if whole else "") if part) or "Decision"
    opening = ", ".join(part for part in (*where, named) if part)
    if done != "decided" and not any(limb.votes for limb in limbs):
        opening += f" – {done}"
    if heading and not whole:
        return [Statement(f"{opening}:", heading(ruling, limbs[0]))]
    entry: list[Statement] = []
    for limb in limbs:
        entry.append(
            Statement(
                "" if entry else f"{opening}:", Evidence.of(limb.section, limb.text, limb.page, limb.item, limb.title)
            )
        )
        entry += [Statement("", vote.evidence) for vote in votes_on([limb])]
    return entry


@dataclass(frozen=True, slots=True)
class _Headings:
    """The title of an item as its page has it; the beginning of what was decided where the title is no heading."""

    printed: Mapping[Section, str]
    people: Mapping[Section, str]

    @classmethod
    def of(cls, rulings: Iterable[Ruling], records: Records) -> _Headings:
        """The headings of these rulings, by the texts of their papers and the names of those who were there."""
        sections = {ruling.section for ruling in rulings}
        texts = {one: bare(" ".join(passage.text for passage in records.passages_of(one))) for one in sections}
        there = {one: " ".join(who.name for who in records.attendance if who.section == one) for one in sections}
        return cls(texts, there)

    def __call__(self, ruling: Ruling, limb: Decision) -> Evidence:
        if self._is_printed(ruling) and not self._only_names(ruling, limb):
            return before(limb, ruling.title)
        begins = BEGINNING.match(limb.text)
        return Evidence.of(limb.section, begins[0] if begins else limb.text, limb.page, limb.item)

    def _is_printed(self, ruling: Ruling) -> bool:
        """False for a title that was put together from several lines, so that no page has it."""
        said = self.printed[ruling.section]
        return not said or bare(ruling.title) in said

    def _only_names(self, ruling: Ruling, limb: Decision) -> bool:
        """True where a title only says who moved it, and who seconded it."""
        return stems(ruling.title) <= stems(" ".join((limb.mover, limb.seconder, self.people[ruling.section])))
