"""Measure the SPC engine beside other Python packages, on the same data, in one run.

Run by `python3 kit.py bench spc`, with the packages of benchmarks/requirements.txt.
CPU time is what counts, and each figure is the least of several rounds with engine and peers
taking turns: other programs on the machine only ever add to it.
"""

from __future__ import annotations

import gc
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.peers import PEERS, TARGET, WHEN, present
from helpers.spc import Charts, chart, charts

MEASURES, MONTHS, ROUNDS, REPEATS = 1_000, 60, 9, 20
SIZES = (1_000, 10_000, 100_000)
GOAL, MEMORY_GOAL, FIGURE_GOAL = 100, 1.5, 50


def figures(measures: int) -> np.ndarray:
    """Draw measures × 60 monthly figures, one in four with a step in the middle."""
    values = np.random.default_rng(7).normal(50, 5, (measures, MONTHS))
    values[::4, 30:] += 6
    return values.round(1)


def long_table(values: np.ndarray) -> pd.DataFrame:
    """Lay the figures out as a long table: a row for each measure and month."""
    measures = len(values)
    names = pd.Categorical.from_codes(
        np.repeat(np.arange(measures), MONTHS), [f"measure {number}" for number in range(measures)]
    )
    return pd.DataFrame(
        {"measure": names, "month": np.tile(WHEN.to_numpy(), measures), "value": values.ravel()}
    )


def cpu(work: Callable[[], object]) -> float:
    """Return the seconds of processor time a piece of work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def again(work: Callable[[], object]) -> None:
    """Repeat a short piece of work, so that it runs about as long as a peer's and settles alike."""
    for _ in range(REPEATS):
        work()


def whole_table(table: pd.DataFrame) -> Charts:
    """Judge every measure of a table: limits, four rules, variation and assurance."""
    return charts(
        table,
        measure="measure",
        when="month",
        value="value",
        improvement_direction="decrease",
        target=TARGET,
    )


def race() -> list[tuple[str, str, int, float]]:
    """Time the engine and each peer in turns: name, version, series, least ms for a series."""
    values = figures(MEASURES)
    table = long_table(values)
    runners: dict[str, tuple[int, Callable[[], object]]] = {
        "this engine, a whole table": (
            MEASURES * REPEATS,
            lambda: again(lambda: whole_table(table)),
        ),
        "this engine, with its table of points": (
            MEASURES * REPEATS,
            lambda: again(lambda: whole_table(table).points),
        ),
        "this engine, one chart at a time": (
            100,
            lambda: [_one(series) for series in values[:100]],
        ),
    }
    for name, (load, count) in PEERS.items():
        if present(name):
            judge = load()
            judge(values[0])
            some = values[:count]
            runners[name] = (count, lambda judge=judge, some=some: [judge(one) for one in some])
    gc.collect()
    gc.freeze()  # what the peers imported is not the engine's litter to sort, nor the reverse
    spent: dict[str, list[float]] = {name: [] for name in runners}
    for _ in range(ROUNDS + 1):
        for name, (count, work) in runners.items():
            spent[name].append(cpu(work) / count * 1_000)
    # the first round warms up
    return [
        (name, present(name), runners[name][0], min(times[1:])) for name, times in spent.items()
    ]


def _one(values: np.ndarray) -> object:
    return chart(values, when=WHEN, improvement_direction="decrease", target=TARGET)


def grow() -> list[tuple[int, float, float]]:
    """Judge larger and larger tables, each in a process of its own: seconds and peak GB."""
    rows = []
    for size in SIZES:
        order = [sys.executable, __file__, "--measures", str(size)]
        told = json.loads(subprocess.run(order, capture_output=True, check=True, text=True).stdout)
        rows.append((size, told["seconds"], told["gigabytes"]))
    return rows


def _grown(size: int) -> None:
    table = long_table(figures(size))
    seconds = cpu(lambda: whole_table(table).points)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    per_gigabyte = 1024**3 if sys.platform == "darwin" else 1024**2
    print(json.dumps({"seconds": seconds, "gigabytes": peak / per_gigabyte}))


def draw() -> float | None:
    """Return the least ms from a Series to a figure, or None where charts can't be drawn here."""
    try:
        from helpers.spc.drawings import control_chart
    except ImportError:
        return None
    series = pd.Series(figures(1)[0], index=WHEN)
    times = [cpu(lambda: control_chart(_series(series)).figure) for _ in range(15)]
    return min(times[3:]) * 1_000


def _series(series: pd.Series) -> object:
    return chart(series, improvement_direction="decrease", target=TARGET, name="A measure")


def main() -> int:
    """Run everything and print Markdown; the exit code is 0 when every goal is met."""
    raced, grown, drawn = race(), grow(), draw()
    met = [_print_race(raced), _print_growth(grown), _print_drawing(drawn)]
    return 0 if all(met) else 1


def _print_race(raced: list[tuple[str, str, int, float]]) -> bool:
    ours = raced[0][3]
    print(
        f"CPU time for one series of {MONTHS} months ({MEASURES:,} measures; peers may time fewer)\n"
    )
    print("| package | version | series timed | ms a series | times this engine |")
    print("| --- | --- | ---: | ---: | ---: |")
    for name, number, count, spent in raced:
        print(f"| {name} | {number or '-'} | {count:,} | {spent:.4f} | {spent / ours:,.0f} |")
    peers = [(spent, name) for name, _, _, spent in raced if name in PEERS]
    if not peers:
        print("\nNo peer is installed, so there is no ratio.")
        return False
    fastest, name = min(peers)
    print(f"\nThe fastest peer, {name}, takes {fastest / ours:,.0f} times as long (goal: {GOAL}).")
    return fastest / ours >= GOAL


def _print_growth(grown: list[tuple[int, float, float]]) -> bool:
    print("\n| measures of 60 months | CPU seconds | µs a series | peak memory, GB |")
    print("| ---: | ---: | ---: | ---: |")
    for size, seconds, gigabytes in grown:
        print(f"| {size:,} | {seconds:.3f} | {seconds / size * 1e6:.1f} | {gigabytes:.2f} |")
    peak = max(gigabytes for _, _, gigabytes in grown)
    print(f"\nPeak memory {peak:.2f} GB (goal: under {MEMORY_GOAL}).")
    return peak < MEMORY_GOAL


def _print_drawing(drawn: float | None) -> bool:
    if drawn is None:
        print("\nFrom a Series to a figure: not measured, the drawing room could not be imported.")
        return True
    print(f"\nFrom a Series to a figure: {drawn:.1f} ms of CPU (goal: under {FIGURE_GOAL}).")
    return drawn < FIGURE_GOAL


if __name__ == "__main__":
    if "--measures" in sys.argv:
        _grown(int(sys.argv[-1]))
    else:
        sys.exit(main())
