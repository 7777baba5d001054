"""A leader walks through "expectations" in the reading view, leaves, and comes back."""

import http.client
import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import opened
from tests.browser.seen import saved_note, violations, width_at

pytestmark = pytest.mark.browser
PAGE = "03-expectations"


@pytest.fixture(scope="module")
def page(kit, reader):
    """One page for the whole walk: the claims below follow each other down it."""
    walked = opened(reader, kit.page(PAGE))
    walked.get_by_label("A report with eight measures").wait_for()
    yield walked
    walked.close()


def test_code_and_the_hint_for_jupyterlab_are_not_on_the_page(page):
    assert page.get_by_text("from helpers").count() == 0
    assert not page.get_by_text("How to wake this page up").is_visible()


def test_the_language_and_the_title_are_said(page):
    assert page.evaluate("document.documentElement.lang") == "en-GB"
    assert page.title() == "What do I expect improvement to look like?"
    assert page.get_by_role("main").count() == 1


def test_a_prediction_is_saved_as_it_is_typed(page):
    page.get_by_label("A report with eight measures").fill("About two: the red ones.")
    expect(saved_note(page, "A report with eight measures")).to_be_visible()


def test_both_emails_stand_over_one_line(page):
    page.get_by_label("Your email in April").fill("Brilliant work. What did you change?")
    page.get_by_label("Your email in May").fill("Falls have doubled. A plan by Friday, please.")
    page.get_by_role("button", name="Show me what had changed").click()
    page.get_by_text("Nothing had changed.", exact=True).wait_for()
    expect(page.locator("blockquote", has_text="A plan by Friday")).to_be_visible()


def test_a_figure_has_a_name_a_finding_and_its_numbers(page):
    figure = page.get_by_role("group", name="Falls each month, Willow ward")
    figure.get_by_role("img", name=re.compile("All 24 months sit inside")).wait_for()
    figure.get_by_text("The numbers as a table").click()
    expect(figure.get_by_role("row")).to_have_count(25)


def test_the_drawing_cannot_be_uploaded(page):
    page.locator(".kit-chart .main-svg").first.wait_for()
    assert page.locator(".modebar-btn").count() == 0


def test_the_board_report_shows_marks_beside_what_is_there(page):
    page.get_by_label("Falls: what would you do?").select_option("act")
    page.get_by_label("Pressure ulcers: what would you do?").select_option("praise")
    page.get_by_role("button", name="Show the same data as control charts").click()
    page.get_by_text("Reacting to noise").wait_for()
    page.locator("blockquote", has_text="About two: the red ones.").wait_for()
    page.get_by_role("row", name=re.compile("Pressure ulcers Praise")).wait_for()
    page.get_by_label("Look at one measure closely").select_option("Pressure ulcers")
    expect(page.get_by_role("group", name="Pressure ulcers")).to_be_visible()


def test_the_order_is_rewritten_from_what_was_marked(page):
    page.get_by_label("A date to be done by", exact=True).check()
    page.get_by_label("Bolted on").check()
    page.get_by_role("button", name="Draft my order from these").click()
    order = page.get_by_label("Your order, rewritten")
    expect(order).to_have_value(re.compile("Do not promise me a finishing date."))


def test_a_sentence_is_kept(page):
    page.get_by_label("I ask for improvement", exact=True).check()
    page.get_by_label("One sentence you have not yet said").fill("I ask for dates out of fear.")
    page.get_by_text("You will meet this sentence again").first.wait_for()


def test_a_promise_with_a_date_is_kept(page):
    page.get_by_label("Start from one of these").select_option("two_years")
    expect(page.get_by_label("I will look back at it on")).not_to_have_value("")
    page.get_by_role("button", name="Keep this promise").click()
    page.get_by_text("What you kept here").wait_for()


def test_axe_finds_nothing_in_our_own_markup(page):
    assert violations(page) == []


@pytest.mark.parametrize("width", [1280, 400, 320])
def test_the_page_never_scrolls_sideways(page, width):
    assert width_at(page, width) <= width


def test_the_last_key_before_closing_is_kept_and_everything_is_found_again(kit, reader, page):
    page.get_by_label("Your email in April").press_sequentially(" Thank you.")
    page.close()
    again = opened(reader, kit.page(PAGE))
    april = again.get_by_label("Your email in April")
    expect(april).to_have_value("Brilliant work. What did you change? Thank you.")
    expect(again.get_by_label("Falls: what would you do?")).to_have_value("act")
    expect(again.get_by_label("Bolted on")).to_be_checked()
    unsaid = again.get_by_label("One sentence you have not yet said")
    expect(unsaid).to_have_value("I ask for dates out of fear.")
    again.get_by_text("If the next report shows one number up or down, then I will").last.wait_for()
    again.close()


