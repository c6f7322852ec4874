"""Acronyms: the short forms of the papers, each with what it stands for and the page that spells it out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from app.answers.answer import Citation
from app.answers.documents import Heading, Item
from app.answers.sources import Sources
from corpus.papers import Meeting
from indexer.findings.acronyms import Acronym
from indexer.linking.matters.subjects import stems_of
from indexer.sections.section import Section

MOST_ACRONYMS = 24

JOINING = frozenset(("and", "of", "for", "the", "in", "to"))
"""Words that one paper has in a long form, and another leaves out or prints as a sign."""


def acronyms_of(
    acronyms: Iterable[Acronym], is_own: Callable[[Section], bool], sources: Sources
) -> Iterator[Heading | Item]:
    """The acronyms that papers of one's own spell out most often, each with all that it stands for anywhere.

    Where it stands for several things, each says whose papers have it so.
    """
    known = list(acronyms)
    own = Counter(one.short for one in known if is_own(one.section))
    most = sorted(short for short, _ in own.most_common(MOST_ACRONYMS))
    senses = ((short, _senses([one for one in known if one.short == short])) for short in most)
    items = [item for short, found in senses for item in _items(short, found, is_own, sources)]
    if items:
        yield Heading("Acronyms")
    yield from items


def _senses(spelt: Iterable[Acronym]) -> list[list[Acronym]]:
    """The places where an acronym is spelt out, by what it stands for there."""
    found: dict[frozenset[str], list[Acronym]] = defaultdict(list)
    for one in spelt:
        # "Integrated Care Boards" and "the Integrated Care Board" are one thing
        found[frozenset(stems_of(one.long)) - JOINING].append(one)
    return list(found.values())


def _items(
    short: str, senses: Sequence[Sequence[Acronym]], is_own: Callable[[Section], bool], sources: Sources
) -> Iterator[Item]:
    """A row for each thing that an acronym stands for, one's own and the most frequent first."""
    with_council = len({one.section.meeting.organisation for same in senses for one in same}) > 1
    ordered = sorted(senses, key=lambda same: (not any(is_own(one.section) for one in same), -len(same)))
    for same in ordered:
        whose = f" ({_whose(same, with_council=with_council)})" if len(senses) > 1 else ""
        if citation := _proof(same, sources):
            yield Item(short, f"{' '.join(citation.quote.split())}{whose}", (citation,))


def _proof(same: Sequence[Acronym], sources: Sources) -> Citation | None:
    """The most frequent long form of one sense on its page."""
    long = Counter(one.long for one in same).most_common(1)[0][0]
    return next(filter(None, (_spelt_out(one, sources) for one in same if one.long == long)), None)


def _whose(same: Iterable[Acronym], *, with_council: bool) -> str:
    """The committees whose papers have an acronym in one sense."""
    return ", ".join(dict.fromkeys(_body(one.section.meeting, with_council=with_council) for one in same))


def _body(meeting: Meeting, *, with_council: bool) -> str:
    return ", ".join(filter(None, (meeting.organisation if with_council or not meeting.body else "", meeting.body)))


def _spelt_out(one: Acronym, sources: Sources) -> Citation | None:
    """The place where an acronym is spelt out: on its page, or on the one before, where its passage begins."""
    # A passage that begins on page 3 may spell a name out there and have its bracket on page 4.
    before = one.page - 1 if one.page and one.page > 1 else one.page
    return sources.cited(one.section, one.long, one.page) or sources.cited(one.section, one.long, before)
