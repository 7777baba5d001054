"""Today: where a reader is, one next step, and how long they have."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from html import escape
from typing import TYPE_CHECKING, Any

from helpers.page import words
from helpers.page.contents import Standing, standings
from helpers.page.forms import Select, show_problem
from helpers.page.layout import Activity, side_by_side
from helpers.page.notebooks import STEPS
from helpers.page.part import Told
from helpers.page.shelf import Reflection, reflections
from helpers.start.activities.reader import START, known, newest_words, opened
from helpers.start.days import when
from helpers.start.next_step import Known, Step, and_then, next_step

if TYPE_CHECKING:
    from helpers.journal import Journal

SAID = words.load("start")["today"]
WRITTEN_HERE = "#in-your-own-words"


class _ForToday(Select):
    """A choice about the day: kept as a setting, since it is no thought to read again."""

    def __init__(self, name: str, options: dict[str, str], journal: Journal | None):
        wording = words.prompt("start", name).wording
        super().__init__(wording, options, placeholder=SAID["not_said"])
        self._name, self._given = f"start.{name}", journal

    def on_shown(self):
        self._show(opened(self._given).setting(self._name))

    def _write(self, value, client="", seq=0):
        super()._write(value, client, seq)
        show_problem(self, lambda: opened(self._given).set_setting(self._name, value))


class Today(Activity):
    """
    Say one next step, made from what is done, what is due, how long there is and who is there.

    Other parts of the page follow ``time`` and ``company``, and call ``refresh`` when
    something was written.
    """

    def __init__(
        self,
        journal: Journal | None = None,
        *,
        today: Callable[[], date] = date.today,
        shelf: Callable[[], list[Reflection]] = reflections,
    ):
        self._given, self._today, self._shelf = journal, today, shelf
        self.time = _ForToday("time", SAID["times"], journal)
        self.company = _ForToday("company", SAID["companies"], journal)
        self.told = Told(self._tell)
        super().__init__(self.told, side_by_side(self.time, self.company))
        for choice in (self.time, self.company):
            choice.observe(lambda _change: self.refresh(), "value")

    @property
    def step(self) -> Step:
        """The one next step."""
        return next_step(*self._asked(self._standings()))

    @property
    def minutes(self) -> int | None:
        """How long the reader has, or None."""
        return int(self.time.value) if self.time.value in SAID["times"] else None

    def refresh(self) -> None:
        """Say it anew."""
        self.told.refresh()

    def _standings(self) -> list[Standing]:
        return standings(opened(self._given), self._today(), self._shelf())

    def _asked(self, found: list[Standing]) -> tuple[Known, int | None, Any]:
        who = self.company.value if self.company.value in SAID["companies"] else None
        return known(opened(self._given), found, self._today()), self.minutes, who

    def _tell(self) -> str:
        found = self._standings()
        shelf = {one.reflection.notebook: one for one in found}
        asked = self._asked(found)
        step, then = next_step(*asked), and_then(*asked)
        place = opened(self._given).place()
        back = shelf.get(place.notebook) if place else None
        named = {step.notebook, then.notebook if then else ""}
        again = back if back and back.reflection.notebook not in named else None
        return self._last_words(shelf) + self._card(step, then, shelf) + _way_back(again)

    def _card(self, step: Step, then: Step | None, shelf: dict[str, Standing]) -> str:
        said, standing = SAID["steps"][step.kind], shelf.get(step.notebook)
        minutes = said.get("minutes") or (standing.reflection.minutes if standing else 0)
        eyebrow = [SAID["one_step"]]
        eyebrow += [SAID["minutes"].format(minutes=minutes)] if minutes else []
        more = f"<p>{SAID['then'].format(link=_named(then, shelf))}</p>" if then else ""
        how = self._how() if then or standing else ""
        return (
            f"<article class='kit-card kit-promise'><p class='eyebrow'>{' · '.join(eyebrow)}</p>"
            f"<h3>{said['title']}</h3><p>{said['text'].format(**_words(standing))}</p>"
            f"<p><a class='kit-button' style='display:inline-block;text-decoration:none' "
            f"href='{escape(_to(step, shelf))}'>{said['link']}</a></p>{more}{how}</article>"
        )

    def _how(self) -> str:
        """Say how, for the time and the company that were chosen."""
        who, time = self.company.value, self.time.value
        table = SAID["what"]["others" if who in ("colleague", "workshop") else "alone"]
        parts = [table.get(time, ""), SAID["how"].get(who, "")]
        return "".join(f"<p>{part}</p>" for part in parts if part)

    def _last_words(self, shelf: dict[str, Standing]) -> str:
        if self.company.value == "workshop":
            return f"<p class='eyebrow'>{SAID['shared_screen']}</p>"
        today = self._today()
        newest = newest_words(opened(self._given), today)
        if newest is None:
            return ""
        day = when(newest.at.astimezone().date(), today)
        pages = [name for name, one in shelf.items() if one.reflection.slice == newest.reflection]
        to = WRITTEN_HERE if newest.reflection == START else next(iter(pages), "")
        link = f"<a href='{escape(to)}'>{SAID['back_to_words']}</a>." if to else ""
        lead = SAID[newest.kind].format(when=day, link=link)
        return f"<p class='eyebrow'>{lead}</p><blockquote>{escape(newest.said)}</blockquote>"


def _to(step: Step, shelf: dict[str, Standing]) -> str:
    standing = shelf.get(step.notebook)
    if standing is None:
        return SAID["steps"][step.kind]["to"]
    return f"{step.notebook}#think-together" if step.kind == "together" else standing.address


def _named(step: Step, shelf: dict[str, Standing]) -> str:
    standing = shelf.get(step.notebook)
    name = standing.reflection.question if standing else SAID["steps"][step.kind]["title"]
    return f"<a href='{escape(_to(step, shelf))}'>{escape(name)}</a>"


def _words(standing: Standing | None) -> dict[str, str]:
    return {"link": _question(standing), "step": _at(standing)} if standing else {}


def _way_back(standing: Standing | None) -> str:
    if standing is None:
        return ""
    return f"<p>{SAID['back'].format(link=_question(standing), step=_at(standing))}</p>"


def _question(standing: Standing) -> str:
    return f"<a href='{escape(standing.address)}'>{escape(standing.reflection.question)}</a>"


def _at(standing: Standing) -> str:
    return SAID["step"].format(step=STEPS[standing.step]) if standing.step else ""
