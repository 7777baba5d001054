"""Whatever the bytes, nothing but Problem escapes."""

import datetime as dt
import random
import warnings

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.intake import Problem
from helpers.intake.columns import guess_columns
from helpers.intake.measure import take_measure
from helpers.intake.sheets import read_pasted, read_table
from tests.intake.files import ods, ods_row, old_excel, unzipped, workbook, zipped

MANY = settings(
    max_examples=2_000, deadline=None, derandomize=True, database=None,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
FEW = settings(MANY, max_examples=300)

HEADERS = [
    "Month", "Falls", "Numerator", "Denominator", "Target", "Measure", "Rate", "", "Patient",
    "NHS number", "DOB", "Jan-25", "Feb-25", "2025", "Month", "café", '"', "=1+1",
]  # fmt: skip
CELLS = [
    "4", "5", "1,234", "45%", "-3", "(7)", "£9", "€9", "12 (est)", "n/a", "*", "<5", "#DIV/0!", "",
    " ", "0", "1e999", "inf", "nan", "-0", "1e-320", "3,5", "01/02/2025", "14/03/2025", "03/25/2025",
    "31/02/2025", "00/00/0000", "2025-03", "2025-W10", "Mar-25", "March", "Q1 2025/26", "Q9 2025",
    "2025/26", "M13 2025/26", "46023", "46023.99999999", "99999999", "202513", "w/c 02/03/2025",
    "25:61", "2025-01-01T99:99", "29 Feb 1900", "1 Jan 0001", "9999-12-31", "Total", "Dr Ash",
    "9434765919", "\u0663/\u0664/2025", "²", "\u00a0", "\u200b", "\ud7ff", "\u2028", "\x1a", "😀",
    "true", '"', '""', "'", "=SUM(A1)", "\t", "x" * 300, "0" * 400, "9" * 400,
]  # fmt: skip
cell = st.sampled_from(CELLS) | st.text(max_size=6) | st.dates().map(str) | st.floats().map(str)
row = st.lists(cell, max_size=6)
BOOK = [["Month", "Falls", "Beds"], *([dt.date(2025, m, 1), m, 30 * m] for m in range(1, 13))]
BINARY = {
    "xlsx": workbook(*BOOK, merge=("A5:A6",)),
    "xls": old_excel(["Month", "Falls"], *([f"{m:02}/2025", float(m)] for m in range(1, 13))),
    "ods": ods("".join(ods_row(f"{m:02}/2025", m) for m in range(1, 13))),
}


@st.composite
def tables(draw):
    """A table that is nearly right: names, cells that clash, rows of uneven length."""
    delimiter = draw(st.sampled_from(",;\t|"))
    top = draw(st.lists(st.sampled_from(HEADERS), max_size=6))
    rows = [top, *draw(st.lists(row, max_size=12))]
    if draw(st.booleans()):  # a sound first column, so that the later checks are reached
        rows = [["Month", *top]] + [[f"{i:02}/2025", *r] for i, r in enumerate(rows[1:], 1)]
    return draw(st.sampled_from(["\n", "\r\n", "\r"])).join(map(delimiter.join, rows))


@st.composite
def measures(draw):
    """A sound table with some odd cells, so that the checks of a measure are reached."""
    number = st.integers(-1, 40).map(str) | st.sampled_from(CELLS[:24])
    names = draw(
        st.lists(st.sampled_from(["Falls", "Ulcers", "Dr Ash", ""]), min_size=1, max_size=3)
    )
    months = draw(st.lists(st.integers(1, 12), min_size=1, max_size=8))
    rows = [
        [name, f"{month:02}/2025", *draw(st.lists(number, min_size=3, max_size=3))]
        for name in names
        for month in months
    ]
    top = "Measure,Month,Numerator,Denominator,Target"
    return "\n".join([top, *(";".join(r).replace(",", "").replace(";", ",") for r in rows)])


@st.composite
def encoded(draw):
    encoding = draw(
        st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252", "cp037"])
    )
    table = draw(tables() | measures())
    return damaged(table.encode(encoding, "replace"), draw(st.integers(0, 3)), draw)


def damaged(data, times, draw):
    """Change, cut out or repeat a few bytes."""
    chance = random.Random(draw(st.integers(0, 2**32)))
    for _ in range(times):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.choice((0, 1, 1, 4, 64)))
        put = chance.choice((b"", chance.randbytes(1), data[:end][-8:], b"\0", b'"', b"<"))
        data = data[:start] + put + data[end:]
    return data


@st.composite
def broken_workbooks(draw):
    """An archive with a few wrong bytes, or a sound one whose parts have them."""
    kind = draw(st.sampled_from(["xlsx", "ods"]))
    if draw(st.booleans()):
        return damaged(BINARY[kind], draw(st.integers(1, 4)), draw)
    parts = unzipped(BINARY[kind])
    part = draw(st.sampled_from(sorted(parts)))
    parts[part] = damaged(parts[part], draw(st.integers(1, 6)), draw)
    return zipped(parts)


@st.composite
def odd_workbooks(draw):
    """A sound workbook of odd cells."""
    simple = st.sampled_from(
        ["Month", "Total", "x", "*", "=1", 4, -1, 0, 2.5, True, None, dt.date(2025, 1, 1)]
    )
    odd = simple | st.dates(dt.date(1900, 1, 1)) | st.times() | st.integers(-(10**12), 10**12)
    return workbook(*draw(st.lists(st.lists(odd, max_size=4), min_size=1, max_size=8)))


anything = st.binary(max_size=400) | encoded() | encoded() | broken_workbooks() | odd_workbooks()


def bring_in(read, choice):
    """Go the whole way with the guess, then with any columns at all."""
    try:
        sheet = read()
    except Problem as problem:
        return [problem]
    names = [*sheet.table.columns, "gone"]
    jobs = ("when", "value", "numerator", "denominator", "measure", "target")
    wild = {job: names[n % len(names)] for job, n in zip(jobs, choice, strict=True) if n}
    problems = []
    for choose in (lambda: guess_columns(sheet).chosen(), lambda: {"when": names[0]} | wild):
        try:
            taken = take_measure(sheet, **choose(), today=dt.date(2026, 1, 1))
        except Problem as problem:
            problems.append(problem)
        else:
            assert len(taken.table) >= 3
            assert taken.table["when"].notna().all()
    return problems


def plain(problems):
    """Whether each of them is a sentence for a reader, and nothing else."""
    return all(str(one).endswith(".") and "Traceback" not in str(one) for one in problems)


choices = st.lists(st.integers(0, 6), min_size=6, max_size=6)


@MANY
@given(data=anything, choice=choices)
def test_two_thousand_bad_files_raise_nothing_but_problem(data, choice):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert plain(bring_in(lambda: read_table(data, "any.csv"), choice))


@FEW
@given(text=tables() | measures() | st.text(st.characters(), max_size=60), choice=choices)
def test_anything_may_be_pasted(text, choice):
    assert plain(bring_in(lambda: read_pasted(text), choice))


@pytest.mark.parametrize("seed", range(6))
def test_a_damaged_old_excel_file_ends_only_the_process_that_reads_it(seed):
    chance = random.Random(seed)
    data = bytearray(BINARY["xls"])
    for _ in range(8):  # beyond the container's own tables, where the cells are
        data[chance.randrange(1536, 2300)] = chance.randrange(256)
    assert plain(bring_in(lambda: read_table(bytes(data), "old.xls"), [0] * 6))
