"""The front desk: what is settled before any page opens."""

import asyncio
import os
import subprocess
import sys

import pytest
from tornado.httpclient import AsyncHTTPClient
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application

from helpers.intake import Problem
from helpers.journal import Journal, Prompt, backups, cipher, folder, lock, own, passphrase
from helpers.journal.trouble import Damaged
from helpers.page.reading.desk import Desk, ToDesk, session
from helpers.page.reading.desk.handlers import _one_act, _words, local

WORDS = "three quiet words"
ASK = Prompt("expectations.email_april", 1, "Your email in April", "expectations")

secrets = pytest.mark.skipif(not cipher.can_encrypt(), reason="no SQLCipher on this computer")


@pytest.fixture
def desk(monkeypatch, tmp_path):
    for sign in own.HOSTS:
        monkeypatch.delenv(sign, raising=False)
    monkeypatch.delenv("KIT_JOURNAL")
    monkeypatch.setattr(folder, "user_data_path", lambda *_, **__: tmp_path / "home")
    monkeypatch.setattr(lock, "COST", {"n": 2**10, "r": 8, "p": 1})
    desk = Desk()
    yield desk
    desk.close()


def restarted():
    """Return the front desk of a kit that was closed and started again."""
    own.use(None)
    return Desk()


def test_the_notice_before_the_first_question_has_at_most_120_words():
    assert len(" ".join(_words()["new"]["notice"]).split()) <= 120


def test_nothing_is_kept_before_somebody_says_whose_computer_it_is(desk, tmp_path):
    assert desk.state() == "new"
    with pytest.raises(Problem, match="whose computer"):
        desk.choose("")
    assert list(tmp_path.rglob("*.sqlite3")) == []


def test_on_my_own_computer_words_are_kept_in_my_folder_and_found_next_time(desk, tmp_path):
    assert desk.choose("own") == ""
    own.mine().write(ASK, "words")
    assert restarted().state() == "open"
    assert own.mine().latest(ASK.id).value == "words"
    assert own.mine().path == tmp_path / "home" / "journal.sqlite3"


@pytest.mark.parametrize("whose", ["shared", "hosted"])
def test_on_a_shared_or_hosted_one_nothing_is_kept_when_the_kit_closes(desk, whose, tmp_path):
    desk.choose(whose)
    own.mine().write(ASK, "Zwetschgenkuchen")
    path = own.mine().path
    if path:
        assert b"Zwetschgenkuchen" not in path.read_bytes()
    assert own.mine().latest(ASK.id).value == "Zwetschgenkuchen"
    desk.close()
    assert path is None or not path.parent.exists()
    assert restarted().state() == "new"
    assert not (tmp_path / "home").exists()


def test_what_a_killed_kit_left_is_deleted_at_the_next_start_and_a_running_one_is_let_be(
    monkeypatch, tmp_path
):
    monkeypatch.setattr(session.tempfile, "tempdir", str(tmp_path))
    killed = subprocess.Popen([sys.executable, "-c", ""])
    killed.wait()
    running, another = session.begin(), tmp_path / "leading-for-improvement-notes-2026"
    left = running.with_name(running.name.replace(str(os.getpid()), str(killed.pid)))
    for one in (left, another):
        one.mkdir()
    Desk()
    assert (left.exists(), running.exists(), another.exists()) == (False, True, True)


@secrets
def test_a_file_with_a_passphrase_can_be_chosen_and_opened_another_day(desk, tmp_path):
    stick = tmp_path / "stick" / "mine.sqlite3"
    code = desk.choose("shared", str(stick), WORDS, WORDS)
    assert len(code.replace("-", "")) == 26
    own.mine().write(ASK, "words")
    again = restarted()
    assert again.choose("shared", str(stick), WORDS) == ""
    assert own.mine().latest(ASK.id).value == "words"


@secrets
@pytest.mark.parametrize(
    ("file", "words", "again", "said"),
    [
        ("mine.sqlite3", WORDS, WORDS, "whole path"),
        ("{tmp}/mine.sqlite3", WORDS, "other words here", "differ"),
        ("{tmp}/mine.sqlite3", "short", "short", "12 characters"),
        ("{tmp}/mine.sqlite3", "", "", "12 characters"),
    ],
)
def test_a_slip_on_the_first_page_keeps_nothing_and_says_what_to_do(
    desk, tmp_path, file, words, again, said
):
    with pytest.raises(Problem, match=said):
        desk.choose("shared", file.format(tmp=tmp_path), words, again)
    assert desk.state() == "new"
    assert list(tmp_path.rglob("*.sqlite3")) == []


