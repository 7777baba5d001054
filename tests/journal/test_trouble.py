import sqlite3
import subprocess
import sys
import traceback
from datetime import date

import pytest

from helpers.intake import Problem
from helpers.journal import Journal, trouble
from helpers.journal.store import Store

MARK = "Zwetschgenkuchen"


def test_a_journal_of_a_newer_release_is_refused_and_left_as_it_was(journal, file, april):
    journal.write(april, "Thank you.")
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = file.read_bytes()
    with pytest.raises(Problem, match=r"newer release.*Update the kit"):
        Journal.open(file)
    assert file.read_bytes() == before


def test_a_damaged_journal_is_told_and_left_as_it_was(journal, file, april):
    for number in range(200):
        journal.write(april, f"{number} " * 50)
    broken = bytearray(file.read_bytes())
    broken[8192:16384] = b"\x5a" * 8192
    file.write_bytes(broken)
    with pytest.raises(Problem, match=r"is damaged\. Nothing in it was changed\..*newest backup"):
        Journal.open(file)
    assert file.read_bytes() == broken


def test_a_journal_cut_short_is_told(journal, file, april):
    for number in range(200):
        journal.write(april, f"{number} " * 50)
    file.write_bytes(file.read_bytes()[:10_000])
    with pytest.raises(Problem, match="is damaged"):
        Journal.open(file)


def test_a_file_that_is_no_journal_is_left_alone(tmp_path):
    file = tmp_path / "minutes.docx"
    file.write_text("Minutes of the board, kept by hand. " * 40)
    before = file.read_bytes()
    with pytest.raises(Problem, match="not a journal of this kit"):
        Journal.open(file)
    assert file.read_bytes() == before


def test_the_database_of_another_program_is_left_alone(tmp_path):
    file = tmp_path / "other.sqlite3"
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE other (x)")
    connection.close()
    before = file.read_bytes()
    with pytest.raises(Problem, match="not a journal of this kit"):
        Journal.open(file)
    assert file.read_bytes() == before


def test_a_journal_held_by_another_program_says_so_after_waiting(journal, file, clock, april):
    impatient = Journal(Store(file, patience=0.1), clock)
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(Problem, match=r"still on the screen.*close other windows"):
        impatient.write(april, "Thank you.")
    holder.execute("ROLLBACK")
    holder.close()
    assert impatient.write(april, "Thank you.").changed


def test_a_full_disk_says_so_and_keeps_what_was_there(journal, file, clock, april, monkeypatch):
    journal.write(april, "Thank you.")
    connect = Store.connect

    def connect_to_full_disk(self):
        connection = connect(self)
        connection.execute("PRAGMA max_page_count = 1")  # no page may be added
        return connection

    monkeypatch.setattr(Store, "connect", connect_to_full_disk)
    full = Journal(Store(file), clock)
    with pytest.raises(Problem, match=r"The disk is full\. Your words are still on the screen"):
        full.write(april, "words " * 5000)
    assert journal.latest(april.id).value == "Thank you."


def test_a_journal_that_vanished_says_so_and_is_not_begun_anew(journal, file, april):
    file.unlink()
    with pytest.raises(Problem, match="cannot be opened"):
        journal.write(april, "Thank you.")
    assert not file.exists()


@pytest.mark.parametrize("name", ["FULL", "READONLY", "CANTOPEN", "IOERR", "BUSY", "LOCKED"])
def test_each_trouble_with_saving_says_that_the_words_are_on_the_screen(name, file):
    code = getattr(sqlite3, f"SQLITE_{name}")
    assert "still on the screen" in str(trouble.said(code, file))


def test_a_mistake_of_ours_stays_loud(file):
    assert trouble.said(sqlite3.SQLITE_CONSTRAINT, file) is None


def test_extended_codes_are_read_as_their_kind():
    error = sqlite3.OperationalError()
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
    assert trouble.kind_of(error) == sqlite3.SQLITE_IOERR


def test_no_repr_shows_a_word(journal, april):
    saved = journal.write(april, MARK)
    later = journal.write(april, f"{MARK}!", client="page", seq=1)
    made = journal.promise(MARK, MARK, date(2026, 4, 1), "expectations")
    reviewed = journal.review(made.id, "done", MARK)
    asked = journal.take_question(MARK, "expectations")
    for thing in (saved, later, made, reviewed, asked, journal):
        assert MARK not in f"{thing!r} {thing!s}"


def test_no_traceback_shows_a_word(journal, april, file):
    with sqlite3.connect(file) as connection:
        connection.execute("DROP TABLE version")
    connection.close()
    with pytest.raises(Exception, match="no such table") as caught:
        journal.write(april, MARK)
    assert MARK not in "".join(traceback.format_exception(caught.value))


def test_importing_the_journal_does_not_load_sqlalchemy():
    code = "import sys, helpers.journal; print('sqlalchemy' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"
