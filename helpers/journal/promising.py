"""Promises: the calls of a journal for what somebody will do, and where they were reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from helpers.intake import Problem
from helpers.journal.answering import storable
from helpers.journal.records import (
    OUTCOMES,
    REVIEW_DAYS,
    Commitment,
    Outcome,
    Place,
    Question,
)

if TYPE_CHECKING:
    from helpers.journal.promises import Promises

CHANGEABLE = {"if_", "then", "by", "review_days", "obstacle", "first_step", "buddy"}
FARTHEST = 3650  # days


class Promising:
    """Make promises, look back at them, take questions away, remember the place."""

    _promises: Promises

    def promise(
        self,
        if_: str,
        then: str,
        by: date,
        reflection: str,
        *,
        obstacle: str = "",
        first_step: str = "",
        buddy: str = "",
        review_days: Sequence[int] = REVIEW_DAYS,
        notebook: str = "",
        wording: str = "",
        prompt_version: int = 1,
    ) -> Commitment:
        """
        Keep an if–then promise with a date.

        Parameters
        ----------
        if_, then
            The cue and the act, without "If" and "then I will".
        by
            The day on which the person looks back.
        obstacle, first_step, buddy
            What may get in the way, the smallest beginning, and who knows of it; or nothing.
        review_days
            Further look-backs, in days from today.

        Raises
        ------
        Problem
            Where the cue or the act is left empty, or a look-back is not 1 to 3,650 days away.
        """
        _both_parts(if_, then)
        return self._promises.promise(
            if_=storable(if_),
            then=storable(then),
            by=by.isoformat(),
            obstacle=storable(obstacle),
            first_step=storable(first_step),
            buddy=storable(buddy),
            review_days=_days(review_days),
            reflection=reflection,
            notebook=notebook,
            wording=wording,
            prompt_version=prompt_version,
        )

    def change_promise(self, commitment_id: int, **changes: Any) -> Commitment:
        """
        Change a promise: ``if_``, ``then``, ``by``, ``obstacle``, ``first_step``, ``buddy`` or
        ``review_days``. Its ``sequence`` rises by one, so that calendars take the new dates.

        Raises
        ------
        Problem
            As in ``promise``.
        """
        unknown = set(changes) - CHANGEABLE
        if unknown:
            raise ValueError(f"a promise has no {', '.join(sorted(unknown))} to change")
        _both_parts(changes.get("if_", "-"), changes.get("then", "-"))
        written: dict[str, Callable[[Any], str]] = {"by": date.isoformat, "review_days": _days}
        kept = {name: written.get(name, storable)(value) for name, value in changes.items()}
        return self._promises.change(commitment_id, kept)

    def review(self, commitment_id: int, status: Outcome, note: str = "") -> Commitment:
        """
        Say what became of a promise.

        ``status`` is ``"done"``, ``"started"``, ``"changed"``, ``"let_go"``, or ``"taken_back"``
        for one that was made by a slip of the finger.
        """
        if status not in OUTCOMES:
            raise ValueError(f"status must be one of {', '.join(OUTCOMES)}")
        return self._promises.review(commitment_id, status, storable(note))

    def withdraw_review(self, commitment_id: int) -> Commitment:
        """Undo the newest review of a promise, given by a slip of the finger."""
        return self._promises.withdraw_review(commitment_id)

    def commitments(self, reflection: str | None = None) -> list[Commitment]:
        """Return promises, oldest first: of one reflection, or all."""
        return self._promises.commitments(reflection)

    def take_question(self, text: str, reflection: str, *, notebook: str = "") -> Question:
        """
        Keep a question to take away instead of a promise.

        Raises
        ------
        Problem
            Where nothing was written.
        """
        if not text.strip():
            raise Problem("The question is still empty. Write it as you would ask a colleague.")
        return self._promises.take_question(
            text=storable(text), reflection=reflection, notebook=notebook
        )

    def questions(self, reflection: str | None = None) -> list[Question]:
        """Return questions taken away, oldest first: of one reflection, or all."""
        return self._promises.questions(reflection)

    def remember_place(self, notebook: str, step: str) -> None:
        """Note where the reader is, to bring them back there."""
        self._promises.remember_place(notebook, step)

    def place(self, notebook: str | None = None) -> Place | None:
        """Return where the reader was last, in this notebook or in any; None at first."""
        return self._promises.place(notebook)


def _both_parts(if_: str, then: str) -> None:
    if not if_.strip() or not then.strip():
        raise Problem("A promise needs both parts. Write when it will happen, and what you do.")


def _days(days: Sequence[int]) -> str:
    if not all(1 <= day <= FARTHEST for day in days):
        raise Problem(f"A look-back is 1 to {FARTHEST:,} days away. Choose another number of days.")
    return " ".join(str(day) for day in sorted(set(days)))
