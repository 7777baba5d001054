"""Whose 80%? Choose the vital few as boards do, then fill in the silence and choose again."""

from __future__ import annotations

from contextlib import suppress
from html import escape
from typing import TYPE_CHECKING

from helpers.intake import Problem
from helpers.page import words
from helpers.page.forms import Text
from helpers.page.layout import Activity
from helpers.page.part import Markup, Told
from helpers.voices.activities.whose_80.explore import Explore
from helpers.voices.activities.whose_80.said import groups_said, joined, outside
from helpers.voices.activities.whose_80.touch import least_touched, touched_share
from helpers.voices.eighty.few import worst
from helpers.voices.eighty.harm import load_groups, load_harm

if TYPE_CHECKING:
    from helpers.journal import Version

WORDS = words.load("voices")
SAID = WORDS["whose_80"]


class WhoseEighty(Activity):
    """
    Choose the few from a year of reports, see whose harm they touch, and fill in the silence.

    Attributes
    ----------
    explore : Explore
        The bars, the choice, the sliders and the lenses.

    Examples
    --------
    >>> activity = WhoseEighty()
    >>> activity.explore.choose.bars.first(3)
    ('Falls', 'Medicines', 'Long waits and delays')
    """

    def __init__(self, journal=None):
        self.beside = Markup()
        self.note = Text(**words.question("voices", "whose_reflection", journal))
        title = Markup(f"<h3>{SAID['reflect']['title']}</h3>")
        self.explore = Explore(
            load_harm(),
            kept=words.question("voices", "whose_few", journal),
            end=(title, self.beside, self.note),
            then=self._tell,
            truth=load_groups()["reported_of_100"].to_dict(),
        )
        scene = f"<p>{SAID['scene']}</p><p>{SAID['rule']}</p>"
        made_up = f"<p class='eyebrow'>{WORDS['illustrative']}</p>"
        super().__init__(Markup(scene + made_up), self.explore, Told(self._wake))

    def _wake(self) -> str:
        """Open what a reader had opened, if they had written at its end: they find it again."""
        wrote = self.note.journal.latest("voices.whose_reflection")
        if wrote is not None and wrote.value.strip():
            self.explore.stand_open()
        return ""

    def outcome(self) -> str:
        """Say in plain text what the choice touches, and whose worst harm it leaves out."""
        said, harm = SAID["reflect"], self.explore.harm
        chosen = self.explore.choose.chosen
        if len(chosen) == len(harm.themes):
            return str(said["every"])
        least, left = least_touched(harm, chosen), outside(worst(harm), chosen)
        groups = groups_said(left, len(harm.groups))
        return str(
            said["there"].format(
                few=joined(chosen),
                all=round(100 * touched_share(harm, chosen)),
                group=least.group,
                share=round(100 * least.share),
                outside=said["outside"].format(groups=groups) if left else said["nobody"],
            )
        )

    def _tell(self) -> None:
        """Show what the reader wrote before seeing anything, beside what their choice leaves out."""
        there, said = self.outcome(), SAID["reflect"]
        wrote = self.note.journal.latest("voices.prediction")
        before = ""
        if wrote is not None and wrote.value.strip():
            self._keep(wrote, there)
            before = f"<p>{said['beside']}</p><blockquote>{escape(wrote.value)}</blockquote>"
        self.beside.html = f"{before}<p>{escape(there)}</p>"

    def _keep(self, wrote: Version, there: str) -> None:
        """Keep beside the prediction what came of it; the page shows both even where it cannot."""
        journal = self.note.journal
        known = {each.version.id: each.outcome for each in journal.predictions("voices")}
        if known.get(wrote.id, there) != there:
            with suppress(Problem):
                journal.outcome(wrote.id, there)
