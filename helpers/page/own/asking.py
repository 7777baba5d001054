"""The questions of a page: asked, kept in the journal, and shown again where the page says so."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

import ipywidgets as ipw

from helpers.page import answers, words
from helpers.page.forms import Choice, Field, Text, Ticks
from helpers.page.layout import fold, stack
from helpers.page.own.page import Ask, Stage
from helpers.page.own.prose import prose
from helpers.page.part import Button, Markup

if TYPE_CHECKING:
    from helpers.journal import Journal, Prompt


class _One(Choice):
    def _show(self, value):
        self.options = _with_answer(self.options, value)  # first: the page then marks the answer
        super()._show(value)


class _Several(Ticks):
    def _show(self, value):
        self.options = _with_answer(self.options, value)
        super()._show(value)


def _with_answer(options: dict[str, str], value: str | list[str] | None) -> dict[str, str]:
    """Add an answer that the list no longer offers: it is not lost because the page was edited."""
    chosen = value if isinstance(value, list) else [value] if value else []
    gone = [answer for answer in chosen if answer not in options]
    return options | {answer: _said("no_longer", answer=answer) for answer in gone}


@dataclass(frozen=True)
class Asking:
    """Where the questions of one page come from, and where their answers go."""

    subject: str
    journal: Journal | None = None

    def activities(self, stage: Stage) -> list[ipw.Widget]:
        """Return a step's activities: those of the core path, then the others folded away."""
        core = [self._activity(asks) for asks in stage.activities if not asks[0].deeper]
        deeper = [self._folded(asks) for asks in stage.activities if asks[0].deeper]
        heading = [Markup(f"<h3>{_said('deeper')}</h3>")] if deeper else []
        return [*core, *heading, *deeper]

    def prompt(self, name: str, wording: str, version: int = 1) -> Prompt:
        """Return a question as the journal keeps it."""
        from helpers.journal import Prompt

        return Prompt(f"{self.subject}.{name}", version, wording, self.subject)

    def _folded(self, asks: list[Ask]) -> ipw.Widget:
        title = asks[0].title or asks[0].question
        return fold(title, asks[0].minutes, lambda: self._activity(asks, headed=False))

    def _activity(self, asks: list[Ask], *, headed: bool = True) -> ipw.Widget:
        first = asks[0]
        title = f"{escape(first.title)} · {_said('group_minutes', minutes=first.minutes)}"
        heading = [Markup(f"<h3>{title}</h3>")] if headed and first.title and first.minutes else []
        parts = [part for ask in asks for part in self._asked(ask)]
        return stack(*heading, *parts)

    def _asked(self, ask: Ask) -> list[ipw.Widget]:
        said = [Markup(prose(ask.text))] if ask.text else []
        again = self._again(ask.show_again) if ask.show_again else []
        return [*said, *again, self._field(ask)]

    def _field(self, ask: Ask) -> Field:
        prompt = self.prompt(ask.id, ask.question, ask.version)
        # a choice is kept as its own words: they must make sense wherever they are read later
        if ask.choose_one:
            return _One("", _as_they_are(ask.choose_one), prompt=prompt, journal=self.journal)
        if ask.tick:
            return _Several("", _as_they_are(ask.tick), prompt=prompt, journal=self.journal)
        return Text(placeholder=ask.example, prompt=prompt, journal=self.journal)

    def _again(self, name: str) -> list[ipw.Widget]:
        shown = Markup(live=True)

        def show() -> None:
            shown.html = self._quoted(name)

        return [Button(_said("again"), show, quiet=True), shown]

    def _quoted(self, name: str) -> str:
        version = self._journal().latest(f"{self.subject}.{name}")
        held = answers.held(version) if version else None
        text = "\n".join(held) if isinstance(held, list) else str(held or "")
        if not version or not text.strip():
            return f"<p>{_said('nothing')}</p>"
        asked = escape(version.prompt.wording)
        return f"<p class='eyebrow'>{asked} {_said('wrote')}:</p><blockquote>{escape(text)}</blockquote>"

    def _journal(self) -> Journal:
        if self.journal is None:
            from helpers import journal

            return journal.mine()
        return self.journal


def _as_they_are(offered: tuple[str, ...]) -> dict[str, str]:
    return {answer: answer for answer in offered}


def _said(name: str, **named: object) -> str:
    return words.load("page.own")["step"][name].format(**named)
