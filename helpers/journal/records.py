"""What a journal holds: questions asked, words written, promises made, the place last read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, get_args

Kind = Literal["text", "choice", "prediction", "result"]
Outcome = Literal["kept", "partly", "dropped"]

KINDS: tuple[str, ...] = get_args(Kind)
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

    @property
    def reviewed(self) -> datetime | None:
        """When it was last reviewed, or None."""
        return self.reviews[-1].at if self.reviews else None


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
