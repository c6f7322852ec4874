"""Decision: one numbered limb of what a body decided, as its minutes or a signed record of decision word it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from indexer.findings.debate import debated, words_of_proposals
from indexer.findings.events import EventKind, VoteEvent, kind_of, voters, with_motions
from indexer.findings.members.vote_tables import vote_tables
from indexer.findings.motions import motions_in, with_words
from indexer.findings.moved import moved_in
from indexer.findings.resolutions import Found, announced, taken_by
from indexer.findings.told import plain_form, stated, told_in
from indexer.findings.votes import Proposers, name_only, votes_in, votes_on
from indexer.forms.grammar import FORMAL
from indexer.forms.minutes.another_day import of_another_day
from indexer.forms.minutes.decisions import ATTENDANCE_ITEM, DELEGATED, MINUTES_LABEL, MINUTES_OR_ACTIONS
from indexer.forms.minutes.told import IS_TO_BE
from indexer.forms.outcomes import outcome_of
from indexer.forms.own import DECISION, own
from indexer.items.clauses import SENTENCES, Clause, clauses
from indexer.items.item import Item
from indexer.items.statements import statements
from indexer.sections.section import Section

# An item whose text is no longer than this many clauses can be a decision as a whole.
SHORT_ITEM = 3


# The plain sentences that decide beside an announced decision
BESIDE = frozenset(("it was agreed", "consensus"))

# The forms with a marker that stands out: minutes that have it somewhere use it wherever they decide
MARKERS = tuple(
    form for form in FORMAL if form.name not in ("note form", "it was resolved", "body resolved", "and it was resolved")
)


@dataclass(frozen=True, slots=True)
class Decision:
    """One limb of a decision; `text` is verbatim, `outcome` one of OUTCOMES, `page` physical from 1 or None."""

    section: Section
    page: int | None
    item: str
    title: str
    text: str
    outcome: str
    votes: str = ""
    mover: str = ""
    seconder: str = ""
    delegated_to: str = ""
    amendment: bool = False  # what was decided is a change to a motion, not the motion
    result: str = ""  # the line that says what became of it
    motion: str = ""  # the words of the motion, where the decision only says that it was carried or lost
    proposal: str = ""  # the same without who moved it
    kind: str = "resolution"  # the kind of the event that it is a limb of
    paragraph: int = 0  # the paragraph of its item in which that event stands

    @property
    def put(self) -> str:
        """What was put or decided: the motion's own words where `text` only says what became of it."""
        return self.proposal or self.text

    @property
    def procedural(self) -> bool:
        """Whether it only orders the meeting: who may stay, how long it sits, what it takes first.

        "Deferred, as the public were to be excluded" puts the matter itself off.
        """
        kind = kind_of(self.put, self.title, amendment=self.amendment, moved=bool(self.mover))
        return kind is EventKind.PROCEDURAL and self.outcome != "deferred"


def item_events(section: Section, item: Item, *, formal: bool) -> list[tuple[VoteEvent, tuple[Decision, ...]]]:
    """What was put to the meeting under one item, in order, each with its limbs as rows of the register."""
    printed = clauses(item.lines)
    parts = _minuted(printed)
    agenda = printed[: len(printed) - len(parts)]
    found = with_words(_found(parts, item, formal=formal), parts, agenda, item)
    ends = [0, *[one.after for one in found]]
    firsts = [*[one.first for one in found], len(parts)]
    proposers, counted = Proposers(parts), votes_in(parts)
    recorded = []
    for one, begin in zip(found, ends, strict=False):
        mover, seconder = _proposers_of(one, proposers)
        until = firsts[min(bisect_left(firsts, one.after), len(found))]
        votes = one.votes or votes_on(parts, counted, one.paragraphs, floor=begin, until=until)
        named_one = replace(one, mover=name_only(mover), seconder=name_only(seconder), votes=votes)
        event = _event(section, item, named_one)
        recorded.append((event, tuple(_decision(event, named_one, text, page) for text, page in named_one.texts)))
    events = _with_voters(with_motions([event for event, _ in recorded]), item, len(agenda))
    return [(event, decisions) for event, (_, decisions) in zip(events, recorded, strict=True)]


