import pytest

from helpers.journal import Journal, Prompt


@pytest.fixture
def journal(tmp_path):
    return Journal.open(tmp_path / "journal.sqlite3")


@pytest.fixture
def april():
    return Prompt("expectations.email_april", 1, "Your email in April", "expectations")
