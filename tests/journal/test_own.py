"""Whose computer it is decides where words go."""

import pytest

from helpers.journal import Journal, folder, own
from helpers.journal.own import Undecided, Whereabouts


@pytest.fixture(autouse=True)
def nothing_chosen(monkeypatch, tmp_path):
    for sign in own.HOSTS:
        monkeypatch.delenv(sign, raising=False)
    monkeypatch.delenv("KIT_JOURNAL")
    monkeypatch.setattr(folder, "user_data_path", lambda *_, **__: tmp_path / "home")
    monkeypatch.setattr(own._Chosen, "memory", None)
    monkeypatch.setattr(own._Chosen, "asks", False)
    yield
    own.use(None)


def test_before_anybody_said_whose_computer_it_is_nothing_is_kept(tmp_path):
    with pytest.raises(Undecided, match="whose computer"):
        own.mine()
    assert not (tmp_path / "home").exists()


def test_a_journal_of_an_earlier_day_is_found_without_asking(tmp_path, april):
    Journal.open(tmp_path / "home" / "journal.sqlite3").write(april, "before")
    assert own.mine().latest(april.id).value == "before"


def test_binder_never_stores_a_word_even_where_a_file_is_named(monkeypatch, tmp_path, april):
    monkeypatch.setenv("BINDER_LAUNCH_HOST", "https://example.invalid")
    monkeypatch.setenv("KIT_JOURNAL", str(tmp_path / "named.sqlite3"))
    own.mine().write(april, "Zwetschgenkuchen")
    assert own.mine().latest(april.id).value == "Zwetschgenkuchen"
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_on_another_hosted_computer_nothing_is_kept_unless_a_file_is_chosen(
    monkeypatch, tmp_path, april
):
    monkeypatch.setenv("JUPYTERHUB_USER", "ada")
    assert own.mine().path is None
    monkeypatch.setenv("KIT_JOURNAL", str(tmp_path / "named.sqlite3"))
    assert own.mine().path == tmp_path / "named.sqlite3"


def test_a_page_learns_from_its_server_where_words_go_and_the_key(tmp_path, april):
    key = bytes(range(32))
    where = Whereabouts("file", tmp_path / "stick.sqlite3", key)
    own.receive(where.told())
    own.mine().write(april, "words")
    assert Journal.open(where.path, key=key).latest(april.id).value == "words"


def test_words_in_memory_survive_until_the_program_ends_and_can_be_forgotten(april):
    journal = Journal.in_memory()
    journal.write(april, "first")
    journal.write(april, "second")
    assert [one.value for one in journal.versions(april.id)] == ["first", "second"]
    assert Journal.in_memory().entries() == []
    journal.forget_everything()
    assert journal.entries() == []
