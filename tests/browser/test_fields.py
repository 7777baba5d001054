"""Under a box: what may point to a person, what stood there before, and the way back."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from helpers.journal import Journal
from helpers.page import words
from tests.browser.conftest import opened
from tests.browser.seen import kept, violations, width_at

pytestmark = pytest.mark.browser
APRIL, MAY = "Your email in April", "Your email in May"
THEN = "Please tell me what you changed on Willow."
NOW = "Please tell me what got in the way on Willow."
NAMED = "Ask Mrs Smith 🙂 (999 000 0018)."  # a number from the range that is given to nobody


@pytest.fixture(scope="module")
def page(kit, reader):
    """One page for all claims; its journal knows what was written nine and two days ago."""
    asked = words.prompt("expectations", "email_april")
    for days, said in ((9, THEN), (2, NOW)):
        past = datetime.now(UTC) - timedelta(days=days)
        Journal.open(kit.journal, now=lambda past=past: past).write(asked, said)
    walked = opened(reader, kit.page("03-expectations"))
    expect(walked.get_by_label(APRIL)).to_be_editable()
    yield walked
    walked.close()


def field(page, label):
    return page.get_by_label(label).locator("xpath=ancestor::*[contains(@class,'kit-field')]")


def test_a_note_asks_about_words_that_are_saved_and_leaves_the_reader_typing(kit, page):
    may = page.get_by_label(MAY)
    may.fill("")
    may.press_sequentially(NAMED)
    note = field(page, MAY).get_by_role("status").filter(has_text="1 of 2: this may be")
    expect(note).to_contain_text("a person's name: “Mrs Smith”")
    expect(may).to_be_focused()
    assert kept(kit, "expectations.email_may", NAMED)


def test_words_are_changed_and_put_back_by_keyboard(kit, page):
    page.get_by_label(MAY).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert kept(kit, "expectations.email_may", "Ask [a colleague or patient] 🙂 (999 000 0018).")
    note = field(page, MAY)
    expect(note.get_by_role("status").filter(has_text="“999 000 0018”")).to_be_visible()
    change = note.get_by_role("button", name="Change it to “[a patient's number]”")
    expect(change).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(note.get_by_role("button", name="Put it back")).to_be_focused()
    page.keyboard.press("Enter")
    assert kept(kit, "expectations.email_may", NAMED)


def test_what_was_left_is_not_asked_again(page):
    note = field(page, MAY)
    note.get_by_role("button", name="Leave it").click()
    expect(note.locator(".kit-caution")).to_be_hidden()
    expect(page.get_by_label(MAY)).to_be_focused()
    page.get_by_label(MAY).press_sequentially(" Mrs Smith knows.")
    page.wait_for_timeout(3000)  # longer than the note waits for typing to rest
    expect(note.locator(".kit-caution")).to_be_hidden()


def test_what_was_written_before_opens_in_place_with_what_changed(page):
    april = field(page, APRIL)
    april.get_by_role(
        "button", name=re.compile("You wrote this before: .*Your email in April")
    ).click()
    expect(april.get_by_text("Since then you added 4 words and took 2 away.")).to_be_visible()
    expect(april.locator("del")).to_have_text("was there then: you changed")
    expect(april.locator("ins")).to_have_text("came since: got in the way")


@pytest.mark.parametrize("width", [1280, 400, 320])
def test_nothing_under_a_box_makes_the_page_scroll_sideways(page, width):
    assert width_at(page, width) <= width


def test_axe_finds_nothing_under_the_boxes(page):
    page.get_by_label(MAY).fill(f"{NAMED} Mrs Jones too.")
    expect(field(page, MAY).get_by_text("“Mrs Jones”")).to_be_visible()
    assert violations(page) == []


def test_an_earlier_answer_is_brought_back_into_the_box(kit, page):
    field(page, APRIL).get_by_role("button", name="Bring this back").click()
    expect(page.get_by_label(APRIL)).to_have_value(THEN)
    expect(page.get_by_label(APRIL)).to_be_focused()
    assert kept(kit, "expectations.email_april", THEN)


def test_a_text_that_was_emptied_comes_back(kit, page):
    page.get_by_label(APRIL).fill("")
    assert kept(kit, "expectations.email_april", "")
    field(page, APRIL).get_by_role("button", name="Bring the earlier text back").click()
    expect(page.get_by_label(APRIL)).to_have_value(THEN)
    assert kept(kit, "expectations.email_april", THEN)


def test_a_box_shows_all_its_words_on_whatever_width(page):
    may = page.get_by_label(MAY)
    may.fill("Thank you for telling me what got in the way on Willow. " * 8)
    hidden = "box => box.scrollHeight - box.clientHeight"
    for width in (400, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(500)
        assert may.evaluate(hidden) <= 1
