"""Make the teaching data of the "expectations" reflection: ``python data/make_teaching_data.py``.

Everything is invented. The script needs only the standard library, and every run writes the
same bytes. Each measure has its own seed, so that one can be changed without the others.
"""

from __future__ import annotations

import argparse
import csv
import random
from dataclasses import dataclass
from pathlib import Path
from statistics import NormalDist

MONTHS = tuple(f"{2024 + (5 + i) // 12}-{(5 + i) % 12 + 1:02d}-01" for i in range(24))
STANDARD_NORMAL = NormalDist()


@dataclass(frozen=True)
class Measure:
    """How one measure of the board report is made, and what is really there."""

    name: str
    unit: str
    level: float
    spread: float  # month-to-month standard deviation, in the measure's own unit
    seed: int
    target: float | None
    improvement_direction: str
    truth: str
    what_is_there: str
    over: str | None = None  # what it is a share or rate of; None for plain counts and money
    per: int = 100
    shift_from: int | None = None  # position in MONTHS of the first month at the new level
    shift_by: float = 0.0
    core: bool = False
    kind: str = "percentage"
    variation: str = "common_cause"  # what a control chart with the kit's default rules says
    assurance: str = ""


MEASURES = (
    Measure(
        "Accident and emergency: seen within 4 hours", "%", 68.4, 1.7, 15, 78, "increase",
        "steady_failure", "Steady around 68%. The target of 78% lies above everything this system does.",
        over="attendances", core=True, assurance="will_fail",
    ),
    Measure(
        "Complaints answered on time", "%", 82.0, 4.0, 1, 85, "increase",
        "steady_failure", "Steady around 82%. The target of 85% is met in some months by chance alone.",
        over="complaints", core=True, assurance="hit_and_miss",
    ),
    Measure(
        "Falls", "per 1,000 bed days", 5.6, 0.65, 10, None, "decrease",
        "noise", "Steady around 5.8. The rise in the last month is routine variation.",
        over="bed days", per=1000, core=True, kind="rate",
    ),
    Measure(
        "Patients who would recommend us", "%", 91.5, 1.1, 26, None, "increase",
        "noise", "Steady around 91%. The rise over the last three months is routine variation.",
        over="answers", core=True,
    ),
    Measure(
        "Sepsis: antibiotics within the hour", "%", 72.5, 2.6, 1, 90, "increase",
        "improvement", "Rose from about 72% to about 80% in August 2025 and stayed there. Still short of 90%.",
        over="patients with sepsis", shift_from=14, shift_by=7.5, core=True,
        variation="improving", assurance="will_fail",
    ),
    Measure(
        "Pressure ulcers", "per 1,000 bed days", 0.62, 0.07, 2, 1.2, "decrease",
        "deterioration", "Rose from about 0.6 to about 0.9 in July 2025 and stayed there. Still better than the target.",
        over="bed days", per=1000, shift_from=13, shift_by=0.28, core=True, kind="rate",
        variation="concerning", assurance="will_meet",
    ),
    Measure(
        "Blood clot risk assessed on admission", "%", 97.2, 0.4, 24, 95, "increase",
        "reliable", "Steady around 97%. The target of 95% is met month after month.",
        over="admissions", core=True, assurance="will_meet",
    ),
    Measure(
        "Wrong-site surgery", "events", 0, 0, 0, 0, "decrease",
        "serious_harm", "One person had an operation in the wrong place in May 2026, another in January 2025.",
        core=True, kind="serious_event", variation="", assurance="",
    ),
    Measure(
        "Cancer: treated within 62 days", "%", 66.0, 2.8, 3, 85, "increase",
        "steady_failure", "Steady around 67%. The target of 85% lies above everything this system does.",
        over="cancer patients", assurance="will_fail",
    ),
    Measure(
        "Clostridioides difficile infections", "infections", 6.0, 1.9, 18, None, "decrease",
        "noise", "Steady around 6 a month. The last month is routine variation.", kind="count",
    ),
    Measure(
        "Staff sickness", "%", 5.6, 0.25, 1, 4.5, "decrease",
        "steady_failure", "Steady around 5.6%. The target of 4.5% lies below everything this system does.",
        over="staff days", assurance="will_fail",
    ),
    Measure(
        "Mandatory training up to date", "%", 91.0, 0.8, 2, 85, "increase",
        "reliable", "Steady around 91%. The target of 85% is met month after month.",
        over="staff", assurance="will_meet",
    ),
    Measure(
        "Appointments missed by patients", "%", 8.9, 0.32, 35, 7.0, "decrease",
        "improvement", "Fell from about 8.9% to about 7.7% in June 2025 and stayed there. Still short of 7%.",
        over="appointments", shift_from=12, shift_by=-1.2,
        variation="improving", assurance="hit_and_miss",
    ),
    Measure(
        "Operating theatre time used", "%", 79.0, 1.6, 5, 80, "increase",
        "steady_failure", "Steady around 79%. The target of 80% is met in some months by chance alone.",
        over="theatre minutes", assurance="hit_and_miss",
    ),
    Measure(
        "Appraisals up to date", "%", 92.6, 0.7, 4, 85, "increase",
        "deterioration", "Fell from about 93% to about 90% in May 2025 and stayed there. Still better than the target.",
        over="staff", shift_from=11, shift_by=-3.2,
        variation="concerning", assurance="will_meet",
    ),
    Measure(
        "Discharged before noon", "%", 18.2, 1.3, 4, 33, "increase",
        "steady_failure", "Steady around 18%. The target of 33% lies above everything this system does.",
        over="discharges", assurance="will_fail",
    ),
    Measure(
        "Agency spend", "£ thousand", 1240, 55, 1, 1200, "decrease",
        "improvement", "Fell from about £1.24 million to about £1.03 million in April 2025 and stayed there.",
        shift_from=10, shift_by=-210, kind="money",
        variation="improving", assurance="hit_and_miss",
    ),
    Measure(
        "Nursing posts vacant", "%", 9.4, 0.5, 6, None, "decrease",
        "noise", "Steady around 9.4%. The last month is routine variation.", over="nursing posts",
    ),
    Measure(
        "Operations cancelled on the day", "%", 4.1, 0.45, 2, 4.5, "decrease",
        "deterioration", "Rose from about 4% to about 6% in September 2025 and stayed there.",
        over="operations", shift_from=15, shift_by=1.8,
        variation="concerning", assurance="hit_and_miss",
    ),
    Measure(
        "Mixed-sex accommodation breaches", "breaches", 15.0, 2.6, 2, 0, "decrease",
        "steady_failure", "Steady around 15 a month. The target of none lies below everything this system does.",
        kind="count", assurance="will_fail",
    ),
)  # fmt: skip

