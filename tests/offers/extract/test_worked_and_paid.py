"""Working time beyond what is paid, where both are told."""

from decimal import Decimal

import pytest

from bot.offers.extract import extract
from bot.offers.extract.text import plain
from bot.offers.extract.worked_and_paid import find_worked_unpaid

DAYS = Decimal(5)


@pytest.mark.parametrize(
    ("words", "weekly"),
    [
        ("i'd be out seven hours and they pay five and a half", "7.5"),
        ("out 8 hours going from one to the next but the payslip shows 6", "10"),
        ("six hours paid a day and two more sat in traffic", "10"),
        ("usually 30 hours, with another six or so on buses between visits, not paid for",
         "6"),
        ("contract says 40 but expect 55 every week and no extra money for it", "15"),
        ("contract says 45 hours, it's really 55 to 60 and none of the extra is paid", "10"),
        ("they knock half an hour off every shift for a break but nobody ever gets it", "2.5"),
        ("an hour is taken off for lunch and you can't ever leave the floor", "5"),
        # all of it is paid, or given
        ("they take half an hour off for a break, you sit in the garden", None),
        ("we take an hour for lunch and nobody has a problem with it", None),
        ("contract says 16 but it is usually 25 and every hour is paid", None),
        ("out 8 hours and paid 8 hours", None),
        ("six hours paid a day and two more if you want them", None),
    ],
)  # fmt: skip
def test_hours_that_are_worked_and_not_paid_are_told_by_two_figures(words, weekly):
    found = find_worked_unpaid(plain(words), DAYS)
    assert (found and found.weekly) == (weekly and Decimal(weekly))


def test_hours_beyond_the_contract_count_for_48_and_the_contract_gives_the_paid_ones():
    offer = extract("£27,000 a year, contract says 40 hours but expect 55 every week, no extra pay")
    assert offer.hours.week_max == 40
    assert offer.unpaid_time[0].hours_per_week == 15
    assert "over_48_hours" in offer.red_flags


@pytest.mark.parametrize(
    ("words", "amount", "period"),
    [
        ("boss say 450 for week, he pay on friday", 450, "week"),
        ("55 hours a week for £600", 600, "week"),
        ("12.71 for hour and I pay 70 pounds week for place in caravan", "12.71", "hour"),
        ("they pay £3.80 for each room", "3.80", "piece"),
        ("£14.50 an hour, I must buy their headset, £25, before I start", "14.50", "hour"),
        ("12.71, if one drives off it was 38 quid for the other girl last week", "12.71", "hour"),
        ("£12.71 an hour, 25 quid uniform taken out of my first wage", "12.71", "hour"),
        ("12.71 for day, 14.20 for night", "12.71", "hour"),
    ],
)  # fmt: skip
def test_what_is_bought_or_taken_is_no_rate(words, amount, period):
    pay = extract(words).pay
    assert (pay.amount_min, pay.period) == (Decimal(str(amount)), period)
    assert (pay.amount_max is None) is ("14.20" not in words)


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("70 pound one day, 8 morning to 6 evening, every day only tuesday free, no break", 60),
        ("tues to sat half 9 til 6 with half hour lunch, £110 a day", 40),
        ("£90 a day, 8 till 5 with half an hour for his piece, Monday to Friday", "42.5"),
        ("£12.75 an hour, 25 hours, the first two shifts are a trial, 8 hours each", 25),
        ("£25,500 a year for 37.5 hours, but you stop on five hours a week extra, unpaid", "37.5"),
        ("chef, 29,000 per year. Hours is 52 a week and overtime not paid", 52),
        ("£620 a week with room and food, about 66 hours of work", 66),
        ("four days of 7.30 to 5.30 with an hour's lunch so 36 hours", 36),
    ],
)
def test_a_week_is_read_from_days_and_times_as_people_tell_them(words, hours):
    assert extract(words).hours.week_max == Decimal(str(hours))
