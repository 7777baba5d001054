"""The form of one promise: three boxes, and a calm part that makes it stronger."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from helpers.intake import Problem
from helpers.journal.if_then import if_then, look_back_days
from helpers.page import words
from helpers.page.forms import Field, Text
from helpers.page.layout import Activity, fold
from helpers.page.listed import listed
from helpers.page.part import Markup
from helpers.page.promise.asked import asked, known, opened
from helpers.page.promise.drafts import DraftDate, DraftText, DraftTicks

if TYPE_CHECKING:
    from helpers.journal import Commitment, Journal

SAID = words.load("page")["promise"]
DAYS: dict[str, str] = SAID["days"]


class PromiseForm(Activity):
    """
    The words of one promise: a new one, or one that is being changed. Each is kept as it is typed.

    Examples
    --------
    >>> [part.label for part in PromiseForm("expectations").children[:3]]
    ['If …', 'then I will …', 'I will look back at it on']
    """

    def __init__(
        self,
        subject: str,
        journal: Journal | None = None,
        promise: Commitment | None = None,
        *,
        own: Mapping[str, Any] | None = None,
    ):
        self._subject, self._given_journal, self._promise = subject, journal, promise
        self._own = own
        # a change is a draft of its own, begun anew after each change that was kept
        self._key = f"{promise.uid}.{promise.sequence}" if promise else ""
        held = _held(promise)
        self.cue = self._text("promise_if", held["if_"])
        self.act = self._text("promise_then", held["then"])
        self.by = DraftDate(value=held["by"], **self._asked("promise_by"))
        self.obstacle = self._text("promise_obstacle", held["obstacle"])
        self.first_step = self._text("promise_first_step", held["first_step"])
        self.buddy = self._text("promise_buddy", held["buddy"], rows=1)
        self.days = DraftTicks(
            "", DAYS, inline=True, value=held["days"], **self._asked("promise_days")
        )
        self.days_own = self._text("promise_days_own", held["days_own"], rows=1)
        self.stronger = fold(SAID["stronger"], None, self._stronger)
        self.also = Markup(live=True)
        super().__init__(self.cue, self.act, self.by, self.also, self.stronger)
        for field in (self.days, self.days_own):
            field.observe(lambda _change: self._tell_also(), "value")
        self._tell_also()

    def written(self, today: date) -> dict[str, Any] | None:
        """Return what is written, as a journal takes it; None after a Problem beside its field."""
        for field in (self.cue, self.act, self.by, self.days_own):
            field.problem = ""
        beside: Field = next(
            (field for field in (self.cue, self.act) if not _words(field)), self.by
        )
        try:
            made = if_then(
                _words(self.cue), _words(self.act), self.by.value, today=self._from(today)
            )
            beside = self.days_own
            days = look_back_days(self.days.value or (), _words(self.days_own))
        except Problem as problem:
            beside.problem = str(problem)
            if beside is self.days_own:
                self.stronger.unfold()
            return None
        return {
            "if_": made.cue,
            "then": made.act,
            "by": made.by,
            "obstacle": _words(self.obstacle),
            "first_step": _words(self.first_step),
            "buddy": _words(self.buddy),
            "review_days": days,
        }

    def wording(self) -> dict[str, Any]:
        """Return how the two halves were asked for, as a journal keeps it."""
        one, other = (self._asked(name)["prompt"] for name in ("promise_if", "promise_then"))
        return {"wording": f"{one.wording} {other.wording}", "prompt_version": one.version}

    def clear(self) -> None:
        """Empty the boxes; what was typed stays in the journal's history."""
        self._show(_held(None))

    def leave(self) -> None:
        """Show the promise again as it is kept."""
        self._show(_held(self._promise))

    def look(self) -> None:
        """Open the folded part where something was written there before."""
        journal = opened(self._given_journal)
        names = ("promise_obstacle", "promise_first_step", "promise_buddy", "promise_days_own")
        before = (journal.latest(self._asked(name)["prompt"].id) for name in names)
        if any(version and version.value for version in before):
            self.stronger.unfold()

    def _show(self, held: dict[str, Any]) -> None:
        fields = {"if_": self.cue, "then": self.act, "by": self.by, "obstacle": self.obstacle}
        fields |= {"first_step": self.first_step, "buddy": self.buddy}
        for name, field in (fields | {"days": self.days, "days_own": self.days_own}).items():
            field.problem = ""
            # a box that nobody touched holds no draft, and leaves no trace in the journal
            if "version" in field.saved and (field.value or None) != (held[name] or None):
                field.value = held[name] or ("" if isinstance(field, Text) else held[name])

    def _from(self, today: date) -> date:
        """Return the first day that may be chosen: a day set before may pass, and stay."""
        kept = self._promise.by if self._promise else today
        return min(kept, today) if self.by.value == kept.isoformat() else today

    def _tell_also(self) -> None:
        """Say under the day what is chosen in the folded part: it is kept too."""
        try:
            days = look_back_days(self.days.value or (), _words(self.days_own))
        except Problem:  # said beside the box, once it is to be kept
            days = look_back_days(self.days.value or ())
        told = SAID["also_one" if days == (1,) else "also"].format(days=listed(map(str, days)))
        self.also.html = f"<p class='eyebrow'>{told}</p>" if days else ""

    def _text(self, name: str, value: str | None, rows: int = 2) -> Text:
        return DraftText(rows=rows, value=value, **self._asked(name))

    def _asked(self, name: str) -> dict[str, Any]:
        return asked(self._subject, name, self._given_journal, self._own, key=self._key)

    def _stronger(self) -> Activity:
        return Activity(
            Markup(f"<p class='eyebrow'>{SAID['stronger_scene']}</p>"),
            self.obstacle,
            self.first_step,
            self.buddy,
            self.days,
            self.days_own,
            fold(SAID["why_this_form"], None, lambda: known("M-04")),
        )


def _words(field: Field) -> str:
    return (field.value or "").strip()


def _held(promise: Commitment | None) -> dict[str, Any]:
    """Return what each box shows at first: nothing, or a promise's own words."""
    if promise is None:
        empty = dict.fromkeys(("if_", "then", "by", "obstacle", "first_step", "buddy", "days_own"))
        return empty | {"days": list(DAYS)}
    days = [str(day) for day in promise.review_days]
    others = [day for day in days if day not in DAYS]
    return {
        "if_": promise.if_,
        "then": promise.then,
        "by": promise.by.isoformat(),
        "obstacle": promise.obstacle or None,
        "first_step": promise.first_step or None,
        "buddy": promise.buddy or None,
        "days": [day for day in days if day in DAYS],
        "days_own": ", ".join(others) or None,
    }
