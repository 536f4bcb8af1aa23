"""Universal Credit of a month: what a household can get, and what earnings take of it."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal

import attrs

from bot.money.elements import (
    carers_and_health,
    child_elements,
    standard_allowance,
    universal_credit_children,
)
from bot.money.household import Household
from bot.money.rates import NOTHING, Rates


@attrs.frozen
class Award:
    """Universal Credit before the benefit cap, GBP a month.

    Attributes:
        amount: what is left after earnings and savings.
        childcare: the part for childcare within the most that can be paid; the cap spares it.
        spared: the household has an element (health, carer, disabled child) that the cap spares.
    """

    amount: Decimal = NOTHING
    childcare: Decimal = NOTHING
    spared: bool = False


def universal_credit(home: Household, earned: Decimal, childcare: Decimal, rates: Rates) -> Award:
    """Return the award for the earnings of a month.

    Args:
        home: the household.
        earned: earnings of all adults that count, GBP a month.
        childcare: the help with childcare that is due, GBP a month.

    Source: Welfare Reform Act 2012, sections 8 to 12; Universal Credit Regulations 2013,
    regulations 18, 22, 36 and 72.
    """
    if not _may_claim(home, rates):
        return Award()
    _, limit = rates.limits("uc.savings")
    if home.savings > limit:
        return Award()
    people = carers_and_health(home, rates)
    most = standard_allowance(home, rates) + child_elements(home, rates)
    most += people + home.rent_month + childcare
    taken = max(NOTHING, earned - work_allowance(home, rates)) * rates.share("uc.taper")
    amount = most - taken - savings_income(home.savings, rates)
    spared = people > 0 or any(child.disability != "none" for child in home.children)
    return Award(max(NOTHING, amount), childcare, spared)


def work_allowance(home: Household, rates: Rates) -> Decimal:
    """Return the earnings of a month that take nothing away.

    Only with a child, or with limited capability for work; others have none.
    """
    limited = any(adult.capability != "none" for adult in home.adults)
    if not (limited or universal_credit_children(home, rates)):
        return NOTHING
    kind = "with_housing" if home.rent_month else "no_housing"
    return rates.amount(f"uc.work_allowance.{kind}")


def savings_income(savings: Decimal, rates: Rates) -> Decimal:
    """Return the monthly income that savings count as: so much for each started step."""
    lower, _ = rates.limits("uc.savings")
    if savings <= lower:
        return NOTHING
    steps = (savings - lower) / rates.amount("uc.savings.step")
    return steps.to_integral_value(ROUND_CEILING) * rates.amount("uc.savings.step_income")


def _may_claim(home: Household, rates: Rates) -> bool:
    """Tell whether somebody is old enough, or has one of the exceptions for 16 and 17."""
    youngest = rates.amount("uc.youngest")
    return bool(home.children) or any(
        adult.age >= youngest or adult.capability != "none" or adult.carer for adult in home.adults
    )
