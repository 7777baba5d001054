from datetime import date

import pytest

from helpers.intake import Problem
from helpers.journal import Journal

BY = date(2026, 4, 1)


def test_a_promise_is_there_after_opening_again(journal, file):
    made = journal.promise(
        "the next report shows one number",
        "ask for two years of it",
        BY,
        "expectations",
        notebook="03-expectations",
        wording="If … then I will …",
        prompt_version=2,
    )
    assert Journal.open(file).commitments() == [made]
    assert (made.if_, made.by, made.status) == ("the next report shows one number", BY, "open")
    assert (made.wording, made.prompt_version, made.notebook) == (
        "If … then I will …",
        2,
        "03-expectations",
    )


@pytest.mark.parametrize(("if_", "then"), [(" ", "ask"), ("Monday", "")])
def test_half_a_promise_is_refused_with_what_to_write(journal, if_, then):
    with pytest.raises(Problem, match="needs both parts"):
        journal.promise(if_, then, BY, "expectations")
    assert journal.commitments() == []


def test_a_review_is_added_and_earlier_ones_stay(journal, clock):
    made = journal.promise("Monday", "ask", BY, "expectations")
    journal.review(made.id, "started", "Asked once.")
    clock.later(days=1)
    kept = journal.review(made.id, "done", "Asked again.")
    assert (kept.status, kept.reviewed) == ("done", clock())
    assert [(r.status, r.note) for r in kept.reviews] == [
        ("started", "Asked once."),
        ("done", "Asked again."),
    ]
    assert journal.commitments() == [kept]


def test_a_review_by_a_slip_of_the_finger_can_be_withdrawn(journal):
    made = journal.promise("Monday", "ask", BY, "expectations")
    journal.review(made.id, "started", "Asked once.")
    journal.review(made.id, "taken_back")
    again = journal.withdraw_review(made.id)
    assert (again.status, again.uid, len(again.reviews)) == ("started", made.uid, 1)
    assert journal.withdraw_review(made.id).status == "open"


def test_changing_a_promise_keeps_its_uid_and_counts_the_change(journal):
    made = journal.promise("Monday", "ask", BY, "expectations")
    later = journal.change_promise(made.id, by=date(2026, 5, 1), review_days=[14], then="listen")
    assert (later.uid, later.sequence, later.by) == (made.uid, 1, date(2026, 5, 1))
    assert (later.then, later.review_days) == ("listen", (14,))
    assert later.look_backs == (date(2026, 3, 16), date(2026, 5, 1))


def test_a_look_back_is_due_until_something_was_said(journal, clock):
    made = journal.promise("Monday", "ask", date(2026, 3, 20), "expectations")
    assert made.due(date(2026, 3, 8)) is None
    assert made.due(date(2026, 3, 10)) == date(2026, 3, 9)
    clock.later(days=8)
    told = journal.review(made.id, "started")
    assert told.due(date(2026, 3, 10)) is None
    assert told.due(date(2026, 3, 21)) == date(2026, 3, 20)
    assert journal.review(made.id, "let_go").due(date(2027, 1, 1)) is None


@pytest.mark.parametrize("days", [[0], [-3], [4000]])
def test_a_look_back_lies_ahead_within_ten_years(journal, days):
    with pytest.raises(Problem, match="1 to 3,650 days"):
        journal.promise("Monday", "ask", BY, "expectations", review_days=days)


def test_a_promise_never_reviewed_is_open(journal):
    made = journal.promise("Monday", "ask", BY, "expectations")
    assert (made.status, made.reviewed) == ("open", None)


def test_an_unknown_outcome_is_refused(journal):
    made = journal.promise("Monday", "ask", BY, "expectations")
    with pytest.raises(ValueError, match="status must be"):
        journal.review(made.id, "failed")


def test_promises_and_questions_are_found_by_reflection(journal):
    journal.promise("Monday", "ask", BY, "expectations")
    journal.promise("Friday", "listen", BY, "voices")
    journal.take_question("Who is not in the room?", "voices")
    assert [p.then for p in journal.commitments("voices")] == ["listen"]
    assert [q.text for q in journal.questions("voices")] == ["Who is not in the room?"]
    assert journal.questions("expectations") == []
    assert len(journal.commitments()) == 2


def test_two_promises_never_share_a_uid(journal):
    same = [journal.promise("Monday", "ask", BY, "expectations") for _ in range(2)]
    assert same[0].uid != same[1].uid


def test_an_empty_question_is_refused(journal):
    with pytest.raises(Problem, match="still empty"):
        journal.take_question("  ", "voices")


def test_the_place_last_read_is_remembered_for_each_notebook(journal, clock):
    assert journal.place() is None
    journal.remember_place("03-expectations", "Try it")
    clock.later(minutes=1)
    journal.remember_place("05-voices", "The question")
    clock.later(minutes=1)
    journal.remember_place("05-voices", "Slow down")
    assert (journal.place().notebook, journal.place().step) == ("05-voices", "Slow down")
    assert journal.place("03-expectations").step == "Try it"
