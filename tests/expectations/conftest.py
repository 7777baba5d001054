import pytest

from helpers.journal import Journal


@pytest.fixture
def journal(tmp_path):
    return Journal.open(tmp_path / "journal.sqlite3")
