from dataclasses import replace
from datetime import date

from app.compose.evidence import Evidence
from app.compose.records import Records
from app.compose.traces.matter import Matter
from app.compose.traces.stages import stages_of
from app.compose.traces.trace import ROOM, trace
from app.compose.wording import Draft
from corpus.papers import Meeting, Paper
from indexer.findings.actions import Action
from indexer.findings.minutes import Decision
from indexer.findings.recommendations import Recommendation
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind
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


def test_how_far_it_has_come_stands_first_then_the_steps_from_the_oldest() -> None:
    later = said("RESOLVED that the flood wall be built as designed.", section(MAY), 2.0)
    first = said("Members are recommended to design a flood wall.", section(MARCH, SectionKind.REPORT))
    assert leads(composed([later, first]))[:2] == [
        "Latest: 6 May 2024, Wexbridge Cabinet – decided (minute 12):",
        "4 March 2024, Wexbridge Cabinet – recommended (report, item 12):",
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
    assert leads(draft)[0] == "Latest: 6 May 2024, Wexbridge Cabinet – decided (minute 12):"
    assert next(s.evidence.sentence for s in draft.statements if s.evidence) == "that the flood wall be built at once."


def test_a_ruling_on_something_else_is_no_step() -> None:
    trees = ruling(LATER, ("that the street trees be felled at once.", "approved"), title="Street trees")
    assert len(leads(composed([TOLD], Records(rulings=(trees,), sections=(LATER,))))) == 1


def test_a_deferral_is_called_one() -> None:
    put_off = ruling(LATER, ("that the flood wall be deferred to the autumn.", "deferred"))
    assert (
        leads(composed([TOLD], Records(rulings=(put_off,), sections=(LATER,))))[0]
        == "Latest: 6 May 2024, Wexbridge Cabinet – deferred (minute 12):"
    )


def test_what_was_recommended_is_a_step_where_no_ruling_on_it_is_held() -> None:
    report = section(JULY, SectionKind.REPORT)
    asked = Proposal(report, (Recommendation(report, "1", "that the flood wall be raised by a metre."),))
    draft = composed([TOLD], Records(proposals=(asked,), sections=(report,)))
    assert leads(draft) == [
        "Latest: 8 July 2024, Wexbridge Cabinet – recommended (report):",
        "4 March 2024, Wexbridge Cabinet – reported (minute 12):",
        "We have no minutes of the Cabinet of 8 July 2024.",
    ]


def test_what_was_recommended_gives_way_to_the_ruling_on_it() -> None:
    report = section(MAY, SectionKind.REPORT)
    asked = Proposal(report, (Recommendation(report, "1", "that the flood wall be raised by a metre."),))
    held = Records(rulings=(BUILT,), proposals=(asked,), sections=(LATER, report))
    assert leads(composed([TOLD], held))[:-1] == ["Latest: 6 May 2024, Wexbridge Cabinet – decided (minute 12):"]


def test_a_later_figure_for_the_same_thing_is_set_beside_the_earlier() -> None:
    before = said("The estimate for the stone of the flood wall is £684,000.", section(MARCH, SectionKind.REPORT))
    after = said("The estimate for the stone of the flood wall is £731,000.", section(MAY, SectionKind.REPORT))
    held = Records(sections=(section(MARCH), section(MAY)))
    draft = composed([before, after], held)
    first, then = draft.statements[-2:]
    assert (first.text, then.text, then.joins) == (
        "Figures that differ – report of 4 March 2024:",
        "report of 6 May 2024 (£47,000 more):",
        True,
    )


def test_a_report_that_was_asked_for_is_reported_back() -> None:
    asked = ruling(
        section(MARCH), ("that a survey of the foundations and drainage of the flood wall be submitted.", "requested")
    )
    brought = said("Members were told of the survey: the flood wall has sound foundations and needs new stone.", LATER)
    held = Records(rulings=(asked,), sections=(section(MARCH), LATER))
    assert leads(composed([brought], held)) == [
        "Latest: 6 May 2024, Wexbridge Cabinet – reported back (minute 12):",
        "4 March 2024, Wexbridge Cabinet – asked for (minute 12):",
    ]


def test_a_report_that_recommends_what_was_asked_for_is_reported_back_too() -> None:
    asked = ruling(section(MARCH), ("that the cost of the flood wall be reported in the autumn.", "requested"))
    brought = said(
        "Members are recommended to build the flood wall at a cost of £684,000.", section(MAY, SectionKind.REPORT)
    )
    draft = composed([brought], Records(rulings=(asked,), sections=(section(MARCH), section(MAY))))
    assert leads(draft)[0] == "Latest: 6 May 2024, Wexbridge Cabinet – reported back, recommended (report, item 12):"


def test_another_body_does_not_report_back_on_what_says_nothing_of_its_own() -> None:
    asked = ruling(section(MARCH), ("that a further report on the flood wall be submitted.", "requested"))
    other = said("The flood wall has sound foundations of old stone.", section(MAY, SectionKind.REPORT, body="Council"))
    draft = composed([other], Records(rulings=(asked,), sections=(section(MARCH), section(MAY, body="Council"))))
    assert leads(draft)[0] == "Latest: 6 May 2024, Wexbridge – reported (report, item 12):"


def sentences_of(section: Section, *texts: str, opens: int) -> list[Evidence]:
    passage = Passage(section, "\n".join(texts), "", item="12", title="Flood wall")
    return [Evidence(one, passage, 1.0, 1.0, order=n, opens=n == opens) for n, one in enumerate(texts)]


def test_a_line_that_opens_a_list_is_quoted_with_the_list() -> None:
    opening = "At its meeting in June the Cabinet went through the plans for the flood wall and approved:"
    pieces = sentences_of(
        section(JULY, SectionKind.REPORT), opening, "- a wall of two metres;", "- a new sluice.", opens=0
    )
    quotes = [s.evidence.sentence for s in composed(pieces).statements if s.evidence]
    assert quotes == [f"{opening}\n- a wall of two metres;\n- a new sluice."]


def test_a_line_that_is_no_sentence_and_gives_no_figure_is_no_step() -> None:
    heading = said("Our plan for the flood wall – Looking ahead", LATER)
    assert [s.evidence.sentence for s in composed([TOLD, heading]).statements if s.evidence] == [TOLD.sentence]


def test_the_row_of_an_action_log_is_quoted_whole() -> None:
    log = section(MAY, SectionKind.ACTION_LOG)
    text = "7\tCirculate the survey of the flood wall.\tJo Ash\tChased on 2 May. No answer yet\topen\n8\tBuy chairs."
    passage = Passage(log, text, text, item="5", title="Action log")
    first = text.split("\tJo")[0]
    action = Action(
        log, "Circulate the survey of the flood wall.", owner="Jo Ash", status="Chased on 2 May. No answer yet"
    )
    draft = composed([Evidence(first, passage, 1.0, 1.0)], Records(actions=(action,), sections=(log,)))
    assert [s.evidence.sentence for s in draft.statements if s.evidence] == [text.split("\n")[0]]


def test_what_a_body_is_asked_to_do_stands_in_the_report_found_first() -> None:
    report = replace(section(JULY, SectionKind.REPORT), title="Everybody safe")
    asked = Proposal(report, (Recommendation(report, "1", "that the vision for the coming ten years be agreed."),))
    found = Evidence("The flood wall is part of it.", Passage(report, "", "", title="Everybody safe"), 1.0, 1.0)
    question = "What did the Cabinet do about the flood wall in May, and what is it asked to do in July?"
    minuted = said("RESOLVED that the flood wall be built as designed.", section(MAY), 2.0)
    draft = composed([found, minuted], Records(proposals=(asked,), sections=(report,)), question)
    assert "that the vision for the coming ten years be agreed." in [
        s.evidence.sentence for s in draft.statements if s.evidence
    ]


def test_a_limb_without_a_word_of_the_matter_is_worth_far_less_than_one_that_names_it() -> None:
    off, on = (
        "that the ferry be painted by the harbour master.",
        "that the flood wall be painted by the harbour master.",
    )
    held = ruling(LATER, (off, "approved"), (on, "approved"), title="Paint")
    matter = Matter({"flood": 1.0, "wall": 1.0}, frozenset({("flood", "wall")}))
    hits = [Hit(Passage(LATER, on, on, item="12", title="Paint"), 1.0)]
    asked = understand(ASKED, vocabulary=WORDS)
    stages = stages_of(asked, [], matter=matter, hits=hits, records=Records(rulings=(held,)))
    scores = {stage.evidence.sentence: stage.evidence.score for stage in stages}
    assert scores[on] - scores[off] > 2.0


def test_sentences_of_another_council_have_no_part_in_it_where_the_best_found_are_of_one() -> None:
    other = replace(LATER, meeting=replace(LATER.meeting, organisation="Otterham"))
    near = [said(f"The flood wall cracked again at mile {n}.", section(MARCH), 5.0) for n in range(5)]
    draft = composed([*near, said("The flood wall of Otterham is sound in every part.", other)])
    assert not any("Otterham" in s.evidence.sentence for s in draft.statements if s.evidence)


def test_a_quote_that_does_not_fit_makes_way_for_a_shorter_one() -> None:
    text = "that the flood wall at mile {} be raised, and that stone be brought" + " from the old quarry" * 9 + "."
    reports = [section(date(2024, month, 1), SectionKind.REPORT) for month in range(1, 6)]
    asked = tuple(Proposal(one, (Recommendation(one, "1", text.format(n)),)) for n, one in enumerate(reports))
    short = said("The flood wall has cracked near the mill.", section(date(2024, 12, 1)), 0.0)
    draft = composed([TOLD, short], Records(proposals=asked, sections=tuple(reports)))
    assert short.sentence in [s.evidence.sentence for s in draft.statements if s.evidence]


def test_what_nobody_can_read_by_itself_is_no_step() -> None:
    assert len(composed([TOLD, said("and the flood wall", LATER)]).statements) == 1


def test_the_whole_answer_keeps_to_its_room() -> None:
    days = [date(2024, month, 1) for month in range(1, 13)]
    long = (
        "that the flood wall at mile {} be raised by a metre, and that the stone be brought from the old quarry, " * 2
    )
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
    assert leads(composed([TOLD], held))[:-1] == ["Latest: 6 May 2024, Wexbridge Cabinet – decided (minute 12):"]


def test_a_figure_that_one_paper_gives_is_no_course() -> None:
    asked = understand("How many stones did the flood wall need since March?", vocabulary=WORDS)
    told = said("The flood wall needed 340 stones from the old quarry.", LATER)
    assert trace(asked, [told], hits=[Hit(told.passage, 1.0)], records=NOTHING, rarity=WORDS.rarity) is None


def test_a_course_does_not_end_before_the_last_paper_that_was_found_on_it() -> None:
    asked = understand(ASKED, vocabulary=WORDS)
    new = said("The flood wall has been condemned.", LATER)
    hits = [Hit(TOLD.passage, 1.0), Hit(new.passage, 0.9)]
    draft = trace(asked, [TOLD], hits=hits, records=Records(), rarity=WORDS.rarity)
    assert draft is not None
    assert draft.statements[0].text.startswith("Latest: ")
    assert draft.statements[0].evidence is not None
    assert draft.statements[0].evidence.sentence == "The flood wall has been condemned."
