"""Your own 80%: bad lists are named, nothing is lost, and what leaves hides small numbers."""

import io
import time

import pandas as pd
import pytest

from helpers.intake import Problem
from helpers.intake.sheets import read_pasted, read_table
from helpers.page.part import Markup
from helpers.voices.activities.own_80 import YourOwnEighty
from helpers.voices.eighty.own_reports import take_reports
from tests.driven import parts, press, sent

ROWS = [("Falls", "Nights"), ("falls ", "Days"), ("Waits", "Nights"), ("", "Days"), ("Falls", "")]


def sheet(rows=ROWS, head=("Theme", "Group")):
    return read_pasted("\n".join("\t".join(map(str, row)) for row in [head, *rows]))


def take(rows=ROWS, head=("Theme", "Group"), **more):
    return take_reports(sheet(rows, head), theme="Theme", group="Group", **more)


@pytest.fixture
def drawn(journal):
    activity = YourOwnEighty(journal=journal)
    activity.file.use_example()
    press(activity, "Draw it")
    return activity


def test_spellings_are_put_together_and_blanks_are_counted_and_kept():
    own = take([(*row, "a note") for row in ROWS], ("Theme", "Group", "Note"))
    assert set(own.harm.themes) == {"Falls", "Waits", "Not recorded"}
    assert own.last == ("Not recorded",)
    assert own.harm.total == 5
    assert "1 row without a theme: kept, as 'Not recorded'." in own.notes
    assert "1 row without a group: kept, as 'Not recorded'." in own.notes
    assert any("Spellings" in note for note in own.notes)


def test_a_column_of_counts_counts():
    own = take([("Falls", "Nights", "1,200"), ("Waits", "Days", 3), ("Waits", "Days", "*")],
               ("Theme", "Group", "Count"), count="Count")  # fmt: skip
    assert own.harm.total == 1_203
    assert any("Left out row 4" in note for note in own.notes)


def test_rows_that_look_like_copies_are_counted_and_named():
    rows = [("Falls", "Nights", "7 May"), ("Falls", "Nights", "7 May"), ("Waits", "Days", "8 May")]
    own = take(rows, ("Theme", "Group", "Day"))
    assert own.harm.total == 3
    assert any("every column: 1." in note for note in own.notes)
    assert not any("copies" in note for note in take([row[:2] for row in rows]).notes)


def test_a_list_of_one_group_is_said_to_show_nobody_missing():
    own = take([("Falls", "Nights"), ("Waits", "Nights")])
    assert any("one group" in note for note in own.notes)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("All themes", "Nights"), ("Falls", "Days"), ("Waits", "Days")], "a sum"),
        ([("Falls", "All staff"), ("Waits", "Days")], "a sum"),
        ([("Falls", "Dr Ash"), ("Waits", "Dr Elm")], "never persons"),
        ([("Falls", "9434765919"), ("Waits", "9434765919")], "NHS numbers"),
        ([(f"She fell in bay {at}", "Days") for at in range(300)], "300 different texts"),
        ([("", "Nights"), ("", "Days")], "is empty"),
    ],
)
def test_a_list_that_cannot_be_counted_is_refused_in_one_sentence(rows, said):
    with pytest.raises(Problem, match=said):
        take(rows)


@pytest.mark.parametrize("count", ["-1", "2.5", "45%"])
def test_a_count_that_is_none_is_refused(count):
    with pytest.raises(Problem, match="whole number"):
        take([("Falls", "Nights", count), ("Waits", "Days", count)],
             ("Theme", "Group", "Count"), count="Count")  # fmt: skip


def test_one_column_for_two_jobs_is_refused():
    with pytest.raises(Problem, match="chosen twice"):
        take_reports(sheet(), theme="Theme", group="Theme")


