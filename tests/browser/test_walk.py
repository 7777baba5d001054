"""A person's way through the kit: the first page, a reflection, a kernel that dies, the statement."""

import io
import re

import psutil
import pytest
from docx import Document
from playwright.sync_api import expect

from helpers.journal import Journal, backups
from tests.browser.conftest import opened, through_the_desk
from tests.browser.seen import saved_note

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def person(guest):
    """Somebody who has said that this computer is their own."""
    [door] = guest.pages
    door.get_by_label("My own").check()
    door.get_by_role("button", name="Go on").click()
    through_the_desk(door)
    door.close()
    return guest


def kernels(kit):
    children = psutil.Process(kit.process.pid).children(recursive=True)
    return [child for child in children if "ipykernel_launcher" in " ".join(child.cmdline())]


def test_on_the_start_page_two_questions_are_answered_and_one_is_sealed(new_kit, person):
    page = opened(person, new_kit.page("00-start-here"))
    page.get_by_label(re.compile("What does “leading for improvement” mean")).fill(
        "Setting targets."
    )
    page.get_by_label("What would be missing if nobody did this?").fill("Nobody would ask.")
    page.get_by_role("button", name="Seal it").click()
    expect(page.get_by_text(re.compile(r"^Sealed on \d+ \w+\.$"))).to_be_visible()
    page.close()


def test_words_typed_after_the_kernel_was_killed_are_kept_and_found_again(new_kit, person):
    page = opened(person, new_kit.page("03-expectations"))
    page.get_by_label("Your email in April").fill("Well done.")
    expect(saved_note(page, "Your email in April")).to_be_visible()
    for kernel in kernels(new_kit):
        kernel.kill()
    page.get_by_label("Your email in April").press_sequentially(" What did you change?")
    expect(saved_note(page, "Your email in April")).to_be_visible()
    page.reload()
    box = page.get_by_label("Your email in April")
    expect(box).to_have_value("Well done. What did you change?")
    page.close()


def test_a_promise_is_made(new_kit, person):
    page = opened(person, new_kit.page("03-expectations"))
    page.get_by_label("Start from one of these").select_option("two_years")
    expect(page.get_by_label("I will look back at it on")).not_to_have_value("")
    page.get_by_role("button", name="Keep this promise").click()
    page.get_by_text("What you kept here").wait_for()
    page.close()


def test_the_statement_brings_it_all_together_in_a_word_file(new_kit, person, home):
    page = opened(person, new_kit.page("06-my-statement"))
    expect(page.get_by_text("Well done. What did you change?")).to_be_visible()
    page.get_by_label("What is leading for improvement, as you see it today?").fill("Asking.")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Show my first words").click()
    expect(page.get_by_text("Setting targets.")).to_be_visible()
    page.get_by_role("button", name="Open what I sealed").click()
    page.get_by_role("button", name="I have nothing to add today").click()
    expect(page.get_by_text("Nobody would ask.")).to_be_visible()
    expect(page.locator(".kit-paper").first).to_contain_text("Asking.")
    with page.expect_download() as coming:
        page.get_by_role("button", name="One page in Word").click()
    document = Document(io.BytesIO(coming.value.path().read_bytes()))
    said = [paragraph.text for paragraph in document.paragraphs]
    (promise,) = Journal.open(next(home.rglob("journal.sqlite3"))).commitments()
    assert "Asking." in said
    assert any(promise.then in line for line in said)
    assert [p.text for p in document.paragraphs if p.style.name.startswith(("Heading", "Title"))]
    page.close()


def test_the_start_page_knows_what_was_done(new_kit, person):
    page = opened(person, new_kit.page("00-start-here"))
    expect(
        page.get_by_text(re.compile("One promise made here|1 promise made here"))
    ).to_be_visible()
    expect(page.get_by_text("One promise: open.")).to_be_visible()
    page.close()


def test_what_was_written_on_the_first_day_is_in_a_backup_when_the_kit_is_closed(new_kit, home):
    journal = next(home.rglob("journal.sqlite3"))
    assert backups.listed(journal) == []
    new_kit.close()
    (made,) = backups.listed(journal)
    assert len(Journal.open(made.path).commitments()) == 1
