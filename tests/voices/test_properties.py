"""What must hold whatever the counts are."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.voices import (
    between_group_variance,
    concentration_index,
    difference,
    mean_log_deviation,
    of_counts,
    proportion,
    rate,
    ratio,
    slope_index,
    theil,
)

counts = st.lists(
    st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    min_size=2,
    max_size=6,
)
quick = settings(max_examples=60, deadline=None)


def groups(cells, **more):
    events, people = np.array(cells).T
    named = [f"group {letter}" for letter in "abcdef"[: len(cells)]]
    return of_counts(named, events, people, **{"good": "low", **more})


def numbers(found):
    return [float(found.value), float(found.lower), float(found.upper)]


@quick
@given(counts)
def test_a_figure_is_inside_its_interval(cells):
    events, people = np.array(cells).T
    for found in (proportion(events, people), rate(events, people)):
        assert (found.lower <= found.value + 1e-9).all()
        assert (found.value <= found.upper + 1e-9).all()


@quick
@given(counts)
def test_the_unit_changes_no_ratio_and_stretches_every_difference(cells):
    one, thousand = groups(cells, per=1), groups(cells, per=1000)
    for measure in (ratio, theil, mean_log_deviation, concentration_index):
        assert numbers(measure(one)) == pytest.approx(numbers(measure(thousand)), nan_ok=True)
    for measure in (difference, lambda one: slope_index(one).absolute):
        wider = [1000 * number for number in numbers(measure(one))]
        assert wider == pytest.approx(numbers(measure(thousand)), nan_ok=True, abs=1e-9)


@quick
@given(counts)
def test_counting_those_without_instead_of_those_with_changes_no_gap(cells):
    without = [(people - events, people) for events, people in cells]
    seen, missed = groups(cells), groups(without, good="high")
    for measure in (difference, between_group_variance, lambda one: slope_index(one).absolute):
        assert numbers(measure(seen)) == pytest.approx(numbers(measure(missed)), abs=1e-9)


@quick
@given(counts)
def test_a_copy_of_every_person_changes_no_value_and_narrows_the_interval(cells):
    once, twice = groups(cells), groups([(2 * events, 2 * people) for events, people in cells])
    for measure in (difference, lambda one: slope_index(one).absolute):
        few, many = measure(once), measure(twice)
        assert float(few.value) == pytest.approx(float(many.value), abs=1e-9)
        assert many.upper - many.lower <= few.upper - few.lower + 1e-9
