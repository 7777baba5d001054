"""One at a time inside this program: a lock for each journal file.

Locks on files belong to a whole process, not to a thread. Closing any handle on a file gives up
every lock that the process holds on it (POSIX), and the two libraries that open journals do not
know of each other. So threads of one program take turns here, and files are opened by hand only
in a turn. Other processes are kept apart by SQLite's own locks.
"""

from __future__ import annotations

import os
import threading
from pathlib import Path

_locks: dict[str, threading.RLock] = {}
_making = threading.Lock()

if hasattr(os, "register_at_fork"):  # a child has none of the threads that may hold a lock
    os.register_at_fork(after_in_child=_locks.clear)


def turn(path: Path) -> threading.RLock:
    """
    Return the lock of one file, to be held with ``with``; the same thread may take it again.

    Examples
    --------
    >>> turn(Path("a")) is turn(Path("a")), turn(Path("a")) is turn(Path("b"))
    (True, False)
    """
    name = os.path.abspath(path)
    with _making:
        return _locks.setdefault(name, threading.RLock())
