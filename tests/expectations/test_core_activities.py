"""The four activities of the core path, driven without a browser."""

import pytest

from helpers.expectations.activities.board_report import MovingTarget, ReadTheBoardReport
from helpers.expectations.activities.order_form import FillInTheOrderForm
from helpers.expectations.activities.say_the_sentence import SayTheSentence
from helpers.expectations.activities.two_emails import WriteTwoEmails
from helpers.page import words
from helpers.page.figures import Figure
from helpers.page.part import Markup
from helpers.page.rhythm import ask


def markup(box):
    """All the words that the parts inside a box show."""
    inside = [box] if isinstance(box, Markup) else []
    return "".join(part.html for part in inside) + "".join(
        markup(child) for child in getattr(box, "children", ())
    )


def figures(box):
    inside = [box] if isinstance(box, Figure) else []
    return inside + [found for child in getattr(box, "children", ()) for found in figures(child)]


def test_both_emails_are_kept_and_shown_over_one_line(journal):
    emails = WriteTwoEmails(journal=journal)
    emails.april.answer("Well done!")
    emails.may.answer("What went wrong? <Friday>")
    emails.reveal()
    assert journal.latest("expectations.email_may").value == "What went wrong? <Friday>"
    said = markup(emails.shown)
    assert said.index("Well done!") < said.index("Nothing had changed.")
    assert "&lt;Friday&gt;" in said
    assert "53%" in said


def test_an_empty_email_is_said_to_be_empty(journal):
    emails = WriteTwoEmails(journal=journal)
    emails.reveal()
    assert markup(emails.shown).count("You wrote nothing here.") == 2


def test_the_marks_of_the_board_report_come_back_in_another_kernel(journal):
    ReadTheBoardReport(journal=journal).marks.answer({"Falls": "act"})
    again = ReadTheBoardReport(journal=journal)
    again.marks.on_shown()
    assert again.marks.value == {"Falls": "act"}


def test_the_three_mistakes_are_counted_apart(journal):
    board = ReadTheBoardReport(journal=journal)
    board.marks.answer(
        {"Falls": "question", "Pressure ulcers": "praise", "Complaints answered on time": "leave"}
    )
    board.reveal()
    assert board.result.counts == {
        "reacting_to_noise": 1,
        "missing_a_signal": 1,
        "tolerating_a_steady_failure": 1,
    }


def test_serious_harm_is_outside_the_score_and_has_no_chart(journal):
    board = ReadTheBoardReport(journal=journal)
    board.marks.answer({"Wrong-site surgery": "leave"})
    board.reveal()
    assert sum(board.result.counts.values()) == 0
    assert "Wrong-site surgery" not in board.charts
    assert "It needs a human answer from you." in markup(board.shown)


def test_marking_nothing_still_shows_the_charts(journal):
    board = ReadTheBoardReport(journal=journal)
    board.reveal()
    assert words.load("expectations")["board_report"]["none_marked"] in markup(board.shown)
    assert len(board.charts) == 7


def test_what_was_predicted_stands_beside_what_was_there(journal):
    journal.write(words.prompt("expectations", "prediction"), "Two, the red ones.")
    board = ReadTheBoardReport(journal=journal)
    board.reveal()
    assert "Two, the red ones." in markup(board.shown)


def test_a_prediction_is_kept_as_one_with_what_was_there_as_its_outcome(journal):
    box = ask("expectations", "prediction", journal=journal)
    box.answer("Two, the red ones.")
    assert [(each.version.value, each.outcome) for each in journal.predictions()] == [
        ("Two, the red ones.", None)
    ]
    ReadTheBoardReport(journal=journal).reveal()
    [known] = journal.predictions("expectations")
    assert known.outcome.startswith("What was really there, of eight: one better")
    ReadTheBoardReport(journal=journal).reveal()
    assert journal.predictions("expectations") == [known]  # noted once, on the first day


