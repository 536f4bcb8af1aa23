"""The benefit cap: the most that a household without enough pay can get."""

from __future__ import annotations

from decimal import Decimal

from bot.money.elements import universal_credit_children
from bot.money.household import Household
from bot.money.rates import NOTHING, Rates
from bot.money.universal_credit import Award


def cap_reduction(
    home: Household, award: Award, child_benefit: Decimal, earned: Decimal, rates: Rates
) -> Decimal:
    """Return what the cap takes off Universal Credit, GBP a month.

    It does not touch households that earn enough, or that have the health element, the carer
    element or a disabled child. What is paid for childcare is spared.

    Args:
        home: the household.
        award: Universal Credit before the cap.
        child_benefit: GBP a month, before the high income charge.
        earned: earnings of all adults that count, GBP a month.

    Source: Universal Credit Regulations 2013, regulations 78 to 83.
    """
    if not award.amount or award.spared:
        return NOTHING
    excess = award.amount + child_benefit - _cap(home, rates)
    if excess <= 0 or earned >= rates.amount("benefit_cap.earnings_exemption"):
        return NOTHING
    return min(award.amount, max(NOTHING, excess - award.childcare))


def _cap(home: Household, rates: Rates) -> Decimal:
    place = "london" if home.london and home.nation == "england" else "outside_london"
    family = home.couple or bool(universal_credit_children(home, rates))
    return rates.amount(f"benefit_cap.{place}.family" if family else f"benefit_cap.{place}")
