"""The course of a debate: who moved what, in which words, and what became of it, amendments inside their motion.

    proposals_in(said)        each proposal with its mover, seconder and words
    results_in(said)          each sentence that says what became of one
    paired(said)              a result with the proposal that it settles

A result settles the last proposal of its sort that is still open: an amendment before its motion.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.items.statements import Statement

_NAME = (
    r"(?:(?:[Tt]he )?(?:(?:Deputy |Vice[ -])?(?:Leader|Mayor|Provost|Convener|President|Chair(?:man|person|woman)?)"
    r"(?: of the (?:Council|Committee|Board))?|(?:(?:Councillor|Cllr|Alderman|Bailie|Mr|Mrs|Ms|Miss|Dr|Sir|Prof|"
    r"Trustee|Director|Commissioner)\.?\s)?"
    r"[A-Z](?:[\w’'-]|\.(?=\s?[A-Z]))*(?:\s(?!(?:That|The|THAT)\b)[A-Z](?:[\w’'.-])*){0,3}))"
)
_MOVED = r"(?:moved|proposed|put forward|submitted|MOVED|PROPOSED)"
_SECONDED = r"(?:seconded|supported|SECONDED)"
# Who moves, and who seconds, in the shapes in which minutes say so; `rest` holds the words or opens them.
_SHAPES = (
    re.compile(
        rf"^\W*(?:\w[^.:;]{{0,80}}, )??(?P<mover>{_NAME}),? (?:then |also |duly )?{_MOVED},?(?: and)? "
        rf"(?P<seconder>{_NAME}) (?:duly )?{_SECONDED}(?P<rest>.*)$"
    ),
    re.compile(rf"^\W*(?P<mover>{_NAME}),? {_SECONDED} by (?P<seconder>{_NAME}),? {_MOVED}(?P<rest>.*)$"),
    re.compile(
        rf"^\W*(?:\w[^.:;]{{0,80}}, )??(?P<mover>{_NAME}) (?:then |also |duly )?{_MOVED}(?P<what>[^.:;“\"]{{0,60}}?),? "
        rf"(?:which was |and |and it was )?{_SECONDED} by (?P<seconder>{_NAME})(?P<rest>.*)$"
    ),
    re.compile(
        rf"^\W*(?:[Ii]t was )?(?:[Pp]roposed|[Mm]oved|MOVED|PROPOSED)(?: by)?:?\s+(?P<mover>{_NAME})[,;]?\s+(?:and "
        rf")?{_SECONDED}(?: by)?:?\s+(?P<seconder>{_NAME})"
        r"(?P<rest>.*)$",
        re.M,
    ),
    re.compile(
        rf"^\W*(?P<mover>{_NAME}) {_MOVED}:\s*(?P<rest>[“\"'].*[”\"'])\W*(?P<seconder>{_NAME}) (?:duly "
        rf")?{_SECONDED}\W*$"
    ),
    re.compile(rf"^\W*[Mm]oved by (?P<mover>{_NAME})(?P<rest>,? (?:that|to)\b.*)$"),
    re.compile(rf"^\W*M\s?/\s?S:?\s+(?P<mover>{_NAME})\s?/\s?(?P<seconder>{_NAME})(?P<rest>.*)$"),
    re.compile(
        rf"^\W*(?:\w[^.:;]{{0,80}}, )??(?P<mover>{_NAME}) (?:then |also )?{_MOVED}(?P<rest>,? (?:and it was seconded,? "
        rf")?(?:that|to|(?:as )?an? (?:further )?amendment|the following)\b.*)$"
    ),
)
_AMENDS = re.compile(r"\bamendment\b", re.I)
# The counts of one vote take no more sentences than these behind the first.
COUNTS_WITHIN = 2
# "Amendment 2" over what is moved has no more words than this.
LONGEST_HEAD = 4
# A move about the meeting itself
_PROCEDURAL = re.compile(
    r"\b(?:the question be (?:now )?put|standing orders? .{0,30}\bsuspended|suspen(?:d|sion of) standing orders?|"
    r"meeting be (?:extended|adjourned)|"
    r"extend the meeting|next business|closure motion|the vote be (?:now )?taken|order of business)\b",
    re.I,
)
# What stands between the names and the words that were moved
_OPENS = re.compile(
    r"^[\s,:]*(?:(?:as )?an? (?:further |second |third )?amendment|the following(?: (?:further )?(?:motion|amendment|"
    r"words))?|the (?:motion|recommendations?)|a motion)?"
    r"[\s,:–-]*(?:(?:that|to the effect) (?=[“\"])|that:)?\s*",
    re.I,
)
_PUTS = (
    r"(?:was |were |is |be |being )?(?:then |duly |accordingly |therefore |thereupon )*(?:put(?: to the (?:vote|"
    r"meeting))?|voted (?:up)?on)?"
)
_FATE = (
    r"(?P<fate>carried|lost|defeated|agreed|passed|failed|rejected|approved|adopted|accepted|not carried|not "
    r"agreed|NOT CARRIED|fell|died|withdrawn|negatived)"
)
_RESULTS = (
    # "Amendment lost.", "Motion carried unanimously."
    re.compile(
        rf"^\W*(?:the )?(?P<what>(?:\w+ )?(?:amendment|motion|proposal|proposition))s?\W*(?:was |were |is )?{_FATE}\b",
        re.I,
    ),
    # "The amendment was put to the vote and declared lost", "the motion was put: 8 for, 1 against, and declared
    # carried"
    re.compile(
        rf"\b(?P<what>amendment|motion|proposal)\b[^.]{{0,60}}?\b{_PUTS}[^.]{{0,120}}?\b(?:and (?:was )?(?:declared )?|"
        rf"declared (?:to be )?|which was |was (?:declared )?(?:to be )?|then ){_FATE}\b",
        re.I,
    ),
    re.compile(
        rf"^\W*{_FATE}\b(?: unanimously| by .{{3,40}}|\W+\d[^a-z]{{0,12}}|\W+\d{{1,3}} for\b.{{0,40}})?\W*$(?P<what>)",
        re.I,
    ),
    re.compile(rf"\bthe (?P<what>motion|amendment|proposal) (?:was )?{_FATE}\b", re.I),
    # "this was not agreed", "so it did not pass", "the Chair declared it carried", "Mr Ash withdrew the motion"
    re.compile(
        r"\b(?P<what>)(?:this|it|which|that) (?:was |is )?(?:then )?(?P<fate>not (?:agreed|carried|supported|accepted|passed)|"
        r"did not (?:pass|carry))\b",
        re.I,
    ),
    # "be cut by £40: 3 for, 4 against: amendment lost"
    re.compile(rf"[:;,–-]\s+(?P<what>motion|amendment|proposal)\s+{_FATE}\b", re.I),
    re.compile(rf"\b(?P<what>)declared (?:it|this) (?:to (?:be|have been) )?{_FATE}\b", re.I),
    re.compile(
        r"\b(?P<fate>withdrew) (?:the|his|her|their|this|that|its) (?:\w+ )?(?P<what>motion|amendment|proposal)\b", re.I
    ),
    re.compile(r"\bthe (?P<what>motion|amendment|proposal) (?:was |stood |be )(?P<fate>referred|remitted)\b", re.I),
)
# "the amendment was carried and the motion fell": what one sentence says of two things
_ALSO = re.compile(rf"\band (?:so )?the (?P<what>motion|amendment) (?:was |therefore )*(?:declared )?{_FATE}\b", re.I)
# "the recommendations, which were:" over them
_WHICH = re.compile(r"^\W*(?:which|that) (?:was|were|read|reads)(?: as follows)?\W*$", re.I)
# Results that may stand in the mover's sentence, and the words that lead over to them
_INSIDE = (_RESULTS[1], *_RESULTS[3:])
_TURN = re.compile(
    r"\s*[:;,]\s*\(?\d{1,3} (?:votes? )?(?:for|in favou?r)\b.*$|[;,] (?:there was|there were|but|and|this|it|which|so)\b[^;]*$|[;,]\s*$"
)
# "For (19) Against (44) Abstain (2)" in front of what became of it
_COUNTS = re.compile(r"^(?:\W*(?:for|against|abst\w+|ayes?|noes?|nays?)\W{0,3}\d{1,3}\W*)+(?=[a-z])", re.I)
# Without one of these words a sentence says neither what became of something nor that somebody moved it
_FATE_WORD = re.compile(
    r"carried|lost|defeated|agreed|passed|failed|rejected|approved|adopted|accepted|fell|died|withdr[ae]w|negatived|not pass|not carry|referred|remitted",
    re.I,
)
_MOVE_WORD = re.compile(r"moved|proposed|put forward|submitted|M\s?/\s?S", re.I)
# Ayes 4, Noes 0: more for than against settles it where no word does
COUNTED = re.compile(
    r"^\W*(?:ayes?|yeas?|for|in favou?r)\W{0,3}(?P<ayes>\d{1,3})\W+(?:(?:noes?|nays?|against)\W{0,3}(?P<noes>\d{1,3}))?",
    re.I,
)
LOST = re.compile(r"^(?:lost|defeated|failed|rejected|not |did not|fell|died|negatived)", re.I)


@dataclass(slots=True)
class Proposal:
    """What somebody moved: where it stands, who, its words, and whether a result has settled it."""

    at: int
    mover: str
    seconder: str
    words: str
    amendment: bool
    procedural: bool
    paragraph: int = 0  # the index of the paragraph in which it was moved
    below: bool = False  # its words stand in the sentence below
    settled: bool = False
    limbs: tuple[int, ...] = ()  # the paragraphs of the list that it opens


@dataclass(frozen=True, slots=True)
class Settled:
    """A sentence that says what became of a proposal, with the proposal; `lost` for one that did not pass."""

    said: Statement
    fate: str
    amendment: bool
    proposal: Proposal | None

    @property
    def lost(self) -> bool:
        """True where the proposal did not pass."""
        return bool(LOST.match(self.fate))


def debated(said: Sequence[Statement]) -> Iterator[Settled]:
    """Each result in order with the proposal that it settles, None where none is found."""
    open_: list[Proposal] = []
    for n, one in enumerate(said):
        proposal = proposed(said, n)
        if proposal:
            open_.append(proposal)
        result = _result(one.text) or (_by_counts(said, n) if open_ else None)
        if result is None or (proposal and not proposal.words):
            continue
        what, fate = result
        yield Settled(one, fate, "amendment" in what, _settles(open_, what))
        if (also := _ALSO.search(one.text)) and also["what"].lower() != what:
            other = also["what"].lower()
            yield Settled(one, also["fate"].lower(), "amendment" in other, _settles(open_, other))


def words_of_proposals(said: Sequence[Statement]) -> set[int]:
    """The indexes of the paragraphs that hold only a proposal: they decide nothing until a result says so."""
    found: set[int] = set()
    for n in range(len(said)):
        one = proposed(said, n)
        if one and one.below:
            found.add(said[n + 1].at)
        if one:
            found.update(one.limbs)
        if one and not _FATE_WORD.search(said[n].text) and said[n].last and not said[n].place:
            found.add(said[n].at)
    return found


def _settles(open_: list[Proposal], what: str) -> Proposal | None:
    """The last open proposal of a sort; it is settled, and what was moved upon it as well."""
    for place in range(len(open_) - 1, -1, -1):
        one = open_[place]
        if not what or ("amendment" in what) == one.amendment:
            del open_[place:]
            one.settled = True
            return one
    if "amendment" in what and len(open_) > 1:  # moved in other words upon the motion before it
        one = open_.pop()
        one.settled = one.amendment = True
        return one
    return None


def proposed(said: Sequence[Statement], n: int) -> Proposal | None:
    """The proposal that a sentence moves, with its words from there or from the next; None where it moves none."""
    text = said[n].text
    if not _MOVE_WORD.search(text):
        return None
    match = next((m for shape in _SHAPES if (m := shape.match(text))), None)
    if match is None:
        return None
    rest = match["rest"]
    opened = _OPENS.match(rest)
    below = False
    words = rest[opened.end() if opened else 0 :].strip(' ,:“”"')
    results = [found.start() for form in _INSIDE if (found := form.search(words))]
    if results:
        words = _TURN.sub("", words[: min(results)]).rstrip(" ,;.")
    limbs = _list_below(said, n) if rest.rstrip().endswith(":") else ()
    if limbs and _WHICH.match(words):
        words = ""
    if (
        len(words) < 8
        and not limbs
        and n + 1 < len(said)
        and (
            said[n + 1].text.lstrip()[:1] in "“\"'‘"
            or rest.rstrip().endswith(":")
            or re.match(r"\W*that\b", said[n + 1].text, re.I)
        )
    ):
        words = said[n + 1].text.strip(' “”"')
    headed = said[n - 1].text if n and len(said[n - 1].text.split()) <= LONGEST_HEAD else ""
    amendment = bool(_AMENDS.search(f"{headed} {match.groupdict().get('what') or ''} {rest[:80]}"))
    return Proposal(
        n,
        match["mover"],
        match["seconder"] if "seconder" in match.groupdict() else "",
        words,
        amendment,
        bool(_PROCEDURAL.search(words)),
        said[n].at,
        below,
        limbs=limbs,
    )


def _list_below(said: Sequence[Statement], n: int) -> tuple[int, ...]:
    """The paragraphs of the counted list that stands right below a sentence, by their indexes."""
    found: list[int] = []
    for one in said[n + 1 :]:
        if one.mark in ("", "bullet"):
            break
        if not found or one.at != found[-1]:
            found.append(one.at)
    return tuple(found)


def _by_counts(said: Sequence[Statement], n: int) -> tuple[str, str] | None:
    """What the count of a vote says became of a proposal, where no word behind it does."""
    if not COUNTED.match(said[n].text) or any(_result(one.text) for one in said[n : n + 2 + COUNTS_WITHIN]):
        return None
    # "For: 3. Against: 5." are sentences of their own
    match = COUNTED.match(" ".join(one.text.rstrip(".") for one in said[n : n + 1 + COUNTS_WITHIN]))
    if match is None:
        return None
    return "", "carried" if int(match["ayes"]) > int(match["noes"] or 0) else "lost"


def _result(text: str) -> tuple[str, str] | None:
    """Of what a sentence says what became ("amendment", "motion", ""), and what; None where it says nothing of the sort."""
    if not _FATE_WORD.search(text):
        return None
    text = _COUNTS.sub("", text)
    for shape in _RESULTS:
        if match := shape.search(text):
            return (match["what"] or "").lower(), match["fate"].lower()
    return None
