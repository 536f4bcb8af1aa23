"""A household that can not be read is told in words that a person can act on."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bot.errors import BadInput, NoFactForDate
from bot.facts import load_facts
from bot.money import compare, household_from

ON = date(2026, 11, 22)
GOOD = {"nation": "england", "adults": [{"age": 30}], "offer": {"annual": 15000}}


def test_what_is_left_out_counts_as_nothing():
    home = household_from(GOOD, ON)
    assert (home.on, home.rent_month, home.children) == (ON, 0, ())
    assert home.pay_year == 15000


def test_hourly_pay_is_for_52_weeks():
    home = household_from(GOOD | {"offer": {"hourly": 12.71, "hours_week": 37.5}}, ON)
    assert home.pay_year == Decimal("12.71") * Decimal("37.5") * 52


@pytest.mark.parametrize("amount", ["£1,200.50", "1200.50", 1200.5])
def test_money_may_be_written_as_people_write_it(amount):
    assert household_from(GOOD | {"rent_month": amount}, ON).rent_month == Decimal("1200.50")


@pytest.mark.parametrize("nation", ["Northern Ireland", "northern_ireland", "NORTHERN IRELAND"])
def test_nations_may_be_written_as_people_write_them(nation):
    assert household_from(GOOD | {"nation": nation}, ON).nation == "northern_ireland"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"nation": None}, "`nation` is missing"),
        ({"nation": "mars"}, "no nation"),
        ({"adults": []}, "`adults` is missing"),
        ({"adults": [{"age": 30}] * 3}, "one person, or a couple"),
        ({"adults": [{}]}, "adult 1 needs an `age`"),
        ({"adults": [{"age": 12}]}, "not one at which"),
        ({"adults": [{"age": 30.5}]}, "whole years"),
        ({"adults": [{"age": 30, "carer": "maybe"}]}, "true or false"),
        ({"adults": [{"age": 30, "limited_capability": "ill"}]}, "none, lcw, lcwra"),
        ({"adults": {"age": 30}}, "should be a list"),
        ({"children": [{}]}, "child 1 needs `born`"),
        ({"children": [{"born": "2031-01-01"}]}, "after the date"),
        ({"children": [{"born": "May"}]}, "no date"),
        ({"offer": None}, "`offer` is missing"),
        ({"offer": {"hourly": 12}}, "`hourly` and `hours_week`, or `annual`"),
        ({"offer": {"hourly": 12, "hours_week": 20, "annual": 9}}, "not both"),
        ({"offer": {"hourly": 12, "hours_week": 200}}, "more than this sum can take"),
        ({"offer": {"annual": -1}}, "nothing or more"),
        ({"offer": {"annual": float("nan")}}, "nothing or more"),
        ({"rent_month": "a lot"}, "no number"),
        ({"rent_month": True}, "no number"),
        ({"partner_annual": 9000}, "second person"),
        ({"rent": 500}, "“rent”, which is none of"),
        ({"date": "22/11/2026"}, "no date"),
        ({"pension_percent": 101}, "more than this sum can take"),
    ],
)
def test_what_can_not_be_read_says_what_would_be(change, says):
    with pytest.raises(BadInput) as problem:
        household_from(GOOD | change, ON)
    assert says in str(problem.value)


@pytest.mark.parametrize("on", ["2025-04-05", "2027-04-06"])
def test_without_the_rates_of_a_day_there_is_no_sum(on):
    with pytest.raises(NoFactForDate):
        compare(household_from(GOOD | {"date": on}, ON), load_facts())


def test_state_pension_age_has_rules_of_its_own():
    with pytest.raises(BadInput, match="State Pension age"):
        compare(household_from(GOOD | {"adults": [{"age": 66}]}, ON), load_facts())


def test_where_only_the_age_of_a_child_is_known_the_lower_amount_counts_and_it_is_said():
    sure = compare(household_from(GOOD | {"children": [{"age": 10}]}, ON), load_facts())
    unsure = compare(household_from(GOOD | {"children": [{"age": 9}]}, ON), load_facts())
    gap = sure.out_of_work.universal_credit - unsure.out_of_work.universal_credit
    assert gap == Decimal("47.94")
    assert any("date of birth is not known" in line for line in unsure.assumptions)


@pytest.mark.parametrize("born", ["2016", "2016-05", "2016-05-01", date(2016, 5, 1)])
def test_a_birth_may_be_a_year_a_month_or_a_day(born):
    home = household_from(GOOD | {"children": [{"born": born}]}, ON)
    assert home.children[0].born.surely_before(date(2017, 4, 6))


@pytest.mark.parametrize(
    ("born", "counts"),
    [("2007-09-01", True), ("2007-08-31", False), ("2007-12-31", True), ("2006-11-20", False)],
)
def test_a_young_person_of_19_counts_until_the_end_of_august(born, counts):
    home = household_from(GOOD | {"children": [{"born": born}]}, ON)
    credit = compare(home, load_facts()).out_of_work.universal_credit
    assert (credit > Decimal("424.90")) == counts
