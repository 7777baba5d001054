"""Files in: tables from CSV, Excel or pasted cells; and Problem, the one error readers see."""

from helpers.intake.problem import Problem

__all__ = ["Problem"]