# A typical month of what shares and rates are taken of. Measures over the same thing share it.
TYPICAL = {
    "attendances": 9_200,
    "complaints": 64,
    "bed days": 14_200,
    "answers": 1_150,
    "patients with sepsis": 210,
    "admissions": 5_200,
    "cancer patients": 180,
    "staff days": 156_000,
    "staff": 5_400,
    "appointments": 21_000,
    "theatre minutes": 92_000,
    "discharges": 4_100,
    "nursing posts": 2_150,
    "operations": 1_900,
    "ward discharges": 430,
}

HARM_MONTHS = ("2025-01-01", "2026-05-01")

# Falls on one ward: a steady three a month. The seed is the first whose 24 months hold 72
# falls, end 4, 2, 4 and trip no rule: the story of the two emails, with nothing changed.
WARD_RATE, WARD_SEED = 3.0, 12093

# The example for "your own measure": a new letter template in September 2025.
LETTERS = Measure(
    "Discharge letters sent within 24 hours", "%", 71.0, 3.0, 1, 90, "increase",
    "improvement", "Rose from about 71% to about 82% in September 2025, with the new letter template.",
    over="ward discharges", shift_from=15, shift_by=11.0,
    variation="improving", assurance="will_fail",
)  # fmt: skip


def normal(generator: random.Random) -> float:
    """Draw one standard normal number, the same on every machine and Python version."""
    return STANDARD_NORMAL.inv_cdf(generator.random() or 0.5)


