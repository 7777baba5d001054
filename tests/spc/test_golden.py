"""The golden runner, on small cases of our own and on the reference file where it is present."""

import copy
import json
from pathlib import Path

import pytest

from helpers.golden.compare import differences
from helpers.spc.golden import judge_case, run

HERE = Path(__file__).parent
SAMPLE = HERE / "golden_sample.json"
REFERENCE = HERE.parents[2] / "shared" / "golden" / "spc.json"


def case(tool, name):
    cases = json.loads(SAMPLE.read_text("utf-8"))[tool]
    return copy.deepcopy(next(one for one in cases if one["id"] == name))


def test_the_small_cases_match_or_depart_by_a_rule(capsys):
    assert run(SAMPLE) == 0
    said = capsys.readouterr().out
    assert "matched 9\ndeparted 2\n" in said
    assert "stopped-fixed: limits are fixed after 12 points or more" in said


def test_every_reference_case_is_matched(capsys):
    if not REFERENCE.exists():
        pytest.skip(f"the reference file {REFERENCE.name} is not beside this checkout")
    assert run(REFERENCE) == 0
    assert "matched 165\ndeparted 0\nmissed 0" in capsys.readouterr().out


def test_a_changed_number_is_a_miss_and_says_where(tmp_path, capsys):
    wrong = case("qicharts2", "i-outlier")
    wrong["outputs"]["ucl"][3] *= 1 + 2e-6
    file = tmp_path / "cases.json"
    file.write_text(json.dumps({"qicharts2": [wrong]}))
    assert run(file) == 1
    assert capsys.readouterr().out.startswith("missed   qicharts2 i-outlier: ucl[3]: expected")


def test_a_departure_is_found_by_what_went_in_not_by_its_name():
    renamed = case("NHSRplotthedots", "stopped-gap")
    renamed["id"] = "anything"
    assert judge_case("NHSRplotthedots", renamed)[0] == "departed"


def test_a_wrong_number_in_an_ordinary_case_is_never_a_departure():
    wrong = case("NHSRplotthedots", "shift")
    wrong["outputs"]["mean"][0] += 1
    assert judge_case("NHSRplotthedots", wrong)[0] == "missed"


def test_a_tools_output_that_is_not_computed_is_a_difference():
    assert differences({"new": 1}, {}) == "new: not computed"
