"""What a person is told about where their words are."""

from pathlib import Path

import pytest

from helpers.journal import Journal, backups, own
from helpers.journal.own import Whereabouts
from helpers.page.where_kept import WhereWordsAreKept, told, warnings


def test_the_page_reads_the_place_when_it_is_shown(journal_of_its_own):
    Journal.open(journal_of_its_own)
    shown = WhereWordsAreKept()
    assert shown.html == ""
    shown.on_shown()
    assert str(journal_of_its_own) in shown.html
    assert "Only you and the people who run this computer can open the file." in shown.html


def test_with_a_passphrase_whoever_runs_the_computer_can_copy_and_not_read(monkeypatch):
    monkeypatch.setattr("helpers.page.where_kept.signs.is_locked", lambda _path: True)
    said = " ".join(told(Whereabouts("own", Path("journal.sqlite3"))))
    assert "can copy the file, but not read it" in said
    assert "can open the file" not in said


def test_windows_rights_are_named_as_they_are(monkeypatch, tmp_path):
    monkeypatch.setattr("helpers.page.where_kept.ON_WINDOWS", True)
    said = " ".join(told(Whereabouts("own", Path("journal.sqlite3"))))
    assert "rights of the folder" in said


@pytest.mark.parametrize("service", ["OneDrive - Trust", "Dropbox", "Google Drive"])
def test_a_synchronised_folder_is_warned_of(service):
    (said,) = warnings(Whereabouts("own", Path("/home/ada") / service / "journal.sqlite3"))
    assert "synchronised" in said


def test_a_network_share_is_warned_of(monkeypatch, tmp_path):
    monkeypatch.setattr("helpers.page.where_kept.folder.is_far", lambda _path: True)
    (said,) = warnings(Whereabouts("own", tmp_path / "journal.sqlite3"))
    assert "another computer" in said


def test_a_passphrase_and_the_newest_backup_are_told(tmp_path):
    file = tmp_path / "journal.sqlite3"
    store = Journal.open(file).store
    assert any("no passphrase" in line for line in told(Whereabouts("own", file)))
    backups.make(store)
    assert any("newest backup" in line for line in told(Whereabouts("own", file)))


def test_where_nothing_is_kept_only_that_is_said(monkeypatch):
    own.use(Whereabouts("session", None))
    shown = WhereWordsAreKept()
    shown.on_shown()
    own.use(None)
    assert "gone when the kit closes" in shown.html
