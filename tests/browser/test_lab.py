"""The same notebook in JupyterLab, one click away: it runs, it keeps, it survives a restart."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import opened

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


def run_all(lab, menu="Run", item="Run All Cells"):
    lab.locator(".lm-MenuBar-item", has_text=menu).click()
    lab.locator(".lm-Menu-item", has_text=item).first.click()


def test_the_notebook_says_how_to_wake_it_up(lab):
    lab.locator("strong", has_text="How to wake this page up.").wait_for()


def test_no_window_pops_up(lab):
    lab.wait_for_timeout(1500)
    assert lab.locator(".jp-Dialog, .Toastify__toast").count() == 0


def test_the_code_is_folded(lab):
    assert lab.locator(".jp-CodeCell .jp-InputArea-editor:visible").count() == 0


def test_an_answer_is_kept_and_found_after_a_restart(lab):
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
