"""Entries, tags, self-checks, predictions and settings."""

from dataclasses import replace

import pytest

from helpers.intake import Problem
from helpers.journal import Journal


def test_entries_show_the_newest_words_with_the_question_as_it_read_then(journal, clock, april):
    journal.write(april, "first")
    clock.later(days=1)
    journal.write(replace(april, version=2, wording="Your email, again"), "second")
    (entry,) = journal.entries()
    assert (entry.latest.value, entry.prompt.wording, entry.count) == (
        "second",
        "Your email, again",
        2,
    )
    assert (entry.latest.at - entry.first).days == 1


def test_entries_are_found_by_reflection_and_by_tag(journal, april):
    voices = replace(april, id="voices.who", reflection="voices")
    journal.write(april, "one")
    journal.write(voices, "two")
    journal.tag("voices.who", "  night   shift ")
    assert [one.prompt.id for one in journal.entries("voices")] == ["voices.who"]
    assert [one.prompt.id for one in journal.entries(tag="night shift")] == ["voices.who"]
    assert journal.entries("voices")[0].tags == ("night shift",)
    assert journal.tags() == {"night shift": 1}
    journal.untag("voices.who", "night shift")
    assert journal.tags() == {}


@pytest.mark.parametrize("tag", ["", "  ", "x" * 61])
def test_a_tag_is_a_short_word(journal, april, tag):
    journal.write(april, "one")
    with pytest.raises(Problem, match="1 to 60 characters"):
        journal.tag(april.id, tag)


def test_the_entry_changed_last_stands_at_the_end(journal, april):
    other = replace(april, id="expectations.email_may")
    journal.write(april, "one")
    journal.write(other, "two")
    journal.write(april, "three")
    assert [one.latest.value for one in journal.entries()] == ["two", "three"]


def test_every_filling_in_of_a_self_check_stays_also_the_same_one(journal, clock, april):
    for answers in ({"asks": "yes"}, {"asks": "yes"}, {"asks": "no"}):
        journal.write_audit(april, answers)
        clock.later(seconds=10)
    assert [one.answers["asks"] for one in journal.audits(april.id)] == ["yes", "yes", "no"]


def test_what_came_of_a_prediction_stands_beside_it(journal, april):
    said = journal.write(april, "two of eight", kind="prediction")
    assert journal.predictions()[0].outcome is None
    journal.outcome(said.version.id, "none")
    journal.outcome(said.version.id, "one")
    (told,) = journal.predictions("expectations")
    assert (told.version.value, told.outcome) == ("two of eight", "one")


def test_only_a_prediction_has_an_outcome(journal, april):
    said = journal.write(april, "words")
    with pytest.raises(Problem, match="not in this journal"):
        journal.outcome(said.version.id, "one")


def test_a_setting_is_kept_as_it_is(journal, file):
    assert journal.setting("company", "alone") == "alone"
    journal.set_setting("company", {"with": ["a", 1, None]})
    assert Journal.open(file).setting("company") == {"with": ["a", 1, None]}
