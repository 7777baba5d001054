"""What tests of many folders begin with: a clock that stands, and a new journal that asks it."""

import pytest

from helpers.journal import Journal, Prompt
from tests.clock import Clock


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def journal(tmp_path, clock):
    return Journal.open(tmp_path / "journal.sqlite3", now=clock)


@pytest.fixture
def april():
    return Prompt("expectations.email_april", 1, "Your email in April", "expectations")