def test_the_start_page_leads_back_to_where_the_reader_was(kit, reader):
    page = opened(reader, kit.page(PAGE) + "#think-together")
    page.locator("[data-step=think-together][aria-current]").wait_for()
    page.wait_for_timeout(2000)  # the step is told once the reader has rested there
    page.close()
    start = opened(reader, kit.page("00-start-here"))
    back = start.get_by_role("link", name="What do I expect improvement to look like?").first
    start.get_by_text("“Think together”").wait_for()
    assert back.get_attribute("href").endswith("03-expectations.ipynb#think-together")
    assert violations(start) == []
    start.close()


def test_two_open_windows_keep_both_texts_and_say_so(kit, reader):
    first, second = (opened(reader, kit.page(PAGE)) for _ in range(2))
    label = "What would make it safe"
    for window in (first, second):
        window.get_by_label("I ask for improvement", exact=True).check()
        window.get_by_label(label).wait_for()
    first.get_by_label(label).fill("From the first window.")
    expect(saved_note(first, label)).to_be_visible()
    second.get_by_label(label).fill("From the second window.")
    second.get_by_text("Also changed in another window").wait_for()
    second.get_by_role("button", name="Show the other").click()
    second.get_by_text("From the first window.").wait_for()
    first.close()
    second.close()


def test_a_step_can_be_reached_by_keyboard_alone(kit, reader):
    page = opened(reader, kit.page(PAGE))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the words"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#main') !== null")
    page.close()


@pytest.mark.parametrize("width", [1280, 400])
def test_what_has_the_focus_is_never_hidden_under_the_bar(kit, reader, width):
    page = opened(reader, kit.page(PAGE), width)
    page.get_by_label("The question I am taking away").focus()
    hidden = []
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        page.wait_for_timeout(60)
        place = page.evaluate(
            "(() => { const here = document.activeElement, box = here.getBoundingClientRect();"
            " const bar = document.querySelector('.kit-top');"
            " return {name: here.outerHTML.slice(0, 80), own: bar.contains(here) || here.matches('.kit-skip'),"
            " seen: box.bottom > bar.getBoundingClientRect().bottom}; })()"
        )
        hidden += [] if place["seen"] or place["own"] else [place["name"]]
    page.close()
    assert hidden == []


def test_nothing_but_this_computer_was_asked(kit, reader):
    addresses = [url for url in reader.asked if not url.startswith((kit.address, "data:", "blob:"))]
    lab = [url for url in addresses if re.match(r"(http|ws)://127\.0\.0\.1:\d+/", url)]
    assert len(reader.asked) > 100
    assert addresses == lab


def test_no_page_raised_an_error(reader):
    assert reader.errors == []


def ask(kit, path="/", host=None, method="GET", **headers):
    port = int(kit.address.rpartition(":")[2])
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request(method, path, headers={"Host": host or f"127.0.0.1:{port}"} | headers)
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


@pytest.mark.parametrize("path", ["/", "/voila/render/03-expectations.ipynb", "/kit/place"])
def test_nobody_without_the_cookie_is_let_in(kit, path):
    status, said = ask(kit, path)
    assert status == 403
    assert "This page opens only from the kit itself." in said


def test_a_foreign_host_is_refused_even_with_the_cookie(kit, reader):
    cookie = next(held for held in reader.cookies() if held["name"].startswith("kit-door"))
    carried = {"Cookie": f"{cookie['name']}={cookie['value']}"}
    assert ask(kit, "/kit/place", host="evil.example", **carried)[0] == 403
    assert ask(kit, "/kit/place", **carried, **{"X-Kit": "page"})[0] == 200


def test_a_foreign_page_cannot_write_into_the_journal(kit, reader):
    cookie = next(held for held in reader.cookies() if held["name"].startswith("kit-door"))
    carried = {"Cookie": f"{cookie['name']}={cookie['value']}"}
    assert ask(kit, "/kit/save", method="POST", **carried)[0] == 403


def test_the_one_time_link_opens_nothing_a_second_time(kit, reader):
    status, said = ask(kit, kit.link.removeprefix(kit.address))
    assert status == 403
    assert "already used" in said


def test_no_word_of_the_reflection_is_in_a_notebook(kit):
    from helpers.page.notebooks import NOTEBOOKS

    for notebook in NOTEBOOKS.glob("*.ipynb"):
        assert "out of fear" not in notebook.read_text("utf-8")
        assert "widgets" not in json.loads(notebook.read_text("utf-8"))["metadata"]
