"""Read the airtime: the figure, what it shows in words, roles, and numbers to keep."""

from __future__ import annotations

import pandas as pd

from helpers.intake.transcripts import Transcript
from helpers.page import words
from helpers.page.figures import Figure
from helpers.page.forms import Marks, Number, Text, show_problem
from helpers.page.layout import Activity, card, fold, reveal, row, stack
from helpers.page.part import Button, Markup, Told
from helpers.voices.activities.who_speaks import kept, sentences
from helpers.voices.airtime import Airtime, airtime
from helpers.voices.charts.airtime import all_speech, said_time, speakers_chart

WORDS = words.load("voices")["who_speaks"]
ROLES = WORDS["roles"]
MOST_SILENT = 100


class ReadAirtime(Activity):
    """
    What a meeting's airtime shows; empty until there is one.

    Attributes
    ----------
    meeting : Airtime or None
    """

    def __init__(self, journal=None):
        self.meeting: Airtime | None = None
        self._turns: pd.DataFrame | None = None
        self._kept: int | None = None
        self.shown, self.roles, self.by_role = Markup(live=True), stack(), Markup()
        self.note = Text(**words.question("voices", "who_speaks_next", journal))
        self.kept = Told(lambda: kept.listed(kept.kept(self.note.journal)))
        self.told = Markup(live=True)
        self.keep_button = Button(WORDS["keep"]["button"], self.keep)
        self.undo_button = Button(WORDS["keep"]["undo"], self.take_out, quiet=True)
        self._inside = stack()
        super().__init__(self._inside)

    def show_timed(self, meeting: Airtime) -> None:
        """Show a meeting that was tapped."""
        self._turns, self.roles.children = None, ()
        self._begin(meeting, own=True)

    def show_read(self, found: Transcript, *, own: bool = True) -> None:
        """Show a meeting whose transcript was read; ``own`` is False for the invented one."""
        meeting = airtime(found.turns)
        self._turns = found.turns
        self._ask_roles(meeting)
        self._begin(meeting, own=own)

    def keep(self) -> None:
        """Keep the numbers of this meeting in the journal, once."""
        if self.meeting is None or self._kept is not None:
            return
        meeting = self.meeting
        self._kept = show_problem(self.told, lambda: kept.keep(self.note.journal, meeting))
        self._tell("kept" if self._kept is not None else "")

    def take_out(self) -> None:
        """Take out of the journal what was kept last on this page."""
        if self._kept is None:
            return
        version, self._kept = self._kept, None
        show_problem(self.told, lambda: kept.take_out(self.note.journal, version))
        self._tell("undone")

    def _begin(self, meeting: Airtime, *, own: bool) -> None:
        drawing = speakers_chart(meeting) if meeting.speakers else all_speech(meeting)
        self._kept, self.told.html = None, ""
        self.figure = Figure(drawing)
        about = Markup(f"<h3>{WORDS['keep']['title']}</h3><p>{WORDS['keep']['about']}</p>")
        buttons = row(self.keep_button, self.undo_button)
        keeping = (about, buttons, self.told, self.kept) if own and meeting.speakers else ()
        self._tell("")
        self._say(meeting)
        ask, contested = Markup(sentences.questions()), Markup(sentences.contested())
        parts = (self.figure, self.roles, self.by_role, card(self.shown), ask, self.note)
        reveal(self._inside, *parts, contested, *keeping)

    def _say(self, meeting: Airtime) -> None:
        self.meeting = meeting
        self.shown.html = sentences.shown(meeting)
        self.by_role.html = sentences.roles(meeting)

    def _ask_roles(self, meeting: Airtime) -> None:
        """Ask for roles, and for people whom a transcript cannot know."""
        self.marks = Marks(
            ROLES["asked"], ROLES["options"], [_row(one) for one in meeting.speakers],
            asked=ROLES["row"], placeholder=ROLES["placeholder"],
        )  # fmt: skip
        self.silent = Number(ROLES["silent"], 0, MOST_SILENT, hint=ROLES["silent_hint"])
        for field in (self.marks, self.silent):
            field.observe(self._again, "value")
        inside = stack(self.silent, self.marks)
        asked = (fold(ROLES["title"], None, lambda: inside),)
        self.roles.children = asked if meeting.speakers else ()

    def _again(self, _change) -> None:
        """Add up anew with the roles and the silent people given."""
        turns, said = self._turns, ROLES["silent_name"]
        count = min(max(int(self.silent.value or 0), 0), MOST_SILENT)
        silent = [said.format(number=number + 1) for number in range(count)]
        given = {who: ROLES["options"][role] for who, role in (self.marks.value or {}).items()}
        if turns is not None:
            meeting = airtime(turns, roles=given, present=silent)
            self.figure.redraw(speakers_chart(meeting))
            self._say(meeting)
            self._kept = None
            self._tell("")

    def _tell(self, which: str) -> None:
        self.told.html = f"<p>{WORDS['keep'][which]}</p>" if which else ""
        self.keep_button.disabled = self._kept is not None
        self.undo_button.disabled = self._kept is None
        if which:
            self.kept.refresh()


def _row(one) -> dict[str, str]:
    first = f"{WORDS['columns']['first']} {said_time(one.first or 0)}"
    html = (
        f'<p class="name">{one.person}</p><p class="eyebrow">{said_time(one.seconds)} · {first}</p>'
    )
    return {"id": one.person, "label": one.person, "html": html}