def _with_voters(events: Sequence[VoteEvent], item: Item, before: int) -> list[VoteEvent]:
    """The events of an item, the names in each table of votes given to the nearest above it, else to the first."""
    done = list(events)
    for table in vote_tables(item.lines) if done else ():
        place = len(clauses(item.lines[: table.at])) - before
        at = max((n for n, one in enumerate(done) if one.paragraph <= place), default=0)
        done[at] = replace(done[at], ayes=table.ayes, noes=table.noes, abstained=table.abstained)
    return done


def _proposers_of(one: Found, proposers: Proposers) -> tuple[str, str]:
    """Who moved and seconded a decision: as it says itself, else as the nearest paragraph above or below it does."""
    if one.mover:
        # the paragraph that names them is spent, or the next decision would be taken for theirs
        proposers.used(one.after, one.mover)
        return one.mover, one.seconder
    named = proposers.of(one.first, amendment=one.amendment)
    return named if named[0] else proposers.below(one.after)


def _event(section: Section, item: Item, one: Found) -> VoteEvent:
    """What was found as one event, from mover to outcome."""
    texts = [text for text, _ in one.texts]
    proposal = one.proposal or " ".join([*([one.stem] if one.stem else []), *texts])
    ayes, noes, abstained = voters(one.votes)
    return VoteEvent(
        section=section,
        page=one.texts[0][1],
        item=item.number,
        title=item.title,
        paragraph=one.first,
        kind=kind_of(proposal, item.title, amendment=one.amendment, moved=bool(one.mover)),
        proposal=proposal,
        limbs=tuple(texts) if len(texts) > 1 else (),
        outcome=one.outcome or _outcome(one, texts[0]),
        result=one.result,
        mover=one.mover,
        seconder=one.seconder,
        votes=one.votes,
        ayes=ayes,
        noes=noes,
        abstained=abstained,
    )


def _decision(event: VoteEvent, one: Found, text: str, page: int | None) -> Decision:
    """One limb of an event as a row of the register."""
    return Decision(
        section=event.section,
        page=page,
        item=event.item,
        title=event.title,
        text=text,
        outcome=one.outcome or _outcome(one, text),
        votes=event.votes,
        mover=event.mover,
        seconder=event.seconder,
        delegated_to=_delegate(text),
        amendment=one.amendment,
        result=one.result,
        motion=one.motion,
        proposal=one.proposal,
        kind=event.kind.value,
        paragraph=event.paragraph,
    )


def _minuted(parts: Sequence[Clause]) -> Sequence[Clause]:
    """The paragraphs of an item without what its agenda said, where the label "Minutes:" stands between the two."""
    for at, part in enumerate(parts):
        if match := MINUTES_LABEL.match(part.text):
            rest = part.text[match.end() :].strip()
            return [*([replace(part, text=rest)] if rest else []), *parts[at + 1 :]]
    return parts


def markers_in(items: Iterable[Item]) -> bool:
    """True for minutes that announce what they decide with a word, wherever they do."""
    return any(announces(item) for item in items)


def told_apart(item: Item, *, formal: bool) -> tuple[Sequence[Clause], set[int]]:
    """The paragraphs of an item, and the indexes of those that a motion or an announced decision takes up."""
    parts = _minuted(clauses(item.lines))
    moved, announced_ones = _structured(parts, formal=formal)
    said = [*moved, *announced_ones]
    taken = {one.first for one in motions_in(parts, said)} | words_of_proposals(statements(parts))
    return parts, taken | taken_by(said)


