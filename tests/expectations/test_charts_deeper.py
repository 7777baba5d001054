"""The figures of the deeper activities say what they show, and show what was computed."""

import numpy as np
import pytest

from helpers.expectations.alarms import BETWEEN, LENGTHS, RATES, alarms_a_year, chance, simulated
from helpers.expectations.charts.alarms import alarm_chart
from helpers.expectations.charts.beads import ranking, system_chart
from helpers.expectations.charts.deeper import (
    funnel_path,
    funnel_spreads,
    paper_shares,
)
from helpers.expectations.funnel import Path, Spread, start
from helpers.expectations.paper_audit import wilson
from helpers.expectations.red_beads import Session, system
from helpers.intake import Problem
from helpers.spc import RULE_SETS
from helpers.spc import chart as judge

TITLES = {name: RULE_SETS[name].title for name in RATES}


def lines(drawing):
    """Return the heights of the straight lines drawn across a figure."""
    return [
        shape.y0
        for shape in drawing.figure.layout.shapes
        if shape.y0 is not None and shape.y0 == shape.y1
    ]


def test_the_funnel_is_told_beside_what_leaving_it_alone_would_have_done():
    # Positions 0, 2, 5 and results 2, 5, 4: the marbles' own wobbles were 2, 3 and -1.
    path = Path(4, np.array([0.0, 2, 5]), np.array([2.0, 5, 4]))
    finding = funnel_path(path).finding
    assert "After 3 drops the farthest miss is 5.0" in finding
    assert "the same wobbles miss by 3.0 at most" in finding


def test_the_funnel_left_alone_is_compared_with_nothing():
    path = Path(1, np.zeros(2), np.array([0.5, -1.25]))
    assert funnel_path(path).finding.endswith("left alone, the farthest miss is 1.2.")


def test_before_the_first_drop_the_figure_says_so():
    drawing = funnel_path(start(3))
    assert drawing.finding == "No marble has fallen yet."
    assert drawing.table.empty


def test_a_far_miss_widens_the_figure():
    far = Path(4, np.array([0.0]), np.array([-10.0]))
    assert funnel_path(far).figure.layout.yaxis.range == pytest.approx((-11, 11))


def test_the_four_spreads_stand_beside_theory():
    measured = {1: 1.02, 2: 1.9, 3: 48.0, 4: 51.5}
    theory = {1: 1, 2: 2, 3: 50, 4: 50}
    drawing = funnel_spreads([Spread(r, 50, measured[r], theory[r]) for r in (1, 2, 3, 4)])
    assert drawing.table["Theory"].tolist() == ["1", "2", "50", "50"]
    assert drawing.table["Measured"].tolist() == ["1.0", "1.9", "48.0", "51.5"]
    assert "rule 3 of 48.0 and rule 4 of 51.5" in drawing.finding


def test_the_ranking_shows_fewest_red_beads_at_the_top():
    session = Session(np.array([[9], [4], [12], [9], [10], [7]]))
    drawing = ranking(session, 0)
    assert drawing.table["Red beads"].tolist() == [4, 7, 9, 9, 10, 12]
    assert drawing.table["Worker"].iloc[[0, -1]].tolist() == ["Worker B", "Worker C"]
    white, red = drawing.figure.data
    assert (len(white.x), len(red.x)) == (300 - 51, 51)


def test_the_system_is_drawn_with_the_limits_of_the_box():
    drawing = system_chart(Session(np.full((6, 4), 9)))
    assert [round(height, 1) for height in lines(drawing)] == [1.5, 18.5, 10.0]
    assert "Chance alone gives 1.5 to 18.5" in drawing.finding
    assert "none lay outside" in drawing.finding


def test_a_draw_beyond_the_limits_is_told():
    counts = np.full((6, 4), 9)
    counts[2, 3] = 19
    assert "1 lay outside" in system_chart(Session(counts)).finding


def test_draws_follow_each_other_day_by_day():
    counts = np.arange(24).reshape(6, 4) // 2
    table = system_chart(Session(counts)).table
    assert table["Red beads"].tolist() == counts.T.ravel().tolist()
    assert table["Day"].tolist() == sorted(table["Day"])
    assert (
        (table["The manager"] == "told off").sum() == (table["The manager"] == "praised").sum() == 4
    )


def test_a_sessions_own_limits_are_those_of_the_p_chart():
    counts = np.random.default_rng(4).integers(5, 16, size=(6, 4))
    own = system(Session(counts))
    chart = judge(counts.T.ravel().tolist(), denominator=[50] * 24, kind="p", multiply=50)
    drawn = chart.points[["lower", "centre", "upper"]].iloc[0].tolist()
    assert drawn == pytest.approx([own.lower, own.mean, own.upper])


def test_papers_are_drawn_in_order_with_their_intervals():
    drawing = paper_shares([("Ours", wilson(5, 20)), ("Others", wilson(88, 1488))], "Said.", 1)
    marks = drawing.figure.data[0]
    assert list(marks.x) == pytest.approx([0.25, 88 / 1488])
    # Wilson's interval for 5 of 20 is 11.2% to 46.9% (by hand).
    assert marks.x[0] + marks.error_x.array[0] == pytest.approx(0.469, abs=0.0005)
    assert marks.x[0] - marks.error_x.arrayminus[0] == pytest.approx(0.112, abs=0.0005)
    assert drawing.table["Charts that show chance"].tolist() == ["5 of 20", "88 of 1,488"]


def test_the_alarm_chart_says_the_figures_at_the_chosen_length():
    drawing = alarm_chart(TITLES, "making_data_count", "shewhart", 24)
    assert "19% of the time under Making Data Count (7 points)" in drawing.finding
    assert "9% under Shewhart" in drawing.finding
    assert len(drawing.figure.data) == len(RATES) + 2


def test_a_rule_set_compared_with_itself_is_drawn_once():
    alone = alarm_chart(TITLES, "anhoj", "anhoj", 24)
    assert alone.finding == alarm_chart(TITLES, "anhoj", None, 24).finding


@pytest.mark.parametrize(
    ("rules", "points"), [("making_data_count", 24), ("anhoj", 12), ("perla", 36), ("shewhart", 12)]
)
def test_the_kept_table_is_what_the_engine_gives(rules, points):
    assert chance(rules, points) == simulated(rules, [points])[0] / 1000


def test_the_kept_table_holds_every_rule_set():
    assert set(RATES) == set(RULE_SETS)
    assert {len(rates) for rates in RATES.values()} == {len(LENGTHS)}
    assert set(BETWEEN) == {name for name, rules in RULE_SETS.items() if rules.needs_limits}


def test_points_to_a_false_alarm_are_near_the_published_ones():
    # Three sigma alone: 1 / 0.0027 = 370; all four Western Electric rules: 91.75
    # (Champ & Woodall 1987).
    assert BETWEEN["shewhart"] == pytest.approx(370.4, rel=0.03)
    assert BETWEEN["western_electric"] == pytest.approx(91.75, rel=0.03)


def test_a_board_of_sixty_charts_meets_two_false_alarms_a_year():
    assert alarms_a_year("shewhart", 60) == pytest.approx(12 * 60 / 375)
    assert alarms_a_year("anhoj", 60) is None


def test_other_lengths_and_rules_are_refused():
    with pytest.raises(Problem, match="Charts of 25 points were not simulated"):
        chance("anhoj", 25)
    with pytest.raises(Problem, match="Choose one of: making_data_count"):
        chance("nelson", 24)
