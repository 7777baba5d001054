"""The three activities of the core path, driven without a browser."""

import io
from datetime import date

import pytest
from docx import Document

from helpers.intake import Problem
from helpers.journal import Prompt
from helpers.page.rhythm import ask
from helpers.statement.activities.one_page import PutItOnOnePage
from helpers.statement.activities.own_words import SAID
from helpers.statement.activities.pick import ROWS, PickFromWhatYouWrote
from helpers.statement.activities.then_and_today import ThenAndToday
from helpers.statement.one_page import SIZES, one_page, width
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


def page(journal):
    made = PutItOnOnePage(journal=journal, today=lambda: TODAY)
    made.told.on_shown()
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


def test_opening_twice_keeps_the_first_day(journal):
    then(journal).open_sealed()
    ThenAndToday(journal, today=lambda: date(2027, 1, 1)).open_sealed()
    assert journal.latest_result("start.missing_seal")["opened"] == "2026-06-17"


def test_who_sealed_nothing_and_defined_nothing_is_told_where_to(empty):
    made = then(empty)
    assert made.show_button.layout.display == made.open_button.layout.display == "none"
    assert markup(made).count("00-start-here.ipynb") == 2


# --- One page ---


def test_the_page_holds_what_is_chosen_and_the_preview_follows(journal):
    journal.write(prompt("meaning_today"), "To lead is to ask.")
    made = page(journal)
    made.seen.answer("You will see me <wait>.")
    assert "To lead is to ask." in made.preview.html
    assert "two years of it" in made.preview.html
    assert "You will see me &lt;wait&gt;." in made.preview.html
    made.parts.answer(["seen"])
    assert "To lead is to ask." not in made.preview.html


def test_promises_stand_on_the_page_until_they_are_taken_off(journal):
    assert len(page(journal).promises.value) == 1
    page(journal).promises.answer([])
    made = page(journal)
    assert made.promises.value == []
    assert "two years" not in made.preview.html


def test_showing_the_page_writes_nothing(journal):
    before = len(journal.all_versions())
    made = page(journal)
    for part in (made.parts, made.promises, made.question, made.seen, made.name):
        part.on_shown()
    assert len(journal.all_versions()) == before


def test_a_promise_that_is_finished_is_not_on_the_page(journal):
    journal.review(journal.commitments()[0].id, "done")
    assert page(journal).promises.options == {}


def test_the_word_file_has_headings_a_title_a_language_and_a4(journal):
    journal.write(prompt("meaning_today"), "To lead is to ask.\n\nThen to wait.")
    document = Document(io.BytesIO(page(journal).made("docx")))
    heads = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert heads == [SAID["one_page"]["title"], "My definition", "My promises"]
    assert document.core_properties.title == SAID["one_page"]["title"]
    assert document.core_properties.language == "en-GB"
    assert round(document.sections[0].page_height.mm) == 297
    assert [p.text for p in document.paragraphs if p.style.name == "Normal"] == [
        "To lead is to ask.",
        "Then to wait.",
    ]
    assert sum(p.style.name == "List Bullet" for p in document.paragraphs) == 1


def test_the_page_to_print_says_the_same_and_escapes_it(journal):
    journal.write(prompt("meaning_today"), "<script>alert(1)</script>")
    made = page(journal).made("html").decode()
    assert "&lt;script&gt;" in made
    assert "<script" not in made
    assert 'lang="en-GB"' in made.replace("'", '"')


def test_a_name_with_a_title_is_changed_in_the_copy_where_the_reader_says_so(journal):
    journal.write(prompt("meaning_today"), "I learnt it from Mrs Smith.")
    made = page(journal)
    made.take.refresh()
    made.take.caution.choice.answer("change")
    assert b"Smith" not in made.take.made("md")
    assert b"a colleague or patient" in made.take.made("md")
    assert "Mrs Smith" in journal.latest("statement.meaning_today").value


def test_a_button_hands_the_file_over_under_the_day_it_was_made(journal, monkeypatch):
    button = page(journal).take.buttons[0]
    sent = []
    monkeypatch.setattr(button, "send", lambda *message: sent.append(message))
    button.on_act({"pressed": True}, [])
    [(told, [data])] = sent
    assert told["name"] == f"one-page-{date.today().isoformat()}.docx"
    assert data.startswith(b"PK")


def test_an_empty_page_is_not_made(empty):
    with pytest.raises(Problem, match="Nothing is on the page yet"):
        page(empty).made("docx")


def test_the_more_words_the_smaller_the_letters_until_it_says_so():
    def laid_out(count):
        return one_page("T", "", {"seen": "Seen"}, {"seen": ["word " * count]})

    sizes = [laid_out(count).size for count in (20, 150, 300, 450, 600)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == SIZES[0]
    assert laid_out(600).over == 0
    assert laid_out(3000).over > 50


# A page of 10 points holds 48 square signs on a line of 170 mm, and 67 capitals of a usual text.
@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("WHO TELLS US WHEN WE DO NOT LIVE UP TO IT? ", 80),
        ("だれが知らせてくれるのか。", 150),
        ("MWM ", 800),
    ],
)
def test_a_page_of_wide_letters_says_that_it_is_too_long(text, count):
    narrow = "".join("i" if sign.strip() else " " for sign in text)
    pages = [
        one_page("T", "", {"seen": "Seen"}, {"seen": [each * count]}) for each in (text, narrow)
    ]
    assert [page.over > 0 for page in pages] == [True, False]


def test_signs_above_a_letter_take_no_room():
    assert width("e\u0301te\u0301") == width("été") == 3


def test_the_page_follows_the_definition_as_it_is_written_elsewhere(journal):
    today = ask("statement", "meaning_today", journal=journal)
    page = PutItOnOnePage(today, journal=journal)
    page.told.on_shown()
    assert "To ask." not in page.preview.html
    today.answer("To ask.")
    assert "To ask." in page.preview.html
