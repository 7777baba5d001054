"""What is said of groups that are not shown: how many there are, and the other side of hiding."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from helpers.disclosure.results import Results
from helpers.disclosure.shown import Groups, Shown, Table


def tell(shown: Shown | Table | Groups | Results) -> tuple[str, ...]:
    """
    Say how many groups are not shown, and what else can be done than hide them.

    Parameters
    ----------
    shown : Shown, Table, Groups or Results
        As it is about to be shown.

    Returns
    -------
    tuple of str
        Plain sentences, for the leader and beside what is shown.

    Examples
    --------
    >>> from helpers.disclosure.tables import show_table
    >>> tell(show_table({"A": {"n": 20}, "B": {"n": 31}}))
    ('Every group is shown.', 'Numbers are rounded to the nearest 5.')
    """
    counts = shown.counts if isinstance(shown, Results) else shown
    told, side = words()["hidden"], words()["other_side"]
    hidden = shown.hidden
    if counts.why:
        said = [told["all"]]
    elif hidden:
        said = [told["one"] if hidden == 1 else told["several"].format(count=hidden)]
    else:
        said = [told["none"]]
    if counts.preset.round_to > 1 and not counts.why:
        said.append(told["rounded"].format(step=counts.preset.round_to))
    if isinstance(counts, Table | Groups) and counts.sums_of_shown:
        said.append(told["sums"])
    return (*said, *(side.values() if hidden else ()))


@cache
def words() -> dict[str, Any]:
    """Return what is said, from words.toml."""
    return tomllib.loads(files("helpers.disclosure").joinpath("words.toml").read_text("utf-8"))


def joined(names: Sequence[str]) -> str:
    """
    Return names as they stand in a sentence.

    Examples
    --------
    >>> joined(["A", "B", "C"])
    'A, B and C'
    """
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
