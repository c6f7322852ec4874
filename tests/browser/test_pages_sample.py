"""The register, the course of an issue and a briefing over the sample papers, in a real browser."""

from __future__ import annotations

import csv
import io
import json
import re
from itertools import combinations
from pathlib import Path

import docx
import pypdfium2 as pdfium
import pytest

pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

from browsing import click, settled, source
from opening import ROWS, SLOW, TOPIC, Visit, asked, briefing, decisions, home, press, trace
from playwright.sync_api import Page, expect
from served import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Box = tuple[float, float, float, float]
"""Left, bottom, right and top of what is printed, in points."""


def saved(page: Page, button: str, folder: Path) -> Path:
    settled(page)
    with page.expect_download() as download:
        click(page.get_by_role("button", name=button))
    target = folder / download.value.suggested_filename
    download.value.save_as(target)
    return target


def test_a_decision_opens_by_keyboard_with_its_page_and_gives_the_focus_back(product: str, visit: Visit) -> None:
    page = decisions(product, visit)
    page.get_by_label("Words in title or decision").fill("supplementary estimate")
    page.keyboard.press("Enter")
    expect(page.locator(ROWS)).to_have_count(1)
    press(page, f"{ROWS} button")
    expect(page.get_by_text("What was recommended under this item")).to_be_visible()
    expect(page.locator(".st-key-source img")).to_have_attribute("alt", re.compile("supplementary estimate"))
    expect(page.locator(f"{ROWS} button")).to_be_focused()
    expect(page.locator(f"{ROWS} button")).to_have_attribute("aria-pressed", "true")
    press(page, ".st-key-close-source button")
    expect(page.locator(".st-key-source")).to_have_count(0)
    expect(page.locator(f"{ROWS} button")).to_be_focused()


def test_on_a_tablet_each_decision_that_is_opened_comes_into_sight(product: str, visit: Visit) -> None:
    page = decisions(product, visit, width=768, height=1024)
    for row in (1, 4):
        button = page.locator(f"{ROWS} button").nth(row)
        button.scroll_into_view_if_needed()
        click(button)
        expect(button).to_have_attribute("aria-pressed", "true")
        expect(page.get_by_role("heading", name="The decision")).to_be_in_viewport()
        expect(page.locator(".st-key-announcer [role=status]")).to_have_text("The decision is open, with its page.")
        expect(page.locator(".st-key-close-opened button")).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.locator(".st-key-source")).to_have_count(0)


def test_a_recommendation_opens_in_place_of_the_decision_that_answered_it(product: str, visit: Visit) -> None:
    page = decisions(product, visit)
    page.get_by_label("Words in title or decision").fill("supplementary estimate")
    page.keyboard.press("Enter")
    expect(page.locator(ROWS)).to_have_count(1)
    press(page, f"{ROWS} button")
    shown = page.locator(".st-key-source img")
    expect(shown).to_have_attribute("alt", re.compile("supplementary estimate"))
    minutes = shown.get_attribute("alt")
    asked = page.get_by_role("button", name=re.compile("^Show recommendation"))
    click(asked.first)
    expect(shown).not_to_have_attribute("alt", str(minutes))
    expect(page.locator(".st-key-source [data-testid=stCode]")).to_contain_text("Report, item")
    click(page.get_by_role("button", name="Back to the page of the decision"))
    expect(shown).to_have_attribute("alt", str(minutes))


def test_the_download_holds_exactly_what_is_filtered(product: str, visit: Visit, tmp_path: Path) -> None:
    page = decisions(product, visit)
    shown = page.locator(".st-key-controls-decisions").get_by_text(re.compile(r"of [\d,]+ decisions"))
    everything = shown.inner_text()
    page.get_by_label("Words in title or decision").fill(TOPIC)
    page.keyboard.press("Enter")
    expect(shown).not_to_have_text(everything)
    text = saved(page, "Download CSV", tmp_path).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert shown.inner_text().startswith(f"{len(rows)} of ")
    assert rows
    assert all("Kingsmill" in f"{row['Title']} {row['Decision']} {row['Motion']}".title() for row in rows)
    assert saved(page, "Download Excel", tmp_path).read_bytes().startswith(b"PK")


