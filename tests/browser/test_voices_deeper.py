"""What can be opened beside the core path of the fifth reflection, each done once as a reader would."""

import io
import re

import psutil
import pytest
from docx import Document
from icalendar import Calendar
from playwright.sync_api import expect

from tests.browser.conftest import opened
from tests.browser.seen import violations, width_at

pytestmark = pytest.mark.browser
FOLDS = {
    "design": "Design it for the quietest person",
    "first": "Who gets it first?",
    "speaks": "Who speaks?",
    "table": "Who is at the table?",
    "own": "Your own 80%",
}
CUES = """WEBVTT

00:00:01.000 --> 00:00:09.000
<v Dr Zebedee>Hello <img src=x onerror="window.harmed = 1">

00:00:05.000 --> 00:00:12.000
<v <b>Bo</b>>the unrepeatable word

00:00:30.000 --> 00:00:20.000
<v Cy>This one ends before it begins
"""


@pytest.fixture(scope="module")
def page(kit, reader):
    walked = opened(reader, kit.page("05-voices"))
    yield walked
    walked.close()


@pytest.fixture(scope="module")
def fold(page):
    """Open each fold once, and give what is in it."""
    heads = {name: page.get_by_role("button", name=title) for name, title in FOLDS.items()}
    for head in heads.values():
        head.click()
    return {name: page.locator(".kit-fold", has=head).first for name, head in heads.items()}


@pytest.fixture
def seats(fold):
    within = fold["speaks"]
    within.get_by_label("Yes, everybody knows and agrees").check()
    within.get_by_label("I tap while people speak").check()
    if not within.locator(".kit-seat").count():
        within.get_by_role("button", name="Set out the seats").click()
    shown = within.locator(".kit-seat")
    expect(shown).to_have_count(5)
    return shown


def given(page, button):
    """Press a button that gives a file, and return its bytes."""
    with page.expect_download() as coming:
        button.click()
    return coming.value.path().read_bytes()


def chosen(within, name, data):
    file = {"name": name, "mimeType": "text/plain", "buffer": data}
    within.locator("input[type=file]").set_input_files(file)


def test_a_warning_is_changed_in_one_press_and_a_reason_counts_as_it_is_typed(fold):
    within = fold["design"]
    within.get_by_label("A workshop").check()
    within.get_by_label("In one place").check()
    within.get_by_role("button", name="Getting there and access").click()
    within.get_by_label("Ours: a hospital").check()
    within.get_by_role("button", name="How we talk").click()
    within.get_by_label("Whoever puts a hand up").check()
    within.get_by_role("button", name="Make this change: Whoever puts a hand up speaks").click()
    expect(within.get_by_text("is off the list")).to_be_visible()
    within.get_by_role("button", name="say why: It is on your own ground").click()
    within.get_by_label("We thought about it, because").fill("They asked to see <b>it</b>.")
    expect(within.get_by_text("It counts already")).to_be_visible()


def test_the_run_sheet_the_reason_and_the_dates_are_taken_away(page, fold):
    within = fold["design"]
    within.get_by_label("What is it called").fill("Going home")
    within.get_by_label("On which day").fill("2031-05-07")
    within.get_by_label("At what time?").select_option("10:30")
    within.get_by_label("How many minutes").fill("90")
    page.keyboard.press("Tab")
    expect(within.get_by_text("It adds up to your 90 minutes")).to_be_visible()
    word = given(page, within.get_by_role("button", name="The plan as a Word"))
    plan = Document(io.BytesIO(word))
    cells = [cell.text for table in plan.tables for row in table.rows for cell in row.cells]
    assert plan.paragraphs[0].text == "Going home"
    assert {"10:30 to 12:00", "They asked to see <b>it</b>."} <= set(cells)
    dates = given(page, within.get_by_role("button", name="The dates, for my calendar"))
    assert any(
        str(event["DTSTART"].dt) < "2031-05-07" for event in Calendar.from_ical(dates).events
    )


def test_the_gap_is_seen_to_close_when_the_least_served_come_first(fold):
    within = fold["first"]
    within.get_by_role("button", name="Let it spread").click()
    expect(within.get_by_text("At its widest the gap is 74 percentage points")).to_be_visible()
    within.get_by_label("Start with the least served").check()
    expect(within.get_by_text("The gap is 4 points at most")).to_be_visible()


