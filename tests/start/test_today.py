import re
from datetime import date

import pytest

from helpers.journal import Prompt
from helpers.page import words
from helpers.page.notebooks import NOTEBOOKS, PACKS
from helpers.page.seals import Seal, keep_seal
from helpers.start.activities.looking_back import LookingBack
from helpers.start.activities.questions import Questions
from helpers.start.activities.today import Today

EMAIL = Prompt("learning.email", 1, "Your email", "learning")


def told(activity):
    activity.refresh()
    return activity.told.html


def rows(questions):
    questions.list.refresh()
    return re.findall(r"href='([\w-]+\.ipynb)", questions.list.html)


def said(journal, name, value):
    journal.write(words.prompt("start", name), value)


def begin(journal):
    """Write both first words, and seal the second."""
    said(journal, "meaning", "To me it means asking first.")
    said(journal, "missing", "Nobody would ask the night staff.")
    keep_seal(journal, words.prompt("start", "missing_seal"), Seal(date(2026, 3, 2)))


def test_nothing_is_read_before_the_page_is_shown(journal, around):
    today = Today(**around)
    assert today.told.html == ""
    begin(journal)
    assert "Open a question you have not met" in told(today)


def test_on_the_first_day_there_is_one_step_and_it_is_on_this_page(around):
    first = told(Today(**around))
    assert first.count("kit-button") == 1
    assert "href='#in-your-own-words'" in first
    assert "<blockquote>" not in first


def test_the_last_sentence_is_shown_with_its_day_its_place_and_escaped(journal, clock, around):
    journal.write(EMAIL, "Ask <b>why</b> first, please. Then wait.")
    clock.on(3, 9)
    page = told(Today(**around))
    assert "On 2 March you wrote this." in page
    assert "<blockquote>Ask &lt;b&gt;why&lt;/b&gt; first, please.</blockquote>" in page
    assert "href='02-learning.ipynb'" in page


def test_sealed_words_are_not_the_last_sentence(journal, clock, around):
    said(journal, "missing", "Nobody would ask the night staff.")
    keep_seal(journal, words.prompt("start", "missing_seal"), Seal(clock.today))
    clock.on(3, 9)
    assert "night staff" not in told(Today(**around))
    keep_seal(journal, words.prompt("start", "missing_seal"), Seal(clock.today, clock.today))
    assert "night staff" in told(Today(**around))


def test_halves_of_a_promise_and_notes_are_not_the_last_sentence(journal, clock, around):
    journal.write(EMAIL, "tbc")
    draft = Prompt("learning.promise_if", 1, "If …", "learning")
    journal.write(draft, "the next report reaches my desk on a Monday")
    clock.on(3, 9)
    assert "<blockquote>" not in told(Today(**around))


def test_the_newest_promise_is_told_as_a_promise(journal, clock, around):
    journal.write(EMAIL, "Thank you all for this work.")
    clock.on(3, 3)
    journal.promise("it rains", "ask twice", date(2026, 5, 1), "voices")
    clock.on(3, 4)
    assert "Yesterday you made this promise." in told(Today(**around))


def test_what_was_written_here_today_is_no_last_time(journal, around):
    said(journal, "meaning", "To me it means asking first.")
    assert "<blockquote>" not in told(Today(**around))


def test_in_a_workshop_ones_own_words_stay_hidden(journal, clock, around):
    journal.write(EMAIL, "Thank you all for this work.")
    clock.on(3, 9)
    today = Today(**around)
    today.company.answer("workshop")
    assert "Thank you all" not in told(today)
    assert "Keep your own page off the big screen" in told(today)


def test_a_promise_that_is_due_is_the_step_and_more_time_has_room_for_more(journal, clock, around):
    begin(journal)
    journal.promise("it rains", "ask twice", date(2026, 3, 20), "voices")
    clock.on(3, 21)
    today = Today(**around)
    today.time.answer("10")
    assert "href='#looking-back'" in told(today)
    assert "Then there is time for" not in told(today)
    today.time.answer("60")
    assert "Then there is time for" in told(today)


def test_time_and_company_are_remembered(journal, around):
    Today(**around).time.answer("30")
    again = Today(**around)
    again.time.on_shown()
    assert again.minutes == 30
    assert journal.entries() == []  # it is no thought to read again


