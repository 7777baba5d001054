"""The average, the voice and the scan of the core path, driven without a browser."""

from datetime import timedelta
from time import perf_counter

import pytest
from icalendar import Calendar

from helpers.intake import Problem
from helpers.page import words
from helpers.voices.activities.average_hides import TheAverageHides, read
from helpers.voices.activities.for_whom import MOST, ForWhom
from helpers.voices.activities.hear import HearCarryAnswer
from helpers.voices.mixes import Mix, mixed
from tests.driven import appear, press, sent

SAID = words.load("voices")


@pytest.fixture
def average(journal):
    page = TheAverageHides(journal)
    for name in ("first", "other"):
        page.show(name)
    return page


@pytest.fixture
def hear(journal, clock):
    return HearCarryAnswer(journal, now=clock)


@pytest.fixture
def scan(journal, clock):
    return ForWhom(journal, now=clock)


def rows(figure):
    return [row[0] for row in figure.table["rows"]]


def test_first_there_is_only_the_average(journal):
    page = TheAverageHides(journal)
    assert rows(page.figure) == ["Everybody"]
    assert page.figure.finding == "Everybody: +15.4 points."
    assert "Black women" not in sent(page)


def test_each_group_is_shown_by_its_own_button(journal):
    page = TheAverageHides(journal)
    press(page, "Show the smaller group")
    assert rows(page.figure) == ["Everybody", "Smaller group (20%)"]
    assert page.shown.children == ()
    press(page, "Show the larger group")
    assert "smaller group (20%): \N{MINUS SIGN}2 points" in page.figure.finding
    assert "One person in five is in a group that fell." in sent(page.shown)


def test_the_guess_can_be_skipped_and_is_said_back_if_given(journal):
    page = TheAverageHides(journal)
    page.guess.answer("well_done")
    page.show("first"), page.show("other")
    assert "You said: “Well done!”" in sent(page.shown)


def test_the_average_hides_is_said_of_the_report(average):
    assert "The average rises while one group falls." in average.reads.html
    assert average.outcomes.html.index("The gap widens") < average.outcomes.html.index("This mix")


def test_a_slider_changes_outcome_sentence_and_figure_at_once(average):
    started = perf_counter()
    average.smaller_change.answer(30)
    assert perf_counter() - started < 0.1
    assert average.result.outcome == "narrows"
    assert "30" in average.live.finding
    assert "turned round" in average.reads.html


def test_with_a_hundred_people_nobody_can_tell(average):
    average.people.answer("100")
    average.larger_change.answer(5)
    assert "nobody can tell from so few people" in average.reads.html
    assert "Only 20 people are in the smaller group." in average.reads.html


def test_both_falling_is_said_plainly():
    said = " ".join(read(mixed(Mix(larger_change=-10, smaller_change=-10))))
    assert "Both groups clearly fall. That is worse for everybody" in said


def test_what_was_found_stays_found_and_the_report_comes_back(average):
    average.smaller_change.answer(5)
    assert average.found == {"gains_and_widens"}
    press(average, "Back to the report")
    assert average.mix == Mix()
    assert average.found == {"gains_and_widens"}


def test_taking_back_the_number_of_people_breaks_nothing(average):
    average.people.answer(None)
    assert average.mix.people == 50_000


def test_where_one_only_sees_an_average_is_kept(journal, average):
    average.only.answer("Waiting times")
    assert journal.latest("voices.average_only").value == "Waiting times"


def test_examples_come_after_an_attempt_of_ones_own(hear):
    three = hear.inviting
    press(three, "Show some examples")
    assert "Write one of your own first" in three.examples.html
    three.boxes[1].answer("What did we miss?")
    press(three, "Show some examples")
    assert "What have we not asked about yet?" in three.examples.html


def test_a_hint_says_why_and_can_be_overruled(hear):
    three = hear.appreciating
    three.boxes[0].answer("Well done <all>!")
    press(three, "Look at my sentences")
    assert "could be said to anybody" in sent(three.looked)
    assert "&lt;all&gt;" in sent(three.looked)
    press(three, "Leave it as it is")
    assert "could be said to anybody" not in sent(three.looked)
    assert "Left as it is." in sent(three.looked)


def test_looking_at_nothing_says_so(hear):
    press(hear.inviting, "Look at my sentences")
    assert "Nothing is written here yet." in sent(hear.inviting)


def test_the_six_sentences_are_six_answers_that_come_back(journal, hear):
    for number, box in enumerate([*hear.inviting.boxes, *hear.appreciating.boxes]):
        box.answer(f"sentence {number}")
    again = HearCarryAnswer(journal)
    appear(again)
    kept = [box.value for box in (*again.inviting.boxes, *again.appreciating.boxes)]
    assert kept == [f"sentence {number}" for number in range(6)]
    assert len({entry.prompt.wording for entry in journal.entries()}) == 6


def test_a_voice_is_neither_offered_to_a_pack_nor_shown_for_few():
    carried = {"kind", "voice", "said", "where", "credit", "answer_no", "back", "listened"}
    for name in carried:
        prompt = SAID["prompts"][f"hear_{name}"]
        assert prompt["private"] is prompt["sensitive"] is True


def test_who_has_not_asked_is_told_to_ask_first(hear):
    hear.voice.credit.answer("not_asked")
    assert "Ask them first" in hear.voice.advice.html
    hear.voice.credit.answer("named")
    assert hear.voice.advice.html == ""


