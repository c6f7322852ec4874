"""Takes a sentence of a language model and the passages it was given; says why it may not be shown, or that it may.

Never mends a sentence, and never asks the model again.

    figures   figures and dates, in one form        names   names, and the words that a text must have for them
    outcomes  claims of what was decided            frames  the body that met and the day
    support   the sentences that bear a claim out   places  figures, names and outcomes in another one's place
"""

from __future__ import annotations

from collections.abc import Sequence

from app.model.checks.figures import misdated, stated, unreadable
from app.model.checks.frames import of_another_meeting, without_frame
from app.model.checks.names import missing_names
from app.model.checks.outcomes import only_asked_for, unsupported_outcome, without_outcomes
from app.model.checks.places import misplaced
from app.model.checks.support import (
    Ordinary,
    bearing_out,
    said_elsewhere,
    statements,
    stems,
    turned,
    unsupported_quote,
    unsupported_words,
)
from app.model.claims import LONGEST, Claim
from app.model.prompts import Numbered

__all__ = ["Ordinary", "bearing_out", "fault"]

MOST_CITED = 3  # passages a sentence may cite; with more of them anything could be pieced together

MEANT = (
    0.8  # of the words that the best passage shares with a sentence, from which on another may be the one it is about
)


def fault(claim: Claim, given: Sequence[Numbered], ordinary: Ordinary) -> str:
    """What is wrong with a sentence, in a few words; "" where its passages support it."""
    if len(claim.text) > LONGEST:
        return "it has no end"
    if not claim.numbers:
        return "no passage is cited"
    if len(claim.numbers) > MOST_CITED:
        return "too many passages are cited"
    cited = [one for one in given if one.number in claim.numbers]
    if len(cited) < len(claim.numbers):
        return "a passage is cited that was not given"
    said = "\n".join(piece for one in cited for piece in statements(one.passage.text))
    where = "\n".join(one.where for one in cited)
    borne_out = [(one, quotes) for one in cited if (quotes := bearing_out(claim.text, one))]
    shown = "\n".join([*(quote for _, quotes in borne_out for quote in quotes), where])
    if unsupported_quote(claim.text, said):
        return "quoted words, an address or markup do not stand in the passages"
    if (
        unreadable(claim.text, said)
        or misdated(claim.text, said)
        or stated(claim.text).missing_in(stated(shown, table=said))
    ):
        return "a figure or date does not stand in the passages"
    if missing_names(claim.text, shown):
        return "a name does not stand in the passages"
    if _elsewhere(claim.text, borne_out):
        return "a figure, date or name stands elsewhere in the passages"
    if unsupported_words(without_outcomes(claim.text), f"{said}\n{where}", ordinary):
        return "it says more than the passages"
    if unsupported_outcome(claim.text, cited):
        return "the register and the passages do not give this outcome"
    if not borne_out or said_elsewhere(without_outcomes(claim.text), shown) or turned(claim.text, shown):
        return "no sentence of the passages says so"
    if all(only_asked_for(claim.text, quotes[0], one) for one, quotes in borne_out):
        return "it is recommended or proposed, not done"
    return ""


def _elsewhere(sentence: str, borne_out: Sequence[tuple[Numbered, list[str]]]) -> bool:
    """True where the quotes have something else where the sentence has its figures, dates, names, outcome or body."""
    said = sentence
    shared = [len(stems(sentence) & stems(" ".join(quotes))) for _, quotes in borne_out]
    other = []
    for (one, quotes), count in zip(borne_out, shared, strict=True):
        meeting = one.passage.section.meeting
        said = without_frame(said, meeting)
        if count >= MEANT * max(shared):  # a passage cited besides does not lend its meeting
            other.append(of_another_meeting(sentence, quotes, meeting))
    return (bool(other) and all(other)) or misplaced(said, borne_out)