def test_a_choice_made_on_the_page_is_kept_as_a_setting(journal, around):
    today = Today(**around)
    today.company.on_act({"draft": {"value": "colleague", "client": "page", "seq": 1}}, [])
    assert journal.setting("start.company") == "colleague"
    assert today.company.saved == {"client": "page", "seq": 1}


def test_every_time_and_every_company_has_its_own_words(journal, around):
    begin(journal)
    today, pages = Today(**around), set()
    for time in ("10", "30", "60"):
        for company in ("alone", "colleague", "workshop"):
            today.time.answer(time)
            today.company.answer(company)
            pages.add(told(today))
    # with ten minutes and others the cards come first, whoever they are; the words differ still
    assert len(pages) >= 8


def test_the_reader_is_led_back_to_their_step(journal, around):
    begin(journal)
    journal.remember_place("02-learning.ipynb", "think-together")
    page = told(Today(**around))
    assert "Go on where you were" in page
    assert "href='02-learning.ipynb#think-together'" in page
    assert "at “Think together”" in page


def test_a_page_that_was_only_glanced_at_is_not_begun(journal, around):
    begin(journal)
    journal.remember_place("02-learning.ipynb", "the-question")
    assert Today(**around).step.kind == "open"


def test_the_questions_stand_in_another_order_on_other_days_and_all_are_there(clock, around):
    questions, orders = Questions(**around), set()
    for day in range(1, 29):
        clock.on(3, day)
        orders.add(tuple(rows(questions)[:3]))
    assert len(orders) == 6
    assert all(set(order) == set(sorted(orders)[0]) for order in orders)


def test_what_gathers_the_others_stands_last(around):
    assert rows(Questions(**around))[3] == "06-statement.ipynb"


def test_questions_say_what_is_done_and_never_what_is_not(journal, clock, around):
    journal.write(EMAIL, "Thank you all for this work.")
    journal.promise("it rains", "ask twice", date(2026, 3, 20), "learning")
    clock.on(3, 21)
    questions = Questions(**around)
    questions.list.refresh()
    page = questions.list.html
    assert "You wrote here on 2 March" in page
    assert "One promise made here" in page
    assert "One promise to look back at" in page
    assert not re.search(r"\bnot (begun|done|yet)\b|%|score", page, re.I)


@pytest.mark.parametrize(("time", "fits"), [("10", "About 10 of its 27"), ("60", "60 minutes")])
def test_the_time_chosen_above_is_told_beside_each_question(around, time, fits):
    today = Today(**around)
    questions = Questions(today, **around)
    questions.list.refresh()
    today.time.answer(time)
    assert fits in questions.list.html


def test_a_question_is_escaped(around):
    questions = Questions(**around)
    questions.list.refresh()
    assert "voices &amp; me?" in questions.list.html


def test_an_answered_promise_changes_the_step(journal, clock, around):
    begin(journal)
    kept = journal.promise("it rains", "ask twice", date(2026, 3, 20), "voices")
    clock.on(3, 21)
    today = Today(**around)
    told(today)
    back = LookingBack(journal, then=today.refresh)
    journal.review(kept.id, "done")
    back.promises.line.on_shown()
    assert "Look back at a promise" not in today.told.html


def test_no_word_of_the_reader_is_in_a_repr(journal, clock, around):
    journal.write(EMAIL, "Thank you all for this work.")
    clock.on(3, 9)
    today = Today(**around)
    told(today)
    assert "Thank you" not in repr(today.told)
    assert "Thank you" not in repr(today._standings())


def test_a_facilitator_finds_the_page_that_puts_packs_together(around):
    questions = Questions(**around)
    questions.list.refresh()
    assert f"<a href='{PACKS}'>" in questions.list.html
    assert (NOTEBOOKS / PACKS).is_file()


def test_an_order_is_spoken_of_from_two_questions_on(around):
    several, one = (
        Questions(**around | {"shelf": lambda most=most: around["shelf"]()[:most]})
        for most in (2, 1)
    )
    for questions in (several, one):
        questions.list.refresh()
    assert "There is no order." in several.list.html
    assert "There is no order." not in one.list.html
