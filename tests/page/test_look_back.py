from datetime import date

import pytest

from helpers.page.figures import Figure
from helpers.page.look_back import LookBack
from tests.driven import parts, press


@pytest.fixture
def made(journal):
    """A promise of 2 March, to be looked back at on 9 March, 16 March, 1 April and 31 May."""
    return journal.promise("it is Monday", "ask Rowan", date(2026, 3, 16), "expectations")


def shown(journal, clock):
    look = LookBack(journal, now=clock)
    look.line.on_shown()
    return look


def answered(look, status, why=""):
    (card,) = look.due.children
    card.answer.answer(status)
    card.why.answer(why)
    card.keep()
    return card


def test_without_promises_it_is_one_line(journal, clock):
    look = shown(journal, clock)
    assert look.line.html == "<p>No promise waits for you today.</p>"
    assert (look.due.children, look.folds.children) == ((), ())
    assert (look.soon.html, look.sentence.html) == ("", "")


def test_nothing_is_read_before_it_is_shown(tmp_path, monkeypatch):
    monkeypatch.setenv("KIT_JOURNAL", str(tmp_path / "none" / "journal.sqlite3"))
    LookBack()
    assert list(tmp_path.iterdir()) == []


def test_with_nothing_due_the_next_day_is_said(journal, clock, made):
    look = shown(journal, clock)
    assert "Nothing to look back at today. The next look-back is on 9 March 2026." in look.line.html
    assert look.due.children == ()
    assert look.sentence.html == "<p>One promise: open.</p>"


def test_what_comes_within_two_weeks_is_listed(journal, clock, made):
    assert (
        "9 March 2026: If it is Monday, then I will ask Rowan." in shown(journal, clock).soon.html
    )
    clock.on(3, 20)
    journal.review(made.id, "started")
    assert "1 April 2026" in shown(journal, clock).soon.html
    clock.on(4, 2)
    journal.review(made.id, "started")
    assert shown(journal, clock).soon.html == ""


def test_a_promise_that_is_due_is_asked_about_in_its_own_words(journal, clock, made):
    clock.on(3, 9)
    (card,) = shown(journal, clock).due.children
    assert "If it is Monday, then I will ask Rowan." in card.words.html
    assert "Made on 2 March 2026." in card.words.html
    assert "Due on 9 March 2026." in card.words.html
    assert list(card.answer.options) == ["done", "started", "changed", "let_go"]
    assert card.answer.value is None
    assert "Letting go is a fine answer" in card.answer.hint


def test_done_is_kept_with_its_reason_and_counted_at_once(journal, clock, made):
    clock.on(3, 9)
    look = shown(journal, clock)
    card = answered(look, "done", "She had time.")
    (kept,) = journal.commitments()
    assert (kept.status, kept.reviews[-1].note) == ("done", "She had time.")
    assert "Kept: done." in card.said.html
    assert look.sentence.html == "<p>One promise: done.</p>"
    assert shown(journal, clock).due.children == ()


def test_letting_go_is_a_fine_answer(journal, clock, made):
    clock.on(3, 9)
    card = answered(shown(journal, clock), "let_go")
    assert "That is a fine answer" in card.said.html
    assert journal.commitments()[0].finished


def test_started_is_asked_again_on_the_next_day(journal, clock, made):
    clock.on(3, 9)
    card = answered(shown(journal, clock), "started")
    assert "You will be asked again on 16 March 2026." in card.said.html
    clock.on(3, 16)
    assert len(shown(journal, clock).due.children) == 1


def test_a_changed_promise_can_be_written_anew_at_once(journal, clock, made):
    clock.on(3, 9)
    card = answered(shown(journal, clock), "changed")
    (rewriting, _again) = card.after.children
    rewriting.form.act.answer("ask each Monday team")
    press(rewriting, "Keep the change")
    (kept,) = journal.commitments()
    assert (kept.then, kept.sequence, kept.status) == ("ask each Monday team", 1, "changed")


def test_where_no_day_is_left_a_new_one_can_be_chosen(journal, clock, made):
    clock.on(6, 10)
    card = answered(shown(journal, clock), "started")
    assert "No day to look back is left." in card.after.children[0].words.html


def test_an_answer_by_a_slip_is_given_again_and_the_newest_stands(journal, clock, made):
    clock.on(3, 9)
    look = shown(journal, clock)
    card = answered(look, "done")
    press(card, "Answer again")
    card.answer.answer("started")
    card.keep()
    assert journal.commitments()[0].status == "started"
    assert look.sentence.html == "<p>One promise: open.</p>"


def test_no_answer_is_said_beside_the_question(journal, clock, made):
    clock.on(3, 9)
    (card,) = shown(journal, clock).due.children
    card.keep()
    assert "Choose one" in card.answer.problem
    assert journal.commitments()[0].reviews == ()


def test_the_reason_is_kept_as_it_is_typed(journal, clock, made):
    clock.on(3, 9)
    (card,) = shown(journal, clock).due.children
    card.why.answer("She had ti")
    (again,) = shown(journal, clock).due.children
    again.why.on_shown()
    assert again.why.value == "She had ti"


