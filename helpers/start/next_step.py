"""One next step: what to suggest to a reader, from what is done and how long they have."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Kind = Literal[
    "first_words",
    "look_back",
    "seal",
    "together",
    "go_on",
    "hats",
    "open",
    "statement",
    "again",
]
Company = Literal["alone", "colleague", "workshop"]
SHORT = 10  # minutes: too few to begin a reflection, enough to finish something
SMALL = ("first_words", "look_back", "seal")  # steps that leave room for another one


@dataclass(frozen=True)
class Known:
    """
    What is known of a reader, without any of their words.

    Attributes
    ----------
    written : bool
        Whether anything was written or promised anywhere.
    meaning, sealed, hats : bool
        Whether they said what it means to them, sealed the second answer, placed the cards.
    due : int
        Promises to be looked back at.
    unfinished : str
        The notebook they were in the middle of, or an empty text.
    fresh, begun : tuple of str
        Notebooks not begun, in today's order; and those begun, the longest ago first.
    statement : str
        The notebook that gathers what was written, while it is not begun; or an empty text.
    """

    written: bool = False
    meaning: bool = False
    sealed: bool = False
    hats: bool = False
    due: int = 0
    unfinished: str = ""
    fresh: tuple[str, ...] = ()
    begun: tuple[str, ...] = ()
    statement: str = ""


@dataclass(frozen=True)
class Step:
    """One step: its kind, and the notebook it leads to where it leads to one."""

    kind: Kind
    notebook: str = ""


def next_step(known: Known, minutes: int | None = None, company: Company | None = None) -> Step:
    """
    Return the one step to suggest; there always is one.

    Parameters
    ----------
    known : Known
    minutes : int or None
        How long the reader has: 10, 30 or 60; None where they did not say.
    company : "alone", "colleague", "workshop" or None

    Notes
    -----
    What waits for the reader comes first, then what was begun, then something new. Which
    reflection is new today is left to chance, because there is no right order. A promise is
    not looked back at in a workshop: it is nobody else's business.

    Examples
    --------
    >>> next_step(Known())
    Step(kind='first_words', notebook='')
    >>> next_step(Known(written=True, meaning=True, sealed=True, fresh=("05-voices.ipynb",)))
    Step(kind='open', notebook='05-voices.ipynb')
    """
    if not known.written:
        return Step("first_words")
    if known.due and company != "workshop":
        return Step("look_back")
    if known.meaning and not known.sealed:
        return Step("seal")
    if company in ("colleague", "workshop"):
        if minutes == SHORT:
            return Step("hats")
        if known.begun and minutes:
            return Step("together", known.unfinished or known.begun[-1])
    if known.unfinished:
        return Step("go_on", known.unfinished)
    if not known.meaning:
        return Step("first_words")
    if minutes == SHORT and not known.hats:
        return Step("hats")
    return _another(known)


def and_then(
    known: Known, minutes: int | None = None, company: Company | None = None
) -> Step | None:
    """
    Return what there is time for after a small first step, or None.

    Examples
    --------
    >>> and_then(Known(fresh=("05-voices.ipynb",)), 30)
    Step(kind='open', notebook='05-voices.ipynb')
    >>> and_then(Known(fresh=("05-voices.ipynb",)), 10) is None
    True
    """
    if next_step(known, minutes, company).kind not in SMALL or not minutes or minutes == SHORT:
        return None
    done = replace(known, written=True, meaning=True, sealed=True, due=0)
    return next_step(done, minutes, company)


def _another(known: Known) -> Step:
    if known.fresh:
        return Step("open", known.fresh[0])
    if known.statement:
        return Step("statement", known.statement)
    return Step("again", known.begun[0]) if known.begun else Step("hats")
