"""A reader's own file of 100,000 people: from the file to the gap, and to a table for others."""

import csv
import io
import re

import pytest
from docx import Document
from playwright.sync_api import expect

from tests.browser.conftest import opened
from tests.browser.seen import violations, width_at

pytestmark = pytest.mark.browser
# one row a person: fifth 1 is seen 30 times in 100, fifth 5 is seen 50 times
SEEN = {"1 most deprived": 30, "2": 35, "3": 40, "4": 45, "5 least deprived": 50}


def file_of_people():
    rows = [
        f"{fifth},{'yes' if place % 100 < seen else 'no'}"
        for fifth, seen in SEEN.items()
        for place in range(20_000)
    ]
    return "\r\n".join(["Fifth,Seen in time", *rows]).encode()


def chosen(fold, name, data):
    fold.get_by_label("Choose a file").set_input_files(
        {"name": name, "mimeType": "text/csv", "buffer": data}
    )


@pytest.fixture(scope="module")
def page(kit, reader):
    walked = opened(reader, kit.page("05-voices"))
    walked.get_by_role("button", name=re.compile("How unequal")).click()
    walked.get_by_text("they disagree", exact=False).first.wait_for()
    yield walked
    walked.close()


@pytest.fixture(scope="module")
def fold(page):
    return page.locator(".kit-fold", has=page.get_by_role("button", name="How unequal?")).first


def test_it_opens_with_an_invented_sample(fold):
    expect(fold.get_by_text(re.compile("26 fewer screened"))).to_be_visible()
    expect(fold.get_by_text(re.compile("1.7 times"))).to_be_visible()


def test_a_file_of_100_000_people_is_read_and_compared(fold):
    chosen(fold, "people.csv", file_of_people())
    fold.get_by_text("people.csv: 100,000 rows and 2 columns.").wait_for()
    fold.get_by_label(re.compile("What is counted")).fill("seen in time")
    fold.get_by_role("button", name="Use these columns").click()
    fold.get_by_label("More is better").check()
    fold.get_by_text("From people.csv: 100,000 people in 5 groups.").wait_for()
    expect(fold.get_by_text(re.compile("Out of 100 people, 20 fewer seen in time"))).to_be_visible()


def test_a_wrong_file_is_named_and_harms_nothing(fold):
    chosen(fold, "more.csv", b"Fifth,Seen,People\r\nA,12,10\r\nB,3,10\r\n")
    fold.get_by_text("more.csv: 2 rows and 3 columns.").wait_for()
    fold.get_by_role("button", name="Use these columns").click()
    expect(fold.locator(".kit-problem:visible").first).to_be_visible()
    expect(fold.get_by_text("From people.csv: 100,000 people in 5 groups.")).to_be_visible()


def test_a_table_for_others_is_guarded_and_can_be_taken_away(page, fold):
    fold.get_by_role("button", name=re.compile("Take it to others")).click()
    with page.expect_download() as coming:
        fold.get_by_role("button", name=re.compile("CSV")).click()
    rows = list(csv.reader(io.StringIO(coming.value.path().read_text("utf-8-sig"))))
    assert any("6000" in cell.replace(",", "") for row in rows for cell in row)
    with page.expect_download() as coming:
        fold.get_by_role("button", name=re.compile("Word")).click()
    assert Document(io.BytesIO(coming.value.path().read_bytes())).tables


def test_axe_finds_nothing_with_every_part_open(page, fold):
    for name in ("Over time", "Place by place", "More measures", "The columns", "Who is compared"):
        button = fold.get_by_role("button", name=re.compile(name))
        if button.count() and button.first.get_attribute("aria-expanded") == "false":
            button.first.click()
    page.wait_for_timeout(1500)
    assert violations(page) == []


@pytest.mark.parametrize("width", [1280, 400, 320])
def test_the_page_never_scrolls_sideways(page, width):
    assert width_at(page, width) <= width
