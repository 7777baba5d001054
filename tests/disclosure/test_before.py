"""What was shown before, laid beside what is about to be shown."""

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.disclosure import (
    TABLES,
    Before,
    audit,
    given_away,
    show_groups,
    show_results,
    show_table,
)
from helpers.intake import Problem
from tests.disclosure.test_attack import COUNT, named, slow

EXACT = replace(TABLES, name="exact", round_to=1)
EVERYBODY = {"clinic": {"people": 13}}
MEN = {"men": {"people": 12}}


def deduced(shown, *before):
    return {one.name: (one.low, one.high) for one in audit(shown, before)}


def test_all_less_the_men_is_one_woman():
    before = Before(show_table(EVERYBODY, EXACT), around=(("clinic, people", "men, people"),))
    alone = show_table(MEN, EXACT)
    assert given_away(alone) == ()
    name = "clinic, people before less men, people now"
    assert deduced(alone, before) == {name: (1, 1)}
    assert given_away(alone, [before]) == (name,)


def test_the_men_are_hidden_where_everybody_was_shown():
    pair = (("clinic, people", "men, people"),)
    shown = show_table(MEN, EXACT, before=[Before(show_table(EVERYBODY, EXACT), around=pair)])
    assert shown.cells[0][0].count is None


def test_the_same_is_found_where_the_men_were_shown_first():
    before = Before(show_table(MEN, EXACT), inside=(("men, people", "clinic, people"),))
    shown = show_table(EVERYBODY, EXACT, before=[before])
    assert shown.cells[0][0].count is None
    assert given_away(shown, [before]) == ()


def test_rounding_leaves_a_difference_open():
    pair = (("clinic, people", "men, people"),)
    before = Before(show_table({"clinic": {"people": 17}}), around=pair)
    shown = show_table(MEN, before=[before])
    assert shown.cells[0][0].count == 10
    # 13 to 17 less 8 to 12
    assert deduced(shown, before) == {"clinic, people before less men, people now": (1, 9)}


EARLIER = {"A": {"day": 20, "night": 15}, "B": {"day": 30, "night": 9}}
LATER = {"A": {"day": 20, "night": 16}, "B": {"day": 30, "night": 9}}


def test_one_more_person_in_a_later_extract_is_not_told():
    before = Before(show_table(EARLIER, EXACT), grown=True)
    assert "A, night: now less before" in given_away(show_table(LATER, EXACT), [before])
    shown = show_table(LATER, EXACT, before=[before])
    assert shown.cells[0][1].count is None
    assert given_away(shown, [before]) == ()


def test_one_person_who_left_is_not_told():
    before = Before(show_table(LATER, EXACT), shrunk=True)
    assert "A, night: before less now" in given_away(show_table(EARLIER, EXACT), [before])
    shown = show_table(EARLIER, EXACT, before=[before])
    assert shown.cells[0][1].count is None
    assert given_away(shown, [before]) == ()


@pytest.mark.parametrize("shrunk", [False, True])
def test_where_some_came_and_some_may_have_left_nobody_is_told_apart(shrunk):
    before = Before(show_table(EARLIER, EXACT), grown=True, shrunk=shrunk)
    told = given_away(show_table(LATER, EXACT), [before])
    assert bool(told) is not shrunk


def test_of_people_who_came_and_left_a_reader_knows_only_the_fewest():
    before = Before(show_table(EARLIER, EXACT), grown=True, shrunk=True)
    known = deduced(show_table(LATER, EXACT), before)
    (came, most_came), (left, most_left) = (
        known[f"A, night: {way}"] for way in ("now and not before", "before and not now")
    )
    # 15 before and 16 now: none need have stayed
    assert (came, most_came) == (1, 16)
    assert (left, most_left) == (0, 15)


def test_fewer_people_than_before_do_not_fit_a_group_that_only_grew():
    before = Before(show_table(LATER, EXACT), grown=True)
    with pytest.raises(Problem, match="does not fit these counts"):
        show_table(EARLIER, EXACT, before=[before])


TEN = replace(TABLES, fewest=10, zero_shown=False)


