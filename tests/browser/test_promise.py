"""A promise is made stronger, rehearsed, put in a calendar, changed, and taken back."""

import re
from datetime import date, timedelta

import pytest
from ical.calendar_stream import IcsCalendarStream
from playwright.sync_api import expect

from helpers.journal import Journal
from tests.browser.conftest import opened
from tests.browser.seen import violations, width_at

pytestmark = pytest.mark.browser
CUE, ACT = "the ward phone rings for the third time", "ask who is missing"
FORTNIGHT = (date.today() + timedelta(days=14)).isoformat()


@pytest.fixture(scope="module")
def page(kit, reader):
    """One page for the whole walk: the claims below follow each other."""
    walked = opened(reader, kit.page("03-expectations"))
    expect(walked.get_by_label("then I will …")).to_be_editable()
    yield walked
    walked.close()


@pytest.fixture
def card(page):
    return page.locator(".kit-activity.kit-card", has_text=CUE)


def made(kit):
    """Return the promises of this walk; other walks keep theirs in the same journal."""
    return [one for one in Journal.open(kit.journal).commitments() if one.if_ == CUE]


def test_a_promise_is_kept_with_what_makes_it_stronger(kit, page, card):
    page.get_by_label("If …", exact=True).fill(CUE)
    page.get_by_label("then I will …").fill(ACT)
    page.get_by_label("I will look back at it on").fill(FORTNIGHT)
    page.get_by_role("button", name="Make it stronger").click()
    page.get_by_label("The first small step").fill("Learn where the list hangs.")
    page.get_by_label("90 days").uncheck()
    page.get_by_label("Other numbers of days").fill("twice")
    page.get_by_role("button", name="Keep this promise").click()
    expect(page.get_by_text("'twice' is no number of days")).to_be_visible()
    page.get_by_label("Other numbers of days").fill("60")
    page.get_by_role("button", name="Keep this promise").click()
    expect(card.get_by_text("Learn where the list hangs.")).to_be_visible()
    assert made(kit)[0].review_days == (7, 30, 60)


def test_the_boxes_are_empty_for_the_next_promise(page):
    expect(page.get_by_label("If …", exact=True)).to_have_value("")
    expect(page.get_by_label("I will look back at it on")).to_have_value("")


def test_the_cue_is_rehearsed(page):
    page.get_by_label("Type the first half once more").fill(
        "The ward phone rings for the thrid time"
    )
    expect(page.get_by_text("That is it.")).to_be_visible()


def test_a_calendar_file_says_when_and_not_what(page, card):
    card.get_by_role("button", name="Put it in my calendar").click()
    with page.expect_download() as coming:
        card.get_by_role("button", name="All 4 in one file").click()
    text = coming.value.path().read_bytes().decode()
    events = IcsCalendarStream.calendar_from_ics(text).events
    assert [event.summary for event in events] == ["Look back"] * 4
    assert "phone" not in text


def test_axe_finds_nothing_where_a_promise_is_changed(page, card):
    card.get_by_role("button", name="Change it").click()
    card.get_by_role("button", name="Keep the change").wait_for()
    card.get_by_role("button", name="Make it stronger").click()
    card.get_by_label("Other numbers of days").wait_for()
    assert violations(page) == []


def test_a_promise_is_changed_and_changed_back(kit, page, card):
    card.get_by_label("then I will …").fill("ask who is not here")
    card.get_by_role("button", name="Keep the change").click()
    expect(card.get_by_text("Changed.")).to_be_visible()
    page.wait_for_function("document.activeElement.matches('.kit-card')")  # its button went
    assert (made(kit)[0].then, made(kit)[0].sequence) == ("ask who is not here", 1)
    card.get_by_role("button", name="Undo").click()
    expect(card.get_by_text(re.compile(ACT))).to_be_visible()


def test_a_promise_taken_back_stands_again(kit, page, card):
    card.get_by_role("button", name="Take it back").click()
    gone = page.locator(".kit-activity.kit-card", has_text="Taken back.")
    expect(gone.get_by_text("takes the old dates out of my calendar")).to_be_visible()
    gone.get_by_role("button", name="Undo").click()
    expect(card.get_by_text(re.compile(ACT))).to_be_visible()
    assert [one.status for one in made(kit)] == ["open"]


def test_the_narrowest_page_never_scrolls_sideways(page, card):
    card.get_by_role("button", name="Change it").click()
    assert width_at(page, 320) <= 320
