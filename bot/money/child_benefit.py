"""Child Benefit, and the charge that takes it back from high incomes."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_FLOOR, Decimal

from bot.money.rates import MONTHS_IN_YEAR, NOTHING, WEEKS_IN_YEAR, Rates

WHOLE = Decimal(1)
PER_CENT = Decimal(100)


def child_benefit(children: int, rates: Rates) -> Decimal:
    """Return Child Benefit in GBP a month, before any charge.

    Source: Child Benefit (Rates) Regulations 2006.
    """
    if not children:
        return NOTHING
    week = rates.amount("child_benefit.eldest")
    if children > 1:
        week += (children - 1) * rates.amount("child_benefit.other")
    return week * WEEKS_IN_YEAR / MONTHS_IN_YEAR


def high_income_charge(benefit: Decimal, incomes: Iterable[Decimal], rates: Rates) -> Decimal:
    """Return what the tax charge takes back of Child Benefit, in GBP a month.

    The higher of the two incomes counts, not their sum. Between the two limits the charge grows
    by one per cent at a time; the percentage, the benefit and the charge of a year are rounded
    down to whole numbers.

    Args:
        benefit: Child Benefit, GBP a month.
        incomes: adjusted yearly income of each parent, GBP.

    Source: Income Tax (Earnings and Pensions) Act 2003, section 681C.
    """
    highest = max(incomes, default=NOTHING)
    start = rates.amount("child_benefit.charge_from") if benefit else NOTHING
    if not benefit or highest <= start:
        return NOTHING
    end = rates.amount("child_benefit.charge_all_from")
    if highest >= end:
        return benefit
    percent = _floor((highest - start) * PER_CENT / (end - start))
    year = _floor(benefit * MONTHS_IN_YEAR)
    return _floor(year * percent / PER_CENT) / MONTHS_IN_YEAR


def _floor(value: Decimal) -> Decimal:
    return value.quantize(WHOLE, rounding=ROUND_FLOOR)
