"""An earlier statement: what one said before, beside what one says today."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from helpers.page.layout import Activity, side_by_side, stack
from helpers.page.part import Markup, Told
from helpers.page.rhythm import ask
from helpers.statement.activities import own_words

if TYPE_CHECKING:
    from helpers.journal import Journal

SAID = own_words.SAID["earlier"]


class AnEarlierStatement(Activity):
    """Lay an earlier statement beside today's definition, and say what one would still sign."""

    def __init__(self, journal: Journal | None = None):
        self._given_journal = journal
        self.earlier = ask("statement", "earlier_words", rows=8, journal=journal)
        self.today = Told(self._today)
        super().__init__(
            Markup(f"<p>{SAID['scene']}</p>"),
            side_by_side(self.earlier, stack(self.today)),
            ask("statement", "earlier_fits", journal=journal),
        )

    def _today(self) -> str:
        journal = own_words.opened(self._given_journal)
        said = own_words.said_today(journal, "meaning_today")
        shown = f"<blockquote>{escape(said)}</blockquote>" if said else f"<p>{SAID['empty']}</p>"
        return f"<p class='name'>{SAID['beside']}</p>{shown}"
