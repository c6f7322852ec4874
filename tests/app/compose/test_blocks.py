from datetime import date

from app.compose.blocks import IN_FRONT, WHOLE, all_that_is_said, as_closest, blocks, closest
from app.compose.wording import Draft
from corpus.papers import Meeting, Paper
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind
from retriever.questions import understand
from retriever.search import Hit
from retriever.vocabulary import Vocabulary

WORDS = Vocabulary([], {}, passages=200, holding=lambda _: 5)
MEETING = Meeting("Wexbridge District Council", "Cabinet", date(2024, 3, 4))
SECTION = Section(Paper("a.pdf", "0" * 64, 1, 1), SectionKind.REPORT, MEETING)
NOISE = "The harbour was busy in the summer months and many boats came in. " * 3
ANSWER = "The lamps on North Quay will cost £41,000 a year to light."


def hits(*texts: str) -> list[Hit]:
    return [Hit(Passage(SECTION, text, text, 1, 1), 1.0 - n / 20) for n, text in enumerate(texts)]


def drafted(question: str, *texts: str) -> Draft:
    asked, found = understand(question, vocabulary=WORDS), hits(*texts)
    draft = blocks(asked, found, rarity=WORDS.rarity, following=lambda _: ())
    assert draft is not None
    return draft


def quotes(draft: Draft) -> list[str]:
    return [said.evidence.sentence for said in draft.statements if said.evidence]


def test_the_stretch_with_the_words_of_the_question_stands_in_front() -> None:
    found = quotes(drafted("What will the lamps on North Quay cost?", f"{NOISE}{ANSWER}", NOISE))
    assert ANSWER in found[0][:IN_FRONT]
    assert len(found[0]) <= WHOLE


def test_of_two_papers_alike_the_latest_answers_how_things_stand() -> None:
    def minutes(day: date, said: str) -> Hit:
        section = Section(SECTION.paper, SectionKind.MINUTES, Meeting("Wexbridge District Council", "Cabinet", day))
        return Hit(Passage(section, said, said, 1, 1), 1.0 if day.year == 2019 else 0.95)

    old = minutes(date(2019, 5, 2), "The sum in the lamp fund is £410.")
    new = minutes(date(2024, 5, 2), "The sum in the lamp fund is £975.")
    for question, answer in (
        ("How much is in the lamp fund?", "£975"),
        ("How much was in the lamp fund?", "£410"),
    ):
        draft = blocks(understand(question, vocabulary=WORDS), [old, new], rarity=WORDS.rarity, following=lambda _: ())
        assert draft is not None
        assert answer in quotes(draft)[0]


def test_a_stretch_does_not_end_where_a_list_is_announced() -> None:
    text = f"{ANSWER} The quay is lit at these hours:\nfrom four in the afternoon to ten at night in the winter months, {NOISE}"
    found = quotes(drafted("What will the lamps on North Quay cost?", text))
    assert not any(quote.endswith(":") for quote in found)


def test_every_block_is_one_stretch_of_its_passage() -> None:
    text = f"{NOISE}{ANSWER} They were bought in May. {NOISE}"
    for quote in quotes(drafted("What will the lamps on North Quay cost?", text)):
        assert " ".join(quote.split()) in text


def test_nothing_is_said_twice() -> None:
    found = quotes(drafted("What will the lamps on North Quay cost?", ANSWER, f"{ANSWER} They are old."))
    assert sum(ANSWER in quote for quote in found) == 1


def test_the_council_is_named_in_front_where_papers_of_several_were_found() -> None:
    other = Section(SECTION.paper, SectionKind.REPORT, Meeting("Marlham Town Council", "Cabinet", date(2024, 5, 6)))
    found = [*hits(ANSWER), Hit(Passage(other, NOISE, NOISE, 1, 1), 0.5)]
    asked = understand("What will the lamps on North Quay cost?", vocabulary=WORDS)
    draft = blocks(asked, found, rarity=WORDS.rarity, following=lambda _: ())
    assert draft is not None
    assert draft.statements[0].text == "Wexbridge District Council Cabinet report, 4 March 2024:"


def test_the_passage_goes_on_to_its_end_and_what_stood_before_comes_second() -> None:
    found = quotes(
        drafted(
            "What will the lamps on North Quay cost?", f"The ferry sails at noon. {NOISE}{NOISE}{ANSWER} They are old."
        )
    )
    assert found[0].endswith("They are old.")
    assert found[1].startswith("The ferry sails at noon.")


