"""The NHS numbers are from the range 999, which is given to nobody; all people are invented."""

import time

import pytest

from helpers.journal.identifiers import SUGGESTIONS, change, change_all, find

MUST_FIND = [
    ("Her number is 9990000018.", "nhs_number", "9990000018"),
    ("NHS no 999 000 0026, seen today", "nhs_number", "999 000 0026"),
    ("999-000-0034 fell twice", "nhs_number", "999-000-0034"),
    ("(999\u00a0000\u00a00042)", "nhs_number", "999\u00a0000\u00a00042"),
    ("Number: 999.000.0050.", "nhs_number", "999.000.0050"),
    ("nhs:9990000069", "nhs_number", "9990000069"),
    ("Mrs Smith waited.", "name", "Mrs Smith"),
    ("I asked Dr O'Neill.", "name", "Dr O'Neill"),
    ("I asked Dr O’Neill’s team.", "name", "Dr O’Neill"),
    ("Sister Mary-Jane Smith was on.", "name", "Sister Mary-Jane Smith"),
    ("Mr. van der Berg fell", "name", "Mr. van der Berg"),
    ("Mrs Smith's fall", "name", "Mrs Smith"),
    ("Mr and Mrs Jones came", "name", "Mr and Mrs Jones"),
    ("Dr J. Patel rang", "name", "Dr J. Patel"),
    ("Dr A B Patel rang", "name", "Dr A B Patel"),
    ("Dr I. Patel said I ran", "name", "Dr I. Patel"),
    ("Dr Patel I think", "name", "Dr Patel"),
    ("Professor Sir Ned Brown spoke", "name", "Professor Sir Ned Brown"),
    ("told mrs smith today", "name", "mrs smith"),
    ("MRS SMITH RANG", "name", "MRS SMITH RANG"),
    ("DR PATEL, MY BOSS", "name", "DR PATEL"),
    ("I told DR. PATEL so", "name", "DR. PATEL"),
    ("MR O'NEILL fell", "name", "MR O'NEILL"),
    ("PROF SMITH, then MISS", "name", "PROF SMITH"),
    ("Mrs\tSmith\tfell", "name", "Mrs\tSmith"),
    ("we rang Mrs\nSmith again", "name", "Mrs\nSmith"),
    ("we rang Dr.\r\nPatel again", "name", "Dr.\r\nPatel"),
    ("Dr Jane Foster rang", "name", "Dr Jane Foster"),
    ("Miss Şahin left", "name", "Miss Şahin"),
    ("Mrs May was cross", "name", "Mrs May"),
    ("Mrs Ward was cross", "name", "Mrs Ward"),
    ("Nurse Jane Black said", "name", "Nurse Jane Black"),
    ("Ms Ng\nThen we left", "name", "Ms Ng"),
    ("Dr Patel Monday's list", "name", "Dr Patel"),
    ("born 3 March 1947", "date_of_birth", "3 March 1947"),
    ("She was born in Leeds on 3rd of March, 1947.", "date_of_birth", "3rd of March, 1947"),
    ("DOB 12/03/1947", "date_of_birth", "12/03/1947"),
    ("DOB: 12/03/47", "date_of_birth", "12/03/47"),
    ("d.o.b. 12.3.1947", "date_of_birth", "12.3.1947"),
    ("Date of birth: 1947-03-12", "date_of_birth", "1947-03-12"),
    ("date of birth March 12, 1947", "date_of_birth", "March 12, 1947"),
    ("born on 3 March", "date_of_birth", "3 March"),
    ("On 3 March 1947 he was born.", "date_of_birth", "3 March 1947"),
    ("12/03/1947 (DOB)", "date_of_birth", "12/03/1947"),
    ("lives at SW1A 1AA", "postcode", "SW1A 1AA"),
    ("M1 1AE, Manchester", "postcode", "M1 1AE"),
    ("B33 8TH", "postcode", "B33 8TH"),
    ("from CR2 6XH.", "postcode", "CR2 6XH"),
    ("DN55 1PT", "postcode", "DN55 1PT"),
    ("W1P 1HQ", "postcode", "W1P 1HQ"),
    ("EC1A1BB", "postcode", "EC1A1BB"),
    ("she is in ls1 4dy now", "postcode", "ls1 4dy"),
    ("write to jo.bloggs@example.org.", "email", "jo.bloggs@example.org"),
    ("jo@mail.example.co.uk", "email", "jo@mail.example.co.uk"),
    ("ring 07700 900123", "phone", "07700 900123"),
    ("ring +44 7700 900123", "phone", "+44 7700 900123"),
    ("ring 020 7946 0123 now", "phone", "020 7946 0123"),
    ("ring (01632) 960123", "phone", "(01632) 960123"),
    ("07700900123", "phone", "07700900123"),
]

