"""What a journal holds: questions asked, words written, promises made, the place last read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Literal, get_args

Kind = Literal["text", "choice", "prediction", "result", "audit"]
Outcome = Literal["done", "started", "changed", "let_go", "taken_back"]

FINISHED = ("done", "let_go", "taken_back")  # nothing is due any more
REVIEW_DAYS = (7, 30, 90)  # after these many days a person is asked how it went

KINDS: tuple[str, ...] = get_args(Kind)
IN_WORDS: tuple[str, ...] = ("text", "prediction")  # kinds that are somebody's own words, as typed
OUTCOMES: tuple[str, ...] = get_args(Outcome)

# A person's own words are marked repr=False, so that they reach no log and no traceback.


@dataclass(frozen=True)
class Prompt:
    """
    One question as it was put to the reader.

    Examples
    --------
    >>> Prompt("expectations.email_april", 1, "Your email in April", "expectations").reflection
    'expectations'
    """

    id: str
    version: int
    wording: str
    reflection: str


@dataclass(frozen=True)
class Writing:
    """One save as it comes from a page; the terms are those of ``Journal.write``."""

    prompt: Prompt
    value: str = field(repr=False)
    kind: Kind
    client: str
    seq: int
    base: int | None


@dataclass(frozen=True)
class Version:
    """One state of an answer, with the question exactly as it read at the time (times in UTC)."""

    id: int
    prompt: Prompt
    value: str = field(repr=False)
    at: datetime
    client: str = ""
    seq: int = 0
    kind: Kind = "text"


@dataclass(frozen=True)
class Entry:
    """
    One answer with its history in short.

    Attributes
    ----------
    prompt
        The question as it read when the newest version was written.
    latest
        The newest version; its words may be empty, where they were deleted by typing.
    first
        When something was first written here.
    count
        How many versions there are.
    """

    prompt: Prompt
    latest: Version
    first: datetime
    count: int
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Audit:
    """One filling-in of a self-check that can be repeated."""

    id: int
    prompt: Prompt
    at: datetime
    answers: dict[str, Any] = field(repr=False)


@dataclass(frozen=True)
class Prediction:
    """What somebody expected, and what came of it: None until it is known."""

    version: Version
    outcome: str | None = field(default=None, repr=False)
    outcome_at: datetime | None = None


@dataclass(frozen=True)
class Saved:
    """
    What became of one save.

    Attributes
    ----------
    version
        The newest state of the answer, now on the disk.
    elsewhere
        What another page had written and this writer had not seen; it is kept in the history.
    changed
        False where the same words were there already, or a newer save had overtaken this one.
    """

    version: Version
    elsewhere: Version | None = None
    changed: bool = True


@dataclass(frozen=True)
class Review:
    """What a person said about a promise when they came back to it."""

    at: datetime
    status: Outcome
    note: str = field(default="", repr=False)


@dataclass(frozen=True)
class Commitment:
    """
    An if–then promise with a date.

    Attributes
    ----------
    by
        The date the person set themselves.
    status
        ``"open"``, or the outcome of the latest review.
    uid
        The same on every computer and in every export, so that a calendar knows it again.
    sequence
        How often it was changed since, as calendars count it.
    review_days
        Days after ``created`` on which the person wants to look back, besides ``by``.
    """

    id: int
    reflection: str
    if_: str = field(repr=False)
    then: str = field(repr=False)
    by: date
    created: datetime
    status: Literal["open"] | Outcome = "open"
    notebook: str = ""
    wording: str = ""
    prompt_version: int = 1
    uid: str = ""
    reviews: tuple[Review, ...] = ()
    obstacle: str = field(default="", repr=False)
    first_step: str = field(default="", repr=False)
    buddy: str = field(default="", repr=False)
    review_days: tuple[int, ...] = REVIEW_DAYS
    sequence: int = 0

    @property
    def reviewed(self) -> datetime | None:
        """When it was last reviewed, or None."""
        return self.reviews[-1].at if self.reviews else None

    @property
    def finished(self) -> bool:
        """Whether nothing more is to be asked about it."""
        return self.status in FINISHED

    @property
    def look_backs(self) -> tuple[date, ...]:
        """The days on which to look back, in order: local dates."""
        made = self.created.astimezone().date()
        return tuple(sorted({self.by, *(made + timedelta(days) for days in self.review_days)}))

    def due(self, today: date) -> date | None:
        """
        Return the newest look-back day that has come without a review since, or None.

        Examples
        --------
        >>> from datetime import UTC
        >>> made = datetime(2026, 3, 2, 12, tzinfo=UTC)
        >>> promise = Commitment(1, "voices", "Monday", "ask", date(2026, 3, 20), made)
        >>> promise.due(date(2026, 3, 8)), str(promise.due(date(2026, 3, 21)))
        (None, '2026-03-20')
        """
        come = [day for day in self.look_backs if day <= today]
        if self.finished or not come:
            return None
        told = self.reviewed is not None and self.reviewed.astimezone().date() >= come[-1]
        return None if told else come[-1]


@dataclass(frozen=True)
class Question:
    """A question somebody took away instead of a promise."""

    id: int
    reflection: str
    text: str = field(repr=False)
    at: datetime
    notebook: str = ""


@dataclass(frozen=True)
class Place:
    """Where the reader was: which notebook, which of its steps."""

    notebook: str
    step: str
    at: datetime
