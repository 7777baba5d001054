"""Designing an event, as its planner does it."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from docx import Document

from helpers.intake import Problem
from helpers.page import words
from helpers.voices.activities.design import DesignForTheQuietest
from helpers.voices.activities.design.form import WORDS
from tests.driven import appear, parts, press

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
SAID = WORDS["said"]


@pytest.fixture
def open_page(journal):
    """Open the activity as a page does: built first, shown later."""

    def opened(now=NOW):
        activity = DesignForTheQuietest(journal, now=lambda: now)
        appear(activity)
        return activity

    return opened


@pytest.fixture
def workshop(open_page):
    page = open_page()
    answer(page, kind="workshop", place="room", minutes=90, people=12, start="10:30")
    return page


def answer(page, **answers):
    for name, value in answers.items():
        page.board.form.all[name].answer(value)


def titles(page):
    return [card._one.title for card in page.board.warnings.list.children]


def text_of(file):
    document = Document(BytesIO(file))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_building_the_page_reads_neither_journal_nor_clock():
    def refuse():
        raise AssertionError("The clock was read before the page was shown.")

    page = DesignForTheQuietest(now=refuse)
    assert "Nothing is chosen yet" in page.own.warnings.count.html


def test_a_new_plan_asks_for_the_person_and_the_kind_and_no_more(open_page):
    page = open_page()
    assert page.own.groups.rest.layout.display == "none"
    assert "Say what you are planning" in page.own.sheet.html
    assert "What are you planning?" in page.own.opened.html


def test_only_what_matters_is_asked(open_page):
    page = open_page()
    answer(page, kind="written")
    shown = {name for name, field in page.own.form.choices.items() if not field.layout.display}
    assert "ways" in shown
    assert not shown & {"building", "order", "remote"}
    assert page.own.form.fields["minutes"].layout.display == "none"


def test_a_warning_appears_with_the_choice_and_goes_with_it(workshop):
    answer(workshop, order="hands")
    assert titles(workshop) == ["Whoever puts a hand up speaks."]
    assert "Whoever puts a hand up speaks." in workshop.own.groups.lines["talk"].html
    assert "1 to look at" in workshop.own.groups.folds["talk"].head.label
    answer(workshop, order="round")
    assert titles(workshop) == []


def test_the_easy_change_is_one_press_and_can_be_taken_back(workshop):
    answer(workshop, order="senior")
    press(workshop.own.warnings.list, SAID["change_button"])
    assert workshop.own.form.choices["order"].value == "round"
    assert titles(workshop) == []
    press(workshop.own, SAID["undo"])
    assert workshop.own.form.choices["order"].value == "senior"


def test_a_change_of_day_is_written_into_its_field(workshop):
    answer(workshop, day="2026-03-05")
    workshop.own.make_change(workshop.own.warnings._all[0])
    assert workshop.own.form.fields["day"].value == "2026-04-13"  # six weeks on, a Monday


def test_with_a_reason_it_is_decided_on_purpose_and_printed_so(workshop):
    answer(workshop, spot="ours")
    workshop.own.form.because("our_site").answer("Three <patients> asked to see it.")
    workshop.own.warnings.keep("our_site")
    assert titles(workshop) == []
    assert (
        "Three &lt;patients&gt; asked" in workshop.own.warnings.purpose.children[1].children[0].html
    )
    assert "Three <patients> asked to see it." in text_of(workshop.own.away.made("docx"))
    press(workshop.own.warnings.purpose, SAID["again"])
    assert titles(workshop) == ["It is on your own ground."]


def test_a_reason_counts_as_it_is_typed_and_its_box_stays_where_it_is(workshop):
    answer(workshop, spot="ours")
    card = workshop.own.warnings.list.children[0]
    card.why.unfold()
    workshop.own.form.because("our_site").answer("They asked to see it.")
    assert workshop.own.plan.because == {"our_site": "They asked to see it."}
    assert "They asked to see it." in text_of(workshop.own.away.made("docx"))
    assert SAID["because_counts"] in card.counts.html
    assert workshop.own.warnings.list.children == (card,)
    workshop.own.form.because("our_site").answer("")
    assert [one.id for one in workshop.own.warnings._all] == ["our_site"]


def test_each_button_says_which_warning_it_is_about(workshop):
    answer(workshop, spot="ours", order="hands")
    heard = [card.press.about for card in workshop.own.warnings.list.children]
    assert sorted(heard) == sorted(titles(workshop))


def test_without_a_reason_it_is_not_kept(workshop):
    answer(workshop, spot="ours")
    workshop.own.warnings.keep("our_site")
    assert workshop.own.form.because("our_site").problem == SAID["because_empty"]
    assert titles(workshop) == ["It is on your own ground."]


def test_long_lists_begin_with_the_gravest_and_show_the_rest_when_asked(workshop):
    chosen = {"invite": "email", "languages": "english", "pay": "nothing", "cover": "own"}
    answer(workshop, **chosen, first="floor", order="hands")
    assert len(titles(workshop)) == 4
    press(workshop, "Show the other 2")
    assert titles(workshop)[-2:] == [
        "It starts with an open floor.",
        "Whoever puts a hand up speaks.",
    ]


def test_the_plan_is_there_again_tomorrow(workshop, open_page):
    answer(workshop, quietest="A porter on nights", order="hands", spot="ours")
    workshop.own.form.because("our_site").answer("They asked.")
    again = open_page()
    assert again.own.plan.choices == {"order": "hands", "spot": "ours"}
    assert titles(again) == ["Whoever puts a hand up speaks."]
    assert "They asked." in again.own.warnings.purpose.children[1].children[0].html
    assert "A porter on nights" in again.own.eyes.html


def test_the_quietest_person_is_private_and_in_no_file(workshop):
    answer(workshop, quietest="A porter on nights", silent="His manager")
    assert words.load("voices")["prompts"]["design_quietest"]["private"]
    told = text_of(workshop.own.away.made("docx")) + workshop.own.away.made("html").decode()
    assert "porter" not in told
    assert "His manager" not in told


@pytest.mark.parametrize(
    ("name", "wrong"),
    [("minutes", 0), ("minutes", -5), ("minutes", 10**9), ("people", 0), ("people", 100_000)],
)
def test_an_impossible_number_is_said_beside_it_and_the_rest_stays(workshop, name, wrong):
    answer(workshop, order="hands", **{name: wrong})
    assert workshop.own.form.fields[name].problem
    assert titles(workshop) == ["Whoever puts a hand up speaks."]
    answer(workshop, **{name: 60})
    assert not workshop.own.form.fields[name].problem


def test_a_day_that_has_passed_is_said_and_the_list_still_counts_from_it(workshop):
    answer(workshop, day="2026-02-27")
    assert "has passed" in workshop.own.form.fields["day"].problem
    assert "should have happened already" in workshop.own.tasks.html


def test_an_end_after_midnight_leaves_a_run_sheet_without_a_clock(workshop):
    answer(workshop, start="22:00", minutes=180)
    assert "after midnight" in workshop.own.form.fields["start"].problem
    assert "0–" in workshop.own.sheet.html


def test_own_items_that_do_not_fit_leave_the_run_sheet_as_it_was(workshop):
    answer(workshop, own="80 A talk")
    assert "no room" in workshop.own.form.fields["own"].problem
    assert "A talk" not in workshop.own.sheet.html
    answer(workshop, own="10 A <film>")
    assert "A &lt;film&gt;" in workshop.own.sheet.html


def test_the_files_hold_the_run_sheet_and_the_boxes_to_tick(workshop):
    answer(workshop, title="Meals on <Willow>", day="2026-06-10", promised="2026-07-08")
    for told in (text_of(workshop.own.away.made("docx")), workshop.own.away.made("html").decode()):
        assert "10:30–10:35" in told
        assert "☐" in told
        assert "Wednesday 10 June 2026" in told
        assert "Not decided yet" in told
    assert b"<Willow>" not in workshop.own.away.made("html")
    assert b"BEGIN:VEVENT" in workshop.own.away.made_calendar()


def test_nothing_is_taken_away_before_there_is_something(open_page):
    page = open_page()
    for make in (lambda: page.own.away.made("docx"), page.own.away.made_calendar):
        with pytest.raises(Problem):
            make()
    with pytest.raises(Problem, match="no invitation"):
        page.own.away.made_invitation()


def test_an_invitation_is_drafted_and_stays_as_it_was_changed(workshop, open_page):
    workshop.own.draft()
    assert "You do not have to speak" in workshop.own.form.fields["invitation"].value
    answer(workshop, invitation="Come.")
    answer(workshop, order="hands")
    assert open_page().own.form.fields["invitation"].value == "Come."
    assert "Come." in text_of(workshop.own.away.made_invitation())


def test_a_written_consultation_has_its_calendar(open_page):
    page = open_page()
    answer(page, kind="written", day="2026-06-01", days_open=14)
    assert "Half way: who have we not heard from?" in page.own.sheet.html
    assert titles(page) == ["People have 14 days to answer."]
    assert "It closes" in text_of(page.own.away.made("docx"))


def test_the_example_is_shown_and_gone_without_a_trace(workshop, journal):
    before = len(journal.latest("voices.design_kind").value)
    workshop.show_example()
    assert workshop.board.plan.people == 24
    assert [one.id for one in workshop.board.warnings._all] == ["managers"]
    answer(workshop, people=30)
    workshop.show_own()
    assert workshop.board.plan.people == 12
    assert len(journal.latest("voices.design_kind").value) == before
    assert journal.latest("voices.design_people").value == "12"


def test_another_plan_begins_empty_and_the_one_before_is_a_press_away(workshop, journal):
    answer(workshop, spot="ours", title="Meals")
    workshop.own.form.because("our_site").answer("They asked.")
    workshop.own.warnings.keep("our_site")
    workshop.begin()
    assert workshop.own.plan.kind is None
    assert workshop.own.plan.title == ""
    assert journal.latest("voices.design_contact") is None  # what was never answered stays so
    press(workshop, SAID["begin_back"])
    assert workshop.own.plan.title == "Meals"
    assert workshop.own.plan.because == {"our_site": "They asked."}


def test_every_choice_and_every_warning_has_its_question_in_the_journal():
    prompts = words.load("voices")["prompts"]
    for name in WORDS["choices"]:
        assert prompts[f"design_{name}"]["options"] == f"process_design.choices.{name}.options"
    assert all(prompts[f"design_because_{name}"]["private"] for name in WORDS["warnings"])


def test_nothing_on_the_page_is_a_score(workshop):
    answer(workshop, order="hands", day=date(2026, 6, 10).isoformat())
    told = " ".join(getattr(part, "html", "") for part in parts(workshop))
    assert "%" not in told
    assert "score" not in told.lower()
