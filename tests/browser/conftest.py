"""One running kit and one browser for all browser tests of a worker; every word goes to a test journal."""

import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Error, expect, sync_playwright

from helpers.journal import Journal
from tests.chromium import chromium

KIT = Path(__file__).resolve().parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
OPENING = 60_000  # milliseconds for a page on a busy machine; no claim about speed
expect.set_options(timeout=OPENING)


class RunningKit:
    """
    The kit as a person starts it: one command, one link.

    With a ``home``, it starts as on a new computer: no journal, and all it writes is in there.
    """

    def __init__(self, journal=None, *, home=None):
        self.journal = journal
        environment = os.environ | {"PYTHONUNBUFFERED": "1"}
        if home:
            environment = at_home(home, environment)
        else:
            environment["KIT_JOURNAL"] = str(journal)
            if not journal.exists():
                Journal.open(journal)  # as after the first page
        command = [sys.executable, "-m", "helpers", "open", "--no-browser"]
        if os.environ.get("PYTEST_XDIST_WORKER", "gw0") != "gw0":
            command += ["--port", "8900"]
        self.process = subprocess.Popen(
            command,
            cwd=KIT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.said = []
        said = iter(self.process.stdout.readline, "")
        links = (found[0] for line in said if (found := re.search(r"http://\S+", self.heard(line))))
        self.link = next(links, "")
        assert self.link, f"the kit did not start: status {self.process.wait(20)}"
        self.address = self.link.partition("/kit/")[0]

    def heard(self, line):
        self.said.append(line)
        return line

    def page(self, notebook):
        return f"{self.address}/voila/render/{notebook}.ipynb"

    def close(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.said.append(self.process.communicate(timeout=20)[0])
        except subprocess.TimeoutExpired:
            self.process.kill()


def at_home(home, environment):
    """Return the settings of a person whose whole home is one empty folder."""
    places = {
        "XDG_DATA_HOME": "data",
        "XDG_CONFIG_HOME": "config",
        "XDG_CACHE_HOME": "cache",
        "IPYTHONDIR": "ipython",
        "JUPYTER_CONFIG_DIR": "jupyter",
        "JUPYTER_DATA_DIR": "jupyter-data",
        "TMPDIR": "temporary",
    }
    found = {name: str(home / folder) for name, folder in places.items()}
    (home / "temporary").mkdir(parents=True)
    return {name: value for name, value in environment.items() if name != "KIT_JOURNAL"} | found


@contextmanager
def running(*asked, **more):
    """A kit that is closed at the end."""
    kit = RunningKit(*asked, **more)
    yield kit
    kit.close()


@contextmanager
def visitor(browser, kit):
    """A browser that holds the kit's cookie, and notes every address it asks and every error."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    context.set_default_timeout(OPENING)
    context.asked, context.errors = [], []
    context.on("request", lambda request: context.asked.append(request.url))
    context.on("weberror", lambda error: context.errors.append(str(error.error)))
    context.new_page().goto(kit.link)
    yield context
    context.close()


@pytest.fixture(scope="session")
def kit(tmp_path_factory):
    with running(tmp_path_factory.mktemp("journal") / "journal.sqlite3") as kit:
        yield kit


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def reader(kit, browser):
    """Somebody whose pages these tests open, one after the other."""
    with visitor(browser, kit) as context:
        context.pages[0].close()
        yield context


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """The empty home of a person with a new computer."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def new_kit(home):
    """The kit on a new computer: nobody has said yet whose it is."""
    with running(home=home) as kit:
        yield kit


@pytest.fixture(scope="module")
def guest(browser, new_kit):
    """A person at the front desk of a new kit."""
    with visitor(browser, new_kit) as context:
        yield context


def through_the_desk(desk):
    """Wait until the front desk has led on to the start page."""
    desk.wait_for_url(re.compile(r"^[^?]+/voila/render/00-start-here.ipynb"))


def opened(reader, address, width=1280):
    """Open a page of the kit and wait until its first part is there."""
    page = reader.new_page()
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    try:
        page.locator(".kit:visible").first.wait_for()
    except Error as late:
        raise AssertionError(
            f"{address} shows no part of the kit: {page.inner_text('body')}"
        ) from late
    return page
