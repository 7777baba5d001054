"""Your own 80%: from a list of reports to the bars, the silence and the lenses, in four steps."""

from __future__ import annotations

from helpers.intake.sheets import Sheet
from helpers.page import words
from helpers.page.forms import Text
from helpers.page.layout import Activity, card, stack
from helpers.page.own_file.bring import BringNumbers, Source
from helpers.page.part import Markup
from helpers.voices.activities.own_80.away import TakeMine
from helpers.voices.activities.own_80.columns import ConfirmReports
from helpers.voices.activities.whose_80.explore import Explore
from helpers.voices.eighty.harm import REPORTS, Harm
from helpers.voices.eighty.own_reports import OwnReports
from helpers.voices.eighty.together import NOT_RECORDED, together

SAID = words.load("voices")["own_80"]


class YourOwnEighty(Activity):
    """
    Bring a list of reports, confirm its columns, choose the few, fill in the silence.

    The list lives in this object's memory alone; only the note at the end goes to the journal.
    What cannot be read leaves the bars that were there.

    Attributes
    ----------
    explore : Explore or None
        The bars, the choice, the sliders and the lenses, once there are any.

    Examples
    --------
    >>> activity = YourOwnEighty()
    >>> activity.file.use_example()
    >>> activity.columns.jobs["theme"].value, activity.columns.jobs["group"].value
    ('theme', 'group')
    """

    def __init__(self, journal=None):
        self._journal = journal
        self.explore: Explore | None = None
        self.file = BringNumbers(self._on_sheet, example=REPORTS, hint=SAID["hint"])
        self.columns = ConfirmReports(self._on_reports)
        self.second, self.third = stack(), stack()
        lead = Markup(f"<p>{SAID['scene']}</p><p>{SAID['privacy']}</p>")
        super().__init__(lead, card(self.file), self.second, self.third)

    def _on_sheet(self, source: Source, sheet: Sheet) -> None:
        self.columns.show(source, sheet)
        self.second.children = (card(self.columns),)

    def _on_reports(self, reports: OwnReports) -> None:
        lenses = Markup(f"<p class='eyebrow'>{SAID['no_people']}</p>")
        explore = Explore(
            reports.harm,
            end=(lenses,),
            first=quietest(reports.harm),
            last=reports.last,
            label=SAID["label"],
            title=SAID["title"],
        )
        note = Text(**words.question("voices", "own_80_note", self._journal))
        self.explore = explore
        self.third.children = (explore, note, card(TakeMine(explore)))
        explore.choose.figure.come_into_view()


def quietest(harm: Harm) -> str:
    """
    Return the group with the fewest reports, but for what gathers others or was not recorded.

    Examples
    --------
    >>> from helpers.voices.eighty.harm import load_harm
    >>> quietest(load_harm())
    'Agency and bank staff'
    """
    sizes = dict(zip(harm.groups, harm.by_group.sum(axis=0), strict=True))
    named = [name for name in harm.groups if name != NOT_RECORDED and not together(name)]
    return min(named or harm.groups, key=sizes.__getitem__)
