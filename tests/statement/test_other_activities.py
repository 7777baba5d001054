"""Ask three people, a note for a portfolio, an earlier statement."""

import io
from datetime import date

import pytest
from docx import Document

from helpers.intake import Problem
from helpers.statement.activities.ask_three import AskThreePeople
from helpers.statement.activities.earlier import AnEarlierStatement
from helpers.statement.activities.own_words import SAID
from helpers.statement.activities.portfolio import WriteANote
from tests.statement.journals import markup, prompt

THREE, NOTE = SAID["three"], SAID["note"]


def document(data):
    return Document(io.BytesIO(data))


def everything(data):
    found = document(data)
    cells = [cell.text for table in found.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in found.paragraphs] + cells)


@pytest.mark.parametrize("form", ["docx", "html", "md"])
def test_every_form_says_that_it_is_signed_whatever_was_changed(journal, form):
    three = AskThreePeople(journal)
    three.letter.answer("My own letter.")
    three.questions[0].answer("What did I miss?")
    made = three.made(form)
    text = everything(made) if form == "docx" else made.decode()
    assert THREE["conversation"] in text
    assert "not anonymous" in text
    assert "My own letter." in text
    assert "What did I miss?" in text
    assert THREE["wish"] in text


def test_the_table_of_questions_marks_its_row_of_headings(journal):
    [table] = document(AskThreePeople(journal).made("docx")).tables
    assert table._tbl.xpath("./w:tr[1]/w:trPr/w:tblHeader")
    assert table._tbl.xpath("./w:tblPr/w:tblCaption/@w:val") == [THREE["table"]]


def test_our_wording_is_not_written_as_the_readers_own(journal):
    three = AskThreePeople(journal)
    for box in (three.letter, *three.questions):
        box.on_shown()
    assert three.letter.value == THREE["letter"]
    assert journal.latest("statement.three_letter") is None


def test_an_emptied_question_is_asked_in_our_wording(journal):
    three = AskThreePeople(journal)
    three.questions[2].answer("  ")
    assert THREE["wish"] in everything(three.made("docx"))


def test_three_people_have_no_names_here(journal):
    labels = [getattr(part, "label", "") for part in AskThreePeople(journal).children]
    assert "What the first person said" in labels
    assert "What the third person said" in labels


def note(journal):
    made = WriteANote(journal, today=lambda: date(2026, 6, 17))
    made.title.answer("On asking")
    made.minutes.answer(45)
    made.learnt.answer("I ask too late.\n\nI praise luck.")
    made.do.answer("Ask first.")
    return made


def test_a_note_holds_its_title_its_time_and_what_was_learnt(journal):
    text = everything(note(journal).made("docx"))
    for said in ("On asking", "45 minutes", "17 June 2026", "I praise luck.", "Ask first."):
        assert said in text
    assert NOTE["care"] in text


def test_a_note_in_markdown_says_the_same(journal):
    text = note(journal).made("md").decode()
    assert text.startswith("# On asking\n")
    assert "| Time spent | 45 minutes |" in text


def test_an_empty_note_is_not_made(empty):
    with pytest.raises(Problem, match="the note is still empty"):
        WriteANote(empty).made("docx")


def test_a_patients_number_in_a_note_is_pointed_out_before_it_is_taken(journal):
    made = note(journal)
    made.learnt.answer("I learnt it from 943 476 5919.")
    assert "943 476 5919" in made.take.caution.told.html
    made.take.caution.choice.answer("change")
    assert "943" not in everything(made.take.made("docx"))


@pytest.mark.parametrize("box", ["title", "learnt", "do"])
def test_a_note_that_may_name_somebody_does_not_say_that_it_names_nobody(journal, box):
    made = note(journal)
    getattr(made, box).answer("I learnt it from Mrs Smith.")
    made.take.refresh()
    text = everything(made.take.made("docx"))
    assert NOTE["care"] not in text
    assert NOTE["check"] in text
    made.take.caution.choice.answer("change")
    assert NOTE["care"] in everything(made.take.made("docx"))


def test_an_earlier_statement_stands_beside_todays_definition(journal):
    journal.write(prompt("meaning_today"), "To lead is <to ask>.")
    earlier = AnEarlierStatement(journal)
    earlier.today.on_shown()
    assert "To lead is &lt;to ask&gt;." in markup(earlier)
