"""One page: what goes on it, from where, and how much of it there is room for."""

import io
from datetime import date

import pytest
from docx import Document

from helpers.intake import Problem
from helpers.page.rhythm import ask
from helpers.statement.activities.one_page import PutItOnOnePage
from helpers.statement.activities.own_words import SAID
from helpers.statement.activities.pick import PickFromWhatYouWrote
from helpers.statement.one_page import SIZES, one_page, width
from tests.statement.journals import prompt

TODAY = date(2026, 6, 17)


def page(journal):
    made = PutItOnOnePage(journal=journal, today=lambda: TODAY)
    made.told.on_shown()
    return made


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


def test_a_question_that_was_taken_away_can_be_the_one_that_is_kept(journal):
    made = page(journal)
    assert made.questions.options == {"question:1": "Who is not in the room?"}
    assert "Who is not in the room?" not in made.preview.html
    made.questions.answer(["question:1"])
    made.question.answer("And who asks?")
    [part] = [part for part in made.laid_out().parts if part.id == "question"]
    assert part.texts == ("Who is not in the room?", "And who asks?")


def test_what_was_picked_is_on_the_page_or_offered_for_it(journal):
    journal.promise("I am told of a barrier", "own it", date(2026, 5, 4), "expectations")
    _first, second = page(journal).promises.options
    picks = ["expectations.email_may", "expectations.board_marks", "question:1"]
    journal.write_result(prompt("picked"), [*picks, f"promise:{second}"])
    made = page(journal)
    assert made.promises.value == [second]
    assert made.questions.value == ["question:1"]
    assert (list(made.taken.options), made.taken.value) == (["expectations.email_may"], [])
    made.taken.answer(["expectations.email_may"])
    assert "Please send me a plan." in made.preview.html
    assert SAID["one_page"]["taken"] in made.preview.html
    assert next(text for _label, text in made.texts()).startswith("What went wrong?")


def test_a_tick_in_the_list_of_what_was_written_is_offered_at_once(journal):
    picking = PickFromWhatYouWrote(journal)
    made = PutItOnOnePage(picking, journal=journal)
    made.told.on_shown()
    assert SAID["one_page"]["nothing_picked"] in made.told.html
    picking.tick("expectations.email_april")
    assert list(made.taken.options) == ["expectations.email_april"]
    made.taken.answer(["expectations.email_april"])
    picking.tick("expectations.email_april")
    assert "Well done" not in made.preview.html


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
