"""Figures: always with a title, a finding in one sentence, and the numbers as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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
