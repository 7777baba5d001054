"""More measures: every number that fits, each with its plain sentence, and the comparisons made."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape

import numpy as np

from helpers.page import words
from helpers.page.layout import Activity
from helpers.page.part import Markup
from helpers.voices.measures.groups import Groups
from helpers.voices.measures.unequal import Inequality
from helpers.voices.own_file.gap import against, all_measures
from helpers.voices.own_file.groups import Order
from helpers.voices.own_file.table import OwnTable
from helpers.voices.words import figure

SAID = words.load("voices")["how_unequal"]["measures"]


class ShowMeasures(Activity):
    """The folded table of all measures, and each group beside the one they are held against."""

    def __init__(self):
        self.measures, self.compared = Markup(), Markup()
        super().__init__(Markup(f"<p>{SAID['lead']}</p>"), self.measures, self.compared)

    def show(self, _own: OwnTable, _order: Order, groups: Groups) -> None:
        """Show the measures of another comparison."""
        rows = [_row(name, found) for name, found in all_measures(groups)]
        head = [SAID[key] for key in ("measure", "says")]
        self.measures.html = html_table(SAID["caption"], head, rows)
        self.compared.html = _comparisons(groups)


def _row(name: str, found: Inequality) -> list[str]:
    value, lower, upper = (float(part) for part in (found.value, found.lower, found.upper))
    number = f"{SAID['names'][name]}: {_number(value)}"
    span = f" ({_range(lower, upper)})" if math.isfinite(lower + upper) else ""
    return [number + span, found.sentence()]


def _comparisons(groups: Groups) -> str:
    at, found, judged = against(groups)
    names = [name for place, name in enumerate(groups.names) if place != at]
    rows = [
        [name, _number(value), _range(low, high), _verdict(known, survives)]
        for name, value, low, high, known, survives in zip(
            names, found.value, found.lower, found.upper,
            np.isfinite(judged.chance), judged.survives, strict=True,
        )
    ]  # fmt: skip
    head = [SAID[key] for key in ("group", "gap", "interval", "verdict")]
    caption = SAID["compared"].format(name=groups.names[at])
    return html_table(caption, head, rows) + f"<p>{escape(judged.sentence)}</p>"


def _verdict(known: bool, survives: bool) -> str:
    return str(SAID["not_known" if not known else "survives" if survives else "not_survives"])


def _number(value: float) -> str:
    return figure(float(value)) if math.isfinite(value) else "–"


def _range(lower: float, upper: float) -> str:
    if not math.isfinite(lower + upper):
        return "–"
    return f"{figure(float(lower))} to {figure(float(upper))}"


def html_table(caption: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """
    Return a table that scrolls by itself where the page is narrow; everything is escaped.

    Examples
    --------
    >>> "&lt;b&gt;" in html_table("Groups", ["Group"], [["<b>"]])
    True
    """
    heads = "".join(f'<th scope="col">{escape(text)}</th>' for text in head)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>" for row in rows
    )
    named = escape(caption, quote=True)
    return (
        f"<p><b>{named}</b></p>"
        f'<div class="kit-scroll" tabindex="0" role="region" aria-label="{named}">'
        f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )
