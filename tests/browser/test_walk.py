"""A person's way through the kit: the first page, a reflection, a kernel that dies, the statement."""

import io
import re

import psutil
import pytest
from docx import Document
from playwright.sync_api import expect

from helpers.journal import Journal
from tests.browser.conftest import OPENING, RunningKit, opened

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("walk")


@pytest.fixture(scope="module")
def walked(home):
    running = RunningKit(home=home)
    yield running
    running.close()


@pytest.fixture(scope="module")
def person(walked, browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    context.set_default_timeout(OPENING)
    door = context.new_page()
    door.goto(walked.link)
    door.get_by_label("My own").check()
    door.get_by_role("button", name="Go on").click()
    door.wait_for_url(re.compile(r"^[^?]+/voila/render/00-start-here.ipynb"))
    door.close()
    yield context
    context.close()


def saved(page, label):
    field = page.get_by_label(label).locator("xpath=ancestor::*[contains(@class,'kit-field')]")
    expect(field.locator(".kit-saved")).to_have_text(re.compile(r"Saved \d\d:\d\d"))


def kernels(kit):
    children = psutil.Process(kit.process.pid).children(recursive=True)
    return [child for child in children if "ipykernel_launcher" in " ".join(child.cmdline())]


def test_on_the_start_page_two_questions_are_answered_and_one_is_sealed(walked, person):
    page = opened(person, walked.page("00-start-here"))
    page.get_by_label(re.compile("What does “leading for improvement” mean")).fill(
        "Setting targets."
    )
    page.get_by_label("What would be missing if nobody did this?").fill("Nobody would ask.")
    page.get_by_role("button", name="Seal it").click()
    expect(page.get_by_text(re.compile(r"^Sealed on \d+ \w+\.$"))).to_be_visible()
    page.close()


def test_words_typed_after_the_kernel_was_killed_are_kept_and_found_again(walked, person):
    page = opened(person, walked.page("03-expectations"))
    page.get_by_label("Your email in April").fill("Well done.")
    saved(page, "Your email in April")
    for kernel in kernels(walked):
        kernel.kill()
    page.get_by_label("Your email in April").press_sequentially(" What did you change?")
    saved(page, "Your email in April")
    page.reload()
    box = page.get_by_label("Your email in April")
    expect(box).to_have_value("Well done. What did you change?")
    page.close()


def test_a_promise_is_made(walked, person):
    page = opened(person, walked.page("03-expectations"))
    page.get_by_label("Start from one of these").select_option("two_years")
    expect(page.get_by_label("I will look back at it on")).not_to_have_value("")
    page.get_by_role("button", name="Keep this promise").click()
    page.get_by_text("What you kept here").wait_for()
    page.close()


def test_the_statement_brings_it_all_together_in_a_word_file(walked, person, home):
    page = opened(person, walked.page("06-my-statement"))
    expect(page.get_by_text("Well done. What did you change?")).to_be_visible()
    page.get_by_label("What is leading for improvement, as you see it today?").fill("Asking.")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Show my first words").click()
    expect(page.get_by_text("Setting targets.")).to_be_visible()
    page.get_by_role("button", name="Open what I sealed").click()
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


def test_the_start_page_knows_what_was_done(walked, person):
    page = opened(person, walked.page("00-start-here"))
    expect(
        page.get_by_text(re.compile("One promise made here|1 promise made here"))
    ).to_be_visible()
    expect(page.get_by_text("One promise: open.")).to_be_visible()
    page.close()
