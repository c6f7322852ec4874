"""written: a composed answer in; the same out with what a language model says of it above, as far as it passes the
proof.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from app.answers.answer import Answer, Citation
from app.answers.citations import PageText, locate
from app.model.checks import Ordinary, bearing_out, fault
from app.model.claims import Claim, claims_in
from app.model.prompts import Numbered, messages
from app.model.writer import Writer
from corpus.errors import NoReply
from indexer.passages.passage import Passage

MOST_SENTENCES = 4  # of a reply that are shown above the answer
IN_SHORT = "In short: "
ENDS = (".", "!", "?", "”", '"')  # what a sentence ends in that was not cut off

Show = Callable[[str], None]
"""Called with all that may be shown so far, each time that a sentence has passed."""


def written(
    answer: Answer,
    history: Sequence[str],
    given: Sequence[Numbered],
    *,
    writer: Writer,
    ordinary: Ordinary,
    page_text: PageText,
    show: Show,
) -> Answer:
    """The answer under those of the writer's sentences that its passages support; as it was where none is left.

    `show` is called at once with the answer, then with each sentence that passes.
    """
    started = time.perf_counter()
    reply = Reply(answer.citations, given, ordinary, page_text)
    show(answer.text)
    trouble = ""
    try:
        for claim in claims_in(writer.write(messages(answer.question, history, given))):
            if reply.takes(claim):
                show(_above(reply.text, answer))
            if reply.kept == MOST_SENTENCES:
                break
    except NoReply as failure:
        trouble = str(failure)
    seconds = answer.seconds + time.perf_counter() - started
    if not reply.kept:
        note = trouble or "The language model's reply could not be proved from the papers."
        note += " This answer was put together without it."
        return replace(answer, notes=(*answer.notes, note), seconds=seconds)
    notes = [
        f"What follows “In short” are the words of a language model ({writer.name}), each sentence checked against "
        "the passages it cites.",
        trouble and f"{trouble} What it had said by then is shown.",
        reply.removed_in_words,
    ]
    return replace(
        answer,
        text=_above(reply.text, answer),
        citations=tuple(reply.citations),
        notes=(*answer.notes, *filter(None, notes)),
        written_by=writer.name,
        seconds=seconds,
    )


def _above(said: str, answer: Answer) -> str:
    return f"{IN_SHORT}{said}\n\n{answer.text}"


class Reply:
    """The sentences of a reply that have passed so far, with the citations of the answer and what they add to them."""

    def __init__(
        self, cited: Sequence[Citation], given: Sequence[Numbered], ordinary: Ordinary, page_text: PageText
    ) -> None:
        self._given = given
        self._ordinary = ordinary
        self._page_text = page_text
        self._said: set[str] = set()
        self.text = ""
        self.citations = list(cited)
        self.kept = 0
        self.removed: list[str] = []

    def takes(self, claim: Claim) -> bool:
        """True where the sentence has passed and was added; one that was said already is passed over."""
        if claim.text in self._said:
            return False
        self._said.add(claim.text)
        claim, why = self._borne_out(claim)
        proof = [] if why else self._proof(claim)
        if not proof:
            self.removed.append(why or "no quote of it stands on its page")
            return False
        markers = " ".join(f"[{self._number(citation)}]" for citation in proof)
        gap = ("\n\n" if claim.opens else " ") if self.text else ""
        self.text += f"{gap}{claim.text} {markers}"
        self.kept += 1
        return True

    def _borne_out(self, claim: Claim) -> tuple[Claim, str]:
        """The sentence with the passage that supports it, and no fault; else as it is, with its fault.

        The number that a model sets is a hint: small ones leave it out, or take another.
        """
        why = fault(claim, self._given, self._ordinary)
        if not why or not claim.text.endswith(ENDS):
            return claim, why
        others = (replace(claim, numbers=(one.number,)) for one in self._given)
        found = next((other for other in others if not fault(other, self._given, self._ordinary)), None)
        return (found, "") if found else (claim, why)

    @property
    def removed_in_words(self) -> str:
        """How many sentences did not pass, "" where all did."""
        count = len(self.removed)
        if not count:
            return ""
        which = "One sentence" if count == 1 else f"{count} sentences"
        were = "was" if count == 1 else "were"
        return f"{which} of the language model could not be proved from the papers and {were} left out."

    def _proof(self, claim: Claim) -> list[Citation]:
        """The quotes that support the sentence, each located on its page and not numbered yet.

        None where one is not.
        """
        found = [
            self._located(quote, one.passage)
            for one in self._given
            if one.number in claim.numbers
            for quote in bearing_out(claim.text, one)
        ]
        located = [citation for citation in found if citation]
        return located if len(located) == len(found) else []

    def _located(self, quote: str, passage: Passage) -> Citation | None:
        """The quote as a citation without a number, None where it does not stand on the pages of its passage."""
        found = locate(quote, passage.section.paper.file, passage.page, passage.page_end, self._page_text)
        return Citation(0, passage, found.quote, found.page, found.page) if found else None

    def _number(self, citation: Citation) -> int:
        """The number of a citation in the answer; what a quote of it says already has its number."""
        for known in self.citations:
            if known.passage == citation.passage and citation.quote in known.quote:
                return known.number
        self.citations.append(replace(citation, number=len(self.citations) + 1))
        return len(self.citations)
