"""Written: what the scripts of this folder share, so that every run writes the same bytes."""

from __future__ import annotations

import argparse
import csv
from collections.abc import Callable, Iterable
from pathlib import Path


def write_table(path: Path, header: tuple[str, ...], rows: Iterable[Iterable[object]]) -> None:
    """Write one CSV file with the same line endings on every machine."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def run(make: Callable[[Path], None], about: str) -> None:
    """Make the files of one script beside it, or in the folder after ``--into``."""
    parser = argparse.ArgumentParser(description=about.splitlines()[0])
    parser.add_argument(
        "--into", type=Path, default=Path(__file__).parent, help="folder to write to"
    )
    make(parser.parse_args().into)
