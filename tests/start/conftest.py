from datetime import UTC, datetime

import pytest

from helpers.journal import Journal
from helpers.page.shelf import Reflection


class Clock:
    """A clock that stands at noon of a day in 2026, and moves only when told."""

    def __init__(self):
        self.on(3, 2)

    def __call__(self):
        return self.time

    def on(self, month, day):
        self.time = datetime(2026, month, day, 12, tzinfo=UTC)

    @property
    def today(self):
        return self.time.astimezone().date()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def journal(tmp_path, clock):
    return Journal.open(tmp_path / "journal.sqlite3", now=clock)


def reflection(number, subject, minutes=27):
    question = f"What of {subject} & me?"
    return Reflection(f"{number:02}-{subject}.ipynb", question, "A sentence.", minutes, 60, subject)


@pytest.fixture
def shelf():
    """Three reflections and the one that gathers, as they will stand on the shelf."""
    found = [reflection(n, name) for n, name in enumerate(["methods", "learning", "voices"], 1)]
    return lambda: [*found, reflection(6, "statement")]


@pytest.fixture
def around(journal, clock, shelf):
    """What the activities that look at the day and the shelf are given."""
    return {"journal": journal, "today": lambda: clock.today, "shelf": shelf}
