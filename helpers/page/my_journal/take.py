"""Take it with me: a copy on paper or as data, looked over first, and the way back in."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

import ipywidgets as ipw

from helpers.page import words
from helpers.page.caution import BeforeSharing
from helpers.page.forms import Choice, Select
from helpers.page.layout import Activity, card, fold, stack
from helpers.page.my_journal.bring import BringIn
from helpers.page.my_journal.copies import Copy, DatedDownload
from helpers.page.my_journal.counted import held, summary
from helpers.page.my_journal.items import EVERYTHING, items, titles
from helpers.page.part import Markup, Told

if TYPE_CHECKING:
    from helpers.journal import Journal

SAID = words.load("page.my_journal")["take"]


class TakeItWithMe(Activity):
    """
    Choose which words in which form, see what would be in the file, and take it.

    ``on_change`` is called after words were brought in here.
    """

    def __init__(
        self, journal: Journal | None = None, *, on_change: Callable[[], object] | None = None
    ):
        self._given_journal = journal
        self.what = Select(SAID["what"], {EVERYTHING: SAID["everything"]}, value=EVERYTHING)
        self.form = Choice(SAID["form"], SAID["forms"])
        histories = {"without": SAID["history_without"], "with": SAID["history_with"]}
        self.history = Choice(SAID["history"], histories, value="without")
        self.told, self.inside = Told(self._read), Markup(live=True)
        self.look = BeforeSharing(lambda: self._looked_at.texts())
        self.shown = stack()
        self.asked = card(stack(self.what, self.form, self.shown))
        self.bring = BringIn(lambda: self.journal, on_change)
        super().__init__(
            self.told,
            self.asked,
            fold(words.load("page.my_journal")["bring"]["title"], None, lambda: self.bring),
        )
        self.downloads = {form: self._download(form) for form in SAID["forms"]}
        for control in (self.what, self.form, self.history):
            control.observe(self._on_choice, "value")

    @property
    def journal(self) -> Journal:
        """The journal given, or the person's own."""
        from helpers import journal

        return self._given_journal or journal.mine()

    @property
    def reflection(self) -> str | None:
        """The reflection that was chosen; None for everything."""
        return None if self.what.value == EVERYTHING else self.what.value

    def copy(self) -> Copy:
        """Return what was chosen, as it would be on paper now."""
        return Copy(self.journal, self.reflection, history=self.history.value == "with")

    def refresh(self) -> None:
        """Offer what there is now."""
        self.told.refresh()

    def make(self, form: str) -> bytes | str:
        """Return the file of what was chosen."""
        if form == "json":
            return self.copy().data()
        return self.copy().made(form, change=self.look.copy)

    def _download(self, form: str) -> DatedDownload:
        def name() -> str:
            return "-".join(filter(None, [SAID["file"], self.reflection]))

        return DatedDownload(SAID["buttons"][form], name, form, lambda: self.make(form))

    def _read(self) -> str:
        """Offer the reflections there are, at the moment when the page shows the first sentence."""
        found = items(self.journal)
        self.asked.layout.display = "" if found else "none"
        self.what.options = {EVERYTHING: SAID["everything"], **titles(found)}
        if self.what.value not in self.what.options:
            self.what.value = EVERYTHING
        self._show()
        return f"<p>{SAID['scene'] if found else SAID['empty']}</p>"

    def _on_choice(self, _change) -> None:
        self._show()

    def _show(self) -> None:
        form = self.form.value
        if form is None:
            self.shown.children = ()
            return
        self._looked_at = self.copy()
        self.inside.html = "".join(f"<p>{escape(told)}</p>" for told in self._inside(form))
        parts: tuple[ipw.Widget, ...] = (self.inside, self.downloads[form])
        if form != "json":
            self.look.refresh()
            parts = (self.history, self.inside, self.look, self.downloads[form])
        if self.shown.children != parts:
            self.shown.children = parts

    def _inside(self, form: str) -> list[str]:
        """Say what is in the file, and who could read it."""
        if form == "json":
            found = items(self.journal, self.reflection)
            return [SAID["holds"].format(counts=summary(found)), SAID["json"], SAID["plain"]]
        told = [SAID["holds"].format(counts=held(self._looked_at.counts()))]
        told += [SAID["sealed"]] if self._looked_at.sealed() else []
        return [*told, SAID["plain"]]
