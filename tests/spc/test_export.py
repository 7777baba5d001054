"""Exports: the table, the page and the slide, read back as another program would read them."""

import csv
import io
import re

import pandas as pd
import pytest
from openpyxl import load_workbook
from pptx import Presentation

from helpers.spc import Phase, chart
from helpers.spc.export import page_html, points_csv, slide_pptx

MONTHS = pd.date_range("2023-01-01", periods=25, freq="MS")


@pytest.fixture(scope="module")
def falls():
    return chart(
        [4, 5] * 6 + [2, 3] * 6 + [9],
        when=MONTHS,
        name="Falls, Björk ward",
        unit="falls",
        improvement_direction="decrease",
        target=4,
        phases=[Phase(12, "Hourly rounding began")],
        annotations=[(MONTHS[4], "=New beds")],
    )


def rows(chart):
    return list(csv.DictReader(io.StringIO(points_csv(chart).decode("utf-8-sig"))))


# --- the table ---------------------------------------------------------------------------------


def test_the_csv_opens_in_excel_with_its_accents(falls):
    assert points_csv(falls).startswith(b"\xef\xbb\xbf")
    assert rows(falls)[0]["measure"] == "Falls, Björk ward"


def test_the_csv_holds_points_limits_signals_and_reasons(falls):
    last = rows(falls)[-1]
    assert (last["when"], last["value"], last["signal"]) == ("2025-01-01", "9.0", "concern")
    assert last["rules"] == "outside"
    assert last["why"].startswith("Above the upper limit")
    assert float(last["upper"]) == falls.points["upper"].iloc[-1]


def test_the_csv_keeps_every_digit_of_a_limit(falls):
    assert float(rows(falls)[0]["upper"]) == falls.points["upper"].iloc[0]


def test_a_formula_in_a_name_or_a_remark_is_made_harmless(falls):
    risky = chart([1, 2, -3], when=["@a", "+b", "c"], kind="run", name="=cmd|' /C calc'!A0")
    for row in rows(risky):
        assert row["measure"] == "'=cmd|' /C calc'!A0"
        assert row["when"].startswith("'") is not row["when"].startswith("c")
    assert rows(falls)[4]["remark"] == "'=New beds"


def test_a_negative_number_stays_a_number():
    assert rows(chart([1, 2, -3], kind="run"))[2]["value"] == "-3.0"


# --- the page ----------------------------------------------------------------------------------


def test_the_page_asks_nothing_of_the_network(falls):
    html = page_html(falls)
    addresses = set(re.findall(r"https?://[^\"' ]+", html))
    assert addresses == {"http://www.w3.org/2000/svg"}
    assert "default-src 'none'" in html
    assert not re.search(r"<(script|link|img|iframe)|@import|url\(", html)


def test_the_page_holds_title_finding_reading_rules_and_table(falls):
    html = page_html(falls)
    assert '<html lang="en-GB">' in html
    assert "<title>Falls, Björk ward</title>" in html
    for told in ("Hourly rounding began", "Making Data Count", "Limits come from", "Concerning"):
        assert told in html
    assert html.count('<th scope="row">') == 25
    for sentence in falls.reading.split(". "):
        assert sentence.rstrip(".") in html


def test_the_page_escapes_what_people_wrote():
    evil = "</title><script>alert(1)</script>"
    html = page_html(chart([1, 2, 3], when=[evil, "b", "c"], kind="run", name=evil, unit=evil))
    assert "<script" not in html


def test_the_page_prints(falls):
    assert "@media print" in page_html(falls)


def test_the_picture_has_a_spoken_name_for_wide_and_narrow(falls):
    assert page_html(falls).count('<svg role="img" aria-label="Falls, Björk ward. ') == 2


# --- the slide ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def deck(falls):
    return Presentation(io.BytesIO(slide_pptx(falls, source="Ward returns")))


def texts(deck):
    shapes = deck.slides[0].shapes
    return "\n".join(shape.text_frame.text for shape in shapes if shape.has_text_frame)


def native(deck):
    return next(shape for shape in deck.slides[0].shapes if shape.has_chart)


