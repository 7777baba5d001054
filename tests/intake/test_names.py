import pandas as pd
import pytest

from helpers.intake.names import identifies, is_nhs_number, letters, looks_like_people


def test_letters_follow_first_appearance_and_go_on_after_z():
    people = pd.Series([f"Person number {i}" for i in range(27)] + ["person  NUMBER 0", ""])
    called = letters(people).tolist()
    assert (called[0], called[25], called[26]) == ("Person A", "Person Z", "Person AA")
    assert called[27:] == ["Person A", ""]


def test_letters_do_not_change_when_rows_are_added_below():
    assert (
        letters(pd.Series(["Elm", "Ash"])).tolist()
        == letters(pd.Series(["Elm", "Ash", "Oak"])).tolist()[:2]
    )


@pytest.mark.parametrize(
    ("cells", "header"),
    [
        (["Dr Ash", "Mrs. Elm"], ""),
        (["Ash, Jane", "Elm, T."], ""),
        (["Sarah Ash", "Ward clerk", "Mohammed Elm"], ""),
        (["Ash", "Elm"], "Consultant"),
        (["Ash"], "Reported by"),
    ],
)
def test_people_are_noticed(cells, header):
    assert looks_like_people(cells, header)


@pytest.mark.parametrize(
    ("cells", "header"),
    [
        (["Falls", "Pressure ulcers"], "Measure"),
        (["Ash ward", "Elm ward"], "Ward name"),
        (["St Mary's Hospital"], "Site"),
        (["Band 5", "Band 6"], "Staff"),
        (["Nurses", "Doctors"], "Staff group"),
        (["Mark out of ten"], ""),
        (["Falls, all", "Ulcers, grade 2"], "Measure"),
        ([4, 5], "Patient falls"),
        ([], "Consultant"),
    ],
)
def test_measures_and_wards_are_not_people(cells, header):
    assert not looks_like_people(cells, header)


def test_an_nhs_number_keeps_its_check_digit():
    # 9×10 + 4×9 + 3×8 + 4×7 + 7×6 + 6×5 + 5×4 + 9×3 + 1×2 = 299; 299 mod 11 = 2; 11 − 2 = 9
    assert is_nhs_number("9434765919")
    assert not any(is_nhs_number(f"943476591{digit}") for digit in range(9))


@pytest.mark.parametrize("cell", ["943 476 5919", "943-476-5919", 9434765919, 9434765919.0])
def test_nhs_numbers_are_found_as_text_and_as_numbers(cell):
    assert identifies([cell]) == "NHS numbers"


def test_counts_do_not_identify_anybody():
    assert identifies([4, 5, 1_234_567_890], "Patients") == ""
    assert identifies([4, 5], "Babies born") == ""