def test_the_counts_a_year_are_drawn_and_told_in_a_table(product: str, visit: Visit) -> None:
    page = decisions(product, visit)
    expect(page.locator("[data-testid=stVegaLiteChart] :is(canvas, svg)").first).to_be_visible()
    click(page.get_by_text("The same figures as a table").first)
    expect(page.locator(".st-key-decisions-counts table")).to_be_visible()
    total = page.locator(".st-key-decisions-counts tbody tr td:last-child").all_inner_texts()
    assert sum(map(int, total)) == int(page.locator(".st-key-controls-decisions").inner_text().split()[0])


def test_a_step_opens_its_page_and_the_chronology_is_one_click_away(product: str, visit: Visit, tmp_path: Path) -> None:
    page = trace(product, visit)
    names = page.locator(".bp-track button").evaluate_all("all => all.map(b => b.ariaLabel)")
    assert any(
        re.fullmatch(r"12 September 2023, Cabinet: deferred: Future of Kingsmill Baths.*", name) for name in names
    )
    assert len(names) == page.locator(".st-key-steps tbody tr").count()
    press(page, ".bp-track button[aria-label^='12 September 2023, Cabinet: deferred']")
    expect(page.locator(".st-key-source img")).to_have_attribute(
        "alt", re.compile("deferred until an intrusive survey")
    )
    word = docx.Document(str(saved(page, "Download Word", tmp_path)))
    text = "\n".join(paragraph.text for paragraph in word.paragraphs)
    cells = "\n".join(cell.text for table in word.tables for row in table.rows for cell in row.cells)
    assert "Deferred: Future of Kingsmill Baths" in cells
    assert "Cabinet, 12 September 2023, minute CAB 17, PDF page 2, printed page 2" in text


def test_a_matter_is_reached_in_two_clicks_without_typing_its_name_in_full(product: str, visit: Visit) -> None:
    page: Page = visit(f"{product}/trace")
    topic = page.get_by_role("combobox", name="Topic")
    expect(topic).to_be_visible(timeout=SLOW)
    settled(page)
    topic.click()
    topic.press_sequentially("kingsm")
    page.get_by_role("option", name=TOPIC, exact=True).click()
    expect(page.get_by_role("heading", name=TOPIC, exact=True)).to_be_visible(timeout=SLOW)
    expect(page.get_by_text("On 11 February 2025 the Cabinet agreed:")).to_be_visible()
    assert "matter=" in page.url


def test_enter_takes_the_first_matter_that_fits_what_is_typed(product: str, visit: Visit) -> None:
    page: Page = visit(f"{product}/trace")
    topic = page.get_by_role("combobox", name="Topic")
    expect(topic).to_be_visible(timeout=SLOW)
    settled(page)
    topic.press_sequentially("kingsm")
    expect(page.get_by_role("option").first).to_have_text(TOPIC)
    assert float(page.locator(".bp-finder").get_attribute("data-took") or 0) < 100
    topic.press("Enter")
    expect(page.get_by_role("heading", name=TOPIC, exact=True)).to_be_visible(timeout=SLOW)
    expect(topic).to_have_value(TOPIC)
    again: Page = visit(page.url)
    expect(again.get_by_role("combobox", name="Topic")).to_have_value(TOPIC, timeout=SLOW)


def test_a_row_that_is_pressed_stays_where_it_is_while_its_page_opens(product: str, visit: Visit) -> None:
    page = trace(product, visit)
    button = page.locator(".st-key-promises tbody tr:nth-child(2) button")
    button.scroll_into_view_if_needed()
    before = settled(page) and button.bounding_box()
    click(button)
    expect(page.locator(".st-key-source img")).to_be_visible()
    settled(page)
    assert button.bounding_box()["y"] == pytest.approx(before["y"], abs=3)  # type: ignore[index]
    click(page.get_by_role("button", name="Next source"))
    expect(page.locator(".st-key-source [data-testid=stCode]")).to_contain_text("28 January 2025")


