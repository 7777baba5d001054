"""Watch one meeting: a tally of claims, with and without a chart that shows chance."""

from __future__ import annotations

from helpers.expectations.paper_audit import Meeting, observe
from helpers.page import words
from helpers.page.canvas import percent
from helpers.page.forms import Number, Text, show_problem
from helpers.page.layout import Activity, card, row
from helpers.page.part import Button, Markup

SAID = words.load("expectations")["paper_audit"]["meeting"]


class WatchOneMeeting(Activity):
    """
    Tally what is claimed in one meeting; the tally is kept as it grows.

    Examples
    --------
    >>> from helpers.journal import Journal
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     sheet = WatchOneMeeting(Journal.open(folder + "/journal.sqlite3"))
    ...     sheet.tally(sheet.with_chart)
    >>> sheet.result.share
    1.0
    """

    result: Meeting | None = None

    def __init__(self, journal=None):
        self.with_chart = Number(
            "", 0, **words.question("expectations", "meeting_with_chart", journal)
        )
        self.without_chart = Number(
            "", 0, **words.question("expectations", "meeting_without_chart", journal)
        )
        self.said = Markup(live=True)
        super().__init__(
            Markup(f"<p>{SAID['scene']}</p>"),
            row(
                Button(SAID["button_with"], lambda: self.tally(self.with_chart)),
                Button(SAID["button_without"], lambda: self.tally(self.without_chart)),
                Button(SAID["button_new"], self.begin, quiet=True),
            ),
            card(self.with_chart, self.without_chart),
            self.said,
            Text(**words.question("expectations", "meeting_claim", journal)),
        )
        self.with_chart.observe(self._refresh, "value")
        self.without_chart.observe(self._refresh, "value")

    def tally(self, count: Number) -> None:
        """Count one more claim."""
        count.answer((count.value or 0) + 1)

    def begin(self) -> None:
        """Empty the tally for another meeting; the journal keeps the earlier one."""
        self.with_chart.answer(None)
        self.without_chart.answer(None)

    def _refresh(self, change) -> None:
        counts = self.with_chart.value, self.without_chart.value
        if counts == (None, None):
            self.result, self.said.html = None, ""
            return
        heard = (count or 0 for count in counts)
        self.result = show_problem(change.owner, lambda: observe(*heard))
        self.said.html = _sentence(self.result) if self.result else ""


def _sentence(result: Meeting) -> str:
    if result.share is None:
        return f"<p>{SAID['result_none']}</p>"
    heard = result.with_chart + result.without_chart
    told = SAID["result"].format(heard=heard, share=percent(result.share))
    return f"<p>{told} {SAID['found']}</p>"
