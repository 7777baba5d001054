import json
from datetime import UTC, date, datetime

import pytest

from helpers.journal import Journal, Prompt
from helpers.page.contents import Standing, standings
from helpers.page.notebooks import NOTEBOOKS
from helpers.page.own.block import TEMPLATE
from helpers.page.seals import Seal, hidden, keep_seal, seal_of
from helpers.page.shelf import Reflection, next_after, reflections

KIT = {"question": "Why?", "promise": "A word.", "minutes": 20, "group_minutes": 60, "slice": "why"}
MARCH = datetime(2026, 3, 2, 12, tzinfo=UTC)
ANSWER = Prompt("why.answer", 1, "Your answer", "why")
SEALED = Prompt("why.answer_seal", 1, "When it was sealed", "why")
WHY = Reflection("01-why.ipynb", **KIT)


def put(folder, name, kit):
    (folder / name).write_text(json.dumps({"cells": [], "metadata": {"kit": kit}}), "utf-8")


@pytest.fixture
def journal(tmp_path):
    return Journal.open(tmp_path / "journal.sqlite3", now=lambda: MARCH)


def standing(journal, today=date(2026, 3, 9)):
    return standings(journal, today, [WHY])[0]


# -- the shelf


def test_a_notebook_that_is_put_in_the_folder_is_on_the_shelf(tmp_path):
    assert reflections(tmp_path) == []
    put(tmp_path, "01-why.ipynb", KIT)
    assert reflections(tmp_path) == [WHY]


@pytest.mark.parametrize(
    "kit", [None, {}, [], KIT | {"minutes": "20"}, KIT | {"question": " "}, {"question": "Why?"}]
)
def test_a_notebook_that_does_not_say_what_it_is_takes_nothing_from_the_others(tmp_path, kit):
    put(tmp_path, "01-why.ipynb", KIT)
    put(tmp_path, "02-half.ipynb", kit)
    (tmp_path / "03-broken.ipynb").write_text("{", "utf-8")
    (tmp_path / "04-no-text.ipynb").write_bytes(b"\xff\xfe")
    assert reflections(tmp_path) == [WHY]


def test_what_a_notebook_says_besides_does_no_harm(tmp_path):
    put(tmp_path, "01-why.ipynb", KIT | {"colour": "blue"})
    assert reflections(tmp_path) == [WHY]


def test_a_copy_of_the_template_is_on_the_shelf_and_the_template_is_not(tmp_path):
    whole = (NOTEBOOKS / TEMPLATE).read_text("utf-8")
    for name in (TEMPLATE, "our-handover.ipynb"):
        (tmp_path / name).write_text(whole, "utf-8")
    assert [found.notebook for found in reflections(tmp_path)] == ["our-handover.ipynb"]


def test_a_copy_that_is_half_written_stands_under_its_file_name(tmp_path):
    put(tmp_path, "our-handover.ipynb", {"own": True})
    assert reflections(tmp_path)[0].question == "our-handover"


def test_the_start_page_is_no_reflection():
    assert "00-start-here.ipynb" not in {found.notebook for found in reflections()}
    assert next_after("99-last.ipynb", NOTEBOOKS).endswith(".ipynb")


# -- what was done in each


def test_an_untouched_reflection_is_not_begun(journal):
    assert standing(journal) == Standing(WHY)
    assert not standing(journal).begun


def test_words_begin_it_and_words_taken_out_again_do_not(journal):
    journal.write(ANSWER, "Because.")
    assert standing(journal).written == date(2026, 3, 2)
    assert standing(journal).begun
    journal.write(ANSWER, "")
    journal.write_result(Prompt("why.ticks", 1, "Ticks", "why"), [])
    assert not standing(journal).begun


def test_words_of_another_reflection_say_nothing_of_this_one(journal):
    journal.write(Prompt("other.answer", 1, "Your answer", "other"), "Because.")
    assert not standing(journal).begun


def test_a_promise_or_a_question_brings_it_to_an_end(journal):
    made = journal.promise("it rains", "ask", date(2026, 3, 20), "why")
    assert (standing(journal).kept, standing(journal).promises) == (True, 1)
    journal.review(made.id, "taken_back")
    assert not standing(journal).kept
    journal.take_question("Who asks?", "why")
    assert standing(journal).kept


def test_a_promise_is_due_on_its_day_and_not_before(journal):
    journal.promise("it rains", "ask", date(2026, 3, 20), "why", review_days=())
    assert standing(journal, date(2026, 3, 19)).due == 0
    assert standing(journal, date(2026, 3, 20)).due == 1


def test_the_place_leads_back_to_the_step(journal):
    journal.remember_place("01-why.ipynb", "try-it")
    assert standing(journal).address == "01-why.ipynb#try-it"
    assert standing(journal).begun
    journal.remember_place("01-why.ipynb", "<gone>")
    assert standing(journal).address == "01-why.ipynb"


def test_a_standing_holds_no_word_of_the_reader(journal):
    journal.write(ANSWER, "Because nobody asked.")
    journal.promise("it rains", "ask twice", date(2026, 3, 20), "why")
    assert not any(word in repr(standing(journal)) for word in ("nobody", "rains", "twice"))


# -- seals


def test_a_sealed_answer_is_hidden_until_it_is_opened(journal):
    journal.write(ANSWER, "Because.")
    assert hidden(journal.entries()) == frozenset()
    keep_seal(journal, SEALED, Seal(date(2026, 3, 2)))
    assert journal.latest_result("why.answer_seal") == {"sealed": "2026-03-02", "opened": None}
    assert hidden(journal.entries()) == {"why.answer"}
    keep_seal(journal, SEALED, Seal(date(2026, 3, 2), date(2026, 5, 4)))
    assert seal_of(journal, "why.answer") == Seal(date(2026, 3, 2), date(2026, 5, 4))
    assert hidden(journal.entries()) == frozenset()


def test_a_seal_that_was_never_set_is_open(journal):
    assert seal_of(journal, "why.answer") == Seal()
    assert not Seal().closed


def test_a_seal_whose_day_is_none_hides_nothing(journal):
    journal.write_result(SEALED, {"sealed": "one fine day", "opened": None})
    assert seal_of(journal, ANSWER.id) == Seal()
