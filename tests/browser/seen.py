"""What a browser test looks at on any page: rules of accessibility, width, notes of saving, words kept."""

import re
import time

from axe_playwright_python.sync_playwright import Axe

from helpers.journal import Journal

AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],
}


def violations(page, options=AXE):
    """Return what axe finds wrong: the rule, and the markup that breaks it."""
    page.evaluate(
        "scrollTo({top: 0, behavior: 'instant'})"
    )  # nothing lies half under the bar there
    page.wait_for_timeout(200)
    found = Axe().run(page, options=options).response["violations"]
    return [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found]


def width_at(page, width):
    """Return how wide the page is in a window of this width; the window is as before afterwards."""
    before = page.viewport_size
    page.set_viewport_size({"width": width, "height": 900})
    page.wait_for_timeout(500)
    found = page.evaluate("document.documentElement.scrollWidth")
    page.set_viewport_size(before)
    return found


def saved_note(page, label):
    """Find the field's own note that its words are saved."""
    field = page.get_by_label(label).locator("xpath=ancestor::*[contains(@class,'kit-field')]")
    return field.get_by_text(re.compile(r"Saved \d\d:\d\d"))


def kept(kit, prompt_id, words, seconds=30):
    """Whether the journal comes to hold these words; the page itself is not asked."""
    for _ in range(10 * seconds):
        version = Journal.open(kit.journal).latest(prompt_id)
        if version and version.value == words:
            return True
        time.sleep(0.1)
    return False


def run_all(lab, menu="Run", item="Run All Cells"):
    """Choose an entry of JupyterLab's menu; a kernel that is not connected yet takes no orders."""
    lab.get_by_text("Python 3 (ipykernel) | Idle").first.wait_for()
    lab.locator(".lm-MenuBar-item", has_text=menu).click()
    lab.locator(".lm-Menu-item", has_text=item).first.click()
