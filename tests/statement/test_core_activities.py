"""Picking, and then and today, driven without a browser."""

from datetime import date

from helpers.journal import Prompt
from helpers.statement.activities.own_words import SAID
from helpers.statement.activities.pick import ROWS, PickFromWhatYouWrote
from helpers.statement.activities.then_and_today import ThenAndToday
from tests.driven import press
from tests.statement.journals import MEANING, SEAL, markup, prompt

TODAY = date(2026, 6, 17)


def picker(journal):
    made = PickFromWhatYouWrote(journal)
    made.list.on_shown()
    return made


def rows(made):
    return {row["id"]: row["html"] for row in made.list.shown["rows"]}


def ticked(made):
    return [name for name, html in rows(made).items() if "aria-checked='true'" in html]


def act(made, name, part=""):
    made.list.on_act({"act": name, "row": part, "part": part}, [])


def then(journal):
    made = ThenAndToday(journal, today=lambda: TODAY)
    made.told_definition.on_shown()
    return made


# --- Pick from what you wrote ---


def test_everything_written_elsewhere_is_there_with_its_question(journal):
    shown = rows(picker(journal))
    assert "Well done, all of you! &lt;Friday&gt;" in shown["expectations.email_april"]
    assert "Your email in April" in shown["expectations.email_april"]
    assert "9 March 2026" in shown["expectations.email_april"]


def test_marks_are_told_in_words_and_a_prediction_with_what_came_of_it(journal):
    shown = rows(picker(journal))
    assert "Falls – Act: ask for something to be done" in shown["expectations.board_marks"]
    assert "What came of it: Carers were missing." in shown["voices.guess"]


def test_promises_and_questions_are_there_and_their_drafts_are_not(journal):
    journal.write(Prompt("expectations.promise_if", 1, "If …", "expectations"), "a draft")
    journal.write(Prompt("start.time", 1, "How long do you have?", "start"), "30", kind="choice")
    shown = rows(picker(journal))
    assert "start.time" not in shown
    assert "expectations.promise_if" not in shown
    assert sum(name.startswith("promise:") for name in shown) == 1
    assert "Who is not in the room?" in shown["question:1"]


def test_what_is_sealed_stays_hidden_until_it_is_opened(journal):
    made = picker(journal)
    assert "start.missing" not in rows(made)
    assert "Nobody would ask" not in str(made.list.shown)
    assert SAID["pick"]["waits"] in made.summary.html
    journal.write_result(SEAL, {"sealed": "2026-03-02", "opened": "2026-06-17"})
    assert "start.missing" in rows(picker(journal))


def test_the_first_definition_waits_until_todays_is_written(journal):
    assert "start.meaning" not in rows(picker(journal))
    journal.write(prompt("meaning_today"), "To ask.")
    assert "start.meaning" in rows(picker(journal))


def test_a_tick_is_kept_at_once_and_can_be_taken_back(journal):
    made = picker(journal)
    assert ticked(made) == []
    act(made, "tick", "expectations.email_april")
    assert ticked(picker(journal)) == ["expectations.email_april"]
    act(made, "tick", "expectations.email_april")
    assert ticked(picker(journal)) == []


def test_two_windows_tick_together(journal):
    one, other = picker(journal), picker(journal)
    act(one, "tick", "expectations.email_april")
    act(other, "tick", "expectations.email_may")
    assert len(ticked(picker(journal))) == 2


def test_the_tick_keeps_the_focus(journal):
    made = picker(journal)
    act(made, "tick", "expectations.email_may")
    assert made.list.shown["focus"]["part"] == "expectations.email_may"


def test_words_can_be_looked_for_and_pages_chosen(journal):
    made = picker(journal)
    made.search.answer("friday")
    assert list(rows(made)) == ["reflection:expectations", "expectations.email_april"]
    made.search.answer("nothing like it")
    assert SAID["pick"]["none_found"] in made.summary.html
    made.search.answer("")
    made.where.answer("voices")
    assert "voices.guess" in rows(made)
    assert "expectations.email_april" not in rows(made)
    made.where.answer(None)
    made.what.answer("marks")
    assert "expectations.board_marks" in rows(made)
    assert "expectations.email_april" not in rows(made)


