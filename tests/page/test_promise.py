from datetime import date

import pytest

from helpers.page.promise import Promise
from helpers.page.promise.kept import KeptPromise
from tests.driven import parts, press

DAY = date(2026, 3, 2)


@pytest.fixture
def promise(journal, clock):
    return Promise("expectations", journal=journal, now=clock)


@pytest.fixture
def kept(journal, clock, promise):
    """A promise from the menu, kept, as the page shows it."""
    promise.menu.answer("harm")
    promise.keep_promise()
    return promise.promises.children[0]


def labels(shown):
    return [part.label for part in parts(shown) if getattr(part, "label", "")]


def test_three_boxes_are_enough(journal, promise):
    promise.cue.answer("If a number moves,")
    promise.act.answer("then I will ask for two years of it.")
    promise.by.answer("2026-03-16")
    promise.keep_promise()
    (made,) = journal.commitments("expectations")
    assert (made.if_, made.then) == ("a number moves", "ask for two years of it")
    assert (made.by, made.review_days) == (date(2026, 3, 16), (7, 30, 90))
    assert (made.obstacle, made.first_step, made.buddy) == ("", "", "")
    assert made.wording == "If … then I will …"


def test_a_promise_from_the_menu_is_kept_with_its_day(journal, promise):
    promise.menu.answer("two_years")
    promise.keep_promise()
    (made,) = journal.commitments("expectations")
    assert made.if_ == "the next report shows one number up or down"
    assert made.by == date(2026, 3, 16)


def test_every_day_that_will_be_kept_is_said_before_it_is_kept(promise):
    assert "after 7, 30 and 90 days." in promise.form.also.html
    promise.form.days.answer(["30"])
    promise.form.days_own.answer("14, 60")
    assert "after 14, 30 and 60 days." in promise.form.also.html
    promise.form.days_own.answer("soon")
    assert "after 30 days." in promise.form.also.html
    promise.form.days.answer([])
    assert promise.form.also.html == ""


def test_what_makes_it_stronger_is_kept_with_it(journal, promise):
    promise.menu.answer("harm")
    promise.form.obstacle.answer("my own hurry")
    promise.form.first_step.answer("put a card on my desk")
    promise.form.buddy.answer("Rowan")
    promise.form.days.answer(["7"])
    promise.form.days_own.answer("21 days")
    promise.keep_promise()
    (made,) = journal.commitments()
    assert (made.obstacle, made.first_step, made.buddy) == (
        "my own hurry",
        "put a card on my desk",
        "Rowan",
    )
    assert made.review_days == (7, 21)


def test_every_box_is_kept_as_it_is_typed_and_shown_again(journal, clock, promise):
    promise.act.answer("ask")
    promise.form.buddy.answer("Rowan")
    promise.by.answer("2026-03-16")
    again = Promise("expectations", journal=journal, now=clock)
    for field in (again.act, again.form.buddy, again.by):
        field.on_shown()
    assert (again.act.value, again.form.buddy.value) == ("ask", "Rowan")
    assert again.by.value == "2026-03-16"


def test_the_folded_part_opens_by_itself_where_something_was_written(journal, clock, promise):
    promise.kept.on_shown()
    assert not promise.form.stronger.head.unfolded
    promise.form.first_step.answer("put a card on my desk")
    again = Promise("expectations", journal=journal, now=clock)
    again.kept.on_shown()
    assert again.form.stronger.head.unfolded


def test_a_kept_promise_leaves_empty_boxes_for_the_next(journal, promise, kept):
    assert (promise.cue.value, promise.act.value, promise.by.value) == ("", "", None)
    assert journal.latest("expectations.promise_if").value == ""
    assert journal.latest("expectations.promise_buddy") is None


def test_an_emptied_box_neither_boasts_of_a_save_nor_offers_the_old_words(promise, kept):
    promise.cue.on_shown()
    assert "at" not in promise.cue.saved
    assert (promise.cue.way_back, promise.cue.before) == ({}, "")


def test_pressing_twice_keeps_one_promise_and_complains_of_nothing(journal, promise, kept):
    promise.keep_promise()
    assert len(journal.commitments()) == 1
    assert promise.cue.problem == ""