def test_what_is_decided_at_the_end_of_an_item_stands_behind_its_discussion() -> None:
    asked, found = understand("What was decided about the lamps on North Quay?", vocabulary=WORDS), hits(ANSWER)
    end = Passage(SECTION, "RESOLVED that the posts be painted.", "", 1, 1, ordinal=1)
    draft = blocks(asked, found, rarity=WORDS.rarity, following=lambda _: [end])
    assert draft is not None
    assert quotes(draft)[1] == "RESOLVED that the posts be painted."


def test_a_passage_of_the_time_asked_about_stands_in_front_of_one_that_fits_better() -> None:
    def minutes(day: date, said: str) -> Hit:
        section = Section(SECTION.paper, SectionKind.MINUTES, Meeting("Wexbridge District Council", "Cabinet", day))
        return Hit(Passage(section, said, said, 1, 1), 1.0)

    old = minutes(date(2019, 5, 2), "The lamps on North Quay and the posts on North Quay were praised.")
    new = minutes(date(2024, 5, 2), "Lamps were praised.")
    asked = understand("Which lamps on North Quay were praised in May 2024?", vocabulary=WORDS)
    draft = blocks(asked, [old, new], rarity=WORDS.rarity, following=lambda _: ())
    assert draft is not None
    assert quotes(draft)[0] == "Lamps were praised."


def test_what_is_said_of_a_matter_is_found_whatever_is_asked_of_it() -> None:
    asked = understand("When will the lamps on North Quay be lit?", vocabulary=WORDS)
    said = all_that_is_said(asked, hits(NOISE, "The lamps on North Quay are old."), WORDS.rarity)
    assert said is not None
    assert said.sentence == "The lamps on North Quay are old."
    assert all_that_is_said(asked, hits(NOISE), WORDS.rarity) is None


def test_without_a_passage_there_is_none() -> None:
    assert blocks(understand("lamps", vocabulary=WORDS), [], rarity=WORDS.rarity, following=lambda _: ()) is None


def test_where_nothing_can_be_proved_the_closest_passages_are_called_that() -> None:
    draft = closest(understand("lamps on North Quay", vocabulary=WORDS), hits(ANSWER, NOISE))
    assert draft.statements[0].text.startswith("The passages closest to your question.")
    assert quotes(draft)[0] == ANSWER


def test_a_sentence_that_gives_the_sum_with_its_matter_goes_before_many_of_the_words() -> None:
    many = "The yearly cost of the lamps on North Quay and of the quay was asked about in June 2023, as was North Pier."
    few = f"{NOISE}To light the lamps on the quay takes £41,000 a year. {NOISE}"
    found = quotes(drafted("What is the yearly cost of the lamps on North Quay?", few, f"{many} {NOISE}"))
    assert "£41,000" in found[0]


def test_a_heading_that_is_a_passage_of_its_own_stands_for_what_follows_it() -> None:
    heading, names = hits("Lamp awards", "Una Ash, Ben Elm and Kit Rowan were given their lamps in the Tide Room.")
    asked = understand("Who was given lamp awards?", vocabulary=WORDS)
    draft = blocks(
        asked,
        [heading],
        rarity=WORDS.rarity,
        following=lambda passage: [names.passage] if passage is heading.passage else [],
    )
    assert draft is not None
    assert "Kit Rowan" in quotes(draft)[0]


def test_where_a_decision_is_asked_for_minutes_go_before_the_papers_of_their_meeting() -> None:
    report = hits("The board is asked to agree that the closure of North Quay be extended to May.")[0]
    section = Section(
        SECTION.paper, SectionKind.MINUTES, Meeting("Wexbridge District Council", "Board", MEETING.held_on)
    )
    said = "The closure of North Quay was not extended; the board will decide in June."
    minutes = Hit(Passage(section, said, said, 1, 1), 0.8)
    asked = understand("Did the board extend the closure of North Quay?", vocabulary=WORDS)
    draft = blocks(asked, [report, minutes], rarity=WORDS.rarity, following=lambda _: ())
    assert draft is not None
    assert quotes(draft)[0] == said


def test_passages_that_may_be_beside_the_point_say_so() -> None:
    draft = drafted("What will the lamps on North Quay cost?", ANSWER)
    assert as_closest(draft, alone=True).statements[0].text == "Closest we found (Cabinet report, 4 March 2024):"
    opened = as_closest(draft, alone=False).statements
    assert (opened[0].text, opened[1:]) == ("The closest we found:", draft.statements)
