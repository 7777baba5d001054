"""Open the kit: choose a port, warm the likely pages, open the reader's browser."""

from __future__ import annotations

import sys
import threading
import webbrowser
from pathlib import Path

from helpers import journal
from helpers.intake import Problem
from helpers.page.reading.port import PORT, free_port
from helpers.page.shelf import NOTEBOOKS, START, next_after


def last_page() -> tuple[str, str]:
    """Return the notebook and step the reader left last; the start page if there is none."""
    try:
        place = journal.mine().place()
    except Problem:  # the pages say what is wrong with the journal; they must open for that
        place = None
    if place and (NOTEBOOKS / place.notebook).is_file():
        return place.notebook, place.step
    return START, ""


def warm_pages() -> list[str]:
    """Return the at most three pages that are likely next: start, the last one, the one after."""
    left, _step = last_page()
    likely = [START, left, next_after(left)]
    return [name for name in dict.fromkeys(likely) if (NOTEBOOKS / name).is_file()]


def first_page() -> str:
    """Return the address that brings the reader back to where they were."""
    notebook, step = last_page()
    return f"/voila/render/{notebook}" + (f"#{step}" if step else "")


def open_kit(port: int = PORT, *, browser: bool = True, lab: bool = False) -> None:
    """Serve the notebooks on this computer until the reader stops the program."""
    from helpers.page.reading.door import Door
    from helpers.page.reading.lab import LabBeside
    from helpers.page.reading.voila import ReadingView, configuration

    try:
        written = journal.mine().path
        warm = warm_pages()
    except Problem as problem:
        raise SystemExit(str(problem)) from None
    chosen = free_port(port)
    if chosen != port:
        print(f"Port {port} is busy, so the kit uses {chosen}.")
    door = Door(chosen)
    beside = LabBeside(door)
    lands_on = (lambda: "/kit/lab/") if lab else first_page

    kit = ReadingView(config=configuration(NOTEBOOKS, warm))
    kit.door, kit.port = door, chosen
    kit.first_page, kit.extra_handlers = lands_on, beside.handlers()
    kit.ready = lambda: _welcome(door, chosen, written, browser)  # type: ignore[method-assign]
    kit.initialize([])
    try:
        kit.start()
    finally:
        beside.stop()
        print("The kit is closed. What you wrote is kept in", written)


def _welcome(door, port: int, written: Path, browser: bool) -> None:
    def link() -> str:
        return f"http://127.0.0.1:{port}/kit/enter?key={door.cut_key()}"

    opened = browser and webbrowser.open(link())
    print("The kit is open in your browser." if opened else f"Open this link: {link()}")
    print("It runs on this computer only. What you write is kept in", written)
    print("To stop, press Ctrl+C in this window.", flush=True)
    if sys.stdin and sys.stdin.isatty():
        print("Press Enter here for a fresh link.")
        threading.Thread(target=_fresh_links, args=(link,), daemon=True).start()


def _fresh_links(link) -> None:
    for _line in sys.stdin:
        print("Open this link:", link(), flush=True)
