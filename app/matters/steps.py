"""Step: one thing that happened to a matter at one meeting, with the quotes that prove it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.answers.answer import Citation
from corpus.papers import Meeting, date_in_words
from indexer.findings.minutes import Decision


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

CALL_IN = re.compile(r"\W*call(?:ed)?[ -]?in\b", re.IGNORECASE)
"""How the title of an item begins at which a decision that was called in is looked at."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a matter; `title` is the item's, `outcomes` are the words of the register, none where it is no
    decision.
    """

    kind: StepKind
    meeting: Meeting
    title: str
    citations: tuple[Citation, ...]
    outcomes: tuple[str, ...] = ()

    @property
    def further(self) -> tuple[str, ...]:
        """The outcomes that the kind of the step does not say already."""
        return tuple(word for word in self.outcomes if KIND_OF.get(word) is not self.kind and word != self.kind.value)

    @property
    def did(self) -> str:
        """What it did to the matter, "approved, not as recommended"; the word of its kind where it decided nothing."""
        if self.kind not in (StepKind.DECIDED, StepKind.AMENDED):
            return self.kind.value
        word = next((one for one in self.outcomes if KIND_OF.get(one) is None and one != "other"), "decided")
        return f"{word}, not as recommended" if self.kind is StepKind.AMENDED else word

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


def step_lead(step: Step, *, whose: bool = False) -> str:
    """12 September 2023, Cabinet: deferred; `whose` as in sitting."""
    return f"{sitting(step.meeting, whose=whose)}: {step.did}"


def step_text(step: Step) -> str:
    """The title of the item, and the outcomes where they say more than the kind of the step."""
    further = ", ".join(ALSO.get(word, word) for word in step.further if word != step.did.partition(",")[0])
    return f"{step.title.strip(' .')} (also: {further})" if further else step.title.strip(" .")


def sitting(meeting: Meeting, *, whose: bool = False) -> str:
    """12 September 2023, Cabinet; with `whose` also the organisation, where papers of several are reported together."""
    # A parish that meets as itself has no other name to be known by.
    organisation = meeting.organisation if whose or not meeting.body else ""
    return ", ".join(part for part in (day(meeting.held_on), organisation, meeting.body) if part)


def day(moment: date | None) -> str:
    """12 September 2023, or that the papers do not say."""
    return date_in_words(moment, "date not stated")
