"""One's own board paper beside what others found: R3-04, R3-05, R3-06."""

import pytest

from helpers.expectations.paper_audit import (
    CHANCE_FOUND,
    CLAIMS_FOUND,
    LIMITS_FOUND,
    TRAINING,
    audit,
    observe,
    wilson,
)
from helpers.intake import Problem


def test_what_others_found_comes_to_the_published_shares():
    found = [round(100 * part / whole) for part, whole in (CHANCE_FOUND, LIMITS_FOUND, *TRAINING)]
    assert found == [6, 8, 7, 21]
    assert CLAIMS_FOUND == 0.72


def test_the_interval_is_wilsons():
    # 71 of 99: 62% to 80% (evidence entry R3-06, computed apart).
    share = wilson(71, 99)
    assert (round(share.low, 2), round(share.high, 2)) == (0.62, 0.80)


@pytest.mark.parametrize(("part", "low", "high"), [(0, 0, 0.2775), (10, 0.7225, 1)])
def test_none_or_all_of_ten_still_leaves_doubt(part, low, high):
    # z² / (n + z²) with z² = 3.8415 and n = 10 is 0.2775.
    share = wilson(part, 10)
    assert (share.low, share.high) == pytest.approx((low, high), abs=1e-4)


def test_limits_are_looked_for_only_on_charts_that_show_chance():
    paper = audit(charts=40, show_chance=4, say_limits=1)
    assert (paper.chance.value, paper.limits.value) == (0.1, 0.25)


def test_a_paper_that_shows_no_chance_has_no_share_of_limits():
    assert audit(40, 0, 0).limits.value is None


@pytest.mark.parametrize(
    ("counts", "message"),
    [
        ((0, 0, 0), "has 0 charts"),
        ((10, 11, 0), "11 charts show chance, but the paper has 10"),
        ((10, 2, 3), "only 2 show chance"),
        ((-1, 0, 0), "number of charts is -1"),
        ((10, 2.5, 0), "charts that show chance is 2.5"),
        ((10, 2, None), "where limits were set is missing"),
    ],
)
def test_counts_that_cannot_be_are_named(counts, message):
    with pytest.raises(Problem, match=message):
        audit(*counts)


def test_a_meeting_without_claims_has_no_share():
    assert observe(0, 0).share is None
    assert observe(5, 2).share == pytest.approx(5 / 7)
