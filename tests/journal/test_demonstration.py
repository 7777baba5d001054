"""The example journal asks what the kit asks today, and says what nobody wrote."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from helpers.expectations.data import load_truth
from helpers.expectations.marks import what_was_there
from helpers.journal import demonstration
from helpers.page import words
from helpers.voices.activities.whose_80 import WhoseEighty

TOLD = tomllib.loads(Path(demonstration.__file__).with_suffix(".toml").read_text("utf-8"))
LAST = datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.fixture
def example(file):
    file.parent.mkdir()
    return demonstration.make(file, LAST)


@pytest.mark.parametrize("one", TOLD["entry"], ids=lambda one: one["id"])
def test_each_question_is_one_of_the_kits_in_its_wording_of_today(one):
    subject, _, name = one["id"].partition(".")
    asked = words.load(subject)["prompts"][name]
    assert (one["wording"], one.get("version", 1)) == (asked["wording"], asked["version"])


def test_it_is_marked_as_an_example(example):
    assert example.demonstration


def test_it_shows_a_promise_of_every_kind(example):
    assert {one.status for one in example.commitments()} == {"done", "let_go", "open"}
    assert [one.then for one in example.commitments() if one.due(LAST.date())] == [
        "count to eight before I speak again"
    ]


def test_it_shows_a_prediction_with_what_came_of_it(example):
    [known] = example.predictions("expectations")
    said = words.load("expectations")["prediction"]["there"]
    assert known.outcome == what_was_there(load_truth(), said)


def test_a_prediction_of_the_fifth_page_stands_beside_what_was_left_out(example):
    [known] = example.predictions("voices")
    assert known.outcome == WhoseEighty(example).outcome()


def test_nothing_in_it_was_written_after_its_last_day(example):
    assert max(one.at for one in example.all_versions()) <= LAST
