"""One chart: verdicts, words, phases, and what it refuses."""

import numpy as np
import pandas as pd
import pytest

from helpers.intake import Problem
from helpers.spc import Phase, chart, suggest_rebase

STEADY = [4, 5] * 10
MONTHS = pd.date_range("2024-01-01", periods=20, freq="MS")


@pytest.mark.parametrize(
    ("direction", "variation"),
    [("decrease", "concerning"), ("increase", "improving"), ("neutral", "high")],
)
def test_a_high_point_is_judged_by_the_direction_of_improvement(direction, variation):
    assert chart([*STEADY, 11], improvement_direction=direction).variation == variation


def test_a_falling_trend_above_the_upper_limit_is_both():
    values = [3, 4] * 8 + [30, 28, 26, 24, 22, 20, 18]
    both = chart(values, improvement_direction="increase", baseline=16)
    assert both.variation == "both"
    assert "improvement and of concern" in both.reading


@pytest.mark.parametrize(
    ("target", "assurance"),
    [(8, "will_meet"), (1, "will_fail"), (5, "hit_and_miss"), (None, None)],
)
def test_assurance_compares_the_target_with_the_limits(target, assurance):
    assert chart(STEADY, improvement_direction="decrease", target=target).assurance == assurance


def test_a_target_on_a_limit_is_hit_and_miss():
    own = chart(STEADY, improvement_direction="decrease", target=7, limits=(2, 4.5, 7))
    assert own.assurance == "hit_and_miss"


def test_a_target_from_a_column_counts_at_the_latest_point():
    assert chart(STEADY, improvement_direction="decrease", target=[1] * 19 + [9]).assurance == (
        "will_meet"
    )


def test_a_reading_is_three_sentences():
    read = chart(STEADY, name="Falls", improvement_direction="decrease", target=3).reading
    assert read.count(". ") == 2
    assert read.startswith("Falls shows no signal now")


def test_each_signal_says_why_in_one_sentence():
    table = chart([4, 5] * 7 + [6] * 7).points
    assert table["why"].iloc[-1] == "One of 7 points in a row above the centre line of 5."
    assert (table["why"] == "").iloc[0]


def test_eleven_figures_give_a_run_chart_and_say_so():
    few = chart([4, 5] * 5 + [4])
    assert few.kind == "run"
    assert few.points["upper"].isna().all()
    assert (
        few.notes[0]
        == "An XmR chart needs 12 points that count and there are 11, so this is a run chart."
    )


def test_twelve_figures_give_limits_that_are_called_provisional():
    assert chart([4, 5] * 6).kind == "xmr"
    assert "provisional" in " ".join(chart([4, 5] * 6).notes)


def test_a_missing_last_month_is_said_and_the_one_before_is_judged():
    late = chart([*STEADY[:-2], 11, None], when=MONTHS, improvement_direction="decrease")
    assert late.variation == "concerning"
    assert any("1 July 2025" in note for note in late.notes)


def test_a_month_without_a_row_is_noticed():
    gap = chart(STEADY[:-1], when=MONTHS.delete(3))
    assert any(note.startswith("1 period has no row") for note in gap.notes)


def test_uneven_dates_and_repeats_are_noticed():
    uneven = pd.to_datetime(["2024-01-01", "2024-01-02", "2024-01-09", "2024-01-20", "2024-03-01"])
    assert any("not evenly" in note for note in chart([1, 2, 3, 4, 5], when=uneven).notes)
    assert any(
        "more than once" in note for note in chart(STEADY, when=MONTHS[[0, *range(19)]]).notes
    )


def test_hourly_times_are_even():
    hours = pd.date_range("2024-01-01", periods=20, freq="h")
    assert not any("evenly" in note for note in chart(STEADY, when=hours).notes)


def test_rows_out_of_order_are_sorted_with_their_targets_and_denominators():
    one = chart([5, 1, 3], when=["2024-03-01", "2024-01-01", "2024-02-01"], target=[30, 10, 20],
                denominator=[50, 10, 30])  # fmt: skip
    assert one.points["numerator"].tolist() == [1, 3, 5]
    assert one.points["denominator"].tolist() == [10, 30, 50]
    assert one.points["target"].tolist() == [10, 20, 30]


def test_a_phase_may_start_on_a_date():
    assert (
        chart(STEADY, when=MONTHS, phases=[Phase("2024-11-01", "New rota")]).phases[1].start == 10
    )


def test_annotations_are_carried_along():
    assert chart(STEADY, annotations={"2024-03-01": "New rota"}).annotations == (
        ("2024-03-01", "New rota"),
    )


def test_a_rebase_is_only_asked_after_eight_on_one_side():
    question = suggest_rebase(
        chart([4, 5] * 7 + [8, 9] * 4, when=pd.date_range("2024", periods=22))
    )
    assert question.start == 14
    assert question.question.count("?") == 1
    assert suggest_rebase(chart([4, 5] * 7 + [8, 9, 8])) is None


def test_no_rebase_is_asked_where_one_was_made():
    moved = chart([4, 5] * 7 + [8, 9] * 4, phases=[Phase(14, "New rota")])
    assert suggest_rebase(moved) is None


@pytest.mark.parametrize(
    ("values", "choices", "said"),
    [
        ([], {}, "no figures"),
        ([1, "x"], {}, "Row 2.*'x' is not a number"),
        ([1, np.inf], {}, "not a number"),
        ([1, 2], {"kind": "z"}, "no chart of the kind"),
        ([1, 2], {"kind": "p"}, "needs a denominator"),
        ([5, 2], {"kind": "p", "denominator": [4, 4]}, "Point 1: the numerator is larger"),
        ([5, -2], {"kind": "c"}, "Point 2: the count is below zero"),
        ([5, 0], {"kind": "t"}, "Point 2: the time"),
        ([5, 2], {"denominator": [1]}, "2 figures but 1 denominators"),
        ([5, 2], {"when": ["2024-01-01", None]}, "Row 2 has no date"),
        ([5, 2], {"improvement_direction": "up"}, "'increase', 'decrease' or 'neutral'"),
        ([5, 2], {"exclude": [7]}, "point 8, but there are 2"),
        ([5, 2], {"limits": (3, 1, 2)}, "in order"),
        ([5, 2], {"target": [1]}, "2 points but 1 targets"),
        (STEADY, {"baseline": 1}, "sets no limits"),
        (STEADY, {"convention": "excel"}, "no convention"),
    ],
)
def test_what_does_not_fit_is_said(values, choices, said):
    with pytest.raises(Problem, match=said):
        chart(values, **choices)


def test_a_phase_without_a_reason_is_refused():
    with pytest.raises(Problem, match="needs a reason"):
        Phase(3, "  ")


def test_phases_out_of_order_are_refused():
    with pytest.raises(Problem, match="one after the other"):
        chart(STEADY, phases=[Phase(9, "b"), Phase(5, "a")])


def test_a_zero_denominator_counts_as_missing():
    zero = chart([1, 2] * 8, denominator=[0] + [9] * 15, kind="u")
    assert zero.points["verdict"].iloc[0] == "missing"
    assert any("denominator of zero" in note for note in zero.notes)
