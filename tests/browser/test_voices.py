"""A leader walks through "voices" in the reading view: the bars, the average, one voice, one change."""

import io
import re

import pytest
from docx import Document
from icalendar import Calendar
from playwright.sync_api import expect

from helpers.journal import Journal
from tests.browser.conftest import opened
from tests.browser.seen import saved_note, violations, width_at

pytestmark = pytest.mark.browser
PAGE = "05-voices"
PREDICTION = "A year of incidents and complaints lies before you"
BOARD = ["Falls", "Medicines", "Long waits and delays"]
BARS = "Whose bar stands where"
COUNT = "Element.prototype.animate = () => { animated += 1; }; animated = 0"


@pytest.fixture(scope="module")
def page(kit, reader):
    """One page for the whole walk: the claims below follow each other down it."""
    walked = opened(reader, kit.page(PAGE))
    walked.get_by_label(PREDICTION).wait_for()
    yield walked
    walked.close()


def downloaded(page, name):
    with page.expect_download() as coming:
        page.get_by_role("button", name=name).click()
    return coming.value.path().read_bytes()


def on_screen(part, page):
    """Whether a part stands below the bar and above the lower edge of the window."""
    box = part.bounding_box()
    return 90 < box["y"] < page.viewport_size["height"] - 150


def test_a_prediction_is_saved_before_any_bar_is_read(page):
    page.get_by_label(PREDICTION).fill("I expect to miss <b>those</b> nobody asks.")
    expect(saved_note(page, PREDICTION)).to_be_visible()


def test_the_chosen_few_are_marked_and_whose_harm_they_touch_is_said(page):
    for theme in BOARD:
        page.get_by_role("checkbox", name=theme).check()
    page.get_by_role("button", name="Show whose harm these would touch").click()
    page.get_by_text("Least touched: Staff recruited from abroad.").wait_for()
    row = page.get_by_role("row", name=re.compile("Patients who need an interpreter"))
    expect(row).to_contain_text("28 of 100")
    expect(row).to_contain_text("outside your choice")


@pytest.mark.parametrize("width", [1280, 400])
def test_one_press_brings_the_bars_into_view_and_they_change_places(page, width):
    page.set_viewport_size({"width": width, "height": 780})
    page.get_by_role("button", name="Back to as reported").click()
    bars = page.get_by_role("group", name=BARS)
    expect(bars).to_contain_text("All stand at 100")
    page.get_by_role("button", name="Try 30 for patients who need an interpreter").click()
    expect(bars).to_contain_text("If so, new among the first three: Communication and interpreting")
    page.wait_for_timeout(1500)  # the page scrolls there gently
    assert on_screen(bars.locator(".annotation", has_text="Communication").first, page)
    page.set_viewport_size({"width": 1280, "height": 900})


@pytest.mark.parametrize(("motion", "glides"), [("no-preference", True), ("reduce", False)])
def test_rows_glide_to_their_new_places_unless_less_motion_is_wanted(page, motion, glides):
    page.emulate_media(reduced_motion=motion)
    page.get_by_role("button", name="Back to as reported").click()
    bars = page.get_by_role("group", name=BARS)
    expect(bars).to_contain_text("All stand at 100")
    page.evaluate(COUNT)
    page.get_by_role("button", name="Try 30 for patients who need an interpreter").click()
    expect(bars.locator(".annotation").nth(2)).to_contain_text("Communication")
    page.wait_for_timeout(100)
    assert (page.evaluate("animated") > 0) == glides


def test_the_line_about_the_group_heard_least_is_said_as_a_what_if(page):
    line = "You chose these three. The group you heard least has its worst harm outside them."
    expect(page.get_by_text(line)).to_be_visible()
    expect(page.get_by_text("What if, and not what is.")).to_be_visible()
    assert "corrected" not in page.get_by_role("main").inner_text().lower()


def test_the_slider_moves_the_bars_from_the_keyboard(page):
    slider = page.get_by_role("slider", name="Of 100 harms to this group, reported")
    slider.focus()
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    expect(page.get_by_role("group", name=BARS)).to_contain_text(
        "the first three stay. Furthest up: Communication and interpreting, from 6th to 4th place"
    )
    expect(slider).to_have_value("60")


@pytest.mark.parametrize(
    ("lens", "says"),
    [
        ("Every group alike", "no group is worth less for being small"),
        ("How bad it was", "whoever sets the points"),
        ("Where people live", "wants the gap to close"),
        ("One group alone", "those who live with it"),
        ("Every report alike", "whoever reports most"),
    ],
)
def test_a_lens_is_one_click_and_says_whose_value_choice_it_is(page, lens, says):
    page.get_by_role("radio", name=lens).check()
    said = page.locator("p", has_text="Whose value choice is that?")
    expect(said).to_contain_text(says)
    expect(page.get_by_role("group", name=re.compile(f"^{lens}"))).to_contain_text("seen this way")


