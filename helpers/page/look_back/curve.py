"""How long promises take: the share done by days since they were made, with its band."""

from __future__ import annotations

from datetime import date
from math import isnan
from typing import TYPE_CHECKING, Any

from helpers.journal.promise_keeping import DoneCurve, done_curve
from helpers.page import words
from helpers.page.figures import Drawing, Figure
from helpers.page.layout import Activity
from helpers.page.look import BLUE, CARD, FONT, INK, LINE, SOFT
from helpers.page.part import Markup
from helpers.page.promise.asked import known

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from helpers.journal import Commitment

SAID = words.load("page")["look_back"]["curve"]
BAND = "#dbe5ec"  # a faint blue that still prints
KEY = "#b4c8d5"  # the same blue as a small square in the key, where the faint one would vanish
GRID = "#edebe3"


def how_long(promises: list[Commitment], day: date) -> Activity:
    """Return the figure with how it is to be read, and what is known of promises in time."""
    curve = done_curve(promises, day)
    known_of = (Markup(f"<p>{SAID['known']}</p>"), known("M-05"))
    if not curve.days:
        nothing = SAID["nothing"].format(promises=curve.promises)
        return Activity(Markup(f"<p>{nothing}</p>"), *known_of)
    return Activity(Figure(drawn(curve)), Markup(f"<p>{SAID['how']}</p>"), *known_of)


def drawn(curve: DoneCurve) -> Drawing:
    """Draw a curve that rises at least once."""
    import pandas as pd

    table = pd.DataFrame(
        [
            (day, done, *(_percent(end) for end in ends))
            for day, done, *ends in zip(
                curve.days, curve.done, curve.share, curve.low, curve.high, strict=True
            )
        ],
        columns=SAID["columns"],
    )
    return Drawing(_figure(curve), SAID["title"], finding(curve), table)


def finding(curve: DoneCurve) -> str:
    """
    Say what the curve shows at its end.

    Examples
    --------
    >>> curve = DoneCurve(10, 80, (3, 20), (1, 4), (0.1, 0.44), (0.01, 0.19), (0.5, 0.8))
    >>> print(finding(curve))
    Of 10 promises, about 44% were done within 20 days. The band runs from 19% to 80%.
    """
    days = "1 day" if curve.days[-1] == 1 else f"{curve.days[-1]} days"
    told = {"promises": curve.promises, "days": days}
    if isnan(curve.low[-1]):
        return SAID["finding_all"].format(**told)
    ends = {"share": curve.share[-1], "low": curve.low[-1], "high": curve.high[-1]}
    return SAID["finding"].format(**told, **{name: _percent(end) for name, end in ends.items()})


def _figure(curve: DoneCurve) -> go.Figure:
    import plotly.graph_objects as go

    last = max(curve.last, curve.days[-1])
    steps = {"shape": "hv", "color": BLUE, "width": 3}
    line = go.Scatter(
        x=[0, *curve.days, last],
        y=[0, *curve.share, curve.share[-1]],
        mode="lines",
        line=steps,
        hoverinfo="skip",
    )
    return go.Figure([*_band(curve, last), line], _layout(last))


def _band(curve: DoneCurve, last: int) -> list[go.Scatter]:
    """Draw the band where it is defined, as steps between its two ends."""
    import plotly.graph_objects as go

    ends = zip(curve.days, curve.low, curve.high, strict=True)
    held = [(day, low, high) for day, low, high in ends if not isnan(low)]
    if not held:
        return []
    days, lows, highs = zip(*held, strict=True)
    to = last if len(held) == len(curve.days) else curve.days[-1]
    bare: dict[str, Any] = {"mode": "lines", "hoverinfo": "skip"}
    bare["line"] = {"shape": "hv", "width": 0, "color": BAND}
    return [
        go.Scatter(x=[*days, to], y=[*lows, lows[-1]], **bare),
        go.Scatter(x=[*days, to], y=[*highs, highs[-1]], fill="tonexty", fillcolor=BAND, **bare),
    ]


def _layout(last: int) -> dict[str, Any]:
    font = {"family": FONT, "size": 12.5, "color": INK}
    still = {"fixedrange": True, "zeroline": False, "linecolor": LINE, "tickcolor": LINE}
    marks = (0, 0.25, 0.5, 0.75, 1)
    key = f'<span style="color:{BLUE}"><b>━</b></span> {SAID["line"]}<br><span style="color:{KEY}">■</span> {SAID["band"]}'
    note: dict[str, Any] = {
        "xref": "paper",
        "xanchor": "left",
        "yref": "paper",
        "yanchor": "bottom",
    }
    note |= {"align": "left", "showarrow": False, "font": font, "yshift": 6}
    axis = {"text": SAID["axis"], "standoff": 4, "font": {"size": 12.5, "color": SOFT}}
    return {
        "template": "none",
        "height": 340,
        "margin": {"l": 48, "r": 16, "t": 56, "b": 46, "pad": 0},
        "font": font,
        "paper_bgcolor": CARD,
        "plot_bgcolor": CARD,
        "showlegend": False,
        "hovermode": False,
        "dragmode": False,  # so that a finger on the figure scrolls the page
        "annotations": [note | {"text": key, "x": 0, "y": 1}],
        "xaxis": still | {"range": [0, last * 1.02 or 1], "showgrid": False, "title": axis},
        "yaxis": still
        | {"range": [0, 1.02], "gridcolor": GRID, "tickvals": list(marks)}
        | {"ticktext": [_percent(mark) for mark in marks]},
    }


def _percent(share: float) -> str:
    return "" if isnan(share) else f"{100 * share:.0f}%"
