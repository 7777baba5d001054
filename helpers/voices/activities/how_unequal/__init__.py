"""How unequal: from the reader's own file to gaps that can be said aloud, in five steps."""

from __future__ import annotations

from helpers.intake.sheets import Sheet
from helpers.page import words
from helpers.page.forms import Text, show_problem
from helpers.page.layout import Activity, card, fold
from helpers.page.own_file.bring import BringNumbers, Source
from helpers.page.part import Markup
from helpers.voices.activities.how_unequal.away import TakeAway
from helpers.voices.activities.how_unequal.columns import ConfirmColumns
from helpers.voices.activities.how_unequal.late import Late
from helpers.voices.activities.how_unequal.measures import ShowMeasures
from helpers.voices.activities.how_unequal.order import OrderGroups
from helpers.voices.activities.how_unequal.over_time import ShowTime
from helpers.voices.activities.how_unequal.places import ShowPlaces
from helpers.voices.activities.how_unequal.results import ShowGaps
from helpers.voices.measures.groups import Groups
from helpers.voices.own_file.groups import Order, as_groups
from helpers.voices.own_file.reading import take_own
from helpers.voices.own_file.table import Chosen, OwnTable
from helpers.voices.own_file.unequal_sample import CHOSEN, SAMPLE, WHAT, load_sample

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
        self.groups: Groups | None = None
        self._next: OwnTable | None = None  # read, and not yet compared
        self._next_source = self.source = ""
        self.file = BringNumbers(self._on_sheet, example=SAMPLE, hint=SAID["hint"])
        self.columns = ConfirmColumns(self._on_own)
        self.ordering = OrderGroups(self._on_order)
        self.results = ShowGaps()
        self.measures = Late(SAID["measures"]["title"], ShowMeasures)
        self.places = Late(SAID["places"]["title"], ShowPlaces)
        self.time = Late(SAID["time"]["title"], ShowTime)
        self.away = TakeAway(lambda: self.source)
        self.leave = Late(SAID["away"]["title"], lambda: self.away)
        self.note = Text(**words.question("voices", "how_unequal_note", journal))
        self._late = (self.time, self.places, self.measures, self.leave)
        self.confirm = fold(SAID["columns"]["title"], None, lambda: self.columns)
        self.compare = fold(SAID["order"]["title"], None, lambda: self.ordering)
        lead = Markup(f"<p>{SAID['scene']}</p><p>{SAID['example']}</p><p>{SAID['privacy']}</p>")
        result = card(self.results, *self._late[:3], self.note)
        super().__init__(
            lead, card(self.file), card(self.confirm), card(self.compare), result, card(self.leave)
        )
        self._open_with_sample()

    def _open_with_sample(self) -> None:
        """Show the example as if it had been brought and confirmed; nothing is unfolded."""
        source, sheet = Source(SAMPLE.name, SAMPLE.read_bytes()), load_sample()
        self.columns.show(source, sheet)
        self.columns.what.value = WHAT
        self._next, self._next_source = take_own(sheet, CHOSEN, WHAT), self.columns.from_where()
        self.ordering.show(self._next, good="high")

    def _on_sheet(self, source: Source, sheet: Sheet) -> None:
        self.columns.show(source, sheet)
        if source.name == SAMPLE.name:
            self.columns.what.value = WHAT
        self.confirm.unfold()
        self.columns.top.come_into_view()

    def _on_own(self, own: OwnTable, _chosen: Chosen) -> None:
        self._next, self._next_source = own, self.columns.from_where()
        self.ordering.show(own)
        self.compare.unfold()
        self.ordering.good.come_into_view()

    def _on_order(self, order: Order) -> None:
        show_problem(self.ordering.which, lambda: self._adopt(order))

    def _adopt(self, order: Order) -> None:
        """Compare, and only when that worked put it in the place of what was there."""
        own = self._next
        assert own is not None
        groups = as_groups(own, order)
        self.results.show(own, order, groups, self._next_source)
        self.own, self.order, self.groups, self.source = own, order, groups, self._next_source
        for late in self._late:
            late.show(own, order, groups)
        self.places.layout.display = "" if own.areas else "none"
        self.time.layout.display = "" if own.times else "none"
