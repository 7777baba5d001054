"""A reader's own table: what cannot be is refused in one sentence, and nobody is dropped in silence."""

import pandas as pd
import pytest

from helpers.intake import Problem
from helpers.intake.sheets import Sheet, read_pasted
from helpers.voices.own_file.group_order import deprived_end, looks_ordered, sensible_order
from helpers.voices.own_file.guess import guess_own
from helpers.voices.own_file.reading import take_own
from helpers.voices.own_file.table import Chosen

COUNTS = Chosen(group="Fifth", events="Seen", people="Invited")
VALUES = Chosen("values", "Group", value="Share", size="People")


def pasted(head, *rows):
    return read_pasted("\n".join("\t".join(row.split(",")) for row in (head, *rows)))


def counts(*rows, **more):
    return take_own(pasted("Fifth,Seen,Invited", *rows), Chosen(**{**vars(COUNTS), **more}))


def values(unit, *rows):
    sheet = pasted("Group,Share,People", *rows)
    return take_own(sheet, Chosen(**{**vars(VALUES), "unit": unit}))


def refused(act, *args, **more):
    with pytest.raises(Problem) as caught:
        act(*args, **more)
    text = str(caught.value)
    assert "\n" not in text
    return text


def test_a_row_for_each_group_is_read():
    own = counts("A,40,90", "B,30,50")
    assert own.table[["group", "events", "people"]].to_numpy().tolist() == [
        ["A", 40, 90],
        ["B", 30, 50],
    ]


def test_rows_of_the_same_group_place_and_month_are_added_up():
    sheet = pasted(
        "Fifth,Area,Month,Seen,Invited",
        "A,N,01/01/2026,4,9", "A,N,01/01/2026,1,6", "B,N,01/01/2026,3,5", "B,S,01/02/2026,3,5",
    )  # fmt: skip
    own = take_own(sheet, Chosen(**{**vars(COUNTS), "area": "Area", "when": "Month"}))
    assert own.table["events"].tolist() == [5, 3, 3]
    assert "Rows of the same group, place and date are added up." in own.notes
    assert (own.areas, len(own.times)) == (("N", "S"), 2)


def test_people_are_counted_one_by_one():
    sheet = pasted("Who,Group,Came", "1,A,Yes", "2,A,no", "3,B,YES ", "4,B,")
    own = take_own(sheet, Chosen("people", "Group", outcome="Came", counts_as="yes"))
    assert own.table[["events", "people"]].to_numpy().tolist() == [[1, 2], [1, 1]]
    assert any("1 person has no answer" in note for note in own.notes)


def test_a_hundred_thousand_people_are_read_in_less_than_two_seconds():
    import time

    table = pd.DataFrame(
        {"Decile": list(range(1, 11)) * 10_000, "Came": ["yes", "no", "yes", "yes"] * 25_000},
        index=range(2, 100_002),
    )
    sheet = Sheet("people.csv", table, {"Decile": "A", "Came": "B"})
    start = time.process_time()
    own = take_own(sheet, Chosen("people", "Decile", outcome="Came", counts_as="yes"))
    assert time.process_time() - start < 2
    assert own.table["people"].sum() == 100_000


