"""Take it to others: merging offered first, small numbers hidden, and the other side of hiding."""

from __future__ import annotations

from html import escape

import pandas as pd

from helpers.disclosure import tell
from helpers.intake import Problem
from helpers.page import words
from helpers.page.files import Download
from helpers.page.layout import Activity, row
from helpers.page.part import Button, Markup
from helpers.voices.activities.how_unequal.measures import html_table
from helpers.voices.activities.how_unequal.papers import as_csv, as_paper, cells, heads
from helpers.voices.measures.groups import Groups
from helpers.voices.own_file.away import Leaving, Together, leaving, merging
from helpers.voices.own_file.groups import Order
from helpers.voices.own_file.table import OwnTable

SAID = words.load("voices")["how_unequal"]["away"]


class TakeAway(Activity):
    """
    Step 5: three files of the guarded table.

    What was saved before on this page is remembered until it closes, so that two tables laid side
    by side give nothing away.
    """

    def __init__(self, source):
        self._source = source  # a call: where the numbers come from, in words
        self._state: tuple[OwnTable, Order, Groups] | None = None
        self._saved: list[tuple[str, pd.DataFrame, Leaving]] = []
        self.together: Together = ()
        self.leaving: Leaving | None = None
        self._offered: Together = ()
        self.offer, self.preview, self.side = Markup(live=True), Markup(live=True), Markup()
        self.kept = Markup(live=True)
        self.merge = Button(SAID["merge"], self._on_merge)
        self.apart = Button(SAID["apart"], self._on_apart, quiet=True)
        self.table = Download(SAID["csv"], "how-unequal.csv", self.make_table)
        self.page = Download(SAID["html"], "how-unequal.html", self.make_page)
        self.word = Download(SAID["word"], "how-unequal.docx", self.make_word)
        lead = Markup(f"<p>{SAID['lead']}</p><p>{SAID['own_eyes']}</p>")
        self._files = row(self.table, self.page, self.word)
        buttons = row(self.merge, self.apart)
        super().__init__(lead, self.offer, buttons, self.preview, self.side, self._files, self.kept)

    def show(self, own: OwnTable, order: Order, groups: Groups) -> None:
        """Make the table of this comparison from now on; each group by itself at first."""
        self._state, self.together = (own, order, groups), ()
        self._refresh()

    def _refresh(self) -> None:
        assert self._state is not None
        own, order, _groups = self._state
        self.leaving, self._offered = None, ()
        self._files.layout.display = "none"
        self.preview.html = self.side.html = ""
        offered = merging(own, order)
        is_offer = any(len(names) > 1 for names in offered.groups)
        self._offered = offered.groups if is_offer else ()
        joined = [" + ".join(names) for names in self.together if len(names) > 1]
        said = " ".join(offered.said)
        if joined:
            said = SAID["merged"].format(names="; ".join(joined))
        self.offer.html = f"<p><b>{SAID['merge_title']}</b><br>{escape(said)}</p>"
        self.merge.layout.display = "" if is_offer and not self.together else "none"
        self.apart.layout.display = "" if self.together else "none"
        self._show_table(own, order)

    def _show_table(self, own: OwnTable, order: Order) -> None:
        try:
            self.leaving = leaving(own, order, self.together, earlier=self._earlier(own))
        except Problem as problem:
            self.preview.html = f'<p class="kit-problem">{escape(str(problem))}</p>'
            return
        self._files.layout.display = ""
        self.preview.html = html_table(
            SAID["ready"], heads(self.leaving), cells(self.leaving)
        ) + "".join(f"<p>{escape(line)}</p>" for line in said_gap(self.leaving))
        items = "".join(f"<li>{escape(line)}</li>" for line in other_side(self.leaving))
        self.side.html = f"<p><b>{SAID['other_side']}</b></p><ul>{items}</ul>"

    def _on_merge(self) -> None:
        self.together = self._offered
        self._refresh()
        self.preview.come_into_view()

    def _on_apart(self) -> None:
        self.together = ()
        self._refresh()

    def _earlier(self, own: OwnTable) -> list[tuple[Leaving, bool]]:
        """Return what was saved before of the same thing, and whether its numbers were others."""
        name = own.what.casefold()
        same = [
            (table, found)
            for what, table, found in self._saved
            if what == name or table.equals(own.table)
        ]
        return [(found, not table.equals(own.table)) for table, found in same]

    def _remember(self) -> Leaving:
        """Return what leaves now, held against what left before, and remember it."""
        assert self._state is not None
        own, order, _groups = self._state
        found = leaving(own, order, self.together, earlier=self._earlier(own))
        count = len(self._saved)
        if count:
            self.kept.html = f"<p>{SAID['kept'].format(count=count)}</p>"
        if not any(
            kept.parts == found.parts and table.equals(own.table) for _, table, kept in self._saved
        ):
            self._saved.append((own.what.casefold(), own.table, found))
        return found

    def make_table(self) -> bytes:
        """Return the guarded table for a spreadsheet."""
        return as_csv(self._remember())

    def make_page(self) -> bytes:
        """Return the guarded table as one page that needs nothing else."""
        return as_paper("html", *self._paper())

    def make_word(self) -> bytes:
        """Return the guarded table as a Word document."""
        return as_paper("word", *self._paper())

    def _paper(self) -> tuple[Leaving, str, str, list[str], list[str]]:
        found = self._remember()
        assert self._state is not None
        what = self._state[0].what
        return found, what, self._source(), said_gap(found), other_side(found)


def said_gap(found: Leaving) -> list[str]:
    """Say both gaps from what is shown, or that they are not said."""
    if not found.gap:
        return [SAID["gap_hidden"]]
    return [SAID["gap_said"].format(gap=found.gap[0], ratio=found.gap[1])]


def other_side(found: Leaving) -> list[str]:
    """Say what is hidden, and what else can be done than hide it."""
    said = list(tell(found.results))
    if found.unknown_left_out:
        from helpers.disclosure.telling import words as told

        said = [line for line in said if line != told()["hidden"]["none"]]
        said.insert(0, SAID["unknown"])
        said += [line for line in told()["other_side"].values() if line not in said]
    return said
