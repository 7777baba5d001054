"""Auditing one's own paper, as a reader does it, more than once."""

from datetime import date

import pytest

from helpers.expectations.activities.audit_your_paper import AuditYourPaper
from helpers.expectations.activities.audits_kept import kept
from helpers.expectations.activities.watch_one_meeting import WatchOneMeeting

MARCH, JUNE = date(2026, 3, 2), date(2026, 6, 1)


@pytest.fixture
def open_page(journal):
    """Open the activity as a page does: built first, shown later, on some day."""

    def opened(day=MARCH):
        activity = AuditYourPaper(journal, today=lambda: day)
        for part in (activity.paper, *activity._counts, activity.kept):
            part.on_shown()
        return activity

    return opened


def count(activity, *counts):
    for field, number in zip(activity._counts, counts, strict=True):
        field.answer(number)


def test_nothing_is_shown_before_all_three_counts_are_there(open_page):
    page = open_page()
    page.charts.answer(20)
    page.show_chance.answer(5)
    assert page.result is None
    assert page.shown.children == ()
    assert "Fill in the three counts" in page.said.html
    assert not any(field.problem for field in page._counts)


def test_the_counts_are_told_beside_what_others_found(open_page):
    page = open_page()
    count(page, 20, 5, 1)
    assert "25% of your charts show chance (5 of 20)" in page.said.html
    assert "11% to 47%" in page.said.html
    assert "88 of 1,488" in page.said.html
    assert [row[1] for row in page.figure.table["rows"]][1:] == [
        "88 of 1,488",
        "89 of 1,235",
        "328 of 1,567",
    ]


def test_a_paper_without_chance_has_no_limits_to_ask_about(open_page):
    page = open_page()
    count(page, 20, 0, 0)
    assert "None shows chance" in page.said.html


@pytest.mark.parametrize("wrong", [(20, 25, 0), (20, 5, 6), (0, 0, 0), (20, 2.5, 0), (-1, 0, 0)])
def test_an_impossible_count_is_said_beside_it(open_page, wrong):
    page = open_page()
    count(page, *wrong)
    assert page.say_limits.problem
    assert page.shown.children == ()
    count(page, 20, 5, 1)
    assert not any(field.problem for field in page._counts)
    assert page.result.chance.value == 0.25


def test_counts_stay_when_the_page_is_opened_again(open_page):
    count(open_page(), 20, 5, 1)
    page = open_page()
    assert page.result.chance.value == 0.25
    assert "5 of 20" in page.said.html


def test_an_audit_is_kept_with_its_day(open_page, journal):
    page = open_page()
    page.paper.answer("Board <March>")
    count(page, 20, 5, 1)
    page.keep()
    assert [(audit.on, audit.counts) for audit in kept(journal)] == [("2026-03-02", (20, 5, 1))]
    assert "Board &lt;March&gt;, 2 Mar 2026: 5 of 20 charts" in page.kept.html


def test_the_last_audit_stands_beside_todays(open_page):
    page = open_page(MARCH)
    count(page, 20, 1, 0)
    page.keep()
    page = open_page(JUNE)
    page.begin()
    count(page, 20, 5, 1)
    names = [row[0] for row in page.figure.table["rows"]][:2]
    assert names == ["Your paper today", "Your audit: 2 Mar 2026"]
    assert "25%" in page.figure.finding
    assert "(2 Mar 2026), it was 5%" in page.figure.finding


def test_counts_met_again_later_stay_the_audit_of_their_own_day(open_page):
    page = open_page(MARCH)
    count(page, 20, 5, 1)
    page.keep()
    page = open_page(JUNE)
    assert [row[0] for row in page.figure.table["rows"]][:2] == [
        "Your audit: 2 Mar 2026",
        "30 English trusts, before 2017",
    ]


def test_two_papers_of_one_day_are_two_audits(open_page, journal):
    page = open_page()
    for paper, counts in (("Board", (20, 5, 1)), ("Quality committee", (12, 6, 0))):
        page.begin()
        page.paper.answer(paper)
        count(page, *counts)
        page.keep()
    assert [audit.paper for audit in kept(journal)] == ["Quality committee", "Board"]
    assert "(Board, 2 Mar 2026), it was 25%" in page.figure.finding


def test_a_corrected_count_takes_the_place_of_the_one_before(open_page, journal):
    page = open_page()
    for limits in (1, 2):
        count(page, 20, 5, limits)
        page.keep()
    assert [audit.say_limits for audit in kept(journal)] == [2]


def test_an_unfinished_audit_is_not_kept(open_page, journal):
    page = open_page()
    page.charts.answer(20)
    page.keep()
    assert kept(journal) == []
    assert "nothing to keep yet" in page.told.html


def test_starting_another_audit_empties_the_counts_and_keeps_the_old_ones(open_page):
    page = open_page()
    count(page, 20, 5, 1)
    page.keep()
    page.begin()
    assert [field.value for field in page._counts] == [None, None, None]
    assert "5 of 20 charts" in page.kept.html
    assert open_page().charts.value is None


def test_building_the_page_reads_no_journal():
    def refuse():
        raise AssertionError("The clock was read before the page was shown.")

    page = AuditYourPaper(today=refuse)
    assert page.kept.html == ""


def test_a_guess_is_repeated_and_may_be_skipped(open_page):
    page = open_page()
    count(page, 20, 5, 1)
    assert "You guessed" not in page.said.html
    page.guess.answer("half")
    count(page, 20, 6, 1)
    assert "You guessed: “About half”" in page.said.html


def test_a_meeting_is_tallied_and_set_beside_72_per_cent(journal):
    sheet = WatchOneMeeting(journal)
    for claims in (sheet.with_chart, sheet.with_chart, sheet.without_chart, sheet.with_chart):
        sheet.tally(claims)
    assert "You heard 4 claims, and 75% had a chart" in sheet.said.html
    assert "72% did" in sheet.said.html
    again = WatchOneMeeting(journal)
    again.with_chart.on_shown()
    assert again.with_chart.value == 3


def test_an_emptied_tally_says_nothing(journal):
    sheet = WatchOneMeeting(journal)
    sheet.tally(sheet.without_chart)
    sheet.begin()
    assert sheet.result is None
    assert sheet.said.html == ""


def test_a_meeting_without_claims_is_a_result_too(journal):
    sheet = WatchOneMeeting(journal)
    sheet.with_chart.answer(0)
    assert "no claims" in sheet.said.html
