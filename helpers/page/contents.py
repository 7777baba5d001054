"""The contents of the shelf: what a reader has done in each reflection."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from helpers.page.notebooks import GATHERS, STEPS
from helpers.page.shelf import Reflection, reflections

if TYPE_CHECKING:
    from helpers.journal import Commitment, Entry, Journal

NOTHING = ("", "null", "[]", "{}")  # what an answer holds after everything was taken out of it


@dataclass(frozen=True)
class Standing:
    """
    What a reader has done in one reflection; none of their words.

    Attributes
    ----------
    written
        The day something was written there last, or None.
    step
        The id of the step they were at last, or an empty text.
    left
        When they were there last, by place or by pen, or None.
    promises, questions
        How many were made and taken away there.
    due
        How many of the promises are to be looked back at.
    """

    reflection: Reflection
    written: date | None = None
    step: str = ""
    left: datetime | None = None
    promises: int = 0
    questions: int = 0
    due: int = 0

    @property
    def begun(self) -> bool:
        """Whether anything was written there, or the page was read beyond its beginning."""
        return self.written is not None or self.kept or self.step not in ("", next(iter(STEPS)))

    @property
    def kept(self) -> bool:
        """Whether it was brought to an end: a promise was made, or a question taken away."""
        return bool(self.promises or self.questions)

    @property
    def gathers(self) -> bool:
        """Whether this is the reflection that gathers what the others asked for."""
        return self.reflection.slice == GATHERS

    @property
    def address(self) -> str:
        """The page, at the step where the reader left it."""
        return self.reflection.notebook + (f"#{self.step}" if self.step else "")


def standings(
    own: Journal, today: date, found: Sequence[Reflection] | None = None
) -> list[Standing]:
    """Return what a reader has done in each reflection, in the order of the shelf."""
    entries = [entry for entry in own.entries() if entry.latest.value.strip() not in NOTHING]
    promises = [one for one in own.commitments() if one.status != "taken_back"]
    questions = own.questions()
    shelf = reflections() if found is None else found
    return [
        _standing(
            own,
            reflection,
            [entry for entry in entries if entry.prompt.reflection == reflection.slice],
            [one for one in promises if one.reflection == reflection.slice],
            sum(one.reflection == reflection.slice for one in questions),
            today,
        )
        for reflection in shelf
    ]


def _standing(
    own: Journal,
    reflection: Reflection,
    entries: Sequence[Entry],
    promises: Iterable[Commitment],
    questions: int,
    today: date,
) -> Standing:
    place = own.place(reflection.notebook)
    made = list(promises)
    newest = max((entry.latest.at for entry in entries), default=None)
    times = [time for time in (newest, place.at if place else None) if time]
    return Standing(
        reflection=reflection,
        written=newest.astimezone().date() if newest else None,
        step=place.step if place and place.step in STEPS else "",
        left=max(times, default=None),
        promises=len(made),
        questions=questions,
        due=sum(one.due(today) is not None for one in made),
    )
