"""Who is at the table, filled in from code as a reader fills it in."""

import io

import pytest
from docx import Document

from helpers.intake import Problem
from helpers.journal import Journal
from helpers.voices.activities.at_the_table import WhoIsAtTheTable
from helpers.voices.activities.at_the_table.shortlist import FromShortlist
from helpers.voices.activities.at_the_table.totals import FromTotals


@pytest.fixture
def journal(tmp_path):
    return Journal.open(tmp_path / "journal.sqlite3")


@pytest.fixture
def table(journal):
    return WhoIsAtTheTable(journal)


def test_an_empty_table_asks_for_a_few_and_gives_no_page(table):
    assert "Say of a few of them where they sit" in table.told.html
    with pytest.raises(Problem, match="then there is a page"):
        table.made("docx")


def test_who_is_missing_is_named(table):
    table.seats.answer({"carers": "missing", "doers": "decides", "night": "asked"})
    assert "<li>Carers and families</li>" in table.told.html
    assert "with a say: 1. Asked, but not in the room: 1." in table.told.html


def test_where_nobody_is_missing_it_asks_whom_the_list_forgot(table):
    table.seats.answer({"doers": "decides"})
    assert "Whom did this list not think of?" in table.told.html


def test_a_perspective_of_ones_own_can_be_placed_and_is_never_read_as_markup(table):
    table.others.answer("Volunteers\n<b>Night</b>")
    assert [row["label"] for row in table.seats.rows][-2:] == ["Volunteers", "<b>Night</b>"]
    table.seats.answer({"<b>Night</b>": "missing"})
    assert "<b>" not in table.told.html
    assert "&lt;b&gt;Night&lt;/b&gt;" in table.told.html


def test_what_was_said_is_there_again(table, journal):
    table.others.answer("Volunteers")
    table.seats.answer({"Volunteers": "missing"})
    again = WhoIsAtTheTable(journal)
    for field in (again.seats, again.others):
        field.on_shown()
    assert again.result.missing == ("Volunteers",)
    assert "<li>Volunteers</li>" in again.told.html


@pytest.mark.parametrize("form", ["docx", "html"])
def test_the_page_says_who_is_missing_and_whom_to_ask(table, form):
    table.decision.answer("Whether the clinic moves.")
    table.seats.answer({"carers": "missing"})
    table.ask.answer("Somebody who comes by bus.")
    table.when.answer("2026-12-04")
    made = table.made(form)
    words = (
        "\n".join(each.text for each in Document(io.BytesIO(made)).paragraphs)
        if form == "docx"
        else made.decode()
    )
    for said in ("Whether the clinic moves.", "Carers and families", "comes by bus", "4 December"):
        assert said in words


# -- from totals


@pytest.fixture
def totals():
    filled = FromTotals()
    filled.use_example()
    return filled


def test_nothing_is_counted_before_the_reader_says_where_the_totals_come_from():
    empty = FromTotals()
    empty.show()
    assert "a guess is not yours to make" in empty.said.html
    empty.agreed.value = ["yes"]
    empty.show()
    assert "Say where the totals stand" in empty.said.html
    assert not empty.shown.children


def test_a_panel_of_twelve_stands_beside_the_people_it_serves(totals):
    figure, told = totals.shown.children
    assert figure.finding.startswith("The panel: 1 of 12 (8%)")
    assert "about 2.7 would be of this group" in told.html
    assert "One person more would move the share by 8 points" in told.html
    assert told.html.count("One person more") == 1  # only the panel is small


def test_a_percentage_is_refused_and_what_was_shown_stays(totals):
    before = totals.shown.children
    totals.counts["panel"].value = 8.3
    totals.show()
    assert "Type how many people, and not a percentage." in totals.said.html
    assert totals.shown.children == before


def test_with_one_body_there_is_nothing_to_compare(totals):
    totals.clear()
    assert not totals.shown.children
    totals.agreed.value, totals.source.value = ["yes"], "A report"
    totals.counts["panel"].value, totals.totals["panel"].value = 1, 12
    totals.show()
    assert "Fill in at least two" in totals.said.html


def test_a_group_or_source_is_never_read_as_markup(totals):
    totals.group.value = totals.source.value = "<img src=x>"
    totals.show()
    assert "<img" not in totals.shown.children[1].html
    assert "<img" not in totals.shown.children[0].title


def test_a_ratio_without_a_difference_is_not_called_one():
    shortlist = FromShortlist()
    shortlist.use_example()
    assert "1.54 times as likely" in shortlist.said.html
    assert "Chance alone hardly makes such a difference." in shortlist.said.html
    shortlist.appointed["other"].value = 72
    shortlist.show()
    assert "Chance alone could make such a difference." in shortlist.said.html
    shortlist.appointed["other"].value = 0
    shortlist.show()
    assert "there is no ratio" in shortlist.said.html
