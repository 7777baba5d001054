"""Your own measure: what a reader brings becomes a chart, and nothing they had is ever lost."""

from io import BytesIO

import pandas as pd
import pytest
from pptx import Presentation

from helpers.expectations.activities.own_measure import YourOwnMeasure
from helpers.expectations.own_measure import MOST_POINTS
from helpers.intake.pieces import PIECE

FALLS = "Month\tFalls\n" + "\n".join(
    f"{month:%b %Y}\t{falls}"
    for month, falls in zip(
        pd.date_range("2024-01-01", periods=20, freq="MS"), [4, 5, 3, 6, 4] * 4, strict=True
    )
)


def paste(activity, text):
    activity.file.pasted.answer(text)
    activity.file.use_cells.press()


def draw(activity, direction="decrease", **jobs):
    for job, column in jobs.items():
        activity.columns.jobs[job].answer(column)
    activity.columns.direction.answer(direction)
    activity.columns.draw.press()


def upload(activity, name, data):
    """Send a file as the page does: start, pieces of 1 MiB, finish."""
    part = activity.file.upload
    part.on_act({"run": 1, "start": {"name": name, "size": len(data)}}, [])
    for number, at in enumerate(range(0, len(data), PIECE)):
        part.on_act({"run": 1, "piece": number}, [data[at : at + PIECE]])
    part.on_act({"run": 1, "finish": True}, [])


@pytest.fixture
def falls():
    activity = YourOwnMeasure()
    paste(activity, FALLS)
    draw(activity)
    return activity


@pytest.fixture
def letters():
    activity = YourOwnMeasure()
    activity.file.use_example()
    draw(activity, "increase", numbers="Letters sent in time", denominator="All discharges")
    return activity


def test_the_example_goes_from_file_to_a_slide_that_opens(letters):
    slide = Presentation(BytesIO(letters.away.make_slide())).slides[0]
    assert [shape.has_chart for shape in slide.shapes].count(True) == 1
    texts = " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    assert "84.8%" in texts  # the last month: 378 of 446
    assert "example_own_measure.csv" in texts
    assert letters.away.slide.filename == "letters-sent-in-time.pptx"


def test_the_example_draws_every_month_and_its_target(letters):
    points = letters.chart.points
    assert points["value"].iloc[0] == pytest.approx(100 * 265 / 418)
    assert points["target"].tolist() == [90] * 24


def test_the_table_and_the_page_hold_what_the_chart_says(letters):
    table = pd.read_csv(BytesIO(letters.away.make_table()))
    assert table["value"].iloc[-1] == pytest.approx(100 * 378 / 446)
    assert letters.figure.finding.split(":")[0] in letters.away.make_page()


def test_nothing_is_drawn_before_the_columns_are_confirmed():
    activity = YourOwnMeasure()
    paste(activity, FALLS)
    assert activity.chart is None
    assert "cells are dates" in activity.columns.jobs["when"].hint


def test_a_chart_needs_to_know_which_way_is_better():
    activity = YourOwnMeasure()
    paste(activity, FALLS)
    activity.columns.draw.press()
    assert "which way is better" in activity.columns.said.html
    assert activity.chart is None


def test_pasted_cells_become_a_chart_of_counts(falls):
    assert falls.plan.kind == "c"
    assert falls.chart.points["value"].tolist() == [4, 5, 3, 6, 4] * 4
    assert falls.figure.title == "Falls"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("report.pdf", b"%PDF-1.7 not a table", "PDF"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(200), "picture"),
        ("one.csv", b"Falls\n4\n5\n6\n", "one column"),
    ],
)
def test_a_wrong_file_leaves_the_chart_that_was_there(falls, name, data, said):
    before = falls.chart
    upload(falls, name, data)
    assert said in falls.file.upload.problem
    assert falls.chart is before
    assert falls.columns.source.name == "Cells pasted from a spreadsheet"


def test_a_file_that_fails_when_drawn_leaves_the_chart_that_was_there(falls):
    before, figure = falls.chart, falls.figure.figure
    paste(falls, FALLS.replace("Mar 2024\t3", "Mar 2024\tthree or so"))
    draw(falls)
    assert "Row 4" in falls.columns.said.html
    assert falls.chart is before
    assert falls.figure.figure == figure


def test_a_right_file_after_a_wrong_one_takes_its_problem_away(falls):
    upload(falls, "report.pdf", b"%PDF-1.7 not a table")
    upload(falls, "falls.csv", FALLS.replace("\t", ",").encode())
    assert falls.file.upload.problem == ""
    assert falls.columns.source.name == "falls.csv"


