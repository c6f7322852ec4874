"""Acronyms: the short forms of the papers, each with what it stands for and the page that spells it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from app.answers.answer import Citation
from app.answers.documents import Heading, Item
from app.answers.sources import Sources
from indexer.findings.acronyms import Acronym

MOST_ACRONYMS = 24


def acronyms_of(acronyms: Iterable[Acronym], sources: Sources) -> Iterator[Heading | Item]:
    """The acronyms spelt out most often, each with its most frequent long form."""
    spelt: dict[str, Counter[str]] = {}
    where: dict[tuple[str, str], Citation] = {}
    for one in acronyms:
        spelt.setdefault(one.short, Counter())[one.long] += 1
        if (one.short, one.long) not in where and (citation := _spelt_out(one, sources)):
            where[one.short, one.long] = citation
    found = [(short, longs.most_common(1)[0][0]) for short, longs in spelt.items()]
    # "HRA" is a housing account in ninety papers and a human resources agency in one.
    most = sorted(found, key=lambda pair: -spelt[pair[0]][pair[1]])[:MOST_ACRONYMS]
    proved = sorted(pair for pair in most if pair in where)
    if proved:
        yield Heading("Acronyms")
    for short, long in proved:
        yield Item(short, long, (where[short, long],))


def _spelt_out(one: Acronym, sources: Sources) -> Citation | None:
    """The place where an acronym is spelt out: on its page, or on the one before, where its passage begins."""
    # A passage that begins on page 3 may spell a name out there and have its bracket on page 4.
    before = one.page - 1 if one.page and one.page > 1 else one.page
    return sources.cited(one.section, one.long, one.page) or sources.cited(one.section, one.long, before)
