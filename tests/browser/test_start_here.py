"""A leader's first day on the start page, and a later one, with a journal of its own."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from playwright.sync_api import expect

from helpers.journal import Journal
from tests.browser.conftest import running, visitor
from tests.browser.seen import violations, width_at

pytestmark = pytest.mark.browser
SECRET = "Nobody would ask the night staff."
MEANING = "What does “leading for improvement” mean to you"


@pytest.fixture(scope="module")
def first_day(browser, tmp_path_factory):
    """A kit whose journal nobody has written in: other tests' words must not be in it."""
    with (
        running(tmp_path_factory.mktemp("start") / "journal.sqlite3") as kit,
        visitor(browser, kit) as context,
    ):
        yield kit, context


def opened(first_day, width):
    kit, context = first_day
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(kit.page("00-start-here"))
    page.get_by_role("group", name="Which hat does this belong to?").wait_for()
    return page


@pytest.fixture(scope="module")
def page(first_day):
    """One page for the whole first day: the claims below follow each other down it."""
    walked = opened(first_day, 1280)
    expect(walked.get_by_label(MEANING)).to_be_editable()
    yield walked
    walked.close()


def step(page):
    return page.locator("article.kit-promise").first


def test_there_is_one_step_and_it_can_be_reached_from_the_first_screen(page):
    link = step(page).get_by_role("link", name="Write it now")
    assert link.bounding_box()["y"] < 900
    link.click()
    expect(page.get_by_label(MEANING)).to_be_in_viewport()


def test_the_step_moves_on_as_soon_as_something_is_written(page):
    page.get_by_label(MEANING).fill("To me it means asking first.")
    expect(step(page)).to_contain_text("One more question, then seal it")


def test_what_is_sealed_is_gone_from_the_page(first_day, page):
    page.get_by_label("What would be missing if nobody did this?").fill(SECRET)
    page.get_by_role("button", name="Seal it").click()
    expect(page.get_by_text(re.compile(r"^Sealed on \d+ \w+\.$"))).to_be_in_viewport()
    expect(page.get_by_text("It opens in “My statement”.")).to_be_visible()
    assert SECRET not in page.content()
    journal = Journal.open(first_day[0].journal)
    assert journal.latest("start.missing").value == SECRET
    assert journal.latest_result("start.missing_seal")["opened"] is None


def test_breaking_the_seal_is_asked_twice(page):
    page.get_by_role("button", name="Open it early").click()
    page.get_by_text("Are you sure?").wait_for()
    page.get_by_role("button", name="Leave it sealed").click()
    expect(page.get_by_text("Are you sure?")).to_be_hidden()
    expect(page.get_by_role("button", name="Open it early")).to_be_focused()
    assert SECRET not in page.content()


def test_the_time_that_is_left_changes_the_step(page):
    page.get_by_label("How long do you have?").select_option("10")
    expect(step(page)).to_contain_text("Three hats")
    page.get_by_label("How long do you have?").select_option("30")
    expect(step(page)).to_contain_text("Open a question you have not met")


def test_cards_are_placed_with_the_keyboard_alone(page):
    table = page.get_by_role("group", name="Which hat does this belong to?")
    expect(table.get_by_text("Card 1 of 12")).to_be_visible()
    table.get_by_role("button", name="Leadership in general").focus()
    page.keyboard.press("Enter")
    expect(table.get_by_text("Card 2 of 12")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(table.get_by_text("Card 3 of 12")).to_be_visible()
    table.get_by_role("button", name="Leave it for now").press("Enter")
    expect(table.get_by_text("Card 4 of 12")).to_be_visible()
    table.get_by_role("button", name="Back one card").press("Enter")
    expect(table.get_by_text("Card 3 of 12")).to_be_visible()


def test_a_card_can_be_taken_up_again_and_laid_elsewhere(first_day, page):
    table = page.get_by_role("group", name="Which hat does this belong to?")
    table.get_by_text("Where you have put them").click()
    table.get_by_role("button", name="Knows the night staff by name").click()
    expect(table.get_by_text("It lies under: Leadership in general.")).to_be_visible()
    table.get_by_role("button", name="More than one").click()
    expect(table.get_by_text("Card 3 of 12")).to_be_visible()
    page.get_by_role("button", name="Show what only one hat holds").click()
    expect(page.get_by_text("This is your own placing.")).to_be_visible()
    expect(page.get_by_label("What, if anything, is special")).to_be_visible()
    kept = Journal.open(first_day[0].journal).audits("start.hats_kept")[-1].answers
    assert kept == {"night_staff": "several", "small_test": "improvement"}


def test_every_fold_opens(page):
    for name in ("If nobody led it", "Where is it in ours?", "Three hats, with all 36 cards"):
        page.get_by_role("button", name=name).click()
    expect(page.get_by_label("What would be the surest way")).to_be_visible()
    expect(page.get_by_text("An appraisal form")).to_be_visible()
    expect(page.get_by_text("Card 1 of 36")).to_be_visible()


def test_a_pasted_address_widens_no_page(page):
    address = "https://example.org/" + 20 * "a-long-path-"
    page.get_by_label("What would be the surest way").fill(address.replace("-", ""))
    page.get_by_role("button", name="Now look at what already happens").click()
    page.get_by_label(address.replace("-", "")).check()
    assert [width_at(page, width) for width in (1280, 400, 320)] == [1280, 400, 320]


def test_axe_finds_nothing(page):
    assert violations(page) == []


def test_on_a_later_day_and_a_narrow_screen_what_is_due_comes_first(first_day, page):
    page.close()
    ago = datetime.now(UTC) - timedelta(days=30)
    earlier = Journal.open(first_day[0].journal, now=lambda: ago)
    by = date.today() - timedelta(days=1)
    earlier.promise("a report reaches me", "ask for <b>two years</b>", by, "expectations")
    narrow = opened(first_day, 320)
    expect(step(narrow)).to_contain_text("Look back at a promise")
    step(narrow).get_by_role("link", name="Say how it went").click()
    expect(narrow.get_by_text("How did it go?").first).to_be_in_viewport()
    expect(narrow.get_by_text(re.compile(r"^Sealed on \d+ \w+\.$"))).to_be_visible()
    assert SECRET not in narrow.content()
    assert narrow.locator("blockquote b").count() == 0
    assert narrow.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(narrow) == []
    narrow.close()
