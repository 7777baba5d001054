"""Then and today: the first day's definition beside today's, and the sealed answer opened."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from html import escape
from typing import TYPE_CHECKING

from helpers.intake import Problem
from helpers.journal.if_then import spoken
from helpers.page.forms import show_problem
from helpers.page.layout import Activity, card, fold, line, reveal, row, side_by_side, stack
from helpers.page.my_journal.changes import change, marked
from helpers.page.part import Button, Markup, Told
from helpers.page.rhythm import ask
from helpers.page.seals import SUFFIX, Seal, keep_seal, seal_of
from helpers.statement.activities import own_words
from helpers.statement.then import Words, first_words

if TYPE_CHECKING:
    import ipywidgets as ipw

    from helpers.journal import Journal, Version

SAID = own_words.SAID["then"]


class ThenAndToday(Activity):
    """
    Lay the first words beside today's. Today's are written first, so that they are the reader's own.

    Opening what was sealed is the reader's own press of a button; the journal notes the day.
    """

    def __init__(self, journal: Journal | None = None, *, today: Callable[[], date] = date.today):
        self._given_journal, self._today = journal, today
        self.show_button = Button(SAID["button_definition"], self.show_definition)
        self.definition, self.answer = stack(), stack()
        self.told_definition, self.told_sealed = Told(self._look), Markup()
        self.missing = ask("statement", "missing_today", journal=journal)
        self.changed = ask("statement", "changed", journal=journal)
        self.open_button = Button(SAID["button_open"], self.open_sealed)
        self.nothing_button = Button(SAID["button_nothing"], self.show_sealed, quiet=True)
        self.nothing_button.layout.display = "none"
        super().__init__(
            Markup(f"<h4>{SAID['definition']}</h4>"),
            self.told_definition,
            self.show_button,
            self.definition,
            Markup(f"<h4>{SAID['sealed']}</h4>"),
            self.told_sealed,
            self.missing,
            row(self.open_button, self.nothing_button),
            self.answer,
            self.changed,
        )
        self.missing.observe(lambda _change: self._on_today(), "saved")

    @property
    def journal(self) -> Journal:
        """The journal given, or the person's own."""
        return own_words.opened(self._given_journal)

    def show_definition(self) -> None:
        """Show the first words beside today's; a Problem where today's are not written yet."""
        show_problem(self.told_definition, self._show_definition)

    def open_sealed(self) -> None:
        """Open what was sealed, once today's answer is written; else ask for that first."""
        opened = seal_of(self.journal, own_words.MISSING).opened
        if opened or _is_written(self._missing_today()):
            self.show_sealed()
        else:
            self.missing.problem = SAID["missing_first"]
            self.nothing_button.layout.display = ""

    def show_sealed(self) -> None:
        """Open what was sealed, note the day, and show it beside today's answer, written or not."""
        then = self.journal.latest(own_words.MISSING)
        if then is None:
            return
        self._ask_no_more()
        seal = seal_of(self.journal, own_words.MISSING)
        if seal.closed:
            self._open(seal, then)
        self.open_button.label = SAID["button_look"]
        reveal(self.answer, *self._beside(then, self._missing_today()))

    def _missing_today(self) -> Version | None:
        return self.journal.latest("statement.missing_today")

    def _ask_no_more(self) -> None:
        self.missing.problem = ""
        self.nothing_button.layout.display = "none"

    def _on_today(self) -> None:
        """Show today's answer beside the other one also where it was written after that was opened."""
        if _is_written(now := self._missing_today()):
            self._ask_no_more()
        then = self.journal.latest(own_words.MISSING)
        if then is not None and self.answer.children:
            first, *drawn = self.answer.children
            self.answer.children = (first, *self._beside(then, now))
            _discard(drawn)

    def _open(self, seal: Seal, then: Version) -> None:
        id_ = own_words.MISSING + SUFFIX
        sealed = self.journal.latest(id_)
        assert sealed is not None  # it is closed, so there is a seal
        keep_seal(self.journal, sealed.prompt, replace(seal, opened=self._today()))

    def _look(self) -> str:
        """Read the journal: what there is to show, and what waits for today's words."""
        first, sealed = self._first(), self.journal.latest(own_words.MISSING)
        self.show_button.layout.display = "" if first else "none"
        sealed = sealed if sealed and sealed.value.strip() else None
        self._tell_sealed(sealed)
        self.changed.layout.display = "" if first or sealed else "none"
        return f"<p>{SAID['definition_scene' if first else 'no_definition']}</p>"

    def _tell_sealed(self, then: Version | None) -> None:
        seal = seal_of(self.journal, own_words.MISSING)
        self.open_button.layout.display = "" if then else "none"
        self.open_button.label = SAID["button_open" if seal.closed else "button_look"]
        day = seal.sealed or (then and then.at.astimezone().date())
        name = "sealed_scene" if seal.sealed else "not_sealed_scene"
        said = SAID[name].format(day=spoken(day)) if then and day else SAID["no_sealed"]
        self.told_sealed.html = f"<p>{said}</p>"

    def _show_definition(self) -> None:
        today = self.journal.latest("statement.meaning_today")
        if today is None or not _is_written(today):
            raise Problem(SAID["today_first"])
        first = self._first()
        if first is not None:
            apart = line(_apart(first, today))
            reveal(self.definition, apart, *self._beside(first, today))

    def _first(self) -> Version | None:
        """Return the first day's definition: the version that holds the first words whole."""
        versions = self.journal.versions(own_words.MEANING)
        first = first_words(Words(version.at, version.value) for version in versions)
        same = (v for v in versions if first and (v.at, v.value) == (first.at, first.said))
        return next(same, None)

    def _beside(self, then: Version, now: Version | None) -> list[ipw.Widget]:
        parts: list[ipw.Widget] = [
            side_by_side(_side("then", then), _side("today", now, self._today()))
        ]
        if now and _is_written(now) and _is_written(then):
            parts.append(Markup(f"<p>{escape(change(then, now).said)}</p>"))
            if change(then, now).alike:
                both = f"<blockquote>{marked(then, now)}</blockquote>"
                parts.append(fold(SAID["word_by_word"], None, lambda: Markup(both)))
        return parts


def _is_written(version: Version | None) -> bool:
    return version is not None and bool(version.value.strip())


def _discard(drawn: Iterable[ipw.Widget]) -> None:
    for part in drawn:  # typing draws it anew again and again: what was drawn before may go
        _discard(getattr(part, "children", ()))
        part.close()


def _side(which: str, version: Version | None, today: date | None = None):
    day = spoken(version.at.astimezone().date() if version else today or date.today())
    words = escape(version.value).strip() if version else ""
    shown = words or f"<em>{SAID['empty_today']}</em>"
    head = f"<p class='eyebrow'>{SAID[which].format(day=day)}</p>"
    return card(Markup(f"{head}<blockquote>{shown}</blockquote>"))


def _apart(then: Version, now: Version) -> str:
    """
    Say how far apart the two were written.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from helpers.journal import Prompt, Version
    >>> asked = Prompt("start.meaning", 1, "What is it?", "start")
    >>> first, later = (datetime(2026, 3, day, 12, tzinfo=UTC) for day in (2, 12))
    >>> _apart(Version(1, asked, "To lead.", first), Version(2, asked, "To ask.", later))
    'Your own words, 10 days apart.'
    """
    first, last = (version.at.astimezone().date() for version in (then, now))
    days = (last - first).days
    if days < 1:
        return SAID["line_same_day"]
    return SAID["line"].format(days="a day" if days == 1 else f"{days:,} days")