def test_the_day_to_report_back_is_a_calendar_entry_that_tells_nothing(hear, clock):
    hear.voice.said.answer("They wait three hours for a porter")
    hear.voice.back.day.answer((clock.today + timedelta(days=14)).isoformat())
    [entry] = Calendar.from_ical(hear.voice.back.file()).walk("VEVENT")
    assert str(entry["summary"]) == "Report back"
    assert entry["dtstart"].dt == clock.today + timedelta(days=14)
    assert b"porter" not in hear.voice.back.file()


def test_a_changed_day_moves_the_same_entry(hear, clock):
    back = hear.voice.back
    back.day.answer("2026-04-01")
    [first] = Calendar.from_ical(back.file()).walk("VEVENT")
    clock.later(hours=1)
    back.day.answer("2026-05-01")
    [second] = Calendar.from_ical(back.file()).walk("VEVENT")
    assert first["uid"] == second["uid"]
    assert first["sequence"] < second["sequence"]


def test_once_the_day_has_come_the_page_asks_whether_an_answer_went_back(journal, clock):
    first = HearCarryAnswer(journal, now=clock).voice.back
    first.day.answer((clock.today + timedelta(days=7)).isoformat())
    assert first.come.html == ""
    clock.later(days=8)
    back = HearCarryAnswer(journal, now=clock).voice.back
    appear(back)
    assert "You said you would report back by 9 March. Have you?" in back.come.html
    back.day.answer((clock.today + timedelta(days=7)).isoformat())
    assert back.come.html == ""


def test_a_pause_that_has_come_asks_what_surprised_whom(journal, clock):
    ForWhom(journal, now=clock).pause.day.answer(clock.today.isoformat())
    clock.later(days=1)
    pause = ForWhom(journal, now=clock).pause
    appear(pause)
    assert "stop and look on 2 March. What surprised you" in pause.come.html


@pytest.mark.parametrize("day", ["", "2025-01-01", "2026-03-02"])
def test_no_day_a_past_day_and_today_ask_nothing_yet(hear, day):
    hear.voice.back.day.answer(day)
    assert hear.voice.back.come.html == ""


@pytest.mark.parametrize(("day", "said"), [("", "Choose a day"), ("2025-01-01", "has passed")])
def test_a_day_that_is_missing_or_past_is_refused(hear, day, said):
    hear.voice.back.day.answer(day)
    with pytest.raises(Problem, match=said):
        hear.voice.back.file()


def test_the_guess_stands_beside_what_was_found(hear):
    hear.ours.guess.answer("60")
    press(hear.ours, "Show what they found")
    assert "Your guess was about 60." in sent(hear.ours.shown)
    assert "21 in 100" in sent(hear.ours.shown)
    assert [row[1] for row in hear.ours.figure.table["rows"]] == ["149", "40"]


def test_listening_is_built_only_when_it_is_opened(hear):
    assert hear.listening.inside.children == ()
    hear.listening.unfold()
    assert "What else?" in sent(hear.listening)


def fill(row, group="night"):
    row.group.answer(group)
    for kind, box in row.boxes.items():
        box.answer(f"{kind} <here>")


def test_the_next_step_follows_what_is_filled(scan):
    assert "Name one change first" in scan.steps.html
    scan.change.answer("One phone line")
    fill(scan.rows[0])
    assert "What would you see first" in scan.steps.html
    scan.watch.answer("calls at night"), scan.watcher.answer("the ward clerk")
    scan.pause.day.answer("2026-06-01")
    assert "One row stands" in scan.steps.html


def test_rows_come_back_from_the_journal(journal, scan):
    scan.add(), scan.add()
    fill(scan.rows[2], "own")
    scan.rows[2].own.answer("Bank staff in theatres")
    again = ForWhom(journal)
    appear(again)
    for row in again.rows:
        appear(row)
    assert [row.row.group for row in again.rows] == ["", "", "Bank staff in theatres"]


def test_a_group_taken_out_can_be_brought_back(journal, scan):
    first = scan.rows[0]
    fill(first)
    press(first, "Take this group out")
    assert not first.row.begun
    assert "Your journal still has" in first.said.html
    press(first, "Bring it back")
    assert first.row.group == "Colleagues on night shifts"
    assert first.row.complete
    assert journal.latest("voices.scan_goals.1").value == "goals <here>"


def test_what_is_written_anew_is_not_overwritten_by_bringing_back(scan):
    first = scan.rows[0]
    fill(first)
    first.remove()
    first.boxes["goals"].answer("new")
    first.bring_back()
    assert first.row.boxes["goals"] == "new"


def test_no_more_groups_than_one_page_holds(scan):
    for _ in range(9):
        scan.add()
    assert len(scan.rows) == MOST
    assert scan.more.disabled


def test_a_page_of_nothing_is_not_made(scan):
    press(scan, "Make a page to take away")
    assert "nothing to print yet" in sent(scan.shown)
    with pytest.raises(Problem, match="nothing to print"):
        scan.file("html")


def test_the_page_holds_what_was_written_and_what_is_open(scan):
    scan.change.answer("One phone line, asked for by Mrs Smith")
    fill(scan.rows[0])
    press(scan, "Make a page to take away")
    scan.sheet.refresh()
    page = scan.file("html").decode()
    assert "goals &lt;here&gt;" in page
    assert "Improvement pause: still open" in page
    assert scan.file("docx")[:2] == b"PK"
    scan.caution.choice.answer("change")
    assert "Mrs Smith" not in scan.file("html").decode()


def test_the_pause_is_a_calendar_entry(scan):
    scan.pause.day.answer("2026-06-01")
    [entry] = Calendar.from_ical(scan.pause.file()).walk("VEVENT")
    assert str(entry["summary"]) == "Improvement pause"
