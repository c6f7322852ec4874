from dataclasses import replace
from datetime import date

from app.compose.evidence import Evidence
from app.compose.records import Records
from app.compose.traces.trace import ROOM, trace
from app.compose.wording import Draft
from corpus.papers import Meeting, Paper
from indexer.minutes import Decision
from indexer.passages import Passage
from indexer.recommendations import Recommendation
from indexer.sections import Section, SectionKind
from retriever.questions import understand
from retriever.register import Proposal, Ruling
from retriever.search import Hit
from retriever.vocabulary import Vocabulary

WORDS = Vocabulary([], {}, passages=100)
NOTHING = Records()
ASKED = "How did the flood wall develop?"
MARCH, MAY, JULY = date(2024, 3, 4), date(2024, 5, 6), date(2024, 7, 8)


def section(day: date, kind: SectionKind = SectionKind.MINUTES, body: str = "Cabinet") -> Section:
    title = "Flood wall" if kind is SectionKind.REPORT else ""
    return Section(Paper(f"{day}{kind}.pdf", "0" * 64, 1, 1), kind, Meeting("Wexbridge", body, day), title=title)


def said(sentence: str, of: Section, score: float = 1.0) -> Evidence:
    passage = Passage(of, sentence, sentence, item="12", title="Flood wall")
    return Evidence(sentence, passage, score, coverage=1.0)


def ruling(of: Section, *limbs: tuple[str, str], title: str = "Flood wall") -> Ruling:
    return Ruling(of, "12", title, tuple(Decision(of, None, "12", title, text, outcome) for text, outcome in limbs))


def composed(evidence: list[Evidence], records: Records = NOTHING, question: str = ASKED) -> Draft:
    hits = [Hit(piece.passage, 1.0) for piece in evidence]
    asked = understand(question, vocabulary=WORDS)
    draft = trace(asked, evidence, hits=hits, records=records, rarity=WORDS.rarity)
    assert draft is not None
    return draft


def leads(draft: Draft) -> list[str]:
    return [statement.text for statement in draft.statements if statement.text]


TOLD = said("The engineer told members that the flood wall had cracked.", section(MARCH))
LATER = section(MAY)
BUILT = ruling(LATER, ("that the flood wall be built at once.", "approved"))


def test_the_oldest_step_comes_first_with_its_day_and_its_kind() -> None:
    later = said("RESOLVED that the flood wall be built as designed.", section(MAY), 2.0)
    first = said("Members are recommended to design a flood wall.", section(MARCH, SectionKind.REPORT))
    assert leads(composed([later, first]))[:2] == [
        "4 March 2024, Wexbridge Cabinet – recommended (report, item 12):",
        "6 May 2024 – decided (minute 12):",
    ]


def test_at_one_meeting_the_report_stands_before_the_minutes() -> None:
    minuted = said("RESOLVED that the flood wall be built as designed.", section(MAY), 2.0)
    reported = said("A flood wall of two metres would keep the brook out.", section(MAY, SectionKind.REPORT))
    assert leads(composed([minuted, reported])) == [
        "6 May 2024, Wexbridge Cabinet – reported (report, item 12):",
        "Same meeting – decided (minute 12):",
    ]


def test_a_ruling_on_the_matter_is_a_step_though_the_search_did_not_find_it() -> None:
    draft = composed([TOLD], Records(rulings=(BUILT,), sections=(LATER,)))
    assert leads(draft)[1] == "6 May 2024 – decided (minute 12):"
    assert [s.evidence.sentence for s in draft.statements if s.evidence][1] == "that the flood wall be built at once."


def test_a_ruling_on_something_else_is_no_step() -> None:
    trees = ruling(LATER, ("that the street trees be felled at once.", "approved"), title="Street trees")
    assert len(leads(composed([TOLD], Records(rulings=(trees,), sections=(LATER,))))) == 1


def test_a_deferral_is_called_one() -> None:
    put_off = ruling(LATER, ("that the flood wall be deferred to the autumn.", "deferred"))
    assert leads(composed([TOLD], Records(rulings=(put_off,), sections=(LATER,))))[1] == "6 May 2024 – deferred (minute 12):"


