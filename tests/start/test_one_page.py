"""The activities of the start page beside each other: what one changes, the others show."""

from datetime import date

import pytest

from helpers.page.my_journal import MyJournalFolds
from helpers.start.activities.first_words import FirstWords
from helpers.start.activities.in_ours import WhereIsItInOurs
from helpers.start.activities.looking_back import LookingBack
from helpers.start.activities.nobody_led import IfNobodyLedIt
from helpers.start.activities.three_hats import ThreeHats
from helpers.start.activities.today import Today
from tests.driven import appear, sent

WORD = "mulberry"  # in every answer


@pytest.fixture
def page(journal, clock):
    """All that stands on the start page, shown, and answered with one word in each box."""
    today = {"today": lambda: clock.today}
    first, nobody = FirstWords(journal, **today), IfNobodyLedIt(journal)
    ours, hats = WhereIsItInOurs(journal, **today), ThreeHats(journal, **today)
    back = LookingBack(journal)
    journal.promise("it is late", f"plant a {WORD}", date(2026, 3, 16), "start")
    shown = [Today(journal, **today), first, back, hats, nobody, ours]
    for activity in shown:
        appear(activity)
    first.meaning.answer(f"A {WORD}.")
    first.missing.answer(f"No {WORD}.")
    nobody.worst.answer(f"Every {WORD} is cut.")
    nobody.look()
    nobody.happens.answer([f"Every {WORD} is cut."])
    nobody.stop.answer(f"I will no longer cut a {WORD}.")
    ours.children[8].answer(f"Because of a {WORD}.")
    hats.cards.answer({"owner": "improvement"})
    hats.reveal()
    back.promises.folds.children[0].unfold()
    appear(back.promises.folds)
    return shown


@pytest.fixture
def folds(journal):
    return MyJournalFolds(journal)


@pytest.fixture
def renew(page, folds, monkeypatch):
    """Play the browser: on the word of a part, everything outside its activity appears anew."""
    asked = []
    for fold in folds.folds.values():
        monkeypatch.setattr(fold.head, "send", asked.append)

    def play():
        assert {"renew": True} in asked
        for activity in page:
            appear(activity)

    return play


def test_after_everything_was_deleted_no_word_of_it_is_left_on_the_page(page, folds, renew):
    assert all(WORD in sent(activity) for activity in (page[1], page[2], page[4], page[5]))
    assert page[3].shown.children  # the piles of the hats
    folds.folds["delete"].unfold()
    delete = folds.screens["delete"]
    appear(delete)
    delete.what.answer("*")
    delete.delete("delete")
    renew()
    assert [WORD in sent(activity) for activity in page] == [False] * len(page)
    assert page[3].shown.children == ()


def test_a_box_whose_answer_was_deleted_is_empty_and_says_nothing_of_having_been_saved(
    journal, page, folds, renew
):
    folds.folds["read"].unfold()
    read = folds.screens["read"]
    appear(read)
    for act in ("open", "ask", "delete"):
        read.list.on_act({"act": act, "row": "entry:start.meaning"}, [])
    renew()
    assert (page[1].meaning.value, page[1].meaning.saved) == (None, {})
    assert page[1].missing.value == f"No {WORD}."
