"""Looking back: promises whose day has come, and what was written on a day like this one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from helpers.page.layout import Activity
from helpers.page.look_back import LookBack
from helpers.page.my_journal import OnThisDay

if TYPE_CHECKING:
    from helpers.journal import Journal


class LookingBack(Activity):
    """
    Ask what became of promises, and show what was written on this day of other times.

    ``then`` is called when an answer changes what is next.
    """

    def __init__(
        self, journal: Journal | None = None, *, then: Callable[[], object] = lambda: None
    ):
        self.promises, self.this_day = LookBack(journal), OnThisDay(journal)
        super().__init__(self.promises, self.this_day)
        self.promises.sentence.observe(lambda _change: then(), "html")
