"""The arithmetic of red: evidence entry R3-12."""

import numpy as np
import pytest

from helpers.expectations.targets import flips, recolour, steady_series
from helpers.intake import Problem


@pytest.mark.parametrize(("easier", "red", "flip"), [(0, 50, 50), (0.5, 31, 43), (1, 16, 27)])
@pytest.mark.parametrize("direction", ["increase", "decrease"])
def test_an_easier_target_is_red_less_often_but_still_flips(easier, red, flip, direction):
    target = -easier if direction == "increase" else easier
    result = flips(target, mean=0, sd=1, improvement_direction=direction)
    assert (round(100 * result.red), round(100 * result.flip)) == (red, flip)


def test_a_long_steady_series_flips_as_often_as_computed():
    series = steady_series(80, 2, 20_000, np.random.default_rng(1))
    counted = recolour(series, target=79)
    expected = flips(79, 80, 2)
    assert counted.red / 20_000 == pytest.approx(expected.red, abs=0.01)
    assert counted.flips / 19_999 == pytest.approx(expected.flip, abs=0.01)


def test_a_month_on_the_target_has_met_it():
    assert recolour([80, 79], target=80).met.tolist() == [True, False]
    assert recolour([80, 79], target=80, improvement_direction="decrease").red == 0


def test_a_measure_without_spread_or_direction_is_refused():
    with pytest.raises(Problem, match="spread above 0"):
        flips(80, 80, 0)
    with pytest.raises(Problem, match="which way is better"):
        recolour([80], 80, "neutral")
