"""Making a pack, driven without a browser."""

import json
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from helpers.journal import Journal, Prompt
from helpers.packs.activities import from_journal
from helpers.packs.activities.make_a_pack import MakeAPack
from helpers.packs.counting import count
from helpers.packs.pack import Pack
from helpers.packs.reading import read_pack
from helpers.page import words
from helpers.page.files import Download
from tests.driven import parts, press
from tests.packs.driven import downloaded, markup, show

WORDS = {
    "title": "Whose voice?",
    "prompts": {
        "who": {"options": "menus.who", "sensitive": True},
        "asked": {"options": "menus.who"},
        "secret": {"private": True},
    },
    "menus": {"who": {"staff": "Staff", "patients": {"label": "Patients"}}},
}


def prompt(name, wording="Who is asked?"):
    return Prompt(f"voices.{name}", 3, wording, "voices")


@pytest.fixture
def journal(tmp_path, monkeypatch):
    """A journal with something of everything, all invented."""
    monkeypatch.setattr(from_journal, "_words", lambda name: WORDS if name == "voices" else {})
    journal = Journal.open(tmp_path / "journal.sqlite3")
    journal.write(prompt("who"), "staff", kind="choice")
    journal.write_result(prompt("asked", "Who else?"), ["patients"])
    journal.write_result(prompt("charts", "How many charts?"), 12)
    journal.write(prompt("story", "What happened?"), "Mrs Smith (999 000 0018) waited. <b>")
    journal.write(prompt("secret", "What is secret?"), "This is secret.")
    journal.write(prompt("later", "When?"), "2026-03-02", kind="choice")
    journal.promise("Monday comes", "I ask the night staff", date(2030, 1, 1), "voices")
    return journal


@pytest.fixture
def making(journal):
    making = MakeAPack(journal=journal)
    show(making)
    return making


def tick(making, *names):
    for ticks in making.ticks:
        ticks.answer([name for name in ticks.options if name.split(".")[-1] in names])


class Pre(HTMLParser):
    """The text inside the preview, as a browser shows it."""

    def __init__(self, html):
        super().__init__()
        self.inside, self.text = False, ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.inside = tag == "pre" or self.inside

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "pre"

    def handle_data(self, data):
        self.text += data if self.inside else ""


def test_nothing_is_read_before_the_page_is_shown(journal):
    making = MakeAPack(journal=journal)
    assert (making.ticks, making.list.children) == ((), ())


def test_nothing_is_ticked_beforehand_and_nothing_can_be_kept(making):
    assert making.ticked == set()
    assert not [part for part in parts(making) if isinstance(part, Download)]
    making.preview()
    assert "Nothing is ticked yet" in making.told.html
    assert making.download is None


def test_what_cannot_be_counted_or_is_private_is_not_on_the_list(making):
    listed = [name for ticks in making.ticks for name in ticks.options]
    assert listed == ["voices.who", "voices.asked", "voices.charts", "voices.story", "promises"]


def test_the_list_shows_questions_and_no_words(making):
    labels = str([ticks.options for ticks in making.ticks])
    assert "What happened?" in labels
    assert "Smith" not in labels + markup(making)


def test_a_sensitive_question_says_so(making):
    assert "sensitive" in making.ticks[0].options["voices.who"]


def test_ticking_all_ticks_what_is_counted_and_no_words(making):
    press(making, "Tick all that are counted")
    assert making.ticked == {"voices.who", "voices.asked", "voices.charts", "promises"}


def test_the_preview_is_the_very_file(making):
    tick(making, "who", "story", "promises")
    making.preview()
    content, data = downloaded(making.download)
    assert Pre(markup(making.shown)).text.encode("utf-8") == data
    assert content["name"] == f"pack-{making.id[:8]}.json"


def test_what_is_in_the_file_is_first_told_question_by_question(making):
    tick(making, "who", "asked", "charts", "story", "promises")
    making.preview()
    told, _fold, file = markup(making.shown).partition("<details>")
    for line in (
        "<strong>Who is asked?</strong> – Staff",
        "<strong>Who else?</strong> – Patients",
        "<strong>How many charts?</strong> – 12",
        "<strong>What happened?</strong> – Mrs Smith (999 000 0018) waited. &lt;b&gt;",
        "<strong>Your promises</strong> – 1 open",
        "3 answers that are counted, one answer in your own words and your promises as numbers:",
    ):
        assert line in told
    assert "<pre" in file


def test_only_what_is_ticked_is_in_the_file(making):
    tick(making, "who", "promises")
    making.preview()
    _content, data = downloaded(making.download)
    found = json.loads(data)
    assert found["answers"] == [
        {
            "question": "voices.who",
            "question_version": 3,
            "wording": "Who is asked?",
            "sensitive": True,
            "kind": "choice",
            "options": ["Staff", "Patients"],
            "answer": "Staff",
        }
    ]
    assert found["promises"] == {"open": 1}


def test_no_day_no_name_and_no_promise_is_in_a_full_pack(making):
    making.tick_all()
    tick(making, "who", "asked", "charts", "story", "promises")
    making.preview()
    text = downloaded(making.download)[1].decode()
    assert len(read_pack(text.encode()).items) == 4
    told = text.replace(making.id, "")
    assert not [word for word in ("2026", "2030", "night staff", "secret") if word in told]
    assert str(date.today().year) not in told


