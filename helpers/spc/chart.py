"""One measure as a chart: lines, signals with their reasons, a verdict, a reading in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from helpers.intake import Problem
from helpers.spc import prepare
from helpers.spc.assemble import assemble
from helpers.spc.conventions import CONVENTIONS, LIMIT, MAKING_DATA_COUNT, Convention
from helpers.spc.engine import analyse
from helpers.spc.kinds import FEWEST_POINTS, NAMES, known_kind
from helpers.spc.phases import Baseline, Phase, baseline_mask, phase_starts
from helpers.spc.points import Lines, Points
from helpers.spc.record import Chart, Request
from helpers.spc.rule_sets import RuleSet, known_rules
from helpers.spc.segments import Floats, Segments
from helpers.spc.verdict import (
    direction_sign,
)
from helpers.spc.words import say

Annotations = Mapping[Any, str] | Sequence[tuple[Any, str]]


def chart(
    values,
    *,
    when=None,
    denominator=None,
    kind: str = "xmr",
    improvement_direction: str = "neutral",
    target=None,
    phases: Sequence[Phase] = (),
    baseline: Baseline = None,
    exclude: Sequence = (),
    rules: str | RuleSet | None = None,
    limits: tuple[float, float, float] | None = None,
    multiply: float = 1,
    name: str = "",
    unit: str = "",
    convention: str | Convention = MAKING_DATA_COUNT,
    screen: bool | None = None,
    annotations: Annotations = (),
) -> Chart:
    """
    Draw a run chart or control chart of one measure and judge it.

    Parameters
    ----------
    values : Series or sequence of numbers
        One figure a period (the numerator, where there is a denominator); None or NaN is
        missing. For Xbar and S charts all single figures, with `when` naming the subgroup.
    when : sequence of dates, times or labels, optional
        By default the Series' own dates, or 1, 2, 3 …
    denominator : sequence of numbers, optional
        Needed by p, u, Laney and I′ charts; others then draw the ratio.
    kind : str
        run, xmr, mr, p, u, c, laney_p, laney_u, g, t, xbar, s or i_prime. With fewer than
        twelve points that count, any chart with limits becomes a run chart.
    improvement_direction : {"neutral", "increase", "decrease"}
    target : number or sequence of numbers, optional
        In the unit shown, that is after multiplying.
    phases : sequence of Phase
        Where limits start afresh, and why.
    baseline : int or slice, optional
        The points of each phase that set its limits: the first so many, or a stretch.
    exclude : sequence of positions or dates
        Points to leave out, as if they were not there.
    rules : str or RuleSet, optional
        By default Making Data Count; Anhøj on run charts; 3 sigma alone on mR charts.
    limits : (lower, centre, upper), optional
        Your own lines, in the unit shown.
    multiply : float
        Show values times this, such as 100 for per cent or 1000 for a rate.
    convention : str or Convention
        Whose constants: making_data_count (2.66), qicharts2 (3/1.128) or nhsrplotthedots.
    screen : bool, optional
        Leave out outlying moving ranges when limits are set; by default as the convention does.
    annotations : mapping or pairs
        Dates and what happened then; carried along for the drawing.

    Raises
    ------
    Problem
        If the figures or the choices do not fit; the text says where and what to do.

    Examples
    --------
    >>> falls = chart([4, 5] * 6 + [11], improvement_direction="decrease", name="Falls")
    >>> falls.variation, falls.points["why"].iloc[-1]
    ('concerning', 'Above the upper limit of 7.66.')
    """
    direction_sign(improvement_direction)
    known_rules(rules, known_kind(kind))
    ready = prepare.measure(values, when, denominator, kind, name)
    included = prepare.excluded(exclude, ready.when)
    habits = known_convention(convention)
    kind, notes = enough(kind, int((included & ~np.isnan(ready.value)).sum()), limits is not None)
    request = Request(
        kind=kind,
        rules=known_rules(rules if not notes else None, kind),
        improvement_direction=improvement_direction,
        convention=habits,
        screen=habits.screen if screen is None else screen,
        multiply=multiply,
        name=name,
        unit=unit,
        notes=ready.notes + notes,
    )
    starts = phase_starts(phases, ready.when)
    points = _points(ready, included, starts, baseline, kind)
    own = None if limits is None else _own_lines(limits, len(points.value), multiply)
    analysis = analyse(points, kind, request.rules, habits, request.screen, own)
    goal = _target(target, len(points.value), ready.order)
    judged = assemble(request, ready.when, points, analysis, goal, phases, starts)
    extra = (say("note", "own_limits"),) if own is not None else ()
    return replace(judged, notes=judged.notes + extra, annotations=_annotations(annotations))


def enough(kind: str, count: int, own_limits: bool = False) -> tuple[str, tuple[str, ...]]:
    """
    Fall back to a run chart where too few points count, and say so.

    Examples
    --------
    >>> enough("xmr", 24)
    ('xmr', ())
    >>> enough("xmr", 8)[0]
    'run'
    """
    if kind == "run" or count >= FEWEST_POINTS or own_limits:
        return kind, ()
    note = say("note", "too_few", kind=NAMES[kind], needed=FEWEST_POINTS, count=count)
    return "run", (note.replace("An p", "A p"),)


def known_convention(convention: str | Convention) -> Convention:
    """Return the convention of that name; else say which there are."""
    if isinstance(convention, Convention):
        return convention
    if convention not in CONVENTIONS:
        raise Problem(
            f"There is no convention {convention!r}. Choose one of: {', '.join(CONVENTIONS)}."
        )
    return CONVENTIONS[convention]


def _points(
    ready: prepare.Measure, included, starts: list[int], baseline: Baseline, kind: str
) -> Points:
    size = len(ready.value)
    segment = np.searchsorted(starts, np.arange(size), side="right") - 1
    segments = Segments(segment, len(starts))
    value = np.abs(segments.steps(ready.value)) if kind == "mr" else ready.value
    return Points(
        value=value,
        segments=segments,
        included=included,
        baseline=baseline_mask(baseline, segment),
        numerator=ready.numerator,
        denominator=ready.denominator,
        spread=ready.spread,
    )


def _own_lines(limits: tuple[float, float, float], size: int, multiply: float) -> Lines:
    lower, centre, upper = (float(line) / multiply for line in limits)
    if not lower <= centre <= upper:
        raise Problem("Your own limits must be in order: lower, centre, upper.")
    middle = np.full(size, centre)
    above, below = np.full(size, (upper - centre) / LIMIT), np.full(size, (centre - lower) / LIMIT)
    return Lines(middle, middle, above, below)


def _target(target, size: int, order) -> Floats:
    if target is None:
        return np.full(size, np.nan)
    if np.ndim(target) == 0:
        return np.full(size, float(target))
    goal = prepare.as_numbers(target, "the target")
    if len(goal) != size:
        raise Problem(
            f"There are {size} points but {len(goal)} targets. Give one, or one for each."
        )
    return goal[order]


def _annotations(annotations: Annotations) -> tuple[tuple[Any, str], ...]:
    pairs = annotations.items() if isinstance(annotations, Mapping) else annotations
    return tuple((when, str(text)) for when, text in pairs)
