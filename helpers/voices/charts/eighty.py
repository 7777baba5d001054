"""Figures of "whose 80%": the Pareto as boards see it, and bars that change places."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from html import escape
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from helpers.page import words
from helpers.page.canvas import ink, label, marks, rows
from helpers.page.figures import Drawing
from helpers.page.look import BLUE, CARD, GREY, INK, ORANGE, SOFT, TEAL, WASH
from helpers.voices.eighty.pareto import MOST, Pareto

SAID = words.load("voices")["whose_80"]["figures"]
ROW = 44  # pixels: a name of 12.5 px, a bar, and air
BAR = 0.34  # of a row
LONGEST = 30  # characters of a theme that fit a narrow page


def whole_pareto(bars: Pareto, chosen: Collection[str] = (), *, title: str = "") -> Drawing:
    """Draw themes as steps: each starts where the one before ended, up to all reports."""
    names = [
        _name(theme, place, chosen) for theme, place in zip(bars.themes, bars.places, strict=True)
    ]
    figure = _rows(_steps(bars, chosen), names, _counts(bars), reach=(0, 1), below=34)
    figure.add_vline(MOST, line={"color": ORANGE, "dash": "dash", "width": 1.5})
    figure.add_annotation(
        label(
            SAID["eighty"],
            MOST,
            1,
            colour=ORANGE,
            yref="y domain",
            xanchor="right",
            yanchor="bottom",
        )
        | {"y": 0, "yanchor": "top", "yshift": -4}
    )
    figure.update_annotations(bgcolor=CARD)  # a number stays readable where the line passes it
    finding = SAID["finding_one" if bars.few == 1 else "finding"].format(
        few=bars.few,
        all=len(bars.themes),
        share=f"{100 * bars.running[bars.few - 1]:.0f}%",
        total=f"{bars.amounts.sum():,.0f}",
    )
    table = pd.DataFrame(
        {
            SAID["place"]: bars.places,
            SAID["theme"]: bars.themes,
            SAID["reports"]: [f"{amount:,.0f}" for amount in bars.amounts],
            SAID["running"]: [f"{100 * share:.0f}%" for share in bars.running],
        }
    )
    return Drawing(figure, title or SAID["title"], finding, table)


def _counts(bars: Pareto) -> list[str]:
    return [
        f"{amount:,.0f}  ({100 * share:.0f}%)"
        for amount, share in zip(bars.amounts, bars.running, strict=True)
    ]


def _steps(bars: Pareto, chosen: Collection[str]) -> list[Any]:
    before = bars.running - bars.shares
    return [
        _bars(before, WASH),
        _bars(bars.shares, _colours(bars.themes, chosen), base=before),
    ]


def places(
    before: Pareto,
    now: Pareto,
    *,
    few: int,
    chosen: Collection[str],
    finding: str,
    unit: str,
    same_scale: bool,
    title: str = "",
) -> Drawing:
    """
    Draw themes in their new order, each with its old place; on the same scale, with its old length.

    Parameters
    ----------
    before, now : Pareto
        The same themes as reported, and as they stand now.
    few : int
        Below how many themes the line is drawn.
    chosen : collection of str
        The themes that the reader chose.
    finding, unit, title : str
        The sentence above, what a bar's number counts, and the title.
    same_scale : bool
        Whether both are counted in the same unit.
    """
    old = [before.place(theme) for theme in now.themes]
    names = [
        _name(theme, place, chosen) + _from(place, earlier)
        for theme, place, earlier in zip(now.themes, now.places, old, strict=True)
    ]
    then = [before.amount(theme) for theme in now.themes]
    values = [_number(amount) for amount in now.amounts]
    longest = max(now.amounts.max(), max(then) if same_scale else 0)
    new = set(now.first(few)) - set(before.first(few))
    traces = [_bars(now.amounts, _colours(now.themes, chosen, new))]
    if same_scale:
        traces.append(_old_lengths(then, now.amounts))
    figure = _rows(traces, names, values, reach=(0, 1.02 * longest), below=8)
    at_first = [before.themes.index(theme) for theme in now.themes]
    figure.update_layout(meta={"rows": at_first})  # the page lets rows glide to new places
    _draw_line(figure, few, len(now.themes))
    table = _table(now, old, then if same_scale else None, chosen, unit)
    return Drawing(figure, title or SAID["places_title"], finding, table)


def _table(
    now: Pareto,
    old: Sequence[int],
    then: Sequence[float] | None,
    chosen: Collection[str],
    unit: str,
) -> pd.DataFrame:
    table = {
        SAID["place"]: now.places,
        SAID["place_before"]: old,
        SAID["theme"]: now.themes,
        SAID["chosen"]: [SAID["yes"] if theme in chosen else "" for theme in now.themes],
        unit: [_number(amount) for amount in now.amounts],
    }
    if then is not None:
        table[SAID["as_reported"]] = [_number(amount) for amount in then]
    return pd.DataFrame(table)


def _old_lengths(then: Sequence[float], now: np.ndarray) -> go.Scatter:
    """Mark where a bar ended as reported, if it ends elsewhere now."""
    at = [
        amount if not np.isclose(amount, new) else None
        for amount, new in zip(then, now, strict=True)
    ]
    look = {"symbol": "line-ns", "size": 8, "line": {"color": ORANGE, "width": 3}}
    return marks(at, np.arange(len(at)), look)


def _draw_line(figure: go.Figure, few: int, count: int) -> None:
    if not 0 < few < count:
        return
    at = few - 1 + 0.34
    line = {"color": INK, "dash": "dot", "width": 1.5}
    figure.add_shape(type="line", xref="paper", x0=0, x1=1, y0=at, y1=at, line=line)


def key_of(few: str, *, same_scale: bool) -> str:
    """Return the key of the figure of places, in HTML, to stand below it."""
    parts = [
        f"{ink('█', BLUE)} ✓ {SAID['key_chosen']}",
        f"{ink('█', TEAL)} {SAID['key_new'].format(few=few)}",
        f"{ink('█', GREY)} {SAID['key_other']}",
        f"{ink('┈', INK)} {SAID['key_line'].format(few=few)}",
    ]
    if same_scale:
        parts.insert(3, f"{ink('|', ORANGE)} {SAID['key_old']}")
    return f"<p class='eyebrow'>{' &nbsp; '.join(parts)}</p>"


def _name(theme: str, place: int, chosen: Collection[str]) -> str:
    short = theme if len(theme) <= LONGEST else f"{theme[: LONGEST - 1]}…"
    tick = "✓ " if theme in chosen else ""
    return f"<b>{place}</b>  {tick}{escape(short)}"


def _from(place: int, earlier: int) -> str:
    if place == earlier:
        return ""
    colour, arrow = (TEAL, "▲") if place < earlier else (SOFT, "▼")
    return "  " + ink(f"{arrow} {SAID['from'].format(place=earlier)}", colour)


def _number(amount: float) -> str:
    """
    Write an amount: whole from ten up, else with one decimal where it has one.

    Examples
    --------
    >>> _number(1000.4), _number(26.53), _number(6.24), _number(9.97), _number(3.0)
    ('1,000', '27', '6.2', '10', '3')
    """
    return f"{amount:,.0f}" if amount >= 9.95 or amount == round(amount) else f"{amount:.1f}"


def _colours(
    themes: Sequence[str], chosen: Collection[str], new: Collection[str] = ()
) -> list[str]:
    """Colour what was chosen blue, what else is new among the first few teal, the rest grey."""
    return [BLUE if each in chosen else TEAL if each in new else GREY for each in themes]


def _bars(lengths: np.ndarray, colour: Any, base: Any = None) -> go.Bar:
    return go.Bar(
        x=lengths,
        y=np.arange(len(lengths)),
        base=0 if base is None else base,
        orientation="h",
        width=BAR,
        marker={"color": colour},
        hoverinfo="skip",
    )


def _rows(
    traces: Sequence[Any],
    names: Sequence[str],
    values: Sequence[str],
    *,
    reach: tuple[float, float],
    below: int,
) -> go.Figure:
    """Return rows of the canvas, as tall as their number asks for."""
    figure = rows(traces, names, values, reach=reach, below=below)
    return figure.update_layout(height=below + 8 + ROW * len(names), barmode="overlay")
