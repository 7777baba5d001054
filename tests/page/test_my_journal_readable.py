"""Answers that are more than words, told in words: no JSON, no codes."""

import json
import re
from datetime import UTC, datetime
from statistics import mean

import pytest

from helpers.journal import Prompt, Version
from helpers.page.my_journal.changes import marked, sentence
from helpers.page.my_journal.labels import label_of, labels, title
from helpers.page.my_journal.readable import said
from helpers.page.words import load

SENTENCE = re.compile(r"(?<=[.?!]) ")
CARDS = {card["id"]: card["text"] for card in load("start")["card"]}
NOON = datetime(2026, 3, 24, 12, tzinfo=UTC)


def version(name, value, kind="result", reflection="expectations", number=1):
    prompt = Prompt(f"{reflection}.{name}", 1, "?", reflection)
    text = json.dumps(value) if kind in ("result", "audit") else value
    return Version(number, prompt, text, NOON, kind=kind)


@pytest.mark.parametrize(
    ("name", "value", "kind", "told"),
    [
        ("order_place", "bolted_on", "choice", "Bolted on: its own team, meetings and reports"),
        ("sentence_stance", "unable", "choice", "Unable: I had no way"),
        ("order_asked", ["date", "badge"], "result", "A date to be done by\nA badge: belts"),
        ("order_guesses", {"date": "helps"}, "result", "A date to be done by – helps the work"),
        ("board_marks", {"Falls": "act"}, "result", "Falls – Act: ask for something to be done"),
        ("audit_result", {"charts": 12}, "result", "Charts in the paper – 12"),
        ("audit_charts", 1200, "result", "1,200"),
        ("promise_by", "2026-12-09", "choice", "9 December 2026"),
        ("anything", {"some_field": True, "other": None}, "result", "Some field – yes"),
        ("anything", [{"a": 1, "b": [2, 3]}], "result", "a – 1; b – 2; 3"),
        ("anything", "never_heard_of", "choice", "Never heard of"),
        ("picked", ["start.meaning", "promise:1a-2b"], "result", "What does “leading"),
        ("picked", ["promise:1a-2b", "question:3"], "result", "A promise\nA question I took"),
        ("anything", "about two, the red ones", "prediction", "about two, the red ones"),
    ],
)
def test_an_answer_is_told_as_its_page_told_it(name, value, kind, told):
    assert said(version(name, value, kind)).startswith(told)


@pytest.mark.parametrize("value", [None, "", [], {}, {"falls": None}])
def test_no_answer_reads_as_nothing(value):
    assert said(version("board_marks", value)) == ""


def test_words_are_told_as_they_are():
    assert said(version("email_april", " two\n\n lines_here ", "text")) == " two\n\n lines_here "


def test_what_is_no_json_is_told_rather_than_hidden():
    damaged = Version(1, Prompt("voices.x", 1, "?", "voices"), "{oh", NOON, kind="result")
    assert said(damaged) == "{oh"


@pytest.mark.parametrize("reflection", ["nowhere", "../page", "os.path", "", "page.my_journal"])
def test_a_reflection_that_is_not_here_still_reads(reflection):
    assert said(version("x", ["a_b"], reflection=reflection)) == "A b"
    assert isinstance(title(reflection), str)


def test_one_id_outside_a_menu_that_nobody_named_and_none_is_guessed():
    assert list(labels("expectations", "my_marks", ["act"])) == ["act"]
    assert labels("expectations", "my_marks", ["act", "on_the_moon"]) == {}


def test_a_line_of_ones_own_among_the_ticks_leaves_the_others_in_words():
    ticks = ["Ask the porters last.", "plan_on_top"]
    told = said(version("worst_happens", ticks, reflection="start"))
    assert told == "Ask the porters last.\nEvery new idea needs a new plan, and no old plan ends."


def test_a_page_that_was_looked_in_is_told_line_by_line_in_words():
    look = {"document": "appraisal", "marks": {"owner": "absent", "adapt": "found"}}
    assert said(version("ours_kept", look, "audit", "start")).splitlines() == [
        "What will you look in? – An appraisal form",
        f"{CARDS['owner']} – Absent",
        f"{CARDS['adapt']} – There, in so many words",
    ]


def test_cards_are_told_pile_by_pile_in_the_order_of_the_hats():
    placed = {"owner": "improvement", "method": "technical", "night_staff": "improvement"}
    assert said(version("hats_kept", placed, "audit", "start")).splitlines() == [
        f"Leading for improvement – {CARDS['night_staff']} {CARDS['owner']}",
        f"Technical improvement expertise – {CARDS['method']}",
    ]


def test_what_changed_between_two_looks_names_the_card():
    then, now = (
        version("ours_kept", {"document": "job", "marks": {"owner": mark}}, "audit", "start")
        for mark in ("absent", "hinted")
    )
    assert f"“{CARDS['owner']}” from “Absent” to “Hinted at”" in sentence(then, now)


def test_a_persons_own_words_are_not_taken_for_an_id():
    assert label_of("Board, March") == "Board, March"
    assert label_of("falls") == "falls"


def test_a_change_of_marks_is_told_with_their_labels():
    before, after = (
        version("board_marks", {"Falls": "act"}),
        version("board_marks", {"Falls": "leave"}),
    )
    assert sentence(before, after).startswith("You moved “Falls” from “Act: ask for something")


def test_words_written_anew_are_told_as_they_are():
    before = version("email_april", "A plan by Friday.", "text")
    after = version("email_april", "Thank you <all>.", "text", number=2)
    assert marked(before, after) == "Thank you &lt;all&gt;."


def test_gone_words_are_spoken_as_gone():
    before = version("email_april", "Thank you all very much indeed.", "text")
    after = version("email_april", "Thank you all very much.", "text", number=2)
    assert "<del><span class='visually-hidden'>gone: </span>" in marked(before, after)


def texts(node):
    if isinstance(node, str):
        yield node
    for inner in node.values() if isinstance(node, dict) else ():
        yield from texts(inner)


def test_the_words_of_the_screens_are_short_sentences():
    found = [
        part.split() for text in texts(load("page.my_journal")) for part in SENTENCE.split(text)
    ]
    lengths = [len(words) for words in found if len(words) > 2]
    assert mean(lengths) <= 12
    assert max(lengths) <= 22
