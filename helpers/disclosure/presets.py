"""Presets: the rules for what may be shown, by name, for three kinds of showing."""

from __future__ import annotations

from dataclasses import dataclass, replace


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
    any_small
        Whether a hidden count must leave a reader as many counts open as there are small ones;
        if not, two are enough.
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

    Examples
    --------
    >>> ours = replace(TABLES, fewest=10, zero_shown=False)
    >>> ours.stands_for(10), ours.least_hidden
    ((10, 12), 0)
    """

    name: str
    fewest: int
    fewest_sensitive: int
    zero_shown: bool = False
    any_small: bool = False
    round_to: int = 1
    shape: bool = False
    unanimous: int = 0

    def __post_init__(self):
        if min(self.fewest, self.fewest_sensitive) < 3:
            raise ValueError("below three people nothing can be kept apart: 'few' would mean one")
        if not 1 <= self.round_to <= 2 * self.fewest:
            raise ValueError("counts that are shown must not be rounded to 0, which means nobody")

    def least(self, sensitive: bool = False) -> int:
        """
        Return how many people there must be.

        Examples
        --------
        >>> PACKS.least(), PACKS.least(sensitive=True)
        (5, 10)
        """
        return max(self.fewest, self.fewest_sensitive) if sensitive else self.fewest

    def marked(self, sensitive: bool) -> Preset:
        """Return the preset with the limit that holds, for what may be marked as sensitive."""
        return replace(self, fewest=self.least(sensitive))

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

    def stands_for(self, shown: int) -> tuple[int, int]:
        """
        Return the least and the greatest count that is shown as this one.

        Examples
        --------
        >>> TABLES.stands_for(10), TABLES.stands_for(25), TABLES.stands_for(0)
        ((8, 12), (23, 27), (0, 0))
        """
        if shown == 0:
            return 0, 0
        below, above = self.round_to // 2, (self.round_to - 1) // 2
        # a group that a reader knows anyway may be smaller than any that is shown
        least = self.fewest if shown >= self.rounded(self.fewest) else 0
        return max(least, shown - below), shown + above

    @property
    def least_hidden(self) -> int:
        """The least count that is hidden: nobody, unless nobody may be shown."""
        return 1 if self.zero_shown else 0

    def is_wide(self, low: float, high: float) -> bool:
        """
        Say whether a reader may know that a hidden count lies between two counts.

        A large one may be known: it is hidden only to guard others.

        Examples
        --------
        >>> TABLES.is_wide(1, 7), TABLES.is_wide(2, 7), TABLES.is_wide(9, 9), PACKS.is_wide(3, 4)
        (True, False, True, True)
        """
        return low >= self.fewest or self.leaves_open(low, high)

    def leaves_open(self, low: float, high: float) -> bool:
        """
        Say whether two counts are so far apart that a hidden one may be known to lie there.

        Examples
        --------
        >>> TABLES.leaves_open(1, 7), TABLES.leaves_open(9, 9)
        (True, False)
        """
        open_to_reader = self.fewest - self.least_hidden if self.any_small else 2
        return high - low + 1 >= open_to_reader


# What people wrote on their own and handed in. Nobody but the facilitator knows who took part.
PACKS = Preset("packs", fewest=5, fewest_sensitive=10)

# Tables of patients and staff that leave the analyst's own screen: 1 to 7 hidden, the rest to the
# nearest 5, as the hospital statistics of the National Health Service (NHS) in England do it
# (NHS Digital, from September 2018; OpenSAFELY's output rules say the same).
TABLES = Preset(
    "tables", fewest=8, fewest_sensitive=10, zero_shown=True, any_small=True, round_to=5
)

# A room that answers together, on one screen: bars without numbers, from five answers on.
LIVE = Preset("live", fewest=5, fewest_sensitive=10, zero_shown=True, shape=True, unanimous=20)

PRESETS = {preset.name: preset for preset in (PACKS, TABLES, LIVE)}
