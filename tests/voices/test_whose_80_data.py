"""The year of reports says what its dictionary says, and misleads as such reports may."""

import subprocess
import sys

import pandas as pd
import pytest

from helpers.voices.eighty.few import worst
from helpers.voices.eighty.harm import DATA, SEVERITIES, load_groups, load_harm, load_reports
from helpers.voices.eighty.lenses import weigh
from helpers.voices.eighty.silence import break_even, what_if

FILES = ("incidents_and_complaints.csv", "groups_of_willow.csv", "truth_of_harm.csv")
BOARD = ("Falls", "Medicines", "Long waits and delays")
QUIET = "Patients who need an interpreter"


@pytest.fixture(scope="module")
def truth():
    return pd.read_csv(DATA / "truth_of_harm.csv")


@pytest.fixture(scope="module")
def harm():
    return load_harm()


def test_the_script_writes_the_same_bytes_again(tmp_path):
    script = DATA / "make_reports_of_harm.py"
    subprocess.run([sys.executable, script, "--into", tmp_path], check=True)
    assert [(tmp_path / name).read_bytes() for name in FILES] == [
        (DATA / name).read_bytes() for name in FILES
    ]


def test_the_dictionary_names_every_file_and_every_column():
    said = (DATA / "DICTIONARY.md").read_text("utf-8")
    for name in FILES:
        section = said.split(f"## {name}")[1].split("\n## ")[0]
        columns = pd.read_csv(DATA / name, nrows=0).columns
        assert [column for column in columns if f"`{column}`" not in section] == []


def test_the_dictionary_counts_the_reports():
    said = (DATA / "DICTIONARY.md").read_text("utf-8")
    assert f"{len(load_reports()):,} reports" in said


def test_there_are_twelve_themes_seven_groups_and_four_severities_in_a_year(harm):
    reports = load_reports()
    assert (len(harm.themes), len(harm.groups), reports["month"].nunique()) == (12, 7, 12)
    assert len(reports) >= 3_000
    assert set(reports["severity"]) == set(SEVERITIES)


def test_only_patients_have_a_fifth_and_only_staff_raise_concerns():
    reports = load_reports()
    staff = reports["whose"] == "staff"
    assert (reports.loc[staff, "deprivation_fifth"] == "").all()
    assert (reports.loc[~staff, "deprivation_fifth"] != "").all()
    assert set(reports.loc[reports["source"] == "complaint", "whose"]) == {"patients"}


def test_no_column_names_a_person():
    assert list(load_reports()) == [
        "month", "source", "theme", "whose", "group", "deprivation_fifth", "severity",
    ]  # fmt: skip


def test_the_truth_counts_the_reports_that_are_there(truth, harm):
    counted = truth.pivot(index="theme", columns="group", values="reported")
    assert (counted.loc[list(harm.themes), list(harm.groups)].to_numpy() == harm.by_group).all()


def test_each_group_is_heard_about_as_much_as_was_put_in(truth):
    sums = truth.groupby("group")[["reported", "happened"]].sum()
    heard = 100 * sums["reported"] / sums["happened"]
    assert (heard - load_groups()["reported_of_100"]).abs().max() < 4


def test_boards_see_three_themes_first_and_six_make_up_eighty_percent(harm):
    bars = weigh(harm).pareto()
    assert bars.first(3) == BOARD
    assert (bars.few, round(100 * bars.running[2]), round(100 * bars.running[5])) == (6, 56, 80)


def test_what_happened_has_another_third_theme(truth):
    happened = truth.groupby("theme")["happened"].sum().sort_values(ascending=False)
    assert list(happened.index[:4]) == [*BOARD[:2], "Communication and interpreting", BOARD[2]]


def test_the_natural_choice_leaves_out_the_worst_harm_of_the_groups_heard_least(harm):
    left = {each.group for each in worst(harm) if each.theme not in BOARD}
    heard = load_groups()["reported_of_100"]
    assert set(heard[heard <= 30].index) < left
    assert len(left) == 5


def test_filling_in_what_was_put_in_brings_back_the_true_order(truth, harm):
    shares = load_groups()["reported_of_100"].to_numpy() / 100
    happened = truth.groupby("theme")["happened"].sum().sort_values(ascending=False)
    assert weigh(harm, shares=shares).pareto().first(4) == tuple(happened.index[:4])


@pytest.mark.parametrize(("heard", "place"), [(100, 6), (60, 4), (30, 3)])
def test_the_bar_of_the_quiet_group_climbs_as_less_is_heard(harm, heard, place):
    shares = [heard / 100 if group == QUIET else 1 for group in harm.groups]
    bars = weigh(harm, shares=shares).pareto()
    assert bars.place("Communication and interpreting") == place


def test_a_small_group_is_outvoted_however_quiet_it_is(harm):
    theme, group = harm.themes.index("Getting worse unnoticed"), 1
    assert break_even(harm.by_group, theme, group, 3) is None
    assert what_if(harm.by_group[theme, group], [0.05])[0] > 0
