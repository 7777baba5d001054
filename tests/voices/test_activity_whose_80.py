"""Whose 80%?, driven without a browser."""

import time

import pytest

from helpers.page import words
from helpers.page.figures import Figure
from helpers.page.rhythm import ask
from helpers.voices.activities.whose_80 import WhoseEighty
from helpers.voices.eighty.harm import load_groups
from tests.driven import appear, parts, press, sent

BOARD = ["Falls", "Medicines", "Long waits and delays"]
QUIET = "Patients who need an interpreter"
PUNCH = "You chose these three. The group you heard least has its worst harm outside them."


@pytest.fixture
def activity(journal):
    shown = WhoseEighty(journal=journal)
    appear(shown)
    return shown


@pytest.fixture
def chosen(activity):
    activity.explore.choose.ticks.answer(BOARD)
    activity.explore.reveal()
    return activity


def test_nothing_is_ticked_and_nothing_else_shown_at_first(activity):
    assert not activity.explore.choose.ticked
    assert "Fill in the silence" not in sent(activity)


def test_the_choice_comes_back_in_another_kernel(activity, journal):
    activity.explore.choose.ticks.answer(BOARD)
    again = WhoseEighty(journal=journal)
    appear(again)
    assert list(again.explore.choose.ticked) == BOARD


def test_what_was_written_at_the_end_is_found_again_without_pressing_anything(chosen, journal):
    chosen.note.answer("Theirs, and not ours.")
    again = WhoseEighty(journal=journal)
    appear(again)
    assert again.explore.silence in again.explore.shown.children
    assert again.note in again.explore.shown.children


def test_a_choice_says_what_share_of_each_group_it_touches(chosen):
    said = chosen.explore.touch.html
    assert "Least touched: Staff recruited from abroad." in said
    assert "Getting worse unnoticed, <strong>outside your choice</strong>" in said


def test_without_a_choice_the_three_biggest_stand_in_and_that_is_said(activity):
    activity.explore.reveal()
    assert words.load("voices")["whose_80"]["stand_in"] in activity.explore.touch.html
    activity.explore.silence.sliders[QUIET].answer(60)
    assert "stand in for your choice" in activity.explore.silence.told.html


def test_as_reported_says_so_and_blames_no_silence(chosen):
    assert "as reported" in chosen.explore.silence.figure.finding
    assert PUNCH not in chosen.explore.silence.told.html


def test_the_example_lifts_a_bar_and_says_whose_worst_harm_is_left_out(chosen):
    press(chosen, "Try 30 for patients who need an interpreter")
    silence = chosen.explore.silence
    assert "new among the first three: Communication and interpreting" in silence.figure.finding
    assert PUNCH in silence.told.html
    assert silence.one.value == 30


def test_the_bars_change_places_among_the_first_three(chosen):
    chosen.explore.silence.one.answer(30)
    found = chosen.explore.silence.figure
    assert "new among the first three: Communication and interpreting" in found.finding
    assert found.table["rows"][2][:3] == ["3", "6", "Communication and interpreting"]
    assert "about patients who need an interpreter" in chosen.explore.silence.told.html


def test_undo_brings_back_the_year_as_reported(chosen):
    chosen.explore.silence.one.answer(30)
    press(chosen, "Back to as reported")
    assert "as reported" in chosen.explore.silence.figure.finding
    assert chosen.explore.silence.one.value == 100


def test_the_one_slider_follows_the_group_that_is_looked_at(chosen):
    silence = chosen.explore.silence
    silence.one.answer(40)
    silence.whose.answer("Agency and bank staff")
    assert silence.one.value == 100
    silence.one.answer(50)
    assert (silence.sliders[QUIET].value, silence.sliders["Agency and bank staff"].value) == (
        40,
        50,
    )


def test_what_was_put_in_can_be_shown_because_willow_is_invented(chosen):
    press(chosen, "Show what we put in")
    silence = chosen.explore.silence
    assert silence.sliders[QUIET].value == load_groups().loc[QUIET, "reported_of_100"]
    assert "For a real place nobody has this button." in silence.told.html


def test_a_choice_that_holds_the_worst_harm_is_told_so(chosen):
    chosen.explore.choose.ticks.answer([*BOARD, "Communication and interpreting"])
    chosen.explore.silence.one.answer(60)
    said = chosen.explore.silence.told.html
    assert "has its worst harm among your choice" in said
    assert PUNCH not in said
    assert "four of the seven groups" in said


def test_every_theme_ticked_is_no_choice_and_no_group_is_called_the_least_touched(chosen):
    chosen.explore.choose.ticks.answer(list(chosen.explore.harm.themes))
    assert "Least touched" not in chosen.explore.touch.html + chosen.beside.html
    assert "leaves nobody out, and chooses nothing" in chosen.outcome()


