"""The order form: what leaders ask for when they ask for improvement, and the order rewritten."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from helpers.intake import Problem

Effect = Literal["helps", "neither", "hinders"]
Place = Literal["bolted_on", "built_in"]
EFFECTS: tuple[Effect, ...] = get_args(Effect)
PLACES: tuple[Place, ...] = get_args(Place)


@dataclass(frozen=True)
class Item:
    """
    One thing people ask for.

    Attributes
    ----------
    id, label : str
    tends_to : str
        What asking for it tends to do to the work.
    effect : {"helps", "neither", "hinders"}
        The same as one word, when it stands alone.
    instead : str
        The sentence that takes its place in the rewritten order.
    """

    id: str
    label: str
    tends_to: str
    effect: Effect
    instead: str


@dataclass(frozen=True)
class Compared:
    """One thing asked for: the guess beside what it tends to do. A skipped guess is None."""

    item: Item
    guess: Effect | None

    @property
    def surprise(self) -> bool:
        """Whether the guess was something else."""
        return self.guess is not None and self.guess != self.item.effect


def items(wording: Mapping[str, Mapping[str, Any]]) -> tuple[Item, ...]:
    """Return the menu, in its order: ``wording`` is [order_form.items] of words.toml."""
    return tuple(Item(id=name, **words) for name, words in wording.items())


def compare(
    asked: Collection[str], guesses: Mapping[str, Effect], menu: Collection[Item]
) -> tuple[Compared, ...]:
    """
    Lay the guesses beside what each thing asked for tends to do.

    Parameters
    ----------
    asked : collection of str
        Ids of the items marked as "I ask for this".
    guesses : mapping
        Item id to "helps", "neither" or "hinders"; any may be missing.
    menu : collection of Item

    Raises
    ------
    Problem
        If an item is not on the menu.

    Examples
    --------
    >>> date = Item("date", "A date", "It gets delivered.", "hinders", "Come when it holds.")
    >>> compare(["date"], {"date": "helps"}, [date])[0].surprise
    True
    """
    return tuple(Compared(item, guesses.get(item.id)) for item in _chosen(asked, menu))


def rewrite(
    asked: Collection[str],
    place: Place,
    menu: Collection[Item],
    wording: Mapping[str, str],
) -> str:
    """
    Assemble a first draft of the order, for the leader to change.

    Parameters
    ----------
    asked : collection of str
        Ids of the items to be replaced; none is allowed.
    place : {"bolted_on", "built_in"}
        How improvement is asked for now.
    menu : collection of Item
    wording : mapping
        "opening", "built_in", "bolted_on" and "closing": [order_form.order] of words.toml.

    Returns
    -------
    str
        Sentences, one a line.

    Raises
    ------
    Problem
        If an item or the place is not known.

    Examples
    --------
    >>> date = Item("date", "A date", "It gets delivered.", "hinders", "Come when it holds.")
    >>> words = {"opening": "Dear all,", "built_in": "As now.", "bolted_on": "In the day's work.",
    ...          "closing": "Thank you."}
    >>> print(rewrite(["date"], "bolted_on", [date], words))
    Dear all,
    Come when it holds.
    In the day's work.
    Thank you.
    """
    if place not in PLACES:
        raise Problem("Say first whether improvement is bolted on or built in where you are.")
    middle = [item.instead for item in _chosen(asked, menu)]
    return "\n".join([wording["opening"], *middle, wording[place], wording["closing"]])


def _chosen(asked: Collection[str], menu: Collection[Item]) -> list[Item]:
    unknown = set(asked) - {item.id for item in menu}
    if unknown:
        raise Problem(f"'{min(unknown)}' is not on the order form. Mark what is there.")
    return [item for item in menu if item.id in asked]
