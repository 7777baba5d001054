"""Deleting an answer whose words were carried to other places in the journal."""

import pytest

from helpers.journal import Journal
from helpers.page.my_journal import ReadMyJournal
from helpers.page.words import prompt
from helpers.start.activities.nobody_led import IfNobodyLedIt
from helpers.statement.activities import keeping, own_words

APRIL = "entry:expectations.email_april"


@pytest.fixture
def journal(tmp_path):
    return Journal.open(tmp_path / "journal.sqlite3")


def opened(journal, key):
    reading = ReadMyJournal(journal)
    reading.list.on_shown()
    reading.unfold(key)
    return reading


def do(reading, act, key):
    reading.list.on_act({"act": act, "row": key, "part": "", "value": ""}, [])


def row(reading, key):
    return next((row["html"] for row in reading.list.shown["rows"] if row["id"] == key), "")


def test_what_still_holds_words_of_a_deleted_answer_is_named_with_its_page(journal):
    journal.write(prompt("start", "worst"), "Ask nobody <b>, ever.\nPraise luck.")
    happens = IfNobodyLedIt(journal)
    happens.worst.on_shown()
    happens.look()
    happens.happens.answer(["Ask nobody <b>, ever."])
    key = "entry:start.worst"
    reading = opened(journal, key)
    do(reading, "ask", key)
    do(reading, "delete", key)
    said = next(row["html"] for row in reading.list.shown["rows"] if row["id"] == "told")
    assert "Some of the same words also stand in your journal here." in said
    assert "which of these already happen, even a little?” (in “Leading for improvement”)" in said
    assert "&lt;b&gt;" not in said  # the words themselves are not told again


def test_the_articles_words_go_with_the_answer_they_are_of(journal, april):
    journal.write(april, "Well done to you.")
    piece = next(one for one in own_words.pieces(journal) if one.id == april.id)
    keeping.rewrite(journal, piece, "I praised them for luck.")
    reading = opened(journal, APRIL)
    do(reading, "ask", APRIL)
    assert "so do its words in a draft article" in row(reading, APRIL)
    do(reading, "delete", APRIL)
    assert row(reading, f"entry:statement.article.{april.id}") == ""
    assert journal.latest(f"statement.article.{april.id}") is None
