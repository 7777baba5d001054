"""Who is compared with whom: the groups in the reader's order, moved with buttons."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from helpers.page import words
from helpers.page.forms import Choice, Select
from helpers.page.layout import Activity, row, stack
from helpers.page.part import Button, Markup
from helpers.voices.own_file.group_order import deprived_end, looks_ordered, sensible_order
from helpers.voices.own_file.groups import Order, people_of
from helpers.voices.own_file.table import OwnTable

SAID = words.load("voices")["how_unequal"]["order"]
NOBODY = ""  # the reference that is not named


class OrderGroups(Activity):
    """
    Step 3: each change hands the order to ``then(order)``, once all that is needed was answered.

    Attributes
    ----------
    names : tuple of str
        The groups as the list shows them, from top to bottom.
    """

    def __init__(self, then: Callable[[Order], None]):
        self._then, self._filling = then, False
        self.own: OwnTable | None = None
        self.names: tuple[str, ...] = ()
        self._build()
        buttons = row(
            Button(SAID["up"], lambda: self.move(-1), quiet=True),
            Button(SAID["down"], lambda: self.move(1), quiet=True),
            Button(SAID["turn"], self.turn, quiet=True),
            Button(SAID["again"], self.again, quiet=True),
        )
        lists = stack(self.list, self.which, buttons, self.said)
        asked = (self.good, self.ordered, lists, self.end, self.unknown, self.reference)
        super().__init__(*asked, self.missing)
        for box in (self.good, self.ordered, self.end, self.unknown, self.reference):
            box.observe(self._on_change, "value")

    def _build(self) -> None:
        self.good = Choice(SAID["good"], SAID["goods"], inline=True)
        self.ordered = Choice(
            SAID["ordered"], SAID["ordereds"], inline=True, hint=SAID["ordered_hint"]
        )
        self.list, self.said, self.missing = Markup(), Markup(live=True), Markup(live=True)
        self.which = Select(SAID["move"], {})
        self.end = Choice(SAID["end"], {})
        self.unknown = Choice("", SAID["unknowns"], inline=True)
        self.reference = Select(SAID["reference"], {})

    def show(self, own: OwnTable, *, good: str | None = None) -> None:
        """Begin with a table: its groups in a sensible order, which way is good still open."""
        self._filling, self.own = True, own
        self.names = sensible_order(own.names)
        self.good.value, self.said.html = good, ""
        self.ordered.value = "yes" if looks_ordered(self.names) else "no"
        self.unknown.value = "apart"
        if own.unknown and own.counted:
            people = people_of(own, own.unknown)[1]
            self.unknown.label = SAID["unknown"].format(people=f"{people:,.0f}")
        self.end.value, self.reference.value = deprived_end(self.names), NOBODY
        self._redraw()
        self._filling = False
        self._hand_over()

    def move(self, step: int) -> None:
        """Move the chosen group one place up (-1) or down (1)."""
        names, name = list(self.names), self.which.value
        if name not in names:
            return
        at = names.index(name)
        to = min(max(at + step, 0), len(names) - 1)
        names.insert(to, names.pop(at))
        place = {"name": name, "place": to + 1, "count": len(names)}
        self._reorder(tuple(names), SAID["moved"].format(**place))

    def turn(self) -> None:
        """Turn the whole order round."""
        self._reorder(self.names[::-1], SAID["turned"].format(name=self.names[-1]))

    def again(self) -> None:
        """Go back to the order that the page began with."""
        if self.own is not None:
            self.show(self.own, good=self.good.value)

    def _reorder(self, names: tuple[str, ...], said: str) -> None:
        self.names, self._filling = names, True
        if told := deprived_end(names):
            self.end.value = told
        self._redraw()
        self._filling = False
        self.said.html = f"<p>{escape(said)}</p>"
        self._hand_over()

    def _redraw(self) -> None:
        """Show the list and the questions that follow from it."""
        items = "".join(f"<li>{escape(name)}</li>" for name in self.names)
        self.list.html = f"<p><b>{SAID['list']}</b></p><ol style='padding-left:2.2em'>{items}</ol>"
        chosen = self.which.value
        self.which.options = {name: name for name in self.names}
        self.which.value = chosen if chosen in self.names else self.names[0]
        is_ordered = self.ordered.value == "yes"
        ends = {"first": SAID["top"].format(name=self.names[0])}
        self.end.options = ends | {"last": SAID["bottom"].format(name=self.names[-1])}
        self.end.layout.display = "" if is_ordered else "none"
        usual = SAID["reference_ordered" if is_ordered else "reference_free"]
        self.reference.options = {NOBODY: usual} | {name: name for name in self.names}
        asks = bool(self.own and self.own.unknown and self.own.counted and not is_ordered)
        self.unknown.layout.display = "" if asks else "none"

    def _on_change(self, _change) -> None:
        if not self._filling:
            self._filling = True
            self._redraw()
            self._filling = False
            self._hand_over()

    def order(self) -> Order | None:
        """Return the order; None while something that it needs is not answered."""
        is_ordered = self.ordered.value == "yes"
        if not self.good.value or (is_ordered and not self.end.value):
            return None
        names = self.names[::-1] if is_ordered and self.end.value == "last" else self.names
        joins = not is_ordered and self.unknown.value == "group"
        if self.own is not None and self.own.unknown and joins:
            names = (*names, self.own.unknown)
        return Order(names, self.good.value, is_ordered, self.reference.value or None)

    def _hand_over(self) -> None:
        found = self.order()
        missing = "missing" if not self.good.value else "end_missing"
        self.missing.html = f"<p>{SAID['done' if found else missing]}</p>"
        if found is not None:
            self._then(found)
