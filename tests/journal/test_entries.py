from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.intake import Problem
from helpers.journal import Journal


def values(journal, prompt):
    return [version.value for version in journal.versions(prompt.id)]


def test_an_answer_is_there_after_opening_again(journal, file, april):
    journal.write(april, "Thank you all.")
    assert Journal.open(file).latest(april.id).value == "Thank you all."


def test_nothing_written_gives_nothing(journal):
    assert journal.latest("expectations.email_april") is None
    assert journal.versions("expectations.email_april") == []


def test_every_changed_text_is_kept_in_order(journal, april):
    for text in ("one", "two", "three"):
        journal.write(april, text)
    assert values(journal, april) == ["one", "two", "three"]


def test_the_same_text_makes_no_new_version(journal, april):
    first = journal.write(april, "Thank you.")
    again = journal.write(april, "Thank you.")
    assert (again.changed, again.version) == (False, first.version)
    assert len(journal.versions(april.id)) == 1


def test_a_version_read_back_equals_the_one_saved(journal, april):
    saved = journal.write(april, "Thank you.", client="page", seq=3)
    assert journal.latest(april.id) == saved.version


def test_emptied_words_are_a_version_and_the_old_one_can_come_back(journal, april):
    old = journal.write(april, "Thank you.").version
    journal.write(april, "")
    restored = journal.restore(old.id)
    assert restored.version.value == "Thank you."
    assert values(journal, april) == ["Thank you.", "", "Thank you."]


def test_a_version_of_another_journal_cannot_be_restored(journal):
    with pytest.raises(Problem, match="not in this journal"):
        journal.restore(99)


def test_a_reworded_question_never_relabels_an_old_answer(journal, april):
    journal.write(april, "Thank you.")
    reworded = replace(april, version=2, wording="What would you send?")
    journal.write(reworded, "Well done.")
    asked = [(v.prompt.version, v.prompt.wording) for v in journal.versions(april.id)]
    assert asked == [(1, "Your email in April"), (2, "What would you send?")]


def test_an_unchanged_answer_stays_under_the_wording_it_was_given_to(journal, april):
    journal.write(april, "Thank you.")
    journal.write(replace(april, version=2, wording="What would you send?"), "Thank you.")
    assert journal.latest(april.id).prompt == april


def test_times_are_kept_in_utc(file, april):
    summer = timezone(timedelta(hours=1))
    journal = Journal.open(file, now=lambda: datetime(2026, 6, 1, 10, 42, tzinfo=summer))
    journal.write(april, "Thank you.")
    assert journal.latest(april.id).at == datetime(2026, 6, 1, 9, 42, tzinfo=UTC)
    assert journal.latest(april.id).at.utcoffset() == timedelta(0)


def test_the_newest_is_the_last_written_even_when_the_clock_was_put_back(journal, clock, april):
    journal.write(april, "before")
    clock.later(hours=-1)
    journal.write(april, "after")
    assert journal.latest(april.id).value == "after"


# -- two pages at once


def test_a_late_request_cannot_undo_a_newer_save(journal, april):
    journal.write(april, "Thank you all", client="page", seq=2)
    late = journal.write(april, "Thank", client="page", seq=1)
    assert (late.changed, late.version.value) == (False, "Thank you all")
    assert values(journal, april) == ["Thank you all"]


def test_a_request_sent_twice_is_stored_once(journal, april):
    journal.write(april, "Thank you", client="page", seq=1)
    journal.write(april, "No, why?", client="other", seq=1)
    again = journal.write(april, "Thank you", client="page", seq=1)
    assert (again.changed, again.version.value) == (False, "No, why?")


def test_a_late_request_is_known_even_after_a_save_that_changed_nothing(journal, april):
    journal.write(april, "Thank", client="page", seq=1)
    journal.write(april, "Thank", client="page", seq=3)  # typed on, then taken back
    journal.write(april, "Thank you", client="page", seq=2)
    assert values(journal, april) == ["Thank"]


def test_each_page_is_counted_for_each_question_by_itself(journal, april):
    may = replace(april, id="expectations.email_may")
    journal.write(april, "a", client="page", seq=7)
    assert journal.write(may, "b", client="page", seq=1).changed
    assert journal.write(april, "c", client="new page", seq=1).changed


def test_saves_without_a_count_are_never_late(journal, april):
    journal.write(april, "one", client="kernel")
    assert journal.write(april, "quite another", client="kernel").changed


def test_words_of_another_page_not_yet_seen_are_kept_and_told(journal, april):
    seen = journal.write(april, "first", client="A", seq=1).version
    other = journal.write(april, "from B", client="B", seq=1, base=seen.id)
    assert other.elsewhere is None
    mine = journal.write(april, "from A", client="A", seq=2, base=seen.id)
    assert mine.elsewhere == other.version
    assert values(journal, april) == ["first", "from B", "from A"]


