"""Drafts: boxes whose words become a promise, or an answer to one."""

from __future__ import annotations

from helpers.page.forms import Date, Field, Text, Ticks


class _Draft(Field):
    """
    A box that is kept as it is typed, until what it holds is kept as a whole.

    What it held before is among the promises, so it offers no earlier drafts. Empty, it says
    nothing of having been saved: what was kept is the promise.
    """

    def _tell_past(self) -> None:
        if not self.value:
            self.saved = {name: held for name, held in self.saved.items() if name != "at"}


class DraftText(_Draft, Text):
    """A box for words."""


class DraftDate(_Draft, Date):
    """A day."""


class DraftTicks(_Draft, Ticks):
    """Any number of answers."""
