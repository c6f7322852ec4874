"""Minutes of every shape, put together from what minutes consist of and from what they should not hold: no rule fails.

BOARD_PAPERS_GENERATED_MINUTES says how many; `make fuzz` makes many, and those are new each time.
"""

from __future__ import annotations

import os
import time
from itertools import pairwise

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from corpus.papers import Paper
from indexer.reading.pages import Page, PageState, Reading
from indexer.understanding import understood, with_findings

MINUTES = int(os.environ.get("BOARD_PAPERS_GENERATED_MINUTES", "120"))
LONGEST = 20.0  # seconds for a paper of a few pages, on a busy machine

BODY = st.sampled_from(
    ("HARBOUR COMMITTEE", "Cabinet", "Full Council", "Licensing Sub-Committee", "Pwyllgor Cynllunio")
)
DAY = st.sampled_from(
    ("Monday, 4 March 2019", "4th March 2019", "04/03/2019", "31 February 2019", "March", "2019-03-04")
)
NAME = st.sampled_from(
    "Councillor Una Thole|Cllr. I. Kerr|Mr O'Dwyer-Ffrench|Cllr Mrs Ann Moss (Vice-Chair)|The Chair|Ivo Kerr OBE|A B".split(
        "|"
    )
)
THING = st.sampled_from(
    "the lamp on the north mole|a lease of the Net Loft|the dues for 2018/19|planning application 24/00096/FUL|item 7|it".split(
        "|"
    )
)
MONEY = st.one_of(
    st.integers(0, 10**9).map("£{:,}".format), st.sampled_from(("£1.2m", "£", "£4.5 million", "£12k", "10%"))
)
NUMBER = st.one_of(
    *(
        st.integers(0, 999).map(form.format)
        for form in ("{}.", "{}", "({})", "{}/19", "C{}", "{}.1", "Item {}:", "MINUTE {}")
    ),
    st.sampled_from(("a)", "(iv)", "A1.", "•", "-", "1.1.1.1", "[")),
)
VERB = st.sampled_from(
    "be approved|be noted|be deferred to the next meeting|be not approved|be referred to Cabinet|be delegated to the Clerk".split(
        "|"
    )
)
LEAD = st.sampled_from(
    "RESOLVED that |RESOLVED: |Resolved - That |AGREED to |IT WAS RESOLVED (5 votes to 3) that |RECOMMENDED that |Decision: "
    "|That |ORDERED, that |PENDERFYNWYD |The motion was carried: |Proposed by Cllr Kerr, seconded by Cllr Moss: ".split(
        "|"
    )
)
VOTE = st.sampled_from(
    "For: 12, Against: 3, Abstain: 1|Voting: unanimous|FOR - Cllrs Kerr, Moss (2)|The motion was lost by 4 votes to 5"
    "|For: Against: |On being put to the vote, 7:7, the Chair gave a casting vote|Carried nem. con.|AYES: KERR NOES: NONE".split(
        "|"
    )
)
HEADING = st.sampled_from(
    "Apologies for absence|Declarations of interest|Minutes of the last meeting|Any other business|EXEMPT ITEMS|Date of next "
    "meeting|PART II - NOT FOR PUBLICATION|Recommendations|Reason for decision|Background|ACTION LOG|Appendix A|Contents".split(
        "|"
    )
)
ODD = st.one_of(
    st.text(max_size=80),
    st.sampled_from(
        ("", " ", "\u202e\u200b\ufeff", "." * 300, "A " * 400, "(" * 200, "12 " * 300, "x" * 5_000, "\t\t|\t|")
    ),
    st.sampled_from(
        ("RESOLVED", "that", "Page 7 of 6", "7", "-" * 90, "______", "1. 2. 3. 4.", "“”", "£ £ £", "a;b;c;" * 60)
    ),
)
ROW = st.lists(
    st.one_of(MONEY, st.sampled_from(("Dues", "2018-19", "-", "n/a", "Quay", "Total"))), min_size=2, max_size=7
).map((" " * 12).join)
LINE = st.one_of(
    st.builds("{} {}".format, NUMBER, HEADING),
    st.builds("{} {}{} {} at {}.".format, NUMBER, LEAD, THING, VERB, MONEY),
    st.builds("{}{} {}".format, LEAD, THING, VERB),
    st.builds("{} said that {} would cost {}.".format, NAME, THING, MONEY),
    st.builds("{} declared an interest in {} and left the room.".format, NAME, THING),
    st.builds("ACTION: {} to report on {} by {}.".format, NAME, THING, DAY),
    st.builds("Present: {}, {} and {}".format, NAME, NAME, NAME),
    st.builds("Apologies: {}".format, NAME),
    st.builds("MINUTES of a meeting of the {} held on {} at 6.30 pm".format, BODY, DAY),
    st.builds("Report of: {}\nSubject: {}".format, NAME, THING),
    st.builds("The {} Improvement Society (NIS)".format, BODY),
    *(BODY, DAY, NAME, HEADING, VOTE, ROW, ODD, NUMBER),
)


@given(
    st.lists(LINE, min_size=1, max_size=70),
    st.sets(st.integers(1, 70), max_size=6),
    st.booleans(),
    st.sampled_from(("minutes.pdf", "2019-03-04 Printed minutes.pdf", "agenda pack.pdf", "x.txt")),
)
@settings(
    max_examples=MINUTES,
    derandomize="BOARD_PAPERS_GENERATED_MINUTES" not in os.environ,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
def test_no_rule_fails_over_minutes_of_any_shape(lines: list[str], turns: set[int], headed: bool, name: str) -> None:
    if headed:
        lines = ["WHARFSIDE TOWN COUNCIL", "HARBOUR COMMITTEE", "Minutes of the meeting held on 4 March 2019", *lines]
    cuts = [0, *sorted(turn for turn in turns if turn < len(lines)), len(lines)]
    texts = ["\n".join(lines[first:last]) for first, last in pairwise(cuts)]
    if name.endswith(".txt"):
        pages: tuple[Page, ...] = (Page(None, "\n".join(texts), PageState.TEXT),)
    else:
        pages = tuple(Page(number, text, PageState.TEXT) for number, text in enumerate(texts, 1))
    started = time.monotonic()
    held, passages, found = with_findings(understood(Paper(name, "0" * 64, 1, 0), Reading(pages), ()))
    assert held.reading.problem == ""
    assert time.monotonic() - started < LONGEST
    event("decisions" if found.decisions else "no decision")
    printed = [page.number for page in pages]
    whole = bare("\n".join(page.text for page in pages))
    for passage in passages:
        assert passage.page in printed
        missing = [word for word in passage.text.split() if bare(word) not in whole]
        assert missing == [], (missing, texts)


def bare(text: str) -> str:
    """The letters and digits of a text alone: wraps and marks of a page do not matter."""
    return "".join(letter for letter in text if letter.isalnum())