def test_one_choice_is_spoken_of_as_one(chosen):
    chosen.explore.choose.ticks.answer(["Falls"])
    chosen.explore.silence.one.answer(60)
    assert "You chose this one." in chosen.explore.silence.told.html


def test_groups_set_alike_change_no_order(chosen):
    chosen.explore.silence.set(dict.fromkeys(chosen.explore.silence.sliders, 50))
    assert "no bar changes place" in chosen.explore.silence.figure.finding
    assert "You set all groups alike" in chosen.explore.silence.told.html


def test_two_groups_heard_least_are_both_meant(chosen):
    chosen.explore.silence.set({QUIET: 50, "Agency and bank staff": 50})
    assert "You heard two groups least" in chosen.explore.silence.told.html


def test_a_break_even_says_when_the_theme_comes_in(chosen):
    chosen.explore.silence.one.answer(60)
    assert "once at most 38 of 100 harms" in chosen.explore.silence.told.html


def test_a_small_group_is_told_that_it_can_be_outvoted(chosen):
    chosen.explore.silence.set({"Patients with a learning disability": 10})
    assert "A small group can always be outvoted." in chosen.explore.silence.told.html


@pytest.mark.parametrize("lens", ["count", "rate", "severity", "deprivation", "group"])
def test_every_lens_names_whose_value_choice_it_is(chosen, lens):
    chosen.explore.lens.lens_choice.answer(lens)
    assert "Whose value choice is that?" in chosen.explore.lens.whose.html
    assert chosen.explore.lens.figure in chosen.explore.lens.drawn.children


def test_a_lens_is_not_chosen_beforehand(chosen):
    assert chosen.explore.lens.lens_choice.value is None
    assert not chosen.explore.lens.drawn.children


def test_a_weight_changes_the_lens_and_what_counts_as_worst(chosen):
    lens = chosen.explore.lens
    lens.lens_choice.answer("severity")
    before = lens.figure.table["rows"]
    lens.severity.boxes[3].answer(1000)
    assert lens.figure.table["rows"] != before
    lens.severity.reset()
    assert lens.figure.table["rows"] == before


def test_an_empty_weight_is_named_and_the_figure_stays(chosen):
    lens = chosen.explore.lens
    lens.lens_choice.answer("severity")
    before = lens.figure.table["rows"]
    lens.severity.boxes[0].answer(None)
    assert "needs a weight" in lens.lens_choice.problem
    assert lens.figure.table["rows"] == before


def test_what_was_predicted_stands_beside_what_came_and_is_kept(journal):
    ask("voices", "prediction", journal=journal).answer("The <quiet> ones.")
    activity = WhoseEighty(journal=journal)
    activity.explore.choose.ticks.answer(BOARD)
    activity.explore.reveal()
    assert "The &lt;quiet&gt; ones." in activity.beside.html
    [known] = journal.predictions("voices")
    assert known.outcome.startswith("Your choice was Falls, Medicines and Long waits and delays.")
    assert "five of the seven groups" in known.outcome


def test_a_slider_answers_at_once(chosen):
    chosen.explore.lens.lens_choice.answer("severity")
    start = time.perf_counter()
    chosen.explore.silence.one.answer(45)
    assert time.perf_counter() - start < 0.1


def test_every_figure_has_a_finding_and_a_table(chosen):
    chosen.explore.lens.lens_choice.answer("rate")
    shown = [part for part in parts(chosen) if isinstance(part, Figure)]
    assert len(shown) == 3
    assert all(figure.finding and figure.table["rows"] for figure in shown)


def test_the_points_that_make_a_harm_the_worst_are_said_as_they_stand(chosen):
    assert "no harm 1, low harm 2, moderate harm 5 and severe harm 10" in chosen.explore.touch.html
    chosen.explore.lens.severity.boxes[3].answer(25)
    assert "moderate harm 5 and severe harm 25" in chosen.explore.touch.html


def test_the_example_is_no_close_call(chosen):
    press(chosen, "Try 30 for patients who need an interpreter")
    assert "too close to call" not in chosen.explore.silence.told.html
    assert "What if, and not what is." in chosen.explore.silence.told.html


def test_what_crosses_the_line_is_coloured_otherwise_and_each_row_tells_the_page_where_it_was(
    chosen,
):
    chosen.explore.silence.one.answer(30)
    drawn = chosen.explore.silence.figure.figure
    colours = drawn["data"][0]["marker"]["color"]
    assert colours[2] not in (colours[0], colours[3], colours[4])
    assert drawn["layout"]["meta"]["rows"][:4] == [0, 1, 5, 2]


def test_a_lens_says_what_its_numbers_count_and_whose_themes_leave(chosen):
    chosen.explore.lens.lens_choice.answer("rate")
    said = chosen.explore.lens.about.html
    assert "What the numbers count: Reports per 1,000 people" in said
    assert "Falls: " in said