def test_what_was_recommended_is_a_step_where_no_ruling_on_it_is_held() -> None:
    report = section(JULY, SectionKind.REPORT)
    asked = Proposal(report, (Recommendation(report, "1", "that the flood wall be raised by a metre."),))
    draft = composed([TOLD], Records(proposals=(asked,), sections=(report,)))
    assert leads(draft)[1:] == [
        "8 July 2024 – recommended (report):",
        "No minutes of the Cabinet of 8 July 2024 are held.",
    ]


def test_what_was_recommended_gives_way_to_the_ruling_on_it() -> None:
    report = section(MAY, SectionKind.REPORT)
    asked = Proposal(report, (Recommendation(report, "1", "that the flood wall be raised by a metre."),))
    held = Records(rulings=(BUILT,), proposals=(asked,), sections=(LATER, report))
    assert leads(composed([TOLD], held))[1:] == ["6 May 2024 – decided (minute 12):"]


def test_a_later_figure_for_the_same_thing_is_set_beside_the_earlier() -> None:
    before = said("The estimate for the stone of the flood wall is £684,000.", section(MARCH, SectionKind.REPORT))
    after = said("The estimate for the stone of the flood wall is £731,000.", section(MAY, SectionKind.REPORT))
    held = Records(sections=(section(MARCH), section(MAY)))
    draft = composed([before, after], held)
    first, then = draft.statements[-2:]
    assert (first.text, then.text, then.joins) == (
        "Figures that differ – report of 4 March 2024:",
        "report of 6 May 2024:",
        True,
    )


def test_a_report_that_was_asked_for_is_reported_back() -> None:
    asked = ruling(
        section(MARCH), ("that a survey of the foundations and drainage of the flood wall be submitted.", "requested")
    )
    brought = said("Members were told of the survey: the flood wall has sound foundations and needs new stone.", LATER)
    held = Records(rulings=(asked,), sections=(section(MARCH), LATER))
    assert leads(composed([brought], held)) == [
        "4 March 2024, Wexbridge Cabinet – asked for (minute 12):",
        "6 May 2024 – reported back (minute 12):",
    ]


def test_what_nobody_can_read_by_itself_is_no_step() -> None:
    assert len(composed([TOLD, said("and the flood wall", LATER)]).statements) == 1


def test_the_whole_answer_keeps_to_its_room() -> None:
    days = [date(2024, month, 1) for month in range(1, 13)]
    long = "that the flood wall at mile {} be raised by a metre, and that the stone be brought from the old quarry, " * 2
    held = tuple(ruling(section(day), (long.format(n, n), "approved")) for n, day in enumerate(days))
    draft = composed([TOLD], Records(rulings=held))
    assert sum(len(s.text) + len(s.evidence.sentence if s.evidence else "") for s in draft.statements) <= ROOM


def test_nothing_to_quote_is_no_trace() -> None:
    asked = understand(ASKED, vocabulary=WORDS)
    unread = [said("and the flood wall", LATER)]
    assert trace(asked, unread, hits=[Hit(unread[0].passage, 1.0)], records=Records(), rarity=WORDS.rarity) is None


def test_another_council_has_no_part_in_it() -> None:
    elsewhere = replace(LATER, meeting=replace(LATER.meeting, organisation="Otterham"))
    other = ruling(elsewhere, ("that the flood wall be built at once.", "approved"))
    assert len(leads(composed([TOLD], Records(rulings=(other,), sections=(elsewhere,))))) == 1


def test_a_minute_is_a_step_where_the_report_before_it_was_on_the_matter() -> None:
    report = replace(section(MAY, SectionKind.REPORT), title="Works to the flood wall: tender")
    asked = Proposal(report, (Recommendation(report, "1", "that the flood wall be raised by a metre."),))
    minute = ruling(LATER, ("that the lowest price be accepted.", "approved"), title="Works to the wall: tender")
    held = Records(rulings=(minute,), proposals=(asked,), sections=(LATER, report))
    assert leads(composed([TOLD], held))[1:] == ["6 May 2024 – decided (minute 12):"]


def test_a_figure_that_one_paper_gives_is_no_course() -> None:
    asked = understand("How many stones did the flood wall need since March?", vocabulary=WORDS)
    told = said("The flood wall needed 340 stones from the old quarry.", LATER)
    assert trace(asked, [told], hits=[Hit(told.passage, 1.0)], records=NOTHING, rarity=WORDS.rarity) is None
