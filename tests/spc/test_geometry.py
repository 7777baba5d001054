"""Geometry and words shared by every way of drawing a chart."""

import numpy as np
import pandas as pd
import pytest

from helpers.spc import Phase, chart
from helpers.spc.geometry import (
    bands,
    cell_edges,
    line_ends,
    nice_ticks,
    places_in_time,
    some_rows,
    spread_apart,
    value_range,
)
from helpers.spc.said import (
    decimals,
    limits_text,
    number_text,
    reader_table,
    remark_text,
    remarks,
    sentences,
    title,
    when_texts,
)

MONTHS = pd.date_range("2024-01-01", periods=24, freq="MS")


def test_uneven_dates_stay_uneven():
    days = chart([1, 2, 3], when=["2024-01-01", "2024-01-02", "2024-01-05"], kind="run")
    gaps = np.diff(places_in_time(days))
    assert gaps[1] == 3 * gaps[0]


def test_one_point_has_room_on_both_sides():
    assert cell_edges(np.array([3.0])).tolist() == [2.5, 3.5]


def test_a_missing_limit_ends_a_band():
    ones, nan = np.ones(3), np.nan
    x, _ = bands(np.arange(3.0), ones, np.array([2, nan, 2]), ones, 0)
    assert np.isnan(x).sum() == 2


def test_without_limits_there_is_no_band():
    x, y = bands(np.arange(3.0), np.full(3, np.nan), np.full(3, np.nan), np.ones(3), 0)
    assert len(x) == len(y) == 0


def test_labels_keep_their_order_and_their_distance():
    placed = spread_apart(np.array([5.0, 5.0, 6.0, 50.0]), 10)
    assert np.diff(placed).min() >= 10 - 1e-9
    assert placed[3] == 50


def test_ticks_are_round_and_inside():
    assert nice_ticks(90.9, 98.7).tolist() == [92, 94, 96, 98]


def test_the_newest_row_is_always_labelled():
    assert some_rows(25, 4)[-1] == 24
    assert len(some_rows(25, 4)) <= 4


def test_an_axis_far_from_zero_does_not_start_there():
    low, _ = value_range(chart([95, 96] * 8))
    assert low > 80


def test_values_below_zero_are_shown():
    low, _ = value_range(chart([-3, 2] * 8))
    assert low < -3


def test_a_limit_that_cannot_be_reached_is_not_named():
    assert "lower" not in line_ends(chart([0, 3, 1, 4] * 4))


def test_weekly_dates_are_written_the_british_way():
    assert when_texts(pd.Series(pd.to_datetime(["2025-03-31"]))) == ["31 Mar 2025"]


def test_times_of_day_are_written_with_minutes():
    stamps = pd.Series(pd.to_datetime(["2025-03-31 09:05"]))
    assert when_texts(stamps) == ["31 Mar 2025, 09:05"]


def test_numbers_of_one_chart_are_rounded_alike():
    assert (number_text(3.3333, "", 22.3), number_text(22.333, "", 22.3)) == ("3.3", "22.3")


@pytest.mark.parametrize(
    ("values", "places"), [([4, 28] * 6, 0), ([4, 5] * 6, 2), ([0.04, 0.05] * 6, 4)]
)
def test_decimals_follow_the_span_of_the_limits(values, places):
    assert decimals(chart(values)) == places


def test_a_full_stop_in_a_name_ends_no_sentence():
    read = sentences(chart([4, 5] * 6 + [11], name="Falls, St. Mary"))
    assert len(read) == 3
    assert read[0].startswith("Falls, St. Mary shows")


def test_a_measure_without_a_name_goes_by_its_kind():
    assert title(chart([4, 5] * 6)) == "XmR chart"


def test_limits_text_names_each_phase_and_its_points():
    two = chart([4, 5] * 12, when=MONTHS, phases=[Phase(12, "New team")])
    assert limits_text(two) == (
        "Limits come from 12 points, Jan 2024 to Dec 2024; then 12 points, Jan 2025 to Dec 2025."
    )


def test_limits_text_of_a_run_chart_speaks_of_the_median():
    assert limits_text(chart([4, 5, 6], kind="run")).startswith("The median comes from 3 points")


def test_phases_and_events_are_numbered_together_in_order_of_time():
    noted = chart(
        [4, 5] * 12,
        when=MONTHS,
        phases=[Phase(12, "New team")],
        annotations=[("2025-05-20", "Move"), ("2024-03-01", "Audit")],
    )
    told = [remark_text(noted, remark) for remark in remarks(noted)]
    assert told == ["Mar 2024: Audit", "Jan 2025: new limits. New team", "May 2025: Move"]


def test_an_event_before_the_first_point_stands_at_the_first():
    noted = chart([4, 5] * 12, when=MONTHS, annotations=[("2020-01-01", "Old")])
    assert remarks(noted)[0].at == 0


def test_the_table_for_readers_says_verdict_and_reason():
    table = reader_table(chart([4, 5] * 6 + [11], improvement_direction="decrease", unit="falls"))
    last = table.iloc[-1]
    assert (last["Value (falls)"], last["Signal"]) == (11, "concern")
    assert last["Why"].startswith("Above the upper limit")


def test_the_table_leaves_out_columns_that_are_empty():
    assert list(reader_table(chart([4, 5, 6], kind="run")).columns) == [
        "When",
        "Value",
        "Median",
        "Signal",
        "Why",
    ]
