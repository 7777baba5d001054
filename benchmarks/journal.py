"""What keeping words costs: one save, ten years of them, and the time until "Saved" is read.

Run it with ``python3 kit.py bench journal``. Times are medians; a bare insert with Python's own
sqlite3, as durable (full synchronisation), is measured in turns with ours.
"""

from __future__ import annotations

import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))

from helpers.journal import Journal, Prompt, cipher
from helpers.journal.schema import entry, version
from tests.browser.conftest import FLAGS, RunningKit
from tests.chromium import make_sure_of_chromium

SAVES, YEARS, VERSIONS, QUESTIONS = 300, 10, 20_000, 400
WORDS = "What I expect of the next report, in a sentence or two that a leader might write. " * 3
KEYS = {"": None, ", with a passphrase": bytes(range(32))}
GOALS = {"cpu": 5.0, "saved": 50.0, "opened": 0.3}

SAVED = """async () => {
  const box = document.querySelector('textarea');
  const note = box.closest('.kit-field').querySelector('.kit-saved');
  const took = [];
  for (let step = 0; step < 20; step += 1) {
    const seen = new Promise(done => new MutationObserver((_, watch) => {
      if (note.textContent.startsWith('Saved')) { watch.disconnect(); done(); }
    }).observe(note, {childList: true, characterData: true, subtree: true}));
    box.value = `Thought number ${step}, kept as soon as the box is left.`;
    box.dispatchEvent(new Event('input'));
    note.textContent = '';
    const start = performance.now();
    box.dispatchEvent(new Event('blur'));
    await seen;
    took.push(performance.now() - start);
    await new Promise(rest => setTimeout(rest, 150));
  }
  return took;
}"""


def timed(act: Callable[[int], object]) -> tuple[float, float]:
    """Return the median milliseconds of CPU and of wall clock of one call."""
    cpu, wall = [], []
    for number in range(SAVES):
        before = time.process_time(), time.perf_counter()
        act(number)
        cpu.append(time.process_time() - before[0])
        wall.append(time.perf_counter() - before[1])
    return statistics.median(cpu) * 1000, statistics.median(wall) * 1000


def saves(folder: Path) -> None:
    """Print what one save costs, ours and a bare insert."""
    print("| one save | CPU, ms | wall clock, ms |\n| --- | ---: | ---: |")
    bare = sqlite3.connect(folder / "bare.sqlite3", isolation_level=None)
    bare.execute("PRAGMA journal_mode = wal")
    bare.execute("PRAGMA synchronous = full")
    bare.execute("CREATE TABLE version (id INTEGER PRIMARY KEY, at TEXT, value TEXT)")

    def insert(number: int) -> None:
        now = datetime.now(UTC).isoformat()
        bare.execute("INSERT INTO version (at, value) VALUES (?, ?)", (now, f"{number} {WORDS}"))

    print("| a bare insert with sqlite3 | {:.2f} | {:.2f} |".format(*timed(insert)))
    ask = Prompt("bench.words", 1, "What do you expect?", "bench")
    for name, key in keys().items():
        journal = Journal.open(folder / f"saves{bool(key)}.sqlite3", key=key)
        cost = timed(lambda number, journal=journal: journal.write(ask, f"{number} {WORDS}"))
        print(
            "| the journal{} (goal: {:.0f} ms of CPU) | {:.2f} | {:.2f} |".format(
                name, GOALS["cpu"], *cost
            )
        )


def keys() -> dict[str, bytes | None]:
    """Return the kinds of journal that this computer can make."""
    return {name: key for name, key in KEYS.items() if key is None or cipher.can_encrypt()}


def ten_years(folder: Path) -> None:
    """Print how long a journal of ten years takes to open and to list."""
    print(f"\n| {VERSIONS:,} versions of {QUESTIONS} answers | opened and listed, s | size, MB |")
    print("| --- | ---: | ---: |")
    for name, key in keys().items():
        file = folder / f"long{bool(key)}.sqlite3"
        fill(Journal.open(file, key=key))
        took = []
        for _ in range(7):
            start = time.perf_counter()
            listed = Journal.open(file, key=key).entries()
            took.append(time.perf_counter() - start)
            assert len(listed) == QUESTIONS
        size = file.stat().st_size / 1024**2
        goal = GOALS["opened"]
        print(f"| the journal{name} (goal: {goal}) | {statistics.median(took):.3f} | {size:.1f} |")


def fill(journal: Journal) -> None:
    """Write ten years of answers, each changed now and then."""
    start = datetime(2016, 11, 25, tzinfo=UTC)
    step = timedelta(days=365 * YEARS) / VERSIONS
    entries = [
        {"id": n + 1, "prompt_id": f"bench.q{n}", "reflection": "bench", "created": "2016-11-25"}
        for n in range(QUESTIONS)
    ]
    fixed = {"prompt_version": 1, "wording": "What do you expect?", "kind": "text"}
    texts = [
        {"entry_id": n % QUESTIONS + 1, "value": f"{n} {WORDS}", "client": "", "seq": 0}
        | {"began": (start + n * step).isoformat(), "at": (start + n * step).isoformat()}
        | fixed
        for n in range(VERSIONS)
    ]
    journal.store.write(
        lambda c: (c.execute(entry.insert(), entries), c.execute(version.insert(), texts))
    )


def until_saved(folder: Path) -> None:
    """Print how long a reader waits for "Saved" after leaving a box."""
    kit = RunningKit(folder / "reader.sqlite3")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=make_sure_of_chromium(), args=FLAGS)
        try:
            context = browser.new_context()
            context.new_page().goto(kit.link)
            page = context.new_page()
            page.goto(kit.page("03-expectations"))
            page.locator("textarea:visible").first.wait_for(timeout=60_000)
            page.wait_for_timeout(6000)
            took = statistics.median(page.evaluate(SAVED))
        finally:
            browser.close()
            kit.close()
    print(f'\nFrom leaving a box to "Saved": {took:.0f} ms (goal: {GOALS["saved"]:.0f}).')


def main() -> None:
    """Print what was measured, as Markdown."""
    folder = Path(tempfile.mkdtemp(prefix="kit-bench-"))
    saves(folder)
    ten_years(folder)
    until_saved(folder)


if __name__ == "__main__":
    main()
