"""A chart as one light SVG picture, for pages and print that carry no script."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from helpers.page.look import CARD, FONT, GREY, INK, LINE, ORANGE, PLUM, SOFT
from helpers.spc.furniture import GRID
from helpers.spc.geometry import (
    Floats,
    bands,
    cell_edges,
    drawn_line,
    line_ends,
    nice_ticks,
    places_in_time,
    some_rows,
    spread_apart,
    steps,
    value_range,
)
from helpers.spc.marks import point_mark
from helpers.spc.path import path
from helpers.spc.said import end_text, number_text, point_word, remarks, when_texts

if TYPE_CHECKING:
    from helpers.spc.record import Chart

LEFT, RIGHT, TOP, BOTTOM = 50, 100, 46, 46
WIDE, NARROW = (900, 420), (390, 360)  # drawn twice, so that words stay readable on a phone
DATE_WIDTH = 110  # room that a label on the time axis takes
STROKES = {
    "upper": f'stroke="{SOFT}" stroke-width="1.1"',
    "lower": f'stroke="{SOFT}" stroke-width="1.1"',
    "centre": f'stroke="{INK}" stroke-width="1.5"',
    "target": f'stroke="{PLUM}" stroke-width="1.8" stroke-dasharray="2 4"',
}
# Marks around 0, 0, as large as the eye needs to tell them apart in print.
SHAPES = {
    "square": '<path d="M-5-5H5V5H-5Z" fill="{colour}"/>',
    "diamond": '<path d="M0-7 7 0 0 7-7 0Z" fill="{colour}"/>',
    "circle": '<circle r="3.4" fill="{colour}"/>',
    "triangle-up": '<path d="M0-6.5 6.5 5H-6.5Z" fill="{colour}"/>',
    "triangle-down": '<path d="M0 6.5 6.5-5H-6.5Z" fill="{colour}"/>',
    "split": f'<path d="M-3-6H3L6.5 0 3 6H-3L-6.5 0Z" fill="{{colour}}" stroke="{ORANGE}" '
    'stroke-width="2.5"/>',
    "excluded": f'<circle r="4.2" fill="{CARD}" stroke="{GREY}" stroke-width="1.5"/>',
}


class Paper:
    """Where numbers of a chart fall on the picture, in its own units."""

    def __init__(self, chart: Chart, size: tuple[int, int]):
        self.width, self.height = size
        self.right, self.base = self.width - RIGHT, self.height - BOTTOM
        self.low, self.high = value_range(chart)
        self.places = places_in_time(chart)
        edges = cell_edges(self.places)
        self.start, self.span = edges[0], (edges[-1] - edges[0]) or 1.0

    def x(self, places: Floats) -> Floats:
        """Return distances from the left."""
        return LEFT + (places - self.start) / self.span * (self.right - LEFT)

    def y(self, values: Floats) -> Floats:
        """Return distances from the top."""
        share = (values - self.low) / (self.high - self.low)
        return self.base - share * (self.base - TOP)


def chart_svg(chart: Chart, alt: str, size: tuple[int, int] = WIDE) -> str:
    """
    Return the chart as an SVG element that scales with the page.

    Parameters
    ----------
    chart : Chart
        What ``helpers.spc.chart`` returns.
    alt : str
        What a screen reader says in place of the picture.
    size : (int, int)
        Width and height of the drawing, in pixels at which its words are 13 high.

    Examples
    --------
    >>> from helpers.spc.chart import chart
    >>> chart_svg(chart([4, 5, 6] * 5), "Falls, no signal")[:53]
    '<svg role="img" aria-label="Falls, no signal" viewBox'
    """
    paper = Paper(chart, size)
    parts = [
        _grid(chart, paper),
        _pins(chart, paper),
        _band(chart, paper),
        *(_line(chart, paper, column) for column in STROKES),
        _values(chart, paper),
        _marks(chart, paper),
        _ends(chart, paper),
        _dates(chart, paper),
    ]
    return (
        f'<svg role="img" aria-label="{escape(alt)}" viewBox="0 0 {size[0]} {size[1]}" width="100%" '
        f'xmlns="http://www.w3.org/2000/svg" font-family="{escape(FONT)}" font-size="13" '
        f'fill="{INK}">{"".join(parts)}</svg>'
    )


def _grid(chart: Chart, paper: Paper) -> str:
    rows = []
    for tick in nice_ticks(paper.low, paper.high):
        height = paper.y(tick)
        rows.append(
            f'<path d="M{LEFT} {height:.1f}H{paper.right}" stroke="{GRID}"/><text x="{LEFT - 8}" '
            f'y="{height + 4.5:.1f}" text-anchor="end">{number_text(tick, chart.unit)}</text>'
        )
    if chart.unit not in ("", "%"):
        rows.append(f'<text x="{LEFT}" y="14" fill="{SOFT}">{escape(chart.unit)}</text>')
    return "".join(rows)


def _band(chart: Chart, paper: Paper) -> str:
    lower, upper = (chart.points[name].to_numpy(dtype=float) for name in ("lower", "upper"))
    phase = chart.points["phase"].to_numpy()
    x, y = bands(paper.places, lower, upper, phase, paper.low)
    outline = path(paper.x(x), paper.y(np.clip(y, paper.low, paper.high)))
    return f'<path d="{outline}" fill="#12436d" fill-opacity=".06"/>' if outline else ""


def _line(chart: Chart, paper: Paper, column: str) -> str:
    phase = chart.points["phase"].to_numpy()
    along = np.ones_like(phase) if column == "target" else phase
    x, y = steps(paper.places, drawn_line(chart, column), along)
    drawn = path(paper.x(x), paper.y(y))
    return f'<path d="{drawn}" fill="none" {STROKES[column]}/>' if drawn else ""


def _values(chart: Chart, paper: Paper) -> str:
    y = paper.y(chart.points["value"].to_numpy(dtype=float))
    return f'<path d="{path(paper.x(paper.places), y)}" fill="none" stroke="{GREY}" stroke-width="1.6"/>'


def _marks(chart: Chart, paper: Paper) -> str:
    """Draw each point as its mark, with its reason as a tooltip and a letter where a run ends."""
    points, whens = chart.points, when_texts(chart.points["when"])
    x, y = paper.x(paper.places), paper.y(points["value"].to_numpy(dtype=float))
    drawn = []
    for i, row in enumerate(points.itertuples()):
        if not np.isfinite(y[i]):
            continue
        said = f"{whens[i]}: {number_text(row.value, chart.unit)}, {point_word(row)}. {row.why}"
        drawn.append(
            f'<g transform="translate({x[i]:.1f} {y[i]:.1f})">{_shape(row)}'
            f"<title>{escape(said.strip())}</title>{_letter(points, i)}</g>"
        )
    return "".join(drawn)


def _shape(row) -> str:
    if not row.included:
        return SHAPES["excluded"]
    mark = point_mark(row.verdict)
    return SHAPES[mark.shape].format(colour=mark.colour)


def _letter(points: pd.DataFrame, i: int) -> str:
    row = points.iloc[i]
    ends = i + 1 == len(points) or points["verdict"].iloc[i + 1] != row["verdict"]
    if not ends or not row["included"] or row["verdict"] == "common":
        return ""
    mark, below = point_mark(row["verdict"]), row["value"] < row["centre"]
    colour = ORANGE if row["verdict"] == "both" else mark.colour
    return (
        f'<text y="{21 if below else -11}" text-anchor="middle" font-weight="700" '
        f'fill="{colour}" stroke="{CARD}" stroke-width="3" paint-order="stroke">{mark.letter}</text>'
    )


def _ends(chart: Chart, paper: Paper) -> str:
    """Name each line where it ends, moved apart where names would touch."""
    ends = line_ends(chart)
    heights = spread_apart(paper.y(np.array(list(ends.values()))), 16)
    colours = {"centre": INK, "target": PLUM}
    return "".join(
        f'<text x="{paper.right + 6}" y="{y + 4.5:.1f}" fill="{colours.get(name, SOFT)}">'
        f"{escape(end_text(chart, name, end))}</text>"
        for (name, end), y in zip(ends.items(), heights, strict=True)
    )


def _dates(chart: Chart, paper: Paper) -> str:
    texts, x = when_texts(chart.points["when"]), paper.x(paper.places)
    base, most = paper.base, (paper.right - LEFT) // DATE_WIDTH
    axis = f'<path d="M{LEFT} {base}H{paper.right}" stroke="{LINE}"/>'
    return axis + "".join(
        f'<path d="M{x[row]:.1f} {base}v5" stroke="{LINE}"/>'
        f'<text x="{x[row]:.1f}" y="{base + 20}" text-anchor="middle">{escape(_short(texts[row]))}</text>'
        for row in some_rows(len(texts), most)
    )


def _short(text: str) -> str:
    return text if len(text) <= 14 else f"{text[:13]}…"


def _pins(chart: Chart, paper: Paper) -> str:
    edges, drawn = cell_edges(paper.places), []
    for note in remarks(chart):
        place = edges[note.at] if note.is_phase else paper.places[note.at]
        x, dash = paper.x(place), "" if note.is_phase else ' stroke-dasharray="2 3"'
        drawn.append(
            f'<path d="M{x:.1f} {TOP - 6}V{paper.base}" stroke="{SOFT}"{dash}/>'
            f'<rect x="{x - 9:.1f}" y="{TOP - 24}" width="18" height="18" fill="{CARD}" '
            f'stroke="{INK}"/><text x="{x:.1f}" y="{TOP - 10.5}" text-anchor="middle" '
            f'font-weight="700">{note.number}</text>'
        )
    return "".join(drawn)
