import pytest

from helpers.journal import Journal
from tests.clock import Clock
from tests.statement.journals import MARCH, filled


@pytest.fixture
def clock():
    return Clock(MARCH)


@pytest.fixture
def journal(tmp_path, clock):
    """A journal with words on several pages; see ``journals.filled``."""
    return filled(tmp_path / "journal.sqlite3", clock)


@pytest.fixture
def empty(tmp_path):
    return Journal.open(tmp_path / "empty.sqlite3")
