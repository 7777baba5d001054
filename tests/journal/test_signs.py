"""Locked, damaged or gone: told apart before a word is asked of the reader."""

import os

import pytest

from helpers.journal import Journal, Locked, backups, cipher, folder, lock, signs
from helpers.journal import passphrase as doors
from helpers.journal.trouble import Damaged

WORDS = "three quiet words"

secrets = pytest.mark.skipif(not cipher.can_encrypt(), reason="no SQLCipher on this computer")


@pytest.fixture
def file(tmp_path, monkeypatch):
    """The place where the kit keeps journals when no other is named."""
    monkeypatch.setattr(folder, "user_data_path", lambda *_, **__: tmp_path)
    monkeypatch.setattr(lock, "COST", {"n": 2**10, "r": 8, "p": 1})
    return folder.standard_path()


def overwrite_start(file, with_what):
    with file.open("r+b") as opened:
        opened.write(with_what)


@pytest.mark.parametrize("kept", [True, False], ids=["with a backup", "without a backup"])
@pytest.mark.parametrize(
    "start", [bytes(100), bytes(4096), b"\x5a" * 4096, os.urandom(16)], ids=len
)
def test_a_readable_journal_whose_start_is_lost_is_damaged_not_locked(
    journal, file, april, start, kept
):
    journal.write(april, "Thank you.")
    if kept:
        backups.make(journal.store)
    overwrite_start(file, start)
    with pytest.raises(Damaged):
        Journal.open(file)


@secrets
@pytest.mark.parametrize("lost", ["key", "key and backups"])
def test_an_encrypted_journal_that_lost_its_key_file_is_locked_not_damaged(file, april, lost):
    key, _code = doors.begin(file, WORDS)
    journal = Journal.open(file, key=key)
    journal.write(april, "Thank you.")
    backups.make(journal.store)
    for key_file in cipher.key_files(file):
        key_file.unlink()
    if lost == "key and backups":
        backups.forget(file)
    with pytest.raises(Locked):
        Journal.open(file)


@secrets
def test_an_emptied_journal_with_a_passphrase_never_opens_without_it(file, april):
    key, _code = doors.begin(file, WORDS)
    Journal.open(file, key=key).write(april, "Thank you.")
    file.write_bytes(b"")
    with pytest.raises(Locked):
        Journal.open(file)
    with pytest.raises(Damaged):
        Journal.open(file, key=key)
    assert file.read_bytes() == b""


def test_an_emptied_journal_is_not_begun_anew_and_its_backups_stay(journal, file, april):
    journal.write(april, "Thank you.")
    made = backups.make(journal.store)
    file.write_bytes(b"")
    with pytest.raises(Damaged, match="newest backup"):
        Journal.open(file)
    assert backups.newest_good(file) == made


def test_a_file_just_made_is_no_journal_that_has_gone(file):
    file.write_bytes(b"")  # another program of the reader is about to begin it
    assert not signs.is_gone(file)
    assert Journal.open(file).entries() == []


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0" + bytes(4000)])
def test_an_empty_backup_is_no_good_one(journal, file, april, content):
    journal.write(april, "Thank you.")
    good, empty = backups.make(journal.store), backups.make(journal.store)
    empty.path.write_bytes(content)
    assert backups.newest_good(file) == good


@secrets
def test_a_readable_backup_left_by_a_power_cut_goes_with_the_next_one(journal, file, april):
    journal.write(april, "Thank you.")
    readable = backups.make(journal.store)
    content = readable.path.read_bytes()
    key, _code = doors.protect(file, WORDS)
    readable.path.write_bytes(content)  # as if the power had gone before it was deleted
    made = backups.make(Journal.open(file, key=key).store)
    assert made in backups.listed(file)
    assert not readable.path.exists()


def test_a_copy_is_its_owners_alone_from_the_first_byte(tmp_path, monkeypatch):
    modes = []
    monkeypatch.setattr(
        folder.shutil,
        "copyfileobj",
        lambda _read, written: modes.append(os.stat(written.fileno()).st_mode & 0o777),
    )
    (tmp_path / "copy").write_bytes(b"an earlier one, with other rights")
    (tmp_path / "journal").write_bytes(b"words")
    folder.copy_for_me(tmp_path / "journal", tmp_path / "copy")
    assert modes == [0o600]
