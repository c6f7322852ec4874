"""Made-up papers of councils that do not exist, for the tests of reading them."""

from __future__ import annotations

from corpus.papers import Paper
from indexer.reading.lines import Line
from indexer.reading.pages import Page, PageState, Reading
from indexer.sections.boundaries import SectionKind
from indexer.sections.section import Section, SectionText, understand

FRONT_SHEET = """MARROWDALE BOROUGH COUNCIL
AGENDA
HARBOUR COMMITTEE
Monday, 6 May 2019 at 6.30 pm
in the Tide Room, Quay House, Marrow
1. Apologies for absence
2. Declarations of interest
3. Minutes of the meeting held on 4 March 2019
4. Winter dredging – Head of Harbours
5. Ferry fares – Head of Ferries
6. Forward Plan"""

MINUTES = """MARROWDALE BOROUGH COUNCIL
HARBOUR COMMITTEE
Minutes of a meeting of the Harbour Committee held in the Tide Room on Monday, 4 March 2019.
Present: Councillor Una Thole (Chair), Councillor Ben Ashby and Councillor Ivo Kerr
In attendance: Peg Moss (Harbour Master)
20. Apologies for absence
Apologies were received from Councillor Ada Finch.
21. Declarations of interest
None.
22. Lamp on the north mole
Peg Moss said that the lamp had failed in two gales.
RESOLVED that the lamp on the north mole be replaced before the autumn.
23. Any other business
There was none."""

OLDER_MINUTES = """MARROWDALE BOROUGH COUNCIL
HARBOUR COMMITTEE
Minutes of a meeting of the Harbour Committee held in the Tide Room on Monday, 7 January 2019.
Present: Councillor Una Thole (Chair) and Councillor Ivo Kerr
10. Apologies for absence
None.
11. Moorings
RESOLVED that the waiting list for moorings be closed for a year.
12. Any other business
There was none."""

REPORT = """HARBOUR COMMITTEE
6 May 2019
Report of: Harbour Master
Subject: WINTER DREDGING
1. PURPOSE OF REPORT
1.1 To ask for a contract for dredging in the winter.
2. BACKGROUND
2.1 The channel has lost a fathom since the last contract ended.
3. RECOMMENDATIONS
3.1 That the contract be let for three winters.
3.2 That the Harbour Master report each spring on the depth of the channel.
4. CONTACT OFFICER
Peg Moss, Harbour Master"""

APPENDIX = """APPENDIX A

Soundings taken in the channel, fathoms below datum

North reach 3.1, middle reach 2.4, south reach 2.9, with the shoal off the slipway at little more than one."""

ACTION_LOG = """HARBOUR COMMITTEE ACTION LOG
No	Action	Owner	Due	Status
7	Ask the pilots about the lamp	Peg Moss	June	Open
8	Price a second buoy	Ivo Kerr	July	Done"""

FORWARD_PLAN = """HARBOUR COMMITTEE FORWARD PLAN
Meeting	Report	Lead officer
July 2019	Oyster beds	Harbour Master
September 2019	Ferry fares	Head of Ferries"""

PROPOSED = """MARROWDALE BOROUGH COUNCIL - PROPOSED RECORD OF DECISION
DECISION TO BE TAKEN BY:
Cabinet Member for Harbours
DECISION NO:
19/00012
Subject: New buoys
Decision:
As Cabinet Member I propose to:
(a) buy four buoys; and
(b) delegate their placing to the Harbour Master."""

SIGNED = """MARROWDALE BOROUGH COUNCIL
RECORD OF DECISION
Decision taken by: Councillor Ivo Kerr, Cabinet Member for Harbours
Decision number: 19/00012
Date of decision: 9 May 2019
Subject: New buoys
Decision:
As Cabinet Member I agree to:
(a) approve the purchase of four buoys; and
(b) delegate their placing to the Harbour Master.
Reasons for the decision: the old ones leak.
Signed: I. Kerr"""

KINDS = {
    MINUTES: SectionKind.MINUTES,
    OLDER_MINUTES: SectionKind.MINUTES,
    REPORT: SectionKind.REPORT,
    ACTION_LOG: SectionKind.ACTION_LOG,
    FORWARD_PLAN: SectionKind.FORWARD_PLAN,
    PROPOSED: SectionKind.PROPOSED_DECISION_RECORD,
    SIGNED: SectionKind.DECISION_RECORD,
}


def pdf(*pages: str) -> Reading:
    """A reading of a paper with these pages."""
    return Reading(tuple(Page(number, text, PageState.TEXT) for number, text in enumerate(pages, 1)))


def text_file(*parts: str) -> Reading:
    """A reading of a file without pages."""
    return Reading((Page(None, "\n\n\n".join(parts), PageState.TEXT),))


def sections(reading: Reading, file: str = "a.pdf") -> tuple[SectionText, ...]:
    """The sections of a paper."""
    return understand(Paper(file, "", 0, 0), reading)


def minutes_of(text: str, *, kind: SectionKind = SectionKind.MINUTES) -> SectionText:
    """A section of minutes from its text alone, as in a file without pages."""
    from corpus.papers import Meeting

    lines = tuple(Line(line.rstrip()) for line in text.strip().split("\n"))
    return SectionText(Section(Paper("a.txt", "", 0, 0), kind, Meeting(), "Minutes"), lines)
