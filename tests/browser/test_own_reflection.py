"""A facilitator copies the template, fills it in, and walks it as a reader would."""

import json
import re
import shutil
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from helpers.journal import Journal
from tests.browser.conftest import KIT, RunningKit, opened, visitor
from tests.browser.seen import kept, violations, width_at

pytestmark = pytest.mark.browser

FILE = "our handover.ipynb"
QUESTION = "What do we leave out at handover?"
FIRST = "What did you leave out last time?"
# as a facilitator writes: their words in place of ours, between the same marks
FILLED_IN = {
    'name = ""': 'name = "handover"',
    "What do I say first when the news is bad?": QUESTION,
    "You leave with the first sentence you want to say next time.": "You leave with one line less.",
    "What was the first thing you said?": FIRST,
    "Who decided that?": "Nobody asked.",
    "somebody brings me bad news": "I hand over on a Friday",
    "say thank you before I ask anything": "name the one patient I worry about",
}


def rewrite(path, changes):
    """Write other words into the grey box of a page, and save it."""
    notebook = json.loads(path.read_text("utf-8"))
    box = next(cell for cell in notebook["cells"] if cell["cell_type"] == "raw")
    text = "".join(box["source"])
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    box["source"] = text.splitlines(keepends=True)
    path.write_text(json.dumps(notebook, indent=1), "utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The notebooks in a folder of the facilitator's own, with one copy of the template in it."""
    own = tmp_path_factory.mktemp("notebooks")
    for notebook in (KIT / "notebooks").glob("*.ipynb"):
        shutil.copy(notebook, own)
    shutil.copy(own / "your-own-reflection.ipynb", own / FILE)
    rewrite(own / FILE, FILLED_IN)
    return own


@pytest.fixture(scope="module")
def own_kit(folder, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KIT_NOTEBOOKS", str(folder))
        kit = RunningKit(tmp_path_factory.mktemp("journal") / "journal.sqlite3")
    yield kit
    kit.close()


@pytest.fixture(scope="module")
def facilitator(own_kit, browser):
    with visitor(browser, own_kit) as context:
        yield context


@pytest.fixture(scope="module")
def page(own_kit, facilitator):
    """One page for the whole walk: the claims below follow each other down it."""
    start = opened(facilitator, own_kit.page("00-start-here"))
    start.get_by_role("link", name=re.compile(re.escape(QUESTION))).first.click()
    start.get_by_role("heading", level=1, name=QUESTION).wait_for()
    yield start
    start.close()


def address(own_kit, file=FILE):
    return own_kit.page(quote(file.removesuffix(".ipynb")))


def test_the_start_page_lists_the_copy_and_leads_to_it(page):
    assert page.url.split("#")[0].endswith(f"/voila/render/{quote(FILE)}")


def test_the_page_shows_the_facilitators_words_and_no_box(page):
    expect(page.get_by_text("You leave with one line less.")).to_be_visible()
    # the check alone, folded away at the end; nothing is to be put right above the title
    expect(page.get_by_text("For whoever made this page:")).to_have_count(1)
    assert page.get_by_text("[[slow-down.ask]]").count() == 0


def test_the_seven_steps_lead_through_the_page(page):
    links = page.locator("[data-step]")
    expect(links).to_have_count(7)
    for step in ("think-together", "slow-down"):
        page.locator(f"[data-step={step}]").click()
        expect(page.locator(f"[data-step={step}]")).to_have_attribute("aria-current", "step")
    expect(page.locator("h2#slow-down")).to_be_in_viewport()


def test_answers_are_kept_as_they_are_given(own_kit, page):
    page.get_by_label(FIRST).fill("The daughter who rang twice.")
    assert kept(own_kit, "own-handover.last_time", "The daughter who rang twice.")
    page.get_by_label("Nobody asked.").check()
    assert kept(own_kit, "own-handover.first_thought", "Nobody asked.")
    page.get_by_label("Somebody told me late.").check()
    assert kept(own_kit, "own-handover.four_weeks", '["Somebody told me late."]')


def test_what_was_written_first_is_shown_where_the_page_asks_for_it(page):
    page.get_by_role("button", name="Show what I wrote before").click()
    expect(page.locator("blockquote", has_text="The daughter who rang twice.")).to_be_visible()


def test_a_promise_of_the_pages_own_is_kept(own_kit, page):
    page.get_by_label("Start from one of these").select_option(
        "If I hand over on a Friday, then I will name the one patient I worry about"
    )
    expect(page.get_by_label("I will look back at it on")).not_to_have_value("")
    page.get_by_role("button", name="Keep this promise").click()
    page.get_by_text("What you kept here").wait_for()
    [promise] = Journal.open(own_kit.journal).commitments("own-handover")
    assert promise.then == "name the one patient I worry about"


def test_axe_finds_nothing_on_the_page(page):
    assert violations(page) == []


@pytest.mark.parametrize("width", [1280, 400, 320])
def test_the_page_never_scrolls_sideways(page, width):
    assert width_at(page, width) <= width


def test_the_check_says_that_the_page_keeps_the_rhythm(page):
    page.get_by_role("button", name="For whoever made this page").click()
    page.get_by_role("button", name="Check my page").click()
    expect(page.get_by_text("The page keeps the rhythm: seven steps, 3 activities")).to_be_visible()
    expect(page.get_by_text("Answers are kept in each reader's journal under")).to_be_visible()


def test_everything_is_there_after_a_reload(page):
    page.reload()
    expect(page.get_by_label(FIRST)).to_have_value("The daughter who rang twice.")
    expect(page.get_by_label("Nobody asked.")).to_be_checked()
    page.get_by_text("name the one patient I worry about").last.wait_for()


def test_an_edit_is_on_the_page_after_a_reload(folder, page):
    rewrite(folder / FILE, {FIRST: "Whom did you leave out?"})
    page.reload()
    expect(page.get_by_label("Whom did you leave out?")).to_have_value(
        "The daughter who rang twice."
    )


def test_a_slip_is_named_above_the_title_and_takes_no_word_away(folder, page):
    rewrite(folder / FILE, {"minutes = 16": "minutes = sixteen"})
    page.reload()
    expect(page.get_by_text("Line 13: The words after the = sign need")).to_be_visible()
    expect(page.get_by_label("Whom did you leave out?")).to_have_value(
        "The daughter who rang twice."
    )
    rewrite(folder / FILE, {"minutes = sixteen": "minutes = 16"})


def test_a_renamed_file_keeps_its_readers_words(own_kit, facilitator, folder):
    (folder / FILE).rename(folder / "07-handover.ipynb")
    page = opened(facilitator, address(own_kit, "07-handover.ipynb"))
    expect(page.get_by_label("Whom did you leave out?")).to_have_value(
        "The daughter who rang twice."
    )
    page.close()


def test_the_words_leave_with_the_journal(own_kit):
    entries = Journal.open(own_kit.journal).entries("own-handover")
    asked = {entry.prompt.wording: entry.latest.value for entry in entries}
    assert asked[FIRST] == "The daughter who rang twice."
    exported = json.dumps(Journal.open(own_kit.journal).contents(), ensure_ascii=False)
    assert "The daughter who rang twice." in exported
    assert "I hand over on a Friday" in exported


def test_the_template_tells_how_to_copy_it_and_is_no_reflection_itself(own_kit, facilitator):
    page = opened(facilitator, own_kit.page("your-own-reflection"))
    expect(page.get_by_text("Make this page your own", exact=True)).to_be_visible()
    page.goto(own_kit.page("00-start-here"))
    page.get_by_role("link", name=re.compile(re.escape(QUESTION))).first.wait_for()
    assert page.get_by_role("link", name=re.compile("when the news is bad")).count() == 0
    page.close()


def test_no_word_of_a_reader_is_in_a_notebook(folder):
    for notebook in folder.glob("*.ipynb"):
        assert "rang twice" not in notebook.read_text("utf-8")


def test_no_page_raised_an_error(facilitator):
    assert facilitator.errors == []