def _structured(parts: Sequence[Clause], *, formal: bool) -> tuple[list[Found], list[Found]]:
    """The motions with mover and fate in an item, and the decisions that a word announces."""
    settled = {one.said.at for one in debated(statements(parts)) if one.proposal}
    moved = [one for one in moved_in(parts) if one.mover or settled.isdisjoint(one.paragraphs)]
    taken = taken_by(moved)
    found = [one for one in announced(parts) if taken.isdisjoint(one.paragraphs)]
    if not formal:
        found = list(filter(_is_structured, found))
    return moved, found


def _is_structured(one: Found) -> bool:
    """True for a decision with several parts or a mover: it counts even if no other item has a word that announces one.

    In such minutes "Decision needed by May." opens with such a word, but announces nothing.
    """
    return len(one.texts) > 1 or len(one.paragraphs) > 1 or bool(one.mover)


def _found(parts: Sequence[Clause], item: Item, *, formal: bool) -> list[Found]:
    """What an item decides: what a word announces, else what sentences decide, and what became of motions."""
    moved, formal_ones = _structured(parts, formal=formal)
    said = [*moved, *formal_ones]
    motions = list(motions_in(parts, said))
    if not formal_ones or not formal:
        taken = taken_by(said) | words_of_proposals(statements(parts)) | {one.first for one in motions}
        plain = (one for one in _plain(parts, item, formal=formal, taken=taken) if one.first not in taken)
        # beside a motion with mover and fate, a sentence counts only where it says that something was agreed
        said += [one for one in plain if not moved or one.fallback == "agreed"]
    else:
        said += _beside(parts, item, motions + said)
    return sorted([*motions, *said], key=lambda one: one.first)


def _beside(parts: Sequence[Clause], item: Item, known: Sequence[Found]) -> list[Found]:
    """What an item decides in plain sentences beside what a word announces or somebody moved."""
    taken = words_of_proposals(statements(parts)) | taken_by(known)
    found = told_in(parts, item, taken=taken, marked=True, forms=BESIDE)
    return [one for one in found if IS_TO_BE.search(one.texts[0][0])]


def announces(item: Item) -> bool:
    """True where an item announces its decision with a word ("RESOLVED", "Decision")."""
    return any(
        form.pattern.match(part.text) and not of_another_day(part.text)
        for part in clauses(item.lines)
        for form in (*own(DECISION), *MARKERS)
    )


def _plain(parts: Sequence[Clause], item: Item, *, formal: bool, taken: Set[int]) -> Iterator[Found]:
    """The sentences that decide by themselves, in an item without an announced decision."""
    if ATTENDANCE_ITEM.match(item.title) and not MINUTES_OR_ACTIONS.search(item.title):
        return
    if not formal:
        yield from told_in(parts, item, taken=taken)
        return
    found = [one for at in range(len(parts)) for one in _marked_plain(parts, at)]
    known = {one.first for one in found}
    sure = list(told_in(parts, item, taken=taken | known, marked=True))
    yield from sorted([*found, *sure], key=lambda one: one.first)


def _marked_plain(parts: Sequence[Clause], at: int) -> Iterator[Found]:
    """The sentences of a paragraph that decide also in minutes which have a word for it."""
    for sentence in SENTENCES.split(parts[at].text):
        form, text = plain_form(sentence)
        if form is not None and (form.name not in ("passive", "body acted") or len(parts) <= SHORT_ITEM):
            yield stated(text, form.name, parts, at)


def _outcome(one: Found, text: str) -> str:
    """What a decision did: by the line that says what became of it, where that says more than that it was carried."""
    told = outcome_of(one.result, fallback="") if one.result else ""
    return told if told not in ("", "carried", "agreed") else outcome_of(text, one.stem, fallback=told or one.fallback)


def _delegate(text: str) -> str:
    """To whom a decision is delegated; "" for nobody."""
    match = DELEGATED.search(text)
    return match[1].strip(" ,") if match else ""
