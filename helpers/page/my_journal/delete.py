"""Delete my words: one reflection or everything, told exactly, asked once more, then gone."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from helpers.page import words
from helpers.page.forms import Choice
from helpers.page.layout import Activity, stack
from helpers.page.my_journal.copies import copy_of_everything
from helpers.page.my_journal.counted import summary
from helpers.page.my_journal.gone import not_reached
from helpers.page.my_journal.items import EVERYTHING, Item, items, titles
from helpers.page.my_journal.shelf import Asked, Row, Shelf
from helpers.page.part import Markup

if TYPE_CHECKING:
    from helpers.journal import Journal

SAID = words.load("page.my_journal")["delete"]


class DeleteMyWords(Activity):
    """
    Choose what goes, see what that is, take a copy, and delete it by typing one word.

    ``on_change`` is called after something was deleted here.
    """

    def __init__(
        self, journal: Journal | None = None, *, on_change: Callable[[], object] | None = None
    ):
        self._given_journal, self._on_change = journal, on_change
        self.what = Choice(SAID["what"], {})
        self.ask = Shelf(SAID["list"], self.refresh, self._on_act)
        self.copy = stack(
            Markup(f"<p>{SAID['first']}</p>"), copy_of_everything(lambda: self.journal)
        )
        self.copy.layout.display = "none"
        super().__init__(Markup(f"<p>{SAID['scene']}</p>"), self.what, self.copy, self.ask)
        self.what.observe(self._on_what, "value")

    @property
    def journal(self) -> Journal:
        """The journal given, or the person's own."""
        from helpers import journal

        return self._given_journal or journal.mine()

    def refresh(self) -> None:
        """Offer what there is now."""
        found = items(self.journal)
        self.what.options = {**titles(found), EVERYTHING: SAID["everything"]} if found else {}
        self.what.layout.display = "" if found else "none"
        if self.what.value not in self.what.options:
            self.what.value = None
        self._show()

    def delete(self, typed: str) -> None:
        """Delete what was chosen, where the right word was typed."""
        self._on_act(Asked("delete", value=typed))

    def _on_what(self, _change) -> None:
        self._show()

    def _on_act(self, asked: Asked) -> None:
        if asked.act == "keep":
            self.what.value = None
            self._tell(SAID["kept"])
        elif asked.value.strip(" .“”\"'").casefold() != SAID["word"]:
            self._show(problem=SAID["mistyped"], focus=Asked("delete", self.what.value))
        elif self.what.value:
            self._delete(self.what.value)

    def _delete(self, what: str) -> None:
        told, journal = summary(self._going(what)), self.journal
        everything = what == EVERYTHING
        gone = journal.forget_everything() if everything else journal.forget_reflection(what)
        self.what.value = None
        self.refresh()
        said = SAID["done"].format(counts=told) if gone.removed else SAID["gone"]
        self._tell(said, not_reached(gone))
        if self._on_change:
            self._on_change()

    def _tell(self, sentence: str, more: str = "") -> None:
        """Say what became of it, where the focus goes: the button that was pressed is no more."""
        told = f"<p tabindex='-1' data-act='told'><strong>{escape(sentence)}</strong></p>{more}"
        self.ask.show([Row("done", told)], focus=Asked("told", "done"))

    def _lying_aside(self) -> bool:
        from helpers.journal import rescue

        path = self.journal.path
        return path is not None and bool(rescue.lying_aside(path))

    def _going(self, what: str) -> list[Item]:
        return items(self.journal, None if what == EVERYTHING else what)

    def _show(self, *, problem: str = "", focus: Asked | None = None) -> None:
        what = self.what.value
        self.copy.layout.display = "" if what else "none"
        if what:
            goes = SAID["goes"].format(counts=summary(self._going(what)))
            if what == EVERYTHING and self._lying_aside():
                goes = f"{goes} {SAID['aside']}"
            self.ask.show([Row(what, _question(goes, problem))], focus=focus)
        else:
            empty = (
                []
                if self.what.options
                else [Row("empty", f"<p data-act='told'>{SAID['empty']}</p>")]
            )
            self.ask.show(empty)


def _question(goes: str, problem: str) -> str:
    wrong = f"<p class='kit-problem' role='alert'>{problem}</p>" if problem else ""
    return (
        f"<div class='kit-asked kit-card'><p><strong>{goes}</strong></p>"
        f"<form data-act='delete'><label for='kit-type-delete'>{SAID['type']}</label>"
        "<input id='kit-type-delete' name='value' autocomplete='off' autocapitalize='none' "
        f"spellcheck='false'>{wrong}"
        f"<button type='button' class='kit-button' data-act='keep'>{SAID['cancel']}</button>"
        f"<button type='submit' class='kit-quiet'>{SAID['button']}</button>"
        "</form></div>"
    )
