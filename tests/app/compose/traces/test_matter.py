from app.compose.traces.matter import Matter, matter_of
from app.compose.traces.windows import shortened
from corpus.papers import Meeting, Paper
from indexer.passages.passage import Passage
from indexer.sections.section import Section, SectionKind
from retriever.questions import understand
from retriever.vocabulary import Vocabulary

SECTION = Section(Paper("a.pdf", "0" * 64, 1, 1), SectionKind.MINUTES, Meeting("Wexbridge", "Flood Board"))
TEXT = "The otter brook wall and the flood board; a petition."


def matter(question: str, text: str = TEXT) -> Matter:
    asked = understand(question, vocabulary=Vocabulary([], {}, passages=100))
    return matter_of(asked, rarity=lambda _: 1.0, bodies=["Flood Board"], found=[Passage(SECTION, text, text)])


def test_words_that_only_ask_for_a_course_are_no_part_of_the_matter() -> None:
    assert set(matter("Give me every step of the brook matter in March 2024.").weights) == {"brook"}


def test_a_word_that_no_passage_found_holds_is_no_part_of_it() -> None:
    assert set(matter("How did the scandalous wall develop?").weights) == {"wall"}


def test_two_words_side_by_side_name_it() -> None:
    asked = matter("What happened to the otter brook petition?")
    assert asked.named_in("OTTER BROOK: progress")
    assert not asked.named_in("The brook and its otters")


def test_the_name_of_a_body_does_not() -> None:
    assert not matter("What did the flood board petition become?").named_in("Minutes of the Flood Board")


LONG = (
    "Members heard at length of the weather and of the season; that the otter brook wall be raised by two metres, "
    "and that the work be done by the summer."
)


def test_a_long_sentence_is_cut_to_the_clauses_that_say_most() -> None:
    asked = matter("What happened to the otter brook wall?")
    assert shortened(LONG, 60, asked) == "that the otter brook wall be raised by two metres,"


def test_a_sentence_that_fits_stays_whole() -> None:
    assert shortened(LONG, 200, matter("What happened to the wall?")) == LONG


def test_a_condition_is_never_cut_off() -> None:
    kept = "That the otter brook wall be raised unless the county pays for a new one of its own"
    assert shortened(kept, 50, matter("What happened to the wall?")) == ""
