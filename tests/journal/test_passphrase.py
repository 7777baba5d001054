"""A journal with a passphrase: nobody reads it without, and no word is lost on the way."""

import contextlib
import multiprocessing
import os
import threading
import time
import traceback

import pytest

from helpers.intake import Problem
from helpers.journal import Journal, Locked, backups, cipher, lock, signs
from helpers.journal import passphrase as doors

WORDS = "three quiet words"
MARK = "Zwetschgenkuchen"

pytestmark = pytest.mark.skipif(not cipher.can_encrypt(), reason="no SQLCipher on this computer")


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    """Stretch passphrases for a moment only: the cost itself has a test of its own."""
    monkeypatch.setattr(lock, "COST", {"n": 2**10, "r": 8, "p": 1})


def everything_beside(file):
    return b"".join(path.read_bytes() for path in file.parent.rglob("*") if path.is_file())


def test_no_word_can_be_read_in_the_folder_once_a_passphrase_is_set(journal, file, april):
    journal.write(april, MARK)
    backups.make(journal.store)
    assert MARK.encode() in everything_beside(file)
    doors.protect(file, WORDS)
    assert MARK.encode() not in everything_beside(file)
    assert backups.listed(file)


def test_the_passphrase_opens_the_journal_with_its_history(journal, file, april):
    journal.write(april, "first")
    journal.write(april, MARK)
    doors.protect(file, WORDS)
    again = Journal.open(file, key=doors.unlock(file, WORDS))
    assert [one.value for one in again.versions(april.id)] == ["first", MARK]


def test_without_the_key_the_journal_is_locked_not_damaged(journal, file):
    doors.protect(file, WORDS)
    with pytest.raises(Locked, match="type your passphrase"):
        Journal.open(file)
    with pytest.raises(Locked):
        Journal.open(file, key=bytes(32))


def test_another_passphrase_opens_nothing_and_says_what_to_try(file):
    doors.begin(file, WORDS)
    with pytest.raises(Problem, match="recovery code"):
        doors.unlock(file, "three other words")


@pytest.mark.parametrize("typed", ["three  quiet words ", "three quiet wörds"])
def test_the_same_words_typed_another_way_open_it(file, typed):
    doors.begin(file, " ".join(typed.split()).replace("ö", "ö"))
    assert doors.unlock(file, typed)


def test_the_recovery_code_opens_it_also_without_the_key_file(file, april):
    key, code = doors.begin(file, WORDS)
    Journal.open(file, key=key).write(april, MARK)
    cipher.key_file(file).unlink()
    again = doors.unlock_with_code(file, code.lower().replace("0", "o"), "another few words")
    assert again == key == doors.unlock(file, "another few words")
    assert Journal.open(file, key=again).latest(april.id).value == MARK


def test_the_code_of_another_journal_is_refused(file):
    doors.begin(file, WORDS)
    with pytest.raises(Problem, match="does not open this journal"):
        doors.unlock_with_code(file, lock.recovery_code(bytes(16)), "another few words")
    assert doors.unlock(file, WORDS)


def test_a_changed_passphrase_leaves_the_recovery_code(file):
    key, code = doors.begin(file, WORDS)
    doors.change(file, WORDS, "another few words")
    with pytest.raises(Problem):
        doors.unlock(file, WORDS)
    assert doors.unlock_with_code(file, code, WORDS) == key


def test_a_passphrase_can_be_taken_off_again(journal, file, april):
    journal.write(april, MARK)
    doors.protect(file, WORDS)
    doors.take_off(file, WORDS)
    assert Journal.open(file).latest(april.id).value == MARK
    assert not cipher.key_file(file).exists()
    assert all(backups.is_good(one.path) for one in backups.listed(file))


@pytest.mark.parametrize("weak", ["", "short", "aaaaaaaaaaaaaaaa", "            "])
def test_a_weak_passphrase_is_refused_and_nothing_changes(journal, file, april, weak):
    journal.write(april, MARK)
    with pytest.raises(Problem, match="three or four words"):
        doors.protect(file, weak)
    assert Journal.open(file).latest(april.id).value == MARK


@pytest.mark.parametrize("content", ["", "{", '{"format": "other"}', '{"n": 1e99}'])
def test_a_damaged_key_file_is_told_and_the_code_still_opens(file, content):
    key, code = doors.begin(file, WORDS)
    cipher.key_file(file).write_text(content)
    with pytest.raises(Problem, match="Your recovery code opens"):
        doors.unlock(file, WORDS)
    assert doors.unlock_with_code(file, code, WORDS) == key