def test_a_topic_is_still_there_after_another_page(product: str, visit: Visit) -> None:
    page = trace(product, visit)
    click(page.get_by_role("link", name="About"))
    expect(page.get_by_role("heading", name="About Board Papers")).to_be_visible()
    click(page.get_by_role("link", name="Trace an issue"))
    expect(page.get_by_role("combobox", name="Topic")).to_have_value(TOPIC)
    expect(page.locator(".bp-track button").first).to_be_visible()


def test_what_was_chosen_is_still_chosen_after_another_page(product: str, visit: Visit) -> None:
    page = briefing(product, visit)
    chosen = {}
    for link, name in (("Get up to speed", "Committee"), ("Ask", "Organisation"), ("Papers", "Committee")):
        click(page.get_by_role("link", name=link))
        click(page.get_by_role("combobox", name=name).first)
        option = page.get_by_role("option").last
        chosen[link] = name, option.inner_text()
        click(option)
        expect(page.get_by_role("combobox", name=name).first).to_have_value(chosen[link][1])
    for link, (name, value) in chosen.items():
        click(page.get_by_role("link", name=link))
        expect(page.get_by_role("combobox", name=name).first).to_have_value(value)


def test_a_briefing_is_printed_without_its_controls(product: str, visit: Visit, tmp_path: Path) -> None:
    page = briefing(product, visit)
    press(page, ".st-key-words-briefing .bp-cite")
    expect(page.locator(".st-key-source img")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Download Word")).to_be_hidden()
    expect(page.get_by_role("heading", name="Acronyms")).to_be_visible()
    page.emulate_media(media="screen")
    assert saved(page, "Download Word", tmp_path).read_bytes().startswith(b"PK")


def test_a_decision_that_lies_open_is_printed_whole_and_nothing_over_anything(product: str, visit: Visit) -> None:
    page = decisions(product, visit)
    press(page, f"{ROWS} button")
    expect(page.locator(".st-key-source img")).to_be_visible()
    text, overlaid = printed(settled(page).pdf(format="A4"))
    for words in ("Decisions 1 to 25 of", "What was recommended under this item", "Citation to copy"):
        assert words in text
    assert "Close" not in text
    assert overlaid == []


def printed(content: bytes) -> tuple[str, list[str]]:
    """The words of a printed document, and those that stand over others."""
    words, overlaid = "", []
    with pdfium.PdfDocument(content) as document:
        for leaf in document:
            text = leaf.get_textpage()
            words += text.get_text_range()
            boxes = [text.get_rect(number) for number in range(text.count_rects())]
            overlaid += [text.get_text_bounded(*one) for one, other in combinations(boxes, 2) if _covers(one, other)]
    return words, overlaid


def _covers(one: Box, other: Box) -> bool:
    """True where a good part of one box lies over the other; lines may touch."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    along = min(one[3], other[3]) - max(one[1], other[1])
    return across > 2 and along > 0.4 * min(one[3] - one[1], other[3] - other[1])


def test_from_the_first_page_to_a_meeting_to_its_page_to_a_matter(product: str, visit: Visit) -> None:
    page = home(product, visit)
    assert page.title() == "Ask - Board Papers"
    click(page.get_by_role("link", name="Cabinet, 11 February 2025"))
    press(page, ".st-key-meeting-business tbody tr:nth-child(2) button")
    expect(page.locator(".st-key-source img")).to_be_visible()
    assert page.title() == "Cabinet, 11 Feb 2025 - Board Papers"
    address = page.url
    click(page.get_by_role("link", name=re.compile("See all that happened")))
    page.wait_for_url("**/trace?matter=*")
    page.goto(address)
    expect(page.get_by_role("heading", name="Cabinet, 11 February 2025")).to_be_visible()


def test_the_address_of_decisions_keeps_what_was_chosen(product: str, visit: Visit) -> None:
    page = decisions(product, visit)
    page.get_by_label("Words in title or decision").fill("baths")
    page.keyboard.press("Enter")
    page.wait_for_url("**text=baths")
    click(page.get_by_text("Include routine decisions"))
    page.wait_for_url("**routine=yes")
    again: Page = visit(page.url)
    expect(again.get_by_label("Words in title or decision")).to_have_value("baths", timeout=SLOW)
    expect(again.get_by_role("checkbox")).to_be_checked()
    click(again.get_by_text("Include routine decisions"))
    expect(again.get_by_role("checkbox")).not_to_be_checked()


def test_what_is_withheld_is_on_none_of_the_pages(product: str, visit: Visit) -> None:
    rows = (ROOT / "tests" / "expected" / "sample" / "exempt.jsonl").read_text(encoding="utf-8").splitlines()
    page = decisions(product, visit)
    page.get_by_label("Words in title or decision").fill("exempt")
    files = {json.loads(row)["file"] for row in rows}
    assert files
    assert not any(file in page.content() for file in files)


def test_another_filter_begins_with_the_newest_decisions(product: str, visit: Visit) -> None:
    page = decisions(product, visit)
    click(page.get_by_role("button", name="Older"))
    expect(page.get_by_text(re.compile("^Decisions 26 to 50 of "))).to_be_visible()
    total = page.locator(".st-key-controls-decisions").inner_text().split()[0]
    settled(page).get_by_label("Words in title or decision").fill("baths")
    page.get_by_label("Words in title or decision").press("Enter")
    expect(page.locator(".st-key-controls-decisions")).not_to_contain_text(f"{total} of {total} ")
    expect(page.get_by_text(re.compile("^Decisions 1 to "))).to_be_visible()


def test_on_a_telephone_the_filters_stand_behind_one_button(product: str, visit: Visit) -> None:
    page = decisions(product, visit, width=390)
    field, button = page.get_by_label("Words in title or decision"), page.get_by_role("button", name="Filters (0)")
    expect(field).not_to_be_visible()
    click(button)
    settled(page)
    expect(field).to_be_visible()
    field.fill("baths")
    field.press("Enter")
    click(page.get_by_role("button", name="Filters (1)"))
    expect(field).not_to_be_visible()
    wide = decisions(product, visit)
    expect(wide.get_by_label("Words in title or decision")).to_be_visible()
    expect(wide.get_by_role("button", name="Filters (0)")).not_to_be_visible()


def test_a_source_that_opens_leaves_the_question_of_its_answer_in_sight(product: str, visit: Visit) -> None:
    page = asked("What was decided about Kingsmill Baths?", product, visit)
    question = page.locator(".st-key-question-0")
    for number in (1, 3):
        click(source(page, number=number))
        expect(page.locator(".st-key-source img")).to_be_visible()
        settled(page)
        box = question.bounding_box()
        assert box
        assert box["y"] >= 60
        expect(source(page, number=number)).to_be_in_viewport()
        click(page.locator(".st-key-close-source button"))
        settled(page)


def test_a_topic_is_offered_while_it_is_typed_in_a_briefing(product: str, visit: Visit) -> None:
    page = briefing(product, visit)
    click(page.get_by_text("A topic", exact=True))
    topic = page.get_by_role("combobox", name="Topic")
    expect(topic).to_be_visible()
    settled(page)
    topic.press_sequentially("kings")
    expect(page.get_by_role("option").first).to_have_text(TOPIC)
    topic.press("Enter")
    expect(page.get_by_role("heading", name=re.compile(f"^Briefing.*{TOPIC}"))).to_be_visible(timeout=SLOW)
