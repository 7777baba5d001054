"""Figures: always with a title, a finding in one sentence, and the numbers as a table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import traitlets as tl

from helpers.page.part import Part

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go


@dataclass(frozen=True)
class Drawing:
    """A figure with everything a reader needs who cannot see it."""

    figure: go.Figure
    title: str
    finding: str
    table: pd.DataFrame

    def __post_init__(self):
        if not self.title.strip() or not self.finding.strip():
            raise ValueError("A drawing needs a title and a finding in words.")
        if self.table is None or not len(self.table.columns):
            raise ValueError("A drawing needs the table of its numbers.")


class Figure(Part):
    """A drawing on the page. Showing another drawing in it redraws only what changed."""

    title = tl.Unicode().tag(sync=True)
    finding = tl.Unicode().tag(sync=True)
    figure = tl.Dict().tag(sync=True)
    table = tl.Dict().tag(sync=True)
    filename = tl.Unicode("figure").tag(sync=True)

    def __init__(self, drawing: Drawing):
        super().__init__(kind="figure", **_shown(drawing))

    def redraw(self, drawing: Drawing) -> None:
        """Show another drawing in the same place."""
        with self.hold_trait_notifications():
            for name, value in _shown(drawing).items():
                setattr(self, name, value)


def show(figure: go.Figure, title: str, finding: str, table: pd.DataFrame) -> Figure:
    """Show a figure with its title, its finding in one sentence, and its numbers."""
    return Figure(Drawing(figure, title, finding, table))


def _shown(drawing: Drawing) -> dict:
    import json

    numbers = json.loads(drawing.figure.to_json())
    numbers.get("layout", {}).pop("template", None)  # 7 KB a figure; ours sets every style itself
    return {
        "title": drawing.title,
        "finding": drawing.finding,
        "figure": numbers,
        "table": _cells(drawing.table, drawing.title),
        "filename": re.sub(r"[^a-z0-9]+", "-", drawing.title.lower()).strip("-")[:60] or "figure",
    }


def _cells(table: pd.DataFrame, caption: str) -> dict:
    def text(value) -> str:
        if hasattr(value, "strftime"):
            return f"{value:%d %b %Y}" if value == value else ""
        if isinstance(value, float):
            return (
                "" if value != value else f"{value:,.4g}" if abs(value) < 1000 else f"{value:,.0f}"
            )
        return "" if value is None else str(value)

    rows = [[text(value) for value in row] for row in table.itertuples(index=False)]
    return {"columns": [str(name) for name in table.columns], "rows": rows, "caption": caption}
