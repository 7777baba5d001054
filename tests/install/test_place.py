import json
import os
import sys

import pytest

from helpers.install.place import Place, broken, empty, finish, goal, missing

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a link stands in for a Python folder")


@pytest.fixture
def place(tmp_path):
    """A place whose Python works and in which nothing is installed yet."""
    for name in ("pyproject.toml", "requirements.txt", "tests.txt"):
        (tmp_path / name).write_text(f"the text of {name}")
    place = Place(tmp_path, ".venv", ("requirements.txt", "tests.txt"))
    place.python.parent.mkdir(parents=True)
    place.python.symlink_to(sys.executable)
    return place


def finished(place):
    place.unfinished.touch()
    finish(place)
    return place


def test_a_finished_place_lacks_nothing(place):
    assert missing(place) == ["requirements.txt", "tests.txt"]
    assert missing(finished(place)) == []


def test_only_a_changed_list_is_installed_again(place):
    finished(place)
    (place.kit / "tests.txt").write_text("another text")
    assert missing(place) == ["tests.txt"]


def test_a_changed_pyproject_installs_everything_again(place):
    finished(place)
    (place.kit / "pyproject.toml").write_text("another text")
    assert missing(place) == list(place.lists)


def test_an_interrupted_place_is_made_anew(place):
    finished(place).unfinished.touch()
    assert broken(place)
    assert missing(place) == list(place.lists)


def test_a_place_whose_python_is_gone_is_made_anew(place):
    finished(place).python.unlink()
    assert broken(place)


def test_a_place_made_with_another_python_is_made_anew(place):
    place.stamp.write_text(json.dumps(goal(place) | {"python": "3.5"}))
    assert broken(place)


def test_a_moved_kit_is_told_its_new_address_but_keeps_its_packages(place):
    place.stamp.write_text(json.dumps(goal(place) | {"folder": "/where/it/was"}))
    assert missing(place) == list(place.lists)
    assert not broken(place)


def test_an_unreadable_stamp_counts_as_none(place):
    finished(place).stamp.write_text("{half a stam")
    assert missing(place) == list(place.lists)


def test_installing_for_the_tests_keeps_what_readers_have(place):
    reader = Place(place.kit, ".venv", ("requirements.txt",))
    finished(reader)
    assert missing(place) == ["tests.txt"]
    finished(place)
    assert missing(reader) == []


def test_emptying_keeps_what_was_fetched(place):
    place.downloads.mkdir()
    (place.folder / "lib").mkdir()
    empty(place)
    assert [thing.name for thing in place.folder.iterdir()] == ["kit-downloads"]
