"""What a journal's files tell before any of them is opened: whether it is locked, or has gone.

There is no single sign. An encrypted file begins with random bytes, and so might a damaged one; a
key file may be lost, or be left over from a passphrase that was never set. So the journal, its key
file and its newest backup are looked at together.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from helpers.journal import backups, cipher
from helpers.journal.folder import standard_path
from helpers.journal.turns import turn

_LOOKED_AT = 4096  # bytes: a page of the database
_EVEN = 16  # no sign is this many times as frequent as by chance in an encrypted page


def is_locked(path: Path) -> bool:
    """
    Say whether a journal needs a key, be it whole, damaged or gone.

    A key file beside a readable journal is what a power cut leaves behind in the middle of
    setting a passphrase; the journal is then as it was.
    """
    start = _start(path)
    if cipher.begins_plain(start):
        return False
    if any(file.exists() for file in cipher.key_files(path)):
        return True
    if newest := next(iter(backups.listed(path)), None):
        return not cipher.is_plain(newest.path)
    return path == standard_path() and is_even(start)


def is_gone(path: Path) -> bool:
    """Say whether there was a journal here: there are backups or a key, but no byte of it is left."""
    try:
        empty = path.stat().st_size == 0
    except OSError:
        empty = not path.exists()
    return empty and was_here(path)


def was_here(path: Path) -> bool:
    """Say whether a journal left something here: backups, or the key file of one with a passphrase."""
    return bool(backups.listed(path)) or any(file.exists() for file in cipher.key_files(path))


def is_even(start: bytes) -> bool:
    """
    Say whether bytes are spread as evenly as those of an encrypted page.

    Examples
    --------
    >>> is_even(bytes(range(256)) * 16), is_even(bytes(2000) + bytes(range(256)) * 8), is_even(b"")
    (True, False, False)
    """
    if not start:
        return False
    return Counter(start).most_common(1)[0][1] < max(4, _EVEN * len(start) / 256)


def _start(path: Path) -> bytes:
    try:
        with turn(path), path.open("rb") as file:
            return file.read(_LOOKED_AT)
    except OSError:
        return b""