def test_severities_stand_from_the_mildest_to_the_worst():
    rows = [("Falls", "A", "Severe"), ("Falls", "B", "None"), ("Waits", "A", "Low harm")]
    own = take([*rows, ("Waits", "B", "moderate")], ("Theme", "Group", "Harm"), severity="Harm")
    assert own.harm.severities == ("None", "Low harm", "moderate", "Severe")
    assert own.notes == ()


def test_many_themes_and_groups_are_put_together_and_that_is_said():
    rows = [(f"Theme {at % 60}", f"Group {at % 45}") for at in range(900)]
    own = take(rows)
    assert (len(own.harm.themes), len(own.harm.groups), own.harm.total) == (16, 8, 900)
    assert own.last == ("45 other themes together",)
    assert any("hides them from you" in note for note in own.notes)


def test_a_small_group_can_be_kept_apart():
    rows = [("Falls", f"Group {at}") for at in range(20)]
    assert "Group 19" in take(rows, keep=["Group 19"]).harm.groups


def test_the_example_is_drawn_with_severity_and_without_a_rate(drawn):
    drawn.explore.reveal()
    assert set(drawn.explore.lens.lens_choice.options) == {"count", "severity", "group"}
    press(drawn, "Try 30 for agency and bank staff")
    assert "stand in for your choice" in drawn.explore.silence.told.html


def test_columns_that_were_not_chosen_are_dropped(drawn):
    assert drawn.explore.harm.fifths == ("",)


def test_a_bad_choice_leaves_what_was_drawn(drawn):
    before = drawn.explore
    drawn.columns.jobs["group"].answer("theme")
    press(drawn, "Draw it")
    assert "chosen twice" in drawn.columns.said.html
    assert drawn.explore is before


def test_names_with_markup_are_never_markup(journal):
    activity = YourOwnEighty(journal=journal)
    rows = [("<b>Falls</b>", "<i>Nights</i>")] * 12 + [("Waits", "Days")] * 12
    activity.file.pasted.answer("\n".join("\t".join(row) for row in [("Theme", "Group"), *rows]))
    activity.file._on_cells()
    press(activity, "Draw it")
    activity.explore.reveal()
    press(activity, "Try 30 for <i>Nights</i>")
    shown = [part.html for part in parts(activity) if isinstance(part, Markup)]
    assert not any("<i>Nights" in html or "<b>Falls" in html for html in shown)
    drawing = str(activity.explore.silence.figure.figure)
    assert "&lt;b&gt;Falls" in drawing
    assert "<b>Falls" not in drawing


def test_what_leaves_hides_small_numbers_and_says_the_other_side(drawn):
    drawn.explore.reveal()
    away = next(part for part in parts(drawn) if type(part).__name__ == "TakeMine")
    said = away.made("html").decode()
    assert "not shown" in said
    assert "It is also a way of not hearing them." in said
    tables = pd.read_html(io.StringIO(said), thousands=",")
    cells = [cell for table in tables for cell in table.iloc[:, 1:].to_numpy().ravel()]
    shown = [int(str(cell).replace(",", "")) for cell in cells if str(cell) != "not shown"]
    assert len(tables) == 2  # eight columns of numbers would not fit a page
    assert all(number == 0 or (number >= 8 and number % 5 == 0) for number in shown)
    assert away.made("docx")[:2] == b"PK"


def test_nothing_of_the_list_goes_to_the_journal(drawn, journal):
    drawn.explore.choose.ticks.answer(["Falls"])
    assert journal.all_versions() == []
    assert "Falls" in sent(drawn)


def test_a_hundred_thousand_rows_are_counted_in_a_few_seconds():
    one = "Falls,Nights,Low\nWaits,Days,Severe\nMeals,Nights,None\nNoise,Days,Low\n"
    read = read_table(("Theme,Group,Harm\n" + one * 25_000).encode(), "long.csv")
    start = time.perf_counter()
    own = take_reports(read, theme="Theme", group="Group", severity="Harm")
    assert own.harm.total == 100_000
    assert time.perf_counter() - start < 5
