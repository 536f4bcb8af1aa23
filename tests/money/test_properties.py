"""What must hold for every household, whatever its numbers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.facts import load_facts
from bot.money import Adult, Child, Household, compare
from bot.money.earnings import earnings
from bot.money.rates import Rates
from bot.money.reading import born_at
from bot.situation import NATIONS

STORE = load_facts()
DAYS = st.sampled_from([date(2025, 4, 6), date(2026, 4, 5), date(2026, 4, 6), date(2027, 4, 5)])
POUNDS = st.decimals(0, 160_000, places=2)
MONTHLY = st.decimals(0, 2_500, places=2)
ADULTS = st.builds(
    Adult,
    age=st.integers(16, 65),
    capability=st.sampled_from(["none", "lcw", "lcwra"]),
    carer=st.booleans(),
)


@st.composite
def households(draw, **fixed):
    on = draw(DAYS)
    ages = draw(st.lists(st.integers(0, 19), max_size=5))
    adults = tuple(draw(st.lists(ADULTS, min_size=1, max_size=2)))
    parts = {
        "rent_month": draw(MONTHLY),
        "childcare_month": draw(MONTHLY),
        "savings": draw(st.decimals(0, 20_000, places=2)),
        "pay_year": draw(POUNDS),
        "partner_year": draw(POUNDS) if len(adults) == 2 else Decimal(0),
        "pension_percent": draw(st.decimals(0, 20, places=1)),
        "travel_week": draw(st.decimals(0, 200, places=2)),
    }
    return Household(
        on=on,
        nation=draw(st.sampled_from(NATIONS)),
        adults=adults,
        children=tuple(Child(age, born_at(age, on)) for age in ages),
        **{**parts, **fixed},
    )


@given(st.sampled_from(NATIONS), DAYS, POUNDS, POUNDS, st.decimals(0, 20, places=1))
@settings(max_examples=300, deadline=None)
def test_more_pay_never_lowers_take_home_pay(nation, on, one, other, percent):
    rates = Rates(STORE, on, nation)
    less, more = (earnings(pay, percent, rates) for pay in sorted((one, other)))
    assert less.take_home <= more.take_home
    assert less.income_tax <= more.income_tax
    assert less.national_insurance <= more.national_insurance


@given(households())
@settings(max_examples=200, deadline=None)
def test_nothing_that_comes_in_is_negative(home):
    found = compare(home, STORE)
    for month in (found.out_of_work, found.in_work):
        assert min(attrs.astuple(month.pay)) >= 0
        assert min(month.universal_credit, month.child_benefit, month.capped) >= 0
    assert found.in_work.pay.take_home <= found.in_work.pay.gross


@given(households(pension_percent=Decimal(0)), POUNDS)
@settings(max_examples=200, deadline=None)
def test_more_pay_never_lowers_the_total_below_the_child_benefit_charge(home, other):
    limit = Decimal(60_000)
    less, more = sorted((min(home.pay_year, limit), min(other, limit)))
    if not less:  # starting work brings childcare costs, so only working is compared
        less = min(more, Decimal(1))
    low, high = (
        compare(attrs.evolve(home, pay_year=pay, partner_year=Decimal(0)), STORE).in_work.total
        for pay in (less, more)
    )
    assert low <= high


@given(households(), st.integers(16, 65))
@settings(max_examples=200, deadline=None)
def test_an_older_person_never_gets_less_universal_credit(home, age):
    younger, older = sorted((home.adults[0].age, age))
    credits = []
    for years in (younger, older):
        adults = (attrs.evolve(home.adults[0], age=years), *home.adults[1:])
        credits.append(compare(attrs.evolve(home, adults=adults), STORE).in_work.universal_credit)
    assert credits[0] <= credits[1]


@given(households(childcare_month=Decimal(0)))
@settings(max_examples=200, deadline=None)
def test_another_child_never_leaves_a_household_with_less(home):
    more = attrs.evolve(home, children=(*home.children, Child(3, born_at(3, home.on))))
    poorer, richer = (compare(one, STORE).out_of_work.total for one in (home, more))
    assert poorer <= richer


@given(households(), st.decimals(0, 100, places=2))
@settings(max_examples=100, deadline=None)
def test_costs_of_work_come_off_in_full_and_only_in_work(home, extra):
    dearer = attrs.evolve(home, other_costs_week=home.other_costs_week + extra)
    before, after = compare(home, STORE), compare(dearer, STORE)
    assert before.out_of_work == after.out_of_work
    off = before.in_work.total - after.in_work.total
    assert abs(off - extra * 52 / 12) < Decimal("0.0001")


@given(households())
@settings(max_examples=100, deadline=None)
def test_the_benefit_cap_never_leaves_less_than_the_cap_or_takes_childcare(home):
    found = compare(home, STORE).in_work
    if found.capped:
        assert found.universal_credit >= min(
            found.childcare_help, found.universal_credit + found.capped
        )


@given(st.sampled_from(NATIONS), DAYS, POUNDS)
@settings(max_examples=100, deadline=None)
def test_only_scotland_has_an_income_tax_of_its_own(nation, on, pay):
    here = earnings(pay, Decimal(0), Rates(STORE, on, nation)).income_tax
    england = earnings(pay, Decimal(0), Rates(STORE, on, "england")).income_tax
    assert nation == "scotland" or here == england
