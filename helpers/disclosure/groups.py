"""Groups within groups, and people crossed in several ways: shown with all their sums."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, product
from math import prod
from typing import TYPE_CHECKING, Any

from helpers.disclosure.presets import TABLES, Preset
from helpers.disclosure.shown import SUM, Cell, Groups, Table, reason
from helpers.disclosure.sums import Line
from helpers.disclosure.tables import named, show_cells, show_table, whole
from helpers.disclosure.view import Before
from helpers.intake import Problem

if TYPE_CHECKING:
    import pandas as pd

NOT_RECORDED = "not recorded"
MOST = 20_000  # groups with their sums: more are read by nobody, and their sums take minutes
NUMBER = re.compile(r"-?\d+(\.\d+)?")  # at the head of a name: "1 most deprived", "18-24"
Path = tuple[str, ...]


def show_crosstab(
    people: pd.DataFrame, row: str, column: str, preset: Preset = TABLES, **rules: Any
) -> Table:
    """
    Show how many people are in each field of two columns crossed.

    Parameters
    ----------
    people : DataFrame
        A row for each person.
    row, column : str
        Columns of ``people``. What is missing there is a group "not recorded". Groups come in the
        order of their categories or of the numbers they begin with, else as they come.
    preset, rules
        As for `show_table`.

    Raises
    ------
    Problem
        If a column is not there, or no person.

    Examples
    --------
    >>> import pandas as pd
    >>> people = pd.DataFrame({"site": ["A"] * 21 + ["B"] * 12, "age": ["over 65"] * 33})
    >>> show_crosstab(people, "site", "age").frame()["over 65"].to_dict()
    {'A': 20, 'B': 10, 'all': 35}
    """
    leaves = _leaves(people, [row, column], None)
    rows, columns = (_names(people[name]) for name in (row, column))
    counts = {y: {x: leaves.get((y, x), 0) for x in columns} for y in rows}
    return show_table(counts, preset, **rules)


def show_groups(
    people: pd.DataFrame,
    by: Sequence[str | tuple[str, ...]],
    preset: Preset = TABLES,
    *,
    count: str | None = None,
    sensitive: bool = False,
    sums_of_shown: bool = False,
    before: Iterable[Before] = (),
) -> Groups:
    """
    Show how many people are in each group, and in all groups that they add up to.

    Parameters
    ----------
    people : DataFrame
        A row for each person; or, with ``count``, for each group.
    by : sequence of str or tuple of str
        Columns to cross. Several in a tuple lie within each other, the widest first:
        ``[("region", "trust"), "sex"]``. What is missing there is a group "not recorded".
    preset : Preset
    count : str, optional
        The column that holds how many people a row stands for.
    sensitive, sums_of_shown, before
        As for `show_table`.

    Returns
    -------
    Groups

    Raises
    ------
    Problem
        If a column is not there, there is nobody, a count is none, there are too many groups, or
        what was shown before gives a number away.

    Examples
    --------
    >>> import pandas as pd
    >>> wards = pd.DataFrame({"site": ["A", "A", "B"], "ward": ["1", "2", "3"], "n": [20, 3, 40]})
    >>> told = show_groups(wards, [("site", "ward")], count="n")
    >>> [(*names, cell.count) for names, cell in zip(told.names, told.cells)][:4]
    [('A', '1', 20), ('A', '2', None), ('A', 'all', 25), ('B', '3', 40)]
    """
    preset, before = preset.marked(sensitive), tuple(before)
    depths = [len(_columns(one)) for one in by]
    columns = tuple(column for one in by for column in _columns(one))
    leaves = {_paths(leaf, depths): n for leaf, n in _leaves(people, columns, count).items()}
    trees = [
        _nodes(_in_order([paths[at] for paths in leaves], [people[name] for name in _columns(one)]))
        for at, one in enumerate(by)
    ]
    if prod(map(len, trees)) > MOST:
        raise Problem(
            f"There are more than {MOST:,} groups. Choose fewer columns, or merge groups."
        )
    counts = dict.fromkeys(product(*trees), 0)
    for paths, n in leaves.items():
        for above in product(*map(_above, paths)):
            counts[above] += n
    lines = list(_lines(counts, trees))
    names = tuple(
        tuple(
            name for path, depth in zip(key, depths, strict=True) for name in _filled(path, depth)
        )
        for key in counts
    )
    told = named(names, list(counts.values()))
    if sum(leaves.values()) < preset.fewest:
        why = reason(preset.fewest)
        cells = tuple(Cell(", ".join(name), None, why) for name in names)
        return Groups(columns, names, cells, tuple(lines), why, preset, before=before)
    cells = tuple(show_cells(told, lines, preset, sums_of_shown, before))
    return Groups(columns, names, cells, tuple(lines), "", preset, sums_of_shown, before)


def _columns(one: str | tuple[str, ...]) -> tuple[str, ...]:
    return (one,) if isinstance(one, str) else tuple(one)


def _leaves(people: pd.DataFrame, columns: Sequence[str], count: str | None) -> dict[Path, int]:
    """Return the smallest groups, by their names, with how many people each holds."""
    missing = [name for name in (*columns, count) if name is not None and name not in people]
    if missing:
        raise Problem(f"There is no column {missing[0]!r}. Choose one of: {', '.join(people)}.")
    given = people[list(columns)].astype("object").fillna(NOT_RECORDED).astype(str)
    taken = [name for name in columns if (given[name] == SUM).any()]
    if taken:
        raise Problem(
            f"Column {taken[0]!r} has a group called '{SUM}'. If it is a sum, leave these rows out; "
            "the sums are made here. If not, give the group another name."
        )
    numbers = [1] * len(people) if count is None else people[count]
    leaves: dict[Path, int] = {}
    for names, n in zip(given.itertuples(index=False, name=None), numbers, strict=True):
        leaves[names] = leaves.get(names, 0) + whole(n, ", ".join(names))
    if not leaves:
        raise Problem("The table holds nobody. Choose a file with at least one row.")
    return leaves


def _in_order(paths: list[Path], columns: Sequence[pd.Series]) -> list[Path]:
    """Put groups in the order that each column has of its own."""
    places = [{name: at for at, name in enumerate(_names(column))} for column in columns]

    def place(path: Path) -> tuple[int, ...]:
        return tuple(known[name] for known, name in zip(places, path, strict=True))

    return sorted(paths, key=place)


def _names(column: pd.Series) -> list[str]:
    """
    Return the groups of a column in its own order.

    That is the order of its categories; or of its numbers, where all begin with a different one
    ("1 most deprived", "2", "10"; "0-17", "18-24"); or else as they come. Never that of letters:
    categories that stand in it were put there by a programme. What is not recorded comes last.
    """
    found = list(dict.fromkeys(column[column.notna()].astype(str)))
    own = _categories(column)
    numbers = {name: float(told[0]) for name in found if (told := NUMBER.match(name))}
    if own:
        found = [name for name in own if name in found]
    elif len(set(numbers.values())) == len(found):
        found.sort(key=numbers.__getitem__)
    last = [NOT_RECORDED] if column.isna().any() else []
    return list(dict.fromkeys([*found, *last]))


def _categories(column: pd.Series) -> list[str]:
    """Return the categories of a column, if somebody put them in an order."""
    kind: Any = column.dtype
    own = list(map(str, getattr(kind, "categories", ())))
    return own if getattr(kind, "ordered", False) or own != sorted(own) else []


def _paths(leaf: Path, depths: Sequence[int]) -> tuple[Path, ...]:
    ends = [sum(depths[:at]) for at in range(len(depths) + 1)]
    return tuple(leaf[a:b] for a, b in pairwise(ends))


def _above(path: Path) -> list[Path]:
    return [path[:depth] for depth in range(len(path), -1, -1)]


def _nodes(leaves: Iterable[Path]) -> list[Path]:
    """Return every group of one tree in the order given, those within a group before it."""
    below: dict[Path, dict[Path, None]] = {}
    for leaf in leaves:
        for depth in range(len(leaf)):
            below.setdefault(leaf[:depth], {})[leaf[: depth + 1]] = None

    def walk(node: Path) -> list[Path]:
        return [*(within for child in below.get(node, ()) for within in walk(child)), node]

    return walk(())


def _lines(places: dict[tuple[Path, ...], int], trees: Sequence[Sequence[Path]]) -> Iterator[Line]:
    """Give what adds up: within each tree, the groups right below a group."""
    where = {key: at for at, key in enumerate(places)}
    for at, nodes in enumerate(trees):
        below: dict[Path, list[Path]] = {}
        for node in nodes:
            if node:
                below.setdefault(node[:-1], []).append(node)
        for rest in product(*(nodes if other != at else [()] for other, nodes in enumerate(trees))):
            for node, parts in below.items():
                keys = [(*rest[:at], one, *rest[at + 1 :]) for one in (*parts, node)]
                *within, whole_place = (where[key] for key in keys)
                yield Line(tuple(within), whole_place)


def _filled(path: Path, depth: int) -> Path:
    return path + (SUM,) * (depth - len(path))
