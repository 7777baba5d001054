"""Take it with you: the plan and the invitation as files, and the dates for a calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from helpers.intake import Problem
from helpers.page.caution import BeforeSharing
from helpers.page.layout import Activity, row
from helpers.page.my_journal.copies import DatedDownload
from helpers.page.paper.take_away import blank
from helpers.page.part import Markup
from helpers.voices.activities.design import papers
from helpers.voices.activities.design.form import WORDS
from helpers.voices.process_design import Plan

SAID = WORDS["said"]


class TakeAway(Activity):
    """Files of the plan as it stands when they are asked for, below a look at names in it."""

    def __init__(
        self,
        plan: Callable[[], Plan],
        letter: Callable[[], str],
        now: Callable[[], datetime],
        note: str = "",
    ):
        self._plan, self._letter, self._now, self._note = plan, letter, now, note
        self.caution = BeforeSharing(self.texts)
        self.word = self._button("word", "docx", lambda: self.made("docx"))
        self.page = self._button("html", "html", lambda: self.made("html"))
        self.invitation = self._button(
            "invitation_word", "docx", self.made_invitation, "file_invitation"
        )
        self.calendar = self._button("calendar", "ics", self.made_calendar, "file_calendar")
        super().__init__(
            Markup(f"<h3>{SAID['away']}</h3><p>{SAID['away_lead']}</p>"),
            self.caution,
            row(self.word, self.page, self.invitation, self.calendar),
        )

    def texts(self) -> list[tuple[str, str]]:
        """Return what people will read in the files, each with what it is called."""
        plan = self._plan()
        told = [(WORDS["paper"]["name"], plan.title), (WORDS["paper"]["contact"], plan.contact)]
        told += [(SAID["run_sheet"], item.title) for item in plan.own]
        told += [(SAID["purpose"], why) for why in plan.because.values()]
        return [
            (name, text) for name, text in (*told, (SAID["invitation"], self._letter())) if text
        ]

    def made(self, form: str) -> bytes:
        """
        Return the plan as a file: docx or html.

        Raises
        ------
        Problem
            Nobody has said yet what is planned.
        """
        plan = papers.copied(self._plan(), self.caution.copy)
        if plan.kind is None:
            raise Problem(SAID["nothing_to_take"])
        paper = blank(form, papers.title(plan))
        if self._note:
            paper.line([(self._note, False)], kind="small")
        papers.write_plan(paper, plan, self._now().date())
        return paper.made()

    def made_invitation(self) -> bytes:
        """Return the invitation as a Word file; a Problem where there is none."""
        text = self.caution.copy(self._letter().strip())
        if not text:
            raise Problem(SAID["no_invitation"].format(button=SAID["invitation_button"]))
        paper = blank("docx", papers.title(papers.copied(self._plan(), self.caution.copy)))
        papers.write_invitation(paper, text)
        return paper.made()

    def made_calendar(self) -> bytes:
        """Return the days to come as a calendar file; a Problem where there is none."""
        from helpers.voices.process_design.dates import calendar_file

        return calendar_file(papers.copied(self._plan(), self.caution.copy), self._now())

    def _button(self, label: str, form: str, make, name: str = "file") -> DatedDownload:
        return DatedDownload(SAID[label], lambda: SAID[name], form, make)
