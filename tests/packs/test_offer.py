"""What of a journal may go into a pack."""

import pytest

from helpers.packs.offer import Held, offer, too_long

NAMES = {"staff": "Staff", "patients": "Patients", "nobody": "Nobody"}


def held(kind, value, options=NAMES, **more):
    return Held("voices.who", 2, "Who is asked?", kind, value, options, **more)


def answer(*given, **more):
    item = offer(held(*given, **more))
    return item and (item.asked.kind, item.answer)


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("text", "  Nobody asked. ", ("text", "Nobody asked.")),
        ("prediction", "About two.", ("text", "About two.")),
        ("choice", "staff", ("choice", "Staff")),
        ("result", '["nobody", "staff"]', ("ticks", ("Staff", "Nobody"))),
        ("result", '{"night_team": "staff"}', ("marks", {"night team": "Staff"})),
        ("result", "12", ("number", 12)),
        ("result", '{"charts": 20, "paper": "Board, March"}', ("numbers", {"charts": 20})),
        ("audit", '{"charts": 20, "on": "2026-03-02"}', ("numbers", {"charts": 20})),
        ("result", '"staff"', ("choice", "Staff")),
    ],
)
def test_an_answer_becomes_an_item(kind, value, expected):
    assert answer(kind, value) == expected


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("text", "  "),
        ("text", "2026-03-02"),
        ("choice", ""),
        ("choice", "2026-03-02"),
        ("choice", "somebody's own words"),
        ("result", "[]"),
        ("result", '["somebody\'s own words"]'),
        ("result", '{"paper": "Board, March"}'),
        ("result", '{"on": "2026-03-02"}'),
        ("result", "null"),
        ("result", "true"),
        ("result", "1e300"),
        ("result", "broken"),
        ("audit", '{"deep": {"deeper": 1}}'),
    ],
)
def test_days_own_words_and_nothing_are_not_counted(kind, value):
    assert offer(held(kind, value)) is None


def test_without_a_list_of_options_nothing_chosen_is_offered():
    assert answer("choice", "staff", {}) is None
    assert answer("result", '["staff"]', {}) is None


def test_an_item_carries_every_option_and_whether_it_is_sensitive():
    asked = offer(held("choice", "staff", sensitive=True)).asked
    assert asked.options == ("Staff", "Patients", "Nobody")
    assert (asked.version, asked.wording, asked.sensitive) == (2, "Who is asked?", True)


def test_rows_have_the_names_of_the_page():
    rows = {"night": "The night team"}
    assert answer("result", '{"night": "staff"}', rows=rows) == (
        "marks",
        {"The night team": "Staff"},
    )


def test_words_that_are_too_long_are_known():
    assert too_long(offer(held("text", "a" * 20_001)))
    assert not too_long(offer(held("text", "a" * 20_000)))


def test_words_stay_out_of_logs():
    assert "Nobody asked" not in repr(held("text", "Nobody asked")) + repr(
        offer(held("text", "Nobody asked"))
    )
