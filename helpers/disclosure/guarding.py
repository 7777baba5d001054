"""Which counts to hide, small ones and others that guard them, so that no sum tells a small one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from helpers.disclosure.line import is_small
from helpers.disclosure.presets import Preset
from helpers.disclosure.shown import Name
from helpers.disclosure.sums import NO_END, Line, Sums
from helpers.disclosure.view import Before, Limits, View
from helpers.intake import Problem


def guard(
    counts: Sequence[int],
    lines: Sequence[Line],
    preset: Preset,
    before: Iterable[Before] = (),
    names: Sequence[Name] = (),
) -> frozenset[int]:
    """
    Choose which counts to hide.

    Parameters
    ----------
    counts : sequence of int
        Numbers of people, sums included.
    lines : sequence of Line
        What adds up to what, by places in ``counts``.
    preset : Preset
    before : iterable of Before
        What was shown earlier and can be laid beside it.
    names : sequence of tuple of str
        What the counts are called; needed only to lay something beside them.

    Returns
    -------
    frozenset of int
        Places in ``counts``.

    Raises
    ------
    Problem
        If what was shown earlier gives a number away, whatever is hidden now.

    Notes
    -----
    Small counts are hidden. Then others are, until each small one could be any small number: also
    for a reader who knows the preset, and even which hidden counts are small and which guard them.
    A guard is the smallest count, sums last, among those that hold a small one too tight by the
    programme's own account (its dual values). A reader who runs this very program on all tables
    that there could be may narrow some counts further; in the small tables where that was tried,
    to none exactly.

    Examples
    --------
    >>> sorted(guard([20, 2, 22], [Line((0, 1), 2)], Preset("exact", 5, 10)))
    [0, 1]
    """
    hiding = _Hiding(counts, lines, preset)
    view = hiding.view(names or [(str(at),) for at in range(len(counts))], before)
    if view.asked:
        hiding.line_by_line(view)
        hiding.all_together(view)
    return frozenset(hiding.hidden)


class _Judge:
    """What may be known of the counts that are being hidden."""

    def __init__(self, hiding: _Hiding, view: View):
        self.hiding, self.view = hiding, view

    def is_wide(self, at: int, low: float, high: float) -> bool:
        """Say whether a reader may know that a count lies between these two."""
        return self.hiding.is_wide(self.view, at, low, high)

    def is_open(self, at: int, low: float, high: float) -> bool:
        """Say whether it is enough that a count could be each of these two."""
        if at in self.hiding.small:
            return self.is_wide(at, low, high)
        return self.view.is_open(at, low, high)


class _Hiding:
    """Counts while they are being hidden."""

    def __init__(self, counts: Sequence[int], lines: Sequence[Line], preset: Preset):
        self.counts, self.lines, self.preset = counts, lines, preset
        few, nobody = preset.fewest, preset.zero_shown
        self.small = {at for at, count in enumerate(counts) if is_small(count, few, nobody)}
        self.hidden = set(self.small)
        self.told = True  # whether the reader knows which hidden counts are small
        self.wholes = {line.whole for line in lines}
        self.through: dict[int, list[Line]] = {at: [] for at in range(len(counts))}
        for line in lines:
            for at in line.places:
                self.through[at].append(line)

    def view(self, names: Iterable[Name], before: Iterable[Before]) -> View:
        """Return what a reader would see now, who even knows which hidden counts are small."""
        view = View(lines=list(self.lines))
        now = {name: view.add(", ".join(name), self.limits(at)) for at, name in enumerate(names)}
        view.asked = dict.fromkeys(sorted(self.small), self.preset)
        for one in before:
            view.lay_beside(now, one, self.preset)
        return view

    def limits(self, at: int) -> Limits:
        """Return between what a reader knows one count to be, from itself alone."""
        least, few = self.preset.least_hidden, self.preset.fewest
        if at in self.hidden and not self.told:
            return least, NO_END
        if at in self.hidden:
            return (least, few - 1) if at in self.small else (few, NO_END)
        return self.preset.stands_for(self.preset.rounded(self.counts[at]))

    def is_shown(self, at: int) -> bool:
        """Say whether a place could still be hidden: it is of this showing, shown, and not 0."""
        return at < len(self.counts) and at not in self.hidden and self.counts[at] > 0

    def hide(self, places: Iterable[int], view: View) -> int:
        """Hide the one of some places that costs least, and return it."""

        def cost(at: int) -> tuple[bool, int, int]:
            # where its lines guard something already, it closes a circle and needs no more guards
            guarding = sum(not self.hidden.isdisjoint(line.places) for line in self.through[at])
            return at in self.wholes, -guarding, self.counts[at]

        at = min(places, key=cost)
        self.hidden.add(at)
        view.low[at], view.high[at] = self.limits(at)
        return at

    def line_by_line(self, view: View) -> None:
        """Hide where one sum alone would tell: quick, and most of what there is to do."""
        waiting = list(self.lines)
        while waiting:
            line = waiting.pop()
            shown = [at for at in line.places if self.is_shown(at)]
            if shown and self.tells(line, view):
                waiting += self.through[self.hide(shown, view)]

    def tells(self, line: Line, view: View) -> bool:
        """Say whether one sum alone holds a small count of it too tight."""
        low, high = ([ends[at] for at in line.parts] for ends in (view.low, view.high))
        least, most = sum(low), sum(high)
        for place, at in enumerate(line.parts):
            if at in self.small:
                top = view.high[line.whole] - (least - low[place])
                bottom = view.low[line.whole] - (most - high[place])
                if not self.is_wide(view, at, bottom, top):
                    return True
        return line.whole in self.small and not self.is_wide(view, line.whole, least, most)

    def is_wide(self, view: View, at: int, low: float, high: float) -> bool:
        """Say whether a count could be any small number; or what is asked of earlier showings."""
        if at not in self.small:
            return view.is_wide(at, low, high)
        return low <= self.preset.least_hidden and high >= self.preset.fewest - 1

    def all_together(self, view: View) -> None:
        """Hide until all sums together do not tell, either: what is small first, then the guards."""
        sums = Sums(len(view.names), view.lines)

        judge = _Judge(self, view)
        try:
            for self.told in (True, False):
                for at in self.hidden:
                    view.low[at], view.high[at] = self.limits(at)
                before = -1
                while len(self.hidden) > before:
                    before = len(self.hidden)
                    if not self.told:
                        view.asked |= dict.fromkeys(self.hidden, self.preset)
                    for at in sums.narrow(view.low, view.high, view.asked, judge):
                        self._widen(at, sums, view)
        except ValueError as error:
            raise Problem(
                "What was shown before does not fit these counts: no numbers of people agree with "
                "both. Check that it is the same group, and whether people have left it since."
            ) from error

    def _widen(self, at: int, sums: Sums, view: View) -> None:
        """Hide until one count is wide enough, as far as hiding can do it."""
        low, high = list(view.low), list(view.high)
        unknown = self.preset.least_hidden, NO_END
        while True:
            (lows, from_below), (highs, from_above) = (
                sums.reach(low, high, {at: weight}) for weight in (-1, 1)
            )
            if self.is_wide(view, at, lows[at], highs[at]):
                return
            if not self.is_wide(view, at, lows[at], NO_END):
                holding = from_below - {at}
            elif not self.is_wide(view, at, -NO_END, highs[at]):
                holding = from_above - {at}
            else:
                holding = (from_below | from_above) - {at}
            shown = [place for place in holding if self.is_shown(place)]
            known = [
                place for place in holding & self.hidden if (low[place], high[place]) != unknown
            ]
            if shown:
                place = self.hide(shown, view)
                low[place], high[place] = view.low[place], view.high[place]
            elif known:  # a reader cannot know all of these: which are small, and which only guard
                for place in known:
                    low[place], high[place] = unknown
            elif any(place >= len(self.counts) for place in holding | {at}):
                raise Problem(
                    f"{view.names[at]}: what was shown before tells how few these people are, "
                    "whatever is hidden now. Show larger groups, or leave this table out."
                )
            else:
                return  # nothing that is shown holds it
