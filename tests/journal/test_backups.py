"""The last five good copies, and the way back from a damaged file."""

import os
import sqlite3
from datetime import UTC, datetime, timedelta

import pytest

from helpers.intake import Problem
from helpers.journal import Journal, backups, rescue

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def damage(file):
    broken = bytearray(file.read_bytes())
    broken[4096:] = b"\x5a" * (len(broken) - 4096)
    file.write_bytes(broken)


def test_five_backups_are_kept_and_the_oldest_go(journal, file, april):
    for day in range(8):
        journal.write(april, f"day {day}")
        backups.make(journal.store, now=NOON + timedelta(days=day))
    assert [one.at.day for one in backups.listed(file)] == [9, 8, 7, 6, 5]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the rights of the folder")
def test_a_backup_is_readable_by_this_person_only(journal, april):
    journal.write(april, "Thank you.")
    made = backups.make(journal.store, now=NOON)
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert made.path.parent.stat().st_mode & 0o777 == 0o700


def test_a_backup_is_due_once_a_day_and_only_after_a_change(journal, file, april):
    journal.write(april, "Thank you.")
    first = backups.make_if_due(journal.store)
    assert first is not None
    assert backups.make_if_due(journal.store) is None
    later = datetime.now(UTC) + timedelta(days=1)
    assert backups.make_if_due(journal.store, later) is None  # nothing was written since
    journal.write(april, "Thank you all.")
    assert backups.make_if_due(journal.store, later) is not None


def test_a_clock_put_right_again_stops_no_backup(journal, file, april):
    for day in range(5):
        journal.write(april, f"day {day}")
        backups.make(journal.store, now=NOON.replace(year=2035) + timedelta(days=day))
    journal.write(april, "after the clock was put right")
    made = backups.make_if_due(journal.store, NOON)
    assert made.path.exists()
    assert backups.newest_good(file) == made
    assert len(backups.listed(file)) == 5


@pytest.mark.parametrize("name", ["a [b].sqlite3", "100% & #1?.sqlite3", "größe 'x'.sqlite3"])
def test_backups_of_oddly_named_journals_are_found_and_forgotten(tmp_path, april, name):
    journal = Journal.open(tmp_path / name)
    journal.write(april, "Zwetschgenkuchen")
    for day in range(7):
        backups.make(journal.store, now=NOON + timedelta(days=day))
    assert len(backups.listed(tmp_path / name)) == 5
    journal.forget_everything()
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert not any(b"Zwetschgenkuchen" in path.read_bytes() for path in files)


def test_two_journals_in_one_folder_keep_their_backups_apart(tmp_path, april):
    one, other = (Journal.open(tmp_path / f"{name}.sqlite3") for name in ("mine", "mine-work"))
    one.write(april, "mine")
    other.write(april, "work")
    backups.make(one.store)
    backups.make(other.store)
    one.forget_everything()
    (kept,) = backups.listed(other.path)
    assert Journal.open(kept.path).latest(april.id).value == "work"


def test_a_journal_that_has_gone_is_offered_its_backup_and_not_begun_anew(journal, file, april):
    journal.write(april, "Thank you.")
    backups.make(journal.store)
    file.unlink()
    with pytest.raises(Problem, match="gone, or nothing is left"):
        Journal.open(file)
    assert not file.exists()


def test_a_damaged_file_set_aside_twice_in_a_second_is_there_twice(journal, file, april):
    journal.write(april, "first")
    one = rescue.set_aside(file, NOON)
    file.write_bytes(b"second")
    other = rescue.set_aside(file, NOON)
    assert (len(one.read_bytes()) > 1000, other.read_bytes()) == (True, b"second")


def test_what_a_killed_program_left_is_swept_away(journal, file, april):
    journal.write(april, "Thank you.")
    backups.make(journal.store)
    left = [file.with_name(f"{file.name}.9.part"), backups.folder_of(file) / "journal-1.9.part"]
    for rest in left:
        rest.write_text("half a copy")
    backups.sweep(file)
    assert all(rest.exists() for rest in left)  # another program may be writing it now
    backups.sweep(file, older=0)
    assert not any(rest.exists() for rest in left)


def test_a_damaged_journal_is_set_aside_and_the_newest_good_backup_takes_its_place(
    journal, file, april
):
    for number in range(50):
        journal.write(april, f"{number} " * 100)
    backups.make(journal.store, now=NOON)
    journal.write(april, "newer")
    bad = backups.make(journal.store, now=NOON + timedelta(days=1))
    damage(bad.path)
    damage(file)
    before = file.read_bytes()
    with pytest.raises(Problem, match=r"damaged.*newest backup"):
        Journal.open(file)
    good = backups.newest_good(file)
    assert good.at == NOON  # the newer backup is damaged too, and is passed over
    aside = rescue.put_back(file, good)
    assert aside.read_bytes() == before
    assert Journal.open(file).latest(april.id).value == "49 " * 100


def test_where_every_backup_is_damaged_none_is_offered(journal, file, april):
    journal.write(april, "Thank you.")
    damage(backups.make(journal.store, now=NOON).path)
    assert backups.newest_good(file) is None


def test_words_in_the_log_of_a_writer_that_died_are_in_the_backup(journal, file, april):
    journal.write(april, "first")
    held = sqlite3.connect(file)  # an open reader keeps the log beside the file
    held.execute("BEGIN").execute("SELECT * FROM version").fetchall()
    journal.write(april, "only in the log")
    made = backups.make(journal.store, now=NOON)
    held.close()
    assert Journal.open(made.path).latest(april.id).value == "only in the log"


def test_a_full_disk_leaves_no_half_backup(journal, file, april, monkeypatch):
    journal.write(april, "Thank you.")

    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backups, "reach_the_disk", full)
    with pytest.raises(Problem, match=r"No space left.*as it was"):
        backups.make(journal.store, now=NOON)
    assert list(backups.folder_of(file).iterdir()) == []
    assert journal.latest(april.id).value == "Thank you."
