"""Questions: the reflections of the shelf, in today's order, with what was done in each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from html import escape
from typing import TYPE_CHECKING

from helpers.page import words
from helpers.page.contents import Standing, standings
from helpers.page.layout import Activity
from helpers.page.notebooks import NOTEBOOKS, PACKS, STEPS
from helpers.page.own.block import TEMPLATE
from helpers.page.part import Told
from helpers.page.shelf import Reflection, reflections
from helpers.start.activities.reader import opened
from helpers.start.activities.today import Today
from helpers.start.days import shuffled, when

if TYPE_CHECKING:
    from helpers.journal import Journal

SAID = words.load("start")["questions"]


class Questions(Activity):
    """Show every reflection as its question; what a ``Today`` was told changes what is said."""

    def __init__(
        self,
        follow: Today | None = None,
        journal: Journal | None = None,
        *,
        today: Callable[[], date] = date.today,
        shelf: Callable[[], list[Reflection]] = reflections,
    ):
        self._follow, self._given, self._today, self._shelf = follow, journal, today, shelf
        self.list = Told(self._tell)
        super().__init__(self.list)
        if follow is not None:
            follow.time.observe(lambda _change: self.list.refresh(), "value")

    def _tell(self) -> str:
        today = self._today()
        found = standings(opened(self._given), today, self._shelf())
        if not found:
            return f"<p>{SAID['none']}</p>"
        plain = {one.reflection.notebook: one for one in found if not one.gathers}
        rows = [self._row(plain[name], today) for name in shuffled(plain, today)]
        last = [self._row(one, today) for one in found if one.gathers]
        between = f"<h3>{SAID['statement']}</h3>" if last else ""
        order = [f"<p>{SAID['no_order']}</p>"] if len(rows) > 1 else []
        whole = [*order, *rows, between, *last, _template(), _facilitators()]
        return "".join(whole)

    def _row(self, standing: Standing, today: date) -> str:
        reflection = standing.reflection
        link = f"<a href='{escape(standing.address)}'>{escape(reflection.question)}</a>"
        beside = "".join(f"<p class='eyebrow'>{part}</p>" for part in self._beside(standing, today))
        return (
            f"<article class='kit-mark'><div><p class='name'>{link}</p>"
            f"<p class='eyebrow'>{escape(reflection.promise)}</p></div><div>{beside}</div></article>"
        )

    def _beside(self, standing: Standing, today: date) -> list[str]:
        """Say how long it takes, and what was done; what was not done is not said."""
        reflection = standing.reflection
        chosen = self._follow.time.value if self._follow else None
        text = SAID["fits"].get(chosen, SAID["alone"])
        long = text.format(minutes=reflection.minutes, group=reflection.group_minutes)
        parts = [long] if reflection.minutes else []
        if standing.written:
            day = when(standing.written, today)
            parts.append(SAID["wrote"].format(when=day[0].lower() + day[1:]))
        elif standing.begun and standing.step:
            parts.append(SAID["reached"].format(step=STEPS[standing.step]))
        parts += counted("promises", standing.promises) + counted("due", standing.due)
        return parts + ([SAID["question"]] if standing.questions else [])


def _template() -> str:
    """Lead to the page that can be copied, where it is there."""
    if not (NOTEBOOKS / TEMPLATE).is_file():
        return ""
    link = f"<a href='{TEMPLATE}'>{SAID['own_link']}</a>"
    return f"<p class='eyebrow'>{SAID['own'].format(link=link)}</p>"


def _facilitators() -> str:
    """Lead to the page on which a group's packs are put together, where it is there."""
    if not (NOTEBOOKS / PACKS).is_file():
        return ""
    link = f"<a href='{PACKS}'>{SAID['facilitators_link']}</a>"
    return f"<p class='eyebrow'>{SAID['facilitators'].format(link=link)}</p>"


def counted(name: str, count: int) -> list[str]:
    """Say how many, where there are any."""
    if not count:
        return []
    return [SAID[name]["one" if count == 1 else "many"].format(count=count)]
