"""Taking a journal away, bringing it in, deleting it, and meeting it again on a later day."""

import json
import os
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pytest

from helpers.intake import Problem
from helpers.journal import Journal, Prompt, export
from helpers.page.my_journal import (
    DeleteMyWords,
    MyJournalFolds,
    OnThisDay,
    ReadMyJournal,
    TakeItWithMe,
)
from helpers.page.my_journal.items import items
from helpers.page.words import load, prompt

SAID = load("page.my_journal")
WHO = Prompt("voices.who", 1, "Who is missing?", "voices")
MISSING = Prompt("start.missing", 1, "What would be missing?", "start")
SEAL = Prompt("start.missing_seal", 1, "When it was sealed", "start")


@pytest.fixture
def written(journal, april):
    """Words in two reflections and a sealed answer."""
    journal.write(april, "Dear Mrs Smith, thank you.")
    journal.write(april, "What did you change?")
    journal.write(WHO, "The porters.")
    journal.promise("a number moves", "ask Mrs Jones", date(2026, 12, 9), "expectations")
    journal.take_question("What do I reward?", "voices")
    journal.write(MISSING, "The secret word.")
    journal.write_result(SEAL, {"sealed": "2026-11-25", "opened": None})
    return journal


def taken(journal, form, what="*", history="without"):
    take = TakeItWithMe(journal)
    take.refresh()
    take.what.answer(what)
    take.history.answer(history)
    take.form.answer(form)
    return take


def paper(made):
    from docx import Document

    return "\n".join(paragraph.text for paragraph in Document(BytesIO(made)).paragraphs)


def markup(widget):
    inside = "".join(markup(child) for child in getattr(widget, "children", ()))
    return getattr(widget, "html", "") + inside


def rows(screen):
    return "".join(row["html"] for row in screen.ask.shown["rows"])


@pytest.mark.parametrize("form", ["docx", "html", "md"])
def test_a_copy_to_read_holds_the_words_and_no_sealed_ones(written, form):
    made = taken(written, form).make(form)
    text = paper(made) if form == "docx" else made
    assert "The porters." in text
    assert "What did you change?" in text
    assert "thank you" not in text  # an earlier version
    assert "secret" not in text
    assert "Sealed on 25 November 2026" in text


def test_earlier_versions_are_in_it_where_they_were_asked_for(written):
    take = taken(written, "md", history="with")
    assert "thank you" in take.make("md")
    assert "3 answers in 3 versions, 1 promise and 1 question" in take.inside.html


def test_choices_of_a_visit_and_drafts_of_what_was_kept_are_in_no_list(journal):
    journal.write(prompt("start", "time"), "30", kind="choice")
    for name in ("hats", "hats_kept"):
        journal.write_result(prompt("start", name), {"owner": "improvement"})
    assert [item.id for item in items(journal)] == ["start.hats_kept"]
    text = taken(journal, "md").make("md")
    assert "Where I put the twelve cards" in text
    assert not [asked for asked in ("How long", "Which hat does") if asked in text]
    assert "start.time" in taken(journal, "json").make("json")  # nothing is lost
    reading = ReadMyJournal(journal)
    reading.list.on_shown()
    for act in ("open", "ask", "delete"):
        reading.list.on_act({"act": act, "row": "entry:start.hats_kept"}, [])
    assert [entry.prompt.id for entry in journal.entries()] == ["start.time"]


def test_one_reflection_can_be_taken_alone(written):
    take = taken(written, "md", what="voices")
    assert "The porters." in take.make("md")
    assert "What did you change?" not in take.make("md")
    assert "In the file: 1 answer and 1 question." in take.inside.html


def test_it_says_what_is_in_the_file_and_that_no_passphrase_protects_it(written):
    said = taken(written, "docx").inside.html
    assert "In the file: 3 answers, 1 promise and 1 question." in said
    assert SAID["take"]["sealed"] in said
    assert "passphrase, if you set one, does not protect it" in said


def test_a_name_is_pointed_out_and_changed_where_the_reader_wants_it(written):
    take = taken(written, "md")
    assert "“Mrs Jones” may be" in markup(take.look)
    assert "Mrs Jones" in take.make("md")
    take.look.choice.answer("change")
    assert "Mrs Jones" not in take.make("md")
    assert "Mrs Jones" in written.commitments()[0].then  # the journal stays as it is


def test_the_look_goes_along_with_what_is_chosen(written):
    take = taken(written, "md")
    assert "Mrs Smith" not in markup(take.look)
    take.history.answer("with")
    assert "“Mrs Smith” may be" in markup(take.look)


