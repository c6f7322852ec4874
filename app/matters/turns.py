"""Turn: what one meeting did with a matter, by its minutes, by what was laid before it, or by its agenda alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import islice

from app.matters.ledger import Ledger, Quote, names_of, phrase_of
from corpus.papers import Meeting, date_in_words
from indexer.findings.minutes import Decision
from indexer.forms.subjects import OF_THE_PAPER, PASSES_ON
from indexer.items.sentences import sentences
from indexer.linking.matters import ItemKind, Matter, MatterItem
from indexer.linking.matters.subjects import stems_of
from indexer.passages.passage import Passage
from indexer.sections.section import SectionKind
from retriever.register import ROUTINE


class TurnKind(StrEnum):
    """What a meeting did with a matter, in the word that is shown for it."""

    DECIDED = "decided"
    REJECTED = "rejected"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"
    REFERRED = "referred"
    RECOMMENDED = "recommended"
    ASKED = "asked for"
    NOTED = "noted"
    REPORTED = "reported"
    DISCUSSED = "discussed"
    LISTED = "on the agenda"
    PLANNED = "planned"


KINDS: dict[str, TurnKind] = {
    "deferred": TurnKind.DEFERRED,
    "withdrawn": TurnKind.WITHDRAWN,
    "referred": TurnKind.REFERRED,
    "rejected": TurnKind.REJECTED,
    "lost": TurnKind.REJECTED,
    "requested": TurnKind.ASKED,
    "noted": TurnKind.NOTED,
    "thanked": TurnKind.NOTED,
    "other": TurnKind.RECOMMENDED,
}
"""The turn that an outcome of the register is; every other outcome decides."""

STRONGEST = (
    TurnKind.DECIDED,
    TurnKind.DEFERRED,
    TurnKind.REFERRED,
    TurnKind.RECOMMENDED,
    TurnKind.ASKED,
    TurnKind.REJECTED,
    TurnKind.WITHDRAWN,
    TurnKind.NOTED,
)
"""Which of several things that one meeting did says most of where the matter stands."""

BESIDE = (TurnKind.DEFERRED, TurnKind.ASKED, TurnKind.REJECTED)
"""What a meeting did beside what it did most, and is said after it: a motion that was lost, a report asked for."""

MOST_QUOTES, ROOM = 3, 420
"""Quotes of one turn in a position, and their characters together; the first one is shown in any case."""

LEAST_SENTENCE = 40  # characters of a sentence that tells something by itself


@dataclass(frozen=True, slots=True)
class Turn:
    """What one meeting did with a matter, said by its quotes, the best first.

    `aside` where it came up under another item; `minuted` where minutes or a signed record say it.
    """

    meeting: Meeting
    kind: TurnKind
    title: str
    quotes: tuple[Quote, ...]
    limbs: tuple[Decision, ...] = ()
    aside: bool = False
    minuted: bool = True

    @property
    def held_on(self) -> date | None:
        """The day of the meeting."""
        return self.meeting.held_on

    @property
    def lead(self) -> str:
        """19 November 2024, Cabinet: agreed."""
        where = ", ".join(filter(None, (date_in_words(self.held_on), self.meeting.body or self.meeting.organisation)))
        return f"{where}: {self.kind.value}"


def turns_of(matter: Matter, ledger: Ledger) -> list[Turn]:
    """What each meeting did with a matter, newest first; on one day the body that met last in the list stays last."""
    sittings: dict[tuple[object, ...], list[MatterItem]] = {}
    for one in matter.items:
        sittings.setdefault(one.section.meeting.sitting, []).append(one)
    turns = [turn for items in sittings.values() if (turn := _turn(items, ledger))]
    # What other items said of it counts only for meetings at which it was no item: there the item says more.
    turns += _aside(matter, ledger, {turn.meeting.sitting for turn in turns})
    return sorted(turns, key=lambda turn: turn.held_on or date.min, reverse=True)


def _turn(items: Sequence[MatterItem], ledger: Ledger) -> Turn | None:
    """What one meeting did: by its minutes, else by what was laid before it, else by its agenda."""
    minuted = [one for one in items if one.kind in (ItemKind.MINUTES, ItemKind.RECORD)]
    # "That the public withdraw" is said of every item in private, and nothing of this one.
    limbs = next((found for one in minuted if (found := tuple(filter(_tells, ledger.limbs(one))))), ())
    if limbs:
        decided = _decided(limbs)
        return (
            decided if _says_enough(decided) else replace(decided, quotes=(*decided.quotes, *_telling(minuted, ledger)))
        )
    laid = [one for one in items if one.kind in (ItemKind.REPORT, ItemKind.PROPOSED, ItemKind.PRESENTATION)]
    # A report that was replaced asks for what nobody was asked any more.
    laid = [one for one in laid if one.section not in ledger.superseded] or laid
    asked = next((wishes for one in laid if (wishes := ledger.asked(one))), ())
    first = (minuted or laid or list(items))[0]
    told = tuple(_telling(minuted or laid, ledger)) or _opening(first)
    if minuted:
        return Turn(first.section.meeting, TurnKind.DISCUSSED, first.title, told)
    if asked:
        return Turn(first.section.meeting, TurnKind.RECOMMENDED, first.title, _fitting(asked), minuted=False)
    if laid:
        return Turn(first.section.meeting, TurnKind.REPORTED, first.title, told, minuted=False)
    return Turn(first.section.meeting, TurnKind.LISTED, first.title, told, minuted=False)


def _tells(limb: Decision) -> bool:
    """False for what says nothing of a matter: a vote to end the debate or to confirm minutes is of the meeting."""
    return not (limb.procedural or ROUTINE.search(limb.put))


def _opening(item: MatterItem) -> tuple[Quote, ...]:
    """The title of an item, which stands on its page."""
    return (Quote(item.section, item.title, item.page, item.item, item.title),)


def _says_enough(turn: Turn) -> bool:
    # "That a further report be brought" does not say how things are either.
    return (
        turn.kind not in (TurnKind.NOTED, TurnKind.ASKED)
        and sum(len(quote.text) for quote in turn.quotes) >= LEAST_SENTENCE
    )


def _telling(items: Sequence[MatterItem], ledger: Ledger) -> Iterator[Quote]:
    """The sentence of the first item's text that tells most: the first with a figure, else the first of some length."""
    for item in items[:1]:
        read = [(passage, one) for passage in ledger.read(item) for one in sentences(passage.text)]
        tests = (lambda text: _is_whole(text) and _has_figure(text), _is_whole, _is_ended)
        found = (pair for test in tests for pair in read if test(pair[1]))
        for passage, one in islice(found, 1):
            yield Quote(item.section, one, passage.page, item.item, item.title)


