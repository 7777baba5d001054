"""A search box, and a list of rows with native buttons: one part each, however long the list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import traitlets as tl

from helpers.page.forms import show_problem
from helpers.page.part import Part


@dataclass(frozen=True)
class Row:
    """One row: its key, and its markup, in which every word of a person is escaped."""

    id: str
    html: str


@dataclass(frozen=True)
class Asked:
    """What a reader did with a row: ``part`` and ``value`` say more, where there is more."""

    act: str
    row: str | None = None
    part: str = ""
    value: str = ""


class Search(Part):
    """
    A box whose words are handed on shortly after the last key.

    Examples
    --------
    >>> heard = []
    >>> box = Search("Look for words", heard.append)
    >>> box.answer("dates")
    >>> heard
    ['dates']
    """

    value = tl.Unicode().tag(sync=True)

    def __init__(self, label: str, act: Callable[[str], object]):
        super().__init__(kind="search", label=label)
        self._act = act

    def answer(self, words: str) -> None:
        """Search from code, as a reader would by hand."""
        self.value = words
        show_problem(self, lambda: self._act(words))

    def on_act(self, message, buffers):
        self.answer(str(message.get("value", "")))


class Shelf(Part):
    """
    A list whose rows hold buttons (``data-act``, ``data-part``) and forms with one field.

    ``read`` is called each time the list appears; ``act`` for what a reader does with a row.
    """

    shown = tl.Dict().tag(sync=True)

    def __init__(self, label: str, read: Callable[[], object], act: Callable[[Asked], object]):
        super().__init__(kind="shelf", label=label)
        self._read, self._act, self._turn = read, act, 0

    def show(self, rows: list[Row], *, more: str = "", focus: Asked | None = None) -> None:
        """Show these rows, a button for ``more``, and move the focus where ``focus`` says."""
        self._turn += 1  # the page hears an answer to every act, also where nothing changed
        aim = focus and {"row": focus.row, "act": focus.act, "part": focus.part}
        drawn = [{"id": row.id, "html": row.html} for row in rows]
        self.shown = {"rows": drawn, "more": more, "focus": aim, "turn": self._turn}

    def on_shown(self):
        self._read()

    def on_act(self, message, buffers):
        said = {name: str(message.get(name) or "") for name in ("act", "part", "value")}
        show_problem(self, lambda: self._act(Asked(row=message.get("row"), **said)))
        if self.problem:  # the rows stand as they were, and the page stops waiting
            self._turn += 1
            self.shown = {**self.shown, "focus": None, "turn": self._turn}
