"""Counts over packs: what a group may see, and what nobody can work out from it."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.disclosure import given_away
from helpers.packs.counting import count
from tests.packs.made import ASKED_FOR, AUDIT, CHARTS, MARKS, STANCE, WORD, chosen, pack


def counts(found, at=0, row=0):
    return {cell.name: cell.count for cell in found.counted[at].rows[row].shown.cells}


def test_counts_are_shown_by_option_in_the_order_of_the_page():
    assert counts(count(chosen(7, 6, 5))) == {"Staff": 7, "Patients": 6, "Nobody": 5}


def test_four_packs_show_nothing_not_even_the_question():
    found = count(chosen(4, 0, 0))
    assert (found.counted, found.too_few, found.packs) == ((), 1, 4)


def test_a_sensitive_question_needs_ten_even_if_only_one_pack_says_so():
    packs = chosen(9, 0, 0)
    packs[3] = pack(3, (replace(STANCE, sensitive=True), "Staff"))
    assert count(packs).too_few == 1
    assert count(chosen(9, 0, 0)).too_few == 0


def test_the_order_of_the_files_changes_nothing():
    packs = [pack(at, (STANCE, "Staff"), (WORD, f"word {at}")) for at in range(7)]
    assert count(packs) == count(packs[::-1])


def test_another_wording_is_another_question():
    spoofed = replace(STANCE, wording="Who deserves a bonus?")
    found = count([*chosen(6, 0, 0), pack(99, (spoofed, "Nobody"))])
    assert [each.asked.wording for each in found.counted] == ["Who is asked first?"]
    assert found.too_few == 1


def test_another_list_of_options_is_another_question():
    padded = replace(STANCE, options=("Staff", "<b>Buy now</b>"))
    found = count([*chosen(6, 5, 0), pack(99, (padded, "Staff"))])
    assert found.counted[0].asked.options == STANCE.options


def test_one_who_left_the_question_out_does_not_stand_out():
    found = count([*chosen(8, 7, 0), pack(99, (WORD, "calm"))])
    shown = found.counted[0].rows[0].shown
    assert (shown.people, shown.left_out.count) == (None, None)
    assert given_away(shown) == ()


def test_ticks_are_counted_as_people():
    packs = [pack(at, (ASKED_FOR, ("A date", "A badge")[: 1 + (at < 6)])) for at in range(14)]
    assert counts(count(packs)) == {"A date": None, "A badge": 6}  # everybody ticked a date


def test_marks_are_counted_for_each_row_and_a_rare_row_is_not_even_named():
    packs = [pack(at, (MARKS, {"Falls": "Act" if at < 6 else "Praise"})) for at in range(12)]
    packs[0] = pack(0, (MARKS, {"Falls": "Act", "Mrs Smith": "Act"}))
    found = count(packs)
    assert [row.name for row in found.counted[0].rows] == ["Falls"]
    assert found.counted[0].rows_not_shown == 1
    assert counts(found) == {"Praise": 6, "Act": 6}


def test_numbers_have_bands_and_a_middle():
    found = count(
        [pack(at, (CHARTS, value)) for at, value in enumerate([2, 4, 5, 7, 9, 20, 22, 25, 28, 30])]
    )
    row = found.counted[0].rows[0]
    assert sum(cell.count for cell in row.shown.cells) == 10
    assert row.numbers.middle == 14.6  # 5, 7, 9, 20, 22 and 25 make 14.67; told in fifths


def test_rows_of_numbers_are_shown_one_by_one():
    found = count([pack(at, (AUDIT, {"charts": at, "limits": 2})) for at in range(12)])
    assert [row.name for row in found.counted[0].rows] == ["charts", "limits"]


def test_promises_are_counted_in_people_not_in_promises():
    packs = [pack(at, promises={"open": 1 + 40 * (at == 0), "done": 1}) for at in range(6)]
    packs += [pack(10 + at, promises={"open": 3}) for at in range(6)]
    shown = count(packs).promises
    assert {cell.name: cell.count for cell in shown.cells}["done"] == 6
    assert shown.people == 12


def test_promises_of_four_people_are_not_shown():
    assert count([pack(at, promises={"open": 2}) for at in range(4)]).promises is None


@pytest.mark.parametrize(("people", "shown"), [(4, 0), (5, 5)])
def test_words_are_shown_only_when_five_people_wrote_some(people, shown):
    found = count([pack(at, (WORD, f"word {at}")) for at in range(people)])
    assert sum(len(told.texts) for told in found.told) == shown
    assert found.too_few == (0 if shown else 1)


def test_words_stand_in_an_order_that_says_nothing():
    other = replace(WORD, id="voices.other")
    packs = [pack(at, (WORD, f"{at:02}"), (other, f"{at:02}")) for at in range(20)]
    found = count(packs)
    first, second = (list(told.texts) for told in found.told)
    assert sorted(first) == sorted(second) == [f"{at:02}" for at in range(20)]
    assert first != sorted(first)
    assert first != second


def test_words_stay_out_of_logs():
    assert "word 3" not in repr(count([pack(at, (WORD, f"word {at}")) for at in range(6)]))


PEOPLE = st.lists(
    st.tuples(
        st.sampled_from([None, *STANCE.options]),
        st.sets(st.sampled_from(ASKED_FOR.options)),
        st.dictionaries(st.sampled_from(["Falls", "Waits"]), st.sampled_from(MARKS.options)),
        st.none() | st.integers(0, 40),
    ),
    min_size=5,
    max_size=30,
)


def handed_in(people):
    packs = []
    for at, (stance, ticks, marks, number) in enumerate(people):
        items = [
            (STANCE, stance),
            (ASKED_FOR, tuple(sorted(ticks))),
            (MARKS, marks),
            (CHARTS, number),
        ]
        packs.append(
            pack(at, *[(asked, answer) for asked, answer in items if answer not in (None, (), {})])
        )
    return packs


@settings(max_examples=60, deadline=None)
@given(PEOPLE)
def test_no_hidden_number_can_be_worked_out_and_no_small_one_is_shown(people):
    found = count(handed_in(people))
    for row in (row for counted in found.counted for row in counted.rows):
        cells = [*row.shown.cells, row.shown.left_out]
        assert given_away(row.shown) == ()
        assert all(cell.count is None or cell.count >= 5 for cell in row.shown.cells)
        assert row.shown.left_out.count is None or not 0 < row.shown.left_out.count < 5
        assert all(cell.hidden == (cell.count is None) for cell in cells)


@settings(max_examples=40, deadline=None)
@given(PEOPLE)
def test_no_two_sums_differ_by_a_few_people(people):
    found = count(handed_in(people))
    told = {row.shown.people for counted in found.counted for row in counted.rows} - {None}
    everyone = told | {found.packs}
    assert all(abs(a - b) >= 5 for a, b in combinations(everyone, 2) if found.packs in (a, b))
