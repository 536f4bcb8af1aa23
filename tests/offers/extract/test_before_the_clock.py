"""Working time that is told by the clock only, and rooms that are no pay."""

from decimal import Decimal

import pytest

from bot.offers.extract import extract
from bot.offers.extract.before_the_clock import find_by_the_clock
from bot.offers.extract.text import plain

MINUTES = [
    ("everyone has to be in at half 8 to open up and the clock doesnt start til 9", 30),
    ("doors open at ten, be there at half nine, the clock starts with the first client", 30),
    ("there by quarter to seven but paid from 7", 15),
    ("paid from 7 but you have to be there at 6.40", 20),
    ("they want you in for twenty to six, wages count from six", 20),
    ("we get paid til 10 but nobody leaves before half ten", 30),
    ("start at 9 finish at 5, paid monthly", 0),
    ("nine to five, £13 an hour, be there for 9", 0),
    ("be in at 8, pay is £12.71 from 21", 0),
    ("wages go in at 12 on a friday, be there at 11 to sign", 0),
    ("Shop opens at 9 and I'd be in at 8.45, paid from when I get in", 0),
    ("paid from the 18th, start at 6", 0),
    ("bus gets in at 8.40 and we're paid from 9", 0),
]  # fmt: skip


@pytest.mark.parametrize(("words", "minutes"), MINUTES)
def test_unpaid_minutes_are_told_by_two_times_of_the_clock(words, minutes):
    found = find_by_the_clock(plain(words), Decimal(1))
    assert round((found.weekly if found else 0) * 60) == minutes


def test_time_before_the_clock_counts_for_each_day_of_work():
    offer = extract("£12.71 an hour, 8 hours a day, 4 days a week, in at 8.45 but paid from 9")
    assert [time.hours_per_week for time in offer.unpaid_time] == [Decimal(1)]


@pytest.mark.parametrize(
    "words",
    [
        "night porter, 40 hours, £13.50, room in the staff house if I like it, £60 a week",
        "nail bar £12.80 x 40 hrs, the place upstairs comes out of the wage, £49 a week",
    ],
)
def test_a_room_is_neither_the_pay_nor_a_cost_of_the_job(words):
    offer = extract(words)
    assert offer.pay.period == "hour"
    assert offer.accommodation_per_day
    assert not offer.deductions
