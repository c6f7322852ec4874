"""Decisions: the register as a table - search it, open a decision, count, download."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from app.answers.answer import Citation
from app.answers.escaping import plain, readable, visible
from app.answers.filters import Filters
from app.answers.phrases import figured
from app.answers.wording import day, joined, short_day
from app.connect.service import decision_id
from app.exports import to_csv, to_excel
from app.matters.register import Criteria, Entry, Result, is_routine, outcomes_of, results_a_year, selected
from app.matters.research import Research
from app.views.parts.chart import chart
from app.views.parts.downloads import offer_tables, recorded
from app.views.parts.rows import choice, cut, filter_row, page_of, turning
from app.views.parts.source import close_button, show_source
from app.views.session.address import home_on_page
from app.views.session.choices import put_in_address, take_from_address
from app.views.session.desk import Desk
from app.views.session.opened import Reading, beside
from app.views.session.serving import trace_link
from app.views.widgets.announcer import announce
from app.views.widgets.table import show_table
from corpus.errors import WrongInput
from indexer.sections.section import Section

PAGE = 25
"""Decisions shown at once: few enough to scan, and light enough for a tablet."""

LONGEST = 300
"""Characters of a decision in the table; opening the row shows all of it."""

PARAMETERS = ("text", "person", "organisation", "body", "outcome", "since", "until", "routine")
"""What the address of the page can name."""

DECISION = "decision"
"""The parameter of the address that names one decision."""

COLUMNS = ("Decision", "Date", "Committee", "Outcome", "Wording")


def decisions_page(desk: Desk) -> None:
    """Draws the page."""
    assistant = desk.assistant()
    research, reading = assistant.research, Reading("decisions")
    held = research.register()
    st.title("Decisions", anchor=False)
    st.markdown("Decisions from minutes and signed records. Recommendations are not included.")
    take_from_address("decisions", PARAMETERS)
    criteria, everything = _criteria(desk, held)
    fitting = selected(held, criteria)
    found = fitting if everything else [one for one in fitting if not is_routine(one.decision)]
    _begin_again(criteria, everything)
    _summary(desk, found, len(fitting) - len(found), held)
    if not found:
        st.markdown("No decisions match. Remove a word or a filter.")
        announce("Nothing found.")
        return
    _chart(found)
    _open_named(held, research, reading)
    with beside("decisions") as right:
        _table(found, research, reading)
        if reading.opened:
            with right:
                _opened(desk, held, research, reading)
    if reading.opened:
        announce("The decision is open, with its page.", source=reading.mark)
    else:
        announce(f"{figured(len(found), 'decision')}.")


def _begin_again(criteria: Criteria, everything: bool) -> None:
    """Goes back to the first page when the search changes: otherwise the newest decisions would be missed."""
    if st.session_state.get("decisions-criteria") != (criteria, everything):
        st.session_state["decisions-criteria"] = (criteria, everything)
        st.session_state["decisions-page"] = 0


def _criteria(desk: Desk, held: Sequence[Entry]) -> tuple[Criteria, bool]:
    """What to search for, and whether routine decisions are wanted too.

    Without the dates, and with a message, while the first date is after the second.
    """
    assistant = desk.assistant()
    with filter_row("decisions", PARAMETERS):
        text = st.text_input("Words in title or decision", key="decisions-text", max_chars=200)
        person = st.text_input("Member or officer named", key="decisions-person", max_chars=80)
        organisation = choice("Organisation", assistant.organisations(), "decisions-organisation")
        body = choice("Committee", assistant.bodies(organisation), "decisions-body")
        outcome = choice("Outcome", outcomes_of(held), "decisions-outcome")
        since = st.date_input("Meetings from", value=None, format="DD/MM/YYYY", key="decisions-since")
        until = st.date_input("Meetings to", value=None, format="DD/MM/YYYY", key="decisions-until")
    everything = st.checkbox("Include routine decisions", key="decisions-routine")
    chosen = (text, person, organisation, body, outcome, since, until, everything)
    put_in_address("decisions", dict(zip(PARAMETERS, chosen, strict=True)))
    named = Filters(organisation=organisation, body=body)
    try:
        filters = replace(named, since=since, until=until)
    except WrongInput as problem:
        st.error(plain(str(problem)), icon=":material/error:")
        filters = named
    return Criteria(filters, text, outcome, person), everything


def _summary(desk: Desk, found: Sequence[Entry], routine: int, held: Sequence[Entry]) -> None:
    sources = desk.assistant().research.sources

    def sections() -> list[Section]:
        return [one.decision.section for one in found]

    left_out = f"; {routine:,} that only confirm minutes or order the meeting are left out" if routine else ""
    offer_tables(
        f"{len(found):,} of {figured(len(held), 'decision')}{left_out}",
        "decisions",
        recorded(desk, partial(to_csv, found, sources), sections),
        recorded(desk, partial(to_excel, found, sources), sections),
        empty=not found,
    )


def _chart(found: Sequence[Entry]) -> None:
    """Counts a year by what became of things, drawn with a few colours, and the same as a table."""
    counts = results_a_year(found)
    if not counts:
        return
    shown = [one for one in Result if any(year[one] for year in counts.values())]
    bars = _bars(counts, shown)
    st.vega_lite_chart(chart(bars, [one.value for one in shown]), key="decisions-chart", height=60 + 46 * len(counts))
    with st.expander("The same figures as a table", icon=":material/table_rows:"):
        rows = [[str(year), *(str(by[one]) for one in shown), str(by.total())] for year, by in counts.items()]
        columns = ["Year", *(one.value for one in shown), "All"]
        show_table("Decisions each year, by outcome", columns, rows, key="decisions-counts")


def _bars(counts: Mapping[int, Counter[Result]], shown: Sequence[Result]) -> list[dict[str, str | int]]:
    """One bar for each year and outcome that it had."""
    return [
        {"year": str(year), "result": one.value, "order": n, "decisions": by[one], "label": str(by[one])}
        for year, by in counts.items()
        for n, one in enumerate(shown)
        if by[one]
    ]


def _table(found: Sequence[Entry], research: Research, reading: Reading) -> None:
    number, last = page_of(len(found), "decisions-page", PAGE)
    shown = found[number * PAGE : (number + 1) * PAGE]

    def open_row(row: int) -> None:
        entry = shown[row]
        citation = research.sources.of_decision(entry.decision)
        if citation is not None:
            reading.open(_name(entry), replace(citation, number=1))

    names = [_name(entry) for entry in shown]
    show_table(
        f"Decisions {number * PAGE + 1} to {number * PAGE + len(shown)} of {len(found)}, newest first",
        COLUMNS,
        [_row(entry) for entry in shown],
        key="decisions-table",
        selected=reading.row_of(names),
        on_open=open_row,
    )
    turning(number, last, "decisions-page", "controls-turning")


def _row(entry: Entry) -> list[str]:
    decision = entry.decision
    wording = visible(decision.text)
    title = visible(joined(decision.item.rstrip("."), decision.title)) or "Without a title"
    meeting = decision.section.meeting
    where = visible(meeting.body or meeting.organisation)
    return [title, short_day(meeting.held_on), where, decision.outcome, cut(wording, LONGEST)]


def _name(entry: Entry) -> str:
    """A name for the row that stays the same when the filters change."""
    decision = entry.decision
    return "|".join((decision.section.paper.file, str(decision.page), decision.item, decision.text[:80]))


def _opened(desk: Desk, held: Sequence[Entry], research: Research, reading: Reading) -> None:
    """Shows all we have on the open decision, then the page of the minutes."""
    opened = reading.opened
    entry = next((one for one in held if opened and _name(one) == opened.button), None)
    if entry is not None:
        with st.container(key="opened"):
            close_button(reading)
            _facts(entry)
            _share(desk, entry)
            _matter(entry, research)
            _answered(entry, research, reading)
    show_source(desk, reading)


def _open_named(held: Sequence[Entry], research: Research, reading: Reading) -> None:
    """Opens the decision that the address names, once, for whoever came by its link."""
    named = str(st.query_params.get(DECISION, ""))
    if not named or named == st.session_state.get("decisions-named"):
        return
    st.session_state["decisions-named"] = named
    entry = next((one for one in held if decision_id(one.decision) == named), None)
    citation = research.sources.of_decision(entry.decision) if entry else None
    if entry and citation:
        reading.close()
        reading.open(_name(entry), replace(citation, number=1))


def _share(desk: Desk, entry: Entry) -> None:
    """Shows the address of the decision, which stays while its meeting, item and words do."""
    with st.popover("Share", icon=":material/link:", type="tertiary", key="share-decision"):
        st.text("This link opens the decision:")
        link = f"{home_on_page(desk)}/decisions?{DECISION}={decision_id(entry.decision)}"
        st.code(link, language=None, wrap_lines=True)


def _facts(entry: Entry) -> None:
    decision = entry.decision
    meeting = decision.section.meeting
    st.subheader("The decision", anchor=False)
    with st.container(key="strong-decision"):
        st.text(readable(joined(meeting.organisation, meeting.body, day(meeting.held_on))))
    st.text(readable(decision.text))
    facts = (
        ("Outcome", decision.outcome),
        ("Motion", decision.motion),
        ("Moved by", decision.mover),
        ("Seconded by", decision.seconder),
        ("Votes", decision.votes),
        ("Delegated to", decision.delegated_to),
        ("Also printed in", "; ".join(entry.copies)),
    )
    for label, value in facts:
        if value:
            st.text(f"{label}: {readable(value)}")


def _matter(entry: Entry, research: Research) -> None:
    """Draws the link to everything that happened on the matter of a decision, where it has one."""
    if matter := research.matter_at(entry.decision.section, entry.decision.item):
        st.link_button(plain(f"Trace {matter.title}"), trace_link(matter.address), icon=":material/timeline:")


def _answered(entry: Entry, research: Research, reading: Reading) -> None:
    """The recommendations under this item: what happened to each, its source, and a button that opens its page."""
    fates = research.answered(entry)
    st.markdown("**What was recommended under this item**")
    if not fates:
        st.text("We have no report recommending this.")
    for number, fate in enumerate(fates, 2):
        asked = fate.recommendation
        label = research.sources.label(asked.section, asked.section.item, asked.page)
        st.text(readable(f"{asked.number} {asked.text}".strip()))
        with st.container(key=f"quiet-fate-{number}"):
            st.text(visible(f"{fate.kind.value.capitalize()}. {label}"))
        citation = research.sources.cited(asked.section, asked.text, asked.page, item=asked.section.item)
        if citation is not None:
            named = f"Show recommendation {asked.number}".strip()
            where = f"{named} on page {citation.page}" if citation.page else named
            _page_button(where, replace(citation, number=number), reading)
    decided = research.sources.of_decision(entry.decision)
    if decided is not None and reading.opened and reading.opened.citation.number > 1:
        _page_button("Back to the page of the decision", replace(decided, number=1), reading)


def _page_button(label: str, citation: Citation, reading: Reading) -> None:
    """Draws the button that shows another page for the open row."""

    def show() -> None:
        reading.change(lambda now: replace(now, citation=citation, page=citation.page))

    icon = ":material/description:"
    st.button(plain(label), icon=icon, key=f"show-{citation.number}", on_click=show, type="tertiary")