def test_a_page_that_saw_nothing_is_told_of_what_was_there(journal, april):
    journal.write(april, "first", client="A", seq=1)
    assert journal.write(april, "second", client="B", seq=1).elsewhere.value == "first"


def test_typing_on_in_one_page_is_noticed_by_another_that_saw_the_start(journal, clock, april):
    start = journal.write(april, "Thank", client="A", seq=1).version
    clock.later(seconds=2)
    journal.write(april, "Thank you all", client="A", seq=2, base=start.id)
    told = journal.write(april, "Why?", client="B", seq=1, base=start.id)
    assert told.elsewhere.value == "Thank you all"


# -- one typing spell


def test_typing_on_within_a_minute_is_one_version(journal, clock, april):
    for seq, text in enumerate(("Thank", "Thank yu", "Thank you all"), start=1):
        journal.write(april, text, client="page", seq=seq)
        clock.later(seconds=20)
    assert values(journal, april) == ["Thank you all"]


def test_a_spell_ends_a_minute_after_it_began_however_briskly_one_types(journal, clock, april):
    for seq in range(1, 8):  # a save each 15 seconds: 0 to 60 are one spell, 75 and 90 the next
        journal.write(april, "word " * seq, client="page", seq=seq)
        clock.later(seconds=15)
    assert [len(value) // 5 for value in values(journal, april)] == [5, 7]


@pytest.mark.parametrize("client", ["other page", ""])
def test_nobody_replaces_the_words_of_another_page(journal, april, client):
    journal.write(april, "Thank", client="page", seq=1)
    journal.write(april, "Thank you", client=client)
    assert values(journal, april) == ["Thank", "Thank you"]


def test_a_deleted_sentence_is_still_in_the_history(journal, april):
    journal.write(april, "Brilliant work. What did you change?", client="page", seq=1)
    journal.write(april, "Brilliant work.", client="page", seq=2)
    journal.write(april, "Brilliant work. Thank everyone, please, from me.", client="page", seq=3)
    assert values(journal, april) == [
        "Brilliant work. What did you change?",
        "Brilliant work. Thank everyone, please, from me.",
    ]


def test_a_clock_put_back_starts_a_new_spell(journal, clock, april):
    journal.write(april, "Thank", client="page", seq=1)
    clock.later(seconds=-5)
    journal.write(april, "Thank you", client="page", seq=2)
    assert values(journal, april) == ["Thank", "Thank you"]


def test_each_tap_on_a_prediction_is_kept(journal, april):
    journal.write(april, "4", kind="prediction", client="page", seq=1)
    journal.write(april, "40", kind="prediction", client="page", seq=2)
    assert values(journal, april) == ["4", "40"]


def test_a_prediction_typed_in_one_go_is_one_version(journal, april):
    for seq, words in enumerate(["About tw", "About two, the", "About two, the red ones."], 1):
        journal.write(april, words, kind="prediction", client="page", seq=seq)
    assert values(journal, april) == ["About two, the red ones."]


def test_a_prediction_stays_as_it_was_once_it_is_known_what_came_of_it(journal, april):
    kept = journal.write(april, "About two", kind="prediction", client="page", seq=1)
    journal.outcome(kept.version.id, "It was five.")
    journal.write(april, "About two, or five", kind="prediction", client="page", seq=2)
    assert values(journal, april) == ["About two", "About two, or five"]
    assert [each.outcome for each in journal.predictions()] == ["It was five.", None]


# -- any words, any result


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("Ceri’s ward – 日本語 \U0001f642\0 end", "Ceri’s ward – 日本語 \U0001f642\0 end"),
        ("\ud83d\ude42", "\U0001f642"),  # an emoji in two halves, as a browser sends it
        ("half \ud83d", "half \ufffd"),
    ],
)
def test_any_character_is_kept(journal, april, sent, kept):
    journal.write(april, sent)
    assert journal.latest(april.id).value == kept


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(json_values)
def test_a_result_comes_back_as_it_was(journal, april, result):
    journal.write_result(april, result)
    assert journal.latest_result(april.id, default="nothing") == result


def test_a_result_not_yet_there_is_the_default(journal, april):
    journal.write(april, "words, not a result")
    assert journal.latest_result(april.id) is None
    assert journal.latest_result("expectations.report", default={}) == {}


def test_a_result_no_json_can_hold_is_refused(journal, april):
    with pytest.raises(ValueError, match="JSON"):
        journal.write_result(april, float("nan"))


def test_an_unknown_kind_is_refused(journal, april):
    with pytest.raises(ValueError, match="kind must be"):
        journal.write(april, "x", kind="poem")