@secrets
def test_a_journal_with_a_passphrase_is_locked_when_the_kit_starts(desk):
    desk.choose("own", "", WORDS, WORDS)
    own.mine().write(ASK, "words")
    again = restarted()
    assert again.state() == "locked"
    with pytest.raises(Problem, match="does not open"):
        again.unlock("something else")
    again.unlock(WORDS)
    assert (again.state(), own.mine().latest(ASK.id).value) == ("open", "words")


@secrets
def test_the_recovery_code_opens_it_with_a_new_passphrase(desk):
    code = desk.choose("own", "", WORDS, WORDS)
    restarted().recover(code, "four other quiet words", "four other quiet words")
    assert own.mine().entries() == []
    again = restarted()
    assert again.state() == "locked"
    again.unlock("four other quiet words")
    assert again.state() == "open"


@secrets
def test_locking_and_a_passphrase_set_later_tell_the_open_pages(desk):
    told = []
    desk.choose("own")
    desk.when_changed(lambda: told.append("changed"))
    desk.protect(WORDS, WORDS)
    desk.lock()
    assert desk.state() == "locked"
    assert told == ["changed", "changed"]


@secrets
@pytest.mark.parametrize("secret", ["", WORDS])
def test_a_damaged_journal_is_offered_its_newest_backup(desk, secret):
    desk.choose("own", "", secret, secret)
    own.mine().write(ASK, "words " * 2000)
    backups.make(own.mine().store)
    path = own.mine().path
    path.write_bytes(path.read_bytes()[:200] + b"\x5a" * 40_000)
    again = restarted()
    if secret:
        assert again.state() == "locked"
        again.unlock(secret)
    assert again.state() == "damaged"
    assert again.newest_backup()
    aside = again.restore()
    assert (aside.exists(), again.state()) == (True, "open")
    assert own.mine().latest(ASK.id).value == "words " * 2000


def test_a_journal_damaged_while_the_kit_runs_is_noticed_at_the_next_page(desk):
    desk.choose("own")
    own.mine().write(ASK, "words " * 2000)
    assert desk.state() == "open"
    with own.mine().path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\x5a" * 12_000)
    assert desk.state() == "damaged"


def test_a_damaged_journal_without_a_backup_can_be_begun_anew(desk):
    desk.choose("own")
    own.mine().write(ASK, "words " * 2000)
    path = own.mine().path
    path.write_bytes(path.read_bytes()[:4000] + b"\x5a" * 40_000)
    again = restarted()
    assert (again.state(), again.newest_backup()) == ("damaged", None)
    assert again.begin_anew().exists()
    assert (again.state(), own.mine().entries()) == ("open", [])


@secrets
@pytest.mark.parametrize("secret", ["", WORDS])
@pytest.mark.parametrize("left", [None, b"", bytes(5000)])
def test_a_journal_that_is_gone_or_emptied_is_put_back_as_private_as_it_was(desk, secret, left):
    desk.choose("own", "", secret, secret)
    own.mine().write(ASK, "Zwetschgenkuchen")
    backups.make(own.mine().store)
    path = own.mine().path
    path.unlink() if left is None else path.write_bytes(left)
    again = restarted()
    if secret:
        assert again.state() == "locked"
        again.unlock(secret)
    assert again.state() == "damaged"
    again.restore()
    assert (again.state(), own.mine().latest(ASK.id).value) == ("open", "Zwetschgenkuchen")
    assert (b"Zwetschgenkuchen" in path.read_bytes()) is not bool(secret)


@secrets
def test_an_emptied_journal_with_a_passphrase_and_no_backup_begins_anew_with_the_same_one(desk):
    desk.choose("own", "", WORDS, WORDS)
    path = own.mine().path
    path.write_bytes(b"")
    again = restarted()
    again.unlock(WORDS)
    assert (again.state(), again.newest_backup()) == ("damaged", None)
    again.begin_anew()
    assert again.state() == "open"
    assert not cipher.is_plain(path)
    assert restarted().state() == "locked"