def test_the_slide_is_one_and_wide(deck):
    assert len(deck.slides) == 1
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9, rel=1e-3)


def test_the_headline_is_the_finding(deck, falls):
    assert deck.slides[0].shapes.title.text_frame.text == falls.reading.split(". ")[0] + "."


def test_the_chart_is_native_and_can_be_edited(deck, falls):
    series = {one.name: list(one.values) for one in native(deck).chart.plots[0].series}
    assert series["Falls, Björk ward"] == falls.points["value"].tolist()
    assert series["Target"] == [4] * 25
    assert native(deck).chart.part.chart_workbook.xlsx_part is not None


def test_limits_of_each_phase_are_their_own_series(deck, falls):
    series = {one.name: list(one.values) for one in native(deck).chart.plots[0].series}
    assert series["Average, phase 1"] == [4.5] * 12 + [None] * 13
    assert series["Upper limit, phase 2"][-1] == pytest.approx(falls.points["upper"].iloc[-1])


def test_a_signal_has_its_own_mark_on_the_slide(deck):
    point = native(deck).chart.plots[0].series[0].points[24]
    assert str(point.marker.style).startswith("DIAMOND")
    assert str(point.marker.format.fill.fore_color.rgb) == "C2500F"
    assert point.data_label.text_frame.text == "C"


def test_the_chart_has_alt_text_that_tells_the_finding(deck, falls):
    alt = native(deck)._element.nvGraphicFramePr.cNvPr.get("descr")
    assert "XmR chart of Falls, Björk ward, 25 points from Jan 2023 to Jan 2025" in alt
    assert falls.reading.split(". ")[0] in alt


def test_the_slide_says_verdict_rules_limits_and_source(deck):
    told = texts(deck)
    for part in ("Concerning", "Making Data Count", "Limits come from 12 points", "Ward returns"):
        assert part in told


def test_the_slide_names_nobody(deck):
    about = deck.core_properties
    assert (about.author, about.last_modified_by, about.comments) == ("", "", "")
    assert about.title == "Falls, Björk ward"


def test_missing_values_are_gaps_on_the_slide():
    deck = Presentation(io.BytesIO(slide_pptx(chart([4, None, 5], kind="run", name="Calls"))))
    assert list(native(deck).chart.plots[0].series[0].values) == [4, None, 5]


@pytest.mark.parametrize(
    "when", [None, ["a", "b", "c"], ["2025-01-06", "2025-01-13", "2025-01-20"]]
)
def test_positions_labels_and_dates_all_make_a_slide(when):
    deck = Presentation(
        io.BytesIO(slide_pptx(chart([4, 6, 5], when=when, kind="run", name="Calls")))
    )
    assert len(list(native(deck).chart.plots[0].categories)) == 3


def test_xml_characters_in_a_name_do_not_break_the_slide():
    deck = Presentation(io.BytesIO(slide_pptx(chart([4, 6, 5], kind="run", name='A & B <"C">'))))
    assert 'A & B <"C">' in texts(deck)


def test_a_formula_in_a_name_stays_text_in_the_workbook_inside_the_slide():
    risky = chart([4, 6, 5], when=["=1+1", "b", "c"], kind="run", name="=2+2")
    deck = Presentation(io.BytesIO(slide_pptx(risky)))
    book = load_workbook(io.BytesIO(native(deck).chart.part.chart_workbook.xlsx_part.blob))
    cells = [cell for row in book.active.iter_rows() for cell in row if cell.value is not None]
    assert "f" not in {cell.data_type for cell in cells}
    assert "'=2+2" in [cell.value for cell in cells]


def test_every_remark_is_in_the_speaker_notes_and_the_newest_on_the_slide():
    noted = chart(
        [4, 5] * 6,
        name="Falls",
        annotations=[(number, f"Event {number}") for number in range(1, 6)],
    )
    deck = Presentation(io.BytesIO(slide_pptx(noted)))
    assert all(
        f"Event {n}" in deck.slides[0].notes_slide.notes_text_frame.text for n in range(1, 6)
    )
    assert "Event 5" in texts(deck)
    assert "Event 1" not in texts(deck)
