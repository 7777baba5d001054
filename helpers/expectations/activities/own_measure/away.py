"""Take it with you: a slide, a page and a table, made when they are asked for."""

from __future__ import annotations

import re
from html import escape

from helpers.page import words
from helpers.page.files import Download
from helpers.page.layout import Activity
from helpers.page.part import Markup
from helpers.spc import Chart

SAID = words.load("expectations")["own_measure"]["away"]


class TakeAway(Activity):
    """Step 5: three files of the chart that is shown; pictures are kept from the figure itself."""

    def __init__(self):
        self.chart: Chart | None = None
        self.source = ""
        self.lead = Markup()
        self.slide = Download(SAID["slide"], "chart.pptx", self.make_slide)
        self.page = Download(SAID["html"], "chart.html", self.make_page)
        self.table = Download(SAID["csv"], "chart.csv", self.make_table)
        title = Markup(f"<h3 style='margin:0'>{SAID['title']}</h3>")
        super().__init__(title, self.lead, self.slide, self.page, self.table)

    def show(self, chart: Chart, source: str) -> None:
        """Make the files of this chart from now on."""
        self.chart, self.source = chart, source
        stem = re.sub(r"[^a-z0-9]+", "-", chart.name.lower()).strip("-")[:60] or "chart"
        for kept in (self.slide, self.page, self.table):
            kept.filename = f"{stem}.{kept.filename.rpartition('.')[2]}"
        self.lead.html = f"<p>{SAID['lead'].format(source=f'<b>{escape(source)}</b>')}</p>"

    def make_slide(self) -> bytes:
        """Return a slide with a chart that PowerPoint can edit."""
        from helpers.spc.export import slide_pptx

        assert self.chart is not None
        return slide_pptx(self.chart, source=self.source)

    def make_page(self) -> str:
        """Return the chart as one page that needs nothing else."""
        from helpers.spc.export import page_html

        assert self.chart is not None
        return page_html(self.chart)

    def make_table(self) -> bytes:
        """Return points, limits and signals for a spreadsheet."""
        from helpers.spc.export import points_csv

        assert self.chart is not None
        return points_csv(self.chart)
