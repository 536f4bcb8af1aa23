"""What an offer pays for an hour, with its assumption."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import NotEnoughKnown
from bot.offers.fit import Life, Times, countable_week, fit
from bot.offers.offer import Hours, Pay, UnpaidTime
from bot.offers.pay import hourly_equivalent, number, pounds
from tests.offers.offers_from_words import offer_from

D = Decimal
FULL = Hours(D("37.5"), D("37.5"))


@pytest.mark.parametrize(
    ("pay", "hours", "shift", "low", "high"),
    [
        (Pay(D("12.50"), None, "hour"), Hours(), None, "12.50", None),
        (Pay(D(11), D(14), "hour"), Hours(), None, "11.00", "14.00"),
        (Pay(D(24000), None, "year"), FULL, None, "12.31", None),
        (Pay(D(24000), D(26000), "year"), FULL, None, "12.31", "13.33"),
        (Pay(D(2000), None, "month"), Hours(D(40), D(40)), None, "11.54", None),
        (Pay(D(500), None, "week"), Hours(D(30), D(40)), None, "12.50", "16.67"),
        (Pay(D(90), None, "day"), Hours(), D(9), "10.00", None),
        (Pay(None, D(15), "hour"), Hours(), None, None, "15.00"),
    ],
)
def test_the_hourly_equivalent(pay, hours, shift, low, high):
    found = hourly_equivalent(pay, hours, shift_hours=shift)
    assert (found.low and f"{found.low:.2f}") == low
    assert (found.high and f"{found.high:.2f}") == high
    if pay.period != "hour":
        assert found.assumption


def test_unpaid_time_counts_as_hours():
    unpaid = [UnpaidTime(D(5), "travel between calls")]
    found = hourly_equivalent(Pay(D(13), None, "hour"), Hours(D(35), D(35)), unpaid=unpaid)
    assert f"{found.low:.3f}" == "11.375"
    assert "unpaid" in found.assumption


@pytest.mark.parametrize(
    ("pay", "hours"),
    [
        (Pay(), FULL),
        (Pay(D(20000), None, "year"), Hours()),
        (Pay(D(1), None, "piece"), FULL),
        (Pay(D(80), None, "day"), FULL),
    ],
)
def test_what_is_missing_is_said(pay, hours):
    with pytest.raises(NotEnoughKnown):
        hourly_equivalent(pay, hours)


@given(
    st.decimals(1, 100_000, places=2),
    st.decimals("1", 60, places=1),
    st.decimals(0, 20, places=1),
    st.sampled_from(["hour", "week", "month", "year"]),
)
def test_more_unpaid_time_never_raises_the_pay_of_an_hour(amount, hours, extra, period):
    week = Hours(hours, hours)
    plain = hourly_equivalent(Pay(amount, None, period), week)
    less = hourly_equivalent(Pay(amount, None, period), week, unpaid=[UnpaidTime(extra, "waiting")])
    assert less.low <= plain.low
    assert less.low > 0


def test_money_and_numbers_in_words():
    assert pounds(D("8.571")) == "£8.57"
    assert pounds(D(300)) == "£300"
    assert number(D("37.50")) == "37.5"
    assert number(D(40)) == "40"


def test_pay_to_count_on_needs_guaranteed_hours():
    sure = offer_from({"pay": "13 hour", "hours": "12 30", "guaranteed_hours": "12"})
    assert countable_week(sure) == 156
    assert countable_week(offer_from({"pay": "13 hour", "contract": ["zero_hours"]})) == 0
    assert countable_week(offer_from({"pay": "13 hour", "hours": "30"})) is None


@pytest.mark.parametrize(
    ("life", "times", "item", "answer"),
    [
        ({"hours_least": 16}, Times(), "hours_least", "no"),
        ({"hours_most": 30}, Times(), "hours_most", "yes"),
        ({"latest_finish": 21 * 60}, Times(finish=22 * 60), "latest_finish", "no"),
        ({"latest_finish": 21 * 60}, Times(finish=20 * 60), "latest_finish", "yes"),
        ({"latest_finish": 21 * 60}, Times(), "latest_finish", "not_known"),
        ({"earliest_start": 9 * 60}, Times(start=7 * 60), "earliest_start", "no"),
        ({"not_days": ["saturday"]}, Times(days=("saturday",)), "saturday", "no"),
        ({"travel_most_minutes": 40}, Times(travel_minutes=30), "travel", "yes"),
        ({"not_patterns": ["nights"]}, Times(), "nights", "not_known"),
        ({"pay_week_least": 200}, Times(), "pay_week_least", "no"),
    ],
)
def test_fit_is_yes_no_or_not_known(life, times, item, answer):
    offer = offer_from({"pay": "13 hour", "hours": "12 30", "guaranteed_hours": "12"})
    (found,) = fit(offer, Life.from_dict(life), times)
    assert (found.item, found.answer) == (item, answer)


def test_must_haves_come_first():
    life = Life.from_dict({"hours_most": 30, "not_patterns": ["nights"], "must": ["nights"]})
    found = fit(offer_from({"hours": "20", "patterns": ["nights"]}), life)
    assert [item.item for item in found] == ["nights", "hours_most"]
    assert found[0].must
