"""One window installs at a time; the system frees the lock of one that died."""

import contextlib
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO


@contextlib.contextmanager
def alone(lock: Path) -> Iterator[IO[str]]:
    """Hold a lock file while installing; wait, and say so, while another window holds it."""
    with lock.open("a") as held:
        told = False
        while not taken(held):
            if not told:
                print("Another window is setting up the kit. Waiting for it.", flush=True)
            told = True
            time.sleep(0.5)
        yield held


def taken(held: IO[str]) -> bool:
    """Try once to take the lock; True as well on a disk that knows no locks."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(held.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True
    return True
