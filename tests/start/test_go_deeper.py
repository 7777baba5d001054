import pytest

from helpers.page import words
from helpers.page.promise import Promise
from helpers.start.activities.in_ours import WhereIsItInOurs
from helpers.start.activities.nobody_led import IfNobodyLedIt
from helpers.start.in_ours import look


@pytest.fixture
def nobody(journal):
    return IfNobodyLedIt(journal)


@pytest.fixture
def ours(journal, clock):
    return WhereIsItInOurs(journal, today=lambda: clock.today)


def test_other_ways_are_shown_only_after_ones_own(nobody):
    nobody.look()
    assert nobody.worst.problem.startswith("Write at least one way")
    assert not nobody.shown.children


def test_ones_own_ways_stand_first_and_can_be_ticked(journal, nobody):
    nobody.worst.answer("- Ask nobody.\n- Praise the winner.")
    nobody.look()
    assert list(nobody.happens.options)[:2] == ["Ask nobody.", "Praise the winner."]
    assert len(nobody.happens.options) == 10
    nobody.happens.answer(["Ask nobody.", "no_time"])
    assert journal.latest_result("start.worst_happens") == ["Ask nobody.", "no_time"]


def test_a_tick_stays_when_the_lines_around_it_change(nobody):
    nobody.worst.answer("Ask nobody.")
    nobody.look()
    nobody.happens.answer(["Ask nobody."])
    nobody.worst.answer("Shout.\nAsk nobody.")
    assert "Ask nobody." in nobody.happens.options
    assert nobody.happens.value == ["Ask nobody."]


def test_what_will_be_stopped_becomes_the_draft_of_a_promise(journal, nobody):
    nobody.worst.answer("Ask for a date.")
    nobody.look()
    nobody.stop.answer("I will no longer ask for a date.")
    promise = nobody.shown.children[-1]
    promise.unfold()
    assert isinstance(promise.inside.children[0], Promise)
    assert journal.latest("start.promise_then").value == "no longer ask for a date"


def test_a_promise_that_is_being_written_is_left_alone(journal, nobody):
    journal.write(words.prompt("start", "promise_then"), "listen")
    nobody.worst.answer("Ask for a date.")
    nobody.look()
    nobody.stop.answer("I will no longer ask for a date.")
    nobody.shown.children[-1].unfold()
    assert journal.latest("start.promise_then").value == "listen"


def test_the_page_says_what_a_document_holds_and_not_what_a_person_is(ours):
    ours.document.answer("job")
    ours.marks.answer({"owner": "found", "method": "absent", "remove": "hinted"})
    said = ours.said.html
    assert "You looked for 3 in the job description. There: 1. Hinted at: 1. Absent: 1." in said


def test_it_is_laid_beside_ones_own_placing_of_the_cards(journal, ours):
    placed = {"owner": "improvement", "method": "improvement", "remove": "technical"}
    journal.write_result(words.prompt("start", "hats"), placed)
    ours.marks.answer({"owner": "absent", "method": "found", "remove": "absent"})
    assert "2 that you gave only to leading for improvement. Absent: 1." in ours.said.html
    ours.marks.answer({"owner": "absent"})
    assert "The one that you gave only to leading for improvement is absent." in ours.said.html
    ours.marks.answer({"owner": "found"})
    assert "is there, or hinted at." in ours.said.html


def test_looks_are_kept_with_their_dates_and_listed_newest_first(journal, ours, clock):
    ours.document.answer("appraisal")
    ours.marks.answer({"owner": "absent"})
    ours.keep()
    clock.on(6, 1)
    ours.marks.answer({"owner": "found"})
    ours.keep()
    assert len(journal.audits("start.ours_kept")) == 2
    page = ours.history.html
    assert page.index("1 June, the appraisal form: 1 there") < page.index("2 March")


def test_nothing_marked_is_nothing_kept(journal, ours):
    ours.keep()
    assert journal.audits("start.ours_kept") == []
    assert "nothing was kept" in ours.told.html
    ours.marks.answer({"owner": "absent"})
    assert ours.told.html == ""


def test_cards_not_looked_for_are_not_called_absent():
    assert look({"a": "hinted", "b": ""}, ["a", "b", "c"]).looked == 1
