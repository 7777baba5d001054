"""Button row: a few buttons beside each other, below each other where the page is narrow."""

from __future__ import annotations

import ipywidgets as ipw

from helpers.page.part import Button


def button_row(*buttons: Button) -> ipw.Box:
    """
    Return buttons in one row that wraps.

    Examples
    --------
    >>> len(button_row(Button("One drop", print), Button("Ten drops", print)).children)
    2
    """
    box = ipw.Box(list(buttons))
    box.add_class("kit-row")
    return box