def test_a_prediction_changed_afterwards_has_no_outcome_until_the_report_is_looked_at(journal):
    box = ask("expectations", "prediction", journal=journal)
    box.answer("Two, the red ones.")
    ReadTheBoardReport(journal=journal).reveal()
    box.answer("Two, the red ones, and one more.")
    assert [bool(each.outcome) for each in journal.predictions()] == [True, False]


def test_what_was_kept_as_text_by_an_earlier_release_still_stands_beside(journal):
    journal.write(words.prompt("expectations", "prediction"), "Two.", kind="text")
    board = ReadTheBoardReport(journal=journal)
    board.reveal()
    assert "Two." in markup(board.shown)
    assert journal.predictions() == []


def test_choosing_a_measure_redraws_its_chart(journal):
    board = ReadTheBoardReport(journal=journal)
    board.reveal()
    board.one.answer("Pressure ulcers")
    assert board.figure.title == "Pressure ulcers"
    assert "0.77" in board.figure.finding


def test_the_whole_report_has_twenty_lines_and_marks_of_its_own(journal):
    whole = ReadTheBoardReport(journal=journal, core=False)
    assert len(whole.marks.rows) == 20
    whole.marks.answer({"Falls": "act"})
    assert journal.latest("expectations.board_marks") is None


def test_moving_the_target_recolours_a_measure_that_never_changed():
    moving = MovingTarget()
    before = moving.figure.finding
    moving.target.answer(78)
    assert moving.figure.finding != before
    assert "16%" in moving.said.html
    assert "27%" in moving.said.html


def test_guesses_are_asked_only_for_what_is_asked_for(journal):
    order = FillInTheOrderForm(journal=journal)
    order.asked.answer(["date", "badge"])
    assert [row["id"] for row in order.guesses.rows] == ["date", "badge"]


def test_a_guess_stands_beside_our_reading(journal):
    order = FillInTheOrderForm(journal=journal)
    order.asked.answer(["date"])
    order.guesses.answer({"date": "helps"})
    order.reveal()
    assert order.result[0].surprise
    assert "You and we differ on 1 of 1" in order.shown.html


def test_an_order_is_drafted_and_the_text_before_is_kept(journal):
    order = FillInTheOrderForm(journal=journal)
    order.order.answer("My own words.")
    order.asked.answer(["date"])
    order.place.answer("bolted_on")
    order.draft()
    assert "Do not promise me a finishing date." in order.order.value
    kept = [version.value for version in journal.versions("expectations.order_rewritten")]
    assert kept[0] == "My own words."


def test_a_draft_without_a_place_says_what_is_missing(journal):
    order = FillInTheOrderForm(journal=journal)
    order.draft()
    assert "bolted on or built in" in order.place.problem
    assert not order.order.value


@pytest.mark.parametrize(
    ("role", "asked"), [("specialist", "sentence_stance"), ("leader", "sentence_safe")]
)
def test_each_chair_is_asked_its_own_question(journal, role, asked):
    sentence = SayTheSentence(journal=journal)
    sentence.role.answer(role)
    labels = [getattr(part, "label", "") for part in sentence.chair.children]
    assert words.prompt("expectations", asked).wording in labels


def test_a_sentence_is_kept_to_be_met_again(journal):
    sentence = SayTheSentence(journal=journal)
    sentence.role.answer("leader")
    sentence.unsaid.answer("I ask for dates because I am asked for dates.")
    assert "You will meet this sentence again" in sentence.kept.html
    assert journal.latest("expectations.sentence_unsaid").value.startswith("I ask for dates")


def test_every_figure_of_the_core_path_has_a_finding_and_a_table(journal):
    emails, board = WriteTwoEmails(journal=journal), ReadTheBoardReport(journal=journal)
    emails.reveal()
    board.reveal()
    shown = [*figures(emails), *figures(board), MovingTarget().figure]
    assert len(shown) == 3
    assert all(figure.finding and figure.table["rows"] for figure in shown)