LEAVE_ALONE = [
    "",
    "We meet on 3 March 2026.",
    "We met on 03/03/2026 and 2026-03-10.",
    "The health service began on 5 July 1948.",
    "Mrs is a title, and so is Dr",
    "The Dr on call came.",
    "Mr Chairman, thank you.",
    "Madam Chair, Mr President, Mr Speaker",
    "Nurse Consultants and Sister Ward staff",
    "The Nurse Director and Matron Monday",
    "the sister hospital, a nurse on shift, the lord knows",
    "I miss the target. Miss the target and you pay.",
    "Mrs S. and Dr X agreed",
    "MS Society, MR scanner, DR Congo",
    "MR SCANNER, MR IMAGING, MS NURSE, DR CONGO, MISS OUT",
    "We met on Ms Teams, wrote in Ms Word, and did not Miss Out.",
    "Prof Development and Prof Standards read the Dr Foster report.",
    "I asked the Dr\nPatients waited",
    "Our Sister\nPatients waited",
    "Mr\nMrs\nDr\n",
    "9990000019",
    "999 000 0027",
    "Order 99900000180 and ref A9990000018",
    "4 5 4 5 6 4 5 6 7 8",
    "99 90 00 00 18",
    "0 1 0 2 1 0 3 2 1 0 4",
    "0000000000 1111111111",
    "Bay A1 2BC",
    "B12 5ug, then b12 5ug and w2 3rd floor",
    "Ward E1, beds 2 to 4, Q1 2026",
    "REF-SW1A 1AA-7, part SW1A-1AA",
    "COVID19 4AB",
    "10.5 per 1000, 95% CI 0.8 to 1.2",
    "1200 of 3400 in 2024/25",
    "an e-mail @ once, look @home",
    "0800 and 0300 numbers; ext 01234",
    "The idea came in March 1947.",
    "May 3 be enough? In may 12 came.",
]


@pytest.mark.parametrize(("text", "kind", "words"), MUST_FIND)
def test_what_points_to_a_person_is_found(text, kind, words):
    assert [(found.kind, text[found.start : found.end]) for found in find(text)] == [(kind, words)]


@pytest.mark.parametrize("text", LEAVE_ALONE)
def test_ordinary_words_and_numbers_are_left_alone(text):
    assert find(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Mrs Smith (12/03/1947) fell",
        "999 000 0018, 12 March 1947",
        "12.3.1947: Mr Jones",
    ],
)
def test_a_full_date_beside_a_person_is_taken_for_a_birth(text):
    assert "date_of_birth" in [found.kind for found in find(text)]


def test_an_appointment_beside_a_person_is_no_birth():
    assert [found.kind for found in find("Mrs Smith, 3 March 2026")] == ["name"]


def test_a_suggestion_stands_in_the_place_of_the_words():
    text = "Tell Mrs Smith’s son 🙂 at SW1A 1AA."
    assert change(text, find(text)[1]) == "Tell Mrs Smith’s son 🙂 at [a postcode]."


def test_all_are_changed_at_once_and_the_rest_stays_as_it_was():
    text = "Mrs Smith (DOB 12/03/1947, 999 000 0018), 07700 900123, jo@example.org, LS1 4DY."
    assert change_all(text) == (
        "[a colleague or patient] (DOB [a date of birth], [a patient's number]), "
        "[a phone number], [an e-mail address], [a postcode]."
    )


def test_no_suggestion_is_itself_found():
    assert find(" ".join(SUGGESTIONS.values())) == ()


def test_what_was_found_does_not_show_the_words():
    assert "Smith" not in repr(find("Mrs Smith waited."))


PIECES = ["1", "a", "A", "1 ", "999 000 001", "Mr ", "Mr A-", "Mr A. ", "a@", "a.", "0", "01632 "]
PIECES += ["SW1", "1/1/", "3 March 1947 ", "born ", "dob 1/1/47 ", "mrs x ", "Mr\u00a0", "(0", " "]


@pytest.mark.parametrize("piece", PIECES)
def test_a_hostile_text_takes_no_longer_than_its_length(piece):
    text = (piece * 20_000)[:20_000]
    began = time.process_time()
    find(text)
    assert time.process_time() - began < 1
