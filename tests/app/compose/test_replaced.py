from app.compose.evidence import Evidence
from app.compose.wording import Draft, Statement, with_replaced
from corpus.papers import Meeting, Paper
from indexer.sections.section import Section, SectionKind

OLD, NEW = (Section(Paper(file, "", 0, 0), SectionKind.REPORT, Meeting()) for file in ("old.pdf", "new.pdf"))


def test_a_quote_from_a_replaced_paper_says_so() -> None:
    draft = Draft(
        "fact",
        True,
        (
            Statement("Report, item 5:", Evidence.of(OLD, "412 households.", 1)),
            Statement("Report, item 5:", Evidence.of(NEW, "438 households.", 1)),
            Statement("", Evidence.of(OLD, "Four streets.", 1)),
            Statement("These were searched:"),
        ),
    )
    assert [said.text for said in with_replaced(draft, {OLD}).statements] == [
        "Report, item 5 – since replaced:",
        "Report, item 5:",
        "",
        "These were searched:",
    ]
