"""What a scan of consequences still needs, one thing at a time."""

from datetime import date

from helpers.page.words import load
from helpers.voices.consequences import KINDS, Row, Scan, next_steps

FULL = Row("Night staff", dict.fromkeys(KINDS, "something"))
DAY = date(2026, 6, 1)


def test_an_empty_scan_asks_for_the_change_and_a_group():
    assert next_steps(Scan("  ", [Row("", {})])) == ("change", "group")


def test_goals_alone_are_named_as_goals_alone():
    assert next_steps(Scan("One line", [Row("Night staff", {"goals": "x"})]))[0] == "goals_only"


def test_words_without_a_group_ask_for_the_group():
    assert next_steps(Scan("One line", [Row("", {"unpleasant": "x"})]))[0] == "group"


def test_a_box_of_blanks_is_empty():
    assert Row("Night staff", {"goals": "x", "pleasant": " \n"}).filled == ("goals",)


def test_one_full_row_is_enough_though_another_has_gaps():
    rows = [FULL, Row("Porters", {"goals": "x"})]
    assert next_steps(Scan("One line", rows, "calls", "ward clerk", DAY)) == ("ready",)


def test_a_full_scan_of_one_group_asks_who_is_in_none():
    scan = Scan("One line", [FULL], "calls", "ward clerk", DAY)
    assert next_steps(scan) == ("ready", "one_group")


def test_what_is_missing_comes_in_the_order_of_the_page():
    scan = Scan("One line", [FULL])
    assert next_steps(scan, most=9) == ("watch", "watcher", "pause")


def test_every_step_has_its_words():
    steps = load("voices")["for_whom"]["steps"]
    assert set(steps) == {
        *("change", "group", "goals_only", "boxes", "watch", "watcher", "pause"),
        *("ready", "one_group"),
    }
