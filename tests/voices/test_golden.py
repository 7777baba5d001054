"""The golden runner, on cases of our own and on the reference file where it is present."""

import json
from pathlib import Path

import pytest

from helpers.__main__ import main
from helpers.voices.golden import judge_case, run
from tests.voices.golden_cases import cases

REFERENCE = Path(__file__).parents[3] / "shared" / "golden" / "equity.json"
DEPARTED = {
    "zero-lower": "a lower limit below zero is 0, not missing",
    "text": "labels of text keep the order they came in",
    "three": "two groups are enough",
    "alike": "a spread between groups is never below 0",
    "two": "two groups are enough",
    "shares-of-one": "figures below 1 are percentages unless it is said",
    "none": "a group with none has 0, not a stand-in",
    "not-turned-back": "limits on a root scale are turned back",
}
CASES = {case["id"]: case for case in cases()}


@pytest.mark.parametrize("name", CASES)
def test_a_case_worked_out_plainly_matches_or_departs_by_its_rule(name):
    rule = DEPARTED.get(name)
    assert judge_case(CASES[name]) == (("departed", rule) if rule else ("matched", ""))


def test_the_command_knows_such_a_file_and_says_how_it_went(tmp_path, capsys):
    file = tmp_path / "cases.json"
    file.write_text(json.dumps({"about": {}, "cases": list(CASES.values())}))
    assert main(["golden", str(file)]) == 0
    said = capsys.readouterr().out
    assert f"matched {len(CASES) - len(DEPARTED)}\ndeparted {len(DEPARTED)}\n" in said


@pytest.mark.parametrize("content", [{"cases": []}, {"a": 1}, [1, 2], 3])
def test_a_file_of_something_else_is_told_so(tmp_path, capsys, content):
    file = tmp_path / "other.json"
    file.write_text(json.dumps(content))
    assert main(["golden", str(file)]) == 2
    assert "no reference cases that this kit knows" in capsys.readouterr().out


def test_every_reference_case_is_matched_or_departs_by_a_rule(capsys):
    if not REFERENCE.exists():
        pytest.skip(f"the reference file {REFERENCE.name} is not beside this checkout")
    assert run(REFERENCE) == 0
    assert "matched 129\ndeparted 17\n" in capsys.readouterr().out


def changed(name, **numbers):
    case = json.loads(json.dumps(CASES[name]))
    case["expected"] |= numbers
    return case


def test_a_changed_number_is_a_miss_and_says_where():
    verdict, why = judge_case(changed("shares", value=[0.4, 0.35, 0.33, 0.24, 0.18]))
    assert verdict == "missed"
    assert why.startswith("value[2]: expected 0.33, found 0.32")


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("zero-lower", {"upper": [1, 2]}),
        ("text", {"sii": 1}),
        ("alike", {"estimate": 1}),
        ("none", {"estimate": 1}),
        ("not-turned-back", {"phi": 1}),
    ],
)
def test_a_departure_excuses_only_what_it_is_about(name, numbers):
    assert judge_case(changed(name, **numbers))[0] == "missed"


def test_a_departure_is_found_by_what_went_in_not_by_its_name():
    assert judge_case(CASES["none"] | {"id": "anything"})[0] == "departed"


def test_a_family_that_is_not_known_is_a_miss_and_stops_no_other_case():
    assert judge_case(CASES["shares"] | {"family": "gini"}) == (
        "missed",
        "declined: there is no measure for the family 'gini'",
    )


def test_a_drawn_interval_counts_within_its_noise():
    rows = {"repetitions": 1, "sii_lower": -0.4, "sii_upper": -0.2, "mc_tol_sii": 0.5}
    assert judge_case(changed("slope", simulated_ci=rows))[0] == "matched"
    assert judge_case(changed("slope", simulated_ci=rows | {"mc_tol_sii": 1e-6}))[0] == "missed"
