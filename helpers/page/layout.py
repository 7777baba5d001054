"""Layout: how parts stand together on a page: in a card, side by side, folded away."""

from __future__ import annotations

from collections.abc import Callable

import ipywidgets as ipw
import traitlets as tl

from helpers.page.part import Markup, Part


class Activity(ipw.VBox):
    """
    One activity on the page: its parts from top to bottom.

    A subclass builds its parts in ``__init__`` and passes them here; it keeps no state elsewhere.
    """

    def __init__(self, *parts: ipw.Widget):
        super().__init__(list(parts))
        self.add_class("kit-activity")


def card(*parts: ipw.Widget, kind: str = "") -> ipw.VBox:
    """Return parts on a card; ``kind`` is '', 'promise', 'together' or 'evidence'."""
    box = ipw.VBox(list(parts))
    box.add_class("kit-card")
    if kind:
        box.add_class(f"kit-{kind}")
    return box


def side_by_side(*parts: ipw.Widget) -> ipw.Box:
    """Return parts beside each other, below each other where the page is narrow."""
    box = ipw.Box(list(parts))
    box.add_class("kit-two")
    return box


def row(*parts: ipw.Widget) -> ipw.Box:
    """Return parts in one row that wraps, such as a few buttons."""
    box = ipw.Box(list(parts))
    box.add_class("kit-row")
    return box


def stack(*parts: ipw.Widget) -> ipw.VBox:
    """Return parts below each other."""
    box = ipw.VBox(list(parts))
    box.add_class("kit-stack")
    return box


def reveal(box: ipw.VBox, *parts: ipw.Widget) -> None:
    """Show parts in a box that was empty, say so, and bring their beginning into view."""
    first = Markup("<p class='visually-hidden'>Shown below.</p>", live=True)
    first.come_into_view()
    box.children = (first, *parts)


def line(text: str) -> Markup:
    """Return the one sentence of a notebook that stands alone."""
    return Markup(f'<p class="kit-line">{text}</p>')


class _FoldHead(Part):
    unfolded = tl.Bool(False).tag(sync=True)
    about = tl.Unicode().tag(sync=True)  # said after the title to those who hear the page

    def on_act(self, message, buffers):
        self.unfolded = not self.unfolded


class Fold(ipw.VBox):
    """
    Something folded away, and built only when it is opened.

    Examples
    --------
    >>> fold = Fold("The funnel", 8, lambda: Markup("<p>Four rules.</p>"))
    >>> len(fold.inside.children)
    0
    >>> fold.unfold()
    >>> len(fold.inside.children)
    1
    """

    def __init__(
        self, title: str, minutes: int | None, build: Callable[[], ipw.Widget], about: str = ""
    ):
        said = f"{minutes} minutes" if minutes else ""
        super().__init__()
        self.head = _FoldHead(kind="fold", label=title, hint=said, about=about)
        self.inside, self._build = ipw.VBox(), build
        self.children = (self.head, self.inside)
        self.add_class("kit-fold")
        self.head.observe(self._on_unfold, "unfolded")

    def unfold(self) -> None:
        """Open the fold from code."""
        self.head.unfolded = True

    def _on_unfold(self, change) -> None:
        if change["new"] and not self.inside.children:
            self.inside.children = (self._build(),)
        self.inside.layout.display = "" if change["new"] else "none"


def fold(title: str, minutes: int | None, build: Callable[[], ipw.Widget], about: str = "") -> Fold:
    """
    Return something folded away under its title; ``build`` makes it at the first opening.

    ``about`` tells it apart, for those who hear the page, from others with the same title.
    """
    return Fold(title, minutes, build, about)
