"""How unequal: from a file to a table for others, and nothing the reader had is ever lost."""

from io import BytesIO

import pytest
from docx import Document

from helpers.journal import Journal
from helpers.voices.activities.how_unequal import HowUnequal
from tests.driven import appear, sent

WARDS = "Ethnic group\tSeen\tInvited\nWhite\t400\t900\nAsian\t90\t300\nBlack\t60\t250\nRoma\t3\t21"
DECILES = "Decile\tWaiting\tPeople\n1\t30\t90\n10\t10\t95\n2\t25\t92"


def paste(activity, text, *, what="seen", **jobs):
    activity.file.pasted.answer(text)
    activity.file.use_cells.press()
    for job, column in jobs.items():
        activity.columns.jobs[job].answer(column)
    activity.columns.what.answer(what)
    activity.columns.use.press()


@pytest.fixture
def activity(tmp_path):
    return HowUnequal(Journal.open(tmp_path / "journal.sqlite3"))


@pytest.fixture
def wards(activity):
    paste(activity, WARDS)
    activity.ordering.good.answer("high")
    return activity


def test_it_opens_with_a_sample_whose_two_stories_disagree(activity):
    assert activity.source == "unequal_sample.csv"
    assert "26 fewer screened" in activity.results.absolute.html
    assert "1.7 times" in activity.results.relative.html
    assert "both are right" in activity.results.more.html


def test_nothing_that_few_readers_open_is_made_beforehand(activity):
    assert activity.measures.inside is None
    assert activity.time.inside is None


def test_what_was_shown_stays_until_the_reader_says_which_way_is_better(activity):
    paste(activity, WARDS)
    assert activity.source == "unequal_sample.csv"
    assert "which way is better" in activity.ordering.missing.html
    activity.ordering.good.answer("high")
    assert "pasted" in activity.source
    assert activity.groups.names == ("White", "Asian", "Black", "Roma")


def test_kinds_of_people_are_compared_with_the_best_off_and_have_no_slope(wards):
    assert not wards.order.ordered
    assert "in Roma than in White" in wards.results.absolute.html
    assert "line" not in wards.results.more.html


def test_the_reader_may_name_the_group_to_compare_with(wards):
    wards.ordering.reference.answer("Asian")
    assert "than in Asian" in wards.results.absolute.html


def test_deciles_come_by_number_and_the_page_asks_which_end_is_deprived(activity):
    paste(activity, DECILES, what="waiting")
    activity.ordering.good.answer("low")
    assert activity.source == "unequal_sample.csv"
    assert activity.ordering.names == ("Decile 1", "Decile 2", "Decile 10")
    activity.ordering.end.answer("first")
    assert "more waiting in Decile 1 than in Decile 10" in activity.results.absolute.html


def test_the_other_end_can_be_the_deprived_one(activity):
    paste(activity, DECILES)
    activity.ordering.good.answer("low")
    activity.ordering.end.answer("last")
    assert activity.groups.names == ("Decile 10", "Decile 2", "Decile 1")
    assert "other way round" in activity.results.absolute.html


def test_groups_are_moved_with_buttons_and_back(wards):
    first = wards.ordering.names
    wards.ordering.which.answer("Roma")
    wards.ordering.move(-1)
    assert wards.ordering.names == ("White", "Asian", "Roma", "Black")
    assert "number 3 of 4" in wards.ordering.said.html
    wards.ordering.turn()
    assert wards.ordering.names[0] == "Black"
    wards.ordering.again()
    assert wards.ordering.names == first


def test_a_group_at_the_top_stays_there(wards):
    wards.ordering.which.answer("White")
    wards.ordering.move(-1)
    assert wards.ordering.names[0] == "White"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Group\tSeen\tInvited\nA\t40\t90\nB\t60\t50", "60 events among 50 people"),
        ("Group\tSeen\tInvited\nA\t-4\t90\nB\t6\t50", "below zero"),
        ("Group\tSeen\tInvited\nA\t4\t90\nA\t4\t90\nB\t6\t50", "repeats an earlier row"),
    ],
)
def test_what_cannot_be_is_said_and_the_result_before_stays(activity, text, says):
    before = activity.results.absolute.html
    paste(activity, text, events="Seen", people="Invited")
    assert says in activity.columns.said.html
    assert activity.results.absolute.html == before


def test_a_question_that_settles_a_problem_is_opened(activity):
    paste(activity, "Group\tSeen\tInvited\nA\t4\t90\nA\t4\t90\nB\t6\t50")
    assert activity.columns.repeats.layout.display == ""
    activity.columns.repeats.answer("once")
    activity.columns.use.press()
    assert "90 people" not in activity.columns.said.html
    assert "140 people in 2 groups" in activity.columns.said.html


def test_more_events_than_people_open_what_is_unusual(activity):
    paste(activity, "Group\tFalls\tPatients\nA\t40\t30\nB\t20\t50", events="Falls")
    assert activity.columns.odd.head.unfolded
    activity.columns.unusual.answer(["repeated"])
    activity.columns.use.press()
    activity.ordering.good.answer("low")
    assert "For every" in activity.results.absolute.html


