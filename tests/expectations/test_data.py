"""The teaching data says what its dictionary says, and the scoring is honest."""

import subprocess
import sys

import pandas as pd
import pytest

from helpers.expectations.board_report import report
from helpers.expectations.data import DATA, load_board_report, load_falls, load_truth
from helpers.spc import chart

FILES = ("board_report.csv", "truth.csv", "falls_willow.csv", "example_own_measure.csv")
CHARTED = [name for name, row in load_truth(core=False).iterrows() if row["variation"]]


@pytest.fixture(scope="module")
def board():
    return load_board_report(core=False)


def charted(board, measure):
    months = board[board["measure"] == measure]
    target = months["target"].iloc[0]
    return chart(
        months["value"],
        when=months["month"],
        improvement_direction=months["improvement_direction"].iloc[0],
        target=None if pd.isna(target) else target,
    )


def test_the_script_writes_the_same_bytes_again(tmp_path):
    script = DATA / "make_teaching_data.py"
    subprocess.run([sys.executable, script, "--into", tmp_path], check=True)
    assert [(tmp_path / name).read_bytes() for name in FILES] == [
        (DATA / name).read_bytes() for name in FILES
    ]


@pytest.mark.parametrize("measure", CHARTED)
def test_the_default_rules_find_what_is_really_there(board, measure):
    truth = load_truth(core=False).loc[measure]
    found = charted(board, measure)
    assert (found.variation, found.assurance or "") == (truth["variation"], truth["assurance"])


@pytest.mark.parametrize("measure", CHARTED)
def test_a_steady_measure_shows_no_signal_in_any_month(board, measure):
    steady = load_truth(core=False).loc[measure, "since"] == ""
    assert bool(charted(board, measure).points["rules"].map(len).any()) is not steady


def test_the_core_path_holds_each_kind_of_truth():
    assert load_truth()["truth"].value_counts().to_dict() == {
        "noise": 2,
        "steady_failure": 2,
        "improvement": 1,
        "deterioration": 1,
        "reliable": 1,
        "serious_harm": 1,
    }


def test_the_dictionary_counts_the_truths_as_they_are():
    dictionary = (DATA / "DICTIONARY.md").read_text("utf-8")
    for truth, rows in load_truth(core=False).groupby("truth"):
        assert f"| `{truth}` | {len(rows)} ({(rows['core'] == 'yes').sum()}) |" in dictionary


def test_the_report_misleads_as_reports_do(board):
    rows = {row.measure: row for row in report(board)}
    assert rows["Falls"].colour == "red"  # noise
    assert rows["Patients who would recommend us"].better  # noise
    assert rows["Sepsis: antibiotics within the hour"].colour == "red"  # an improvement
    assert rows["Pressure ulcers"].colour == "green"  # getting worse
    assert rows["Pressure ulcers"].better
    assert rows["Complaints answered on time"].colour == "green"  # a steady failure


def test_values_are_their_numerators_over_their_denominators(board):
    shares = board[board["kind"] == "percentage"]
    computed = 100 * shares["numerator"] / shares["denominator"]
    assert (computed - shares["value"]).abs().max() <= 0.0501


def test_measures_over_bed_days_share_their_denominator(board):
    beds = board[board["unit"] == "per 1,000 bed days"].groupby("month")["denominator"]
    assert (beds.nunique() == 1).all()


def test_the_ward_is_a_steady_three_a_month():
    falls = load_falls()
    assert (len(falls), falls.mean(), falls.tail(3).tolist()) == (24, 3, [4, 2, 4])
    ward = chart(falls, kind="c", improvement_direction="decrease")
    assert ward.variation == "common_cause"
    assert not ward.points["rules"].map(len).any()


def test_the_example_file_holds_one_real_step():
    letters = pd.read_csv(DATA / "example_own_measure.csv")
    share = letters.iloc[:, 1].str.rstrip("%").astype(float)
    assert chart(share, improvement_direction="increase").variation == "improving"
    assert letters["Note"].dropna().to_dict() == {15: "New letter template"}
