"""The sample of "How unequal?": made again byte for byte, and its story is the one it is said to tell."""

import subprocess
import sys

from helpers.voices.own_file.gap import change
from helpers.voices.own_file.groups import Order, halves, people_of
from helpers.voices.own_file.places import places
from helpers.voices.own_file.reading import take_own
from helpers.voices.own_file.unequal_sample import CHOSEN, SAMPLE, WHAT, load_sample

OWN = take_own(load_sample(), CHOSEN, WHAT)


def test_the_script_writes_the_same_bytes(tmp_path):
    script = SAMPLE.parent / "make_unequal_sample.py"
    subprocess.run([sys.executable, script, "--into", tmp_path], check=True)
    assert (tmp_path / SAMPLE.name).read_bytes() == SAMPLE.read_bytes()


def test_the_dictionary_names_every_column():
    dictionary = (SAMPLE.parent / "DICTIONARY.md").read_text("utf-8")
    told = dictionary.partition(f"## {SAMPLE.name}")[2]
    assert all(f"`{name}`" in told for name in load_sample().table)


def test_the_gap_grows_while_the_ratio_shrinks_and_both_are_sure():
    two, names = halves(OWN, Order(OWN.names, "high"))
    found = change(two)
    assert names == ("Jun 2024 to May 2025", "Jun 2025 to May 2026")
    assert found.disagree
    assert found.sure == (True, True)


def test_eastgate_lies_below_both_curves():
    found = places(OWN)
    assert found.names[found.furthest] == "Eastgate"
    assert found.found.outside[found.furthest] == -2


def test_people_without_an_address_are_too_few_for_a_chart_and_still_there():
    events, people = people_of(OWN, OWN.unknown)
    assert 0 < events < 8
    assert people < 50
