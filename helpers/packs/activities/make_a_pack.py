"""Make an anonymous pack: tick what goes in, see all of it, and only then keep it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

import ipywidgets as ipw

from helpers.packs.activities.from_journal import Offered, fresh_id, offered, title_of
from helpers.packs.activities.plain import in_words
from helpers.packs.activities.pointers import Pointers
from helpers.packs.items import Item
from helpers.packs.pack import Pack, written
from helpers.page import words
from helpers.page.files import Download
from helpers.page.forms import Ticks, show_problem
from helpers.page.layout import Activity, card, reveal, row, stack
from helpers.page.notebooks import PACKS
from helpers.page.part import Button, Markup, Told

if TYPE_CHECKING:
    from helpers.journal import Journal

SAID = words.load("packs")["make"]
STATUSES = words.load("packs")["statuses"]
PROMISES = "promises"


class MakeAPack(Activity):
    """
    Tick answers for a group, and see exactly what would be sent before it can be kept.

    The journal is read whenever the page shows this, and again when the file is looked at.
    """

    def __init__(self, journal: Journal | None = None):
        self._given_journal = journal
        self.id = fresh_id()  # for this page: a second pack from it is known as the same person's
        self.ticks: tuple[Ticks, ...] = ()
        self.pointers = Pointers(self.preview)
        self.list, self.told, self.shown = stack(), Markup(live=True), stack()
        self.download: Download | None = None
        super().__init__(
            Markup(f"<p>{SAID['scene']}</p><p class='eyebrow'>{SAID['care']}</p>"),
            Told(self._read),
            self.list,
            self.told,
            self.shown,
        )

    @property
    def journal(self) -> Journal:
        """The journal given, or the person's own."""
        if self._given_journal is None:
            from helpers import journal

            return journal.mine()
        return self._given_journal

    @property
    def ticked(self) -> set[str]:
        """The ids of the questions whose answers are ticked; "promises" for the promises."""
        return {name for ticks in self.ticks for name in ticks.value or []}

    def tick_all(self) -> None:
        """Tick every answer that is counted; own words are ticked one by one."""
        for ticks in self.ticks:
            if ticks.label != SAID["words"]:
                ticks.answer(list(ticks.options))

    def preview(self) -> None:
        """Show what is in the file and the very file, and with it the way to keep it."""
        found = show_problem(self.told, self._file)
        if found is None:
            self._withdraw("")
            return
        pack, text = found
        if not pack.items and not pack.promises:
            self._withdraw(SAID["none_ticked"])
            return
        self.told.html = ""
        self.download = Download(SAID["download"], f"pack-{self.id[:8]}.json", lambda: text)
        link = f"<a href='{PACKS}'>{SAID['facilitator_link']}</a>"
        after = f"<p>{SAID['after']} {SAID['facilitator'].format(link=link)}</p><p class='eyebrow'>{SAID['after_again']}</p>"
        reveal(
            self.shown, self.pointers, Markup(in_words(pack, text)), self.download, Markup(after)
        )

    def _file(self) -> tuple[Pack, str]:
        found, ticked = offered(self.journal), self.ticked
        items = self.pointers.look([item for name, item in found.items.items() if name in ticked])
        counts = found.promises if PROMISES in ticked else {}
        pack = Pack(self.id, items, counts, found.invented)
        return pack, written(pack)

    def _withdraw(self, said: str) -> None:
        """Take the file away, since it is no longer what the ticks say."""
        self.download, self.shown.children = None, ()
        self.told.html = f"<p>{said}</p>" if said else ""

    def _on_ticks(self, _change) -> None:
        self.told.problem = ""
        self._withdraw(SAID["again"] if self.download else "")

    def _read(self) -> str:
        """Read the journal and list what could go into a pack; what was ticked stays ticked."""
        found, before = offered(self.journal), self.ticked
        cards, ticks = _listed(found)
        for each in ticks:
            each.answer([name for name in each.options if name in before])
            each.observe(self._on_ticks, "value")
        self.ticks = tuple(ticks)
        buttons = row(
            Button(SAID["show"], self.preview), Button(SAID["all"], self.tick_all, quiet=True)
        )
        self.list.children = (*cards, buttons) if cards else ()
        remarks = [] if cards else [SAID["nothing"]]
        remarks += [SAID["demonstration"]] if found.invented else []
        remarks += [SAID["sealed"]] if found.sealed else []
        remarks += [SAID["too_long"].format(wording=escape(each)) for each in found.too_long]
        return "".join(f"<p class='eyebrow'>{remark}</p>" for remark in remarks)


def _listed(found: Offered) -> tuple[list[ipw.Widget], list[Ticks]]:
    """Return a card for each part of the kit, and every set of ticks on them."""
    cards: list[ipw.Widget] = []
    ticks: list[Ticks] = []
    for reflection, items in groupby(found.items.values(), lambda item: item.asked.reflection):
        sets = _sets(list(items))
        heading = Markup(f"<h3 style='margin:0 0 .6rem'>{escape(title_of(reflection))}</h3>")
        cards.append(card(heading, *sets))
        ticks += sets
    if found.promises:
        counts = ", ".join(f"{n} {STATUSES[name]}" for name, n in found.promises.items())
        label = SAID["promises_tick"].format(counts=counts)
        ticks.append(Ticks(SAID["promises"], {PROMISES: label}, hint=SAID["promises_hint"]))
        cards.append(card(ticks[-1]))
    return cards, ticks


def _sets(items: Sequence[Item]) -> list[Ticks]:
    own = {item.asked.id: _label(item) for item in items if item.asked.kind == "text"}
    counted = {item.asked.id: _label(item) for item in items if item.asked.kind != "text"}
    return [
        Ticks(SAID[name], labels, hint=SAID[f"{name}_hint"])
        for name, labels in (("counted", counted), ("words", own))
        if labels
    ]


def _label(item: Item) -> str:
    return item.asked.wording + (SAID["sensitive"] if item.asked.sensitive else "")
