"""A folder of packs: the good ones combine, and every other file is named with its reason."""

import os
import sys
import tracemalloc

import pytest

from helpers.intake import Problem
from helpers.packs.folder import combine
from helpers.packs.gathering import Gathering
from helpers.packs.limits import LARGEST_PACK, MOST_FILES
from helpers.packs.pack import written
from tests.packs.made import ASKED_FOR, STANCE, WORD, chosen, pack, raw, save
from tests.packs.test_reading import BOMBS


def reasons(found):
    return {each.name: each.reason for each in found.left_out}


@pytest.fixture
def folder(tmp_path):
    """A folder with eleven good packs: six chose staff, five chose patients."""
    return save(tmp_path, chosen(6, 5, 0))


def counts(found):
    return {cell.name: cell.count for cell in found.counted[0].rows[0].shown.cells}


def test_a_folder_is_combined_in_one_call(folder):
    found = combine(folder)
    assert (found.packs, found.left_out) == (11, ())
    assert counts(found) == {"Staff": 6, "Patients": None, "Nobody": None}


def test_every_hostile_file_is_named_and_the_good_packs_still_combine(folder):
    before = combine(folder)
    for name, (data, _reason) in BOMBS.items():
        (folder / f"{name}.json").write_bytes(data)
    after = combine(folder)
    assert set(reasons(after)) == {f"{name}.json" for name in BOMBS}
    assert (after.packs, after.counted) == (before.packs, before.counted)


def test_a_file_of_100_megabytes_is_not_read(folder):
    with open(folder / "huge.json", "wb") as file:
        file.truncate(100 * 1024**2)  # sparse: it takes no room on the disk
    tracemalloc.start()
    found = combine(folder)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "larger than any pack" in reasons(found)["huge.json"]
    assert found.packs == 11
    assert most < 5 * 1024**2


def test_many_packs_at_the_limit_hold_no_more_memory_than_they_may(monkeypatch):
    monkeypatch.setattr("helpers.packs.gathering.LARGEST_FOLDER", 4 * LARGEST_PACK)
    gathering, filler = Gathering(), b" " * (LARGEST_PACK - 2000)
    for each in chosen(8, 0, 0):
        gathering.add(f"{each.id[-2:]}.json", written(each).encode() + filler)
    assert len(gathering.packs) == 4
    assert "more packs here than can be combined" in gathering.left_out[0].reason


def test_the_same_pack_is_counted_once(folder):
    (folder / "pack-000 (1).json").write_bytes((folder / "pack-000.json").read_bytes())
    found = combine(folder)
    assert reasons(found) == {"pack-000.json": "It is the same pack as “pack-000 (1).json”."}
    assert found.packs == 11


def test_the_same_words_under_another_number_are_counted_once(tmp_path):
    words = "Nobody asked the night staff."
    save(tmp_path, [pack(1, (WORD, words)), pack(2, (WORD, words)), pack(3, (WORD, "Calm."))])
    assert (
        "word for word the same as “pack-000.json”" in reasons(combine(tmp_path))["pack-001.json"]
    )


def test_two_people_may_tick_alike(tmp_path):
    save(tmp_path, [pack(at, (STANCE, "Staff"), (ASKED_FOR, ("A date",))) for at in range(6)])
    assert combine(tmp_path).packs == 6


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes need rights there")
def test_links_folders_and_pipes_are_not_followed(folder, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "secret.json"
    elsewhere.write_bytes(raw())
    (folder / "link.json").symlink_to(elsewhere)
    (folder / "broken link.json").symlink_to(folder / "gone")
    (folder / "inside.json").mkdir()
    os.mkfifo(folder / "pipe.json")
    found = combine(folder)
    assert {
        name: reason.split(",")[0].split(".")[0] for name, reason in reasons(found).items()
    } == {
        "link.json": "It is a link to something elsewhere",
        "broken link.json": "It is a link to something elsewhere",
        "inside.json": "It is a folder",
        "pipe.json": "It is no ordinary file",
    }
    assert found.packs == 11


def test_a_file_that_is_not_json_by_name_is_not_opened(folder):
    (folder / "notes.docx").write_bytes(raw())
    (folder / ".DS_Store").write_bytes(b"\0")
    assert list(reasons(combine(folder))) == ["notes.docx"]


@pytest.mark.skipif(sys.platform == "win32", reason="names there are always text")
def test_a_name_that_is_no_text_can_be_shown(folder):
    with open(os.fsencode(folder) + b"/\xff\xe2\x80\xae<b>.json", "wb") as file:
        file.write(b"[]")
    (name,) = reasons(combine(folder))
    assert name == "??<b>.json"
    assert name.encode("utf-8")


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read_is_named(folder):
    (folder / "locked.json").write_bytes(raw())
    (folder / "locked.json").chmod(0)
    assert "could not be opened" in reasons(combine(folder))["locked.json"]


@pytest.mark.parametrize("path", ["no such folder", "pack-000.json", "\0", "x" * 5000])
def test_a_folder_that_is_none_says_what_to_do(folder, path):
    with pytest.raises(Problem, match=r"no folder .* that can be opened"):
        combine(folder / path)


def test_a_folder_with_too_many_files_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("helpers.packs.folder.MOST_FILES", 3)
    save(tmp_path, chosen(4, 0, 0))
    with pytest.raises(Problem, match="more than 3 files"):
        combine(tmp_path)
    assert MOST_FILES >= 1000


def test_an_empty_folder_combines_to_nothing(tmp_path):
    assert combine(tmp_path).packs == 0
