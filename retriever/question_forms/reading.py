"""Reading: all that the wording of a question says, read once; what it names is for the vocabulary to know."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from indexer.forms.words import MONTHS
from retriever.question_forms.answers import ANSWERS
from retriever.question_forms.decisions import DECISIONS, TALK
from retriever.question_forms.form import Ask
from retriever.question_forms.kinds import KINDS, QuestionKind
from retriever.question_forms.lists import LISTS, OUTCOMES
from retriever.question_forms.things import (
    COUNCIL,
    MORE,
    NAME,
    OWNER,
    SHORT,
    SIDE,
    SOUGHT,
    SUBJECT,
    TOPIC,
    before_auxiliary,
)
from retriever.words import content_words, fold, stem, words

OF_A_YEAR = 4  # digits
TOPIC_LENGTH = 3  # words; what is no longer and no question names a topic: "potholes", "library opening hours"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a question's wording asks for.

    `kind` is the sort of answer, `form` the form that it takes ("sum", "date", "person" ...; "" for any), `asks` what
    else is asked for. `sought` are the words for the thing counted, rated, paid or held; `topic` is the matter named at
    its end, `topic_is_one` where it has "a" in front; `subject` is what an explanation is wanted of. `outcome` and
    `side` are those that a list is to be of; `more` are the words after the first question, where it goes on to
    another. `names` are words with capitals inside it, `councils` councils in small letters, `shorts` short forms in
    capitals, `owners` who may have to do something, `times` the months and years that it names. `stems` are those of
    its content words in order; `left` has, for some of what it asks for, the words that do not merely ask for it.
    """

    kind: QuestionKind
    form: str
    asks: frozenset[Ask]
    sought: tuple[str, ...]
    topic: str
    topic_is_one: bool
    subject: str
    outcome: str
    side: str
    more: tuple[str, ...]
    names: tuple[str, ...]
    councils: tuple[str, ...]
    shorts: tuple[str, ...]
    owners: tuple[str, ...]
    times: frozenset[str]
    stems: tuple[str, ...]
    folded: str
    left: Mapping[Ask, tuple[str, ...]]

    def besides(self, ask: Ask) -> tuple[str, ...]:
        """The words that do not merely ask for this list, nor for anything if it is not asked for."""
        return self.left.get(ask, ())


@lru_cache(maxsize=512)
def read(text: str) -> Reading:
    """What a question says, by its wording alone; kept for the questions asked last."""
    found = [form for form in (*LISTS, *DECISIONS) if form.pattern.search(text)]
    topic, subject = TOPIC.search(text), SUBJECT.search(text)
    sought = next((match for form in SOUGHT if (match := form.search(text))), None)
    _, *more = MORE.split(text, maxsplit=1)
    return Reading(
        kind=kind_of(text),
        form=next((form.name for form in ANSWERS if form.pattern.search(text)), ""),
        asks=frozenset(Ask(form.name) for form in found) | _talk(text),
        sought=tuple(content_words(before_auxiliary(sought[1]))) if sought else (),
        topic=topic["topic"].strip() if topic else "",
        topic_is_one=bool(topic and topic["one"]),
        subject=subject["named"].strip() if subject else "",
        outcome=_outcome(text),
        side=_side(text),
        more=tuple(content_words(" ".join(more))),
        names=tuple(NAME.findall(text)),
        councils=tuple(COUNCIL.findall(text)),
        shorts=tuple(dict.fromkeys(SHORT.findall(text))),
        owners=tuple(OWNER.findall(text)),
        times=frozenset(
            word for word in words(text) if word in MONTHS.split("|") or (word.isdigit() and len(word) == OF_A_YEAR)
        ),
        stems=tuple(stem(word) for word in content_words(text)),
        folded=fold(text),
        left=MappingProxyType({Ask(form.name): form.besides(text) for form in found}),
    )


def kind_of(text: str) -> QuestionKind:
    """The kind of answer that a question's form asks for; a fact where no form is known, an overview of a topic."""
    folded = text.lower().strip()
    for form in KINDS:
        if form.pattern.search(folded):
            return QuestionKind(form.name)
    return QuestionKind.OVERVIEW if len(words(text)) <= TOPIC_LENGTH else QuestionKind.FACT


def _talk(text: str) -> frozenset[Ask]:
    """Whether the whole of it is thanks, a greeting, a call for help."""
    plain = " ".join(re.sub(r"[^a-z' ]+", " ", text.lower().replace("’", "'")).split())
    return frozenset([Ask(form.name) for form in TALK if form.pattern.fullmatch(plain)][:1])


def _outcome(text: str) -> str:
    """The outcome that a list of decisions is to be of, "" for none."""
    found = next((form.pattern.search(text) for form in LISTS if form.name is Ask.OUTCOME), None)
    if found is None:
        return ""
    return next(name for name, form in OUTCOMES.items() if re.fullmatch(form, found["outcome"], re.IGNORECASE))


def _side(text: str) -> str:
    """The side of a vote that is asked about: "for", "against", "abstained" or ""."""
    found = SIDE.search(text)
    if found is None:
        return ""
    return "abstained" if found["abstained"] else "against" if found["side"].lower() in ("against", "no") else "for"
