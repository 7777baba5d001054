"""False alarms, beside published and earlier simulated figures."""

import pytest

from helpers.intake import Problem
from helpers.spc import RULE_SETS, RuleSet


def only(**rules):
    return RuleSet("test", "", "", rules, needs_limits=False)


@pytest.mark.parametrize(
    ("rules", "at_12", "at_24", "at_36"),
    [
        (RULE_SETS["anhoj"], 0.012, 0.030, 0.041),
        (only(shift=6), 0.012, 0.16, 0.30),
        (only(trend=5), 0.11, 0.25, 0.38),
        (only(trend=6), 0.017, 0.046, 0.074),
    ],
)
def test_run_chart_rules_cry_wolf_as_often_as_found_before(rules, at_12, at_24, at_36):
    rates = [rules.false_alarm_rate(n) for n in (12, 24, 36)]
    assert rates == pytest.approx([at_12, at_24, at_36], abs=0.012)


@pytest.mark.parametrize(
    ("rules", "points"),
    [
        (RULE_SETS["shewhart"], 370),  # 1 / 0.0027
        (RULE_SETS["western_electric"], 91.75),  # Champ & Woodall (1987)
        (RuleSet("", "", "", {"outside": 3, "shift": 8}), 151),
        (RuleSet("", "", "", {"outside": 3, "shift": 7}), 96),
        (RULE_SETS["making_data_count_6"], 47),
        (RULE_SETS["making_data_count"], 81),
    ],
)
def test_points_to_a_false_alarm_agree_with_published_figures(rules, points):
    assert rules.points_to_false_alarm() == pytest.approx(points, rel=0.08)


def test_a_point_beyond_three_sigma_is_as_rare_as_the_normal_curve_says():
    assert RULE_SETS["shewhart"].false_alarm_rate(24, "known") == pytest.approx(
        1 - 0.9973**24, abs=0.006
    )


def test_the_six_point_variant_cries_wolf_more_often():
    six, seven = RULE_SETS["making_data_count_6"], RULE_SETS["making_data_count"]
    assert six.false_alarm_rate(24) > 1.4 * seven.false_alarm_rate(24)


def test_run_rules_have_no_points_to_a_false_alarm():
    with pytest.raises(Problem, match="whole chart"):
        RULE_SETS["anhoj"].points_to_false_alarm()


def test_an_impossible_length_is_said():
    with pytest.raises(Problem, match="1 to 1000"):
        RULE_SETS["anhoj"].false_alarm_rate(0)
