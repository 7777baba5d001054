"""A person reads, tags, takes away, deletes and brings back what is in their journal."""

import json
import re
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import expect

from helpers.journal import Journal, Prompt
from tests.browser.conftest import opened
from tests.browser.seen import violations, width_at

pytestmark = pytest.mark.browser
PAGE = "00-start-here"
MINE = "a_page_of_my_own"


def asked(name, wording):
    return Prompt(f"{MINE}.{name}", 1, wording, MINE)


@pytest.fixture(scope="module")
def journal(kit):
    """Invented words in a reflection that no other test writes in."""
    journal = Journal.open(kit.journal)
    for words in ("The porters were asked.", "The porters were never asked."):
        journal.write(asked("who", "Who was asked?"), words)
    journal.write(asked("next", "What comes next?"), "I sit with <them> on Thursday.")
    return journal


@pytest.fixture(scope="module")
def page(kit, reader, journal):
    """One page for the whole walk: the claims below follow each other down it."""
    walked = opened(reader, kit.page(PAGE))
    walked.get_by_role("button", name="Read my journal").click()
    walked.get_by_label("Look for words").wait_for()
    yield walked
    walked.close()


def focused(page):
    return page.evaluate("document.activeElement.textContent")


def test_words_are_found_while_they_are_typed(page):
    page.get_by_label("Look for words").fill("porters NEVER")
    expect(page.get_by_text("Found: 1 answer")).to_be_visible()
    expect(page.locator("mark", has_text="never")).to_be_visible()


def test_a_row_opens_by_keyboard_and_keeps_the_focus(page):
    page.get_by_role("button", name="Who was asked?").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Every version")).to_be_visible()
    assert focused(page) == "Who was asked?"
    expect(page.locator("ins", has_text="never")).to_be_visible()


def test_a_tag_is_kept_with_the_enter_key(page, journal):
    page.get_by_label("Add a tag").fill("thursday")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Tagged: thursday.")).to_be_visible()
    assert journal.tags()["thursday"] == 1
    assert page.evaluate("document.activeElement.name") == "value"


def test_an_older_version_comes_back(page, journal):
    page.get_by_role("button", name="Bring this version back").click()
    expect(page.get_by_text("is back.")).to_be_visible()
    assert journal.latest(f"{MINE}.who").value == "The porters were asked."


def test_axe_finds_nothing_in_an_opened_row(page):
    assert violations(page) == []


@pytest.mark.parametrize("width", [1280, 400, 320])
def test_an_opened_row_never_scrolls_sideways(page, width):
    assert width_at(page, width) <= width


def test_one_answer_is_deleted_by_keyboard_and_the_focus_stays_in_the_list(page, journal):
    page.get_by_label("Look for words").fill("")
    page.get_by_label("From").select_option(MINE)
    page.get_by_role("button", name="What comes next?").click()
    page.get_by_role("button", name="Delete this answer").press("Enter")
    expect(page.get_by_role("button", name="No, keep it")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Delete this answer")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="No, keep it")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Yes, delete it")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("[data-act=told]:focus")).to_contain_text("Deleted: “What comes next?”.")
    assert journal.latest(f"{MINE}.next") is None


def test_a_word_document_of_one_reflection_opens_elsewhere(page, tmp_path):
    page.get_by_role("button", name="Take my words with me").click()
    page.get_by_label("Which words?").select_option(MINE)
    page.get_by_label("A Word document").check()
    expect(page.get_by_text("In the file: 1 answer.")).to_be_visible()
    with page.expect_download() as coming:
        page.get_by_role("button", name="Make the Word document").click()
    assert re.fullmatch(
        rf"my-journal-{MINE}-\d{{4}}-\d\d-\d\d\.docx", coming.value.suggested_filename
    )
    coming.value.save_as(tmp_path / "taken.docx")
    text = "\n".join(line.text for line in Document(tmp_path / "taken.docx").paragraphs)
    assert "The porters were asked." in text


def test_what_was_taken_and_deleted_can_be_brought_back(page, journal, tmp_path):
    told = page.locator("[data-act=told]:focus")  # what became of it has the focus
    page.get_by_label("A data file, to bring").check()
    with page.expect_download() as coming:
        page.get_by_role("button", name="Make the data file", exact=True).click()
    taken = tmp_path / coming.value.suggested_filename
    coming.value.save_as(taken)
    page.get_by_role("button", name="Delete my words").click()
    page.get_by_role("radio", name="A page of my own").check()
    expect(page.get_by_text("This goes: 1 answer in 3 versions.")).to_be_visible()
    page.get_by_label("Type the word").fill("delete")
    page.keyboard.press("Enter")
    expect(told).to_contain_text("Deleted: 1 answer in 3 versions.")
    assert journal.entries(MINE) == []
    page.get_by_role("button", name="Bring words in").click()
    page.get_by_label("A data file from this kit").set_input_files(taken)
    expect(told).to_contain_text("New to this journal: 1 answer, 3 versions")
    page.get_by_role("button", name="Bring it in").click()
    expect(page.get_by_text("Added from the file")).to_be_visible()
    assert len(journal.versions(f"{MINE}.who")) == 3
    assert json.loads(taken.read_text("utf-8"))["entries"][0]["tags"] == ["thursday"]


def test_a_file_that_is_none_is_refused_beside_the_control(page):
    page.get_by_label("A data file from this kit").set_input_files(Path(__file__))
    expect(page.get_by_text("Nothing in your journal was changed")).to_be_visible()


def test_axe_finds_nothing_in_the_opened_folds(page):
    assert violations(page) == []


def test_no_word_was_in_an_address(page, reader):
    asked_for = " ".join(url for url in reader.asked if not url.startswith("data:"))
    assert not re.search("porters|thursday|Thursday", asked_for)
