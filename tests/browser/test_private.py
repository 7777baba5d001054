"""A new computer, a passphrase, and a marker typed into every box: it is in no file anywhere."""

import re

import psutil
import pytest
from playwright.sync_api import expect

from helpers.journal import cipher
from tests.browser.conftest import KIT, opened, through_the_desk
from tests.browser.seen import run_all, violations, width_at

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not cipher.can_encrypt(), reason="no SQLCipher on this computer"),
]
MARK = "Zwetschgenkuchen"
WORDS = "three quiet words"
KEYS = []  # as the kit told them to a page
NOTEBOOKS = sorted(
    path.relative_to(KIT / "notebooks").with_suffix("").as_posix()
    for path in (KIT / "notebooks").rglob("*.ipynb")
    if ".ipynb_checkpoints" not in path.parts
)
# nothing that a running kit writes
PASSED_OVER = {".git", ".venv", ".venv-bench", ".pytest_cache", "__pycache__"}


@pytest.fixture(scope="module")
def desk(guest):
    return guest.pages[0]


def files(*folders):
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file() and not PASSED_OVER & set(path.parts):
                yield path


def test_the_first_page_tells_and_asks_before_anything_else(desk):
    expect(desk).to_have_title(re.compile("Before you write"))
    assert desk.get_by_role("radio", checked=True).count() == 0
    assert violations(desk) == []


@pytest.mark.parametrize("width", [1280, 400, 320])
def test_the_first_page_never_scrolls_sideways(desk, width):
    assert width_at(desk, width) <= width


def test_no_page_opens_before_the_question_is_answered(new_kit, guest):
    page = guest.new_page()
    page.goto(new_kit.page("03-expectations"))
    assert "/kit/desk" in page.url
    page.close()


def test_a_passphrase_that_was_folded_away_is_asked_about_not_dropped(desk):
    desk.get_by_label("My own").check()
    fold = desk.get_by_text("Set a passphrase as well")
    fold.click()
    desk.get_by_label("New passphrase").fill(WORDS)
    fold.click()
    desk.get_by_role("button", name="Go on").click()
    expect(desk.get_by_role("alert").first).to_contain_text("then folded it away")
    expect(desk.get_by_label("New passphrase")).to_be_visible()
    desk.reload()


def test_a_passphrase_is_set_and_its_recovery_code_shown_once(desk, home):
    desk.get_by_label("My own").check()
    desk.get_by_text("Set a passphrase as well").click()
    desk.get_by_label("New passphrase").fill(WORDS)
    desk.get_by_label("The same passphrase again").fill(WORDS)
    desk.get_by_role("button", name="Go on").click()
    expect(desk.get_by_text(re.compile(r"^(\w{4}-){6}\w{2}$"))).to_be_visible()
    desk.get_by_role("button", name="I have written it down").click()
    through_the_desk(desk)


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_the_marker_is_typed_into_every_box_of_every_page(new_kit, guest, notebook):
    page = opened(guest, new_kit.page(notebook))
    boxes = page.locator("textarea:visible, .kit-words input:visible")
    expect(boxes.first).to_be_visible()
    page.wait_for_timeout(1500)
    for number in range(boxes.count()):
        box = boxes.nth(number)
        expect(box).to_be_editable()  # once what was written before has been read
        box.fill(f"{MARK} {number}")
        box.blur()
        expect(box).to_have_value(f"{MARK} {number}")
    page.wait_for_timeout(1500)
    page.close()


def test_the_words_were_kept(new_kit, guest):
    page = opened(guest, new_kit.page("03-expectations"))
    expect(page.get_by_label("Your email in April")).to_have_value(re.compile(MARK))
    page.close()


@pytest.mark.parametrize("address", ["kit/where", "kit/desk/lock", "kit/desk/take_off"])
def test_a_request_that_no_page_of_ours_sends_gets_neither_key_nor_act(desk, address):
    method = "GET" if address == "kit/where" else "POST"
    asked = "([address, method]) => fetch('/' + address, {method}).then(told => told.status)"
    assert desk.evaluate(asked, [address, method]) == 403


