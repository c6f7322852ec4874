"""What acronyms stand for, each in the sentence that spells it out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from app.compose.evidence import Evidence, stretch
from app.compose.records import Records
from app.compose.wording import Statement
from indexer.items.sentences import sentences
from indexer.passages.passage import Passage
from indexer.sections.section import Section
from retriever.question_forms import Ask
from retriever.questions import Question
from retriever.register import elsewhere
from retriever.search import Hit

PAPERS_READ = 3  # of a body, in which its name is looked for
ENOUGH = 200  # characters: a longer sentence is quoted only where no shorter one spells the acronym out


def abbreviations(question: Question, hits: Sequence[Hit], records: Records) -> list[Statement]:
    """Each acronym of the question in the sentence that spells it out, the papers found first."""
    if Ask.ABBREVIATION not in question.reading.asks:
        return []
    statements = []
    for short in question.reading.shorts:
        if found := _spelt(short, question, hits, records):
            statements.append(Statement(f"{short} stands for {found[0]}:", found[1]))
        elif quote := _explained(short, [hit.passage for hit in hits]):
            statements.append(Statement(f"{short}:", quote))
        else:
            statements += _of_bodies(short, question, records)
    return statements


def short_of(name: str) -> str:
    """The first letters of the words of a name that have a capital: OSC for Overview and Scrutiny Committee."""
    return "".join(word[0] for word in name.replace("-", " ").split() if word[:1].isupper())


def _of_bodies(short: str, question: Question, records: Records) -> Iterator[Statement]:
    """The bodies and councils with these initials, each quoted from its papers; they may be what is meant."""
    named: dict[str, list[Section]] = {}
    for section in records.sections:
        for name in (section.meeting.body, section.meeting.organisation):
            if short_of(name) == short and not elsewhere(question, section):
                named.setdefault(name, []).append(section)
    for name, sections in named.items():
        quotes = (_naming(name, passage) for one in sections[:PAPERS_READ] for passage in records.passages_of(one))
        if quote := next(filter(None, quotes), None):
            yield Statement(
                f"We found no place that spells {short} out. It may be the {name}, which has these initials:", quote
            )


def _naming(body: str, passage: Passage) -> Evidence | None:
    """The line of a passage that has the name of a body, whatever its capitals."""
    line = next((line for line in passage.text.splitlines() if body.casefold() in line.casefold()), None)
    return Evidence(line.strip(), passage, score=0.0, coverage=1.0) if line else None


def _spelt(short: str, question: Question, hits: Sequence[Hit], records: Records) -> tuple[str, Evidence] | None:
    """The long form by the records, with the sentence that gives it."""
    near = {hit.passage.section: n for n, hit in reversed(list(enumerate(hits)))}
    spelt = [a for a in records.acronyms if a.short == short and not elsewhere(question, a.section)]
    for acronym in sorted(spelt, key=lambda a: near.get(a.section, len(hits))):
        passages = [h.passage for h in hits if h.passage.section == acronym.section]
        last = acronym.long.split()[-1]
        if quote := _saying((*passages, *records.passages_of(acronym.section)), f"({short}", last):
            return acronym.long, quote
    return None


def _explained(short: str, passages: Iterable[Passage]) -> Evidence | None:
    """The sentence that has the acronym beside its long form: "MASH (Multi Agency Safeguarding Hub)"."""
    spelt = re.compile(rf"\b{re.escape(short)} \([^)]*[a-z]{{3}}[^)]* [^)]+\)")
    for passage in passages:
        if quote := stretch(passage, lambda line: bool(spelt.search(line) or _has_long(short, line)), split=sentences):
            return quote
    return None


def _has_long(short: str, line: str) -> bool:
    """True where the words in front of a short form in brackets begin with its letters: "Tide Mill Fund (TMF)"."""
    before, bracket, _ = line.partition(f"({short})")
    return bool(bracket) and short_of(before).endswith(short)


def _saying(passages: Iterable[Passage], *words: str) -> Evidence | None:
    """The first sentence that holds all of these words, a short one before a long one."""
    found = [
        Evidence(sentence, passage, score=0.0, coverage=1.0)
        for passage in passages
        for sentence in sentences(passage.text)
        if all(word in sentence for word in words)
    ]
    return min(found, key=lambda quote: len(quote.sentence) > ENOUGH, default=None)