def test_a_difference_that_could_be_large_may_still_be_small():
    # 68 to 72 people before and 78 to 82 now: six to fourteen came, and fewer than ten may not be told
    first = [[7, 1, 9], [7, 1, 4], [0, 9, 4], [1, 1, 8], [5, 9, 3]]
    then = [[7, 1, 11], [7, 4, 4], [0, 12, 4], [1, 1, 9], [5, 12, 3]]
    before = Before(show_table(named(first), TEN), grown=True)
    assert "all, all: now less before" in given_away(show_table(named(then), TEN), [before])
    assert show_table(named(then), TEN, before=[before]).cells[-1][-1].hidden


@slow
@given(
    st.lists(st.lists(COUNT, min_size=4, max_size=4), min_size=2, max_size=2),
    st.lists(st.integers(0, 9), min_size=8, max_size=8),
    st.sampled_from([TABLES, TEN, EXACT]),
)
def test_the_quick_audit_names_what_the_whole_audit_finds(grid, more, preset):
    later = [[n + more[4 * y + x] for x, n in enumerate(line)] for y, line in enumerate(grid)]
    before = Before(show_table(named(grid), preset), grown=True)
    shown = show_table(named(later), preset)
    if before.shown.why or shown.why:
        return
    found = [
        one.name
        for one in audit(shown, [before])
        if not preset.is_wide(one.low, one.high) and (one.low or "less" not in one.name)
    ]
    assert list(given_away(shown, [before])) == found


def test_a_later_extract_without_anybody_new_hides_nothing():
    before = Before(show_table(EARLIER, EXACT), grown=True)
    assert show_table(EARLIER, EXACT, before=[before]).hidden == 0


def test_rounded_extracts_may_follow_each_other():
    before = Before(show_table(EARLIER), grown=True)
    shown = show_table(LATER, before=[before])
    assert shown == show_table(LATER)
    assert given_away(shown, [before]) == ()


def test_another_cut_of_the_same_people_does_not_tell_what_the_first_hid():
    first = show_table({"A": {"day": 20, "night": 2}, "B": {"day": 30, "night": 20}}, EXACT)
    assert [[cell.count for cell in row] for row in first.cells] == [
        [None, None, 22],
        [None, None, 50],
        [50, 22, 72],
    ]
    days, before = {"A": {"day": 20}, "B": {"day": 30}}, Before(first)
    assert "before: A, night" in given_away(show_table(days, EXACT), [before])
    shown = show_table(days, EXACT, before=[before])
    assert given_away(shown, [before]) == ()
    assert {cell.count for cell in shown.cells[0]} == {None}


def test_sums_of_other_groups_are_not_taken_for_the_same():
    men, women = show_table({"men": {"people": 12}}), show_table({"women": {"people": 30}})
    assert given_away(women, [Before(men)]) == ()


def test_a_group_with_a_new_name_is_laid_beside_the_old_one_when_that_is_said():
    old = show_table({"Ward 1": {"people": 20}}, EXACT)
    renamed = {"Ward A": {"people": 21}}
    assert show_table(renamed, EXACT, before=[Before(old, grown=True)]).hidden == 0
    same = (("Ward 1, people", "Ward A, people"),)
    assert show_table(renamed, EXACT, before=[Before(old, grown=True, same=same)]).hidden == 1


def test_a_sum_that_another_table_showed_guards_nothing():
    ward = {"A": {"day": 20, "night": 2}, "B": {"day": 9, "night": 11}}
    assert show_table(ward).cells[-1][0].count is None  # 29 by day, hidden to guard the 2
    same = (("everybody, day", "all, day"),)
    before = Before(show_table({"everybody": {"day": 29}}), same=same)
    shown = show_table(ward, before=[before])
    assert shown != show_table(ward)
    assert sum(cell.hidden for row in shown.cells for cell in row) > 5
    assert given_away(shown, [before]) == ()


def test_what_an_earlier_rule_already_told_is_refused():
    five = replace(TABLES, fewest=5)
    before = Before(show_table({"A": {"x": 6, "y": 40}}, five))
    with pytest.raises(Problem, match=r"A, x: what was shown before tells how few"):
        show_table({"A": {"x": 6, "y": 40}}, before=[before])


