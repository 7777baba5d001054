"""Measure the measures of inequality beside PHStatsMethods, on the same counts, in one run.

Run by `python3 kit.py bench equity`, with the packages of benchmarks/requirements.txt. CPU time is
what counts, and each figure is the least of several rounds with the two taking turns: other
programs on the machine only ever add to it.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.peers import present
from helpers import voices
from helpers.voices import EUROPE_2013, Groups, direct, group_names, of_counts, proportion, rate

AREAS, FIFTHS, AGES, ROUNDS = 10_000, 5, 19, 5
PEER, PEER_AREAS, PEER_STANDARDISED = "PHStatsMethods", 2_000, 500  # fewer, for it is slow
SECONDS_GOAL, RATIO_GOAL = 0.5, 100
MEASURES: tuple[Callable[[Groups], object], ...] = (
    voices.difference,
    voices.ratio,
    voices.mean_difference,
    lambda groups: voices.mean_difference(groups, "mean"),
    voices.disparity_index,
    voices.between_group_variance,
    voices.between_group_deviation,
    voices.variation,
    voices.theil,
    voices.mean_log_deviation,
    voices.attributable_risk,
    voices.attributable_fraction,
    lambda groups: voices.concentration_index(groups, "absolute"),
    voices.concentration_index,
    voices.slope_index,
)
Work = tuple[int, Callable[[], object]]


def counts(areas: int, groups: int) -> tuple[np.ndarray, np.ndarray]:
    """Draw people and events; one event at least, for the peer stops at a rate of none."""
    draw = np.random.default_rng(7)
    people = draw.integers(200, 3_000, (areas, groups))
    return np.maximum(draw.binomial(people, np.linspace(0.12, 0.06, groups)), 1), people


def long_table(events: np.ndarray, people: np.ndarray) -> pd.DataFrame:
    """Lay the counts out as a long table: a row for each area and group."""
    areas, groups = events.shape
    return pd.DataFrame(
        {
            "area": np.repeat(np.arange(areas), groups),
            "group": np.tile(np.arange(groups), areas),
            "events": events.ravel(),
            "people": people.ravel(),
            "standard": np.tile(EUROPE_2013[:groups], areas),
        }
    )


def all_measures(events: np.ndarray, people: np.ndarray) -> list[object]:
    """Work out every simple measure and the slope index, each with its interval."""
    groups = of_counts(group_names(FIFTHS), events, people, good="low")
    figures = [proportion(events, people), rate(events, people)]
    return [*figures, *(measure(groups) for measure in MEASURES)]


def kit() -> dict[str, Work]:
    """Return what the kit does, and for how many groups."""
    fifths, ages = counts(AREAS, FIFTHS), counts(AREAS // 10, AGES)
    return {
        "a share with its interval": (AREAS * FIFTHS, lambda: proportion(*fifths)),
        "a rate with its interval": (AREAS * FIFTHS, lambda: rate(*fifths)),
        "a standardised rate": (AREAS // 10, lambda: direct(*ages)),
        "all measures": (AREAS * FIFTHS, lambda: all_measures(*fifths)),
    }


def peer() -> dict[str, Work]:
    """Return what the peer does of it; nothing where it is not installed."""
    if not present(PEER):
        return {}
    from PHStatsMethods import ph_dsr, ph_proportion, ph_rate

    fifths = long_table(*counts(PEER_AREAS, FIFTHS))
    ages = long_table(*counts(PEER_STANDARDISED, AGES))
    size = PEER_AREAS * FIFTHS
    return {
        "a share with its interval": (size, lambda: ph_proportion(fifths, "events", "people")),
        "a rate with its interval": (size, lambda: ph_rate(fifths, "events", "people")),
        "a standardised rate": (
            PEER_STANDARDISED,
            lambda: ph_dsr(
                ages, "events", "people", "standard", group_cols="area", euro_standard_pops=False
            ),
        ),
    }


def race() -> dict[tuple[str, str], tuple[int, float]]:
    """Time both in turns: for each task and package, how many groups and the least seconds."""
    runners = {("kit", task): work for task, work in kit().items()}
    runners |= {(PEER, task): work for task, work in peer().items()}
    gc.collect()
    gc.freeze()
    least = dict.fromkeys(runners, np.inf)
    for lap in range(ROUNDS + 1):
        for name, (_, work) in runners.items():
            start = time.process_time()
            work()
            if lap:  # the first round warms up
                least[name] = min(least[name], time.process_time() - start)
    return {name: (runners[name][0], spent) for name, spent in least.items()}


def main() -> int:
    """Run everything and print Markdown; the exit code is 0 when every goal is met."""
    raced = race()
    print("| task | the kit, µs each | PHStatsMethods, µs each | timed | times the kit |")
    print("| --- | ---: | ---: | ---: | ---: |")
    ratios = []
    for (package, task), (size, spent) in raced.items():
        if package == PEER:
            ours = raced["kit", task][1] / raced["kit", task][0]
            ratios.append(spent / size / ours)
            print(
                f"| {task} | {ours * 1e6:.2f} | {spent / size * 1e6:,.0f} | {size:,} | {ratios[-1]:,.0f} |"
            )
    seconds = raced["kit", "all measures"][1]
    print(
        f"\nThe kit's {len(MEASURES) + 3} measures of {AREAS:,} areas with {FIFTHS} groups each, all with"
        f" intervals: {seconds:.3f} s of CPU (goal: under {SECONDS_GOAL})."
    )
    if not ratios:
        print(f"\n{PEER} is not installed, so there is no ratio.")
        return 1
    print(
        f"\n{PEER} {present(PEER)} takes at least {min(ratios):,.0f} times as long (goal: {RATIO_GOAL})."
    )
    return 0 if seconds < SECONDS_GOAL and min(ratios) >= RATIO_GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
