from datetime import UTC, datetime, timedelta

import pytest

from helpers.journal import Journal, Prompt


class Clock:
    """A clock that moves only when told."""

    def __init__(self):
        self.time = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def __call__(self):
        return self.time

    def move(self, seconds):
        self.time += timedelta(seconds=seconds)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def file(tmp_path):
    return tmp_path / "kit" / "journal.sqlite3"


@pytest.fixture
def journal(file, clock):
    return Journal.open(file, now=clock)


@pytest.fixture
def april():
    return Prompt("expectations.email_april", 1, "Your email in April", "expectations")
