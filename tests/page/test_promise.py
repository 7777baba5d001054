from datetime import date, timedelta

from helpers.page.promise import Promise


def test_a_promise_from_the_menu_is_kept_with_its_day(journal):
    promise = Promise("expectations", journal=journal)
    promise.menu.answer("two_years")
    promise.keep_promise()
    kept = journal.commitments("expectations")[0]
    assert kept.if_ == "the next report shows one number up or down"
    assert kept.by == date.today() + timedelta(days=14)


def test_a_day_that_has_passed_is_refused_and_nothing_is_lost(journal):
    promise = Promise("expectations", journal=journal)
    promise.cue.answer("a number moves")
    promise.act.answer("ask for two years of it")
    promise.by.answer("2020-01-01")
    promise.keep_promise()
    assert "has passed" in promise.by.problem
    assert journal.commitments() == []
    assert promise.act.value == "ask for two years of it"


def test_a_question_can_be_taken_away_instead(journal):
    promise = Promise("expectations", journal=journal)
    promise.question.answer("What do I reward?")
    promise.keep_question()
    assert journal.questions("expectations")[0].text == "What do I reward?"
    assert "What do I reward?" in promise.kept.html


def test_what_was_kept_is_shown_when_the_page_is_opened_again(journal):
    first = Promise("expectations", journal=journal)
    first.menu.answer("harm")
    first.keep_promise()
    again = Promise("expectations", journal=journal)
    again.kept.on_shown()
    assert "ask first how the person and the staff are" in again.kept.html


def test_an_empty_half_is_said_beside_that_half(journal):
    promise = Promise("expectations", journal=journal)
    promise.cue.answer("a number moves")
    promise.keep_promise()
    assert "second half is empty" in promise.act.problem
    assert promise.by.problem == ""


def test_the_same_promise_with_another_day_only_moves_the_day(journal):
    promise = Promise("expectations", journal=journal)
    promise.menu.answer("harm")
    promise.keep_promise()
    promise.by.answer((date.today() + timedelta(days=30)).isoformat())
    promise.keep_promise()
    promise.keep_promise()
    assert promise.kept.html.count("<li>") == 1


def test_a_promise_can_be_taken_back(journal):
    promise = Promise("expectations", journal=journal)
    promise.menu.answer("harm")
    promise.keep_promise()
    promise.take_back()
    assert "<li>" not in promise.kept.html
    assert journal.commitments()[0].status == "dropped"
