"""What a person deletes is gone: from the file, its log and its backups."""

from dataclasses import replace
from datetime import date

import pytest

from helpers.journal import Journal, backups, cipher

GONE, STAYS = "Zwetschgenkuchen", "Apfelstrudel"


def held_anywhere(file, word):
    """Whether any file in the journal's folder holds the word."""
    files = [path for path in file.parent.rglob("*") if path.is_file()]
    return any(word.encode() in path.read_bytes() for path in files)


@pytest.fixture
def full(journal, april):
    journal.write(april, f"{GONE} first")
    journal.write(april, STAYS)
    journal.tag(april.id, "falls")
    made = journal.promise(GONE, "ask", date(2026, 4, 1), "expectations", buddy=GONE)
    journal.review(made.id, "started", GONE)
    journal.take_question(GONE, "voices")
    backups.make(journal.store)
    return journal


def test_one_version_is_forgotten_and_the_others_stay(full, file, april):
    first = full.versions(april.id)[0]
    assert full.forget_version(first.id).removed == 1
    assert [one.value for one in full.versions(april.id)] == [STAYS]


def test_an_entry_whose_last_version_is_forgotten_is_gone(full, april):
    for one in full.versions(april.id):
        full.forget_version(one.id)
    assert full.entries() == []
    assert full.tags() == {}


def test_forgetting_everything_leaves_no_word_in_any_file_beside_the_journal(full, file):
    assert held_anywhere(file, GONE)
    told = full.forget_everything()
    assert told.removed == 5  # two versions, a promise, its review, a question
    assert not held_anywhere(file, GONE)
    assert not held_anywhere(file, STAYS)
    assert (full.entries(), full.commitments(), full.questions()) == ([], [], [])


def test_forgetting_a_reflection_leaves_the_others(full, file):
    full.forget_reflection("voices")
    assert full.questions() == []
    assert len(full.commitments()) == 1
    full.forget_reflection("expectations")
    assert not held_anywhere(file, GONE)


def test_forgetting_a_promise_takes_its_reviews_along(full, april):
    assert full.forget_commitment(full.commitments()[0].id).removed == 2
    full.forget_question(full.questions()[0].id)
    assert full.commitments() == []


def test_forgetting_a_promise_takes_along_what_was_typed_on_the_way_to_it(full, file, april):
    promise = full.commitments()[0]
    for name in ("promise_if", f"promise_then.{promise.uid}.1", f"look_back_why.{promise.uid}"):
        full.write(replace(april, id=f"expectations.{name}"), "Linzertorte")
    full.forget_commitment(promise.id)
    assert not held_anywhere(file, "Linzertorte")
    assert len(full.versions(april.id)) == 2


def test_the_backups_that_held_it_are_replaced_by_one_of_what_is_left(full, file, april):
    full.forget_entry(april.id)
    (left,) = backups.listed(file)
    assert Journal.open(left.path).entries() == []


def test_what_cannot_be_reached_is_said(full, file, april):
    told = full.forget_entry(april.id)
    assert any("exported" in line for line in told.not_reached)
    damaged = file.with_name("journal-damaged-20260302T120000Z.sqlite3")
    damaged.write_text("old")
    told = full.forget_question(full.questions()[0].id)
    assert any(str(damaged) in line for line in told.not_reached)


def test_deleting_everything_deletes_what_was_set_aside_as_damaged(full, file):
    old = file.with_name("journal-damaged-20260302T120000Z.sqlite3")
    mine = [old, old.with_name(f"{old.name}-wal"), cipher.key_file(old)]
    another = file.with_name("other-damaged-20260302T120000Z.sqlite3")
    for one in (*mine, another):
        one.write_text(GONE)
    full.forget_everything()
    assert [one.exists() for one in mine] == [False] * 3
    assert another.exists()


def test_forgetting_what_is_not_there_removes_nothing_and_keeps_the_backups(full, file):
    before = backups.listed(file)
    assert full.forget_entry("voices.nothing").removed == 0
    assert backups.listed(file) == before


def test_words_forgotten_stay_forgotten_in_a_journal_with_a_passphrase(file, april):
    journal = Journal.open(file, key=bytes(32))
    journal.write(april, GONE)
    assert journal.forget_everything().removed == 1
    assert Journal.open(file, key=bytes(32)).entries() == []


# -- words that were carried to another place


def names(told):
    return [(one.kind, one.reflection, one.wording) for one in told.alike]


def carry(journal, prompt, words, place="statement.article."):
    journal.write(replace(prompt, id=place + prompt.id, reflection="statement"), words)


def test_an_answer_takes_the_words_along_that_were_carried_from_it(full, file, april):
    carry(full, april, "Linzertorte")
    carry(full, replace(april, id="voices.email_april"), STAYS)
    full.forget_entry(april.id)
    assert not held_anywhere(file, "Linzertorte")
    assert [one.prompt.id for one in full.entries()] == ["statement.article.voices.email_april"]


def test_a_version_takes_along_the_copy_that_says_the_same_and_no_other(full, april):
    for words in (f"{GONE} first", "Linzertorte"):
        carry(full, april, words)
    full.forget_version(full.versions(april.id)[0].id)
    left = full.versions(f"statement.article.{april.id}")
    assert [one.value for one in left] == ["Linzertorte"]


def test_a_promise_a_question_and_a_reflection_take_their_carried_words_along(full, file, april):
    promise, question = full.commitments()[0], full.questions()[0]
    carry(full, replace(april, id=f"promise:{promise.uid}"), "Linzertorte")
    carry(full, replace(april, id=f"question:{question.id}"), "Sachertorte")
    carry(full, april, "Gugelhupf")
    full.forget_commitment(promise.id)
    assert not held_anywhere(file, "Linzertorte")
    full.forget_question(question.id)
    assert not held_anywhere(file, "Sachertorte")
    full.forget_reflection("expectations")
    assert not held_anywhere(file, "Gugelhupf")


def test_where_the_same_words_still_stand_is_told(journal, april):
    worst = replace(april, id="start.worst", reflection="start", wording="Why?")
    journal.write(worst, "Ask nobody.\nI will no longer let them wait for an answer.")
    ticks = replace(worst, id="start.worst_happens", wording="Which?")
    journal.write_result(ticks, ["Ask nobody.", "quick"])
    journal.write(replace(april, wording="Yours?"), "We ask nobody twice, and wait for an answer.")
    journal.promise("Monday", "no longer let them wait for an answer", date(2030, 4, 1), "voices")
    journal.take_question("Who lets them wait for an answer?", "voices")
    told = journal.forget_entry("start.worst")
    assert names(told) == [
        ("entry", "start", "Which?"),
        ("promise", "voices", ""),
        ("question", "voices", ""),
    ]
    assert names(journal.forget_entry("start.worst_happens")) == []


def test_other_versions_of_the_same_answer_are_not_told_as_elsewhere(journal, april):
    journal.write(april, "Thank the whole ward from me.")
    journal.write(april, "Thank the whole ward from me. And wait.")
    assert journal.forget_version(journal.versions(april.id)[0].id).alike == ()


def test_brackets_that_a_person_typed_are_words_and_stop_nothing(journal, april):
    journal.write(replace(april, id="voices.who"), "[" * 100_000)
    journal.write(april, STAYS)
    assert journal.forget_entry(april.id).removed == 1
