"""Problem: the one error that readers of a notebook see."""


class Problem(Exception):
    """
    Something the reader can put right: what is wrong, where, and what to do next.

    Activities catch only this class and show its text beside the control.
    Every other exception is a bug and stays loud.

    Examples
    --------
    >>> raise Problem("Row 14: the date '31/02/2026' does not exist. Correct it in the file.")
    Traceback (most recent call last):
    ...
    helpers.intake.problem.Problem: Row 14: the date '31/02/2026' does not exist. Correct it in the file.
    """
