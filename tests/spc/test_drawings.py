"""Drawings: what the figure shows, and that nothing is told by colour alone."""

import numpy as np
import pandas as pd
import pytest

from helpers.page.look import BLUE, ORANGE
from helpers.spc import Phase, chart
from helpers.spc.drawings import control_chart, run_chart, titled

STEADY = [4, 5] * 6
MONTHS = pd.date_range("2024-01-01", periods=13, freq="MS")


@pytest.fixture
def falls():
    return chart(
        [*STEADY, 11],
        when=MONTHS,
        name="Falls",
        unit="falls",
        improvement_direction="decrease",
        target=6,
    )


def trace(drawing, name):
    return next((trace for trace in drawing.figure.data if trace.name == name), None)


def texts(drawing):
    return [label.text for label in drawing.figure.layout.annotations]


def test_a_drawing_has_title_finding_and_table(falls):
    drawing = control_chart(falls)
    assert drawing.title == "Falls"
    assert drawing.finding.startswith("Falls shows a signal of concern")
    assert len(drawing.table) == 13


def test_a_signal_has_its_own_colour_and_shape_and_letter(falls):
    drawing = control_chart(falls)
    concern, common = trace(drawing, "concern"), trace(drawing, "common")
    assert (concern.marker.color, concern.marker.symbol) == (ORANGE, "diamond")
    assert common.marker.symbol == "circle"
    assert "<b>C</b>" in texts(drawing)


def test_improvement_is_a_blue_square(falls):
    better = chart([*STEADY, 0], improvement_direction="decrease", name="Falls")
    marker = trace(control_chart(better), "improvement").marker
    assert (marker.color, marker.symbol) == (BLUE, "square")


def test_a_run_of_one_signal_gets_one_letter():
    shifted = chart([5, 6] * 6 + [8] * 8, improvement_direction="increase", name="Seen")
    letters = [text for text in texts(control_chart(shifted)) if text in ("<b>I</b>", "<b>C</b>")]
    runs = shifted.points["verdict"].ne(shifted.points["verdict"].shift())
    signals = shifted.points["verdict"].isin(["improvement", "concern"])
    assert len(letters) == int((runs & signals).sum())


def test_lines_are_named_where_they_end(falls):
    assert {"target 6", "limit 7.66"} <= set(texts(control_chart(falls)))


def test_a_run_chart_names_its_median_and_draws_no_limits():
    drawing = run_chart(chart([3, 4, 6, 5, 4, 7, 8], kind="run", name="Calls"))
    assert "median 5" in texts(drawing)
    assert trace(drawing, "upper") is None


def test_pointing_at_a_signal_says_why(falls):
    assert "Above the upper limit" in trace(control_chart(falls), "concern").hovertext[0]
    assert "1 Jan" not in trace(control_chart(falls), "common").hovertext[0]


def test_a_missing_period_leaves_a_gap():
    drawing = control_chart(chart([*STEADY, None, 5], name="Falls"))
    assert np.isnan(trace(drawing, "value").y[12])
    assert trace(drawing, "value").connectgaps is None


def test_phases_break_the_lines_and_their_reason_is_written_out(falls):
    two = chart(
        [*STEADY, *STEADY],
        when=pd.date_range("2023-01-01", periods=24, freq="MS"),
        phases=[Phase(12, "A new team began")],
        name="Falls",
    )
    drawing = control_chart(two)
    assert np.isnan(trace(drawing, "centre").y).sum() == 1
    assert any("Jan 2024: new limits. A new team began" in text for text in texts(drawing))


def test_annotations_are_numbered_in_time_and_cannot_carry_markup(falls):
    noted = chart(
        [*STEADY, 11],
        when=MONTHS,
        name="Falls",
        annotations=[(MONTHS[8], "<b>late</b>"), (MONTHS[2], "early")],
    )
    written = texts(control_chart(noted))[-1]
    assert written.index("Mar 2024: early") < written.index("Sep 2024: &lt;b&gt;late")


def test_an_excluded_point_is_an_open_circle():
    drawing = control_chart(chart([*STEADY, 11], exclude=[12], name="Falls"))
    assert trace(drawing, "excluded").marker.symbol == "circle-open"


def test_limits_of_a_p_chart_step_with_the_denominator():
    seen = chart([8, 9] * 6, denominator=[10, 20] * 6, kind="p", name="Seen")
    upper = trace(control_chart(seen), "lower")
    assert len(set(np.round(upper.y, 6))) == 2
    assert list(upper.x[:2]) == [0.5, 1.5]


def test_counts_are_drawn_from_zero_and_never_below_it():
    low, high = control_chart(chart([0, 3, 1, 4] * 4, name="Falls")).figure.layout.yaxis.range
    assert -0.5 < low <= 0 < high


def test_a_share_is_never_drawn_above_all():
    seen = chart([99, 98] * 8, denominator=[100] * 16, kind="xmr", multiply=100, unit="%", name="S")
    assert control_chart(seen).figure.layout.yaxis.range[1] < 102


@pytest.mark.parametrize("kind", ["run", "xmr", "mr", "c", "g", "t"])
def test_every_chart_of_single_values_can_be_drawn(kind):
    drawing = control_chart(chart([4, 7, 3, 5] * 5, kind=kind, name="Kind"))
    assert len(drawing.figure.data) >= 3


@pytest.mark.parametrize("kind", ["p", "u", "laney_p", "laney_u", "i_prime"])
def test_every_chart_of_ratios_can_be_drawn(kind):
    ratio = chart([4, 7, 3, 5] * 5, denominator=[20, 30, 25, 28] * 5, kind=kind, name="Kind")
    assert len(control_chart(ratio).table.columns) >= 8


@pytest.mark.parametrize("kind", ["xbar", "s"])
def test_every_chart_of_samples_can_be_drawn(kind):
    samples = chart([4, 7, 3, 5, 6] * 12, when=sorted([*range(12)] * 5), kind=kind, name="Kind")
    assert len(control_chart(samples).table) == 12


def test_a_chart_with_no_values_at_all_still_draws():
    assert control_chart(chart([None, None, None], kind="run", name="Empty")).title == "Empty"


def test_labels_that_are_no_dates_appear_on_the_axis():
    drawing = control_chart(chart([3, 4, 5], when=["a", "b", "c"], kind="run", name="Wards"))
    assert drawing.figure.layout.xaxis.ticktext == ("a", "b", "c")


def test_a_touch_on_the_chart_scrolls_the_page(falls):
    layout = control_chart(falls).figure.layout
    assert layout.dragmode is False
    assert layout.xaxis.fixedrange
    assert layout.yaxis.fixedrange


def test_the_title_is_in_the_picture_alone_not_in_the_page(falls):
    drawing = control_chart(falls)
    assert drawing.figure.layout.title.text is None
    assert titled(drawing).layout.title.text.startswith("<b>Falls</b><br>Falls shows")
    assert drawing.figure.layout.title.text is None
