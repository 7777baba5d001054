"""Board: many measures on one page, one row each: latest figure, line, verdicts, a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from typing import TYPE_CHECKING

import numpy as np

from helpers.page.look import CARD, GREY, INK, LINE, ORANGE, PLUM, SOFT, WASH
from helpers.spc.geometry import (
    Floats,
    bands,
    cell_edges,
    drawn_line,
    places_in_time,
    steps,
    value_range,
)
from helpers.spc.icons import assurance_icon, variation_icon
from helpers.spc.marks import POINTS, point_mark, words
from helpers.spc.path import path
from helpers.spc.said import finding, number_text, title, when_texts

if TYPE_CHECKING:
    from helpers.spc.record import Chart
    from helpers.spc.tables import Charts

Scale = Callable[[Floats], Floats]

WIDTH, HEIGHT, PAD = 220, 56, 6  # pixels of a sparkline

BOARD_CSS = f"""
.kit-board{{border-collapse:collapse;width:100%;background:{CARD};color:{INK}}}
.kit-board caption{{text-align:left;font-weight:600;padding:.4rem 0}}
.kit-board th,.kit-board td{{text-align:left;vertical-align:middle;padding:.5rem .75rem .5rem 0;
border-bottom:1px solid {LINE}}}
.kit-board thead th{{background:{WASH};font-weight:600;padding-left:0}}
.kit-board tbody th{{font-weight:600;min-width:10rem;max-width:14rem;overflow-wrap:break-word}}
.kit-board .kit-board-latest{{font-variant-numeric:tabular-nums;white-space:nowrap}}
.kit-board small{{display:block;color:{SOFT};font-size:.85em}}
.kit-board .kit-board-says{{min-width:14rem;max-width:28rem}}
.kit-board svg{{vertical-align:middle;flex:none}}
@media (max-width:56rem){{
.kit-board,.kit-board caption,.kit-board tbody,.kit-board tr,.kit-board th,.kit-board td{{display:block}}
.kit-board thead{{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}}
.kit-board tr{{border:1px solid {LINE};border-radius:.5rem;padding:.75rem;margin:0 0 1rem}}
.kit-board tbody th,.kit-board td{{border:0;padding:.2rem 0;max-width:none!important;min-width:0!important}}
.kit-board tbody th{{font-size:1.1em}}
.kit-board .kit-board-sparkline svg{{width:100%;height:auto}}
}}
@media print{{.kit-board{{font-size:9pt}} .kit-board tr{{break-inside:avoid}}
.kit-board thead{{display:table-header-group}}}}
"""


def board(charts: Charts | Iterable[Chart], caption: str = "") -> str:
    """
    Return many charts as one accessible HTML table with small drawings.

    Parameters
    ----------
    charts : Charts or iterable of Chart
        What ``helpers.spc.charts`` returns, or charts one by one, in the order wanted.
    caption : str, optional
        What the table is of; by default how many measures it holds.

    Returns
    -------
    str
        A table with a caption and header cells; put ``BOARD_CSS`` on the page. On narrow
        screens each row becomes a card.

    Examples
    --------
    >>> from helpers.spc.chart import chart
    >>> html = board([chart([4, 5, 6] * 5, name="Falls")])
    >>> '<th scope="row" role="rowheader">Falls</th>' in html
    True
    """
    rows, said = [_row(chart) for chart in _each(charts)], words()["board"]
    heads = ("measure", "latest", "trend", "variation", "assurance", "says")
    cells = "".join(f'<th scope="col" role="columnheader">{said[head]}</th>' for head in heads)
    told = escape(caption or said["caption"].format(count=len(rows)))
    # Roles are said aloud because a table shown as cards loses them in some browsers.
    return (
        f'<table class="kit-board" role="table"><caption>{told}</caption>'
        f'<thead role="rowgroup"><tr role="row">{cells}</tr></thead>'
        f'<tbody role="rowgroup">{"".join(rows)}</tbody></table>'
    )


def sparkline(chart: Chart) -> str:
    """
    Draw a chart in little: the values, the usual range, centre, target, and signals as marks.

    Returns
    -------
    str
        An SVG whose spoken name tells how many points it holds and from when to when.
    """
    x, y = _scales(chart)
    whens, said = when_texts(chart.points["when"]), words()["board"]
    alt = said["alt"].format(count=len(whens), first=whens[0], last=whens[-1])
    values = chart.points["value"].to_numpy(dtype=float)
    places = places_in_time(chart)
    return (
        f'<svg role="img" aria-label="{escape(alt)}" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" xmlns="http://www.w3.org/2000/svg">{_ground(chart, x, y)}'
        f'<path d="{path(x(places), y(values))}" fill="none" stroke="{GREY}" stroke-width="1.4"/>'
        f"{_signals(chart, x(places), y(values))}</svg>"
    )


def _each(charts: Charts | Iterable[Chart]) -> Iterable[Chart]:
    from helpers.spc.tables import Charts

    return (charts[name] for name in charts) if isinstance(charts, Charts) else charts


def _row(chart: Chart) -> str:
    said = words()["board"]
    target = assurance_icon(chart.assurance, with_word=True) if chart.assurance else said["none"]
    cells = {
        "latest": _latest(chart),
        "sparkline": sparkline(chart),
        "variation": variation_icon(chart.variation, with_word=True),
        "assurance": target,
        "says": escape(finding(chart)),
    }
    row = "".join(f'<td role="cell" class="kit-board-{n}">{cell}</td>' for n, cell in cells.items())
    name = escape(title(chart))
    return f'<tr role="row"><th scope="row" role="rowheader">{name}</th>{row}</tr>'


def _latest(chart: Chart) -> str:
    known = np.flatnonzero(chart.points["value"].notna())
    if not len(known):
        return number_text(float("nan"))
    row = known[-1]
    unit = f" {chart.unit}" if chart.unit not in ("", "%") else ""
    number = number_text(float(chart.points["value"].iloc[row]), chart.unit)
    when = when_texts(chart.points["when"])[row]
    return f"{escape(number + unit)}<small>{escape(when)}</small>"


def _scales(chart: Chart) -> tuple[Scale, Scale]:
    """Return two functions from the chart's numbers to pixels."""
    edges = cell_edges(places_in_time(chart))
    low, high = value_range(chart)
    across, up = (WIDTH - 2 * PAD) / (edges[-1] - edges[0]), (HEIGHT - 2 * PAD) / (high - low)
    return (
        lambda places: PAD + (places - edges[0]) * across,
        lambda values: HEIGHT - PAD - (values - low) * up,
    )


