"""A folder for words that are not kept: it lasts as long as the running kit."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

_NAME = "leading-for-improvement-"


def begin() -> Path:
    """Make a folder that only this person can open."""
    return Path(tempfile.mkdtemp(prefix=f"{_NAME}{os.getpid()}-"))


def sweep() -> None:
    """Delete the folders of kits that were stopped before they could delete them."""
    import psutil

    for folder in Path(tempfile.gettempdir()).glob(f"{_NAME}*-*"):
        with suppress(ValueError):  # a folder of somebody else's
            program = int(folder.name.removeprefix(_NAME).partition("-")[0])
            if not psutil.pid_exists(program):
                shutil.rmtree(folder, ignore_errors=True)
