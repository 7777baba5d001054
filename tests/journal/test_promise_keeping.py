import math
from datetime import UTC, date, datetime, timedelta

import pytest

from helpers.journal.promise_keeping import done_curve, keeping
from helpers.journal.records import Commitment, Review

TODAY = date(2026, 6, 1)


def noon(days_ago):
    """Return noon, so many days before today: noon is the same day in every time zone of ours."""
    return datetime(2026, 6, 1, 12, tzinfo=UTC) - timedelta(days=days_ago)


def promise(made, *said):
    """Return a promise made so many days ago; ``said`` holds (days after it was made, status)."""
    reviews = tuple(Review(noon(made - days), status) for days, status in said)
    status = said[-1][1] if said else "open"
    return Commitment(0, "voices", "Monday", "ask", TODAY, noon(made), status, reviews=reviews)


# Done after 3, 5, 5 and 20 days; six others seen for 10 to 70 days.
TEN = [
    promise(80, (3, "done")),
    promise(80, (5, "done")),
    promise(80, (5, "done")),
    promise(80, (20, "done")),
    *(promise(seen) for seen in (10, 10, 30, 40, 60, 70)),
]


@pytest.mark.parametrize(
    ("ends", "sentence"),
    [
        ([], "No promises yet."),
        (["taken_back"], "No promises yet."),
        (["open"], "One promise: open."),
        (["let_go"], "One promise: let go."),
        (["done", "done"], "Of 2 promises: 2 done."),
        (["done"] * 3 + ["let_go", "open", "open"], "Of 6 promises: 3 done, 1 let go, 2 open."),
        (["started", "changed", "taken_back"], "Of 2 promises: 2 open."),
    ],
)
def test_what_became_of_promises_is_one_plain_sentence(ends, sentence):
    assert str(keeping(promise(20, (7, end)) for end in ends)) == sentence


def test_the_share_done_is_the_product_limit_estimate():
    curve = done_curve(TEN, TODAY)
    assert curve.days == (3, 5, 20)
    assert curve.done == (1, 3, 4)
    # by hand: 1/10; then 1 - 9/10 x 7/9; then two seen for 10 days only, so 1 - 0.7 x 4/5
    assert curve.share == pytest.approx((0.1, 0.3, 0.44))


def test_the_band_is_greenwoods_on_the_log_log_scale():
    curve = done_curve(TEN, TODAY)
    left = 0.56
    spread = math.sqrt(1 / (10 * 9) + 2 / (9 * 7) + 1 / (5 * 4))
    reach = math.exp(1.959964 * spread / abs(math.log(left)))
    assert curve.low[-1] == pytest.approx(1 - left ** (1 / reach), abs=1e-5)
    assert curve.high[-1] == pytest.approx(1 - left**reach, abs=1e-5)


def test_a_promise_let_go_stays_among_those_not_done():
    gone = [promise(60, (2, "let_go")) for _ in range(6)]
    curve = done_curve([*TEN[:4], *gone], TODAY)
    # all ten are known for longer than 20 days, so each share is a simple one of ten
    assert curve.share == pytest.approx((0.1, 0.3, 0.4))


def test_when_it_was_let_go_changes_nothing():
    early = done_curve([*TEN, promise(60, (1, "let_go"))], TODAY)
    late = done_curve([*TEN, promise(60, (59, "let_go"))], TODAY)
    assert early == late == done_curve([*TEN, promise(60)], TODAY)


def test_promises_taken_back_are_in_no_curve():
    assert done_curve([*TEN, promise(60, (1, "taken_back"))], TODAY) == done_curve(TEN, TODAY)


def test_done_said_twice_counts_from_the_first_time():
    twice = [promise(80, (3, "started"), (9, "done"), (30, "done")), *TEN[4:], *TEN[4:]]
    assert done_curve(twice, TODAY).days == (9,)


def test_done_and_then_not_done_is_still_open():
    back = [promise(80, (3, "done"), (9, "started")), *TEN[1:]]
    assert done_curve(back, TODAY).days == (5, 20)


def test_nothing_done_yet_has_a_curve_without_days():
    curve = done_curve([promise(seen) for seen in range(1, 11)], TODAY)
    assert (curve.promises, curve.last, curve.days) == (10, 10, ())


def test_where_all_are_done_the_last_band_is_left_out():
    curve = done_curve([promise(80, (day, "done")) for day in range(10)], TODAY)
    assert curve.share[-1] == 1
    assert math.isnan(curve.low[-1])


def test_a_clock_put_back_gives_no_day_before_the_promise():
    assert done_curve([promise(80, (-4, "done")), *TEN[1:]], TODAY).days == (0, 5, 20)


def test_fewer_than_ten_promises_have_no_curve():
    with pytest.raises(ValueError, match="needs 10 promises; there are 9"):
        done_curve(TEN[1:], TODAY)
