"""A leader's own measure in the reading view: from a file to a verdict to a slide."""

import io
import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import opened

pytestmark = pytest.mark.browser
MONTHS = [f"01/{month:02}/2025" for month in range(1, 13)] + ["01/01/2026", "01/02/2026"]
COMPLAINTS = [4, 6, 5, 7, 5, 4, 6, 5, 6, 4, 5, 6, 5, 16]


def csv(rows):
    return "\ufeffMonth,Complaints\r\n" + "".join(f"{when},{count}\r\n" for when, count in rows)


def chosen(page, name, data):
    page.get_by_label("Choose a file").set_input_files(
        {"name": name, "mimeType": "text/csv", "buffer": data}
    )


@pytest.fixture(scope="module")
def page(kit, reader):
    walked = opened(reader, kit.page("03-expectations"))
    walked.get_by_role("button", name=re.compile("Your own measure")).click()
    walked.get_by_label("Choose a file").wait_for()
    yield walked
    walked.close()


def test_a_file_becomes_a_chart_with_a_verdict(page):
    chosen(page, "complaints.csv", csv(zip(MONTHS, COMPLAINTS, strict=True)).encode())
    page.get_by_text("complaints.csv: 14 rows and 2 columns.").wait_for()
    page.get_by_label("Lower is better", exact=True).check()
    page.get_by_role("button", name="Draw it").click()
    figure = page.get_by_role("group", name="Complaints", exact=True)
    figure.get_by_text("Complaints shows a signal of concern").wait_for()


def test_a_wrong_file_is_named_and_harms_nothing(page):
    chosen(page, "picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(2000))
    page.get_by_text(re.compile("picture.csv.*")).first.wait_for()
    expect(page.get_by_role("group", name="Complaints", exact=True)).to_be_visible()


def test_a_rebase_asks_for_its_reason(page):
    page.get_by_role("button", name="The work itself changed for good").click()
    page.get_by_role("button", name="Draw new limits from there").click()
    expect(page.get_by_text("Choose a date first.")).to_be_visible()


def test_a_slide_with_a_native_chart_is_handed_over(page):
    with page.expect_download() as coming:
        page.get_by_role("button", name="Slide for PowerPoint").click()
    from pptx import Presentation

    slide = Presentation(io.BytesIO(coming.value.path().read_bytes())).slides[0]
    assert any(shape.has_chart for shape in slide.shapes)


def test_a_picture_is_made_in_the_readers_own_browser(page):
    figure = page.get_by_role("group", name="Complaints", exact=True)
    with page.expect_download() as coming:
        figure.get_by_role("button", name="Save as PNG").click()
    assert coming.value.path().read_bytes().startswith(b"\x89PNG")


def test_a_file_of_several_pieces_arrives_whole(page):
    rows = [(f"{day:%d/%m/%Y}", 5) for day in days(150_000)]
    chosen(page, "long.csv", csv(rows).encode())
    expect(page.get_by_text("long.csv: 150,000 rows and 2 columns.")).to_be_visible()


def days(count):
    import datetime

    first = datetime.date(1600, 1, 1)
    return [first + datetime.timedelta(days=step) for step in range(count)]