def test_more_events_than_people_ask_whether_one_person_can_have_several():
    assert "row 3" in refused(counts, "A,40,90", "B,60,50").lower()
    assert counts("A,40,90", "B,60,50", repeated=True).repeated


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (("A,-4,90", "B,3,50"), "below zero"),
        (("A,0.45,90", "B,0.3,50"), "not a count"),
        (("A,45%,90", "B,30%,50"), "not a count"),
        (("A,40,90", "A,40,90", "B,3,5"), "repeats an earlier row"),
        (("A,40,90", "A,41,91"), "needs two"),
        (("A,40,90", "B,5,0"), "among nobody"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(rows, says):
    assert says in refused(counts, *rows)


@pytest.mark.parametrize(("wanted", "events"), [("once", [40, 3]), ("add", [80, 3])])
def test_rows_that_repeat_are_used_as_the_reader_says(wanted, events):
    own = counts("A,40,90", "A,40,90", "B,3,5", repeats=wanted)
    assert own.table["events"].tolist() == events
    assert "earlier" in own.notes[0]


def test_a_blank_group_is_kept_apart_and_said():
    own = counts("A,40,90", ",7,20", "B,3,5", "n/a,1,2")
    assert own.unknown == "Not known"
    assert own.table.set_index("group").loc["Not known", "people"] == 22
    assert own.names == ("A", "B")
    assert any("2 rows have no group" in note for note in own.notes)


@pytest.mark.parametrize("total", ["Total", "All groups", "Overall"])
def test_a_total_among_the_groups_is_left_out_and_said(total):
    sheet = pasted("Fifth,Seen,Invited", "A,40,90", "B,30,60", "C,1,70", f"{total},71,220")
    own = take_own(sheet, COUNTS)
    assert own.names == ("A", "B", "C")
    assert any("total" in note.lower() for note in (*sheet.notes, *own.notes))


def test_a_total_under_another_name_is_known_by_its_sum():
    own = counts("A,40,90", "B,30,60", "Our trust,70,150")
    assert own.names == ("A", "B")
    assert any("sum of all the others" in note for note in own.notes)


@pytest.mark.parametrize(
    ("unit", "rows", "says"),
    [
        ("percent", ("A,0.45,90", "B,0.3,50"), "choose shares"),
        ("percent", ("A,45,90", "B,0.5,50"), "stands beside"),
        ("percent", ("A,145,90", "B,30,50"), "more than 100%"),
        ("share", ("A,45,90", "B,30,50"), "no share"),
        (None, ("A,45,90", "B,30,50"), "Say what the figures are"),
        ("percent", ("A,45,90", "A,30,50", "B,4,5"), "comes twice"),
    ],
)
def test_percentages_and_shares_are_never_guessed(unit, rows, says):
    assert says in refused(values, unit, *rows)


def test_percentages_with_their_sign_are_read():
    own = values("percent", "A,45%,90", "B,0.5%,50")
    assert own.table["value"].tolist() == [45, 0.5]


def test_a_number_that_identifies_people_is_no_group():
    sheet = pasted("NHS number,Seen,Invited", "943 476 5919,4,9", "987 654 4321,4,9")
    chosen = Chosen(group="NHS number", events="Seen", people="Invited")
    assert "identif" in refused(take_own, sheet, chosen) or "NHS" in refused(
        take_own, sheet, chosen
    )


def test_names_that_are_numbers_get_the_name_of_their_column():
    own = counts("1 most deprived,40,90", "10,30,50", "2,20,40")
    assert own.names == ("1 most deprived", "Fifth 10", "Fifth 2")


@pytest.mark.parametrize(
    ("names", "ordered"),
    [
        (("Decile 10", "Decile 2", "Decile 1"), ("Decile 1", "Decile 2", "Decile 10")),
        (
            ("5 least deprived", "3", "1 most deprived"),
            ("1 most deprived", "3", "5 least deprived"),
        ),
        (("high", "low", "middle"), ("low", "middle", "high")),
        (("65+", "under 18", "18-64"), ("under 18", "18-64", "65+")),
        (("White", "Asian", "Black"), ("White", "Asian", "Black")),
    ],
)
def test_groups_are_never_ordered_as_text(names, ordered):
    assert sensible_order(names) == ordered


def test_the_deprived_end_is_known_only_where_the_names_say_so():
    assert deprived_end(["1 least deprived", "2", "3"]) == "last"
    assert deprived_end(["Decile 1", "Decile 2"]) is None
    assert not looks_ordered(["White", "Asian"])


def test_the_form_of_a_table_is_guessed_and_never_silently_settled():
    people = guess_own(pasted("Ethnic group,Came", "A,yes", "B,no"))
    shares = guess_own(pasted("Group,Share seen,People", "A,45%,90", "B,30%,50"))
    assert (people.form, people.counts_as, shares.form, shares.unit) == (
        "people", "yes", "values", None,
    )  # fmt: skip
