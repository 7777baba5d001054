"""The rhythm of a notebook: what every reflection asks for in the same way."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import ipywidgets as ipw

from helpers.page import words
from helpers.page.forms import Text
from helpers.page.layout import Fold, fold

if TYPE_CHECKING:
    from helpers.journal import Journal


def ask(subject: str, name: str, *, rows: int = 3, journal: Journal | None = None) -> Text:
    """
    Ask one question of a slice in words; the answer is kept as it is typed.

    Examples
    --------
    >>> ask("expectations", "email_april").label
    'Your email in April'
    """
    return Text(rows=rows, **words.question(subject, name, journal))


def go_deeper(subject: str, activity: str, build: Callable[[], ipw.Widget]) -> Fold:
    """
    Fold an activity away under its own title and minutes; it is built when it is opened.

    Examples
    --------
    >>> go_deeper("expectations", "funnel", lambda: ipw.VBox()).head.hint
    '8 minutes'
    """
    said = words.load(subject)["activities"][activity]
    return fold(said["title"], said["minutes"], build)
