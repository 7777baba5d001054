"""What it says: the verdicts as icons, the figure, its reading in words, and what to know."""

from __future__ import annotations

from html import escape

from helpers.page import words
from helpers.page.figures import Figure
from helpers.page.layout import Activity
from helpers.page.own_file.preview import told
from helpers.page.part import Markup
from helpers.spc import Chart
from helpers.spc.drawings import control_chart
from helpers.spc.icons import assurance_icon, variation_icon
from helpers.spc.said import sentences

SAID = words.load("expectations")["own_measure"]["reading"]


class ReadChart(Activity):
    """Step 3: the chart and what it says; the first sentence of its reading stands on the figure."""

    def __init__(self):
        self.figure: Figure | None = None
        self.icons, self.reading, self.notes = Markup(), Markup(live=True), Markup()
        self._title = Markup(f"<h3 style='margin:0'>{SAID['title']}</h3>")
        super().__init__(self._title)

    def show(self, chart: Chart) -> None:
        """Show a chart in the place of the one before."""
        drawing = control_chart(chart)
        if self.figure is None:
            self.figure = Figure(drawing)
            self.children = (self._title, self.icons, self.figure, self.reading, self.notes)
        else:
            self.figure.redraw(drawing)
        self.icons.html = verdicts(chart)
        self.reading.html = f"<p>{escape(' '.join(sentences(chart)[1:]))}</p>"
        self.notes.html = told(chart.notes, SAID["notes"])


def verdicts(chart: Chart) -> str:
    """
    Return both verdicts as icons with their words.

    Examples
    --------
    >>> from helpers.spc import chart
    >>> "Routine" in verdicts(chart([4, 5, 6] * 5))
    True
    """
    pairs = [(SAID["now"], variation_icon(chart.variation, with_word=True))]
    if chart.assurance:
        pairs.append((SAID["target"], assurance_icon(chart.assurance, with_word=True)))
    look = 'style="display:inline-flex;align-items:center;gap:.5em"'
    items = "".join(f"<span {look}>{word} {icon}</span>" for word, icon in pairs)
    return f'<p class="kit-row">{items}</p>'
