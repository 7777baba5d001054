"""Who speaks? Airtime in a meeting: a mirror, not a score, and only where everybody agrees."""

from __future__ import annotations

from helpers.intake.transcripts import read_transcript
from helpers.page import words
from helpers.page.forms import Choice
from helpers.page.layout import Activity, card, stack
from helpers.page.part import Button, Markup
from helpers.voices.activities.who_speaks.bring import EXAMPLE, BringTranscript
from helpers.voices.activities.who_speaks.reading import ReadAirtime
from helpers.voices.activities.who_speaks.timer import TapWhileTheySpeak

SAID = words.load("voices")["who_speaks"]


class WhoSpeaks(Activity):
    """
    Ask first whether people know and agree; then tap while they speak, or bring a transcript.

    Whatever is counted lives in this object's memory and on the open page. Only numbers that the
    reader asks to keep go to the journal, and what they write about the next meeting.

    Examples
    --------
    >>> activity = WhoSpeaks()
    >>> activity.body.children
    ()
    >>> activity.use_example()
    >>> activity.body.children[-1].figure.title
    'Who spoke, and for how long'
    """

    def __init__(self, journal=None):
        self._journal = journal
        self.consent = Choice(SAID["consent"], SAID["consents"], hint=SAID["consent_hint"])
        self.way = Choice(SAID["ways_asked"], SAID["ways"])
        self.counting = stack()
        self.result = ReadAirtime(journal)
        self.timer = TapWhileTheySpeak(self.result.show_timed)
        self.file = BringTranscript(self.result.show_read)
        self.body = stack()
        for field, act in ((self.consent, self._on_consent), (self.way, self._on_way)):
            field.observe(act, "value")
        lead = Markup(f"<p>{SAID['scene']}</p><p>{SAID['mirror']}</p>")
        super().__init__(lead, card(self.consent), self.body)

    def use_example(self) -> None:
        """Read the invented meeting, for which nobody needs to be asked."""
        self.consent.answer("example")

    def _on_consent(self, change) -> None:
        shown = {"yes": self._agreed, "no": self._not_agreed, "example": self._example}
        self.body.children = shown[change["new"]]() if change["new"] else ()

    def _agreed(self) -> tuple:
        return card(self.way, self.counting), self.result

    def _not_agreed(self) -> tuple:
        said = SAID["asking"]
        told = (
            f"<h3 style='margin:0'>{said['title']}</h3><p>{said['why']}</p>"
            f"<p>{said['how']}</p><blockquote>{said['words']}</blockquote>"
            f"<ul><li>{said['before']}</li><li>{said['no']}</li><li>{said['patients']}</li></ul>"
            f"<p>{SAID['back']}</p>"
        )
        example = Button(said["example"], self.use_example, quiet=True)
        return (card(Markup(told, live=True), example),)

    def _example(self) -> tuple:
        invented = ReadAirtime(self._journal)
        invented.show_read(read_transcript(EXAMPLE.read_bytes()), own=False)
        return Markup(f"<p>{SAID['file']['example']} {SAID['file']['rule']}</p>"), invented

    def _on_way(self, change) -> None:
        shown = {"tap": self.timer, "file": self.file}
        self.counting.children = (shown[change["new"]],) if change["new"] else ()
