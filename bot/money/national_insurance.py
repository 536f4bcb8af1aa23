"""National Insurance of an employee (class 1)."""

from __future__ import annotations

from decimal import Decimal

from bot.money.rates import NOTHING, WEEKS_IN_YEAR, Rates


def national_insurance(pay: Decimal, rates: Rates) -> Decimal:
    """Return the National Insurance of a year, in GBP, for pay that is the same each week.

    It is worked out on the pay of a week: nothing up to the primary threshold, the main rate up
    to the upper earnings limit, the lower rate above. Pension contributions do not lower it.

    Args:
        pay: GBP a year.

    Source: Social Security Contributions and Benefits Act 1992, section 8.
    """
    week = pay / WEEKS_IN_YEAR
    start = rates.amount("ni.primary_threshold")
    if week <= start:
        return NOTHING
    limit = rates.amount("ni.upper_earnings_limit")
    due = (min(week, limit) - start) * rates.share("ni.main_rate")
    due += max(NOTHING, week - limit) * rates.share("ni.upper_rate")
    return due * WEEKS_IN_YEAR
