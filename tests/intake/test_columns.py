from pathlib import Path

from helpers.intake.columns import guess_columns
from helpers.intake.sheets import read_table

EXAMPLE = Path(__file__).parents[2] / "data" / "example_own_measure.csv"


def test_a_column_of_percentages_is_never_taken_for_a_count():
    guessed = guess_columns(read_table(EXAMPLE.read_bytes(), EXAMPLE.name)).chosen()
    assert guessed["numerator"] == "Letters sent in time"
    assert guessed["denominator"] == "All discharges"
