"""One question: how many people gave each answer, as it may be shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from helpers.disclosure.guarding import guard
from helpers.disclosure.line import hide, hide_beside, is_small
from helpers.disclosure.presets import PACKS, Preset
from helpers.disclosure.shown import Cell, Shown, reason, too_few
from helpers.disclosure.view import question_lines

LEFT_OUT = "No answer"
ALONE = "not shown: too few people to name an answer that stands alone"


def show_counts(
    counts: Mapping[str, int],
    preset: Preset = PACKS,
    *,
    sensitive: bool = False,
    left_out: int = 0,
) -> Shown:
    """
    Show how many people gave each answer, where everybody gave one.

    Parameters
    ----------
    counts : mapping
        Answer to number of people; answers that nobody gave belong in it too.
    preset : Preset
    sensitive : bool
        Whether the question is marked as sensitive.
    left_out : int
        People who could have answered and did not. Where there are few of them, they are hidden
        like any other small number: else the sums of two questions would tell what one hides.

    Returns
    -------
    Shown

    Examples
    --------
    >>> shown = show_counts({"yes": 12, "no": 7, "other": 2})
    >>> [cell.count for cell in shown.cells], shown.people
    ([12, None, None], 21)
    >>> show_counts({"yes": 3, "no": 1}).why
    'not shown: fewer than 5 people answered, or it would give such a number away'
    """
    fewest, people = _checked(counts, left_out, preset, sensitive), sum(counts.values())
    if _are_few(people, left_out, fewest):
        return _nothing(counts, people + left_out, too_few(fewest), preset)
    if preset.shape:
        alone = max(counts.values()) == people < preset.unanimous
        return _shape(counts, people, left_out, preset, ALONE if alone else "")
    hidden = _hidden(list(counts.values()), left_out, preset.marked(sensitive))
    if hidden is None:
        return _nothing(counts, people + left_out, too_few(fewest), preset)
    why, rest = reason(fewest), len(counts)
    cells = tuple(
        _cell(name, count, at in hidden, why, preset)
        for at, (name, count) in enumerate(counts.items())
    )
    nobody = _cell(LEFT_OUT, left_out, rest in hidden, why, preset)
    told = None if rest + 1 in hidden else preset.rounded(people)
    return Shown(cells, told, nobody, people + left_out, preset=preset)


def show_ticks(
    counts: Mapping[str, int],
    people: int,
    preset: Preset = PACKS,
    *,
    sensitive: bool = False,
    left_out: int = 0,
) -> Shown:
    """
    Show how many people ticked each answer, where anybody may tick several.

    Parameters
    ----------
    counts : mapping
        Answer to number of people who ticked it, none above ``people``.
    people : int
        How many people answered.
    preset, sensitive, left_out
        As for `show_counts`.

    Notes
    -----
    A tick is hidden where few people set it, and where few people did not. It needs no guards, in
    tables of patients neither: ticks add up to nothing, so a hidden one could be any number up to
    all. That all or none of the people have a tick is shown where a count of nobody is: where it
    may say too much (a diagnosis), take a preset with ``zero_shown=False``. Who ticked several at
    once is another table, for `show_crosstab`.

    Examples
    --------
    >>> shown = show_ticks({"a date": 9, "a project": 19, "a badge": 3}, people=20)
    >>> [cell.count for cell in shown.cells]
    [9, None, None]
    """
    fewest = _checked(counts, left_out, preset, sensitive)
    if max(counts.values(), default=0) > people:
        raise ValueError("more people ticked an answer than answered")
    if _are_few(people, left_out, fewest):
        return _nothing(counts, people + left_out, too_few(fewest), preset, exclusive=False)
    if preset.shape:
        return _shape(counts, people, left_out, preset, "", exclusive=False)
    # where those without an answer are hidden, a reader knows only everyone together
    may_hide = preset.any_small or left_out > 0
    few_left_out = may_hide and is_small(left_out, fewest, preset.zero_shown)
    if few_left_out and preset.any_small and people + left_out < 2 * fewest - 1:
        # that something is shown says that enough people answered, and so how few did not
        return _nothing(counts, people + left_out, too_few(fewest), preset, exclusive=False)
    whole = people + left_out if few_left_out else people
    why = reason(fewest)

    def hidden(count: int) -> bool:
        return any(is_small(part, fewest, preset.zero_shown) for part in (count, whole - count))

    cells = tuple(_cell(name, n, hidden(n), why, preset) for name, n in counts.items())
    rest = _cell(LEFT_OUT, left_out, few_left_out, why, preset)
    told = None if few_left_out else preset.rounded(people)
    return Shown(cells, told, rest, people + left_out, exclusive=False, preset=preset)


def _hidden(line: Sequence[int], left_out: int, preset: Preset) -> frozenset[int] | None:
    """
    Return which answers are hidden, and after them "no answer" and the sum of the answers.

    Where nothing may be shown, None.
    """
    rest, fewest, nobody = len(line), preset.fewest, preset.zero_shown
    if preset.any_small:
        people = sum(line)
        places = [*line, left_out, people, people + left_out]
        hidden = guard(places, question_lines(rest, exclusive=True), preset)
        return None if rest + 2 in hidden else hidden  # a reader is taken to know everyone
    # Those without an answer are hidden only where they are few: another question may count the
    # same people, so they can guard nothing.
    few_left_out = bool(left_out) and is_small(left_out, fewest, nobody)
    hidden = (
        hide_beside(line, left_out, fewest, nobody) if few_left_out else hide(line, fewest, nobody)
    )
    if nobody and len(hidden) == rest:
        return None  # a count of nobody would be shown, so the sum could tell that each is one
    return hidden | {rest, rest + 1} if few_left_out else hidden


def _are_few(people: int, left_out: int, fewest: int) -> bool:
    """Say whether too few people answered; also where showing it would tell that one did not."""
    return people < fewest or (people, left_out) == (fewest, 1)


def _checked(counts: Mapping[str, int], left_out: int, preset: Preset, sensitive: bool) -> int:
    if min([*counts.values(), left_out]) < 0:
        raise ValueError("a count of people cannot be below 0")
    return preset.least(sensitive)


def _cell(name: str, count: int, hidden: bool, why: str, preset: Preset) -> Cell:
    return Cell(name, None, why) if hidden else Cell(name, preset.rounded(count))


def _nothing(
    counts: Mapping[str, int], everyone: int, why: str, preset: Preset, exclusive: bool = True
) -> Shown:
    cells = tuple(Cell(name, None, why) for name in counts)
    return Shown(cells, None, Cell(LEFT_OUT, None, why), everyone, why, exclusive, preset)


def _shape(
    counts: Mapping[str, int],
    people: int,
    left_out: int,
    preset: Preset,
    why: str,
    exclusive: bool = True,
) -> Shown:
    if why:
        return _nothing(counts, people + left_out, why, preset, exclusive)
    cells = tuple(Cell(n, share=round(count / people, 1)) for n, count in counts.items())
    rest = Cell(LEFT_OUT, None, "not shown: only the shape is")
    return Shown(cells, None, rest, people + left_out, "", exclusive, preset)
