"""Step: one thing that happened to a matter at one meeting, with the quotes that prove it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.answers.answer import Citation
from corpus.papers import Meeting, date_in_words
from indexer.findings.minutes import Decision
from indexer.forms.subjects import PASSES_ON


class StepKind(StrEnum):
    """What sort of step it was, in the word that is shown for it."""

    RAISED = "raised"
    REPORTED = "reported"
    RECOMMENDED = "recommended"
    DECIDED = "decided"
    AMENDED = "amended"
    DEFERRED = "deferred"
    REFERRED = "referred"
    REJECTED = "rejected"
    CALLED_IN = "called in"
    ASKED_FOR = "asked for"
    NOTED = "noted"


KIND_OF = {
    "deferred": StepKind.DEFERRED,
    "withdrawn": StepKind.DEFERRED,
    "referred": StepKind.REFERRED,
    "rejected": StepKind.REJECTED,
    "lost": StepKind.REJECTED,
    "requested": StepKind.ASKED_FOR,
    "noted": StepKind.NOTED,
    "thanked": StepKind.NOTED,
}
"""The sort of step by the outcome of a decision; every other outcome is DECIDED."""

ALSO = {"lost": "a motion was lost", "rejected": "a part was refused", "requested": "more was asked for"}
"""What a ruling did beside its main part, in words that nobody takes for the main part."""

BESIDE = (StepKind.ASKED_FOR, StepKind.NOTED)
"""What a ruling does beside its main part, and is only named after where it does nothing else."""

LAST = {StepKind.NOTED: 1, StepKind.REJECTED: 2}
"""Limbs that come last, in this order, where the step is of another kind."""

LAID = {StepKind.RECOMMENDED: "recommended in a report", StepKind.ASKED_FOR: "asked for"}
"""How a step is named that is no ruling, where its sort alone could be taken for what the meeting did."""

DECISIONS = (StepKind.DECIDED, StepKind.AMENDED, StepKind.REJECTED, StepKind.CALLED_IN, StepKind.RECOMMENDED)
"""The sorts of step that settle something."""

CALL_IN = re.compile(r"\W*call(?:ed)?[ -]?in\b", re.IGNORECASE)
"""How the title of an item begins at which a decision that was called in is looked at."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a matter; `title` is the item's.

    `said` is what a ruling did to the matter, "approved, not as recommended", and "" for what was only laid before a
    meeting or said there; `further` is what it did beside that.
    """

    kind: StepKind
    meeting: Meeting
    title: str
    citations: tuple[Citation, ...]
    said: str = ""
    further: tuple[str, ...] = ()

    @property
    def did(self) -> str:
        """What it did to the matter."""
        return self.said or LAID.get(self.kind, self.kind.value)

    @property
    def held_on(self) -> date | None:
        """The day of the meeting."""
        return self.meeting.held_on


def kind_of_ruling(limbs: Iterable[Decision], *, changed: bool = False) -> StepKind:
    """The sort of step that a ruling is; `changed` where it departs from what was recommended.

    A motion that was amended is AMENDED; else the first limb counts that does more than note or ask. What was lost
    counts only where nothing was carried.
    """
    kinds = [_kind_of_limb(limb, changed=changed) for limb in limbs]
    settling = next((kind for kind in kinds if kind in (StepKind.CALLED_IN, StepKind.AMENDED)), None)
    if settling:
        return settling
    # An amendment lost on the way to a decision does not make the step a refusal.
    kinds = [kind for kind in kinds if kind is not StepKind.REJECTED] or kinds
    return next((kind for kind in kinds if kind not in BESIDE), next(iter(kinds), StepKind.NOTED))


def _kind_of_limb(limb: Decision, *, changed: bool) -> StepKind:
    """The sort of step that one limb would be alone."""
    if CALL_IN.match(limb.title):
        return StepKind.CALLED_IN
    kind = KIND_OF.get(limb.outcome, StepKind.DECIDED)
    # A limb whose outcome nobody could name may be what was asked in other words.
    amends = limb.amendment or (changed and limb.outcome != "other")
    return StepKind.AMENDED if kind is StepKind.DECIDED and amends else kind


def ruling_of(
    limbs: Sequence[Decision], *, changed: bool = False, asks: bool = False
) -> tuple[StepKind, str, tuple[str, ...]]:
    """The sort of step that a ruling is, what it did to the matter, and what it did beside that.

    `changed` as above; `asks` where it recommends its limbs to another body. An amendment counts only where nothing
    else was decided.
    """
    # That the public withdrew is no decision on the matter, whatever else was decided or not.
    told = [limb for limb in limbs if not limb.procedural]
    return _ruling(told, changed=changed, asks=asks) if told else (StepKind.RAISED, "", ())


def _ruling(limbs: Sequence[Decision], *, changed: bool, asks: bool) -> tuple[StepKind, str, tuple[str, ...]]:
    """The same of limbs that are all on the matter, of which there is at least one."""
    main = [limb for limb in limbs if not limb.amendment]
    if not main:
        # The sign of a refusal on the timeline would be taken for one of the matter.
        return StepKind.RAISED, _amendment(limbs[0]), ()
    # Whoever carries an amendment decides otherwise than the motion had it.
    amended = any(limb.amendment and limb.outcome == "carried" for limb in limbs)
    kind = _decided_here(kind_of_ruling(main, changed=changed or amended), main, asks=asks)
    said = _did(kind, [limb.outcome for limb in main])
    return kind, said, tuple(dict.fromkeys(_beside(limbs, kind, said)))


def most_telling_first(limbs: Iterable[Decision], kind: StepKind) -> list[Decision]:
    """The limbs in their order, with those behind that say least of a step of this kind.

    They are what was noted, a motion that was lost on the way, an amendment, and what only orders the meeting.
    """
    return sorted(limbs, key=lambda limb: _distance(limb, kind))


def _distance(limb: Decision, kind: StepKind) -> int:
    """How far behind the others a limb comes."""
    if limb.amendment or limb.procedural:
        return 3
    its = KIND_OF.get(limb.outcome, kind)
    return 0 if its is kind else LAST.get(its, 0)


def _decided_here(kind: StepKind, limbs: Sequence[Decision], *, asks: bool) -> StepKind:
    """The same sort of step, or RECOMMENDED: "That the Council be recommended to lease the mill" is decided there."""
    deciding = [limb for limb in limbs if KIND_OF.get(limb.outcome) is None]
    if kind not in (StepKind.DECIDED, StepKind.AMENDED) or not deciding:
        return kind
    return StepKind.RECOMMENDED if asks or all(PASSES_ON.search(limb.put) for limb in deciding) else kind


def _beside(limbs: Sequence[Decision], kind: StepKind, said: str) -> Iterator[str]:
    """What the limbs did beside the main thing."""
    for limb in limbs:
        if limb.amendment:
            yield _amendment(limb)
        elif _says_more(limb, kind, said):
            yield ALSO.get(limb.outcome, limb.outcome)


def _says_more(limb: Decision, kind: StepKind, said: str) -> bool:
    """Whether the outcome of a limb is another than what the step did."""
    if (
        limb.outcome == "other"
        or limb.outcome in said
        or (kind is StepKind.RECOMMENDED and limb.outcome not in KIND_OF)
    ):
        return False
    return KIND_OF.get(limb.outcome) is not kind


def _did(kind: StepKind, outcomes: Sequence[str]) -> str:
    """The word of the register for what a ruling did, or that of its sort."""
    if kind is StepKind.CALLED_IN:
        return "called in and referred" if "referred" in outcomes else "called in"
    if kind is StepKind.DEFERRED:
        return _first(outcomes, kind) or kind.value
    if kind not in (StepKind.DECIDED, StepKind.AMENDED):
        return kind.value
    word = _first(outcomes, None) or "decided"
    return f"{word}, not as recommended" if kind is StepKind.AMENDED else word


def _first(outcomes: Sequence[str], kind: StepKind | None) -> str:
    """The first outcome that has a name and is of this sort; None for one that decides."""
    return next((one for one in outcomes if one != "other" and KIND_OF.get(one) is kind), "")


def _amendment(limb: Decision) -> str:
    """What became of an amendment."""
    return f"{'rejected' if KIND_OF.get(limb.outcome) is StepKind.REJECTED else limb.outcome} an amendment"


def step_lead(step: Step, *, whose: bool = False) -> str:
    """12 September 2023, Cabinet: deferred; `whose` as in sitting."""
    return f"{sitting(step.meeting, whose=whose)}: {step.did}"


def step_text(step: Step) -> str:
    """The title of the item, and what was done beside the main thing."""
    title = step.title.strip(" .")
    return f"{title} (also: {', '.join(step.further)})" if step.further else title


def sitting(meeting: Meeting, *, whose: bool = False) -> str:
    """12 September 2023, Cabinet; with `whose` also the organisation, where papers of several are reported together."""
    # A parish that meets as itself has no other name to be known by.
    organisation = meeting.organisation if whose or not meeting.body else ""
    return ", ".join(part for part in (day(meeting.held_on), organisation, meeting.body) if part)


def day(moment: date | None) -> str:
    """12 September 2023, or that the papers do not say."""
    return date_in_words(moment, "date not stated")


def newest_first(step: Step) -> int:
    """What steps are sorted by, so that the newest comes first, and one without a date last."""
    return -step.held_on.toordinal() if step.held_on else 0
