"""Late: a fold whose inside is made at the first opening, and kept up to date while it is open."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Protocol

import ipywidgets as ipw

from helpers.intake import Problem
from helpers.page.layout import Activity, fold, stack
from helpers.page.part import Markup
from helpers.voices.measures.groups import Groups
from helpers.voices.own_file.groups import Order
from helpers.voices.own_file.table import OwnTable


class Shows(Protocol):
    """What can stand in such a fold."""

    def show(self, own: OwnTable, order: Order, groups: Groups) -> None:
        """Show a comparison in the place of the one before."""


class Late(ipw.VBox):
    """
    A fold for what few readers open.

    What cannot be drawn is said in the fold, and the page goes on.
    """

    def __init__(self, title: str, make: Callable[[], Activity]):
        self._make = make
        self.inside: Activity | None = None
        self._state: tuple | None = None
        self.problem = Markup(live=True)
        self.fold = fold(title, None, self._build)
        super().__init__([self.fold])
        self.fold.head.observe(lambda _change: self._refresh(), "unfolded")

    def show(self, own: OwnTable, order: Order, groups: Groups) -> None:
        """Take on a comparison; it is drawn at once where the fold is open, else at its opening."""
        self._state = (own, order, groups)
        self._refresh()

    def _build(self) -> ipw.Widget:
        self.inside = self._make()
        return stack(self.problem, self.inside)

    def _refresh(self) -> None:
        if not self.fold.head.unfolded or self.inside is None or self._state is None:
            return
        self.problem.html = ""
        self.inside.layout.display = ""
        try:
            self.inside.show(*self._state)
        except Problem as problem:
            self.inside.layout.display = "none"
            self.problem.html = f'<p class="kit-problem">{escape(str(problem))}</p>'
