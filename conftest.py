"""No test ever opens the person's own journal, settings or kernels.

pytest reads this file first, wherever the test lies, and notebook kernels inherit the settings.
"""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

HOMES = ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR")


def pytest_configure(config: pytest.Config) -> None:
    """Give each test process a journal and settings of its own."""
    away = Path(tempfile.mkdtemp(prefix="kit-test-"))
    os.environ["KIT_JOURNAL"] = str(away / "journal.db")
    os.environ.update({name: str(away / name.lower()) for name in HOMES})
    config.add_cleanup(lambda: shutil.rmtree(away, ignore_errors=True))


@pytest.fixture(autouse=True)
def journal_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Start every test with an empty journal that nothing else uses, in a program that asks nobody."""
    from helpers.journal import own

    monkeypatch.setattr(own._Chosen, "asks", False)
    journal = tmp_path / "journal.db"
    monkeypatch.setenv("KIT_JOURNAL", str(journal))
    return journal
