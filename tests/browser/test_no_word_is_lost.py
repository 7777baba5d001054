"""Words typed in awkward moments: each of these once lost some."""

import re
import sqlite3

import pytest
from playwright.sync_api import expect

from helpers.journal import Journal
from tests.browser.conftest import opened
from tests.browser.seen import kept

pytestmark = pytest.mark.browser
PAGE = "03-expectations"


@pytest.fixture
def page(kit, reader):
    walked = opened(reader, kit.page(PAGE))
    expect(walked.get_by_label("Your email in April")).to_be_editable()
    yield walked
    walked.close()


def note(page, label):
    field = page.get_by_label(label).locator("xpath=ancestor::*[contains(@class,'kit-field')]")
    return field.locator(".kit-saved")


def test_a_box_that_was_taken_away_and_came_back_keeps_what_is_typed_then(kit, page):
    sentence = page.get_by_label("One sentence you have not yet said")
    page.get_by_label("I ask for improvement", exact=True).check()
    expect(sentence).to_be_editable()
    sentence.fill("")
    sentence.press_sequentially("A first sentence, typed key by key.")
    assert kept(kit, "expectations.sentence_unsaid", "A first sentence, typed key by key.")
    page.get_by_label("I help others improve, or deliver").check()
    page.get_by_label("What happened?").wait_for()
    sentence.fill("Short.")
    assert kept(kit, "expectations.sentence_unsaid", "Short.")


def test_words_are_saved_while_somebody_types_without_a_pause(kit, page):
    may = page.get_by_label("Your email in May")
    may.fill("")
    may.evaluate("""box => { let typed = 0; const typing = setInterval(() => {
      box.value += "word "; box.dispatchEvent(new Event("input"));
      if (++typed === 60) clearInterval(typing); }, 100); }""")
    page.wait_for_timeout(4000)
    assert Journal.open(kit.journal).latest("expectations.email_may").value.count("word") >= 10
    assert kept(kit, "expectations.email_may", "word " * 60)


def test_a_locked_journal_is_said_and_the_words_are_saved_when_it_opens_again(kit, page):
    may = page.get_by_label("Your email in May")
    lock = sqlite3.connect(kit.journal, isolation_level=None)
    lock.execute("BEGIN EXCLUSIVE")
    may.fill("Typed while the journal was locked.")
    expect(note(page, "Your email in May")).to_have_text(re.compile("Not saved yet|journal"))
    page.wait_for_timeout(6000)
    lock.execute("ROLLBACK")
    lock.close()
    assert kept(kit, "expectations.email_may", "Typed while the journal was locked.")


def test_a_button_cannot_overtake_the_last_words(kit, page):
    question = page.get_by_label("The question I am taking away")
    question.fill("What do I reward")
    page.wait_for_timeout(750)
    question.press_sequentially(" when nobody is looking?")
    page.get_by_role("button", name="Keep this question").click()
    kept_question = page.get_by_text("A question: What do I reward when nobody is looking?")
    expect(kept_question).to_be_visible()


def test_nothing_can_be_typed_over_an_answer_that_was_not_read_yet(kit, reader, page):
    page.get_by_label("Your email in April").fill("Written before.")
    assert kept(kit, "expectations.email_april", "Written before.")
    again = reader.new_page()
    again.goto(kit.page(PAGE))
    box = again.get_by_label("Your email in April")
    expect(box).to_be_editable()
    assert box.input_value() == "Written before."
    again.close()


def test_a_paste_that_is_too_long_says_what_was_left_out(kit, page):
    box = page.get_by_label("Your email in May")
    box.fill("")
    box.evaluate("""box => { const pasted = new DataTransfer(); pasted.setData("text/plain", "word ".repeat(5000));
      box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: pasted })); }""")
    said = page.get_by_text(
        "Only 20,000 characters fit: the last 5,000 of what you pasted were left out."
    )
    expect(said).to_be_visible()
    box.press_sequentially("Shorter.")
    expect(said).to_be_hidden()


def test_a_long_answer_closed_at_once_is_kept(kit, reader):
    page = opened(reader, kit.page(PAGE))
    page.get_by_label("Your email in May").fill("é" * 19_000)
    page.close()
    reader.new_page().close()
    opened(reader, kit.page(PAGE)).close()
    assert kept(kit, "expectations.email_may", "é" * 19_000)
