"""Many measures in flat arrays, judged block by block by the one engine."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from helpers.spc.conventions import NEAR, Convention
from helpers.spc.engine import Analysis, analyse
from helpers.spc.kinds import FEWEST_USEFUL, KINDS
from helpers.spc.points import Points
from helpers.spc.rule_sets import RuleSet, known_rules
from helpers.spc.segments import Bools, Floats, Ints, Segments
from helpers.spc.verdict import VARIATION, VERDICTS, judge, rule_masks

BLOCK = 16_000  # points worked on at a time: small enough for the processor's cache
VARIATIONS = np.array([VARIATION[word] for word in VERDICTS], object)
LINES = ("centre", "lower", "upper")


@dataclass(frozen=True)
class Batch:
    """
    Every point of every measure, measure after measure, in time order.

    `starts` holds where each measure begins, and the end; `measure` numbers it row by row, `segment` numbers the phases of
    all measures through; `kinds`, `fell_back` (to a run chart, too few figures) and `better`
    have one entry a measure.
    """

    value: Floats
    numerator: Floats | None
    denominator: Floats | None
    starts: Ints
    measure: Ints
    segment: Ints
    included: Bools
    baseline: Bools
    kinds: NDArray[np.object_]
    fell_back: Bools
    better: NDArray[np.int8]
    multiply: float
    rules: str | RuleSet | None
    convention: Convention
    screen: bool

    @cached_property
    def drawn(self) -> Floats:
        """What each point shows: its figure, or on a chart of moving ranges the step to it."""
        moving = (self.kinds == "mr")[self.measure]
        if not moving.any():
            return self.value
        steps = Segments(self.segment, int(self.segment[-1]) + 1).steps(self.value)
        return np.where(moving, np.abs(steps), self.value)


@dataclass(frozen=True)
class Judged:
    """What came out: lines, rules and verdict of each point; latest point of each measure."""

    lines: dict[str, Floats]
    mask: NDArray[np.uint16]
    verdict: NDArray[np.uint8]
    latest: Ints
    variation: NDArray[np.object_]


def judge_batch(batch: Batch) -> Judged:
    """Judge every measure, in blocks; time and memory grow with the number of points."""
    size, measures = len(batch.value), len(batch.kinds)
    judged = Judged(
        lines={name: np.empty(size) for name in LINES},
        mask=np.empty(size, np.uint16),
        verdict=np.empty(size, np.uint8),
        latest=np.zeros(measures, int),
        variation=np.full(measures, "too_few", object),
    )
    for kind, short, chosen in _alike(batch):
        rules = known_rules(None if short else batch.rules, kind)
        _judge_some(batch, kind, rules, chosen, judged)
    return judged


def near_lines(batch: Batch) -> dict[str, Floats]:
    """Draw the lines two thirds of the way to the limits, which only a table of points needs."""
    near = {name: np.empty(len(batch.value)) for name in ("near_lower", "near_upper")}
    for kind, _, chosen in _alike(batch):
        rows, _ = _rows(batch, chosen)
        points = _points(batch, rows)
        band = KINDS[kind](points, batch.screen, batch.convention).band(NEAR)
        for line, drawn in zip(near.values(), band, strict=True):
            line[rows] = drawn * batch.multiply
    return near


def _alike(batch: Batch) -> Iterator[tuple[str, bool, Ints]]:
    """Go through the measures in blocks; in each, those of one kind together."""
    for first, last in _blocks(batch.starts):
        kinds, short = batch.kinds[first:last], batch.fell_back[first:last]
        for kind, fell_back in sorted(set(zip(kinds.tolist(), short.tolist(), strict=True))):
            yield kind, fell_back, first + np.flatnonzero((kinds == kind) & (short == fell_back))


def _blocks(starts: Ints) -> list[tuple[int, int]]:
    """Cut the measures into stretches of about `BLOCK` points each."""
    edges, measures = [0], len(starts) - 1
    while edges[-1] < measures:
        room = np.searchsorted(starts, starts[edges[-1]] + BLOCK, side="right") - 1
        edges.append(int(min(max(room, edges[-1] + 1), measures)))
    return list(itertools.pairwise(edges))


def _judge_some(batch: Batch, kind: str, rules: RuleSet, chosen: Ints, judged: Judged) -> None:
    """Judge the chosen measures, all of one kind, and write down what came out."""
    rows, sizes = _rows(batch, chosen)
    begin = np.cumsum(sizes) - sizes
    points = _points(batch, rows)
    analysis = analyse(points, kind, rules, batch.convention, batch.screen)
    better = batch.better[batch.measure[rows]]
    _write_points(judged, rows, points, analysis, better, batch.multiply)
    latest = _latest(points, analysis, begin, rules)
    judged.latest[chosen] = latest + rows.start if isinstance(rows, slice) else rows[latest]
    words = VARIATIONS[judged.verdict[judged.latest[chosen]]]
    if kind == "run":
        useful = analysis.signals.runs.n_useful[points.segments.of[begin + sizes - 1]]
        words[useful < FEWEST_USEFUL] = "too_few"
    judged.variation[chosen] = words


def _rows(batch: Batch, chosen: Ints) -> tuple[slice | Ints, Ints]:
    """Find the rows of the chosen measures (a slice where they are neighbours), and how many."""
    sizes = np.diff(batch.starts)[chosen]
    if chosen[-1] - chosen[0] + 1 == len(chosen):
        return slice(int(batch.starts[chosen[0]]), int(batch.starts[chosen[-1] + 1])), sizes
    begin = np.cumsum(sizes) - sizes
    return np.arange(sizes.sum()) + np.repeat(batch.starts[chosen] - begin, sizes), sizes


def _points(batch: Batch, rows: slice | Ints) -> Points:
    segment = batch.segment[rows]
    if isinstance(rows, slice):
        within = segment - segment[0]
    else:
        within = np.cumsum(np.diff(segment, prepend=segment[0]) != 0)
    segments = Segments(within, int(within[-1]) + 1)
    return Points(
        value=batch.drawn[rows],
        segments=segments,
        included=batch.included[rows],
        baseline=batch.baseline[rows],
        numerator=None if batch.numerator is None else batch.numerator[rows],
        denominator=None if batch.denominator is None else batch.denominator[rows],
    )


def _write_points(
    judged: Judged, rows, points: Points, analysis: Analysis, better, multiply: float
) -> None:
    lines = (analysis.centre, *analysis.limits())
    for name, line in zip(LINES, lines, strict=True):
        judged.lines[name][rows] = line * multiply if multiply != 1 else line
    judged.mask[rows] = rule_masks(analysis.signals.fired, len(points.value))
    judged.verdict[rows] = judge(analysis.signals.fired, better, points.value)


def _latest(points: Points, analysis: Analysis, begin: Ints, rules: RuleSet) -> Ints:
    """Find, for each measure, the last point that has a figure and counts."""
    counts = points.included & ~np.isnan(points.value)
    if not rules.needs_limits:
        counts &= points.value != analysis.centre
    places = np.arange(len(counts))
    ends = np.append(begin[1:], len(counts)) - 1
    found = np.maximum.reduceat(np.where(counts, places, -1), begin)
    return np.where(found < begin, ends, found)
