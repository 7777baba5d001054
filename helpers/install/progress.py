"""How far a long piece of work is: a moving line in a window, a line now and then in a log."""

import contextlib
import queue
import subprocess
import sys
import threading
import time
from typing import IO


class Progress:
    """One line that says what is being done, how much of it, and for how long."""

    def __init__(self) -> None:
        self.started = time.monotonic()
        self.moving = sys.stdout.isatty()
        self.stage = ""
        self.due = 0.0

    def show(self, stage: str, done: int = 0, total: int = 0) -> None:
        """Draw the line again; in a log only for a new stage or after half a minute."""
        now = time.monotonic()
        if not self.moving and stage == self.stage and now < self.due:
            return
        if stage != self.stage:
            self.close()
        self.stage, self.due = stage, now + 30
        minutes, seconds = divmod(int(now - self.started), 60)
        text = f"  {stage:<30} {minutes}:{seconds:02}  {bar(done, total)}".rstrip()
        print(f"\r{text}" if self.moving else text, end="" if self.moving else "\n", flush=True)

    def close(self) -> None:
        """End the moving line."""
        if self.moving and self.stage:
            print(flush=True)


def bar(done: int, total: int) -> str:
    """
    Draw how much is done, in letters that every terminal has.

    Examples
    --------
    >>> bar(30, 120)
    '[#####...............] 30 of 120'
    """
    if not total:
        return ""
    filled = 20 * min(done, total) // total
    return f"[{'#' * filled}{'.' * (20 - filled)}] {done} of {total}"


def follow(command: list[str], stage: str, total: int, progress: Progress, lock: IO[str]) -> str:
    """
    Run one command quietly and show how far it is.

    Returns
    -------
    str
        What the command printed if it failed; empty if all went well.
    """
    # The child holds the lock too: should this window be killed, its installer still counts.
    held = () if sys.platform == "win32" else (lock.fileno(),)
    work = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        pass_fds=held,
    )
    try:
        printed = _watch(work.stdout, stage, total, progress)
        return "\n".join(printed) or "no message" if work.wait() else ""
    except BaseException:
        work.terminate()
        work.wait()
        raise


def _watch(output: IO[str] | None, stage: str, total: int, progress: Progress) -> list[str]:
    """Collect what a command prints, and redraw the line at least twice a second."""
    lines: queue.Queue[str | None] = queue.Queue()
    threading.Thread(target=_read, args=(output, lines), daemon=True).start()
    printed: list[str] = []
    while True:
        done = sum(line.startswith(("Collecting ", "Requirement already")) for line in printed)
        if printed and printed[-1].startswith("Installing collected"):
            stage, done, total = "Putting them in place", 0, 0
        progress.show(stage, done, total)
        with contextlib.suppress(queue.Empty):
            line = lines.get(timeout=0.5)
            if line is None:
                return printed
            printed.append(line.rstrip())


def _read(output: IO[str], lines: "queue.Queue[str | None]") -> None:
    """Pass on each line as it comes, and None at the end."""
    with output:
        for line in output:
            lines.put(line)
    lines.put(None)
