"""A journal that an earlier release made opens, after a copy of it was put aside."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import MetaData, create_engine

from helpers.journal import Journal, backups, schema

RELEASES = sorted((Path(__file__).parent / "releases").glob("*.sql"))


@pytest.fixture(params=RELEASES, ids=lambda path: f"schema {path.stem}")
def older(request, file):
    file.parent.mkdir()
    connection = sqlite3.connect(file)
    connection.executescript(request.param.read_text(encoding="utf-8"))
    connection.close()
    return file


def test_there_is_one_example_for_every_earlier_schema():
    assert [int(path.stem) for path in RELEASES] == list(range(1, schema.SCHEMA))


def test_every_word_is_there_with_the_question_as_it_read_then(older):
    versions = Journal.open(older).versions("expectations.email_april")
    assert [(one.value, one.prompt.wording, one.prompt.version) for one in versions] == [
        ("Thank you all.", "Your email in April", 1),
        ("What did you change?", "Your email in April, once more", 2),
    ]


def test_promises_keep_what_was_said_of_them_in_todays_words(older):
    first, second = Journal.open(older).commitments()
    assert (first.status, first.reviews[0].note, first.by) == (
        "done",
        "The chart came.",
        date(2026, 3, 16),
    )
    assert second.status == "taken_back"
    assert (first.review_days, first.sequence, first.obstacle) == ((7, 30, 90), 0, "")


def test_the_file_as_it_was_is_kept_among_the_backups(older):
    Journal.open(older)
    (kept,) = backups.listed(older)
    assert kept.path.name.endswith("-before-upgrade.sqlite3")
    with sqlite3.connect(kept.path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    connection.close()


def test_an_upgraded_journal_has_the_tables_of_a_new_one(older, tmp_path):
    Journal.open(older)
    Journal.open(tmp_path / "new.sqlite3")
    assert tables(older) == tables(tmp_path / "new.sqlite3")


def tables(file):
    engine = create_engine(f"sqlite:///{file}")
    found = MetaData()
    found.reflect(engine)
    engine.dispose()
    return {
        name: sorted((column.name, str(column.type), column.nullable) for column in table.columns)
        for name, table in found.tables.items()
    }


def test_an_upgrade_that_fails_leaves_the_journal_as_it_was(older, monkeypatch):
    from helpers.journal import releases

    def fail(connection, _schema):
        connection.exec_driver_sql("UPDATE review SET status = 'lost'")
        raise OSError("the power went")

    before = dump(older)
    monkeypatch.setattr(releases, "upgrade", fail)
    with pytest.raises(OSError, match="power"):
        Journal.open(older)
    assert dump(older) == before


def dump(file):
    connection = sqlite3.connect(file)
    lines = list(connection.iterdump())
    connection.close()
    return lines
