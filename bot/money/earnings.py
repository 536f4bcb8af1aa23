"""What is left of pay after tax, National Insurance and pension."""

from __future__ import annotations

from decimal import Decimal

import attrs

from bot.money.income_tax import income_tax
from bot.money.national_insurance import national_insurance
from bot.money.pension import contribution
from bot.money.rates import MONTHS_IN_YEAR, NOTHING, Rates


@attrs.frozen
class Earnings:
    """Pay of one person, GBP a month.

    Attributes:
        gross: before anything is taken.
        income_tax, national_insurance: what the state takes.
        pension: what leaves the pay for a pension.
        take_home: what arrives.
        counted: what Universal Credit counts: the pay less tax, National Insurance and the whole
            pension contribution.
        adjusted_income: yearly pay less the whole pension contribution, for the Child Benefit
            charge.
    """

    gross: Decimal = NOTHING
    income_tax: Decimal = NOTHING
    national_insurance: Decimal = NOTHING
    pension: Decimal = NOTHING
    take_home: Decimal = NOTHING
    counted: Decimal = NOTHING
    adjusted_income: Decimal = NOTHING


def earnings(pay: Decimal, pension_percent: Decimal, rates: Rates) -> Earnings:
    """Return what becomes of a year's pay, month by month.

    Args:
        pay: GBP a year, before tax.
        pension_percent: of the whole of pay.

    Source: for what Universal Credit counts, Universal Credit Regulations 2013, regulation 55.
    """
    if not pay:
        return Earnings()
    pension = contribution(pay, pension_percent, rates)
    tax = income_tax(pay, pension.whole, rates)
    insurance = national_insurance(pay, rates)
    left_out = pension.whole * rates.share("uc.pension_left_out") if pension.whole else NOTHING
    return Earnings(
        gross=pay / MONTHS_IN_YEAR,
        income_tax=tax / MONTHS_IN_YEAR,
        national_insurance=insurance / MONTHS_IN_YEAR,
        pension=pension.from_pay / MONTHS_IN_YEAR,
        take_home=(pay - tax - insurance - pension.from_pay) / MONTHS_IN_YEAR,
        counted=max(NOTHING, pay - tax - insurance - left_out) / MONTHS_IN_YEAR,
        adjusted_income=pay - pension.whole,
    )
