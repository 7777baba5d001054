"""Several processes and threads at once, and processes killed in mid-save."""

import multiprocessing
import os
import random
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from helpers.journal import Journal, Prompt, cipher

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")

KILLS = 200
KEYS = [None, bytes(range(32))] if cipher.can_encrypt() else [None]

ASK = Prompt("expectations.email_april", 1, "Your email in April", "expectations")


def write_many(file, name, count):
    journal = Journal.open(file)
    for number in range(1, count + 1):
        journal.write(ASK, f"{name} {number}", client=name, seq=number)


def texts(file, key=None):
    return [version.value for version in Journal.open(file, key=key).versions(ASK.id)]


@needs_fork
def test_two_processes_writing_at_once_lose_nothing_and_each_keeps_its_order(file):
    Journal.open(file)  # warmed: the children inherit the loaded libraries
    fork = multiprocessing.get_context("fork")
    writers = [fork.Process(target=write_many, args=(file, name, 100)) for name in "AB"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0]
    # one after the other in one page is one typing spell: what is left must be each page's words
    # as they stood whenever the other page came between, and both last words
    kept = texts(file)
    for name in "AB":
        numbers = [int(text.split()[1]) for text in kept if text.startswith(name)]
        assert numbers == sorted(set(numbers))
        assert numbers[-1] == 100


@needs_fork
def test_every_one_of_500_saves_from_two_processes_is_kept(file):
    Journal.open(file)

    def run(name):
        journal = Journal.open(file)
        for number in range(250):
            journal.write(ASK, f"{name} {number}")

    fork = multiprocessing.get_context("fork")
    writers = [fork.Process(target=run, args=(name,)) for name in "AB"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    kept = texts(file)
    assert sorted(kept) == sorted(f"{name} {number}" for name in "AB" for number in range(250))
    for name in "AB":
        order = [text for text in kept if text.startswith(name)]
        assert order == [f"{name} {number}" for number in range(250)]


@needs_fork
def test_two_processes_may_begin_the_same_journal_at_the_same_time(tmp_path):
    fork = multiprocessing.get_context("fork")
    for attempt in range(10):
        file = tmp_path / str(attempt) / "journal.sqlite3"
        writers = [fork.Process(target=write_many, args=(file, name, 1)) for name in "ABC"]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
        assert sorted(texts(file)) == ["A 1", "B 1", "C 1"]


def test_threads_may_share_one_journal(file):
    journal = Journal.open(file)
    prompts = [replace(ASK, id=f"expectations.{number}") for number in range(4)]

    def work(prompt):
        for number in range(20):
            journal.write(prompt, str(number))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, prompts))
    for prompt in prompts:
        kept = [version.value for version in journal.versions(prompt.id)]
        assert kept == [str(number) for number in range(20)]


def write_until_killed(file, key, seed, pipe):
    journal = Journal.open(file, key=key)
    number = 0
    while True:
        number += 1
        text = f"{seed}-{number} " + "word " * (number % 40)
        journal.write(ASK, text)
        os.write(pipe, f"{number}\n".encode())


@needs_fork
@pytest.mark.parametrize("key", KEYS, ids=["plain", "with a passphrase"][: len(KEYS)])
def test_every_acknowledged_save_outlives_a_kill_at_any_moment(file, key):
    random.seed(20261122)
    Journal.open(file, key=key)
    acknowledged = []
    for seed in range(KILLS):
        out, into = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                os.close(out)
                write_until_killed(file, key, seed, into)
            finally:
                os._exit(1)
        os.close(into)
        with os.fdopen(out) as pipe:
            # one in four has kept something when its time begins, however busy the machine is
            told = [pipe.readline()] if seed % 4 == 0 else []
            time.sleep(random.uniform(0.002, 0.05))
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            told += pipe
        acknowledged += [f"{seed}-{line.strip()}" for line in told if line.endswith("\n")]
    kept = {text.split(" ")[0] for text in texts(file, key)}
    assert len(acknowledged) >= KILLS // 4
    assert set(acknowledged) <= kept
    # of the saves never acknowledged, each life can have left one at most
    assert len(kept - set(acknowledged)) <= KILLS


@needs_fork
def test_a_journal_killed_while_it_begins_opens_again(tmp_path):
    random.seed(7)
    for attempt in range(30):
        file = tmp_path / str(attempt) / "journal.sqlite3"
        child = os.fork()
        if child == 0:
            try:
                write_many(file, "A", 1)
            finally:
                os._exit(0)
        time.sleep(random.uniform(0, 0.02))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert Journal.open(file).write(ASK, "B").version.value == "B"


@needs_fork
def test_opening_a_journal_gives_up_no_lock_of_a_save_under_way(file):
    """One thread writes and another opens, while another process writes to the same file."""
    mine = Journal.open(file)
    other = multiprocessing.get_context("fork").Process(target=save_for_a_while, args=(file, "B"))
    other.start()
    stop = threading.Event()

    def reopen():
        while not stop.is_set():
            Journal.open(file)

    opener = threading.Thread(target=reopen)
    opener.start()
    saves = save_for_a_while(file, "A", mine)
    stop.set()
    opener.join(20)
    other.join(20)
    kept = texts(file)
    assert {f"A {number}" for number in range(saves)} <= set(kept)
    numbers = [int(text.split()[1]) for text in kept if text.startswith("B")]
    assert numbers == list(range(len(numbers)))


def save_for_a_while(file, name, journal=None, seconds=2):
    journal = journal or Journal.open(file)
    end, count = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        journal.write(ASK, f"{name} {count}")
        count += 1
    return count
