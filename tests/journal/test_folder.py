import os
import sys
from pathlib import Path

import pytest

from helpers.intake import Problem
from helpers.journal import Journal, Prompt, folder, journal_path, mine
from helpers.journal.store import Store

own_rights = pytest.mark.skipif(os.name == "nt", reason="Windows keeps the rights of the folder")


def journal_mode(store):
    return store.read(lambda c: c.exec_driver_sql("PRAGMA journal_mode").scalar())


@own_rights
def test_only_this_person_can_read_the_file_its_folder_and_its_side_files(file, april):
    journal = Journal.open(file)
    journal.write(april, "Thank you.")
    seen = {}

    def look(connection):  # the side files exist while somebody reads
        connection.exec_driver_sql("SELECT count(*) FROM version").scalar()
        seen.update({path.name: path.stat().st_mode & 0o777 for path in file.parent.iterdir()})

    Store(file).read(look)
    assert seen == dict.fromkeys(
        ["journal.sqlite3", "journal.sqlite3-wal", "journal.sqlite3-shm"], 0o600
    )
    assert file.parent.stat().st_mode & 0o777 == 0o700


@own_rights
def test_rights_given_too_freely_are_taken_back_on_opening(file):
    Journal.open(file)
    file.chmod(0o644)
    Journal.open(file)
    assert file.stat().st_mode & 0o777 == 0o600


def test_the_journal_lies_whole_in_one_file_when_nobody_writes(journal, file, april):
    journal.write(april, "Thank you.")
    assert [path.name for path in file.parent.iterdir()] == ["journal.sqlite3"]


def test_kit_journal_names_the_file_at_the_moment_of_the_call(tmp_path, monkeypatch, april):
    for name in ("one", "two"):
        monkeypatch.setenv("KIT_JOURNAL", str(tmp_path / f"{name}.sqlite3"))
        mine().write(april, name)
        assert mine().path == tmp_path / f"{name}.sqlite3"
        assert mine().latest(april.id).value == name


def test_kit_journal_may_name_a_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("KIT_JOURNAL", str(tmp_path))
    assert journal_path() == tmp_path / "journal.sqlite3"


def test_without_kit_journal_the_file_is_in_the_person_s_own_data_folder(tmp_path, monkeypatch):
    monkeypatch.delenv("KIT_JOURNAL", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert journal_path().parts[-2:] == ("Leading for Improvement", "journal.sqlite3")
    if sys.platform == "linux":
        assert journal_path().is_relative_to(tmp_path)


def test_a_folder_that_cannot_be_made_is_told_with_the_way_out(tmp_path):
    (tmp_path / "kit").write_text("a file stands where the folder should be")
    with pytest.raises(Problem, match="name another file in KIT_JOURNAL"):
        Journal.open(tmp_path / "kit" / "journal.sqlite3")


def test_a_disk_of_this_computer_keeps_a_log_and_forces_each_save_to_the_disk(file):
    store = Store(file)
    assert journal_mode(store) == "wal"
    assert store.read(lambda c: c.exec_driver_sql("PRAGMA synchronous").scalar()) == 2  # FULL


def test_a_synchronised_folder_keeps_no_log_and_the_words_all_the_same(tmp_path, april):
    file = tmp_path / "OneDrive - Trust" / "journal.sqlite3"
    Journal.open(file).write(april, "Thank you.")
    assert journal_mode(Store(file)) == "delete"
    assert Journal.open(file).latest(april.id).value == "Thank you."


def test_a_journal_moved_to_a_network_folder_loses_its_log(file, april, monkeypatch):
    Journal.open(file).write(april, "Thank you.")
    mounts = [("/", "ext4"), (str(file.parent.resolve()), "cifs")]
    monkeypatch.setattr(folder, "_mounts", lambda: mounts)
    monkeypatch.setattr(folder.os, "name", "posix")
    assert journal_mode(Store(file)) == "delete"
    assert Journal.open(file).latest(april.id).value == "Thank you."


@pytest.mark.parametrize(
    ("kind", "far"),
    [("ext4", False), ("apfs", False), ("fuseblk", False), ("overlay", False)]
    + [(kind, True) for kind in ("nfs", "nfs4", "cifs", "smbfs", "9p", "fuse.sshfs", "virtiofs")],
)
def test_a_far_disk_is_known_by_its_kind(kind, far):
    assert folder._is_far_kind(kind) is far


def test_the_innermost_and_latest_mount_decides():
    mounts = [("/", "ext4"), ("/home", "ext4"), ("/home/ada", "ext4"), ("/home/ada", "nfs4")]
    assert folder.kind_of_disk(Path("/home/ada/kit"), mounts) == "nfs4"
    assert folder.kind_of_disk(Path("/home/adam"), mounts) == "ext4"


def test_mount_tables_of_linux_and_mac_are_read():
    assert folder._linux_mount(r"srv:/h /home/ada\040l nfs4 rw 0 0") == ("/home/ada l", "nfs4")
    line = "//ada@srv/home on /Volumes/My share (smbfs, nodev, nosuid)"
    assert folder._mac_mount(line) == ("/Volumes/My share", "smbfs")


def test_a_journal_that_was_put_in_the_place_of_another_is_the_one_that_is_read(
    tmp_path, monkeypatch
):
    here, there = tmp_path / "here.sqlite3", tmp_path / "there.sqlite3"
    prompt = Prompt("a.b", 1, "Which?", "a")
    Journal.open(here).write(prompt, "first")
    Journal.open(there).write(prompt, "second")
    monkeypatch.setenv("KIT_JOURNAL", str(here))
    assert mine().latest("a.b").value == "first"
    there.replace(here)
    assert mine().latest("a.b").value == "second"