def test_what_was_predicted_stands_beside_what_the_choice_leaves_out(kit, page):
    there = "Outside your choice lies the worst harm of five of the seven groups."
    expect(page.get_by_text(there)).to_be_visible()
    expect(page.locator("blockquote", has_text="<b>those</b> nobody asks")).to_be_visible()
    page.get_by_label("What would you ask before choosing?").fill("Whom did we not ask?")
    [known] = Journal.open(kit.journal).predictions("voices")
    assert known.outcome.endswith(there)


def test_the_average_opens_group_by_group_and_says_who_fell(page):
    page.get_by_role("button", name="Show the larger group").click()
    page.get_by_role("button", name="Show the smaller group").click()
    page.get_by_text("One person in five is in a group that fell.").wait_for()
    page.get_by_role("slider", name="Smaller group changes by").fill("30")
    expect(page.get_by_text("The gap narrows.", exact=True)).to_be_visible()


def test_a_closed_question_is_looked_at_gently(page):
    page.get_by_label("An inviting sentence").fill("Any questions?")
    page.get_by_role("button", name="Look at my sentences").first.click()
    expect(page.get_by_text("This asks everybody at once")).to_be_visible()


def test_one_voice_gets_a_day_whose_calendar_entry_names_nobody(page):
    page.get_by_label("Name the voice").fill("somebody who cleans our wards at night")
    page.get_by_label("By when will I report back").fill("2031-03-04")
    expect(saved_note(page, "By when will I report back")).to_be_visible()
    entry = downloaded(page, "Put the day in my calendar")
    [event] = Calendar.from_ical(entry).walk("VEVENT")
    assert str(event["SUMMARY"]) == "Report back"
    assert str(event.decoded("DTSTART")) == "2031-03-04"
    assert b"night" not in entry


def test_what_is_ours_is_asked_after_what_others_did(page):
    page.get_by_role("button", name="Show what they found").click()
    expect(page.get_by_text("Of 189 papers, 149 described a difference only")).to_be_visible()


def test_one_change_is_scanned_and_gets_a_pause_and_a_page(page):
    page.get_by_label("One change that I am making").fill("People check in by phone.")
    page.get_by_label("For whom?").first.select_option("offline")
    for box in ("Goals", "Trade-offs", "Unpleasant surprises", "Pleasant surprises"):
        page.get_by_label(box, exact=True).fill(f"{box} for them.")
    page.get_by_label("What will we watch").fill("The wait of people with a letter.")
    page.get_by_label("Who watches it?").fill("The clerk at the desk.")
    page.get_by_label("When do we stop and look?").fill("2031-05-06")
    page.get_by_text("One row stands, with somebody who watches").wait_for()
    [event] = Calendar.from_ical(downloaded(page, "Put the pause in my calendar")).walk("VEVENT")
    assert str(event["SUMMARY"]) == "Improvement pause"
    page.get_by_role("button", name="Make a page to take away").click()
    paper = Document(io.BytesIO(downloaded(page, "Take it as a Word file")))
    said = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    assert "Trade-offs for them." in said
    assert "People without a smartphone or internet at home" in said


def test_axe_finds_nothing_in_our_own_markup(page):
    assert violations(page) == []


@pytest.mark.parametrize("width", [1280, 400, 320])
def test_the_page_never_scrolls_sideways(page, width):
    assert width_at(page, width) <= width


def test_another_day_everything_is_found_again(page):
    page.reload()
    expect(page.get_by_label(PREDICTION)).to_have_value(re.compile("nobody asks"))
    expect(page.get_by_role("checkbox", name="Medicines")).to_be_checked()
    expect(page.get_by_label("What would you ask before")).to_have_value("Whom did we not ask?")
    expect(page.get_by_label("An inviting sentence")).to_have_value("Any questions?")
    expect(page.get_by_label("By when will I report back")).to_have_value("2031-03-04")
    expect(page.get_by_label("Trade-offs", exact=True)).to_have_value("Trade-offs for them.")
    expect(page.get_by_label("When do we stop and look?")).to_have_value("2031-05-06")


def test_no_other_address_was_asked_and_no_error_was_raised(kit, reader):
    asked = [url for url in reader.asked if not url.startswith((kit.address, "data:", "blob:"))]
    assert [url for url in asked if not re.match(r"(http|ws)://127\.0\.0\.1:\d+/", url)] == []
    assert reader.errors == []
