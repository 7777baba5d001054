"""Export from the command line, for days on which no page can be opened."""

import json
import os

import pytest

from helpers.__main__ import main
from helpers.intake import Problem
from helpers.journal import Journal, Prompt, cipher, lock, passphrase
from helpers.page.my_journal.command import write_to

ASK = Prompt("expectations.email_april", 1, "Your email in April", "expectations")


@pytest.fixture
def written(journal_of_its_own):
    Journal.open(journal_of_its_own).write(ASK, "Zwetschgenkuchen")


@pytest.mark.parametrize("form", ["docx", "html", "md", "json"])
def test_each_form_is_a_file_that_only_this_person_can_read(written, tmp_path, form, capsys):
    file = tmp_path / f"mine.{form}"
    assert main(["export", str(file)]) == 0
    assert file.stat().st_size > 100
    assert os.name == "nt" or file.stat().st_mode & 0o777 == 0o600
    assert "no passphrase" in capsys.readouterr().out


def test_the_data_hold_every_word(written, tmp_path):
    write_to(tmp_path / "mine.json")
    told = json.loads((tmp_path / "mine.json").read_text("utf-8"))
    assert told["entries"][0]["versions"][0]["value"] == "Zwetschgenkuchen"


def test_a_file_that_is_there_is_never_overwritten(written, tmp_path):
    (tmp_path / "mine.md").write_text("older")
    assert main(["export", str(tmp_path / "mine.md")]) == 1
    assert (tmp_path / "mine.md").read_text() == "older"


def test_another_ending_is_refused_with_those_that_work(written, tmp_path):
    with pytest.raises(Problem, match=r"\.docx, \.html, \.md, \.json"):
        write_to(tmp_path / "mine.pdf")


def test_where_nothing_was_written_yet_that_is_said(tmp_path):
    with pytest.raises(Problem, match="no journal to export"):
        write_to(tmp_path / "mine.md")


@pytest.mark.skipif(not cipher.can_encrypt(), reason="no SQLCipher on this computer")
def test_a_locked_journal_asks_for_its_passphrase(
    written, journal_of_its_own, tmp_path, monkeypatch
):
    monkeypatch.setattr(lock, "COST", {"n": 2**10, "r": 8, "p": 1})
    passphrase.protect(journal_of_its_own, "three quiet words")
    write_to(tmp_path / "mine.md", ask=lambda _label: "three quiet words")
    assert "Zwetschgenkuchen" in (tmp_path / "mine.md").read_text("utf-8")
    with pytest.raises(Problem, match="does not open"):
        write_to(tmp_path / "other.md", ask=lambda _label: "three loud words")
