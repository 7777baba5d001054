"""One row of a scan: a group, its four boxes, and a way to take it out and bring it back."""

from __future__ import annotations

from collections.abc import Callable

from helpers.page import words
from helpers.page.forms import Field, Select, Text
from helpers.page.layout import Activity, card, row, side_by_side
from helpers.page.part import Button, Markup
from helpers.voices.activities.keyed import keyed
from helpers.voices.consequences import KINDS, Row

SAID = words.load("voices")["for_whom"]
GROUPS, OWN = SAID["groups"], SAID["own"]


class ScanRow(Activity):
    """
    Ask for a group and what a change may mean for it.

    Examples
    --------
    >>> first = ScanRow(1)
    >>> first.group.answer("night")
    >>> first.boxes["goals"].answer("fewer calls")
    >>> first.row.group, first.row.filled
    ('Colleagues on night shifts', ('goals',))
    """

    def __init__(self, number: int, journal=None, changed: Callable[[], None] = lambda: None):
        self._taken: dict[str, object] = {}
        self._changed = changed
        self.group = Select(SAID["whom"], GROUPS, **keyed("scan_group", number, journal))
        self.group.placeholder = SAID["choose"]
        self.own = Text(
            SAID["own_words"], rows=1, longest=200, **keyed("scan_own_group", number, journal)
        )
        self.boxes = {kind: _box(kind, number, journal) for kind in KINDS}
        self.said = Markup(live=True)
        self.out = Button(SAID["remove"], self.remove, quiet=True)
        self.back = Button(SAID["bring_back"], self.bring_back, quiet=True)
        super().__init__(
            card(
                Markup(f"<h4>{SAID['row'].format(number=number)}</h4>"),
                self.group,
                self.own,
                side_by_side(*self.boxes.values()),
                self.said,
                row(self.out, self.back),
            )
        )
        for field in self._fields().values():
            field.observe(self._refresh, "value")
        self._refresh()

    @property
    def row(self) -> Row:
        """What stands in this row."""
        own = (self.own.value or "").strip()
        chosen = self.group.value or ""
        group = own if chosen == OWN else GROUPS.get(chosen, "")
        return Row(group, {kind: box.value or "" for kind, box in self.boxes.items()})

    def remove(self) -> None:
        """Empty the row; it can be brought back, and the journal keeps what stood here."""
        if not self.row.begun:
            return
        taken = {name: field.value for name, field in self._fields().items()}
        for name, field in self._fields().items():
            field.answer(None if name == "group" else "")
        self._taken, self.said.html = taken, f"<p>{SAID['removed']}</p>"
        self._refresh()

    def bring_back(self) -> None:
        """Put back what was taken out."""
        taken, self._taken = self._taken, {}
        for name, value in taken.items():
            self._fields()[name].answer(value)
        self._refresh()

    def _fields(self) -> dict[str, Field]:
        return {"group": self.group, "own": self.own, **self.boxes}

    def _refresh(self, _change=None) -> None:
        begun = self.row.begun
        if begun:  # something new stands here: what was taken out is in the journal
            self._taken = {}
        self.own.layout.display = "" if self.group.value == OWN else "none"
        self.out.layout.display = "" if begun else "none"
        self.back.layout.display = "" if self._taken else "none"
        if not self._taken:
            self.said.html = ""
        self._changed()


def _box(kind: str, number: int, journal) -> Text:
    asked = keyed(f"scan_{kind}", number, journal)
    box = Text(SAID["boxes"][kind], rows=3, longest=1000, **asked)
    box.placeholder = SAID["placeholders"][kind]
    return box