def test_counts_that_cannot_be_of_the_same_people_are_refused():
    with pytest.raises(Problem, match="does not fit these counts"):
        show_table({"A": {"x": 30, "y": 3}}, before=[Before(show_table({"A": {"x": 50, "y": 3}}))])


def test_a_pair_with_a_name_that_is_not_there_is_a_bug():
    with pytest.raises(ValueError, match="no number is called 'women, people'"):
        show_table(
            MEN,
            before=[Before(show_table(EVERYBODY), around=(("clinic, people", "women, people"),))],
        )


def test_groups_are_laid_beside_what_was_shown_of_them():
    wards = pd.DataFrame({"site": ["A", "A", "B"], "ward": ["1", "2", "3"], "n": [20, 15, 40]})
    first = show_groups(wards, [("site", "ward")], EXACT, count="n")
    again = show_groups(
        wards.assign(n=[20, 16, 40]),
        [("site", "ward")],
        EXACT,
        count="n",
        before=[Before(first, grown=True)],
    )
    assert dict(zip(again.names, again.cells, strict=True))["A", "2"].hidden
    assert given_away(again, [Before(first, grown=True)]) == ()


def test_what_three_showings_tell_together_is_not_told():
    # who left between the first two was safe beside these alone, and is not beside all three
    first = named([[2, 8, 23], [27, 18, 6], [13, 2, 38]])
    second = named([[2, 5, 23], [27, 17, 6], [13, 2, 31]])
    third = named([[0, 5, 20], [27, 17, 4], [13, 0, 31]])
    left = {"shrunk": True}
    one = show_table(first, EXACT)
    two = show_table(second, EXACT, before=[Before(one, **left)])
    strangers = [Before(one, **left), Before(replace(two, before=()), **left)]
    careless = show_table(third, EXACT, before=strangers)
    earlier = [Before(one, **left), Before(two, **left)]
    assert given_away(careless, strangers) == ()
    assert "before: row 0, column 0" in given_away(careless, earlier)
    assert given_away(show_table(third, EXACT, before=earlier), earlier) == ()


# -- results


WARDS = pd.DataFrame({"count": [21, 34], "of": [62, 90], "stay": [4.4, 5.1]}, index=["A", "B"])
FIGURES = {"percent": lambda x, n: round(100 * x / n)}


def results(wards, *before, preset=EXACT, **more):
    return show_results(wards, FIGURES, preset, means=["stay"], before=before, **more)


def test_a_rate_shown_a_month_later_does_not_tell_the_one_person_who_came():
    first, later = results(WARDS), WARDS.assign(count=[22, 34], of=[63, 90])
    alone = results(later).frame.loc["A"]
    assert (alone["count"], alone["percent"]) == (22, 35)
    beside = Before(first.counts, grown=True)
    told = results(later, beside)
    assert told.frame.loc["A", ["count", "percent"]].isna().all()
    assert given_away(told.counts, [beside]) == ()


def test_two_means_of_a_group_with_other_people_are_never_shown_beside_each_other():
    first, later = results(WARDS), WARDS.assign(count=[41, 34], of=[102, 90], stay=[4.6, 5.1])
    assert results(later).frame.loc["A", "stay"] == pytest.approx(4.6, abs=0.05)
    told = results(later, Before(first.counts, grown=True)).frame
    assert told["stay"].isna().all()
    assert told.loc["A", "count"] == 41


def test_a_mean_of_the_same_people_is_shown_again():
    told = results(WARDS, Before(results(WARDS).counts)).frame
    assert told.loc["B", "stay"] == pytest.approx(5.1, abs=0.05)


def test_a_mean_of_a_part_is_not_shown_beside_that_of_the_whole():
    wards = WARDS.rename(index={"A": "A, men", "B": "B"})
    pair = (("A, count", "A, men, count"),)
    told = results(
        wards.assign(count=[12, 34], of=[40, 90]), Before(results(WARDS).counts, around=pair)
    )
    assert told.frame.loc["A, men", "stay"] != told.frame.loc["A, men", "stay"]
