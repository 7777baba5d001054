"""Part: the one widget class behind every control, fold and figure of a page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import anywidget
import traitlets as tl

from helpers.intake import Problem
from helpers.page import look, parts

_LOADER = (Path(__file__).parent / "parts" / "loader.js").read_text("utf-8")


def _file(name: str) -> bytes:
    """Return a file that the kit's own server would give, for programs that have no such server."""
    if name == "plotly.js":
        from plotly.offline import get_plotlyjs

        return get_plotlyjs().encode()
    return {"page.js": parts.script, "look.css": look.stylesheet}[name]().encode()


def _take_over(where: dict | None) -> None:
    """Learn from the page where its reader's words are kept: its kernel may be older than that."""
    if where:
        from helpers.journal import own

        own.receive(where)


class Part(anywidget.AnyWidget):
    """
    One piece of a page, drawn as native markup by the page's own script.

    ``kind`` names how it is drawn; the other traits are what it shows.
    """

    _esm = _LOADER
    kind = tl.Unicode().tag(sync=True)
    label = tl.Unicode().tag(sync=True)
    hint = tl.Unicode().tag(sync=True)
    problem = tl.Unicode().tag(sync=True)
    arrivals = tl.Int(0).tag(sync=True)
    notebook = ""  # the file of the page it stands on, as that page says when it shows it

    def __init__(self, **traits):
        super().__init__(**traits)
        self.on_msg(self._on_message)

    def __repr__(self) -> str:
        # a notebook stores this text beside the part; a reader's words must not be in it
        return f"<{type(self).__name__}: {self.label}>"

    def _on_message(self, _widget, message: dict, buffers) -> None:
        if "need" in message:
            self.send({"file": message["need"]}, [_file(message["need"])])
        elif message.get("shown"):
            self.notebook = message.get("notebook") or ""
            _take_over(message.get("where"))
            try:
                self.on_shown()
            except Problem as problem:
                self.problem = str(problem)
        else:
            self.on_act(message, buffers)

    def come_into_view(self) -> None:
        """Scroll the page to this part, for a change the reader asked for and might not see."""
        self.arrivals += 1

    def renew_others(self) -> None:
        """Have every part outside this part's activity read the journal anew, as when it appears."""
        self.send({"renew": True})

    def on_shown(self) -> None:
        """Called each time the part appears on a page: the moment to read the journal and the clock."""

    def on_act(self, message: dict, buffers) -> None:
        """Called for what a reader does with the part."""


class Markup(Part):
    """HTML that says something; ``live`` has a screen reader speak it when it changes."""

    html = tl.Unicode().tag(sync=True)
    live = tl.Bool(False).tag(sync=True)

    def __init__(self, html: str = "", *, live: bool = False):
        super().__init__(kind="markup", html=html, live=live)


class Told(Markup):
    """
    Markup that is read anew each time it is shown, for what depends on the journal or the clock.

    Examples
    --------
    >>> told = Told(lambda: "<p>now</p>")
    >>> told.html
    ''
    >>> told.on_shown()
    >>> told.html
    '<p>now</p>'
    """

    def __init__(self, read: Callable[[], str], *, live: bool = False):
        super().__init__(live=live)
        self._read = read

    def on_shown(self):
        self.refresh()

    def refresh(self) -> None:
        """Read it again now."""
        self.html = self._read()


class Button(Part):
    """
    A button that does one thing.

    Parameters
    ----------
    label, act
        What it says, and what it does.
    about
        What it is about, said after its label to those who hear the page: for one of several alike.

    Examples
    --------
    >>> pressed = []
    >>> Button("Keep this promise", lambda: pressed.append("kept")).press()
    >>> pressed
    ['kept']
    """

    quiet = tl.Bool(False).tag(sync=True)
    disabled = tl.Bool(False).tag(sync=True)
    about = tl.Unicode().tag(sync=True)

    def __init__(
        self, label: str, act: Callable[[], object], *, quiet: bool = False, about: str = ""
    ):
        super().__init__(kind="button", label=label, quiet=quiet, about=about)
        self._act = act

    def press(self) -> None:
        """Do what the button does."""
        self._act()

    def on_act(self, message, buffers):
        self.send({"busy": True})
        try:
            self.press()
        finally:
            self.send({"busy": False})


class Timer(Part):
    """A gentle timer: it tells, and stops nothing."""

    minutes = tl.Int().tag(sync=True)

    def __init__(self, minutes: int):
        super().__init__(kind="timer", minutes=minutes)