def _is_whole(text: str) -> bool:
    """True for a sentence of some length; headings and the cells of tables end in no full stop."""
    return len(text) >= LEAST_SENTENCE and _is_ended(text)


def _is_ended(text: str) -> bool:
    """True for any sentence, however short: "A decision was taken in private."; whom to ask about a paper is none."""
    return text.rstrip().endswith(".") and not OF_THE_PAPER.match(text)


def _has_figure(text: str) -> bool:
    return any(map(str.isdigit, text))


def _decided(limbs: Sequence[Decision], *, aside: bool = False) -> Turn:
    """The turn that the limbs of a ruling are: by the strongest of them, amendments aside."""
    first = limbs[0]
    # An amendment that was lost would make a lost motion of one that was carried.
    main = [one for one in limbs if not one.amendment]
    if not main:
        # What became of a change to a motion does not say what became of the motion.
        told = _fitting([quote for one in limbs for quote in quotes_of(one)])
        return Turn(first.section.meeting, TurnKind.DISCUSSED, first.title, told, tuple(limbs), aside)
    kinds = [kind_of(one) for one in main]
    kind = min(kinds, key=STRONGEST.index)
    telling = [one for one, its in zip(main, kinds, strict=True) if its is kind]
    # "That the Director sign the lease" stands beside "That the lease be agreed", and says less.
    telling = [one for one in telling if one.outcome != "delegated"] or telling
    rest = [one for one in main if one not in telling and kind_of(one) in BESIDE]
    quotes = _fitting([quote for one in (*telling, *rest) for quote in quotes_of(one)])
    return Turn(first.section.meeting, kind, first.title, quotes, tuple(limbs), aside)