def test_a_day_that_has_passed_is_refused_and_nothing_is_lost(journal, promise):
    promise.cue.answer("a number moves")
    promise.act.answer("ask for two years of it")
    promise.by.answer("2026-03-01")
    promise.keep_promise()
    assert "has passed" in promise.by.problem
    assert journal.commitments() == []
    assert promise.act.value == "ask for two years of it"


@pytest.mark.parametrize("typed", ["next week", "0", "400", "1.5", "²"])
def test_days_that_are_no_days_are_said_beside_their_box(journal, promise, typed):
    promise.menu.answer("harm")
    promise.form.days_own.answer(typed)
    promise.keep_promise()
    assert "no number of days" in promise.form.days_own.problem
    assert promise.form.stronger.head.unfolded
    assert journal.commitments() == []


def test_an_empty_half_is_said_beside_that_half(promise):
    promise.cue.answer("a number moves")
    promise.keep_promise()
    assert "second half is empty" in promise.act.problem
    assert promise.by.problem == ""


def test_the_same_promise_with_another_day_only_moves_the_day(journal, promise, kept):
    promise.menu.answer("harm")
    promise.by.answer("2026-04-01")
    promise.keep_promise()
    (made,) = journal.commitments()
    assert (made.by, made.sequence) == (date(2026, 4, 1), 1)
    assert len(promise.promises.children) == 1


def test_what_was_kept_is_shown_when_the_page_is_opened_again(journal, clock, kept):
    again = Promise("expectations", journal=journal, now=clock)
    assert again.promises.children == ()
    again.kept.on_shown()
    shown = again.promises.children[0].words.html
    assert "ask first how the person and the staff are" in shown
    assert "Look back on 9 March 2026, 16 March 2026, 1 April 2026 and 31 May 2026." in shown


def test_the_cue_is_rehearsed_and_small_slips_are_forgiven(promise, kept):
    (rehearsal,) = promise.rehearsal.children
    rehearsal.typed.answer("a single moment of anger")
    rehearsal.compare()
    assert "not yet the same" in rehearsal.said.html
    rehearsal.typed.answer("A single event of serous harm, is reported")
    assert "That is it." in rehearsal.said.html


def test_a_rehearsal_may_be_spoken_and_is_kept_nowhere(journal, promise, kept):
    before = len(journal.all_versions())
    promise.rehearsal.children[0].typed.answer("a single event")
    promise.rehearsal.children[0].aloud.answer(["aloud"])
    assert "Good." in promise.rehearsal.children[0].said.html
    assert len(journal.all_versions()) == before


def test_a_kept_promise_can_be_changed_and_changed_back(journal, kept):
    press(kept, "Change it")
    kept.form.act.answer("listen first")
    press(kept, "Keep the change")
    assert (journal.commitments()[0].then, journal.commitments()[0].sequence) == ("listen first", 1)
    assert "listen first" in kept.words.html
    press(kept, "Undo")
    assert journal.commitments()[0].then == "ask first how the person and the staff are"


def test_a_change_in_the_making_outlives_the_page(journal, clock, kept):
    press(kept, "Change it")
    kept.form.act.answer("listen fir")
    again = KeptPromise(journal.commitments()[0], journal, clock)
    press(again, "Change it")
    again.form.act.on_shown()
    assert again.form.act.value == "listen fir"
    press(again, "Leave it as it was")
    press(again, "Change it")
    again.form.act.on_shown()
    assert again.form.act.value == "ask first how the person and the staff are"


def test_a_change_of_nothing_changes_nothing(journal, kept):
    press(kept, "Change it")
    press(kept, "Keep the change")
    assert journal.commitments()[0].sequence == 0


def test_a_promise_whose_day_has_passed_can_be_reworded(journal, clock, kept):
    clock.on(3, 22)
    press(kept, "Change it")
    kept.form.act.answer("listen first")
    press(kept, "Keep the change")
    assert journal.commitments()[0].then == "listen first"