def test_a_data_file_holds_everything_and_is_not_looked_over(written):
    take = taken(written, "json")
    assert take.look not in take.shown.children
    assert "secret" in take.make("json")
    other = Journal.in_memory()
    export.bring_in(other, take.make("json").encode())
    assert other.contents() == written.contents()


def test_a_file_is_named_after_the_day_and_the_reflection(written):
    take = taken(written, "md", what="voices")
    take.downloads["md"].on_act({}, [])
    assert take.downloads["md"].filename == f"my-journal-voices-{date.today()}.md"


def test_what_would_come_in_is_said_before_anything_is_written(written):
    other = Journal.in_memory()
    bring = TakeItWithMe(other).bring
    bring.look_into("mine.json", export.as_json(written).encode())
    assert "holds 3 answers in 4 versions, 1 promise and 1 question" in rows(bring)
    assert "New to this journal: 4 answers" in rows(bring)
    assert other.entries() == []
    bring.ask.on_act({"act": "bring", "row": "ask"}, [])
    assert other.latest(WHO.id).value == "The porters."
    assert "Added from the file" in rows(bring)
    assert bring.ask.shown["focus"] == {"act": "told", "row": "done", "part": ""}


def test_a_file_can_be_left(written):
    other = Journal.in_memory()
    bring = TakeItWithMe(other).bring
    bring.look_into("mine.json", export.as_json(written).encode())
    bring.ask.on_act({"act": "leave", "row": "ask"}, [])
    assert other.entries() == []
    assert SAID["bring"]["left"] in rows(bring)


def test_the_same_file_again_offers_nothing(written):
    bring = TakeItWithMe(written).bring
    bring.look_into("<b>.json", export.as_json(written).encode())
    assert SAID["bring"]["same"] in rows(bring)
    assert "data-act='bring'" not in rows(bring)
    assert "&lt;b&gt;.json" in rows(bring)


def test_a_broken_file_is_refused_and_everything_stays(written):
    before = written.contents()
    bring = TakeItWithMe(written).bring
    with pytest.raises(Problem, match="JSON"):
        bring.look_into("broken.json", b'{"format": ')
    assert written.contents() == before


def test_it_says_exactly_what_goes_before_it_goes(written):
    screen = deleting(written, "expectations")
    assert "This goes: 1 answer in 2 versions and 1 promise." in rows(screen)
    assert "There is no undo." in rows(screen)
    assert screen.copy.layout.display == ""


def deleting(journal, what):
    screen = DeleteMyWords(journal)
    screen.refresh()
    screen.what.answer(what)
    return screen


@pytest.mark.parametrize("typed", ["", "yes", "delete everything"])
def test_nothing_goes_without_the_word(written, typed):
    before = written.contents()
    screen = deleting(written, "*")
    screen.delete(typed)
    assert written.contents() == before
    assert SAID["delete"]["mistyped"] in rows(screen)
    assert screen.ask.shown["focus"] == {"act": "delete", "row": "*", "part": ""}


def test_one_reflection_goes_and_the_others_stay(written):
    screen = deleting(written, "voices")
    screen.delete(" “Delete” ")
    assert [entry.prompt.reflection for entry in written.entries("voices")] == []
    assert written.questions("voices") == []
    assert written.latest("expectations.email_april")
    assert "Deleted: 1 answer and 1 question." in rows(screen)
    assert "What the kit cannot reach:" in rows(screen)
    assert "voices" not in screen.what.options


def test_everything_goes(written):
    deleting(written, "*").delete("delete")
    assert (written.entries(), written.commitments(), written.questions()) == ([], [], [])
    assert b"porters" not in b"".join(
        path.read_bytes() for path in written.path.parent.rglob("*") if path.is_file()
    )


def test_a_journal_set_aside_is_named_before_everything_goes(written):
    assert SAID["delete"]["aside"] not in rows(deleting(written, "*"))
    written.path.with_name("journal-damaged-20260302T120000Z.sqlite3").write_text("old")
    assert SAID["delete"]["aside"] in rows(deleting(written, "*"))
    assert SAID["delete"]["aside"] not in rows(deleting(written, "voices"))


def test_keeping_deletes_nothing_and_says_so(written):
    screen = deleting(written, "*")
    screen.ask.on_act({"act": "keep", "row": "*"}, [])
    assert len(written.entries()) == 4
    assert SAID["delete"]["kept"] in rows(screen)
    assert screen.what.value is None