def test_two_measures_in_one_file_are_asked_about_and_one_is_drawn():
    rows = [f"{m:%d/%m/%Y}\t{n}\t{v}" for m in pd.date_range("2025-01-01", periods=12, freq="MS")
            for n, v in (("Falls", 4 + m.month % 3), ("Ulcers", 2))]  # fmt: skip
    activity = YourOwnMeasure()
    paste(activity, "Month\tMeasure\tValue\n" + "\n".join(rows))
    draw(activity)
    assert activity.chart is None
    assert list(activity.columns.which.options) == ["Falls", "Ulcers"]
    activity.columns.which.answer("Ulcers")
    assert activity.chart.name == "Ulcers"
    assert activity.chart.points["value"].tolist() == [2] * 12
    activity.columns.which.answer("Falls")
    assert activity.chart.name == "Falls"


def test_counts_out_of_a_steady_total_are_advised_a_p_chart():
    counts = [20, 23, 18, 21, 25, 19, 22, 17, 24, 20, 21, 19]
    months = pd.date_range("2025-01-01", periods=12, freq="MS")
    rows = [f"{m:%b %Y}\t{n}\t100" for m, n in zip(months, counts, strict=True)]
    activity = YourOwnMeasure()
    paste(activity, "Month\tSeen in time\tAll patients\n" + "\n".join(rows))
    draw(activity, "increase")
    assert activity.plan.answers == {"number": "share", "opportunity": "no", "size": "no"}
    assert activity.plan.kind == "p"
    assert activity.chart.points["centre"].iloc[0] == pytest.approx(sum(counts) / 12)


def test_three_points_become_a_run_chart_and_that_is_said():
    activity = YourOwnMeasure()
    paste(activity, "Month\tFalls\nJan 2026\t4\nFeb 2026\t5\nMar 2026\t3")
    draw(activity)
    assert activity.chart.kind == "run"
    assert "only 3 points" in activity.kind.advice.html


def test_events_by_exposure_are_a_rate_for_so_many():
    months = pd.date_range("2025-01-01", periods=14, freq="MS")
    rows = [f"{m:%b %Y}\t{6 + m.month % 2}\t{1000 + 100 * m.month}" for m in months]
    activity = YourOwnMeasure()
    paste(activity, "Month\tFalls\tBed days (total)\n" + "\n".join(rows))
    draw(activity, numbers="Falls", denominator="Bed days (total)")
    assert activity.plan.answers["number"] == "rate"
    assert activity.chart.unit == "per 1,000"
    assert activity.chart.points["value"].iloc[0] == pytest.approx(7 / 1100 * 1000)


def test_the_reader_may_overrule_the_kind_and_the_rules(falls):
    falls.kind.kind.answer("xmr")
    falls.kind.rules.answer("western_electric")
    assert (falls.chart.kind, falls.chart.rules.id) == ("xmr", "western_electric")
    assert "false signal" in falls.kind.rules.hint
    falls.kind.kind.answer("run")
    assert falls.chart.rules.id == "anhoj"


def test_another_answer_changes_the_advice_and_the_chart(falls):
    falls.kind.questions["number"].answer("measured")
    assert falls.chart.kind == "xmr"
    assert "XmR" in falls.kind.advice.html


def test_a_rebase_without_a_reason_is_refused_and_moves_nothing(letters):
    before = letters.chart
    letters.changes.rebase_at.answer("15")
    letters.changes.draw_new.press()
    assert "needs a reason" in letters.changes.reason.problem
    assert letters.chart is before


def test_a_suggested_rebase_is_only_a_question(letters):
    assert letters.changes.question.html.count("?") == 1
    assert len(letters.chart.phases) == 1
    letters.changes.agree.press()
    assert letters.changes.rebase_at.value == "14"  # August 2025, the first of ten above
    assert len(letters.chart.phases) == 1


def test_a_rebase_with_a_reason_starts_new_limits_and_can_be_undone(letters):
    letters.changes.rebase_at.answer("15")
    letters.changes.reason.answer("New letter template")
    letters.changes.draw_new.press()
    assert [phase.reason for phase in letters.chart.phases] == ["", "New letter template"]
    letters.changes.undo.press()
    assert len(letters.chart.phases) == 1
    assert letters.changes.undo.layout.display == "none"


def test_a_note_and_a_target_stand_on_the_chart(falls):
    falls.changes.note_at.answer("3")
    falls.changes.words.answer("Ward moved")
    falls.changes.put_note.press()
    falls.changes.target.answer(2)
    falls.changes.use_target.press()
    assert falls.chart.annotations == ((pd.Timestamp("2024-04-01"), "Ward moved"),)
    assert falls.chart.points["target"].tolist() == [2] * 20
    assert b"Ward moved" in falls.away.make_table()


def test_drawing_the_same_numbers_again_keeps_what_was_added(letters):
    letters.changes.rebase_at.answer("15")
    letters.changes.reason.answer("New letter template")
    letters.changes.draw_new.press()
    letters.columns.called.answer("Letters sent in time")
    letters.columns.draw.press()
    assert letters.figure.title == "Letters sent in time"
    assert len(letters.chart.phases) == 2


