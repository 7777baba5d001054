"""Presets: the rules for what may be shown, by name, for three kinds of showing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Preset:
    """
    Rules for what may be shown of a group.

    Attributes
    ----------
    name
        What the preset is called.
    fewest
        Nothing that fewer people said, chose or answered is shown.
    fewest_sensitive
        The same for a question that is marked as sensitive.
    zero_shown
        Whether a count of nobody may be shown. Where it may not, it counts as a small one.
    round_to
        Counts that are shown are rounded to multiples of this; 1 leaves them as they are.
    shape
        Only the shape is shown: shares to the nearest tenth, without any count.
    unanimous
        With ``shape``, an answer that everybody gave is named only from so many people on.

    Notes
    -----
    A preset is plain data. Another kind of showing is another ``Preset``; where it needs a rule
    that no field names, the field is added here and the rule in the one function that it changes.
    """

    name: str
    fewest: int
    fewest_sensitive: int
    zero_shown: bool = False
    round_to: int = 1
    shape: bool = False
    unanimous: int = 0

    def __post_init__(self):
        if min(self.fewest, self.fewest_sensitive) < 3:
            raise ValueError("below three people nothing can be kept apart: 'few' would mean one")

    def least(self, sensitive: bool = False) -> int:
        """
        Return how many people there must be.

        Examples
        --------
        >>> PACKS.least(), PACKS.least(sensitive=True)
        (5, 10)
        """
        return self.fewest_sensitive if sensitive else self.fewest

    def rounded(self, count: int) -> int:
        """
        Return a count as it may be shown; a half goes up.

        Examples
        --------
        >>> TABLES.rounded(12), PACKS.rounded(12)
        (10, 12)
        """
        step = self.round_to
        return (2 * count + step) // (2 * step) * step


# What people wrote on their own and handed in. Nobody but the facilitator knows who took part.
PACKS = Preset("packs", fewest=5, fewest_sensitive=10)

# Tables of patients and staff that leave the analyst's own screen: 1 to 7 hidden, the rest to the
# nearest 5, as the hospital statistics of the National Health Service (NHS) in England do it.
TABLES = Preset("tables", fewest=8, fewest_sensitive=10, zero_shown=True, round_to=5)

# A room that answers together, on one screen: bars without numbers, from five answers on.
LIVE = Preset("live", fewest=5, fewest_sensitive=10, zero_shown=True, shape=True, unanimous=20)

PRESETS = {preset.name: preset for preset in (PACKS, TABLES, LIVE)}
