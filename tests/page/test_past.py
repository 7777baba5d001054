"""Then and now in a control: what it was on earlier days, and the way back within today."""

from datetime import UTC, date, datetime, timedelta

import pytest

from helpers.journal import Journal, Prompt
from helpers.page.forms import Choice, Date, Marks, Text, Ticks
from helpers.page.past import said_day
from tests.clock import Clock

TODAY = datetime.now(UTC).astimezone().replace(hour=12)
COLOURS = {"a": "Amber", "b": "Blue"}
LONG = "I ask for dates because I am asked for dates myself, every month."


@pytest.fixture
def clock():
    return Clock(TODAY)


@pytest.fixture
def journal(tmp_path, clock):
    opened = Journal.open(tmp_path / "journal.sqlite3", now=clock)
    opened.asked = 0
    read = opened.versions

    def counted(prompt_id):
        opened.asked += 1
        return read(prompt_id)

    opened.versions = counted
    return opened


def wrote(journal, clock, prompt, days_ago, value):
    clock.now = TODAY - timedelta(days=days_ago)
    if isinstance(value, str):
        journal.write(prompt, value)
    else:
        journal.write_result(prompt, value)
    clock.now = TODAY


def shown(field):
    field.on_shown()
    return field


def typed(field, value, seq=1):
    field.on_act({"draft": {"value": value, "client": "page", "seq": seq}}, [])


def opened(field):
    field.on_act({"earlier": True}, [])
    return field.earlier["states"]


def day(days_ago):
    return said_day((TODAY - timedelta(days=days_ago)).date(), TODAY.date())


def test_a_day_is_said_with_its_year_only_where_that_is_another():
    assert said_day(date(2026, 3, 3), date(2026, 12, 1)) == "3 March"
    assert said_day(date(2025, 12, 31), date(2026, 1, 1)) == "31 December 2025"


def test_a_box_with_nothing_earlier_says_nothing(journal, clock, april):
    wrote(journal, clock, april, 40, "one")
    field = shown(Text(prompt=april, journal=journal))
    assert (field.before, field.way_back, field.earlier) == ("", {}, {})


def test_the_last_earlier_day_with_other_words_is_named(journal, clock, april):
    wrote(journal, clock, april, 40, "one")
    wrote(journal, clock, april, 8, "two")
    wrote(journal, clock, april, 2, "three")
    assert shown(Text(prompt=april, journal=journal)).before == day(8)


def test_the_link_comes_with_the_first_word_that_differs(journal, clock, april):
    wrote(journal, clock, april, 8, "one")
    field = shown(Text(prompt=april, journal=journal))
    assert field.before == ""
    typed(field, "one more")
    assert field.before == day(8)


def test_earlier_words_are_not_on_the_page_before_they_are_opened(journal, clock, april):
    wrote(journal, clock, april, 8, "Zebras first")
    wrote(journal, clock, april, 2, "now")
    field = shown(Text(prompt=april, journal=journal))
    assert "Zebras" not in str(field.get_state())
    assert opened(field)[0]["pieces"] == [["then", "Zebras first"]]


def test_an_earlier_state_says_when_and_what_changed(journal, clock, april):
    wrote(journal, clock, april, 8, "Ask all staff first.")
    wrote(journal, clock, april, 2, "Ask all carers first.")
    state = opened(shown(Text(prompt=april, journal=journal)))[0]
    assert (state["on"], state["wording"]) == (day(8), "")
    assert state["said"] == "Since then you added 1 word and took 1 away."
    assert ["gone", " staff"] in state["pieces"]
    assert ["new", " carers"] in state["pieces"]


def test_the_question_of_that_time_is_told_where_it_read_otherwise(journal, clock, april):
    older = Prompt(april.id, 0, "What would you write?", april.reflection)
    wrote(journal, clock, older, 8, "one")
    wrote(journal, clock, april, 2, "two")
    state = opened(shown(Text(prompt=april, journal=journal)))[0]
    assert state["wording"] == "What would you write?"


def test_ids_are_told_as_the_page_calls_them(journal, clock, april):
    rows = [{"id": "falls", "label": "Falls", "html": "<p>Falls</p>"}]
    wrote(journal, clock, april, 8, {"falls": "a"})
    wrote(journal, clock, april, 2, {"falls": "b"})
    field = shown(Marks("Mark", COLOURS, rows, prompt=april, journal=journal))
    assert opened(field)[0]["said"] == "Since then you moved “Falls” from “Amber” to “Blue”."


