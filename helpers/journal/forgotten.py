"""What became of a deletion: how much went, what could not be reached, what says the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Alike:
    """Where some of the words that were deleted still stand, in another place of the journal."""

    kind: Literal["entry", "promise", "question"]
    reflection: str
    wording: str  # the question; empty for a promise made without one


@dataclass(frozen=True)
class Forgotten:
    """
    What was deleted.

    Attributes
    ----------
    removed
        How many versions, promises, reviews and questions are gone.
    not_reached
        Sentences on what the kit could not delete, such as copies made by other programs.
    alike
        What in the same journal still holds some of the same words: it is the writer's to delete.
    """

    removed: int
    not_reached: tuple[str, ...] = ()
    alike: tuple[Alike, ...] = ()