def test_three_are_asked_about_at_once_and_the_oldest_first(journal, clock):
    for number in range(5):
        journal.promise(f"it is {number}", "ask", date(2026, 3, 20 - number), "voices")
    clock.on(3, 22)
    look = shown(journal, clock)
    assert ["it is 4" in look.due.children[0].words.html, len(look.due.children)] == [True, 4]
    press(look.due, "Show 2 more")
    assert len(look.due.children) == 5
    assert "it is 0" in look.due.children[-1].words.html


def test_all_promises_are_told_with_what_was_said_of_them(journal, clock, made):
    clock.on(3, 9)
    journal.review(made.id, "started", "Once <b>only</b>.")
    look = shown(journal, clock)
    look.folds.children[0].unfold()
    everything = look.folds.children[0].inside.children[0]
    everything.list.on_shown()
    assert "9 March 2026: started. “Once &lt;b&gt;only&lt;/b&gt;.”" in everything.list.html
    everything.choose.answer(str(made.id))
    press(everything.chosen, "Take it back")
    assert "Monday" not in everything.list.html
    assert look.sentence.html == ""


def all_of_them(look):
    look.folds.children[0].unfold()
    everything = look.folds.children[0].inside.children[0]
    everything.list.on_shown()
    return everything


def test_a_promise_changed_in_the_list_is_the_one_that_is_asked_about(journal, clock, made):
    clock.on(3, 9)
    look = shown(journal, clock)
    everything = all_of_them(look)
    everything.choose.answer(str(made.id))
    press(everything.chosen, "Change it")
    everything.chosen.children[0].form.act.answer("ask Ash")
    press(everything.chosen, "Keep the change")
    (card,) = look.due.children
    for told in (card.words.html, everything.list.html, look.soon.html):
        assert "ask Ash" in told
        assert "Rowan" not in told
    press(everything.chosen, "Undo")
    assert "Rowan" in card.words.html
    press(everything.chosen, "Take it back")
    assert look.due.children == ()
    assert "No promise waits for you today." in look.line.html


def test_a_promise_changed_where_it_was_answered_is_changed_in_the_list_too(journal, clock, made):
    clock.on(3, 9)
    look = shown(journal, clock)
    everything = all_of_them(look)
    everything.choose.answer(str(made.id))
    card = answered(look, "changed")
    card.after.children[0].form.act.answer("ask Ash")
    press(card, "Keep the change")
    for told in (everything.list.html, everything.chosen.children[0].words.html):
        assert "ask Ash" in told
        assert "Rowan" not in told


def test_after_an_answer_the_rest_of_the_page_is_told(journal, clock, made, monkeypatch):
    clock.on(3, 9)
    look, told = shown(journal, clock), []
    monkeypatch.setattr(look.line, "send", told.append)
    answered(look, "done")
    assert told == [{"renew": True}]


def test_every_look_back_fits_in_one_calendar_file(journal, clock, made):
    journal.promise("it is Friday", "listen", date(2026, 3, 20), "voices", review_days=())
    look = shown(journal, clock)
    look.folds.children[0].unfold()
    calendar = look.folds.children[0].inside.children[0].children[-1]
    calendar.unfold()
    file = calendar.inside.children[0].file()
    assert file.count(b"BEGIN:VEVENT") == 5
    assert b"Monday" not in file


@pytest.mark.parametrize(("count", "folds"), [(9, 1), (10, 2)])
def test_the_curve_begins_with_ten_promises(journal, clock, count, folds):
    for number in range(count):
        journal.promise(f"it is {number}", "ask", date(2026, 3, 20), "voices")
    assert len(shown(journal, clock).folds.children) == folds


def curve_of(journal, clock):
    look = shown(journal, clock)
    look.folds.children[1].unfold()
    return list(parts(look.folds.children[1].inside))


def test_the_curve_says_its_finding_and_stands_beside_what_is_known(journal, clock):
    ids = [
        journal.promise(f"it is {number}", "ask", date(2026, 3, 20), "voices").id
        for number in range(10)
    ]
    clock.on(3, 7)
    for each in ids[:4]:
        journal.review(each, "done")
    clock.on(4, 11)
    found = curve_of(journal, clock)
    (figure,) = [part for part in found if isinstance(part, Figure)]
    said = figure.finding
    assert said.startswith("Of 10 promises, about 40% were done within 5 days.")
    assert figure.table["rows"][0][:3] == ["5", "4", "40%"]
    assert any("58% or 22%" in getattr(part, "html", "") for part in found)


def test_with_nothing_done_there_is_no_figure(journal, clock):
    for number in range(10):
        journal.promise(f"it is {number}", "ask", date(2026, 3, 20), "voices")
    found = curve_of(journal, clock)
    assert not [part for part in found if isinstance(part, Figure)]
    assert any("nothing to draw" in getattr(part, "html", "") for part in found)
