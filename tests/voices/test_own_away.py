"""A table for others: small numbers stay hidden, also beside what was saved before."""

from dataclasses import replace

import pandas as pd
import pytest

from helpers.disclosure import TABLES, given_away
from helpers.intake import Problem
from helpers.voices.own_file.away import leaving, merging
from helpers.voices.own_file.groups import Order
from helpers.voices.own_file.table import OwnTable

NAMES = ("A", "B", "C", "D")
UNROUNDED = replace(TABLES, round_to=1)
AB, BC = (("A", "B"), ("C",), ("D",)), (("A",), ("B", "C"), ("D",))
KINDS = Order(NAMES, "high", ordered=False)


def own(events=(40, 3, 30, 50), people=(90, 60, 80, 100), names=NAMES, **more):
    return OwnTable(
        pd.DataFrame({"group": names, "events": events, "people": people}), what="seen", **more
    )


def hidden(found):
    frame = found.results.frame
    return set(frame.index[frame["why"] != ""])


def test_a_small_count_is_hidden_with_every_figure_made_of_it():
    frame = leaving(own(), KINDS).results.frame
    assert frame.loc["B"].drop("why").isna().all()
    assert frame.loc["B", "why"].startswith("not shown")


def test_few_who_are_not_counted_are_guarded_too():
    assert "B" in hidden(leaving(own(events=(40, 57, 30, 50)), KINDS, preset=UNROUNDED))
    assert given_away(leaving(own(events=(40, 57, 30, 50)), KINDS).results.counts) == ()


def test_what_is_shown_is_rounded_and_figures_are_made_anew():
    frame = leaving(own(), KINDS).results.frame
    assert (frame["count"].dropna() % 5 == 0).all()
    shown = frame.dropna(subset=["count"]).iloc[0]
    assert shown["percent"] == pytest.approx(100 * shown["count"] / shown["of"], abs=0.05)


def test_the_gap_is_said_only_from_groups_that_are_shown():
    fifths = Order(NAMES, "high")
    assert leaving(own((3, 30, 30, 50)), fifths).gap == ()
    assert "worse off" in leaving(own((40, 15, 30, 70)), KINDS).gap[0]


def test_whether_a_hidden_group_is_the_worst_is_not_said_either():
    worst, best = (leaving(own((40, few, 30, 50), (90, 21, 80, 100)), KINDS) for few in (1, 7))
    assert worst.gap == best.gap
    assert "B" not in " ".join(worst.gap).split()


def test_merging_is_offered_and_then_nothing_is_hidden():
    offered = merging(own(), KINDS)
    assert any(len(names) > 1 for names in offered.groups)
    assert hidden(leaving(own(), KINDS, offered.groups)) == set()


def test_neighbours_are_merged_where_there_is_an_order():
    offered = merging(own(), Order(NAMES, "high"))
    assert next(names for names in offered.groups if "B" in names) in {("A", "B"), ("B", "C")}


def test_each_group_by_itself_after_a_merged_table_does_not_give_the_small_one_away():
    merged = leaving(own(), KINDS, BC, preset=UNROUNDED)
    later = leaving(own(), KINDS, earlier=[(merged, False)], preset=UNROUNDED)
    assert {"B", "C"} <= hidden(later)  # together less C would be B


def test_another_merging_after_the_first_is_held_against_it():
    first = leaving(own(), KINDS, preset=UNROUNDED)
    guards = hidden(first) - {"B"}
    assert guards  # all less the others would be B
    free = next(name for name in NAMES if name not in guards | {"B"})
    together = (("B", free), *((name,) for name in NAMES if name not in ("B", free)))
    try:
        later = leaving(own(), KINDS, together, earlier=[(first, False)], preset=UNROUNDED)
    except Problem:
        return
    assert f"B + {free}" in hidden(later)  # less what was shown of the free one it would be B


@pytest.mark.parametrize("one", [(), BC, AB])
@pytest.mark.parametrize("two", [(), BC, AB])
def test_no_two_rounded_tables_give_a_number_away(one, two):
    first = leaving(own(), KINDS, one)
    later = leaving(own(), KINDS, two, earlier=[(first, False)])
    assert given_away(later.results.counts, [first.before(later.parts, later.true, False)]) == ()


def test_the_same_table_can_be_saved_twice():
    first = leaving(own(), KINDS)
    again = leaving(own(), KINDS, earlier=[(first, False)])
    assert hidden(again) == hidden(first)


def test_few_people_without_a_group_are_left_out_and_it_is_said():
    table = own(
        (40, 30, 30, 50, 3), (90, 60, 80, 100, 24), (*NAMES, "Not known"), unknown="Not known"
    )
    found = leaving(table, KINDS)
    assert found.unknown_left_out
    assert hidden(found) == set()


def test_many_people_without_a_group_are_a_row_of_their_own():
    table = own(
        (40, 30, 30, 50, 13), (90, 60, 80, 100, 44), (*NAMES, "Not known"), unknown="Not known"
    )
    assert leaving(table, KINDS).names[-1] == "Not known"


def test_percentages_become_counts_again_so_that_small_ones_can_be_hidden():
    rows = pd.DataFrame({"group": NAMES, "value": [45.0, 5, 40, 50], "size": 60, "error": None})
    table = OwnTable(rows, counted=False, share_of=100)
    assert "B" in hidden(leaving(table, KINDS))  # 5% of 60 are three people


def test_scores_are_refused_for_no_count_stands_behind_them():
    rows = pd.DataFrame({"group": NAMES, "value": [3.0, 4, 5, 6], "size": 60, "error": 0.1})
    with pytest.raises(Problem, match="counts"):
        leaving(OwnTable(rows, counted=False), KINDS)


@pytest.mark.parametrize("change", [1, -1])
def test_one_person_who_came_or_left_between_two_files_is_not_told(change):
    sizes = {"events": (40, 31, 30, 50), "people": (90, 60, 80, 100)}
    later = {"events": (40, 31 + change, 30, 50), "people": (90, 60 + change, 80, 100)}
    first = leaving(own(**sizes), KINDS, preset=UNROUNDED)
    assert hidden(first) == set()
    again = leaving(own(**later), KINDS, earlier=[(first, True)], preset=UNROUNDED)
    assert "B" in hidden(again)


def test_a_later_file_in_which_some_came_and_others_left_can_be_saved():
    first = leaving(own((40, 31, 30, 50)), KINDS)
    later = leaving(own((60, 31, 10, 50)), KINDS, earlier=[(first, True)])
    assert hidden(later) == set()
