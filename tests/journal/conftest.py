import pytest

from helpers.journal import Journal


@pytest.fixture
def file(tmp_path):
    return tmp_path / "kit" / "journal.sqlite3"


@pytest.fixture
def journal(file, clock):
    return Journal.open(file, now=clock)