def denominators(over: str | None) -> list[int | None]:
    """Make 24 months of a denominator: the same for every measure taken over it."""
    if over is None:
        return [None] * len(MONTHS)
    generator = random.Random(over)
    return [round(TYPICAL[over] * (1 + 0.03 * normal(generator))) for _ in MONTHS]


def values(measure: Measure) -> list[tuple[float, int | None, int | None]]:
    """Make 24 months of one measure: value, numerator, denominator."""
    generator = random.Random(f"{measure.name} {measure.seed}")
    months = []
    for i, denominator in enumerate(denominators(measure.over)):
        shifted = measure.shift_from is not None and i >= measure.shift_from
        aim = measure.level + measure.shift_by * shifted + measure.spread * normal(generator)
        months.append(one_month(measure, aim, denominator))
    return months


def one_month(
    measure: Measure, aim: float, denominator: int | None
) -> tuple[float, int | None, int | None]:
    """Turn the value aimed at into whole patients, beds or pounds."""
    if denominator is None:
        return round(max(aim, 0)), None, None
    numerator = min(max(round(aim * denominator / measure.per), 0), denominator)
    digits = 2 if measure.level < 2 else 1
    return round(measure.per * numerator / denominator, digits), numerator, denominator


def harm() -> list[tuple[float, None, None]]:
    """Return the months of the single events: nobody draws these at random."""
    return [(int(month in HARM_MONTHS), None, None) for month in MONTHS]


def poisson(rate: float, generator: random.Random) -> int:
    """Draw one Poisson count by adding up waiting chances (Knuth's product method)."""
    count, product, floor = 0, generator.random(), 2.718281828459045**-rate
    while product > floor:
        count, product = count + 1, product * generator.random()
    return count


def ward_falls(seed: int = WARD_SEED) -> list[int]:
    """Make 24 months of falls on one ward at a steady rate."""
    generator = random.Random(seed)
    return [poisson(WARD_RATE, generator) for _ in MONTHS]


def board_rows():
    """Yield the rows of board_report.csv, one for each measure and month."""
    for measure in MEASURES:
        series = harm() if measure.kind == "serious_event" else values(measure)
        for month, (value, numerator, denominator) in zip(MONTHS, series, strict=True):
            yield (
                measure.name, month, value, numerator, denominator, measure.target,
                measure.improvement_direction, measure.unit, measure.kind,
            )  # fmt: skip


def truth_rows():
    """Yield the rows of truth.csv, one for each measure."""
    for measure in MEASURES:
        since = "" if measure.shift_from is None else MONTHS[measure.shift_from]
        yield (
            measure.name, measure.truth, since, "yes" if measure.core else "no",
            measure.variation, measure.assurance, measure.what_is_there,
        )  # fmt: skip


def letter_rows():
    """Yield the rows of the example file, with the dates and percentages of a British spreadsheet."""
    for i, (value, numerator, denominator) in enumerate(values(LETTERS)):
        year, month, day = MONTHS[i].split("-")
        note = "New letter template" if i == LETTERS.shift_from else ""
        yield f"{day}/{month}/{year}", f"{value}%", numerator, denominator, "90%", note


def write(path: Path, header: tuple[str, ...], rows) -> None:
    """Write one CSV file with the same line endings on every machine."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def make(folder: Path) -> None:
    """Write all data sets of this reflection into a folder."""
    write(folder / "board_report.csv", (
        "measure", "month", "value", "numerator", "denominator", "target",
        "improvement_direction", "unit", "kind",
    ), board_rows())  # fmt: skip
    write(folder / "truth.csv", (
        "measure", "truth", "since", "core", "variation", "assurance", "what_is_there",
    ), truth_rows())  # fmt: skip
    write(folder / "falls_willow.csv", ("month", "falls"), zip(MONTHS, ward_falls(), strict=True))
    write(folder / "example_own_measure.csv", (
        "Month", LETTERS.name, "Letters sent in time", "All discharges", "Target", "Note",
    ), letter_rows())  # fmt: skip


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--into", type=Path, default=Path(__file__).parent, help="folder to write to"
    )
    make(parser.parse_args().into)