def test_no_process_shows_the_key_in_its_settings_or_command(new_kit, desk):
    asked = "() => fetch('/kit/where', {headers: {'X-Kit': 'page'}}).then(told => told.json())"
    key = desk.evaluate(asked)["key"]
    assert len(key) == 64
    kit = psutil.Process(new_kit.process.pid)
    for process in [kit, *kit.children(recursive=True)]:
        shown = " ".join([*process.cmdline(), *process.environ().values()])
        assert not any(secret in shown for secret in (key, WORDS))
    KEYS.append(key)


def test_a_page_in_jupyterlab_gets_the_key_too(new_kit, guest):
    lab = guest.new_page()
    lab.goto(f"{new_kit.address}/kit/lab/03-expectations.ipynb")
    lab.wait_for_url("**/doc/tree/03-expectations.ipynb")
    lab.locator(".jp-Notebook").wait_for()
    run_all(lab)
    expect(lab.get_by_label("Your email in April")).to_have_value(re.compile(MARK))
    lab.close()


def test_locking_takes_the_key_from_open_pages(new_kit, guest, desk):
    reading = opened(guest, new_kit.page("03-expectations"))
    desk.goto(f"{new_kit.address}/kit/desk")
    assert violations(desk) == []
    desk.get_by_role("button", name="Lock it now").click()
    expect(desk).to_have_title(re.compile("locked"))
    assert violations(desk) == []
    reading.reload()
    assert "/kit/desk" in reading.url
    reading.get_by_label("Passphrase", exact=True).fill("something else")
    reading.get_by_role("button", name="Open my journal").click()
    expect(reading.get_by_role("alert").first).to_contain_text("does not open this journal")
    reading.get_by_label("Passphrase", exact=True).fill(WORDS)
    reading.get_by_role("button", name="Open my journal").click()
    reading.wait_for_url(re.compile(r"^[^?]+/voila/render/03-expectations.ipynb"))
    expect(reading.get_by_label("Your email in April")).to_have_value(re.compile(MARK))
    reading.close()


def test_words_typed_while_the_journal_is_locked_are_never_called_kept(new_kit, guest, desk):
    reading = opened(guest, new_kit.page("03-expectations"))
    expect(reading.get_by_label("Your email in May")).to_be_editable()
    desk.goto(f"{new_kit.address}/kit/desk")
    desk.get_by_role("button", name="Lock it now").click()
    expect(desk).to_have_title(re.compile("locked"))
    reading.get_by_label("Your email in May").fill("Typed while it was locked.")
    bar = reading.locator(".kit-notice")
    expect(bar).to_contain_text("not kept yet")
    expect(bar.get_by_role("button")).to_have_count(0)
    desk.get_by_label("Passphrase", exact=True).fill(WORDS)
    desk.get_by_role("button", name="Open my journal").click()
    expect(bar).to_contain_text("What you wrote is kept")
    bar.get_by_role("button", name="Open the page again").click()
    expect(reading.get_by_label("Your email in May")).to_have_value("Typed while it was locked.")
    reading.close()


def test_a_locked_journal_is_closed_in_jupyterlab_too(new_kit, guest, desk):
    lab = guest.new_page()
    lab.goto(f"{new_kit.address}/kit/lab/03-expectations.ipynb")
    lab.wait_for_url("**/doc/tree/03-expectations.ipynb")
    run_all(lab)
    expect(lab.get_by_label("Your email in April")).to_have_value(re.compile(MARK))
    desk.goto(f"{new_kit.address}/kit/desk")
    desk.get_by_role("button", name="Lock it now").click()
    expect(desk).to_have_title(re.compile("locked"))
    asked = "() => fetch('/kit/where', {headers: {'X-Kit': 'page'}}).then(told => told.json())"
    for _ in range(50):
        if not lab.evaluate(asked).get("key"):
            break
        lab.wait_for_timeout(200)
    assert not lab.evaluate(asked).get("key")
    lab.close()


def test_neither_marker_nor_passphrase_is_in_any_file_or_in_what_was_printed(new_kit, home):
    new_kit.close()
    found = [
        str(path)
        for path in files(home, KIT)
        if any(word.encode() in path.read_bytes() for word in (MARK, WORDS, *KEYS))
        if path.suffix != ".py"  # the tests name both
    ]
    assert found == []
    assert MARK not in "".join(new_kit.said)
    assert list(files(home))  # there was something to search
