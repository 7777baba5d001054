"""Read my journal: all that was written, found by words or tag, opened, tagged, deleted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from helpers.page import words
from helpers.page.forms import Select
from helpers.page.layout import Activity, side_by_side
from helpers.page.my_journal import rows
from helpers.page.my_journal.counted import summary
from helpers.page.my_journal.gone import forget, not_reached
from helpers.page.my_journal.items import Item
from helpers.page.my_journal.readable import moment
from helpers.page.my_journal.rows import Opened
from helpers.page.my_journal.search import Hit, Reading, Wanted
from helpers.page.my_journal.shelf import Asked, Row, Search, Shelf
from helpers.page.part import Markup

if TYPE_CHECKING:
    from helpers.journal import Journal, Version

SAID = words.load("page.my_journal")["read"]
DONE = SAID["done"]
TOLD = Asked("told", "told")  # where the focus goes when an act moved the rows
PAGE = 20  # rows at first, and with each "show more"


class ReadMyJournal(Activity):
    """
    Read everything that is in the journal, and tag, restore or delete one thing at a time.

    The journal is read when the list is shown, and again when its file has changed.
    ``on_change`` is called after something was changed here.
    """

    def __init__(
        self, journal: Journal | None = None, *, on_change: Callable[[], object] | None = None
    ):
        self._given_journal, self._on_change = journal, on_change
        self._reading: Reading | None = None
        self._open: Opened | None = None
        self._notice = ""  # what became of the last act, told in the list where it was
        self._before: str | None = None  # the row that it stands before; None for the end
        self._limit = PAGE
        self.search = Search(SAID["search"], self._on_search)
        self.reflection = Select(SAID["reflection"], {}, placeholder=SAID["every_reflection"])
        self.tag = Select(SAID["tag"], {}, placeholder=SAID["every_tag"])
        orders = {"newest": SAID["newest"], "reflection": SAID["by_reflection"]}
        self.order = Select(SAID["order"], orders, value="newest")
        self.count, self.said = Markup(live=True), Markup(live=True)
        self.list = Shelf(SAID["list"], self.refresh, self._on_act)
        self.asking = side_by_side(self.search, self.reflection, self.tag, self.order)
        scene = Markup(f"<p>{SAID['scene']}</p>")
        super().__init__(scene, self.asking, self.count, self.said, self.list)
        for select in (self.reflection, self.tag, self.order):
            select.observe(self._on_filter, "value")

    @property
    def reading(self) -> Reading:
        """What the journal given, or the person's own, holds."""
        from helpers import journal

        now = self._given_journal or journal.mine()
        if self._reading is None or self._reading.journal is not now:  # another file was chosen
            self._reading = Reading(now)
        return self._reading

    def refresh(self) -> None:
        """Show what the journal holds now."""
        self._show()

    def unfold(self, key: str) -> None:
        """Open one row, such as ``"entry:expectations.email_april"``, and close the one before."""
        self._on_act(Asked("open", key))

    def _on_search(self, _words: str) -> None:
        self._from_the_top()

    def _on_filter(self, _change) -> None:
        self._from_the_top()

    def _from_the_top(self) -> None:
        self._open, self._limit, self.said.html, self._notice = None, PAGE, "", ""
        self._show()

    def _on_act(self, asked: Asked) -> None:
        self.said.html = self._notice = ""
        item = next((one for one in self.reading.items() if one.key == asked.row), None)
        if asked.act == "more":
            first_new = self._hits()[self._limit : self._limit + 1]
            self._limit += PAGE
            self._show(Asked("open", first_new[0].item.key) if first_new else None)
        elif item is None:
            self._tell(DONE["gone"], self._next(asked.row))
            self._show(TOLD)
        else:
            act = getattr(self, f"_do_{asked.act}")
            act(item, asked)

    def _do_open(self, item: Item, asked: Asked) -> None:
        closing = self._open is not None and self._open.key == item.key
        self._open = None if closing else Opened(item.key)
        self._show(asked)

    def _do_older(self, item: Item, asked: Asked) -> None:
        tenth = self._versions(item)[-rows.FEW - 1]
        self._open = Opened(item.key, all=True)
        self._show(Asked("restore", item.key, str(tenth.id)))

    def _do_tag(self, item: Item, asked: Asked) -> None:
        self.reading.journal.tag(item.id, asked.value)
        self._say(DONE["tagged"].format(tag=escape(" ".join(asked.value.split()))))
        self._changed(asked)

    def _do_untag(self, item: Item, asked: Asked) -> None:
        self.reading.journal.untag(item.id, asked.part)
        self._say(DONE["untagged"].format(tag=escape(asked.part)))
        self._changed(Asked("tag", item.key))

    def _do_restore(self, item: Item, asked: Asked) -> None:
        old = next(one for one in self._versions(item) if str(one.id) == asked.part)
        saved = self.reading.journal.restore(old.id)
        told = DONE["restored"].format(moment=moment(old.at)) if saved.changed else DONE["same"]
        self._tell(told, item.key)
        self._changed(TOLD)

    def _do_ask(self, item: Item, asked: Asked) -> None:
        self._open = replace(self._state(item), asking=asked.part)
        self._show(replace(asked, act="keep"))

    def _do_keep(self, item: Item, asked: Asked) -> None:
        self._open = replace(self._state(item), asking=None)
        self._show(replace(asked, act="ask"))

    def _do_delete(self, item: Item, asked: Asked) -> None:
        if self._state(item).asking != asked.part:  # nothing goes that was not asked about first
            self._show()
            return
        if asked.part:
            gone, told = self.reading.journal.forget_version(int(asked.part)), DONE["version"]
        else:
            gone, told = forget(self.reading.journal, item), DONE["entry"]
        told = told.format(wording=escape(item.wording)) if gone.removed else DONE["gone"]
        stays = bool(asked.part) and item.count > 1
        self._open = Opened(item.key) if stays else None
        self._tell(told, item.key if stays else self._next(item.key), not_reached(gone))
        self._changed(TOLD)

    def _next(self, key: str | None) -> str | None:
        """Return the row below one that goes."""
        keys = [row["id"] for row in self.list.shown["rows"]]
        below = keys[keys.index(key) + 1 :] if key in keys else keys
        return below[0] if below else None

    def _changed(self, focus: Asked) -> None:
        self._show(focus)
        if self._on_change:
            self._on_change()

    def _tell(self, told: str, before: str | None, more: str = "") -> None:
        """Tell in the list what became of an act, with the focus on it: that may be far down."""
        self._before = before
        self._notice = f"<p tabindex='-1' data-act='told'><strong>{told}</strong></p>{more}"

    def _say(self, told: str) -> None:
        self.said.html = f"<p>{told}</p>"

    def _state(self, item: Item) -> Opened:
        return self._open if self._open and self._open.key == item.key else Opened(item.key)

    def _versions(self, item: Item) -> list[Version]:
        return self.reading.journal.versions(item.id) if item.kind == "entry" else []

    def _hits(self) -> list[Hit]:
        return self.reading.find(self._wanted)

    @property
    def _wanted(self) -> Wanted:
        order = self.order.value
        return Wanted(self.search.value, self.reflection.value, self.tag.value, order)

    def _show(self, focus: Asked | None = None) -> None:
        self._offer()  # first: a filter that was chosen may be gone
        hits, everything = self._hits(), self.reading.items()
        self.count.html = f"<p class='eyebrow'>{self._counted(hits, everything)}</p>"
        rest = len(hits) - self._limit
        more = SAID["more"].format(n=min(rest, PAGE)) if rest > 0 else ""
        drawn = self._rows(hits[: self._limit])
        if not drawn:  # said where the list would be: the focus can rest there after a deletion
            told = SAID["nothing_found"].format(**SAID) if everything else SAID["empty"]
            drawn = [Row("nothing", f"<p tabindex='-1' data-act='told'>{told}</p>")]
            focus = focus and Asked("told", "nothing")
        if self._notice:
            ids = [row.id for row in drawn]
            place = ids.index(self._before) if self._before in ids else len(ids)
            drawn.insert(place, Row("told", self._notice))
            focus = focus and TOLD
        self.list.show(drawn, more=more, focus=focus)

    def _rows(self, hits: list[Hit]) -> list[Row]:
        grouped, terms = self._wanted.order == "reflection", self._wanted.terms
        level, drawn, before = rows.TOP + grouped, [], None
        for hit in hits:
            item = hit.item
            if grouped and item.reflection != before:
                drawn.append(rows.group(item.reflection))
            before = item.reflection
            if self._open and self._open.key == item.key:
                state, tags = replace(self._open, level=level), self.reading.tags()
                drawn.append(rows.opened(item, self._versions(item), tags, state))
            else:
                drawn.append(rows.folded(hit, terms, level))
        return drawn

    def _offer(self) -> None:
        """Offer the reflections and tags there are, and nothing to search where all is empty."""
        self.reflection.options = self.reading.reflections()
        self.tag.options = {tag: tag for tag in self.reading.tags()}
        for select in (self.reflection, self.tag):
            if select.value not in select.options:
                select.value = None
        self.asking.layout.display = "" if self.reading.items() else "none"
        self.tag.layout.display = "" if self.tag.options else "none"

    def _counted(self, hits: list[Hit], everything: list[Item]) -> str:
        if not everything:
            return ""
        found = summary([hit.item for hit in hits])
        if len(hits) == len(everything):
            return SAID["count_all"].format(count=found)
        return SAID["count_some"].format(found=found, total=f"{len(everything):,}")
