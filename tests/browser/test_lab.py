"""The same notebook in JupyterLab, one click away: it runs, it keeps, it survives a restart."""

import http.client
import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import opened
from tests.browser.seen import kept, run_all

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def lab(kit, reader):
    page = opened(reader, kit.page("03-expectations"))
    with reader.expect_page() as opening:
        page.get_by_role("link", name=re.compile("See how this works")).click()
    lab = opening.value
    lab.wait_for_url("**/doc/tree/03-expectations.ipynb")
    lab.locator(".jp-Notebook").wait_for()
    page.close()
    yield lab
    lab.close()


def test_the_notebook_says_how_to_wake_it_up(lab):
    expect(lab.locator("strong", has_text="How to wake this page up.")).to_be_visible()


def test_no_window_pops_up(lab):
    lab.wait_for_timeout(1500)
    assert lab.locator(".jp-Dialog, .Toastify__toast").count() == 0


def test_the_code_is_folded(lab):
    assert lab.locator(".jp-CodeCell .jp-InputArea-editor:visible").count() == 0


def test_an_answer_is_kept_and_found_after_a_restart(kit, lab):
    label = "Your email in May"
    run_all(lab)
    lab.get_by_label(label).wait_for()
    lab.get_by_label(label).fill("Written in JupyterLab.")
    lab.get_by_text(re.compile(r"Saved \d\d:\d\d")).first.wait_for()
    lab.locator(".lm-MenuBar-item", has_text="Kernel").click()
    lab.locator(".lm-Menu-item", has_text="Restart Kernel and Run All Cells").click()
    lab.locator(".jp-Dialog .jp-mod-accept").click()
    lab.get_by_label(label).wait_for(state="detached")
    expect(lab.get_by_label(label)).to_have_value("Written in JupyterLab.")
    lab.get_by_label(label).fill("Typed after the restart.")
    assert kept(kit, "expectations.email_may", "Typed after the restart.")


def test_saving_the_notebook_stores_no_word_and_no_widget(lab):
    from helpers.page.notebooks import NOTEBOOKS

    before = (NOTEBOOKS / "03-expectations.ipynb").read_text("utf-8")
    lab.locator(".lm-MenuBar-item", has_text="Settings").click()
    setting = lab.locator(".lm-Menu-item", has_text="Save Widget State Automatically")
    setting.click()
    lab.locator(".jp-Notebook").press("Control+s")
    lab.wait_for_timeout(3000)
    try:
        stored = (NOTEBOOKS / "03-expectations.ipynb").read_text("utf-8")
        assert "Typed after the restart" not in stored
        assert "widget-state" not in stored
    finally:
        (NOTEBOOKS / "03-expectations.ipynb").write_text(before, "utf-8")
        for copy in (NOTEBOOKS / ".ipynb_checkpoints").glob("*"):
            assert "Typed after the restart" not in copy.read_text("utf-8")
            copy.unlink()


def test_the_kits_addresses_in_jupyterlab_answer_nobody_without_the_cookie(kit, lab):
    port = int(re.search(r":(\d+)/", lab.url)[1])
    for host in (f"127.0.0.1:{port}", "evil.example"):
        asked = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        asked.request("GET", "/kit/place", headers={"Host": host, "X-Kit": "page"})
        assert asked.getresponse().status == 403