def test_another_tick_takes_the_file_away(making):
    tick(making, "who")
    making.preview()
    tick(making, "who", "charts")
    assert (making.download, making.shown.children) == (None, ())
    assert "Look once more" in making.told.html


def test_what_points_to_a_person_is_shown_and_changed_only_in_the_pack(making, journal):
    tick(making, "story")
    making.preview()
    assert "a name (“Mrs Smith”)" in markup(making.shown)
    assert "National Health Service number" in markup(making.shown)
    assert "Mrs Smith" in downloaded(making.download)[1].decode()
    press(making, "Change these words in the pack")
    sent = json.loads(downloaded(making.download)[1])["answers"][0]["answer"]
    assert sent == "[a colleague or patient] ([a patient's number]) waited. <b>"
    assert "Mrs Smith" in journal.latest("voices.story").value


def test_a_change_in_the_journal_is_in_the_file_that_is_shown_next(making, journal):
    tick(making, "who")
    journal.write(prompt("who"), "patients", kind="choice")
    making.preview()
    assert json.loads(downloaded(making.download)[1])["answers"][0]["answer"] == "Patients"


def test_ticks_stay_when_the_page_is_shown_again(making):
    tick(making, "charts")
    show(making)
    assert making.ticked == {"voices.charts"}


def test_two_packs_of_one_page_carry_one_number_and_two_pages_two(making, journal):
    assert len(making.id) == 32
    assert making.id != MakeAPack(journal=journal).id


def test_a_sealed_answer_is_not_offered(journal):
    journal.write(prompt("missing", "What would be missing?"), "Sealed words.")
    journal.write_result(prompt("missing_seal", "When?"), {"sealed": "2026-01-01", "opened": None})
    making = MakeAPack(journal=journal)
    show(making)
    assert "voices.missing" not in [name for ticks in making.ticks for name in ticks.options]
    assert "stays sealed" in markup(making)


def test_an_empty_journal_says_so(tmp_path):
    making = MakeAPack(journal=Journal.open(tmp_path / "empty.sqlite3"))
    show(making)
    assert "nothing in your journal yet" in markup(making)


def test_a_journal_out_of_reach_is_told_and_nothing_is_lost(making, monkeypatch):
    from helpers.intake import Problem

    def refuse():
        raise Problem("The file is away. Plug it in.")

    tick(making, "who")
    monkeypatch.setattr(making.journal, "entries", refuse)
    making.preview()
    assert making.told.problem == "The file is away. Plug it in."
    assert making.ticked == {"voices.who"}


def test_own_words_reach_no_stored_notebook(making):
    tick(making, "story")
    making.preview()
    assert "Smith" not in str([part._repr_mimebundle_() for part in parts(making)])


def kept(journal, subject, name, said, key=""):
    question = words.prompt(subject, name)
    journal.write(replace(question, id=question.id + key), said)


def ours(tmp_path):
    """What a journal with answers to the kit's own questions offers, by id."""
    journal = Journal.open(tmp_path / "ours.sqlite3")
    kept(journal, "expectations", "email_april", "Thank you all.")
    journal.write_result(words.prompt("expectations", "sentence_stance"), ["unable"])
    kept(journal, "start", "worst", "Ask nobody.")
    kept(journal, "statement", "page_name", "Jo Bloggs")
    kept(journal, "statement", "three_first", "You do not listen.")
    kept(journal, "statement", "article", "Ask nobody, they said.", ".start.worst")
    kept(journal, "start", "promise_then", "ask", ".0f3a.1")
    journal.write(Prompt("start.promise_buddy", 1, "Who?", "start"), "Jo")
    journal.write_result(words.prompt("start", "worst_happens"), ["blame_first", "My own way."])
    return from_journal.offered(journal).items


def test_what_hurts_to_say_of_oneself_is_marked_as_sensitive(tmp_path):
    marked = {name: item.asked.sensitive for name, item in ours(tmp_path).items()}
    assert marked == {
        "expectations.email_april": False,
        "expectations.sentence_stance": True,
        "start.worst": True,
        "start.worst_happens": True,
    }


def test_a_menu_holds_what_can_be_ticked_and_no_note(tmp_path):
    options = ours(tmp_path)["expectations.sentence_stance"].asked.options
    assert [option.partition(":")[0] for option in options] == [
        "Complicit",
        "Unable",
        "Unwilling",
    ]


def test_of_ways_for_improvement_to_die_only_the_kits_own_are_counted(tmp_path):
    assert "My own way." not in ours(tmp_path)["start.worst_happens"].answer


def test_nine_packs_with_a_sensitive_answer_show_nothing_and_ten_do(tmp_path):
    item = ours(tmp_path)["expectations.sentence_stance"]

    def counted(people):
        return count([Pack(f"{number:032x}", (item,)) for number in range(people)]).counted

    assert counted(9) == ()
    assert [each.asked.id for each in counted(10)] == ["expectations.sentence_stance"]