def test_ticks_show_what_stayed_went_and_came(journal, clock, april):
    wrote(journal, clock, april, 8, ["a"])
    wrote(journal, clock, april, 2, ["a", "b"])
    field = shown(Ticks("Pick", COLOURS, prompt=april, journal=journal))
    assert opened(field)[0]["pieces"] == [["same", "Amber"], ["new", "Blue"]]


@pytest.mark.parametrize(
    ("make", "answers", "said"),
    [
        (lambda **k: Choice("Pick", COLOURS, **k), ("a", "b"), "from “Amber” to “Blue”."),
        (lambda **k: Date("By", **k), ("2026-03-01", "2027-01-02"),
         "from “1 March 2026” to “2 January 2027”."),
    ],
)  # fmt: skip
def test_a_choice_and_a_date_are_told_in_one_sentence(journal, clock, april, make, answers, said):
    for days_ago, answer in zip((8, 2), answers, strict=True):
        clock.now = TODAY - timedelta(days=days_ago)
        journal.write(april, answer, kind="choice")
    clock.now = TODAY
    state = opened(shown(make(prompt=april, journal=journal)))[0]
    assert state["said"] == f"Since then it went {said}"
    assert state["pieces"] == []


def test_an_earlier_answer_is_brought_back_and_the_newer_one_stays_in_the_journal(
    journal, clock, april
):
    wrote(journal, clock, april, 8, "one")
    wrote(journal, clock, april, 2, "two")
    field = shown(Text(prompt=april, journal=journal))
    field.on_act({"restore": opened(field)[0]["version"]}, [])
    assert field.value == "one"
    assert [version.value for version in journal.versions(april.id)] == ["one", "two", "one"]
    assert field.saved["version"] == journal.latest(april.id).id
    field.on_act({"restore": field.way_back["version"]}, [])
    assert field.value == "two"


def test_saving_asks_the_journal_for_nothing_more(journal, clock, april):
    wrote(journal, clock, april, 8, LONG)
    field = shown(Text(prompt=april, journal=journal))
    asked = journal.asked
    for seq, words in enumerate(("", "N", "New words", LONG), 1):
        typed(field, words, seq)
    assert journal.asked == asked == 1


def test_a_long_text_that_was_emptied_can_be_brought_back(journal, april):
    field = shown(Text(prompt=april, journal=journal))
    typed(field, LONG, 1)
    assert field.way_back == {}
    typed(field, LONG[:30], 2)
    typed(field, "", 3)
    field.on_act({"restore": field.way_back["version"]}, [])
    assert field.value == LONG
    assert field.way_back == {}


def test_the_way_back_names_the_day_where_that_is_not_today(journal, clock, april):
    wrote(journal, clock, april, 2, LONG)
    field = shown(Text(prompt=april, journal=journal))
    typed(field, "")
    assert field.way_back["on"] == day(2)


def test_the_way_back_is_still_there_after_a_reload_on_the_same_day(journal, april):
    field = shown(Text(prompt=april, journal=journal))
    typed(field, LONG, 1)
    typed(field, "Something else altogether.", 2)
    again = shown(Text(prompt=april, journal=journal))
    assert again.way_back == field.way_back != {}


def test_a_text_brought_back_and_then_emptied_is_the_one_to_go_back_to(journal, clock, april):
    wrote(journal, clock, april, 8, LONG)
    wrote(journal, clock, april, 2, "Something else that is long enough to be missed.")
    field = shown(Text(prompt=april, journal=journal))
    field.bring_back(opened(field)[0]["version"])
    typed(field, "")
    field.bring_back(field.way_back["version"])
    assert field.value == LONG


def test_a_version_deleted_meanwhile_is_a_problem_beside_the_box(journal, clock, april):
    wrote(journal, clock, april, 8, "one")
    wrote(journal, clock, april, 2, "two")
    field = shown(Text(prompt=april, journal=journal))
    field.on_act({"restore": 4711}, [])
    assert "not in this journal" in field.problem
    assert field.value == "two"


def test_only_so_many_earlier_days_are_shown_at_once(journal, clock, april):
    for days_ago in range(15, 0, -1):
        wrote(journal, clock, april, days_ago, f"on day {days_ago}")
    field = shown(Text(prompt=april, journal=journal))
    assert len(opened(field)) == 10
    assert field.earlier["more"] == 4
