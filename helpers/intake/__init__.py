"""Files in: tables from CSV, Excel or pasted cells; and Problem, the one error readers see.

A table comes in by three calls: ``sheets.read_table`` (or ``read_pasted``), then
``columns.guess_columns`` for the reader to confirm, then ``measure.take_measure``.
``pieces.Pieces`` puts a large file together; ``names.letters`` takes people out.
Only Problem is imported here, so that every room can have it without pandas.
"""

from helpers.intake.problem import Problem

__all__ = ["Problem"]
