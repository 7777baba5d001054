import contextlib
import socket

import pytest

from helpers import journal
from helpers.page.notebooks import START
from helpers.page.reading import start
from helpers.page.reading.port import free_port


def test_a_busy_port_leads_to_the_next_free_one():
    with contextlib.closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        busy = taken.getsockname()[1]
        assert free_port(busy) > busy


def test_a_new_reader_begins_at_the_start():
    assert start.first_page() == f"/voila/render/{START}"


def test_the_reader_is_brought_back_to_the_step_they_left():
    journal.mine().remember_place("03-expectations.ipynb", "what-we-know")
    assert start.first_page() == "/voila/render/03-expectations.ipynb#what-we-know"


def test_a_notebook_that_is_gone_leads_to_the_start():
    journal.mine().remember_place("99-gone.ipynb", "try-it")
    assert start.first_page() == f"/voila/render/{START}"


def test_at_most_three_pages_are_kept_warm():
    journal.mine().remember_place("03-expectations.ipynb", "")
    warm = start.warm_pages()
    assert START in warm
    assert "03-expectations.ipynb" in warm
    assert len(warm) == len(set(warm)) <= 3


def test_an_unreadable_journal_stops_the_start_in_one_sentence(tmp_path, monkeypatch):
    broken = tmp_path / "journal.sqlite3"
    broken.write_bytes(b"not a journal at all, whatever its name says" * 100)
    monkeypatch.setenv("KIT_JOURNAL", str(broken))
    with pytest.raises(SystemExit, match="journal"):
        start.open_kit(browser=False)
