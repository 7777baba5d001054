"""The sixth page in the reading view: what was written comes back, is put on paper, and returns."""

import io
import re

import pytest
from docx import Document
from playwright.sync_api import expect

from helpers.journal import Journal, Prompt
from tests.browser.conftest import opened
from tests.browser.seen import kept, violations, width_at

pytestmark = pytest.mark.browser

MEANING = Prompt("start.meaning", 1, "What does it mean to you?", "start")
MISSING = Prompt("start.missing", 1, "What would be missing?", "start")
SEAL = Prompt("start.missing_seal", 1, "When this was sealed", "start")
ORDER = Prompt("methods.order", 1, "What do you ask for first?", "methods")


@pytest.fixture(scope="module")
def journal(kit):
    journal = Journal.open(kit.journal)
    journal.write(MEANING, "To lead is to set targets.")
    journal.write(MISSING, "Nobody would ask for results.")
    journal.write_result(SEAL, {"sealed": "2026-03-02", "opened": None})
    journal.write(ORDER, "I ask for a date <and a name>.")
    return journal


@pytest.fixture(scope="module")
def page(journal, kit, reader):
    walked = opened(reader, kit.page("06-my-statement"))
    walked.get_by_text("I ask for a date <and a name>.").wait_for()
    yield walked
    walked.close()


def row(page, words):
    return page.get_by_role("listitem").filter(has_text=words).first


def test_a_tick_is_kept_and_the_keyboard_stays_on_it(kit, page):
    tick = row(page, "I ask for a date").get_by_role("checkbox", name=re.compile("Take this along"))
    tick.focus()
    page.keyboard.press("Space")
    expect(tick).to_be_checked()
    expect(tick).to_be_focused()
    assert kept(kit, "statement.picked", '["methods.order"]')


def test_the_first_definition_is_shown_only_after_todays(page):
    page.get_by_role("button", name="Show my first words").click()
    expect(page.get_by_text("Write today's answer first")).to_be_visible()
    page.get_by_label("What is leading for improvement, as you see it today?").fill("To ask.")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Show my first words").click()
    expect(page.get_by_text("To lead is to set targets.")).to_be_visible()


def test_what_was_sealed_is_opened_by_the_readers_own_press(page, journal):
    expect(page.get_by_text("Nobody would ask for results.")).to_have_count(0)
    page.get_by_role("button", name="Open what I sealed").click()
    expect(page.get_by_text("First write in this box")).to_be_visible()
    page.get_by_label("What would be missing if nobody did this, as you see").fill("An ear.")
    page.get_by_role("button", name="Open what I sealed").click()
    expect(page.get_by_text("Nobody would ask for results.")).to_be_visible()
    assert journal.latest_result("start.missing_seal")["opened"]


def test_one_page_is_seen_at_once_and_taken_as_word(page):
    seen = page.get_by_role("textbox", name=re.compile("How will others see it"))
    seen.fill("You will see me wait.")
    paper = page.locator(".kit-paper").first
    expect(paper).to_contain_text("You will see me wait.")
    with page.expect_download() as coming:
        page.get_by_role("button", name="One page in Word").click()
    document = Document(io.BytesIO(coming.value.path().read_bytes()))
    assert "You will see me wait." in [paragraph.text for paragraph in document.paragraphs]
    assert document.core_properties.language == "en-GB"


def test_a_piece_of_the_draft_is_moved_with_the_keyboard(page):
    page.get_by_role("button", name=re.compile("A draft article")).click()
    down = page.get_by_role("button", name=re.compile(r"Move down\s*: What do you ask"))
    down.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text(re.compile("now stands under “What I now think"))).to_be_visible()
    expect(down).to_be_focused()


def test_a_file_from_a_co_writer_is_listed_and_taken(kit, page, journal):
    page.get_by_role("button", name=re.compile("A file from a co-writer")).click()
    with page.expect_download() as coming:
        page.get_by_role("button", name="Copy for a co-writer, as Markdown").click()
    text = coming.value.path().read_text("utf-8").replace("a date", "an honest date")
    page.get_by_label("Bring the file back").set_input_files(
        {"name": "back.md", "mimeType": "text/markdown", "buffer": text.encode()}
    )
    page.get_by_label(re.compile("adds “an honest”|“a” becomes “an honest”")).check()
    page.get_by_role("button", name="Keep what I ticked").click()
    expect(page.get_by_text(re.compile("Your earlier words are in the history"))).to_be_visible()
    words = "I ask for an honest date <and a name>."
    assert kept(kit, "statement.article.methods.order", words)
    assert journal.latest("methods.order").value == "I ask for a date <and a name>."


def test_a_broken_file_is_named_and_harms_nothing(page):
    page.get_by_label("Bring the file back").set_input_files(
        {"name": "back.docx", "mimeType": "application/zip", "buffer": b"PK\x03\x04 broken"}
    )
    expect(page.get_by_text(re.compile("'back.docx' is damaged"))).to_be_visible()


def test_a_narrow_page_does_not_scroll_sideways(page):
    assert width_at(page, 320) <= 320


def test_everything_on_it_can_be_used_with_a_screen_reader(page):
    assert violations(page, options={}) == []