def _ground(chart: Chart, x: Scale, y: Scale) -> str:
    """Draw what the values stand on: the usual range, the centre and the target."""
    places, phase = places_in_time(chart), chart.points["phase"].to_numpy()
    lower, upper = drawn_line(chart, "lower"), chart.points["upper"].to_numpy(dtype=float)
    low, high = value_range(chart)
    band_x, band_y = bands(places, lower, upper, phase, low)
    outline = path(x(band_x), y(np.clip(band_y, low, high)))
    ground = f'<path d="{outline}" fill="#12436d" fill-opacity=".1"/>' if outline else ""
    looks = {
        "centre": (INK, phase, ""),
        "target": (PLUM, np.ones_like(phase), ' stroke-dasharray="2 3"'),
    }
    for name, (colour, along, dash) in looks.items():
        step_x, step_y = steps(places, drawn_line(chart, name), along)
        line = path(x(step_x), y(step_y))
        ground += f'<path d="{line}" fill="none" stroke="{colour}"{dash}/>' if line else ""
    return ground


def _signals(chart: Chart, x: Floats, y: Floats) -> str:
    """Mark the points that signal, and the newest point whatever it is."""
    verdicts = chart.points["verdict"].where(chart.points["included"], "common").to_numpy()
    known = np.flatnonzero(np.isfinite(y))
    marked = [
        i for i in known if verdicts[i] in POINTS and (verdicts[i] != "common" or i == known[-1])
    ]
    return "".join(_dot(verdicts[i], x[i], y[i]) for i in marked)


def _dot(verdict: str, x: float, y: float) -> str:
    mark = point_mark(verdict)
    edge = f' stroke="{ORANGE}" stroke-width="1.5"' if verdict == "both" else ""
    shapes = {
        "square": f"M{x - 3:.1f} {y - 3:.1f}h6v6h-6Z",
        "diamond": f"M{x:.1f} {y - 4.2:.1f}l4.2 4.2-4.2 4.2-4.2-4.2Z",
        "triangle-up": f"M{x:.1f} {y - 4:.1f}l4 7h-8Z",
        "triangle-down": f"M{x:.1f} {y + 4:.1f}l4-7h-8Z",
        "split": f"M{x - 2:.1f} {y - 3.5:.1f}h4l2 3.5-2 3.5h-4l-2-3.5Z",
        "circle": f"M{x - 3:.1f} {y:.1f}a3 3 0 1 0 6 0a3 3 0 1 0-6 0Z",
    }
    return f'<path d="{shapes[mark.shape]}" fill="{mark.colour}"{edge}/>'