def test_nothing_is_counted_before_people_agree(fold):
    within = fold["speaks"]
    within.get_by_label("Not yet, or not everybody").check()
    expect(within.get_by_text("Then ask first")).to_be_visible()
    assert not within.locator(".kit-seat, input[type=file]").count()


def test_keys_tap_the_seats_and_an_end_taken_back_counts_nothing(page, seats, fold):
    within = fold["speaks"]
    seats.first.focus()
    page.keyboard.press("2")
    expect(seats.nth(1)).to_have_attribute("aria-pressed", "true")
    page.wait_for_timeout(1200)
    within.get_by_role("button", name="End and see").press("Enter")
    expect(within.get_by_text("Person B spoke longest")).to_be_visible()
    within.get_by_role("button", name="Undo the last tap").press("Enter")
    expect(within.get_by_text("What passed since then is not counted")).to_be_visible()
    expect(within.locator(".kit-tapclock")).to_have_text(re.compile("^Paused at"))


def test_taps_are_kept_while_the_kernel_stands_still(page, seats, fold, kit):
    within = fold["speaks"]
    within.get_by_role("button", name="Start again").click()
    seats.nth(0).click()
    children = psutil.Process(kit.process.pid).children(recursive=True)
    held = [one for one in children if "ipykernel" in " ".join(one.cmdline())]
    for kernel in held:
        kernel.suspend()
    try:
        page.wait_for_timeout(600)
        seats.nth(2).click()
        page.wait_for_timeout(1600)
        within.get_by_role("button", name="End and see").click()
    finally:
        for kernel in held:
            kernel.resume()
    expect(within.get_by_text("Person C spoke longest")).to_be_visible()


def test_a_transcript_is_read_to_letters_and_no_word_of_it_reaches_the_page(page, fold):
    within = fold["speaks"]
    within.get_by_label("I bring a transcript").check()
    chosen(within, "meeting.vtt", CUES.encode("utf-16"))
    expect(within.get_by_text("2 people are told apart")).to_be_visible()
    expect(within.get_by_text("because they end before they begin: 1.")).to_be_visible()
    assert not re.search("Zebedee|unrepeatable|onerror", page.content())
    assert page.evaluate("window.harmed") is None
    chosen(within, "meeting.vtt", b"%PDF-1.7\n" + b"\xe2\xe3 " * 400)
    expect(within.get_by_text("This is not a transcript in plain text")).to_be_visible()
    expect(within.get_by_text("2 people are told apart")).to_be_visible()


def test_the_table_says_who_is_missing(fold):
    within = fold["table"]
    within.get_by_label("Who else should be named?").fill("Night <b>porters</b>")
    within.get_by_label("Night <b>porters</b>").select_option(label="Neither")
    expect(within.get_by_role("status").get_by_text("Night <b>porters</b>")).to_be_visible()


def test_a_share_is_told_from_a_count_in_one_sentence(fold):
    within = fold["table"]
    within.get_by_role("button", name="Count it, from published totals").click()
    within.get_by_role("button", name="Try it with Willow's numbers").first.click()
    within.get_by_text("The panel: 1 of 12").wait_for()  # else these numbers come after ours
    within.get_by_label("The panel: people of this group").fill("900")
    within.get_by_role("button", name="Show them side by side").click()
    expect(within.locator(".kit-problem:visible")).to_have_count(1)
    expect(within.locator(".kit-figure")).to_be_visible()


def test_a_hundred_thousand_rows_of_ones_own_become_bars(fold):
    within = fold["own"]
    rows = ["Falls,Nights\n", "Falls,Days\n"] * 40_000 + ["<i>Pain</i>,Days\n"] * 20_000
    chosen(within, "list.csv", ("Theme,Group\n" + "".join(rows)).encode())
    expect(within.get_by_text("list.csv: 100,000 rows and 2 columns.")).to_be_visible()
    within.get_by_role("button", name="Draw it", exact=True).click()
    expect(within.get_by_text("makes up 80% of 100,000 reports")).to_be_visible()
    expect(within.get_by_label("<i>Pain</i>")).to_be_visible()


def test_with_everything_open_the_page_is_accessible_and_fits_a_phone(page, fold, reader):
    assert violations(page) == []
    assert [width_at(page, width) for width in (1280, 400, 320)] == [1280, 400, 320]
    assert reader.errors == []
