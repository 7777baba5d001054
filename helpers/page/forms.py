"""Forms: native controls whose answers are kept in the journal as they are given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

import traitlets as tl

from helpers.intake import Problem
from helpers.journal.identifiers import CALLED, find
from helpers.page.field import Field
from helpers.page.part import Part
from helpers.page.past import said_day

__all__ = [
    "Choice",
    "Date",
    "Field",
    "Marks",
    "Number",
    "Select",
    "Slider",
    "Text",
    "Ticks",
    "show_problem",
]


class Text(Field):
    """
    A box for words.

    Words that are kept are looked through for what may point to a person. The page then asks,
    calmly, whether to change it; ``caution`` says only what was found and where, not the words.

    Examples
    --------
    >>> Text("Your email in April").label
    'Your email in April'
    """

    rows = tl.Int(3).tag(sync=True)
    longest = tl.Int(20_000).tag(sync=True)  # characters; a closing page can still hand these over
    caution: tl.List = tl.List().tag(sync=True)

    def __init__(self, label: str = "", **traits):
        super().__init__("text", label, **traits)
        self._left: set[str] = set()  # words that the reader decided to leave, on this page
        self.observe(self._look, "value")

    def on_shown(self):
        super().on_shown()
        self._look()

    def on_act(self, message, buffers):
        if "leave" in message:
            self._left.add(message["leave"])
            self._look()
        else:
            super().on_act(message, buffers)

    def _look(self, _change=None) -> None:
        if self._prompt is None:
            return
        text = self.value or ""
        self.caution = [
            asdict(found) | {"called": CALLED[found.kind]}
            for found in find(text)
            if text[found.start : found.end] not in self._left
        ]


class _Options(Field):
    options = tl.Dict().tag(sync=True)
    inline = tl.Bool(False).tag(sync=True)

    def __init__(self, kind: str, label: str, options: Mapping[str, str], **traits):
        super().__init__(kind, label, options=dict(options), **traits)

    def _spoken(self, value):
        if isinstance(value, dict):
            return ", ".join(f"{row}: {self._spoken(mark)}" for row, mark in value.items())
        chosen = value if isinstance(value, list) else [value] if value else []
        return ", ".join(str(self.options.get(name, name)) for name in chosen) or "nothing"

    def _names(self, *values):
        return self.options


class Choice(_Options):
    """One answer of several. None is chosen beforehand, and a choice can be taken back."""

    def __init__(self, label: str, options: Mapping[str, str], **traits):
        super().__init__("choice", label, options, **traits)


class Ticks(_Options):
    """Any number of answers; ``value`` is a list of ids."""

    def __init__(self, label: str, options: Mapping[str, str], **traits):
        super().__init__("ticks", label, options, **traits)


class Select(_Options):
    """One answer of many, in a list that folds away."""

    def __init__(self, label: str, options: Mapping[str, str], **traits):
        super().__init__("select", label, options, **traits)


class Marks(_Options):
    """
    One choice for each of several rows; ``value`` maps a row's id to what was chosen.

    ``rows`` is a list of ``{"id": …, "label": …, "html": …}``; the HTML is what the row shows.
    """

    rows: tl.List = tl.List().tag(sync=True)
    asked = tl.Unicode().tag(sync=True)

    def __init__(self, label: str, options: Mapping[str, str], rows: list[dict], **traits):
        super().__init__("marks", label, options, rows=rows, **traits)

    def _names(self, *values):
        return self.options | {row["id"]: row["label"] for row in self.rows}


class _Ranged(Field):
    range = tl.Dict().tag(sync=True)


class Slider(_Ranged):
    """A number between two ends, with its value and unit spoken."""

    def __init__(self, label, minimum, maximum, *, step=1, unit="", value=None, **traits):
        bounds = {"minimum": minimum, "maximum": maximum, "step": step, "unit": unit}
        start = minimum if value is None else value
        super().__init__("slider", label, range=bounds, value=start, **traits)


class Number(_Ranged):
    """A number typed by hand."""

    def __init__(self, label, minimum=None, maximum=None, *, step=1, **traits):
        bounds = {"minimum": minimum, "maximum": maximum, "step": step}
        super().__init__("number", label, range=bounds, **traits)


class Date(_Ranged):
    """A day, as ISO text such as '2026-12-24'."""

    def __init__(self, label: str = "", *, earliest: str | None = None, **traits):
        super().__init__("date", label, range={"minimum": earliest}, **traits)

    def _names(self, *values):
        days = [value for value in values if value]
        return {day: said_day(date.fromisoformat(day), date.min) for day in days}


def show_problem(control: Part, act: Callable[[], Any]) -> Any:
    """
    Run an act; where a Problem stops it, show it beside the control and return None.

    Examples
    --------
    >>> date = Date("By when?")
    >>> def refuse():
    ...     raise Problem("That day has passed. Choose a later one.")
    >>> show_problem(date, refuse)
    >>> date.problem
    'That day has passed. Choose a later one.'
    """
    control.problem = ""
    try:
        return act()
    except Problem as problem:
        control.problem = str(problem)
        return None
