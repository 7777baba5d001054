import pytest

from helpers.page.shelf import Reflection


def reflection(number, subject, minutes=27):
    question = f"What of {subject} & me?"
    return Reflection(f"{number:02}-{subject}.ipynb", question, "A sentence.", minutes, 60, subject)


@pytest.fixture
def shelf():
    """Three reflections and the one that gathers, as they will stand on the shelf."""
    found = [reflection(n, name) for n, name in enumerate(["methods", "learning", "voices"], 1)]
    return lambda: [*found, reflection(6, "statement")]


@pytest.fixture
def around(journal, clock, shelf):
    """What the activities that look at the day and the shelf are given."""
    return {"journal": journal, "today": lambda: clock.today, "shelf": shelf}
