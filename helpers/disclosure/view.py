"""What a reader sees: places, the limits of each count, and what adds up to what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from helpers.disclosure.presets import Preset
from helpers.disclosure.shown import SUM, Cell, Groups, Name, Shown, Table
from helpers.disclosure.sums import NO_END, Line

Limits = tuple[float, float]
ANY = (0, NO_END)
EARLIER = "before: "


@dataclass(frozen=True)
class Before:
    """
    Something shown earlier, and how it stands to what is about to be shown.

    A number now and a number before that bear the same name count the same group; sums do where
    they add up groups of the same names.

    Attributes
    ----------
    shown
        What was shown.
    grown, shrunk
        Whether people may have come since, and whether some may have left; if neither, the same
        group holds the same people.
    same
        Pairs of names, (before, now), that also count the same group.
    inside
        Pairs of names, (before, now): the group before lies within the group now.
    around
        Pairs of names, (before, now): the group now lies within the group before.

    Notes
    -----
    A field of a table is named "row, column", its sums "row, all", "all, column" and "all, all".
    Where two tables cut the same people in different ways, pair their sums in ``same``.

    Where people came and others left, a reader sees only which of the two were more: nobody is
    told apart, unless the reader knows that nobody left, or that nobody came. Set both only where
    they cannot know it. What is said in ``inside`` and ``around`` must hold of the people
    themselves: who left since lies in no group now.

    Name everything that was shown of these people. How the earlier showings stand to each other
    needs no words: each remembers what it was laid beside itself.
    """

    shown: Shown | Table | Groups
    grown: bool = False
    shrunk: bool = False
    same: tuple[tuple[str, str], ...] = ()
    inside: tuple[tuple[str, str], ...] = ()
    around: tuple[tuple[str, str], ...] = ()


@dataclass
class View:
    """
    All that a reader sees of one or several showings, as limits and sums.

    Attributes
    ----------
    names
        What each place is called.
    low, high
        The limits of the count there, by the rules of its preset.
    lines
        What adds up to what.
    asked
        Places that are not shown, with the preset that guards them.
    differences
        Those of them that are no cell of a showing, but a difference between now and before.
    earlier
        Where the names of each earlier showing are, by its id.
    """

    names: list[str] = field(default_factory=list)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    asked: dict[int, Preset] = field(default_factory=dict)
    differences: set[int] = field(default_factory=set)
    earlier: dict[int, dict[Name, int]] = field(default_factory=dict)

    def add(self, name: str, limits: Limits, asked: Preset | None = None) -> int:
        """Add a place and return where it is."""
        at = len(self.names)
        self.names.append(name)
        self.low.append(limits[0])
        self.high.append(limits[1])
        if asked:
            self.asked[at] = asked
        return at

    def add_shown(self, shown: Shown | Table | Groups, mark: str = "") -> dict[Name, int]:
        """Add a showing and return where each of its names is."""
        cells, lines = _parts(shown)
        guards = not (isinstance(shown, Table | Groups) and shown.sums_of_shown)
        first = len(self.names)
        for name, cell in cells.items():
            asked = shown.preset if cell.hidden else None
            self.add(mark + ", ".join(name), _limits(cell, shown.preset, guards), asked)
        self.lines += [
            Line(tuple(first + p for p in line.parts), first + line.whole) for line in lines
        ]
        return {name: first + at for at, name in enumerate(cells)}

    def lay_beside(
        self, now: Mapping[Name, int], before: Before, preset: Preset, mark: str = ""
    ) -> None:
        """
        Add what was shown before, what ties it to what is shown now, and what it was laid beside.

        Raises
        ------
        ValueError
            If a pair of names is not found, the one before and the other now.
        """
        then, is_new = self._add_earlier(before.shown)
        earlier, later = _named(then, before, 0), _named(now, before, 1)
        for name, twin in (*_same(then, now), *before.same):
            self._follow(earlier[name], later[twin], mark + twin, before, preset)
        for name, whole in before.inside:
            self._part(earlier[name], later[whole], f"{mark}{whole} now less {name} before", preset)
        for name, part in before.around:
            self._part(later[part], earlier[name], f"{mark}{name} before less {part} now", preset)
        if is_new and not isinstance(before.shown, Shown):
            for one in before.shown.before:
                self.lay_beside(then, one, before.shown.preset, EARLIER)

    def _add_earlier(self, shown: Shown | Table | Groups) -> tuple[dict[Name, int], bool]:
        """Add an earlier showing once, however many others it is laid beside."""
        is_new = id(shown) not in self.earlier
        if is_new:
            self.earlier[id(shown)] = self.add_shown(shown, EARLIER)
        return self.earlier[id(shown)], is_new

    def _follow(self, then: int, now: int, name: str, before: Before, preset: Preset) -> None:
        """Tie a group to what it was before: by those who came since, who left, both or nobody."""
        if before.grown and before.shrunk:
            stayed = self.add(f"{name}: now and before", ANY)
            self._part(stayed, now, f"{name}: now and not before", preset)
            self._part(stayed, then, f"{name}: before and not now", preset)
        elif before.grown:
            self._part(then, now, f"{name}: now less before", preset)
        elif before.shrunk:
            self._part(now, then, f"{name}: before less now", preset)
        else:
            self.lines.append(Line((now,), then))

    def _part(self, part: int, whole: int, name: str, preset: Preset) -> None:
        rest = self.add(name, ANY, preset)
        self.differences.add(rest)
        self.lines.append(Line((part, rest), whole))

    def is_wide(self, at: int, low: float, high: float) -> bool:
        """Say whether a reader may know so much of what is asked; a difference may be nobody."""
        return self.is_open(at, low, high) or self.asked[at].is_wide(low, high)

    def is_open(self, at: int, low: float, high: float) -> bool:
        """Say whether it is enough that what is asked could be each of these two counts."""
        return (at in self.differences and low == 0) or self.asked[at].leaves_open(low, high)


def table_lines(height: int, width: int) -> list[Line]:
    """
    Return what adds up in a table of so many rows and columns, and a sum of each.

    Examples
    --------
    >>> [line.places for line in table_lines(1, 2)]
    [(0, 1, 2), (3, 4, 5), (0, 3), (1, 4), (2, 5)]
    """
    across = [[y * (width + 1) + x for x in range(width + 1)] for y in range(height + 1)]
    down = zip(*across, strict=True)
    return [Line(tuple(line[:-1]), line[-1]) for line in (*across, *map(list, down))]


def question_lines(answers: int, exclusive: bool) -> list[Line]:
    """Return what adds up in a question: answers, no answer, people who gave one, everyone."""
    rest, people, everyone = answers, answers + 1, answers + 2
    lines = [Line((rest, people), everyone)]
    return [*lines, Line(tuple(range(answers)), people)] if exclusive else lines


def _named(places: Mapping[Name, int], before: Before, side: int) -> dict[str, int]:
    """Return places by name, once those of one side of every pair are found among them."""
    known = {", ".join(name): at for name, at in places.items()}
    for pair in (*before.same, *before.inside, *before.around):
        if pair[side] not in known:
            raise ValueError(f"no number is called {pair[side]!r}; a field is called 'row, column'")
    return known


def _same(then: Mapping[Name, int], now: Mapping[Name, int]) -> list[tuple[str, str]]:
    """Pair what bears the same name, sums only where they add up the same names."""
    sides = [[set(side) for side in zip(*names, strict=True)] for names in (then, now)]
    alike = [one == other for one, other in zip(*sides, strict=False)]
    paired = (
        ", ".join(name)
        for name in then.keys() & now.keys()
        if all(one != SUM or same for one, same in zip(name, alike, strict=True))
    )
    return [(name, name) for name in sorted(paired)]


def _parts(shown: Shown | Table | Groups) -> tuple[dict[Name, Cell], list[Line]]:
    """Return the cells of a showing by their names, and what adds up."""
    if isinstance(shown, Shown):
        cells: dict[Name, Cell] = {(cell.name,): cell for cell in (*shown.cells, shown.left_out)}
        cells[(SUM,)] = Cell("people", shown.people)
        cells[("everyone",)] = Cell("everyone", shown.everyone)
        return cells, question_lines(len(shown.cells), shown.exclusive)
    if isinstance(shown, Groups):
        names, plain, lines = shown.names, shown.cells, list(shown.lines)
    else:
        rows, columns = [*shown.rows, SUM], [*shown.columns, SUM]
        names = tuple((row, column) for row in rows for column in columns)
        plain = tuple(cell for line in shown.cells for cell in line)
        lines = table_lines(len(shown.rows), len(shown.columns))
    cells = dict(zip(names, plain, strict=True))
    if not shown.sums_of_shown:
        return cells, lines
    sums = {line.whole for line in lines}  # they tell nothing that is not shown beside them
    return {name: cell for at, (name, cell) in enumerate(cells.items()) if at not in sums}, []


def _limits(cell: Cell, preset: Preset, guards: bool) -> Limits:
    if cell.count is not None:
        return preset.stands_for(cell.count)
    if not cell.hidden:
        return ANY
    return preset.least_hidden, NO_END if guards else preset.fewest - 1