def test_a_promise_taken_back_is_out_of_every_list_until_it_is_undone(journal, clock, kept):
    clock.on(3, 5)
    press(kept, "Take it back")
    assert journal.commitments()[0].status == "taken_back"
    assert "Taken back." in kept.said.html
    again = Promise("expectations", journal=journal, now=clock)
    again.kept.on_shown()
    assert again.promises.children == ()
    press(kept, "Undo")
    stands = [one for one in journal.commitments() if one.status == "open"]
    assert [one.then for one in stands] == ["ask first how the person and the staff are"]
    assert stands[0].look_backs == journal.commitments()[0].look_backs


def test_undoing_says_again_what_was_said_before(journal, kept):
    kept.promise = journal.review(kept.promise.id, "started", "Once.")
    press(kept, "Take it back")
    press(kept, "Undo")
    (made,) = journal.commitments()
    assert (made.status, made.reviews[-1].note) == ("started", "Once.")


def test_each_coming_day_has_its_calendar_file(kept):
    kept.inside.children[0].unfold()
    (calendar,) = kept.inside.children[0].inside.children
    assert [button.label for button in calendar.buttons] == [
        "9 March 2026",
        "16 March 2026",
        "1 April 2026",
        "31 May 2026",
        "All 4 in one file",
    ]
    file = calendar.file(date(2026, 3, 9))
    assert b"SUMMARY:Look back\r\n" in file
    calendar.shows.answer("words")
    assert b"serious harm" in calendar.file(date(2026, 3, 9)).replace(b"\r\n ", b"")


def test_a_look_back_that_was_removed_can_be_taken_out_of_the_calendar(kept):
    press(kept, "Change it")
    kept.form.days.answer(["30"])
    press(kept, "Keep the change")
    assert "A file that takes the old dates out of my calendar" in labels(kept)


def test_no_removal_is_offered_where_every_look_back_stays(kept):
    press(kept, "Change it")
    kept.form.by.answer("2026-03-20")
    press(kept, "Keep the change")
    assert "A file that takes the old dates out of my calendar" not in labels(kept)


def test_a_question_can_be_taken_away_instead(journal, promise):
    promise.question.answer("What do I <b>reward</b>?")
    promise.keep_question()
    assert journal.questions("expectations")[0].text == "What do I <b>reward</b>?"
    assert "What do I &lt;b&gt;reward&lt;/b&gt;?" in promise.questions.html


def test_a_finished_promise_is_told_below_with_what_was_said(journal, clock, kept):
    journal.review(kept.promise.id, "let_go", "The ward moved.")
    again = Promise("expectations", journal=journal, now=clock)
    again.kept.on_shown()
    assert again.promises.children == ()
    assert "2 March 2026: let go. “The ward moved.”" in again.questions.html


def test_what_was_said_when_it_was_kept_goes_with_a_change(promise, kept):
    assert "Kept." in promise.said.html
    press(kept, "Take it back")
    assert (promise.said.html, promise.rehearsal.children) == ("", ())


def test_a_page_of_ones_own_brings_its_own_words(journal, clock):
    own = {
        "promise": {"scene": "One thing.", "question": "Or a question."},
        "promises": [{"id": "tea", "if": "the kettle boils", "then": "ask"}],
        "prompts": {"promise_if": {"version": 3, "wording": "When …"}},
    }
    page = Promise("own.tea", journal, own=own, now=clock)
    page.menu.answer("tea")
    page.keep_promise()
    (made,) = journal.commitments("own.tea")
    assert (made.if_, made.wording, made.prompt_version) == (
        "the kettle boils",
        "When … then I will …",
        3,
    )
    assert page.cue.label == "When …"


def test_words_are_shown_as_words_and_are_in_no_repr(promise):
    promise.cue.answer("<script>alert(1)</script>")
    promise.act.answer("marker")
    promise.by.answer("2026-03-16")
    promise.form.buddy.answer("<i>Rowan</i>")
    promise.keep_promise()
    card = promise.promises.children[0]
    for html in (card.words.html, promise.said.html):
        assert "<script>" not in html
    assert "<i>" not in card.words.html
    assert "marker" not in repr(card) + repr(promise) + repr(promise.form)
