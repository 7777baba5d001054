"""Reading a journal: found, opened, tagged, restored, deleted one by one."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest

from helpers.journal import Journal, Prompt
from helpers.page.my_journal import ReadMyJournal
from helpers.page.my_journal.items import items
from helpers.page.my_journal.search import Hit, Wanted
from helpers.page.words import load, prompt

SAID = load("page.my_journal")["read"]
APRIL = "entry:expectations.email_april"


class Clock:
    def __init__(self):
        self.now = datetime(2026, 3, 24, 9, 42, tzinfo=UTC)

    def __call__(self):
        self.now += timedelta(days=1)
        return self.now


@pytest.fixture
def journal(tmp_path):
    return Journal.open(tmp_path / "journal.sqlite3", now=Clock())


@pytest.fixture
def emails(journal, april):
    """Three versions of one answer, then another answer, a promise and a question."""
    for words in ("Well done to you.", "Well done to all of you.", "What did you change?"):
        journal.write(april, words)
    journal.write(prompt("expectations", "sentence_unsaid"), "I ask for dates out of fear.")
    journal.promise("a number moves", "ask for two years", date(2026, 12, 9), "expectations")
    journal.take_question("What do I reward?", "voices")
    return journal


def shown(journal):
    reading = ReadMyJournal(journal)
    reading.list.on_shown()
    return reading


def keys(reading):
    return [row["id"] for row in reading.list.shown["rows"]]


def row(reading, key=APRIL):
    return next(row["html"] for row in reading.list.shown["rows"] if row["id"] == key)


def do(reading, act, key=APRIL, part="", value=""):
    reading.list.on_act({"act": act, "row": key, "part": part, "value": value}, [])


def test_what_came_of_a_prediction_stands_beside_the_words_that_foretold_it(journal):
    asked = prompt("expectations", "prediction")
    kept = journal.write(asked, "Two, the red ones.", kind="prediction")
    journal.outcome(kept.version.id, "Five <of eight>.")
    key = f"entry:{asked.id}"
    reading = shown(journal)
    reading.unfold(key)
    assert row(reading, key).count("What came of it, noted on") == 1
    assert "Five &lt;of eight&gt;." in row(reading, key)
    journal.write(asked, "Five, I would say now.", kind="prediction")
    reading.refresh()
    said = row(reading, key)
    assert said.index("Every version") < said.index("Five &lt;of eight&gt;.")
    reading.search.answer("of eight")
    assert keys(reading) == [key]


def focus(reading):
    aim = reading.list.shown["focus"]
    return aim["act"], aim["row"], aim["part"]


def test_everything_written_is_listed_the_newest_first(emails):
    assert keys(shown(emails)) == [
        "question:1",
        "promise:1",
        "entry:expectations.sentence_unsaid",
        APRIL,
    ]


def test_a_row_tells_question_day_words_versions_and_tags(emails, april):
    emails.tag(april.id, "falls")
    told = row(shown(emails))
    for words in ("Your email in April", "27 March 2026", "What did you change?", "3 versions"):
        assert words in told
    assert "<span class='tag'>falls</span>" in told
    assert load("expectations")["title"] in told


def test_what_there_is_is_counted(emails):
    said = shown(emails).count.html
    assert "In your journal: 2 answers in 4 versions, 1 promise and 1 question." in said


def test_an_empty_journal_says_so_and_offers_no_search(journal):
    reading = shown(journal)
    assert SAID["empty"] in row(reading, "nothing")
    assert reading.asking.layout.display == "none"
    assert reading.count.html == "<p class='eyebrow'></p>"


def test_words_are_found_in_any_order_and_any_case(emails):
    reading = shown(emails)
    reading.search.answer("FEAR dates")
    assert keys(reading) == ["entry:expectations.sentence_unsaid"]
    assert "out of <mark>fear</mark>" in row(reading, keys(reading)[0])
    assert "Found: 1 answer, of 4 in all." in reading.count.html


def test_words_of_an_earlier_version_are_found_and_dated(emails):
    reading = shown(emails)
    reading.search.answer("all of you")
    assert keys(reading) == [APRIL]
    assert "In an earlier version, of 26 March 2026" in row(reading)
    assert "Well done to <mark>all</mark> <mark>of</mark> <mark>you</mark>." in row(reading)


def test_words_that_are_nowhere_are_said_to_be_nowhere(emails):
    reading = shown(emails)
    reading.search.answer("zebra")
    assert keys(reading) == ["nothing"]
    assert "Nothing here fits." in row(reading, "nothing")


def test_one_reflection_can_be_read_alone(emails):
    reading = shown(emails)
    assert list(reading.reflection.options) == ["expectations", "voices"]
    reading.reflection.answer("voices")
    assert keys(reading) == ["question:1"]


def test_by_reflection_each_stands_under_its_question(emails):
    reading = shown(emails)
    reading.order.answer("reflection")
    assert keys(reading)[0] == "reflection:expectations"
    assert keys(reading)[-2:] == ["reflection:voices", "question:1"]
    assert "<h4>What do I expect improvement to look like?</h4>" in row(reading, keys(reading)[0])
    assert "<h5>" in row(reading)


def test_a_long_list_comes_by_twenties_and_the_focus_goes_on(journal):
    for number in range(45):
        journal.write(Prompt(f"voices.q{number}", 1, f"Question {number}?", "voices"), "Yes.")
    reading = shown(journal)
    assert len(keys(reading)) == 20
    assert reading.list.shown["more"] == "Show 20 more"
    do(reading, "more", None)
    assert len(keys(reading)) == 40
    assert focus(reading) == ("open", "entry:voices.q24", "")
    do(reading, "more", None)
    assert (len(keys(reading)), reading.list.shown["more"]) == (45, "")


def test_an_opened_answer_shows_every_version_and_what_changed(emails):
    reading = shown(emails)
    reading.unfold(APRIL)
    told = row(reading)
    assert "aria-expanded='true'" in told
    assert told.index("(the newest)") < told.index("26 March 2026") < told.index("(the first)")
    assert "You added 2 words." in told
    assert "done to <ins><span class='visually-hidden'>added: </span>all of</ins> you." in told


def test_opening_it_again_closes_it(emails):
    reading = shown(emails)
    reading.unfold(APRIL)
    reading.unfold(APRIL)
    assert "aria-expanded='false'" in row(reading)


def test_many_versions_come_five_at_first(journal, april):
    for number in range(8):
        journal.write(april, f"Version {number}, and quite other words {number * 'x'}.")
    reading = shown(journal)
    reading.unfold(APRIL)
    assert row(reading).count("data-act='ask' data-part='") == 6  # five, and the answer's own
    assert "Show 3 older versions" in row(reading)
    do(reading, "older")
    assert row(reading).count("data-act='ask' data-part='") == 9
    assert focus(reading) == ("restore", APRIL, "3")


def test_an_older_version_comes_back_and_the_newer_one_stays(emails, april):
    reading = shown(emails)
    reading.unfold(APRIL)
    do(reading, "restore", part=str(emails.versions(april.id)[0].id))
    assert [one.value for one in emails.versions(april.id)][-2:] == [
        "What did you change?",
        "Well done to you.",
    ]
    assert "The version of 25 March 2026" in row(reading, "told")
    assert focus(reading) == ("told", "told", "")
    assert keys(reading).index("told") + 1 == keys(reading).index(APRIL)


def test_a_tag_is_put_on_offered_again_and_taken_off(emails, april):
    reading = shown(emails)
    reading.unfold(APRIL)
    do(reading, "tag", value="  my   team ")
    assert emails.tags() == {"my team": 1}
    assert focus(reading) == ("tag", APRIL, "")
    assert list(reading.tag.options) == ["my team"]
    reading.tag.answer("my team")
    assert keys(reading) == [APRIL]
    do(reading, "untag", part="my team")
    assert emails.tags() == {}
    assert reading.tag.value is None  # a filter that is gone hides nothing
    assert len(keys(reading)) == 4


def test_a_tag_that_is_too_long_is_refused_beside_the_list(emails):
    reading = shown(emails)
    reading.unfold(APRIL)
    before = reading.list.shown["rows"]
    do(reading, "tag", value="x" * 61)
    assert "60 characters" in reading.list.problem
    assert reading.list.shown["rows"] == before


def test_nothing_is_deleted_that_was_not_asked_about_first(emails, april):
    reading = shown(emails)
    reading.unfold(APRIL)
    do(reading, "delete")
    assert len(emails.versions(april.id)) == 3


def test_before_deleting_it_says_what_goes_and_the_focus_is_on_keeping(emails):
    reading = shown(emails)
    reading.unfold(APRIL)
    do(reading, "ask")
    assert "Delete this answer with 3 versions?" in row(reading)
    assert "There is no undo." in row(reading)
    assert focus(reading) == ("keep", APRIL, "")
    do(reading, "keep")
    assert "There is no undo." not in row(reading)
    assert focus(reading) == ("ask", APRIL, "")


def test_a_deleted_answer_is_gone_and_where_it_stood_that_is_said(emails, april):
    reading = shown(emails)
    before = keys(reading)
    reading.unfold("promise:1")
    do(reading, "ask", "promise:1")
    do(reading, "delete", "promise:1")
    assert emails.commitments() == []
    assert keys(reading) == [key if key != "promise:1" else "told" for key in before]
    assert focus(reading) == ("told", "told", "")
    assert "Deleted: “A promise”." in row(reading, "told")
    assert "What the kit cannot reach:" in row(reading, "told")
    reading.unfold(APRIL)
    assert "told" not in keys(reading)


def test_the_safe_answer_comes_first_and_is_the_filled_one(emails):
    reading = shown(emails)
    reading.unfold(APRIL)
    do(reading, "ask")
    safe, gone = re.findall(r"class='(kit-\w+)' data-act='(keep|delete)'", row(reading))
    assert (safe, gone) == (("kit-button", "keep"), ("kit-quiet", "delete"))


def test_after_the_last_one_the_focus_rests_on_what_is_said(journal, april):
    journal.write(april, "Thank you.")
    reading = shown(journal)
    reading.unfold(APRIL)
    do(reading, "ask")
    do(reading, "delete")
    assert focus(reading) == ("told", "told", "")
    assert SAID["empty"] in row(reading, "nothing")


def test_the_newest_version_can_go_and_the_one_before_stands(emails, april):
    reading = shown(emails)
    reading.unfold(APRIL)
    newest = str(emails.latest(april.id).id)
    do(reading, "ask", part=newest)
    assert "The version before it becomes the newest." in row(reading)
    do(reading, "delete", part=newest)
    assert emails.latest(april.id).value == "Well done to all of you."
    assert "aria-expanded='true'" in row(reading)


def test_what_went_in_another_window_is_said_and_nothing_breaks(emails, april):
    reading = shown(emails)
    reading.unfold(APRIL)
    Journal.open(emails.path).forget_entry(april.id)
    do(reading, "tag", value="late")
    assert "gone already" in row(reading, "told")
    assert APRIL not in keys(reading)


def test_what_another_window_wrote_is_found_by_the_next_search(emails):
    reading = shown(emails)
    Journal.open(emails.path).write(Prompt("voices.who", 1, "Who?", "voices"), "The porters.")
    reading.search.answer("porters")
    assert keys(reading) == ["entry:voices.who"]


def test_a_promise_that_is_cut_ends_with_dots_alone(journal):
    journal.promise(
        "it is Monday", "ask", date(2026, 12, 9), "voices", obstacle="a", first_step="b", buddy="c"
    )
    (told,) = (one["html"] for one in shown(journal).list.shown["rows"])
    assert "The first small step: b …</p>" in told
    assert ".…" not in told


def test_no_words_can_become_markup(journal):
    bad = "<script>alert(1)</script>'\"&"
    journal.write(Prompt("voices.a'<b>", 1, bad, "voices'<i>"), bad)
    journal.write(Prompt("voices.a'<b>", 1, bad, "voices'<i>"), bad + " more")
    journal.tag("voices.a'<b>", bad)
    reading = shown(journal)
    for order in ("newest", "reflection"):
        reading.order.answer(order)
        reading.unfold("entry:voices.a'<b>")
        do(reading, "ask", "entry:voices.a'<b>")
        drawn = "".join(one["html"] for one in reading.list.shown["rows"])
        assert "<script" not in drawn
        assert "<i>" not in drawn
        assert "'\"&" not in drawn
        reading.unfold("entry:voices.a'<b>")
    reading.search.answer("<script")
    assert "&lt;<mark>" not in "".join(one["html"] for one in reading.list.shown["rows"])


def test_no_words_are_in_what_a_log_would_show(emails):
    for item in items(emails):
        told = repr([item, Hit(item, old=item.words), Wanted(words="fear")])
        assert not any(words in told for words in ("fear", "What did", "two years", "reward"))


def test_a_list_that_is_only_made_reads_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("KIT_JOURNAL", str(tmp_path / "journal.sqlite3"))
    ReadMyJournal()
    assert not (tmp_path / "journal.sqlite3").exists()