def kind_of(limb: Decision) -> TurnKind:
    """What one limb does with a matter."""
    kind = KINDS.get(limb.outcome, TurnKind.DECIDED)
    # "AGREED to recommend to Council that ..." is agreed here, and decided there.
    if kind is TurnKind.DECIDED and PASSES_ON.search(limb.text):
        return TurnKind.RECOMMENDED
    return kind


def quotes_of(limb: Decision) -> tuple[Quote, ...]:
    """The words of a limb; where they only say that a motion was carried or lost, its words come first."""
    own = Quote(limb.section, limb.text, limb.page, limb.item, limb.title)
    if not (words := limb.proposal or limb.motion):
        return (own,)
    # They stand above what became of them, maybe on the page before.
    page = limb.page - 1 if limb.page and limb.page > 1 else limb.page
    return Quote(limb.section, words, page, limb.item, limb.title), own


def _fitting(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    kept: list[Quote] = []
    left = ROOM
    for quote in quotes:
        # The first quote is kept at any length: a turn without words proves nothing.
        if kept and (len(kept) == MOST_QUOTES or len(quote.text) > left):
            break
        kept.append(quote)
        left -= len(quote.text)
    return tuple(kept)


def _aside(matter: Matter, ledger: Ledger, known: set[tuple[object, ...]]) -> Iterator[Turn]:
    """What other items of meetings said of the matter, where it had no its own item: decisions, else a sentence."""
    for ruling, limbs in ledger.decided_elsewhere(matter):
        if ruling.section.meeting.sitting not in known:
            known.add(ruling.section.meeting.sitting)
            yield _decided(limbs, aside=True)
    names = names_of(matter)
    stems = list(map(phrase_of, names))
    for passage in ledger.find(matter, names) if names else ():
        meeting = passage.section.meeting
        elsewhere = meeting.sitting not in known and meeting.organisation == matter.organisation
        if elsewhere and (quote := _naming(passage, stems)):
            known.add(meeting.sitting)
            yield _mentioned(passage, quote)


def _mentioned(passage: Passage, quote: Quote) -> Turn:
    """The turn that a passage is which only names the matter."""
    section = passage.section
    minuted = section.kind is SectionKind.MINUTES
    planned = section.kind in (SectionKind.FORWARD_PLAN, SectionKind.FRONT_SHEET)
    kind = TurnKind.DISCUSSED if minuted else TurnKind.PLANNED if planned else TurnKind.REPORTED
    return Turn(section.meeting, kind, passage.title or section.title, (quote,), aside=True, minuted=minuted)


def _naming(passage: Passage, names: Sequence[str]) -> Quote | None:
    """The first sentence of a passage that names the matter, with the next where it is short; None for a heading."""
    lines = sentences(passage.text)
    for at, sentence in enumerate(lines):
        said = f" {' '.join(stems_of(sentence))} "
        # Names are compared by stems with a space around: "quay" is in "quays", not in "quayside".
        if not any(name in said for name in names):
            continue
        text = sentence
        if len(text) < LEAST_SENTENCE and at + 1 < len(lines):
            begin = passage.text.find(sentence)
            after = passage.text.find(lines[at + 1], begin + len(sentence))
            text = passage.text[begin : after + len(lines[at + 1])] if 0 <= begin < after else sentence
        # A heading names the matter and says nothing of it, and so does the line that says whom to ask.
        if len(text) >= LEAST_SENTENCE and not OF_THE_PAPER.match(text):
            return Quote(passage.section, text, passage.page, passage.item, passage.title)
    return None
