"""How unequal: from the reader's own file to gaps that can be said aloud, in five steps."""

from __future__ import annotations

from helpers.intake.sheets import Sheet
from helpers.page import words
from helpers.page.forms import Text, show_problem
from helpers.page.layout import Activity, card
from helpers.page.own_file.bring import BringNumbers, Source
from helpers.page.part import Markup
from helpers.voices.activities.how_unequal.columns import ConfirmColumns
from helpers.voices.activities.how_unequal.order import OrderGroups
from helpers.voices.activities.how_unequal.results import ShowGaps
from helpers.voices.own_groups import Order, as_groups
from helpers.voices.own_reading import take_own
from helpers.voices.own_table import Chosen, OwnTable
from helpers.voices.unequal_sample import CHOSEN, SAMPLE, WHAT, load_sample

SAID = words.load("voices")["how_unequal"]


class HowUnequal(Activity):
    """
    Bring groups, confirm how they were read, order them, see how unequal they are, take it away.

    It opens with an invented example. The numbers live in this object's memory alone; nothing of
    them goes to the journal. What cannot be read or compared leaves what was there.

    Attributes
    ----------
    own, order, groups : OwnTable, Order and Groups, or None
        What is shown at present.

    Examples
    --------
    >>> activity = HowUnequal()
    >>> activity.groups.names[0], activity.order.good
    ('the most deprived fifth', 'high')
    """

    def __init__(self, journal=None):
        self.own: OwnTable | None = None
        self.order: Order | None = None
        self.groups = None
        self._next: OwnTable | None = None  # read, and not yet compared
        self.file = BringNumbers(self._on_sheet, example=SAMPLE, hint=SAID["hint"])
        self.columns = ConfirmColumns(self._on_own)
        self.ordering = OrderGroups(self._on_order)
        self.results = ShowGaps()
        self.note = Text(**words.question("voices", "how_unequal_note", journal))
        self._lead = Markup(
            f"<p>{SAID['scene']}</p><p>{SAID['example']}</p><p>{SAID['privacy']}</p>"
        )
        self._confirm = card(self.columns)
        self._ordering = card(self.ordering)
        self._cards = (
            card(self.file),
            self._confirm,
            self._ordering,
            card(self.results, self.note),
        )
        super().__init__(self._lead, *self._cards)
        self._open_with_sample()

    def _open_with_sample(self) -> None:
        sheet = load_sample()
        self._confirm.layout.display = "none"
        self._next = take_own(sheet, CHOSEN, WHAT)
        self.ordering.show(self._next, good="high")

    def _on_sheet(self, source: Source, sheet: Sheet) -> None:
        self.columns.show(source, sheet)
        self._confirm.layout.display = ""
        if source.name == SAMPLE.name:
            self.columns.what.value = WHAT

    def _on_own(self, own: OwnTable, _chosen: Chosen) -> None:
        self._next = own
        self.ordering.show(own)
        self.ordering.list.come_into_view()

    def _on_order(self, order: Order) -> None:
        show_problem(self.ordering.which, lambda: self._adopt(self._next or self.own, order))

    def _adopt(self, own: OwnTable, order: Order) -> None:
        """Compare, and only when that worked put it in the place of what was there."""
        groups = as_groups(own, order)
        self.results.show(own, order, groups)
        self.own, self.order, self.groups = own, order, groups