def test_what_a_person_typed_is_escaped(activity):
    paste(activity, "Group\tSeen\tInvited\n<b>A</b>\t40\t90\nB\t20\t50", what="<i>seen</i>")
    activity.ordering.good.answer("high")
    for shown in (activity.results.absolute, activity.ordering.list, activity.results.more):
        assert "<b>A</b>" not in shown.html
        assert "<i>seen" not in shown.html
    assert "<b>A</b>" not in str(activity.results.figure.figure["layout"]["annotations"])


def test_an_open_fold_says_what_the_next_file_lacks(activity):
    for late in (activity.places, activity.time, activity.leave):
        late.fold.unfold()
    paste(activity, "Group\tMean score\tPeople\nA\t3.4\t90\nB\t2.9\t50")
    activity.columns.unit.answer("score")
    activity.columns.use.press()
    activity.ordering.good.answer("high")
    assert "lower in B than in A" in activity.results.absolute.html
    assert "two places" in activity.places.problem.html
    assert "0 dates" in activity.time.problem.html
    assert "counts" in activity.leave.problem.html


def test_groups_that_are_all_alike_have_no_gap(activity):
    paste(activity, "Group\tSeen\tInvited\nA\t10\t50\nB\t10\t50\nC\t10\t50")
    activity.ordering.good.answer("high")
    assert "All groups are alike" in activity.results.absolute.html


def test_bed_days_need_not_be_whole(activity):
    paste(activity, "Ward group\tFalls\tBed days\nA\t10\t50.5\nB\t3\t500.5")
    assert "bed days, tick that" in activity.columns.said.html
    activity.columns.unusual.answer(["repeated"])
    activity.columns.use.press()
    assert "Read: " in activity.columns.said.html


def test_places_and_dates_are_offered_only_where_the_file_has_them(activity):
    assert activity.places.layout.display == activity.time.layout.display == ""
    paste(activity, WARDS)
    activity.ordering.good.answer("high")
    assert activity.places.layout.display == activity.time.layout.display == "none"


def test_the_funnel_is_redrawn_as_the_reader_sets_its_curves(activity):
    activity.places.fold.unfold()
    shown = activity.places.inside
    exact = shown.figure.table["rows"]
    shown.spread.answer("additive")
    assert shown.figure.table["rows"] != exact
    shown.who.answer("the most deprived fifth")
    assert "the whole" in shown.figure.finding


def test_each_group_has_its_own_chart_and_one_too_small_says_so(activity):
    activity.time.fold.unfold()
    shown = activity.time.inside
    shown.who.answer("the middle fifth")
    assert shown.figures["group"].title == "Screened, the middle fifth"
    assert set(shown.figures) == {"group", "gap", "ratio"}


def test_every_measure_is_told_with_the_comparisons_that_were_made(activity):
    activity.measures.fold.unfold()
    shown = activity.measures.inside
    assert "Slope index" in shown.measures.html
    assert "4 comparisons were made" in shown.compared.html


def test_a_small_group_is_hidden_in_what_leaves_and_merging_comes_first(wards):
    wards.leave.fold.unfold()
    away = wards.away
    assert "together" in away.offer.html
    assert b"Roma,not shown" in away.make_table()
    assert "way of not hearing them" in away.side.html
    away.merge.press()
    assert b",not shown" not in away.make_table()
    assert "Black + Roma" in away.offer.html
    away.apart.press()
    assert b"Roma,not shown" in away.make_table()


def test_a_second_table_is_held_against_the_first_under_another_name_too(wards):
    wards.leave.fold.unfold()
    wards.away.make_table()
    assert wards.away.kept.html == ""
    paste(wards, WARDS, what="Seen by us")
    wards.ordering.good.answer("high")
    wards.away.merge.press()
    wards.away.make_page()
    assert "(1)" in wards.away.kept.html


def test_the_reader_own_screen_hides_nothing(wards):
    assert "14%" in str(wards.results.figure.table)  # 3 of 21


def test_the_page_and_the_word_file_say_the_same_as_the_table(wards):
    wards.leave.fold.unfold()
    page = wards.away.make_page().decode()
    word = Document(BytesIO(wards.away.make_word()))
    cells = [cell.text for row in word.tables[0].rows for cell in row.cells]
    assert "Roma" in page
    assert "Roma" in cells
    assert "not shown" in cells
    assert "<script" not in page


def test_a_cell_that_a_spreadsheet_would_take_for_a_formula_is_none(activity):
    paste(activity, "Group\tSeen\tInvited\n=A1\t40\t90\nB\t20\t50")
    activity.ordering.good.answer("high")
    activity.leave.fold.unfold()
    assert b"\n'=A1" in activity.away.make_table()


def test_nothing_of_the_data_goes_to_the_journal_and_the_note_does(tmp_path):
    journal = Journal.open(tmp_path / "journal.sqlite3")
    activity = HowUnequal(journal)
    paste(activity, WARDS)
    activity.note.answer("Roma families. I will ask what the letter felt like.")
    again = HowUnequal(journal)
    appear(again)
    assert again.note.value.startswith("Roma families")
    assert again.source == "unequal_sample.csv"
    assert "Invited\nWhite" not in sent(again)