@pytest.mark.parametrize("left", [0, 4096, 6000])
def test_a_journal_cut_short_while_the_kit_runs_is_noticed_at_the_next_save(desk, left):
    desk.choose("own")
    journal = own.mine()
    journal.write(ASK, "words " * 2000)
    os.truncate(journal.path, left)
    with pytest.raises(Damaged):
        journal.write(ASK, "more words")
    assert desk.state() == "damaged"


@secrets
def test_who_lost_passphrase_and_code_begins_anew_and_the_locked_journal_is_kept_with_its_key(desk):
    code = desk.choose("own", "", WORDS, WORDS)
    own.mine().write(ASK, "locked away")
    again = restarted()
    aside = again.begin_anew()
    assert (again.state(), own.mine().entries()) == ("open", [])
    assert restarted().state() == "open"
    found = passphrase.unlock(aside, WORDS)
    assert found == lock.key_of(lock.read_code(code))
    assert Journal.open(aside, key=found).latest(ASK.id).value == "locked away"


@secrets
def test_a_chosen_file_that_the_passphrase_does_not_open_takes_the_code_or_is_left(desk, tmp_path):
    stick = str(tmp_path / "stick" / "mine.sqlite3")
    code = desk.choose("shared", stick, WORDS, WORDS)
    again = restarted()
    again.choose("shared", stick, "not these words")
    assert again.state() == "locked"
    assert "does not open this journal" in again.news[0]
    again.leave()
    assert again.state() == "new"
    again.choose("shared", stick, "not these words")
    again.recover(code, "four other quiet words", "four other quiet words")
    assert again.state() == "open"


def test_a_file_named_before_the_start_is_asked_about_as_well(desk, tmp_path, monkeypatch):
    named = tmp_path / "named" / "mine.sqlite3"
    monkeypatch.setenv("KIT_JOURNAL", str(named))
    assert desk.state() == "new"
    desk.choose("own")
    assert own.mine().path == named
    assert restarted().state() == "open"


def test_a_named_file_is_not_written_where_the_computer_is_somebody_elses(
    desk, tmp_path, monkeypatch
):
    named = tmp_path / "named" / "mine.sqlite3"
    monkeypatch.setenv("KIT_JOURNAL", str(named))
    desk.choose("hosted")
    own.mine().write(ASK, "words")
    assert not named.exists()


def test_on_binder_no_form_made_by_hand_writes_a_file(desk, tmp_path, monkeypatch):
    monkeypatch.setenv("BINDER_LAUNCH_HOST", "https://mybinder.org/")
    with pytest.raises(Problem, match="settled already"):
        desk.choose("shared", str(tmp_path / "mine.sqlite3"), WORDS, WORDS)
    assert list(tmp_path.rglob("*.sqlite3*")) == []


def test_the_demonstration_is_marked_and_leaves_the_readers_own_journal_alone(desk):
    desk.choose("own")
    own.mine().write(ASK, "mine")
    desk.show_demonstration()
    assert own.mine().demonstration
    own.mine().write(ASK, "typed on a projector")
    assert not Journal.open(folder.journal_path()).demonstration
    assert Journal.open(folder.journal_path()).latest(ASK.id).value == "mine"


@pytest.mark.parametrize(
    "address", ["https://evil.example/", "//evil.example/x", "/kit/desk", "javascript:alert(1)"]
)
def test_the_desk_leads_only_to_the_kits_own_pages(address):
    assert local(address) == "/"


def test_a_page_asked_for_while_something_is_settled_waits_and_is_asked_for_again():
    """Opened at once, it would not know the outcome, and be ended by it."""

    async def asked() -> tuple[bool, str, str]:
        server = HTTPServer(Application([("/voila/.*", ToDesk)]))
        sockets = bind_sockets(0, "127.0.0.1")
        server.add_sockets(sockets)
        address = f"http://127.0.0.1:{sockets[0].getsockname()[1]}/voila/render/a.ipynb"
        client = AsyncHTTPClient()

        async def where() -> str:
            answer = await client.fetch(address, follow_redirects=False, raise_error=False)
            return answer.headers["Location"]

        async with _one_act:
            early = asyncio.ensure_future(where())
            await asyncio.sleep(0.2)
            waits = not early.done()
        sent = waits, await early, await where()
        server.stop()
        return sent

    again, desk_page = "/voila/render/a.ipynb", "/kit/desk?then=/voila/render/a.ipynb"
    assert asyncio.run(asked()) == (True, again, desk_page)