def test_an_empty_journal_has_nothing_to_delete(journal):
    screen = DeleteMyWords(journal)
    screen.refresh()
    assert SAID["delete"]["empty"] in rows(screen)
    assert screen.what.layout.display == "none"


def at(path, *day):
    return Journal.open(path, now=lambda: datetime(*day, 12, tzinfo=UTC))


def met(path, *today):
    again = OnThisDay(Journal.open(path), today=lambda: date(*today))
    again.told.on_shown()
    return again.told.html


def test_what_was_written_a_year_ago_stands_beside_what_stands_there_now(tmp_path, april):
    path = tmp_path / "journal.sqlite3"
    at(path, 2025, 11, 25).write(april, "Thank the ward for falls <b>.")
    at(path, 2026, 3, 2).write(april, "Thank the whole ward for falls <b>.")
    said = met(path, 2026, 11, 25)
    assert "A year ago, on 25 November 2025" in said
    assert said.index("Then, 25 November 2025") < said.index("Now, 2 March 2026")
    assert "Since then you added 1 word." in said
    assert "<ins><span class='visually-hidden'>added: </span>whole</ins>" in said
    assert "<b>" not in said


def test_a_question_put_in_other_words_since_stands_over_the_answer_it_got(tmp_path, april):
    path = tmp_path / "journal.sqlite3"
    at(path, 2025, 11, 25).write(april, "Thank the ward.")
    asked = replace(april, version=2, wording="What would you send in <April>?")
    at(path, 2026, 3, 2).write(asked, "Ask the ward.")
    said = met(path, 2026, 11, 25)
    then, now = said.split("Now, 2 March 2026")
    assert "Your email in April</p><blockquote>Thank the ward." in then
    assert "What would you send in &lt;April&gt;?</p><blockquote>" in now
    assert said.count("Your email in April") == 1


def test_what_was_not_changed_since_is_told_once(tmp_path, april):
    path = tmp_path / "journal.sqlite3"
    at(path, 2026, 8, 25).write(april, "Thank the ward.")
    said = met(path, 2026, 11, 25)
    assert "Three months ago" in said
    assert said.count("Thank the ward.") == 1


def test_most_days_are_silent(tmp_path, april):
    at(tmp_path / "journal.sqlite3", 2026, 11, 20).write(april, "Thank the ward.")
    assert met(tmp_path / "journal.sqlite3", 2026, 11, 25) == ""


def test_a_sealed_answer_and_what_led_to_a_promise_are_not_met(tmp_path):
    path = tmp_path / "journal.sqlite3"
    then = at(path, 2025, 11, 25)
    then.write(MISSING, "The secret word.")
    then.write_result(SEAL, {"sealed": "2025-11-25", "opened": None})
    then.write(prompt("expectations", "promise_then"), "ask for two")
    assert met(path, 2026, 11, 25) == ""


def test_a_fold_is_built_when_it_is_opened_and_follows_the_others(written):
    folds = MyJournalFolds(written)
    assert folds.screens == {}
    folds.folds["read"].unfold()
    folds.folds["delete"].unfold()
    reading, screen = folds.screens["read"], folds.screens["delete"]
    reading.list.on_shown()
    screen.refresh()
    assert len(reading.list.shown["rows"]) == 5
    screen.what.answer("expectations")
    screen.delete("delete")
    assert len(reading.list.shown["rows"]) == 3


def test_a_sealed_answer_shows_no_word_and_goes_with_its_seal(written):
    folds = MyJournalFolds(written)
    folds.folds["read"].unfold()
    reading = folds.screens["read"]
    reading.list.on_shown()
    reading.search.answer("secret")
    assert reading.list.shown["rows"][0]["id"] == "nothing"
    reading.search.answer("")
    reading.unfold("entry:start.missing")
    reading.list.on_act({"act": "ask", "row": "entry:start.missing"}, [])
    told = json.dumps(reading.list.shown)
    assert "Sealed on 25 November 2026." in told
    assert "secret" not in told
    reading.list.on_act({"act": "delete", "row": "entry:start.missing"}, [])
    assert written.entries("start") == []


def test_screens_that_are_only_made_read_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("KIT_JOURNAL", str(tmp_path / "none.sqlite3"))
    for screen in (OnThisDay, TakeItWithMe, DeleteMyWords, MyJournalFolds):
        screen()
    assert not os.path.exists(tmp_path / "none.sqlite3")
