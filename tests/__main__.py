"""Every check in one run: style, types, layers, tests, notebooks, browser.

``python3 kit.py test`` runs them all. ``python3 kit.py test tests/spc`` runs only those tests;
words after ``--`` go to pytest.
"""

import contextlib
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.chromium import make_sure_of_chromium

KIT = Path(__file__).resolve().parents[1]
IMPORT_LINTER = "from importlinter.cli import lint_imports_command as run; run()"
TWO_WORKERS = ("pytest", "-q", "-n", "2", "--dist", "loadscope")
SKIPPED = "BROWSER TESTS SKIPPED: no Chromium, Chrome or Edge is here. Install one and test again."


@dataclass(frozen=True)
class Step:
    """One check: what it is called, the words after ``python -m``, and its limit in minutes."""

    name: str
    words: tuple[str, ...]
    minutes: int = 5


@dataclass(frozen=True)
class Result:
    """How a check ended."""

    name: str
    outcome: str
    seconds: float = 0.0


BROWSER = Step("browser tests", (*TWO_WORKERS, "-m", "browser", "tests/browser"), 25)
STEPS = (
    Step("lint", ("ruff", "check", ".")),
    Step("format", ("ruff", "format", "--check", ".")),
    Step("types", ("mypy",)),
    Step("layers", ("-c", IMPORT_LINTER, "--no-logo")),
    Step("unit tests, doctests, notebooks", (*TWO_WORKERS, "-m", "not browser"), 30),
    BROWSER,
)


def main(words: list[str]) -> int:
    """Run every check, or only the tests that are named; return an exit status."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    if words:
        return run(Step("tests", ("pytest", *words), 60)).outcome != "passed"
    results = [browser_tests() if step is BROWSER else run(step) for step in STEPS]
    print(table(results), flush=True)
    if any(result.outcome == "SKIPPED" for result in results):
        print(SKIPPED, flush=True)
    return any(result.outcome == "FAILED" for result in results)


def browser_tests() -> Result:
    """Run the browser tests; where there is no browser say so loudly, and fail in CI."""
    if make_sure_of_chromium():
        return run(BROWSER)
    print(f"\n{SKIPPED}", flush=True)
    return Result(BROWSER.name, "FAILED" if os.environ.get("CI") == "true" else "SKIPPED")


def run(step: Step) -> Result:
    """Run one check in a process of its own, and end it with its children at its time limit."""
    print(f"\n== {step.name}", flush=True)
    words = step.words if step.words[0] == "-c" else ("-m", *step.words)
    started = time.monotonic()
    process = subprocess.Popen([sys.executable, *words], cwd=KIT, start_new_session=True)
    try:
        status = process.wait(60 * step.minutes)
    except subprocess.TimeoutExpired:
        print(f"{step.name}: stopped after {step.minutes} minutes.", flush=True)
        status = 1
    finally:
        end(process)
    return Result(step.name, "FAILED" if status else "passed", time.monotonic() - started)


def end(process: subprocess.Popen[bytes]) -> None:
    """End a check that still runs, and the processes it started."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True)
    else:
        # The check leads a process group of its own, so nobody else's process is in it.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(10)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def table(results: list[Result]) -> str:
    """Lay out how every check ended, for the last lines of a run."""
    rows = [f"{r.name:<34}{r.outcome:<9}{r.seconds:6.0f} s" for r in results]
    total = sum(result.seconds for result in results)
    failed = [result.name for result in results if result.outcome == "FAILED"]
    verdict = f"Failed: {', '.join(failed)}." if failed else "Nothing failed."
    return "\n".join(["", *rows, f"{verdict} {total:.0f} s in all."])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("\nStopped.")
