"""Make the teaching data of the "expectations" reflection: ``python data/make_teaching_data.py``.

Everything is invented. What each measure holds stands in measures.toml. The script needs only the
standard library, and every run writes the same bytes. Each measure has its own seed, so that one
can be changed without the others.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import NormalDist

from written import run, write_table

MONTHS = tuple(f"{2024 + (5 + i) // 12}-{(5 + i) % 12 + 1:02d}-01" for i in range(24))
STANDARD_NORMAL = NormalDist()


@dataclass(frozen=True)
class Measure:
    """How one measure of the board report is made, and what is really there."""

    name: str
    unit: str
    kind: str
    improvement_direction: str
    truth: str
    what_is_there: str
    variation: str  # what a control chart with the kit's default rules says
    assurance: str = ""
    core: bool = False
    target: float | None = None
    level: float = 0.0
    spread: float = 0.0  # month-to-month standard deviation, in the measure's own unit
    seed: int = 0
    over: str | None = None  # what it is a share or rate of; None for plain counts and money
    per: int = 100
    since: str | None = None  # the first month at the new level, one of MONTHS
    shift_by: float = 0.0
    events: Sequence[str] = ()  # the months of the single events: nobody draws these at random


# Falls on one ward: a steady three a month. The seed is the first whose 24 months hold 72
# falls, end 4, 2, 4 and trip no rule: the story of the two emails, with nothing changed.
WARD_RATE, WARD_SEED = 3.0, 12093

CONTENT = tomllib.loads(Path(__file__).with_name("measures.toml").read_text(encoding="utf-8"))
MEASURES = tuple(Measure(**each) for each in CONTENT["measures"])
LETTERS = Measure(**CONTENT["letters"])
TYPICAL = CONTENT["typical"]


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
    for month, denominator in zip(MONTHS, denominators(measure.over), strict=True):
        shifted = measure.since is not None and month >= measure.since
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


def harm(measure: Measure) -> list[tuple[float, None, None]]:
    """Make 24 months of single events."""
    return [(int(month in measure.events), None, None) for month in MONTHS]


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
        series = harm(measure) if measure.kind == "serious_event" else values(measure)
        for month, (value, numerator, denominator) in zip(MONTHS, series, strict=True):
            yield (
                measure.name, month, value, numerator, denominator, measure.target,
                measure.improvement_direction, measure.unit, measure.kind,
            )  # fmt: skip


def truth_rows():
    """Yield the rows of truth.csv, one for each measure."""
    for measure in MEASURES:
        yield (
            measure.name, measure.truth, measure.since, "yes" if measure.core else "no",
            measure.variation, measure.assurance, measure.what_is_there,
        )  # fmt: skip


def letter_rows():
    """Yield the rows of the example file, with the dates and percentages of a British spreadsheet."""
    for date, (value, numerator, denominator) in zip(MONTHS, values(LETTERS), strict=True):
        year, month, day = date.split("-")
        note = "New letter template" if date == LETTERS.since else ""
        yield f"{day}/{month}/{year}", f"{value}%", numerator, denominator, "90%", note


def make(folder: Path) -> None:
    """Write all data sets of this reflection into a folder."""
    write_table(folder / "board_report.csv", (
        "measure", "month", "value", "numerator", "denominator", "target",
        "improvement_direction", "unit", "kind",
    ), board_rows())  # fmt: skip
    write_table(folder / "truth.csv", (
        "measure", "truth", "since", "core", "variation", "assurance", "what_is_there",
    ), truth_rows())  # fmt: skip
    write_table(
        folder / "falls_willow.csv", ("month", "falls"), zip(MONTHS, ward_falls(), strict=True)
    )
    write_table(folder / "example_own_measure.csv", (
        "Month", LETTERS.name, "Letters sent in time", "All discharges", "Target", "Note",
    ), letter_rows())  # fmt: skip


if __name__ == "__main__":
    run(make, __doc__)
