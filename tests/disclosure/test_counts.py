"""Questions as they may be shown, by each preset."""

import pytest

from helpers.disclosure import LIVE, PACKS, PRESETS, TABLES, Preset, audit, given_away
from helpers.disclosure import show_counts as counted
from helpers.disclosure import show_ticks as ticked
from helpers.disclosure.shown import Cell, Shown
from tests.disclosure.test_attack import EXACT, TEN, is_small


def numbers(shown):
    return [cell.count for cell in shown.cells]


def test_the_presets_are_found_by_their_names():
    assert PRESETS == {"packs": PACKS, "tables": TABLES, "live": LIVE}


def test_a_preset_that_hides_only_one_person_is_refused():
    with pytest.raises(ValueError, match="below three"):
        Preset("careless", fewest=2, fewest_sensitive=10)


def test_where_each_answer_has_one_person_nothing_is_shown():
    assert counted(dict.fromkeys("abcdefghi", 1), TABLES).why


def test_four_answers_show_nothing_and_five_show_what_five_share():
    four, five = counted({"yes": 4}), counted({"yes": 5})
    assert (numbers(four), four.people, four.left_out.count) == ([None], None, None)
    assert "fewer than 5 people answered" in four.why
    assert numbers(five) == [5]


@pytest.mark.parametrize(("people", "shown"), [(9, [None, None]), (20, [10, 10])])
def test_a_sensitive_question_needs_ten(people, shown):
    half = people // 2
    assert numbers(counted({"yes": people - half, "no": half}, sensitive=True)) == shown


def test_every_hidden_cell_says_why_and_none_says_which_kind_it_is():
    shown = counted({"yes": 12, "no": 7, "other": 2})
    reasons = {cell.why for cell in shown.cells if cell.hidden}
    assert reasons == {"not shown: fewer than 5 people, or it would give such a number away"}
    assert shown.hidden == 2


def test_an_answer_that_everybody_gave_is_not_named_among_several():
    assert numbers(counted({"yes": 9, "no": 0})) == [None, None]


def test_nobody_left_out_may_be_said_and_one_left_out_may_not():
    all_answered, one_did_not = (counted({"a": 9, "b": 8}, left_out=n) for n in (0, 1))
    assert (all_answered.left_out.count, all_answered.people) == (0, 17)
    assert (one_did_not.left_out.count, one_did_not.people) == (None, None)
    assert numbers(one_did_not) == [9, None]


def test_the_sum_of_a_second_question_does_not_tell_what_the_first_hides():
    # the second question was put only to the nine who lead, of thirteen people
    first = counted({"I lead": 9, "I advise": 4})
    second = counted({"often": 9, "never": 0}, left_out=4)
    third = counted({"often": 5, "never": 4}, left_out=4)
    assert numbers(first) == [None, None]
    assert [second.people, third.people] == [None, None]
    assert 9 not in numbers(second) + numbers(third)


def test_those_without_an_answer_guard_nothing_since_another_question_may_count_them():
    first, second = (counted(c, left_out=6) for c in ({"a": 12, "b": 3}, {"a": 8, "b": 7}))
    assert (first.left_out.count, second.left_out.count) == (6, 6)
    assert numbers(first) == [None, None]


def test_a_tick_is_hidden_where_few_set_it_and_where_few_did_not():
    shown = ticked({"few": 4, "some": 5, "most": 15, "nearly all": 16}, people=20)
    assert numbers(shown) == [None, 5, 15, None]


def test_a_tick_cannot_be_worked_out_through_those_who_did_not_answer():
    # 20 people, one without an answer: 15 of 19 leaves four, and 15 of 20 leaves five
    shown = ticked({"a": 15, "b": 9}, people=19, left_out=1)
    assert (numbers(shown), shown.people) == ([15, 9], None)
    assert numbers(ticked({"a": 15, "b": 9}, people=19)) == [None, 9]


@pytest.mark.parametrize("everyone", range(5, 24))
def test_no_hidden_tick_has_one_solution_even_for_who_knows_the_rule(everyone):
    found = {}
    for people in range(everyone + 1):
        for count in range(people + 1):
            shown = ticked({"a": count}, people, left_out=everyone - people)
            view = (shown.why, shown.cells[0].count, shown.left_out.count)
            found.setdefault(view, []).append((count, everyone - people))
    for (_why, *view), counts in found.items():
        hidden = [at for at in (0, 1) if view[at] is None]
        assert not [at for at in hidden if len({line[at] for line in counts}) == 1]


@pytest.mark.parametrize("preset", [TABLES, TEN, EXACT])
@pytest.mark.parametrize("everyone", range(8, 32))
def test_no_few_patients_are_told_by_a_tick_to_who_knows_the_rule(everyone, preset):
    found = {}
    for people in range(everyone + 1):
        for count in range(people + 1):
            shown = ticked({"a": count}, people, preset, left_out=everyone - people)
            view = (shown.why, shown.cells[0].count, shown.left_out.count, shown.people)
            behind = (count, everyone - people, people - count)  # set it, did not answer, did not
            found.setdefault(view, []).append(behind)
    for view, counts in found.items():
        for possible in map(set, zip(*counts, strict=True)) if not view[0] else ():
            few = any(is_small(count, preset) for count in possible)
            assert not few or preset.is_wide(min(possible), max(possible))


def test_more_ticks_than_people_are_a_bug():
    with pytest.raises(ValueError, match="more people ticked"):
        ticked({"a": 6}, people=5)


def test_a_count_below_nobody_is_a_bug():
    with pytest.raises(ValueError, match="below 0"):
        counted({"a": 9, "b": -1})


def test_tables_hide_one_to_seven_show_nobody_and_round_the_rest_to_five():
    shown = counted({"A": 23, "B": 48, "C": 7, "D": 3, "E": 0}, TABLES)
    assert numbers(shown) == [25, 50, None, None, 0]
    assert shown.people == 80


def test_live_shows_the_shape_and_no_numbers():
    shown = counted({"yes": 4, "no": 2}, LIVE)
    assert [cell.share for cell in shown.cells] == [0.7, 0.3]
    assert numbers(shown) == [None, None]
    assert shown.people is None


@pytest.mark.parametrize(("people", "named"), [(4, False), (19, False), (20, True)])
def test_live_names_an_answer_that_stands_alone_only_from_twenty(people, named):
    shown = counted({"yes": people, "no": 0}, LIVE)
    assert (shown.cells[0].share == 1.0) is named


def test_the_audit_tells_the_range_of_each_hidden_cell():
    # 21 people, 12 of them shown: the other two share nine
    found = audit(counted({"yes": 12, "no": 7, "other": 2}))
    assert [(one.name, one.low, one.high) for one in found] == [("no", 0, 9), ("other", 0, 9)]


def test_the_audit_finds_a_cell_that_the_total_gives_away():
    leaky = Shown((Cell("a", 12), Cell("b", None, "not shown")), 14, Cell("No answer", 0), 14)
    assert given_away(leaky) == ("b",)


def test_the_audit_knows_what_rounding_leaves_open():
    cells = (Cell("a", 25), Cell("b", None, "not shown"))
    rounded = Shown(cells, 30, Cell("No answer", 0), 30, preset=TABLES)
    assert [(one.low, one.high) for one in audit(rounded)] == [(1, 9)]
