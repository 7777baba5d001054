"""My journal, folded: reading, taking away and deleting, each built when it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.page import words
from helpers.page.layout import Activity, Fold, fold
from helpers.page.my_journal.delete import DeleteMyWords
from helpers.page.my_journal.read import ReadMyJournal
from helpers.page.my_journal.take import TakeItWithMe

if TYPE_CHECKING:
    from helpers.journal import Journal

SAID = words.load("page.my_journal")["folds"]
SCREENS = {"read": ReadMyJournal, "take": TakeItWithMe, "delete": DeleteMyWords}


class MyJournalFolds(Activity):
    """
    Three folds for the page where a person starts; what one changes, the whole page shows at once.

    Examples
    --------
    >>> [fold.head.label for fold in MyJournalFolds().folds.values()][0]
    'Read my journal'
    """

    def __init__(self, journal: Journal | None = None):
        self._given_journal = journal
        self.screens: dict[str, ReadMyJournal | TakeItWithMe | DeleteMyWords] = {}
        self.folds = {name: self._fold(name) for name in SCREENS}
        super().__init__(*self.folds.values())

    def _fold(self, name: str) -> Fold:
        made = fold(SAID[name], None, lambda: self._build(name))
        made.head.observe(lambda _change: self._again(name), "unfolded")
        return made

    def _build(self, name: str) -> Activity:
        screen = SCREENS[name]
        self.screens[name] = screen(self._given_journal, on_change=lambda: self._changed(name))
        return self.screens[name]

    def _again(self, name: str) -> None:
        """A fold opened once more shows what is there by now."""
        if name in self.screens and self.folds[name].head.unfolded:
            self.screens[name].refresh()

    def _changed(self, by: str) -> None:
        for name, screen in self.screens.items():
            if name != by:
                screen.refresh()
        self.folds[by].head.renew_others()
