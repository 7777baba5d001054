"""How long a page takes to open, how much memory the kit holds, how fast a control answers.

Run it with ``python3 kit.py bench open``. Times are medians in this machine's seconds; the empty
notebook is served by stock Voilà, also from a warm kernel, in the same run.
"""

from __future__ import annotations

import contextlib
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat
import psutil
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.browser.conftest import FLAGS, RunningKit
from tests.chromium import make_sure_of_chromium

PAGE, TIMES = "03-expectations", 10
ANSWER = """async () => {
  const slider = document.querySelector('input[type=range]');
  const finding = slider.closest('.kit-activity').querySelector('.kit-finding');
  const took = [];
  for (let step = 0; step < 20; step += 1) {
    const seen = new Promise(done => new MutationObserver((_, watch) => { watch.disconnect(); done(); })
      .observe(finding, {childList: true, characterData: true, subtree: true}));
    const start = performance.now();
    slider.value = step % 2 ? 78 : 82;
    slider.dispatchEvent(new Event('input'));
    await seen;
    took.push(performance.now() - start);
    await new Promise(rest => setTimeout(rest, 150));
  }
  return took;
}"""


def memory(pid: int) -> float:
    """Return the proportional memory of a process and all its children, in MB."""
    tree = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    total = 0
    for process in tree:
        with contextlib.suppress(psutil.NoSuchProcess):
            held = process.memory_full_info()
            total += getattr(held, "pss", held.rss)
    return total / 1024**2


def settle(pid: int, seconds: float = 3) -> None:
    """Wait until a process and its children have been quiet for a while."""

    def worked() -> float:
        tree = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
        return sum(sum(process.cpu_times()[:2]) for process in tree)

    deadline, quiet, before = time.monotonic() + 40, 0.0, worked()
    time.sleep(7)  # the pool is filled again some seconds after a kernel was taken
    while quiet < seconds and time.monotonic() < deadline:
        time.sleep(0.5)
        now = worked()
        quiet = quiet + 0.5 if abs(now - before) < 0.03 else 0.0
        before = now


def opening(context, address: str, part: str = ".kit textarea:visible"):
    """Open a page; return it and the seconds until its first control can be used."""
    page = context.new_page()
    started = time.perf_counter()
    page.goto(address, timeout=60_000)
    page.locator(part).first.wait_for(timeout=60_000)
    return page, time.perf_counter() - started


class Found(dict):
    """What was measured; each row is printed as soon as it is known."""

    def __setitem__(self, name: str, value: float) -> None:
        super().__setitem__(name, value)
        print(f"| {name} | {value:.{0 if 'M' in name or 'ms' in name else 2}f} |", flush=True)


def ours(playwright, found: Found) -> None:
    """Measure the kit as a person starts it."""
    kit = RunningKit(Path(tempfile.mkdtemp()) / "journal.sqlite3")
    browser = playwright.chromium.launch(executable_path=make_sure_of_chromium(), args=FLAGS)
    context = browser.new_context()
    context.new_page().goto(kit.link)
    try:
        context.pages[0].close()
        settle(kit.process.pid)
        time.sleep(75)  # the kernel of the page that was closed has ended by now
        found["memory at rest, MB"] = memory(kit.process.pid)
        warm = []
        for _ in range(TIMES):
            page, took = opening(context, kit.page(PAGE))
            warm.append(took)
            page.close()
            settle(kit.process.pid)
        found["warm page usable, s (median of ten)"] = statistics.median(warm)
        first, _ = opening(context, kit.page(PAGE))
        cold = [opening(context, kit.page(PAGE)) for _ in range(2)]
        found["page outside the pool usable, s (worst of two)"] = max(took for _, took in cold)
        settle(kit.process.pid)
        first.bring_to_front()  # browsers slow down the drawing of pages behind others
        first.get_by_role("button", name="Show the same data as control charts").click()
        first.get_by_role("button", name=re.compile("The same measure, another target")).click()
        first.locator("input[type=range]").first.wait_for()
        first.wait_for_timeout(2000)
        found["slider to words and figure, ms (median of 20)"] = statistics.median(
            first.evaluate(ANSWER)
        )
        time.sleep(75)
        settle(kit.process.pid)
        found["memory with three pages open, MB"] = memory(kit.process.pid)
    finally:
        browser.close()
        kit.close()


def empty(playwright, found: Found) -> None:
    """Measure a notebook with one slider, served by stock Voilà from a warm kernel."""
    folder = Path(tempfile.mkdtemp())
    cell = nbformat.v4.new_code_cell("import ipywidgets\nipywidgets.IntSlider()")
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = nbformat.v4.new_notebook(cells=[cell], metadata={"kernelspec": kernel})
    nbformat.write(notebook, folder / "empty.ipynb")
    words = ["--no-browser", "--port=8990", "--preheat_kernel=True", "--pool_size=1"]
    command = [sys.executable, "-m", "voila", str(folder / "empty.ipynb"), *words]
    server = subprocess.Popen(
        command, stderr=subprocess.DEVNULL, env=os.environ | {"NO_PROXY": "*"}
    )
    browser = playwright.chromium.launch(executable_path=make_sure_of_chromium(), args=FLAGS)
    context = browser.new_context()
    try:
        settle(server.pid)
        took = []
        for _ in range(TIMES):
            page, seconds = opening(context, "http://127.0.0.1:8990/", ".jupyter-widgets:visible")
            took.append(seconds)
            page.close()
            settle(server.pid)
    finally:
        browser.close()
        server.terminate()
        server.wait(20)
    found["empty notebook in stock Voilà usable, s (median of ten)"] = statistics.median(took)


def main() -> None:
    """Print a Markdown table of what was measured."""
    print("| measured | |\n| --- | ---: |")
    found = Found()
    with sync_playwright() as playwright:
        ours(playwright, found)
        empty(playwright, found)
    warm, bare = (value for name, value in found.items() if "median of ten" in name)
    print(f"| warm page against the empty notebook | {warm / bare:.2f} × |")


if __name__ == "__main__":
    main()
