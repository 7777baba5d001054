"""A power cut in the middle of a save: what is on the disk then, opened on the next morning.

Each acknowledged save has been synchronised, so its bytes are on the disk. Of the save under way,
any part may be: some of its first bytes, followed by nothing or by rubbish.
"""

import random
import sqlite3

import pytest

from helpers.journal import Journal, cipher

KEYS = [None, bytes(range(32))] if cipher.can_encrypt() else [None]


@pytest.mark.parametrize("key", KEYS, ids=["plain", "with a passphrase"][: len(KEYS)])
@pytest.mark.parametrize("rubbish", [b"", bytes(3000), b"\x5a" * 5000])
def test_every_acknowledged_save_is_there_after_a_power_cut(tmp_path, april, key, rubbish):
    random.seed(20261125)
    file, log = tmp_path / "j.sqlite3", tmp_path / "j.sqlite3-wal"
    journal = Journal.open(file, key=key)
    holder = cipher.driver(key).connect(str(file), isolation_level=None)
    if key:
        cipher.unlock(holder, key)
    holder.execute("BEGIN")
    holder.execute("SELECT * FROM version").fetchall()  # an open reader keeps the log on the disk
    disk = []
    for number in range(12):
        journal.write(april, f"save {number} " + "word " * random.randrange(400))
        disk.append((file.read_bytes(), log.read_bytes()))
    holder.close()
    for number, (main, written) in enumerate(disk[:-1]):
        under_way = disk[number + 1][1][len(written) :]
        torn = written + under_way[: random.randrange(len(under_way))] + rubbish
        morning = tmp_path / f"morning-{number}" / "j.sqlite3"
        morning.parent.mkdir()
        morning.write_bytes(main)
        morning.with_name("j.sqlite3-wal").write_bytes(torn)
        found = [
            one.value.split(" ")[1] for one in Journal.open(morning, key=key).versions(april.id)
        ]
        assert found == [str(earlier) for earlier in range(number + 1)]


def test_on_a_disk_without_a_log_a_power_cut_undoes_only_the_save_under_way(
    tmp_path, april, monkeypatch
):
    from helpers.journal import folder

    monkeypatch.setattr(folder, "log_is_safe", lambda _path: False)
    file = tmp_path / "j.sqlite3"
    journal = Journal.open(file)
    journal.write(april, "acknowledged")
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA cache_spill = 1")
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE version SET value = 'half ' || hex(zeroblob(200000))")
    morning = tmp_path / "morning" / "j.sqlite3"
    morning.parent.mkdir()
    for name in ("j.sqlite3", "j.sqlite3-journal"):
        morning.with_name(name).write_bytes((tmp_path / name).read_bytes())
    connection.close()
    assert Journal.open(morning).latest(april.id).value == "acknowledged"