def test_many_pieces_come_in_portions_and_searching_is_offered(journal):
    assert picker(journal).finding.layout.display == "none"
    for number in range(50):
        journal.write(Prompt(f"methods.q{number}", 1, "Why?", "methods"), f"Answer {number}")
    made = picker(journal)
    assert made.finding.layout.display == ""
    pieces = [name for name in rows(made) if not name.startswith("reflection:")]
    assert len(pieces) == ROWS
    assert made.list.shown["more"] == "Show 20 more"
    act(made, "more")
    act(made, "more")
    assert "voices.guess" in rows(made)
    assert made.list.shown["more"] == ""


def test_where_much_was_written_ones_own_words_come_first(journal):
    assert "expectations.board_marks" in rows(picker(journal))  # a short list is whole
    for number in range(9):
        journal.write(Prompt(f"methods.q{number}", 1, "Why?", "methods"), f"Answer {number}")
    made = picker(journal)
    assert made.what.value == "words"
    assert "expectations.board_marks" not in rows(made)
    made.what.answer(None)
    made.list.on_shown()
    assert "expectations.board_marks" in rows(made)


def test_an_empty_journal_says_where_to_begin(empty):
    assert "00-start-here.ipynb" in picker(empty).summary.html


def test_a_long_answer_is_there_to_its_last_word(journal):
    journal.write(Prompt("methods.long", 1, "Why?", "methods"), "word " * 400 + "LAST")
    html = rows(picker(journal))["methods.long"]
    assert "<details>" in html
    assert "LAST" in html


# --- Then and today ---


def test_the_first_words_are_shown_only_after_todays_are_written(journal):
    made = then(journal)
    made.show_definition()
    assert "Slow down" in made.told_definition.problem
    assert made.definition.children == ()
    journal.write(prompt("meaning_today"), "To lead is to ask <b>.")
    made.show_definition()
    assert made.told_definition.problem == ""
    said = markup(made.definition)
    assert "To lead is to set targets and hold people to them." in said
    assert "To lead is to ask &lt;b&gt;." in said
    assert "107 days apart" in said
    assert "2 March 2026" in said
    assert "17 June 2026" in said


def test_a_later_rewording_is_not_the_first_definition(journal):
    journal.write(MEANING, "To lead is to listen.")
    journal.write(prompt("meaning_today"), "To ask.")
    made = then(journal)
    made.show_definition()
    assert "set targets" in markup(made.definition)
    assert "listen" not in markup(made.definition)


def test_opening_what_was_sealed_is_the_readers_own_press(journal):
    made = then(journal)
    assert "Nobody would ask" not in markup(made)
    assert journal.latest_result("start.missing_seal")["opened"] is None
    made.missing.answer("Nobody would listen.")
    made.open_sealed()
    assert journal.latest_result("start.missing_seal") == {
        "sealed": "2026-03-02",
        "opened": "2026-06-17",
    }
    said = markup(made.answer)
    assert said.index("Nobody would ask for results.") < said.index("Nobody would listen.")


def test_what_was_sealed_stays_sealed_until_todays_answer_is_written(journal):
    made = then(journal)
    made.open_sealed()
    assert SAID["then"]["missing_first"] in made.missing.problem
    assert journal.latest_result("start.missing_seal")["opened"] is None
    assert made.answer.children == ()
    made.missing.answer("Nobody would listen.")
    assert made.missing.problem == ""
    made.open_sealed()
    assert "Nobody would ask for results." in markup(made.answer)


def test_who_has_nothing_to_add_opens_it_all_the_same_and_may_add_it_afterwards(journal):
    made = then(journal)
    made.open_sealed()
    press(made, "I have nothing to add today")
    assert journal.latest_result("start.missing_seal")["opened"] == "2026-06-17"
    assert SAID["then"]["empty_today"] in markup(made.answer)
    made.missing.answer("Nobody would listen.")
    assert SAID["then"]["empty_today"] not in markup(made.answer)
    assert "Nobody would listen." in markup(made.answer)


def test_opening_twice_keeps_the_first_day(journal):
    then(journal).show_sealed()
    ThenAndToday(journal, today=lambda: date(2027, 1, 1)).open_sealed()
    assert journal.latest_result("start.missing_seal")["opened"] == "2026-06-17"


def test_who_sealed_nothing_and_defined_nothing_is_told_where_to(empty):
    made = then(empty)
    assert made.show_button.layout.display == made.open_button.layout.display == "none"
    assert markup(made).count("00-start-here.ipynb") == 2
