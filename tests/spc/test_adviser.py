"""The adviser: from three answers and the data to a chart kind and its reason."""

import math

import pytest

from helpers.intake import Problem
from helpers.spc.adviser import INSTEAD, QUESTIONS, advise, spread_ratio
from helpers.spc.marks import words

STEADY = [9, 12, 8, 11, 10, 13, 9, 10, 7, 11, 10, 12]  # varies as Poisson chance would
WILD = [2, 25, 3, 22, 1, 24, 2, 26, 3, 21, 2, 23]


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("count", "c"),
        ("share", "p"),
        ("rate", "u"),
        ("measured", "xmr"),
        ("sample", "xbar"),
        ("time_between", "t"),
        ("cases_between", "g"),
    ],
)
def test_each_kind_of_number_has_its_own_chart(number, kind):
    assert advise({"number": number}).kind == kind


def test_every_option_of_the_first_question_gives_advice_with_alternatives():
    for number in QUESTIONS[0].options:
        advice = advise({"number": number})
        assert advice.because.endswith(".")
        assert advice.alternatives


def test_the_advice_never_names_itself_as_the_alternative():
    assert all(kind not in others for kind, others in INSTEAD.items())


def test_few_points_call_for_a_run_chart():
    advice = advise({"number": "share"}, values=[1] * 11, denominator=[10] * 11)
    assert advice.kind == "run"
    assert "only 11 points" in advice.because
    assert "at least 12" in advice.because


def test_twelve_points_are_enough_for_limits():
    assert advise({"number": "count"}, values=STEADY).kind == "c"


def test_missing_periods_do_not_count_as_points():
    assert advise({"number": "count"}, values=[*STEADY[:11], None]).kind == "run"


def test_counts_with_varying_chances_at_hand_become_a_rate():
    chances = [100, 200] * 6
    assert advise({"number": "count"}, STEADY, chances).kind == "u"


def test_counts_with_steady_chances_stay_counts():
    assert advise({"number": "count", "opportunity": "no"}, STEADY, [100] * 12).kind == "c"


def test_counts_with_varying_chances_not_at_hand_get_an_xmr_chart():
    advice = advise({"number": "count", "opportunity": "yes"}, STEADY)
    assert advice.kind == "xmr"
    assert advice.alternatives[0][0] == "u"


def test_counts_wilder_than_chance_get_an_xmr_chart_and_the_ratio_is_said():
    advice = advise({"number": "count"}, WILD)
    assert advice.kind == "xmr"
    assert "times as much as pure chance" in advice.because


def test_rare_events_become_the_time_between_them():
    assert advise({"number": "count"}, [0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1]).kind == "t"


def test_rare_cases_become_the_cases_between_them():
    rare = [0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1]
    assert advise({"number": "share"}, rare, [50] * 12).kind == "g"


def test_shares_of_many_cases_with_excess_spread_get_laney():
    advice = advise({"number": "share"}, [4000, 4500] * 6, [5000] * 12)
    assert advice.kind == "laney_p"


def test_shares_of_many_cases_within_chance_keep_a_plain_p_chart():
    # sd by chance is 28 cases around 4,000; these move by far less.
    shares = [4000, 4005, 3995, 4002, 3998, 4001] * 2
    assert advise({"number": "share"}, shares, [5000] * 12).kind == "p"


def test_without_data_the_answer_about_size_decides():
    assert advise({"number": "share", "size": "yes"}).kind == "laney_p"
    assert advise({"number": "rate", "size": "yes"}).kind == "laney_u"
    assert advise({"number": "rate", "size": "unsure"}).kind == "u"


def test_the_unit_of_exposure_does_not_change_the_advice():
    # The same falls per bed day and per 1,000 bed days.
    days = [5000, 6000] * 6
    thousands = [5, 6] * 6
    assert advise({"number": "rate"}, STEADY, days).kind == "u"
    assert advise({"number": "rate"}, STEADY, thousands).kind == "u"


def test_spread_ratio_by_hand():
    # mean 20, sigma sqrt(20); every move is 20: 20 / sqrt(20) / 1.128
    assert spread_ratio([10, 30, 10, 30], share=False) == pytest.approx(20**0.5 / 1.128)


def test_spread_ratio_of_shares_by_hand():
    # p = 0.5, n = 100: sigma 0.05; every move is 0.2, so 4 sigmas
    assert spread_ratio([40, 60, 40], [100] * 3, share=True) == pytest.approx(
        ((0.2 / 0.0498887651569859) / 1.128), rel=1e-9
    )


def test_a_constant_share_of_nothing_or_all_has_no_ratio():
    assert math.isnan(spread_ratio([5, 5, 5], [5, 5, 5], share=True))
    assert advise({"number": "share"}, [5] * 12, [5] * 12).kind == "p"


def test_an_unanswered_first_question_says_what_to_choose():
    with pytest.raises(Problem, match=r"What is each number.*count, share"):
        advise({})


def test_a_short_denominator_is_named():
    with pytest.raises(Problem, match="12 values but 3 denominators"):
        advise({"number": "share"}, STEADY, [1, 2, 3])


def test_the_words_are_short_enough_for_a_leader():
    for text in words()["adviser"]["because"].values():
        for sentence in text.split(". "):
            assert len(sentence.split()) <= 20, sentence