def test_a_power_cut_while_setting_a_passphrase_leaves_the_journal_readable(
    journal, file, april, monkeypatch
):
    journal.write(april, MARK)
    monkeypatch.setattr(doors, "_move", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        doors.protect(file, WORDS)
    assert cipher.key_file(file).exists()
    assert Journal.open(file).latest(april.id).value == MARK


def test_a_real_passphrase_costs_an_attacker_half_a_second_a_guess(monkeypatch):
    monkeypatch.undo()
    assert lock.COST == {"n": 2**17, "r": 8, "p": 1}  # 128 MiB, as RFC 7914 counts it


def test_neither_key_nor_passphrase_shows_in_a_repr_or_traceback(file):
    from helpers.journal.own import Whereabouts

    key, _code = doors.begin(file, WORDS)
    assert key.hex() not in repr(Whereabouts("own", file, key))
    with pytest.raises(Problem) as caught:
        doors.unlock(file, f"{MARK} and more")
    assert MARK not in "".join(traceback.format_exception(caught.value))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_words_written_while_the_passphrase_is_set_are_kept_or_refused_never_lost(
    journal, file, april
):
    out, into = os.pipe()

    def write_until_locked():
        mine = Journal.open(file)
        for number in range(100_000):
            try:
                mine.write(april, f"word {number}")
            except Locked:
                os._exit(0)
            os.write(into, f"{number}\n".encode())

    writer = multiprocessing.get_context("fork").Process(target=write_until_locked)
    writer.start()
    time.sleep(0.15)
    key, _code = doors.protect(file, WORDS)
    writer.join(20)
    os.close(into)
    with os.fdopen(out) as pipe:
        acknowledged = {f"word {line.strip()}" for line in pipe}
    kept = {one.value for one in Journal.open(file, key=key).versions(april.id)}
    assert writer.exitcode == 0
    assert len(acknowledged) > 5
    assert acknowledged <= kept


def test_a_passphrase_set_twice_keeps_the_first_one(journal, file, april):
    journal.write(april, MARK)
    key, _code = doors.protect(file, WORDS)
    with pytest.raises(Problem, match="has a passphrase already"):
        doors.protect(file, "another few words")
    assert doors.unlock(file, WORDS) == key
    assert Journal.open(file, key=key).latest(april.id).value == MARK


def test_a_full_disk_at_the_backup_still_gives_the_recovery_code(journal, file, april, monkeypatch):
    journal.write(april, MARK)

    def full(*_args, **_more):
        raise Problem("The disk is full.")

    monkeypatch.setattr(backups, "make", full)
    key, code = doors.protect(file, WORDS)
    assert lock.key_of(lock.read_code(code)) == key
    assert Journal.open(file, key=key).latest(april.id).value == MARK


def test_after_a_change_the_old_passphrase_opens_no_copy_either(file):
    key, _code = doors.begin(file, WORDS)
    backups.make(Journal.open(file, key=key).store)
    doors.change(file, WORDS, "another few words")
    assert not cipher.key_files(file)[1].exists()
    with pytest.raises(Problem, match="does not open"):
        doors.unlock(file, WORDS)


def test_a_lost_key_file_is_found_again_among_the_backups(file):
    key, _code = doors.begin(file, WORDS)
    backups.make(Journal.open(file, key=key).store)
    cipher.key_file(file).unlink()
    assert doors.unlock(file, WORDS) == key


def test_the_code_of_a_damaged_journal_is_known_by_its_backup(file, april):
    key, code = doors.begin(file, WORDS)
    journal = Journal.open(file, key=key)
    journal.write(april, MARK)
    backups.make(journal.store)
    file.write_bytes(b"\x5a" * 40_000)
    assert doors.unlock_with_code(file, code, WORDS) == key


def test_threads_of_one_program_lose_nothing_while_the_passphrase_is_set(journal, file, april):
    written, stop = [], threading.Event()

    def write():
        for number in range(100_000):
            if stop.is_set():
                return
            try:
                journal.write(april, f"word {number}")
            except Locked:
                return
            written.append(f"word {number}")

    def reopen():
        while not stop.is_set():
            with contextlib.suppress(Locked):
                Journal.open(file)
            signs.is_locked(file)

    threads = [threading.Thread(target=act) for act in (write, reopen)]
    for thread in threads:
        thread.start()
    time.sleep(0.3)
    key, _code = doors.protect(file, WORDS)
    stop.set()
    for thread in threads:
        thread.join(20)
    kept = {one.value for one in Journal.open(file, key=key).versions(april.id)}
    assert len(written) > 5
    assert set(written) <= kept
