"""The whole of hear, carry, answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from helpers.page import words
from helpers.page.layout import Activity, fold
from helpers.page.part import Markup, Timer
from helpers.page.rhythm import ask
from helpers.voices.activities.hear.acted import WhatIsOurs
from helpers.voices.activities.hear.sentences import ThreeSentences
from helpers.voices.activities.hear.voice import OneVoice

SAID = words.load("voices")["hear"]


class HearCarryAnswer(Activity):
    """
    Write what you will say, carry one voice, and say what you are responsible for.

    Examples
    --------
    >>> activity = HearCarryAnswer()
    >>> activity.inviting.boxes[0].label
    'An inviting sentence'
    """

    def __init__(self, journal=None, *, now: Callable[[], datetime] | None = None):
        self.inviting = ThreeSentences("inviting", journal)
        self.appreciating = ThreeSentences("appreciating", journal)
        self.listening = fold(SAID["listen_title"], 2, lambda: Listening(journal))
        self.voice = OneVoice(journal, now)
        self.ours = WhatIsOurs(journal)
        super().__init__(
            Markup(f"<p>{SAID['scene']}</p><p>{SAID['order']}</p>"),
            self.inviting,
            self.appreciating,
            Markup(f"<p>{SAID['again']}</p>"),
            self.listening,
            self.voice,
            self.ours,
        )


class Listening(Activity):
    """Two minutes in which one says nothing but "What else?"."""

    def __init__(self, journal=None):
        self.heard = ask("voices", "hear_listened", rows=2, journal=journal)
        told = Markup(f"<p>{SAID['listen']}</p><p>{SAID['listen_alone']}</p>")
        super().__init__(told, Timer(2), self.heard)