def test_names_of_people_are_not_shown():
    activity = YourOwnMeasure()
    paste(activity, "Month\tFalls\tReported by\nJan 2026\t4\tJane Ash\nFeb 2026\t5\tTom Elm")
    assert "Ash" not in activity.columns.top.html
    assert "Person A" in activity.columns.top.html


def test_markup_in_a_file_is_shown_as_text():
    activity = YourOwnMeasure()
    paste(activity, FALLS.replace("Falls", "<img src=x>"))
    draw(activity)
    assert "<img" not in activity.columns.top.html + activity.reading.reading.html
    assert activity.figure.title == "<img src=x>"


def test_more_points_than_a_screen_has_dots_are_refused_in_words(falls):
    days = pd.date_range("2000-01-01", periods=MOST_POINTS + 1)
    before = falls.chart
    paste(falls, "Day\tFalls\n" + "\n".join(f"{day:%Y-%m-%d}\t3" for day in days))
    draw(falls)
    assert "week or month" in falls.columns.said.html
    assert falls.chart is before


def test_a_workbook_with_two_sheets_lets_the_reader_choose():
    book = BytesIO()
    months = pd.date_range("2025-01-01", periods=5, freq="MS")
    with pd.ExcelWriter(book, engine="openpyxl") as writer:
        for sheet, falls in (("Ash", 3), ("Elm", 9)):
            pd.DataFrame({"Month": months, "Falls": falls}).to_excel(
                writer, sheet_name=sheet, index=False
            )
    activity = YourOwnMeasure()
    upload(activity, "wards.xlsx", book.getvalue())
    assert list(activity.columns.page.options) == ["Ash", "Elm"]
    activity.columns.page.answer("Elm")
    draw(activity)
    assert activity.chart.points["value"].tolist() == [9] * 5


def test_the_reason_of_a_guess_goes_when_the_reader_chooses_otherwise():
    activity = YourOwnMeasure()
    activity.file.use_example()
    numbers = activity.columns.jobs["numbers"]
    numbers.answer("Note")
    assert numbers.hint == "Your choice."


@pytest.mark.parametrize(("ticked", "first"), [([], "2025-02-01"), (["month_first"], "2025-01-02")])
def test_the_reader_may_say_that_the_month_comes_first(ticked, first):
    activity = YourOwnMeasure()
    paste(activity, "Day\tFalls\n01/02/2025\t4\n03/04/2025\t5\n05/06/2025\t3")
    activity.columns.unusual.answer(ticked)
    draw(activity)
    assert activity.plan.when.iloc[0] == pd.Timestamp(first)


def test_more_events_than_their_total_are_a_problem_until_the_reader_says_they_are_a_rate():
    rows = [
        f"{m:%b %Y}\t{11 + m.month % 2}\t10"
        for m in pd.date_range("2025-01-01", periods=12, freq="MS")
    ]
    activity = YourOwnMeasure()
    paste(activity, "Month\tCalls\tAll patients\n" + "\n".join(rows))
    draw(activity, numbers="Calls", denominator="All patients")
    assert "say that this is a rate" in activity.columns.said.html
    activity.columns.unusual.answer(["rate"])
    activity.columns.draw.press()
    assert activity.chart.points["value"].tolist() == [1.2, 1.1] * 6


def test_another_measure_of_the_file_does_not_inherit_a_name():
    rows = [f"{m:%b %Y}\t{n}\t3" for m in pd.date_range("2025-01-01", periods=4, freq="MS")
            for n in ("Falls", "Ulcers")]  # fmt: skip
    activity = YourOwnMeasure()
    paste(activity, "Month\tMeasure\tValue\n" + "\n".join(rows))
    draw(activity)
    activity.columns.which.answer("Falls")
    activity.columns.called.answer("Falls on Willow ward")
    activity.columns.which.answer("Ulcers")
    assert activity.chart.name == "Ulcers"


def test_rare_events_counted_by_month_become_a_run_chart_with_the_reason():
    months = pd.date_range("2024-01-01", periods=15, freq="MS")
    rows = [f"{m:%b %Y}\t{int(m.month % 5 == 0)}" for m in months]
    activity = YourOwnMeasure()
    paste(activity, "Month\tNever events\n" + "\n".join(rows))
    draw(activity)
    assert activity.chart.kind == "run"
    assert "lacks what a t chart needs" in activity.kind.advice.html


def test_used_cells_fold_away_and_refused_ones_stay_open():
    activity = YourOwnMeasure()
    activity.file.paste.unfold()
    paste(activity, "Falls\n4\n5")
    assert activity.file.paste.head.unfolded
    paste(activity, FALLS)
    assert not activity.file.paste.head.unfolded
