"""Open the kit: choose a port, warm the likely pages, open the reader's browser."""

from __future__ import annotations

import sys
import threading
import webbrowser
from urllib.parse import quote

from helpers import journal
from helpers.intake import Problem
from helpers.journal import own
from helpers.page.notebooks import NOTEBOOKS, START
from helpers.page.reading.port import PORT, free_port
from helpers.page.shelf import next_after


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
    return f"/voila/render/{quote(notebook)}" + (f"#{quote(step)}" if step else "")


def open_kit(
    port: int = PORT, *, browser: bool = True, lab: bool = False, demonstration: bool = False
) -> None:
    """Serve the notebooks on this computer until the reader stops the program."""
    from helpers.page.reading.desk import Desk
    from helpers.page.reading.door import Door
    from helpers.page.reading.lab import LabBeside
    from helpers.page.reading.voila import ReadingView, configuration

    desk = Desk()
    if demonstration:
        desk.show_demonstration()
    if refusal := desk.refusal():
        raise SystemExit(refusal)
    desk.back_up()
    chosen = free_port(port)
    if chosen != port:
        print(f"Port {port} is busy, so the kit uses {chosen}.")
    door = Door(chosen)
    beside = LabBeside(door)
    lands_on = (lambda: "/kit/lab/") if lab else first_page

    kit = ReadingView(config=configuration(NOTEBOOKS, warm_pages()))
    kit.door, kit.port, kit.desk = door, chosen, desk
    kit.first_page, kit.extra_handlers = lands_on, beside.handlers()
    kit.ready = lambda: _welcome(door, chosen, browser)  # type: ignore[method-assign]

    def changed() -> None:
        kit.end_pages()
        beside.tell()

    desk.when_changed(changed)
    kit.initialize([])
    try:
        kit.start()
    finally:
        beside.stop()
        desk.back_up()  # what was written on the very first day is in a copy as well
        print("The kit is closed.", _kept("Nothing was written."))
        desk.close()


def _kept(undecided: str = "Its first page asks where your words may be kept.") -> str:
    """Say where words go, in one line."""
    try:
        where = own.whereabouts()
    except Problem:
        return undecided
    if where.kind == "demonstration":
        return "This is a demonstration: its words are invented."
    if where.kind in ("session", "memory"):
        return "Nothing you write is kept after it closes."
    return f"What you write is kept in {where.path}"


def _welcome(door, port: int, browser: bool) -> None:
    def link() -> str:
        return f"http://127.0.0.1:{port}/kit/enter?key={door.cut_key()}"

    opened = browser and webbrowser.open(link())
    print("The kit is open in your browser." if opened else f"Open this link: {link()}")
    print("It runs on this computer only.", _kept())
    print("To stop, press Ctrl+C in this window.", flush=True)
    if sys.stdin and sys.stdin.isatty():
        print("Press Enter here for a fresh link.")
        threading.Thread(target=_fresh_links, args=(link,), daemon=True).start()


def _fresh_links(link) -> None:
    for _line in sys.stdin:
        print("Open this link:", link(), flush=True)
